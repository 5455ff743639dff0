/* test_wide_day.c - a known car's long day and a quick job, by the keyboard in three languages, and as JSON lines: the
 * figures at the end are the same.
 */
#include "tests/screens/seat.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"

/* ---- at the keyboard ---- */

/* Waits for what the file says, not for what the screen says in some language. */
struct wish {
	const char *select;
	long long is;
};

static bool is_so(struct pty *p, void *arg)
{
	const struct wish *w = arg;

	(void)p;
	return shop_says(w->select) == w->is;
}

static void until(struct pty *p, const char *select, long long is)
{
	struct wish w = { select, is };

	if (!pty_until(p, is_so, &w, 0)) {
		pty_dump(p);
		fail_msg("%s never becomes %lld", select, is);
	}
	assert_true(pty_idle(p, 0));
}

static void sees(struct pty *p, const char *text)
{
	if (!pty_expect(p, text, 0)) {
		pty_dump(p);
		fail_msg("“%s” is not on the screen", text);
	}
	assert_true(pty_idle(p, 0));
}

static void title_is(struct pty *p, const char *title)
{
	if (!pty_expect_row(p, 0, title, 0)) {
		pty_dump(p);
		fail_msg("this is not the screen “%s”", title);
	}
	assert_true(pty_idle(p, 0));
}

static void press(struct pty *p, const char *keys)
{
	char key[16];

	while (*keys) {
		size_t n = strcspn(keys, " ");

		snprintf(key, sizeof key, "%.*s", (int)n, keys);
		pty_key(p, key);
		assert_true(pty_idle(p, 0));
		keys += n + (keys[n] == ' ');
	}
}

/* Character by character: a bare text would come as a burst, as a scanner's. */
static void type(struct pty *p, const char *text)
{
	while (*text) {
		size_t n = 1;

		while ((text[n] & 0xC0) == 0x80)
			n++;
		pty_send(p, text, n);
		assert_true(pty_idle(p, 0));
		text += n;
	}
}

static void open_screen(struct pty *p, const char *code, const char *title)
{
	press(p, "^X");
	pty_type(p, code);
	title_is(p, title);
}

/* What the screens are called where the day looks for them. */
struct words {
	const char *lang;
	int rows, cols;
	const char *till, *reception, *estimate, *dispatched, *dispatch, *issue, *finish, *payments, *settle,
	    *handover, *credit, *quick, *work, *board, *changed, *discount;
};

/* The car's work order of today. */
#define JOB "(SELECT max(id) FROM job WHERE number LIKE 'WO-%-0002')"

/* From home to the next step of the car. */
static void to_job(struct pty *p)
{
	type(p, "鄂A12345");
	press(p, "Enter 1");
}

static void receive(struct pty *p, const struct words *w)
{
	open_screen(p, "65", w->till);
	type(p, "500");
	press(p, "F12");
	until(p, "SELECT count(*) FROM till_shift", 1);
	go_home(p);
	type(p, "鄂A12345");
	press(p, "Enter 1");
	title_is(p, w->reception);
	sees(p, "132.00");
	type(p, "52400");
	press(p, "Enter Enter");
	type(p, "保养，刹车又响");
	press(p, "PgDn Tab Tab Tab Tab Tab Tab Tab Tab");
	type(p, "平安");
	press(p, "Enter F12");
	until(p, "SELECT count(*) FROM job WHERE insurer_id IS NOT NULL", 1);
	press(p, "F9");
	title_is(p, w->estimate);
}

static void add(struct pty *p, const char *text, long long lines)
{
	type(p, text);
	press(p, "Enter");
	until(p, "SELECT count(*) FROM job_line WHERE job_id = " JOB, lines);
}

static bool has_changed(struct pty *p, void *arg)
{
	return strcmp(pty_screen(p), str_get(arg)) != 0;
}

/* A panel waits a moment after a digit: it might be a scanner's. */
static void digit(struct pty *p, char c)
{
	struct str before = { 0 };

	str_add(&before, pty_screen(p));
	pty_send(p, &c, 1);
	if (!pty_until(p, has_changed, &before, 0)) {
		pty_dump(p);
		fail_msg("%c chooses nothing", c);
	}
	str_free(&before);
	assert_true(pty_idle(p, 0));
}

/* An action of the menu: its digits, then what is asked, a field each, "" for one that stays. */
static void act(struct pty *p, const char *digits, const char *const *fields)
{
	press(p, "Enter");
	for (; *digits; digits++)
		digit(p, *digits);
	for (; *fields; fields++) {
		type(p, *fields);
		if (fields[1])
			press(p, "Tab");
	}
	press(p, "F12");
}

