/* consign.h - goods of suppliers that lie in the shop: not ours until one is sold, fitted or kept. */
#ifndef WORKBAY_CONSIGN_H
#define WORKBAY_CONSIGN_H

#include "domain/stock.h"

/* Goods that are missing in a store are bought of what suppliers have lying there, as far as it goes: into the store,
 * at the price agreed. `m` is the movement that needs them, `missing` how many. */
bool consign_fetch(struct ctx *ctx, const struct stock_move *m, int64_t missing, struct err *e);

/* How many consign_fetch() could fetch for that movement. */
int64_t consign_lying(struct ctx *ctx, const struct stock_move *m);

/* A sentence why goods of that warehouse are not moved as ours. */
bool consign_not_ours(struct ctx *ctx, int64_t warehouse_id, struct err *e);

/* Is it a warehouse of a supplier's goods? */
bool consign_is(struct ctx *ctx, int64_t warehouse_id);

#endif
