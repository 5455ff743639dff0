/* clerk_bills.c - what hangs on bills: collective ones, claims, debts given up, invoices, statements, reviews; and
 * reversals; made up and said. */
#include "tests/domain/clerk_priv.h"
#include "base/date.h"

void add_bills(struct pairs *p, const struct op *op)
{
	for (int i = 0; i < op->n_bills; i++)
		add_id(p, arena_printf(p->a, "bills.%d.document", i), op->bills[i]);
}

static void say_on_bills(struct test_shop *s, struct pairs *p, const struct op *op)
{
	static const char *const how[] = { "discount", "bad_debt", "customer" };

	(void)s;
	if (op->kind == OP_RECOVER) {
		add_method(p, op->method);
		add_money(p, "amount", op->amount);
		return;
	}
	add_party(p, op->kind == OP_CLAIM ? "insurer" : "party", op->party);
	add_bills(p, op);
	if (op->kind == OP_WRITE_OFF) {
		add(p, "how", how[op->part]);
		if (op->amount)
			add_money(p, "amount", op->amount);
	} else if (op->kind == OP_CLAIM) {
		add_money(p, "bills.0.paid", op->amount);
		add_method(p, op->method);
		add(p, "rest", how[op->part]);
		if (op->payer >= 0)
			add_party(p, "customer", op->payer);
	}
}

/* Bills of one party. */
static void make_bills(struct clerk *k, struct op *op, int most)
{
	int wanted = 1 + (int)pick(k, most), party = 0;

	op->n_bills = 0;
	for (int tries = 0; tries < 40 && op->n_bills < wanted; tries++) {
		int64_t document = model_bill(k->m, (size_t)pick(k, 5000), &party);

		if (!document || (op->n_bills && party != op->party))
			continue;
		op->party = party;
		op->bills[op->n_bills++] = document;
	}
}

void make_on_bills(struct clerk *k, struct op *op)
{
	for (int tries = 0; tries < 12; tries++) {
		make_bills(k, op, op->kind == OP_TAKE_PARTY ? 1 : 2);
		op->amount = op->kind == OP_COMBINE || pick(k, 4) == 0 ? 0 : 1 + pick(k, 30000);
		op->discount = op->kind == OP_TAKE_PARTY && pick(k, 2) ? 1 + pick(k, 300) : 0;
		op->method = some_method(k);
		if (op->kind == OP_TAKE_PARTY && pick(k, 3) == 0)
			op->method = M_ADVANCE;
		op->part = (int)pick(k, op->kind == OP_CLAIM ? 3 : 2);
		op->payer = pick(k, 2) ? -1 : (int)pick(k, 6);
		if (op->kind == OP_WRITE_OFF && pick(k, 4) == 0)
			op->n_bills = 0;
		if (pick(k, 5) == 0 || model_allows(k->m, op))
			return;
	}
}

void make_on_document(struct clerk *k, struct op *op, enum op_kind of)
{
	op->document = model_of_kind(k->m, of, (size_t)pick(k, 5000));
	op->method = some_method(k);
	op->amount = op->kind == OP_RED && pick(k, 2) ? 0 : 1 + pick(k, 8000);
}

static void make_recover(struct clerk *k, struct op *op)
{
	make_on_document(k, op, pick(k, 3) ? OP_WRITE_OFF : OP_CLAIM);
}

/* ---- invoices ---- */

/* The bill of that party with a document, by its own id. */
static int64_t bill_id(struct test_shop *s, int64_t document, int party)
{
	return ask(s,
		   "SELECT coalesce((SELECT id FROM bill WHERE document_id = %lld AND party_id = %lld), 0)",
		   (long long)document, (long long)clerk_party(party));
}

static void say_invoice(struct test_shop *s, struct pairs *p, const struct op *op)
{
	add(p, "type", "ordinary");
	add(p, "title", "test");
	for (int i = 0; i < op->n_bills; i++)
		add_id(p, arena_printf(p->a, "bills.%d.bill", i), bill_id(s, op->bills[i], op->party));
	if (op->amount)
		add_money(p, "bills.0.amount", op->amount);
}

