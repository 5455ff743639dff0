/* clerk.c - the shop that operations are made up for, and the clerk who does them. */
#include "tests/domain/clerk_priv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROUND_TO 100

static const int64_t prices[MODEL_PARTS] = { 6000, 8850, 30000, 1999, 128000, 333 };
static const int64_t limits[MODEL_PARTIES] = { [3] = 0, [4] = 500000, [5] = 60000 };
static const char *const method_names[M_ALL] = { "cash",   "wechat",  "alipay",   "card", "bank",
						 "member", "advance", "discount", "petty" };
static int64_t party_ids[MODEL_PARTIES];

/* ---- the shop ---- */

static void set_up_goods(struct test_shop *s)
{
	char code[8], price[32];

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
}

/* The last customers have terms, and of the suppliers the last one. */
static int64_t party_new(struct test_shop *s, int i)
{
	char price[32], phone[16], name[32];

	snprintf(name, sizeof(name), "王%d", i);
	snprintf(phone, sizeof(phone), "1380000000%d", i);
	snprintf(price, sizeof(price), "%d", (int)(limits[i] / 100));
	if (i >= 6)
		return run(s, "supplier.add", "name", name, "phone", phone,
			   i == MODEL_SUPPLIER_TERMS ? "terms" : NULL, "20", NULL)
		    ->id;
	run(s, "customer.add", "name", name, "phone", phone, i < 3 ? NULL : "terms", "30",
	    limits[i] ? "limit" : NULL, price, NULL);
	return s->answer.id;
}

static void set_up_parties(struct test_shop *s)
{
	char phone[16], name[32];

	for (int i = 0; i < MODEL_PARTIES; i++) {
		party_ids[i] = party_new(s, i);
		snprintf(name, sizeof(name), "王%d", i);
		snprintf(phone, sizeof(phone), "1380000000%d", i);
		if (i < 6)
			run(s, "card.issue", "customer", name, "number", phone, NULL);
	}
}

void clerk_shop(struct test_shop *s)
{
	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	run(s, "setting.set", "name", "settle.round_to", "value", "1", NULL);
	run(s, "setting.set", "name", "tax.surcharge_ordinary", "value", "3.25%", NULL);
	run(s, "setting.set", "name", "tax.surcharge_special", "value", "8%", NULL);
	set_up_goods(s);
	set_up_parties(s);
	hire(s, "ma", "manager"); /* who reviews, and gives debts up */
	run(s, "invoice.range", "type", "ordinary", "code", "AB", "first", "00000001", "last", "00090000",
	    NULL);
}

struct model *clerk_model(void)
{
	return model_new(prices, 1300, ROUND_TO, limits);
}

int64_t clerk_party(int party)
{
	return party_ids[party];
}

/* ---- inputs ---- */

void add(struct pairs *p, const char *name, const char *value)
{
	p->v[p->n++] = name;
	p->v[p->n++] = value;
}

void add_id(struct pairs *p, const char *name, int64_t id)
{
	add(p, name, arena_printf(p->a, "#%lld", (long long)id));
}

void add_money(struct pairs *p, const char *name, int64_t fen)
{
	add(p, name, arena_printf(p->a, "%lld.%02d", (long long)(fen / 100), (int)(fen % 100)));
}

void add_qty(struct pairs *p, const char *name, int64_t qty)
{
	add(p, name, arena_printf(p->a, "%lld.%03d", (long long)(qty / 1000), (int)(qty % 1000)));
}

void add_method(struct pairs *p, int method)
{
	add(p, "method", method_names[method]);
}

void add_party(struct pairs *p, const char *name, int party)
{
	add_id(p, name, party_ids[party]);
}

void add_goods(struct pairs *p, const struct op *op, bool cost)
{
	for (int i = 0; i < op->n_lines; i++) {
		add(p, arena_printf(p->a, "lines.%d.part", i), arena_printf(p->a, "P%d", op->line[i].part));
		add_qty(p, arena_printf(p->a, "lines.%d.qty", i), op->line[i].qty);
		if (cost)
			add_money(p, arena_printf(p->a, "lines.%d.cost", i), op->line[i].cost);
	}
}

