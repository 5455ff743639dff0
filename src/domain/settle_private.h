/* settle_private.h - what the files that settle a work order share. */
#ifndef WORKBAY_SETTLE_PRIVATE_H
#define WORKBAY_SETTLE_PRIVATE_H

#include "domain/core.h"
#include "domain/job.h"
#include "domain/ledger.h"
#include "domain/payment.h"
#include "domain/settle_sum.h"

#define PAYERS_MOST 12

struct payer_line {
	struct input input;
	int64_t party, amount;
	const char *claim_no, *po_no;
};

struct settle {
	struct input input;
	int64_t job, labour_discount, part_discount, discount, round, cores_here;
	const char *invoice;
	struct lines payers, pay;
};

/* What one payer owes. */
struct share {
	int64_t party_id, amount, due_on, bill_id, limit;
	bool terms, limited;
	const char *name, *claim_no, *po_no;
};

struct settling {
	struct ctx *ctx;
	struct err *e;
	const struct settle *in;
	struct job job;
	struct settle_sum sum;
	struct share share[PAYERS_MOST + 1];
	size_t n_share;
	struct core_charge *cores;
	bool surcharge;                  /* the last line of the sum is the surcharge for the invoice */
	struct due due[PAYERS_MOST + 2]; /* the bills, in the order in which money pays them */
	size_t n_due;
	struct posting *p;
	int64_t document_id;
	char number[40];
};

/* What each payer owes of the total, with his terms: as written, else by the payers of the lines. */
bool settle_shares(struct settling *s);

/* What is held in advance for the work order, of all parties. */
int64_t settle_held(struct settling *s);

/* Writes the settlement and its lines, the bills and what advances pay of them, and posts the entry. */
bool settle_post(struct settling *s);

/* Takes the payment that came with it; writes what stays open, where its payer may owe that. */
bool settle_pay(struct settling *s, struct pay *pay, int64_t *ret_open);

#endif
