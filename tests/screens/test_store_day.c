/* test_store_day.c - the store keeper's day and the counter's, typed at two terminals in each language and once more as JSON
 * lines: the same figures in every report, and the checks are silent. */
#include "tests/screens/seat.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char shop_is[] =
    "{\"do\":\"user.add\",\"user\":\"zhao\",\"name\":\"Zhao\",\"role\":\"parts\",\"pin\":\"1234\"}\n"
    "{\"do\":\"warehouse.add\",\"code\":\"VAN\",\"name\":\"Van\",\"kind\":\"van\"}\n"
    "{\"do\":\"part.add\",\"code\":\"OIL\",\"name\":\"Engine "
    "oil\",\"price\":60,\"min\":10,\"max\":20,\"barcode\":\"6907770001\"}\n"
    "{\"do\":\"part.add\",\"code\":\"PAD\",\"name\":\"Brake pad\",\"price\":300,\"barcode\":\"6907770002\"}\n"
    "{\"do\":\"part.add\",\"code\":\"HOSE\",\"name\":\"Brake hose\",\"price\":45}\n"
    "{\"do\":\"stock.open\",\"part\":\"OIL\",\"qty\":4,\"cost\":30}\n"
    "{\"do\":\"stock.open\",\"part\":\"PAD\",\"qty\":2,\"cost\":100}\n"
    "{\"do\":\"supplier.add\",\"name\":\"Bosch\",\"terms\":30}\n"
    "{\"do\":\"supplier.add\",\"name\":\"Speedy\"}\n"
    "{\"do\":\"price_level.change\",\"level\":\"C\",\"basis\":\"list\",\"factor\":90}\n"
    "{\"do\":\"customer_class.change\",\"class\":\"C\",\"level\":\"C\"}\n"
    "{\"do\":\"customer.add\",\"name\":\"Fleet\",\"phone\":\"13900000001\",\"class\":\"C\",\"terms\":30,"
    "\"limit\":1000}\n"
    "{\"do\":\"setting.set\",\"name\":\"job.authorise\",\"value\":\"no\"}\n"
    "{\"do\":\"till.open\",\"till\":\"T1\",\"float\":200}\n"
    "{\"do\":\"job.receive\",\"plate\":\"鄂A12345\",\"name\":\"Wang\",\"phone\":\"13812345678\",\"odometer\":"
    "1000,\"complaint\":\"brakes\"}\n";

