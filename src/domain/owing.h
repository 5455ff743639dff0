/* owing.h - may somebody owe more: the limit of a payer, and what he has let lie. */
#ifndef WORKBAY_OWING_H
#define WORKBAY_OWING_H

#include "domain/command.h"

/* Who owes, as the guard asks. */
struct owing {
	int64_t party_id;
	const char *name;
	bool limited;
	int64_t limit;
	int64_t owed; /* with what is booked now */
	int64_t now;  /* of it, what is booked now */
};

/* Stays he within his limit, and is nothing of his late by more than the shop allows? Somebody who stands by and may
 * (credit.over) lets it pass. */
bool owing_allowed(struct ctx *ctx, const struct owing *o, struct err *e);

#endif
