/* test_books.c - the ledger as accountants' programs read it: each of them agrees with our trial balance. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/cli/desk.h"

#define ACCOUNTS_MOST 120

struct balance {
	char code[24], amount[24];
};

struct trial {
	struct balance row[ACCOUNTS_MOST];
	size_t n;
};

static int setup_demo(void **state)
{
	struct desk *d;

	desk_setup(state);
	d = *state;
	setenv("WORKBAY_NOW", "2026-11-21T04:00:00Z", 1);
	desk_run(d, NULL, "demo", "--days", "4", "--orders-per-day", "4", "--until", "2026-11-21", NULL);
	STATUS(d, 0);
	return 0;
}

/* The k-th cell of a line of CSV without quotes. */
static void cell(const char *line, int k, char *to, size_t room)
{
	for (; k > 0 && (line = strchr(line, ',')); k--)
		line++;
	snprintf(to, room, "%.*s", line ? (int)strcspn(line, ",\r\n") : 0, line ? line : "");
}

/* Our own balances at the end of those days, those of 0 left out. */
static void ours(struct desk *d, const char *days, struct trial *t)
{
	char day[60];
	const char *line;

	snprintf(day, sizeof day, "day=%s", days);
	desk_run(d, NULL, "report", "trial_balance", day, "--format", "csv", NULL);
	STATUS(d, 0);
	t->n = 0;
	line = strchr(str_get(&d->out), '\n');
	for (; line && line[1]; line = strchr(line + 1, '\n')) {
		struct balance *b = &t->row[t->n];

		cell(line + 1, 0, b->code, sizeof b->code);
		cell(line + 1, 6, b->amount, sizeof b->amount);
		if (strcmp(b->amount, "0.00") != 0 && ++t->n == ACCOUNTS_MOST)
			fail_msg("more accounts than the test has room for");
	}
	assert_true(t->n > 8);
}

/* Runs a program of the machine in the test's folder; its output is kept in d->out. */
static int program(struct desk *d, const char *command)
{
	char line[1000];
	FILE *f;
	int c, status;

	snprintf(line, sizeof line, "cd '%s' && LC_ALL=C.UTF-8 HOME=. PATH=/usr/bin:/bin %s 2>&1", d->dir,
		 command);
	f = popen(line, "r");
	assert_non_null(f);
	str_clear(&d->out);
	while ((c = fgetc(f)) != EOF)
		str_addc(&d->out, (char)c);
	status = pclose(f);
	if (status)
		print_error("%s\n%s\n", command, str_get(&d->out));
	return status;
}

/* Each line of the output names an account by its code and holds its amount; no account is missing or too many. */
static void agrees(struct desk *d, const struct trial *t)
{
	size_t lines = 0;
	const char *out = str_get(&d->out);

	for (const char *at = out; *at; lines++, at += strcspn(at, "\n"), at += *at == '\n')
		;
	assert_int_equal(lines, t->n);
	for (size_t i = 0; i < t->n; i++) {
		char wanted[60];

		snprintf(wanted, sizeof wanted, ":%s %s CNY\n", t->row[i].code, t->row[i].amount);
		if (!strstr(out, wanted))
			fail_msg("%s is not in\n%s", wanted, out);
	}
}

static void export_to(struct desk *d, const char *format, const char *from, const char *file)
{
	desk_run(d, NULL, "export", "books", "--format", format, "-o", desk_path(d, file),
		 from ? "--from" : NULL, from, NULL);
	STATUS(d, 0);
	SILENT(&d->err);
}

/* Names of accounts end behind the code, so that the programs' answers look alike. */
#define CODE_ONLY                                                                                            \
	"sed -E 's/^([A-Za-z]+:[0-9.]+) [^|]*\\|/\\1 /; s/^\"?([A-Za-z]+:[0-9.]+)[^,]*\",\"/\\1 /; "         \
	"s/\"$//; s/  +/ /g'"

