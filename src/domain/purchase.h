/* purchase.h - what the files of buying share about receipts and orders. */
#ifndef WORKBAY_PURCHASE_H
#define WORKBAY_PURCHASE_H

#include "domain/ledger.h"
#include "domain/reverse.h"
#include "domain/stock.h"

#define RECEIPT_LINES_MOST 200

/* A line of the supplier's paper, as commands take it. */
struct receipt_line {
	struct input input;
	int64_t part, qty, cost, expires;
	const char *batch;
};

extern const struct field receipt_line_input[];

struct receipt {
	struct input input;
	int64_t supplier, original_date, warehouse, type, order, collect, freight, over, new_cost;
	const char *original_no, *cost_is, *carrier;
	struct lines lines;
	int64_t job; /* bought for it; no input of the command */
};

/* Guard: the supplier's number was not booked before. */
bool receipt_new(struct ctx *ctx, const struct receipt *in, struct err *e);
/* The guards and the booking of a receipt, for the commands that do more with it. */
bool receipt_may(struct ctx *ctx, const struct receipt *in, struct err *e);
bool receipt_post(struct ctx *ctx, const struct receipt *in, struct err *e);

/* A line of a receipt that was booked, and what has become of it. */
struct received {
	int64_t id, part_id, warehouse_id, qty, cost, amount;
	int64_t returned; /* of the quantity, sent back */
	int64_t owed;     /* for what was not sent back: as invoiced, else as the receipt says */
	int64_t tax;      /* in it, that was deducted */
	bool invoiced;
};

/* The receipt's lines in their order; at most RECEIPT_LINES_MOST. */
size_t received_read(struct ctx *ctx, int64_t receipt_id, struct received *ret);

/* A receipt that stands. */
struct receipt_head {
	int64_t id, supplier_id, order_id;
	bool estimated; /* and no invoice has come */
	const char *number;
};

/* Reads one; refuses what is no receipt and what was reversed, at the input `field`. */
bool receipt_read(struct ctx *ctx, int64_t id, const char *field, struct receipt_head *ret, struct err *e);

/* Spreads a later difference of a received line's cost: what is on hand of it changes the value of stock, what is
 * gone is price variance. Adds both to the posting; what went to stock is in `*ret_to_stock`. */
bool received_recost(struct ctx *ctx, struct posting *p, int64_t document_id, const struct received *l,
		     int64_t difference, int64_t *ret_to_stock, struct err *e);

/* ---- orders ---- */

struct order {
	int64_t id, supplier_id;
	const char *number, *state;
};

/* Reads an order, also one that is closed; false when there is none. */
bool order_read(struct ctx *ctx, int64_t id, struct order *ret);
/* Guard: is it not closed, cancelled or wholly there? */
bool order_live(struct ctx *ctx, int64_t id, struct order *ret, struct err *e);
/* Its state by what has come. */
void order_state(struct ctx *ctx, int64_t id);

/* What is still to come of an order, as lines of a receipt. */
void order_open_lines(struct ctx *ctx, int64_t id, struct lines *ret);
/* The price of a part on an order; -1 when it is not on it. */
int64_t order_cost(struct ctx *ctx, int64_t id, int64_t part_id);
/* Guard: more than was ordered, and another price, are said so. */
bool order_fits(struct ctx *ctx, const struct receipt *in, const struct order *o, struct err *e);
/* Notes what a received line fills; returns what is left of the quantity. */
int64_t order_fill(struct ctx *ctx, int64_t order_id, int64_t line_id, int64_t part_id, int64_t qty);

#endif
