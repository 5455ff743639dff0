/* rows.c - a window on the rows of a view. */
#include "ui/rows.h"

#include "ui/bind.h"

void rows_init(struct rows *r, const struct view *v)
{
	*r = (struct rows){ .view = v, .arena = arena_new(), .page = arena_new(), .height = 1 };
	r->sums = xcalloc(v->n_cols + 1, sizeof *r->sums);
}

void rows_free(struct rows *r)
{
	arena_free(r->arena);
	arena_free(r->page);
	str_free(&r->filter);
	marks_clear(&r->marks);
	view_ids_free(r->ids);
	free(r->sums);
	*r = (struct rows){ 0 };
}

/* ---- what is asked ---- */

static const struct view_param *param_of(const struct view *v, const char *name)
{
	for (size_t i = 0; i < v->n_params; i++)
		if (strcmp(v->params[i].name, name) == 0)
			return &v->params[i];
	return NULL;
}

static bool arg_add(struct rows *r, struct look *l, const char *name, const char *value, struct err *e)
{
	struct view_arg arg;
	char *copy = arena_strdup(r->arena, value);

	if (!view_arg_parse(l->ctx.db, r->view, name, copy, &l->who, r->arena, &arg, e))
		return false;
	for (size_t i = 0; i < r->n_args; i++) {
		if (strcmp(r->args[i].name, arg.name) == 0) {
			r->args[i] = arg;
			return true;
		}
	}
	if (r->n_args < ROWS_ARGS)
		r->args[r->n_args++] = arg;
	return true;
}

bool rows_room(struct rows *r, int height)
{
	bool same = r->height == (height < 1 ? 1 : height);

	r->height = height < 1 ? 1 : height;
	return !same && r->n;
}

bool rows_args(struct rows *r, struct look *l, const struct args *params, const char *with, struct err *e)
{
	struct args *bound = args_new(l->arena);
	const struct bind_from from = { .params = params };
	const char *name;

	for (size_t i = 0; params && (name = args_name(params, i)); i++)
		if (param_of(r->view, name))
			args_set(bound, name, args_get(params, name));
	bind_args(with, &from, NULL, &l->who, bound);
	for (size_t i = 0; (name = args_name(bound, i)); i++)
		if (!arg_add(r, l, name, args_get(bound, name), e))
			return false;
	return true;
}

void rows_no_conds(struct rows *r)
{
	r->n_conds = 0;
	r->totals_known = false;
}

static void cond_drop(struct rows *r, const char *col)
{
	size_t n = 0;

	for (size_t i = 0; i < r->n_conds; i++) {
		if (strcmp(r->conds[i].col, col) == 0)
			continue;
		r->conds[n] = r->conds[i];
		r->cond_text[n++] = r->cond_text[i];
	}
	r->n_conds = n;
}

bool rows_cond(struct rows *r, struct look *l, const char *col, const char *value, struct err *e)
{
	struct view_cond cond;
	char *copy = arena_strdup(r->arena, value);

	r->totals_known = false;
	if (*value && !view_cond_parse(r->view, col, NULL, copy, &l->who, r->arena, &cond, e))
		return false;
	cond_drop(r, col);
	if (!*value || r->n_conds == ROWS_CONDS)
		return true;
	r->cond_text[r->n_conds] = copy;
	r->conds[r->n_conds++] = cond;
	return true;
}

struct view_query rows_query(const struct rows *r)
{
	return (struct view_query){
		.view = r->view,
		.args = r->args,
		.n_args = r->n_args,
		.conds = r->conds,
		.n_conds = r->n_conds,
		.filter = r->filter.len ? str_get(&r->filter) : NULL,
		.best = r->best,
		.order = r->order,
		.order_col = r->order_col,
	};
}

/* ---- keys and marks ---- */

static void key_text_of(const struct view *v, const struct view_row *row, struct str *out)
{
	for (size_t i = 0; v->keys[i]; i++) {
		const struct view_val *val = &row->val[view_col_index(v, v->keys[i])];

		if (val->text)
			str_add(out, val->s);
		else
			str_addf(out, "%lld", (long long)val->i);
		str_addc(out, '\t');
	}
	str_addc(out, '\n');
}

