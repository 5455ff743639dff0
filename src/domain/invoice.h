/* invoice.h - invoices to customers: a register of numbers, linked to the bills that they stand for. */
#ifndef WORKBAY_INVOICE_H
#define WORKBAY_INVOICE_H

#include "domain/document.h"
#include "domain/reverse.h"

#define INVOICE_BILLS_MOST 100
#define INVOICE_RATES_MOST 12

/* A part of a bill on an invoice. */
struct invoice_bill {
	int64_t id, document_id, party_id, left, amount;
	const char *number;
};

/* A part of a top-up on an invoice. */
struct invoice_value {
	int64_t top_up_id, card_id, amount;
};

/* An invoice by tax rate. */
struct invoice_rate {
	int64_t rate, gross, net;
};

/* The number that an invoice bears. */
struct invoice_number {
	int64_t range_id, next; /* 0: outside of the ranges */
	const char *code, *no;
};

/* The next number of the open range of the type, or the one that was typed: of a range only the next one. */
bool invoice_number_next(struct ctx *ctx, int64_t type_id, const char *code, const char *typed,
			 struct invoice_number *ret, struct err *e);

/* What is to be written; sums are made from the bills and the rates. */
struct invoice_draft {
	enum document_kind kind;
	int64_t type_id, party_id, red_of;
	const char *title, *tax_no;
	struct invoice_number number;
	struct invoice_bill *bill;
	size_t n_bills;
	struct invoice_value value; /* where it stands for a top-up: no bills then */
	struct invoice_rate rate[INVOICE_RATES_MOST];
	size_t n_rates;
};

/* Posts the document with its rows; the number is used up. Returns its id. */
int64_t invoice_write(struct ctx *ctx, const struct invoice_draft *d);

/* "011001900111 No. 00012345" as people read it. */
const char *invoice_name(struct ctx *ctx, int64_t id);

/* Is the customer's tax number sound, and given where the type needs it? */
bool invoice_tax_no(struct ctx *ctx, int64_t type, const char *tax_no, struct err *e);

/* Proposes title, tax number and type as they stood on his last invoice. */
void invoice_title_fill(struct ctx *ctx, struct args *args, int64_t party);

/* Guard for what takes a bill or a top-up out of the books: no invoice stands on the document. */
bool invoice_free(struct ctx *ctx, int64_t document_id, struct err *e);

#endif
