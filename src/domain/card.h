/* card.h - member cards and the value they hold: principal is money received, gift is a discount to come. */
#ifndef WORKBAY_CARD_H
#define WORKBAY_CARD_H

#include "domain/ledger.h"

struct card {
	int64_t id, party_id, level_id, valid_on; /* valid_on 0: for ever */
	int64_t principal, gift;
	const char *number, *state;
};

/* False when there is none of that id. */
bool card_read(struct ctx *ctx, int64_t id, struct card *ret);

/* The card of that number, or the only active one of a party; 0 with a sentence. */
int64_t card_by_number(struct ctx *ctx, const char *number, struct err *e);
int64_t card_of_party(struct ctx *ctx, int64_t party_id, struct err *e);

/* Blocked, closed or past its day: says so. */
bool card_usable(struct ctx *ctx, const struct card *c, struct err *e);

/* Writes a change of what it holds, with the balances after it. */
void card_move(struct ctx *ctx, int64_t document, int64_t card_id, int64_t principal, int64_t gift);

/* Takes `amount` off a card for `document`, principal and gift by the shop's order, and adds the debit side: the
 * liability goes, and the gift becomes a discount. */
bool card_spend(struct ctx *ctx, int64_t document, const struct card *c, int64_t amount, struct posting *p,
		struct err *e);

/* Gives `amount` of what `paid` took off a card back to it, principal and gift as they were taken, and adds the credit
 * side. False with a sentence when the payment was not made with one. */
bool card_give_back(struct ctx *ctx, int64_t document, int64_t paid, int64_t amount, struct posting *p,
		    int64_t *ret_card, struct err *e);

/* Writes the opposite of what `from` changed on cards; false with a sentence when a card does not hold it any more. */
bool card_moves_undo(struct ctx *ctx, int64_t from, int64_t document, struct posting *p, struct err *e);

/* ---- value that was invoiced at the top-up ---- */

/* What a card gave to one bill, or to a work order before its settlement (bill_id 0). */
struct value_piece {
	int64_t bill_id, job_id, party_id, amount;
};

/* Keeps that so much more of the card is on invoices; below 0: less, fen. */
void card_value_keep(struct ctx *ctx, int64_t card_id, int64_t amount);

/* What of a card's principal stands on invoices already. */
int64_t card_value_invoiced(struct ctx *ctx, int64_t card_id);

/* Writes down what of a payment was invoiced before, so that the bill is not invoiced for it again; false with a
 * sentence where it would stand on invoices twice. */
bool card_value_use(struct ctx *ctx, int64_t document, int64_t card_id, const struct value_piece *piece,
		    size_t n, struct err *e);

/* `amount` of the `took` that `paid` took off a card comes back; `back` of it came before. */
bool card_value_back(struct ctx *ctx, int64_t document, int64_t paid, int64_t amount, int64_t took,
		     int64_t back, struct err *e);
/* Writes the opposite of what `from` covered. */
void card_value_undo(struct ctx *ctx, int64_t from, int64_t document);

/* Does the card still hold what of it stands on invoices? */
bool card_value_sound(struct ctx *ctx, int64_t card_id, struct err *e);

/* What the level of a customer's card takes off labour and parts, ten-thousandths; 0 without a card. */
void card_discount(struct ctx *ctx, int64_t party_id, int64_t *ret_labour, int64_t *ret_parts);

#endif