static void say_red(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	if (op->amount)
		add_money(p, "amount", op->amount);
}

static void make_red(struct clerk *k, struct op *op)
{
	make_on_document(k, op, pick(k, 3) ? OP_INVOICE : OP_INVOICE_TOP_UP);
}

static void say_invoice_top_up(struct test_shop *s, struct pairs *p, const struct op *op)
{
	add(p, "type", "ordinary");
	add(p, "title", "test");
	say_red(s, p, op);
}

static void make_invoice_top_up(struct clerk *k, struct op *op)
{
	op->document = model_top_up(k->m, (size_t)pick(k, 5000));
	op->amount = pick(k, 3) ? 0 : 1 + pick(k, 12000);
}

/* ---- statements, reviews, reversals ---- */

static void say_statement(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add_party(p, "party", op->party);
	add(p, "from", "2020-01-01");
	add(p, "until", date_text(p->a, op->today - 1));
}

static void make_statement(struct clerk *k, struct op *op)
{
	op->party = (int)pick(k, 6);
}

static void make_review(struct clerk *k, struct op *op)
{
	op->document = some_document(k);
	for (int tries = 0; tries < 12 && !model_allows(k->m, op); tries++)
		op->document = some_document(k);
}

/* One that may go of a kind; any kind as often as any other, so that the seldom ones are taken back too. */
static void make_reverse(struct clerk *k, struct op *op)
{
	enum op_kind kind = (enum op_kind)pick(k, OP_KINDS);
	size_t from;

	while (!model_goes_back(kind))
		kind = (enum op_kind)pick(k, OP_KINDS);
	from = (size_t)pick(k, 5000);
	for (size_t tries = 0; tries < 200; tries++) {
		op->document = model_of_kind(k->m, kind, from + tries);
		if (!op->document)
			break;
		if (model_allows(k->m, op))
			return;
	}
	op->document = some_document(k);
}

const struct way way_combine = { .command = "bill.combine",
				 .make = make_on_bills,
				 .say = say_on_bills,
				 .often = 3,
				 .names = NAMES_BILLS };

const struct way way_claim = { .command = "claim.close",
			       .make = make_on_bills,
			       .say = say_on_bills,
			       .often = 4,
			       .names = NAMES_BILLS,
			       .reason = true };

const struct way way_write_off = {
	.command = "bill.write_off", .make = make_on_bills, .say = say_on_bills, .often = 3, .reason = true
};

const struct way way_recover = { .command = "bill.recover",
				 .make = make_recover,
				 .say = say_on_bills,
				 .often = 6,
				 .names = NAMES_DOCUMENT };

const struct way way_invoice = { .command = "invoice.issue",
				 .make = make_on_bills,
				 .say = say_invoice,
				 .often = 5,
				 .names = NAMES_BILLS };

const struct way way_red = { .command = "invoice.red",
			     .make = make_red,
			     .say = say_red,
			     .often = 3,
			     .names = NAMES_DOCUMENT,
			     .document = "invoice",
			     .reason = true };

const struct way way_invoice_top_up = { .command = "invoice.top_up",
					.make = make_invoice_top_up,
					.say = say_invoice_top_up,
					.often = 6,
					.names = NAMES_DOCUMENT,
					.document = "top_up" };

const struct way way_statement = {
	.command = "statement.make", .make = make_statement, .say = say_statement, .often = 5
};

const struct way way_review = {
	.command = "review.pass", .make = make_review, .often = 6, .names = NAMES_DOCUMENT, .by_another = true
};

const struct way way_unreview = { .command = "review.undo",
				  .make = make_review,
				  .often = 4,
				  .names = NAMES_DOCUMENT,
				  .reason = true,
				  .by_another = true };

const struct way way_reverse = {
	.command = "reverse", .make = make_reverse, .often = 20, .names = NAMES_DOCUMENT, .reason = true
};
