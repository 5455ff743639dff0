/* test_state.c - FILE-state: written by many at once, its log put back under a lock. */
#include "db/state.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/db_private.h"
#include "tests/test.h"

#define WRITERS 4
#define WRITES  400

static void write_many(const char *path, int who)
{
	struct db *state = state_connect(path);
	char value[3000], name[40];

	memset(value, 'x', sizeof value - 1);
	value[sizeof value - 1] = '\0';
	for (int i = 0; state && i < WRITES; i++) {
		snprintf(name, sizeof name, "choice %d", i % 50);
		if (!state_put(state, who, name, value))
			_exit(1);
	}
	if (state)
		db_free(state);
	_exit(state ? 0 : 1);
}

static void many_write_at_once_and_the_log_stays_short(void **state)
{
	char dir[] = "/tmp/workbay-state-XXXXXX", path[64], name[80];
	struct db *db;
	struct stat st;
	int status;

	(void)state;
	assert_non_null(mkdtemp(dir));
	snprintf(path, sizeof path, "%s/shop", dir);
	for (int i = 0; i < WRITERS; i++)
		if (fork() == 0)
			write_many(path, i + 1);
	for (int i = 0; i < WRITERS; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	snprintf(name, sizeof name, "%s-state-wal", path);
	assert_int_equal(stat(name, &st), 0);
	/* All that was written is 4.8 MB. */
	assert_true(st.st_size < 3 << 20);
	db = state_connect(path);
	assert_non_null(db);
	for (int i = 0; i < WRITERS; i++) {
		struct arena *a = arena_new();
		char *value = state_get(db, a, i + 1, "choice 49");

		assert_non_null(value);
		assert_int_equal(strlen(value), 2999);
		arena_free(a);
	}
	assert_int_equal(sqlite3_exec(db_handle(db), "PRAGMA integrity_check", NULL, NULL, NULL), SQLITE_OK);
	db_free(db);
	snprintf(name, sizeof name, "rm -rf %s", dir);
	assert_int_equal(system(name), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(many_write_at_once_and_the_log_stays_short),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
