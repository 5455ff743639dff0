/* bench_list.c - the posting commands that are measured, each with what is made ready for it. */
#include "tests/bench/bench_list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

static void once(struct test_shop *s, const char *command, const char *inputs, int i)
{
	struct arena *a = arena_new();

	if (!attempt(s, command, bench_pairs(a, inputs, i)))
		die("%s %s: %s", command, inputs, s->err.text);
	arena_free(a);
}

static void each(struct test_shop *s, int n, const char *command, const char *inputs)
{
	for (int i = 0; i < n; i++)
		once(s, command, inputs, i);
}

/* ---- inputs used twice ---- */

#define CAR     "plate={plate}|odometer=52000|complaint=刹车响"
#define NEW_CAR CAR "|name=王小明|phone={phone}|model=朗逸"
#define FIVE_PARTS                                                                                           \
	"lines.0.part=P00|lines.0.qty=1|lines.1.part=P03|lines.1.qty=4.5|lines.2.part=P07|lines.2.qty=2|"    \
	"lines.3.part=P11|lines.3.qty=1|lines.4.part=P19|lines.4.qty=1"
#define THREE_PARTS                                                                                          \
	"lines.0.part=P01|lines.0.qty=1|lines.1.part=P02|lines.1.qty=2|lines.2.part=P03|lines.2.qty=0.5"
#define TWO_PARTS "lines.0.part=P01|lines.0.qty=1|lines.1.part=P02|lines.1.qty=2"
#define BOUGHT                                                                                               \
	"supplier=武汉汽配|original_no=X{i}|lines.0.part=P01|lines.0.qty=10|lines.0.cost=30.10|"         \
	"lines.1.part=P02|lines.1.qty=20|lines.1.cost=29.90"
#define SOLD    FIVE_PARTS "|pay.0.method=cash|pay.0.amount=840.75"
#define SETTLED "job=#{n}|discount=3.75|pay.0.method=cash|pay.0.amount=980"

/* ---- what is made ready ---- */

static void people(struct test_shop *s, int n)
{
	each(s, n, "customer.add", "name=单位{n}|phone={phone}");
}

static void goods(struct test_shop *s)
{
	char code[8];

	for (int i = 0; i < 20; i++) {
		snprintf(code, sizeof(code), "P%02d", i);
		run(s, "part.add", "code", code, "name", "刹车片 博世", "price", "88.50", NULL);
		run(s, "stock.open", "part", code, "qty", "90000", "cost", "31.27", NULL);
	}
}

static void till(struct test_shop *s)
{
	run(s, "till.open", "till", "T1", "float", "90000", NULL);
}

static void cars(struct test_shop *s, int n)
{
	each(s, n, "job.receive", NEW_CAR);
}

static void goods_and_cars(struct test_shop *s, int n)
{
	goods(s);
	cars(s, n);
}

static void till_and_cars(struct test_shop *s, int n)
{
	till(s);
	cars(s, n);
}

static void till_and_goods(struct test_shop *s, int n)
{
	(void)n;
	till(s);
	goods(s);
}

static void issued_cars(struct test_shop *s, int n)
{
	goods_and_cars(s, n);
	each(s, n, "stock.issue", "job=#{n}|picker=boss|" FIVE_PARTS);
}

/* Five lines each, issued and finished. */
static void finished_cars(struct test_shop *s, int n)
{
	till_and_cars(s, n);
	goods(s);
	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	for (int i = 0; i < n; i++) {
		once(s, "job.labour", "job=#{n}|text=更换刹车片|price=200", i);
		once(s, "job.labour", "job=#{n}|text=小保养|price=120", i);
		once(s, "stock.issue",
		     "job=#{n}|picker=boss|lines.0.part=P00|lines.0.qty=1|lines.1.part=P03|lines.1.qty=4.5|"
		     "lines.2.part=P07|lines.2.qty=2",
		     i);
		once(s, "job.finish", "job=#{n}", i);
	}
}

/* Settled on account. */
static void settled_cars(struct test_shop *s, int n)
{
	finished_cars(s, n);
	each(s, n, "job.settle", "job=#{n}");
}

static void paid_cars(struct test_shop *s, int n)
{
	finished_cars(s, n);
	each(s, n, "job.settle", SETTLED);
}

