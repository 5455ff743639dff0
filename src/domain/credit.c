/* credit.c - something is given back of a work order after it was settled: a line, a part of it, or an amount. */
#include "domain/credit.h"

#include <stdio.h>
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/credit_private.h"
#include "domain/document.h"

static const struct field credit_row_input[] = {
	FIELD(credit_row, line, "line", N_("Line"), VT_REF, .flags = REQUIRED_ | FIXED_,
	      .view = "settled_lines", .help = N_("The line of the settlement, by its number on the paper.")),
	FIELD(credit_row, qty, "qty", N_("Quantity"), VT_QTY, STOP, .min = 0, .max = QTY_MAX,
	      .help = N_("How much of it is taken back, at the price that was settled. A row with neither "
			 "quantity nor amount is left out.")),
	FIELD(credit_row, amount, "amount", N_("Amount"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("Or an amount that is given back, while the goods stay with the customer.")),
	{ 0 },
};

static const struct field credit_input[] = {
	FIELD(credit, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "settled_jobs",
	      .help = N_("A work order that is settled, handed over or not.")),
	LINES(credit, lines, "lines", N_("Lines"), credit_row_input, credit_row, 200, REQUIRED,
	      .help = N_("What is given back of which line.")),
	FIELD(credit, restock, "restock", N_("Back to stock"), VT_BOOL, .max = 1,
	      .help = N_("Yes: the parts come back to the store with the cost they left with. No: they are "
			 "not fit for it, and their cost stays.")),
	FIELD(credit, payer, "payer", N_("Payer"), VT_REF, .view = "parties",
	      .help = N_("Whose bill it comes off. Without one all bills of the settlement share it.")),
	FIELD(credit, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 120,
	      .help = N_("Why it is given back; it stands on the credit note.")),
	LINES(credit, refund, "refund", N_("Paid back"), pay_line_input, pay_line, PAY_LINES_MOST,
	      .help = N_("What is given back in money at once. What is not stays the customer's advance.")),
	{ 0 },
};

/* ---- what was settled ---- */

static void lines_read(struct crediting *k)
{
	struct arena *a = k->ctx->arena;
	struct cur *c = db_open(
	    k->ctx->db,
	    SQL("SELECT s.id, s.job_line_id, l.part_id, s.qty, s.amount - s.discount, s.net, "
		"muldiv(s.amount, 10000, 10000 + s.tax_rate), iif(s.passed, 'passed', s.kind), s.text, "
		"coalesce(sum(o.qty), 0), coalesce(sum(o.amount), 0), coalesce(sum(o.net), 0), "
		"coalesce(sum(o.income), 0), iif(l.bears = 'shop', iif(c.bears = 'rework', :rework, "
		":goodwill), :goods) "
		"FROM settlement_line s JOIN job_line l ON l.id = s.job_line_id LEFT JOIN comeback c ON c.id "
		"= l.id "
		"LEFT JOIN credit_line o ON o.settlement_line_id = s.id "
		"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = o.credit_id) "
		"WHERE s.settlement_id = :settlement GROUP BY s.id ORDER BY s.id"),
	    BIND(B_INT("rework", ACC_COST_REWORK), B_INT("goodwill", ACC_COST_GOODWILL),
		 B_INT("goods", ACC_COST), B_INT("settlement", k->job.settlement_id)));

	k->line = ARENA_ARRAY(a, struct credit_line, CREDIT_LINES_MOST);
	for (k->n_line = 0; cur_next(c); k->n_line++) {
		if (k->n_line == CREDIT_LINES_MOST) {
			cur_close(c);
			return;
		}
		k->line[k->n_line] = (struct credit_line){
			.id = cur_int(c, 0),
			.job_line_id = cur_int(c, 1),
			.part_id = cur_int(c, 2),
			.qty = cur_int(c, 3),
			.gross = cur_int(c, 4),
			.net = cur_int(c, 5),
			.income = cur_int(c, 6),
			.kind = arena_strdup(a, cur_text(c, 7)),
			.text = arena_strdup(a, cur_text(c, 8)),
			.qty_before = cur_int(c, 9),
			.gross_before = cur_int(c, 10),
			.net_before = cur_int(c, 11),
			.income_before = cur_int(c, 12),
			.cost_to = cur_int(c, 13),
		};
	}
}

static void bills_read(struct crediting *k)
{
	struct cur *c = db_open(
	    k->ctx->db,
	    SQL("SELECT b.id, b.party_id, b.amount - coalesce((SELECT sum(a.amount) FROM allocation a "
		"JOIN credit x ON x.id = a.document_id WHERE a.bill_id = b.id "
		"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = x.id)), 0), "
		"coalesce(o.amount, 0), p.name FROM bill b JOIN party p ON p.id = b.party_id "
		"LEFT JOIN bill_open o ON o.id = b.id WHERE b.document_id = :settlement ORDER BY b.id"),
	    BIND(B_INT("settlement", k->job.settlement_id)));

	for (k->n_bill = 0; cur_next(c); k->n_bill++) {
		if (k->n_bill == CREDIT_BILLS_MOST) {
			cur_close(c);
			return;
		}
		k->bill[k->n_bill] =
		    (struct credit_bill){ .id = cur_int(c, 0),
					  .party_id = cur_int(c, 1),
					  .left = cur_int(c, 2),
					  .open = cur_int(c, 3),
					  .name = arena_strdup(k->ctx->arena, cur_text(c, 4)) };
		k->left += k->bill[k->n_bill].left;
	}
}

bool credit_read(struct crediting *k)
{
	if (!job_read(k->ctx, k->in->job, &k->job))
		return false;
	lines_read(k);
	bills_read(k);
	return true;
}

/* ---- what is given back of each line ---- */

static struct credit_line *line_of(struct crediting *k, int64_t id)
{
	for (size_t i = 0; i < k->n_line; i++)
		if (k->line[i].id == id)
			return &k->line[i];
	return NULL;
}

static bool qty_within(struct crediting *k, const struct credit_line *l, int64_t qty)
{
	struct arena *a = k->ctx->arena;
	int64_t left = l->qty - l->qty_before;

	if (qty <= left)
		return true;
	return left > 0 ? err_field(k->e, "lines.qty", N_("Only %s of “%s” can be taken back"),
				    qty_text(a, left), l->text)
			: err_field(k->e, "lines.qty", N_("All of “%s” was taken back already"), l->text);
}

static bool amount_within(struct crediting *k, const struct credit_line *l, int64_t amount)
{
	struct arena *a = k->ctx->arena;
	int64_t left = l->gross - l->gross_before;

	return amount <= left || err_field(k->e, "lines.amount", N_("Only %s of “%s” can be given back"),
					   money_text(a, left), l->text);
}

/* The amounts of what is given back: shares of the line's own, so that all of it gives back all of them. */
static void line_reckon(struct credit_line *l)
{
	int64_t gross = l->gross_before + l->gross_now;

	if (!l->gross)
		return;
	l->net_now = muldiv(l->net, gross, l->gross) - l->net_before;
	l->income_now = muldiv(l->income, gross, l->gross) - l->income_before;
}

static bool line_credit(struct crediting *k, const struct credit_row *row)
{
	struct credit_line *l = line_of(k, row->line);
	int64_t left;

	if (!l)
		return err_field(k->e, "lines.line", N_("This line is not on the settlement of %s"),
				 k->job.number);
	if (l->named)
		return err_field(k->e, "lines.line", N_("“%s” stands there twice"), l->text);
	if (HAS(row, qty) && HAS(row, amount))
		return err_field(k->e, "lines.amount", N_("Give “%s” a quantity or an amount, not both"),
				 l->text);
	l->named = true;
	left = l->gross - l->gross_before;
	if (HAS(row, amount)) {
		l->gross_now = row->amount;
		if (!amount_within(k, l, row->amount))
			return false;
	} else {
		l->qty_now = row->qty;
		if (!qty_within(k, l, row->qty))
			return false;
		l->gross_now = muldiv(l->gross, row->qty, l->qty);
		if (l->gross_now > left || l->qty_before + l->qty_now == l->qty)
			l->gross_now = left;
	}
	line_reckon(l);
	return true;
}

static bool lines_credit(struct crediting *k)
{
	bool any = false;

	for (size_t i = 0; i < k->in->lines.n; i++) {
		const struct credit_row *row = LINE_AT(k->in->lines, struct credit_row, i);

		if (!row->qty && !row->amount)
			continue;
		any = true;
		k->e->line = (int)i + 1;
		if (!line_credit(k, row))
			return false;
	}
	k->e->line = 0;
	for (size_t i = 0; i < k->n_line; i++) {
		k->gross += k->line[i].gross_now;
		k->net += k->line[i].net_now;
	}
	k->tax = k->gross - k->net;
	k->total = k->gross < k->left ? k->gross : k->left;
	k->rounding = k->total - k->gross;
	return any || err_field(k->e, "lines.qty", N_("Say how much of which line is given back"));
}

/* ---- whose bills it comes off ---- */

static bool bill_named(struct crediting *k)
{
	for (size_t i = 0; i < k->n_bill; i++) {
		struct credit_bill *b = &k->bill[i];

		if (b->party_id != k->in->payer)
			continue;
		b->share = k->total;
		return k->total <= b->left ||
		       err_field(k->e, "payer", N_("Only %s of this settlement was billed to %s"),
				 money_text(k->ctx->arena, b->left), b->name);
	}
	return err_field(k->e, "payer", N_("This settlement has no bill for that payer"));
}

static bool bills_share(struct crediting *k)
{
	int64_t weight[CREDIT_BILLS_MOST], share[CREDIT_BILLS_MOST];

	if (!k->total)
		return true;
	if (HAS(k->in, payer))
		return bill_named(k);
	for (size_t i = 0; i < k->n_bill; i++)
		weight[i] = k->bill[i].left;
	share_out(k->total, weight, k->n_bill, share);
	for (size_t i = 0; i < k->n_bill; i++)
		k->bill[i].share = share[i];
	return true;
}

/* ---- job.credit ---- */

static bool credit_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct credit *in = input;
	struct job j;

	if (!HAS(in, job) || !job_read(ctx, in->job, &j) || j.settlement_id)
		return true;
	return err_set(e, ERR_NO, N_("%s is not settled: change its lines instead"), j.number);
}

