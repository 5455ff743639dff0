/* sheet.c - the inputs of one command: making them, reading and giving values. */
#include "ui/sheet.h"

#include "base/text.h"
#include "domain/required.h"
#include "ui/bind.h"
#include "ui/console.h"
#include "ui/sheet_priv.h"

/* ---- making ---- */

int sheet_index(const struct sheet *s, const char *name)
{
	for (int i = 0; i < s->n; i++)
		if (strcmp(s->box[i].def->name, name) == 0)
			return i;
	return -1;
}

/* The command's inputs, and behind them the remark that every command takes. */
static void boxes_make(struct sheet *s, struct look *l)
{
	int inputs = 0;

	while (s->c->input[inputs].name)
		inputs++;
	s->box = ARENA_ARRAY(s->arena, struct box, inputs + 1);
	s->grid = ARENA_ARRAY(s->arena, struct grid, inputs + 1);
	for (s->n = 0; s->n <= inputs; s->n++) {
		const struct field *f = s->n < inputs ? &s->c->input[s->n] : &command_remark;
		int i = s->n;

		if (f->type == VT_LINES)
			grid_init(&s->grid[i], f, l);
		box_init(&s->box[i], f);
		s->box[i].hidden = f->right && !may_right(&l->ctx, f->right);
	}
}

static bool row_names(const char *row, const char *name)
{
	size_t n = strlen(name);

	if ((*row == '=' || *row == '/') && row[1] == ' ')
		return false;
	for (const char *at = row; (at = strstr(at, name)); at += n) {
		bool starts = at == row || strchr(" ~@", at[-1]);
		bool ends = !at[n] || strchr(" :*+!?", at[n]);

		if (starts && ends)
			return true;
	}
	return false;
}

static bool layout_names(const struct sheet *s, const char *name)
{
	for (size_t i = 0; s->rows[i]; i++)
		if (row_names(s->rows[i], name))
			return true;
	return false;
}

/* The rows of the table, or one for each field; then what must be given and is not named. */
static void rows_make(struct sheet *s, struct look *l, const struct sheet_open *o)
{
	size_t n = 0, at;
	bool none;

	s->rows = ARENA_ARRAY(s->arena, const char *, o->most + (size_t)s->n + 4);
	for (; o->layout && n < o->most && o->layout[n]; n++)
		s->rows[n] = o->layout[n];
	none = n == 0;
	at = n;
	for (int i = 0; i < s->n; i++) {
		const struct field *f = s->box[i].def;
		bool here = required_here(&l->ctx, s->c, f, 0);

		if (s->box[i].hidden || (o->given && args_get(o->given, f->name) && !none))
			continue;
		if (here)
			s->box[i].asked = true;
		if (layout_names(s, f->name) || (f == &command_remark && !here) ||
		    (!none && !here && !(f->flags & REQUIRED_)))
			continue;
		if (n == at && !none)
			s->rows[n++] = "= " N_("Asked for here");
		s->rows[n++] = f->type == VT_LINES ? arena_printf(s->arena, "@%s*6", f->name) : f->name;
	}
	/* It shows up when a refusal asks for it. */
	if (!layout_names(s, command_remark.name)) {
		s->remark_late = true;
		s->rows[n++] = "remark+";
	}
}

static void layout_asks(struct sheet *s)
{
	for (int r = 0; r < s->layout.n; r++)
		for (int k = 0; k < s->layout.row[r].n; k++) {
			const struct layout_cell *c = &s->layout.row[r].cell[k];

			if (c->asked && sheet_index(s, c->name) >= 0)
				s->box[sheet_index(s, c->name)].asked = true;
		}
}

/* A list that has no parameter for it is asked for the row of that id. */
static void id_cond(struct rows *r, const struct args *params)
{
	const char *name;

	for (size_t i = 0; params && r->view->id && !r->n_args && (name = args_name(params, i)); i++) {
		const char *value = args_get(params, name);

		if (*value == '#' && !r->n_conds)
			r->conds[r->n_conds++] = (struct view_cond){ .col = r->view->id,
								     .op = OP_EQ,
								     .from = strtoll(value + 1, NULL, 10) };
	}
}

