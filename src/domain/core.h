/* core.h - old cores: the deposit that is charged with a part until its old one comes back. */
#ifndef WORKBAY_CORE_H
#define WORKBAY_CORE_H

#include "domain/ledger.h"
#include "domain/payment.h"
#include "domain/reverse.h"

#define CORES_MOST 200

struct core_line {
	int64_t part_id, qty;  /* thousandths of the part's own unit */
	int64_t price, amount; /* fen: the deposit on one and on all */
};

/* What is charged with one sale or settlement. */
struct core_charge {
	int64_t party_id, bill_party_id; /* whose cores; who pays the deposit */
	int64_t origin_id, job_id, due_on;
	struct core_line line[CORES_MOST];
	size_t n;
	int64_t total;
};

/* Adds what a quantity of the part makes; nothing where the part has no deposit. */
void core_add(struct ctx *ctx, struct core_charge *c, int64_t part_id, int64_t qty);

/* What the lines of a work order make that was not charged for it before. */
void core_of_job(struct ctx *ctx, struct core_charge *c, int64_t job_id);

/* Posts the deposit as a document with a bill of its own; the answer stays what it was. `*ret` is the bill. */
bool core_charge_post(struct ctx *ctx, const struct core_charge *c, struct due *ret, struct err *e);

/* The old ones are here already: they go into the bin with the document of the part. */
void core_kept(struct ctx *ctx, const struct core_charge *c);

/* Takes back what was charged or kept with a document; refused when cores came back or went on since. */
bool core_origin_reverse(struct ctx *ctx, const struct posted *origin, const char *reason, struct err *e);

/* A new part that comes back unused, as part of the return of its sale. */
struct core_unused {
	int64_t sale_id, return_id, part_id, qty;
	const char *method; /* NULL: cash */
};

/* Its deposit ends, as far as the old core is still owed: a document of its own, off what is open or given back. The
 * answer stays what it was; `*ret` is the deposit, 0: none. */
bool core_unused_back(struct ctx *ctx, const struct core_unused *in, int64_t *ret, struct err *e);

/* Takes that back with the return, for its reversal. */
bool core_return_reverse(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e);

/* What is kept of cores, each row beside what it is the sum of (core_kept.c): what a customer owes of one, what lies in
 * the bin, what a supplier is to credit. */
void core_owe(struct ctx *ctx, int64_t document_id); /* charged with it */
void core_owe_no_more(struct ctx *ctx, int64_t document_id);
void core_owe_less(struct ctx *ctx, int64_t core_id, int64_t qty, int64_t amount);
void core_owe_again(struct ctx *ctx, int64_t document_id); /* what came back with it */
void core_bin_put(struct ctx *ctx, int64_t part_id, int64_t qty);
void core_bin_take(struct ctx *ctx, int64_t part_id, int64_t qty);
void core_bin_unput(struct ctx *ctx, int64_t document_id);  /* what came with it */
void core_bin_untake(struct ctx *ctx, int64_t document_id); /* what was sent with it */
int64_t core_bin_holds(struct ctx *ctx, int64_t part_id);
void core_due_add(struct ctx *ctx, int64_t sent_id);
void core_due_drop(struct ctx *ctx, int64_t sent_id);

/* Guard: what a document put into the bin still lies there. */
bool core_bin_has(struct ctx *ctx, int64_t document_id, const char *number, struct err *e);

#endif