static void hledger_agrees_with_our_trial_balance(void **state)
{
	struct desk *d = *state;
	struct trial t;

	export_to(d, "hledger", NULL, "b.journal");
	ours(d, "2020-01-01..2026-11-21", &t);
	assert_int_equal(program(d, "hledger -f b.journal check --strict"), 0);
	assert_int_equal(
	    program(d, "hledger -f b.journal bal --flat --no-total -O csv | tail -n +2 | " CODE_ONLY), 0);
	agrees(d, &t);
	assert_int_equal(program(d, "hledger -f b.journal bal --depth 0 --no-elide | tail -1 | tr -d ' '"),
			 0);
	assert_string_equal(str_get(&d->out), "0\n");
}

static void ledger_agrees_with_our_trial_balance(void **state)
{
	struct desk *d = *state;
	struct trial t;

	export_to(d, "ledger", NULL, "b.ledger");
	ours(d, "2020-01-01..2026-11-21", &t);
	assert_int_equal(program(d, "ledger -f b.ledger --strict bal --flat --no-total "
				    "--balance-format '%(account)|%(display_total)\\n' | " CODE_ONLY),
			 0);
	agrees(d, &t);
}

static void beancount_agrees_with_our_trial_balance(void **state)
{
	struct desk *d = *state;
	struct trial t;

	export_to(d, "beancount", NULL, "b.beancount");
	ours(d, "2020-01-01..2026-11-21", &t);
	assert_int_equal(program(d, "bean-check b.beancount"), 0);
	assert_int_equal(
	    program(d,
		    "bean-query -f csv b.beancount 'SELECT account, sum(position) AS s GROUP BY account' | "
		    "tail -n +2 | tr -d '\\r' | grep -v ',$' | sed -E 's/, */ /; s/ +/ /g; s/ $//; "
		    "s/([0-9])-([0-9])/\\1.\\2/'"),
	    0);
	agrees(d, &t);
}

static void part_of_the_books_begins_with_what_was_there(void **state)
{
	struct desk *d = *state;
	struct trial t;

	export_to(d, "hledger", "2026-11-20", "b.journal");
	ours(d, "2020-01-01..2026-11-21", &t);
	assert_int_equal(
	    program(d, "hledger -f b.journal bal --flat --no-total -O csv | tail -n +2 | " CODE_ONLY), 0);
	agrees(d, &t);
	export_to(d, "beancount", "2026-11-20", "b.beancount");
	assert_int_equal(program(d, "bean-check b.beancount"), 0);
}

/* Debit and credit of each voucher are equal; their numbers have no gap. */
#define BALANCED(file, debit, credit, skip)                                                                  \
	"iconv -f gb18030 -t utf-8 " file " | tr -d '\\r' | awk -F, 'NR > " skip                             \
	" { k = $1 \"/\" n($0); d[k] += $" debit "; c[k] += $" credit "; no[n($0)] = 1 } "                   \
	"function n(line) { split(line, f, \",\"); return f[" credit " == 12 ? 5 : 3] } "                    \
	"END { for (k in d) if (sprintf(\"%.2f\", d[k]) != sprintf(\"%.2f\", c[k])) bad++; for (i in no) "   \
	"count++; "                                                                                          \
	"for (i = 1; i <= count; i++) if (!(i in no)) bad++; print bad + 0, count }'"

static void vouchers_balance_and_are_numbered(void **state)
{
	struct desk *d = *state;
	int bad, documents, days;

	export_to(d, "kingdee", NULL, "k.csv");
	assert_int_equal(program(d, BALANCED("k.csv", "11", "12", "1")), 0);
	assert_int_equal(sscanf(str_get(&d->out), "%d %d", &bad, &documents), 2);
	assert_int_equal(bad, 0);
	assert_true(documents > 20);
	desk_run(d, NULL, "--lang", "zh_CN", "export", "books", "--format", "yonyou", "--by", "day", "-o",
		 desk_path(d, "y.txt"), NULL);
	STATUS(d, 0);
	assert_int_equal(program(d, BALANCED("y.txt", "7", "8", "1")), 0);
	assert_int_equal(sscanf(str_get(&d->out), "%d %d", &bad, &days), 2);
	assert_int_equal(bad, 0);
	assert_true(days > 1 && days < documents);
	assert_int_equal(program(d, "iconv -f gb18030 -t utf-8 y.txt | head -1"), 0);
	SAYS(&d->out, "填制凭证,V800");
}

