/* part_price.h - what a part costs whom: the level of the customer's class, packages, and what was asked last. */
#ifndef WORKBAY_PART_PRICE_H
#define WORKBAY_PART_PRICE_H

#include "domain/command.h"

/* A price and how it came about. Prices are fen for one of the unit that was asked for. */
struct part_price {
	int64_t price;       /* what is proposed */
	int64_t list;        /* at level A */
	int64_t level_price; /* at the customer's level */
	const char *level;   /* "B"; in ctx->arena */
	bool own;            /* the part has a price of its own at that level */
	bool latest;         /* `price` is what was asked last, as the shop has decided */
	int64_t factor;      /* thousandths of the part's unit in one of the unit asked for */
	const char *unit;
	bool sold;                   /* this customer has bought it before, */
	int64_t last_price, last_on; /* for so much, on that day */
	int64_t cost;                /* the average, or of the last receipt; 0: not known */
};

/* The price of one `unit_id` (of part_unit; 0: the part's own unit) for a customer (0: anybody, at level A). */
bool part_price(struct ctx *ctx, int64_t part_id, int64_t customer_id, int64_t unit_id,
		struct part_price *ret, struct err *e);

/* Keeps what was asked at posting, for the next time: `price` fen for `factor` thousandths. */
void part_price_gave(struct ctx *ctx, int64_t part_id, int64_t customer_id, int64_t price, int64_t factor,
		     int64_t document_id);

/* A quantity of packages in thousandths of the part's own unit. Refused where it is no whole number of them, or no
 * multiple of the smallest quantity that the part goes in. */
bool part_qty(struct ctx *ctx, int64_t part_id, int64_t unit_id, int64_t qty, int64_t *ret, struct err *e);

/* Refused where the quantity, in the part's own unit, is no multiple of the smallest one. */
bool part_qty_fits(struct ctx *ctx, int64_t part_id, int64_t qty, struct err *e);

/* The number that stands for this one at the end of its chain: itself where nothing replaces it. */
int64_t part_newest(struct ctx *ctx, int64_t part_id);

/* The number to sell: the oldest of its chain that is on hand, else the newest. */
int64_t part_sold_first(struct ctx *ctx, int64_t part_id);

/* Refused for a number that another one replaces: it is sold off and never ordered again. */
bool part_orderable(struct ctx *ctx, int64_t part_id, struct err *e);

#endif
