/* surcharge.h - what is asked on top of prices without invoice where the customer wants one. */
#ifndef WORKBAY_SURCHARGE_H
#define WORKBAY_SURCHARGE_H

#include "domain/choice.h"
#include "domain/command.h"
#include "domain/settle_sum.h"

#define SURCHARGE_FIELD(s)                                                                                   \
	FIELD(s, invoice, "invoice", N_("With invoice"), VT_CHOICE, .choices = choice_surcharge,             \
	      .help = N_(                                                                                    \
		  "Which one the customer asks for; the surcharge that the settings name for it becomes a "  \
		  "line of its own."))

/* Puts the surcharge behind the other lines, which have their discounts already: so much of all that is not passed
 * through, taxed at the shop's own rate. False when there is none. `sum` has room for one line more. */
bool surcharge_add(struct ctx *ctx, struct settle_sum *sum, const char *invoice);

#endif
