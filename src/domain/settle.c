/* settle.c - settling a work order: its amounts and payers are fixed, and it may be paid in the same step. */
#include "domain/settle.h"

#include <stdio.h>
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/card.h"
#include "domain/document.h"
#include "domain/gate.h"
#include "domain/setting.h"
#include "domain/settle_private.h"
#include "domain/surcharge.h"

#define LINES_MOST 500 /* of a work order */

static const struct field payer_line_input[] = {
	FIELD(payer_line, party, "party", N_("Payer"), VT_REF, REQUIRED, .view = "parties",
	      .help = N_("Who is billed for it, where that is not the customer: a company, an insurer.")),
	FIELD(payer_line, amount, "amount", N_("Amount"), VT_MONEY, .min = 1, .max = MONEY_MAX,
	      .help = N_("Without one he pays what the others leave.")),
	FIELD(payer_line, claim_no, "claim_no", N_("Claim number"), VT_TEXT, .max = 40,
	      .help = N_("The insurer's number of the claim; it stands on the bill.")),
	FIELD(payer_line, po_no, "po_no", N_("Order number"), VT_TEXT, .max = 40,
	      .help = N_("The number under which the payer ordered the work.")),
	{ 0 },
};

static const struct field settle_input[] = {
	FIELD(settle, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD(settle, labour_discount, "labour_discount", N_("Discount on labour"), VT_MONEY,
	      .max = MONEY_MAX, .help = N_("An amount, not percent; 60*5% reckons it.")),
	FIELD(settle, part_discount, "part_discount", N_("Discount on parts"), VT_MONEY, .max = MONEY_MAX,
	      .help = N_("Taken off the parts in proportion; within what your role may give.")),
	FIELD(settle, discount, "discount", N_("Discount on all"), VT_MONEY, .max = MONEY_MAX,
	      .help = N_("Taken off everything in proportion; within what your role may give.")),
	SURCHARGE_FIELD(settle),
	FIELD(settle, cores_here, "cores_here", N_("Old cores are here"), VT_BOOL, .max = 1,
	      .help = N_("Yes: the old parts were handed in, so no deposit is charged for them.")),
	FIELD(settle, round, "round", N_("Round down"), VT_BOOL, .max = 1,
	      .help = N_("To the multiple that the shop's settings name.")),
	LINES(settle, payers, "payers", N_("Payers"), payer_line_input, payer_line, PAYERS_MOST,
	      .help = N_("Without any, the payer of each line, else of the work order.")),
	LINES(settle, pay, "pay", N_("Payment"), pay_line_input, pay_line, PAY_LINES_MOST,
	      .help = N_("What stays open needs a payer with terms.")),
	{ 0 },
};

/* ---- guards ---- */

static bool settle_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct settle *in = input;
	struct job j;

	if (!HAS(in, job))
		return true;
	if (!job_read(ctx, in->job, &j))
		return err_field(e, "job", N_("This work order is not there"));
	if (job_is(&j, "received") || job_is(&j, "in_work"))
		return err_set(e, ERR_NO, N_("%s is not finished. Finish it first (job.finish)"), j.number);
	if (job_is(&j, "finished"))
		return gate_checked(ctx, &j, e);
	if (job_is(&j, "cancelled"))
		return err_set(e, ERR_NO, N_("%s is cancelled: there is nothing to settle"), j.number);
	return err_set(e, ERR_NO, N_("%s is settled already (%s)"), j.number,
		       document_number(ctx, j.settlement_id));
}

/* ---- lines and costs ---- */