#define ACT(p, digits, ...) act(p, digits, (const char *const[]){ __VA_ARGS__, NULL })

static void lines(struct pty *p)
{
	add(p, "xby", 3);
	add(p, "sc01", 4);
	add(p, "sp01", 5);
	type(p, "前杠钣金");
	press(p, "Enter");
	type(p, "300");
	press(p, "Tab");
	type(p, "liu");
	press(p, "F12");
	until(p, "SELECT count(*) FROM job_line WHERE job_id = " JOB " AND technician_id IS NOT NULL", 1);
	ACT(p, "8", "江城喷漆", "前杠喷漆", "260", "480");
	until(p, "SELECT count(*) FROM payable_open", 1);
	ACT(p, "91", "代办年审", "120", " ");
	until(p, "SELECT sum(pass_through) FROM job_line", 1);
	ACT(p, "93", "客户自带雾灯");
	until(p, "SELECT count(*) FROM job_line WHERE job_id = " JOB, 9);
	add(p, "dw01", 10);
	press(p, "F6 Enter");
	until(p, "SELECT count(*) FROM job_line WHERE offers_id IS NOT NULL", 1);
	press(p, "Esc");
}

/* Goes to a line of the estimate: from the entry line up to the first one, then down. */
static void to_line(struct pty *p, int n)
{
	for (int i = 0; i < 12; i++)
		press(p, "Up");
	while (--n > 0)
		press(p, "Down");
}

static void terms(struct pty *p, const struct words *w)
{
	to_line(p, 10);
	ACT(p, "6", "首次到店赠送");
	until(p, "SELECT count(*) FROM job_line WHERE free_reason IS NOT NULL", 1);
	to_line(p, 4);
	/* what this customer paid last time, without a key, also where its column has no room */
	if (!pty_expect_row(p, w->rows - 2, "180.00", 0)) {
		pty_dump(p);
		fail_msg("the last price is not told");
	}
	ACT(p, "7", "1", "2", "刹车片硬点");
	until(p, "SELECT count(*) FROM comeback", 1);
	press(p, "Down");
	ACT(p, "7", "1", "2", "刹车片硬点");
	until(p, "SELECT count(*) FROM comeback", 2);
	press(p, "Down");
	ACT(p, "5", "2");
	press(p, "Down");
	ACT(p, "5", "2");
	until(p, "SELECT count(*) FROM job_line WHERE bears = 'insurer'", 2);
	ACT(p, "95", "90", "100", "PA-2026-881");
	until(p, "SELECT excess FROM payer_share", 10000);
	press(p, "F12 Tab 2 F12");
	until(p, "SELECT authorised FROM job WHERE id = " JOB, 148200);
}

static void dispatched(struct pty *p, long long n)
{
	until(p, "SELECT count(*) FROM dispatch d JOIN job_line l ON l.id = d.line_id WHERE l.job_id = " JOB,
	      n);
}

static void dispatch(struct pty *p, const struct words *w)
{
	open_screen(p, "23", w->dispatched);
	press(p, "Enter");
	type(p, "chen");
	press(p, "F12");
	dispatched(p, 2);
	press(p, "Down F2");
	title_is(p, w->dispatch);
	press(p, "Tab Tab");
	type(p, "chen");
	press(p, "Tab Tab");
	type(p, "60");
	press(p, "Enter");
	type(p, "liu");
	press(p, "Tab Tab");
	type(p, "40");
	press(p, "F12");
	dispatched(p, 4);
	press(p, "Esc Down Down Down");
	press(p, "Enter");
	type(p, "liu");
	press(p, "F12");
	dispatched(p, 5);
	press(p, "Esc");
}

/* The technician at a terminal of his own. */
static struct pty *technician(const struct words *w)
{
	struct pty *p =
	    sit(&(struct seating){ .lang = w->lang, .user = "chen", .rows = w->rows, .cols = w->cols });

	sees(p, "chen");
	type(p, "1234");
	press(p, "Enter");
	sees(p, "12 ");
	open_screen(p, "28", w->work);
	sees(p, "鄂A12345");
	return p;
}

static void clock_on(struct pty *p)
{
	press(p, "F12");
	until(p, "SELECT count(*) FROM job_clock WHERE stopped_at IS NULL", 1);
	press(p, "F2");
	type(p, "前轮胎磨损");
	press(p, "Tab 2 F12");
	until(p, "SELECT count(*) FROM advice", 1);
}

