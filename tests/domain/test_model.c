/* test_model.c - random documents through the door, compared to the fen with an independent model of the
 * books.
 *
 * WORKBAY_SEED chooses the documents; the seed of a failure is printed. Several processes: what each has
 * booked is put in the order of the journal and booked in one model. */
#include "tests/domain/model.h"
#include "base/date.h"
#include "tests/domain/shop.h"
#include "tests/domain/explained.h"
#include "tests/domain/tie.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define ROUND_TO 100
#define SEED     2 /* meets every kind of operation */

static const int64_t prices[MODEL_PARTS] = { 6000, 8850, 30000, 1999, 128000, 333 };
static const int64_t limits[MODEL_PARTIES] = { [3] = 0, [4] = 500000, [5] = 60000 };
static const char *const method_names[M_ALL] = { "cash",   "wechat",  "alipay",   "card", "bank",
						 "member", "advance", "discount", "petty" };
static int64_t party_ids[MODEL_PARTIES];

/* ---- the shop ---- */

static void set_up(struct test_shop *s)
{
	char code[8], price[32], phone[16], name[32];

	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	run(s, "setting.set", "name", "settle.round_to", "value", "1", NULL);
	run(s, "setting.set", "name", "tax.surcharge_ordinary", "value", "3.25%", NULL);
	run(s, "setting.set", "name", "tax.surcharge_special", "value", "8%", NULL);
	for (int i = 0; i < MODEL_PARTS; i++) {
		snprintf(code, sizeof(code), "P%d", i);
		snprintf(price, sizeof(price), "%d.%02d", (int)(prices[i] / 100), (int)(prices[i] % 100));
		run(s, "part.add", "code", code, "name", code, "price", price,
		    i == MODEL_PARTS - 1 ? "batch" : NULL, "yes", NULL);
	}
	run(s, "package.add", "code", "SET", "name", "SET", "package_price", "70", NULL);
	run(s, "package.line", "package", "SET", "part", "P0", "qty", "2", NULL);
	run(s, "package.line", "package", "SET", "part", "P1", "qty", "0.5", "price", "7.77", NULL);
	run(s, "labour.add", "code", "FIT", "name", "FIT", "hours", "1", "price", "33.33", NULL);
	run(s, "package.line", "package", "SET", "labour", "FIT", NULL);
	run(s, "package.line", "package", "SET", "text", "waste", "price", "5", NULL);
	for (int i = 0; i < MODEL_PARTIES; i++) {
		snprintf(name, sizeof(name), "王%d", i);
		snprintf(phone, sizeof(phone), "1380000000%d", i);
		snprintf(price, sizeof(price), "%d", (int)(limits[i] / 100));
		if (i >= 6)
			party_ids[i] = run(s, "supplier.add", "name", name, "phone", phone,
					   i == MODEL_SUPPLIER_TERMS ? "terms" : NULL, "20", NULL)
					   ->id;
		else if (i < 3)
			party_ids[i] = run(s, "customer.add", "name", name, "phone", phone, NULL)->id;
		else if (limits[i])
			party_ids[i] = run(s, "customer.add", "name", name, "phone", phone, "terms", "30",
					   "limit", price, NULL)
					   ->id;
		else
			party_ids[i] =
			    run(s, "customer.add", "name", name, "phone", phone, "terms", "30", NULL)->id;
		if (i < 6)
			run(s, "card.issue", "customer", name, "number", phone, NULL);
	}
	hire(s, "ma", "manager"); /* who reviews, and gives debts up */
	run(s, "invoice.range", "type", "ordinary", "code", "AB", "first", "00000001", "last", "00090000",
	    NULL);
}

/* ---- an operation becomes a command ---- */

struct pairs {
	struct arena *a;
	const char *v[64];
	int n;
};

static void add(struct pairs *p, const char *name, const char *value)
{
	p->v[p->n++] = name;
	p->v[p->n++] = value;
}

static void add_id(struct pairs *p, const char *name, int64_t id)
{
	add(p, name, arena_printf(p->a, "#%lld", (long long)id));
}

static void add_money(struct pairs *p, const char *name, int64_t fen)
{
	add(p, name, arena_printf(p->a, "%lld.%02d", (long long)(fen / 100), (int)(fen % 100)));
}

static void add_qty(struct pairs *p, const char *name, int64_t qty)
{
	add(p, name, arena_printf(p->a, "%lld.%03d", (long long)(qty / 1000), (int)(qty % 1000)));
}

static void add_goods(struct pairs *p, const struct op *op, bool cost)
{
	for (int i = 0; i < op->n_lines; i++) {
		add(p, arena_printf(p->a, "lines.%d.part", i), arena_printf(p->a, "P%d", op->line[i].part));
		add_qty(p, arena_printf(p->a, "lines.%d.qty", i), op->line[i].qty);
		if (cost)
			add_money(p, arena_printf(p->a, "lines.%d.cost", i), op->line[i].cost);
	}
}

/* The last part is kept by batch. */
static void add_batches(struct pairs *p, const struct op *op)
{
	for (int i = 0; i < op->n_lines; i++)
		if (op->line[i].part == MODEL_PARTS - 1)
			add(p, arena_printf(p->a, "lines.%d.batch", i),
			    arena_printf(p->a, "B%d", (int)(op->line[i].qty % 3)));
}

static void add_settlement(struct pairs *p, const struct op *op)
{
	if (op->labour_discount)
		add_money(p, "labour_discount", op->labour_discount);
	if (op->part_discount)
		add_money(p, "part_discount", op->part_discount);
	if (op->discount)
		add_money(p, "discount", op->discount);
	if (op->round)
		add(p, "round", "yes");
	if (op->surcharge)
		add(p, "invoice", op->surcharge == SURCHARGE_SPECIAL ? "special" : "ordinary");
	for (int i = 0; i < op->n_pay; i++) {
		add(p, arena_printf(p->a, "pay.%d.method", i), method_names[op->pay[i].method]);
		add_money(p, arena_printf(p->a, "pay.%d.amount", i), op->pay[i].amount);
	}
	for (int i = 0; i < op->n_payers; i++) {
		add_id(p, arena_printf(p->a, "payers.%d.party", i), party_ids[op->payers[i].party]);
		if (!op->rest || i < op->n_payers - 1)
			add_money(p, arena_printf(p->a, "payers.%d.amount", i), op->payers[i].amount);
	}
}

static void add_counted(struct pairs *p, const struct op *op)
{
	static const char *const names[] = { "counted", "wechat", "alipay", "card" };

	add(p, "till", "T1");
	for (int i = 0; i < 4; i++)
		add_money(p, names[i], op->counted[i]);
	add(p, "remark", "counted");
}

static void add_money_beside(struct pairs *p, const struct op *op)
{
	bool drawer = op->kind == OP_TILL_IN || op->kind == OP_TILL_OUT || op->kind == OP_TILL_DROP;

	add_money(p, "amount", op->amount);
	if (drawer)
		add(p, "till", "T1");
	else
		add(p, "method", op->kind == OP_CARD_PAY ? "member" : method_names[op->method]);
	if (op->kind == OP_TILL_IN || op->kind == OP_TILL_OUT)
		add(p, "reason", op->kind == OP_TILL_IN ? "CHANGE" : "EXPENSE");
	if (op->kind == OP_TOP_UP || op->kind == OP_CARD_REFUND)
		add(p, "card", arena_printf(p->a, "1380000000%d", op->party));
	if (op->kind == OP_TOP_UP)
		add_money(p, "gift", op->qty);
	if (op->kind == OP_CARD_REFUND || op->kind == OP_DEPOSIT_BACK)
		add(p, "reason", "test");
	if (op->kind == OP_DEPOSIT) {
		add_id(p, "party", party_ids[op->party]);
		add(p, "kind", "KEY");
		add(p, "thing", "key");
	}
	if (op->kind == OP_DEPOSIT_BACK)
		add_money(p, "keep", op->qty);
}

