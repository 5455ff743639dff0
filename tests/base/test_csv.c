/* test_csv.c - comma separated values. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/csv.h"
#include "base/str.h"
#include "base/text.h"

/* Writes each row as LINE[cell|cell]. */
static bool note_row(void *arg, const struct csv_row *row, struct err *e)
{
	struct str *out = arg;

	(void)e;
	str_addf(out, "%ld[", row->line);
	for (size_t i = 0; i < row->n; i++)
		str_addf(out, "%s%s", i ? "|" : "", row->cell[i]);
	str_addc(out, ']');
	return true;
}

static void reads_as(const char *s, size_t n, enum csv_encoding enc, bool big5, const char *want)
{
	struct str out = { 0 };
	struct err e = { 0 };

	if (!csv_read(s, n, enc, big5, note_row, &out, &e))
		fail_msg("%s", e.text);
	assert_string_equal(str_get(&out), want);
	str_free(&out);
}

#define READS(text, want) reads_as(text, sizeof text - 1, CSV_AUTO, false, want)

static void rows_know_the_line_they_begin_on(void **state)
{
	(void)state;
	READS("a,b\r\nc,d\r\n", "1[a|b]2[c|d]");
	READS("a,b\nc,d", "1[a|b]2[c|d]");
	READS("a\rb\r", "1[a]2[b]");
	READS("\n\na\n\n\nb", "3[a]6[b]");
	READS("\"a\nb\",c\n\"d\"\"e\"", "1[a\nb|c]3[d\"e]");
	READS("a\n\"\nb\n\",c\nd", "1[a]2[\nb\n|c]5[d]");
	READS(" a , b \n,\n", "1[a|b]2[|]");
	READS("", "");
	READS("\xEF\xBB\xBF"
	      "a",
	      "1[a]");
	READS("'=1+1,'a,'-5", "1[=1+1|'a|-5]");
}

static void spreadsheets_of_china_are_read(void **state)
{
	(void)state;
	READS("刹车片,2", "1[刹车片|2]");
	READS("\xC9\xB2\xB3\xB5\xC6\xAC,2", "1[刹车片|2]");
	reads_as("\xAB"
		 "b\xA8\xAE,2",
		 6, CSV_AUTO, true, "1[剎車|2]");
	reads_as("\xC9\xB2\xB3\xB5", 4, CSV_GB18030, true, "1[刹车]");
}

static void refused(const char *s, size_t n, enum csv_encoding enc, int line, const char *want)
{
	struct str out = { 0 };
	struct err e = { 0 };

	if (csv_read(s, n, enc, false, note_row, &out, &e))
		fail_msg("read as %s", str_get(&out));
	assert_string_equal(e.text, want);
	assert_int_equal(e.line, line);
	assert_int_equal(e.code, ERR_DATA);
	str_free(&out);
}

#define REFUSED(text, line, want) refused(text, sizeof text - 1, CSV_AUTO, line, want)

static void bad_files_are_named_by_line(void **state)
{
	char *longer = xcalloc(1, 70001);

	(void)state;
	REFUSED("a\nb,\"c\nd\n", 2, "Line 2: a quotation mark is opened here and never closed");
	REFUSED("a\nb\"c\n", 2,
		"Line 2: a quotation mark stands inside a cell; put the cell in quotes and write \"\" in it");
	REFUSED("a\n\"b\"c\n", 2,
		"Line 2: a quotation mark stands inside a cell; put the cell in quotes and write \"\" in it");
	REFUSED("a\nb\0c\n", 2, "Line 2 contains a zero byte; this is not a CSV file");
	REFUSED("\xFF\xFE"
		"a\0",
		0, "This file is UTF-16; save it as \"CSV UTF-8\"");
	REFUSED("a\nb\xFF\n", 2, "Line 2 is not GB18030; save the file as UTF-8, or name its encoding");
	refused("a\n\xB3\xB5\n", 5, CSV_UTF8, 2,
		"Line 2 is not UTF-8; save the file as UTF-8, or name its encoding");
	memset(longer, ',', 300);
	refused(longer, 300, CSV_AUTO, 1, "Line 1 has more than 256 cells; is this the right file?");
	memset(longer, 'x', 70000);
	longer[1] = '\n';
	refused(longer, 70000, CSV_AUTO, 2,
		"Line 2: cell 1 is longer than 65,536 bytes; is a quotation mark missing?");
	free(longer);
}

