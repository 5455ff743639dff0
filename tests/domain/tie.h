/* tie.h - the reports of goods against the ledger. */
#ifndef WORKBAY_TEST_TIE_H
#define WORKBAY_TEST_TIE_H

#include "tests/domain/shop.h"

/* The sum of a column of a report (or view) over all days: what its totals show. `with` is NULL or
 * "param=value", or several with a blank between them. */
int64_t report_sum(struct test_shop *s, const char *report, const char *column, const char *with);

/* Each report of purchases, sales and stock sums to what its accounts hold; fails the test where one does not. */
void reports_tie(struct test_shop *s);

#endif
