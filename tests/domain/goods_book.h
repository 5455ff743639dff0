/* goods_book.h - what goods documents do to quantities, values and accounts, once more in small arrays. Written from the
 * rules, not from the program. */
#ifndef WORKBAY_TEST_GOODS_BOOK_H
#define WORKBAY_TEST_GOODS_BOOK_H

#include <stdbool.h>
#include <stdint.h>

#define PARTS      5
#define CORE       4 /* the part that has a deposit on its old core */
#define CORE_PRICE 15000
#define PLACES     2
#define CLERKS     4
#define SUPPLIERS  2
#define KEPT       400

enum kind {
	IN,
	OUT,
	LOSS,
	SEND,
	CAME,
	COUNT,
	APPROVE,
	RECEIVE,
	ORDER,
	ARRIVE,
	RETURN,
	SALE,
	SALE_BACK,
	CORE_BACK,
	PRICE,
	REVERSE,
	KINDS
};

/* What one person did, as it was told. */
struct op {
	enum kind kind;
	int clerk, part, place,
	    who; /* who: the supplier; of CAME what became of it: 0 received, 1 back, 2 lost */
	int64_t qty, cost, target, id;
	char request[32];
	int64_t seq;
};

struct doc {
	enum kind kind;
	int64_t id, target, qty, value; /* into stock positive */
	int64_t left, left_value; /* of a transfer, receipt or sale: what has not come, gone or come back */
	int64_t owed;
	int part, place;
	bool moved, undone;
};

struct model {
	int64_t qty[PARTS][PLACES], value[PARTS], last_cost[PARTS], price[PARTS];
	int64_t found, used, lost, taken, transit, variance, payable, cost, deposits;
	struct doc doc[CLERKS * KEPT];
	int n;
};

extern const char *const places[PLACES], *const codes[PARTS];

/* a * b / c, halves away from zero. */
int64_t times(int64_t a, int64_t b, int64_t c);

/* Books what was told; fails the test where less than nothing would be left. */
void book(struct model *m, const struct op *op);

#endif
