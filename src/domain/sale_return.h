/* sale_return.h - goods that come back over the counter, as a return and an exchange share it. */
#ifndef WORKBAY_SALE_RETURN_H
#define WORKBAY_SALE_RETURN_H

#include "domain/sale.h"

struct return_line {
	struct input input;
	int64_t part, qty, price, restock, line, package;
};

/* The input of sale.return. */
struct sale_back {
	struct input input;
	int64_t sale, customer, restock, fee, warehouse;
	const char *reason;
	struct lines lines, refund;
};

extern const struct field return_line_input[];

/* A piece of a line that comes back, with its share of everything. */
struct returned {
	int64_t line_id, part_id, labour_id, move_id, qty, base_qty, price, rate;
	int64_t gross, discount, income, net, tax, cost;
	bool restock;
	const char *text, *unit;
};

struct returning {
	struct ctx *ctx;
	struct err *e;
	const struct sale_back *in;
	int64_t party_id, warehouse_id, salesperson_id;
	struct returned *piece;
	size_t n, most;
	int64_t gross, rounding, fee_net, total, net, tax, cost;
	int64_t exchange_id; /* the sale that is made against it, 0: none */
	int64_t refund;      /* what is given back in money */
	int64_t cores;       /* the deposits that end with it */
	struct posting *p;
	int64_t document_id;
};

/* Works out what comes back and what the customer gets for it. Writes nothing. */
bool return_prepare(struct returning *r);

/* Posts it: goods, rows, what it takes off open bills, the money, one entry. */
bool return_do(struct returning *r);

/* Money of one method. */
struct paid_by {
	int64_t method_id, amount;
	const char *method;
};
/* What this sale was paid with and has not been given back, in the order of the methods; at most `most`. Returns how
 * many. */
size_t return_paid(struct returning *r, struct paid_by *ret, size_t most);

#endif
