/* purchase_freight.c - a carrier's bill that comes after the goods is spread over what it brought. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/payable.h"
#include "domain/purchase.h"
#include "domain/tax.h"

struct freight {
	struct input input;
	int64_t receipt, carrier, amount, tax;
	const char *original_no;
};

static const struct field freight_input[] = {
	FIELD(freight, receipt, "receipt", N_("Receipt of goods"), VT_REF, REQUIRED, .view = "purchases",
	      .help = N_("The receipt of the goods that were carried.")),
	FIELD(freight, carrier, "carrier", N_("Carrier"), VT_REF, REQUIRED, .view = "suppliers",
	      .help = N_("Who is owed the freight.")),
	FIELD(freight, original_no, "original_no", N_("Carrier's number"), VT_CODE, REQUIRED, .max = 40,
	      .help = N_("The number on the freight bill; each is booked once.")),
	FIELD(freight, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_(
		  "It is spread over the goods by what they cost; for what is gone it is price variance.")),
	FIELD(freight, tax, "tax", N_("Tax in it"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("Of a special invoice, to be deducted: it is no cost of the goods.")),
	{ 0 },
};

static bool freight_new(struct ctx *ctx, const struct freight *in, struct err *e)
{
	const char *number = NULL;

	if (HAS(in, carrier) && HAS(in, original_no))
		number = db_text(
		    ctx->db, ctx->arena,
		    SQL("SELECT d.number FROM purchase_freight f CROSS JOIN document d ON d.id = f.id "
			"WHERE f.original_no = :original AND d.party_id = :carrier "
			"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)"),
		    BIND(B_INT("carrier", in->carrier), B_TEXT("original", in->original_no)));
	return !number || err_field(e, "original_no", N_("The carrier's paper %s is booked already (%s)"),
				    in->original_no, number);
}

static bool freight_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct freight *in = input;
	struct receipt_head h;

	return freight_new(ctx, in, e) && (!HAS(in, amount) || tax_deductible(ctx, in->tax, in->amount, e)) &&
	       (!HAS(in, receipt) || receipt_read(ctx, in->receipt, "receipt", &h, e));
}

struct spreading {
	struct ctx *ctx;
	struct err *e;
	struct received *line;
	size_t n;
	struct posting *p;
	int64_t document, to_stock;
};

/* Of the lines that were not sent back wholly. */
static bool freight_spread(struct spreading *s, int64_t amount)
{
	int64_t *weight = ARENA_ARRAY(s->ctx->arena, int64_t, RECEIPT_LINES_MOST),
		*share = ARENA_ARRAY(s->ctx->arena, int64_t, RECEIPT_LINES_MOST), part;

	for (size_t i = 0; i < s->n; i++)
		weight[i] = s->line[i].owed;
	share_out(amount, weight, s->n, share);
	for (size_t i = 0; i < s->n; i++) {
		if (!received_recost(s->ctx, s->p, s->document, &s->line[i], share[i], &part, s->e))
			return false;
		s->to_stock += part;
	}
	return true;
}

static size_t kept_lines(struct received *l, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (l[i].qty > l[i].returned)
			l[kept++] = l[i];
	return kept;
}

static bool freight_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct freight *in = input;
	struct spreading s = { .ctx = ctx, .e = e, .p = posting_new(ctx->arena) };

	s.line = ARENA_ARRAY(ctx->arena, struct received, RECEIPT_LINES_MOST);
	s.n = kept_lines(s.line, received_read(ctx, in->receipt, s.line));
	if (s.n == 0)
		return err_field(e, "receipt", N_("All of it was sent back: its freight is an expense"));
	s.document = document_post(ctx, &(struct document){ .kind = DOC_PURCHASE_FREIGHT,
							    .party_id = in->carrier,
							    .amount = in->amount });
	if (!freight_spread(&s, in->amount - in->tax))
		return false;
	db_exec(ctx->db,
		SQL("INSERT INTO purchase_freight (id, receipt_id, original_no, to_stock, variance, tax) "
		    "VALUES (:id, :receipt, :original, :to_stock, :amount - :tax - :to_stock, :tax)"),
		BIND(B_INT("id", s.document), B_INT("receipt", in->receipt),
		     B_TEXT("original", in->original_no), B_INT("to_stock", s.to_stock),
		     B_INT("amount", in->amount), B_INT("tax", in->tax)));
	posting_add(s.p, (struct posting_line){ .account = ACC_INPUT_TAX, .amount = in->tax });
	payable_add(ctx, s.p, s.document, in->carrier, in->amount);
	answer_say(ctx, N_("%s: freight of %s is in the cost of the goods"), ctx->answer->number,
		   money_text(ctx->arena, in->amount));
	return ledger_post(ctx, s.document, s.p, e);
}

COMMAND(purchase_freight) = {
	.name = "purchase.freight",
	.title = N_("Book freight on goods"),
	.help = N_("A carrier's bill becomes part of what the goods of a receipt cost."),
	.undo = UNDO_REVERSE,
	.input = freight_input,
	.size = sizeof(struct freight),
	.may = freight_may,
	.run = freight_run,
};
