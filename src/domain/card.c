/* card.c - member cards and the value they hold.
 *
 * Principal is owed to the owner of the card. A gift stands against a contra account until it is used; then it is a
 * discount, so that income is never more than the money that was received. */
#include "domain/card.h"

#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/setting.h"

bool card_read(struct ctx *ctx, int64_t id, struct card *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT c.party_id, c.level_id, c.valid_on, c.number, c.state, m.after_principal, "
		"m.after_gift "
		"FROM card c LEFT JOIN card_move m ON m.id = (SELECT max(x.id) FROM card_move x WHERE "
		"x.card_id = c.id) WHERE c.id = :id"),
	    BIND(B_INT("id", id)));

	if (!cur_next(c))
		return false;
	*ret = (struct card){ .id = id,
			      .party_id = cur_int(c, 0),
			      .level_id = cur_int(c, 1),
			      .valid_on = cur_int(c, 2),
			      .number = arena_strdup(ctx->arena, cur_text(c, 3)),
			      .state = arena_strdup(ctx->arena, cur_text(c, 4)),
			      .principal = cur_int(c, 5),
			      .gift = cur_int(c, 6) };
	cur_close(c);
	return true;
}

int64_t card_by_number(struct ctx *ctx, const char *number, struct err *e)
{
	int64_t id = db_int(ctx->db, SQL("SELECT id FROM card WHERE number = :number"),
			    BIND(B_TEXT("number", number)), 0);

	if (!id)
		err_field(e, "reference", N_("There is no member card %s"), number);
	return id;
}

int64_t card_of_party(struct ctx *ctx, int64_t party_id, struct err *e)
{
	struct cur *c =
	    db_open(ctx->db, SQL("SELECT id FROM card WHERE party_id = :party AND state = 'active' LIMIT 2"),
		    BIND(B_INT("party", party_id)));
	int64_t id = 0;
	int n = 0;

	for (; cur_next(c); n++)
		id = cur_int(c, 0);
	if (n == 1)
		return id;
	if (n)
		err_field(e, "reference", N_("This payer has more than one card. Give its number"));
	else
		err_field(e, "reference", N_("This payer has no member card. Give the number of the card"));
	return 0;
}

bool card_usable(struct ctx *ctx, const struct card *c, struct err *e)
{
	if (!strcmp(c->state, "blocked"))
		return err_field(e, "card", N_("The card %s is blocked"), c->number);
	if (!strcmp(c->state, "closed"))
		return err_field(e, "card", N_("The card %s is closed"), c->number);
	return !c->valid_on || c->valid_on >= ctx->today ||
	       err_field(e, "card", N_("The card %s was good until %s"), c->number,
			 date_text(ctx->arena, c->valid_on));
}

void card_move(struct ctx *ctx, int64_t document, int64_t card_id, int64_t principal, int64_t gift)
{
	if (!principal && !gift)
		return;
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO card_move (document_id, card_id, principal, gift, after_principal, after_gift) "
		"SELECT :document, :card, :principal, :gift, "
		":principal + coalesce((SELECT after_principal FROM card_move WHERE card_id = :card ORDER BY "
		"id DESC LIMIT 1), 0), "
		":gift + coalesce((SELECT after_gift FROM card_move WHERE card_id = :card ORDER BY id DESC "
		"LIMIT 1), 0)"),
	    BIND(B_INT("document", document), B_INT("card", card_id), B_INT("principal", principal),
		 B_INT("gift", gift)));
}

/* How much of `amount` is gift, by the shop's order of use. */
static int64_t gift_of(struct ctx *ctx, const struct card *c, int64_t amount)
{
	switch (setting_int(ctx->db, SETTING_CARD_ORDER)) {
	case 1: /* principal first */
		return amount > c->principal ? amount - c->principal : 0;
	case 2: /* gift first */
		return amount < c->gift ? amount : c->gift;
	default:
		return muldiv(amount, c->gift, c->principal + c->gift);
	}
}

/* The sides of a use: the liability, and the gift from its contra account to the discounts. `sign` -1: given back. */
static void use_post(struct posting *p, int64_t card_id, int64_t principal, int64_t gift, int sign)
{
	posting_add(p, (struct posting_line){
			   .account = ACC_STORED_VALUE, .amount = sign * principal, .card_id = card_id });
	posting_add(p, (struct posting_line){
			   .account = ACC_STORED_GIFT, .amount = sign * gift, .card_id = card_id });
	posting_add(p, (struct posting_line){
			   .account = ACC_STORED_GIFT_CONTRA, .amount = -sign * gift, .card_id = card_id });
	posting_add(p, (struct posting_line){ .account = ACC_PAY_DISCOUNT, .amount = sign * gift });
}