static void add_bills(struct pairs *p, const struct op *op)
{
	for (int i = 0; i < op->n_bills; i++)
		add_id(p, arena_printf(p->a, "bills.%d.document", i), op->bills[i]);
}

static void add_on_bills(struct pairs *p, const struct op *op)
{
	static const char *const how[] = { "discount", "bad_debt", "customer" };

	if (op->kind == OP_RECOVER) {
		add(p, "method", method_names[op->method]);
		add_money(p, "amount", op->amount);
		return;
	}
	add_id(p, op->kind == OP_CLAIM ? "insurer" : "party", party_ids[op->party]);
	add_bills(p, op);
	if (op->kind == OP_WRITE_OFF) {
		add(p, "how", how[op->part]);
		if (op->amount)
			add_money(p, "amount", op->amount);
	} else if (op->kind == OP_CLAIM) {
		add_money(p, "bills.0.paid", op->amount);
		add(p, "method", method_names[op->method]);
		add(p, "rest", how[op->part]);
		if (op->payer >= 0)
			add_id(p, "customer", party_ids[op->payer]);
	}
}

/* The bill of that party with a document, by its own id. */
static int64_t bill_id(struct test_shop *s, int64_t document, int party)
{
	return ask(s,
		   "SELECT coalesce((SELECT id FROM bill WHERE document_id = %lld AND party_id = %lld), 0)",
		   (long long)document, (long long)party_ids[party]);
}

static void add_invoice(struct test_shop *s, struct pairs *p, const struct op *op)
{
	add(p, "type", "ordinary");
	add(p, "title", "test");
	for (int i = 0; i < op->n_bills; i++)
		add_id(p, arena_printf(p->a, "bills.%d.bill", i), bill_id(s, op->bills[i], op->party));
	if (op->amount)
		add_money(p, "bills.0.amount", op->amount);
}

static void add_expense(struct pairs *p, const struct op *op)
{
	static const char *const categories[] = { "RENT", "OFFICE", "WAGES", "SCRAP", "INCOME" };
	int category = op->part + (op->kind == OP_INCOME ? MODEL_EXPENSES : 0);

	add_money(p, "amount", op->amount);
	if (op->kind != OP_KEEP)
		add(p, "method", method_names[op->method]);
	if (op->kind == OP_EXPENSE || op->kind == OP_INCOME)
		add(p, "category", categories[category]);
	if (op->kind == OP_PETTY && op->round)
		add(p, "back", "yes");
	if (op->kind != OP_ADVANCE)
		return;
	add_id(p, "party", party_ids[op->party]);
	add(p, "advance", "yes");
	add(p, "forfeitable", op->round ? "yes" : "no");
}

