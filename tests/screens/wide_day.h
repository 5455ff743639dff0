/* wide_day.h - a known car's long day and a quick job, by the keyboard. */
#ifndef WORKBAY_TEST_WIDE_DAY_H
#define WORKBAY_TEST_WIDE_DAY_H

#include "tests/screens/seat.h"

/* What the screens are called where the day looks for them. */
struct words {
	const char *lang;
	int rows, cols;
	const char *till, *reception, *estimate, *dispatched, *dispatch, *issue, *finish, *payments, *settle,
	    *handover, *credit, *quick, *work, *board, *changed, *discount;
};

/* The day from the opened till to the last bill, at the terminals of the desk and of a technician, in a shop that
 * tests/data/wide_day_before.jsonl has made ready. */
void wide_day(const struct words *w);

#endif