static const char day_is[] =
    "{\"do\":\"purchase.plan\",\"from\":\"limits\"}\n"
    "{\"do\":\"purchase.order_want\",\"want\":\"1\",\"supplier\":\"Bosch\"}\n"
    "{\"do\":\"purchase.order_line\",\"order\":\"$2.id\",\"part\":\"PAD\",\"qty\":4,\"cost\":95}\n"
    "{\"do\":\"purchase.order_send\",\"order\":\"$2.id\",\"promised\":\"+3\"}\n"
    "{\"do\":\"purchase.receive\",\"supplier\":\"Bosch\",\"order\":\"$2.id\",\"original_no\":\"A1\",\"over\":"
    "true,\"new_cost\":true,\"lines\":[{\"part\":\"OIL\",\"qty\":17,\"cost\":30},{\"part\":\"PAD\",\"qty\":3,"
    "\"cost\":96}],\"carrier\":\"Speedy\",\"collect\":100,\"freight\":20}\n"
    "{\"do\":\"order.request\",\"plate\":\"鄂A12345\",\"lines\":[{\"part\":\"HOSE\",\"qty\":"
    "1}]}\n"
    "{\"do\":\"purchase.receive\",\"supplier\":\"Bosch\",\"original_no\":\"A2\",\"cost_is\":\"estimated\","
    "\"lines\":[{\"part\":\"HOSE\",\"qty\":3,\"cost\":20}]}\n"
    "{\"do\":\"want.fetch\",\"want\":\"2\"}\n"
    "{\"do\":\"stock.issue\",\"job\":\"#1\",\"picker\":\"zhao\",\"lines\":[{\"part\":\"HOSE\",\"qty\":1}]}\n"
    "{\"do\":\"stock.return\",\"job\":\"#1\",\"lines\":[{\"part\":\"HOSE\",\"qty\":1}]}\n"
    "{\"do\":\"purchase.return\",\"receipt\":\"$5.id\",\"reason\":\"wrong\",\"lines\":[{\"part\":\"PAD\","
    "\"qty\":1}]}\n"
    "{\"do\":\"purchase.invoice\",\"receipt\":\"$7.id\",\"invoice_no\":\"F1\",\"lines\":[{\"part\":\"HOSE\","
    "\"qty\":3,\"cost\":21}]}\n"
    "{\"do\":\"purchase.freight\",\"receipt\":\"$7.id\",\"carrier\":\"Speedy\",\"original_no\":\"S1\","
    "\"amount\":3}\n"
    "{\"do\":\"transfer.send\",\"from\":\"MAIN\",\"to\":\"VAN\",\"lines\":[{\"part\":\"OIL\",\"qty\":4}]}\n"
    "{\"do\":\"transfer.receive\",\"transfer\":\"$14.id\"}\n"
    "{\"do\":\"stocktake.open\",\"scope\":\"spot\",\"lines\":[{\"part\":\"OIL\"}]}\n"
    "{\"do\":\"stocktake.count\",\"stocktake\":\"#1\",\"part\":\"OIL\",\"counted\":16}\n"
    "{\"do\":\"sale.post\",\"lines\":[{\"part\":\"OIL\",\"qty\":1}],\"pay\":[{\"method\":\"cash\",\"amount\":"
    "60}]}\n"
    "{\"do\":\"stocktake.approve\",\"stocktake\":\"#1\"}\n"
    "{\"do\":\"sale.post\",\"lines\":[{\"part\":\"OIL\",\"qty\":2,\"price\":55,\"discount\":10}],\"pay\":[{"
    "\"method\":\"cash\",\"amount\":100}]}\n"
    "{\"do\":\"sale.post\",\"customer\":\"Fleet\",\"lines\":[{\"part\":\"PAD\",\"qty\":1}]}\n"
    "{\"do\":\"sale.post\",\"lines\":[{\"part\":\"HOSE\",\"qty\":1},{\"part\":\"OIL\",\"qty\":1,\"gift\":"
    "\"thanks\"}],\"pay\":[{\"method\":\"cash\",\"amount\":45}]}\n"
    "{\"do\":\"sale.return\",\"sale\":\"$20.id\",\"reason\":\"unused\",\"lines\":[{\"part\":\"OIL\",\"qty\":"
    "2}]}\n"
    "{\"do\":\"sale.lost\",\"text\":\"Roof rack\"}\n"
    "{\"do\":\"stock.close\",\"morning\":\"today\"}\n";

static const char *const reports[] = {
	"report stock_list",
	"report stock_warehouses",
	"report stock_statement period=2000..2099",
	"report goods_days period=2000..2099",
	"report stock_receipts period=2000..2099",
	"report stock_issues period=2000..2099",
	"report purchase_documents day=2000..2099",
	"report purchase_details day=2000..2099",
	"report purchases_by_day day=2000..2099",
	"report counter_sales day=2000..2099",
	"report salespeople day=2000..2099",
	"report price_history part=OIL",
	"report lost_sales day=2000..2099",
	"report stocktake_result stocktake=#1",
	"report trial_balance",
	"show stock_on_hand",
	"show sales",
	"show payables",
};
#define REPORTS (sizeof reports / sizeof *reports)

/* ---- keys ---- */

/* The menu shows what was typed in its fourth row until it opens the screen of the number. */
static bool has_opened(struct pty *p, void *code)
{
	char typed[8];

	snprintf(typed, sizeof typed, "\xe2\x94\x82 %c", *(const char *)code);
	return !strstr(pty_row(p, 3), typed);
}

/* A screen by its number. */
static void go(struct pty *p, const char *code)
{
	go_home(p);
	press(p, "F10");
	pty_send(p, code, 1);
	assert_true(pty_idle(p, 0));
	assert_false(has_opened(p, (void *)(uintptr_t)code));
	pty_send(p, code + 1, 1);
	assert_true(pty_until(p, has_opened, (void *)(uintptr_t)code, 0));
	assert_true(pty_idle(p, 0));
}

static bool has_changed(struct pty *p, void *title)
{
	return strncmp(pty_row(p, 0), title, 40) != 0;
}

/* A step of the row by its digit, which is taken when no other follows. */
static void step(struct pty *p, const char *digit)
{
	char title[41];

	snprintf(title, sizeof title, "%s", pty_row(p, 0));
	pty_type(p, digit);
	assert_true(pty_until(p, has_changed, title, 0));
	assert_true(pty_idle(p, 0));
}

static void is_(struct pty *p, const char *select, long long wanted, int line)
{
	long long got = shop_says(select);

	if (got == wanted)
		return;
	pty_dump(p);
	fail_msg("line %d: %s: %lld, not %lld", line, select, got, wanted);
}

