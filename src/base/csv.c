/* csv.c - writing comma separated values. */
#include "base/csv.h"

#include <errno.h>
#include <iconv.h>
#include <inttypes.h>
#include <string.h>

#include "base/date.h"
#include "base/text.h"

#define FLUSH_AT  ((size_t)64 * 1024)
#define NOT_PLAIN ((size_t)-1)

struct csv_writer {
	FILE *out;
	enum csv_encoding enc;
	iconv_t how; /* for the encodings other than UTF-8 */
	struct str buf, safe;
	size_t cells, row_start; /* of the row being written */
	size_t lost;             /* characters that the encoding does not have */
	int error;               /* errno of the first write that failed */
};

struct csv_writer *csv_writer_new(FILE *out, enum csv_encoding enc)
{
	struct csv_writer *w = xcalloc(1, sizeof *w);

	w->out = out;
	w->enc = enc == CSV_AUTO ? CSV_UTF8 : enc;
	if (w->enc == CSV_UTF8)
		str_add(&w->buf, "\xEF\xBB\xBF");
	else
		w->how = iconv_open(w->enc == CSV_BIG5 ? "CP950" : "GB18030", "UTF-8");
	w->row_start = w->buf.len;
	return w;
}

static void put_out(struct csv_writer *w, const char *s, size_t n)
{
	if (n && !w->error && fwrite(s, 1, n, w->out) != n)
		w->error = errno ? errno : EIO;
}

/* Writes the buffer in another encoding, with '?' for what that does not have. */
static void flush_converted(struct csv_writer *w)
{
	char *in = w->buf.s, *buf = xmalloc(FLUSH_AT);
	size_t left = w->buf.len;
	uint32_t cp;

	while (left > 0) {
		char *to = buf;
		size_t room = FLUSH_AT, done;

		done = iconv(w->how, &in, &left, &to, &room);
		put_out(w, buf, (size_t)(to - buf));
		if (done == (size_t)-1 && errno != E2BIG) {
			int n = text_decode(in, left, &cp);

			put_out(w, "?", 1);
			w->lost++;
			in += n > 0 ? n : 1;
			left -= n > 0 ? (size_t)n : 1;
		}
	}
	free(buf);
}

static void flush(struct csv_writer *w)
{
	if (w->enc == CSV_UTF8)
		put_out(w, str_get(&w->buf), w->buf.len);
	else if (w->how != (iconv_t)-1)
		flush_converted(w);
	str_clear(&w->buf);
}

static void begin_cell(struct csv_writer *w)
{
	if (w->cells++)
		str_addc(&w->buf, ',');
}

bool csv_runs(const char *s)
{
	static const char *const wide[] = { "＝", "＋", "－", "＠" };

	s += strspn(s, "'");
	if (*s == '=' || *s == '+' || *s == '-' || *s == '@')
		return true;
	for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
		if (strncmp(s, wide[i], strlen(wide[i])) == 0)
			return true;
	return false;
}

/* What a byte is in a text that may be written as it stands: 0 not at all, 1 a character of its own, 3 the first of
 * three bytes of a Chinese character (U+3000 to U+9FFF: none of them is unsafe or runs in a spreadsheet). */
static const unsigned char plain_bytes[256] = {
	[' ' ... '~'] = 1,
	['"'] = 0,
	[','] = 0,
	[0xE3 ... 0xE9] = 3,
};

static bool is_tail(unsigned char c)
{
	return (c & 0xC0) == 0x80;
}

/* The length of a text that needs neither a look at each character nor quotes; NOT_PLAIN for others. */
static size_t plain_length(const char *s)
{
	const unsigned char *p = (const unsigned char *)s;
	int n;

	while ((n = plain_bytes[*p]) != 0) {
		if (n == 3 && !(is_tail(p[1]) && is_tail(p[2])))
			return NOT_PLAIN;
		p += n;
	}
	if (*p || *s == ' ' || (p > (const unsigned char *)s && p[-1] == ' ') || csv_runs(s))
		return NOT_PLAIN;
	return (size_t)(p - (const unsigned char *)s);
}

