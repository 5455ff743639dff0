/* report.h - a report as CSV, beside bare SQLite stepping the same SELECT. */
#ifndef WORKBAY_BENCH_REPORT_H
#define WORKBAY_BENCH_REPORT_H

#include "db/view.h"

/* Who reads on that day. */
struct view_who report_reader(int64_t today);

/* Prints the row of a report for the days from `first` to `last`, which its parameter `days` takes (NULL: none). */
void report_measure(const char *path, const char *name, const char *days, int64_t first, int64_t last);

#endif
