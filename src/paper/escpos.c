/* escpos.c - the text of a paper as bytes for a printer that speaks ESC/POS or ESC/P. */
#include "paper/escpos.h"

#include <iconv.h>
#include <string.h>

#include "base/text.h"

#define RESET       "\x1b@"
#define CHINESE     "\x1c&"
#define CHINESE_OFF "\x1c."
#define FEED_CUT                                                                                             \
	"\x1b"                                                                                               \
	"d\4\x1dVB" /* four lines, then GS V B 0 */

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

static void add_text(struct place *at, const char *s, struct str *out)
{
	while (*s) {
		uint32_t cp = 0;
		int n = text_decode(s, strnlen(s, 4), &cp);

		if (*s == ' ') {
			s += add_blanks(at, s, out);
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

bool escpos_add(struct str *out, const char *text, enum form_size size, struct err *e)
{
	struct place at = { .how = iconv_open("GB18030", "UTF-8") };

	if (at.how == (iconv_t)-1)
		return err_set(e, ERR_UNAVAILABLE,
			       N_("This machine cannot write GB18030 for the printer; print as text"));
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
