/* package.h - packages: labour, parts and fees under one code, as work orders and the counter share them. */
#ifndef WORKBAY_PACKAGE_H
#define WORKBAY_PACKAGE_H

#include "domain/command.h"

#define PACKAGE_LINES_MOST 60

/* A line of a package as it is for one model. */
struct package_piece {
	int64_t labour_id, part_id, qty;
	int64_t price;           /* fen; -1: that of the list on the day */
	const char *kind, *text; /* text: NULL where the list names it */
	const char *unit;        /* of goods, where they are sold over the counter */
	bool missing;            /* which part fits the model is not known yet; `text` says what it is */
};

/* At most PACKAGE_LINES_MOST, in their order. */
size_t package_pieces(struct ctx *ctx, int64_t package_id, const char *model, struct package_piece *ret);

/* What all of it costs today; 0: the sum of its lines. */
int64_t package_price(struct ctx *ctx, int64_t package_id);

/* Remembers which part a line takes for a model. */
void package_fits(struct ctx *ctx, int64_t line_id, const char *model, int64_t part_id);

#endif