/* The last part is kept by batch. */
void add_batches(struct pairs *p, const struct op *op)
{
	for (int i = 0; i < op->n_lines; i++)
		if (op->line[i].part == MODEL_PARTS - 1)
			add(p, arena_printf(p->a, "lines.%d.batch", i),
			    arena_printf(p->a, "B%d", (int)(op->line[i].qty % 3)));
}

void add_settlement(struct pairs *p, const struct op *op)
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
		add_party(p, arena_printf(p->a, "payers.%d.party", i), op->payers[i].party);
		if (!op->rest || i < op->n_payers - 1)
			add_money(p, arena_printf(p->a, "payers.%d.amount", i), op->payers[i].amount);
	}
}

/* ---- picking ---- */

int64_t pick(struct clerk *k, int64_t n)
{
	return n > 0 ? (int64_t)((unsigned)rand_r(&k->random) % (unsigned)n) : 0;
}

int64_t some_job(struct clerk *k)
{
	size_t n = model_jobs(k->m), last = n > 8 ? n - 8 : 0;

	if (n == 0)
		return 0;
	return model_job(k->m, pick(k, 5) ? last + (size_t)pick(k, (int64_t)(n - last))
					  : (size_t)pick(k, (int64_t)n));
}

int64_t some_document(struct clerk *k)
{
	size_t n = model_documents(k->m);

	return n ? model_document(k->m, (size_t)pick(k, (int64_t)n)) : 0;
}

int some_method(struct clerk *k)
{
	return (int)pick(k, MODEL_METHODS);
}

void make_on_job(struct clerk *k, struct op *op)
{
	op->job = some_job(k);
	for (int tries = 0; tries < 16 && !model_allows(k->m, op); tries++)
		op->job = some_job(k);
}

void make_goods(struct clerk *k, struct op *op, int most)
{
	op->n_lines = 1 + (int)pick(k, most);
	for (int i = 0; i < op->n_lines; i++) {
		op->line[i].part = (int)pick(k, MODEL_PARTS);
		op->line[i].qty = pick(k, 4) ? 1000 * (1 + pick(k, 9)) : 1 + pick(k, 7777);
		op->line[i].cost = pick(k, 12) ? 1 + pick(k, 9999) : 0;
	}
}

/* Most are paid exactly; some in two ways, some not at all. */
void pay_at_once(struct clerk *k, struct op *op, int64_t total)
{
	if (total <= 0 || pick(k, 4) == 0)
		return;
	op->n_pay = total > 1 ? 1 + (int)pick(k, 2) : 1;
	op->pay[0].method = some_method(k);
	op->pay[0].amount = op->n_pay == 1 ? total : 1 + pick(k, total - 1);
	op->pay[1].method = (op->pay[0].method + 1) % MODEL_METHODS;
	op->pay[1].amount = total - op->pay[0].amount + (pick(k, 8) ? 0 : 1);
}

/* ---- all of them ---- */

