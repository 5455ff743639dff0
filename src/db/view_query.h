/* view_query.h - puts the SELECT together that answers a question to a view. Private to the view engine. */
#ifndef WORKBAY_VIEW_QUERY_H
#define WORKBAY_VIEW_QUERY_H

#include "base/str.h"
#include "db/view.h"

#define QUERY_MOST_BINDS 160 /* the connection has its own limit of 100 for those that a statement names */
#define QUERY_MOST_ORDER 24

/* A column of ORDER BY; `maybe_null` ones are compared through ifnull(), the others can use an index. */
#define ORDER_BEST (-1) /* no column: whether the row begins with what was typed */
struct query_order {
	int col;
	bool maybe_null;
};

struct query {
	const struct view *view;
	const struct view_who *who; /* never NULL */
	struct arena *a;            /* names and folded texts of the parameters */
	struct err *e;
	struct str sql;
	struct bind bind[QUERY_MOST_BINDS + 1];
	size_t n_binds;
	bool by_id; /* one row by its id: what narrows a list need not be known */
	bool where; /* WHERE is written; the next condition begins with AND */
	struct query_order order[QUERY_MOST_ORDER];
	size_t n_order;
	bool down;
};

/* Starts a query with its own arena. query_free() whatever happens later. */
void query_init(struct query *q, const struct view *v, const struct view_who *who, struct err *e);
void query_free(struct query *q);

/* Writes the parts in this order; false with the sentence in `e`. */
bool query_select_rows(struct query *q);                          /* SELECT every column the person may see */
bool query_select_sums(struct query *q);                          /* SELECT count(*), sums */
bool query_from(struct query *q, const struct view_query *asked); /* FROM (view) WHERE what is asked */
bool query_order(struct query *q, const struct view_query *asked); /* decides the order, writes nothing */
void query_after(struct query *q, const struct view_row *row,
		 bool back);               /* only rows behind (before) that one */
void query_by(struct query *q, bool back); /* ORDER BY */

/* Runs it. query_ok(): where a statement failed, its sentence; one that was stopped has none. */
struct cur *query_open(struct db *db, struct query *q);
bool query_ok(struct db *db, struct err *e);
void query_turn(struct view_row *row, size_t n); /* rows that were read backwards */

/* The parts of query_from(): parameters, conditions, words. */
bool query_params(struct query *q, const struct view_query *asked);
bool query_conds(struct query *q, const struct view_query *asked);
void query_words(struct query *q, const char *filter);
/* The first word of the filter, in the query's arena; "" for none. */
const char *query_word(struct query *q, const char *filter);

/* The column of that name that the person may see; NULL with the sentence. */
const struct view_col *query_col(struct query *q, const char *name);

/* For look-ups: SELECT the columns FROM (view) WHERE col = value. `asked` has no arguments. */
bool query_lookup(struct query *q, const char *const *cols, const char *col, struct bind value);

/* Adds a named value; more than QUERY_MOST_BINDS are refused in q->e. */
void query_bind(struct query *q, struct bind b);
struct str *query_and(struct query *q); /* the text, to which the caller adds one condition */

/* The column of a row of `v` that the parameter of the view behind it is taken from, -1 for none. */
int view_explain_col(const struct view *v, const struct view *of, const struct view_param *p);
/* The parameter of `v` that says the same as that of the view behind; NULL for none. */
const struct view_param *view_explain_param(const struct view *v, const struct view_param *p);

#endif
