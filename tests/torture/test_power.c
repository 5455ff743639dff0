/* test_power.c - the power is cut after every write, sync, truncation and rename: what was acknowledged
 * stands. */
#include "tests/test.h"

#include <dirent.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/str.h"
#include "db/backup.h"
#include "db/migrate.h"
#include "tests/lib/vfs.h"
#include "tests/torture/book.h"

static char *dir, *image;

static int set_up(void **state)
{
	(void)state;
	dir_clear(dir);
	dir_clear(image);
	return 0;
}

/* Sells by a process that ends without closing the file, so that everything still lies in the log. */
static void sell_and_die(int from, int upto)
{
	char *path = book_path(dir), number[40], request[32];
	struct err e = { 0 };
	pid_t pid = fork();
	int status;

	if (pid == 0) {
		struct shop *s = shop_open(path, SHOP_WORK, &e);

		for (int i = from; s && i < upto; i++) {
			snprintf(request, sizeof(request), "r%d", i);
			if (book_sell(s, request, number, &e) != SAID_POSTED)
				_exit(1);
		}
		_exit(s ? 0 : 2);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	free(path);
}

static struct shop *book_open(enum shop_mode mode)
{
	char *path = book_path(dir);
	struct err e = { 0 };
	struct shop *s = shop_open(path, mode, &e);

	if (!s)
		fail_msg("%s", e.text);
	free(path);
	return s;
}

/* Calls `proves` on what each cut leaves. */
static void sweep(struct vfs_tape *t, void (*proves)(long step, void *arg), void *arg)
{
	long n = vfs_tape_steps(t), stride = torture_full() ? 1 : n / 60 + 1;
	unsigned seeds = torture_full() ? 5 : 3;
	long runs = 0;

	vfs_stop(t);
	for (long step = 0; step <= n; step += step < n && step + stride > n ? n - step : stride) {
		for (unsigned seed = 0; seed < seeds; seed++) {
			vfs_image(t, step, seed, image);
			proves(step, arg);
			runs++;
		}
	}
	printf("power cut: %ld steps, %ld files proved\n", n, runs);
	vfs_tape_free(t);
}

#define MOST_SALES 64

struct sales {
	long acked[MOST_SALES];
	int n;
};

static void sales_stand(long step, void *arg)
{
	const struct sales *s = arg;
	int acked = 0;
	int64_t there;

	while (acked < s->n && s->acked[acked] <= step)
		acked++;
	there = book_sales(image);
	if (there < acked)
		fail_msg("step %ld: %d sales were acknowledged, %d are there", step, acked, (int)there);
	assert_true(there <= s->n);
	if (!book_sound(image))
		fail_msg("step %ld", step);
}

static void acknowledged_sales_survive_a_power_cut(void **state)
{
	struct sales sales = { .n = torture_size(4, 40) };
	struct vfs_tape *t;
	struct shop *s;
	char number[40], request[32];
	struct err e = { 0 };

	(void)state;
	book_make(dir, 100);
	s = book_open(SHOP_WORK);
	t = vfs_record(dir);
	for (int i = 0; i < sales.n; i++) {
		snprintf(request, sizeof(request), "r%d", i);
		assert_int_equal(book_sell(s, request, number, &e), SAID_POSTED);
		if (i == sales.n / 2)
			assert_true(shop_checkpoint(s, &e));
		sales.acked[i] = vfs_tape_steps(t);
	}
	shop_close(s);
	sweep(t, sales_stand, &sales);
}

/* ---- backup ---- */

struct copied {
	long acked;
	int64_t sales;
};

static void copy_is_whole_or_not_there(long step, void *arg)
{
	const struct copied *c = arg;
	struct str path = { 0 };
	struct err e = { 0 };

	assert_true(book_sound(image));
	assert_int_equal(book_sales(image), c->sales);
	str_addf(&path, "%s/copy.db", image);
	if (access(path.s, F_OK) == 0) {
		if (!backup_prove(path.s, true, &e))
			fail_msg("step %ld: %s", step, e.text);
	} else if (step >= c->acked) {
		fail_msg("step %ld: the backup was acknowledged and is not there", step);
	}
	str_free(&path);
}

static void an_acknowledged_backup_survives_a_power_cut(void **state)
{
	struct copied c = { .sales = 5 };
	struct str path = { 0 };
	struct vfs_tape *t;
	struct shop *s;
	char number[40], request[32];
	struct err e = { 0 };

	(void)state;
	book_make(dir, 100);
	s = book_open(SHOP_WORK);
	for (int i = 0; i < c.sales; i++) {
		snprintf(request, sizeof(request), "r%d", i);
		assert_int_equal(book_sell(s, request, number, &e), SAID_POSTED);
	}
	t = vfs_record(dir);
	str_addf(&path, "%s/copy.db", dir);
	if (!backup_write(s, path.s, false, NULL, NULL, &e))
		fail_msg("%s", e.text);
	c.acked = vfs_tape_steps(t);
	shop_close(s);
	str_free(&path);
	sweep(t, copy_is_whole_or_not_there, &c);
}

/* ---- restore ---- */

struct restored {
	long acked;
	int64_t before, after;
};

static void one_of_both_files_stands(long step, void *arg)
{
	const struct restored *r = arg;
	int64_t n = book_sales(image);

	if (!book_sound(image))
		fail_msg("step %ld", step);
	if (n != r->after && (n != r->before || step >= r->acked))
		fail_msg("step %ld: %d sales are there", step, (int)n);
}

/* Files of the folder whose names hold `part`. */
static int left_over(const char *part)
{
	DIR *d = opendir(dir);
	struct dirent *f;
	int n = 0;

	while ((f = readdir(d)))
		n += strstr(f->d_name, part) != NULL;
	closedir(d);
	return n;
}

static void a_power_cut_leaves_the_old_file_or_the_restored(void **state)
{
	struct restored r = { .before = 9, .after = 4 };
	struct str path = { 0 };
	char old[PATH_MAX], *shop = book_path(dir);
	struct vfs_tape *t;
	struct shop *s;
	struct err e = { 0 };

	(void)state;
	book_make(dir, 100);
	str_addf(&path, "%s/copy.db", dir);
	sell_and_die(0, (int)r.after);
	s = book_open(SHOP_WORK);
	assert_true(backup_write(s, path.s, false, NULL, NULL, &e));
	shop_close(s);
	sell_and_die((int)r.after, (int)r.before);
	t = vfs_record(dir);
	if (!backup_restore(path.s, shop, 1795000000, old, &e))
		fail_msg("%s", e.text);
	r.acked = vfs_tape_steps(t);
	if (!backup_prove(old, true, &e))
		fail_msg("the old file: %s", e.text);
	assert_int_equal(left_over(".tmp."), 0);
	str_free(&path);
	free(shop);
	sweep(t, one_of_both_files_stands, &r);
}

/* ---- migration ---- */

static void first_version_make(void)
{
	char *path = book_path(dir);
	struct err e = { 0 };
	struct shop *s = shop_create(path, &e);
	sqlite3 *db;

	assert_non_null(s);
	shop_close(s);
	dir_clear(dir);
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	chmod(path, 0660);
	assert_int_equal(sqlite3_exec(db, "PRAGMA application_id=2003526265; PRAGMA journal_mode=WAL; BEGIN",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, schema_migrations[0].text, NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db,
				      "INSERT INTO meta (name, value) VALUES ('book', '1'), ('epoch', '1'),"
				      "('kind', 'shop'), ('salt', '00'); PRAGMA user_version=1; COMMIT;",
				      NULL, NULL, NULL),
			 SQLITE_OK);
	sqlite3_close(db);
	free(path);
}

static int64_t version_of(const char *path)
{
	sqlite3 *db;
	sqlite3_stmt *st;
	int64_t v = -1;

	assert_int_equal(sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE, NULL), SQLITE_OK);
	sqlite3_prepare_v2(
	    db,
	    "SELECT user_version FROM pragma_user_version WHERE (SELECT * FROM pragma_quick_check) = 'ok'",
	    -1, &st, NULL);
	if (sqlite3_step(st) == SQLITE_ROW)
		v = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	sqlite3_close(db);
	return v;
}