static const struct way *const ways[OP_KINDS] = {
	[OP_OPEN_STOCK] = &way_open_stock,
	[OP_PURCHASE] = &way_purchase,
	[OP_RECEIVE] = &way_receive,
	[OP_LABOUR] = &way_labour,
	[OP_FEE] = &way_fee,
	[OP_PART] = &way_part,
	[OP_ISSUE] = &way_issue,
	[OP_ISSUE_ALL] = &way_issue_all,
	[OP_RETURN] = &way_return,
	[OP_FINISH] = &way_finish,
	[OP_SEND_BACK] = &way_send_back,
	[OP_SETTLE] = &way_settle,
	[OP_REOPEN] = &way_reopen,
	[OP_TAKE_JOB] = &way_take_job,
	[OP_TAKE_PARTY] = &way_take_party,
	[OP_REFUND] = &way_refund,
	[OP_REVERSE] = &way_reverse,
	[OP_TILL_OPEN] = &way_till_open,
	[OP_TILL_CLOSE] = &way_till_close,
	[OP_HAND_OVER] = &way_hand_over,
	[OP_CREDIT] = &way_credit,
	[OP_SUBLET] = &way_sublet,
	[OP_SALE] = &way_sale,
	[OP_SALE_RETURN] = &way_sale_return,
	[OP_TILL_IN] = &way_till_in,
	[OP_TILL_OUT] = &way_till_out,
	[OP_TILL_DROP] = &way_till_drop,
	[OP_TOP_UP] = &way_top_up,
	[OP_CARD_PAY] = &way_card_pay,
	[OP_CARD_REFUND] = &way_card_refund,
	[OP_DEPOSIT] = &way_deposit,
	[OP_DEPOSIT_BACK] = &way_deposit_back,
	[OP_BUY_BACK] = &way_buy_back,
	[OP_BUY_INVOICE] = &way_buy_invoice,
	[OP_BUY_FREIGHT] = &way_buy_freight,
	[OP_BUY_PAY] = &way_buy_pay,
	[OP_BUY_MONEY] = &way_buy_money,
	[OP_COMBINE] = &way_combine,
	[OP_CLAIM] = &way_claim,
	[OP_WRITE_OFF] = &way_write_off,
	[OP_RECOVER] = &way_recover,
	[OP_STATEMENT] = &way_statement,
	[OP_REVIEW] = &way_review,
	[OP_UNREVIEW] = &way_unreview,
	[OP_INVOICE] = &way_invoice,
	[OP_RED] = &way_red,
	[OP_INVOICE_TOP_UP] = &way_invoice_top_up,
	[OP_EXPENSE] = &way_expense,
	[OP_INCOME] = &way_income,
	[OP_PETTY] = &way_petty,
	[OP_ADVANCE] = &way_advance,
	[OP_KEEP] = &way_keep,
	[OP_QUICK] = &way_quick,
	[OP_PAY_OUT] = &way_pay_out,
	[OP_SUPPLEMENT] = &way_supplement,
	[OP_REASSIGN] = &way_reassign,
};

static enum op_kind some_kind(struct clerk *k)
{
	int64_t sum = 0, at;

	for (int i = 0; i < OP_KINDS; i++)
		sum += ways[i]->often;
	at = pick(k, sum);
	for (int i = 0; i < OP_KINDS; i++) {
		at -= ways[i]->often;
		if (at < 0)
			return (enum op_kind)i;
	}
	return OP_RECEIVE;
}

struct op clerk_makes(struct clerk *k)
{
	struct op op = { .kind = some_kind(k), .payer = -1 };

	k->made++;
	snprintf(op.request, sizeof(op.request), "R%d-%d", k->number, k->made);
	ways[op.kind]->make(k, &op);
	return op;
}

bool clerk_names_something(const struct op *op)
{
	switch (ways[op->kind]->names) {
	case NAMES_JOB:
		return op->job != 0;
	case NAMES_DOCUMENT:
		return op->document != 0;
	case NAMES_BILLS:
		return op->n_bills != 0;
	case NAMES_NOTHING:
	default:
		return true;
	}
}

static void say(struct test_shop *s, struct pairs *p, const struct op *op)
{
	const struct way *w = ways[op->kind];

	if (op->job)
		add_id(p, "job", op->job);
	if (op->document)
		add_id(p, w->document ? w->document : "document", op->document);
	if (w->say)
		w->say(s, p, op);
	if (w->reason)
		add(p, "reason", "test");
}

static bool gives_debts_up(const struct op *op)
{
	return (op->kind == OP_CLAIM || op->kind == OP_WRITE_OFF) && op->part == GIVEN_BAD_DEBT;
}

/* The ids of what was made. */
static void note_answer(const struct test_shop *s, struct op *op)
{
	bool receives = op->kind == OP_RECEIVE || op->kind == OP_QUICK;

	op->id = op->ok ? (receives ? s->answer.id : s->answer.document) : 0;
	op->settled_id = op->kind == OP_QUICK ? s->answer.document : 0;
	op->paid_id = (op->settled_id ? op->settled_id : op->id) + 1; /* in the same transaction */
}

void clerk_does(struct test_shop *s, struct op *op)
{
	const struct way *w = ways[op->kind];
	struct pairs p = { .a = arena_new() };

	op->today = s->now / 86400;
	say(s, &p, op);
	if (w->by_another)
		acts(s, "ma");
	if (gives_debts_up(op))
		session_approver(s->session, ask(s, "SELECT id FROM user WHERE name = 'ma'"));
	s->next.request = op->request;
	op->ok = attempt(s, w->command, p.v);
	session_approver(s->session, 0);
	if (w->by_another)
		acts(s, "boss");
	note_answer(s, op);
	arena_free(p.a);
}
