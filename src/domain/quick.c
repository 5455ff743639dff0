/* quick.c - a quick job: wash, tyre, oil. One form takes a car from the door to the gate; each step is the command of its
 * own name and is stamped as if it had been done by hand. */
#include "domain/command.h"

#include <stdio.h>
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/job.h"
#include "domain/party.h"
#include "domain/payment.h"
#include "domain/setting.h"

#define LINES_MOST 40
#define KM_MOST    9999999

struct quick_line {
	struct input input;
	int64_t part, labour, qty, price;
	const char *text;
};

struct quick {
	struct input input;
	const char *plate, *name, *phone;
	int64_t odometer, technician, repair_type;
	struct lines lines, pay;
};

static const struct field quick_line_input[] = {
	FIELD(quick_line, part, "part", N_("Part"), VT_REF, STOP, .view = "parts",
	      .help = N_("A part of the catalogue; it is issued from the main store.")),
	FIELD(quick_line, labour, "labour", N_("Labour item"), VT_REF, .view = "labour",
	      .help = N_("Or an item of the labour list.")),
	FIELD(quick_line, text, "text", N_("Other work"), VT_TEXT, .max = 60,
	      .help = N_("Or work that is in no list; it needs a price.")),
	FIELD(quick_line, qty, "qty", N_("Quantity"), VT_QTY, .min = 1, .max = QTY_MAX,
	      .help = N_("Of a part; 1 when empty.")),
	FIELD(quick_line, price, "price", N_("Price"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("Empty takes that of the list.")),
	{ 0 },
};

static const struct field quick_input[] = {
	FIELD(quick, plate, "plate", N_("Plate"), VT_PLATE, REQUIRED,
	      .help = N_("The car. One that is new here needs a name and a phone too.")),
	FIELD(quick, odometer, "odometer", N_("Odometer"), VT_INT, STOP, .min = 0, .max = KM_MOST,
	      .help = N_("Kilometres; empty for a job that needs none, such as a wash.")),
	FIELD(quick, name, "name", N_("Name"), VT_TEXT, .flags = PERSONAL_, .max = 60,
	      .help = N_("Of the customer, where the car is new here.")),
	FIELD(quick, phone, "phone", N_("Phone"), VT_PHONE, .flags = PERSONAL_,
	      .help = N_("Of the customer, where the car is new here.")),
	FIELD(quick, repair_type, "repair_type", N_("Repair type"), VT_REF, .view = "repair_types",
	      .help = N_("What it counts as in the reports.")),
	FIELD(quick, technician, "technician", N_("Technician"), VT_REF, STOP, .view = "staff",
	      .help = N_("Who does the work and takes the parts; empty for oneself.")),
	LINES(quick, lines, "lines", N_("Lines"), quick_line_input, quick_line, LINES_MOST, REQUIRED,
	      .help = N_("What is done and built in.")),
	LINES(quick, pay, "pay", N_("Payment"), pay_line_input, pay_line, PAY_LINES_MOST,
	      .help = N_("Empty where the payer has days on account.")),
	{ 0 },
};

/* A quick job on its way. */
struct quickly {
	struct ctx *ctx;
	struct err *e;
	const struct quick *in;
	const char *job; /* "#id" */
	int64_t job_id;
};

/* ---- one step: a command of its own ---- */

static bool step(struct quickly *q, const char *name, struct args *args)
{
	const struct command *c = command_find(name);
	void *in;

	if (q->job)
		args_set(args, "job", q->job);
	return input_read(q->ctx, c, args, false, &in, q->e) && command_inner(q->ctx, c, in, q->e);
}

static void set_money(struct quickly *q, struct args *args, const char *name, bool given, int64_t fen)
{
	if (given)
		args_set(args, name, money_plain(q->ctx->arena, fen));
}

static struct args *set_new(struct quickly *q)
{
	return args_new(q->ctx->arena);
}

/* What is written down as the complaint: the first line. */
static const char *complaint(struct quickly *q)
{
	const struct quick_line *l = LINE_AT(q->in->lines, struct quick_line, 0);

	if (l->text)
		return l->text;
	return db_text(q->ctx->db, q->ctx->arena,
		       SQL("SELECT name FROM labour WHERE id = :labour UNION ALL SELECT name FROM part WHERE "
			   "id = :part LIMIT 1"),
		       BIND(B_INT("labour", l->labour), B_INT("part", l->part)));
}

static bool receive(struct quickly *q)
{
	const struct quick *in = q->in;
	struct args *args = set_new(q);

	args_set(args, "plate", in->plate);
	if (HAS(in, name))
		args_set(args, "name", in->name);
	if (HAS(in, phone))
		args_set(args, "phone", in->phone);
	if (HAS(in, odometer))
		args_set(args, "odometer", arena_printf(q->ctx->arena, "%lld", (long long)in->odometer));
	else
		args_set(args, "unreadable", tr(q->ctx->lang, N_("Quick job")));
	if (HAS(in, repair_type))
		args_set_id(args, "repair_type", in->repair_type);
	args_set(args, "complaint", complaint(q));
	if (!step(q, "job.receive", args))
		return false;
	q->job_id = q->ctx->answer->id;
	q->job = arena_printf(q->ctx->arena, "#%lld", (long long)q->ctx->answer->id);
	return true;
}

static bool line_add(struct quickly *q, const struct quick_line *l)
{
	struct args *args = set_new(q);

	set_money(q, args, "price", HAS(l, price), l->price);
	if (HAS(l, text))
		args_set(args, "text", l->text);
	if (HAS(l, part)) {
		args_set_id(args, "part", l->part);
		args_set(args, "qty", qty_text(q->ctx->arena, HAS(l, qty) ? l->qty : 1000));
		return step(q, "job.part", args);
	}
	if (HAS(l, labour))
		args_set_id(args, "labour", l->labour);
	args_set_id(args, "technician", HAS(q->in, technician) ? q->in->technician : q->ctx->user_id);
	return step(q, "job.labour", args);
}

static bool lines_add(struct quickly *q)
{
	for (size_t i = 0; i < q->in->lines.n; i++)
		if (!line_add(q, LINE_AT(q->in->lines, struct quick_line, i))) {
			q->e->line = (int)i + 1;
			return false;
		}
	return true;
}

static bool authorise(struct quickly *q, const struct job *j)
{
	struct args *args = set_new(q);

	args_set(args, "by", party_name(q->ctx, j->customer_id));
	args_set(args, "how", "signature");
	return step(q, "job.authorise", args);
}

static bool issue(struct quickly *q, const struct job *j)
{
	struct args *args = set_new(q);

	if (!db_exists(q->ctx->db,
		       SQL("SELECT 1 FROM job_line WHERE job_id = :job AND part_id IS NOT NULL LIMIT 1"),
		       BIND(B_INT("job", j->id))))
		return true;
	args_set_id(args, "picker", HAS(q->in, technician) ? q->in->technician : q->ctx->user_id);
	return step(q, "stock.issue", args);
}

static bool settle(struct quickly *q)
{
	struct args *args = set_new(q);

	for (size_t i = 0; i < q->in->pay.n; i++) {
		const struct pay_line *p = LINE_AT(q->in->pay, struct pay_line, i);
		struct args *row = args_add_line(args, "pay");

		args_set(row, "method", p->method);
		set_money(q, row, "amount", true, p->amount);
		set_money(q, row, "tendered", HAS(p, tendered), p->tendered);
		if (HAS(p, reference))
			args_set(row, "reference", p->reference);
	}
	return step(q, "job.settle", args);
}

/* ---- job.quick ---- */

static bool line_sound(struct ctx *ctx, const struct quick_line *l, struct err *e)
{
	int named = HAS(l, part) + HAS(l, labour) + HAS(l, text);

	(void)ctx;
	if (named != 1)
		return err_field(e, "lines.part", N_("Say what it is: a part, a labour item, or words"));
	if (HAS(l, text) && !HAS(l, price))
		return err_field(e, "lines.price", N_("“%s” is in no list; it needs a price"), l->text);
	return true;
}

static bool quick_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct quick *in = input;

	for (size_t i = 0; i < in->lines.n; i++) {
		e->line = (int)i + 1;
		if (!line_sound(ctx, LINE_AT(in->lines, struct quick_line, i), e))
			return false;
	}
	e->line = 0;
	return true;
}

