/* invoice.c - what an invoice writes, its number, and voiding it. */
#include "domain/reverse.h"
#include "domain/invoice.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "domain/card.h"

/* ---- numbers ---- */

static const char *number_text(struct ctx *ctx, int64_t no, int64_t digits)
{
	char text[24];

	snprintf(text, sizeof text, "%0*lld", (int)digits, (long long)no);
	return arena_strdup(ctx->arena, text);
}

static bool number_free(struct ctx *ctx, const struct invoice_number *n, struct err *e)
{
	return !db_exists(ctx->db, SQL("SELECT 1 FROM invoice WHERE code = :code AND no = :no"),
			  BIND(B_TEXT("code", n->code), B_TEXT("no", n->no))) ||
	       err_field(e, "invoice_no", N_("The number %s%s was used already"), n->code, n->no);
}

/* A number of the shop's ranges is used in its turn. */
static bool number_in_turn(struct ctx *ctx, int64_t type_id, struct invoice_number *n, struct err *e)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT id, next, digits FROM invoice_range WHERE type_id = :type AND code = "
			":code AND active AND digits = :digits AND :no BETWEEN first AND last ORDER BY id"),
		    BIND(B_INT("type", type_id), B_TEXT("code", n->code),
			 B_INT("digits", (int64_t)strlen(n->no)), B_INT("no", strtoll(n->no, NULL, 10))));
	int64_t next;

	if (!cur_next(c))
		return true;
	n->range_id = cur_int(c, 0);
	next = n->next = cur_int(c, 1);
	cur_close(c);
	if (next == strtoll(n->no, NULL, 10))
		return true;
	return err_field(e, "invoice_no", N_("The next number of this range is %s: %s would leave a gap"),
			 number_text(ctx, next, (int64_t)strlen(n->no)), n->no);
}

static bool number_typed(struct ctx *ctx, int64_t type_id, const char *code, const char *typed,
			 struct invoice_number *ret, struct err *e)
{
	*ret = (struct invoice_number){ .code = code ? code : "", .no = typed };
	if (!number_free(ctx, ret, e))
		return false;
	return strspn(typed, "0123456789") != strlen(typed) || strlen(typed) > 18 ||
	       number_in_turn(ctx, type_id, ret, e);
}

bool invoice_number_next(struct ctx *ctx, int64_t type_id, const char *code, const char *typed,
			 struct invoice_number *ret, struct err *e)
{
	struct cur *c;

	if (typed)
		return number_typed(ctx, type_id, code, typed, ret, e);
	c = db_open(ctx->db,
		    SQL("SELECT id, code, next, digits FROM invoice_range WHERE type_id = :type AND active "
			"AND next <= last AND (:code IS NULL OR code = :code) ORDER BY id LIMIT 1"),
		    BIND(B_INT("type", type_id), B_TEXT("code", code)));
	if (!cur_next(c))
		return err_field(e, "invoice_no",
				 N_("There are no numbers left for this type. Type the invoice's number, or "
				    "enter a new range"));
	*ret = (struct invoice_number){ .range_id = cur_int(c, 0),
					.code = arena_strdup(ctx->arena, cur_text(c, 1)),
					.next = cur_int(c, 2),
					.no = number_text(ctx, cur_int(c, 2), cur_int(c, 3)) };
	cur_close(c);
	return number_free(ctx, ret, e);
}

const char *invoice_name(struct ctx *ctx, int64_t id)
{
	const char *name = db_text(ctx->db, ctx->arena, SQL("SELECT code || no FROM invoice WHERE id = :id"),
				   BIND(B_INT("id", id)));

	return name ? name : "";
}

/* ---- writing ---- */

static void rows_write(struct ctx *ctx, int64_t id, const struct invoice_draft *d)
{
	for (size_t i = 0; i < d->n_bills; i++)
		db_exec(ctx->db,
			SQL("INSERT INTO invoice_bill (invoice_id, bill_id, amount) VALUES (:invoice, :bill, "
			    ":amount)"),
			BIND(B_INT("invoice", id), B_INT("bill", d->bill[i].id),
			     B_INT("amount", d->bill[i].amount)));
	if (d->value.amount) {
		db_exec(ctx->db,
			SQL("INSERT INTO invoice_value (invoice_id, top_up_id, card_id, amount) VALUES "
			    "(:invoice, "
			    ":top_up, :card, :amount)"),
			BIND(B_INT("invoice", id), B_INT("top_up", d->value.top_up_id),
			     B_INT("card", d->value.card_id), B_INT("amount", d->value.amount)));
		card_value_keep(ctx, d->value.card_id, d->value.amount);
	}
	for (size_t i = 0; i < d->n_rates; i++)
		db_exec(ctx->db,
			SQL("INSERT INTO invoice_line (invoice_id, tax_rate, gross, net, tax) "
			    "VALUES (:invoice, :rate, :gross, :net, :tax)"),
			BIND(B_INT("invoice", id), B_INT("rate", d->rate[i].rate),
			     B_INT("gross", d->rate[i].gross), B_INT("net", d->rate[i].net),
			     B_INT("tax", d->rate[i].gross - d->rate[i].net)));
}

