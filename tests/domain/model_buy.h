/* model_buy.h - receipts, what is owed for them, and what was done with both, for the files of the model that buy. */
#ifndef WORKBAY_TEST_MODEL_BUY_H
#define WORKBAY_TEST_MODEL_BUY_H

#include "tests/domain/model_priv.h"

struct bought {
	int part;
	int64_t qty, amount;    /* as the supplier's paper says */
	int64_t back, credited; /* sent back, and what is owed back for it */
	int64_t tax_back;
	bool invoiced;
	int64_t invoice_amount, invoice_tax;
	int64_t before, credited_before; /* sent back before the invoice, and what for */
};

struct receipt {
	int64_t document;
	int supplier, n;
	bool estimated, dead, invoiced;
	struct bought line[OP_LINES];
};

struct debt {
	int64_t document, amount, open, due;
	int party;
	bool dead;
};

/* Of a return, invoice, freight or payment: what it did, for its opposite. */
struct deed {
	int64_t document, on; /* the receipt it is built on */
	bool dead;
	int n, party, method;
	struct {
		int part, line;
		int64_t qty, amount, tax, value;
	} did[OP_LINES];
	struct {
		size_t debt;
		int64_t amount;
	} * paid;
	size_t n_paid;
	int64_t money, used, ahead;
	enum op_kind kind;
};

struct buying {
	struct receipt *receipt;
	size_t n_receipts;
	struct debt *debt;
	size_t n_debts;
	struct deed *deed;
	size_t n_deeds;
	int64_t ahead[MODEL_PARTIES], payable[MODEL_PARTIES];
};

struct deed *deed_of(const struct model *m, int64_t document);
struct deed *deed_new(struct model *m, const struct op *op);
/* The day by which the party is paid `amount`; at once where it owes us. */
int64_t due_of(const struct op *op, int party, int64_t amount);

#endif
