/* arena.c - memory with the life of a screen, a command or a report. */
#include "base/arena.h"

#include <stdarg.h>
#include <stdalign.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"

#define BLOCK_SIZE ((size_t)16 * 1024)
#define MORE_FIRST 8 /* elements that a growing array starts with; a power of two */

struct block {
	struct block *next;
	size_t used, size;
	alignas(max_align_t) unsigned char data[];
};

struct arena {
	struct block *first; /* the newest; the oldest is last and is kept by arena_reset() */
};

void *xmalloc(size_t size)
{
	void *p = malloc(size ? size : 1);

	if (!p)
		die("out of memory");
	return p;
}

void *xcalloc(size_t n, size_t size)
{
	void *p = calloc(n ? n : 1, size ? size : 1);

	if (!p)
		die("out of memory");
	return p;
}

void *xrealloc(void *p, size_t size)
{
	void *q = realloc(p, size ? size : 1);

	if (!q)
		die("out of memory");
	return q;
}

char *xstrdup(const char *s)
{
	size_t n = strlen(s) + 1;

	return memcpy(xmalloc(n), s, n);
}

static struct block *block_new(size_t size, struct block *next)
{
	struct block *b = xmalloc(sizeof *b + size);

	b->next = next;
	b->used = 0;
	b->size = size;
	return b;
}

struct arena *arena_new(void)
{
	struct arena *a = xmalloc(sizeof *a);

	a->first = block_new(BLOCK_SIZE, NULL);
	return a;
}

void arena_reset(struct arena *a)
{
	while (a->first->next) {
		struct block *old = a->first;

		a->first = old->next;
		free(old);
	}
	a->first->used = 0;
}

void arena_free(struct arena *a)
{
	if (!a)
		return;
	arena_reset(a);
	free(a->first);
	free(a);
}

void *arena_alloc(struct arena *a, size_t size)
{
	const size_t align = alignof(max_align_t);
	struct block *b = a->first;
	void *p;

	size = (size + align - 1) / align * align;
	if (b->size - b->used < size)
		b = a->first = block_new(size > BLOCK_SIZE ? size : BLOCK_SIZE, b);
	p = b->data + b->used;
	b->used += size;
	return memset(p, 0, size);
}

char *arena_strndup(struct arena *a, const char *s, size_t n)
{
	char *p;

	if (!s)
		return NULL;
	p = arena_alloc(a, n + 1);
	memcpy(p, s, n);
	return p;
}

void *arena_more(struct arena *a, void *array, size_t n, size_t size)
{
	void *more;

	if (n != 0 && (n < MORE_FIRST || (n & (n - 1))))
		return array;
	more = arena_alloc(a, (n ? 2 * n : MORE_FIRST) * size);
	if (n)
		memcpy(more, array, n * size);
	return more;
}

char *arena_strdup(struct arena *a, const char *s)
{
	return s ? arena_strndup(a, s, strlen(s)) : NULL;
}

char *arena_printf(struct arena *a, const char *fmt, ...)
{
	va_list ap, again;
	char *p;
	int n;

	va_start(ap, fmt);
	va_copy(again, ap);
	n = vsnprintf(NULL, 0, fmt, ap);
	va_end(ap);
	p = arena_alloc(a, (size_t)(n < 0 ? 0 : n) + 1);
	vsnprintf(p, (size_t)(n < 0 ? 0 : n) + 1, fmt, again);
	va_end(again);
	return p;
}
