/* test_paper.c - paper that comes by itself, and what is asked when it does not. */
#include "tests/screens/seat.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static char lp[120];

/* The spooler's program: it takes paper into a file, or none at all. */
static void spooler(bool takes)
{
	FILE *out = fopen(lp, "w");

	assert_non_null(out);
	fprintf(out, "#!/bin/sh\n%s\n", takes ? "cat >> \"$0.paper\"" : "echo out of paper >&2; exit 1");
	fclose(out);
	assert_int_equal(chmod(lp, 0700), 0);
}

static char *paper(void)
{
	static char text[20000];
	char name[140];
	FILE *in;

	snprintf(name, sizeof name, "%s.paper", lp);
	text[0] = '\0';
	in = fopen(name, "r");
	if (in) {
		text[fread(text, 1, sizeof text - 1, in)] = '\0';
		fclose(in);
	}
	return text;
}

static int begin(void **state)
{
	const char *dir;

	(void)state;
	shop_anew();
	dir = getenv("XDG_CONFIG_HOME");
	snprintf(lp, sizeof lp, "%s/lp", dir);
	setenv("WORKBAY_PRINTER_COMMAND", lp, 1);
	return 0;
}

/* Opens the till and closes it: a paper comes. */
static void close_till(struct pty *p)
{
	shop_do("do till.open till=T1 float=100");
	press(p, "^X");
	pty_type(p, "66");
	sees(p, "Counted");
	pty_type(p, "100");
	assert_true(pty_idle(p, 0));
	press(p, "F12");
}

static void paper_comes_by_itself_and_one_that_fails_is_asked_about_once(void **state)
{
	static const char *const env[] = { "WORKBAY_PRINTER=desk", NULL };
	struct pty *p;

	(void)state;
	spooler(true);
	p = sit(&(struct seating){ .env = env });
	close_till(p);
	sees(p, "Printed");
	assert_non_null(strstr(paper(), "Till closing"));
	spooler(false);
	go_home(p);
	close_till(p);
	sees(p, "Not printed");
	sees(p, "out of paper");
	press(p, "2");
	assert_true(pty_expect_gone(p, "Not printed", 0));
	assert_int_equal(
	    shop_says("SELECT count(*) FROM print_job WHERE template = 'till_close' AND state = 'queued'"),
	    1);
	go_home(p);
	close_till(p);
	sees(p, "Not printed");
	spooler(true);
	press(p, "1");
	sees(p, "Printed");
	assert_int_equal(
	    shop_says("SELECT count(*) FROM print_job WHERE template = 'till_close' AND state = 'queued'"),
	    1);
	spooler(false);
	go_home(p);
	close_till(p);
	sees(p, "Not printed");
	press(p, "3");
	sees(p, "is not printed");
	assert_int_equal(
	    shop_says("SELECT count(*) FROM print_job WHERE template = 'till_close' AND state = 'dropped'"),
	    1);
	leave(p);
}

static void printer_behind_the_terminal_gets_paper_between_its_marks(void **state)
{
	static const char *const env[] = { "WORKBAY_PRINTER=terminal", "WORKBAY_PRINTER_FORMAT=escpos",
					   NULL };
	struct pty *p = sit(&(struct seating){ .env = env });
	const char *raw, *from, *to;
	size_t n;

	(void)state;
	close_till(p);
	sees(p, "Printed");
	raw = pty_raw(p, &n);
	from = memmem(raw, n, "\033[5i\033@\x1c&", 8);
	assert_non_null(from);
	to = memmem(from, n - (size_t)(from - raw), "\033[4i", 4);
	assert_non_null(to);
	assert_non_null(memmem(from, (size_t)(to - from), "Till closing", 12));
	pty_keys(p, "^Q");
	assert_true(pty_idle(p, 0));
	if (pty_running(p))
		pty_key(p, "3");
	assert_int_equal(pty_exit(p, 0), 0);
	pty_free(p);
}

static void shop_decides_which_papers_come(void **state)
{
	static const char *const env[] = { "WORKBAY_PRINTER=desk", NULL };
	struct pty *p = sit(&(struct seating){ .env = env });

	(void)state;
	spooler(false);
	shop_do("do setting.set name=print.forms value='settlement receipt'");
	close_till(p);
	sees(p, "closed");
	assert_int_equal(pty_find(p, "Not printed", NULL), -1);
	shop_do("do setting.set name=print.forms");
	leave(p);
}

static int times(const char *text, const char *what)
{
	int n = 0;

	for (; (text = strstr(text, what)); text++)
		n++;
	return n;
}

static void labels_of_marked_rows_come_in_copies(void **state)
{
	static const char *const env[] = { "WORKBAY_PRINTER=desk", NULL };
	struct pty *p;

	(void)state;
	shop_do("do part.add code=OIL-1 name=Engine-oil price=80");
	shop_do("do part.add code=OIL-2 name=Gear-oil price=90");
	shop_do("do part.add code=OIL-3 name=Brake-oil price=70");
	spooler(true);
	p = sit(&(struct seating){ .env = env });
	press(p, "^X");
	pty_type(p, "41");
	sees(p, "OIL-3");
	press(p, "Space Space F7");
	sees(p, "2 papers");
	pty_type(p, "3");
	sees(p, "copies: 3");
	press(p, "F12");
	sees(p, "Printed");
	assert_int_equal(times(paper(), "Engine-oil"), 3);
	assert_int_equal(times(paper(), "Gear-oil"), 3);
	assert_int_equal(times(paper(), "Brake-oil"), 0);
	leave(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(paper_comes_by_itself_and_one_that_fails_is_asked_about_once),
		cmocka_unit_test(printer_behind_the_terminal_gets_paper_between_its_marks),
		cmocka_unit_test(shop_decides_which_papers_come),
		cmocka_unit_test(labels_of_marked_rows_come_in_copies),
	};

	return cmocka_run_group_tests(tests, begin, shop_drop);
}