static void written_off_bills(struct test_shop *s, int n)
{
	settled_cars(s, n);
	hire(s, "ma", "manager");
	session_approver(s->session, ask(s, "SELECT max(id) FROM user"));
	each(s, n, "bill.write_off", "party={phone}|how=bad_debt|amount=5|reason=关门");
	session_approver(s->session, 0);
}

/* Each with work that an insurer pays. */
static void insured_cars(struct test_shop *s, int n)
{
	till_and_cars(s, n);
	run(s, "insurer.add", "name", "平安保险", NULL);
	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	for (int i = 0; i < n; i++) {
		once(s, "job.labour", "job=#{n}|text=钣金|price=1000|payer=平安保险", i);
		once(s, "job.finish", "job=#{n}", i);
		once(s, "job.settle", "job=#{n}", i);
	}
}

static void known_cars(struct test_shop *s, int n)
{
	for (int i = 0; i < n; i++) {
		once(s, "customer.add", "name=王小明|phone={phone}", i);
		once(s, "vehicle.add", "plate={plate}|customer={phone}|model=朗逸", i);
	}
}

static void till_cars_and_goods(struct test_shop *s, int n)
{
	known_cars(s, n);
	till_and_goods(s, n);
}

static void supplier_and_goods(struct test_shop *s, int n)
{
	(void)n;
	goods(s);
	run(s, "supplier.add", "name", "武汉汽配", "phone", "02788888888", NULL);
}

static void supplier_cars_and_goods(struct test_shop *s, int n)
{
	supplier_and_goods(s, n);
	cars(s, n);
}

/* Goods received before their invoice, one receipt each. */
static void receipts(struct test_shop *s, int n)
{
	supplier_and_goods(s, n);
	each(s, n, "purchase.receive", BOUGHT "|cost_is=estimated");
}

static void paid_ahead(struct test_shop *s, int n)
{
	supplier_and_goods(s, n);
	run(s, "purchase.pay", "supplier", "武汉汽配", "amount", "100000", "method", "bank", "ahead", "yes",
	    NULL);
}

static void sales(struct test_shop *s, int n)
{
	till_and_goods(s, n);
	each(s, n, "sale.post", SOLD);
}

/* Parts with a deposit on the old core, which comes back. */
static void cores(struct test_shop *s, int n)
{
	till(s);
	people(s, n);
	run(s, "supplier.add", "name", "武汉再制造", NULL);
	run(s, "part.add", "code", "ALT", "name", "发电机", "price", "600", "core_price", "150", NULL);
	run(s, "stock.open", "part", "ALT", "qty", "90000", "cost", "400", NULL);
	each(s, n, "sale.post",
	     "customer={phone}|lines.0.part=ALT|lines.0.qty=1|pay.0.method=cash|pay.0.amount=750");
}

static void cores_in_the_bin(struct test_shop *s, int n)
{
	cores(s, n);
	each(s, n, "core.back", "customer={phone}|part=ALT");
}

static void cores_sent(struct test_shop *s, int n)
{
	cores_in_the_bin(s, n);
	each(s, n, "core.send", "supplier=武汉再制造|lines.0.part=ALT|lines.0.qty=1|lines.0.credit=100");
}

static void card_and_till(struct test_shop *s, int n)
{
	(void)n;
	till(s);
	run(s, "customer.add", "name", "王强", "phone", "13900139000", NULL);
	run(s, "card.issue", "customer", "王强", "number", "M1", NULL);
}

static void filled_card(struct test_shop *s, int n)
{
	card_and_till(s, n);
	run(s, "card.top_up", "card", "M1", "amount", "50000", "method", "bank", NULL);
}

static void advances(struct test_shop *s, int n)
{
	till_and_cars(s, n);
	each(s, n, "payment.take", "job=#{n}|method=cash|amount=100");
}

static void earnest_money(struct test_shop *s, int n)
{
	till_and_cars(s, n);
	each(s, n, "payment.take", "job=#{n}|method=cash|amount=100|forfeitable=yes");
}

static void deposits(struct test_shop *s, int n)
{
	card_and_till(s, n);
	each(s, n, "deposit.take", "party=王强|kind=KEY|thing=钥匙 {n}|amount=50|method=cash");
}

/* What was paid by a wallet, and its statement. */
static void wallet(struct test_shop *s, int n)
{
	till_and_cars(s, n);
	each(s, n, "payment.take", "job=#{n}|method=wechat|amount=100|reference=W{n}");
}

