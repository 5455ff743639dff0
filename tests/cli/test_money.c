/* test_money.c - bills, claims, invoices, expenses, cards, deposits and channels as JSON lines, and the same figures in lists,
 * reports and on paper. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/cli/desk.h"

static const char day[] =
    "{\"do\":\"user.add\",\"user\":\"sun\",\"name\":\"Sun\",\"role\":\"manager\",\"pin\":\"5678\"}\n"
    "{\"do\":\"customer.add\",\"name\":\"江汉物流\",\"phone\":\"02788880000\",\"terms\":30}\n"
    "{\"do\":\"customer.add\",\"name\":\"王强\",\"phone\":\"13812345678\"}\n"
    "{\"do\":\"insurer.add\",\"name\":\"平安保险\",\"terms\":60}\n"
    "{\"do\":\"vehicle.add\",\"plate\":\"鄂A88888\",\"customer\":\"江汉物流\"}\n"
    "{\"do\":\"vehicle.add\",\"plate\":\"鄂A12345\",\"customer\":\"王强\"}\n"
    "{\"do\":\"setting.set\",\"name\":\"job.authorise\",\"value\":\"no\"}\n"
    "{\"do\":\"job.receive\",\"plate\":\"鄂A88888\",\"odometer\":52000,\"complaint\":\"保养\"}\n"
    "{\"do\":\"job.labour\",\"job\":\"$8.id\",\"text\":\"保养\",\"price\":1000}\n"
    "{\"do\":\"job.finish\",\"job\":\"$8.id\"}\n"
    "{\"do\":\"job.settle\",\"job\":\"$8.id\"}\n"
    "{\"do\":\"job.receive\",\"plate\":\"鄂A12345\",\"odometer\":52000,\"complaint\":\"事故\"}\n"
    "{\"do\":\"job.labour\",\"job\":\"$12.id\",\"text\":\"钣金\",\"price\":2000}\n"
    "{\"do\":\"job.finish\",\"job\":\"$12.id\"}\n"
    "{\"do\":\"job.settle\",\"job\":\"$12.id\",\"payers\":[{\"party\":\"平安保险\",\"claim_no\":\"PA-1\"}]}\n"
    "{\"do\":\"bill.combine\",\"party\":\"江汉物流\",\"jobs\":[{\"job\":\"$8.id\"}]}\n"
    "{\"do\":\"payment.take\",\"bills\":[{\"document\":\"$16.id\"}],\"method\":\"bank\",\"amount\":900,"
    "\"discount\":10,\"reference\":\"B1\"}\n"
    "{\"do\":\"claim.close\",\"insurer\":\"平安保险\",\"bills\":[{\"document\":\"$15.id\",\"paid\":1800}],"
    "\"method\":\"bank\",\"reference\":\"B2\",\"rest\":\"customer\",\"reason\":\"折旧\"}\n"
    "{\"do\":\"bill.write_off\",\"party\":\"江汉物流\",\"how\":\"bad_debt\",\"amount\":50,\"reason\":"
    "\"倒闭\",\"approve\":\"sun\",\"approve_pin\":\"5678\"}\n"
    "{\"do\":\"bill.recover\",\"document\":\"$19.id\",\"method\":\"cash\",\"amount\":20}\n"
    "{\"do\":\"invoice.range\",\"type\":\"ordinary\",\"code\":\"AB\",\"first\":\"00000001\",\"last\":"
    "\"00000010\"}\n"
    "{\"do\":\"invoice.issue\",\"type\":\"ordinary\",\"title\":\"江汉物流\",\"party\":\"江汉物流\",\"bills\":"
    "[{\"bill\":\"ST-261121-0001\",\"amount\":400}]}\n"
    "{\"do\":\"invoice.red\",\"invoice\":\"$22.id\",\"amount\":100,\"reason\":\"开错\"}\n"
    "{\"do\":\"expense.add\",\"category\":\"RENT\",\"amount\":8000,\"method\":\"bank\",\"payee\":\"房东\"}\n"
    "{\"do\":\"petty.fill\",\"amount\":200,\"method\":\"cash\"}\n"
    "{\"do\":\"expense.add\",\"category\":\"OFFICE\",\"amount\":35.5,\"method\":\"petty\"}\n"
    "{\"do\":\"income.add\",\"category\":\"SCRAP\",\"amount\":120,\"method\":\"cash\"}\n"
    "{\"do\":\"card.issue\",\"customer\":\"王强\",\"number\":\"M1\"}\n"
    "{\"do\":\"card.top_up\",\"card\":\"M1\",\"amount\":1000,\"gift\":100,\"method\":\"wechat\","
    "\"reference\":\"WX1\"}\n"
    "{\"do\":\"payment.take\",\"party\":\"王强\",\"method\":\"member\",\"amount\":110}\n"
    "{\"do\":\"card.refund\",\"card\":\"M1\",\"amount\":400,\"method\":\"wechat\",\"reason\":\"搬家\"}\n"
    "{\"do\":\"deposit.take\",\"party\":\"王强\",\"kind\":\"KEY\",\"thing\":\"备用钥匙\",\"amount\":100,"
    "\"method\":\"cash\"}\n"
    "{\"do\":\"deposit.back\",\"deposit\":\"$32.id\",\"amount\":70,\"keep\":30,\"method\":\"cash\","
    "\"reason\":\"刮花\"}\n"
    "{\"do\":\"channel.line\",\"method\":\"wechat\",\"day\":\"today\",\"reference\":\"WX1\",\"amount\":1000,"
    "\"fee\":6}\n"
    "{\"do\":\"channel.pay\",\"method\":\"wechat\",\"until\":\"today\"}\n"
    "{\"do\":\"payment.take\",\"party\":\"王强\",\"advance\":true,\"method\":\"cash\",\"amount\":300,"
    "\"forfeitable\":true}\n"
    "{\"do\":\"advance.keep\",\"document\":\"$36.id\",\"amount\":100,\"reason\":\"爽约\"}\n";

/* The shop goes by the clock: what is written for 2026-11-21 is meant for its first day. */
static char today[16], number[8];

