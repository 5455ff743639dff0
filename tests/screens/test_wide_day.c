/* test_wide_day.c - the long day of a car ends with the same figures, by the keyboard in three languages and as JSON
 * lines, and its reports tie to the ledger. */
#include "tests/screens/wide_day.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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
		begin();
		wide_day(&words[i]);
		figures(&walked);
		shop_do("check");
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
