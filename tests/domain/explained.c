/* explained.c - every number that is explained is the sum of the rows behind it. */
#include "tests/domain/explained.h"

#include <stdlib.h>
#include <string.h>

#include "db/view.h"

#define ROWS_MOST 60
#define ARGS_MOST 12
#define REFS_MOST 10

struct walk {
	struct test_shop *s;
	struct view_who who;
	int compared;
};

/* The given days, day, and what a required reference means; what else a view must be told is left to those who ask for
 * it in particular. */
static bool args_give(struct walk *w, struct view_query *q, struct view_arg *arg, const char *days,
		      const char *day, const char *ref)
{
	const struct view *v = q->view;

	for (size_t i = 0; i < v->n_params; i++) {
		const struct view_param *p = &v->params[i];
		const char *value = !strcmp(p->type, "range")                     ? days
				    : !strcmp(p->type, "date")                    ? day
				    : p->required && !strncmp(p->type, "ref:", 4) ? ref
										  : p->preset;

		if (!value && p->required)
			return false;
		if (value && !view_arg_parse(shop_reader(w->s->shop), v, p->name, value, &w->who, w->s->arena,
					     &arg[q->n_args++], &w->s->err))
			fail_msg("%s: %s", v->name, w->s->err.text);
	}
	return true;
}

static int64_t behind_sum(struct walk *w, const struct view_query *q, const char *column)
{
	int64_t *sums = xcalloc(q->view->n_cols + 1, sizeof *sums), rows, sum;

	if (!view_totals(shop_reader(w->s->shop), q, &w->who, &rows, sums, &w->s->err))
		fail_msg("%s: %s", q->view->name, w->s->err.text);
	sum = sums[view_col_index(q->view, column)];
	free(sums);
	return sum;
}

static const char *row_name(struct walk *w, const struct view *v, const struct view_row *row)
{
	struct str s = { 0 };
	const char *text;

	for (size_t i = 0; v->keys[i]; i++) {
		int at = view_col_index(v, v->keys[i]);

		str_addf(&s, " %s", view_text(&v->cols[at], &row->val[at], &w->who, false, w->s->arena));
	}
	text = arena_strdup(w->s->arena, str_get(&s));
	str_free(&s);
	return text;
}

static void row_compare(struct walk *w, const struct view_query *asked, const struct view_row *row)
{
	const struct view *v = asked->view;
	struct view_query behind;

	for (size_t i = 0; i < v->n_cols; i++) {
		const struct view_col *col = &v->cols[i];
		int64_t sum;

		if (!col->behind || row->val[i].null)
			continue;
		assert_true(view_explain(asked, (int)i, row, w->s->arena, &behind));
		sum = behind_sum(w, &behind, col->behind);
		if (sum != row->val[i].i)
			fail_msg("%s,%s: %s is %lld, the rows of %s make %lld", v->name, row_name(w, v, row),
				 col->name, (long long)row->val[i].i, behind.view->name, (long long)sum);
		w->compared++;
	}
}

static void view_compare(struct walk *w, const struct view *v, const char *days, const char *day,
			 const char *ref)
{
	struct view_arg arg[ARGS_MOST];
	struct view_query q = { .view = v, .args = arg };
	struct view_row *row;
	size_t n;

	if (!args_give(w, &q, arg, days, day, ref))
		return;
	if (!view_page(shop_reader(w->s->shop), &q, &w->who, NULL, false, ROWS_MOST, w->s->arena, &row, &n,
		       &w->s->err))
		fail_msg("%s: %s", v->name, w->s->err.text);
	for (size_t i = 0; i < n; i++)
		row_compare(w, &q, &row[i]);
}

static bool has_behind(const struct view *v)
{
	for (size_t i = 0; i < v->n_cols; i++)
		if (v->cols[i].behind)
			return true;
	return false;
}

/* What a view must be told: the view of its first required reference, or NULL. */
static const struct view *told(const struct view *v)
{
	for (size_t i = 0; i < v->n_params; i++)
		if (v->params[i].required && !strncmp(v->params[i].type, "ref:", 4))
			return view_find(v->params[i].type + 4);
	return NULL;
}

/* Of each party, statement, ... of the first page. */
static void view_compare_told(struct walk *w, const struct view *v, const struct view *of)
{
	struct view_query q = { .view = of };
	struct view_row *row;
	size_t n;

	if (!view_page(shop_reader(w->s->shop), &q, &w->who, NULL, false, REFS_MOST, w->s->arena, &row, &n,
		       &w->s->err))
		fail_msg("%s: %s", of->name, w->s->err.text);
	for (size_t i = 0; i < n; i++)
		view_compare(w, v, "2000..2099", "today",
			     by_id(w->s, row[i].val[view_col_index(of, of->id)].i));
}

int numbers_explained(struct test_shop *s)
{
	struct walk w = { .s = s, .who = { .now = s->now, .today = s->now / 86400, .offset_minutes = 480 } };

	err_clear(&s->err);
	for (size_t i = 0; i < view_count; i++) {
		if (!has_behind(view_all[i]))
			continue;
		if (told(view_all[i])) {
			view_compare_told(&w, view_all[i], told(view_all[i]));
			continue;
		}
		view_compare(&w, view_all[i], "2000..2099", "today", NULL);
		view_compare(&w, view_all[i], "-3d..today", "-10d", NULL);
	}
	return w.compared;
}
