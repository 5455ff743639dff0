/* clerk_goods.c - goods that come, go back to their suppliers and are sold over the counter, made up and said. */
#include "tests/domain/clerk_priv.h"

static void say_open_stock(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "part", arena_printf(p->a, "P%d", op->line[0].part));
	add_qty(p, "qty", op->line[0].qty);
	add_money(p, "cost", op->line[0].cost);
}

static void make_open_stock(struct clerk *k, struct op *op)
{
	make_goods(k, op, 1);
}

/* ---- received ---- */

static void say_receipt(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add_party(p, "supplier", op->party);
	add(p, "original_no", op->request);
	add_goods(p, op, true);
	add_batches(p, op);
	if (op->payer >= 0)
		add(p, "carrier", arena_printf(p->a, "王%d", op->payer));
	if (op->amount)
		add_money(p, "collect", op->amount);
	if (op->discount)
		add_money(p, "freight", op->discount);
	if (op->round)
		add(p, "cost_is", "estimated");
}

/* With a carrier, freight, before the invoice: each sometimes. */
static void make_receipt(struct clerk *k, struct op *op)
{
	op->party = 6 + (int)pick(k, 2);
	make_goods(k, op, OP_LINES);
	op->payer = pick(k, 4) ? -1 : 6 + (int)pick(k, 2);
	op->round = pick(k, 3) == 0;
	op->discount = pick(k, 4) ? 0 : 1 + pick(k, 3000);
	if (op->payer >= 0 && pick(k, 2))
		op->amount = 1 + pick(k, 20000);
}

/* Of a receipt, a recent one mostly, with its first part as it was kept. */
static void make_on_receipt(struct clerk *k, struct op *op)
{
	size_t n = model_receipts(k->m), last = n > 6 ? n - 6 : 0;

	if (n == 0)
		return;
	op->document = model_receipt(
	    k->m, pick(k, 4) ? last + (size_t)pick(k, (int64_t)(n - last)) : (size_t)pick(k, (int64_t)n),
	    &op->part, &op->qty);
}

/* ---- sent back, invoiced, carried ---- */

static void say_back(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "lines.0.part", arena_printf(p->a, "P%d", op->part));
	add_qty(p, "lines.0.qty", op->qty);
}

static void make_back(struct clerk *k, struct op *op)
{
	make_on_receipt(k, op);
	if (op->qty > model_qty(k->m, op->part) && pick(k, 4))
		op->qty = model_qty(k->m, op->part);
	if (op->qty && pick(k, 3))
		op->qty = 1 + pick(k, op->qty);
}

static void say_invoice(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "invoice_no", op->request);
	if (op->discount)
		add_money(p, "tax", op->discount);
	add_goods(p, op, true);
}

static void make_invoice(struct clerk *k, struct op *op)
{
	make_on_receipt(k, op);
	op->discount = pick(k, 2) ? 0 : pick(k, 4000);
	if (pick(k, 3) == 0)
		return;
	op->n_lines = 1;
	op->line[0].part = op->part;
	op->line[0].qty = pick(k, 10) ? op->qty : op->qty + 1;
	op->line[0].cost = pick(k, 12) ? 1 + pick(k, 9999) : 0;
}

static void say_freight(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add_party(p, "carrier", op->party);
	add(p, "original_no", op->request);
	add_money(p, "amount", op->amount);
}

static void make_freight(struct clerk *k, struct op *op)
{
	make_on_receipt(k, op);
	op->party = 6 + (int)pick(k, 2);
	op->amount = 1 + pick(k, 5000);
}

/* ---- paid ---- */

static void say_payment(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add_party(p, "supplier", op->party);
	add_method(p, op->method);
	add_money(p, "amount", op->amount);
	if (op->discount)
		add_money(p, "discount", op->discount);
	if (op->part_discount)
		add_money(p, "prepaid", op->part_discount);
	if (op->round)
		add(p, "ahead", "yes");
}

static void make_payment(struct clerk *k, struct op *op)
{
	int64_t owed;

	op->party = 6 + (int)pick(k, 2);
	op->method = some_method(k);
	if (pick(k, 3) == 0)
		make_on_receipt(k, op);
	owed = model_debts(k->m, op->party);
	op->amount = pick(k, 3) && owed > 0 ? 1 + pick(k, owed) : pick(k, 90000);
	op->discount = pick(k, 3) ? 0 : pick(k, 900);
	op->part_discount = pick(k, 3) ? 0 : pick(k, model_paid_ahead(k->m, op->party) + 10);
	op->round = pick(k, 2) == 0;
}

