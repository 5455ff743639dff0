/* test_list.c - LIST on a real shop file, without a terminal. */
#include "tests/test.h"

#include <stdlib.h>
#include <string.h>

#include "tests/ui/desk.h"

LIST(users) = {
	.title = N_("People"),
	.view = "users",
	.keys =
	    (const struct key[]){
		{ K_VOID, .runs = "user.change", .with = "user=@id active=!@active", .label = N_("On, off") },
		{ K_HOLD, .runs = "user.change", .with = "user=@id active=0", .label = N_("Retire"),
		  .when = "active", .sure = N_("This person can then no longer log in.") },
		{ 0 },
	    },
};

LIST(labour) = { .title = N_("Labour"), .view = "labour" };

static const struct screen screens[] = {
	SCREEN_ENTRY(LIST, list, users),
	SCREEN_ENTRY(LIST, list, labour),
	{ 0 },
};

static int open_users(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screens);
	desk_script(d, "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 60) "
		       "INSERT INTO user (name, title, role_id) SELECT printf('u%03d', i), printf('Person "
		       "%d', i), 1 FROM n");
	desk_script(d, "UPDATE user SET title = '王师傅' WHERE name = 'u007'");
	desk_go(d, "users", NULL);
	*state = d;
	return 0;
}

static void first_page_and_title_are_shown(void **state)
{
	struct desk *d = *state;

	desk_row_has(d, 0, "Riverside Garage | People");
	desk_row_has(d, 0, "admin");
	desk_row_has(d, 0, "18:05");
	desk_row_has(d, 2, "Login name");
	desk_row_has(d, 3, "admin");
	desk_row_has(d, 4, "u001");
	desk_row_has(d, 19, "u016");
	desk_row_has(d, 23, "F1Help");
	desk_row_has(d, 23, "F10Menu");
	assert_int_equal(desk_role(d, "admin       "), ROLE_SELECT);
	desk_is_sound(d);
}

static void cursor_pages_through_all_rows_and_back(void **state)
{
	struct desk *d = *state;

	for (int i = 0; i < 30; i++)
		desk_press(d, "Down");
	assert_int_equal(desk_role(d, "u030"), ROLE_SELECT);
	desk_press(d, "PgDn");
	assert_int_equal(desk_role(d, "u047"), ROLE_SELECT);
	desk_press(d, "PgDn PgDn");
	assert_int_equal(desk_role(d, "u060"), ROLE_SELECT);
	desk_press(d, "Home");
	desk_row_has(d, 3, "admin");
	desk_press(d, "End");
	assert_int_equal(desk_role(d, "u060"), ROLE_SELECT);
	desk_row_has(d, 19, "u060");
	for (int i = 0; i < 20; i++)
		desk_press(d, "Up");
	assert_int_equal(desk_role(d, "u040"), ROLE_SELECT);
	desk_press(d, "PgUp PgUp PgUp PgUp");
	assert_int_equal(desk_role(d, "admin       "), ROLE_SELECT);
}

static void typing_filters_and_escape_clears(void **state)
{
	struct desk *d = *state;

	desk_type(d, "wsf");
	desk_row_has(d, 1, "Filter: wsf");
	desk_row_has(d, 3, "u007");
	desk_sees_not(d, "u006");
	desk_press(d, "Esc");
	desk_sees(d, "u006");
	desk_type(d, "/01");
	desk_sees(d, "u010");
	desk_sees_not(d, "u002");
	desk_press(d, "Backspace Backspace");
	desk_sees(d, "u002");
}

static void totals_come_in_a_pause(void **state)
{
	struct desk *d = *state;

	desk_sees_not(d, "61 rows");
	desk_rest(d);
	desk_row_has(d, 21, "61 rows");
	desk_type(d, "wsf");
	desk_sees_not(d, "61 rows");
	desk_rest(d);
	desk_row_has(d, 21, "1 row");
}

static void find_form_asks_for_any_column(void **state)
{
	struct desk *d = *state;

	desk_press(d, "F3");
	desk_sees(d, "First screen");
	desk_type(d, "u00");
	desk_press(d, "Tab");
	desk_type(d, "Person 3");
	desk_press(d, "F12");
	desk_row_has(d, 3, "u003");
	desk_row_has(d, 1, "Person 3");
	desk_sees_not(d, "u004");
	desk_press(d, "F3 Down Down Down Down Down Down Down");
	desk_type(d, "maybe");
	desk_press(d, "F12");
	desk_row_has(d, 22, "! ");
	desk_press(d, "Esc Esc Backspace");
	desk_sees(d, "u004");
}

