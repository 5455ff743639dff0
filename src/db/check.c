/* check.c - runs the checks of schema/checks, over the whole file or for one row. */
#include "db/check.h"

#include <stdlib.h>
#include <string.h>

#include "base/lang.h"
#include "base/str.h"

#define MOST_TOLD 100

const struct check *check_find(const char *name)
{
	for (const struct check *c = check_all; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

/* "The total is not the sum of its lines: id=5 total=1200 lines=1300" */
static void sentence(struct str *out, const struct lang *lang, const struct check *check, struct cur *c)
{
	str_clear(out);
	str_add(out, tr(lang, check->title));
	for (int i = 0; i < cur_columns(c); i++)
		str_addf(out, "%s%s=%s", i ? " " : ": ", cur_name(c, i),
			 cur_null(c, i) ? "-" : cur_text(c, i));
}

static bool run_whole(struct db *db, const struct check *check, check_row *row, void *arg, size_t *broken,
		      struct err *e)
{
	struct cur *c = db_open(db, &check->whole, BIND());
	struct str s = { 0 };
	size_t n = 0;

	while (cur_next(c)) {
		sentence(&s, e->lang, check, c);
		if (row)
			row(arg, check, str_get(&s));
		if (++n == MOST_TOLD) {
			cur_close(c);
			break;
		}
	}
	*broken += n > 0;
	str_free(&s);
	if (db_failed(db))
		db_error(db, e);
	return e->code == ERR_NONE;
}

bool check_run(struct db *db, const char *name, check_progress *progress, check_row *row, void *arg,
	       size_t *ret_broken, struct err *e)
{
	size_t n = 0, broken = 0;

	if (name && !check_find(name))
		return err_set(e, ERR_USAGE, "There is no check %s; see: workbay checks", name);
	while (check_all[n].name)
		n++;
	for (size_t i = 0; i < n; i++) {
		const struct check *check = &check_all[i];

		if (name && strcmp(name, check->name))
			continue;
		if (progress && !progress(arg, check, i, n))
			break;
		if (!run_whole(db, check, row, arg, &broken, e))
			return false;
	}
	*ret_broken = broken;
	return true;
}

static int by_table(const void *table, const void *on)
{
	return strcmp(table, ((const struct check_on *)on)->table);
}

/* What is wrong with the row, in the words of the check that found it. */
static void broken_told(struct db *db, const struct check *check, int64_t id, struct err *e)
{
	struct cur *c = db_open(db, &check->row, BIND(B_INT("id", id)));
	struct str s = { 0 };

	if (cur_next(c)) {
		sentence(&s, e->lang, check, c);
		err_set(e, ERR_FAULT, "%s", str_get(&s));
		cur_close(c);
		str_free(&s);
	}
}

bool check_rows(struct db *db, const char *table, int64_t id, struct err *e)
{
	const struct check_on *on =
	    bsearch(table, check_on_all, check_on_count, sizeof *check_on_all, by_table);
	int64_t broken = on ? db_int(db, &on->any, BIND(B_INT("id", id)), -1) : -1;

	if (broken >= 0 && !db_failed(db))
		broken_told(db, on->check[broken], id, e);
	if (db_failed(db))
		db_error(db, e);
	return broken < 0 && !db_failed(db);
}