static bool lines_read(struct settling *s)
{
	struct cur *c = db_open(
	    s->ctx->db,
	    SQL("SELECT l.id, coalesce(l.payer_id, :payer), l.qty, l.price, l.amount, l.kind, l.text, "
		"CASE WHEN l.bears = 'shop' THEN iif(c.bears = 'rework', :rework, :goodwill) "
		"WHEN l.kind = 'sublet' THEN :sublet ELSE :goods END, l.pass_through, "
		"coalesce((SELECT rate FROM tax_rate WHERE part_id = l.part_id), "
		"(SELECT rate FROM tax_rate WHERE labour_id = l.labour_id), "
		"(SELECT rate FROM tax_rate WHERE line_kind = l.kind), :rate) "
		"FROM job_line l LEFT JOIN comeback c ON c.id = l.id "
		"WHERE l.job_id = :job AND l.state = 'on' AND NOT l.surcharge ORDER BY l.pos, l.id"),
	    BIND(B_INT("payer", s->job.payer_id), B_INT("rework", ACC_COST_REWORK),
		 B_INT("goodwill", ACC_COST_GOODWILL), B_INT("sublet", ACC_COST_SUBLET),
		 B_INT("goods", ACC_COST), B_INT("rate", setting_int(s->ctx->db, SETTING_TAX_RATE)),
		 B_INT("job", s->job.id)));
	struct arena *a = s->ctx->arena;

	s->sum.line = ARENA_ARRAY(a, struct settle_line, LINES_MOST + 1);
	while (cur_next(c)) {
		if (s->sum.n == LINES_MOST) {
			cur_close(c);
			return err_set(s->e, ERR_NO, N_("A settlement has at most %d lines"), LINES_MOST);
		}
		s->sum.line[s->sum.n++] = (struct settle_line){
			.id = cur_int(c, 0),
			.payer_id = cur_int(c, 1),
			.qty = cur_int(c, 2),
			.price = cur_int(c, 3),
			.amount = cur_int(c, 4),
			.kind = arena_strdup(a, cur_text(c, 5)),
			.text = arena_strdup(a, cur_text(c, 6)),
			.cost_to = cur_int(c, 7),
			.passed = cur_int(c, 8) != 0,
			.rate = cur_int(c, 9),
		};
	}
	return s->sum.n > 0 ||
	       err_set(s->e, ERR_NO, N_("%s has no lines to settle. Add one, or cancel it"), s->job.number);
}

/* Where the cost of a part that is not billed goes: onto the first part, else the first line. */
static struct settle_line *line_bearing(struct settle_sum *m)
{
	for (size_t i = 0; i < m->n; i++)
		if (!strcmp(m->line[i].kind, "part"))
			return &m->line[i];
	return &m->line[0];
}

static struct settle_line *line_of_cost(struct settle_sum *m, int64_t line_id)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->line[i].id == line_id)
			return &m->line[i];
	return line_bearing(m);
}

/* All that was issued and sublet is the cost; each line bears its own. */
static void costs_read(struct settling *s)
{
	struct cur *c = db_open(s->ctx->db,
				SQL("SELECT job_line_id, -sum(value) FROM stock_move WHERE job_id = :job "
				    "GROUP BY job_line_id UNION ALL "
				    "SELECT l.id, s.cost FROM job_line l JOIN sublet s ON s.id = l.sublet_id "
				    "WHERE l.job_id = :job"),
				BIND(B_INT("job", s->job.id)));

	while (cur_next(c)) {
		int64_t cost = cur_int(c, 1);

		s->sum.cost += cost;
		line_of_cost(&s->sum, cur_int(c, 0))->cost += cost;
	}
}

/* ---- discounts ---- */

static const char *discount_field(const struct settle *in)
{
	return in->labour_discount ? "labour_discount" : in->part_discount ? "part_discount" : "discount";
}

/* What the payer's member card takes off; nobody needs a right for that. */
static int64_t member_labour(struct settling *s)
{
	int64_t labour, parts;

	card_discount(s->ctx, s->job.payer_id, &labour, &parts);
	return muldiv(s->sum.labour, labour, 10000);
}

static int64_t member_parts(struct settling *s)
{
	int64_t labour, parts;

	card_discount(s->ctx, s->job.payer_id, &labour, &parts);
	return muldiv(s->sum.parts, parts, 10000);
}

