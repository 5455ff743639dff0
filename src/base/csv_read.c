/* csv_read.c - reading comma separated values of any of the encodings that spreadsheets in China save. */
#include "base/csv.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <limits.h>
#include <string.h>
#include <unistd.h>

#include "base/text.h"

#define FILE_MAX  ((size_t)1 << 30)
#define CELL_MAX  ((size_t)64 * 1024)
#define CELLS_MAX 256
#define CHUNK     ((size_t)64 * 1024)

/* A reading in progress. */
struct reader {
	csv_row_fn *fn;
	void *arg;
	struct err *e;
	struct str text; /* the cells of the row, each with its NUL */
	size_t start[CELLS_MAX], n;
	long line, row_line; /* the line being read, and the one on which the row began */
	bool stopped;
};

/* About a line of the file. */
static bool no(struct reader *r, long line)
{
	r->e->line = (int)(line > INT_MAX ? INT_MAX : line);
	r->stopped = true;
	return false;
}

static void on_cell(void *bytes, size_t n, void *arg)
{
	struct reader *r = arg;
	const char *cell;

	if (r->stopped)
		return;
	if (n > CELL_MAX) {
		err_set(r->e, ERR_DATA,
			"Line %ld: cell %zu is longer than 65,536 bytes; is a quotation mark missing?",
			r->row_line, r->n + 1);
		no(r, r->row_line);
		return;
	}
	if (r->n == CELLS_MAX) {
		err_set(r->e, ERR_DATA, "Line %ld has more than %d cells; is this the right file?",
			r->row_line, CELLS_MAX);
		no(r, r->row_line);
		return;
	}
	r->start[r->n] = r->text.len;
	str_addn(&r->text, bytes, n);
	cell = r->text.s + r->start[r->n];
	if (*cell == '\'' && csv_runs(cell))
		r->start[r->n]++;
	r->n++;
	str_addc(&r->text, '\0');
}

static void on_row(int end, void *arg)
{
	struct reader *r = arg;
	char *cell[CELLS_MAX];
	struct csv_row row = { r->n, cell, r->row_line };

	(void)end;
	for (size_t i = 0; i < r->n; i++)
		cell[i] = r->text.s + r->start[i];
	if (!r->stopped && r->n > 0 && !r->fn(r->arg, &row, r->e))
		r->stopped = true;
	str_clear(&r->text);
	r->n = 0;
}

/* The bytes up to and with the end of a line: LF, CR LF or CR. */
static size_t line_bytes(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (s[i] == '\n')
			return i + 1;
		if (s[i] == '\r')
			return i + 1 < n && s[i + 1] == '\n' ? i + 2 : i + 1;
	}
	return n;
}

/* Reads text that is UTF-8, line by line so that each row knows where it begins. */
static bool read_utf8(struct reader *r, struct csv_parser *p, const char *s, size_t n)
{
	for (r->line = 1; n > 0 && !r->stopped; r->line++) {
		size_t bytes = line_bytes(s, n);

		if (p->pstate == 0) /* no row has begun */
			r->row_line = r->line;
		if (csv_parse(p, s, bytes, on_cell, on_row, r) != bytes) {
			err_set(r->e, ERR_DATA,
				"Line %ld: a quotation mark stands inside a cell; put the cell in quotes and "
				"write \"\" in it",
				r->line);
			return no(r, r->line);
		}
		s += bytes;
		n -= bytes;
	}
	if (!r->stopped && csv_fini(p, on_cell, on_row, r) != 0) {
		err_set(r->e, ERR_DATA, "Line %ld: a quotation mark is opened here and never closed",
			r->row_line);
		return no(r, r->row_line);
	}
	return !r->stopped;
}

/* The line of a place in the text. */
static long line_of(const char *s, size_t at)
{
	long line = 1;

	for (size_t i = 0; i < at; i++)
		line += s[i] == '\n';
	return line;
}