static char *turned(char *text, const char *from, const char *to)
{
	struct str s = { 0 };
	char *at;

	for (char *rest = text;; rest = at + strlen(from)) {
		at = strstr(rest, from);
		str_addn(&s, rest, at ? (size_t)(at - rest) : strlen(rest));
		if (!at)
			break;
		str_add(&s, to);
	}
	free(text);
	text = strdup(str_get(&s));
	str_free(&s);
	return text;
}

/* The caller frees. */
static char *dated(const char *text)
{
	char month[16];

	snprintf(month, sizeof month, "%.7s,", today);
	return turned(turned(turned(strdup(text), "2026-11-21", today), "261121", number), "2026-11,", month);
}

static void first_day(struct desk *d)
{
	desk_run(d, NULL, "show", "documents", "--format", "csv", NULL);
	snprintf(number, sizeof number, "%.6s", strstr(str_get(&d->out), "-0001") - 6);
	snprintf(today, sizeof today, "20%.2s-%.2s-%.2s", number, number + 2, number + 4);
}

static int begin(void **state)
{
	struct desk *d;
	char *lines;

	desk_setup_shop(state);
	d = *state;
	first_day(d);
	lines = dated(day);
	desk_run(d, lines, "do", "--jsonl", NULL);
	free(lines);
	STATUS(d, 0);
	return 0;
}

static void says(struct desk *d, const char *text)
{
	char *part = dated(text);

	SAYS(&d->out, part);
	free(part);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, desk_teardown)

static void shows(struct desk *d, const char *view, const char *row)
{
	desk_run(d, NULL, "show", view, "--format", "csv", NULL);
	STATUS(d, 0);
	says(d, row);
}

