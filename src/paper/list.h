/* list.h - a list or report on paper. */
#ifndef WORKBAY_PAPER_LIST_H
#define WORKBAY_PAPER_LIST_H

#include "base/str.h"
#include "db/view.h"

#define PAPER_LIST_ROWS 20000

/* Appends the rows of the query as text of at most `columns` (32 to 160): title, the days asked for,
 * headings, rows, sums. What a row has no room for is left out by the columns' own `drop`, then by making
 * texts narrower; long texts go on below. `who->lang` is the language. False with a sentence when the view
 * fails or has more than PAPER_LIST_ROWS rows. */
bool paper_list(struct db *db, const struct view_query *q, const struct view_who *who, int columns,
		struct str *out, struct err *e);

#endif
