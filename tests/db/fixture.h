/* fixture.h - a question to the view of goods. */
#ifndef WORKBAY_TEST_FIXTURE_H
#define WORKBAY_TEST_FIXTURE_H

#include "tests/db/goods.h"

struct fixture {
	struct db *db;
	struct arena *a;
	struct view_who who;
	const struct view *goods;
	struct view_query q;
	struct err e;
};

/* `n` goods and a question that asks for all of them; one at a time. */
struct fixture *fixture_begin(int n);
void fixture_end(struct fixture *f);

/* A page of the answer, as view_page() gives it; how many rows the whole has; the code in a row. */
size_t fixture_page(struct fixture *f, const struct view_row *from, bool back, size_t limit,
		    struct view_row **ret);
int64_t fixture_count(struct fixture *f);
const char *code_of(const struct view_row *row);

#endif