static void wallet_line(struct test_shop *s, int i)
{
	once(s, "channel.line", "method=wechat|day=today|reference=W{n}|amount=100|fee=0.60", i);
}

static void collected(struct test_shop *s, int n)
{
	till_and_cars(s, n);
	each(s, n, "job.fee", "job=#{n}|text=年检费|price=60|pass_through=yes");
	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	for (int i = 0; i < n; i++) {
		once(s, "job.finish", "job=#{n}", i);
		once(s, "job.settle", "job=#{n}|pay.0.method=cash|pay.0.amount=60", i);
	}
}

static void goods_and_van(struct test_shop *s, int n)
{
	(void)n;
	goods(s);
	run(s, "warehouse.add", "code", "VAN", "name", "流动车", NULL);
}

/* Goods of a supplier, enough for all. */
static void lying(struct test_shop *s, int n)
{
	goods_and_van(s, n);
	run(s, "supplier.add", "name", "武汉电瓶", NULL);
	for (int i = 0; i < 4; i++)
		run(s, "consign.receive", "supplier", "武汉电瓶", "lines.0.part",
		    (const char *[]){ "P00", "P01", "P02", "P03" }[i], "lines.0.qty", "90000", "lines.0.cost",
		    "30", NULL);
}

static void on_the_way(struct test_shop *s, int n)
{
	goods_and_van(s, n);
	each(s, n, "transfer.send", "from=MAIN|to=VAN|" TWO_PARTS);
}

static void opened_stocktakes(struct test_shop *s, int n)
{
	goods(s);
	run(s, "setting.set", "name", "stock.count_tolerance", "value", "100000", NULL);
	for (int i = 0; i < n; i++) {
		once(s, "stocktake.open", "scope=all", i);
		once(s, "stocktake.count", "stocktake=#{n}|part=P01|counted=89999.999", i);
	}
}

static void invoice_numbers(struct test_shop *s, int n)
{
	settled_cars(s, n);
	run(s, "invoice.range", "type", "ordinary", "code", "AB", "first", "00000001", "last", "00009999",
	    NULL);
}

static void invoice_numbers_and_card(struct test_shop *s, int n)
{
	card_and_till(s, n);
	each(s, n, "card.top_up", "card=M1|amount=1000|method=bank");
	run(s, "invoice.range", "type", "ordinary", "code", "AB", "first", "00000001", "last", "00009999",
	    NULL);
}

static void invoices(struct test_shop *s, int n)
{
	invoice_numbers(s, n);
	each(s, n, "invoice.issue", "bill=ST-261121-{4}|type=ordinary|title=王小明");
}

static void open_till(struct test_shop *s, int i)
{
	once(s, "till.open", "till=T1|float=200", i);
}

static void close_till(struct test_shop *s, int i)
{
	if (i > 0)
		once(s, "till.close", "till=T1|counted=200", i);
}

static void next_day(struct test_shop *s, int i)
{
	(void)i;
	wait_days(s, 1);
}

#define LIMIT  150
#define SETTLE 140 /* the one that a person waits for most */

