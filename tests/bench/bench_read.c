/* bench_read.c - reading a ten-year file: the first rows of every list, against a bare open and SELECT of the same file
 * and against the same on a small shop.
 *
 * bench_read BIG SMALL: two files of fill_ten_years. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/seal.h"
#include "db/db_private.h"
#include "domain/session.h"
#include "domain/user.h"
#include "tests/bench/bare.h"
#include "tests/bench/figure.h"

#define ROWS 18
#define NOW  INT64_C(1795233600)

struct files {
	const char *big, *small;
	struct arena *a;
};

/* ---- a shop that is opened for one look ---- */

struct look {
	struct shop *shop;
	struct session *session;
	struct ctx ctx;
	struct view_who who;
};

static int64_t clock_now(void *arg)
{
	(void)arg;
	return NOW;
}

static void look_open(struct look *l, const char *path, struct arena *a)
{
	struct err e = { 0 };

	l->shop = shop_open(path, SHOP_WORK, &e);
	if (!l->shop)
		die("%s", e.text);
	l->session =
	    session_new(l->shop, &(struct session_options){ .clock = clock_now, .terminal = "bench" });
	session_user(l->session, user_named(shop_reader(l->shop), "boss"));
	session_ctx(l->session, a, NULL, &l->ctx);
	session_who(&l->ctx, &l->who);
}

static void look_close(struct look *l)
{
	session_free(l->session);
	shop_close(l->shop);
}

/* ---- what a list is asked for ---- */

struct question {
	const struct view *view;
	struct view_query q;
	struct view_arg arg[8];
	struct bind bind[20];
	char *text; /* the SELECT of a first page */
};

static void ask(struct question *ask, const struct view *v, int64_t jobs, const struct view_who *who,
		struct arena *a)
{
	size_t n = 0;

	*ask = (struct question){ .view = v, .q = { .view = v, .args = ask->arg } };
	for (size_t i = 0; i < v->n_params; i++) {
		const struct view_param *p = &v->params[i];

		if (!p->required)
			continue;
		ask->arg[ask->q.n_args++] = (struct view_arg){ .name = p->name,
							       .text = !strcmp(p->type, "text"),
							       .s = "鄂A",
							       .i = !strcmp(p->name, "job") ? jobs / 2 : 7 };
	}
	for (size_t i = 0; i < ask->q.n_args; i++)
		ask->bind[n++] = ask->arg[i].text ? (struct bind)B_TEXT(ask->arg[i].name, ask->arg[i].s)
						  : (struct bind)B_INT(ask->arg[i].name, ask->arg[i].i);
	ask->bind[n++] = (struct bind)B_INT("now", who->now);
	ask->bind[n++] = (struct bind)B_INT("today", who->today);
	ask->bind[n++] = (struct bind)B_INT("offset", who->offset_minutes);
	ask->bind[n++] = (struct bind)B_INT("user", who->user_id);
	ask->bind[n++] = (struct bind)B_INT("_n", ROWS);
	ask->text = arena_printf(a, "%s\nLIMIT :_n", view_sql(&ask->q, who, a));
}

/* ---- the first rows of a list, the file being opened for them ---- */

static int64_t first_ours(const char *path, struct question *ask, size_t *ret_n)
{
	struct arena *a = arena_new();
	struct err e = { 0 };
	struct view_row *row;
	struct look l;
	int64_t from = figure_work(), ns;

	look_open(&l, path, a);
	if (!view_page(l.ctx.db, &ask->q, &l.who, NULL, false, ROWS, a, &row, ret_n, &e))
		die("%s: %s", ask->view->name, e.text);
	ns = figure_work() - from;
	look_close(&l);
	arena_free(a);
	return ns;
}

static int64_t first_bare(const char *path, const struct question *ask, size_t *ret_n)
{
	int64_t from = figure_work(), ns;
	struct db *db = bare_open(path, ask->text);

	*ret_n = (size_t)bare_select(db, ask->text, ask->bind);
	ns = figure_work() - from;
	db_free(db);
	return ns;
}

static void first_rows(struct files *f, const struct view *v, int64_t big, int64_t small)
{
	struct figure ours = { 0 }, bare = { 0 }, little = { 0 };
	struct question many, few;
	struct look l;
	char what[80];
	size_t n, n_bare;

	look_open(&l, f->big, f->a);
	ask(&many, v, big, &l.who, f->a);
	ask(&few, v, small, &l.who, f->a);
	for (int i = 0; i < 41; i++) {
		int64_t ns = first_ours(f->big, &many, &n), floor = first_bare(f->big, &many, &n_bare);
		int64_t few_ns = first_ours(f->small, &few, &n_bare);

		if (i == 0)
			continue;
		figure_add(&ours, ns);
		figure_add(&bare, floor);
		figure_add(&little, few_ns);
	}
	snprintf(what, sizeof what, "first %zu rows: %s", n, v->name);
	figure_row(what, &ours, &bare, 130);
	snprintf(what, sizeof what, "  against a thousand jobs");
	figure_row(what, &ours, &little, 130);
	look_close(&l);
	figure_free(&ours);
	figure_free(&bare);
	figure_free(&little);
}

static void lists(struct files *f, const char *only)
{
	int64_t big, small;
	struct look l;

	look_open(&l, f->small, f->a);
	small = db_int(l.ctx.db, SQL("SELECT max(id) FROM job"), NULL, 0);
	look_close(&l);
	look_open(&l, f->big, f->a);
	big = db_int(l.ctx.db, SQL("SELECT max(id) FROM job"), NULL, 0);
	look_close(&l);
	for (size_t i = 0; i < view_count; i++)
		if (view_all[i]->desk && (!only || !strcmp(only, view_all[i]->name)))
			first_rows(f, view_all[i], big, small);
}

int main(int argc, char **argv)
{
	struct files f = { .a = arena_new() };

	if (argc < 3) {
		fprintf(stderr, "usage: bench_read BIG SMALL [VIEW]\n");
		return 64;
	}
	seal_init();
	f.big = argv[1];
	f.small = argv[2];
	lists(&f, argc > 3 ? argv[3] : NULL);
	arena_free(f.a);
	return 0;
}
