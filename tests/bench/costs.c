/* costs.c - times each statement between its first step and its end by SQLite's trace; steps of the machine and scans come
 * from the statement's own counters. What triggers and checks do is in the statement that set them off. */
#include "tests/bench/costs.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "tests/bench/figure.h"

#define MOST  1024
#define SHOWN 30

struct cost {
	sqlite3_stmt *st;
	char *text;
	int64_t from, ns, runs, steps, scans, prepared;
};

struct costs {
	sqlite3 *db;
	struct cost cost[MOST];
	int n;
};

static struct cost *cost_of(struct costs *c, sqlite3_stmt *st)
{
	const char *text = sqlite3_sql(st);
	struct cost *x;

	for (int i = 0; i < c->n; i++) {
		x = &c->cost[i];
		if (strcmp(x->text, text) != 0)
			continue;
		if (x->st != st)
			x->prepared++;
		x->st = st;
		return x;
	}
	if (c->n == MOST)
		die("too many statements");
	x = &c->cost[c->n++];
	*x = (struct cost){ .st = st, .text = xstrdup(text), .prepared = 1 };
	return x;
}

static int on_trace(unsigned what, void *arg, void *p, void *x)
{
	struct cost *cost = cost_of(arg, p);

	if (what == SQLITE_TRACE_STMT && strncmp(x, "--", 2) != 0) {
		cost->from = figure_now();
	} else if (what == SQLITE_TRACE_PROFILE) {
		cost->ns += figure_now() - cost->from;
		cost->runs++;
		cost->steps += sqlite3_stmt_status(p, SQLITE_STMTSTATUS_VM_STEP, 1);
		cost->scans += sqlite3_stmt_status(p, SQLITE_STMTSTATUS_FULLSCAN_STEP, 1);
	}
	return 0;
}

struct costs *costs_new(struct sqlite3 *db)
{
	struct costs *c;

	if (!getenv("WORKBAY_BENCH_COSTS"))
		return NULL;
	c = xcalloc(1, sizeof(*c));
	c->db = db;
	sqlite3_trace_v2(db, SQLITE_TRACE_STMT | SQLITE_TRACE_PROFILE, on_trace, c);
	return c;
}

static int by_time(const void *a, const void *b)
{
	int64_t x = ((const struct cost *)a)->ns, y = ((const struct cost *)b)->ns;

	return (x < y) - (x > y);
}

void costs_end(struct costs *c, int n)
{
	int64_t sum = 0;

	if (!c)
		return;
	sqlite3_trace_v2(c->db, 0, NULL, NULL);
	qsort(c->cost, (size_t)c->n, sizeof(*c->cost), by_time);
	printf("%8s %6s %8s %8s %8s\n", "us", "runs", "steps", "scanned", "prepared");
	for (int i = 0; i < c->n; i++) {
		struct cost *x = &c->cost[i];

		sum += x->ns;
		if (i < SHOWN)
			printf("%8.1f %6.1f %8.0f %8.0f %8lld  %.110s\n", (double)x->ns / 1000 / n,
			       (double)x->runs / n, (double)x->steps / n, (double)x->scans / n,
			       (long long)x->prepared, x->text);
		free(x->text);
	}
	printf("%8.1f us in %d statements of one run\n", (double)sum / 1000 / n, c->n);
	free(c);
}
