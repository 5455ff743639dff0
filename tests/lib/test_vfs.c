/* test_vfs.c - the failing disk itself, on a book of one table. */
#include "tests/test.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"
#include "tests/lib/vfs.h"

#define SALES 12

static char *dir;

static char *file_in(const char *where)
{
	struct str s = { 0 };

	str_addf(&s, "%s/book.db", where);
	return str_take(&s);
}

static sqlite3 *book(const char *where, const char *sync)
{
	char *path = file_in(where);
	sqlite3 *db = NULL;
	struct str sql = { 0 };

	sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL);
	str_addf(&sql, "PRAGMA journal_mode=WAL;PRAGMA synchronous=%s;PRAGMA wal_autocheckpoint=4", sync);
	sqlite3_exec(db, sql.s, NULL, NULL, NULL);
	sqlite3_exec(db, "CREATE TABLE IF NOT EXISTS sale(id INTEGER PRIMARY KEY, text TEXT)", NULL, NULL,
		     NULL);
	str_free(&sql);
	free(path);
	return db;
}

static int sell(sqlite3 *db)
{
	return sqlite3_exec(db, "INSERT INTO sale(text) VALUES(hex(randomblob(1500)))", NULL, NULL, NULL);
}

/* Rows in the book, -1 when it is damaged. */
static int rows(sqlite3 *db)
{
	sqlite3_stmt *st = NULL;
	int n = -1;

	if (sqlite3_prepare_v2(db,
			       "SELECT count(*) FROM sale WHERE (SELECT * FROM pragma_quick_check) = 'ok'",
			       -1, &st, NULL) == SQLITE_OK &&
	    sqlite3_step(st) == SQLITE_ROW)
		n = sqlite3_column_int(st, 0);
	sqlite3_finalize(st);
	return n;
}

static int set_up(void **state)
{
	char *path = file_in(dir), *wal;
	struct str s = { 0 };

	(void)state;
	vfs_fault(VFS_NONE, 0, false);
	str_addf(&s, "%s-wal", path);
	wal = str_take(&s);
	unlink(path);
	unlink(wal);
	str_addf(&s, "%s-shm", path);
	unlink(s.s);
	str_free(&s);
	free(wal);
	free(path);
	return 0;
}

/* Cuts the power after every step; returns how often an acknowledged sale was missing, counts damaged books.
 */
static int lost_sales(const char *sync, int *ret_damaged)
{
	sqlite3 *db = book(dir, sync);
	struct vfs_tape *t;
	long acked[SALES], n;
	char to[] = "/tmp/workbay-cut-XXXXXX";
	struct str rm = { 0 };
	int lost = 0;

	assert_non_null(mkdtemp(to));
	*ret_damaged = 0;
	sqlite3_wal_checkpoint_v2(db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	t = vfs_record(dir);
	for (int i = 0; i < SALES; i++) {
		assert_int_equal(sell(db), SQLITE_OK);
		acked[i] = vfs_tape_steps(t);
	}
	sqlite3_close(db);
	vfs_stop(t);
	n = vfs_tape_steps(t);
	for (long step = 0; step <= n; step++) {
		for (unsigned seed = 0; seed < 4; seed++) {
			int sold = 0, there;

			while (sold < SALES && acked[sold] <= step)
				sold++;
			vfs_image(t, step, seed, to);
			db = book(to, sync);
			there = rows(db);
			sqlite3_close(db);
			*ret_damaged += there < 0;
			lost += there >= 0 && there < sold;
		}
	}
	vfs_tape_free(t);
	str_addf(&rm, "rm -r %s", to);
	assert_int_equal(system(rm.s), 0);
	str_free(&rm);
	return lost;
}

static void power_cut_loses_nothing_that_was_synced(void **state)
{
	int damaged;

	(void)state;
	assert_int_equal(lost_sales("FULL", &damaged), 0);
	assert_int_equal(damaged, 0);
}

static void power_cut_shows_what_was_not_synced(void **state)
{
	int damaged;

	(void)state;
	assert_true(lost_sales("NORMAL", &damaged) > 0);
	assert_int_equal(damaged, 0);
}

static void power_cut_damages_a_book_without_syncs(void **state)
{
	int damaged;

	(void)state;
	lost_sales("OFF", &damaged);
	assert_true(damaged > 0);
}

static void each_fault_is_met_once_or_for_ever(void **state)
{
	static const enum vfs_kind kinds[] = { VFS_IOERR, VFS_FULL, VFS_READONLY };
	sqlite3 *db = book(dir, "FULL");

	(void)state;
	assert_int_equal(sell(db), SQLITE_OK);
	for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++) {
		vfs_fault(kinds[i], 1, true);
		assert_int_not_equal(sell(db), SQLITE_OK);
		assert_int_not_equal(sell(db), SQLITE_OK);
		assert_true(vfs_fired());
		vfs_fault(kinds[i], 1, false);
		assert_int_not_equal(sell(db), SQLITE_OK);
		assert_int_equal(sell(db), SQLITE_OK);
	}
	vfs_fault(VFS_NONE, 0, false);
	assert_int_equal(rows(db), 4);
	sqlite3_close(db);
}

static void a_kill_ends_the_process_at_its_step(void **state)
{
	pid_t child = fork();
	int status;

	(void)state;
	if (child == 0) {
		sqlite3 *db = book(dir, "FULL");

		vfs_fault(VFS_KILL_HALF, 2, false);
		sell(db);
		_exit(0);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
}

static void the_chosen_allocation_fails(void **state)
{
	sqlite3 *db = book(dir, "FULL");
	long n;

	(void)state;
	mem_fault(0, false);
	assert_int_equal(sell(db), SQLITE_OK);
	n = mem_count();
	assert_true(n > 3);
	mem_fault(3, true);
	assert_int_equal(sell(db), SQLITE_NOMEM);
	assert_true(mem_fired());
	mem_fault(0, false);
	assert_int_equal(sell(db), SQLITE_OK);
	sqlite3_close(db);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(power_cut_loses_nothing_that_was_synced, set_up),
		cmocka_unit_test_setup(power_cut_shows_what_was_not_synced, set_up),
		cmocka_unit_test_setup(power_cut_damages_a_book_without_syncs, set_up),
		cmocka_unit_test_setup(each_fault_is_met_once_or_for_ever, set_up),
		cmocka_unit_test_setup(a_kill_ends_the_process_at_its_step, set_up),
		cmocka_unit_test_setup(the_chosen_allocation_fails, set_up),
	};
	char made[] = "/tmp/workbay-vfs-XXXXXX";
	int failed;

	dir = mkdtemp(made);
	mem_install();
	vfs_install();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	set_up(NULL);
	rmdir(dir);
	return failed;
}
