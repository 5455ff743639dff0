/* clerk_job.c - work orders from the door to the gate, made up and said. */
#include "tests/domain/clerk_priv.h"

static void say_receive(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "plate", arena_printf(p->a, "鄂A%05d", (int)(op->qty % 100000)));
	add_party(p, "customer", op->party);
	add(p, "odometer", "1000");
	add(p, "complaint", "刹车响");
	if (op->payer >= 0)
		add_party(p, "payer", op->payer);
}

static void make_receive(struct clerk *k, struct op *op)
{
	op->party = (int)pick(k, 6);
	op->payer = pick(k, 3) ? -1 : (int)pick(k, 6);
	op->qty = k->number * 20000 + k->made; /* the plate */
}

/* ---- lines ---- */

static void say_line(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "text", "换机油");
	add_money(p, "price", op->amount);
	if (op->round)
		add(p, "pass_through", "yes");
	if (op->payer >= 0)
		add_party(p, "payer", op->payer);
}

static void make_line(struct clerk *k, struct op *op)
{
	op->job = some_job(k);
	op->amount = 1 + pick(k, 40000);
	op->payer = pick(k, 4) ? -1 : (int)pick(k, 6);
	op->round = op->kind == OP_FEE && pick(k, 2) == 0;
}

static void say_part(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "part", arena_printf(p->a, "P%d", op->part));
	add_qty(p, "qty", op->qty);
}

static void make_part(struct clerk *k, struct op *op)
{
	op->job = some_job(k);
	op->part = (int)pick(k, MODEL_PARTS);
	op->qty = pick(k, 4) ? 1000 * (1 + pick(k, 4)) : 1 + pick(k, 2500);
}

static void say_sublet(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add_party(p, "supplier", op->party);
	add(p, "text", "喷漆");
	add_money(p, "price", op->amount);
	add_money(p, "cost", op->line[0].cost);
}

static void make_sublet(struct clerk *k, struct op *op)
{
	op->job = some_job(k);
	op->party = 6 + (int)pick(k, 2);
	op->amount = 1 + pick(k, 60000);
	op->line[0].cost = pick(k, 40000);
}

/* ---- parts out and back ---- */

static void say_issue(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "picker", "boss");
	add_goods(p, op, false);
}

static void make_issue(struct clerk *k, struct op *op)
{
	op->job = some_job(k);
	make_goods(k, op, 2);
}

static void say_return(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "lines.0.part", arena_printf(p->a, "P%d", op->part));
	add_qty(p, "lines.0.qty", op->qty);
}

/* What is out to the job already, or anything. */
static void make_return(struct clerk *k, struct op *op)
{
	int part[8], n;
	int64_t issued[8];

	op->job = some_job(k);
	n = model_line_parts(k->m, op->job, part, issued);
	op->part = n ? part[pick(k, n)] : (int)pick(k, MODEL_PARTS);
	op->qty = 1 + pick(k, 3000);
	for (int i = 0; i < n; i++)
		if (part[i] == op->part && issued[i] > 0 && pick(k, 2))
			op->qty = issued[i];
}

/* ---- what it comes to ---- */

static void say_settle(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add_settlement(p, op);
}

/* Half of the payments with a settlement pay exactly what is left. */
static void pay_exactly(struct clerk *k, struct op *op)
{
	struct op try = *op;
	int64_t low = 0, high = model_total(k->m, op->job);

	if (op->n_pay == 0 || pick(k, 3) == 0)
		return;
	try.n_pay = op->n_pay = 1;
	while (low < high) {
		int64_t mid = low + (high - low + 1) / 2;

		/* more than is open is refused, and so is too little from one who pays at once: look from
		 * above */
		try.pay[0].amount = mid;
		if (model_allows(k->m, &try)) {
			op->pay[0].amount = mid;
			return;
		}
		high = mid - 1;
	}
}

