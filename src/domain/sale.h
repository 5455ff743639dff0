/* sale.h - goods sold over the counter, as the files of the sale share them. */
#ifndef WORKBAY_SALE_H
#define WORKBAY_SALE_H

#include "domain/core.h"
#include "domain/ledger.h"
#include "domain/payment.h"
#include "domain/reverse.h"
#include "domain/settle_sum.h"

#define SALE_LINES_MOST 200

/* The marks of an input that a rule fills itself for another one: every member counts as given. */
#define ALL_GIVEN ((struct input){ .given = { ~UINT64_C(0), ~UINT64_C(0) } })

/* A line as it is given. */
struct sale_line {
	struct input input;
	int64_t part, qty, price, discount, package;
	const char *unit, *gift, *text, *batch, *model;
	int64_t approved; /* who allowed its price; 0: nobody has yet */
};

/* A sale as it is given: the input of sale.post. */
struct sale {
	struct input input;
	int64_t customer, discount, round, type, carrier, collect, salesperson, warehouse, cores_here;
	const char *invoice;
	struct lines lines, pay;
};

extern const struct field sale_line_input[];

/* What a line is by the catalogue: its price, and what of the part's own unit one of it is. */
struct sale_offer {
	int64_t list, price;     /* fen for one of `unit`; price: what is asked where none is typed */
	int64_t factor, unit_id; /* thousandths of the part's own unit in one; 0: its own unit */
	const char *unit, *name;
};

/* False with a sentence about `unit` when the part is not sold by it. */
bool sale_offer(struct ctx *ctx, int64_t part_id, int64_t customer_id, const char *unit,
		struct sale_offer *ret, struct err *e);

/* A line understood: beside what settle_sum reckons with. */
struct sale_item {
	int64_t part_id, labour_id, base_qty, list, factor, move_id, batch_id;
	int64_t floor; /* fen: what the line comes to by the list, or as it was allowed */
	const char *unit, *gift;
	size_t set; /* the package it belongs to, from 1; 0: none */
};

/* A package on the sale. */
struct sale_set {
	int64_t package_id, qty, list, price, id;
	size_t first, n; /* its lines */
	const char *text;
};

struct selling {
	struct ctx *ctx;
	struct err *e;
	const struct sale *in;
	struct settle_sum sum;
	struct sale_item *item; /* one for each line of `sum` */
	struct sale_set *set;
	size_t n_sets;
	int64_t party_id, warehouse_id, salesperson_id, type_id;
	bool free;      /* everything is given away */
	int64_t credit; /* of an exchange: what comes back and may stay open for it */
	struct posting *p;
	int64_t document_id, open;
	struct core_charge *cores;
	struct due due[3]; /* the customer's bill, the carrier's, that of the old cores */
	size_t n_due;
};

/* Works the lines out: prices, discounts, tax, total. Writes nothing. */
bool sale_prepare(struct selling *s);

/* What the customer is to pay at once: 0 with terms or when the carrier collects. */
int64_t sale_at_once(struct selling *s);

/* Posts it all: stock, rows, bill, money, one entry. */
bool sale_do(struct selling *s);

/* The party of sales that name nobody; 0 while there was none. */
int64_t sale_walk_in(struct ctx *ctx);

/* A price below the list's, or a gift, needs a person who may give it: false with the sentence at `field`. */
bool sale_price_allowed(struct ctx *ctx, const char *field, int64_t list, int64_t price, struct err *e);

bool sale_gift_allowed(struct ctx *ctx, const char *field, struct err *e);

/* Takes back a document of bills and money alone. */
bool reverse_paid_back(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e);

#endif