static void add_quoted(struct csv_writer *w, const char *s)
{
	str_addc(&w->buf, '"');
	if (csv_runs(s))
		str_addc(&w->buf, '\'');
	for (const char *quote; (quote = strchr(s, '"')); s = quote + 1) {
		str_addn(&w->buf, s, (size_t)(quote - s) + 1);
		str_addc(&w->buf, '"');
	}
	str_add(&w->buf, s);
	str_addc(&w->buf, '"');
}

void csv_text(struct csv_writer *w, const char *s)
{
	size_t n = plain_length(s);

	begin_cell(w);
	if (n != NOT_PLAIN) {
		str_addn(&w->buf, s, n);
		return;
	}
	str_clear(&w->safe);
	text_add_safe(&w->safe, s, true);
	s = str_get(&w->safe);
	if (strpbrk(s, "\",\n") || csv_runs(s) || *s == ' ' || (w->safe.len && s[w->safe.len - 1] == ' '))
		add_quoted(w, s);
	else
		str_addn(&w->buf, s, w->safe.len);
}

/* A whole number, with `decimals` of its digits behind the point. */
static void add_number(struct csv_writer *w, int64_t n, int decimals, bool all)
{
	uint64_t v = n < 0 ? -(uint64_t)n : (uint64_t)n;
	char digits[32];
	size_t at = sizeof digits;

	begin_cell(w);
	for (int i = 0; i < decimals; i++, v /= 10)
		if (all || v % 10 || at < sizeof digits)
			digits[--at] = (char)('0' + v % 10);
	if (at < sizeof digits)
		digits[--at] = '.';
	do {
		digits[--at] = (char)('0' + v % 10);
		v /= 10;
	} while (v);
	if (n < 0)
		digits[--at] = '-';
	str_addn(&w->buf, digits + at, sizeof digits - at);
}

void csv_money(struct csv_writer *w, int64_t fen)
{
	add_number(w, fen, 2, true);
}

void csv_qty(struct csv_writer *w, int64_t qty)
{
	add_number(w, qty, 3, false);
}

void csv_int(struct csv_writer *w, int64_t n)
{
	add_number(w, n, 0, false);
}

void csv_date(struct csv_writer *w, int64_t day)
{
	char text[DATE_TEXT];

	begin_cell(w);
	str_addn(&w->buf, text, date_write(text, day));
}

void csv_time(struct csv_writer *w, int64_t at, int offset_minutes)
{
	char text[TIME_TEXT];

	begin_cell(w);
	str_addn(&w->buf, text, time_write(text, at, offset_minutes));
}

void csv_plain(struct csv_writer *w, const char *s)
{
	begin_cell(w);
	str_add(&w->buf, s);
}

void csv_end_row(struct csv_writer *w)
{
	if (w->cells == 1 && w->buf.len == w->row_start)
		str_add(&w->buf, "\"\""); /* a row of one empty cell is not a blank line */
	str_add(&w->buf, "\r\n");
	if (w->buf.len >= FLUSH_AT)
		flush(w);
	w->row_start = w->buf.len;
	w->cells = 0;
}

bool csv_writer_close(struct csv_writer *w, struct err *e)
{
	size_t lost;
	int error;
	bool known = w->enc == CSV_UTF8 || w->how != (iconv_t)-1;

	flush(w);
	if (fflush(w->out) != 0 && !w->error)
		w->error = errno;
	if (w->enc != CSV_UTF8 && known)
		iconv_close(w->how);
	error = w->error;
	lost = w->lost;
	str_free(&w->buf);
	str_free(&w->safe);
	free(w);
	if (!known)
		return err_set(e, ERR_UNAVAILABLE, "This machine cannot write that encoding; write UTF-8");
	if (error)
		return err_set(e, ERR_IO, "The file cannot be written: %s", err_reason(e->lang, error));
	if (lost)
		return err_set(e, ERR_NO,
			       "Characters that do not exist in that encoding: %zu, each written as “?”; "
			       "write UTF-8 or GB18030",
			       lost);
	return true;
}