static bool quick_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct quickly q = { .ctx = ctx, .e = e, .in = input };
	int64_t settlement;
	struct job j;

	if (!receive(&q) || !lines_add(&q) || !job_read(ctx, q.job_id, &j))
		return false;
	if ((setting_int(ctx->db, SETTING_AUTHORISE) && !authorise(&q, &j)) || !issue(&q, &j) ||
	    !step(&q, "job.finish", set_new(&q)) || !settle(&q))
		return false;
	settlement = ctx->answer->document;
	if (!step(&q, "job.handover", set_new(&q)) || !job_read(ctx, j.id, &j))
		return false;
	ctx->answer->id = j.id;
	ctx->answer->document = settlement;
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", j.number);
	answer_add_text(ctx, "settlement", document_number(ctx, settlement));
	answer_say(ctx, N_("%s: %s for %s, done and handed over"), j.number, j.plate,
		   money_text(ctx->arena, j.total));
	return true;
}

/* ---- what it will come to ---- */

static int64_t price_of(struct ctx *ctx, const struct quick_line *l)
{
	if (HAS(l, price))
		return l->price;
	return db_int(
	    ctx->db,
	    SQL("SELECT price FROM labour WHERE id = :labour UNION ALL SELECT price FROM part WHERE id "
		"= :part LIMIT 1"),
	    BIND(B_INT("labour", l->labour), B_INT("part", l->part)), 0);
}

static void quick_fill(struct ctx *ctx, struct args *args)
{
	const struct command *c = command_find("job.quick");
	struct err e = { .lang = ctx->lang };
	const struct quick *in;
	int64_t sum = 0;
	struct args *row;
	void *read;

	if (!args_get(args, "technician"))
		args_set(args, "technician", ctx->user);
	if (args_lines(args, "pay") || !input_read(ctx, c, args, true, &read, &e))
		return;
	in = read;
	for (size_t i = 0; i < in->lines.n; i++) {
		const struct quick_line *l = LINE_AT(in->lines, struct quick_line, i);

		sum += qty_price(HAS(l, part) && HAS(l, qty) ? l->qty : 1000, price_of(ctx, l));
	}
	if (!sum)
		return;
	row = args_add_line(args, "pay");
	args_set(row, "method", "cash");
	args_set(row, "amount", money_plain(ctx->arena, sum));
}

COMMAND(job_quick) = {
	.name = "job.quick",
	.title = N_("Quick job"),
	.help = N_(
	    "Wash, tyre, oil: received, issued, finished, settled and handed over in one step, each of them "
	    "stamped."),
	.undo = UNDO_NONE,
	.input = quick_input,
	.size = sizeof(struct quick),
	.prints = "settlement",
	.fill = quick_fill,
	.may = quick_may,
	.run = quick_run,
};