static void reports(struct desk *d, const char *report, const char *row)
{
	desk_run(d, NULL, "report", report, "--format", "csv", NULL);
	STATUS(d, 0);
	says(d, row);
}

static void prints(struct desk *d, const char *form, const char *document, const char *what)
{
	char *paper = dated(document);

	desk_run(d, NULL, "--lang", "en", "print", form, paper, NULL);
	free(paper);
	STATUS(d, 0);
	says(d, what);
}

static void bills_are_listed_with_what_is_left(void **state)
{
	struct desk *d = *state;

	shows(d, "open_bills", "CL-261121-0001,2026-11-21,王强,鄂A12345,200.00,90.00,0");
	shows(d, "open_bills", "ST-261121-0001,2026-11-21,江汉物流,鄂A88888,1000.00,40.00,0");
	shows(d, "collectives", "CB-261121-0001,江汉物流,1,1000.00,40.00,");
	shows(d, "write_offs", "WR-261121-0001,江汉物流,ST-261121-0001,Bad debt,50.00,");
	shows(d, "write_offs", "CL-261121-0001,平安保险,ST-261121-0002,Customer pays,200.00,");
	reports(d, "receivable_ageing", "江汉物流,02788880000,40.00,0.00,0.00,0.00,0.00,40.00");
	reports(d, "bill_ageing", "CL-261121-0001,90.00,0.00,0.00,0.00,0.00,90.00");
	shows(d, "to_review", "Bill written off,WR-261121-0001,江汉物流,");
}

static void invoices_are_counted_by_their_numbers(void **state)
{
	struct desk *d = *state;
	char *issue;

	shows(d, "invoices", "400.00,46.02,partly,,IV-261121-0001");
	shows(d, "invoice_ranges", "Ordinary invoice,AB00000001,00000010,00000003,8,1");
	shows(d, "uninvoiced", "ST-261121-0001,江汉物流,鄂A88888,1000.00,");
	desk_run(d, NULL, "show", "uninvoiced", "party=江汉物流", "--format", "json", NULL);
	SAYS(&d->out, "\"left\":700.00");
	reports(d, "invoice_register",
		"AB00000002,2026-11-21,Ordinary invoice,江汉物流,,-88.50,-11.50,-100.00,red");
	desk_run(d, NULL, "do", "invoice.issue", "type=ordinary", "title=x", "party=江汉物流", NULL);
	STATUS(d, 1);
	SAYS(&d->err, "Which bills is the invoice for?");
	issue = dated("bill=ST-261121-0001");
	desk_run(d, NULL, "do", "invoice.issue", "type=ordinary", "title=x", issue, NULL);
	free(issue);
	STATUS(d, 0);
	prints(d, "invoice", "IV-261121-0002", "700.00");
	SAYS(&d->out, "00000003");
}

static void money_beside_bills_is_told_apart(void **state)
{
	struct desk *d = *state;

	shows(d, "expenses", "EE-261121-0001,Rent,房东,-8000.00,0.00,Bank transfer,");
	reports(d, "petty_cash", "EE-261121-0002,Expense,,0.00,35.50,164.50");
	reports(d, "expenses_by_month", "2026-11,Scrap and waste oil sold,1,0.00,120.00,");
	shows(d, "card_moves", "PY-261121-0002,-100.00,-10.00,900.00,90.00,M1");
	reports(d, "card_balances", "M1,王强,Silver card,1100.00,550.00,500.00,50.00,2026-11-21");
	shows(d, "deposits", "DT-261121-0001,王强,Key,备用钥匙,100.00,0.00,");
	shows(d, "channel_lines", "WeChat,WX1,1000.00,6.00,paid,VT-261121-0001,CP-261121-0001");
	shows(d, "channel_missing", "VR-261121-0001,王强,WeChat,-400.00,");
	shows(d, "advances", "PY-261121-0003,王强,,1,300.00,0.00,0.00,100.00,");
	reports(d, "advances_held", "王强,,2026-11-21,300.00,100.00,200.00");
	reports(d, "refunds", "DB-261121-0001,,王强,Cash,70.00,");
}

