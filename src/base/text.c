/* text.c - UTF-8, columns of a terminal, and what may be stored. */
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

#include "base/pinyin.h"

#define BRIEF_COLUMNS 30

int text_decode(const char *s, size_t n, uint32_t *ret)
{
	static const uint32_t least[5] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *p = (const unsigned char *)s;
	uint32_t cp;
	int len;

	if (n == 0 || p[0] == 0)
		return 0;
	if (p[0] < 0x80) {
		*ret = p[0];
		return 1;
	}
	len = p[0] >= 0xF0 && p[0] < 0xF8 ? 4 : p[0] >= 0xE0 ? 3 : 2;
	if (p[0] < 0xC2 || p[0] > 0xF4 || n < (size_t)len)
		return -1;
	cp = p[0] & (0x7FU >> len);
	for (int i = 1; i < len; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return -1;
		cp = cp << 6 | (p[i] & 0x3F);
	}
	if (cp < least[len] || cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		return -1;
	*ret = cp;
	return len;
}

int text_encode(uint32_t cp, char buf[5])
{
	int n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	static const unsigned char lead[5] = { 0, 0, 0xC0, 0xE0, 0xF0 };

	buf[n] = '\0';
	for (int i = n - 1; i > 0; i--, cp >>= 6)
		buf[i] = (char)(0x80 | (cp & 0x3F));
	buf[0] = (char)(lead[n == 1 ? 0 : n] | cp);
	return n;
}

bool text_next(const char **s, uint32_t *ret, bool *bad)
{
	int n = text_decode(*s, strnlen(*s, 4), ret);

	if (n == 0)
		return false;
	*bad = n < 0;
	if (n < 0)
		*ret = (unsigned char)**s;
	*s += n < 0 ? 1 : n;
	return true;
}

bool text_valid(const char *s, size_t n)
{
	uint32_t cp;

	for (size_t at = 0; at < n;) {
		int len = text_decode(s + at, n - at, &cp);

		if (len <= 0)
			return false;
		at += (size_t)len;
	}
	return true;
}

int text_cp_width(uint32_t cp)
{
	int w;

	if (cp >= 0x20 && cp < 0x7F)
		return 1;
	w = wcwidth((wchar_t)cp);
	if (w < 0 && cp >= 0x80 && MB_CUR_MAX == 1)
		w = utf8proc_charwidth((utf8proc_int32_t)cp);
	return w < 0 ? 1 : w;
}

int text_width(const char *s)
{
	int columns = 0;
	uint32_t cp;
	bool bad;

	while (text_next(&s, &cp, &bad))
		columns += bad ? 1 : text_cp_width(cp);
	return columns;
}

size_t text_fit(const char *s, int columns)
{
	const char *p = s, *end = s;
	uint32_t cp;
	bool bad;

	while (text_next(&p, &cp, &bad)) {
		columns -= bad ? 1 : text_cp_width(cp);
		if (columns < 0)
			break;
		end = p;
	}
	return (size_t)(end - s);
}

static void add_blanks(struct str *out, int n)
{
	while (n-- > 0)
		str_addc(out, ' ');
}

void text_pad(struct str *out, const char *s, int columns, int align)
{
	int width = text_width(s), before;
	size_t bytes = strlen(s);
	bool cut = width > columns;

	if (columns <= 0)
		return;
	if (cut) {
		char *part;

		bytes = text_fit(s, columns - 1);
		part = xmalloc(bytes + 1);
		memcpy(part, s, bytes);
		part[bytes] = '\0';
		width = text_width(part) + 1;
		free(part);
	}
	before = align < 0 ? 0 : align > 0 ? columns - width : (columns - width) / 2;
	add_blanks(out, before);
	str_addn(out, s, bytes);
	if (cut)
		str_addc(out, '~');
	add_blanks(out, columns - width - before);
}

static bool in_list(const char *list, uint32_t cp)
{
	uint32_t c;
	bool bad;

	while (text_next(&list, &c, &bad))
		if (c == cp)
			return true;
	return false;
}

/* May a line end between these two? */
static bool breaks_between(uint32_t before, uint32_t cp)
{
	if (before == ' ' || before == 0x3000)
		return cp != ' ' && cp != 0x3000;
	if (cp >= 'A' && cp <= 'Z' && before != '/') /* a plate stays whole */
		return false;
	if (text_cp_width(before) < 2 && text_cp_width(cp) < 2)
		return false;
	return !in_list("，。、；：？！）》」』】〉〕”’…—·～,.;:?!)]}%℃", cp) &&
	       !in_list("（《「『【〈〔“‘([{￥¥$#", before);
}

/* The bytes of the first line of a paragraph; at least one character. */
static size_t line_bytes(const char *s, size_t n, int columns)
{
	uint32_t before = 0, cp;
	size_t at = 0, chance = 0;
	int width = 0;

	while (at < n) {
		int len = text_decode(s + at, n - at, &cp);
		int w = len < 0 ? 1 : text_cp_width(cp);

		if (len < 0) {
			len = 1;
			cp = '?';
		}
		if (at > 0 && w > 0 && breaks_between(before, cp))
			chance = at;
		if (at > 0 && w > 0 && width + w > columns && cp != ' ')
			return chance ? chance : at;
		width += w;
		before = w > 0 ? cp : before;
		at += (size_t)len;
	}
	return n;
}

static char *line_copy(struct arena *a, const char *s, size_t n)
{
	while (n > 0 && s[n - 1] == ' ')
		n--;
	return arena_strndup(a, s, n);
}

size_t text_wrap(struct arena *a, const char *s, int columns, char ***ret_lines)
{
	size_t n = 0, cap = 0;
	char **lines = NULL;

	do {
		size_t paragraph = strcspn(s, "\n"), done = 0;

		do {
			size_t bytes = line_bytes(s + done, paragraph - done, columns);

			if (n == cap) {
				cap = cap ? cap * 2 : 8;
				lines = xrealloc(lines, cap * sizeof *lines);
			}
			lines[n++] = line_copy(a, s + done, bytes);
			done += bytes;
		} while (done < paragraph);
		s += paragraph;
		if (*s == '\n')
			s++;
	} while (*s);
	*ret_lines = ARENA_ARRAY(a, char *, n);
	memcpy(*ret_lines, lines, n * sizeof *lines);
	free(lines);
	return n;
}

bool text_storable(uint32_t cp, bool multiline)
{
	if (cp < 0x20)
		return cp == '\n' && multiline;
	if (cp < 0x7F)
		return true;
	if (cp < 0xA0 || (cp >= 0x200B && cp <= 0x200F) || (cp >= 0x2028 && cp <= 0x202E))
		return false;
	if (cp == 0x061C || (cp >= 0x2060 && cp <= 0x206F) || (cp >= 0xD800 && cp <= 0xDFFF))
		return false;
	if (cp == 0xFEFF || (cp >= 0xFFF9 && cp <= 0xFFFB) || (cp >= 0xFDD0 && cp <= 0xFDEF))
		return false;
	return (cp & 0xFFFE) != 0xFFFE && !(cp >= 0xE0000 && cp <= 0xE007F) && cp <= 0x10FFFF;
}

/* Bytes that are not UTF-8 but pairs of GBK. */
static bool looks_like_gbk(const unsigned char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (p[i] < 0x80)
			continue;
		if (p[i] == 0x80 || p[i] == 0xFF || i + 1 == n)
			return false;
		i++;
		if (p[i] < 0x40 || p[i] == 0x7F || p[i] == 0xFF)
			return false;
	}
	return true;
}

