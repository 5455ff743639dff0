/* invoice_issue.c - an invoice is issued for bills, or a red letter takes one back.
 *
 * What of a bill is not yet on an invoice may be; the amount is split over the tax rates of the bill's lines in
 * proportion. The books have the tax since the bill: an invoice posts nothing. */
#include "domain/invoice.h"

#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/party.h"

struct invoice_bill_row {
	struct input input;
	int64_t bill, amount;
};

struct invoice_issue {
	struct input input;
	int64_t type, party, bill;
	const char *title, *tax_no, *code, *invoice_no;
	struct lines bills;
};

static const struct field invoice_bill_input[] = {
	FIELD(invoice_bill_row, bill, "bill", N_("Bill"), VT_REF, REQUIRED, .view = "uninvoiced",
	      .help = N_("A settlement or a sale that is not yet invoiced, by its number.")),
	FIELD(invoice_bill_row, amount, "amount", N_("Amount"), VT_MONEY, .min = 1, .max = MONEY_MAX,
	      .help = N_("So much of it; all that is not yet invoiced where nothing is said.")),
	{ 0 },
};

static const struct field invoice_issue_input[] = {
	FIELD(invoice_issue, party, "party", N_("Customer"), VT_REF, STOP, .view = "parties",
	      .help = N_("All his bills that are not yet invoiced are proposed.")),
	FIELD(invoice_issue, bill, "bill", N_("Bill"), VT_REF, .view = "uninvoiced",
	      .help = N_("The only settlement or sale on it, instead of a list.")),
	FIELD(invoice_issue, type, "type", N_("Type"), VT_REF, REQUIRED, .view = "invoice_types",
	      .help = N_("Special, ordinary or electronic.")),
	FIELD(invoice_issue, title, "title", N_("Title"), VT_TEXT, .flags = REQUIRED_ | PERSONAL_, .max = 80,
	      .help = N_("Whom it is made out to; what stood on his last invoice is proposed.")),
	FIELD(invoice_issue, tax_no, "tax_no", N_("Tax number"), VT_CODE, STOP, .max = 20,
	      .help = N_("Of the customer; a special invoice needs it.")),
	FIELD(invoice_issue, code, "code", N_("Invoice code"), VT_CODE, .max = 20,
	      .help = N_("Only where the number is typed, and stands behind a code.")),
	FIELD(invoice_issue, invoice_no, "invoice_no", N_("Invoice number"), VT_CODE, .max = 24,
	      .help = N_("Empty takes the next one of the open range.")),
	LINES(invoice_issue, bills, "bills", N_("Bills"), invoice_bill_input, invoice_bill_row,
	      INVOICE_BILLS_MOST, .help = N_("What is invoiced; several bills of one customer.")),
	{ 0 },
};

struct issuing {
	struct ctx *ctx;
	struct err *e;
	const struct invoice_issue *in;
	struct invoice_draft d;
};

/* ---- bills ---- */

static bool bill_read(struct issuing *s, int64_t id, const char *field, struct invoice_bill *ret)
{
	struct cur *c =
	    db_open(s->ctx->db,
		    SQL("SELECT b.document_id, b.party_id, b.billed - b.invoiced, d.number FROM "
			"bill_invoiced b JOIN document d ON d.id = b.document_id WHERE b.id = :id"),
		    BIND(B_INT("id", id)));

	if (!cur_next(c))
		return err_field(s->e, field, N_("This bill is no more"));
	*ret = (struct invoice_bill){ id,
				      cur_int(c, 0),
				      cur_int(c, 1),
				      cur_int(c, 2),
				      0,
				      arena_strdup(s->ctx->arena, cur_text(c, 3)) };
	cur_close(c);
	return ret->left > 0 || err_field(s->e, field, N_("%s is invoiced already"), ret->number);
}

static bool bill_take(struct issuing *s, int64_t id, bool has, int64_t amount, const char *field)
{
	struct invoice_bill *b = &s->d.bill[s->d.n_bills];

	for (size_t i = 0; i < s->d.n_bills; i++)
		if (s->d.bill[i].id == id)
			return err_field(s->e, field, N_("%s stands there twice"), s->d.bill[i].number);
	if (!bill_read(s, id, field, b))
		return false;
	if (s->d.party_id && s->d.party_id != b->party_id)
		return err_field(s->e, field, N_("%s is a bill of %s: an invoice is for one customer"),
				 b->number, party_name(s->ctx, b->party_id));
	s->d.party_id = b->party_id;
	b->amount = has ? amount : b->left;
	if (b->amount > b->left)
		return err_field(s->e, s->in->bills.n ? "bills.amount" : field,
				 N_("Only %s of %s is not yet invoiced"), money_text(s->ctx->arena, b->left),
				 b->number);
	s->d.n_bills++;
	return true;
}