static void make_money_back(struct clerk *k, struct op *op)
{
	op->party = 6 + (int)pick(k, 2);
	op->method = some_method(k);
	op->amount = 1 + pick(k, pick(k, 2) ? 3000 : 60000);
}

/* ---- sold ---- */

static void say_sale(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	if (op->party >= 0)
		add_party(p, "customer", op->party);
	add_goods(p, op, false);
	if (op->sets) {
		add(p, arena_printf(p->a, "lines.%d.package", op->n_lines), "SET");
		add_qty(p, arena_printf(p->a, "lines.%d.qty", op->n_lines), op->sets * 1000);
	}
	add_settlement(p, op);
}

/* The card as far as it goes, the rest another way. */
static void pay_by_card(struct clerk *k, struct op *op, int64_t total)
{
	int64_t held = op->party < 0 ? 0 : model_principal(k->m, op->party) + model_gift(k->m, op->party);

	if (held <= 0 || total <= 0 || pick(k, 3))
		return;
	op->n_pay = held < total ? 2 : 1;
	op->pay[0].method = M_MEMBER;
	op->pay[0].amount = held < total ? held : total;
	op->pay[1].method = some_method(k);
	op->pay[1].amount = total - op->pay[0].amount;
}

static void make_sale(struct clerk *k, struct op *op)
{
	op->party = (int)pick(k, 7) - 1;
	make_goods(k, op, OP_LINES);
	for (int i = 0; i < op->n_lines; i++)
		op->line[i].qty = pick(k, 4) ? 1000 * (1 + pick(k, 3)) : 1 + pick(k, 2500);
	op->round = pick(k, 2) == 0;
	op->discount = pick(k, 3) ? 0 : pick(k, 3000);
	op->sets = pick(k, 3) ? 0 : 1 + pick(k, 2);
	op->surcharge = pick(k, 2) ? SURCHARGE_NONE : (int)pick(k, 3);
	pay_at_once(k, op, model_sale_total(k->m, op));
	pay_by_card(k, op, model_sale_total(k->m, op));
}

static void say_sale_return(struct test_shop *s, struct pairs *p, const struct op *op)
{
	(void)s;
	add(p, "lines.0.part", arena_printf(p->a, "P%d", op->part));
	add_qty(p, "lines.0.qty", op->qty);
	add(p, "restock", op->round ? "yes" : "no");
}

static void make_sale_return(struct clerk *k, struct op *op)
{
	int64_t left = 0;

	op->document = model_sale(k->m, (size_t)pick(k, 1000), &op->part, &left);
	op->qty = left && pick(k, 2) ? left : 1 + pick(k, 2000);
	op->round = pick(k, 3) != 0;
}

const struct way way_open_stock = {
	.command = "stock.open", .make = make_open_stock, .say = say_open_stock, .often = 2
};

const struct way way_purchase = {
	.command = "purchase.receive", .make = make_receipt, .say = say_receipt, .often = 6
};

const struct way way_buy_back = { .command = "purchase.return",
				  .make = make_back,
				  .say = say_back,
				  .often = 5,
				  .names = NAMES_DOCUMENT,
				  .document = "receipt",
				  .reason = true };

const struct way way_buy_invoice = { .command = "purchase.invoice",
				     .make = make_invoice,
				     .say = say_invoice,
				     .often = 5,
				     .names = NAMES_DOCUMENT,
				     .document = "receipt" };

const struct way way_buy_freight = { .command = "purchase.freight",
				     .make = make_freight,
				     .say = say_freight,
				     .often = 2,
				     .names = NAMES_DOCUMENT,
				     .document = "receipt" };

const struct way way_buy_pay = {
	.command = "purchase.pay", .make = make_payment, .say = say_payment, .often = 5
};

const struct way way_buy_money = {
	.command = "purchase.refund", .make = make_money_back, .say = say_payment, .often = 2
};

const struct way way_sale = { .command = "sale.post", .make = make_sale, .say = say_sale, .often = 8 };

const struct way way_sale_return = { .command = "sale.return",
				     .make = make_sale_return,
				     .say = say_sale_return,
				     .often = 5,
				     .names = NAMES_DOCUMENT,
				     .document = "sale",
				     .reason = true };
