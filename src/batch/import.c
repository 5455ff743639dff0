/* import.c - a CSV file becomes commands, one for each row. */
#include "batch/import.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/seal.h"
#include "base/text.h"
#include "domain/required.h"

#define PIECE_MS  40 /* of a transaction where others work too; its COMMIT comes on top */
#define COLS_MOST 64

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

/* A value that may come only once, and where it came. */
struct key {
	const char *text;
	long line;
	const char *column;
};

struct import {
	struct session *session;
	const struct import_kind *kind;
	const struct command *command;
	const struct import_options *o;
	struct import_result *result;
	struct ctx ctx; /* of the proof, on the reader */
	struct answer answer;
	struct arena *row;  /* of one row */
	struct arena *kept; /* of the whole */
	char digest[2 * SEAL_HASH + 1];
	const struct field *col[COLS_MOST]; /* NULL: the remark */
	size_t n_cols;
	bool headed;
	struct key *key;
	size_t n_keys, cap_keys;
	long *bad; /* lines, in order */
	size_t n_bad, cap_bad, next_bad;
	long lines;      /* of the file */
	int share, from; /* thousandths of the progress that this pass has, and where it begins */
	bool alone, open;
	struct timespec since;
};

/* ---- the heading ---- */

static bool same_word(struct arena *a, const char *x, const char *y)
{
	return !strcmp(text_fold_search(a, x), text_fold_search(a, y));
}

static bool names_field(struct arena *a, const char *cell, const struct field *f)
{
	if (!strcmp(cell, f->name))
		return true;
	for (size_t i = 0; lang_at(i); i++)
		if (same_word(a, cell, tr(lang_at(i), f->label)))
			return true;
	return false;
}

static const char *columns_list(struct import *x)
{
	struct str s = { 0 };
	const char *all;

	for (const struct field *f = x->command->input; f->name; f++)
		if (f->type != VT_LINES)
			str_addf(&s, "%s%s", s.len ? ", " : "", f->name);
	all = arena_strdup(x->row, str_get(&s));
	str_free(&s);
	return all;
}

static bool column_read(struct import *x, const char *cell, struct err *e)
{
	const struct field *found = NULL;

	if (strcmp(cell, "remark") != 0) {
		for (const struct field *f = x->command->input; f->name && !found; f++)
			if (f->type != VT_LINES && names_field(x->row, cell, f))
				found = f;
		if (!found)
			return err_field(e, cell, N_("There is no column “%s” here; there are %s"), cell,
					 columns_list(x));
	}
	for (size_t i = 0; i < x->n_cols; i++)
		if (x->col[i] == found)
			return err_field(e, cell, N_("The column “%s” is there twice"), cell);
	x->col[x->n_cols++] = found;
	return true;
}

static bool column_there(const struct import *x, const struct field *f)
{
	for (size_t i = 0; i < x->n_cols; i++)
		if (x->col[i] == f)
			return true;
	return false;
}

static bool head_sound(struct import *x, const struct csv_row *row, struct err *e)
{
	x->n_cols = 0;
	for (size_t i = 0; i < row->n; i++)
		if (!column_read(x, row->cell[i], e))
			return false;
	for (const struct field *f = x->command->input; f->name; f++)
		if (f->flags & REQUIRED_ && !column_there(x, f))
			return err_field(
			    e, f->name,
			    N_("The column “%s” (%s) is missing; the first line names the columns"), f->name,
			    tr(e->lang, f->label));
	return true;
}

static bool head_read(struct import *x, const struct csv_row *row, struct err *e)
{
	if (row->n > COLS_MOST)
		return err_set(e, ERR_DATA, N_("The heading has %zu columns; at most %d are taken"), row->n,
			       COLS_MOST);
	if (head_sound(x, row, e))
		return true;
	e->code = ERR_DATA; /* of a file, not of a form */
	return false;
}

/* ---- one row ---- */

static bool row_args(struct import *x, const struct csv_row *row, struct args **ret, struct err *e)
{
	*ret = args_new(x->row);
	if (row->n > x->n_cols)
		return err_set(e, ERR_DATA, N_("The row has %zu cells and the heading %zu"), row->n,
			       x->n_cols);
	for (size_t i = 0; i < row->n; i++)
		args_set(*ret, x->col[i] ? x->col[i]->name : "remark", row->cell[i]);
	return true;
}

static const char *row_request(struct import *x, long line)
{
	return arena_printf(x->row, "import-%.32s-%ld", x->digest, line);
}

static bool row_seen(struct import *x, long line)
{
	return db_exists(x->ctx.db, SQL("SELECT 1 FROM journal WHERE request = :request"),
			 BIND(B_TEXT("request", row_request(x, line))));
}

static void progress(struct import *x, long line)
{
	if (x->o->progress)
		x->o->progress(x->o->arg, x->from + (int)(line * x->share / (x->lines + 1)));
}

/* The row is told and counted; false where one is enough to give up. */
static bool row_bad(struct import *x, long line, struct err *row, struct err *e)
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

/* ---- the proof ---- */

static void key_add(struct import *x, const char *text, long line, const char *column)
{
	if (x->n_keys == x->cap_keys) {
		x->cap_keys = x->cap_keys ? 2 * x->cap_keys : 1024;
		x->key = xrealloc(x->key, x->cap_keys * sizeof *x->key);
	}
	x->key[x->n_keys++] = (struct key){ text, line, column };
}

