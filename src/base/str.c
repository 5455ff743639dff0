/* str.c - one growable string. */
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"

static void str_room(struct str *s, size_t more)
{
	size_t need = s->len + more + 1, cap = s->cap ? s->cap : 64;

	if (need <= s->cap)
		return;
	while (cap < need)
		cap *= 2;
	s->s = xrealloc(s->s, cap);
	s->cap = cap;
}

void str_free(struct str *s)
{
	free(s->s);
	*s = (struct str){ 0 };
}

void str_clear(struct str *s)
{
	s->len = 0;
	if (s->s)
		s->s[0] = '\0';
}

void str_addn(struct str *s, const char *bytes, size_t n)
{
	str_room(s, n);
	if (n)
		memcpy(s->s + s->len, bytes, n);
	s->len += n;
	s->s[s->len] = '\0';
}

void str_add(struct str *s, const char *text)
{
	str_addn(s, text, strlen(text));
}

void str_addc(struct str *s, char c)
{
	str_addn(s, &c, 1);
}

void str_addf(struct str *s, const char *fmt, ...)
{
	va_list ap, again;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	if (n > 0) {
		str_room(s, (size_t)n);
		vsnprintf(s->s + s->len, (size_t)n + 1, fmt, again);
		s->len += (size_t)n;
	}
	va_end(again);
}

const char *str_get(const struct str *s)
{
	return s->s ? s->s : "";
}

char *str_take(struct str *s)
{
	char *p = s->s ? s->s : xstrdup("");

	*s = (struct str){ 0 };
	return p;
}
