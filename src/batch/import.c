/* import.c - a CSV file becomes commands, one for each row. */
#include "batch/import_private.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/seal.h"

#define PIECE_MS 40 /* of a transaction where others work too; its COMMIT comes on top */

const struct import_kind import_kinds[] = {
	{ "customers", "customer.add", { "phone" }, "same_phone" },
	{ "vehicles", "vehicle.add", { "plate" }, NULL },
	{ "parts", "part.add", { "code", "barcode" }, NULL },
	{ "labour", "labour.add", { "code" }, NULL },
	{ "suppliers", "supplier.add", { "name" }, NULL },
	{ "insurers", "insurer.add", { "name" }, NULL },
	{ "prices", "part.change", { "part" }, NULL },
	{ "supplier-prices", "supplier.price", { "supplier+part+number+from" }, NULL },
	{ "opening-stock", "stock.open", { "part+warehouse" }, NULL },
	{ "opening-balances", "balance.open", { "party+original_no" }, NULL },
	{ "contacts", "contact.add", { "party+phone" }, NULL },
	{ "jobs", "history.add", { NULL }, NULL },
	{ "packages", "part.unit", { "part+unit", "barcode" }, NULL },
	{ "work-packages", "package.take", { NULL }, NULL },
	{ "part-names", "part.name", { "barcode" }, NULL },
	{ "level-prices", "part.level", { "part+level" }, NULL },
	{ "bins", "part.bin", { "part+warehouse" }, NULL },
	{ "supersessions", "part.supersede", { "part" }, NULL },
	{ "counts", "stocktake.count", { "stocktake+part" }, NULL },
	{ "channel-statement", "channel.line", { "method+reference+amount" }, NULL },
	{ NULL, NULL, { NULL }, NULL },
};

const struct import_kind *import_kind_find(const char *name)
{
	for (const struct import_kind *k = import_kinds; k->name; k++)
		if (!strcmp(k->name, name))
			return k;
	return NULL;
}

/* ---- one row ---- */

bool import_args(struct import *x, const struct csv_row *row, struct args **ret, struct err *e)
{
	*ret = args_new(x->row);
	if (row->n > x->n_cols)
		return err_set(e, ERR_DATA, N_("The row has %zu cells and the heading %zu"), row->n,
			       x->n_cols);
	for (size_t i = 0; i < row->n; i++)
		args_set(*ret, x->col[i] ? x->col[i]->name : "remark", row->cell[i]);
	return true;
}

const char *import_request(struct import *x, long line)
{
	return arena_printf(x->row, "import-%.32s-%ld", x->digest, line);
}

void import_progress(struct import *x, long line)
{
	if (x->o->progress)
		x->o->progress(x->o->arg, x->from + (int)(line * x->share / (x->lines + 1)));
}

bool import_bad(struct import *x, long line, struct err *row, struct err *e)
{
	if (row->code == ERR_FAULT || row->code == ERR_IO || row->code == ERR_CONFIG ||
	    row->code == ERR_DENIED) {
		*e = *row;
		return false;
	}
	x->result->bad++;
	x->o->bad(x->o->arg, line, row->field, row->text);
	return true;
}

/* ---- the work ---- */

static bool piece_begin(struct import *x, struct err *e)
{
	if (!x->open && !batch_begin(x->session, e))
		return false;
	if (!x->open)
		clock_gettime(CLOCK_MONOTONIC, &x->since);
	x->open = true;
	return true;
}

static bool piece_end(struct import *x, bool keep, struct err *e)
{
	bool was = x->open;

	x->open = false;
	return !was || batch_end(x->session, keep, e);
}

/* Others wait for no more than a piece. */
static bool piece_due(const struct import *x)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return !x->alone &&
	       (now.tv_sec - x->since.tv_sec) * 1000 + (now.tv_nsec - x->since.tv_nsec) / 1000000 >= PIECE_MS;
}

/* Was the line found bad? They come in order. */
static bool line_is_bad(struct import *x, long line)
{
	while (x->next_bad < x->n_bad && x->bad[x->next_bad] < line)
		x->next_bad++;
	return x->next_bad < x->n_bad && x->bad[x->next_bad] == line;
}

static bool row_failed(struct import *x, const struct csv_row *row, struct err *bad, struct err *e)
{
	if (!import_bad(x, row->line, bad, e))
		return false;
	if (x->o->skip_bad)
		return true;
	return err_set(
	    e, ERR_DATA,
	    x->alone
		? N_("Line %ld is wrong; nothing was kept")
		: N_("Line %ld is wrong; what stands before it was kept. Mend it and run the import again"),
	    row->line);
}

static bool row_run(void *arg, const struct csv_row *row, struct err *e)
{
	struct import *x = arg;
	struct err bad = { .lang = e->lang };
	struct run_options o;
	struct answer answer;
	struct args *args;

	arena_reset(x->row);
	import_progress(x, row->line);
	if (!x->headed) {
		x->headed = true;
		return import_head(x, row, e);
	}
	if (line_is_bad(x, row->line))
		return true;
	if (!import_args(x, row, &args, e) || !piece_begin(x, e))
		return false;
	o = (struct run_options){ .request = import_request(x, row->line) };
	if (!command_run(x->session, x->command, args, &o, &answer, &bad))
		return row_failed(x, row, &bad, e);
	str_free(&answer.extra);
	x->result->done += !answer.repeated;
	return !piece_due(x) || piece_end(x, true, e);
}

static bool work(struct import *x, const struct str *bytes, struct err *e)
{
	bool big5 = !strcmp(lang_code(e->lang), "zh_TW"), ok;
	struct shop *shop = session_shop(x->session);

	x->headed = false;
	x->from = x->share;
	x->share = 1000 - x->share;
	x->alone = shop_alone(shop);
	ok = csv_read(str_get(bytes), bytes->len, x->o->encoding, big5, row_run, x, e);
	if (!piece_end(x, ok || !x->alone, e))
		ok = false;
	if (!ok && x->alone)
		x->result->done = 0;
	if (x->alone)
		shop_alone_end(shop);
	return ok && shop_checkpoint(shop, e);
}

static void file_known(struct import *x, const struct str *bytes)
{
	unsigned char sum[SEAL_HASH];
	struct seal_hash h;

	seal_hash_init(&h);
	seal_hash_text(&h, x->kind->name);
	seal_hash_add(&h, str_get(bytes), bytes->len);
	seal_hash_end(&h, sum);
	seal_hex(sum, sizeof sum, x->digest);
	for (const char *p = str_get(bytes); (p = strchr(p, '\n')); p++)
		x->lines++;
}

bool import_file(struct session *s, const struct import_kind *kind, const char *path,
		 const struct import_options *o, struct import_result *ret, struct err *e)
{
	struct import x = {
		.session = s, .kind = kind, .command = command_find(kind->command), .o = o, .result = ret
	};
	struct str bytes = { 0 };
	bool ok;

	memset(ret, 0, sizeof *ret);
	if (!csv_slurp(path, &bytes, e))
		return false;
	x.row = arena_new();
	x.kept = arena_new();
	x.share = o->dry ? 1000 : 300;
	file_known(&x, &bytes);
	ok = import_prove(&x, &bytes, e) && (o->dry || work(&x, &bytes, e));
	free(x.key);
	free(x.bad);
	arena_free(x.kept);
	arena_free(x.row);
	str_free(&bytes);
	return ok;
}
