/* text_fold.c - one form for what people type in many, for storing, searching and reading. */
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/pinyin.h"

/* Moves a growable string into the arena. */
static char *into_arena(struct arena *a, struct str *s)
{
	char *copy = arena_strndup(a, str_get(s), s->len);

	str_free(s);
	return copy;
}

/* A normal form of the text; the text made safe where it is not UTF-8. The caller frees. */
static char *normal_form(const char *s, utf8proc_option_t options)
{
	struct str safe = { 0 };
	utf8proc_uint8_t *out = NULL;

	utf8proc_map((const utf8proc_uint8_t *)s, 0, &out,
		     options | UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPOSE);
	if (out)
		return (char *)out;
	text_add_safe(&safe, s, true);
	return str_take(&safe);
}

static bool is_blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r' || cp == 0x3000 || cp == 0xA0;
}

/* Code points written to `out` with blanks at both ends left out; `fold` gives 0 for what is dropped. */
static void add_folded(struct str *out, const char *s, uint32_t (*fold)(uint32_t cp))
{
	size_t end = 0;
	char buf[5];
	uint32_t cp;
	bool bad;

	while (text_next(&s, &cp, &bad)) {
		cp = fold(cp);
		if (cp == 0 || (end == 0 && is_blank(cp)))
			continue;
		str_addn(out, buf, (size_t)text_encode(cp, buf));
		if (!is_blank(cp))
			end = out->len;
	}
	if (out->s) {
		out->s[end] = '\0';
		out->len = end;
	}
}

static uint32_t fold_code_cp(uint32_t cp)
{
	switch (cp) {
	case 0x3002: /* 。 */
		return '.';
	case 0x3001: /* 、 */
		return '/';
	case 0x2010:
	case 0x2013:
	case 0x2014:
	case 0x2212:
		return '-';
	case 0xA5: /* yen sign */
	case 0xB7: /* middle dot */
	case 0x2022:
	case 0x30FB:
		return 0;
	default:
		return (uint32_t)utf8proc_toupper((utf8proc_int32_t)cp);
	}
}

static uint32_t fold_free_cp(uint32_t cp)
{
	return cp;
}

static uint32_t fold_search_cp(uint32_t cp)
{
	if (is_blank(cp) || cp == 0xB7 || cp == 0x2022 || cp == 0x30FB || cp == '-' || cp == '/' || cp == '.')
		return 0;
	return pinyin_simplified((uint32_t)utf8proc_tolower((utf8proc_int32_t)cp));
}

static void fold_into(struct str *out, const char *s, utf8proc_option_t options,
		      uint32_t (*fold)(uint32_t cp))
{
	char *normal = normal_form(s, options);

	add_folded(out, normal, fold);
	free(normal);
}

char *text_fold_code(struct arena *a, const char *s)
{
	struct str out = { 0 };

	fold_into(&out, s, UTF8PROC_COMPAT, fold_code_cp);
	return into_arena(a, &out);
}

char *text_fold_free(struct arena *a, const char *s)
{
	struct str out = { 0 };

	fold_into(&out, s, 0, fold_free_cp);
	return into_arena(a, &out);
}

char *text_fold_search(struct arena *a, const char *s)
{
	struct str out = { 0 };

	fold_into(&out, s, UTF8PROC_COMPAT, fold_search_cp);
	return into_arena(a, &out);
}

void text_fold_typed(const char *s, char buf[TEXT_TYPED])
{
	struct str out = { 0 };
	bool ascii = true;

	for (const char *p = s; *p && ascii; p++)
		ascii = (unsigned char)*p < 0x80;
	if (ascii)
		add_folded(&out, s, fold_code_cp);
	else
		fold_into(&out, s, UTF8PROC_COMPAT, fold_code_cp);
	snprintf(buf, TEXT_TYPED, "%s", out.len < TEXT_TYPED ? str_get(&out) : "?");
	str_free(&out);
}

char *text_reverse(struct arena *a, const char *s)
{
	size_t n = strlen(s), at = n;
	char *out = arena_alloc(a, n + 1);
	const char *from = s;
	uint32_t cp;
	bool bad;

	while (text_next(&s, &cp, &bad)) {
		size_t len = (size_t)(s - from);

		at -= len;
		memcpy(out + at, from, len);
		from = s;
	}
	return out;
}

char *text_phone(struct arena *a, const char *s)
{
	size_t n = strlen(s), area;

	if (strspn(s, "0123456789") != n)
		return arena_strdup(a, s);
	if (n == 11 && s[0] == '1')
		return arena_printf(a, "%.3s %.4s %s", s, s + 3, s + 7);
	if (n == 10 && s[0] == '0' && s[1] == '9')
		return arena_printf(a, "%.4s %.3s %s", s, s + 4, s + 7);
	area = s[0] == '0' ? (n > 1 && (s[1] == '1' || s[1] == '2') ? 3 : 4) : 0;
	if (n == 8)
		return arena_printf(a, "%.4s %s", s, s + 4);
	if (area && (n == area + 7 || n == area + 8))
		return arena_printf(a, "%.*s %.*s %s", (int)area, s, (int)(n - area - 4), s + area,
				    s + n - 4);
	return arena_strdup(a, s);
}
