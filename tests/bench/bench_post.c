/* bench_post.c - each posting command against bare SQLite writing the same rows, in turn on two copies of one
 * file. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/bench/costs.h"
#include "tests/bench/figure.h"
#include "tests/bench/replay.h"
#include "tests/domain/shop.h"
#include "tests/torture/book.h"

#define WARM_UP 30

/* A command that is run again and again, each time on the next of `n` things made ready for it. */
struct bench {
	const char *command;
	int wanted; /* hundredths of the floor */
	void (*ready)(struct test_shop *s, int n);
	void (*before)(struct test_shop *s, int i); /* untimed, in front of each; may be NULL */
	struct args *(*args)(struct arena *a, int i);
};

static struct args *pairs(struct arena *a, const char *const *list)
{
	return args_of(a, list);
}

/* ---- what is made ready ---- */

static void goods(struct test_shop *s)
{
	char code[8];

	for (int i = 0; i < 20; i++) {
		snprintf(code, sizeof(code), "P%02d", i);
		run(s, "part.add", "code", code, "name", "刹车片 博世", "price", "88.50", NULL);
		run(s, "stock.open", "part", code, "qty", "90000", "cost", "31.27", NULL);
	}
}

static void cars(struct test_shop *s, int n)
{
	char plate[16], phone[16];

	for (int i = 0; i < n; i++) {
		snprintf(plate, sizeof(plate), "鄂A%05d", 10000 + i);
		snprintf(phone, sizeof(phone), "138%08d", i);
		run(s, "job.receive", "plate", plate, "name", "王小明", "phone", phone, "model", "朗逸",
		    "odometer", "52000", "complaint", "刹车响", NULL);
	}
}

static void goods_and_cars(struct test_shop *s, int n)
{
	goods(s);
	cars(s, n);
}

static void till_and_cars(struct test_shop *s, int n)
{
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	cars(s, n);
}

/* Five lines each, issued and finished. */
static void finished_cars(struct test_shop *s, int n)
{
	till_and_cars(s, n);
	goods(s);
	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	for (int i = 0; i < n; i++) {
		const char *job = by_id(s, i + 1);

		run(s, "job.labour", "job", job, "text", "更换刹车片", "price", "200", NULL);
		run(s, "job.labour", "job", job, "text", "小保养", "price", "120", NULL);
		run(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", "P00", "lines.0.qty", "1",
		    "lines.1.part", "P03", "lines.1.qty", "4.5", "lines.2.part", "P07", "lines.2.qty", "2",
		    NULL);
		run(s, "job.finish", "job", job, NULL);
	}
}

static void known_cars(struct test_shop *s, int n)
{
	char plate[16], phone[16];

	for (int i = 0; i < n; i++) {
		snprintf(plate, sizeof(plate), "鄂A%05d", 10000 + i);
		snprintf(phone, sizeof(phone), "138%08d", i);
		run(s, "customer.add", "name", "王小明", "phone", phone, NULL);
		run(s, "vehicle.add", "plate", plate, "customer", phone, "model", "朗逸", NULL);
	}
}

static void supplier_and_goods(struct test_shop *s, int n)
{
	(void)n;
	goods(s);
	run(s, "supplier.add", "name", "武汉汽配", "phone", "02788888888", NULL);
}

/* Goods received before their invoice, one receipt each. */
static void receipts(struct test_shop *s, int n)
{
	char no[16];

	supplier_and_goods(s, n);
	for (int i = 0; i < n; i++) {
		snprintf(no, sizeof(no), "X%d", i);
		run(s, "purchase.receive", "supplier", "武汉汽配", "original_no", no, "cost_is", "estimated",
		    "lines.0.part", "P01", "lines.0.qty", "10", "lines.0.cost", "30.10", "lines.1.part",
		    "P02", "lines.1.qty", "20", "lines.1.cost", "29.90", NULL);
	}
}

static void open_till(struct test_shop *s, int i)
{
	(void)i;
	run(s, "till.open", "till", "T1", "float", "200", NULL);
}

/* ---- the inputs ---- */

static struct args *receive_args(struct arena *a, int i)
{
	const char *list[] = { "plate",     arena_printf(a, "鄂A%05d", 10000 + i),
			       "odometer",  "52100",
			       "complaint", "刹车响",
			       NULL };

	return pairs(a, list);
}

static struct args *issue_args(struct arena *a, int i)
{
	const char *list[] = { "job",
			       arena_printf(a, "#%d", i + 1),
			       "picker",
			       "boss",
			       "lines.0.part",
			       "P00",
			       "lines.0.qty",
			       "1",
			       "lines.1.part",
			       "P03",
			       "lines.1.qty",
			       "4.5",
			       "lines.2.part",
			       "P07",
			       "lines.2.qty",
			       "2",
			       "lines.3.part",
			       "P11",
			       "lines.3.qty",
			       "1",
			       "lines.4.part",
			       "P19",
			       "lines.4.qty",
			       "1",
			       NULL };

