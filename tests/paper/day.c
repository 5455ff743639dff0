/* day.c - a shop with one day of papers to print. */
#include "tests/paper/day.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

void day_script(struct test_shop *s, const char *text)
{
	sqlite3 *db;
	char *why = NULL;

	assert_int_equal(sqlite3_open(s->path, &db), SQLITE_OK);
	if (sqlite3_exec(db, text, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
	sqlite3_close(db);
}

struct test_shop *day_new(const char *folder)
{
	struct test_shop *s = test_shop_new();
	char path[512], text[65536];
	size_t n;
	FILE *in;

	snprintf(path, sizeof path, "%s/day.sql", folder);
	in = fopen(path, "r");
	assert_non_null(in);
	n = fread(text, 1, sizeof text - 1, in);
	text[n] = '\0';
	fclose(in);
	day_script(s, text);
	return s;
}