static bool not_utf8(const char *s, size_t n, const char *field, struct err *e)
{
	if (looks_like_gbk((const unsigned char *)s, n))
		return err_field(e, field,
				 "This text is in GBK, not in UTF-8; set the terminal or the file to UTF-8");
	return err_field(e, field, "This text is not UTF-8; set the terminal or the file to UTF-8");
}

bool text_check(const char *s, size_t n, size_t max, bool multiline, const char *field, struct err *e)
{
	size_t count = 0;
	uint32_t cp;

	for (size_t at = 0; at < n; count++) {
		int len = text_decode(s + at, n - at, &cp);

		if (len < 0)
			return not_utf8(s, n, field, e);
		if (len == 0)
			return err_field(e, field, "This text contains a zero byte; remove it");
		if (cp == '\n' && !multiline)
			return err_field(e, field, "This text must stay on one line; remove the line break");
		if (!text_storable(cp, multiline))
			return err_field(
			    e, field,
			    "Character %zu is invisible or controls the terminal (U+%04X); remove it",
			    count + 1, (unsigned)cp);
		at += (size_t)len;
	}
	if (count > max)
		return err_field(e, field, "This text has %zu characters; at most %zu can be kept", count,
				 max);
	return true;
}

void text_add_safe(struct str *out, const char *s, bool multiline)
{
	const char *from = s;
	uint32_t cp;
	bool bad;

	while (text_next(&s, &cp, &bad)) {
		if (bad || !text_storable(cp, multiline))
			str_addc(out, '?');
		else
			str_addn(out, from, (size_t)(s - from));
		from = s;
	}
}

/* Moves a growable string into the arena. */
static char *into_arena(struct arena *a, struct str *s)
{
	char *copy = arena_strndup(a, str_get(s), s->len);

	str_free(s);
	return copy;
}

char *text_safe(struct arena *a, const char *s, bool multiline)
{
	struct str out = { 0 };

	text_add_safe(&out, s ? s : "", multiline);
	return into_arena(a, &out);
}

const char *text_brief(char buf[TEXT_BRIEF], const char *s)
{
	struct str safe = { 0 };
	bool cut;
	size_t n;

	text_add_safe(&safe, s, false);
	cut = text_width(str_get(&safe)) > BRIEF_COLUMNS;
	n = text_fit(str_get(&safe), cut ? BRIEF_COLUMNS - 1 : BRIEF_COLUMNS);
	if (n > TEXT_BRIEF - 2)
		n = 0;
	memcpy(buf, str_get(&safe), n);
	if (cut)
		buf[n++] = '~';
	buf[n] = '\0';
	str_free(&safe);
	return buf;
}
