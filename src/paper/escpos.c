/* escpos.c - the text of a paper as bytes for a printer that speaks ESC/POS or ESC/P. */
#include "paper/escpos.h"

#include <iconv.h>
#include <string.h>

#include "base/text.h"
#include "paper/render.h"

#define RESET       "\x1b@"
#define CHINESE     "\x1c&"
#define CHINESE_OFF "\x1c."
#define FEED_CUT                                                                                             \
	"\x1b"                                                                                               \
	"d\4\x1dVB" /* four lines, then GS V B 0 */

#define MIDDLE                                                                                               \
	"\x1b"                                                                                               \
	"a\1"
#define LEFT                                                                                                 \
	"\x1b"                                                                                               \
	"a\0"
#define BARS     "\x1dh\x50\x1dw\2\x1dH\2\x1dkI" /* high, wide, characters below, CODE128 */
#define QR_SET   "\x1d(k\4\0001A2\0\x1d(k\3\0001C\6\x1d(k\3\0001E1" /* model 2, dots of 6, correction M */
#define QR_PRINT "\x1d(k\3\0001Q0"

/* A character of two bytes in GB18030; false for what has none: controls, and those of four, which printers
 * do not know. */
static bool to_gb(iconv_t how, const char *from, size_t n, char to[4])
{
	char *in = (char *)from, *p = to;
	size_t left = n, room = 4;

	iconv(how, NULL, NULL, NULL, NULL);
	return iconv(how, &in, &left, &p, &room) != (size_t)-1 && room == 2;
}

/* Where the text stands in its line: columns that paper has taken more than the screen. */
struct place {
	iconv_t how;
	int ahead;
	bool codes;
};

static void add_char(struct place *at, const char *s, size_t n, uint32_t cp, struct str *out)
{
	char gb[4];
	int width = text_cp_width(cp);

	if (!to_gb(at->how, s, n, gb)) {
		str_addn(out, "??", width > 1 ? 2 : width > 0 ? 1 : 0);
		return;
	}
	at->ahead += 2 - width;
	str_addn(out, gb, 2);
}

/* A run of blanks pays what paper is ahead, down to one blank. */
static size_t add_blanks(struct place *at, const char *s, struct str *out)
{
	size_t n = 0, left;

	while (s[n] == ' ')
		n++;
	left = n;
	for (; left > 1 && at->ahead > 0; left--)
		at->ahead--;
	for (size_t i = 0; i < left; i++)
		str_addc(out, ' ');
	return n;
}

/* Bars: the code in CODE128, with its characters below. What that alphabet lacks is printed as text only. */
static void add_bars(const char *code, size_t n, struct str *out)
{
	struct str data = { 0 };

	str_add(&data, "{B");
	for (size_t i = 0; i < n; i++) {
		if ((unsigned char)code[i] < 0x20 || (unsigned char)code[i] > 0x7e || data.len > 200)
			n = 0;
		str_addc(&data, code[i]);
		if (code[i] == '{')
			str_addc(&data, '{');
	}
	if (n) {
		str_add(out, MIDDLE BARS);
		str_addc(out, (char)data.len);
		str_addn(out, data.s, data.len);
		str_addn(out, LEFT, sizeof LEFT - 1);
	}
	str_free(&data);
}

/* A QR code, which the printer draws itself. */
static void add_qr(const char *code, size_t n, struct str *out)
{
	str_add(out, MIDDLE);
	str_addn(out, QR_SET, sizeof QR_SET - 1);
	str_add(out, "\x1d(k");
	str_addc(out, (char)((n + 3) & 0xff));
	str_addc(out, (char)((n + 3) >> 8));
	str_add(out, "1P0");
	str_addn(out, code, n);
	str_addn(out, QR_PRINT LEFT, sizeof QR_PRINT LEFT - 1);
}

/* A line that begins with a mark is a code. Returns what of the text it was. */
static size_t add_code(const char *s, struct str *out)
{
	size_t n = strcspn(s, "\n");

	if (*s == *PAPER_BARCODE)
		add_bars(s + 1, n - 1, out);
	else
		add_qr(s + 1, n - 1, out);
	return n;
}

static void add_text(struct place *at, const char *s, struct str *out)
{
	while (*s) {
		uint32_t cp = 0;
		int n = text_decode(s, strnlen(s, 4), &cp);

		if (*s == ' ') {
			s += add_blanks(at, s, out);
			continue;
		}
		if (at->codes && (*s == *PAPER_BARCODE || *s == *PAPER_QR)) {
			s += add_code(s, out);
			continue;
		}
		if (n < 1) {
			str_addc(out, '?');
			s++;
			continue;
		}
		if (cp == '\n')
			at->ahead = 0;
		if (cp == '\n' || (cp >= 0x20 && cp < 0x7f))
			str_addc(out, (char)cp);
		else
			add_char(at, s, (size_t)n, cp, out);
		s += n;
	}
}

static bool open_gb(struct place *at, struct err *e)
{
	*at = (struct place){ .how = iconv_open("GB18030", "UTF-8") };
	return at->how != (iconv_t)-1 ||
	       err_set(e, ERR_UNAVAILABLE,
		       N_("This machine cannot write GB18030 for the printer; print as text"));
}

bool escpos_add(struct str *out, const char *text, enum form_size size, bool codes, struct err *e)
{
	struct place at;

	if (!open_gb(&at, e))
		return false;
	at.codes = codes;
	str_add(out, RESET CHINESE);
	add_text(&at, text, out);
	str_add(out, CHINESE_OFF);
	if (size == FORM_PAGE)
		str_addc(out, '\f');
	else
		str_addn(out, FEED_CUT "\0", sizeof FEED_CUT);
	iconv_close(at.how);
	return true;
}

/* Columns of a page of eight inches, and what sets them: characters to the inch, and the dots on both sides of a
 * Chinese character of 24, which make it as wide as two others (of 18, 15 or 12 dots, 180 to the inch). */
static const struct {
	int columns;
	char pitch, dots;
} pitches[] = { { 80, 'P', 6 }, { 96, 'M', 3 }, { 160, 'g', 0 } };

bool escp_add(struct str *out, const char *text, int columns, struct err *e)
{
	struct place at;
	size_t i = 0;

	if (!open_gb(&at, e))
		return false;
	while (columns > pitches[i].columns && i + 1 < sizeof pitches / sizeof *pitches)
		i++;
	str_add(out, RESET CHINESE "\x1b");
	str_addc(out, pitches[i].pitch);
	str_add(out, "\x1cS");
	str_addc(out, pitches[i].dots);
	str_addc(out, pitches[i].dots);
	add_text(&at, text, out);
	str_add(out, CHINESE_OFF "\f");
	iconv_close(at.how);
	return true;
}
