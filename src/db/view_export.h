/* view_export.h - a view to a file: CSV, JSON or a table for reading; for `show`, `report` and the nightly exports. */
#ifndef WORKBAY_VIEW_EXPORT_H
#define WORKBAY_VIEW_EXPORT_H

#include <stdio.h>

#include "base/csv.h"
#include "db/view.h"

enum view_format { VIEW_TABLE, VIEW_CSV, VIEW_JSON };

struct view_export {
	enum view_format format;
	enum csv_encoding encoding; /* CSV */
	bool titles;                /* CSV: headings in the person's language instead of column names */
	int64_t limit;              /* at most so many rows; 0: all */
};

/* Writes the rows to `out`, columns that are hidden or that the person may not see left out. Memory does not grow
 * with the rows. CSV and JSON name columns the same in every language and write 1234.50, 1.5, 2026-11-21, 1 and 0;
 * JSON is one array with one object a line. A table measures its first 200 rows and ends with the sums. `*ret_rows`
 * counts what was written. The caller flushes and closes `out`, and looks at its error. */
bool view_export(struct db *db, const struct view_query *q, const struct view_who *who, FILE *out,
		 const struct view_export *how, int64_t *ret_rows, struct err *e);

/* "table", "csv" or "json". */
bool view_format_parse(const char *s, enum view_format *ret, struct err *e);

#endif
