/* sale_left.h - what is left of a sale's lines once what came back is off, and the share of a piece in it. */
#ifndef WORKBAY_SALE_LEFT_H
#define WORKBAY_SALE_LEFT_H

#include "domain/sale_return.h"

/* A line of the sale, and what is left of it. */
struct left {
	struct returned all; /* qty and amounts: what is left */
	int64_t pos;
	int64_t set, package, in_one; /* the package it was sold in, and how much of it one holds; 0: none */
};

/* The lines of a sale in their order, at most `most` (SALE_LINES_MOST + 1 holds them all); returns how many. Returns
 * that were reversed do not count. Texts are in ctx->arena. */
size_t left_read(struct ctx *ctx, int64_t sale_id, struct left *ret, size_t most);

/* Takes `qty` off the line and returns its share of everything: of what is left, and all of it with the last piece, so
 * that several pieces make exactly the line. `qty` is at most what is left. */
struct returned left_take(struct left *from, int64_t qty);

/* How many whole ones of the package `set` are left. */
int64_t left_sets(const struct left *left, size_t n, int64_t set);

#endif
