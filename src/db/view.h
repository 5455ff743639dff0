/* view.h - everything that can be seen: one SELECT with a header that names its columns. Lists, look-ups, the find
 * form, reports, CSV and `workbay show` read the same one.
 *
 * View files lie in schema/views and schema/reports. Their header, one mark a line:
 *
 *	-- title:  Stock on hand                      what people call it
 *	-- rule:   Moves in less moves out ...        how its numbers come about; shown where one is explained
 *	-- group:  Stock                              the menu it stands under
 *	-- key:    code warehouse                     the columns that name a row; the default order; NOT NULL
 *	-- id:     id                                 the hidden column that a reference stores
 *	-- names:  code barcode                       the columns by which a reference may be typed, tried in order
 *	-- label:  name                               the column that says in words what a reference is
 *	-- order:  code | -day number | name          the orders there are; the first is the default; '-' turns it all
 *	-- param:  job  ref:jobs  filter=job_id  required
 *	-- param:  day  range  default=m..today       taken where none is given, as people write it
 *	-- col:    code  text  12  "Part"  find sum right=cost.see drop=80 edit=part.change style=warn explain=part_price.amount
 *	-- hide:   id int                             selected for bindings, never shown
 *	-- mark                                       rows may be marked
 *	-- watch:  stock_move part                    tables whose change refreshes it
 *	-- desk                                       its plan is checked: no scan of a big table, no sort
 *	-- right:  cost.see                           who may see it at all (default: view.NAME is not asked for)
 *	-- chart:  amount                             the column drawn as bars in the report viewer
 *
 * Types: text code plate phone int money qty rate date time bool; and choice:NAME for a code that is shown by its
 * translated title (choice:word: the value is itself an English text that the translations know). Parameters have
 * these too, `range` for days from .. to, and ref:VIEW for an id. A parameter without filter= is named by the SELECT:
 * :job, or :day_from and :day_to for a range; one that is not given is NULL, an open end the widest. */
#ifndef WORKBAY_VIEW_H
#define WORKBAY_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/lang.h"
#include "db/db.h"

enum col_type {
	COL_TEXT,
	COL_CODE,
	COL_PLATE,
	COL_PHONE,
	COL_INT,
	COL_MONEY,
	COL_QTY,
	COL_RATE,
	COL_DATE,
	COL_TIME,
	COL_BOOL,
	COL_CHOICE,
};

enum col_flag {
	COL_FIND = 1 << 0,   /* searched when a list is filtered by typing */
	COL_SUM = 1 << 1,    /* has a total */
	COL_HIDDEN = 1 << 2, /* for bindings only */
	COL_KEY = 1 << 3,
};

struct view_col {
	const char *name, *title; /* title is an English msgid */
	enum col_type type;
	unsigned flags;
	int width, drop; /* columns of the terminal; dropped when the screen is narrower than `drop` */
	int line;        /* of its mark in the view's file */
	const char *right, *edit, *style, *choice;
	const char *explain, *behind; /* the view behind it, and its column that sums to it (may be NULL) */
};

struct view_param {
	const char *name;
	const char *type;   /* "text", "date", "range", "ref:VIEW", ... */
	const char *preset; /* the value where none is given, as people write it; NULL: none */
	const char *filter; /* the column it is compared with, or NULL when the SELECT has :name itself */
	bool required;
	int line;
};

struct view_order {
	const char *const *cols; /* "day" or "-day"; ends with NULL */
};

struct view {
	const char *name, *title, *rule, *group, *sql, *id, *label, *right, *chart;
	const struct view_col *cols;
	size_t n_cols;
	const struct view_param *params;
	size_t n_params;
	const struct view_order *orders;
	size_t n_orders;
	const char *const *keys, *const *names, *const *watch; /* each ends with NULL */
	bool report, mark, desk;
	const char *file; /* where the SELECT stands, for the messages of the build */
	int line;
};

/* All of them, generated, sorted by name. */
extern const struct view *const view_all[];
extern const size_t view_count;

/* By name; NULL when there is none. */
const struct view *view_find(const char *name);
/* The column's place, -1 when there is none. */
int view_col_index(const struct view *v, const char *name);

/* Who looks and when; the built-in parameters :now :today :user :terminal :store :lang :offset come from here. */
struct view_who {
	const struct lang *lang;
	int64_t now, today, user_id, store_id;
	int offset_minutes;
	const char *terminal;
	bool (*may)(void *arg, const char *right); /* NULL: everything */
	void *may_arg;
	const char *(*choice)(const char *choice,
			      const char *code); /* the English title of a code; NULL: the code */
};

/* One condition of a find form or a filter. */
enum view_op { OP_EQ, OP_LT, OP_GT, OP_LE, OP_GE, OP_HAS, OP_RANGE, OP_NE, OP_EMPTY, OP_FILLED, OP_PREFIX };

struct view_cond {
	const char *col;
	enum view_op op;
	bool text; /* compare `s` (folded) instead of the numbers */
	const char *s;
	int64_t from, to; /* `from` alone except for OP_RANGE; DATE_NONE leaves an end open */
};