static bool same_key(const struct view *v, const struct view_row *a, const struct view_row *b)
{
	struct str l = { 0 }, r = { 0 };
	bool same;

	key_text_of(v, a, &l);
	key_text_of(v, b, &r);
	same = strcmp(str_get(&l), str_get(&r)) == 0;
	str_free(&l);
	str_free(&r);
	return same;
}

static bool is_marked(struct rows *r, const struct view_row *row)
{
	struct str key = { 0 };
	bool is;

	if (!r->marks.n)
		return false;
	key_text_of(r->view, row, &key);
	is = marks_find(&r->marks, str_get(&key)) >= 0 && marks_keep(&r->marks, str_get(&key), r->view, row);
	str_free(&key);
	return is;
}

void rows_mark(struct rows *r)
{
	struct str key = { 0 };
	struct held_row *row;
	int at;

	if (!rows_at(r))
		return;
	row = &r->row[r->at];
	key_text_of(r->view, &row->row, &key);
	at = marks_find(&r->marks, str_get(&key));
	row->marked = at < 0 && marks_keep(&r->marks, str_get(&key), r->view, &row->row);
	if (at >= 0)
		marks_drop(&r->marks, at);
	str_free(&key);
}

void rows_unmark(struct rows *r)
{
	marks_clear(&r->marks);
	for (int i = 0; i < r->n; i++)
		r->row[i].marked = false;
}

/* ---- reading ---- */

/* Forgets the sorted ids; `known` keeps that there is no index for the order. */
static void forget_ids(struct rows *r, bool known)
{
	view_ids_free(r->ids);
	r->ids = NULL;
	r->sorts = r->sorts && known;
}

static bool page_of(struct rows *r, struct look *l, const struct view_row *from, bool back, size_t limit,
		    struct view_row **ret, size_t *ret_n, struct err *e)
{
	struct view_query q = rows_query(r);
	struct db *db = l->ctx.db;

	if (from && r->sorts && !r->ids && !view_ids_read(db, &q, &l->who, &r->ids, e))
		return false;
	if (r->ids)
		return view_ids_page(db, &q, &l->who, r->ids, from, back, limit, l->arena, ret, ret_n, e);
	if (!view_page(db, &q, &l->who, from, back, limit, l->arena, ret, ret_n, e))
		return false;
	r->sorts = r->sorts || (db_sorted(db) && *ret_n == limit);
	return true;
}

static bool read_page(struct rows *r, struct look *l, const struct view_row *from, bool back, int limit,
		      struct view_row **ret, int *ret_n, struct err *e)
{
	size_t n = 0;
	bool ok;

	*ret_n = 0;
	if (limit <= 0)
		return true;
	db_progress(l->ctx.db, r->stop, r->stop_arg);
	ok = page_of(r, l, from, back, (size_t)limit, ret, &n, e);
	db_progress(l->ctx.db, NULL, NULL);
	if (db_stopped(l->ctx.db)) {
		db_clear(l->ctx.db);
		r->wanted = r->wanted || !from;
		return false;
	}
	*ret_n = (int)n;
	return ok;
}

static struct held_row hold(struct rows *r, struct look *l, struct arena *a, const struct view_row *row)
{
	size_t n = r->view->n_cols;
	struct held_row h = { .row = { ARENA_ARRAY(a, struct view_val, n) },
			      .text = ARENA_ARRAY(a, char *, n) };

	for (size_t i = 0; i < n; i++) {
		h.row.val[i] = row->val[i];
		if (row->val[i].s)
			h.row.val[i].s = arena_strdup(a, row->val[i].s);
		h.text[i] = view_text(&r->view->cols[i], &row->val[i], &l->who, true, a);
	}
	h.marked = is_marked(r, row);
	return h;
}