static void find_is_kept_and_comes_back(void **state)
{
	struct desk *d = *state;

	desk_press(d, "F3 F6");
	desk_row_has(d, 22, "Nothing is kept yet");
	desk_type(d, "u003");
	desk_press(d, "F6");
	desk_sees(d, "1 Keep: ");
	desk_press(d, "1");
	desk_row_has(d, 22, "Kept");
	assert_true(strstr(d->kept, "=u003") != NULL);
	desk_press(d, "^U");
	desk_type(d, "u00");
	desk_press(d, "F12");
	desk_sees(d, "u004");
	desk_press(d, "F3 F6");
	desk_sees(d, "1 Keep: ");
	desk_sees(d, "2 ");
	desk_press(d, "2");
	desk_sees(d, "u003");
	desk_sees_not(d, "u004");
}

static void command_runs_on_the_row_and_the_list_shows_it(void **state)
{
	struct desk *d = *state;

	desk_press(d, "Down Down F8");
	assert_int_equal(desk_int(d, "SELECT active FROM user WHERE name = 'u002'"), 0);
	assert_int_equal(desk_role(d, "u002"), ROLE_SELECT);
	desk_press(d, "F8");
	assert_int_equal(desk_int(d, "SELECT active FROM user WHERE name = 'u002'"), 1);
}

static void sure_asks_and_the_default_is_no(void **state)
{
	struct desk *d = *state;

	desk_press(d, "Down F6");
	desk_sees(d, "can then no longer log in");
	desk_press(d, "Enter");
	assert_int_equal(desk_int(d, "SELECT active FROM user WHERE name = 'u001'"), 1);
	desk_press(d, "F6 2");
	assert_int_equal(desk_int(d, "SELECT active FROM user WHERE name = 'u001'"), 0);
	desk_press(d, "F6");
	desk_row_has(d, 22, "!");
}

static void scan_never_answers_a_panel(void **state)
{
	struct desk *d = *state;

	desk_press(d, "Down F6");
	desk_scan(d, "2222222");
	desk_sees(d, "can then no longer log in");
	assert_int_equal(desk_int(d, "SELECT active FROM user WHERE name = 'u001'"), 1);
}

static void row_that_vanishes_is_dead_until_the_next_key(void **state)
{
	struct desk *d = *state;

	desk_press(d, "Down Down Down");
	desk_script(d, "DELETE FROM user WHERE name = 'u003'");
	console_watch(d->con);
	assert_int_equal(desk_role(d, "u003"), ROLE_STRUCK);
	assert_int_equal(desk_role(d, "u004"), ROLE_NORMAL);
	desk_press(d, "F8");
	assert_int_equal(desk_int(d, "SELECT count(*) FROM user WHERE active = 0"), 0);
	desk_sees_not(d, "u003");
	assert_int_equal(desk_role(d, "u004"), ROLE_SELECT);
}

static void live_refresh_keeps_the_cursor_on_its_row(void **state)
{
	struct desk *d = *state;

	desk_press(d, "Down Down Down");
	desk_script(d, "INSERT INTO user (name, title, role_id) VALUES ('u000', 'New', 1)");
	console_watch(d->con);
	assert_int_equal(desk_role(d, "u003"), ROLE_SELECT);
	desk_sees(d, "u000");
}

static void columns_are_chosen_ordered_by_and_kept(void **state)
{
	struct desk *d = *state;

	desk_press(d, "Tab Down Space");
	assert_string_equal(d->kept_name, "columns.users");
	assert_non_null(strstr(d->kept, "name -title"));
	desk_press(d, "Esc");
	desk_sees_not(d, "Person 1");
	desk_press(d, "Tab Enter Tab Enter");
	desk_row_has(d, 3, "u060");
	desk_press(d, "Esc");
	desk_go(d, "users", NULL);
	desk_sees_not(d, "Person 1");
}