/* A parameter that is given: a text `s`, a number `i`, or (range) the days `i` to `to`. */
struct view_arg {
	const char *name;
	bool text, range;
	const char *s;
	int64_t i, to;
};

/* What is asked of a view. */
struct view_query {
	const struct view *view;
	const struct view_arg *args; /* parameters that are given */
	size_t n_args;
	const struct view_cond *conds;
	size_t n_conds;
	/* Words typed over a list: each must be found in some COL_FIND column; pinyin too. NULL: none. */
	const char *filter;
	/* Rows in which a COL_FIND column begins with the filter's first word come first; reads all rows. */
	bool best;
	size_t order;  /* which of the view's orders */
	int order_col; /* 1 + a column to order by instead (negative: down); 0: none */
};

/* Reads a condition as people and scripts write it, for a column: value "x", ">100", "100..200", "2026-11", "*x*",
 * "=" (empty), "<>" (not empty), "a|b" is refused with a hint. The types read their own units. */
bool view_cond_parse(const struct view *v, const char *col, const char *op, const char *value,
		     const struct view_who *who, struct arena *a, struct view_cond *ret, struct err *e);
/* Reads a parameter; a ref is given as text and resolved by view_ref(). */
bool view_arg_parse(struct db *db, const struct view *v, const char *name, const char *value,
		    const struct view_who *who, struct arena *a, struct view_arg *ret, struct err *e);

/* A value of a row: as SQLite gave it. */
struct view_val {
	bool null, text;
	int64_t i;
	const char *s; /* "" where null */
};

/* A row in memory: n_cols values, those that the person may not see are null. */
struct view_row {
	struct view_val *val;
};

/* Rows from the first, or those behind (before, where `back`) the row `from` in the query's order, at most `limit`.
 * Paged by key, never by OFFSET. In the arena; in the query's order also when read backwards. */
bool view_page(struct db *db, const struct view_query *q, const struct view_who *who,
	       const struct view_row *from, bool back, size_t limit, struct arena *a, struct view_row **ret,
	       size_t *ret_n, struct err *e);

/* An order that no index has costs view_page() a sort of all rows each time: db_sorted() then says so. The ids of the
 * rows in that order are read once, which db_progress() may stop (false without a sentence), and paged along; rows that
 * are gone since are passed over. NULL where no number names a row. The caller frees. */
struct view_ids;
bool view_ids_read(struct db *db, const struct view_query *q, const struct view_who *who,
		   struct view_ids **ret, struct err *e);
bool view_ids_page(struct db *db, const struct view_query *q, const struct view_who *who,
		   const struct view_ids *ids, const struct view_row *from, bool back, size_t limit,
		   struct arena *a, struct view_row **ret, size_t *ret_n, struct err *e);
void view_ids_free(struct view_ids *ids);

/* All rows, one at a time, for exports and reports; `fn` false stops. Memory does not grow with the rows. */
typedef bool view_row_fn(void *arg, const struct view_row *row);
bool view_each(struct db *db, const struct view_query *q, const struct view_who *who, view_row_fn *fn,
	       void *arg, struct err *e);

/* The number of rows and the sums of the COL_SUM columns (others 0); may be stopped by db_progress(). */
bool view_totals(struct db *db, const struct view_query *q, const struct view_who *who, int64_t *ret_rows,
		 int64_t *ret_sums, struct err *e);

/* The row of a reference by id, or by what was typed in its `names` columns. Not found: ERR_NO and a sentence that
 * names the view's title and what was typed; more than one is refused too. */
bool view_ref(struct db *db, const struct view *v, const char *typed, const struct view_who *who,
	      int64_t *ret_id, struct err *e);
/* "code name" of a reference for showing it; NULL when it is gone. */
char *view_ref_label(struct db *db, const struct view *v, int64_t id, const struct view_who *who,
		     struct arena *a);

/* A value for people (`pretty`) or for files, by the column's type and language. */
char *view_text(const struct view_col *col, const struct view_val *val, const struct view_who *who,
		bool pretty, struct arena *a);

/* True when the person has the right; NULL: everybody has. */
bool view_may(const char *right, const struct view_who *who);
/* True when the person may see the column. */
bool view_col_visible(const struct view_col *col, const struct view_who *who);

/* The view behind a column (`explain=`), asked for this row of an answer to `asked`: each of its parameters is taken
 * from the row's column of that name, of that name with _id, or the row's id where a reference can only mean that, else
 * from what was asked by that name. Filters that neither knows stay open. False when the column has none. In the
 * arena. */
bool view_explain(const struct view_query *asked, int col, const struct view_row *row, struct arena *a,
		  struct view_query *ret);

/* True when its values are texts: codes, plates, phones and choices too. */
bool view_col_is_text(const struct view_col *col);

/* The SELECT that would run, for people who learn from it. In the arena. */
char *view_sql(const struct view_query *q, const struct view_who *who, struct arena *a);

#endif
