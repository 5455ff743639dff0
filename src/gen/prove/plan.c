/* plan.c - reads query plans: what is run at the desk reads few rows, however old the shop is. */
#include <stdio.h>
#include <string.h>

#include "base/arena.h"
#include "db/migrate.h"
#include "gen/prove/prove.h"

#define MOST_STEPS 128

struct step {
	int id, parent;
	char *detail;
};

static bool is_small(const char *table)
{
	for (const char *const *t = schema_small; *t; t++)
		if (!strcmp(*t, table))
			return true;
	return false;
}

static bool is_word(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* True when the text says "table alias" or "table AS alias". */
static bool says(const char *text, const char *table, const char *alias)
{
	size_t n = strlen(table), k = strlen(alias);

	for (const char *p = text; (p = strstr(p, table)); p += n) {
		const char *next = p + n;

		if ((p > text && is_word(p[-1])) || is_word(*next))
			continue;
		next += strspn(next, " \t\n");
		if (!strncmp(next, "AS ", 3))
			next += 3;
		if (!strncmp(next, alias, k) && !is_word(next[k]))
			return true;
	}
	return false;
}

/* True when the name in a plan stands for a table that grows with the life of the shop. */
static bool is_big(struct proof *p, const char *text, const char *alias)
{
	sqlite3_stmt *st = NULL;
	bool big = false;

	if (prove_table(p, alias))
		return !is_small(alias);
	sqlite3_prepare_v2(p->shop, "SELECT name FROM sqlite_schema WHERE type = 'table'", -1, &st, NULL);
	while (!big && sqlite3_step(st) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(st, 0);

		big = !is_small(table) && says(text, table, alias);
	}
	sqlite3_finalize(st);
	return big;
}

static size_t read_plan(struct proof *p, const char *text, struct arena *a, struct step *step)
{
	char *explain = arena_printf(a, "EXPLAIN QUERY PLAN %s", text);
	sqlite3_stmt *st = NULL;
	size_t n = 0;

	if (sqlite3_prepare_v2(p->shop, explain, -1, &st, NULL) != SQLITE_OK)
		return 0;
	while (n < MOST_STEPS && sqlite3_step(st) == SQLITE_ROW) {
		step[n].id = sqlite3_column_int(st, 0);
		step[n].parent = sqlite3_column_int(st, 1);
		step[n++].detail = arena_strdup(a, (const char *)sqlite3_column_text(st, 3));
	}
	sqlite3_finalize(st);
	return n;
}

static const struct step *step_of(const struct step *step, size_t n, int id)
{
	for (size_t i = 0; i < n; i++)
		if (step[i].id == id)
			return &step[i];
	return NULL;
}

/* The outermost loop of a query that is paged stops at its LIMIT. */
static bool is_outermost(const struct step *step, size_t n, size_t at)
{
	const struct step *parent = step_of(step, n, step[at].parent);

	for (size_t i = 0; i < at; i++)
		if (step[i].parent == step[at].parent && !strstr(step[i].detail, "SUBQUERY"))
			return false;
	for (; parent; parent = step_of(step, n, parent->parent))
		if (!strstr(parent->detail, "MERGE") && strcmp(parent->detail, "LEFT") &&
		    strcmp(parent->detail, "RIGHT") && !strstr(parent->detail, "UNION ALL") &&
		    !strstr(parent->detail, "COMPOUND") && !strstr(parent->detail, "LEFT-MOST"))
			return false;
	return true;
}

static bool is_bad_scan(struct proof *p, const char *text, enum plan plan, const struct step *step, size_t n,
			size_t at)
{
	char name[64];

	if (sscanf(step[at].detail, "SCAN %63s", name) != 1 || !is_big(p, text, name))
		return false;
	return plan == PLAN_ROW || !is_outermost(step, n, at);
}

void prove_plan(struct proof *p, const char *text, enum plan plan, const char *file, int line)
{
	struct arena *a = arena_new();
	struct step step[MOST_STEPS];
	size_t n = read_plan(p, text, a, step);

	for (size_t i = 0; i < n; i++) {
		const char *d = step[i].detail;
		bool sorts = plan == PLAN_DESK && strstr(d, "TEMP B-TREE FOR") && strstr(d, "ORDER BY");

		if (sorts || strstr(d, "AUTOMATIC") || is_bad_scan(p, text, plan, step, n, i)) {
			prove_fault(p, file, line, "this would be slow in an old shop: %s", d);
			if (getenv("PROVE_PLAN"))
				for (size_t k = 0; k < n; k++)
					fprintf(stderr, "\t%d under %d: %s\n", step[k].id, step[k].parent,
						step[k].detail);
			break;
		}
	}
	arena_free(a);
}
