/* purchase_invoice.c - the supplier's invoice for receipts that came before it.
 *
 * Each received line gets its final cost: the invoice's amount less the tax that can be deducted. What differs from
 * what was booked goes to stock for what is on hand, to price variance for what is gone. */
#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/part.h"
#include "domain/party.h"
#include "domain/payable.h"
#include "domain/purchase.h"
#include "domain/tax.h"
#include "domain/setting.h"

#define RECEIPTS_MOST 20
#define LINES_MOST    (RECEIPT_LINES_MOST * 4)

struct receipt_ref {
	struct input input;
	int64_t receipt;
};

struct invoice {
	struct input input;
	int64_t date, tax, receipt;
	const char *invoice_no;
	struct lines receipts, lines;
};

static const struct field receipt_ref_input[] = {
	FIELD(receipt_ref, receipt, "receipt", N_("Receipt of goods"), VT_REF, REQUIRED, .view = "purchases",
	      .help = N_("A receipt that the invoice is for; each is invoiced once.")),
	{ 0 },
};

static const struct field invoice_input[] = {
	LINES(invoice, receipts, "receipts", N_("Purchase receipts"), receipt_ref_input, receipt_ref,
	      RECEIPTS_MOST, .help = N_("What the invoice is for; all of one supplier.")),
	FIELD(invoice, receipt, "receipt", N_("Receipt of goods"), VT_REF, .view = "purchases",
	      .help = N_("The only receipt that the invoice is for, instead of a list.")),
	FIELD(invoice, invoice_no, "invoice_no", N_("Invoice number"), VT_CODE, REQUIRED, .max = 40,
	      .help = N_("The number on the supplier's invoice; each is booked once.")),
	FIELD(invoice, date, "date", N_("Invoice date"), VT_DATE, .lean = DATE_PAST,
	      .help = N_("The date on the invoice; today where none is given. It is booked today.")),
	FIELD(invoice, tax, "tax", N_("Tax in it"), VT_MONEY, .max = MONEY_MAX,
	      .help = N_(
		  "Of a special invoice: the tax that is deducted; it does not become cost of the goods.")),
	LINES(invoice, lines, "lines", N_("Parts"), receipt_line_input, receipt_line, RECEIPT_LINES_MOST,
	      .help = N_("What the invoice says, tax included; without lines it says what was booked.")),
	{ 0 },
};

/* A received line on the invoice. */
struct invoiced {
	struct received l;
	int64_t left, amount, tax;
	bool estimated;
};

struct invoicing {
	struct ctx *ctx;
	struct err *e;
	const struct invoice *in;
	struct posting *p;
	struct invoiced *line;
	size_t n;
	int64_t supplier, document, sum, booked_final;
};

/* ---- guards ---- */

static bool number_new(struct invoicing *v)
{
	const char *number = db_text(v->ctx->db, v->ctx->arena,
				     SQL("SELECT d.number FROM purchase_invoice i JOIN document d ON d.id = "
					 "i.id WHERE i.supplier_id = :supplier "
					 "AND i.invoice_no = :no AND NOT EXISTS (SELECT 1 FROM document r "
					 "WHERE r.reverses_id = d.id)"),
				     BIND(B_INT("supplier", v->supplier), B_TEXT("no", v->in->invoice_no)));

	return !number || err_field(v->e, "invoice_no", N_("The invoice %s is booked already (%s)"),
				    v->in->invoice_no, number);
}

static const char *invoice_of(struct ctx *ctx, int64_t receipt_id)
{
	return db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT d.number FROM purchase_line l JOIN purchase_invoice_line i ON i.line_id = l.id "
		"JOIN document d ON d.id = i.document_id WHERE l.document_id = :receipt "
		"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) LIMIT 1"),
	    BIND(B_INT("receipt", receipt_id)));
}

static bool named_before(const struct invoice *in, size_t i)
{
	for (size_t k = 0; k < i; k++)
		if (LINE_AT(in->receipts, struct receipt_ref, k)->receipt ==
		    LINE_AT(in->receipts, struct receipt_ref, i)->receipt)
			return true;
	return false;
}