	return pairs(a, list);
}

static struct args *take_args(struct arena *a, int i)
{
	const char *list[] = {
		"job", arena_printf(a, "#%d", i + 1), "method", "cash", "amount", "100", NULL
	};

	return pairs(a, list);
}

static void card_and_till(struct test_shop *s, int n)
{
	(void)n;
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	run(s, "card.issue", "customer", "王强", "number", "M1", NULL);
}

static struct args *top_up_args(struct arena *a, int i)
{
	const char *list[] = { "card", "M1", "amount", "1000", "gift", "100", "method", "cash", NULL };

	(void)i;
	return pairs(a, list);
}

static struct args *pay_out_args(struct arena *a, int i)
{
	const char *list[] = { "till", "T1", "reason", "EXPENSE", "amount", "0.50", NULL };

	(void)i;
	return pairs(a, list);
}

static struct args *purchase_args(struct arena *a, int i)
{
	const char *list[] = { "supplier",
			       "武汉汽配",
			       "original_no",
			       arena_printf(a, "X%d", i),
			       "lines.0.part",
			       "P01",
			       "lines.0.qty",
			       "10",
			       "lines.0.cost",
			       "30.10",
			       "lines.1.part",
			       "P02",
			       "lines.1.qty",
			       "20",
			       "lines.1.cost",
			       "29.90",
			       "lines.2.part",
			       "P03",
			       "lines.2.qty",
			       "5",
			       "lines.2.cost",
			       "31",
			       NULL };

	return pairs(a, list);
}

static struct args *pay_args(struct arena *a, int i)
{
	const char *list[] = { "supplier", "武汉汽配", "amount", arena_printf(a, "%d", i + 1),
			       "method",   "bank",     "ahead",  "yes",
			       NULL };

	return pairs(a, list);
}

static void supplier_cars_and_goods(struct test_shop *s, int n)
{
	supplier_and_goods(s, n);
	cars(s, n);
}

static struct args *back_args(struct arena *a, int i)
{
	const char *list[] = { "receipt",
			       arena_printf(a, "PU-261121-%04d", i + 1),
			       "reason",
			       "型号不符",
			       "lines.0.part",
			       "P01",
			       "lines.0.qty",
			       "2",
			       "lines.1.part",
			       "P02",
			       "lines.1.qty",
			       "1",
			       NULL };

	return pairs(a, list);
}

static struct args *invoice_args(struct arena *a, int i)
{
	const char *list[] = { "receipt",    arena_printf(a, "PU-261121-%04d", i + 1),
			       "invoice_no", arena_printf(a, "I%d", i),
			       "tax",        "80",
			       NULL };

	return pairs(a, list);
}

static struct args *freight_args(struct arena *a, int i)
{
	const char *list[] = { "receipt",     arena_printf(a, "PU-261121-%04d", i + 1),
			       "carrier",     "武汉汽配",
			       "original_no", arena_printf(a, "F%d", i),
			       "amount",      "25",
			       NULL };

	return pairs(a, list);
}

static struct args *for_job_args(struct arena *a, int i)
{
	const char *list[] = { "job",
			       arena_printf(a, "#%d", i + 1),
			       "supplier",
			       "武汉汽配",
			       "original_no",
			       arena_printf(a, "J%d", i),
			       "picker",
			       "boss",
			       "lines.0.part",
			       "P01",
			       "lines.0.qty",
			       "2",
			       "lines.0.cost",
			       "31",
			       NULL };

	return pairs(a, list);
}

static struct args *close_args(struct arena *a, int i)
{
	const char *list[] = { "till", "T1", "counted", "200", NULL };

	(void)i;
	return pairs(a, list);
}

static struct args *settle_args(struct arena *a, int i)
{
	const char *list[] = { "job",
			       arena_printf(a, "#%d", i + 1),
			       "discount",
			       "3.75",
			       "pay.0.method",
			       "cash",
			       "pay.0.amount",
			       "980",
			       NULL };

	return pairs(a, list);
}

static void supplier_and_cars(struct test_shop *s, int n)
{
	run(s, "supplier.add", "name", "武汉汽配", NULL);
	cars(s, n);
}

static struct args *sublet_args(struct arena *a, int i)
{
	const char *list[] = { "job",      arena_printf(a, "#%d", i + 1),
			       "supplier", "武汉汽配",
			       "text",     "喷漆",
			       "cost",     "300",
			       "price",    "480",
			       NULL };

	return pairs(a, list);
}