#define IS(p, select, wanted) is_(p, select, wanted, __LINE__)

/* ---- the store keeper ---- */

static void plan_and_order(struct pty *p)
{
	go(p, "54"); /* under their minimum */
	press(p, "F9 F12");
	IS(p, "SELECT qty FROM want", 16000);
	press(p, "F9 Enter");
	type(p, "bosch");
	press(p, "Enter F12");
	press(p, "F9 Enter"); /* the order */
	type(p, "4*pad");
	press(p, "Enter");
	type(p, ".95");
	press(p, "Enter F9");
	type(p, "+3");
	press(p, "F12");
	IS(p, "SELECT count(*) FROM purchase_order WHERE state = 'sent'", 1);
}

/* One too many came, one too few, one at another price; the carrier collects. */
static void receive(struct pty *p)
{
	press(p, "F9");
	type(p, "A1");
	press(p, "Enter");
	type(p, "30");
	press(p, "BackTab ^U");
	type(p, "17");
	press(p, "Down ^U");
	type(p, "3");
	press(p, "Tab ^U");
	type(p, "96");
	press(p, "F12 Space F12 Space PgDn Enter Up Up");
	type(p, "20");
	press(p, "Up");
	type(p, "100");
	press(p, "BackTab");
	type(p, "Speedy");
	press(p, "F12");
	IS(p, "SELECT qty FROM stock_value WHERE id = 1", 21000);
	IS(p, "SELECT count(*) FROM payable_open", 3);
}

/* The workshop asks; the part comes before its invoice; it is fetched by one key, issued, and comes back. */
static void serve_the_workshop(struct pty *p)
{
	go(p, "80");
	type(p, "12345");
	press(p, "Enter");
	type(p, "hose");
	press(p, "Enter");
	type(p, "1");
	press(p, "F12");
	go(p, "44");
	type(p, "bosch");
	press(p, "Enter");
	type(p, "A2");
	press(p, "Enter");
	type(p, "hose");
	press(p, "Enter");
	type(p, "3");
	press(p, "Enter");
	type(p, "20");
	press(p, "PgDn Enter Up Up Up Up BackTab 2 F12");
	IS(p, "SELECT count(*) FROM purchase WHERE estimated = 1", 1);
	go(p, "81");
	press(p, "Enter");
	IS(p, "SELECT count(*) FROM want WHERE state = 'done'", 2);
	go(p, "14");
	press(p, "Enter");
	type(p, "zhao");
	press(p, "Enter");
	type(p, "hose");
	press(p, "Enter");
	type(p, "1");
	press(p, "F12");
	IS(p, "SELECT count(*) FROM issue_slip", 1);
	go(p, "24");
	press(p, "Enter");
	type(p, "hose");
	press(p, "Enter");
	type(p, "1");
	press(p, "F12");
	IS(p, "SELECT count(*) FROM issue_slip", 2);
}

/* A pad goes back, the invoice says another price, and the freight comes later. */
static void settle_with_the_supplier(struct pty *p)
{
	go(p, "59");
	press(p, "Down F8");
	type(p, "pad");
	press(p, "Enter");
	type(p, "1");
	press(p, "F12");
	type(p, "wrong");
	press(p, "F12");
	IS(p, "SELECT count(*) FROM document WHERE kind_id = 70", 1);
	go(p, "59");
	press(p, "F12");
	type(p, "F1");
	press(p, "Down Down Down Tab Tab ^U");
	type(p, "21");
	press(p, "F12");
	go(p, "59");
	step(p, "5");
	type(p, "spee");
	press(p, "Enter");
	type(p, "S1");
	press(p, "Enter");
	type(p, "3");
	press(p, "F12");
	IS(p, "SELECT sum(amount) FROM purchase_invoice_line", 6300);
	IS(p, "SELECT to_stock FROM purchase_freight", 300);
}

/* Four drums for the van. */
static void load_the_van(struct pty *p)
{
	go(p, "50");
	press(p, "F2");
	type(p, "main");
	press(p, "Enter");
	type(p, "van");
	press(p, "Enter Enter");
	type(p, "oil");
	press(p, "Enter");
	type(p, "4");
	press(p, "F12");
	IS(p, "SELECT count(*) FROM transfer_open", 1);
	go(p, "50");
	press(p, "F9 F12");
	IS(p, "SELECT count(*) FROM transfer_open", 0);
}

