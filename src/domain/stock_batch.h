/* stock_batch.h - parts that are kept by batch: each movement of stock says which batches it took from or put into. */
#ifndef WORKBAY_STOCK_BATCH_H
#define WORKBAY_STOCK_BATCH_H

#include "domain/stock.h"

/* The share of a movement that has been written: `qty` above 0 goes into batches, below 0 comes out of them. */
bool batch_moved(struct ctx *ctx, const struct stock_move *m, int64_t move_id, int64_t qty, struct err *e);

/* What a supplier's paper says of the batch of a line. */
struct batch_paper {
	int64_t part_id, supplier_id;
	const char *number; /* NULL: nothing */
	int64_t expires;    /* 0: nothing */
	bool asked;         /* a part kept by batch needs one */
};

/* The batch that comes, written down where it is new; 0 for a part that is not kept by batch. Errors are about the
 * inputs lines.batch and lines.expires. */
bool batch_comes(struct ctx *ctx, const struct batch_paper *paper, int64_t *ret_id, struct err *e);

/* The batch of a part by its number; no number is 0. The error is about `field`. */
bool batch_named(struct ctx *ctx, int64_t part_id, const char *number, const char *field, int64_t *ret_id,
		 struct err *e);

/* The batch that a quantity would come from, in the arena; NULL: none, or several. */
const char *batch_first(struct ctx *ctx, int64_t part_id, int64_t warehouse_id, int64_t qty);

/* A part is kept by batch from now on: what is there lies in a batch without a number. False with a sentence about
 * `field` when it shall not be any more while numbered batches are on hand. */
void batch_keep(struct ctx *ctx, int64_t part_id);
bool batch_keep_not(struct ctx *ctx, int64_t part_id, const char *field, struct err *e);

/* What two inputs of a line say about batches. */
#define BATCH_HELP     N_("Of a part kept by batch: the number on the package.")
#define BATCH_OUT_HELP N_("Of a part kept by batch: which one; empty takes what expires first.")
#define EXPIRES_HELP   N_("The last day it is good, as the package says; empty where it says none.")

#endif
