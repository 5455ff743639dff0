/* test_print.c - documents go to a printer, a file or nowhere, and the shop file knows which were printed.
 *
 * usage: test_print FOLDER (of day.sql) */
#include <fcntl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "app/print.h"
#include "base/money.h"
#include "tests/paper/day.h"

static const char *folder;

/* A shop, the settings of a machine with two printers, and a spooler's program that writes down what it got.
 */
struct desk {
	struct test_shop *s;
	struct conf *conf;
	struct err err;
};

static void write_file(const char *path, mode_t mode, const char *text)
{
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	fputs(text, out);
	fclose(out);
	assert_int_equal(chmod(path, mode), 0);
}

static char *in_shop(struct desk *d, const char *name)
{
	return arena_printf(d->s->arena, "%s/%s", d->s->dir, name);
}

static char *read_file(struct desk *d, const char *name)
{
	char *text = arena_alloc(d->s->arena, 65536);
	FILE *in = fopen(in_shop(d, name), "r");

	if (!in)
		return NULL;
	text[fread(text, 1, 65535, in)] = '\0';
	fclose(in);
	return text;
}

static void spooler(struct desk *d, const char *script)
{
	write_file(in_shop(d, "lp"), 0700,
		   arena_printf(d->s->arena, "#!/bin/sh\ncd '%s'\n%s\n", d->s->dir, script));
}

static void set(struct desk *d, const char *name, const char *value)
{
	assert_true(conf_set(d->conf, name, value, "test", &d->err));
}

static struct desk desk_new(void)
{
	struct desk d = { .s = day_new(folder) };

	write_file(in_shop(&d, "none.ini"), 0600, "");
	d.conf = conf_load(in_shop(&d, "none.ini"), &d.err);
	assert_non_null(d.conf);
	set(&d, "printer.names", "T1 dot-matrix");
	set(&d, "printer.command", in_shop(&d, "lp"));
	spooler(&d, "echo \"$@\" > args\ncat > paper\ntr '\\0' '\\n' < /proc/$$/environ > environ\nls -l "
		    "/proc/$$/fd > descriptors");
	return d;
}

static void desk_free(struct desk *d)
{
	conf_free(d->conf);
	test_shop_free(d->s);
}

static bool print(struct desk *d, const char *form, const char *number, const char *to)
{
	struct print_ask ask = { .form = form, .number = number, .to = to };

	err_clear(&d->err);
	return print_document(d->s->session, d->conf, &ask, &d->err);
}

static void must_print(struct desk *d, const char *form, const char *number, const char *to)
{
	if (!print(d, form, number, to))
		fail_msg("%s", d->err.text);
}

static void must_not(struct desk *d, const char *form, const char *number, const char *to, enum err_code code,
		     const char *words)
{
	assert_false(print(d, form, number, to));
	assert_int_equal(d->err.code, code);
	assert_says(d->err.text, words);
}

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

static size_t read_bytes(struct desk *d, const char *name, char *buf, size_t size)
{
	FILE *in = fopen(in_shop(d, name), "r");
	size_t n;

	assert_non_null(in);
	n = fread(buf, 1, size, in);
	fclose(in);
	return n;
}

static void each_form_goes_to_its_own_printer_in_its_own_way(void **state)
{
	struct desk d = desk_new();
	struct arena *a = d.s->arena;
	struct printer p;

	(void)state;
	set(&d, "printer.names", "desk:text:80, counter:escpos:32 lq:escp");
	set(&d, "printer.default", "desk");
	set(&d, "printer.forms", "receipt=counter gate_pass=none");
	assert_string_equal(printer_for(d.conf, "receipt", a), "counter");
	assert_string_equal(printer_for(d.conf, "settlement", a), "desk");
	assert_null(printer_for(d.conf, "gate_pass", a));
	p = printer_find(d.conf, "counter", a);
	assert_int_equal(p.format, PRINT_ESCPOS);
	assert_int_equal(p.columns, 32);
	p = printer_find(d.conf, "lq", a);
	assert_int_equal(p.format, PRINT_ESCP);
	assert_int_equal(p.columns, 0);
	assert_true(printer_is_set(d.conf, "lq"));
	assert_false(printer_is_set(d.conf, "none"));
	assert_false(printer_is_set(d.conf, "escp"));
	must_print(&d, NULL, "PY-261121-0001", NULL);
	assert_string_equal(read_file(&d, "args"), "-d counter -o raw\n");
	must_print(&d, NULL, "ST-261121-0001", NULL);
	assert_string_equal(read_file(&d, "args"), "-d desk\n");
	desk_free(&d);
}