/* As an accountant writes them: debits first, one maker, and how many papers lie behind it. */
static void a_voucher_has_one_maker_and_its_debits_first(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "--lang", "zh_CN", "export", "books", "--format", "kingdee", "--by", "day", "-o",
		 desk_path(d, "k.csv"), NULL);
	STATUS(d, 0);
	assert_int_equal(
	    program(d, "iconv -f gb18030 -t utf-8 k.csv | tr -d '\\r' | awk -F, 'NR > 1 { k = $1 \"/\" $5; "
		       "if (k in who && who[k] != $13) bad++; who[k] = $13; if ($12 != 0) late[k] = 1; "
		       "else if (k in late) bad++; if ($16 > most) most = $16 } END { print bad + 0, (most > "
		       "20) }'"),
	    0);
	SAYS(&d->out, "0 1");
}

static void account_takes_the_code_and_name_of_the_accountant(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "do", "account.change", "account=wechat", "code=1012.07", "title=微信收款户", NULL);
	STATUS(d, 0);
	export_to(d, "ledger", NULL, "b.ledger");
	assert_int_equal(program(d, "grep -c '^account Assets:1012.07 微信收款户$' b.ledger"), 0);
	export_to(d, "yonyou", NULL, "y.txt");
	assert_int_equal(program(d, "grep -c ',101207,' y.txt"), 0);
	desk_run(d, NULL, "do", "account.change", "account=wechat", "code=1001", NULL);
	STATUS(d, 1);
	SAYS(&d->err, "Another account has the code 1001");
	desk_run(d, NULL, "do", "account.change", "account=wechat", "code=10..1", NULL);
	STATUS(d, 1);
	SAYS(&d->err, "levels parted by points");
}

/* Neither the shop nor anything else that is a shop file goes under a list. */
static void a_shop_file_is_never_written_over(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "show", "customers", "--format", "csv", "-o", d->shop, NULL);
	STATUS(d, 73);
	SAYS(&d->err, "is a shop file. Name another file");
	desk_run(d, NULL, "export", "books", "--format", "csv", "-o", d->shop, NULL);
	STATUS(d, 73);
	desk_run(d, NULL, "backup", desk_path(d, "copy.db"), NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "report", "sales_by_day", "-o", desk_path(d, "copy.db"), NULL);
	STATUS(d, 73);
	desk_run(d, NULL, "check", NULL);
	STATUS(d, 0);
}

static void what_cannot_be_exported_is_said(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "export", "books", NULL);
	STATUS(d, 64);
	SAYS(&d->err, "--format");
	desk_run(d, NULL, "export", "books", "--format", "excel", NULL);
	STATUS(d, 64);
	SAYS(&d->err, "hledger, ledger, beancount, csv, kingdee and yonyou");
	desk_run(d, NULL, "export", "cars", "--format", "csv", NULL);
	STATUS(d, 64);
	desk_run(d, NULL, "export", "books", "--format", "csv", "--by", "week", NULL);
	STATUS(d, 64);
	desk_run(d, NULL, "export", "books", "--format", "csv", "-o", "/nowhere/b.csv", NULL);
	STATUS(d, 73);
}

