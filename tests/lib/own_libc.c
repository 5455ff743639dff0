/* own_libc.c - the allocations of our own code, of which the chosen one fails.
 *
 * Linked with -Wl,--wrap=malloc and so on; SQLite's own go through mem.c. */
#include <stdlib.h>

#include "tests/lib/vfs.h"

void *__real_malloc(size_t size);
void *__real_calloc(size_t n, size_t size);
void *__real_realloc(void *p, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t n, size_t size);
void *__wrap_realloc(void *p, size_t size);

static struct {
	long at, count;
} own;

void own_fault(long n)
{
	own.at = n;
	own.count = 0;
}

long own_count(void)
{
	return own.count;
}

static int fails(void)
{
	return ++own.count == own.at;
}

void *__wrap_malloc(size_t size)
{
	return fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t n, size_t size)
{
	return fails() ? NULL : __real_calloc(n, size);
}

void *__wrap_realloc(void *p, size_t size)
{
	return fails() ? NULL : __real_realloc(p, size);
}