/* A spot check; while it is counted with the scanner, the counter sells one. */
static void count_the_oil(struct pty *p, struct pty *counter)
{
	go(p, "51");
	press(p, "F2 3 F12"); /* single parts: which? */
	type(p, "oil");
	press(p, "F12 F9 F2");
	scan(p, "6907770001");
	type(p, "16");
	press(p, "F12");
	go_home(counter);
	scan(counter, "6907770001");
	press(counter, "Enter Enter");
	IS(counter, "SELECT count(*) FROM sale", 1);
	go(p, "51");
	press(p, "Enter F9 F12");
	IS(p, "SELECT count(*) FROM stocktake_found", 1);
}

/* ---- the counter ---- */

/* Two at another price and ten off are put aside, and taken up at the other terminal. */
static void hold_and_recall(struct pty *p, struct pty *other)
{
	type(p, "2*");
	scan(p, "6907770001");
	type(p, ".55");
	press(p, "Enter");
	type(p, "/10");
	press(p, "Enter F6");
	IS(p, "SELECT count(*) FROM cart WHERE state = 'held'", 1);
	go(other, "82");
	press(other, "F6 Enter Enter Enter");
	IS(other, "SELECT count(*) FROM sale WHERE total = 10000", 1);
}

/* The fleet buys on account at its level of prices; the next customer gets one as a gift. */
static void sell(struct pty *p)
{
	scan(p, "6907770002");
	press(p, "BackTab");
	type(p, "fleet");
	press(p, "Enter F12 Enter F12");
	IS(p, "SELECT amount FROM bill_open", 27000);
	type(p, "hose");
	press(p, "Enter");
	scan(p, "6907770001");
	press(p, "F3 Enter"); /* the first of the actions */
	type(p, "thanks");
	press(p, "F12 Enter Enter");
	IS(p, "SELECT count(*) FROM sale WHERE total = 4500", 1);
	press(p, "F2");
	type(p, "Roof rack");
	press(p, "F12");
	IS(p, "SELECT count(*) FROM want WHERE source = 'lost'", 1);
}

/* The two that were put aside come back; then the month is closed. */
static void take_back_and_close(struct pty *p)
{
	go(p, "84");
	press(p, "Down Down F9");
	type(p, "unused");
	press(p, "F12");
	IS(p, "SELECT total FROM sale_return", 10000);
	go(p, "55");
	press(p, "F2");
	type(p, ".");
	press(p, "F12");
	IS(p, "SELECT count(*) FROM stock_close", 1);
}

/* ---- the day ---- */

static void walk(const char *lang)
{
	struct pty *keeper, *counter;

	shop_anew();
	shop_lines("en", shop_is);
	keeper = sit(&(struct seating){ .lang = lang });
	plan_and_order(keeper);
	receive(keeper);
	serve_the_workshop(keeper);
	settle_with_the_supplier(keeper);
	counter = sit(&(struct seating){ .lang = lang });
	load_the_van(keeper);
	count_the_oil(keeper, counter);
	hold_and_recall(counter, keeper);
	sell(counter);
	take_back_and_close(keeper);
	leave(counter);
	leave(keeper);
}

static char *report(size_t i)
{
	char line[200];

	snprintf(line, sizeof line, "--lang en %s --format csv", reports[i]);
	return shop_told(line);
}

/* What the console did stands in every report as what the same lines did. */
static void same_day(const char *lang)
{
	char *by_lines[REPORTS];

	shop_anew();
	shop_lines("en", shop_is);
	shop_lines(lang, day_is);
	for (size_t i = 0; i < REPORTS; i++)
		by_lines[i] = report(i);
	walk(lang);
	for (size_t i = 0; i < REPORTS; i++) {
		char *by_keys = report(i);

		if (strcmp(by_keys, by_lines[i]) != 0)
			fail_msg("%s: %s\nby keys:\n%s\nby lines:\n%s", lang, reports[i], by_keys,
				 by_lines[i]);
		free(by_keys);
		free(by_lines[i]);
	}
	shop_do("check");
}

static void the_day_in_english(void **state)
{
	(void)state;
	same_day("en");
}

static void the_day_in_chinese(void **state)
{
	(void)state;
	same_day("zh_CN");
}

static void the_day_in_taiwan(void **state)
{
	(void)state;
	same_day("zh_TW");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_day_in_english),
		cmocka_unit_test(the_day_in_chinese),
		cmocka_unit_test(the_day_in_taiwan),
	};

	return cmocka_run_group_tests(tests, NULL, shop_drop);
}
