/* payment_source.h - what has become of a payment's money: held as an advance, used by a bill, given back. */
#ifndef WORKBAY_PAYMENT_SOURCE_H
#define WORKBAY_PAYMENT_SOURCE_H

#include "domain/payment.h"

/* Money of a payment that lies with a party for a work order. bill_id 0: as an advance. */
struct source {
	int64_t party_id, job_id, bill_id, amount;
};

/* Bills that the payment paid, in the command's arena. bill_id 0: the settlement was taken back, the money is
 * the advance of its job again. */
size_t sources_billed(struct ctx *ctx, int64_t document_id, struct source **ret);

/* Every place where money of the payment may lie as an advance, with what lies there; `*ret_used` is what
 * standing bills have used of it. */
size_t sources_free(struct ctx *ctx, int64_t document_id, struct source **ret, int64_t *ret_used);

/* What is held of a party's advance for a work order, or (job_id 0) for none. */
int64_t advance_held(struct ctx *ctx, int64_t party_id, int64_t job_id);

/* What came with the payment, less what was given back or kept of it. */
int64_t payment_left(struct ctx *ctx, int64_t document_id);

/* Is there so much in the drawer, where it goes out in cash? */
bool drawer_has(struct ctx *ctx, const struct pay *pay, struct err *e);

#endif