int64_t invoice_write(struct ctx *ctx, const struct invoice_draft *d)
{
	int64_t amount = 0, net = 0, id;

	for (size_t i = 0; i < d->n_rates; i++) {
		amount += d->rate[i].gross;
		net += d->rate[i].net;
	}
	id = document_post(ctx,
			   &(struct document){ .kind = d->kind, .party_id = d->party_id, .amount = amount });
	db_exec(ctx->db,
		SQL("INSERT INTO invoice (id, type_id, range_id, code, no, party_id, title, tax_no, amount, "
		    "net, tax, red_of) VALUES (:id, :type, :range, :code, :no, :party, :title, :tax_no, "
		    ":amount, :net, :tax, :red_of)"),
		BIND(B_INT("id", id), B_INT("type", d->type_id), B_ID("range", d->number.range_id),
		     B_TEXT("code", d->number.code), B_TEXT("no", d->number.no), B_INT("party", d->party_id),
		     B_TEXT("title", d->title), B_TEXT("tax_no", d->tax_no), B_INT("amount", amount),
		     B_INT("net", net), B_INT("tax", amount - net), B_ID("red_of", d->red_of)));
	rows_write(ctx, id, d);
	if (d->number.range_id)
		db_exec(ctx->db,
			SQL("UPDATE invoice_range SET next = next + 1, ver = ver + 1 WHERE id = :id"),
			BIND(B_INT("id", d->number.range_id)));
	return id;
}

/* ---- links ---- */

bool invoice_free(struct ctx *ctx, int64_t document_id, struct err *e)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT v.code || v.no FROM bill b JOIN invoice_bill i ON i.bill_id = b.id "
			"JOIN invoice v ON v.id = i.invoice_id WHERE b.document_id = :document "
			"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = v.id) "
			"GROUP BY b.id HAVING sum(i.amount) > 0 "
			"UNION ALL SELECT v.code || v.no FROM invoice_value i JOIN invoice v ON v.id = "
			"i.invoice_id WHERE i.top_up_id = :document "
			"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = v.id) "
			"GROUP BY i.top_up_id HAVING sum(i.amount) > 0 LIMIT 1"),
		    BIND(B_INT("document", document_id)));

	if (!cur_next(c))
		return true;
	err_set(e, ERR_NO, N_("Invoice %s stands on it. Void it or write a red letter first"),
		cur_text(c, 0));
	cur_close(c);
	return false;
}

/* ---- voiding ---- */

static int64_t month_of(int64_t day)
{
	int year, month, at;

	date_split(day, &year, &month, &at);
	return year * 12 + month;
}

/* What a red letter has taken back may be on another invoice by now. */
static bool room_again(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return !db_exists(
		   ctx->db,
		   SQL("SELECT 1 FROM invoice_bill i JOIN bill_invoiced b ON b.id = i.bill_id "
		       "WHERE i.invoice_id = :id AND i.amount < 0 AND b.invoiced - i.amount > b.billed "
		       "UNION ALL SELECT 1 FROM invoice_value v JOIN card_move m ON m.document_id = "
		       "v.top_up_id WHERE v.invoice_id = :id AND v.amount < 0 AND m.principal + v.amount < "
		       "(SELECT sum(w.amount) FROM invoice_value w WHERE w.top_up_id = v.top_up_id AND NOT "
		       "EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = w.invoice_id))"),
		   BIND(B_INT("id", d->id))) ||
	       err_set(e, ERR_NO,
		       N_("What %s took back is invoiced anew, or was credited. Take that back first"),
		       d->number);
}