static void issue(struct pty *p, const struct words *w, long long slips)
{
	open_screen(p, "14", w->issue);
	press(p, "^U");
	type(p, "chen");
	press(p, "Enter F12");
	until(p, "SELECT count(*) FROM issue_slip", slips);
	press(p, "Esc");
}

/* More than was said yes to, and half a litre more than is billed. */
static void change(struct pty *p, const struct words *w)
{
	title_is(p, w->estimate);
	add(p, "dc01", 12);
	press(p, "F12 Tab 3 F12");
	until(p, "SELECT count(*) FROM job_revision WHERE job_id = " JOB, 2);
	issue(p, w, 3);
	/* the picker is the one who picked last */
	open_screen(p, "14", w->issue);
	type(p, "jy01");
	press(p, "Tab");
	type(p, "0.5");
	press(p, "F12");
	until(p, "SELECT count(*) FROM issue_slip", 4);
	press(p, "Esc");
}

static void finish(struct pty *p, const struct words *w)
{
	open_screen(p, "15", w->finish);
	press(p, "^U");
	type(p, "liu");
	press(p, "Tab 2 Tab");
	type(p, "试车补油");
	press(p, "F12");
	until(p, "SELECT count(*) FROM job WHERE state = 'finished'", 1);
	press(p, "F8");
	type(p, "左前仍有异响");
	press(p, "F12");
	until(p, "SELECT count(*) FROM job WHERE state = 'finished'", 0);
	press(p, "Esc");
	open_screen(p, "15", w->finish);
	press(p, "^U");
	type(p, "liu");
	press(p, "F12");
	until(p, "SELECT count(*) FROM job WHERE state = 'finished'", 1);
	press(p, "Esc");
}

/* The caret is in the row of this, behind it. */
static bool stands_at(struct pty *p, const char *text)
{
	int row, col, at, from;

	pty_cursor(p, &row, &col);
	at = pty_find(p, text, &from);
	return at == row && from < col && col < from + 30;
}

/* In advance, then with discounts, the deposit on a core, two ways to pay; the insurer's share stays open. */
static void settle(struct pty *p, const struct words *w)
{
	open_screen(p, "62", w->payments);
	press(p, "F2 Up Up");
	type(p, "鄂A12345");
	press(p, "Enter Enter");
	type(p, "200");
	press(p, "F12");
	until(p, "SELECT count(*) FROM payment WHERE method_id = 1", 1);
	go_home(p);
	to_job(p);
	title_is(p, w->settle);
	for (int i = 0; i < 12 && !stands_at(p, w->discount); i++)
		press(p, "Up");
	type(p, "10");
	press(p, "Tab");
	type(p, "20");
	for (int i = 0; i < 12 && !stands_at(p, "1227.50"); i++)
		press(p, "Tab");
	press(p, "Down");
	if (w->cols >= 80)
		sees(p, "1227.50");
	assert_int_equal(pty_find(p, "1,227.50", NULL), -1);
	type(p, "700");
	press(p, "Down Down Enter");
	until(p, "SELECT count(*) FROM job WHERE state = 'settled'", 1);
	until(p, "SELECT sum(amount) FROM bill_open", 59450);
	press(p, "F9");
	title_is(p, w->handover);
	press(p, "F12");
	until(p, "SELECT count(*) FROM job WHERE state = 'handed_over'", 2);
	go_home(p);
}

static void give_back(struct pty *p, const struct words *w)
{
	press(p, "^X");
	pty_type(p, "76");
	sees(p, "WO-");
	press(p, "Enter");
	title_is(p, w->credit);
	type(p, "尺寸不符");
	press(p, "Enter Down Down Down Down Down Down Down Down Down Down");
	type(p, "1");
	press(p, "Tab PgDn");
	type(p, "40");
	press(p, "F12");
	until(p, "SELECT count(*) FROM credit", 1);
	go_home(p);
}

static void quick(struct pty *p, const struct words *w)
{
	open_screen(p, "38", w->quick);
	type(p, "鄂B67890");
	press(p, "Tab");
	type(p, "8000");
	press(p, "Tab Tab Tab");
	type(p, "李梅");
	press(p, "Tab");
	type(p, "13998765432");
	press(p, "Tab Tab Tab");
	type(p, "洗车");
	press(p, "Tab");
	type(p, "1");
	press(p, "Tab");
	type(p, "30");
	press(p, "Enter");
	type(p, "yg01");
	press(p, "Tab Tab Tab");
	type(p, "1");
	press(p, "Tab Enter Enter Down Down Enter");
	until(p, "SELECT count(*) FROM job WHERE state = 'handed_over'", 3);
	go_home(p);
}

