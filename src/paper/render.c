/* render.c - a form over its views becomes the text of one paper. */
#include "paper/render.h"

#include <string.h>

#include "base/money.h"
#include "base/text.h"
#include "paper/layout.h"

#define MOST_HEADS 4
#define MOST_ROWS  10000

struct head {
	const struct view *view;
	struct view_row *row;
};

struct work {
	struct db *db;
	const struct paper *p;
	struct view_who who;              /* in the language of the paper */
	struct head head[MOST_HEADS + 1]; /* the first is the row of [rows], where one is open */
	size_t n_heads;
	int columns;
	struct arena *a;
	struct str *out;
	struct err *e;
};

/* ---- values ---- */

static bool find_value(const struct work *w, const char *name, const struct view_col **ret_col,
		       const struct view_val **ret_val)
{
	for (size_t i = 0; i < w->n_heads; i++) {
		const struct head *h = &w->head[i];
		int col = h->row ? view_col_index(h->view, name) : -1;

		if (col >= 0) {
			*ret_col = &h->view->cols[col];
			*ret_val = &h->row->val[col];
			return true;
		}
	}
	return false;
}

static bool is_filled(const struct work *w, const char *name)
{
	const struct view_col *col;
	const struct view_val *val;

	if (!find_value(w, name, &col, &val) || val->null)
		return false;
	return val->text ? *val->s != '\0' : val->i != 0 || col->type == COL_DATE || col->type == COL_TIME;
}

static const char *value_text(const struct work *w, const char *name, bool words)
{
	const struct view_col *col;
	const struct view_val *val;

	if (!find_value(w, name, &col, &val) || val->null)
		return "";
	if (words)
		return money_words(w->a, w->who.lang, val->i);
	return text_safe(w->a, view_text(col, val, &w->who, col->type != COL_TIME, w->a), true);
}

/* ---- cells ---- */

static int fill_columns(const char *before, const char *after, int width)
{
	int left = width - text_width(before) - text_width(after);

	return left > 4 ? left : 4;
}

/* The text of a cell `width` columns wide; a line to write on takes what the rest leaves. */
static const char *cell_text(struct work *w, const struct form_cell *cell, int width)
{
	struct str part[2] = { 0 };
	bool fill = false;
	char *text;

	for (size_t i = 0; i < cell->n; i++) {
		const struct form_item *it = &cell->items[i];

		if (it->op == FORM_FILL)
			fill = true;
		else if (it->op == FORM_TEXT)
			str_add(&part[fill], tr(w->who.lang, it->text));
		else if (it->op == FORM_PLAIN)
			str_add(&part[fill], it->text);
		else
			str_add(&part[fill], value_text(w, it->text, it->op == FORM_WORDS));
	}
	for (int n = fill ? fill_columns(str_get(&part[0]), str_get(&part[1]), width) : 0; n > 0; n--)
		str_addc(&part[0], '_');
	text = arena_printf(w->a, "%s%s", str_get(&part[0]), str_get(&part[1]));
	str_free(&part[0]);
	str_free(&part[1]);
	return text;
}

/* A cell with a label is two: the label in the form's label column, the value in the rest. */
static size_t add_cell(struct work *w, const struct form_cell *cell, int width, struct layout_cell *to)
{
	int label;

	if (!cell->label) {
		to[0] = (struct layout_cell){ cell_text(w, cell, width), width, cell->align };
		return 1;
	}
	to[0] = (struct layout_cell){ .text = arena_printf(w->a, "%s:", tr(w->who.lang, cell->label)),
				      .align = -1 };
	label = text_width(to[0].text);
	to[0].width = label < w->p->form->label ? w->p->form->label - 1 : label;
	width = width > to[0].width + 4 ? width - to[0].width - 1 : 4;
	to[1] = (struct layout_cell){ cell_text(w, cell, width), width, cell->align };
	return 2;
}

static bool has_width(const struct form_line *l)
{
	for (size_t i = 0; i < l->n; i++)
		if (l->cells[i].width)
			return true;
	return false;
}

/* Widths of a line's cells on this paper. */
static void share_widths(const struct work *w, const struct form_line *l, struct layout_cell *ret)
{
	for (size_t i = 0; i < l->n; i++)
		ret[i] = (struct layout_cell){ .text = "", .width = l->cells[i].width };
	layout_share(ret, l->n, w->columns);
}

static bool line_filled(const struct work *w, const struct form_line *l)
{
	for (size_t i = 0; i < l->n; i++)
		for (size_t k = 0; k < l->cells[i].n; k++) {
			const struct form_item *it = &l->cells[i].items[k];

			if ((it->op == FORM_VALUE || it->op == FORM_WORDS) && is_filled(w, it->text))
				return true;
		}
	return false;
}

static void draw_cells(struct work *w, const struct form_line *l)
{
	struct layout_cell width[LAYOUT_CELLS / 2], cells[LAYOUT_CELLS];
	bool below = w->columns < FORM_WIDE && !has_width(l);
	size_t n = 0;

	if (l->optional && !line_filled(w, l))
		return;
	share_widths(w, l, width);
	for (size_t i = 0; i < l->n; i++) {
		n += add_cell(w, &l->cells[i], below ? w->columns : width[i].width, cells + n);
		if (!below)
			continue;
		layout_row(w->out, cells, n, w->columns, w->a);
		n = 0;
	}
	if (!below)
		layout_row(w->out, cells, n, w->columns, w->a);
}