/* A red letter whose bill or top-up was taken back since: without it the invoice would stand on nothing. */
static bool ground_there(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return !db_exists(
		   ctx->db,
		   SQL("SELECT 1 FROM invoice_bill i JOIN bill b ON b.id = i.bill_id JOIN document x ON "
		       "x.reverses_id = b.document_id WHERE i.invoice_id = :id AND i.amount < 0 "
		       "UNION ALL SELECT 1 FROM invoice_value v JOIN document x ON x.reverses_id = "
		       "v.top_up_id WHERE v.invoice_id = :id AND v.amount < 0"),
		   BIND(B_INT("id", d->id))) ||
	       err_set(e, ERR_NO, N_("What %s took back was reversed since: the red letter stands"),
		       d->number);
}

/* What of a top-up's invoice has paid bills by now stays on it. */
static bool value_unused(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return !db_exists(ctx->db,
			  SQL("SELECT 1 FROM invoice_value v JOIN card_invoiced c ON c.id = v.card_id WHERE "
			      "v.invoice_id = :id AND c.invoiced - v.amount NOT BETWEEN 0 AND c.principal"),
			  BIND(B_INT("id", d->id))) ||
	       err_set(
		   e, ERR_NO,
		   N_("Some of %s has paid bills by now. A red letter takes back what is left on the card"),
		   d->number);
}

static bool voidable(struct ctx *ctx, const struct posted *d, struct err *e)
{
	if (!db_exists(ctx->db,
		       SQL("SELECT 1 FROM invoice i JOIN invoice_type t ON t.id = i.type_id WHERE i.id = :id "
			   "AND t.voidable"),
		       BIND(B_INT("id", d->id))))
		return err_set(e, ERR_NO, N_("An electronic invoice cannot be voided: write a red letter"));
	if (month_of(d->day) != month_of(ctx->today))
		return err_set(
		    e, ERR_NO,
		    N_("%s was issued in another month and cannot be voided any more: write a red letter"),
		    d->number);
	if (db_exists(ctx->db,
		      SQL("SELECT 1 FROM invoice i WHERE i.red_of = :id AND NOT EXISTS "
			  "(SELECT 1 FROM document r WHERE r.reverses_id = i.id)"),
		      BIND(B_INT("id", d->id))))
		return err_set(e, ERR_NO, N_("%s has a red letter. Void that first"), d->number);
	return ground_there(ctx, d, e) && value_unused(ctx, d, e) && room_again(ctx, d, e);
}

static bool reverse_sold_invoice(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct cur *c =
	    db_open(ctx->db, SQL("SELECT card_id, amount FROM invoice_value WHERE invoice_id = :id"),
		    BIND(B_INT("id", d->id)));

	(void)e;
	while (cur_next(c))
		card_value_keep(ctx, cur_int(c, 0), -cur_int(c, 1));
	posted_reverse(ctx, d, reason);
	return true;
}

REVERSAL(sold_invoice) = {
	.kinds = { DOC_INVOICE, DOC_RED_LETTER },
	.may = voidable,
	.run = reverse_sold_invoice,
};

struct invoice_void {
	struct input input;
	int64_t invoice;
	const char *reason;
};

static const struct field invoice_void_input[] = {
	FIELD(invoice_void, invoice, "invoice", N_("Invoice"), VT_REF, REQUIRED, .view = "invoices",
	      .help = N_("By its own number or the number of its document.")),
	FIELD(invoice_void, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why it counts no more; all its parts are kept and stamped.")),
	{ 0 },
};

static bool invoice_void_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct invoice_void *in = input;
	struct posted d;

	return !HAS(in, invoice) || (posted_read(ctx, in->invoice, &d, e) && voidable(ctx, &d, e));
}

static bool invoice_void_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct invoice_void *in = input;
	struct posted d;

	if (!posted_read(ctx, in->invoice, &d, e) || !voidable(ctx, &d, e) ||
	    !reverse_sold_invoice(ctx, &d, in->reason, e))
		return false;
	answer_say(ctx, N_("%s: invoice %s is void; its number stays used"), ctx->answer->number,
		   invoice_name(ctx, in->invoice));
	return true;
}

COMMAND(invoice_void) = {
	.name = "invoice.void",
	.title = N_("Void an invoice"),
	.help = N_("In the month of its issue; what it stood for may be invoiced again."),
	.undo = UNDO_NONE,
	.input = invoice_void_input,
	.size = sizeof(struct invoice_void),
	.may = invoice_void_may,
	.run = invoice_void_run,
};