static void figures(struct str *ret)
{
	static const char *const reports[] = { "workshop_days",     "settlements",      "takings_by_method",
					       "receivable_ageing", "stock_statement",  "picked_parts",
					       "technician_work",   "technician_lines", "advisor_work",
					       "comebacks",         "types_by_month",   "cash_sums" };

	str_clear(ret);
	for (size_t i = 0; i < sizeof reports / sizeof *reports; i++) {
		char line[100];

		snprintf(line, sizeof line, "report %s --format csv", reports[i]);
		shop_tells(line, ret);
	}
}

static void begin(void)
{
	char line[500];

	shop_anew();
	snprintf(line, sizeof line, "do --jsonl %s/wide_day_before.jsonl", getenv("WORKBAY_DATA"));
	shop_do(line);
}

static void day(const struct words *w, struct str *ret)
{
	struct pty *p, *other;

	begin();
	p = sit(&(struct seating){ .lang = w->lang, .rows = w->rows, .cols = w->cols });
	receive(p, w);
	lines(p);
	terms(p, w);
	dispatch(p, w);
	other = technician(w);
	clock_on(other);
	issue(p, w, 2);
	change(p, w);
	press(other, "F12");
	press(other, "F12");
	until(other, "SELECT count(*) FROM job_clock WHERE stopped_at IS NULL", 0);
	open_screen(other, "22", w->board);
	sees(other, "鄂A12345");
	finish(p, w);
	settle(p, w);
	/* without a key: the row is struck, and gone with the next key */
	sees(other, w->changed);
	press(other, "F5");
	assert_true(pty_expect_gone(other, "鄂A12345", 0));
	give_back(p, w);
	quick(p, w);
	leave(p);
	go_home(other);
	leave(other);
	figures(ret);
	shop_do("check");
}

/* ---- the reports and the ledger ---- */

/* The cells of a column, summed, in fen; also of a row of titles alone. */
static long long column(const char *report, const char *name)
{
	struct str text = { 0 };
	char line[100];
	long long sum = 0;
	int at = 0;
	const char *p;

	snprintf(line, sizeof line, "report %s --format csv", report);
	shop_tells(line, &text);
	p = str_get(&text) + 3; /* the mark of UTF-8 */
	for (; strncmp(p, name, strlen(name)) != 0 || !strchr(",\r", p[strlen(name)]); at++) {
		p += strcspn(p, ",\r");
		if (*p++ != ',')
			fail_msg("%s has no column %s", report, name);
	}
	while ((p = strchr(p, '\n')) && p[1]) {
		const char *cell = ++p;
		bool minus;

		for (int i = 0; i < at; i++)
			cell += strcspn(cell, ",") + 1;
		minus = *cell == '-';
		for (long long v = 0; *cell && *cell != ',' && *cell != '\r'; cell++) {
			v = *cell >= '0' && *cell <= '9' ? v * 10 + *cell - '0' : v;
			if (!cell[1] || strchr(",\r", cell[1]))
				sum += minus ? -v : v;
		}
	}
	str_free(&text);
	return sum;
}

/* Accounts over documents of some kinds. */
#define LEDGER(accounts, kinds)                                                                              \
	shop_says(                                                                                           \
	    "SELECT ifnull(sum(l.amount), 0) FROM entry_line l JOIN entry e ON e.id = l.entry_id JOIN "      \
	    "document d ON d.id = e.document_id WHERE l.account_id IN (" accounts                            \
	    ") AND d.kind_id IN (" kinds ")")
#define INCOME "16, 17, 18, 19, 20"
#define COST   "21, 30, 32, 33"
#define BILLED "4, 45" /* settlements and credit notes */

