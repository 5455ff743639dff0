/* checks.c - proves that every check compiles, and that the one for a single row reads few rows. */
#include <string.h>

#include "gen/prove/prove.h"

/* The first column names the row. */
static void prove_id(struct proof *p, const struct check *c)
{
	sqlite3_stmt *st = NULL;

	sqlite3_prepare_v2(p->shop, c->whole.text, -1, &st, NULL);
	if (!st || strcmp(sqlite3_column_name(st, 0), "id"))
		prove_fault(p, c->whole.file, c->whole.line,
			    "the first column of a check with on: is called id");
	sqlite3_finalize(st);
}

static void prove_check(struct proof *p, const struct check *c)
{
	if (!prove_compiles(p, c->whole.text, c->whole.file, c->whole.line))
		return;
	for (const char *const *t = c->on; t && *t; t++)
		if (!prove_table(p, *t))
			prove_fault(p, c->whole.file, 1, "on: there is no table %s", *t);
	if (!c->row.text)
		return;
	prove_id(p, c);
	if (prove_compiles(p, c->row.text, c->row.file, c->row.line))
		prove_plan(p, c->row.text, PLAN_ROW, c->row.file, c->row.line);
}

void prove_checks(struct proof *p)
{
	for (const struct check *c = check_all; c->name; c++)
		prove_check(p, c);
	for (size_t i = 0; i < check_on_count; i++)
		prove_compiles(p, check_on_all[i].any.text, check_on_all[i].any.file,
			       check_on_all[i].any.line);
}
