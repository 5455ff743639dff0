/* want.h - lines of the purchase plan: what is wanted, by whom, until it has come. */
#ifndef WORKBAY_WANT_H
#define WORKBAY_WANT_H

#include "domain/command.h"

struct wish {
	int64_t document_id, part_id, qty, job_id, sale_id, customer_id, supplier_id, need_on; /* 0: none */
	const char *text;   /* NULL: the part's name */
	const char *source; /* a code of table want_source */
	const char *plate;
	bool urgent;
};

/* Writes a line of the plan; returns its id. */
int64_t want_add(struct ctx *ctx, const struct wish *w);

/* Goods have come: wants that wait for them on this order are there (those of the shelf are done), and so are wants
 * of a work order, a sale or a request that nobody ordered, as far as `left` of a part reaches. */
void want_arrive_order(struct ctx *ctx, int64_t order_id);
void want_arrive_part(struct ctx *ctx, int64_t part_id, int64_t left);
/* The receipt that brought them at `at` is reversed. */
void want_gone(struct ctx *ctx, int64_t document_id);
/* Says behind the answer for whom something has come now. */
void want_say(struct ctx *ctx);

/* The part was issued to the work order: its want is met. */
void want_issued(struct ctx *ctx, int64_t job_id, int64_t part_id);

/* So much of a part is still to come: on orders, and wanted but not ordered. */
int64_t want_expected(struct ctx *ctx, int64_t part_id);

#endif
