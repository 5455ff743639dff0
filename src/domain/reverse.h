/* reverse.h - the exact opposite of a posted document, as a document of its own, dated today. */
#ifndef WORKBAY_REVERSE_H
#define WORKBAY_REVERSE_H

#include "domain/document.h"
#include "domain/ledger.h"

/* A posted document that is about to be reversed. */
struct posted {
	int64_t id, kind, day, party_id, job_id, amount;
	const char *number;
};

/* Reads a posted document: refused when it was reversed already. */
bool posted_read(struct ctx *ctx, int64_t id, struct posted *ret, struct err *e);
/* The same for one that is to be taken back: refused where somebody has reviewed it, too. */
bool posted_to_turn(struct ctx *ctx, int64_t id, struct posted *ret, struct err *e);

/* Posts the head of its reversal, with `reason` as the remark; returns its id. */
int64_t posted_reverse(struct ctx *ctx, const struct posted *d, const char *reason);

/* Adds the opposite of every line of a document's entry. */
void posting_opposite(struct ctx *ctx, struct posting *p, int64_t document_id);

#define REVERSAL_KINDS 8

/* How documents of some kinds are taken back. A kind without one books nothing that could be reversed. */
struct reversal {
	int64_t kinds[REVERSAL_KINDS]; /* DOC_..., ends with 0 when there are fewer */
	/* Reads, and says why not; NULL: nothing stands against it. */
	bool (*may)(struct ctx *ctx, const struct posted *d, struct err *e);
	/* Posts the reversal and its entry; NULL when `may` always refuses. */
	bool (*run)(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e);
};

/* Defines the const object `reversal_NAME`, in the file of the document's noun. */
#define REVERSAL(ident) const struct reversal reversal_##ident

/* All of them, generated from the files in meson.build; ends with NULL. */
extern const struct reversal *const reversal_all[];

/* Goods that came in go out again at the value they brought, as far as it is there. */
bool reverse_receipt(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e);

/* The money of a document goes the other way, by the tills that are open now, as part of its reversal's entry. */
bool payments_turn(struct ctx *ctx, const struct posted *d, int64_t document, struct posting *p,
		   struct err *e);

/* For documents whose money is nobody's bill: posts the head of the reversal and sends the money back. */
bool reverse_money(struct ctx *ctx, const struct posted *d, const char *reason, struct posting *p,
		   int64_t *ret_document, struct err *e);

#endif