static void credit_say(struct crediting *k, int64_t refunded)
{
	struct arena *a = k->ctx->arena;
	int64_t freed = -refunded;

	for (size_t i = 0; i < k->n_freed; i++)
		freed += k->freed[i].amount;
	answer_add_text(k->ctx, "total", money_plain(a, k->total));
	answer_say(k->ctx, N_("%s: %s given back of %s"), k->ctx->answer->number, money_text(a, k->total),
		   k->job.number);
	if (refunded)
		answer_say_more(k->ctx, N_("paid back: %s"), money_text(a, refunded));
	if (freed)
		answer_say_more(k->ctx, N_("kept as advance: %s"), money_text(a, freed));
}

static bool credit_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct crediting *k = ARENA_NEW(ctx->arena, struct crediting);
	struct pay refund[PAY_LINES_MOST];
	int64_t refunded = 0;

	k->ctx = ctx;
	k->e = e;
	k->in = input;
	if (!credit_read(k) || !lines_credit(k) || !bills_share(k) ||
	    !pay_read(ctx, &k->in->refund, refund, e) || !credit_post(k, refund, k->in->refund.n))
		return false;
	for (size_t i = 0; i < k->in->refund.n; i++)
		refunded += refund[i].amount;
	credit_say(k, refunded);
	return true;
}

