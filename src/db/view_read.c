/* view_read.c - reading rows, totals and references through a view. */
#include <string.h>

#include "base/text.h"
#include "db/view_query.h"

bool query_ok(struct db *db, struct err *e)
{
	if (db_failed(db))
		db_error(db, e);
	return e->code == ERR_NONE && !db_stopped(db);
}

/* The values of the row the cursor stands on; texts are copied where there is an arena. */
static void read_row(const struct view *v, struct cur *c, struct arena *a, struct view_val *val)
{
	for (size_t i = 0; i < v->n_cols; i++) {
		struct view_val *x = &val[i];
		int col = (int)i;

		if (view_col_is_text(&v->cols[i])) {
			const char *s = cur_text_or_null(c, col);

			*x = (struct view_val){ .null = !s, .text = true, .s = s ? s : "" };
			if (s && a)
				x->s = arena_strdup(a, s);
			continue;
		}
		*x = (struct view_val){ .i = cur_int(c, col), .s = "" };
		x->null = x->i == 0 && cur_null(c, col);
	}
}

struct cur *query_open(struct db *db, struct query *q)
{
	q->bind[q->n_binds] = (struct bind){ .name = NULL };
	return db_open_text(db, str_get(&q->sql), q->bind);
}

/* The whole SELECT of a page but its LIMIT. */
static bool write_rows(struct query *q, const struct view_query *asked, const struct view_row *from,
		       bool back)
{
	if (!query_select_rows(q) || !query_from(q, asked) || !query_order(q, asked))
		return false;
	if (from)
		query_after(q, from, back);
	query_by(q, back);
	return q->e->code == ERR_NONE;
}

void query_turn(struct view_row *row, size_t n)
{
	for (size_t i = 0; i < n / 2; i++) {
		struct view_row kept = row[i];

		row[i] = row[n - 1 - i];
		row[n - 1 - i] = kept;
	}
}

/* Rows into a growing array in the arena. */
static size_t read_rows(const struct view *v, struct cur *c, struct arena *a, struct view_row **ret)
{
	size_t n = 0, cap = 0;
	struct view_row *row = NULL;

	while (cur_next(c)) {
		if (n == cap) {
			struct view_row *more = ARENA_ARRAY(a, struct view_row, cap ? cap * 2 : 32);

			if (n)
				memcpy(more, row, n * sizeof *row);
			row = more;
			cap = cap ? cap * 2 : 32;
		}
		row[n].val = ARENA_ARRAY(a, struct view_val, v->n_cols);
		read_row(v, c, a, row[n].val);
		n++;
	}
	*ret = row;
	return n;
}

bool view_page(struct db *db, const struct view_query *asked, const struct view_who *who,
	       const struct view_row *from, bool back, size_t limit, struct arena *a, struct view_row **ret,
	       size_t *ret_n, struct err *e)
{
	struct view_row *row = NULL;
	struct query q;
	size_t n = 0;
	bool ok;

	query_init(&q, asked->view, who, e);
	ok = write_rows(&q, asked, from, back);
	if (ok) {
		str_add(&q.sql, "\nLIMIT :_n");
		query_bind(&q, (struct bind)B_INT("_n", (int64_t)limit));
		n = read_rows(asked->view, query_open(db, &q), a, &row);
		ok = query_ok(db, e);
	}
	query_free(&q);
	if (!ok)
		return false;
	if (back)
		query_turn(row, n);
	*ret = row;
	*ret_n = n;
	return true;
}

static void each_row(struct db *db, struct query *q, view_row_fn *fn, void *arg)
{
	struct view_val *val = ARENA_ARRAY(q->a, struct view_val, q->view->n_cols);
	const struct view_row row = { val };
	struct cur *c = query_open(db, q);

	while (cur_next(c)) {
		read_row(q->view, c, NULL, val);
		if (!fn(arg, &row)) {
			cur_close(c);
			return;
		}
	}
}

bool view_each(struct db *db, const struct view_query *asked, const struct view_who *who, view_row_fn *fn,
	       void *arg, struct err *e)
{
	struct query q;
	bool ok;

	query_init(&q, asked->view, who, e);
	ok = write_rows(&q, asked, NULL, false);
	if (ok) {
		each_row(db, &q, fn, arg);
		ok = query_ok(db, e);
	}
	query_free(&q);
	return ok;
}

bool view_totals(struct db *db, const struct view_query *asked, const struct view_who *who, int64_t *ret_rows,
		 int64_t *ret_sums, struct err *e)
{
	struct query q;
	struct cur *c;
	bool ok;

	query_init(&q, asked->view, who, e);
	ok = query_select_sums(&q) && query_from(&q, asked);
	if (ok) {
		c = query_open(db, &q);
		if (cur_next(c)) {
			*ret_rows = cur_int(c, 0);
			for (size_t i = 0; i < asked->view->n_cols; i++)
				ret_sums[i] = cur_int(c, (int)i + 1);
			cur_close(c);
		}
		ok = query_ok(db, e);
	}
	query_free(&q);
	return ok;
}