static void the_cash_journal_and_the_ledger_agree(void **state)
{
	struct desk *d = *state;

	reports(d, "cash_journal", "Bank transfer,1800.00,0.00,");
	reports(d, "takings_by_method", "2026-11-21,Bank transfer,2,2700.00,0.00,2700.00");
	reports(d, "trial_balance", "1001,Cash in tills,asset,0.00,1040.00,270.00,770.00");
	reports(d, "trial_balance", "1002,Bank,asset,0.00,3694.00,8000.00,-4306.00");
	reports(d, "trial_balance", "1122,Receivable,asset,0.00,3200.00,3070.00,130.00");
	desk_run(d, NULL, "check", NULL);
	STATUS(d, 0);
	SILENT(&d->out);
}

static void papers_say_what_was_taken(void **state)
{
	struct desk *d = *state;

	prints(d, "receipt", "PY-261121-0001", "In words:      nine hundred yuan");
	prints(d, "collective", "CB-261121-0001", "ST-261121-0001");
	prints(d, "write_off", "CL-261121-0001", "200.00");
	prints(d, "deposit", "DT-261121-0001", "备用钥匙");
	prints(d, "top_up", "VT-261121-0001", "1,000.00");
}

/* The power went between the payment and its paper: it waits, and what comes later is no copy. */
static void a_paper_that_did_not_come_waits_to_be_the_first(void **state)
{
	struct desk *d = *state;

	shows(d, "print_queue", "PY-261121-0001");
	prints(d, "receipt", "PY-261121-0001", "Receipt");
	desk_says(&d->out, "Copy", false, __FILE__, __LINE__);
}

static void what_is_wrong_is_said_in_one_line(void **state)
{
	struct desk *d = *state;
	static const struct {
		const char *line, *sentence;
	} wrong[] = {
		{ "{\"do\":\"review.pass\",\"document\":\"PY-261121-0001\"}", "Somebody else reviews it" },
		{ "{\"do\":\"payment.refund\",\"document\":\"PY-261121-0003\",\"amount\":200.01,"
		  "\"method\":\"cash\",\"reason\":\"x\"}",
		  "Only 200.00 of PY-261121-0003 can be given back" },
		{ "{\"do\":\"payment.take\",\"party\":\"江汉物流\",\"bills\":[{\"document\":"
		  "\"CL-261121-0001\"}],\"method\":\"bank\",\"amount\":1}",
		  "CL-261121-0001 is no bill of 江汉物流, but of 王强" },
		{ "{\"do\":\"invoice.red\",\"invoice\":\"AB00000001\",\"amount\":300.01,\"reason\":\"x\"}",
		  "Only 300.00 of invoice AB00000001 is left" },
		{ "{\"do\":\"card.refund\",\"card\":\"M1\",\"amount\":500.01,\"method\":\"cash\","
		  "\"reason\":\"x\"}",
		  "500.00" },
		{ "{\"do\":\"deposit.back\",\"deposit\":\"DT-261121-0001\",\"amount\":1,\"method\":\"cash\","
		  "\"reason\":\"x\"}",
		  "DT-261121-0001" },
		{ "{\"do\":\"channel.line\",\"method\":\"wechat\",\"day\":\"today\",\"reference\":\"WX1\","
		  "\"amount\":1000}",
		  "WX1" },
		{ "{\"do\":\"expense.add\",\"category\":\"OFFICE\",\"amount\":164.51,\"method\":\"petty\"}",
		  "There is only 164.50 in the petty cash box" },
		{ "{\"do\":\"bill.recover\",\"document\":\"WR-261121-0001\",\"method\":\"cash\","
		  "\"amount\":30.01}",
		  "Only 30.00 of WR-261121-0001" },
		{ "{\"do\":\"claim.close\",\"insurer\":\"平安保险\",\"bills\":[{\"document\":"
		  "\"ST-261121-0002\"}],\"method\":\"bank\"}",
		  "Nothing of ST-261121-0002 is open" },
	};

	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		char *line = dated(wrong[i].line);

		desk_run(d, line, "do", "--jsonl", NULL);
		free(line);
		STATUS(d, 1);
		says(d, wrong[i].sentence);
	}
	desk_run(d, NULL, "check", NULL);
	STATUS(d, 0);
}