static bool convert(struct reader *r, const char *name, const char *s, size_t n, struct str *out)
{
	iconv_t how = iconv_open("UTF-8", name);
	char *in = (char *)(uintptr_t)s, *buf;
	size_t left = n, room, used;
	bool ok = true;

	if (how == (iconv_t)-1)
		return err_set(r->e, ERR_UNAVAILABLE, "This machine cannot read %s; save the file as UTF-8",
			       name);
	buf = xmalloc(CHUNK);
	while (left > 0 && ok) {
		char *to = buf;

		room = CHUNK;
		used = iconv(how, &in, &left, &to, &room);
		str_addn(out, buf, (size_t)(to - buf));
		if (used == (size_t)-1 && errno != E2BIG) {
			long line = line_of(s, n - left);

			err_set(r->e, ERR_DATA,
				"Line %ld is not %s; save the file as UTF-8, or name its encoding", line,
				name);
			ok = no(r, line);
		}
	}
	free(buf);
	iconv_close(how);
	return ok;
}

/* Makes UTF-8 of the bytes, in `out` when they had to be converted. */
static bool to_utf8(struct reader *r, const char **s, size_t *n, enum csv_encoding enc, bool prefer_big5,
		    struct str *out)
{
	const char *zero;

	if (*n >= 3 && memcmp(*s, "\xEF\xBB\xBF", 3) == 0) {
		*s += 3;
		*n -= 3;
		enc = CSV_UTF8;
	} else if (*n >= 2 && (memcmp(*s, "\xFF\xFE", 2) == 0 || memcmp(*s, "\xFE\xFF", 2) == 0)) {
		return err_set(r->e, ERR_DATA, "This file is UTF-16; save it as \"CSV UTF-8\"");
	}
	zero = *n ? memchr(*s, 0, *n) : NULL;
	if (zero) {
		long line = line_of(*s, (size_t)(zero - *s));

		err_set(r->e, ERR_DATA, "Line %ld contains a zero byte; this is not a CSV file", line);
		return no(r, line);
	}
	if (enc == CSV_UTF8 || (enc == CSV_AUTO && text_valid(*s, *n))) {
		if (!text_valid(*s, *n))
			return convert(r, "UTF-8", *s, *n, out); /* which says where it is not */
		return true;
	}
	if (!convert(r, enc == CSV_BIG5 || (enc == CSV_AUTO && prefer_big5) ? "CP950" : "GB18030", *s, *n,
		     out))
		return false;
	*s = str_get(out);
	*n = out->len;
	return true;
}

bool csv_read(const char *bytes, size_t n, enum csv_encoding enc, bool prefer_big5, csv_row_fn *fn, void *arg,
	      struct err *e)
{
	struct reader *r = xcalloc(1, sizeof *r);
	struct str converted = { 0 };
	struct csv_parser p;
	bool ok;

	r->fn = fn;
	r->arg = arg;
	r->e = e;
	csv_init(&p, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_realloc_func(&p, xrealloc);
	ok = to_utf8(r, &bytes, &n, enc, prefer_big5, &converted) && read_utf8(r, &p, bytes, n);
	csv_free(&p);
	str_free(&converted);
	str_free(&r->text);
	free(r);
	return ok;
}

static bool slurp(int fd, const char *path, struct str *ret, struct err *e)
{
	char *buf = xmalloc(CHUNK);
	ssize_t n;

	while ((n = read(fd, buf, CHUNK)) > 0 || (n < 0 && errno == EINTR)) {
		if (n > 0)
			str_addn(ret, buf, (size_t)n);
		if (ret->len > FILE_MAX)
			break;
	}
	free(buf);
	if (n < 0)
		return err_set(e, ERR_IO, "%s cannot be read: %s", path, err_reason(e->lang, errno));
	if (ret->len > FILE_MAX)
		return err_set(e, ERR_DATA, "%s is larger than 1 GiB; divide it", path);
	return true;
}

bool csv_slurp(const char *path, struct str *ret, struct err *e)
{
	bool ok;
	int fd;

	if (strcmp(path, "-") == 0)
		return slurp(STDIN_FILENO, path, ret, e);
	fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return err_set(e, ERR_NOINPUT, "%s cannot be read: %s", path, err_reason(e->lang, errno));
	ok = slurp(fd, path, ret, e);
	close(fd);
	return ok;
}