/* The last cell of each line of a report, summed, in fen. */
static long long last_column(struct desk *d, const char *report)
{
	long long sum = 0;
	const char *line;

	desk_run(d, NULL, "report", report, "day=2026-01-01..2026-11-21", "--format", "csv", NULL);
	STATUS(d, 0);
	line = strchr(str_get(&d->out), '\n');
	for (; line && line[1]; line = strchr(line + 1, '\n')) {
		size_t n = strcspn(line + 1, "\r\n");
		const char *at = line + n;
		char text[40] = "";

		while (*at != ',')
			at--;
		for (at++; at < line + 1 + n; at++)
			if (*at != '.')
				snprintf(text + strlen(text), sizeof text - strlen(text), "%c", *at);
		sum += strtoll(text, NULL, 10);
	}
	return sum;
}

/* The only number of a SELECT: the last line of what is printed. */
static long long number(struct desk *d, const char *select)
{
	const char *text, *last;

	desk_run(d, NULL, "sql", select, NULL);
	STATUS(d, 0);
	text = str_get(&d->out);
	last = text + strlen(text);
	while (last > text && last[-1] == '\n')
		last--;
	while (last > text && last[-1] != '\n')
		last--;
	return strtoll(last, NULL, 10);
}

/* Something is credited of one work order, and another one is reopened. */
static void credit_and_reopen(struct desk *d)
{
	static const char credited[] =
	    "FROM settlement_line s JOIN job_line l ON l.id = s.job_line_id WHERE s.kind = "
	    "'labour' AND s.amount - s.discount > 1000 ORDER BY s.id LIMIT 1";
	char select[400], in[400];
	long long job, line, settled;

	snprintf(select, sizeof select, "SELECT l.job_id %s", credited);
	job = number(d, select);
	snprintf(select, sizeof select, "SELECT l.pos %s", credited);
	line = number(d, select);
	settled = number(d, "SELECT id FROM job WHERE state = 'settled' ORDER BY id DESC LIMIT 1");
	snprintf(in, sizeof in,
		 "{\"do\":\"job.credit\",\"job\":%lld,\"reason\":\"noise\",\"lines\":[{\"line\":\"%lld\","
		 "\"amount\":"
		 "\"1.00\"}]}\n{\"do\":\"job.reopen\",\"job\":%lld,\"reason\":\"price\"}\n",
		 job, line, settled);
	desk_run(d, in, "do", "--jsonl", NULL);
	STATUS(d, 0);
}

/* The workshop's own figures and the income accounts of the ledger are two ways to the same sum. */
static void the_workshop_earns_what_the_ledger_says(void **state)
{
	struct desk *d = *state;
	long long ledger;

	credit_and_reopen(d);
	ledger = number(
	    d, "SELECT -sum(l.amount) FROM entry_line l JOIN entry e ON e.id = l.entry_id JOIN document d ON "
	       "d.id = e.document_id LEFT JOIN document r ON r.id = d.reverses_id WHERE l.account_id IN (16, "
	       "17, 18, 19, 20) AND ifnull(r.kind_id, d.kind_id) IN (4, 45)");
	assert_true(ledger > 0);
	assert_int_equal(last_column(d, "workshop_days"), ledger);
	assert_int_equal(last_column(d, "workshop_months"), ledger);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hledger_agrees_with_our_trial_balance),
		cmocka_unit_test(ledger_agrees_with_our_trial_balance),
		cmocka_unit_test(beancount_agrees_with_our_trial_balance),
		cmocka_unit_test(part_of_the_books_begins_with_what_was_there),
		cmocka_unit_test(vouchers_balance_and_are_numbered),
		cmocka_unit_test(a_voucher_has_one_maker_and_its_debits_first),
		cmocka_unit_test(a_shop_file_is_never_written_over),
		cmocka_unit_test(what_cannot_be_exported_is_said),
		cmocka_unit_test(the_workshop_earns_what_the_ledger_says),
		cmocka_unit_test(account_takes_the_code_and_name_of_the_accountant),
	};

	return cmocka_run_group_tests(tests, setup_demo, desk_teardown);
}
