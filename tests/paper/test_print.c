/* test_print.c - documents go to a printer, a file or nowhere, and the shop file knows which were printed.
 *
 * usage: test_print FOLDER (of day.sql) */
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/money.h"
#include "tests/paper/printing.h"

static int64_t waiting(struct desk *d)
{
	return ask(d->s, "SELECT count(*) FROM print_job WHERE state = 'queued'");
}

static void a_printer_gets_the_paper_and_nothing_else(void **state)
{
	struct desk d = desk_new();

	(void)state;
	must_print(&d, "settlement", "ST-261121-0001", "T1");
	assert_string_equal(read_file(&d, "args"), "-d T1\n");
	assert_string_equal(read_file(&d, "environ"), "PATH=/usr/bin\n");
	assert_null(strstr(read_file(&d, "descriptors"), "shop.db"));
	assert_non_null(strstr(read_file(&d, "paper"), "1,053.00"));
	assert_null(strchr(read_file(&d, "paper"), 27));
	set(&d, "printer.format", "escpos");
	must_print(&d, "gate_pass", "GP-261121-0001", "dot-matrix");
	assert_string_equal(read_file(&d, "args"), "-d dot-matrix -o raw\n");
	assert_memory_equal(read_file(&d, "paper"), "\x1b@\x1c&", 4);
	desk_free(&d);
}

static void what_is_printed_waits_no_longer_and_the_next_is_a_copy(void **state)
{
	struct desk d = desk_new();

	(void)state;
	assert_int_equal(waiting(&d), 3);
	must_print(&d, NULL, "PY-261121-0001", "T1");
	assert_null(strstr(read_file(&d, "paper"), "copy"));
	assert_int_equal(waiting(&d), 2);
	must_print(&d, NULL, "py-261121-0001", "T1");
	assert_non_null(strstr(read_file(&d, "paper"), "*** copy 2 ***"));
	assert_int_equal(ask(d.s, "SELECT copies FROM print_job WHERE document_id = 104"), 2);
	assert_int_equal(ask(d.s, "SELECT count(*) FROM journal WHERE command = 'print.done'"), 2);
	desk_free(&d);
}

static void copies_are_numbered(void **state)
{
	struct desk d = desk_new();
	struct print_ask three = { .form = "issue", .number = "IS-261121-0001", .to = "T1", .copies = 3 };

	(void)state;
	assert_true(print_document(d.s->session, d.conf, &three, &d.err));
	assert_non_null(strstr(read_file(&d, "paper"), "*** copy 3 ***"));
	assert_null(strstr(read_file(&d, "paper"), "*** copy 4 ***"));
	assert_int_equal(ask(d.s, "SELECT copies FROM print_job WHERE document_id = 102"), 3);
	desk_free(&d);
}

static void a_work_order_names_its_papers(void **state)
{
	struct desk d = desk_new();

	(void)state;
	must_print(&d, "reception", "WO-261121-0001", "T1");
	assert_non_null(strstr(read_file(&d, "paper"), "Reception form"));
	must_print(&d, NULL, "WO-261121-0001", "T1");
	assert_non_null(strstr(read_file(&d, "paper"), "ST-261121-0001"));
	must_print(&d, "settlement", "WO-261121-0001", "T1");
	assert_non_null(strstr(read_file(&d, "paper"), "ST-261121-0001"));
	must_print(&d, NULL, "AU-261121-0001", "T1");
	assert_non_null(strstr(read_file(&d, "paper"), "Repair order"));
	must_not(&d, "receipt", "ST-261121-0001", "T1", ERR_NO,
		 "There is no Receipt under the number ST-261121-0001");
	must_not(&d, "settlement", "ST-991121-0001", "T1", ERR_NO,
		 "no document and no work order ST-991121-0001");
	must_not(&d, "sticker", "ST-261121-0001", "T1", ERR_USAGE, "There is no printed form “sticker”");
	desk_free(&d);
}

