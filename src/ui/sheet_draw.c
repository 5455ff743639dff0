/* sheet_draw.c - drawing a sheet: labels, boxes, grids, what is read only, and its hints. */
#include "base/money.h"
#include "base/text.h"
#include "ui/console.h"
#include "ui/sheet_priv.h"

#define GRID_LINES 6

static const char *label_of(const struct sheet *s, const struct layout_cell *c)
{
	const struct lang *lang = console_lang(s->con);
	int i = sheet_index(s, c->name), col;
	const struct field *f;

	if (c->kind == CELL_HEAD) {
		col = view_col_index(s->head, c->name);
		return tr(lang, s->head->cols[col].title ? s->head->cols[col].title : "");
	}
	f = s->box[i].def;
	return tr(lang, s->width < 60 && f->brief ? f->brief : f->label);
}

static int head_width(const struct sheet *s, const char *name)
{
	int w = s->head->cols[view_col_index(s->head, name)].width;

	return w > 0 ? w : 12;
}

/* What is read only needs no more than its text. */
static int head_least(const struct sheet *s, const char *name, int w)
{
	int need = s->held.text ? text_width(s->held.text[view_col_index(s->head, name)]) : 0;

	return need > w ? w : need < 4 ? 4 : need;
}

static struct cell_size size_of(void *arg, int row, int cell)
{
	const struct sheet *s = arg;
	const struct layout_cell *c = &s->layout.row[row].cell[cell];
	int i = sheet_index(s, c->name);
	struct cell_size size = { .h = 1, .rest = c->rest };

	if (!sheet_shows(s, row, cell))
		return (struct cell_size){ 0 };
	size.label = text_width(label_of(s, c));
	if (c->kind == CELL_HEAD) {
		size.w = c->columns ? c->columns : head_width(s, c->name);
		size.least = c->columns ? c->columns : head_least(s, c->name, size.w);
		return size;
	}
	size.w = c->columns ? c->columns : box_width(s->box[i].def);
	size.least = c->columns || size.w < 14 ? size.w : 14;
	size.h = c->lines > 0 ? c->lines : s->box[i].def->type == VT_AREA ? 3 : 1;
	size.rest = c->rest || s->box[i].def->type == VT_AREA;
	if (s->grid[i].n_cols) {
		size.label = size.least = 0;
		if (!s->grid[i].n)
			return (struct cell_size){ 0 };
		size.h = (s->grid[i].pay ? s->grid[i].n : c->lines > 0 ? c->lines : GRID_LINES) + 1;
		size.rest = true;
	}
	return size;
}

int sheet_height(struct sheet *s, int width)
{
	struct arena *a = arena_new();
	struct spot *spot;
	int n, h = 1, most = 1;

	s->width = width;
	for (int page = 0; page < layout_pages(&s->layout); page++) {
		h = layout_place(&s->layout, page, width, size_of, s, a, &spot, &n);
		most = h > most ? h : most;
	}
	arena_free(a);
	return most;
}

static void draw_head(const struct sheet *s, struct canvas *c, struct rect r, const struct layout_cell *cell)
{
	int col = view_col_index(s->head, cell->name);
	const char *text = s->held.text ? s->held.text[col] : "";

	canvas_put(c, r.y, r.x, r.w, -1, ROLE_VALUE, text);
}

static void draw_cell(struct sheet *s, struct canvas *c, struct rect at, const struct spot *spot)
{
	const struct layout_cell *cell = &s->layout.row[spot->row].cell[spot->cell];
	int i = sheet_index(s, cell->name), x = at.x + spot->x, y = at.y + spot->y;
	struct rect r = { y, x + spot->label + (spot->label ? 1 : 0), spot->h, spot->w };

	if (y + spot->h > at.y + at.h)
		r.h = at.y + at.h - y;
	if (spot->label)
		canvas_put(c, y, x, spot->label, -1, cell->kind == CELL_HEAD ? ROLE_DIM : ROLE_LABEL,
			   label_of(s, cell));
	if (cell->kind == CELL_HEAD)
		draw_head(s, c, r, cell);
	else if (s->grid[i].n_cols)
		grid_draw(&s->grid[i], c, r, s->focus, console_lang(s->con));
	else
		box_draw(&s->box[i], c, r, &s->box[i] == s->focus);
}

