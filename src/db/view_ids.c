/* view_ids.c - an order that no index has: the rows are sorted once into a list of ids, which is paged along.
 *
 * SQLite's own sort of a million rows cannot be stopped in its middle, so the order's columns are read unsorted, made into
 * texts that compare byte by byte, and merged here. */
#include <stdlib.h>
#include <string.h>

#include "db/view_query.h"

#define STOP_EVERY 4096 /* merged rows between two questions whether to stop */

struct item {
	int64_t id;
	size_t key, len; /* in the bytes */
};

struct view_ids {
	int64_t *id;
	size_t n;
};

struct sorting {
	struct db *db;
	struct str bytes;
	struct item *item, *spare;
	size_t n, cap;
	size_t merged;
	bool down, stopped;
};

/* The column whose whole number names a row; -1: there is none. */
static int id_col(const struct view *v)
{
	int col = view_col_index(v, v->id ? v->id : v->keys[0]);

	return (v->id || !v->keys[1]) && !view_col_is_text(&v->cols[col]) ? col : -1;
}

/* ---- reading ---- */

/* A number as eight bytes that compare as it does. */
static void add_number(struct str *bytes, int64_t i)
{
	uint64_t u = (uint64_t)i ^ (UINT64_C(1) << 63);
	char b[8];

	for (int k = 0; k < 8; k++)
		b[k] = (char)(u >> (56 - 8 * k));
	str_addn(bytes, b, sizeof b);
}

/* The order's columns of the row under the cursor, behind its id. */
static void add_key(struct sorting *s, const struct query *q, struct cur *c)
{
	for (size_t i = 0; i < q->n_order; i++) {
		int col = (int)i + 1;

		if (!view_col_is_text(&q->view->cols[q->order[i].col])) {
			add_number(&s->bytes, cur_null(c, col) ? INT64_MIN : cur_int(c, col));
			continue;
		}
		str_add(&s->bytes, cur_text(c, col));
		str_addc(&s->bytes, '\0');
	}
}

static void add_item(struct sorting *s, const struct query *q, struct cur *c)
{
	size_t at = s->bytes.len;

	if (s->n == s->cap) {
		s->cap = s->cap ? s->cap * 2 : 1024;
		s->item = xrealloc(s->item, s->cap * sizeof *s->item);
	}
	add_key(s, q, c);
	s->item[s->n++] = (struct item){ cur_int(c, 0), at, s->bytes.len - at };
}

static bool read_items(struct sorting *s, struct query *q, const struct view_query *asked)
{
	struct cur *c;

	if (!query_order(q, asked))
		return false;
	str_addf(&q->sql, "SELECT [%s]", q->view->cols[id_col(q->view)].name);
	for (size_t i = 0; i < q->n_order; i++)
		str_addf(&q->sql, ", [%s]", q->view->cols[q->order[i].col].name);
	if (!query_from(q, asked))
		return false;
	for (c = query_open(s->db, q); cur_next(c);)
		add_item(s, q, c);
	s->down = q->down;
	return query_ok(s->db, q->e);
}

/* ---- merging ---- */

static bool before(const struct sorting *s, const struct item *a, const struct item *b)
{
	size_t n = a->len < b->len ? a->len : b->len;
	int c = memcmp(s->bytes.s + a->key, s->bytes.s + b->key, n);

	return s->down ? c > 0 : c < 0;
}

static void merge(struct sorting *s, size_t from, size_t middle, size_t to)
{
	size_t left = from, right = middle;

	for (size_t i = from; i < to; i++) {
		bool take_right =
		    left == middle || (right < to && before(s, &s->item[right], &s->item[left]));

		s->spare[i] = take_right ? s->item[right++] : s->item[left++];
	}
	memcpy(s->item + from, s->spare + from, (to - from) * sizeof *s->item);
	s->merged += to - from;
	if (s->merged >= STOP_EVERY) {
		s->merged = 0;
		s->stopped = s->stopped || db_asked_stop(s->db);
	}
}

static void sort(struct sorting *s, size_t from, size_t to)
{
	size_t middle = from + (to - from) / 2;

	if (to - from < 2 || s->stopped)
		return;
	sort(s, from, middle);
	sort(s, middle, to);
	if (!s->stopped)
		merge(s, from, middle, to);
}

/* ---- the list ---- */

static struct view_ids *ids_of(const struct sorting *s)
{
	struct view_ids *ids = xcalloc(1, sizeof *ids);

	ids->n = s->n;
	ids->id = xcalloc(s->n, sizeof *ids->id);
	for (size_t i = 0; i < s->n; i++)
		ids->id[i] = s->item[i].id;
	return ids;
}

bool view_ids_read(struct db *db, const struct view_query *asked, const struct view_who *who,
		   struct view_ids **ret, struct err *e)
{
	struct sorting s = { .db = db };
	struct query q;
	bool ok;

	*ret = NULL;
	if (id_col(asked->view) < 0)
		return true;
	query_init(&q, asked->view, who, e);
	ok = read_items(&s, &q, asked);
	if (ok) {
		s.spare = xcalloc(s.n, sizeof *s.spare);
		sort(&s, 0, s.n);
		free(s.spare);
		ok = !s.stopped;
	}
	if (ok)
		*ret = ids_of(&s);
	query_free(&q);
	str_free(&s.bytes);
	free(s.item);
	return ok;
}

void view_ids_free(struct view_ids *ids)
{
	if (!ids)
		return;
	free(ids->id);
	free(ids);
}

/* ---- paging ---- */

/* Where the row stands; the end it is paged from when it is not in the list. */
static size_t place_of(const struct view_ids *ids, int64_t id, bool back)
{
	for (size_t i = 0; i < ids->n; i++)
		if (ids->id[i] == id)
			return i;
	return back ? ids->n : 0;
}

/* The row of that id as it is now; false when it cannot be read. */
static bool read_one(struct db *db, const struct view_query *asked, const struct view_who *who, int64_t id,
		     struct arena *a, struct view_row **ret, size_t *ret_n, struct err *e)
{
	const struct view *v = asked->view;
	const struct view_cond cond = { .col = v->cols[id_col(v)].name, .op = OP_EQ, .from = id };
	const struct view_query one = {
		.view = v, .args = asked->args, .n_args = asked->n_args, .conds = &cond, .n_conds = 1
	};

	return view_page(db, &one, who, NULL, false, 1, a, ret, ret_n, e);
}

bool view_ids_page(struct db *db, const struct view_query *asked, const struct view_who *who,
		   const struct view_ids *ids, const struct view_row *from, bool back, size_t limit,
		   struct arena *a, struct view_row **ret, size_t *ret_n, struct err *e)
{
	struct view_row *row = ARENA_ARRAY(a, struct view_row, limit + 1), *one;
	size_t at = from   ? place_of(ids, from->val[id_col(asked->view)].i, back)
		    : back ? ids->n
			   : 0,
	       n = 0, found;

	if (from && !back && at < ids->n)
		at++;
	while (n < limit && (back ? at > 0 : at < ids->n)) {
		if (!read_one(db, asked, who, ids->id[back ? at - 1 : at], a, &one, &found, e))
			return false;
		if (found)
			row[n++] = one[0];
		at = back ? at - 1 : at + 1;
	}
	if (back)
		query_turn(row, n);
	*ret = row;
	*ret_n = n;
	return true;
}
