/* credit_private.h - what the files that credit a settlement share. */
#ifndef WORKBAY_CREDIT_PRIVATE_H
#define WORKBAY_CREDIT_PRIVATE_H

#include "domain/job.h"
#include "domain/ledger.h"
#include "domain/payment.h"

#define CREDIT_LINES_MOST 500
#define CREDIT_BILLS_MOST 20

struct credit_row {
	struct input input;
	int64_t line, qty, amount;
};

struct credit {
	struct input input;
	int64_t job, restock, payer;
	const char *reason;
	struct lines lines, refund;
};

/* A line of the settlement: what was billed, what was credited before, what is credited now. */
struct credit_line {
	int64_t id, job_line_id, part_id;
	int64_t cost_to;                 /* the account that its cost went to */
	int64_t qty, gross, net, income; /* gross is after the discount, income the net before it */
	int64_t qty_before, gross_before, net_before, income_before;
	int64_t qty_now, gross_now, net_now, income_now, cost_now;
	const char *kind, *text;
	bool named;
};

/* A bill of the settlement, and its share of the credit. */
struct credit_bill {
	int64_t id, party_id, left, open, share;
	const char *name;
};

/* Money of a payment (or of the advance that the settlement used) that no longer pays a bill. */
struct credit_freed {
	int64_t bill_id, party_id, document_id, refunds_id, amount;
};

struct crediting {
	struct ctx *ctx;
	struct err *e;
	const struct credit *in;
	struct job job;
	struct credit_line *line;
	size_t n_line;
	struct credit_bill bill[CREDIT_BILLS_MOST];
	size_t n_bill;
	struct credit_freed *freed;
	size_t n_freed;
	int64_t gross, net, tax, cost, rounding, total;
	int64_t left; /* of the settlement's total, not credited before */
	int64_t document_id;
	struct posting *p;
};

/* The lines and bills of the settlement, with what was credited of them before. */
bool credit_read(struct crediting *c);

/* Writes the credit note with its lines, brings goods back, takes it off the bills, and posts the entry. */
bool credit_post(struct crediting *c, const struct pay *refund, size_t n_refund);

/* A piece of the document's money on a bill, below zero off it; `since` is the document that put it there, 0: itself. */
void credit_allocate(struct ctx *ctx, int64_t document_id, int64_t since_id, int64_t bill_id, int64_t amount);

#endif