/* In a demo shop, which may go on a month later. */
static void accounts_are_stated_by_month(void **state)
{
	struct desk *d = *state;
	char shop[120], line[60], owed[40];

	snprintf(shop, sizeof shop, "%s", desk_path(d, "demo.db"));
	desk_run_on(d, shop, NULL, "demo", "--days", "12", "--orders-per-day", "5", "--until", "2026-11-21",
		    NULL);
	STATUS(d, 0);
	setenv("WORKBAY_NOW", "2026-12-05T04:00:00Z", 1);
	desk_run_on(d, shop, NULL, "do", "statement.make", "party=武汉顺达物流有限公司", "from=2026-11-01",
		    "until=2026-12-05", NULL);
	STATUS(d, 1);
	SAYS(&d->err, "A statement ends with a day that is over");
	desk_run_on(d, shop, NULL, "do", "statement.make", "party=武汉顺达物流有限公司", "from=2026-11-01",
		    "until=2026-11-30", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "SM-261205-0001");
	desk_run_on(d, shop, NULL, "show", "statement_lines", "statement=SM-261205-0001", "--format", "csv",
		    NULL);
	snprintf(line, sizeof line, "document=%.14s", strstr(str_get(&d->out), "ST-2611"));
	desk_run_on(d, shop, NULL, "do", "statement.tick", "party=武汉顺达物流有限公司", line, NULL);
	STATUS(d, 0);
	desk_run_on(d, shop, NULL, "do", "statement.tick", "party=武汉顺达物流有限公司", line, NULL);
	STATUS(d, 1);
	SAYS(&d->err, "is ticked already");
	desk_run_on(
	    d, shop, NULL, "sql",
	    "SELECT printf('%,d.%02d', sum(l.amount) / 100, sum(l.amount) % 100) AS owed FROM entry_line l "
	    "JOIN account a ON a.id = l.account_id JOIN party p ON p.id = l.party_id "
	    "WHERE a.kind = 'receivable' AND p.name = '武汉顺达物流有限公司'",
	    NULL);
	STATUS(d, 0);
	assert_int_equal(sscanf(str_get(&d->out), "owed%*[ \n-]%39[0-9,.]", owed), 1);
	assert_true(strtol(owed, NULL, 10) > 0);
	desk_run_on(d, shop, NULL, "--lang", "en", "print", "statement", "SM-261205-0001", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "Closing balance");
	SAYS(&d->out, owed);
	desk_run_on(d, shop, NULL, "do", "period.close", "until=2026-11-30", NULL);
	STATUS(d, 0);
	desk_run_on(d, shop, NULL, "do", "period.reopen", "from=2026-11-30", "reason=a bill was forgotten",
		    NULL);
	STATUS(d, 0);
	desk_run_on(d, shop, NULL, "report", "period_closings", "--format", "csv", NULL);
	SAYS(&d->out, "a bill was forgotten");
	desk_run_on(d, shop, NULL, "check", NULL);
	STATUS(d, 0);
	unsetenv("WORKBAY_NOW");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(bills_are_listed_with_what_is_left),
		TEST(invoices_are_counted_by_their_numbers),
		TEST(money_beside_bills_is_told_apart),
		TEST(the_cash_journal_and_the_ledger_agree),
		TEST(papers_say_what_was_taken),
		TEST(a_paper_that_did_not_come_waits_to_be_the_first),
		TEST(what_is_wrong_is_said_in_one_line),
		TEST(accounts_are_stated_by_month),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
