/* reverse.h - the exact opposite of a posted document, as a document of its own, dated today. */
#ifndef WORKBAY_REVERSE_H
#define WORKBAY_REVERSE_H

#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/stock.h"

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
/* The same without what was paid or taken: payments_turn() or reverse_money() sends that by the till that is open now. */
void posting_opposite_but_money(struct ctx *ctx, struct posting *p, int64_t document_id);

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

/* A movement of goods with a document: `qty` in thousandths and `value` in fen, below 0 for what went out; `back` came
 * back of it since. */
struct moved {
	int64_t id, part_id, warehouse_id, job_line_id, returns_id, qty, value, back, document_id;
};

/* All movements of a document in their order, in the command's memory; returns how many. */
size_t moved_read(struct ctx *ctx, int64_t document_id, struct moved **ret);

/* The movement the other way, as part of `document_id`; it names what the first one named. */
struct stock_move moved_back(const struct moved *m, int64_t document_id);

/* The entry's opposite says that `m->value` leaves the stock, in truth `value` does: the rest is price variance. */
void moved_vary(struct posting *p, const struct moved *m, int64_t value);

/* What came in goes out at the value it brought, as far as that is there; the rest is price variance. */
bool moved_out(struct ctx *ctx, const struct moved *m, const struct stock_move *out, struct posting *p,
	       struct err *e);

/* Every movement of the document goes the other way, and its entry is turned round. */
bool reverse_moves(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e);

/* Goods that came in go out again at the value they brought, as far as it is there. */
bool reverse_receipt(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e);

/* The money of a document goes the other way, by the tills that are open now, as part of its reversal's entry. */
bool payments_turn(struct ctx *ctx, const struct posted *d, int64_t document, struct posting *p,
		   struct err *e);

/* For documents whose money is nobody's bill: posts the head of the reversal and sends the money back. */
bool reverse_money(struct ctx *ctx, const struct posted *d, const char *reason, struct posting *p,
		   int64_t *ret_document, struct err *e);

#endif
