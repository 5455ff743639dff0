/* money_slip.h - money that comes or goes by one method and pays no bill: top-ups, deposits on things. */
#ifndef WORKBAY_MONEY_SLIP_H
#define WORKBAY_MONEY_SLIP_H

#include "domain/choice.h"
#include "domain/payment.h"
#include "domain/reverse.h"

/* The fields of a struct with members method, reference and tendered. */
#define SLIP_FIELDS(s)                                                                                       \
	FIELD(s, method, "method", N_("Method"), VT_CHOICE, REQUIRED, .choices = choice_pay_method,          \
	      .listed = pay_list_money, .help = N_("How it is paid: cash, a wallet, a card, the bank.")),    \
	    FIELD(s, tendered, "tendered", N_("Given"), VT_MONEY, .min = 1, .max = MONEY_MAX,                \
		  .help = N_("Cash that was handed over, where there is change.")),                          \
	    FIELD(s, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,                            \
		  .help = N_("The number of the transfer or slip; each is booked once."))

struct slip {
	const char *method, *reference;
	int64_t amount, tendered; /* tendered 0: exactly the amount */
};

#define SLIP_OF(in_) (&(struct slip){ (in_)->method, (in_)->reference, (in_)->amount, (in_)->tendered })

/* Proposes cash, as the pay grid does. */
void slip_fill(struct ctx *ctx, struct args *args);

/* Understands money that comes, or that goes and lies in the drawer; refuses what is no money. */
bool slip_in(struct ctx *ctx, const struct slip *slip, struct pay *ret, struct err *e);
bool slip_out(struct ctx *ctx, const struct slip *slip, struct pay *ret, struct err *e);

/* Writes its row and its side of the entry; `sign` 1: it comes, -1: it goes. */
void slip_book(struct ctx *ctx, int64_t document, const struct pay *pay, const struct payer *payer, int sign,
	       struct posting *p);

#endif
