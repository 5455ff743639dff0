/* scene.c - issue, settle, close, sell and receive: a shop on the eve of each. */
#include "tests/torture/scene.h"

#include <sys/stat.h>
#include <unistd.h>

#include "db/backup.h"
#include "db/check.h"
#include "db/journal.h"
#include "tests/torture/book.h"

/* ---- the scenes ---- */

static void goods(struct test_shop *s)
{
	run(s, "part.add", "code", "OIL", "name", "机油", "price", "60", "unit", "L", NULL);
	run(s, "part.add", "code", "PAD", "name", "刹车片", "price", "300", NULL);
	run(s, "part.add", "code", "LAMP", "name", "大灯", "price", "880.5", NULL);
	run(s, "stock.open", "part", "OIL", "qty", "40", "cost", "31.27", NULL);
	run(s, "stock.open", "part", "PAD", "qty", "3", "cost", "133.33", NULL);
	run(s, "stock.open", "part", "LAMP", "qty", "1", "cost", "512", NULL);
}

static void car_is_received(struct test_shop *s)
{
	run(s, "job.receive", "plate", "鄂A12345", "name", "王芳", "phone", "13812345678", "model", "朗逸",
	    "odometer", "52000", "complaint", "刹车响", NULL);
}

static void ready_to_issue(struct test_shop *s)
{
	goods(s);
	car_is_received(s);
}

static void ready_to_close(struct test_shop *s)
{
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	car_is_received(s);
	run(s, "payment.take", "job", "#1", "method", "cash", "amount", "100", NULL);
	run(s, "payment.take", "job", "#1", "method", "wechat", "amount", "55.5", NULL);
}

/* Five lines, two payers, something paid in advance, and the rest with the settlement. */
static void ready_to_settle(struct test_shop *s)
{
	goods(s);
	run(s, "setting.set", "name", "job.authorise", "value", "no", NULL);
	run(s, "customer.add", "name", "江城物流", "phone", "02785556666", "terms", "30", "limit", "50000",
	    NULL);
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	car_is_received(s);
	run(s, "job.labour", "job", "#1", "text", "更换前刹车片", "price", "180", NULL);
	run(s, "job.labour", "job", "#1", "text", "四轮定位", "price", "99.99", NULL);
	run(s, "job.fee", "job", "#1", "text", "拖车", "price", "150", "payer", "02785556666", NULL);
	run(s, "stock.issue", "job", "#1", "picker", "boss", "lines.0.part", "OIL", "lines.0.qty", "4.5",
	    "lines.1.part", "PAD", "lines.1.qty", "2", NULL);
	run(s, "job.finish", "job", "#1", NULL);
	run(s, "payment.take", "job", "#1", "method", "cash", "amount", "100", NULL);
}

/* Three goods, one of them a gift, paid in two ways. */
static void ready_to_sell(struct test_shop *s)
{
	goods(s);
	run(s, "customer.add", "name", "王芳", "phone", "13812345678", NULL);
	run(s, "till.open", "till", "T1", "float", "200", NULL);
}

/* An order of two goods arrives, one in part; a carrier collects; the freight is spread. */
static void ready_to_receive(struct test_shop *s)
{
	goods(s);
	run(s, "supplier.add", "name", "恒通汽配", "terms", "30", NULL);
	run(s, "supplier.add", "name", "顺达物流", NULL);
	run(s, "purchase.order", "supplier", "恒通汽配", "lines.0.part", "OIL", "lines.0.qty", "20",
	    "lines.0.cost", "30.01", "lines.1.part", "PAD", "lines.1.qty", "7", "lines.1.cost", "99.99",
	    NULL);
}

static const char *const settle_pairs[] = {
	"job",          "#1",  "labour_discount", "20",   "discount",     "33.33",  "pay.0.method", "wechat",
	"pay.0.amount", "500", "pay.1.method",    "cash", "pay.1.amount", "500.57", NULL,
};

static const char *const issue_pairs[] = {
	"job",          "#1",   "picker",       "boss", "lines.0.part", "OIL",
	"lines.0.qty",  "4.5",  "lines.1.part", "PAD",  "lines.1.qty",  "3",
	"lines.2.part", "LAMP", "lines.2.qty",  "1",    NULL,
};

static const char *const close_pairs[] = {
	"till", "T1", "counted", "290", "wechat", "55.5", "remark", "ten short", NULL,
};

static const char *const sell_pairs[] = {
	"customer",     "13812345678", "lines.0.part", "OIL",      "lines.0.qty",  "2.5",
	"lines.1.part", "PAD",         "lines.1.qty",  "1",        "lines.2.part", "LAMP",
	"lines.2.qty",  "1",           "lines.2.gift", "公司周年", "pay.0.method", "cash",
	"pay.0.amount", "100",         "pay.1.method", "wechat",   "pay.1.amount", "350",
	NULL,
};

static const char *const receive_pairs[] = {
	"supplier",     "恒通汽配", "original_no", "HT-778", "order",        "PO-261121-0001",
	"lines.0.part", "OIL",      "lines.0.qty", "20",     "lines.0.cost", "30.01",
	"lines.1.part", "PAD",      "lines.1.qty", "3",      "lines.1.cost", "99.99",
	"carrier",      "顺达物流", "collect",     "350",    "freight",      "33.34",
	NULL,
};

const struct scene scenes[] = {
	{ "stock.issue", issue_pairs, ready_to_issue },
	{ "job.settle", settle_pairs, ready_to_settle },
	{ "till.close", close_pairs, ready_to_close },
	{ "sale.post", sell_pairs, ready_to_sell },
	{ "purchase.receive", receive_pairs, ready_to_receive },
};
const size_t scene_count = sizeof(scenes) / sizeof(*scenes);

/* ---- running them ---- */

void scene_make(const struct scene *sc, const char *dir)
{
	struct test_shop *s = test_shop_new();
	struct err e = { 0 };

	sc->ready(s);
	if (!shop_checkpoint(s->shop, &e))
		fail_msg("%s", e.text);
	book_copy(s->dir, dir);
	test_shop_free(s);
}

bool scene_run(const struct scene *sc, struct test_shop *s)
{
	s->next.request = SCENE_REQUEST;
	return attempt(s, sc->command, sc->pairs);
}

/* ---- proving them ---- */

static void broken(void *arg, const struct check *check, const char *sentence)
{
	(void)arg;
	print_error("%s: %s\n", check->name, sentence);
}

static bool sound(const char *path, struct db *db, struct err *e)
{
	size_t found = 0;
	int64_t last;

	return backup_prove(path, false, e) && check_run(db, NULL, NULL, broken, NULL, &found, e) &&
	       journal_verify(db, 1, &last, e) && found == 0;
}

int scene_proved(const char *dir)
{
	char *path = book_path(dir);
	struct err e = { 0 };
	struct shop *s = shop_open(path, SHOP_READ, &e);
	int booked = -1;

	if (s && sound(path, shop_reader(s), &e))
		booked =
		    (int)db_int(shop_reader(s), SQL("SELECT count(*) FROM journal WHERE request = :request"),
				BIND(B_TEXT("request", SCENE_REQUEST)), -1);
	else
		print_error("%s\n", e.text);
	shop_close(s);
	free(path);
	return booked;
}

bool scene_sound(const char *dir)
{
	return scene_proved(dir) >= 0;
}
