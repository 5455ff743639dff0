/* test_practice.c - practising goes on a copy, one at a time, and the shop knows nothing of it. */
#include <stdlib.h>
#include <unistd.h>

#include "tests/cli/desk.h"
#include "tests/lib/pty.h"

static struct pty *start(struct desk *d, const char *shop)
{
	const char *const argv[] = { getenv("WORKBAY"), "--shop", shop, "practice", NULL };
	const char *const env[] = { "LANG=C", "HOME=/nonexistent", NULL };

	return pty_start(&(struct pty_options){ .argv = argv, .env = env, .dir = d->dir });
}

static void practice_opens_a_copy(void **state)
{
	struct desk *d = *state;
	struct pty *p = start(d, d->shop);
	int status;

	assert_true(pty_expect_row(p, 0, "PRACTICE", 0));
	pty_hangup(p);
	assert_true(pty_wait(p, &status, 0));
	pty_free(p);
	desk_run_on(d, desk_path(d, "shop.db-practice"), NULL, "do", "part.add", "code=X1", "name=only here",
		    "price=1", NULL);
	STATUS(d, 0);
	desk_run_on(d, desk_path(d, "shop.db-practice"), NULL, "check", "--full", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "show", "parts", "--format", "csv", NULL);
	SAYS(&d->out, "机油滤清器");
	desk_says(&d->out, "only here", false, __FILE__, __LINE__);
}

static void an_earlier_copy_goes(void **state)
{
	struct desk *d = *state;

	practice_opens_a_copy(state);
	practice_opens_a_copy(state);
	desk_run_on(d, desk_path(d, "shop.db-practice"), NULL, "sql",
		    "SELECT value FROM meta WHERE name = 'kind'", NULL);
	SAYS(&d->out, "practice");
}

static void two_do_not_practise_on_one_copy(void **state)
{
	struct desk *d = *state;
	struct pty *first = start(d, d->shop), *second;

	assert_true(pty_expect_row(first, 0, "PRACTICE", 0));
	second = start(d, d->shop);
	assert_int_equal(pty_exit(second, 0), 75);
	assert_true(pty_find(second, "Somebody is practising", NULL) >= 0);
	assert_true(pty_running(first));
	pty_free(second);
	pty_free(first);
}

static void a_copy_is_not_copied_again(void **state)
{
	struct desk *d = *state;
	struct pty *p;

	practice_opens_a_copy(state);
	p = start(d, desk_path(d, "shop.db-practice"));
	assert_int_equal(pty_exit(p, 0), 64);
	pty_free(p);
}

static void paper_of_practice_comes_on_the_screen(void **state)
{
	struct desk *d = *state;
	struct pty *p = start(d, d->shop);

	assert_true(pty_expect_row(p, 0, "PRACTICE", 0));
	assert_true(pty_idle(p, 0));
	pty_keys(p, "^X");
	pty_type(p, "66");
	assert_true(pty_expect(p, "Cash counted", 0));
	assert_true(pty_idle(p, 0));
	assert_true(pty_expect_row(p, 0, "PRACTICE", 0));
	pty_type(p, "500");
	assert_true(pty_idle(p, 0));
	pty_keys(p, "F12");
	assert_true(pty_expect(p, "F12 print", 0));
	assert_true(pty_find(p, "Till closing", NULL) > 0);
	assert_true(pty_expect_row(p, 0, "PRACTICE", 0));
	pty_free(p);
}

static void who_leaves_hears_that_the_shop_is_as_it_was(void **state)
{
	struct desk *d = *state;
	struct pty *p = start(d, d->shop);

	assert_true(pty_expect_row(p, 0, "PRACTICE, nothing counts", 0));
	assert_true(pty_idle(p, 0));
	pty_keys(p, "^Q");
	assert_true(pty_expect(p, "3 Leave", 0));
	assert_true(pty_idle(p, 0));
	pty_type(p, "3");
	assert_int_equal(pty_exit(p, 0), 0);
	assert_true(pty_find(p, "This was practice: the shop itself has not changed.", NULL) >= 0);
	pty_free(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(practice_opens_a_copy, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(an_earlier_copy_goes, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(two_do_not_practise_on_one_copy, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(paper_of_practice_comes_on_the_screen, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(who_leaves_hears_that_the_shop_is_as_it_was, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(a_copy_is_not_copied_again, desk_setup_shop, desk_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
