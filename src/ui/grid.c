/* grid.c - a repeated group of inputs. */
#include "ui/grid.h"

#include "base/money.h"
#include "base/text.h"

#define PAY_ROWS  24 /* of a choice */
#define VIEW_ROWS 9  /* of a reference: more than that are no ways to pay */

static int columns_of(const struct field *line)
{
	int n = 0;

	while (line[n].name)
		n++;
	return n;
}

static struct box *row_new(struct grid *g)
{
	struct box *row;

	g->row = xrealloc(g->row, sizeof *g->row * (size_t)(g->n + 1));
	row = xcalloc((size_t)g->n_cols, sizeof *row);
	for (int i = 0; i < g->n_cols; i++)
		box_init(&row[i], &g->def->line[i]);
	g->row[g->n++] = row;
	return row;
}

static void row_free(struct grid *g, int row)
{
	for (int i = 0; i < g->n_cols; i++)
		box_free(&g->row[row][i]);
	free(g->row[row]);
}

/* ---- pay grids ---- */

static void pay_rows_of_choices(struct grid *g, struct look *l)
{
	const struct choice *c = field_choices(&g->def->line[g->choice], l->ctx.db, l->arena, true);

	for (; c->code && g->n < PAY_ROWS; c++)
		box_put(&row_new(g)[g->choice], l, c->code);
}

static void pay_rows_of_view(struct grid *g, struct look *l, const struct view *v)
{
	struct view_query q = { .view = v };
	struct err e = { 0 };
	struct view_row *row;
	int id = view_col_index(v, v->id);
	size_t n = 0;

	if (id < 0 ||
	    !view_page(l->ctx.db, &q, &l->who, NULL, false, VIEW_ROWS + 1, l->arena, &row, &n, &e) ||
	    n > VIEW_ROWS)
		return;
	for (size_t i = 0; i < n; i++)
		box_put(&row_new(g)[g->choice], l,
			arena_printf(l->arena, "#%lld", (long long)row[i].val[id].i));
}

static void pay_look(struct grid *g, struct look *l)
{
	const struct view *v;

	g->choice = g->amount = g->tendered = -1;
	for (int i = 0; i < g->n_cols; i++) {
		const struct field *f = &g->def->line[i];

		if (g->choice < 0 && (f->flags & REQUIRED_) && (f->type == VT_CHOICE || f->type == VT_REF))
			g->choice = i;
		if (f->type == VT_MONEY && g->amount < 0)
			g->amount = i;
		else if (f->type == VT_MONEY && g->tendered < 0)
			g->tendered = i;
	}
	if (g->choice != 0 || g->amount != 1)
		return;
	v = g->def->line[0].type == VT_REF ? view_find(g->def->line[0].view) : NULL;
	if (v)
		pay_rows_of_view(g, l, v);
	else if (g->def->line[0].choices)
		pay_rows_of_choices(g, l);
	g->pay = g->n > 0 || g->def->line[0].listed;
	for (int i = 0; i < g->n; i++)
		g->row[i][g->choice].readonly = true;
}

void grid_init(struct grid *g, const struct field *def, struct look *l)
{
	*g = (struct grid){ .def = def, .n_cols = columns_of(def->line) };
	pay_look(g, l);
	if (!g->pay)
		row_new(g);
}

void grid_free(struct grid *g)
{
	for (int i = 0; i < g->n; i++)
		row_free(g, i);
	free(g->row);
	*g = (struct grid){ 0 };
}

/* False where what stands there is no amount. */
static bool amount_read(const struct grid *g, int row, int64_t *ret)
{
	struct err e = { 0 };
	const char *s = edit_text(&g->row[row][g->amount].edit);

	*ret = 0;
	return !*s || (calc_wanted(s) ? calc_eval(s, 2, ret, &e) : money_parse(s, "", ret, &e));
}

static int64_t amount_of(const struct grid *g, int row)
{
	int64_t v;

	return amount_read(g, row, &v) ? v : 0;
}