static void draw_title(struct work *w, const struct form_line *l)
{
	struct layout_cell copy = { .width = w->columns };

	draw_cells(w, l);
	if (w->p->copy < 2)
		return;
	copy.text = arena_printf(w->a, tr(w->who.lang, N_("*** copy %d ***")), w->p->copy);
	layout_row(w->out, &copy, 1, w->columns, w->a);
}

/* Nothing for an empty column. */
static void draw_code(struct work *w, const struct form_line *l)
{
	const char *code = value_text(w, l->text, false);
	struct layout_cell plain = { .width = w->columns };

	if (!*code)
		return;
	if (w->p->codes) {
		str_addf(w->out, "%s%s\n", l->what == FORM_QR ? PAPER_QR : PAPER_BARCODE, code);
		return;
	}
	if (l->what == FORM_QR)
		return;
	plain.text = arena_printf(w->a, "*%s*", code);
	layout_row(w->out, &plain, 1, w->columns, w->a);
}

static void draw_rule(struct work *w, char sign)
{
	for (int i = 0; i < w->columns; i++)
		str_addc(w->out, sign);
	str_addc(w->out, '\n');
}

/* ---- rows ---- */

static bool read_rows(struct work *w, const struct view *view, const struct form_line *l, size_t limit,
		      struct view_row **ret, size_t *ret_n)
{
	struct view_arg arg = { .name = w->p->form->param, .i = w->p->id };
	struct view_cond cond = { .op = OP_EQ, .text = true };
	struct view_query q = { .view = view, .args = &arg };

	for (size_t i = 0; i < view->n_params; i++)
		q.n_args |= !strcmp(view->params[i].name, arg.name);
	if (l && l->col) {
		cond.col = l->col;
		cond.s = l->value;
		q.conds = &cond;
		q.n_conds = 1;
	}
	return view_page(w->db, &q, &w->who, NULL, false, limit, w->a, ret, ret_n, w->e);
}

static void draw(struct work *w, size_t from, size_t to);

static size_t line_of(const struct form *form, size_t from, enum form_what what)
{
	while (form->lines[from].what != what)
		from++;
	return from;
}

/* [rows] at `at`: what stands in front of [each] once, the rest for each row. */
static void draw_rows(struct work *w, size_t at)
{
	const struct form *form = w->p->form;
	size_t each = line_of(form, at, FORM_EACH), end = line_of(form, each, FORM_END), n = 0;
	struct view_row *row;

	w->head[0].view = view_find(form->lines[at].text);
	if (!read_rows(w, w->head[0].view, &form->lines[at], MOST_ROWS, &row, &n))
		return;
	for (size_t i = 0; i < n; i++) {
		w->head[0].row = &row[i];
		draw(w, i ? each + 1 : at + 1, end);
	}
	w->head[0].row = NULL;
}

static void draw_line(struct work *w, const struct form_line *l)
{
	if (!(w->columns < FORM_WIDE ? l->roll : l->page))
		return;
	switch (l->what) {
	case FORM_BLANK:
		str_addc(w->out, '\n');
		break;
	case FORM_RULE:
		draw_rule(w, *l->text);
		break;
	case FORM_DRAWING:
		str_add(w->out, l->text);
		str_addc(w->out, '\n');
		break;
	case FORM_TITLE:
		draw_title(w, l);
		break;
	case FORM_CELLS:
		draw_cells(w, l);
		break;
	case FORM_BARCODE:
	case FORM_QR:
		draw_code(w, l);
		break;
	case FORM_ROWS:
	case FORM_EACH:
	case FORM_END:
		break;
	}
}

static void draw(struct work *w, size_t from, size_t to)
{
	const struct form_line *l = w->p->form->lines;

	for (size_t i = from; i < to && w->e->code == ERR_NONE; i++) {
		draw_line(w, &l[i]);
		if (l[i].what == FORM_ROWS) {
			draw_rows(w, i);
			i = line_of(w->p->form, i, FORM_END);
		}
	}
}

static bool read_heads(struct work *w)
{
	for (const char *const *name = w->p->form->heads; *name; name++) {
		struct head *h = &w->head[w->n_heads++];
		size_t n = 0;

		h->view = view_find(*name);
		if (!read_rows(w, h->view, NULL, 1, &h->row, &n))
			return false;
		if (!n)
			return err_set(w->e, ERR_NO, N_("There is nothing to print under that number: %s"),
				       tr(w->e->lang, w->p->form->title));
	}
	return true;
}

static int paper_columns(const struct paper *p)
{
	int own = p->form->size == FORM_PAGE ? FORM_PAGE_COLUMNS : FORM_ROLL_COLUMNS;
	int columns = p->columns ? p->columns : own;

	if (columns < PAPER_NARROWEST)
		return PAPER_NARROWEST;
	return columns > PAPER_WIDEST ? PAPER_WIDEST : columns;
}

bool paper_render(struct db *db, const struct view_who *who, const struct paper *paper, struct str *out,
		  struct err *e)
{
	struct str text = { 0 };
	struct work w = { .db = db,
			  .p = paper,
			  .who = *who,
			  .n_heads = 1,
			  .columns = paper_columns(paper),
			  .a = arena_new(),
			  .out = &text,
			  .e = e };

	w.who.lang = paper->lang;
	if (read_heads(&w))
		draw(&w, 0, paper->form->n);
	if (e->code == ERR_NONE)
		str_addn(out, str_get(&text), text.len);
	str_free(&text);
	arena_free(w.a);
	return e->code == ERR_NONE;
}
