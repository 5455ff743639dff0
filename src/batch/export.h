/* export.h - views as CSV files in a folder, with a list of their sums, each told to the journal. */
#ifndef WORKBAY_EXPORT_H
#define WORKBAY_EXPORT_H

#include "base/csv.h"
#include "domain/command.h"

struct export_options {
	const char *dir;
	int64_t day; /* the day that the lists are made for: :today in their views; DATE_NONE: today */
	enum csv_encoding encoding;
	bool titles; /* headings in the person's language instead of column names */
};

/* One run into one folder. */
struct export_run;

/* Opens the folder and the person's view of the shop. NULL with the sentence. The caller ends it with
 * export_end() or, after a failure, with export_free(). */
struct export_run *export_begin(struct session *s, const struct export_options *o, struct err *e);

/* The day of the run. */
int64_t export_day(const struct export_run *run);

/* Writes PREFIX-NAME-DAY.csv; an empty list is a file with its heading. The person needs the view's right.
 * What was written is told to the journal (export.done): who, what, rows, sum. */
bool export_view(struct export_run *run, const char *prefix, const char *name, const struct view_query *q,
		 struct err *e);

/* Writes PREFIX-DAY.sha256, which sha256sum -c reads, with the number of rows of each file in a comment;
 * frees. */
bool export_end(struct export_run *run, const char *prefix, struct err *e);
void export_free(struct export_run *run);

/* May the person see this view or report? False with the sentence. */
bool export_may(struct ctx *ctx, const struct view *v, struct err *e);

/* Exports the reports that are named with blanks between them, those with a required span of days for the
 * day. */
bool export_reports(struct session *s, const struct export_options *o, const char *names, struct err *e);

#endif
