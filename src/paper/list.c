/* list.c - a list or report on paper. */
#include "paper/list.h"

#include "base/date.h"
#include "base/text.h"
#include "paper/layout.h"

#define NARROWEST_TEXT 8

struct sheet {
	const struct view_query *q;
	const struct view_who *who;
	int columns;
	int col[LAYOUT_CELLS]; /* places of the view's columns that are shown */
	struct layout_cell cells[LAYOUT_CELLS];
	size_t n, rows;
	struct arena *a; /* of one row */
	struct str *out;
};

/* ---- which columns, how wide ---- */

static bool is_number(const struct view_col *c)
{
	return c->type == COL_INT || c->type == COL_MONEY || c->type == COL_QTY || c->type == COL_RATE;
}

static int width_of(const struct sheet *s)
{
	int sum = (int)s->n - 1;

	for (size_t i = 0; i < s->n; i++)
		sum += s->cells[i].width;
	return sum;
}

static void take_column(struct sheet *s, int place)
{
	const struct view_col *c = &s->q->view->cols[place];
	int width = c->type == COL_TIME && c->width < 16 ? 16 : c->width;

	if (s->n == LAYOUT_CELLS || (c->flags & COL_HIDDEN) || !view_col_visible(c, s->who) ||
	    c->drop > s->columns)
		return;
	s->col[s->n] = place;
	s->cells[s->n++] = (struct layout_cell){ "", width, is_number(c) ? 1 : -1 };
}

/* The widest text that can still give a column; -1 when none can. */
static int widest_text(const struct sheet *s)
{
	int found = -1;

	for (size_t i = 0; i < s->n; i++)
		if (s->q->view->cols[s->col[i]].type == COL_TEXT && s->cells[i].width > NARROWEST_TEXT &&
		    (found < 0 || s->cells[i].width > s->cells[found].width))
			found = (int)i;
	return found;
}

/* Gives up the last column that is no number and names no row, else the last one. */
static void drop_column(struct sheet *s)
{
	size_t at = s->n - 1;

	for (size_t i = s->n; i-- > 0;) {
		const struct view_col *c = &s->q->view->cols[s->col[i]];

		if (!is_number(c) && !(c->flags & COL_KEY)) {
			at = i;
			break;
		}
	}
	for (s->n--; at < s->n; at++) {
		s->col[at] = s->col[at + 1];
		s->cells[at] = s->cells[at + 1];
	}
}

static void choose_columns(struct sheet *s)
{
	for (int i = 0; i < (int)s->q->view->n_cols; i++)
		take_column(s, i);
	while (width_of(s) > s->columns) {
		int text = widest_text(s);

		if (text >= 0)
			s->cells[text].width--;
		else if (s->n > 1)
			drop_column(s);
		else
			break;
	}
}

/* ---- what stands on it ---- */

static void add_line(struct sheet *s, const char *text, int align)
{
	const struct layout_cell cell = { text, s->columns, align };

	layout_row(s->out, &cell, 1, s->columns, s->a);
}

static void add_rule(struct sheet *s)
{
	for (int i = 0; i < s->columns; i++)
		str_addc(s->out, '-');
	str_addc(s->out, '\n');
}

/* The days that were asked for. */
static void add_days(struct sheet *s, const struct view_arg *arg)
{
	const char *from, *to;

	if (!arg->range)
		return;
	from = arg->i == DATE_NONE || arg->i <= DATE_FIRST ? "" : date_text(s->a, arg->i);
	to = arg->to == DATE_NONE || arg->to >= DATE_LAST ? "" : date_text(s->a, arg->to);
	add_line(s, arena_printf(s->a, "%s .. %s", from, to), 0);
}

static void add_head(struct sheet *s)
{
	const struct view *v = s->q->view;

	add_line(s, tr(s->who->lang, v->title), 0);
	for (size_t i = 0; i < s->q->n_args; i++)
		add_days(s, &s->q->args[i]);
	add_rule(s);
	for (size_t i = 0; i < s->n; i++)
		s->cells[i].text = tr(s->who->lang, v->cols[s->col[i]].title);
	layout_row(s->out, s->cells, s->n, s->columns, s->a);
	add_rule(s);
}

static bool add_row(void *arg, const struct view_row *row)
{
	struct sheet *s = arg;

	if (++s->rows > PAPER_LIST_ROWS)
		return false;
	for (size_t i = 0; i < s->n; i++) {
		const struct view_col *c = &s->q->view->cols[s->col[i]];
		const char *text = view_text(c, &row->val[s->col[i]], s->who, c->type != COL_TIME, s->a);

		s->cells[i].text = text_safe(s->a, text, true);
	}
	layout_row(s->out, s->cells, s->n, s->columns, s->a);
	arena_reset(s->a);
	return true;
}

/* The sums below their columns; the number of rows in the first when it has none. */
static bool add_sums(struct sheet *s, struct db *db, struct err *e)
{
	const struct view *v = s->q->view;
	int64_t rows, *sums = ARENA_ARRAY(s->a, int64_t, v->n_cols);
	bool any = false;

	if (!view_totals(db, s->q, s->who, &rows, sums, e))
		return false;
	for (size_t i = 0; i < s->n; i++) {
		const struct view_col *c = &v->cols[s->col[i]];
		const struct view_val sum = { .i = sums[s->col[i]], .s = "" };
		bool summed = c->flags & COL_SUM;

		any |= summed;
		s->cells[i].text = summed ? view_text(c, &sum, s->who, true, s->a) : "";
	}
	add_rule(s);
	if (any)
		layout_row(s->out, s->cells, s->n, s->columns, s->a);
	return true;
}

bool paper_list(struct db *db, const struct view_query *q, const struct view_who *who, int columns,
		struct str *out, struct err *e)
{
	struct str text = { 0 };
	struct sheet s = { .q = q, .who = who, .columns = columns, .a = arena_new(), .out = &text };
	bool ok;

	choose_columns(&s);
	add_head(&s);
	ok = view_each(db, q, who, add_row, &s, e);
	if (ok && s.rows > PAPER_LIST_ROWS)
		ok = err_set(e, ERR_NO, N_("That is more than %d lines of paper; choose fewer days or rows"),
			     PAPER_LIST_ROWS);
	ok = ok && add_sums(&s, db, e);
	if (ok) {
		add_line(&s,
			 arena_printf(s.a, tr(who->lang, N_("Printed %s")),
				      time_text(s.a, who->now, who->offset_minutes)),
			 -1);
		str_addn(out, str_get(&text), text.len);
	}
	str_free(&text);
	arena_free(s.a);
	return ok;
}
