/* csv.h - comma separated values: reading with libcsv, writing by hand because it is faster. */
#ifndef WORKBAY_CSV_H
#define WORKBAY_CSV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

enum csv_encoding { CSV_AUTO, CSV_UTF8, CSV_GB18030, CSV_BIG5 };

struct csv_row {
	size_t n;
	char **cell; /* UTF-8, never NULL; valid during the call */
	long line;   /* the line of the file on which the row begins, from 1 */
};

/* Called for each row that is not blank; false stops the reading (the callback has set the error). */
typedef bool csv_row_fn(void *arg, const struct csv_row *row, struct err *e);

/* Reads a whole CSV text. A byte order mark is dropped; CSV_AUTO takes valid UTF-8 as that, else GB18030
 * (Big5 where `prefer_big5`). Blanks around an unquoted cell are dropped, and so is a ' that csv_text() put
 * in front. Refuses by line number (also in `e->line`) an open or stray quote, a cell over 64 KiB, a row over
 * 256 cells, and bytes that the encoding does not have. */
bool csv_read(const char *bytes, size_t n, enum csv_encoding enc, bool prefer_big5, csv_row_fn *fn, void *arg,
	      struct err *e);

/* Reads a file into memory (at most 1 GiB) for csv_read(). "-" is standard input. */
bool csv_slurp(const char *path, struct str *ret, struct err *e);

/* True for a text that a spreadsheet would run: = + - @ or their full-width forms in front, behind any number
 * of '. Such a text is written with one more ' in front, and read with one less. */
bool csv_runs(const char *s);

/* A writer into a buffer that is flushed to `out` when it grows past 64 KiB. UTF-8 with BOM and CRLF by
 * default. */
struct csv_writer;

/* `out` is borrowed. `enc` CSV_AUTO is UTF-8 with BOM; CSV_UTF8 is UTF-8 with BOM too. */
struct csv_writer *csv_writer_new(FILE *out, enum csv_encoding enc);

/* A text cell: quoted when needed (RFC 4180); text that a spreadsheet would run (= + - @ and their full-width
 * forms in front) gets a leading '. Characters that are not storable become '?', line feeds stay. */
void csv_text(struct csv_writer *w, const char *s);

/* Number cells are written bare: fen as 1234.50, thousandths as 1.5. */
void csv_money(struct csv_writer *w, int64_t fen);
void csv_qty(struct csv_writer *w, int64_t qty);
void csv_int(struct csv_writer *w, int64_t n);
/* A day as 2026-11-21. */
void csv_date(struct csv_writer *w, int64_t day);
/* A moment as 2026-11-21 14:05. */
void csv_time(struct csv_writer *w, int64_t at, int offset_minutes);
/* Text that is known to be safe: codes made by the program. */
void csv_plain(struct csv_writer *w, const char *s);
/* CR LF. */
void csv_end_row(struct csv_writer *w);

/* Flushes and frees. False when a write failed or a character does not exist in the encoding (then a '?'
 * stands in its place and `e` says how many). */
bool csv_writer_close(struct csv_writer *w, struct err *e);

#endif