static void a_printer_that_fails_is_a_sentence_and_the_paper_waits(void **state)
{
	struct desk d = desk_new();

	(void)state;
	must_not(&d, NULL, "ST-261121-0001", "T9", ERR_UNAVAILABLE,
		 "There is no printer “T9”; there are: T1 dot-matrix");
	spooler(&d, "printf 'lp: \\033[2Jno such destination\\nmore\\n' >&2; exit 1");
	must_not(&d, NULL, "ST-261121-0001", "T1", ERR_UNAVAILABLE, "It said: lp: ?[2Jno such");
	spooler(&d, "kill -9 $$");
	must_not(&d, NULL, "ST-261121-0001", "T1", ERR_UNAVAILABLE, "did not take it");
	set(&d, "printer.command", "/nowhere/lp");
	must_not(&d, NULL, "ST-261121-0001", "T1", ERR_UNAVAILABLE, "/nowhere/lp, cannot be started");
	set(&d, "printer.names", "");
	must_not(&d, NULL, "ST-261121-0001", "T1", ERR_UNAVAILABLE, "none in its settings");
	assert_int_equal(waiting(&d), 3);
	desk_free(&d);
}

static void odd_names_are_no_printers(void **state)
{
	static const char *const odd[] = { "-oraw",     ".",     "",       "T1;reboot",
					   "$(reboot)", "T1 -o", "打印机", "T1\n" };
	struct desk d = desk_new();

	(void)state;
	for (size_t i = 0; i < sizeof odd / sizeof *odd; i++) {
		must_not(&d, NULL, "ST-261121-0001", odd[i], ERR_UNAVAILABLE, "There is no printer");
		assert_null(read_file(&d, "args"));
	}
	set(&d, "printer.names", "-oraw T1;reboot");
	must_not(&d, NULL, "ST-261121-0001", "-oraw", ERR_UNAVAILABLE, "There is no printer");
	desk_free(&d);
}

static void a_file_is_made_and_never_written_over(void **state)
{
	struct desk d = desk_new();
	char *path = in_shop(&d, "paper.txt");
	struct stat st;

	(void)state;
	must_print(&d, NULL, "GP-261121-0001", path);
	assert_int_equal(stat(path, &st), 0);
	assert_int_equal(st.st_mode & 0137, 0);
	assert_non_null(strstr(read_file(&d, "paper.txt"), "Gate pass"));
	must_not(&d, NULL, "GP-261121-0001", path, ERR_CREATE, "is there already");
	must_not(&d, NULL, "GP-261121-0001", "/nowhere/paper.txt", ERR_CREATE, "cannot be made");
	desk_free(&d);
}

static void printing_needs_its_right(void **state)
{
	struct desk d = desk_new();
	struct print_ask look = { .number = "ST-261121-0001" };
	struct str text = { 0 };

	(void)state;
	hire(d.s, "sun", "technician");
	acts(d.s, "sun");
	must_not(&d, NULL, "ST-261121-0001", "T1", ERR_DENIED, "print.done");
	assert_null(read_file(&d, "args"));
	err_clear(&d.err);
	assert_true(print_preview(d.s->session, d.conf, &look, &text, &d.err));
	assert_non_null(strstr(str_get(&text), "1,053.00"));
	assert_int_equal(waiting(&d), 3);
	str_free(&text);
	desk_free(&d);
}

static void all_that_waits_is_printed_oldest_first(void **state)
{
	struct desk d = desk_new();
	struct print_ask how = { .to = "T1" };
	const char *papers;
	int printed;

	(void)state;
	spooler(&d, "cat >> papers");
	assert_true(print_waiting(d.s->session, d.conf, &how, &printed, &d.err));
	assert_int_equal(printed, 3);
	assert_int_equal(waiting(&d), 0);
	papers = read_file(&d, "papers");
	assert_true(strstr(papers, "ST-261121-0001") < strstr(papers, "GP-261121-0001"));
	desk_free(&d);
}

static void a_paper_may_be_dropped_and_brought_back(void **state)
{
	struct desk d = desk_new();

	(void)state;
	run(d.s, "print.drop", "document", "ST-261121-0001", "form", "settlement", NULL);
	assert_int_equal(waiting(&d), 2);
	assert_says(refuse(d.s, "print.drop", "document", "ST-261121-0001", "form", "settlement", NULL),
		    "does not wait");
	desk_free(&d);
}

