/* import_prove.c - every row of an import is proved before the first one is booked, outside the lock: its format, types,
 * references, the rules of the command, and that nothing comes twice. */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "batch/import_private.h"
#include "domain/required.h"

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

static bool row_seen(struct import *x, long line)
{
	return db_exists(x->ctx.db, SQL("SELECT 1 FROM journal WHERE request = :request"),
			 BIND(B_TEXT("request", import_request(x, line))));
}

static bool row_sound(struct import *x, const struct csv_row *row, struct err *e)
{
	struct args *args;
	void *in;

	if (!import_args(x, row, &args, e) || !input_read(&x->ctx, x->command, args, false, &in, e) ||
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
	import_progress(x, row->line);
	if (!x->headed) {
		x->headed = true;
		return import_head(x, row, e);
	}
	x->result->rows++;
	if (row_seen(x, row->line)) {
		x->result->before++;
	} else if (!row_sound(x, row, &bad)) {
		bad_line(x, row->line);
		go_on = import_bad(x, row->line, &bad, e);
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
		import_bad(x, x->key[i].line, &bad, e);
	}
	if (x->n_bad > 1)
		qsort(x->bad, x->n_bad, sizeof *x->bad, line_compare);
}

bool import_prove(struct import *x, const struct str *bytes, struct err *e)
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
			       import_columns(x));
	twice_find(x, e);
	if (x->result->bad && !x->o->skip_bad)
		return err_set(e, ERR_DATA, N_("%lld of %lld rows are wrong; nothing was kept"),
			       (long long)x->result->bad, (long long)x->result->rows);
	return true;
}