static bool bills_take(struct issuing *s)
{
	const struct invoice_issue *in = s->in;

	s->d.bill = ARENA_ARRAY(s->ctx->arena, struct invoice_bill, INVOICE_BILLS_MOST + 1);
	s->d.party_id = HAS(in, party) ? in->party : 0;
	if (!in->bills.n && HAS(in, bill))
		return bill_take(s, in->bill, false, 0, "bill");
	for (size_t i = 0; i < in->bills.n; i++) {
		const struct invoice_bill_row *r = LINE_AT(in->bills, struct invoice_bill_row, i);

		s->e->line = (int)i + 1;
		if (!bill_take(s, r->bill, HAS(r, amount), r->amount, "bills.bill"))
			return false;
	}
	s->e->line = 0;
	return s->d.n_bills > 0 || err_field(s->e, "bills", N_("Which bills is the invoice for?"));
}

/* ---- rates ---- */

static bool rate_add(struct issuing *s, int64_t rate, int64_t gross)
{
	struct invoice_draft *d = &s->d;
	size_t i = 0;

	while (i < d->n_rates && d->rate[i].rate != rate)
		i++;
	if (i == INVOICE_RATES_MOST)
		return err_field(s->e, "bills", N_("That is too many tax rates for one invoice"));
	if (i == d->n_rates)
		d->rate[d->n_rates++] = (struct invoice_rate){ .rate = rate };
	d->rate[i].gross += gross;
	return true;
}

/* A bill's amount over the rates of its document's lines, in proportion; the shortfall of a claim has those of the bill that
 * it is of. */
static bool bill_rates(struct issuing *s, const struct invoice_bill *b)
{
	struct cur *c = db_open(
	    s->ctx->db,
	    SQL("WITH RECURSIVE origin (id) AS (VALUES (:document) UNION SELECT b.document_id FROM origin o "
		"JOIN write_off w ON w.document_id = o.id AND w.how = 'customer' JOIN bill b ON b.id = "
		"w.bill_id) SELECT tax_rate, sum(amount - discount) FROM (SELECT l.tax_rate, l.amount, "
		"l.discount FROM origin o JOIN settlement_line l ON l.settlement_id = o.id UNION ALL "
		"SELECT l.tax_rate, l.amount, l.discount FROM origin o JOIN sale_line l ON l.sale_id = o.id) "
		"GROUP BY tax_rate HAVING sum(amount - discount) > 0 ORDER BY tax_rate DESC LIMIT :most"),
	    BIND(B_INT("document", b->document_id), B_INT("most", INVOICE_RATES_MOST)));
	int64_t rate[INVOICE_RATES_MOST], weight[INVOICE_RATES_MOST], share[INVOICE_RATES_MOST];
	size_t n = 0;

	while (cur_next(c)) {
		rate[n] = cur_int(c, 0);
		weight[n++] = cur_int(c, 1);
	}
	if (n == 0)
		return err_field(s->e, "bills", N_("%s has no lines to be invoiced"), b->number);
	share_out(b->amount, weight, n, share);
	for (size_t i = 0; i < n; i++)
		if (share[i] && !rate_add(s, rate[i], share[i]))
			return false;
	return true;
}

static bool rates_make(struct issuing *s)
{
	for (size_t i = 0; i < s->d.n_bills; i++)
		if (!bill_rates(s, &s->d.bill[i]))
			return false;
	for (size_t i = 0; i < s->d.n_rates; i++)
		s->d.rate[i].net = net_of(s->d.rate[i].gross, s->d.rate[i].rate);
	return true;
}

/* ---- guards ---- */

