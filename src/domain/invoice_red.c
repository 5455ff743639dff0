/* invoice_red.c - a red letter: an invoice below zero that takes one back, whole or in part. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/invoice.h"

struct invoice_red {
	struct input input;
	int64_t invoice, amount;
	const char *reason, *code, *invoice_no;
};

static const struct field invoice_red_input[] = {
	FIELD(invoice_red, invoice, "invoice", N_("Invoice"), VT_REF, REQUIRED, .view = "invoices",
	      .help = N_("The one that is taken back, by its own number or that of its document.")),
	FIELD(invoice_red, amount, "amount", N_("Amount"), VT_MONEY, STOP, .min = 1, .max = MONEY_MAX,
	      .help = N_("Tax included; all that is left of it where nothing is said.")),
	FIELD(invoice_red, code, "code", N_("Invoice code"), VT_CODE, .max = 20,
	      .help = N_("Only where the number is typed, and stands behind a code.")),
	FIELD(invoice_red, invoice_no, "invoice_no", N_("Invoice number"), VT_CODE, .max = 24,
	      .help = N_("Of the red letter; empty takes the next one of the open range.")),
	FIELD(invoice_red, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why: goods came back, a wrong title, a credit.")),
	{ 0 },
};

struct redding {
	struct ctx *ctx;
	struct err *e;
	const struct invoice_red *in;
	struct invoice_draft d;
	const char *name;
	int64_t left, amount;
};

static bool red_read(struct redding *r)
{
	struct cur *c = db_open(
	    r->ctx->db,
	    SQL("SELECT i.type_id, i.party_id, i.title, i.tax_no, i.code || i.no, i.red_of IS NOT NULL, "
		"i.amount + coalesce((SELECT sum(x.amount) FROM invoice x WHERE x.red_of = i.id "
		"AND NOT EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = x.id)), 0), "
		"EXISTS (SELECT 1 FROM document v WHERE v.reverses_id = i.id) FROM invoice i WHERE i.id = "
		":id"),
	    BIND(B_INT("id", r->in->invoice)));
	struct arena *a = r->ctx->arena;
	bool red, gone;

	if (!cur_next(c))
		return err_field(r->e, "invoice", N_("This invoice is not there"));
	r->d = (struct invoice_draft){ .kind = DOC_RED_LETTER,
				       .type_id = cur_int(c, 0),
				       .party_id = cur_int(c, 1),
				       .red_of = r->in->invoice,
				       .title = arena_strdup(a, cur_text(c, 2)),
				       .tax_no = cur_null(c, 3) ? NULL : arena_strdup(a, cur_text(c, 3)) };
	r->name = arena_strdup(a, cur_text(c, 4));
	red = cur_int(c, 5);
	r->left = cur_int(c, 6);
	gone = cur_int(c, 7);
	cur_close(c);
	if (red)
		return err_field(r->e, "invoice", N_("%s is a red letter itself"), r->name);
	if (gone)
		return err_field(r->e, "invoice", N_("Invoice %s is void"), r->name);
	return r->left > 0 ||
	       err_field(r->e, "invoice", N_("All of invoice %s is taken back already"), r->name);
}

/* Of a top-up's invoice what is on the card still comes back. */
static void red_value(struct redding *r)
{
	struct cur *c = db_open(
	    r->ctx->db,
	    SQL("SELECT v.top_up_id, v.card_id, c.invoiced FROM invoice_value v JOIN card_invoiced c ON "
		"c.id = v.card_id WHERE v.invoice_id = :id"),
	    BIND(B_INT("id", r->in->invoice)));

	if (!cur_next(c))
		return;
	r->d.value = (struct invoice_value){ cur_int(c, 0), cur_int(c, 1), 0 };
	r->left = cur_int(c, 2) < r->left ? cur_int(c, 2) : r->left;
	cur_close(c);
}

static bool red_amount(struct redding *r)
{
	red_value(r);
	r->amount = HAS(r->in, amount) ? r->in->amount : r->left;
	if (r->d.value.top_up_id && r->left <= 0)
		return err_field(r->e, "invoice", N_("All that %s stands for has paid bills by now"),
				 r->name);
	return r->amount <= r->left || err_field(r->e, "amount", N_("Only %s of invoice %s is left"),
						 money_text(r->ctx->arena, r->left), r->name);
}

