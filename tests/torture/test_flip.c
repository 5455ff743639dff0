/* test_flip.c - damage to what was posted is found: single bits of the file, and edits by somebody with
 * sqlite3. */
#include "tests/test.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/seal.h"
#include "base/str.h"
#include "tests/torture/book.h"

static char *fresh, *dir, *path;

static int set_up(void **state)
{
	(void)state;
	book_copy(fresh, dir);
	return 0;
}

/* A hash of every row of the posted tables and the journal; false when they cannot all be read. */
static bool posted_digest(unsigned char ret[SEAL_HASH])
{
	static const char *const tables[] = { "document",   "entry",   "entry_line",
					      "stock_move", "journal", "journal_change" };
	struct seal_hash h;
	sqlite3 *db = NULL;
	bool ok = sqlite3_open_v2(path, &db, SQLITE_OPEN_READONLY, NULL) == SQLITE_OK;

	seal_hash_init(&h);
	for (size_t i = 0; ok && i < sizeof(tables) / sizeof(*tables); i++) {
		struct str sql = { 0 };
		sqlite3_stmt *st = NULL;
		int rc;

		str_addf(&sql, "SELECT rowid, * FROM %s NOT INDEXED ORDER BY rowid", tables[i]);
		ok = sqlite3_prepare_v2(db, sql.s, -1, &st, NULL) == SQLITE_OK;
		str_free(&sql);
		while (ok && (rc = sqlite3_step(st)) != SQLITE_DONE) {
			ok = rc == SQLITE_ROW;
			for (int c = 0; ok && c < sqlite3_column_count(st); c++) {
				seal_hash_int(&h, sqlite3_column_type(st, c));
				seal_hash_int(&h, sqlite3_column_bytes(st, c));
				seal_hash_add(&h, sqlite3_column_blob(st, c),
					      (size_t)sqlite3_column_bytes(st, c));
			}
		}
		sqlite3_finalize(st);
	}
	seal_hash_end(&h, ret);
	sqlite3_close(db);
	return ok;
}

/* book_sound() without its words. */
static bool found_sound(void)
{
	int keep = dup(2), null = open("/dev/null", O_WRONLY | O_CLOEXEC);
	bool sound;

	dup2(null, 2);
	sound = book_sound(dir);
	dup2(keep, 2);
	close(keep);
	close(null);
	return sound;
}

static void every_flipped_bit_of_posted_rows_is_found(void **state)
{
	unsigned char before[SEAL_HASH], after[SEAL_HASH], byte;
	unsigned random = 11;
	int changed = 0, silent = 0, wanted = torture_size(80, 3000);
	struct stat st;

	(void)state;
	assert_true(posted_digest(before));
	assert_int_equal(stat(path, &st), 0);
	for (int tries = 0; changed < wanted && tries < 40 * wanted; tries++) {
		off_t at = (off_t)(((unsigned)rand_r(&random) * 2147483648U + (unsigned)rand_r(&random)) %
				   (unsigned)st.st_size);
		unsigned char bit = (unsigned char)(1U << ((unsigned)rand_r(&random) % 8U));
		int fd = open(path, O_RDWR | O_CLOEXEC);

		assert_int_equal(pread(fd, &byte, 1, at), 1);
		byte ^= bit;
		assert_int_equal(pwrite(fd, &byte, 1, at), 1);
		if (!posted_digest(after) || memcmp(before, after, SEAL_HASH) != 0) {
			changed++;
			if (found_sound()) {
				silent++;
				fprintf(stderr, "byte %ld bit %u was not found\n", (long)at, bit);
			}
			book_copy(fresh, dir);
		} else {
			byte ^= bit;
			assert_int_equal(pwrite(fd, &byte, 1, at), 1);
		}
		close(fd);
	}
	printf("flipped bits that changed a posted row: %d, not found: %d\n", changed, silent);
	assert_int_equal(changed, wanted);
	assert_int_equal(silent, 0);
}