static void schema_is_old_or_new(long step, void *arg)
{
	char *path = book_path(image);
	int64_t v = version_of(path);

	if (v != migrate_latest() && (v != 1 || step >= *(long *)arg))
		fail_msg("step %ld: version %d", step, (int)v);
	free(path);
}

static void a_power_cut_leaves_the_old_schema_or_the_new(void **state)
{
	struct vfs_tape *t;
	struct shop *s;
	struct err e = { 0 };
	long acked;

	(void)state;
	first_version_make();
	s = book_open(SHOP_UPGRADE);
	t = vfs_record(dir);
	if (!shop_upgrade(s, &e))
		fail_msg("%s", e.text);
	acked = vfs_tape_steps(t);
	shop_close(s);
	sweep(t, schema_is_old_or_new, &acked);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(acknowledged_sales_survive_a_power_cut, set_up),
		cmocka_unit_test_setup(an_acknowledged_backup_survives_a_power_cut, set_up),
		cmocka_unit_test_setup(a_power_cut_leaves_the_old_file_or_the_restored, set_up),
		cmocka_unit_test_setup(a_power_cut_leaves_the_old_schema_or_the_new, set_up),
	};
	int failed;

	vfs_install();
	dir = dir_make();
	image = dir_make();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	dir_remove(dir);
	dir_remove(image);
	return failed;
}