static bool lines_take(struct invoicing *v, const struct receipt_head *h)
{
	struct received *l = ARENA_ARRAY(v->ctx->arena, struct received, RECEIPT_LINES_MOST);
	size_t n = received_read(v->ctx, h->id, l);

	for (size_t i = 0; i < n; i++) {
		struct invoiced one = { .l = l[i],
					.left = l[i].qty - l[i].returned,
					.amount = l[i].owed,
					.estimated = h->estimated };

		if (one.left == 0)
			continue;
		if (v->n == LINES_MOST)
			return err_field(v->e, "receipts",
					 N_("That is too much for one invoice: book it in parts"));
		v->line[v->n++] = one;
	}
	return true;
}

static bool receipt_take(struct invoicing *v, int64_t id)
{
	struct receipt_head h;
	const char *by;

	if (!receipt_read(v->ctx, id, "receipts.receipt", &h, v->e))
		return false;
	if ((by = invoice_of(v->ctx, id)))
		return err_field(v->e, "receipts.receipt", N_("%s is invoiced already (%s)"), h.number, by);
	if (v->supplier && v->supplier != h.supplier_id)
		return err_field(v->e, "receipts.receipt",
				 N_("%s came from %s: an invoice is of one supplier"), h.number,
				 party_name(v->ctx, h.supplier_id));
	v->supplier = h.supplier_id;
	return lines_take(v, &h);
}

static bool receipt_once(struct invoicing *v, size_t i)
{
	int64_t id = LINE_AT(v->in->receipts, struct receipt_ref, i)->receipt;

	if (named_before(v->in, i))
		return err_field(v->e, "receipts.receipt", N_("%s stands there twice"),
				 document_number(v->ctx, id));
	return receipt_take(v, id);
}

static bool receipts_take(struct invoicing *v)
{
	v->line = ARENA_ARRAY(v->ctx->arena, struct invoiced, LINES_MOST);
	if (!v->in->receipts.n && !v->in->receipt)
		return err_field(v->e, "receipts", N_("Which receipts of goods is the invoice for?"));
	if (!v->in->receipts.n && !receipt_take(v, v->in->receipt))
		return false;
	for (size_t i = 0; i < v->in->receipts.n; i++) {
		if (!receipt_once(v, i)) {
			v->e->line = (int)i + 1;
			return false;
		}
	}
	return v->n > 0 || err_field(v->e, "receipts.receipt",
				     N_("All of it was sent back: there is nothing to invoice"));
}

/* ---- what the invoice says ---- */

static int64_t left_of_part(const struct invoicing *v, int64_t part_id)
{
	int64_t left = 0;

	for (size_t i = 0; i < v->n; i++)
		left += v->line[i].l.part_id == part_id ? v->line[i].left : 0;
	return left;
}

/* The invoice's lines of one part, added up. */
static bool part_said(struct invoicing *v, int64_t part_id, int64_t *ret_qty, int64_t *ret_amount)
{
	*ret_qty = *ret_amount = 0;
	for (size_t i = 0; i < v->in->lines.n; i++) {
		const struct receipt_line *l = LINE_AT(v->in->lines, struct receipt_line, i);

		if (l->part != part_id)
			continue;
		v->e->line = (int)i + 1;
		if (!HAS(l, cost))
			return err_field(v->e, "lines.cost", N_("What does one of %s cost?"),
					 part_title(v->ctx, part_id));
		*ret_qty += l->qty;
		*ret_amount += qty_price(l->qty, l->cost);
		if (*ret_amount > MONEY_MAX)
			return err_field(
			    v->e, "lines.cost",
			    N_("Quantity and cost make more than can be booked. Look at them again"));
	}
	return true;
}

/* Spreads the amount of a part over its received lines by quantity. */
static void part_spread(struct invoicing *v, int64_t part_id, int64_t amount)
{
	int64_t *weight = ARENA_ARRAY(v->ctx->arena, int64_t, LINES_MOST),
		*share = ARENA_ARRAY(v->ctx->arena, int64_t, LINES_MOST);

	for (size_t i = 0; i < v->n; i++)
		weight[i] = v->line[i].l.part_id == part_id ? v->line[i].left : 0;
	share_out(amount, weight, v->n, share);
	for (size_t i = 0; i < v->n; i++)
		if (v->line[i].l.part_id == part_id)
			v->line[i].amount = share[i];
}

