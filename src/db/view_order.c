/* view_order.c - the order of a query, and what lies behind a row in it. */
#include <string.h>

#include "db/view_query.h"

static bool ordered_by(const struct query *q, int col)
{
	for (size_t i = 0; i < q->n_order; i++)
		if (q->order[i].col == col)
			return true;
	return false;
}

static void order_add(struct query *q, int col, bool maybe_null)
{
	if (q->n_order < QUERY_MOST_ORDER && !ordered_by(q, col))
		q->order[q->n_order++] = (struct query_order){ col, maybe_null };
}

/* True when a declared order or the key promises that the column is never NULL. */
static bool promised(const struct view *v, int col)
{
	if (v->cols[col].flags & COL_KEY)
		return true;
	for (size_t i = 0; i < v->n_orders; i++)
		for (const char *const *c = v->orders[i].cols; *c; c++)
			if (!strcmp(*c + (**c == '-'), v->cols[col].name))
				return true;
	return false;
}

static bool order_declared(struct query *q, const struct view_order *order)
{
	q->down = *order->cols[0] == '-';
	for (const char *const *c = order->cols; *c; c++) {
		const struct view_col *col = query_col(q, *c + (**c == '-'));

		if (!col)
			return false;
		order_add(q, (int)(col - q->view->cols), false);
	}
	return true;
}

/* What begins with the word comes first, whichever way the order runs. */
static void order_best(struct query *q, const char *filter)
{
	const char *word = query_word(q, filter);

	if (!*word)
		return;
	query_bind(q, (struct bind)B_TEXT("_best", word));
	order_add(q, ORDER_BEST, false);
}

bool query_order(struct query *q, const struct view_query *asked)
{
	const struct view *v = q->view;
	int col = asked->order_col < 0 ? -asked->order_col : asked->order_col;

	if (col > (int)v->n_cols || asked->order >= v->n_orders)
		return err_set(q->e, ERR_USAGE, "%s has no such order", tr(q->e->lang, v->title));
	if (asked->best)
		order_best(q, asked->filter);
	if (col) {
		if (!query_col(q, v->cols[col - 1].name))
			return false;
		q->down = asked->order_col < 0;
		order_add(q, col - 1, !promised(v, col - 1));
	} else if (!order_declared(q, &v->orders[asked->order])) {
		return false;
	}
	for (const char *const *k = v->keys; *k; k++)
		order_add(q, view_col_index(v, *k), false);
	return true;
}

/* Whether a row begins with the word: that of the view, or `row`, whose texts are bound. */
static void best_expr(struct query *q, struct str *out, const struct view_row *row)
{
	const char * or = "(";

	for (size_t i = 0; i < q->view->n_cols; i++) {
		const struct view_col *c = &q->view->cols[i];
		const char *name = arena_printf(q->a, "_b%zu", i);

		if (!(c->flags & COL_FIND) || !view_col_visible(c, q->who) || !view_col_is_text(c))
			continue;
		if (row) {
			query_bind(q, (struct bind)B_TEXT(name, row->val[i].s));
			str_addf(out, "%spy_begins(:%s, :_best)", or, name);
		} else {
			str_addf(out, "%spy_begins([%s], :_best)", or, c->name);
		}
		or = " OR ";
	}
	str_addf(out, * or == '(' ? "(:_best IS NULL) = %d" : ") = %d", q->down);
}

static void order_expr(struct query *q, struct str *out, const struct query_order *o)
{
	const struct view_col *c;

	if (o->col == ORDER_BEST) {
		best_expr(q, out, NULL);
		return;
	}
	c = &q->view->cols[o->col];
	if (!o->maybe_null)
		str_addf(out, "[%s]", c->name);
	else if (view_col_is_text(c))
		str_addf(out, "ifnull([%s], '')", c->name);
	else
		str_addf(out, "ifnull([%s], -9223372036854775808)", c->name);
}

static struct bind order_value(const struct query *q, const char *name, const struct query_order *o,
			       const struct view_row *row)
{
	const struct view_val *v = &row->val[o->col];

	if (view_col_is_text(&q->view->cols[o->col]))
		return (struct bind)B_TEXT(name, v->null ? "" : v->s);
	return (struct bind)B_INT(name, v->null ? INT64_MIN : v->i);
}

void query_after(struct query *q, const struct view_row *row, bool back)
{
	struct str left = { 0 }, right = { 0 };

	for (size_t i = 0; i < q->n_order; i++) {
		const char *name = arena_printf(q->a, "_k%zu", i);

		str_add(&left, i ? ", " : "");
		order_expr(q, &left, &q->order[i]);
		if (q->order[i].col == ORDER_BEST) {
			best_expr(q, &right, row);
			continue;
		}
		str_addf(&right, "%s:%s", i ? ", " : "", name);
		query_bind(q, order_value(q, name, &q->order[i], row));
	}
	str_addf(query_and(q), "(%s) %s (%s)", str_get(&left), q->down == back ? ">" : "<", str_get(&right));
	str_free(&left);
	str_free(&right);
}

void query_by(struct query *q, bool back)
{
	for (size_t i = 0; i < q->n_order; i++) {
		str_add(&q->sql, i ? ", " : "\nORDER BY ");
		order_expr(q, &q->sql, &q->order[i]);
		str_add(&q->sql, q->down != back ? " DESC" : "");
	}
}