/* The car is new here, the customer is found by the phone. */
static void add_quick(struct pairs *p, const struct op *op)
{
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

/* What the document of an operation is called by its command. */
static const char *document_is(const struct op *op)
{
	if (op->kind == OP_BUY_BACK || op->kind == OP_BUY_INVOICE || op->kind == OP_BUY_FREIGHT)
		return "receipt";
	if (op->kind == OP_DEPOSIT_BACK)
		return "deposit";
	if (op->kind == OP_RED)
		return "invoice";
	if (op->kind == OP_INVOICE_TOP_UP)
		return "top_up";
	return op->kind == OP_SALE_RETURN ? "sale" : "document";
}

static void add_receipt(struct pairs *p, const struct op *op)
{
	add_id(p, "supplier", party_ids[op->party]);
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

static void add_supplier_payment(struct pairs *p, const struct op *op)
{
	add_id(p, "supplier", party_ids[op->party]);
	add(p, "method", method_names[op->method]);
	add_money(p, "amount", op->amount);
	if (op->discount)
		add_money(p, "discount", op->discount);
	if (op->part_discount)
		add_money(p, "prepaid", op->part_discount);
	if (op->round)
		add(p, "ahead", "yes");
}

static const char *command_for(struct test_shop *s, const struct op *op, struct pairs *p)
{
	static const char *const names[OP_KINDS] = {
		"stock.open",      "purchase.receive", "job.receive",      "job.labour",
		"job.fee",         "job.part",         "stock.issue",      "stock.issue",
		"stock.return",    "job.finish",       "job.send_back",    "job.settle",
		"job.reopen",      "payment.take",     "payment.take",     "payment.refund",
		"reverse",         "till.open",        "till.close",       "job.handover",
		"job.credit",      "job.sublet",       "sale.post",        "sale.return",
		"till.pay_in",     "till.pay_out",     "till.drop",        "card.top_up",
		"payment.take",    "card.refund",      "deposit.take",     "deposit.back",
		"purchase.return", "purchase.invoice", "purchase.freight", "purchase.pay",
		"purchase.refund", "bill.combine",     "claim.close",      "bill.write_off",
		"bill.recover",    "statement.make",   "review.pass",      "review.undo",
		"invoice.issue",   "invoice.red",      "invoice.top_up",   "expense.add",
		"income.add",      "petty.fill",       "payment.take",     "advance.keep",
		"job.quick",       "fee.pay_out",      "job.supplement",   "job.reassign",
	};

	if (op->job)
		add_id(p, "job", op->job);
	if (op->document)
		add_id(p, document_is(op), op->document);
	switch (op->kind) {
	case OP_OPEN_STOCK:
		add(p, "part", arena_printf(p->a, "P%d", op->line[0].part));
		add_qty(p, "qty", op->line[0].qty);
		add_money(p, "cost", op->line[0].cost);
		break;
	case OP_PURCHASE:
		add_receipt(p, op);
		break;
	case OP_BUY_INVOICE:
		add(p, "invoice_no", op->request);
		if (op->discount)
			add_money(p, "tax", op->discount);
		add_goods(p, op, true);
		break;
	case OP_BUY_FREIGHT:
		add_id(p, "carrier", party_ids[op->party]);
		add(p, "original_no", op->request);
		add_money(p, "amount", op->amount);
		break;
	case OP_BUY_PAY:
	case OP_BUY_MONEY:
		add_supplier_payment(p, op);
		break;
	case OP_RECEIVE:
		add(p, "plate", arena_printf(p->a, "鄂A%05d", (int)(op->qty % 100000)));
		add_id(p, "customer", party_ids[op->party]);
		add(p, "odometer", "1000");
		add(p, "complaint", "刹车响");
		if (op->payer >= 0)
			add_id(p, "payer", party_ids[op->payer]);
		break;
	case OP_LABOUR:
	case OP_FEE:
		add(p, "text", "换机油");
		add_money(p, "price", op->amount);
		if (op->round)
			add(p, "pass_through", "yes");
		if (op->payer >= 0)
			add_id(p, "payer", party_ids[op->payer]);
		break;
	case OP_PART:
		add(p, "part", arena_printf(p->a, "P%d", op->part));
		add_qty(p, "qty", op->qty);
		break;
	case OP_ISSUE:
	case OP_ISSUE_ALL:
		add(p, "picker", "boss");
		add_goods(p, op, false);
		break;
	case OP_BUY_BACK:
	case OP_RETURN:
		add(p, "lines.0.part", arena_printf(p->a, "P%d", op->part));
		add_qty(p, "lines.0.qty", op->qty);
		break;
	case OP_SETTLE:
		add_settlement(p, op);
		break;
	case OP_TAKE_PARTY:
		add_id(p, "party", party_ids[op->party]);
		add_bills(p, op);
		if (op->discount)
			add_money(p, "discount", op->discount);
		/* fall through */
	case OP_TAKE_JOB:
	case OP_REFUND:
		add(p, "method", method_names[op->method]);
		add_money(p, "amount", op->amount);
		break;
	case OP_TILL_OPEN:
		add(p, "till", "T1");
		add_money(p, "float", op->amount);
		break;
	case OP_TILL_CLOSE:
		add_counted(p, op);
		break;
	case OP_SUBLET:
		add_id(p, "supplier", party_ids[op->party]);
		add(p, "text", "喷漆");
		add_money(p, "price", op->amount);
		add_money(p, "cost", op->line[0].cost);
		break;
	case OP_CREDIT:
		add(p, "lines.0.line", arena_printf(p->a, "%d", op->part + 1));
		if (op->qty)
			add_qty(p, "lines.0.qty", op->qty);
		else
			add_money(p, "lines.0.amount", op->amount);
		add(p, "restock", op->round ? "yes" : "no");
		break;
	case OP_SALE:
		if (op->party >= 0)
			add_id(p, "customer", party_ids[op->party]);
		add_goods(p, op, false);
		if (op->sets) {
			add(p, arena_printf(p->a, "lines.%d.package", op->n_lines), "SET");
			add_qty(p, arena_printf(p->a, "lines.%d.qty", op->n_lines), op->sets * 1000);
		}
		add_settlement(p, op);
		break;
	case OP_SALE_RETURN:
		add(p, "lines.0.part", arena_printf(p->a, "P%d", op->part));
		add_qty(p, "lines.0.qty", op->qty);
		add(p, "restock", op->round ? "yes" : "no");
		break;
	case OP_TILL_IN:
	case OP_TILL_OUT:
	case OP_TILL_DROP:
	case OP_TOP_UP:
	case OP_CARD_PAY:
	case OP_CARD_REFUND:
	case OP_DEPOSIT:
	case OP_DEPOSIT_BACK:
		add_money_beside(p, op);
		break;
	case OP_COMBINE:
	case OP_CLAIM:
	case OP_WRITE_OFF:
	case OP_RECOVER:
		add_on_bills(p, op);
		break;
	case OP_STATEMENT:
		add_id(p, "party", party_ids[op->party]);
		add(p, "from", "2020-01-01");
		add(p, "until", date_text(p->a, op->today - 1));
		break;
	case OP_INVOICE:
		add_invoice(s, p, op);
		break;
	case OP_INVOICE_TOP_UP:
		add(p, "type", "ordinary");
		add(p, "title", "test");
		/* fall through */
	case OP_RED:
		if (op->amount)
			add_money(p, "amount", op->amount);
		break;
	case OP_EXPENSE:
	case OP_INCOME:
	case OP_PETTY:
	case OP_ADVANCE:
	case OP_KEEP:
		add_expense(p, op);
		break;
	case OP_QUICK:
		add_quick(p, op);
		break;
	case OP_PAY_OUT:
		add(p, "payee", "检测站");
		add(p, "method", method_names[op->method]);
		add_money(p, "amount", op->amount);
		break;
	case OP_SUPPLEMENT:
		for (int i = 0; i < op->n_lines; i++) {
			add(p, arena_printf(p->a, "lines.%d.text", i), "维修");
			add_money(p, arena_printf(p->a, "lines.%d.amount", i), op->line[i].cost);
		}
		break;
	case OP_REASSIGN:
		add(p, "technician", "ma");
		if (op->round)
			add(p, "advisor", "ma");
		break;
	case OP_REVIEW:
	case OP_UNREVIEW:
	case OP_FINISH:
	case OP_SEND_BACK:
	case OP_REOPEN:
	case OP_REVERSE:
	case OP_HAND_OVER:
	case OP_KINDS:
	default:
		break;
	}
	if (op->kind == OP_SEND_BACK || op->kind == OP_REOPEN || op->kind == OP_REFUND ||
	    op->kind == OP_REVERSE || op->kind == OP_CREDIT || op->kind == OP_SALE_RETURN ||
	    op->kind == OP_BUY_BACK || op->kind == OP_CLAIM || op->kind == OP_WRITE_OFF ||
	    op->kind == OP_UNREVIEW || op->kind == OP_RED || op->kind == OP_KEEP || op->kind == OP_SUPPLEMENT)
		add(p, "reason", "test");
	return names[op->kind];
}

static bool by_another(const struct op *op)
{
	return op->kind == OP_REVIEW || op->kind == OP_UNREVIEW;
}

static void perform(struct test_shop *s, struct op *op)
{
	struct pairs p = { .a = arena_new() };
	const char *command;
	bool receives,
	    gives_up = (op->kind == OP_CLAIM || op->kind == OP_WRITE_OFF) && op->part == GIVEN_BAD_DEBT;

	op->today = s->now / 86400;
	command = command_for(s, op, &p);
	if (by_another(op))
		acts(s, "ma");
	if (gives_up)
		session_approver(s->session, ask(s, "SELECT id FROM user WHERE name = 'ma'"));
	s->next.request = op->request;
	op->ok = attempt(s, command, p.v);
	session_approver(s->session, 0);
	if (by_another(op))
		acts(s, "boss");
	receives = op->kind == OP_RECEIVE || op->kind == OP_QUICK;
	op->id = op->ok ? (receives ? s->answer.id : s->answer.document) : 0;
	op->settled_id = op->kind == OP_QUICK ? s->answer.document : 0;
	op->paid_id = (op->settled_id ? op->settled_id : op->id) + 1; /* in the same transaction */
	arena_free(p.a);
}

/* ---- making operations up ---- */

struct maker {
	struct model *m;
	unsigned random;
	int clerk, made;
};

static int64_t pick(struct maker *k, int64_t n)
{
	return n > 0 ? (int64_t)((unsigned)rand_r(&k->random) % (unsigned)n) : 0;
}

static int64_t some_job(struct maker *k)
{
	size_t n = model_jobs(k->m), last = n > 8 ? n - 8 : 0;

	if (n == 0)
		return 0;
	return model_job(k->m, pick(k, 5) ? last + (size_t)pick(k, (int64_t)(n - last))
					  : (size_t)pick(k, (int64_t)n));
}

static int64_t some_document(struct maker *k)
{
	size_t n = model_documents(k->m);

	return n ? model_document(k->m, (size_t)pick(k, (int64_t)n)) : 0;
}

static int64_t some_receipt_of_money(struct maker *k)
{
	size_t n = model_documents(k->m);

	for (int tries = 0; n && tries < 12; tries++) {
		int64_t id = model_receipt_of_money(k->m, (size_t)pick(k, (int64_t)n));

		if (id)
			return id;
	}
	return 0;
}

static void make_goods(struct maker *k, struct op *op, int most)
{
	op->n_lines = 1 + (int)pick(k, most);
	for (int i = 0; i < op->n_lines; i++) {
		op->line[i].part = (int)pick(k, MODEL_PARTS);
		op->line[i].qty = pick(k, 4) ? 1000 * (1 + pick(k, 9)) : 1 + pick(k, 7777);
		op->line[i].cost = pick(k, 12) ? 1 + pick(k, 9999) : 0;
	}
}

/* What is out to the job already, or anything. */
static void make_return(struct maker *k, struct op *op)
{
	int part[8], n;
	int64_t issued[8];

	n = model_line_parts(k->m, op->job, part, issued);
	op->part = n ? part[pick(k, n)] : (int)pick(k, MODEL_PARTS);
	op->qty = 1 + pick(k, 3000);
	for (int i = 0; i < n; i++)
		if (part[i] == op->part && issued[i] > 0 && pick(k, 2))
			op->qty = issued[i];
}

static void make_settle(struct maker *k, struct op *op)
{
	int64_t total = model_total(k->m, op->job);

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
		op->pay[i].method = (int)pick(k, MODEL_METHODS);
		op->pay[i].amount = 1 + pick(k, total + 1);
	}
}

/* Half of the payments with a settlement pay exactly what is left. */
static void pay_exactly(struct maker *k, struct op *op)
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

static void make_close(struct maker *k, struct op *op)
{
	for (int i = 0; i < 4; i++) {
		op->counted[i] = model_till(k->m, i) + (pick(k, 3) ? 0 : pick(k, 3000) - 1500);
		if (op->counted[i] < 0)
			op->counted[i] = 0;
	}
}

/* Most are paid exactly; some in two ways, some not at all. */
static void pay_at_once(struct maker *k, struct op *op, int64_t total)
{
	if (total <= 0 || pick(k, 4) == 0)
		return;
	op->n_pay = total > 1 ? 1 + (int)pick(k, 2) : 1;
	op->pay[0].method = (int)pick(k, MODEL_METHODS);
	op->pay[0].amount = op->n_pay == 1 ? total : 1 + pick(k, total - 1);
	op->pay[1].method = (op->pay[0].method + 1) % MODEL_METHODS;
	op->pay[1].amount = total - op->pay[0].amount + (pick(k, 8) ? 0 : 1);
}

static void make_sale(struct maker *k, struct op *op)
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
}