/* The understood value of an input as text; NULL when it was not given. */
static const char *value_text(struct arena *a, const struct command *c, const void *in, const char *name)
{
	const struct field *f = command_field(c, name);
	const char *text;
	int64_t number;

	if (!f || !input_given(in, f->offset))
		return NULL;
	if (f->type <= VT_SECRET) {
		memcpy(&text, (const char *)in + f->offset, sizeof text);
		return text;
	}
	memcpy(&number, (const char *)in + f->offset, sizeof number);
	return arena_printf(a, "%" PRId64, number);
}

/* The values of inputs that stand together, "a+b+c"; NULL where the first was not given. */
static const char *key_text(struct import *x, const void *in, size_t key, const char *columns,
			    const char **ret_first)
{
	char *text = arena_printf(x->row, "%zu", key);

	*ret_first = NULL;
	for (const char *p = columns; *p;) {
		size_t len = strcspn(p, "+");
		const char *name = arena_strndup(x->row, p, len);
		const char *value = value_text(x->row, x->command, in, name);

		if (!*ret_first && !value)
			return NULL;
		*ret_first = *ret_first ? *ret_first : name;
		text = arena_printf(x->row, "%s %s", text, value ? value : "");
		p += len + (p[len] == '+');
	}
	return arena_strdup(x->kept, text);
}

static void keys_take(struct import *x, const void *in, long line)
{
	const char *first, *text;

	if (x->kind->unless && value_text(x->row, x->command, in, x->kind->unless))
		return;
	for (size_t i = 0; i < 3 && x->kind->once[i]; i++) {
		text = key_text(x, in, i, x->kind->once[i], &first);
		if (text)
			key_add(x, text, line, first);
	}
}

static void bad_line(struct import *x, long line)
{
	if (x->n_bad && x->bad[x->n_bad - 1] == line)
		return;
	if (x->n_bad == x->cap_bad) {
		x->cap_bad = x->cap_bad ? 2 * x->cap_bad : 64;
		x->bad = xrealloc(x->bad, x->cap_bad * sizeof *x->bad);
	}
	x->bad[x->n_bad++] = line;
}

static bool row_sound(struct import *x, const struct csv_row *row, struct err *e)
{
	struct args *args;
	void *in;

	if (!row_args(x, row, &args, e) || !input_read(&x->ctx, x->command, args, false, &in, e) ||
	    !required_filled(&x->ctx, x->command, in, e))
		return false;
	if (x->command->may && !x->command->may(&x->ctx, in, e))
		return false;
	keys_take(x, in, row->line);
	return true;
}

static bool row_prove(void *arg, const struct csv_row *row, struct err *e)
{
	struct import *x = arg;
	struct err bad = { .lang = e->lang };
	bool go_on = true;

	arena_reset(x->row);
	progress(x, row->line);
	if (!x->headed) {
		x->headed = true;
		return head_read(x, row, e);
	}
	x->result->rows++;
	if (row_seen(x, row->line)) {
		x->result->before++;
	} else if (!row_sound(x, row, &bad)) {
		bad_line(x, row->line);
		go_on = row_bad(x, row->line, &bad, e);
	}
	if (db_failed(x->ctx.db)) {
		db_error(x->ctx.db, e);
		return false;
	}
	return go_on;
}

static int key_compare(const void *a, const void *b)
{
	const struct key *x = a, *y = b;
	int by_text = strcmp(x->text, y->text);

	return by_text ? by_text : (x->line > y->line) - (x->line < y->line);
}

static int line_compare(const void *a, const void *b)
{
	const long *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

/* What comes twice in the file: the second one is bad. */
static void twice_find(struct import *x, struct err *e)
{
	if (x->n_keys > 1)
		qsort(x->key, x->n_keys, sizeof *x->key, key_compare);
	for (size_t i = 1; i < x->n_keys; i++) {
		struct err bad = { .lang = e->lang };

		if (strcmp(x->key[i - 1].text, x->key[i].text) != 0)
			continue;
		err_field(&bad, x->key[i].column, N_("The same stands in line %ld already"),
			  x->key[i - 1].line);
		bad_line(x, x->key[i].line);
		row_bad(x, x->key[i].line, &bad, e);
	}
	if (x->n_bad > 1)
		qsort(x->bad, x->n_bad, sizeof *x->bad, line_compare);
}

static bool prove(struct import *x, const struct str *bytes, struct err *e)
{
	bool big5 = !strcmp(lang_code(e->lang), "zh_TW");

	session_ctx(x->session, x->row, &x->answer, &x->ctx);
	if (!may_right(&x->ctx, x->command->name))
		return err_set(e, ERR_DENIED, N_("%s may not do this (%s). Ask somebody who has the right"),
			       x->ctx.user, x->command->name);
	if (!csv_read(str_get(bytes), bytes->len, x->o->encoding, big5, row_prove, x, e))
		return false;
	if (!x->headed)
		return err_set(e, ERR_DATA, N_("The file is empty; its first line names the columns: %s"),
			       columns_list(x));
	twice_find(x, e);
	if (x->result->bad && !x->o->skip_bad)
		return err_set(e, ERR_DATA, N_("%lld of %lld rows are wrong; nothing was kept"),
			       (long long)x->result->bad, (long long)x->result->rows);
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
	if (!row_bad(x, row->line, bad, e))
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
	progress(x, row->line);
	if (!x->headed) {
		x->headed = true;
		return head_read(x, row, e);
	}
	if (line_is_bad(x, row->line))
		return true;
	if (!row_args(x, row, &args, e) || !piece_begin(x, e))
		return false;
	o = (struct run_options){ .request = row_request(x, row->line) };
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
	ok = prove(&x, &bytes, e) && (o->dry || work(&x, &bytes, e));
	free(x.key);
	free(x.bad);
	arena_free(x.kept);
	arena_free(x.row);
	str_free(&bytes);
	return ok;
}