bool card_spend(struct ctx *ctx, int64_t document, const struct card *c, int64_t amount, struct posting *p,
		struct err *e)
{
	int64_t gift;

	if (amount > c->principal + c->gift)
		return err_field(e, "amount", N_("The card %s holds %s"), c->number,
				 money_text(ctx->arena, c->principal + c->gift));
	gift = gift_of(ctx, c, amount);
	card_move(ctx, document, c->id, gift - amount, -gift);
	use_post(p, c->id, amount - gift, gift, 1);
	return true;
}

bool card_give_back(struct ctx *ctx, int64_t document, int64_t paid, int64_t amount, struct posting *p,
		    int64_t *ret_card, struct err *e)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT m.card_id, -m.principal, -m.gift, coalesce((SELECT sum(b.gift) FROM card_move b "
		"WHERE "
		"b.card_id = m.card_id AND b.document_id IN (SELECT document_id FROM payment WHERE "
		"refunds_id = "
		":paid)), 0), coalesce((SELECT sum(b.principal + b.gift) FROM card_move b WHERE b.card_id = "
		"m.card_id AND b.document_id IN (SELECT document_id FROM payment WHERE refunds_id = :paid)), "
		"0) "
		"FROM card_move m WHERE m.document_id = :paid"),
	    BIND(B_INT("paid", paid)));
	int64_t card, took, took_gift, back_gift, back, gift;

	if (!cur_next(c))
		return err_field(e, "method", N_("It was not paid with a member card"));
	card = cur_int(c, 0);
	took_gift = cur_int(c, 2);
	took = cur_int(c, 1) + took_gift;
	back_gift = cur_int(c, 3);
	back = cur_int(c, 4);
	cur_close(c);
	if (back + amount > took)
		return err_field(e, "amount", N_("Only %s of it came from the card"),
				 money_text(ctx->arena, took - back));
	gift = muldiv(back + amount, took_gift, took) - back_gift;
	card_move(ctx, document, card, amount - gift, gift);
	use_post(p, card, amount - gift, gift, -1);
	*ret_card = card;
	return card_value_back(ctx, document, paid, amount, took, back, e);
}

#define CARDS_MOST 20

struct card_moved {
	int64_t card_id, principal, gift;
};

static size_t moves_read(struct ctx *ctx, int64_t document, struct card_moved *ret)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT card_id, sum(principal), sum(gift) FROM card_move WHERE "
				    "document_id = :document GROUP BY card_id LIMIT :most"),
				BIND(B_INT("document", document), B_INT("most", CARDS_MOST)));
	size_t n = 0;

	while (cur_next(c))
		ret[n++] = (struct card_moved){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2) };
	return n;
}

bool card_moves_undo(struct ctx *ctx, int64_t from, int64_t document, struct posting *p, struct err *e)
{
	struct card_moved moved[CARDS_MOST];
	size_t n = moves_read(ctx, from, moved);
	struct card card;

	for (size_t i = 0; i < n; i++) {
		const struct card_moved *m = &moved[i];

		if (!card_read(ctx, m->card_id, &card) || card.principal < m->principal ||
		    card.gift < m->gift)
			return err_field(e, "document",
					 N_("The card has used it. Refund what is left (card.refund)"));
		card_move(ctx, document, m->card_id, -m->principal, -m->gift);
		if (p)
			use_post(p, m->card_id, m->principal, m->gift, 1);
	}
	if (n)
		card_value_undo(ctx, from, document);
	for (size_t i = 0; i < n; i++)
		if (!card_value_sound(ctx, moved[i].card_id, e))
			return false;
	return true;
}

void card_discount(struct ctx *ctx, int64_t party_id, int64_t *ret_labour, int64_t *ret_parts)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT coalesce(max(l.labour_discount), 0), coalesce(max(l.part_discount), 0) FROM "
			"card c JOIN "
			"card_level l ON l.id = c.level_id WHERE c.party_id = :party AND c.state = 'active' "
			"AND coalesce(c.valid_on, :today) >= :today"),
		    BIND(B_INT("party", party_id), B_INT("today", ctx->today)));

	*ret_labour = *ret_parts = 0;
	if (!cur_next(c))
		return;
	*ret_labour = cur_int(c, 0);
	*ret_parts = cur_int(c, 1);
	cur_close(c);
}
