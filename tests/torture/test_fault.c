/* test_fault.c - every step of the disk and every allocation fails in its turn: no half sale, the truth is
 * told, and the next attempt books once. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/lib/vfs.h"
#include "tests/torture/book.h"

static char *fresh, *dir;

static struct shop *copy_open(void)
{
	char *path = book_path(dir);
	struct err e = { 0 };
	struct shop *s;
	char number[40];

	book_copy(fresh, dir);
	s = shop_open(path, SHOP_WORK, &e);
	free(path);
	if (!s)
		fail_msg("%s", e.text);
	assert_int_equal(book_sell(s, "first", number, &e), SAID_POSTED);
	return s;
}

/* What was said must be what an undisturbed reader finds. */
static void truth_was_told(enum said said, const char *number, const struct err *e)
{
	char found[40];

	assert_true(book_sound(dir));
	book_number(dir, "second", found);
	if (said == SAID_POSTED)
		assert_string_equal(found, number);
	else if (said == SAID_FAILED)
		assert_string_equal(found, "");
	if (said != SAID_POSTED) {
		assert_true(strlen(e->text) > 10);
		assert_true(e->code == ERR_IO || e->code == ERR_BUSY || e->code == ERR_FAULT);
	}
}

static void next_attempt_books_once(struct shop *s)
{
	struct err e = { 0 };
	char number[40];

	if (book_sell(s, "second", number, &e) != SAID_POSTED)
		fail_msg("it does not recover: %s", e.text);
	assert_string_equal(number, "IS-1-0002");
	shop_close(s);
	assert_true(book_sound(dir));
	assert_int_equal(book_sales(dir), 2);
}

/* Fails step n, n = 1, 2, ... until a sale meets no fault. `again`: the same session tries once more. */
static void disk_fails(enum vfs_kind kind, bool forever, bool again)
{
	long n = 1, failed = 0, unknown = 0;

	for (bool fired = true; fired; n += torture_size(5, 1)) {
		struct shop *s = copy_open();
		struct err e = { 0 };
		enum said said;
		char number[40];

		vfs_fault(kind, n, forever);
		said = book_sell(s, "second", number, &e);
		fired = vfs_fired();
		failed += said == SAID_FAILED;
		unknown += said == SAID_UNKNOWN;
		if (!again) {
			shop_close(s);
			vfs_fault(VFS_NONE, 0, false);
			truth_was_told(said, number, &e);
			continue;
		}
		vfs_fault(VFS_NONE, 0, false);
		next_attempt_books_once(s);
	}
	printf("kind %d%s: %ld steps, %ld refused, %ld unknown\n", kind, forever ? " for ever" : "", n - 1,
	       failed, unknown);
	assert_true(failed + unknown > 0 || kind == VFS_NONE);
}

static void an_io_error_is_told_truly(void **state)
{
	(void)state;
	disk_fails(VFS_IOERR, false, false);
	disk_fails(VFS_IOERR, true, false);
}

static void a_full_disk_is_told_truly(void **state)
{
	(void)state;
	disk_fails(VFS_FULL, false, false);
	disk_fails(VFS_FULL, true, false);
}

static void a_disk_gone_read_only_is_told_truly(void **state)
{
	(void)state;
	disk_fails(VFS_READONLY, true, false);
}

static void the_same_session_recovers_from_a_fault(void **state)
{
	(void)state;
	disk_fails(VFS_IOERR, false, true);
	disk_fails(VFS_FULL, true, true);
	disk_fails(VFS_READONLY, true, true);
}

static void memory_fails(bool forever)
{
	long n = 1, failed = 0;

	for (bool fired = true; fired; n += torture_size(11, 1)) {
		struct shop *s = copy_open();
		struct err e = { 0 };
		enum said said;
		char number[40];

		mem_fault(n, forever);
		said = book_sell(s, "second", number, &e);
		fired = mem_fired();
		mem_fault(0, false);
		failed += said != SAID_POSTED;
		if (said != SAID_POSTED)
			assert_true(strlen(e.text) > 10);
		next_attempt_books_once(s);
	}
	printf("memory%s: %ld allocations, %ld refused\n", forever ? " for ever" : "", n - 1, failed);
	assert_true(failed > 0);
}

static void no_memory_books_nothing_by_half(void **state)
{
	(void)state;
	memory_fails(false);
	memory_fails(true);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_io_error_is_told_truly),
		cmocka_unit_test(a_full_disk_is_told_truly),
		cmocka_unit_test(a_disk_gone_read_only_is_told_truly),
		cmocka_unit_test(the_same_session_recovers_from_a_fault),
		cmocka_unit_test(no_memory_books_nothing_by_half),
	};
	int failed;

	mem_install();
	vfs_install();
	fresh = dir_make();
	dir = dir_make();
	book_make(fresh, 100);
	failed = cmocka_run_group_tests(tests, NULL, NULL);
	dir_remove(fresh);
	dir_remove(dir);
	return failed;
}