/* Draws a spot that lies wholly or partly in the area, whose first line is line `scroll` of the page. */
static void draw_spot(struct sheet *s, struct canvas *c, struct rect r, struct spot spot)
{
	const char *title;

	spot.y -= s->scroll;
	if (spot.y < 0 || spot.y >= r.h)
		return;
	if (spot.cell >= 0) {
		draw_cell(s, c, r, &spot);
		return;
	}
	title = tr(console_lang(s->con), s->layout.row[spot.row].title);
	canvas_put(c, r.y + spot.y, r.x, r.w, -1, ROLE_HEAD, title);
}

static bool has_focus(struct sheet *s, const struct spot *spot)
{
	const struct layout_cell *cell;
	int row, col;
	const struct grid *g = sheet_grid(s, s->focus, &row, &col);
	const char *name = g ? g->def->name : s->focus ? s->focus->def->name : "";

	if (spot->cell < 0)
		return false;
	cell = &s->layout.row[spot->row].cell[spot->cell];
	return cell->kind != CELL_HEAD && strcmp(cell->name, name) == 0;
}

static void scroll_to_focus(struct sheet *s, const struct spot *spot, int n, int height, int room)
{
	if (!s->focus)
		s->scroll = height > room ? height - room : 0;
	for (int i = 0; i < n; i++) {
		if (!has_focus(s, &spot[i]))
			continue;
		if (spot[i].y < s->scroll)
			s->scroll = spot[i].y;
		if (spot[i].y + spot[i].h > s->scroll + room)
			s->scroll = spot[i].h >= room ? spot[i].y : spot[i].y + spot[i].h - room;
	}
	if (height <= room)
		s->scroll = 0;
}

/* Where one stands behind the last field. */
static void draw_run(struct sheet *s, struct canvas *c, struct rect r, int y, const char *label)
{
	struct arena *a = arena_new();
	char key[8];
	const char *text;

	keymap_text(console_keys(s->con), K_SAVE, console_options(s->con)->no_f, key);
	text = arena_printf(a, "[%s %s]", key, label);
	canvas_put(c, r.y + y, r.x, text_width(text), -1, s->focus ? ROLE_DIM : ROLE_FOCUS, text);
	if (!s->focus)
		canvas_caret(c, r.y + y, r.x);
	arena_free(a);
}

/* Which page it is, where there are more and the last line is free. */
static void draw_page(const struct sheet *s, struct canvas *c, struct rect r, int page, int height)
{
	int pages = layout_pages(&s->layout);
	char text[40];

	if (pages < 2 || height >= r.h)
		return;
	snprintf(text, sizeof text, "%d/%d %s", page + 1, pages, page + 1 < pages ? "PgDn" : "PgUp");
	canvas_put(c, r.y + r.h - 1, r.x + r.w - text_width(text), text_width(text), -1, ROLE_DIM, text);
}

void sheet_draw(struct sheet *s, struct canvas *c, struct rect r, const char *run_label)
{
	struct arena *a = arena_new();
	int page = sheet_page_of(s, s->focus);
	bool runs = run_label && (!s->focus || page == layout_pages(&s->layout) - 1);
	const char *title = layout_page_title(&s->layout, page);
	struct spot *spot;
	int n, height;

	s->width = r.w;
	if (title) {
		canvas_put(c, r.y++, r.x, r.w, -1, ROLE_HEAD, tr(console_lang(s->con), title));
		r.h--;
	}
	height = layout_place(&s->layout, page, r.w, size_of, s, a, &spot, &n);
	if (runs)
		height++;
	scroll_to_focus(s, spot, n, height, r.h);
	for (int i = 0; i < n; i++)
		draw_spot(s, c, r, spot[i]);
	if (runs && height - 1 - s->scroll < r.h)
		draw_run(s, c, r, height - 1 - s->scroll, run_label);
	draw_page(s, c, r, page, height);
	arena_free(a);
}

/* ---- hints ---- */

/* In a pay grid: what is open still, or what is given back. */
static const char *pay_hint(const struct grid *g, struct look *l)
{
	int64_t left = grid_left(g);

	if (!g->open)
		return NULL;
	if (left > 0)
		return arena_printf(l->arena, tr(l->ctx.lang, N_("Still open: %s")),
				    money_text(l->arena, left));
	if (left < 0)
		return arena_printf(l->arena, tr(l->ctx.lang, N_("Change: %s")), money_text(l->arena, -left));
	return tr(l->ctx.lang, N_("Nothing is open: Enter books it"));
}

