/* test_form.c - FORM, its grid and its pop-ups on a real shop file, without a terminal. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/ui/desk.h"

FORM(user) = {
	.title = N_("New person"),
	.runs = "user.add",
	.layout = { "= Person", "user name", "role lang", "~ technician account", "/ Secrets", "pin", "phone",
		    0 },
	.opens = "users",
};

FORM(receive) = {
	.title = N_("Goods in"),
	.runs = "purchase.receive",
	.layout = { "supplier+", "original_no original_date", "@lines*6", 0 },
	.again = true,
};

FORM(supplier) = { .title = N_("New supplier"), .runs = "supplier.add" };

LIST(users) = {
	.title = N_("People"),
	.view = "users",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "user" },
		{ K_ENTER, .opens = "change", .with = "user=@id" },
		{ K_MODE, .runs = "user.change", .with = "user=@id ver=@ver", .ask = "name+ phone",
		  .label = N_("Rename") },
		{ 0 },
	    },
};

FORM(change) = {
	.title = N_("Change a person"),
	.param = "user",
	.runs = "user.change",
	.from = "users",
	.with = "name=@title",
	.layout = { "name role", "phone active", 0 },
};

static const struct screen screens[] = {
	SCREEN_ENTRY(FORM, form, user),     SCREEN_ENTRY(FORM, form, receive),
	SCREEN_ENTRY(FORM, form, supplier), SCREEN_ENTRY(LIST, list, users),
	SCREEN_ENTRY(FORM, form, change),   { 0 },
};

static int open_desk(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screens);
	desk_go(d, "users", NULL);
	*state = d;
	return 0;
}

static void enter_goes_to_what_is_asked_for_and_tab_to_every_field(void **state)
{
	struct desk *d = *state;

	desk_press(d, "F2");
	desk_row_has(d, 0, "New person");
	desk_caret_in(d, "Login name");
	desk_type(d, "mei");
	desk_press(d, "Enter");
	desk_type(d, "梅师傅");
	desk_press(d, "Enter");
	desk_caret_in(d, "Role");
	desk_type(d, "cashier");
	desk_press(d, "Tab");
	desk_sees(d, "Cashier");
	desk_caret_in(d, "Language");
	desk_row_has(d, -2, "1 English");
	desk_press(d, "2 Enter");
	desk_sees(d, "Secrets");
	desk_caret_in(d, "PIN");
	desk_type(d, "1234");
	desk_sees(d, "****");
	desk_sees_not(d, "1234");
	desk_press(d, "F12");
	assert_int_equal(desk_int(d, "SELECT count(*) FROM user WHERE name = 'mei' AND lang = 'zh_CN'"), 1);
	desk_row_has(d, -1, "F9People");
	desk_press(d, "F12 Enter");
	assert_int_equal(desk_int(d, "SELECT count(*) FROM user"), 2);
	desk_press(d, "F9");
	desk_sees(d, "mei");
}

static void what_is_wrong_is_gone_to(void **state)
{
	struct desk *d = *state;

	desk_press(d, "F2 F12");
	desk_sees(d, "! ");
	desk_caret_in(d, "Login name");
	desk_type(d, "mei");
	desk_press(d, "Tab");
	desk_type(d, "Mei");
	desk_press(d, "Tab");
	desk_type(d, "nobody at all");
	desk_press(d, "Enter");
	desk_sees(d, "Nothing found");
	desk_press(d, "Esc");
	desk_caret_in(d, "Role");
}

static void look_up_takes_a_row(void **state)
{
	struct desk *d = *state;

	desk_press(d, "F2 Tab Tab F4");
	desk_sees(d, "Administrator");
	desk_type(d, "cash");
	desk_sees_not(d, "Administrator");
	desk_press(d, "Enter");
	desk_caret_in(d, "PIN");
	desk_press(d, "PgUp");
	desk_sees(d, "Cashier");
	desk_press(d, "Tab Tab ^U Down");
	desk_sees(d, "Enter take");
	desk_press(d, "Down 1 PgUp");
	desk_sees_not(d, "Cashier");
	desk_sees(d, "Accounta");
}

static void escape_restores_then_asks(void **state)
{
	struct desk *d = *state;

	desk_press(d, "F2");
	desk_type(d, "mei");
	desk_press(d, "Esc");
	desk_sees_not(d, "mei");
	desk_press(d, "Esc");
	desk_row_has(d, 0, "People");
	desk_press(d, "F2");
	desk_type(d, "mei");
	desk_press(d, "Tab Esc");
	desk_sees(d, "Not saved yet");
	desk_press(d, "Esc");
	desk_caret_in(d, "Name");
	desk_press(d, "Esc 2");
	desk_row_has(d, 0, "People");
	assert_string_equal(d->draft, "");
}

static void draft_is_kept_in_a_pause_and_comes_back(void **state)
{
	struct desk *d = *state;

	desk_press(d, "F2");
	desk_type(d, "mei");
	desk_press(d, "Tab");
	desk_type(d, "Mei");
	desk_press(d, "PgDn");
	desk_type(d, "4321");
	desk_rest(d);
	assert_non_null(strstr(d->draft, "user=mei"));
	assert_null(strstr(d->draft, "4321"));
	console_home(d->con);
	desk_press(d, "F2");
	desk_sees(d, "mei");
	desk_row_has(d, -2, "is back");
	desk_press(d, "Tab Tab Tab");
	desk_press(d, "F6");
	desk_row_has(d, 0, "People");
}

static void same_request_of_a_draft_is_booked_once(void **state)
{
	struct desk *d = *state;
	char kept[4000];

	desk_press(d, "F2");
	desk_type(d, "mei");
	desk_press(d, "Tab");
	desk_type(d, "Mei");
	desk_press(d, "Tab");
	desk_type(d, "cashier");
	desk_press(d, "Tab");
	desk_rest(d);
	memcpy(kept, d->draft, sizeof kept);
	desk_press(d, "PgDn");
	desk_type(d, "1234");
	desk_press(d, "F12 Esc");
	memcpy(d->draft, kept, sizeof kept);
	desk_press(d, "F2 PgDn");
	desk_type(d, "1234");
	desk_press(d, "F12");
	assert_int_equal(desk_int(d, "SELECT count(*) FROM user WHERE name = 'mei'"), 1);
}

static void stock(struct desk *d)
{
	desk_script(d, "INSERT INTO party (kind, name, since_on) VALUES ('supplier', 'Huaxin Parts', 20000);"
		       "INSERT INTO part (code, name, price) VALUES ('OIL-5W30', 'Engine oil', 8000), "
		       "('FLT-01', 'Oil filter', 3500)");
	desk_go(d, "receive", NULL);
}

static void grid_grows_and_calculates(void **state)
{
	struct desk *d = *state;

	stock(d);
	desk_type(d, "Huaxin");
	desk_press(d, "Enter");
	desk_type(d, "h-1");
	desk_press(d, "Enter");
	desk_type(d, "OIL-5W30");
	desk_press(d, "Enter");
	desk_type(d, "2*3");
	desk_row_has(d, -2, "= 6");
	desk_press(d, "Enter");
	desk_type(d, "50");
	desk_press(d, "Enter");
	desk_type(d, "FLT-01");
	desk_press(d, "Enter");
	desk_type(d, "4");
	desk_press(d, "Enter");
	desk_type(d, "=100/8");
	desk_press(d, "Enter");
	desk_sees(d, "12.50");
	desk_press(d, "Enter");
	desk_caret_in(d, "[F12 ");
	desk_press(d, "Enter");
	assert_int_equal(desk_int(d, "SELECT count(*) FROM purchase"), 0);
	desk_press(d, "F12");
	assert_int_equal(desk_int(d, "SELECT count(*) FROM purchase"), 1);
	assert_int_equal(desk_int(d, "SELECT sum(qty) FROM stock_move"), 10000);
	desk_caret_in(d, "Supplier");
	desk_sees_not(d, "OIL-5W30");
}

static void wrong_line_of_a_grid_is_gone_to(void **state)
{
	struct desk *d = *state;

	stock(d);
	desk_type(d, "Huaxin");
	desk_press(d, "Enter");
	desk_type(d, "h-1");
	desk_press(d, "Enter");
	desk_type(d, "OIL-5W30");
	desk_press(d, "Tab");
	desk_type(d, "1");
	desk_press(d, "Tab");
	desk_type(d, "50");
	desk_press(d, "Enter");
	desk_type(d, "FLT-01");
	desk_press(d, "Tab F12");
	desk_sees(d, "! ");
	desk_caret_in(d, "FLT-01");
	desk_press(d, "F8");
	desk_sees_not(d, "FLT-01");
	desk_press(d, "F12");
	assert_int_equal(desk_int(d, "SELECT count(*) FROM purchase"), 1);
}

static void pop_up_asks_and_runs_with_the_row_version(void **state)
{
	struct desk *d = *state;

	desk_press(d, "Ins");
	desk_sees(d, "Rename");
	desk_type(d, "Old Wang");
	desk_press(d, "F12");
	assert_int_equal(desk_int(d, "SELECT count(*) FROM user WHERE title = 'Old Wang'"), 1);
	desk_press(d, "Ins");
	desk_type(d, "Again");
	desk_script(d, "UPDATE user SET ver = ver + 1");
	desk_press(d, "F12");
	desk_sees(d, "! ");
	desk_sees(d, "Rename");
	assert_int_equal(desk_int(d, "SELECT count(*) FROM user WHERE title = 'Old Wang'"), 1);
}

static void what_is_there_is_edited_and_only_changes_are_given(void **state)
{
	struct desk *d = *state;

	desk_script(d, "UPDATE user SET phone = '13800001111'");
	desk_press(d, "Enter");
	desk_row_has(d, 0, "Change a person");
	desk_sees(d, "138 0000 1111");
	desk_press(d, "^U");
	desk_type(d, "Boss");
	desk_press(d, "F12");
	desk_row_has(d, 0, "People");
	assert_int_equal(
	    desk_int(d, "SELECT count(*) FROM user WHERE title = 'Boss' AND phone = '13800001111'"), 1);
	assert_int_equal(
	    desk_int(d, "SELECT count(*) FROM journal_change WHERE op = 'U' AND after LIKE '%phone%'"), 0);
}

static void form_without_a_layout_shows_every_field(void **state)
{
	struct desk *d = *state;

	desk_go(d, "supplier", NULL);
	desk_sees(d, "Days on account");
	desk_type(d, "Huaxin Parts");
	desk_press(d, "F12");
	desk_row_has(d, 0, "People");
	assert_int_equal(desk_int(d, "SELECT count(*) FROM party WHERE name = 'Huaxin Parts'"), 1);
}

static void control_z_takes_the_last_change_back(void **state)
{
	struct desk *d = *state;

	desk_go(d, "supplier", NULL);
	desk_type(d, "Huaxin Parts");
	desk_press(d, "F12");
	desk_row_has(d, -2, "^Z takes it back");
	desk_press(d, "^Z");
	desk_is(d, "SELECT count(*) FROM party WHERE name = 'Huaxin Parts'", 0);
	desk_go(d, "supplier", NULL);
	desk_type(d, "Huaxin");
	desk_press(d, "^Z");
	desk_sees_not(d, "Huaxin");
	desk_press(d, "^Z");
	desk_row_has(d, 0, "New supplier");
}

static void shop_can_ask_for_more(void **state)
{
	struct desk *d = *state;

	desk_script(d,
		    "INSERT INTO required_field (command, field) VALUES ('purchase.receive', 'warehouse')");
	desk_go(d, "receive", NULL);
	desk_sees(d, "Asked for here");
	desk_sees(d, "Warehouse");
}

static void small_screen_has_one_field_a_row_and_scrolls(void **state)
{
	struct desk *d = *state;

	d->rows = 12;
	d->cols = 40;
	desk_go(d, "supplier", NULL);
	desk_row_has(d, 1, "Company");
	desk_row_has(d, 2, "Phone");
	desk_press(d, "BackTab");
	for (int i = 0; i < 12; i++) {
		desk_press(d, "Tab");
		desk_is_sound(d);
	}
}

static void what_does_not_fit_is_told(void **state)
{
	struct desk *d = *state;
	char long_name[5001];

	memset(long_name, 'x', sizeof long_name - 1);
	long_name[sizeof long_name - 1] = '\0';
	desk_go(d, "supplier", NULL);
	desk_paste(d, long_name);
	desk_row_has(d, -2, "No more than 60 characters go in here");
	desk_press(d, "Backspace");
	desk_sees_not(d, "go in here");
	desk_press(d, "^U");
	desk_paste(d, "\t\033[31mEast\007\r\nParts\n");
	desk_sees(d, "[31mEast Parts");
}

static void typing_behind_the_last_field_is_told(void **state)
{
	struct desk *d = *state;

	desk_go(d, "supplier", NULL);
	desk_type(d, "East");
	desk_press(d, "Enter");
	desk_caret_in(d, "[F12 ");
	desk_type(d, "5");
	desk_row_has(d, -2, "Nothing is typed here");
	desk_press(d, "F12");
	assert_int_equal(desk_int(d, "SELECT count(*) FROM party WHERE name = 'East'"), 1);
}

static void a_cell_of_a_table_is_pasted_into_the_filter(void **state)
{
	struct desk *d = *state;

	desk_paste(d, "admin\r\n");
	desk_row_has(d, 1, "admin");
	desk_sees_not(d, "Nothing");
}

static void scan_does_not_become_a_price(void **state)
{
	struct desk *d = *state;

	snprintf(d->known, sizeof d->known, "690123456789");
	desk_go(d, "supplier", NULL);
	desk_press(d, "Tab Tab Tab Tab");
	desk_caret_in(d, "Credit limit");
	desk_type(d, "12");
	desk_scan(d, "690123456789");
	desk_sees_not(d, "6901");
	desk_caret_in(d, "12");
	desk_row_has(d, -2, "does not belong");
}

int main(void)
{
#define SHOP_TEST(f) cmocka_unit_test_setup_teardown(f, open_desk, desk_end)
	const struct CMUnitTest tests[] = {
		SHOP_TEST(enter_goes_to_what_is_asked_for_and_tab_to_every_field),
		SHOP_TEST(what_is_wrong_is_gone_to),
		SHOP_TEST(look_up_takes_a_row),
		SHOP_TEST(escape_restores_then_asks),
		SHOP_TEST(draft_is_kept_in_a_pause_and_comes_back),
		SHOP_TEST(same_request_of_a_draft_is_booked_once),
		SHOP_TEST(grid_grows_and_calculates),
		SHOP_TEST(wrong_line_of_a_grid_is_gone_to),
		SHOP_TEST(pop_up_asks_and_runs_with_the_row_version),
		SHOP_TEST(what_is_there_is_edited_and_only_changes_are_given),
		SHOP_TEST(form_without_a_layout_shows_every_field),
		SHOP_TEST(control_z_takes_the_last_change_back),
		SHOP_TEST(shop_can_ask_for_more),
		SHOP_TEST(small_screen_has_one_field_a_row_and_scrolls),
		SHOP_TEST(what_does_not_fit_is_told),
		SHOP_TEST(typing_behind_the_last_field_is_told),
		SHOP_TEST(a_cell_of_a_table_is_pasted_into_the_filter),
		SHOP_TEST(scan_does_not_become_a_price),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
