/* clerk_money.c - payments, tills, cards, deposits, expenses and advances, made up and said. */
#include "tests/domain/clerk_priv.h"

static void say_take(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	if (op->kind == OP_TAKE_PARTY) {
		add_party(p, "party", op->party);
		add_bills(p, op);
	}
	if (op->discount)
		add_money(p, "discount", op->discount);
	add_method(p, op->method);
	add_money(p, "amount", op->amount);
}

static void make_take_job(struct clerk *k, struct op *op)
{
	op->job = some_job(k);
	op->method = some_method(k);
	op->amount =
	    pick(k, 2) && model_job_open(k->m, op->job) ? model_job_open(k->m, op->job) : 1 + pick(k, 30000);
}

static void make_take_party(struct clerk *k, struct op *op)
{
	op->party = (int)pick(k, 6);
	op->method = pick(k, 6) ? some_method(k) : M_ADVANCE;
	op->amount = 1 + pick(k, 60000);
	if (pick(k, 2))
		make_on_bills(k, op);
}

static int64_t some_receipt_of_money(struct clerk *k)
{
	size_t n = model_documents(k->m);

	for (int tries = 0; n && tries < 12; tries++) {
		int64_t id = model_receipt_of_money(k->m, (size_t)pick(k, (int64_t)n));

		if (id)
			return id;
	}
	return 0;
}

static void make_refund(struct clerk *k, struct op *op)
{
	op->method = some_method(k);
	op->amount = 1 + pick(k, 20000);
	op->document = some_receipt_of_money(k);
	for (int tries = 0; tries < 12 && !model_allows(k->m, op); tries++)
		op->document = some_receipt_of_money(k);
}

/* ---- tills ---- */

static void say_till_open(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "till", "T1");
	add_money(p, "float", op->amount);
}

static void make_till_open(struct clerk *k, struct op *op)
{
	op->amount = pick(k, 50000);
}

static void say_close(struct test_shop *s, struct pairs *p, const struct op *op)
{
	static const char *const names[] = { "counted", "wechat", "alipay", "card" };

	(void)s;
	add(p, "till", "T1");
	for (int i = 0; i < 4; i++)
		add_money(p, names[i], op->counted[i]);
	add(p, "remark", "counted");
}

static void make_close(struct clerk *k, struct op *op)
{
	for (int i = 0; i < 4; i++) {
		op->counted[i] = model_till(k->m, i) + (pick(k, 3) ? 0 : pick(k, 3000) - 1500);
		if (op->counted[i] < 0)
			op->counted[i] = 0;
	}
}

static void say_drawer(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add_money(p, "amount", op->amount);
	add(p, "till", "T1");
	if (op->kind != OP_TILL_DROP)
		add(p, "reason", op->kind == OP_TILL_IN ? "CHANGE" : "EXPENSE");
}

static void make_money(struct clerk *k, struct op *op)
{
	op->party = (int)pick(k, 6);
	op->method = some_method(k);
	op->amount = 1 + pick(k, 20000);
}

/* ---- cards ---- */

static void say_card(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add_money(p, "amount", op->amount);
	add_method(p, op->method);
	add(p, "card", arena_printf(p->a, "1380000000%d", op->party));
	if (op->kind == OP_TOP_UP)
		add_money(p, "gift", op->qty);
	else
		add(p, "reason", "test");
}

static void make_top_up(struct clerk *k, struct op *op)
{
	make_money(k, op);
	op->qty = pick(k, 2) ? 0 : pick(k, 5000);
}

static void make_card_refund(struct clerk *k, struct op *op)
{
	make_money(k, op);
	if (pick(k, 3) == 0)
		op->amount = model_principal(k->m, op->party) - model_on_invoice(k->m, op->party);
}

static void say_card_pay(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add_money(p, "amount", op->amount);
	add(p, "method", "member");
}

/* Bills first, where there is one that may be paid so. */
static void make_card_pay(struct clerk *k, struct op *op)
{
	make_money(k, op);
	for (int tries = 0; tries < 60; tries++) {
		op->job = some_job(k);
		op->amount = 1 + pick(k, 9000);
		if ((model_job_open(k->m, op->job) > 0 || tries > 50) && model_allows(k->m, op))
			return;
	}
}

/* ---- deposits ---- */

static void say_deposit(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add_money(p, "amount", op->amount);
	add_method(p, op->method);
	add_party(p, "party", op->party);
	add(p, "kind", "KEY");
	add(p, "thing", "key");
}