static void make_settle(struct clerk *k, struct op *op)
{
	int64_t total;

	op->job = some_job(k);
	total = model_total(k->m, op->job);
	op->labour_discount = pick(k, 3) ? 0 : pick(k, 2000);
	op->part_discount = pick(k, 4) ? 0 : pick(k, 1500);
	op->discount = pick(k, 2) ? 0 : pick(k, total / 5 + 1);
	op->round = pick(k, 2) == 0;
	op->surcharge = pick(k, 2) ? SURCHARGE_NONE : (int)pick(k, 3);
	if (pick(k, 4) == 0) {
		op->n_payers = 1 + (int)pick(k, 2);
		for (int i = 0; i < op->n_payers; i++) {
			op->payers[i].party = (int)pick(k, 6);
			op->payers[i].amount = 1 + pick(k, total / 2 + 1);
		}
		op->rest = pick(k, 2) == 0;
	}
	op->n_pay = (int)pick(k, 3);
	for (int i = 0; i < op->n_pay; i++) {
		op->pay[i].method = some_method(k);
		op->pay[i].amount = 1 + pick(k, total + 1);
	}
	pay_exactly(k, op);
}

static void say_credit(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "lines.0.line", arena_printf(p->a, "%d", op->part + 1));
	if (op->qty)
		add_qty(p, "lines.0.qty", op->qty);
	else
		add_money(p, "lines.0.amount", op->amount);
	add(p, "restock", op->round ? "yes" : "no");
}

static void make_credit(struct clerk *k, struct op *op)
{
	op->part = (int)pick(k, 3);
	op->round = pick(k, 2) == 0;
	if (pick(k, 2))
		op->qty = pick(k, 2) ? 1000 : 1 + pick(k, 2000);
	else
		op->amount = 1 + pick(k, 20000);
	make_on_job(k, op);
}

/* ---- in one step ---- */

/* The car is new here, the customer is found by the phone. */
static void say_quick(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "plate", arena_printf(p->a, "鄂A%05d", (int)(op->qty % 100000)));
	add(p, "name", arena_printf(p->a, "王%d", op->party));
	add(p, "phone", arena_printf(p->a, "1380000000%d", op->party));
	for (int i = 0; i < op->n_lines; i++) {
		int part = op->line[i].part;

		if (part == QUICK_WORDS)
			add(p, arena_printf(p->a, "lines.%d.text", i), "洗车");
		else if (part == QUICK_LABOUR)
			add(p, arena_printf(p->a, "lines.%d.labour", i), "FIT");
		else
			add(p, arena_printf(p->a, "lines.%d.part", i), arena_printf(p->a, "P%d", part));
		if (part >= 0)
			add_qty(p, arena_printf(p->a, "lines.%d.qty", i), op->line[i].qty);
		if (op->line[i].cost)
			add_money(p, arena_printf(p->a, "lines.%d.price", i), op->line[i].cost);
	}
	add_settlement(p, op);
}

/* Parts, labour, words; a price of its own sometimes. */
static void make_quick(struct clerk *k, struct op *op)
{
	op->party = (int)pick(k, 6);
	op->qty = k->number * 20000 + k->made; /* the plate */
	op->n_lines = 1 + (int)pick(k, OP_LINES);
	for (int i = 0; i < op->n_lines; i++) {
		op->line[i].part = (int)pick(k, MODEL_PARTS + 2) + QUICK_LABOUR;
		op->line[i].qty = pick(k, 4) ? 1000 * (1 + pick(k, 2)) : 1 + pick(k, 1500);
		op->line[i].cost = op->line[i].part == QUICK_WORDS || pick(k, 4) == 0 ? 1 + pick(k, 9000) : 0;
	}
	pay_at_once(k, op, model_quick_total(k->m, op));
}

/* ---- beside and afterwards ---- */

static void say_pay_out(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "payee", "检测站");
	add_method(p, op->method);
	add_money(p, "amount", op->amount);
}