static bool stop_at_second(void *arg, const struct csv_row *row, struct err *e)
{
	int *seen = arg;

	(void)row;
	return ++*seen < 2 || err_set(e, ERR_NO, "enough");
}

static void the_callback_can_stop_the_reading(void **state)
{
	struct err e = { 0 };
	int seen = 0;

	(void)state;
	assert_false(csv_read("a\nb\nc\n", 6, CSV_AUTO, false, stop_at_second, &seen, &e));
	assert_int_equal(seen, 2);
	assert_string_equal(e.text, "enough");
}

/* What a writer made, NUL-terminated; the caller frees. */
struct made {
	FILE *file;
	char *bytes;
	size_t n;
};

static struct csv_writer *write_to(struct made *m, enum csv_encoding enc)
{
	m->file = open_memstream(&m->bytes, &m->n);
	return csv_writer_new(m->file, enc);
}

static bool finish(struct made *m, struct csv_writer *w, struct err *e)
{
	bool ok = csv_writer_close(w, e);

	fclose(m->file);
	return ok;
}

static void cells_are_written_for_spreadsheets(void **state)
{
	static const char want[] =
	    "\xEF\xBB\xBF"
	    "code,刹车片,\"a,b\",\"say \"\"x\"\"\",\"'=1+1\",\"'＋86\",\"two\nlines\"\r\n"
	    "1234.50,-0.05,1.5,4,-0.001,-7,2026-11-21,2026-11-21 08:01\r\n"
	    "\"\"\r\n"
	    ",\r\n"
	    "a?b,\" x\",'a\r\n";
	struct err e = { 0 };
	struct made m;
	struct csv_writer *w = write_to(&m, CSV_AUTO);

	(void)state;
	csv_text(w, "code");
	csv_text(w, "刹车片");
	csv_text(w, "a,b");
	csv_text(w, "say \"x\"");
	csv_text(w, "=1+1");
	csv_text(w, "＋86");
	csv_text(w, "two\nlines");
	csv_end_row(w);
	csv_money(w, 123450);
	csv_money(w, -5);
	csv_qty(w, 1500);
	csv_qty(w, 4000);
	csv_qty(w, -1);
	csv_int(w, -7);
	csv_date(w, 20778);
	csv_time(w, 20778 * 86400 + 65, 480);
	csv_end_row(w);
	csv_text(w, "");
	csv_end_row(w);
	csv_text(w, "");
	csv_text(w, "");
	csv_end_row(w);
	csv_text(w, "a\x1b"
		    "b");
	csv_text(w, " x");
	csv_text(w, "'a");
	csv_end_row(w);
	assert_true(finish(&m, w, &e));
	assert_string_equal(m.bytes, want);
	free(m.bytes);
}

static void lost_characters_are_counted(void **state)
{
	struct err e = { 0 };
	struct made m;
	struct csv_writer *w = write_to(&m, CSV_BIG5);

	(void)state;
	csv_text(w, "車a车");
	csv_end_row(w);
	assert_false(finish(&m, w, &e));
	assert_string_equal(m.bytes, "\xA8\xAE"
				     "a?\r\n");
	assert_string_equal(
	    e.text,
	    "Characters that do not exist in that encoding: 1, each written as “?”; write UTF-8 or GB18030");
	free(m.bytes);
}

static void a_full_disk_is_told(void **state)
{
	struct err e = { 0 };
	FILE *full = fopen("/dev/full", "w");
	struct csv_writer *w = csv_writer_new(full, CSV_UTF8);

	(void)state;
	csv_text(w, "a");
	csv_end_row(w);
	assert_false(csv_writer_close(w, &e));
	assert_string_equal(e.text, "The file cannot be written: the disk is full");
	assert_int_equal(e.code, ERR_IO);
	fclose(full);
}

