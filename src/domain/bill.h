/* bill.h - open bills: several on one collective bill, what of them is not paid but written off. */
#ifndef WORKBAY_BILL_H
#define WORKBAY_BILL_H

#include "domain/payment.h"
#include "domain/reverse.h"

/* Most bills that one payment, collective bill or write-off may name. */
#define BILLS_MOST 100

/* A row of a group that names bills by their document: a settlement, a sale, a collective bill. */
struct bill_line {
	struct input input;
	int64_t document;
};

extern const struct field bill_line_input[];

/* The same with so much of it. */
struct bill_part {
	struct input input;
	int64_t document, amount;
};

extern const struct field bill_part_input[];

/* Adds what is open of a document (of all bills on a collective one), of that party alone where one is named, to `*due`,
 * which began as NULL with none and grows in the command's arena. */
void dues_of_document(struct ctx *ctx, int64_t document, int64_t party, struct due **due, size_t *n);
/* The same for all that a party owes, the oldest first. */
void dues_of_party(struct ctx *ctx, int64_t party, struct due **due, size_t *n);
/* Those of a named document, or of several; refuses one with nothing open, or not of that party, or named twice. */
bool dues_of_bill(struct ctx *ctx, int64_t document, int64_t party, struct due **due, size_t *n,
		  struct err *e);
bool dues_of_bills(struct ctx *ctx, const struct lines *bills, int64_t party, struct due **due, size_t *n,
		   struct err *e);
/* Those of the parts: no more of each than is said. */
bool dues_of_parts(struct ctx *ctx, const struct lines *parts, int64_t party, struct due **due, size_t *n,
		   struct err *e);
int64_t dues_sum(const struct due *due, size_t n);

/* Guard for taking back the document of a bill: it stands on no collective bill, and no claim or write-off has touched it. */
bool bill_untouched(struct ctx *ctx, int64_t document_id, const char *number, struct err *e);
/* The same without the collective bill: what was given up of it is not given back in money. */
bool bill_not_closed(struct ctx *ctx, int64_t document_id, const char *number, struct err *e);

/* Writes off up to `amount` of the dues in their order, as `how` says; returns what it has written off. */
int64_t write_off_dues(struct ctx *ctx, int64_t document, struct posting *p, struct due *due, size_t n,
		       const char *how, int64_t amount);
/* May so much of `of` be written off like this? A discount by the limit of the person; a bad debt where somebody else who
 * may (bill.bad_debt) stands by. */
bool write_off_allowed(struct ctx *ctx, const char *how, int64_t of, int64_t amount, const char *field,
		       struct err *e);
/* The document with which something of a write-off has come in after all; NULL for none. */
const char *recovered_by(struct ctx *ctx, int64_t document_id);
/* What a document has paid of others' bills is open again, as part of its reversal. */
bool allocations_turn(struct ctx *ctx, int64_t document_id, int64_t reversal);
/* So much (fen) of a bill is open again, with the party that its owner is now. */
void bill_raise(struct ctx *ctx, int64_t bill_id, int64_t amount);
/* The bills of a document that goes back are owed no more. */
void bills_drop(struct ctx *ctx, int64_t document_id);

#endif