/* Takes a new window: some of the old rows between some new ones. */
static void take(struct rows *r, struct look *l, const struct view_row *before, int n_before, int first,
		 int kept, const struct view_row *after, int n_after)
{
	struct arena *a = arena_new();
	struct held_row *row = ARENA_ARRAY(a, struct held_row, n_before + kept + n_after + 1);
	int n = 0;

	for (int i = 0; i < n_before; i++)
		row[n++] = hold(r, l, a, &before[i]);
	for (int i = 0; i < kept; i++)
		row[n++] = hold(r, l, a, &r->row[first + i].row);
	for (int i = 0; i < n_after; i++)
		row[n++] = hold(r, l, a, &after[i]);
	arena_free(r->page);
	r->page = a;
	r->row = row;
	r->n = n;
	r->ghost = r->wanted = false;
}

bool rows_mark_all(struct rows *r, struct look *l, struct err *e)
{
	struct view_row *row;
	int n, before = r->marks.n;

	if (!read_page(r, l, NULL, false, MARKS_MOST, &row, &n, e))
		return false;
	for (int i = 0; i < n; i++) {
		struct str key = { 0 };

		key_text_of(r->view, &row[i], &key);
		marks_keep(&r->marks, str_get(&key), r->view, &row[i]);
		str_free(&key);
	}
	if (r->marks.n == before)
		rows_unmark(r);
	for (int i = 0; i < r->n; i++)
		r->row[i].marked = is_marked(r, &r->row[i].row);
	return true;
}

static int clamp(int at, int n)
{
	return at >= n ? (n ? n - 1 : 0) : at < 0 ? 0 : at;
}

/* The rows around `row`, which need not be there any more, with `above` rows before it. */
static bool read_around(struct rows *r, struct look *l, const struct view_row *row, int above,
			struct view_row **ret, int *ret_n, struct err *e)
{
	struct view_row *before;
	int n;

	if (!read_page(r, l, row, true, above + 1, &before, &n, e))
		return false;
	if (!read_page(r, l, n == above + 1 ? &before[0] : NULL, false, r->height, ret, ret_n, e))
		return false;
	if (*ret_n < r->height && n == above + 1)
		return read_page(r, l, NULL, true, r->height, ret, ret_n, e);
	return true;
}

static int find_key(const struct rows *r, const struct view_row *row, int n, const struct view_row *key)
{
	for (int i = 0; i < n; i++)
		if (same_key(r->view, &row[i], key))
			return i;
	return -1;
}

/* The row of this key as it is now, wherever it has moved to; NULL when it is gone. */
static const struct view_row *seek(struct rows *r, struct look *l, const struct view_row *key, struct err *e)
{
	struct view_cond cond[8];
	struct view_query q = rows_query(r);
	struct view_row *row;
	size_t n = 0;

	q.conds = cond;
	q.n_conds = 0;
	for (size_t i = 0; r->view->keys[i] && i < 8; i++) {
		const struct view_val *val = &key->val[view_col_index(r->view, r->view->keys[i])];

		cond[q.n_conds++] = (struct view_cond){
			.col = r->view->keys[i], .op = OP_EQ, .text = val->text, .s = val->s, .from = val->i
		};
	}
	if (!view_page(l->ctx.db, &q, &l->who, NULL, false, 1, l->arena, &row, &n, e))
		return NULL;
	return n ? row : NULL;
}

/* Puts the row that has gone back at its place among the new ones, struck out. */
static void take_ghost(struct rows *r, struct look *l, const struct view_row *row, int n)
{
	int at = clamp(r->at, n + 1), kept = r->at;

	take(r, l, row, at, kept, 1, row + at, n - at);
	if (r->n > r->height && at < r->height)
		r->n = r->height;
	r->at = at;
	r->ghost = true;
}