static bool part_apply(struct invoicing *v, int64_t part_id)
{
	int64_t qty, amount, left = left_of_part(v, part_id);

	if (!part_said(v, part_id, &qty, &amount))
		return false;
	if (left == 0)
		return err_field(v->e, "lines.part", N_("%s is not on these receipts"),
				 part_title(v->ctx, part_id));
	if (qty != left)
		return err_field(
		    v->e, "lines.qty",
		    N_("The invoice says %s of %s, %s was received and kept. Return or receive the "
		       "difference first"),
		    qty_text(v->ctx->arena, qty), part_title(v->ctx, part_id), qty_text(v->ctx->arena, left));
	v->e->line = 0;
	part_spread(v, part_id, amount);
	return true;
}

static bool lines_apply(struct invoicing *v)
{
	for (size_t i = 0; i < v->in->lines.n; i++)
		if (!part_apply(v, LINE_AT(v->in->lines, struct receipt_line, i)->part))
			return false;
	return true;
}

static bool tax_spread(struct invoicing *v)
{
	int64_t *weight = ARENA_ARRAY(v->ctx->arena, int64_t, LINES_MOST),
		*share = ARENA_ARRAY(v->ctx->arena, int64_t, LINES_MOST);

	for (size_t i = 0; i < v->n; i++) {
		weight[i] = v->line[i].amount;
		v->sum += v->line[i].amount;
	}
	if (v->sum > MONEY_MAX)
		return err_field(v->e, "lines.cost",
				 N_("Quantity and cost make more than can be booked. Look at them again"));
	if (v->in->tax > v->sum)
		return err_field(v->e, "tax", N_("The whole invoice is %s: so much tax cannot be in it"),
				 money_text(v->ctx->arena, v->sum));
	if (!tax_deductible(v->ctx, v->in->tax, v->sum + 1, v->e))
		return false;
	share_out(v->in->tax, weight, v->n, share);
	for (size_t i = 0; i < v->n; i++)
		v->line[i].tax = share[i] > v->line[i].amount ? v->line[i].amount : share[i];
	return true;
}

/* ---- booking ---- */

static void line_write(struct invoicing *v, const struct invoiced *l, int64_t to_stock)
{
	db_exec(v->ctx->db,
		SQL("INSERT INTO purchase_invoice_line (document_id, line_id, qty, amount, tax, booked, "
		    "to_stock, "
		    "variance) VALUES (:document, :line, :qty, :amount, :tax, :booked, :to_stock, "
		    ":amount - :tax - :booked - :to_stock)"),
		BIND(B_INT("document", v->document), B_INT("line", l->l.id), B_INT("qty", l->left),
		     B_INT("amount", l->amount), B_INT("tax", l->tax), B_INT("booked", l->l.owed),
		     B_INT("to_stock", to_stock)));
}

static bool line_book(struct invoicing *v, const struct invoiced *l)
{
	int64_t to_stock;

	if (!received_recost(v->ctx, v->p, v->document, &l->l, l->amount - l->tax - l->l.owed, &to_stock,
			     v->e))
		return false;
	line_write(v, l, to_stock);
	posting_add(v->p, (struct posting_line){ .account = ACC_INPUT_TAX, .amount = l->tax });
	if (l->estimated)
		posting_add(v->p, (struct posting_line){ .account = ACC_RECEIVED_NOT_INVOICED,
							 .amount = l->l.owed,
							 .party_id = v->supplier });
	else
		v->booked_final += l->l.owed;
	if (l->amount)
		db_exec(v->ctx->db,
			SQL("UPDATE part SET last_cost = :cost, ver = ver + 1 WHERE id = :id AND last_cost "
			    "IS NOT :cost"),
			BIND(B_INT("cost", muldiv(l->amount, 1000, l->left)), B_INT("id", l->l.part_id)));
	return true;
}

