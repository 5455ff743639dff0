/* mem.c - SQLite's allocations, of which the chosen one fails. */
#include <sqlite3.h>
#include <stddef.h>

#include "tests/lib/vfs.h"

static struct {
	sqlite3_mem_methods real;
	long at, count;
	bool forever, fired;
} mem;

static bool alloc_fails(void)
{
	mem.count++;
	if (mem.at <= 0 || (mem.count != mem.at && !(mem.forever && mem.count > mem.at)))
		return false;
	mem.fired = true;
	return true;
}

static void *mem_malloc(int n)
{
	return alloc_fails() ? NULL : mem.real.xMalloc(n);
}

static void *mem_realloc(void *p, int n)
{
	return alloc_fails() ? NULL : mem.real.xRealloc(p, n);
}

void mem_install(void)
{
	sqlite3_mem_methods ours;

	if (mem.real.xMalloc)
		return;
	sqlite3_config(SQLITE_CONFIG_GETMALLOC, &mem.real);
	ours = mem.real;
	ours.xMalloc = mem_malloc;
	ours.xRealloc = mem_realloc;
	sqlite3_config(SQLITE_CONFIG_MALLOC, &ours);
}

void mem_fault(long n, bool forever)
{
	mem.at = n;
	mem.forever = forever;
	mem.count = 0;
	mem.fired = false;
}

long mem_count(void)
{
	return mem.count;
}

bool mem_fired(void)
{
	return mem.fired;
}