static bool load_here(struct rows *r, struct look *l, bool live, struct err *e)
{
	struct view_row *row, key = r->row[r->at].row;
	const struct view_row *now;
	int n, at;

	if (!read_around(r, l, &r->row[0].row, 0, &row, &n, e))
		return false;
	at = find_key(r, row, n, &key);
	if (at < 0 && live) {
		take_ghost(r, l, row, n);
		return true;
	}
	if (at < 0 && (now = seek(r, l, &key, e))) {
		if (!read_around(r, l, now, r->at, &row, &n, e))
			return false;
		at = find_key(r, row, n, &key);
	}
	if (e->code)
		return false;
	take(r, l, row, n, 0, 0, NULL, 0);
	r->at = clamp(at < 0 ? r->at : at, n);
	return true;
}

static bool load(struct rows *r, struct look *l, enum rows_from from, bool live, struct err *e)
{
	struct view_row *row;
	int n;

	if (from == ROWS_HERE)
		r->totals_known = false;
	if (from == ROWS_HERE && r->n && !r->wanted)
		return load_here(r, l, live, e);
	if (!read_page(r, l, NULL, from == ROWS_LAST, r->height, &row, &n, e))
		return r->wanted && !e->code;
	take(r, l, row, n, 0, 0, NULL, 0);
	r->at = from == ROWS_LAST ? clamp(n - 1, n) : 0;
	return true;
}

bool rows_load(struct rows *r, struct look *l, enum rows_from from, bool live, struct err *e)
{
	if (!live)
		forget_ids(r, from == ROWS_HERE);
	return load(r, l, from, live, e);
}

bool rows_settle(struct rows *r, struct look *l)
{
	struct err e = { 0 };
	int at = r->at;

	if (!r->ghost)
		return false;
	r->ghost = false;
	load(r, l, ROWS_HERE, false, &e);
	if (!r->n)
		load(r, l, ROWS_FIRST, false, &e);
	else
		r->at = clamp(at, r->n);
	return true;
}

/* Moves the window; returns by how many rows it could. */
static int scroll(struct rows *r, struct look *l, int by, struct err *e)
{
	struct view_row *row;
	int n, kept;

	if (!r->n || by == 0)
		return 0;
	if (by > 0) {
		if (!read_page(r, l, &r->row[r->n - 1].row, false, by, &row, &n, e) || !n)
			return 0;
		kept = r->height - n < r->n ? r->height - n : r->n;
		kept = kept < 0 ? 0 : kept;
		take(r, l, NULL, 0, r->n - kept, kept, row, n);
		return n;
	}
	if (!read_page(r, l, &r->row[0].row, true, -by, &row, &n, e) || !n)
		return 0;
	kept = r->height - n < r->n ? r->height - n : r->n;
	take(r, l, row, n, 0, kept < 0 ? 0 : kept, NULL, 0);
	return n;
}

bool rows_move(struct rows *r, struct look *l, int by, bool page, struct err *e)
{
	int step = page ? by * r->height : by, to = r->at + step, got;

	if (page) {
		got = scroll(r, l, step, e);
		if (got < r->height)
			r->at = by > 0 ? clamp(r->n - 1, r->n) : 0;
	} else if (to >= r->n) {
		scroll(r, l, to - r->n + 1, e);
		r->at = clamp(r->n - 1, r->n);
	} else if (to < 0) {
		scroll(r, l, to, e);
		r->at = 0;
	} else {
		r->at = to;
	}
	return e->code == ERR_NONE;
}

const struct held_row *rows_at(const struct rows *r)
{
	return r->n && !r->ghost ? &r->row[r->at] : NULL;
}

bool rows_totals(struct rows *r, struct look *l, struct err *e)
{
	struct view_query q = rows_query(r);
	bool ok;

	db_progress(l->ctx.db, r->stop, r->stop_arg);
	ok = view_totals(l->ctx.db, &q, &l->who, &r->total_rows, r->sums, e);
	db_progress(l->ctx.db, NULL, NULL);
	if (db_stopped(l->ctx.db)) {
		db_clear(l->ctx.db);
		return false;
	}
	r->totals_known = ok;
	return ok;
}

const char *rows_text(const struct rows *r, const char *col)
{
	int i = view_col_index(r->view, col);

	return i >= 0 && r->n ? r->row[r->at].text[i] : "";
}