/* Does it change what the books say? A final receipt's invoice that says the same does not. */
static bool invoice_posts(const struct invoicing *v)
{
	for (size_t i = 0; i < v->n; i++)
		if (v->line[i].tax || v->line[i].amount != v->line[i].l.owed ||
		    (v->line[i].estimated && v->line[i].l.owed))
			return true;
	return false;
}

static void invoice_write(struct invoicing *v)
{
	v->document = document_post(v->ctx, &(struct document){ .kind = DOC_PURCHASE_INVOICE,
								.party_id = v->supplier,
								.amount = invoice_posts(v) ? v->sum : 0 });
	db_exec(v->ctx->db,
		SQL("INSERT INTO purchase_invoice (id, supplier_id, invoice_no, invoice_on, amount, tax) "
		    "VALUES (:id, :supplier, :no, :date, :amount, :tax)"),
		BIND(B_INT("id", v->document), B_INT("supplier", v->supplier),
		     B_TEXT("no", v->in->invoice_no),
		     B_INT("date", HAS(v->in, date) ? v->in->date : v->ctx->today), B_INT("amount", v->sum),
		     B_INT("tax", v->in->tax)));
}

static bool invoice_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct invoice *in = input;
	struct invoicing v = { .ctx = ctx, .e = e, .in = in };

	if (!HAS(in, receipts) && !HAS(in, receipt))
		return true;
	return receipts_take(&v) && (!HAS(in, invoice_no) || number_new(&v));
}

static bool invoice_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct invoicing v = { .ctx = ctx, .e = e, .in = input, .p = posting_new(ctx->arena) };

	if (!receipts_take(&v) || !lines_apply(&v) || !tax_spread(&v))
		return false;
	invoice_write(&v);
	for (size_t i = 0; i < v.n; i++)
		if (!line_book(&v, &v.line[i]))
			return false;
	payable_add(ctx, v.p, v.document, v.supplier, v.sum - v.booked_final);
	answer_say(ctx, N_("%s: invoice %s for %s is booked"), ctx->answer->number, v.in->invoice_no,
		   money_text(ctx->arena, v.sum));
	return ledger_post(ctx, v.document, v.p, e);
}

/* What was booked of a receipt, as the invoice's lines. */
static void lines_propose(struct ctx *ctx, struct args *args, int64_t receipt)
{
	struct received *l = ARENA_ARRAY(ctx->arena, struct received, RECEIPT_LINES_MOST);
	size_t n = received_read(ctx, receipt, l);

	for (size_t i = 0; i < n; i++) {
		struct args *line;

		if (l[i].qty == l[i].returned || l[i].invoiced)
			continue;
		line = args_add_line(args, "lines");
		args_set_id(line, "part", l[i].part_id);
		args_set(line, "qty", qty_text(ctx->arena, l[i].qty - l[i].returned));
		args_set(line, "cost", money_plain(ctx->arena, l[i].cost));
	}
}

static void invoice_fill(struct ctx *ctx, struct args *args)
{
	const char *one = args_get(args, "receipt");
	size_t given = args_lines(args, "receipts");
	int64_t id;

	if (args_lines(args, "lines"))
		return;
	if (!given && one && *one == '#' && int_parse(one + 1, "", 1, INT64_MAX, &id, &(struct err){ 0 }))
		lines_propose(ctx, args, id);
	for (size_t i = 0; i < given; i++) {
		const char *named = args_get(args_line(args, "receipts", i), "receipt");

		if (named && *named == '#' && int_parse(named + 1, "", 1, INT64_MAX, &id, &(struct err){ 0 }))
			lines_propose(ctx, args, id);
	}
}

COMMAND(purchase_invoice) = {
	.name = "purchase.invoice",
	.title = N_("Book a supplier's invoice"),
	.help = N_("What was received before gets its final cost; the difference goes where the goods are."),
	.undo = UNDO_REVERSE,
	.input = invoice_input,
	.size = sizeof(struct invoice),
	.fill = invoice_fill,
	.may = invoice_may,
	.run = invoice_run,
};