static void small_screen_shows_cards(void **state)
{
	struct desk *d = *state;

	d->rows = 12;
	d->cols = 40;
	desk_row_has(d, 3, "admin");
	desk_row_has(d, 5, "u001");
	desk_row_has(d, 6, "Administrator");
	desk_row_has(d, 11, "F1Help");
	desk_is_sound(d);
	d->rows = 11;
	desk_sees(d, "Too small: 40x11, needs 40x12");
	desk_is_sound(d);
	d->rows = 24;
	d->cols = 80;
	desk_row_has(d, 4, "u001");
}

static void empty_list_says_so(void **state)
{
	struct desk *d = *state;

	desk_go(d, "labour", NULL);
	desk_sees(d, "Nothing found");
	desk_press(d, "Down Up PgDn PgUp End Home Enter F8 Del Space");
	desk_rest(d);
	desk_row_has(d, 21, "0 rows");
	desk_press(d, "Esc Esc");
	desk_sees(d, "u001");
}

static void lock_hides_everything_until_the_pin(void **state)
{
	struct desk *d = *state;

	desk_press(d, "^Q 1");
	desk_sees_not(d, "u001");
	desk_type(d, "9999");
	desk_press(d, "Enter");
	desk_row_has(d, 22, "Wrong PIN");
	desk_press(d, "Esc F8 F12");
	desk_sees_not(d, "u001");
	desk_type(d, "1234");
	desk_press(d, "Enter");
	desk_sees(d, "u001");
}

static void who_has_no_pin_is_not_locked_out(void **state)
{
	struct desk *d = *state;

	d->no_pin = true;
	desk_press(d, "^Q 1");
	desk_row_has(d, 22, "No PIN would open it");
	desk_sees(d, "u001");
}

static void gold_key_stands_for_the_f_keys(void **state)
{
	struct desk *d = *state;

	desk_press(d, "^O");
	desk_row_has(d, 23, "1Help");
	desk_press(d, "3");
	desk_sees(d, "First screen");
	desk_press(d, "Esc ^O x");
	desk_row_has(d, 23, "F1Help");
}

static void order_without_an_index_is_paged_along(void **state)
{
	struct desk *d = *state;

	desk_press(d, "Tab Down Enter");
	desk_row_has(d, 3, "Person 1 ");
	desk_press(d, "PgDn");
	desk_row_has(d, 3, "Person 25");
	desk_script(d, "DELETE FROM user WHERE title = 'Person 23'");
	desk_press(d, "PgUp");
	desk_row_has(d, 3, "Person 1 ");
	desk_sees_not(d, "Person 23");
	desk_script(d, "UPDATE user SET title = 'Aardvark' WHERE title = 'Person 26'");
	desk_press(d, "PgDn F5 Home");
	desk_row_has(d, 3, "Aardvark");
	desk_press(d, "End");
	assert_int_equal(desk_role(d, "u007"), ROLE_SELECT);
	for (int i = 0; i < 30; i++)
		desk_press(d, "Up");
	assert_int_equal(desk_role(d, "Person 37"), ROLE_SELECT);
}

int main(void)
{
#define SHOP_TEST(f) cmocka_unit_test_setup_teardown(f, open_users, desk_end)
	const struct CMUnitTest tests[] = {
		SHOP_TEST(first_page_and_title_are_shown),
		SHOP_TEST(cursor_pages_through_all_rows_and_back),
		SHOP_TEST(typing_filters_and_escape_clears),
		SHOP_TEST(totals_come_in_a_pause),
		SHOP_TEST(find_form_asks_for_any_column),
		SHOP_TEST(find_is_kept_and_comes_back),
		SHOP_TEST(command_runs_on_the_row_and_the_list_shows_it),
		SHOP_TEST(sure_asks_and_the_default_is_no),
		SHOP_TEST(scan_never_answers_a_panel),
		SHOP_TEST(row_that_vanishes_is_dead_until_the_next_key),
		SHOP_TEST(live_refresh_keeps_the_cursor_on_its_row),
		SHOP_TEST(order_without_an_index_is_paged_along),
		SHOP_TEST(columns_are_chosen_ordered_by_and_kept),
		SHOP_TEST(small_screen_shows_cards),
		SHOP_TEST(empty_list_says_so),
		SHOP_TEST(lock_hides_everything_until_the_pin),
		SHOP_TEST(who_has_no_pin_is_not_locked_out),
		SHOP_TEST(gold_key_stands_for_the_f_keys),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