static bool is_name(const struct view *v, const char *col)
{
	for (const char *const *name = v->names; name && *name; name++)
		if (!strcmp(*name, col))
			return true;
	return v->label && !strcmp(v->label, col);
}

/* What the list says of a row beside its names: "Unit L  On hand 35  Price 88.00  Bin B-04". */
static const char *row_told(const struct view *v, int64_t id, struct look *l)
{
	const struct view_cond cond = { .col = v->id, .op = OP_EQ, .from = id, .to = id };
	const struct view_query q = { .view = v, .conds = &cond, .n_conds = 1 };
	struct err e = { .lang = l->ctx.lang };
	struct str out = { 0 };
	struct view_row *row;
	const char *told;
	size_t n = 0;

	if (!view_page(l->ctx.db, &q, &l->who, NULL, false, 1, l->arena, &row, &n, &e) || !n)
		return NULL;
	for (size_t i = 0; i < v->n_cols; i++) {
		const struct view_col *c = &v->cols[i];
		const char *text;

		if ((c->flags & COL_HIDDEN) || !view_col_visible(c, &l->who) || is_name(v, c->name))
			continue;
		text = view_text(c, &row[0].val[i], &l->who, true, l->arena);
		if (*text)
			str_addf(&out, "%s%s %s", out.len ? "  " : "", tr(l->ctx.lang, c->title), text);
	}
	told = arena_strdup(l->arena, str_get(&out));
	str_free(&out);
	return told;
}

/* In a row of goods that stands fast: what the shelves say of them, which is what one wants to know beside how many. */
static const char *goods_hint(const struct grid *g, int row, struct look *l)
{
	for (int k = 0; k < g->n_cols; k++) {
		const struct box *b = &g->row[row][k];

		if (b->def->type == VT_REF && b->id && !strcmp(b->def->view, "parts"))
			return row_told(view_find(b->def->view), b->id, l);
	}
	return NULL;
}

const char *sheet_hint(struct sheet *s, struct arena *a)
{
	int row, col;
	struct grid *g = sheet_grid(s, s->focus, &row, &col);
	const char *text = NULL;
	struct look l;

	look_open(s->con, &l);
	if (!s->focus)
		text = tr(l.ctx.lang,
			  s->c->undo == UNDO_ROWS ? N_("Enter or F12 saves it") : N_("F12 books it"));
	else if (s->focus->edit.full)
		text = arena_printf(
		    a, tr(l.ctx.lang, N_("No more than %d characters go in here; the rest is left out")),
		    (int)s->focus->edit.limit);
	else if (g && g->pay)
		text = pay_hint(g, &l);
	else if (g && !s->focus->edit.touched)
		text = goods_hint(g, row, &l);
	if (!text)
		text = box_hint(s->focus, &l);
	text = arena_strdup(a, text);
	look_close(&l);
	return text;
}

static void help_here(struct sheet *s, struct str *out)
{
	const struct field *f = s->focus->def;
	struct look l;

	look_open(s->con, &l);
	str_addf(out, "> %s: %s\n", tr(l.ctx.lang, f->label), tr(l.ctx.lang, f->help));
	str_addf(out, "%s\n\n", box_takes(s->focus, &l));
	look_close(&l);
}

const char *sheet_help(struct sheet *s, struct arena *a)
{
	const struct lang *lang = console_lang(s->con);
	struct str out = { 0 };
	const struct field *here = s->focus ? s->focus->def : NULL;
	const char *text;

	/* What one stands on comes first: what it is, what it takes. */
	if (here && here->help)
		help_here(s, &out);
	if (s->c->help)
		str_addf(&out, "%s\n\n", tr(lang, s->c->help));
	for (int i = 0; i < s->n; i++) {
		const struct field *f = s->box[i].def;

		if (!s->box[i].hidden && f->help && f != here)
			str_addf(&out, "%s: %s\n", tr(lang, f->label), tr(lang, f->help));
	}
	text = arena_strdup(a, str_get(&out));
	str_free(&out);
	return text;
}
