/* payable.h - what the shop owes, document by document: to suppliers, and to carriers that collect for them. */
#ifndef WORKBAY_PAYABLE_H
#define WORKBAY_PAYABLE_H

#include "domain/ledger.h"

/* What a document makes the shop owe a party; below 0: what the party owes us (a return). Due by the party's days
 * on account, today where it has none. Adds the line of the posting too; an amount of 0 is nothing. */
void payable_add(struct ctx *ctx, struct posting *p, int64_t document_id, int64_t party_id, int64_t amount);
/* The same with a day of its own on which it is due. */
void payable_add_due(struct ctx *ctx, struct posting *p, int64_t document_id, int64_t party_id,
		     int64_t amount, int64_t due_on);
/* The same for what a carrier collects on delivery. */
void payable_collect(struct ctx *ctx, struct posting *p, int64_t document_id, int64_t party_id,
		     int64_t amount);

/* Guard for reversing a document: nothing of what it made us owe is paid or used. */
bool payable_unpaid(struct ctx *ctx, int64_t document_id, const char *number, struct err *e);
/* Its debts are open no more (the reversal posts the opposite). */
void payable_drop(struct ctx *ctx, int64_t document_id);

/* `amount` of a payable is paid by a document (below 0: a credit is used; the opposite sign takes a payment back). */
void payable_pay(struct ctx *ctx, int64_t document_id, int64_t payable_id, int64_t amount);

#endif
