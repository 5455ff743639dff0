/* test_printers.c - each kind of printer gets its paper in its own way: devices, folders, terminals, labels, PDF.
 *
 * usage: test_printers FOLDER (of day.sql) */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <termios.h>
#include <unistd.h>

#include "tests/paper/printing.h"

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

/* What a scanner reads on the first page of that PDF; NULL where nothing is there to look with. In the arena. */
static const char *scanned(struct desk *d, const char *pdf)
{
	const char *look = arena_printf(d->s->arena,
					"cd '%s' && pdftoppm -r 200 -png -singlefile %s page && "
					"zbarimg -q --raw page.png >scanned",
					d->s->dir, pdf);

	if (access("/usr/bin/pdftoppm", X_OK) != 0 || access("/usr/bin/zbarimg", X_OK) != 0)
		return NULL;
	return system(look) == 0 ? read_file(d, "scanned") : "nothing";
}

static void codes_in_a_pdf_can_be_scanned(void **state)
{
	static const char *const papers[][3] = {
		{ "gate_pass", "GP-261121-0001", "WO-261121-0001\n" },
		{ "part_label", "of-1001", "OF-1001\n" },
	};
	const char *program = getenv("WORKBAY_PDF_PROGRAM");
	struct desk d = desk_new();

	(void)state;
	for (size_t i = 0; program && *program && i < sizeof papers / sizeof *papers; i++) {
		struct print_ask ask = { .form = papers[i][0],
					 .number = papers[i][1],
					 .format = PRINT_PDF,
					 .to = in_shop(&d, papers[i][0]) };
		const char *read;

		set(&d, "printer.pdf", program);
		if (!print_document(d.s->session, d.conf, &ask, &d.err))
			fail_msg("%s", d.err.text);
		read = scanned(&d, papers[i][0]);
		if (read && (*papers[i][0] != 'g' || getenv("WORKBAY_PDF_QR")))
			assert_string_equal(read, papers[i][2]);
	}
	desk_free(&d);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_form_goes_to_its_own_printer_in_its_own_way),
		cmocka_unit_test(a_device_gets_the_bytes_and_only_one_that_is_set),
		cmocka_unit_test(a_folder_gets_a_file_for_each_paper),
		cmocka_unit_test(the_printer_at_the_terminal_gets_paper_through_it),
		cmocka_unit_test(a_label_has_bars_where_the_printer_draws_them),
		cmocka_unit_test(a_paper_becomes_pdf_with_its_words),
		cmocka_unit_test(codes_in_a_pdf_can_be_scanned),
	};

	return printing_begins(argc, argv) ? cmocka_run_group_tests(tests, NULL, NULL) : 64;
}