/* What finished_cars makes, settled on account. */
static void settled_cars(struct test_shop *s, int n)
{
	finished_cars(s, n);
	for (int i = 0; i < n; i++)
		run(s, "job.settle", "job", by_id(s, i + 1), NULL);
}

static void till_cars_and_goods(struct test_shop *s, int n)
{
	known_cars(s, n);
	goods(s);
	run(s, "till.open", "till", "T1", "float", "200", NULL);
}

/* Two lines of five come back, one with its goods. */
static struct args *credit_args(struct arena *a, int i)
{
	const char *list[] = { "job",
			       arena_printf(a, "#%d", i + 1),
			       "lines.0.line",
			       "3",
			       "lines.0.qty",
			       "1",
			       "lines.1.line",
			       "1",
			       "lines.1.amount",
			       "20",
			       "restock",
			       "yes",
			       "reason",
			       "不需要",
			       NULL };

	return pairs(a, list);
}

static struct args *quick_args(struct arena *a, int i)
{
	const char *list[] = { "plate",
			       arena_printf(a, "鄂A%05d", 10000 + i),
			       "odometer",
			       "52100",
			       "lines.0.part",
			       "P00",
			       "lines.0.qty",
			       "1",
			       "lines.1.text",
			       "洗车",
			       "lines.1.price",
			       "30",
			       "pay.0.method",
			       "cash",
			       "pay.0.amount",
			       "118.50",
			       NULL };

	return pairs(a, list);
}

static struct args *check_args(struct arena *a, int i)
{
	const char *list[] = { "job",
			       arena_printf(a, "#%d", i + 1),
			       "lines.0.text",
			       "路试",
			       "lines.0.ok",
			       "yes",
			       "lines.1.text",
			       "无渗漏",
			       "lines.1.ok",
			       "yes",
			       NULL };
	return pairs(a, list);
}

static void goods_and_van(struct test_shop *s, int n)
{
	(void)n;
	goods(s);
	run(s, "warehouse.add", "code", "VAN", "name", "流动车", NULL);
}

static void opened_stocktakes(struct test_shop *s, int n)
{
	char id[24];

	goods(s);
	run(s, "setting.set", "name", "stock.count_tolerance", "value", "100000", NULL);
	for (int i = 0; i < n; i++) {
		run(s, "stocktake.open", "scope", "all", NULL);
		snprintf(id, sizeof(id), "#%d", i + 1);
		run(s, "stocktake.count", "stocktake", id, "part", "P01", "counted", "89999.999", NULL);
	}
}

static struct args *voucher_args(struct arena *a, int i)
{
	const char *list[] = { "reason",
			       "internal",
			       "lines.0.part",
			       "P01",
			       "lines.0.qty",
			       "1",
			       "lines.1.part",
			       "P02",
			       "lines.1.qty",
			       "2",
			       "lines.2.part",
			       "P03",
			       "lines.2.qty",
			       "0.5",
			       NULL };

	(void)i;
	return pairs(a, list);
}

static struct args *transfer_args(struct arena *a, int i)
{
	const char *list[] = { "from",        "MAIN",        "to", "VAN",          "lines.0.part",
			       "P01",         "lines.0.qty", "1",  "lines.1.part", "P02",
			       "lines.1.qty", "2",           NULL };

	(void)i;
	return pairs(a, list);
}

static struct args *approve_args(struct arena *a, int i)
{
	const char *list[] = { "stocktake", arena_printf(a, "#%d", i + 1), NULL };

	return pairs(a, list);
}

static void till_and_goods(struct test_shop *s, int n)
{
	(void)n;
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	goods(s);
}

/* Five lines for cash, as a counter sells them. */
static struct args *sale_args(struct arena *a, int i)
{
	const char *list[] = { "lines.0.part",
			       "P00",
			       "lines.0.qty",
			       "1",
			       "lines.1.part",
			       "P03",
			       "lines.1.qty",
			       "4.5",
			       "lines.2.part",
			       "P07",
			       "lines.2.qty",
			       "2",
			       "lines.3.part",
			       "P11",
			       "lines.3.qty",
			       "1",
			       "lines.4.part",
			       "P19",
			       "lines.4.qty",
			       "1",
			       "pay.0.method",
			       "cash",
			       "pay.0.amount",
			       "840.75",
			       NULL };

	(void)i;
	return pairs(a, list);
}

