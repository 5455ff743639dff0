/* cart.h - the sale that somebody types at a terminal, until it is booked. */
#ifndef WORKBAY_CART_H
#define WORKBAY_CART_H

#include "domain/sale.h"

/* The open one of this person at this terminal; 0: none. */
int64_t cart_open(struct ctx *ctx);

/* The same, made where there is none. */
int64_t cart_need(struct ctx *ctx);

/* Whose it is; 0: nobody is named, or there is no such sale. */
int64_t cart_customer(struct ctx *ctx, int64_t cart_id);

/* What it holds, as the input of sale.post. False with a sentence when it is empty. */
bool cart_read(struct ctx *ctx, struct sale *ret, struct err *e);

/* Its remark, in ctx->arena; NULL: none. */
const char *cart_remark(struct ctx *ctx);

/* It is booked, or not wanted any more. */
void cart_gone(struct ctx *ctx, int64_t cart_id);

#endif