static void every_edit_by_hand_is_found(void **state)
{
	static const char *const edits[] = {
		"UPDATE document SET amount = 999 WHERE id = 3",
		"UPDATE document SET user_id = NULL WHERE id = 3",
		"UPDATE document SET remark = 'paid' WHERE id = 3",
		"DELETE FROM document WHERE id = 20",
		"UPDATE entry_line SET amount = amount * 2 WHERE entry_id = 4",
		"UPDATE entry_line SET account_id = 22 WHERE id = 5",
		"DELETE FROM entry_line WHERE entry_id = 4",
		"DELETE FROM entry WHERE id = 4",
		"UPDATE entry SET day = day - 1 WHERE id = 4",
		"UPDATE stock_move SET qty = -2000 WHERE id = 6",
		"UPDATE stock_move SET group_value = group_value + 1 WHERE id = 6",
		"INSERT INTO document SELECT 21, kind_id, 'IS-1-0021', day, at, user_id, terminal, party_id, "
		"job_id, NULL, amount, "
		"remark FROM document WHERE id = 20",
		"UPDATE journal SET user_id = 1 WHERE seq = 5",
		"UPDATE journal SET at = at - 60 WHERE seq = 5",
		"UPDATE journal SET command = 'give' WHERE seq = 5",
		"UPDATE journal SET answer = '{}' WHERE seq = 5",
		"UPDATE journal SET request = 'other' WHERE seq = 5",
		"UPDATE journal SET hash = zeroblob(32) WHERE seq = 5",
		"UPDATE journal SET epoch = 2 WHERE seq = 5",
		"DELETE FROM journal WHERE seq = 5",
		"DELETE FROM journal_change WHERE id = 5 * 65536",
		"UPDATE journal_change SET row_id = row_id + 1 WHERE id = 5 * 65536 + 1",
		"UPDATE journal_change SET after = '{}' WHERE after IS NOT NULL AND id > 5 * 65536",
		"UPDATE stock SET qty = qty + 1000",
		"UPDATE stock_value SET value = value + 1",
		"UPDATE number_series SET next = next + 1",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(edits) / sizeof(*edits); i++) {
		sqlite3 *db;
		char *guards = NULL;

		book_copy(fresh, dir);
		assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
		sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
		sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
		sqlite3_exec(db, "PRAGMA ignore_check_constraints=ON", NULL, NULL, NULL);
		if (sqlite3_exec(db, edits[i], NULL, NULL, &guards) == SQLITE_OK) {
			sqlite3_close(db);
			if (found_sound())
				fail_msg("was not found: %s", edits[i]);
		} else {
			sqlite3_free(guards); /* the schema refuses it even so */
			sqlite3_close(db);
		}
	}
}

static void guards_refuse_what_was_posted_in_a_plain_shell(void **state)
{
	static const char *const edits[] = {
		"UPDATE document SET amount = 999 WHERE id = 3",
		"DELETE FROM document WHERE id = 3",
		"INSERT OR REPLACE INTO document SELECT * FROM document WHERE id = 3",
		"INSERT OR REPLACE INTO document SELECT 99, kind_id, number, day, at, user_id, terminal, "
		"party_id, job_id, NULL, 1, "
		"remark FROM document WHERE id = 3",
		"UPDATE entry_line SET amount = 1 WHERE id = 3",
		"DELETE FROM entry_line WHERE id = 3",
		"INSERT INTO entry_line (entry_id, account_id, amount) VALUES (3, 21, 5)",
		"UPDATE entry SET day = 1 WHERE id = 3",
		"INSERT OR REPLACE INTO entry SELECT 99, document_id, day, lines FROM entry WHERE id = 3",
		"INSERT INTO entry (id, document_id, day, lines) VALUES (99, 3, 1, 2)",
		"UPDATE stock_move SET value = 0 WHERE id = 3",
		"DELETE FROM stock_move WHERE id = 3",
		"UPDATE journal SET at = 0 WHERE seq = 3",
		"DELETE FROM journal WHERE seq = 3",
		"INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 3",
		"UPDATE journal_change SET op = 'D'",
		"DELETE FROM journal_change",
	};
	sqlite3 *db;

	(void)state;
	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	for (size_t i = 0; i < sizeof(edits) / sizeof(*edits); i++)
		if (sqlite3_exec(db, edits[i], NULL, NULL, NULL) == SQLITE_OK)
			fail_msg("was not refused: %s", edits[i]);
	sqlite3_close(db);
	assert_true(book_sound(dir));
}

static void book_fill(void)
{
	char *at = book_path(fresh), number[40], request[32];
	struct err e = { 0 };
	struct shop *s;

	book_make(fresh, 100);
	s = shop_open(at, SHOP_WORK, &e);
	for (int i = 0; s && i < 20; i++) {
		snprintf(request, sizeof(request), "r%d", i);
		book_sell(s, request, number, &e);
	}
	if (!s || !shop_checkpoint(s, &e))
		die("%s", e.text);
	shop_close(s);
	free(at);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(every_flipped_bit_of_posted_rows_is_found, set_up),
		cmocka_unit_test_setup(every_edit_by_hand_is_found, set_up),
		cmocka_unit_test_setup(guards_refuse_what_was_posted_in_a_plain_shell, set_up),
	};
	int failed;

	seal_init();
	fresh = dir_make();
	dir = dir_make();
	path = book_path(dir);
	book_fill();
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	free(path);
	dir_remove(fresh);
	dir_remove(dir);
	return failed;
}
