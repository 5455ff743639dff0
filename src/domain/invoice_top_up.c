/* invoice_top_up.c - an invoice for money that was paid onto a card: what the card pays with it is not invoiced again. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/card.h"
#include "domain/invoice.h"

struct invoice_top_up {
	struct input input;
	int64_t top_up, type, amount;
	const char *title, *tax_no, *code, *invoice_no;
};

static const struct field invoice_top_up_input[] = {
	FIELD(invoice_top_up, top_up, "top_up", N_("Top-up"), VT_REF, REQUIRED, .view = "top_ups",
	      .help = N_("By its number; what is still on the card may be invoiced, the gift never.")),
	FIELD(invoice_top_up, amount, "amount", N_("Amount"), VT_MONEY, STOP, .min = 1, .max = MONEY_MAX,
	      .help = N_("So much of it; all that may be where nothing is said.")),
	FIELD(invoice_top_up, type, "type", N_("Type"), VT_REF, REQUIRED, .view = "invoice_types",
	      .help = N_("Special, ordinary or electronic.")),
	FIELD(invoice_top_up, title, "title", N_("Title"), VT_TEXT, .flags = REQUIRED_ | PERSONAL_, .max = 80,
	      .help = N_("Whom it is made out to; what stood on his last invoice is proposed.")),
	FIELD(invoice_top_up, tax_no, "tax_no", N_("Tax number"), VT_CODE, STOP, .max = 20,
	      .help = N_("Of the customer; a special invoice needs it.")),
	FIELD(invoice_top_up, code, "code", N_("Invoice code"), VT_CODE, .max = 20,
	      .help = N_("Only where the number is typed, and stands behind a code.")),
	FIELD(invoice_top_up, invoice_no, "invoice_no", N_("Invoice number"), VT_CODE, .max = 24,
	      .help = N_("Empty takes the next one of the open range.")),
	{ 0 },
};

struct top_up {
	int64_t card_id, party_id, left;
	const char *number;
};

/* What may be invoiced: not more than was paid in, and not what has paid bills, which are invoiced themselves. */
static bool top_up_read(struct ctx *ctx, int64_t id, struct top_up *ret, struct err *e)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT m.card_id, d.party_id, d.number, min(m.principal - coalesce((SELECT sum(v.amount) "
		"FROM "
		"invoice_value v WHERE v.top_up_id = d.id AND NOT EXISTS (SELECT 1 FROM document x WHERE "
		"x.reverses_id "
		"= v.invoice_id)), 0), c.principal - c.invoiced) FROM document d JOIN card_move m ON "
		"m.document_id = "
		"d.id JOIN card_invoiced c ON c.id = m.card_id WHERE d.id = :id AND d.kind_id = :kind"),
	    BIND(B_INT("id", id), B_INT("kind", DOC_TOP_UP)));

	if (!cur_next(c) || cur_null(c, 0)) {
		cur_close(c);
		return err_field(e, "top_up", N_("This is no top-up"));
	}
	*ret = (struct top_up){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 3),
				arena_strdup(ctx->arena, cur_text(c, 2)) };
	cur_close(c);
	return ret->left > 0 ||
	       err_field(e, "top_up", N_("%s is invoiced, or has paid bills that are invoiced themselves"),
			 ret->number);
}

static bool invoice_top_up_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct invoice_top_up *in = input;
	struct top_up t;

	if (!HAS(in, top_up))
		return true;
	if (!top_up_read(ctx, in->top_up, &t, e))
		return false;
	return !HAS(in, amount) || in->amount <= t.left ||
	       err_field(e, "amount", N_("Only %s of %s may be invoiced; the rest was, or has paid bills"),
			 money_text(ctx->arena, t.left), t.number);
}

static bool invoice_top_up_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct invoice_top_up *in = input;
	struct invoice_draft d = {
		.kind = DOC_INVOICE, .type_id = in->type, .title = in->title, .tax_no = in->tax_no
	};
	struct top_up t;
	int64_t amount;

	if (!invoice_tax_no(ctx, in->type, in->tax_no, e) || !top_up_read(ctx, in->top_up, &t, e) ||
	    !invoice_number_next(ctx, in->type, in->code, in->invoice_no, &d.number, e))
		return false;
	amount = HAS(in, amount) ? in->amount : t.left;
	d.party_id = t.party_id;
	d.value = (struct invoice_value){ in->top_up, t.card_id, amount };
	/* It is no turnover yet: the tax comes with the bill that the card pays. */
	d.rate[d.n_rates++] = (struct invoice_rate){ 0, amount, amount };
	invoice_write(ctx, &d);
	answer_say(ctx, N_("%s: invoice %s%s to %s; what this card pays with it is not invoiced again"),
		   ctx->answer->number, d.number.code, d.number.no, d.title);
	return true;
}

static void invoice_top_up_fill(struct ctx *ctx, struct args *args)
{
	struct err e = { 0 };
	struct top_up t;
	void *read;
	int64_t id;

	if (!input_read(ctx, command_find("invoice.top_up"), args, true, &read, &e) ||
	    !(id = ((const struct invoice_top_up *)read)->top_up) || !top_up_read(ctx, id, &t, &e))
		return;
	invoice_title_fill(ctx, args, t.party_id);
	if (!args_get(args, "amount"))
		args_set(args, "amount", money_plain(ctx->arena, t.left));
}

COMMAND(invoice_top_up) = {
	.name = "invoice.top_up",
	.title = N_("Invoice a top-up"),
	.help = N_("For money that a customer paid onto a card; the bills that it pays are then not invoiced "
		   "again."),
	.undo = UNDO_NONE,
	.input = invoice_top_up_input,
	.size = sizeof(struct invoice_top_up),
	.prints = "invoice",
	.fill = invoice_top_up_fill,
	.may = invoice_top_up_may,
	.run = invoice_top_up_run,
};
