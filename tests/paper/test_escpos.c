/* test_escpos.c - the text of a paper as bytes for a printer: Chinese, columns, and nothing that drives it.
 */
#include "tests/test.h"

#include <locale.h>
#include <string.h>

#include "paper/escpos.h"
#include "paper/render.h"
#include "paper/layout.h"

#define BEGIN    "\x1b@\x1c&"
#define END_PAGE "\x1c.\f"
#define END_ROLL                                                                                             \
	"\x1c.\x1b"                                                                                          \
	"d\4\x1dVB" /* and a zero */

static void is_printed_as(const char *text, const char *bytes)
{
	struct str out = { 0 };
	struct err e = { 0 };
	size_t n = strlen(BEGIN);

	assert_true(escpos_add(&out, text, FORM_PAGE, false, &e));
	assert_memory_equal(out.s, BEGIN, n);
	assert_int_equal(out.len, n + strlen(bytes) + strlen(END_PAGE));
	assert_memory_equal(out.s + n, bytes, strlen(bytes));
	assert_string_equal(out.s + n + strlen(bytes), END_PAGE);
	str_free(&out);
}

static void chinese_is_sent_as_gb18030(void **state)
{
	(void)state;
	is_printed_as("Total 12.50\n", "Total 12.50\n");
	is_printed_as("结算单\n", "\xbd\xe1\xcb\xe3\xb5\xa5\n");
	is_printed_as("", "");
}

static void a_roll_is_fed_and_cut(void **state)
{
	struct str out = { 0 };
	struct err e = { 0 };

	(void)state;
	assert_true(escpos_add(&out, "x\n", FORM_ROLL, false, &e));
	assert_int_equal(out.len, sizeof(BEGIN "x\n" END_ROLL));
	assert_memory_equal(out.s, BEGIN "x\n" END_ROLL, out.len);
	str_free(&out);
}

static void no_byte_of_the_text_drives_the_printer(void **state)
{
	(void)state;
	is_printed_as("a\x1bp\1b\x1dV\rc\x7f\n", "a?p?b?V?c?\n");
	is_printed_as("\xc2\x9b|\xe2\x80\xae|\xff|\n", "?||?|\n"); /* C1, bidi, no UTF-8 */
}

static void signs_that_printers_do_not_know_keep_their_columns(void **state)
{
	(void)state;
	is_printed_as("😀|é|ü|\n", "\?\?|\xa8\xa6|\xa8\xb9|\n");
	is_printed_as("𠮷|\n", "\?\?|\n");
}

static void wide_signs_on_paper_take_the_next_gap(void **state)
{
	(void)state;
	is_printed_as("A·B   9\n", "A\xa1\xa4"
				   "B  9\n");
	is_printed_as("A·B 9\n", "A\xa1\xa4"
				 "B 9\n");
	is_printed_as("A·B 9   8\n·\n", "A\xa1\xa4"
					"B 9  8\n\xa1\xa4\n");
	is_printed_as("“中”    1\n", "\xa1\xb0\xd6\xd0\xa1\xb1  1\n");
}

static void cells_go_on_below_in_their_columns(void **state)
{
	const struct layout_cell cells[] = { { "1", 3, 1 },
					     { "前制动片 D1107 陶瓷", 0, -1 },
					     { "380.00", 8, 1 } };
	struct arena *a = arena_new();
	struct str out = { 0 };

	(void)state;
	layout_row(&out, cells, 3, 24, a);
	assert_string_equal(str_get(&out), "  1 前制动片      380.00\n    D1107 陶瓷\n");
	str_clear(&out);
	layout_row(&out, cells, 3, 8, a); /* no room for the amount */
	assert_null(strstr(str_get(&out), "380"));
	str_free(&out);
	arena_free(a);
}

static void shares_make_the_whole(void **state)
{
	struct layout_cell cells[3] = { { .width = 0 }, { .width = 5 }, { .width = 0 } };

	(void)state;
	layout_share(cells, 3, 40);
	assert_int_equal(cells[0].width, 17);
	assert_int_equal(cells[2].width, 16);
}

static void a_dot_matrix_page_is_as_wide_as_its_columns(void **state)
{
	struct str out = { 0 };
	struct err e = { 0 };

	(void)state;
	assert_true(escp_add(&out, "工时 1\n", 80, &e));
	assert_memory_equal(out.s, "\x1b@\x1c&\x1bP\x1cS\6\6\xb9\xa4\xca\xb1 1\n\x1c.\f", out.len);
	str_free(&out);
	assert_true(escp_add(&out, "x", 96, &e));
	assert_memory_equal(out.s, "\x1b@\x1c&\x1bM\x1cS\3\3x", 10);
	str_free(&out);
	assert_true(escp_add(&out, "x", 132, &e));
	assert_memory_equal(out.s, "\x1b@\x1c&\x1bg\x1cS\0\0x", 10);
	str_free(&out);
}

static void codes_are_drawn_by_the_printer(void **state)
{
	static const char bars[] = "\x1b@\x1c&"
				   "A\n"
				   "\x1b\x61\1\x1dh\x50\x1dw\2\x1dH\2\x1dkI\7{B7{{12"
				   "\x1b\x61\0\n";
	struct str out = { 0 };
	struct err e = { 0 };

	(void)state;
	assert_true(escpos_add(&out, "A\n" PAPER_BARCODE "7{12\n", FORM_ROLL, true, &e));
	assert_memory_equal(out.s, bars, sizeof bars - 1);
	str_free(&out);
	/* What the alphabet of the bars lacks draws none. */
	assert_true(escpos_add(&out, PAPER_BARCODE "机油\n", FORM_ROLL, true, &e));
	assert_null(memchr(out.s, 'k', out.len));
	str_free(&out);
	assert_true(escpos_add(&out, PAPER_QR "https://x/1\n", FORM_ROLL, true, &e));
	assert_non_null(memmem(out.s, out.len, "\x1d(k\x0e\0001P0https://x/1\x1d(k\3\0001Q0", 27));
	str_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_dot_matrix_page_is_as_wide_as_its_columns),
		cmocka_unit_test(codes_are_drawn_by_the_printer),
		cmocka_unit_test(chinese_is_sent_as_gb18030),
		cmocka_unit_test(a_roll_is_fed_and_cut),
		cmocka_unit_test(no_byte_of_the_text_drives_the_printer),
		cmocka_unit_test(signs_that_printers_do_not_know_keep_their_columns),
		cmocka_unit_test(wide_signs_on_paper_take_the_next_gap),
		cmocka_unit_test(cells_go_on_below_in_their_columns),
		cmocka_unit_test(shares_make_the_whole),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
