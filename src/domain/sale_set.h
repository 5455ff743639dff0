/* sale_set.h - a package over the counter: goods and work at one price. */
#ifndef WORKBAY_SALE_SET_H
#define WORKBAY_SALE_SET_H

#include "domain/package.h"
#include "domain/sale.h"

/* A package for a customer: what is asked for one, and what its lines would cost without it. */
struct set_offer {
	int64_t price, sum;
	const char *name;
	struct package_piece *piece; /* with their prices */
	int64_t *amount;             /* of each, in one package */
	size_t n;
};

/* False with a sentence about `field` when a part is not known for the model, or nothing has a price. */
bool set_offer(struct ctx *ctx, int64_t package_id, const char *model, int64_t customer_id,
	       struct set_offer *ret, const char *field, struct err *e);

/* Refused for half a package. */
bool set_whole(int64_t qty, const char *field, struct err *e);

/* How many lines the package makes. */
size_t set_lines(struct ctx *ctx, int64_t package_id);

/* Puts its lines on the sale that is worked out. */
bool set_make(struct selling *s, const struct sale_line *l);

/* Writes the packages of a sale; their lines name them. */
void sets_write(struct selling *s);

#endif