/* Of a job that passes something through; all of it, part of it, or a fen too much. */
static void make_pay_out(struct clerk *k, struct op *op)
{
	int64_t left = 0;

	for (int tries = 0; tries < 20 && left <= 0; tries++) {
		op->job = some_job(k);
		left = model_passed(k->m, op->job);
	}
	op->method = some_method(k);
	op->amount = left > 0 && pick(k, 2) ? 1 + pick(k, left) : left + (pick(k, 6) ? 0 : 1);
	if (op->amount <= 0)
		op->amount = 1;
}

static void say_supplement(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	for (int i = 0; i < op->n_lines; i++) {
		add(p, arena_printf(p->a, "lines.%d.text", i), "维修");
		add_money(p, arena_printf(p->a, "lines.%d.amount", i), op->line[i].cost);
	}
}

/* The total of a settlement in two lines, a fen more sometimes. */
static void make_supplement(struct clerk *k, struct op *op)
{
	int64_t total;

	for (int tries = 0; tries < 6 && model_settled(k->m, op->job) == 0; tries++)
		op->job = some_job(k);
	total = model_settled(k->m, op->job);
	op->n_lines = 2;
	op->line[0].cost = pick(k, total + 1);
	op->line[1].cost = total - op->line[0].cost + (pick(k, 5) ? 0 : 1);
}

static void say_reassign(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "technician", "ma");
	if (op->round)
		add(p, "advisor", "ma");
}

static void make_reassign(struct clerk *k, struct op *op)
{
	op->round = pick(k, 2) == 0;
	make_on_job(k, op);
}

const struct way way_receive = {
	.command = "job.receive", .make = make_receive, .say = say_receive, .often = 8
};

const struct way way_labour = {
	.command = "job.labour", .make = make_line, .say = say_line, .often = 8, .names = NAMES_JOB
};

const struct way way_fee = {
	.command = "job.fee", .make = make_line, .say = say_line, .often = 4, .names = NAMES_JOB
};

const struct way way_part = {
	.command = "job.part", .make = make_part, .say = say_part, .often = 9, .names = NAMES_JOB
};

const struct way way_sublet = {
	.command = "job.sublet", .make = make_sublet, .say = say_sublet, .often = 3, .names = NAMES_JOB
};

const struct way way_issue = {
	.command = "stock.issue", .make = make_issue, .say = say_issue, .often = 7, .names = NAMES_JOB
};

const struct way way_issue_all = {
	.command = "stock.issue", .make = make_on_job, .say = say_issue, .often = 12, .names = NAMES_JOB
};

const struct way way_return = {
	.command = "stock.return", .make = make_return, .say = say_return, .often = 5, .names = NAMES_JOB
};

const struct way way_finish = {
	.command = "job.finish", .make = make_on_job, .often = 14, .names = NAMES_JOB
};

const struct way way_send_back = {
	.command = "job.send_back", .make = make_on_job, .often = 1, .names = NAMES_JOB, .reason = true
};

const struct way way_settle = {
	.command = "job.settle", .make = make_settle, .say = say_settle, .often = 14, .names = NAMES_JOB
};

const struct way way_reopen = {
	.command = "job.reopen", .make = make_on_job, .often = 10, .names = NAMES_JOB, .reason = true
};

const struct way way_hand_over = {
	.command = "job.handover", .make = make_on_job, .often = 6, .names = NAMES_JOB
};

const struct way way_credit = { .command = "job.credit",
				.make = make_credit,
				.say = say_credit,
				.often = 6,
				.names = NAMES_JOB,
				.reason = true };

const struct way way_quick = { .command = "job.quick", .make = make_quick, .say = say_quick, .often = 3 };

const struct way way_pay_out = {
	.command = "fee.pay_out", .make = make_pay_out, .say = say_pay_out, .often = 7, .names = NAMES_JOB
};

const struct way way_supplement = { .command = "job.supplement",
				    .make = make_supplement,
				    .say = say_supplement,
				    .often = 2,
				    .names = NAMES_JOB,
				    .reason = true };

const struct way way_reassign = {
	.command = "job.reassign", .make = make_reassign, .say = say_reassign, .often = 2, .names = NAMES_JOB
};