static void the_paper_speaks_its_own_language(void **state)
{
	struct desk d = desk_new();

	(void)state;
	set(&d, "printer.language", "zh_CN");
	must_print(&d, NULL, "ST-261121-0001", "T1");
	assert_non_null(strstr(read_file(&d, "paper"), "壹仟零伍拾叁元整"));
	desk_free(&d);
}

static void a_screen_prints_on_the_own_printer_only(void **state)
{
	const struct print_ask bill = { .number = "ST-261121-0001" };
	struct desk d = desk_new();

	(void)state;
	assert_false(print_again(d.s->session, d.conf, &bill, &d.err));
	assert_int_equal(d.err.code, ERR_UNAVAILABLE);
	assert_says(d.err.text, "No printer is set up on this machine");
	err_clear(&d.err);
	set(&d, "printer.default", "T1");
	assert_true(print_again(d.s->session, d.conf, &bill, &d.err));
	assert_non_null(strstr(read_file(&d, "paper"), "1,053.00"));
	desk_free(&d);
}

static void a_list_goes_to_paper_with_its_sums(void **state)
{
	struct view_query q = { .view = view_find("payments") };
	struct desk d = desk_new();
	const char *where = NULL, *sum = money_text(d.s->arena, ask(d.s, "SELECT sum(amount) FROM payment"));

	(void)state;
	set(&d, "printer.default", "T1");
	set(&d, "printer.columns", "80");
	assert_true(print_list(d.s->session, d.conf, &(struct print_ask){ 0 }, &q, &where, &d.err));
	assert_string_equal(where, "T1");
	assert_non_null(strstr(read_file(&d, "paper"),
			       "PY-261121-0001   张伟            WO-261121-0001 WeChat         500.00"));
	assert_non_null(strstr(read_file(&d, "paper"), sum));
	set(&d, "printer.columns", "48");
	assert_true(print_list(d.s->session, d.conf, &(struct print_ask){ 0 }, &q, &where, &d.err));
	assert_non_null(strstr(read_file(&d, "paper"), sum));
	desk_free(&d);
}

static int64_t noon(void *arg)
{
	return *(int64_t *)arg;
}

static void practice_prints_on_no_printer(void **state)
{
	struct desk d = desk_new();
	struct session_options o = { .clock = noon, .clock_arg = &d.s->now, .terminal = "test" };
	struct print_ask how = { .number = "ST-261121-0001", .to = "T1" };
	struct session *session;
	struct shop *shop;

	(void)state;
	day_script(d.s, "UPDATE meta SET value = 'practice' WHERE name = 'kind'");
	shop = shop_open(d.s->path, SHOP_WORK, &d.err);
	assert_non_null(shop);
	session = session_new(shop, &o);
	session_user(session, session_user_id(d.s->session));
	assert_false(print_document(session, d.conf, &how, &d.err));
	assert_says(d.err.text, "This is practice");
	assert_null(read_file(&d, "args"));
	session_free(session);
	shop_close(shop);
	desk_free(&d);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_printer_gets_the_paper_and_nothing_else),
		cmocka_unit_test(what_is_printed_waits_no_longer_and_the_next_is_a_copy),
		cmocka_unit_test(copies_are_numbered),
		cmocka_unit_test(a_work_order_names_its_papers),
		cmocka_unit_test(a_printer_that_fails_is_a_sentence_and_the_paper_waits),
		cmocka_unit_test(odd_names_are_no_printers),
		cmocka_unit_test(a_file_is_made_and_never_written_over),
		cmocka_unit_test(printing_needs_its_right),
		cmocka_unit_test(all_that_waits_is_printed_oldest_first),
		cmocka_unit_test(a_paper_may_be_dropped_and_brought_back),
		cmocka_unit_test(the_paper_speaks_its_own_language),
		cmocka_unit_test(a_screen_prints_on_the_own_printer_only),
		cmocka_unit_test(a_list_goes_to_paper_with_its_sums),
		cmocka_unit_test(practice_prints_on_no_printer),
	};

	return printing_begins(argc, argv) ? cmocka_run_group_tests(tests, NULL, NULL) : 64;
}