static bool discount_allowed(struct settling *s, int64_t discount)
{
	struct ctx *ctx = s->ctx;
	int64_t gross = s->sum.labour + s->sum.parts + s->sum.fees, most, allowed;

	if (discount == 0)
		return true;
	most = may_limit(ctx, "max_discount");
	allowed = muldiv(gross, most, 10000) + member_labour(s) + member_parts(s);
	if (discount <= allowed)
		return true;
	err_set(s->e, ERR_DENIED,
		N_("You may give a discount of up to %s here, not %s. Ask somebody who may give more"),
		money_text(ctx->arena, allowed), money_text(ctx->arena, discount));
	snprintf(s->e->field, sizeof s->e->field, "%s", discount_field(s->in));
	return false;
}

static bool discounts_spread(struct settling *s)
{
	const struct settle *in = s->in;
	struct arena *a = s->ctx->arena;

	if (!settle_discount(&s->sum, a, "labour", in->labour_discount))
		return err_field(s->e, "labour_discount", N_("The labour comes to %s only"),
				 money_text(a, s->sum.labour));
	if (!settle_discount(&s->sum, a, "part", in->part_discount))
		return err_field(s->e, "part_discount", N_("The parts come to %s only"),
				 money_text(a, s->sum.parts));
	if (!settle_discount(&s->sum, a, NULL, in->discount))
		return err_field(s->e, "discount", N_("That is more than the whole settlement"));
	return discount_allowed(s, in->labour_discount + in->part_discount + in->discount);
}

static void job_settled(struct settling *s)
{
	job_step_row(s->ctx, s->job.id, "settled", NULL);
	db_exec(s->ctx->db,
		SQL("UPDATE job SET state = 'settled', ver = ver + 1, settled_at = :at, settled_on = :day, "
		    "settlement_id = :document WHERE id "
		    "= :id"),
		BIND(B_INT("at", s->ctx->now), B_INT("day", s->ctx->today), B_INT("document", s->document_id),
		     B_INT("id", s->job.id)));
}

static void settle_say(struct settling *s, int64_t open)
{
	struct arena *a = s->ctx->arena;

	answer_add_text(s->ctx, "total", money_plain(a, s->sum.total));
	answer_add_text(s->ctx, "open", money_plain(a, open));
	if (open == 0)
		answer_say(s->ctx, N_("%s: %s is settled with %s, all paid"), s->number, s->job.number,
			   money_text(a, s->sum.total));
	else
		answer_say(s->ctx, N_("%s: %s is settled with %s, %s open"), s->number, s->job.number,
			   money_text(a, s->sum.total), money_text(a, open));
}

/* The surcharge as a line of the work order: a new one, the one of the settlement before, or none any more. */
static void surcharge_write(struct settling *s)
{
	struct settle_line *l = s->surcharge ? &s->sum.line[s->sum.n - 1] : NULL;
	struct job_line_row row;
	int64_t id = db_int(s->ctx->db, SQL("SELECT id FROM job_line WHERE job_id = :job AND surcharge"),
			    BIND(B_INT("job", s->job.id)), 0);

	if (l && !id) {
		id = job_line_add(s->ctx, &(struct job_line){ .job_id = s->job.id,
							      .kind = "fee",
							      .text = l->text,
							      .qty = l->qty,
							      .list_price = l->price,
							      .price = l->price });
		db_exec(s->ctx->db, SQL("UPDATE job_line SET surcharge = 1, authorised = 1 WHERE id = :id"),
			BIND(B_INT("id", id)));
	} else if (id && job_line_read(s->ctx, id, &row)) {
		if (l)
			job_line_set(s->ctx, &row, l->qty, l->price);
		job_line_to(s->ctx, &row, l ? "on" : "off", NULL);
		db_exec(
		    s->ctx->db,
		    SQL("UPDATE job_line SET text = coalesce(:text, text), authorised = 1 WHERE id = :id"),
		    BIND(B_TEXT("text", l ? l->text : NULL), B_INT("id", id)));
	}
	if (l)
		l->id = id;
}