/* Parts, labour, words; a price of its own sometimes. */
static void make_quick(struct maker *k, struct op *op)
{
	op->party = (int)pick(k, 6);
	op->qty = k->clerk * 20000 + k->made; /* the plate */
	op->n_lines = 1 + (int)pick(k, OP_LINES);
	for (int i = 0; i < op->n_lines; i++) {
		op->line[i].part = (int)pick(k, MODEL_PARTS + 2) + QUICK_LABOUR;
		op->line[i].qty = pick(k, 4) ? 1000 * (1 + pick(k, 2)) : 1 + pick(k, 1500);
		op->line[i].cost = op->line[i].part == QUICK_WORDS || pick(k, 4) == 0 ? 1 + pick(k, 9000) : 0;
	}
	pay_at_once(k, op, model_quick_total(k->m, op));
}

/* Of a job that passes something through; all of it, part of it, or a fen too much. */
static void make_pay_out(struct maker *k, struct op *op)
{
	int64_t left = 0;

	for (int tries = 0; tries < 20 && left <= 0; tries++) {
		op->job = some_job(k);
		left = model_passed(k->m, op->job);
	}
	op->method = (int)pick(k, MODEL_METHODS);
	op->amount = left > 0 && pick(k, 2) ? 1 + pick(k, left) : left + (pick(k, 6) ? 0 : 1);
	if (op->amount <= 0)
		op->amount = 1;
}

/* The total of a settlement in two lines, a fen more sometimes. */
static void make_supplement(struct maker *k, struct op *op)
{
	int64_t total;

	for (int tries = 0; tries < 6 && model_settled(k->m, op->job) == 0; tries++)
		op->job = some_job(k);
	total = model_settled(k->m, op->job);
	op->n_lines = 2;
	op->line[0].cost = pick(k, total + 1);
	op->line[1].cost = total - op->line[0].cost + (pick(k, 5) ? 0 : 1);
}

static void make_sale_return(struct maker *k, struct op *op)
{
	int64_t left = 0;

	op->document = model_sale(k->m, (size_t)pick(k, 1000), &op->part, &left);
	op->qty = left && pick(k, 2) ? left : 1 + pick(k, 2000);
	op->round = pick(k, 3) != 0;
}

/* With a carrier, freight, before the invoice: each sometimes. */
static void make_receipt(struct maker *k, struct op *op)
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
static void make_on_receipt(struct maker *k, struct op *op)
{
	size_t n = model_receipts(k->m), last = n > 6 ? n - 6 : 0;

	if (n == 0)
		return;
	op->document = model_receipt(
	    k->m, pick(k, 4) ? last + (size_t)pick(k, (int64_t)(n - last)) : (size_t)pick(k, (int64_t)n),
	    &op->part, &op->qty);
}

static void make_back(struct maker *k, struct op *op)
{
	make_on_receipt(k, op);
	if (op->qty > model_qty(k->m, op->part) && pick(k, 4))
		op->qty = model_qty(k->m, op->part);
	if (op->qty && pick(k, 3))
		op->qty = 1 + pick(k, op->qty);
}

static void make_invoice(struct maker *k, struct op *op)
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

static void make_payment(struct maker *k, struct op *op)
{
	int64_t owed;

	op->party = 6 + (int)pick(k, 2);
	op->method = (int)pick(k, MODEL_METHODS);
	if (pick(k, 3) == 0)
		make_on_receipt(k, op);
	owed = model_debts(k->m, op->party);
	op->amount = pick(k, 3) && owed > 0 ? 1 + pick(k, owed) : pick(k, 90000);
	op->discount = pick(k, 3) ? 0 : pick(k, 900);
	op->part_discount = pick(k, 3) ? 0 : pick(k, model_paid_ahead(k->m, op->party) + 10);
	op->round = pick(k, 2) == 0;
}

/* Bills of one party. */
static void make_bills(struct maker *k, struct op *op, int most)
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