/* The only row of a view, held. */
static bool row_hold(struct sheet *s, struct look *l, const struct view *v, const struct args *params,
		     struct held_head *ret, struct err *e)
{
	struct rows r;
	bool ok;

	rows_init(&r, v);
	ok = rows_args(&r, l, params, NULL, e);
	id_cond(&r, params);
	ok = ok && rows_load(&r, l, ROWS_FIRST, false, e);
	if (ok && r.n) {
		ret->text = ARENA_ARRAY(s->arena, char *, v->n_cols);
		ret->row.val = ARENA_ARRAY(s->arena, struct view_val, v->n_cols);
		for (size_t i = 0; i < v->n_cols; i++) {
			ret->text[i] = arena_strdup(s->arena, r.row[0].text[i]);
			ret->row.val[i] = r.row[0].row.val[i];
			ret->row.val[i].s = arena_strdup(s->arena, r.row[0].row.val[i].s);
		}
	}
	rows_free(&r);
	return ok;
}

/* ---- values ---- */

/* What is known without the proposals, so that the command may propose anew. */
static struct args *args_known(struct sheet *s, struct arena *a)
{
	struct args *args = sheet_args(s, a);

	for (int i = 0; i < s->n; i++) {
		if (s->grid[i].n_cols && s->grid[i].proposed && !grid_typed(&s->grid[i]))
			args_clear_lines(args, s->box[i].def->name);
		else if (s->box[i].proposed && !s->box[i].typed)
			args_unset(args, s->box[i].def->name);
	}
	return args;
}

static void proposal_put(struct box *b, struct look *l, const char *raw, const char *known)
{
	if (b->typed || (!raw && !b->proposed) || (raw && known && strcmp(raw, known) == 0))
		return;
	box_put(b, l, raw);
	b->proposed = raw != NULL;
}

void sheet_fill(struct sheet *s, struct look *l)
{
	struct args *known = args_known(s, l->arena), *args = args_known(s, l->arena);
	int row = 0, col = 0;
	struct grid *focus = sheet_grid(s, s->focus, &row, &col);

	if (!s->c->fill)
		return;
	s->c->fill(&l->ctx, args);
	for (int i = 0; i < s->n; i++) {
		const char *name = s->box[i].def->name;

		if (s->grid[i].n_cols && s->grid[i].n && sheet_row_of(s, &s->grid[i].row[0][0]) >= 0)
			grid_put(&s->grid[i], l, args, false);
		else if (sheet_row_of(s, &s->box[i]) >= 0)
			proposal_put(&s->box[i], l, args_get(args, name), args_get(known, name));
	}
	/* Proposed rows take the place of others; the focus stays where it was. */
	if (focus)
		s->focus = &focus->row[row < focus->n ? row : focus->n - 1][col];
}

/* The columns of the row that is edited, as the inputs of the same name. A reference has its id in NAME_id.
 */
static void from_put(struct sheet *s, struct look *l, const struct view *v, const struct held_head *row)
{
	for (int i = 0; row->text && i < s->n; i++) {
		const struct field *f = s->box[i].def;
		const char *id = arena_printf(l->arena, "%s_id", f->name);
		int col = view_col_index(v, f->type == VT_REF ? id : f->name);

		if (col < 0 || row->row.val[col].null || f->type == VT_LINES)
			continue;
		if (f->type == VT_REF && row->row.val[col].i)
			box_put(&s->box[i], l,
				arena_printf(l->arena, "#%lld", (long long)row->row.val[col].i));
		else if (f->type != VT_REF)
			box_put(&s->box[i], l,
				view_text(&v->cols[col], &row->row.val[col], &l->who, false, l->arena));
	}
	if (row->text && view_col_index(v, "ver") >= 0)
		s->ver = row->row.val[view_col_index(v, "ver")].i;
}