static bool tax_no_sound(const char *no, struct err *e)
{
	size_t n = strlen(no);

	return (n >= 8 && n <= 20 && strspn(no, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == n) ||
	       err_field(e, "tax_no", N_("A tax number has 8 to 20 digits and letters"));
}

bool invoice_tax_no(struct ctx *ctx, int64_t type, const char *tax_no, struct err *e)
{
	if (tax_no)
		return tax_no_sound(tax_no, e);
	return !db_exists(ctx->db, SQL("SELECT 1 FROM invoice_type WHERE id = :id AND tax_no"),
			  BIND(B_INT("id", type))) ||
	       err_field(e, "tax_no", N_("A special invoice needs the customer's tax number"));
}

static bool invoice_issue_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct invoice_issue *in = input;
	struct issuing s = { .ctx = ctx, .e = e, .in = in };

	if (HAS(in, tax_no) && !tax_no_sound(in->tax_no, e))
		return false;
	return (!HAS(in, bill) && !in->bills.n) || bills_take(&s);
}

static bool invoice_issue_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct issuing s = { .ctx = ctx, .e = e, .in = input };

	if (!invoice_tax_no(ctx, s.in->type, s.in->tax_no, e) || !bills_take(&s) || !rates_make(&s) ||
	    !invoice_number_next(ctx, s.in->type, s.in->code, s.in->invoice_no, &s.d.number, e))
		return false;
	s.d.kind = DOC_INVOICE;
	s.d.type_id = s.in->type;
	s.d.title = s.in->title;
	s.d.tax_no = s.in->tax_no;
	invoice_write(ctx, &s.d);
	answer_say(ctx, N_("%s: invoice %s%s to %s"), ctx->answer->number, s.d.number.code, s.d.number.no,
		   s.d.title);
	return true;
}

/* ---- proposals ---- */

static int64_t ref_typed(struct ctx *ctx, struct args *args, const char *name, const char *view)
{
	const char *typed = args_get(args, name);
	struct err e = { .lang = ctx->lang };
	struct view_who who;
	int64_t id = 0;

	session_who(ctx, &who);
	return typed && view_ref(ctx->db, view_find(view), typed, &who, &id, &e) ? id : 0;
}

void invoice_title_fill(struct ctx *ctx, struct args *args, int64_t party)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT coalesce(i.title, p.name), coalesce(i.tax_no, p.tax_no), "
				    "coalesce(t.code, 'ordinary') FROM party p LEFT JOIN invoice i ON i.id = "
				    "(SELECT max(id) FROM invoice WHERE party_id = p.id) "
				    "LEFT JOIN invoice_type t ON t.id = i.type_id WHERE p.id = :id"),
				BIND(B_INT("id", party)));

	if (!cur_next(c))
		return;
	if (!args_get(args, "title"))
		args_set(args, "title", cur_text(c, 0));
	if (!args_get(args, "tax_no") && !cur_null(c, 1))
		args_set(args, "tax_no", cur_text(c, 1));
	if (!args_get(args, "type"))
		args_set(args, "type", cur_text(c, 2));
	cur_close(c);
}

static void bills_propose(struct ctx *ctx, struct args *args, int64_t party)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT id, billed - invoiced FROM bill_invoiced WHERE party_id = :party "
				    "AND billed > invoiced ORDER BY id LIMIT :most"),
				BIND(B_INT("party", party), B_INT("most", INVOICE_BILLS_MOST)));

	while (cur_next(c)) {
		struct args *row = args_add_line(args, "bills");

		args_set_id(row, "bill", cur_int(c, 0));
		args_set(row, "amount", money_plain(ctx->arena, cur_int(c, 1)));
	}
}

static void invoice_issue_fill(struct ctx *ctx, struct args *args)
{
	int64_t bill = ref_typed(ctx, args, "bill", "uninvoiced"),
		party = ref_typed(ctx, args, "party", "parties");

	if (bill && !party) {
		party = db_int(ctx->db, SQL("SELECT party_id FROM bill WHERE id = :id"),
			       BIND(B_INT("id", bill)), 0);
		args_set_id(args, "party", party);
	}
	if (!party)
		return;
	invoice_title_fill(ctx, args, party);
	if (!bill && !args_lines(args, "bills"))
		bills_propose(ctx, args, party);
}

COMMAND(invoice_issue) = {
	.name = "invoice.issue",
	.title = N_("Issue an invoice"),
	.help = N_("For one or several bills of a customer, never for more than was billed."),
	.undo = UNDO_NONE,
	.input = invoice_issue_input,
	.size = sizeof(struct invoice_issue),
	.prints = "invoice",
	.fill = invoice_issue_fill,
	.may = invoice_issue_may,
	.run = invoice_issue_run,
};