static bool note_cells(void *arg, const struct csv_row *row, struct err *e)
{
	struct csv_row without_line = { row->n, row->cell, 0 };
	struct str all = { 0 };
	bool ok = note_row(&all, &without_line, e);

	str_add(arg, str_get(&all) + 1);
	str_free(&all);
	return ok;
}

static void what_is_written_is_read_again(void **state)
{
	static const char *const pieces[] = {
		"a", "刹", "\"", ",", "\n", "=", "'", "-", " ", "车", "0", "＠"
	};

	(void)state;
	for (int round = 0; round < 300; round++) {
		enum csv_encoding enc = round % 3 == 0 ? CSV_GB18030 : CSV_UTF8;
		struct str want = { 0 }, got = { 0 };
		struct err e = { 0 };
		struct made m;
		struct csv_writer *w = write_to(&m, enc);

		for (int row = 0; row < 5; row++) {
			str_addc(&want, '[');
			for (int cell = 0, n = rand() % 4 + 1; cell < n; cell++) {
				struct str s = { 0 };

				for (int i = 0, k = rand() % 6; i < k; i++)
					str_add(&s,
						pieces[(size_t)rand() % (sizeof pieces / sizeof *pieces)]);
				csv_text(w, str_get(&s));
				str_addf(&want, "%s%s", cell ? "|" : "", str_get(&s));
				str_free(&s);
			}
			csv_end_row(w);
			str_addc(&want, ']');
		}
		assert_true(finish(&m, w, &e));
		assert_true(csv_read(m.bytes, m.n, enc, false, note_cells, &got, &e));
		assert_string_equal(str_get(&got), str_get(&want));
		free(m.bytes);
		str_free(&want);
		str_free(&got);
	}
}

static void any_bytes_are_read_or_refused(void **state)
{
	static const char alphabet[] = "abc,,\"\"\n\r '\xC9\xB2\xE5\x88\xB9\xFF";

	(void)state;
	for (int round = 0; round < 5000; round++) {
		char s[64];
		struct err e = { 0 };
		struct str out = { 0 };
		size_t n = (size_t)rand() % sizeof s;

		for (size_t i = 0; i < n; i++)
			s[i] = (char)(round % 2 ? alphabet[(size_t)rand() % (sizeof alphabet - 1)]
						: rand() % 256);
		if (!csv_read(s, n, (enum csv_encoding)(round % 4), round % 3 == 0, note_row, &out, &e))
			assert_true(e.text[0] != '\0');
		str_free(&out);
	}
}

static void files_are_slurped(void **state)
{
	struct err e = { 0 };
	struct str s = { 0 };
	char path[] = "/tmp/workbay-csv-XXXXXX";
	int fd = mkstemp(path);

	(void)state;
	assert_int_equal(write(fd, "a,b\n", 4), 4);
	close(fd);
	assert_true(csv_slurp(path, &s, &e));
	assert_string_equal(str_get(&s), "a,b\n");
	unlink(path);
	assert_false(csv_slurp("/nowhere/x.csv", &s, &e));
	assert_string_equal(e.text, "/nowhere/x.csv cannot be read: there is no such file or folder");
	assert_int_equal(e.code, ERR_NOINPUT);
	err_clear(&e);
	assert_false(csv_slurp("/tmp", &s, &e));
	assert_string_equal(e.text, "/tmp cannot be read: it is a folder");
	str_free(&s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(rows_know_the_line_they_begin_on),
		cmocka_unit_test(spreadsheets_of_china_are_read),
		cmocka_unit_test(bad_files_are_named_by_line),
		cmocka_unit_test(the_callback_can_stop_the_reading),
		cmocka_unit_test(cells_are_written_for_spreadsheets),
		cmocka_unit_test(lost_characters_are_counted),
		cmocka_unit_test(a_full_disk_is_told),
		cmocka_unit_test(what_is_written_is_read_again),
		cmocka_unit_test(any_bytes_are_read_or_refused),
		cmocka_unit_test(files_are_slurped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
