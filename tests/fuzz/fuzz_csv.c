/* fuzz_csv.c - any bytes as CSV; what was read is written and read again. The first byte chooses the
 * encoding. */
#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <string.h>

#include "base/csv.h"
#include "base/text.h"

/* Notes the cells of a row, each as its writing would store it, and writes them. */
struct copy {
	struct csv_writer *w; /* NULL the second time */
	struct str cells;
};

static bool copy_row(void *arg, const struct csv_row *row, struct err *e)
{
	struct copy *c = arg;

	(void)e;
	for (size_t i = 0; i < row->n; i++) {
		text_add_safe(&c->cells, row->cell[i], true);
		str_addc(&c->cells, '\1');
		if (c->w)
			csv_text(c->w, row->cell[i]);
	}
	str_addc(&c->cells, '\2');
	if (c->w)
		csv_end_row(c->w);
	return true;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct copy first = { 0 }, second = { 0 };
	struct err e = { 0 };
	char *made = NULL;
	size_t made_n = 0;
	FILE *file;

	if (n == 0)
		return 0;
	file = open_memstream(&made, &made_n);
	first.w = csv_writer_new(file, CSV_UTF8);
	if (!csv_read((const char *)bytes + 1, n - 1, (enum csv_encoding)(bytes[0] % 4), bytes[0] & 4,
		      copy_row, &first, &e))
		MUST(e.text[0]);
	err_clear(&e);
	MUST(csv_writer_close(first.w, &e));
	fclose(file);
	MUST(csv_read(made, made_n, CSV_UTF8, false, copy_row, &second, &e));
	MUST(strcmp(str_get(&first.cells), str_get(&second.cells)) == 0);
	str_free(&first.cells);
	str_free(&second.cells);
	free(made);
	return 0;
}