static void a_device_gets_the_bytes_and_only_one_that_is_set(void **state)
{
	struct desk d = desk_new();
	int master = posix_openpt(O_RDWR | O_NOCTTY), slave;
	char name[60], buf[8192];
	struct termios raw;
	size_t n = 0;

	(void)state;
	assert_true(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
	assert_int_equal(ptsname_r(master, name, sizeof name), 0);
	slave = open(name, O_RDWR | O_NOCTTY);
	tcgetattr(slave, &raw);
	cfmakeraw(&raw);
	tcsetattr(slave, TCSANOW, &raw);
	must_not(&d, NULL, "GP-261121-0001", name, ERR_UNAVAILABLE, "There is no printer");
	set(&d, "printer.names", arena_printf(d.s->arena, "%s:escpos:32", name));
	must_print(&d, NULL, "GP-261121-0001", name);
	while (n < 4 || memcmp(buf + n - 4, "\x1dVB", 4) != 0)
		n += (size_t)read(master, buf + n, sizeof buf - n);
	assert_memory_equal(buf, "\x1b@\x1c&", 4);
	set(&d, "printer.names", "/dev/nowhere");
	must_not(&d, NULL, "GP-261121-0001", "/dev/nowhere", ERR_UNAVAILABLE, "/dev/nowhere did not take it");
	set(&d, "printer.drawer", name);
	assert_true(drawer_open(d.conf, &(struct print_ask){ 0 }, &(struct err){ 0 }));
	assert_int_equal(read(master, buf, sizeof buf), 5);
	assert_memory_equal(buf, "\x1bp\0\x19\xfa", 5);
	close(slave);
	close(master);
	desk_free(&d);
}

static void a_folder_gets_a_file_for_each_paper(void **state)
{
	struct desk d = desk_new();

	(void)state;
	set(&d, "printer.default", in_shop(&d, ""));
	must_print(&d, NULL, "GP-261121-0001", NULL);
	must_print(&d, NULL, "GP-261121-0001", NULL);
	assert_non_null(strstr(read_file(&d, "GP-261121-0001-gate_pass-1.txt"), "Gate pass"));
	assert_non_null(strstr(read_file(&d, "GP-261121-0001-gate_pass-2.txt"), "*** copy 2 ***"));
	desk_free(&d);
}

static bool passes(void *arg, const char *bytes, size_t n)
{
	str_addn(arg, bytes, n);
	return true;
}

static bool passes_nothing(void *arg, const char *bytes, size_t n)
{
	(void)arg;
	(void)bytes;
	(void)n;
	return false;
}

static void the_printer_at_the_terminal_gets_paper_through_it(void **state)
{
	struct desk d = desk_new();
	struct str got = { 0 };
	struct print_ask ask = { .number = "GP-261121-0001", .terminal = passes, .terminal_arg = &got };

	(void)state;
	set(&d, "printer.default", "terminal");
	assert_true(print_again(d.s->session, d.conf, &ask, &d.err));
	assert_non_null(strstr(str_get(&got), "Gate pass"));
	ask.terminal = passes_nothing;
	assert_false(print_again(d.s->session, d.conf, &ask, &d.err));
	assert_says(d.err.text, "passes nothing on to a printer");
	err_clear(&d.err);
	ask.terminal = NULL;
	assert_false(print_again(d.s->session, d.conf, &ask, &d.err));
	assert_says(d.err.text, "Only the console");
	str_free(&got);
	desk_free(&d);
}

static void a_label_has_bars_where_the_printer_draws_them(void **state)
{
	static const char bars[] = "\x1dkI\x09{BOF-1001";
	struct desk d = desk_new();
	struct print_ask two = { .form = "part_label", .number = "of-1001", .to = "T1", .copies = 2 };
	char buf[4096];
	size_t n;

	(void)state;
	assert_true(print_document(d.s->session, d.conf, &two, &d.err));
	assert_non_null(strstr(read_file(&d, "paper"), "*OF-1001*"));
	assert_non_null(strstr(read_file(&d, "paper"), "机油滤清器"));
	two.format = PRINT_ESCPOS;
	assert_true(print_document(d.s->session, d.conf, &two, &d.err));
	n = read_bytes(&d, "paper", buf, sizeof buf);
	assert_non_null(memmem(buf, n, bars, sizeof bars - 1));
	assert_null(memmem(buf, n, "*OF-1001*", 9));
	must_not(&d, "part_label", "OF-9", "T1", ERR_NO, "There is no part OF-9");
	assert_int_equal(ask(d.s, "SELECT count(*) FROM print_job WHERE template = 'part_label'"), 0);
	desk_free(&d);
}

/* Left out where the program that makes PDF was not built, or nothing is there to read it with. */
static void a_paper_becomes_pdf_with_its_words(void **state)
{
	const char *program = getenv("WORKBAY_PDF_PROGRAM");
	struct desk d = desk_new();
	struct print_ask ask = { .number = "ST-261121-0001", .format = PRINT_PDF, .copies = 2 };

	(void)state;
	set(&d, "printer.pdf", "/nowhere/workbay-pdf");
	ask.to = in_shop(&d, "paper.pdf");
	assert_false(print_document(d.s->session, d.conf, &ask, &d.err));
	assert_says(d.err.text, "PDF needs the program workbay-pdf");
	err_clear(&d.err);
	if (program && *program) {
		set(&d, "printer.pdf", program);
		if (!print_document(d.s->session, d.conf, &ask, &d.err))
			fail_msg("%s", d.err.text);
		assert_memory_equal(read_file(&d, "paper.pdf"), "%PDF-", 5);
		if (access("/usr/bin/pdftotext", X_OK) == 0) {
			assert_int_equal(
			    system(arena_printf(d.s->arena,
						"cd '%s' && pdftotext -layout paper.pdf && pdfinfo "
						"paper.pdf | grep -q '^Pages: *3$'",
						d.s->dir)),
			    0);
			assert_non_null(strstr(read_file(&d, "paper.txt"), "1,053.00"));
		}
	}
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
		cmocka_unit_test(each_form_goes_to_its_own_printer_in_its_own_way),
		cmocka_unit_test(a_device_gets_the_bytes_and_only_one_that_is_set),
		cmocka_unit_test(a_folder_gets_a_file_for_each_paper),
		cmocka_unit_test(the_printer_at_the_terminal_gets_paper_through_it),
		cmocka_unit_test(a_label_has_bars_where_the_printer_draws_them),
		cmocka_unit_test(a_paper_becomes_pdf_with_its_words),
	};

	if (argc != 2)
		return 64;
	folder = argv[1];
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