char *view_sql(const struct view_query *asked, const struct view_who *who, struct arena *a)
{
	struct err e = { 0 };
	struct query q;
	char *text;

	query_init(&q, asked->view, who, &e);
	text =
	    write_rows(&q, asked, NULL, false) ? arena_strdup(a, str_get(&q.sql)) : arena_strdup(a, e.text);
	query_free(&q);
	return text;
}

/* ---- references ---- */

/* How many rows (at most 2) have that value, and the id of the first; -1 on failure. */
static int count_ids(struct db *db, const struct view *v, const char *col, struct bind value,
		     const struct view_who *who, int64_t *ret_id, struct err *e)
{
	const char *const cols[] = { v->id, NULL };
	struct query q;
	int n = -1;

	query_init(&q, v, who, e);
	if (query_lookup(&q, cols, col, value)) {
		struct cur *c;

		str_add(&q.sql, "\nLIMIT 2");
		c = query_open(db, &q);
		for (n = 0; cur_next(c); n++)
			if (n == 0)
				*ret_id = cur_int(c, 0);
		if (!query_ok(db, e))
			n = -1;
	}
	query_free(&q);
	return n;
}

static bool whole_number(const char *s, int64_t *ret)
{
	int64_t n = 0;

	if (!*s || strlen(s) > 18)
		return false;
	for (; *s; s++) {
		if (*s < '0' || *s > '9')
			return false;
		n = n * 10 + (*s - '0');
	}
	*ret = n;
	return true;
}

/* What was typed as a value of the column: folded by its kind, or `plain`. False when it cannot be one. */
static bool ref_value(const struct view_col *c, const char *typed, bool plain, struct arena *a,
		      struct bind *ret)
{
	int64_t n;

	if (!view_col_is_text(c)) {
		if (!whole_number(typed, &n))
			return false;
		*ret = (struct bind)B_INT("_ref", n);
	} else if (plain || c->type == COL_TEXT || c->type == COL_CHOICE) {
		*ret = (struct bind)B_TEXT("_ref", text_fold_free(a, typed));
	} else {
		*ret = (struct bind)B_TEXT("_ref", text_fold_code(a, typed));
	}
	return true;
}

static bool not_there(const struct view *v, const char *typed, struct err *e)
{
	return err_set(e, ERR_NO, "%s is not in the list: %s", typed, tr(e->lang, v->title));
}

static bool ref_by_names(struct db *db, const struct view *v, const char *typed, const struct view_who *who,
			 struct arena *a, int64_t *ret_id, struct err *e)
{
	for (const char *const *name = v->names; name && *name; name++) {
		const struct view_col *c = &v->cols[view_col_index(v, *name)];
		struct bind value;
		int n = 0;

		/* our own codes are in small letters, those of people in capitals */
		for (int plain = 0; plain < 2 && n == 0; plain++)
			if (ref_value(c, typed, plain, a, &value))
				n = count_ids(db, v, *name, value, who, ret_id, e);
		if (n < 0)
			return false;
		if (n > 1)
			return err_set(e, ERR_NO,
				       "%s stands for more than one in the list: %s; choose one of them",
				       typed, tr(e->lang, v->title));
		if (n == 1)
			return true;
	}
	return not_there(v, typed, e);
}

bool view_ref(struct db *db, const struct view *v, const char *typed, const struct view_who *who,
	      int64_t *ret_id, struct err *e)
{
	struct arena *a = arena_new();
	int64_t id = 0;
	bool ok;

	if (!v->id) {
		ok = err_set(e, ERR_FAULT, "%s cannot be referred to", tr(e->lang, v->title));
	} else if (*typed == '#' && whole_number(typed + 1, &id)) {
		int n = count_ids(db, v, v->id, (struct bind)B_INT("_ref", id), who, &id, e);

		ok = n > 0 || (n == 0 && not_there(v, typed, e));
	} else {
		ok = ref_by_names(db, v, typed, who, a, &id, e);
	}
	arena_free(a);
	if (ok)
		*ret_id = id;
	return ok;
}

/* A code as it is, a word in the language of who looks. */
static const char *label_part(const struct view *v, const char *col, const char *text,
			      const struct view_who *who, struct arena *a)
{
	int i = view_col_index(v, col);
	struct view_val val = { .s = text };

	return i >= 0 && v->cols[i].type == COL_CHOICE ? view_text(&v->cols[i], &val, who, true, a) : text;
}

char *view_ref_label(struct db *db, const struct view *v, int64_t id, const struct view_who *who,
		     struct arena *a)
{
	const char *first = v->names ? v->names[0] : v->keys[0];
	const char *const cols[] = { first, v->label ? v->label : first, NULL };
	struct err e = { 0 };
	struct query q;
	char *text = NULL;

	if (!v->id)
		return NULL;
	query_init(&q, v, who, &e);
	q.by_id = true;
	if (query_lookup(&q, cols, v->id, (struct bind)B_INT("_ref", id))) {
		struct cur *c = query_open(db, &q);

		if (cur_next(c)) {
			bool both = *cur_text(c, 1) && strcmp(cur_text(c, 0), cur_text(c, 1));

			text = both ? arena_printf(a, "%s %s", cur_text(c, 0),
						   label_part(v, cols[1], cur_text(c, 1), who, a))
				    : arena_strdup(a, cur_text(c, 0));
			cur_close(c);
		}
	}
	query_free(&q);
	return text;
}