static void given_put(struct sheet *s, struct look *l, const struct args *given)
{
	const char *name;

	for (size_t i = 0; given && (name = args_name(given, i)); i++) {
		int at = sheet_index(s, name);

		if (strcmp(name, "ver") == 0 && at < 0)
			s->ver = strtoll(args_get(given, name), NULL, 10);
		else if (at >= 0 && args_lines(given, name) && s->grid[at].n_cols && layout_names(s, name))
			grid_put(&s->grid[at], l, given, true);
		else if (at >= 0 && !args_lines(given, name) && layout_names(s, name))
			box_put(&s->box[at], l, args_get(given, name));
		else
			args_add(s->fixed, given, name);
	}
}

/* What is there already need not be given again. */
static void loaded_note(struct sheet *s, struct look *l)
{
	for (int i = 0; i < s->n; i++) {
		const char *raw = box_raw(&s->box[i], l->arena);

		str_add(&s->box[i].loaded, raw ? raw : "");
	}
}

static void bound_put(struct sheet *s, struct look *l, const struct sheet_open *o,
		      const struct held_head *from)
{
	struct bind_from bind = { .params = o->params,
				  .view = o->from,
				  .row = from->text ? &from->row : NULL };
	struct args *bound = args_new(l->arena);

	bind_args(o->with, &bind, s->c, &l->who, bound);
	given_put(s, l, bound);
}

bool sheet_init(struct sheet *s, struct console *con, struct arena *a, const struct sheet_open *o,
		struct err *e)
{
	struct held_head from = { 0 };
	struct look l;
	bool ok = true;

	*s = (struct sheet){
		.con = con, .c = o->c, .arena = a, .fixed = args_new(a), .head = o->head, .width = 80
	};
	seal_new_id(s->request);
	look_open(con, &l);
	boxes_make(s, &l);
	rows_make(s, &l, o);
	ok = layout_read(a, s->rows, o->most + (size_t)s->n + 3, &s->layout, e);
	layout_asks(s);
	if (ok && o->head)
		ok = row_hold(s, &l, o->head, o->params, &s->held, e);
	if (ok && o->from)
		ok = row_hold(s, &l, o->from, o->params, &from, e);
	if (ok) {
		if (o->from)
			from_put(s, &l, o->from, &from);
		bound_put(s, &l, o, &from);
		if (from.text)
			loaded_note(s, &l);
		given_put(s, &l, o->given);
		sheet_fill(s, &l);
		s->focus = sheet_first(s);
	}
	look_close(&l);
	return ok;
}

void sheet_free(struct sheet *s)
{
	for (int i = 0; i < s->n; i++) {
		box_free(&s->box[i]);
		if (s->grid[i].n_cols)
			grid_free(&s->grid[i]);
	}
	s->n = 0;
}

/* What stands in the shop and was not touched need not be given again. */
static bool box_given(const struct box *b, const char *raw)
{
	return raw && (b->typed || (b->def->flags & REQUIRED_) || strcmp(raw, str_get(&b->loaded)) != 0);
}

struct args *sheet_args(const struct sheet *s, struct arena *a)
{
	struct args *args = args_new(a);
	const char *raw;

	args_add_all(args, s->fixed);
	for (int i = 0; i < s->n; i++) {
		if (s->grid[i].n_cols) {
			grid_args(&s->grid[i], args, a);
			continue;
		}
		raw = box_raw(&s->box[i], a);
		if (box_given(&s->box[i], raw))
			args_set(args, s->box[i].def->name, raw);
	}
	return args;
}

int64_t sheet_ver(const struct sheet *s)
{
	return s->ver;
}

void sheet_refresh(struct sheet *s)
{
	struct look l;

	look_open(s->con, &l);
	sheet_fill(s, &l);
	look_close(&l);
}

bool sheet_dirty(const struct sheet *s)
{
	for (int i = 0; i < s->n; i++) {
		if (s->box[i].typed)
			return true;
		for (int r = 0; r < s->grid[i].n; r++)
			for (int k = 0; k < s->grid[i].n_cols; k++)
				if (s->grid[i].row[r][k].typed)
					return true;
	}
	return false;
}
