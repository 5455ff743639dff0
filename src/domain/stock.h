/* stock.h - goods on hand and their value: moving weighted average over all warehouses of the shop. */
#ifndef WORKBAY_STOCK_H
#define WORKBAY_STOCK_H

#include "domain/command.h"

/* One movement, and what it belongs to (0: nothing). */
struct stock_move {
	int64_t part_id, warehouse_id;
	int64_t qty; /* thousandths, above 0 in both directions */
	int64_t document_id, job_id, job_line_id;
	int64_t returns_id; /* the move that took these goods out */
	int64_t batch_id;   /* of parts kept by batch: this one; 0: the one that expires first */
	int64_t of_id;      /* the document whose goods these are, on the way back or on: its batches */
	bool use;       /* sold or fitted: nothing that has expired or is stopped; goods of suppliers too */
	bool consigned; /* may move goods of a supplier, which have no value */
};

/* Takes goods out at the average: value × qty ÷ quantity there, rounded; the whole value with the whole
 * quantity. More than lies in the warehouse is refused. Writes the move with its running balances and keeps
 * stock and stock_value. `*ret_value` is what was taken, 0 or more. */
bool stock_take(struct ctx *ctx, const struct stock_move *m, int64_t *ret_value, struct err *e);

/* Would stock_take() find as many? Else false with its sentence. Reads only. */
bool stock_enough(struct ctx *ctx, const struct stock_move *m, struct err *e);

/* Puts goods in with their value (0 or more). */
bool stock_put(struct ctx *ctx, const struct stock_move *m, int64_t value, struct err *e);

/* Takes goods out at the value they once brought: at most what is there, and all of it with the last piece.
 * What was given up is in `*ret_value`. */
bool stock_take_back(struct ctx *ctx, const struct stock_move *m, int64_t value, int64_t *ret_value,
		     struct err *e);

/* Changes the value of the goods without moving any, at most down to 0; nothing where none are on hand.
 * `*ret_value` is by how much. */
bool stock_revalue(struct ctx *ctx, const struct stock_move *m, int64_t value, int64_t *ret_value,
		   struct err *e);

/* The warehouse that is meant where none is named: the first. */
int64_t stock_warehouse(struct ctx *ctx, int64_t named);

#endif