int64_t grid_left(const struct grid *g)
{
	int64_t left = g->open;

	for (int i = 0; i < g->n; i++)
		left -= amount_of(g, i);
	return left;
}

void grid_carry(struct grid *g, struct look *l, int row)
{
	int64_t left = grid_left(g);
	struct box *b = &g->row[row][g->amount];

	if (left > 0 && box_empty(b))
		box_put(b, l, money_plain(l->arena, left));
}

void grid_pass_on(struct grid *g, int row, int col)
{
	if (g->pay && col == g->amount && row + 1 < g->n && box_empty(&g->row[row + 1][col]) &&
	    grid_left(g) == 0) {
		edit_set(&g->row[row][col].edit, "");
		str_clear(&g->row[row][col].pretty);
	}
}

/* ---- rows ---- */

struct box *grid_add(struct grid *g)
{
	if (g->pay || (g->def->max_lines && g->n >= g->def->max_lines))
		return NULL;
	return row_new(g);
}

void grid_drop(struct grid *g, int row)
{
	if (g->pay || row < 0 || row >= g->n)
		return;
	row_free(g, row);
	memmove(&g->row[row], &g->row[row + 1], sizeof *g->row * (size_t)(g->n - row - 1));
	if (--g->n == 0)
		row_new(g);
}

bool grid_row_empty(const struct grid *g, int row)
{
	int64_t amount;

	/* What is no amount is not nothing: the command says so. */
	if (g->pay)
		return amount_read(g, row, &amount) && amount == 0;
	for (int i = 0; i < g->n_cols; i++)
		if (!box_empty(&g->row[row][i]))
			return false;
	return true;
}

bool grid_find(const struct grid *g, const struct box *b, int *ret_row, int *ret_col)
{
	for (int i = 0; i < g->n; i++)
		if (b >= g->row[i] && b < g->row[i] + g->n_cols) {
			*ret_row = i;
			*ret_col = (int)(b - g->row[i]);
			return true;
		}
	return false;
}

bool grid_row_typed(const struct grid *g, int row)
{
	for (int k = 0; k < g->n_cols; k++)
		if (g->row[row][k].typed)
			return true;
	return false;
}

bool grid_typed(const struct grid *g)
{
	for (int i = 0; i < g->n; i++)
		if (grid_row_typed(g, i))
			return true;
	return false;
}

/* The pay row of the same method. */
static int pay_row(const struct grid *g, struct look *l, const struct args *line)
{
	const char *raw = args_get(line, g->def->line[g->choice].name);
	struct box probe;
	int found = -1;

	box_init(&probe, &g->def->line[g->choice]);
	box_put(&probe, l, raw);
	for (int i = 0; i < g->n && found < 0; i++) {
		const struct box *b = &g->row[i][g->choice];

		if (probe.id ? b->id == probe.id : strcmp(edit_text(&b->edit), edit_text(&probe.edit)) == 0)
			found = i;
	}
	box_free(&probe);
	return found;
}

/* A pay grid without amounts, any other without rows. */
static void grid_empty(struct grid *g, struct look *l)
{
	while (!g->pay && g->n > 0)
		row_free(g, --g->n);
	for (int i = 0; i < g->n; i++)
		for (int k = 0; k < g->n_cols; k++)
			if (!g->row[i][k].readonly)
				box_put(&g->row[i][k], l, NULL);
	g->open = 0;
}

static void row_put(struct grid *g, struct look *l, int at, const struct args *line, bool drafted)
{
	for (int k = 0; k < g->n_cols; k++) {
		struct box *b = &g->row[at][k];

		if (!b->readonly)
			box_put(b, l, args_get(line, b->def->name));
		b->typed = drafted && !box_empty(b);
		b->readonly = b->readonly || (!drafted && (b->def->flags & FIXED_) && !box_empty(b));
	}
}