const struct bench bench_list[] = {
	{ "job.receive", LIMIT, known_cars, NULL, CAR, NULL },
	{ "stock.issue", LIMIT, goods_and_cars, NULL, "job=#{n}|picker=boss|" FIVE_PARTS, NULL },
	{ "job.settle", SETTLE, finished_cars, NULL, SETTLED, NULL },
	{ "payment.take", LIMIT, till_and_cars, NULL, "job=#{n}|method=cash|amount=100", NULL },
	{ "card.top_up", LIMIT, card_and_till, NULL, "card=M1|amount=1000|gift=100|method=cash", NULL },
	{ "till.pay_out", LIMIT, card_and_till, NULL, "till=T1|reason=EXPENSE|amount=0.50", NULL },
	{ "purchase.receive", LIMIT, supplier_and_goods, NULL,
	  BOUGHT "|lines.2.part=P03|lines.2.qty=5|lines.2.cost=31", NULL },
	{ "purchase.pay", LIMIT, supplier_and_goods, NULL,
	  "supplier=武汉汽配|amount={n}|method=bank|ahead=yes", NULL },
	{ "purchase.return", LIMIT, receipts, NULL,
	  "receipt=PU-261121-{4}|reason=型号不符|lines.0.part=P01|lines.0.qty=2|lines.1.part=P02|lines.1.qty="
	  "1",
	  NULL },
	{ "purchase.invoice", LIMIT, receipts, NULL, "receipt=PU-261121-{4}|invoice_no=I{i}|tax=80", NULL },
	{ "purchase.freight", LIMIT, receipts, NULL,
	  "receipt=PU-261121-{4}|carrier=武汉汽配|original_no=F{i}|amount=25", NULL },
	{ "purchase.for_job", LIMIT, supplier_cars_and_goods, NULL,
	  "job=#{n}|supplier=武汉汽配|original_no=J{i}|picker=boss|lines.0.part=P01|lines.0.qty=2|lines.0."
	  "cost=31",
	  NULL },
	{ "purchase.order", LIMIT, supplier_and_goods, NULL,
	  "supplier=武汉汽配|lines.0.part=P01|lines.0.qty=10|lines.0.cost=30|lines.1.part=P02|lines.1.qty=5|"
	  "lines.1.cost=29",
	  NULL },
	{ "purchase.refund", LIMIT, paid_ahead, NULL, "supplier=武汉汽配|amount=10|method=bank", NULL },
	{ "stock.out", LIMIT, goods_and_van, NULL, "reason=internal|" THREE_PARTS, NULL },
	{ "stock.in", LIMIT, goods_and_van, NULL, "reason=found|" THREE_PARTS, NULL },
	{ "stock.loss", LIMIT, goods_and_van, NULL, "reason=damaged|" THREE_PARTS, NULL },
	{ "stock.aux", LIMIT, goods_and_van, NULL, "picker=boss|" THREE_PARTS, NULL },
	{ "stock.return", LIMIT, issued_cars, NULL,
	  "job=#{n}|lines.0.part=P00|lines.0.qty=1|lines.1.part=P03|lines.1.qty=0.5", NULL },
	{ "stock.open", LIMIT, goods_and_van, NULL, "part=P01|warehouse=VAN|qty=1|cost=30", NULL },
	{ "transfer.send", LIMIT, goods_and_van, NULL, "from=MAIN|to=VAN|" TWO_PARTS, NULL },
	{ "transfer.receive", LIMIT, on_the_way, NULL, "transfer=TF-261121-{4}", NULL },
	{ "stocktake.approve", LIMIT, opened_stocktakes, NULL, "stocktake=#{n}", NULL },
	{ "price.change", LIMIT, goods_and_van, NULL, "lines.0.part=P01|lines.0.price={n}", NULL },
	{ "sale.post", LIMIT, till_and_goods, NULL, SOLD, NULL },
	{ "consign.receive", LIMIT, lying, NULL,
	  "supplier=武汉电瓶|lines.0.part=P01|lines.0.qty=5|lines.0.cost=30|lines.1.part=P02|lines.1.qty=5|"
	  "lines.1.cost=29",
	  NULL },
	{ "consign.back", LIMIT, lying, NULL, "supplier=武汉电瓶|" TWO_PARTS, NULL },
	{ "consign.buy", LIMIT, lying, NULL, "supplier=武汉电瓶|" TWO_PARTS, NULL },
	{ "sale.return", LIMIT, sales, NULL, "sale=SA-261121-{4}|lines.0.part=P00|reason=不合适", NULL },
	{ "core.back", LIMIT, cores, NULL, "customer={phone}|part=ALT", NULL },
	{ "core.send", LIMIT, cores_in_the_bin, NULL,
	  "supplier=武汉再制造|lines.0.part=ALT|lines.0.qty=1|lines.0.credit=100", NULL },
	{ "core.credit", LIMIT, cores_sent, NULL, "sent=KS-261121-{4}|amount=90", NULL },
	{ "till.close", LIMIT, NULL, open_till, "till=T1|counted=200", NULL },
	{ "till.open", LIMIT, NULL, close_till, "till=T1|float=200", NULL },
	{ "till.pay_in", LIMIT, card_and_till, NULL, "till=T1|reason=CHANGE|amount=0.50", NULL },
	{ "job.sublet", LIMIT, supplier_cars_and_goods, NULL,
	  "job=#{n}|supplier=武汉汽配|text=喷漆|cost=300|price=480", NULL },
	{ "job.credit", LIMIT, settled_cars, NULL,
	  "job=#{n}|lines.0.line=3|lines.0.qty=1|lines.1.line=1|lines.1.amount=20|restock=yes|reason=不需要",
	  NULL },
	{ "job.quick", LIMIT, till_cars_and_goods, NULL,
	  "plate={plate}|odometer=52100|lines.0.part=P00|lines.0.qty=1|lines.1.text=洗车|lines.1.price=30|"
	  "pay.0.method=cash|pay.0.amount=118.50",
	  NULL },
	{ "job.check", LIMIT, finished_cars, NULL,
	  "job=#{n}|lines.0.text=路试|lines.0.ok=yes|lines.1.text=无渗漏|lines.1.ok=yes", NULL },
	{ "job.authorise", LIMIT, issued_cars, NULL, "job=#{n}|by=王小明|how=phone", NULL },
	{ "job.release", LIMIT, cars, NULL, "job=#{n}|reason=试车|by=王小明", NULL },
	{ "job.reopen", LIMIT, paid_cars, NULL, "job=#{n}|reason=漏项", NULL },
	{ "job.supplement", LIMIT, paid_cars, NULL,
	  "job=#{n}|reason=报销|lines.0.text=保养|lines.0.amount=980", NULL },
	{ "job.handover", LIMIT, paid_cars, NULL, "job=#{n}|collected_by=王小明", NULL },
	{ "fee.pay_out", LIMIT, collected, NULL, "job=#{n}|amount=60|payee=车管所|method=cash", NULL },
	{ "payment.refund", LIMIT, advances, NULL,
	  "document=PY-261121-{4}|amount=40|method=cash|reason=少做一项", NULL },
	{ "advance.keep", LIMIT, earnest_money, NULL, "document=PY-261121-{4}|amount=40|reason=没有来",
	  NULL },
	{ "deposit.take", LIMIT, card_and_till, NULL,
	  "party=王强|kind=KEY|thing=钥匙 {n}|amount=50|method=cash", NULL },
	{ "deposit.back", LIMIT, deposits, NULL, "deposit=DT-261121-{4}|amount=50|method=cash", NULL },
	{ "channel.pay", LIMIT, wallet, wallet_line, "method=wechat|until=today", NULL },
	{ "card.refund", LIMIT, filled_card, NULL, "card=M1|amount=10|method=cash|reason=退卡", NULL },
	{ "expense.add", LIMIT, card_and_till, NULL, "category=OFFICE|amount=3|method=cash|payee=文具店",
	  NULL },
	{ "income.add", LIMIT, card_and_till, NULL, "category=SCRAP|amount=5.50|method=cash", NULL },
	{ "petty.fill", LIMIT, card_and_till, NULL, "amount=20|method=cash", NULL },
	{ "bill.combine", LIMIT, settled_cars, NULL, "party={phone}|jobs.0.job=#{n}", NULL },
	{ "bill.write_off", LIMIT, settled_cars, NULL, "party={phone}|how=discount|amount=5|reason=老客户",
	  NULL },
	{ "bill.recover", LIMIT, written_off_bills, NULL, "document=WR-261121-{4}|method=bank|amount=5",
	  NULL },
	{ "claim.close", LIMIT, insured_cars, NULL,
	  "insurer=平安保险|bills.0.document=ST-261121-{4}|bills.0.paid=1000|method=bank", NULL },
	{ "balance.open", LIMIT, people, NULL, "party={phone}|amount=100|original_no=OLD{n}", NULL },
	{ "invoice.issue", LIMIT, invoice_numbers, NULL, "bill=ST-261121-{4}|type=ordinary|title=王小明",
	  NULL },
	{ "invoice.top_up", LIMIT, invoice_numbers_and_card, NULL,
	  "top_up=VT-261121-{4}|type=ordinary|title=王强", NULL },
	{ "invoice.void", LIMIT, invoices, NULL, "invoice=IV-261121-{4}|reason=抬头错", NULL },
	{ "invoice.red", LIMIT, invoices, NULL, "invoice=IV-261121-{4}|amount=10|reason=退货", NULL },
	{ "reverse", LIMIT, advances, NULL, "document=PY-261121-{4}|reason=记错", "reverse a payment" },
	{ "reverse", LIMIT, sales, NULL, "document=SA-261121-{4}|reason=记错", "reverse a sale" },
	{ "reverse", LIMIT, receipts, NULL, "document=PU-261121-{4}|reason=记错", "reverse a receipt" },
	{ "reverse", LIMIT, issued_cars, NULL, "document=IS-261121-{4}|reason=记错", "reverse an issue" },
	{ "day.close", LIMIT, NULL, next_day, "anyway=yes", NULL },
	{ .command = NULL },
};