/* Works everything out; writes nothing. */
static bool settle_prepare(struct settling *s, struct pay *pay)
{
	struct ctx *ctx = s->ctx;

	if (!job_read(ctx, s->in->job, &s->job) || !lines_read(s))
		return false;
	costs_read(s);
	settle_add_up(&s->sum);
	if (!discounts_spread(s))
		return false;
	s->surcharge = surcharge_add(ctx, &s->sum, s->in->invoice);
	if (s->surcharge)
		s->sum.line[s->sum.n - 1].payer_id = s->job.payer_id;
	settle_total(&s->sum, s->in->round ? setting_int(ctx->db, SETTING_ROUND_TO) : 1);
	s->cores = ARENA_NEW(ctx->arena, struct core_charge);
	core_of_job(ctx, s->cores, s->job.id);
	return settle_shares(s) && pay_read(ctx, &s->in->pay, pay, s->e);
}

static bool settle_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct settling *s = ARENA_NEW(ctx->arena, struct settling);
	struct pay pay[PAY_LINES_MOST];
	int64_t open;

	s->ctx = ctx;
	s->e = e;
	s->in = input;
	if (!settle_prepare(s, pay))
		return false;
	surcharge_write(s);
	if (!settle_post(s) || !settle_pay(s, pay, &open))
		return false;
	job_settled(s);
	settle_say(s, open);
	if (s->cores->n && !s->in->cores_here)
		answer_say_more(ctx, N_("Deposit on old cores: %s"), money_text(ctx->arena, s->cores->total));
	payment_say_change(ctx, pay, s->in->pay.n);
	return true;
}

/* What is to be paid at once: the shares of payers without terms, less what is held in advance, in cash. */
static bool fill_prepare(struct settling *s, struct ctx *ctx, struct args *args, struct pay *pay,
			 struct err *e)
{
	void *in;

	if (!input_read(ctx, command_find("job.settle"), args, true, &in, e))
		return false;
	*s = (struct settling){ .ctx = ctx, .e = e, .in = in };
	return HAS(s->in, job) && settle_prepare(s, pay);
}

/* The discount of the payer's card, where none was given. True when it proposed one. */
static bool member_fill(struct settling *s, struct args *args)
{
	int64_t labour = member_labour(s), parts = member_parts(s);

	if (HAS(s->in, labour_discount) || HAS(s->in, part_discount) || HAS(s->in, discount) ||
	    !(labour || parts))
		return false;
	if (labour)
		args_set(args, "labour_discount", money_plain(s->ctx->arena, labour));
	if (parts)
		args_set(args, "part_discount", money_plain(s->ctx->arena, parts));
	return true;
}

static void settle_fill(struct ctx *ctx, struct args *args)
{
	struct settling *s = ARENA_NEW(ctx->arena, struct settling);
	struct pay pay[PAY_LINES_MOST];
	struct err e = { 0 };
	struct args *line;
	bool paying = args_lines(args, "pay");
	int64_t open;

	if (!fill_prepare(s, ctx, args, pay, &e) ||
	    (member_fill(s, args) && !fill_prepare(s, ctx, args, pay, &e)) || paying)
		return;
	open = -settle_held(s);
	for (size_t i = 0; i < s->n_share; i++)
		open += s->share[i].terms ? 0 : s->share[i].amount;
	if (s->n_share && !s->share[0].terms && !s->in->cores_here)
		open += s->cores->total;
	if (open <= 0)
		return;
	line = args_add_line(args, "pay");
	args_set(line, "method", "cash");
	args_set(line, "amount", money_plain(ctx->arena, open));
}

COMMAND(job_settle) = {
	.name = "job.settle",
	.title = N_("Settle a work order"),
	.help = N_(
	    "Fixes the amounts and the payers, and takes the payment in the same step where one is given."),
	.undo = UNDO_REVERSE,
	.input = settle_input,
	.size = sizeof(struct settle),
	.prints = "settlement",
	.fill = settle_fill,
	.may = settle_may,
	.run = settle_run,
};