void grid_put(struct grid *g, struct look *l, const struct args *from, bool drafted)
{
	size_t n = args_lines(from, g->def->name);

	if ((!n && !g->proposed) || (grid_typed(g) && !drafted))
		return;
	grid_empty(g, l);
	for (size_t i = 0; i < n; i++) {
		const struct args *line = args_line(from, g->def->name, i);
		int at = g->pay ? pay_row(g, l, line) : g->n;

		if (at < 0)
			continue;
		if (!g->pay)
			row_new(g);
		row_put(g, l, at, line, drafted);
		g->open += g->pay && !drafted ? amount_of(g, at) : 0;
	}
	if (!g->n)
		row_new(g);
	g->proposed = n > 0 && !drafted;
}

/* More was given than is open: the row takes what it needs, the rest goes back. */
static int64_t pay_over(const struct grid *g, int row)
{
	int64_t left;

	if (!g->pay || !g->open || g->tendered < 0 || !box_empty(&g->row[row][g->tendered]))
		return 0;
	left = grid_left(g);
	return left < 0 && amount_of(g, row) > -left ? -left : 0;
}

static void over_args(const struct grid *g, struct args *line, int row, int64_t over, struct arena *a)
{
	args_set(line, g->def->line[g->amount].name, money_plain(a, amount_of(g, row) - over));
	args_set(line, g->def->line[g->tendered].name, money_plain(a, amount_of(g, row)));
}

void grid_args(const struct grid *g, struct args *out, struct arena *a)
{
	bool given = false;

	args_clear_lines(out, g->def->name);
	for (int i = 0; i < g->n; i++) {
		struct args *line;

		if (grid_row_empty(g, i))
			continue;
		line = args_add_line(out, g->def->name);
		for (int k = 0; k < g->n_cols; k++)
			args_set(line, g->row[i][k].def->name, box_raw(&g->row[i][k], a));
		if (!given && pay_over(g, i)) {
			over_args(g, line, i, pay_over(g, i), a);
			given = true;
		}
	}
}

/* ---- drawing ---- */

/* Widths in proportion to what the types need. */
static void columns_fit(const struct grid *g, int width, int *w)
{
	int need = 0, rest;

	for (int k = 0; k < g->n_cols; k++) {
		w[k] = box_width(&g->def->line[k]);
		need += w[k] + 1;
	}
	for (int k = g->n_cols - 1; k >= 0 && need > width; k--) {
		int cut = w[k] - 6 < need - width ? w[k] - 6 : need - width;

		cut = cut < 0 ? 0 : cut;
		w[k] -= cut;
		need -= cut;
	}
	rest = width - need;
	for (int k = 0; k < g->n_cols && rest > 0; k++)
		if (g->def->line[k].type == VT_REF || g->def->line[k].type == VT_TEXT) {
			w[k] += rest > 20 ? 20 : rest;
			rest = 0;
		}
}

#define GRID_COLUMNS 16

void grid_draw(struct grid *g, struct canvas *c, struct rect r, const struct box *focus,
	       const struct lang *lang)
{
	int w[GRID_COLUMNS], row = 0, col = 0, x = r.x;
	int cols = g->n_cols < GRID_COLUMNS ? g->n_cols : GRID_COLUMNS;

	columns_fit(g, r.w, w);
	if (focus && grid_find(g, focus, &row, &col)) {
		if (row < g->top)
			g->top = row;
		if (row >= g->top + r.h - 1)
			g->top = row - r.h + 2;
	}
	for (int k = 0; k < cols && x < r.x + r.w; x += w[k++] + 1) {
		const struct field *f = &g->def->line[k];

		canvas_put(c, r.y, x, w[k], f->type >= VT_MONEY && f->type <= VT_INT ? 1 : -1, ROLE_HEAD,
			   tr(lang, f->brief ? f->brief : f->label));
	}
	for (int y = 1; y < r.h && g->top + y - 1 < g->n; y++) {
		struct box *b = g->row[g->top + y - 1];

		x = r.x;
		for (int k = 0; k < cols && x < r.x + r.w; x += w[k++] + 1)
			box_draw(&b[k], c, (struct rect){ r.y + y, x, 1, w[k] }, &b[k] == focus);
	}
}