/* The settled work order that the raw input names, 0 for none. */
static int64_t job_named(struct ctx *ctx, const struct args *args)
{
	const char *typed = args_get(args, "job");
	struct err e = { .lang = ctx->lang };
	struct view_who who;
	int64_t id;

	session_who(ctx, &who);
	return typed && view_ref(ctx->db, view_find("settled_jobs"), typed, &who, &id, &e) ? id : 0;
}

/* Where several were billed, what is given back is as a rule the customer's own. */
static void payer_fill(struct crediting *k, struct args *args)
{
	if (k->n_bill < 2 || args_get(args, "payer"))
		return;
	for (size_t i = 0; i < k->n_bill; i++)
		if (k->bill[i].party_id == k->job.payer_id)
			args_set_id(args, "payer", k->job.payer_id);
}

/* Every line that something is left of, to write the quantity or the amount beside. */
static void credit_fill(struct ctx *ctx, struct args *args)
{
	struct credit in = { 0 };
	struct crediting k = { .ctx = ctx, .in = &in };
	bool given = args_lines(args, "lines");

	in.job = job_named(ctx, args);
	if (!in.job || !credit_read(&k))
		return;
	for (size_t i = 0; i < k.n_line && !given; i++)
		if (k.line[i].qty > k.line[i].qty_before || k.line[i].gross > k.line[i].gross_before)
			args_set_id(args_add_line(args, "lines"), "line", k.line[i].id);
	if (!args_get(args, "restock"))
		args_set(args, "restock", "yes");
	payer_fill(&k, args);
}

COMMAND(job_credit) = {
	.name = "job.credit",
	.title = N_("Credit after settlement"),
	.help = N_("Gives back lines of a settlement that stands, or an amount of them: income, tax, cost, "
		   "stock and "
		   "what is owed go back in proportion."),
	.undo = UNDO_REVERSE,
	.input = credit_input,
	.size = sizeof(struct credit),
	.prints = "credit",
	.fill = credit_fill,
	.may = credit_may,
	.run = credit_run,
};

const char *credit_standing(struct ctx *ctx, int64_t job_id)
{
	return db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT d.number FROM credit c JOIN document d ON d.id = c.id WHERE c.job_id = :job "
		"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = c.id) LIMIT 1"),
	    BIND(B_INT("job", job_id)));
}
