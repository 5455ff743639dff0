/* str.h - one growable string. */
#ifndef WORKBAY_STR_H
#define WORKBAY_STR_H

#include <stddef.h>

/* Starts as { 0 }; `s` is NULL or NUL-terminated. Free with str_free(). */
struct str {
	char *s;
	size_t len, cap;
};

/* Texts that are added are copied; none of these fails: out of memory ends the program. */
void str_free(struct str *s);  /* frees the buffer and makes it empty */
void str_clear(struct str *s); /* empties it, keeps the buffer */
void str_add(struct str *s, const char *text);
void str_addn(struct str *s, const char *bytes, size_t n);
void str_addc(struct str *s, char c);
void str_addf(struct str *s, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

/* The text, "" when nothing was added yet; valid until the next change. */
const char *str_get(const struct str *s);

/* Hands the buffer over: the caller frees it; `s` is empty again. Never NULL. */
char *str_take(struct str *s);

#endif
