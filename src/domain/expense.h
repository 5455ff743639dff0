/* expense.h - money beside goods and work, as its files share it. */
#ifndef WORKBAY_EXPENSE_H
#define WORKBAY_EXPENSE_H

#include "domain/ledger.h"
#include "domain/payment.h"
#include "domain/reverse.h"

struct expense_money {
	const char *method, *reference; /* "petty" or the code of a method */
	int64_t amount;
	bool out;
};

/* Where the money lies and that there is so much of it. */
bool expense_money(struct ctx *ctx, const struct expense_money *m, struct pay *ret, struct err *e);

/* Writes the row of money and its line of the entry. */
void expense_move(struct ctx *ctx, int64_t document, struct posting *p, const struct pay *pay, bool out);

#endif