static void the_reports_of_the_workshop_tie_to_the_ledger(void **state)
{
	static const char *const by_job[] = { "settlements", "advisor_work", "types_by_month" };
	long long billed = -LEDGER(INCOME ", 31, 12", BILLED), profit = -LEDGER(INCOME ", " COST, BILLED);

	(void)state;
	assert_int_equal(profit, 91015);
	for (size_t i = 0; i < sizeof by_job / sizeof *by_job; i++) {
		assert_int_equal(column(by_job[i], "total") - column(by_job[i], "credited"), billed);
		assert_int_equal(column(by_job[i], "profit"), profit);
	}
	/* by handover and by settlement: every car was handed over */
	assert_int_equal(column("workshop_days", "profit"), profit);
	assert_int_equal(column("workshop_months", "profit"), profit);
	assert_int_equal(column("workshop_days", "cost"), LEDGER(COST, BILLED));
	assert_int_equal(column("workshop_days", "income"), -LEDGER(INCOME, BILLED));
	assert_int_equal(column("workshop_months", "income"), -LEDGER(INCOME, BILLED));
	assert_int_equal(column("workshop_days", "total") - column("workshop_days", "given_back"), billed);
	assert_int_equal(column("workshop_days", "settled_total"), column("settlements", "total"));
	assert_int_equal(column("workshop_days", "waiting"), 0);
	assert_int_equal(column("handovers", "total"), column("settlements", "total"));
	assert_int_equal(column("jobs_in_house", "total"), 0);
}

static void parts_and_work_tie_to_the_ledger(void **state)
{
	(void)state;
	assert_int_equal(column("picked_parts", "cost"), LEDGER("8", "2"));
	assert_int_equal(column("picked_parts", "amount"), 144200);
	assert_int_equal(column("stock_statement", "close_value"),
			 shop_says("SELECT sum(amount) FROM entry_line WHERE "
				   "account_id = 7"));
	assert_int_equal(column("comebacks", "cost"), LEDGER("32", "4"));
	assert_int_equal(
	    column("technician_lines", "amount"),
	    shop_says("SELECT sum(amount - discount) FROM settlement_line WHERE kind = 'labour'"));
	assert_int_equal(column("technician_work", "amount"), column("technician_lines", "amount"));
	assert_int_equal(column("technician_work", "fee"), column("technician_lines", "fee"));
	assert_int_equal(column("declined_work", "amount"), 13200);
}

static void money_ties_to_the_ledger(void **state)
{
	(void)state;
	assert_int_equal(column("receipts", "amount"), LEDGER("1, 2, 3, 4, 5", "5, 45"));
	assert_int_equal(column("takings_by_method", "net"), column("receipts", "amount"));
	assert_int_equal(column("receivable_ageing", "total"),
			 shop_says("SELECT sum(amount) FROM entry_line WHERE account_id = 6"));
}

static void as_lines(struct str *ret)
{
	char line[500];

	begin();
	snprintf(line, sizeof line, "do --jsonl %s/wide_day.jsonl", getenv("WORKBAY_DATA"));
	shop_do(line);
	figures(ret);
	shop_do("check");
}

static const struct words words[] = {
	{ "en", 24, 80, "Open a till", "Reception", "Estimate", "Who does what", "Dispatch", "Issue parts",
	  "Finish", "Payments", "Settle", "Hand over", "Credit a settlement", "Quick job", "My work",
	  "Workshop board", "This row has changed", "Discount on labour" },
	{ "zh_CN", 24, 80, "开班", "接车", "估价", "派工明细", "派工 |", "领料", "完工", "收款记录", "结账",
	  "交车", "结算后退款", "快修单", "我的工作", "车间看板", "这一行刚被改动；", "工时优惠" },
	{ "zh_TW", 24, 80, "開班", "接車", "估價", "派工明細", "派工 |", "領料", "完工", "收款紀錄", "結帳",
	  "交車", "結帳後退款", "快修單", "我的工作", "維修看板", "這一筆剛被更動；", "工資折扣" },
	{ "en", 12, 40, "Open a till", "Reception", "Estimate", "Who does", "Dispatch", "Issue parts",
	  "Finish", "Payments", "Settle", "Hand over", "Credit a", "Quick job", "My work", "Workshop",
	  "This row has changed", "Discount on labour" },
};

static void the_long_day_ends_with_the_same_figures(void **state)
{
	struct str told = { 0 }, walked = { 0 };

	(void)state;
	as_lines(&told);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		day(&words[i], &walked);
		assert_string_equal(str_get(&walked), str_get(&told));
	}
	str_free(&told);
	str_free(&walked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_long_day_ends_with_the_same_figures),
		cmocka_unit_test(the_reports_of_the_workshop_tie_to_the_ledger),
		cmocka_unit_test(parts_and_work_tie_to_the_ledger),
		cmocka_unit_test(money_ties_to_the_ledger),
	};

	return cmocka_run_group_tests(tests, NULL, shop_drop);
}