static void say_deposit_back(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add_money(p, "amount", op->amount);
	add_method(p, op->method);
	add(p, "reason", "test");
	add_money(p, "keep", op->qty);
}

/* The thing that is back, or anything. */
static void make_deposit_back(struct clerk *k, struct op *op)
{
	int64_t left = 0;
	size_t n = model_deposits(k->m);

	make_money(k, op);
	op->document = n ? model_deposit(k->m, (size_t)pick(k, (int64_t)n), &left) : 0;
	op->amount = pick(k, 2) ? left : 1 + pick(k, 9000);
	op->qty = pick(k, 3) ? 0 : pick(k, 2000);
}

/* ---- expenses, petty cash, advances ---- */

static void say_expense(struct test_shop *s, struct pairs *p, const struct op *op)
{
	static const char *const categories[] = { "RENT", "OFFICE", "WAGES", "SCRAP", "INCOME" };
	int category = op->part + (op->kind == OP_INCOME ? MODEL_EXPENSES : 0);

	(void)s;
	add_money(p, "amount", op->amount);
	if (op->kind != OP_KEEP)
		add_method(p, op->method);
	if (op->kind == OP_EXPENSE || op->kind == OP_INCOME)
		add(p, "category", categories[category]);
	if (op->kind == OP_PETTY && op->round)
		add(p, "back", "yes");
	if (op->kind != OP_ADVANCE)
		return;
	add_party(p, "party", op->party);
	add(p, "advance", "yes");
	add(p, "forfeitable", op->round ? "yes" : "no");
}

static void make_expense(struct clerk *k, struct op *op)
{
	op->party = (int)pick(k, 6);
	op->amount = 1 + pick(k, 20000);
	op->method = some_method(k);
	op->part = (int)pick(k, op->kind == OP_EXPENSE ? MODEL_EXPENSES : MODEL_INCOMES);
	op->round = pick(k, 3) == 0;
	if ((op->kind == OP_EXPENSE || op->kind == OP_INCOME) && pick(k, 2))
		op->method = M_PETTY;
}

static void make_keep(struct clerk *k, struct op *op)
{
	make_on_document(k, op, OP_ADVANCE);
}

const struct way way_take_job = {
	.command = "payment.take", .make = make_take_job, .say = say_take, .often = 10, .names = NAMES_JOB
};

const struct way way_take_party = {
	.command = "payment.take", .make = make_take_party, .say = say_take, .often = 8
};

const struct way way_refund = { .command = "payment.refund",
				.make = make_refund,
				.say = say_take,
				.often = 4,
				.names = NAMES_DOCUMENT,
				.reason = true };

const struct way way_till_open = {
	.command = "till.open", .make = make_till_open, .say = say_till_open, .often = 4
};

const struct way way_till_close = {
	.command = "till.close", .make = make_close, .say = say_close, .often = 1
};

const struct way way_till_in = {
	.command = "till.pay_in", .make = make_money, .say = say_drawer, .often = 1
};

const struct way way_till_out = {
	.command = "till.pay_out", .make = make_money, .say = say_drawer, .often = 1
};

const struct way way_till_drop = {
	.command = "till.drop", .make = make_money, .say = say_drawer, .often = 1
};

const struct way way_top_up = { .command = "card.top_up", .make = make_top_up, .say = say_card, .often = 6 };

const struct way way_card_refund = {
	.command = "card.refund", .make = make_card_refund, .say = say_card, .often = 4
};

const struct way way_card_pay = {
	.command = "payment.take", .make = make_card_pay, .say = say_card_pay, .often = 8, .names = NAMES_JOB
};

const struct way way_deposit = {
	.command = "deposit.take", .make = make_money, .say = say_deposit, .often = 2
};

const struct way way_deposit_back = { .command = "deposit.back",
				      .make = make_deposit_back,
				      .say = say_deposit_back,
				      .often = 3,
				      .names = NAMES_DOCUMENT,
				      .document = "deposit" };

const struct way way_expense = {
	.command = "expense.add", .make = make_expense, .say = say_expense, .often = 4
};

const struct way way_income = {
	.command = "income.add", .make = make_expense, .say = say_expense, .often = 2
};

const struct way way_petty = {
	.command = "petty.fill", .make = make_expense, .say = say_expense, .often = 3
};

const struct way way_advance = {
	.command = "payment.take", .make = make_expense, .say = say_expense, .often = 3
};

const struct way way_keep = { .command = "advance.keep",
			      .make = make_keep,
			      .say = say_expense,
			      .often = 4,
			      .names = NAMES_DOCUMENT,
			      .reason = true };