static void make_on_bills(struct maker *k, struct op *op)
{
	for (int tries = 0; tries < 12; tries++) {
		make_bills(k, op, op->kind == OP_TAKE_PARTY ? 1 : 2);
		op->amount = op->kind == OP_COMBINE || pick(k, 4) == 0 ? 0 : 1 + pick(k, 30000);
		op->discount = op->kind == OP_TAKE_PARTY && pick(k, 2) ? 1 + pick(k, 300) : 0;
		op->method = (int)pick(k, MODEL_METHODS);
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

static void make_on_document(struct maker *k, struct op *op, enum op_kind of)
{
	op->document = model_of_kind(k->m, of, (size_t)pick(k, 5000));
	op->method = (int)pick(k, MODEL_METHODS);
	op->amount = op->kind == OP_RED && pick(k, 2) ? 0 : 1 + pick(k, 8000);
}

static void make_expense(struct maker *k, struct op *op)
{
	op->party = (int)pick(k, 6);
	op->amount = 1 + pick(k, 20000);
	op->method = (int)pick(k, MODEL_METHODS);
	op->part = (int)pick(k, op->kind == OP_EXPENSE ? MODEL_EXPENSES : MODEL_INCOMES);
	op->round = pick(k, 3) == 0;
	if ((op->kind == OP_EXPENSE || op->kind == OP_INCOME) && pick(k, 2))
		op->method = M_PETTY;
}

static enum op_kind some_kind(struct maker *k)
{
	static const unsigned char often[OP_KINDS] = {
		[OP_OPEN_STOCK] = 2, [OP_PURCHASE] = 6,    [OP_RECEIVE] = 8,        [OP_LABOUR] = 8,
		[OP_FEE] = 4,        [OP_PART] = 9,        [OP_ISSUE] = 7,          [OP_ISSUE_ALL] = 12,
		[OP_RETURN] = 5,     [OP_FINISH] = 14,     [OP_SEND_BACK] = 1,      [OP_SETTLE] = 14,
		[OP_REOPEN] = 6,     [OP_TAKE_JOB] = 10,   [OP_TAKE_PARTY] = 4,     [OP_REFUND] = 4,
		[OP_REVERSE] = 6,    [OP_TILL_OPEN] = 4,   [OP_TILL_CLOSE] = 1,     [OP_HAND_OVER] = 6,
		[OP_CREDIT] = 6,     [OP_SUBLET] = 3,      [OP_SALE] = 8,           [OP_SALE_RETURN] = 5,
		[OP_TILL_IN] = 1,    [OP_TILL_OUT] = 1,    [OP_TILL_DROP] = 1,      [OP_TOP_UP] = 6,
		[OP_CARD_PAY] = 8,   [OP_CARD_REFUND] = 2, [OP_DEPOSIT] = 2,        [OP_DEPOSIT_BACK] = 3,
		[OP_BUY_BACK] = 5,   [OP_BUY_INVOICE] = 5, [OP_BUY_FREIGHT] = 2,    [OP_BUY_PAY] = 5,
		[OP_BUY_MONEY] = 2,  [OP_COMBINE] = 3,     [OP_CLAIM] = 4,          [OP_WRITE_OFF] = 3,
		[OP_RECOVER] = 3,    [OP_STATEMENT] = 2,   [OP_REVIEW] = 6,         [OP_UNREVIEW] = 4,
		[OP_INVOICE] = 5,    [OP_RED] = 3,         [OP_INVOICE_TOP_UP] = 6, [OP_EXPENSE] = 4,
		[OP_INCOME] = 2,     [OP_PETTY] = 3,       [OP_ADVANCE] = 3,        [OP_KEEP] = 2,
		[OP_QUICK] = 3,      [OP_PAY_OUT] = 7,     [OP_SUPPLEMENT] = 2,     [OP_REASSIGN] = 2,
	};
	int64_t sum = 0, at;

	for (int i = 0; i < OP_KINDS; i++)
		sum += often[i];
	at = pick(k, sum);
	for (int i = 0; i < OP_KINDS; i++) {
		at -= often[i];
		if (at < 0)
			return (enum op_kind)i;
	}
	return OP_RECEIVE;
}

/* The thing that is back, or anything. */
static void make_deposit_back(struct maker *k, struct op *op)
{
	int64_t left = 0;
	size_t n = model_deposits(k->m);

	op->document = n ? model_deposit(k->m, (size_t)pick(k, (int64_t)n), &left) : 0;
	op->amount = pick(k, 2) ? left : 1 + pick(k, 9000);
	op->qty = pick(k, 3) ? 0 : pick(k, 2000);
}

/* Bills first, where there is one that may be paid so. */
static void make_card_pay(struct maker *k, struct op *op)
{
	for (int tries = 0; tries < 60; tries++) {
		op->job = some_job(k);
		op->amount = 1 + pick(k, 9000);
		if ((model_job_open(k->m, op->job) > 0 || tries > 50) && model_allows(k->m, op))
			return;
	}
}

static void make_money_beside(struct maker *k, struct op *op)
{
	op->party = (int)pick(k, 6);
	op->method = (int)pick(k, MODEL_METHODS);
	op->amount = 1 + pick(k, 20000);
	if (op->kind == OP_TOP_UP)
		op->qty = pick(k, 2) ? 0 : pick(k, 5000);
	if (op->kind == OP_CARD_REFUND && pick(k, 3) == 0)
		op->amount = model_principal(k->m, op->party) - model_on_invoice(k->m, op->party);
	if (op->kind == OP_CARD_PAY)
		make_card_pay(k, op);
	if (op->kind == OP_DEPOSIT_BACK)
		make_deposit_back(k, op);
}

static struct op make(struct maker *k)
{
	struct op op = { .kind = some_kind(k), .payer = -1 };

	k->made++;
	snprintf(op.request, sizeof(op.request), "R%d-%d", k->clerk, k->made);
	switch (op.kind) {
	case OP_OPEN_STOCK:
		make_goods(k, &op, 1);
		break;
	case OP_PURCHASE:
		make_receipt(k, &op);
		break;
	case OP_BUY_BACK:
		make_back(k, &op);
		break;
	case OP_BUY_INVOICE:
		make_invoice(k, &op);
		break;
	case OP_BUY_FREIGHT:
		make_on_receipt(k, &op);
		op.party = 6 + (int)pick(k, 2);
		op.amount = 1 + pick(k, 5000);
		break;
	case OP_BUY_MONEY:
		op.party = 6 + (int)pick(k, 2);
		op.method = (int)pick(k, MODEL_METHODS);
		op.amount = 1 + pick(k, pick(k, 2) ? 3000 : 60000);
		break;
	case OP_BUY_PAY:
		make_payment(k, &op);
		break;
	case OP_RECEIVE:
		op.party = (int)pick(k, 6);
		op.payer = pick(k, 3) ? -1 : (int)pick(k, 6);
		op.qty = k->clerk * 20000 + k->made; /* the plate */
		break;
	case OP_LABOUR:
	case OP_FEE:
		op.job = some_job(k);
		op.amount = 1 + pick(k, 40000);
		op.payer = pick(k, 4) ? -1 : (int)pick(k, 6);
		op.round = op.kind == OP_FEE && pick(k, 2) == 0;
		break;
	case OP_SUBLET:
		op.job = some_job(k);
		op.party = 6 + (int)pick(k, 2);
		op.amount = 1 + pick(k, 60000);
		op.line[0].cost = pick(k, 40000);
		break;
	case OP_PART:
		op.job = some_job(k);
		op.part = (int)pick(k, MODEL_PARTS);
		op.qty = pick(k, 4) ? 1000 * (1 + pick(k, 4)) : 1 + pick(k, 2500);
		break;
	case OP_ISSUE:
		op.job = some_job(k);
		make_goods(k, &op, 2);
		break;
	case OP_RETURN:
		op.job = some_job(k);
		make_return(k, &op);
		break;
	case OP_SETTLE:
		op.job = some_job(k);
		make_settle(k, &op);
		pay_exactly(k, &op);
		break;
	case OP_TAKE_JOB:
		op.job = some_job(k);
		op.method = (int)pick(k, MODEL_METHODS);
		op.amount = pick(k, 2) && model_job_open(k->m, op.job) ? model_job_open(k->m, op.job)
								       : 1 + pick(k, 30000);
		break;
	case OP_TAKE_PARTY:
		op.party = (int)pick(k, 6);
		op.method = pick(k, 6) ? (int)pick(k, MODEL_METHODS) : M_ADVANCE;
		op.amount = 1 + pick(k, 60000);
		if (pick(k, 2))
			make_on_bills(k, &op);
		break;
	case OP_REFUND:
		op.method = (int)pick(k, MODEL_METHODS);
		op.amount = 1 + pick(k, 20000);
		op.document = some_receipt_of_money(k);
		for (int tries = 0; tries < 12 && !model_allows(k->m, &op); tries++)
			op.document = some_receipt_of_money(k);
		break;
	case OP_REVERSE:
		op.document =
		    pick(k, 6) ? some_document(k)
			       : model_of_kind(k->m, pick(k, 2) ? OP_RED : OP_PAY_OUT, (size_t)pick(k, 5000));
		break;
	case OP_REVIEW:
	case OP_UNREVIEW:
		op.document = some_document(k);
		for (int tries = 0; tries < 12 && !model_allows(k->m, &op); tries++)
			op.document = some_document(k);
		break;
	case OP_COMBINE:
	case OP_CLAIM:
	case OP_WRITE_OFF:
	case OP_INVOICE:
		make_on_bills(k, &op);
		break;
	case OP_RECOVER:
		make_on_document(k, &op, pick(k, 3) ? OP_WRITE_OFF : OP_CLAIM);
		break;
	case OP_RED:
		make_on_document(k, &op, pick(k, 3) ? OP_INVOICE : OP_INVOICE_TOP_UP);
		break;
	case OP_INVOICE_TOP_UP:
		op.document = model_top_up(k->m, (size_t)pick(k, 5000));
		op.amount = pick(k, 3) ? 0 : 1 + pick(k, 12000);
		break;
	case OP_KEEP:
		make_on_document(k, &op, OP_ADVANCE);
		break;
	case OP_STATEMENT:
		op.party = (int)pick(k, 6);
		break;
	case OP_EXPENSE:
	case OP_INCOME:
	case OP_PETTY:
	case OP_ADVANCE:
		make_expense(k, &op);
		break;
	case OP_TILL_OPEN:
		op.amount = pick(k, 50000);
		break;
	case OP_TILL_CLOSE:
		make_close(k, &op);
		break;
	case OP_SALE:
		make_sale(k, &op);
		break;
	case OP_SALE_RETURN:
		make_sale_return(k, &op);
		break;
	case OP_QUICK:
		make_quick(k, &op);
		break;
	case OP_PAY_OUT:
		make_pay_out(k, &op);
		break;
	case OP_SUPPLEMENT:
		make_supplement(k, &op);
		break;
	case OP_TILL_IN:
	case OP_TILL_OUT:
	case OP_TILL_DROP:
	case OP_TOP_UP:
	case OP_CARD_PAY:
	case OP_CARD_REFUND:
	case OP_DEPOSIT:
	case OP_DEPOSIT_BACK:
		make_money_beside(k, &op);
		break;
	case OP_CREDIT:
		op.part = (int)pick(k, 3);
		op.round = pick(k, 2) == 0;
		if (pick(k, 2))
			op.qty = pick(k, 2) ? 1000 : 1 + pick(k, 2000);
		else
			op.amount = 1 + pick(k, 20000);
		/* fall through */
	case OP_ISSUE_ALL:
	case OP_FINISH:
	case OP_SEND_BACK:
	case OP_REOPEN:
	case OP_HAND_OVER:
	case OP_REASSIGN:
	case OP_KINDS:
	default:
		if (op.kind == OP_REASSIGN)
			op.round = pick(k, 2) == 0;
		op.job = some_job(k);
		for (int tries = 0; tries < 16 && !model_allows(k->m, &op); tries++)
			op.job = some_job(k);
		break;
	}
	return op;
}

/* Operations that name nothing at all are left to other tests. */
static bool names_something(const struct op *op)
{
	switch (op->kind) {
	case OP_OPEN_STOCK:
	case OP_PURCHASE:
	case OP_RECEIVE:
	case OP_TAKE_PARTY:
	case OP_TILL_OPEN:
	case OP_TILL_CLOSE:
	case OP_SALE:
	case OP_TILL_IN:
	case OP_TILL_OUT:
	case OP_TILL_DROP:
	case OP_TOP_UP:
	case OP_CARD_REFUND:
	case OP_DEPOSIT:
	case OP_BUY_PAY:
	case OP_BUY_MONEY:
	case OP_STATEMENT:
	case OP_EXPENSE:
	case OP_INCOME:
	case OP_PETTY:
	case OP_ADVANCE:
	case OP_WRITE_OFF:
	case OP_QUICK:
		return true;
	case OP_COMBINE:
	case OP_CLAIM:
	case OP_INVOICE:
		return op->n_bills != 0;
	case OP_RECOVER:
	case OP_REVIEW:
	case OP_UNREVIEW:
	case OP_RED:
	case OP_INVOICE_TOP_UP:
	case OP_KEEP:
	case OP_SALE_RETURN:
	case OP_BUY_BACK:
	case OP_BUY_INVOICE:
	case OP_BUY_FREIGHT:
	case OP_REFUND:
	case OP_REVERSE:
	case OP_DEPOSIT_BACK:
		return op->document != 0;
	case OP_LABOUR:
	case OP_FEE:
	case OP_PART:
	case OP_ISSUE:
	case OP_ISSUE_ALL:
	case OP_RETURN:
	case OP_FINISH:
	case OP_SEND_BACK:
	case OP_SETTLE:
	case OP_REOPEN:
	case OP_TAKE_JOB:
	case OP_HAND_OVER:
	case OP_CREDIT:
	case OP_SUBLET:
	case OP_CARD_PAY:
	case OP_PAY_OUT:
	case OP_SUPPLEMENT:
	case OP_REASSIGN:
	case OP_KINDS:
	default:
		return op->job != 0;
	}
}

/* ---- comparing ---- */

static void same(const char *what, int64_t at, int64_t program, int64_t model)
{
	if (program != model)
		fail_msg("%s %d: the program has %lld, the model %lld", what, (int)at, (long long)program,
			 (long long)model);
}

static void accounts_agree(struct test_shop *s, const struct model *m)
{
	struct cur *c = db_open_text(
	    shop_reader(s->shop),
	    "SELECT a.kind, (SELECT coalesce(sum(amount), 0) FROM entry_line WHERE account_id = a.id) "
	    "FROM account a ORDER BY a.id",
	    NULL);

	while (cur_next(c))
		if (cur_int(c, 1) != model_account(m, cur_text(c, 0)))
			fail_msg("account %s: the program has %lld, the model %lld", cur_text(c, 0),
				 (long long)cur_int(c, 1), (long long)model_account(m, cur_text(c, 0)));
}

static void goods_agree(struct test_shop *s, const struct model *m)
{
	for (int i = 0; i < MODEL_PARTS; i++) {
		same("quantity of part", i,
		     ask(s,
			 "SELECT coalesce((SELECT v.qty FROM stock_value v JOIN part p ON p.id = v.id WHERE "
			 "p.code = 'P%d'), 0)",
			 i),
		     model_qty(m, i));
		same("value of part", i,
		     ask(s,
			 "SELECT coalesce((SELECT v.value FROM stock_value v JOIN part p ON p.id = v.id "
			 "WHERE p.code = 'P%d'), 0)",
			 i),
		     model_value(m, i));
	}
}

static int64_t balance(struct test_shop *s, const char *kind, int64_t party)
{
	return ask(
	    s,
	    "SELECT coalesce((SELECT b.amount FROM party_balance b JOIN account a ON a.id = b.account_id "
	    "WHERE a.kind = '%s' AND b.party_id = %lld), 0)",
	    kind, (long long)party);
}

static void parties_agree(struct test_shop *s, const struct model *m)
{
	for (int i = 0; i < 6; i++) {
		same("receivable of party", i, balance(s, "receivable", party_ids[i]),
		     model_receivable(m, i));
		same("advance of party", i, balance(s, "advance_received", party_ids[i]),
		     model_advance(m, i));
	}
	for (int i = 6; i < MODEL_PARTIES; i++) {
		same("payable of party", i, balance(s, "payable", party_ids[i]), model_payable(m, i));
		same("paid in advance to party", i, balance(s, "advance_paid", party_ids[i]),
		     model_paid_ahead(m, i));
		same("open debts of party", i,
		     ask(s, "SELECT coalesce(sum(amount), 0) FROM payable_open WHERE party_id = %lld",
			 (long long)party_ids[i]),
		     model_debts(m, i));
	}
	for (int i = 0; i < 6; i++)
		same("invoiced of party", i,
		     ask(s, "SELECT coalesce(sum(invoiced), 0) FROM bill_invoiced WHERE party_id = %lld",
			 (long long)party_ids[i]),
		     model_invoiced(m, i));
	/* the model has no bill of what was paid at the counter by one without terms */
	for (int i = 0; i < 6; i++)
		same("still to be invoiced of party", i,
		     ask(s,
			 "SELECT coalesce(sum(billed - invoiced), 0) FROM bill_invoiced WHERE party_id = "
			 "%lld AND (%d OR document_id NOT IN (SELECT id FROM sale))",
			 (long long)party_ids[i], i >= 3),
		     model_to_invoice(m, i));
	same("numbers of invoices", 0, ask(s, "SELECT next - first FROM invoice_range"), model_numbers(m));
	same("open bills", 0, ask(s, "SELECT coalesce(sum(amount), 0) FROM bill_open"), model_open_bills(m));
}

static void jobs_agree(struct test_shop *s, const struct model *m)
{
	for (size_t i = 0; i < model_jobs(m); i++) {
		int64_t id = model_job(m, i);

		assert_string_equal(ask_text(s, "SELECT state FROM job WHERE id = %lld", (long long)id),
				    model_state(m, id));
		same("total of job", id, ask(s, "SELECT total FROM job WHERE id = %lld", (long long)id),
		     model_total(m, id));
		same("work in progress of job", id,
		     ask(s,
			 "SELECT coalesce(sum(amount), 0) FROM entry_line WHERE account_id = 8 AND job_id = "
			 "%lld",
			 (long long)id),
		     model_wip(m, id));
		same("collected for others of job", id,
		     ask(s,
			 "SELECT coalesce(sum(l.amount), 0) FROM entry_line l JOIN account a ON a.id = "
			 "l.account_id "
			 "WHERE a.kind = 'collected_for_others' AND l.job_id = %lld",
			 (long long)id),
		     model_collected(m, id));
	}
}

static void cards_agree(struct test_shop *s, const struct model *m)
{
	static const char *const last =
	    "SELECT coalesce((SELECT m.%s FROM card_move m JOIN card c ON c.id = m.card_id "
	    "WHERE c.number = '1380000000%d' ORDER BY m.id DESC LIMIT 1), 0)";
	char select[256];

	for (int i = 0; i < 6; i++) {
		snprintf(select, sizeof(select), last, "after_principal", i);
		same("principal of card", i, ask(s, "%s", select), model_principal(m, i));
		snprintf(select, sizeof(select), last, "after_gift", i);
		same("gift of card", i, ask(s, "%s", select), model_gift(m, i));
		same("invoiced of card", i,
		     ask(s, "SELECT invoiced FROM card_invoiced WHERE number = '1380000000%d'", i),
		     model_on_invoice(m, i));
	}
}

static void books_agree(struct test_shop *s, const struct model *m)
{
	cards_agree(s, m);
	accounts_agree(s, m);
	goods_agree(s, m);
	parties_agree(s, m);
	jobs_agree(s, m);
}

/* ---- the tests ---- */

static unsigned seed_of(unsigned otherwise)
{
	const char *given = getenv("WORKBAY_SEED");

	return given ? (unsigned)strtoul(given, NULL, 10) : otherwise;
}

static struct model *model_for_shop(void)
{
	return model_new(prices, 1300, ROUND_TO, limits);
}

static void agrees(const struct op *op, bool allowed, const struct test_shop *s, unsigned seed, int n)
{
	if (allowed == op->ok)
		return;
	fail_msg("seed %u, operation %d of kind %d (job %d, document %d): the model says %s, the program %s: "
		 "[%s] %s",
		 seed, n, (int)op->kind, (int)op->job, (int)op->document, allowed ? "yes" : "no",
		 op->ok ? "yes" : "no", s->err.field, s->err.text);
}

/* What stood open of all customers and all suppliers when a day ended. */
struct stood {
	int64_t day, owed_us, we_owe;
};

#define DAYS_MOST 400

static void day_ends(struct test_shop *s, struct stood *at)
{
	*at = (struct stood){ s->now / 86400, ask(s, "SELECT coalesce(sum(amount), 0) FROM bill_open"),
			      ask(s, "SELECT coalesce(sum(amount), 0) FROM payable_open") };
}

static void stood(struct test_shop *s, const char *report, const char *column, int64_t day, int64_t want)
{
	int64_t got =
	    report_sum(s, report, column, arena_printf(s->arena, "day=%s", date_text(s->arena, day)));

	if (got != want)
		fail_msg("%s on %s: %lld, but %lld stood open then", report, date_text(s->arena, day),
			 (long long)got, (long long)want);
}

/* What the reports say of past days is what was seen when they ended. */
static void past_days_agree(struct test_shop *s, const struct stood *at, size_t n)
{
	assert_true(n > 5);
	for (size_t i = 0; i < n; i++) {
		stood(s, "bill_ageing", "open", at[i].day, at[i].owed_us);
		stood(s, "receivable_ageing", "total", at[i].day, at[i].owed_us);
		stood(s, "payables_by_document", "open", at[i].day, at[i].we_owe);
		stood(s, "payable_ageing", "total", at[i].day, at[i].we_owe);
	}
}

static void random_documents(unsigned seed, int operations)
{
	struct stood past[DAYS_MOST];
	size_t n_past = 0;
	struct test_shop *s = test_shop_new();
	struct maker k = { .m = model_for_shop(), .random = seed };
	int done[OP_KINDS] = { 0 };

	set_up(s);
	for (int n = 0; n < operations; n++) {
		struct op op = make(&k);
		bool allowed;

		if (!names_something(&op))
			continue;
		if (pick(&k, 40) == 0) {
			if (n_past < DAYS_MOST)
				day_ends(s, &past[n_past++]);
			wait_days(s, 1);
		}
		op.today = s->now / 86400;
		allowed = model_allows(k.m, &op);
		perform(s, &op);
		agrees(&op, allowed, s, seed, n);
		if (!op.ok)
			continue;
		done[op.kind]++;
		model_book(k.m, &op);
		if (op.kind == OP_STATEMENT)
			same("closing balance of party", op.party,
			     ask(s, "SELECT closing FROM statement WHERE id = %lld", (long long)op.id),
			     model_closing(k.m, op.party));
		if (n % 40 == 0)
			books_agree(s, k.m);
	}
	books_agree(s, k.m);
	reports_tie(s);
	reports_agree(s, k.m);
	past_days_agree(s, past, n_past);
	printf("%d numbers are what their rows make\n", numbers_explained(s));
	checks_silent(s);
	for (int i = 0; i < OP_KINDS && seed == SEED; i++)
		if (done[i] == 0)
			fail_msg("seed %u: no operation of kind %d was booked", seed, i);
	model_free(k.m);
	test_shop_free(s);
}

static void random_documents_agree_with_the_model(void **state)
{
	unsigned seed = seed_of(SEED);
	int rounds = getenv("WORKBAY_TORTURE") ? 200 : 1;

	(void)state;
	for (int i = 0; i < rounds; i++)
		random_documents(seed + (unsigned)i, getenv("WORKBAY_TORTURE") ? 2000 : 1500);
}

/* One operation, as both see it; 0 where both refuse it. */
static int64_t both(struct test_shop *s, struct model *m, struct op op)
{
	static int n;
	bool allowed;

	snprintf(op.request, sizeof(op.request), "B%d", ++n);
	op.payer = -1;
	op.today = s->now / 86400;
	allowed = model_allows(m, &op);
	perform(s, &op);
	agrees(&op, allowed, s, 0, n);
	if (op.ok)
		model_book(m, &op);
	books_agree(s, m);
	return op.id;
}

static void invoiced_value_stands_once_through_reopening_and_red_letters(void **state)
{
	struct test_shop *s = test_shop_new();
	struct model *m = model_for_shop();
	int64_t job, top_up, invoice, red;

	(void)state;
	set_up(s);
	top_up = both(s, m, (struct op){ .kind = OP_TOP_UP, .party = 3, .method = M_BANK, .amount = 50000 });
	both(s, m, (struct op){ .kind = OP_TOP_UP, .party = 3, .method = M_BANK, .amount = 90000 });
	invoice = both(s, m, (struct op){ .kind = OP_INVOICE_TOP_UP, .document = top_up });
	red = both(s, m, (struct op){ .kind = OP_RED, .document = invoice });
	both(s, m, (struct op){ .kind = OP_INVOICE_TOP_UP, .document = top_up });
	assert_int_equal(both(s, m, (struct op){ .kind = OP_REVERSE, .document = red }), 0);
	job = both(s, m, (struct op){ .kind = OP_RECEIVE, .party = 3, .qty = 12345 });
	both(s, m, (struct op){ .kind = OP_LABOUR, .job = job, .amount = 40000 });
	both(s, m, (struct op){ .kind = OP_FINISH, .job = job });
	both(s, m, (struct op){ .kind = OP_SETTLE, .job = job, .surcharge = SURCHARGE_ORDINARY });
	both(s, m, (struct op){ .kind = OP_CARD_PAY, .job = job, .amount = 30000 });
	both(s, m, (struct op){ .kind = OP_REOPEN, .job = job });
	both(s, m, (struct op){ .kind = OP_SETTLE, .job = job, .surcharge = SURCHARGE_SPECIAL });
	assert_int_equal(model_to_invoice(m, 3), 43200 - 30000);
	checks_silent(s);
	model_free(m);
	test_shop_free(s);
}

/* ---- several processes ---- */

#define CLERKS 4
#define ROUNDS 2

/* Works on its own jobs, with the stock, the bills and the till of all, each round on a new day; tells what was booked. */
static void clerk_works(const char *dir, int clerk, int round, unsigned seed, int operations, int report)
{
	struct test_shop *s = test_shop_at(dir);
	struct maker k = { .m = model_for_shop(),
			   .random = seed + (unsigned)(clerk * 7919 + round * 104729),
			   .clerk = clerk,
			   .made = round * 2000 }; /* plates and request ids of its own */

	if (!s)
		_exit(3);
	wait_days(s, round);
	for (int n = 0; n < operations; n++) {
		struct op op = make(&k);

		if (!names_something(&op))
			continue;
		perform(s, &op);
		if (!op.ok &&
		    (s->err.code == ERR_FAULT || s->err.code == ERR_IO || s->err.code == ERR_BUSY)) {
			fprintf(stderr, "clerk %d: %s\n", clerk, s->err.text);
			_exit(1);
		}
		if (!op.ok)
			continue;
		/* goods that others brought are not in this clerk's model: he books what he can follow */
		if (model_allows(k.m, &op))
			model_book(k.m, &op);
		else if (op.kind == OP_RECEIVE)
			model_book(k.m, &op);
		if (write(report, &op, sizeof(op)) != sizeof(op))
			_exit(2);
	}
	_exit(0);
}

struct told {
	struct op op;
	int64_t seq;
};

static int by_seq(const void *a, const void *b)
{
	const struct told *x = a, *y = b;

	return (x->seq > y->seq) - (x->seq < y->seq);
}

static size_t all_told(int fd, struct told *ret, size_t most)
{
	size_t n = 0;

	while (n < most && read(fd, &ret[n].op, sizeof(ret[n].op)) == sizeof(ret[n].op))
		n++;
	return n;
}

/* All clerks at once on one file; what they have booked is put in its order. Returns how much it was. */
static size_t clerks_work(const char *dir, int round, unsigned seed, int operations, struct told *told)
{
	int report[2], status;
	size_t n;

	assert_int_equal(pipe(report), 0);
	fflush(stdout);
	for (int i = 0; i < CLERKS; i++) {
		if (fork() != 0)
			continue;
		close(report[0]);
		clerk_works(dir, i + 1, round, seed, operations, report[1]);
	}
	close(report[1]);
	n = all_told(report[0], told, (size_t)operations * CLERKS);
	close(report[0]);
	for (int i = 0; i < CLERKS; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	return n;
}

static void round_agrees(struct test_shop *s, struct model *m, unsigned seed, struct told *told, size_t n)
{
	for (size_t i = 0; i < n; i++)
		told[i].seq = ask(s, "SELECT seq FROM journal WHERE request = '%s'", told[i].op.request);
	qsort(told, n, sizeof(*told), by_seq);
	for (size_t i = 0; i < n; i++) {
		if (!model_allows(m, &told[i].op))
			fail_msg("seed %u: %s (kind %d) was booked, the model refuses it", seed,
				 told[i].op.request, (int)told[i].op.kind);
		model_book(m, &told[i].op);
	}
	books_agree(s, m);
	reports_agree(s, m);
	checks_silent(s);
}

static void clerks_at_once(unsigned seed, int operations)
{
	struct test_shop *s = test_shop_new(), *after;
	struct told *told = calloc((size_t)operations * CLERKS, sizeof(*told));
	struct model *m = model_for_shop();
	struct err e = { 0 };
	size_t all = 0, n;

	assert_non_null(told);
	set_up(s);
	assert_true(shop_checkpoint(s->shop, &e));
	for (int round = 0; round < ROUNDS; round++) {
		n = clerks_work(s->dir, round, seed, operations, told);
		after = test_shop_at(s->dir);
		wait_days(after, round);
		round_agrees(after, m, seed, told, n);
		test_shop_free(after);
		all += n;
	}
	printf("%zu documents of %d clerks\n", all, CLERKS);
	model_free(m);
	free(told);
	test_shop_free(s);
}

static void documents_of_several_processes_agree_with_the_model(void **state)
{
	unsigned seed = seed_of(20261126);
	int rounds = getenv("WORKBAY_TORTURE") ? 50 : 1;

	(void)state;
	for (int i = 0; i < rounds; i++)
		clerks_at_once(seed + (unsigned)i, getenv("WORKBAY_TORTURE") ? 600 : 120);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_documents_agree_with_the_model),
		cmocka_unit_test(invoiced_value_stands_once_through_reopening_and_red_letters),
		cmocka_unit_test(documents_of_several_processes_agree_with_the_model),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