/* What is left of each bill on the invoice, and of each rate, in proportion. */
static void red_bills(struct redding *r)
{
	struct cur *c = db_open(
	    r->ctx->db,
	    SQL("SELECT b.bill_id, sum(b.amount) FROM invoice_bill b JOIN invoice i ON i.id = b.invoice_id "
		"WHERE (i.id = :id OR i.red_of = :id) AND NOT EXISTS (SELECT 1 FROM document v "
		"WHERE v.reverses_id = i.id) GROUP BY b.bill_id HAVING sum(b.amount) > 0 LIMIT :most"),
	    BIND(B_INT("id", r->in->invoice), B_INT("most", INVOICE_BILLS_MOST)));
	int64_t weight[INVOICE_BILLS_MOST], share[INVOICE_BILLS_MOST];
	struct invoice_bill *bill = ARENA_ARRAY(r->ctx->arena, struct invoice_bill, INVOICE_BILLS_MOST);
	size_t n = 0;

	while (cur_next(c)) {
		bill[n].id = cur_int(c, 0);
		weight[n++] = cur_int(c, 1);
	}
	share_out(r->amount, weight, n, share);
	r->d.bill = bill;
	for (size_t i = 0; i < n; i++)
		if (share[i])
			bill[r->d.n_bills++] = (struct invoice_bill){ .id = bill[i].id, .amount = -share[i] };
}

/* The last red letter takes what is left of each rate, so that the tax goes back to the fen. */
static void red_rates(struct redding *r)
{
	struct cur *c = db_open(
	    r->ctx->db,
	    SQL("SELECT l.tax_rate, sum(l.gross), sum(l.net) FROM invoice_line l JOIN invoice i ON i.id = "
		"l.invoice_id WHERE (i.id = :id OR i.red_of = :id) AND NOT EXISTS (SELECT 1 FROM "
		"document v WHERE v.reverses_id = i.id) GROUP BY l.tax_rate HAVING sum(l.gross) > 0 "
		"ORDER BY l.tax_rate DESC LIMIT :most"),
	    BIND(B_INT("id", r->in->invoice), B_INT("most", INVOICE_RATES_MOST)));
	int64_t weight[INVOICE_RATES_MOST], net[INVOICE_RATES_MOST], share[INVOICE_RATES_MOST];
	struct invoice_rate *rate = r->d.rate;
	size_t n = 0, k = 0;

	while (cur_next(c)) {
		rate[n].rate = cur_int(c, 0);
		weight[n] = cur_int(c, 1);
		net[n++] = cur_int(c, 2);
	}
	share_out(r->amount, weight, n, share);
	for (size_t i = 0; i < n; i++)
		if (share[i])
			rate[k++] = (struct invoice_rate){
				rate[i].rate, -share[i],
				-(share[i] == weight[i] ? net[i] : net_of(share[i], rate[i].rate))
			};
	r->d.n_rates = k;
}

static bool invoice_red_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct invoice_red *in = input;
	struct redding r = { .ctx = ctx, .e = e, .in = in };

	return !HAS(in, invoice) || (red_read(&r) && red_amount(&r));
}

static bool invoice_red_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct redding r = { .ctx = ctx, .e = e, .in = input };
	struct ctx with = *ctx;

	if (!red_read(&r) || !red_amount(&r) ||
	    !invoice_number_next(ctx, r.d.type_id, r.in->code, r.in->invoice_no, &r.d.number, e))
		return false;
	if (r.d.value.top_up_id)
		r.d.value.amount = -r.amount;
	else
		red_bills(&r);
	red_rates(&r);
	with.remark = r.in->reason;
	invoice_write(&with, &r.d);
	answer_say(ctx, N_("%s: red letter %s%s takes %s of invoice %s back"), ctx->answer->number,
		   r.d.number.code, r.d.number.no, money_text(ctx->arena, r.amount), r.name);
	return true;
}

COMMAND(invoice_red) = {
	.name = "invoice.red",
	.title = N_("Red letter"),
	.help = N_("An invoice below zero with its own number that takes one back, whole or in part."),
	.undo = UNDO_NONE,
	.input = invoice_red_input,
	.size = sizeof(struct invoice_red),
	.prints = "invoice",
	.may = invoice_red_may,
	.run = invoice_red_run,
};