static const struct bench benches[] = {
	{ "job.receive", 150, known_cars, NULL, receive_args },
	{ "stock.issue", 150, goods_and_cars, NULL, issue_args },
	{ "job.settle", 140, finished_cars, NULL, settle_args },
	{ "payment.take", 150, till_and_cars, NULL, take_args },
	{ "card.top_up", 150, card_and_till, NULL, top_up_args },
	{ "till.pay_out", 150, card_and_till, NULL, pay_out_args },
	{ "purchase.receive", 150, supplier_and_goods, NULL, purchase_args },
	{ "purchase.pay", 150, supplier_and_goods, NULL, pay_args },
	{ "purchase.return", 150, receipts, NULL, back_args },
	{ "purchase.invoice", 150, receipts, NULL, invoice_args },
	{ "purchase.freight", 150, receipts, NULL, freight_args },
	{ "purchase.for_job", 150, supplier_cars_and_goods, NULL, for_job_args },
	{ "stock.out", 150, goods_and_van, NULL, voucher_args },
	{ "transfer.send", 150, goods_and_van, NULL, transfer_args },
	{ "stocktake.approve", 150, opened_stocktakes, NULL, approve_args },
	{ "sale.post", 150, till_and_goods, NULL, sale_args },
	{ "till.close", 150, NULL, open_till, close_args },
	{ "job.sublet", 150, supplier_and_cars, NULL, sublet_args },
	{ "job.credit", 150, settled_cars, NULL, credit_args },
	{ "job.quick", 150, till_cars_and_goods, NULL, quick_args },
	{ "job.check", 150, finished_cars, NULL, check_args },
};

/* ---- the two sides ---- */

static void once(struct test_shop *s, const struct bench *b, int i, struct figure *f)
{
	struct arena *a = arena_new();
	struct args *args = b->args(a, i);
	struct err e = { 0 };
	int64_t from;

	str_free(&s->answer.extra);
	from = figure_work();
	if (!command_run(s->session, command_find(b->command), args, &(struct run_options){ 0 }, &s->answer,
			 &e))
		die("%s: %s", b->command, e.text);
	if (f)
		figure_add(f, figure_work() - from);
	arena_free(a);
}

/* Takes down what the commands write, on the copy in `dir`. */
static struct replay *take_down(const struct bench *b, const char *dir, int n, size_t *ret_rows)
{
	struct test_shop *s = test_shop_at(dir);
	struct replay *r = replay_new(db_handle(shop_writer(s->shop)), shop_path(s->shop));

	for (int i = 0; i < n; i++) {
		if (b->before) {
			b->before(s, i);
			replay_cut(r);
		}
		once(s, b, i, NULL);
		*ret_rows = replay_cut(r);
	}
	test_shop_free(s);
	return r;
}

static void again(struct replay *r, const struct bench *b, int i, struct figure *f)
{
	size_t at = b->before ? (size_t)i * 2 : (size_t)i;
	int64_t from;

	if (b->before && !replay_run(r, at++))
		die("%s: replay", b->command);
	from = figure_work();
	if (!replay_run(r, at))
		die("%s: replay", b->command);
	if (f)
		figure_add(f, figure_work() - from);
}

static void in_turn(const struct bench *b, struct test_shop *s, struct replay *r, int n)
{
	struct figure ours = { 0 }, floor = { 0 };
	struct costs *costs = NULL;
	char what[80];

	for (int i = 0; i < n; i++) {
		bool warm = i >= WARM_UP;

		if (i == WARM_UP)
			costs = costs_new(db_handle(shop_writer(s->shop)));

		if (i % 2)
			again(r, b, i, warm ? &floor : NULL);
		if (b->before)
			b->before(s, i);
		once(s, b, i, warm ? &ours : NULL);
		if (i % 2 == 0)
			again(r, b, i, warm ? &floor : NULL);
	}
	costs_end(costs, n - WARM_UP);
	figure_row(b->command, &ours, &floor, b->wanted);
	snprintf(what, sizeof(what), "%s p99", b->command);
	figure_row_tail(what, &ours, &floor, 0);
	figure_free(&ours);
	figure_free(&floor);
}

static void measure(const struct bench *b, int n)
{
	struct test_shop *s = test_shop_new();
	char *left = dir_make(), *right = dir_make(), *copy = book_path(right);
	struct replay *r;
	struct err e = { 0 };
	size_t rows = 0;

	if (b->ready)
		b->ready(s, n);
	if (!shop_checkpoint(s->shop, &e))
		die("%s", e.text);
	book_copy(s->dir, left);
	book_copy(s->dir, right);
	r = take_down(b, left, n, &rows);
	printf("%s: %zu rows\n", b->command, rows);
	if (!replay_open(r, copy))
		die("replay: cannot open %s", copy);
	in_turn(b, s, r, n);
	replay_free(r);
	test_shop_free(s);
	free(copy);
	dir_remove(left);
	dir_remove(right);
}

int main(int argc, char **argv)
{
	int n = 400;

	for (size_t i = 0; i < sizeof(benches) / sizeof(*benches); i++)
		if (argc < 2 || strcmp(argv[1], benches[i].command) == 0)
			measure(&benches[i], n);
	return 0;
}
