/* card_value.c - stored value that was invoiced when it was paid in: what it pays is not invoiced once more. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/card.h"

void card_value_keep(struct ctx *ctx, int64_t card_id, int64_t amount)
{
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO card_value (id, invoiced) VALUES (:card, :amount) ON CONFLICT (id) DO UPDATE "
		"SET invoiced = invoiced + excluded.invoiced"),
	    BIND(B_INT("card", card_id), B_INT("amount", amount)));
}

int64_t card_value_invoiced(struct ctx *ctx, int64_t card_id)
{
	return db_int(ctx->db, SQL("SELECT invoiced FROM card_invoiced WHERE id = :id"),
		      BIND(B_INT("id", card_id)), 0);
}

bool card_value_sound(struct ctx *ctx, int64_t card_id, struct err *e)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT invoiced, number FROM card_invoiced WHERE id = :id AND invoiced "
				    "NOT BETWEEN 0 AND principal"),
				BIND(B_INT("id", card_id)));

	if (!cur_next(c))
		return true;
	err_set(e, ERR_NO,
		N_("%s of the card %s stands on an invoice. Void that or write a red letter first"),
		money_text(ctx->arena, cur_int(c, 0)), cur_text(c, 1));
	cur_close(c);
	return false;
}

static void row_write(struct ctx *ctx, int64_t document, int64_t card_id, const struct value_piece *p,
		      int64_t amount)
{
	db_exec(ctx->db,
		SQL("INSERT INTO value_use (document_id, card_id, party_id, bill_id, job_id, amount) VALUES "
		    "(:document, "
		    ":card, :party, :bill, :job, :amount)"),
		BIND(B_INT("document", document), B_INT("card", card_id), B_INT("party", p->party_id),
		     B_ID("bill", p->bill_id), B_ID("job", p->bill_id ? 0 : p->job_id),
		     B_INT("amount", amount)));
	card_value_keep(ctx, card_id, -amount);
}

/* What of the piece may still be covered: all of an advance, of a bill what no invoice has. */
static int64_t piece_room(struct ctx *ctx, const struct value_piece *p)
{
	int64_t room =
	    p->bill_id ? db_int(ctx->db, SQL("SELECT billed - invoiced FROM bill_invoiced WHERE id = :id"),
				BIND(B_INT("id", p->bill_id)), 0)
		       : p->amount;

	return room < 0 ? 0 : room < p->amount ? room : p->amount;
}

bool card_value_use(struct ctx *ctx, int64_t document, int64_t card_id, const struct value_piece *piece,
		    size_t n, struct err *e)
{
	int64_t invoiced = card_value_invoiced(ctx, card_id), left;

	if (invoiced == 0)
		return true;
	left = -db_int(ctx->db,
		       SQL("SELECT principal FROM card_move WHERE document_id = :id AND card_id = :card"),
		       BIND(B_INT("id", document), B_INT("card", card_id)), 0);
	left = left < invoiced ? left : invoiced;
	for (size_t i = 0; i < n && left > 0; i++) {
		int64_t now = piece_room(ctx, &piece[i]);

		now = now < left ? now : left;
		if (now && !piece[i].bill_id && !piece[i].job_id)
			return err_field(
			    e, "method",
			    N_("What is on this card was invoiced at the top-up: it pays bills and work "
			       "orders and is not kept as an advance"));
		if (now)
			row_write(ctx, document, card_id, &piece[i], now);
		left -= now;
	}
	return card_value_sound(ctx, card_id, e);
}

/* What `paid` covered and was not given back since, row by row, until `amount` of it is. */
static void rows_back(struct ctx *ctx, int64_t document, int64_t paid, int64_t amount)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT card_id, party_id, bill_id, job_id, sum(amount) AS net FROM "
				    "value_use WHERE document_id = "
				    ":paid OR document_id IN (SELECT document_id FROM payment WHERE "
				    "refunds_id = :paid) GROUP BY card_id, "
				    "party_id, bill_id, job_id HAVING net > 0 ORDER BY min(id) DESC"),
				BIND(B_INT("paid", paid)));

	while (amount > 0 && cur_next(c)) {
		struct value_piece p = { cur_int(c, 2), cur_int(c, 3), cur_int(c, 1), cur_int(c, 4) };
		int64_t now = p.amount < amount ? p.amount : amount;

		row_write(ctx, document, cur_int(c, 0), &p, -now);
		amount -= now;
		if (amount == 0) {
			cur_close(c);
			return;
		}
	}
}

bool card_value_back(struct ctx *ctx, int64_t document, int64_t paid, int64_t amount, int64_t took,
		     int64_t back, struct err *e)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT max(card_id), sum(iif(document_id = :paid, amount, 0)), sum(amount) FROM "
			"value_use WHERE document_id = :paid OR document_id IN (SELECT document_id FROM "
			"payment WHERE refunds_id = :paid) HAVING count(*) > 0"),
		    BIND(B_INT("paid", paid)));
	int64_t card, covered, net;

	if (!cur_next(c))
		return true;
	card = cur_int(c, 0);
	covered = cur_int(c, 1);
	net = cur_int(c, 2);
	cur_close(c);
	rows_back(ctx, document, paid, muldiv(back + amount, covered, took) - (covered - net));
	return card_value_sound(ctx, card, e);
}

void card_value_undo(struct ctx *ctx, int64_t from, int64_t document)
{
	db_exec(ctx->db,
		SQL("INSERT INTO value_use (document_id, card_id, party_id, bill_id, job_id, amount) SELECT "
		    ":document, "
		    "card_id, party_id, bill_id, job_id, -amount FROM value_use WHERE document_id = :from "
		    "ORDER BY id"),
		BIND(B_INT("document", document), B_INT("from", from)));
	db_exec(ctx->db,
		SQL("INSERT INTO card_value (id, invoiced) SELECT card_id, sum(amount) FROM value_use WHERE "
		    "document_id = :from GROUP BY card_id ON CONFLICT (id) DO UPDATE SET invoiced = invoiced "
		    "+ excluded.invoiced"),
		BIND(B_INT("from", from)));
}
