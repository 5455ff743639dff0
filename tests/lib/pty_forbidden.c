/* pty_forbidden.c - reads what was written to a terminal and finds what only hostile text can have put there.
 */
#include "tests/lib/pty.h"

#include <string.h>

struct reader {
	const unsigned char *b;
	size_t n, i;
};

/* Decodes one UTF-8 character of two bytes or more; 0 when it is none. */
static uint32_t wide(struct reader *r)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	unsigned char c = r->b[r->i];
	size_t len = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2;
	uint32_t cp = c & (0x7fU >> len);

	if (c < 0xc2 || c > 0xf4)
		return 0;
	if (r->i + len > r->n)
		return 0;
	for (size_t k = 1; k < len; k++) {
		if ((r->b[r->i + k] & 0xc0) != 0x80)
			return 0;
		cp = cp << 6 | (r->b[r->i + k] & 0x3f);
	}
	if (cp < least[len] || (cp >= 0xd800 && cp < 0xe000) || cp > 0x10ffff)
		return 0;
	r->i += len;
	return cp;
}

/* A read may end inside a character: the rest is still to come. */
static bool cut_off(const struct reader *r)
{
	unsigned char c = r->b[r->i];
	size_t len = c >= 0xf0 ? 4 : c >= 0xe0 ? 3 : 2, left = r->n - r->i;

	if (c < 0xc2 || c > 0xf4 || left >= len)
		return false;
	for (size_t k = 1; k < left; k++)
		if ((r->b[r->i + k] & 0xc0) != 0x80)
			return false;
	return true;
}

static const char *check_wide(struct reader *r)
{
	uint32_t cp;

	if (cut_off(r)) {
		r->i = r->n;
		return NULL;
	}
	cp = wide(r);
	if (cp == 0)
		return "bytes that are not UTF-8";
	if (cp < 0xa0)
		return "a C1 control character";
	if ((cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069))
		return "a bidi control character";
	if ((cp >= 0x200b && cp <= 0x200f) || cp == 0x2060 || cp == 0xfeff)
		return "a zero-width character";
	if (cp == 0x2028 || cp == 0x2029)
		return "a line separator";
	return NULL;
}

/* CSI: private mark, parameters, intermediates, final byte. */
static const char *check_csi(struct reader *r)
{
	char par[32] = "";
	size_t n = 0;
	unsigned char c = 0;

	while (r->i < r->n) {
		c = r->b[r->i++];
		if (c >= 0x40 && c <= 0x7e)
			break;
		if (c < 0x20 || c > 0x7e || n + 1 >= sizeof(par))
			return "a broken CSI sequence";
		par[n++] = (char)c;
		par[n] = '\0';
	}
	switch (c) {
	case 't':
		if (strcmp(par, "22;0;0") == 0 || strcmp(par, "23;0;0") == 0)
			return NULL; /* xterm's smcup and rmcup keep the title */
		return "a window control sequence";
	case 'i':
		return "a printer control sequence";
	case 'n':
		return strcmp(par, "6") == 0 ? NULL : "a status request";
	case 'c':
		return par[0] == '?' ? NULL : "a request for attributes"; /* linux: shape of the cursor */
	case 'q':
		return strchr(par, ' ') ? NULL : "a CSI sequence that curses does not write";
	case 'x':
	case 'y':
	case 'p':
	case 'o':
	case 'z':
		return "a CSI sequence that curses does not write";
	default:
		return NULL;
	}
}

static const char *check_escape(struct reader *r)
{
	unsigned char c;

	r->i++;
	if (r->i >= r->n)
		return NULL;
	c = r->b[r->i++];
	switch (c) {
	case '[':
		return check_csi(r);
	case '(':
	case ')':
		if (r->i < r->n && strchr("0AB12U", r->b[r->i]))
			r->i++;
		return NULL;
	case ']':
		return "an OSC sequence";
	case 'P':
	case 'X':
	case '^':
	case '_':
		return "a DCS, SOS, PM or APC string";
	case '7':
	case '8':
	case '=':
	case '>':
	case 'M':
	case 'D':
	case 'E':
	case 'H':
	case 'c':
	case 'n':
	case 'o':
	case 'g':
		return NULL;
	default:
		return "an escape sequence that curses does not write";
	}
}

const char *pty_forbidden(const char *bytes, size_t n, size_t *ret_at)
{
	struct reader r = { .b = (const unsigned char *)bytes, .n = n };
	const char *why = NULL;

	while (r.i < r.n && !why) {
		unsigned char c = r.b[r.i];

		if (ret_at)
			*ret_at = r.i;
		if (c == 0x1b) {
			why = check_escape(&r);
		} else if (c >= 0x80) {
			why = check_wide(&r);
		} else {
			/* NUL is padding, SO and SI are the vt100's line drawing */
			if (c == 0x7f ||
			    (c < 0x20 && !(c == 0 || (c >= 7 && c <= 10) || (c >= 13 && c <= 15))))
				why = "a C0 control character";
			r.i++;
		}
	}
	return why;
}
