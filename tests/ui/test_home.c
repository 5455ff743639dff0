/* test_home.c - HOME: the search line, its hits and their steps. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>

#include "tests/ui/desk.h"

HOME(home) = {
	.title = N_("Home"),
	.hits = "search_hits",
	.with = "q=%text",
	.steps =
	    (const struct hit_step[]){
		{ "part", 1, "stock", "part=@ref_id", .label = N_("Sell") },
		{ "part", 2, "moves", "part=@ref_id" },
		{ "supplier", 1, "moves", "", .when = "more" },
		{ "supplier", 1, "stock", "", .when = "!more" },
		{ 0 },
	    },
	.scan_opens = "sale",
	.scan_with = "code=%text",
	.scan_right = "payment.take",
	.new_opens = "supplier",
	.new_with = "name=%text",
};

LIST(stock) = { .title = N_("Stock on hand"), .view = "stock_on_hand", .menu = 1, .code = 31 };
LIST(moves) = { .title = N_("Movements"), .view = "stock_moves", .menu = 2, .code = 32 };
FORM(supplier) = { .title = N_("New supplier"), .runs = "supplier.add" };
FORM(sale) = { .title = N_("Sale"), .runs = "labour.add", .layout = { "code", "name", 0 } };

static const struct screen screens[] = {
	SCREEN_ENTRY(HOME, home, home),     SCREEN_ENTRY(LIST, list, stock), SCREEN_ENTRY(LIST, list, moves),
	SCREEN_ENTRY(FORM, form, supplier), SCREEN_ENTRY(FORM, form, sale),  { 0 },
};

static const char *const menus[] = { N_("Counter"), N_("Stock"), NULL };

static int open_desk(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screens);
	desk_menus(d, menus);
	desk_script(d, "INSERT INTO part (id, code, name, price) VALUES (1, 'OIL-5W30', 'Engine oil', 8000), "
		       "(2, 'OIL-10W40', 'Engine oil', 6000);"
		       "INSERT INTO party (id, kind, name, phone, since_on) VALUES (9, 'supplier', 'Huaxin', "
		       "'1380', 20000);"
		       "INSERT INTO search_word (word, kind, ref_id) VALUES ('oil5w30', 'part', 1), "
		       "('oil10w40', 'part', 2), "
		       "('huaxin', 'supplier', 9);"
		       "INSERT INTO search_infix (rowid, text, kind) VALUES (6, 'oil5w30', 'part'), (10, "
		       "'oil10w40', 'part')");
	desk_go(d, "home", NULL);
	*state = d;
	return 0;
}

static void menus_stand_under_the_empty_line(void **state)
{
	struct desk *d = *state;

	desk_row_has(d, 1, "Search:");
	desk_sees(d, "31 Stock on hand");
	desk_sees(d, "32 Movements");
	desk_caret_in(d, "Search:");
	d->rows = 12;
	d->cols = 40;
	desk_is_sound(d);
	desk_sees(d, "31 Stock on hand");
}

static void only_hit_and_hits_have_steps_by_digit(void **state)
{
	struct desk *d = *state;

	desk_type(d, "oil");
	desk_sees(d, "OIL-5W30");
	desk_sees(d, "OIL-10W40");
	desk_press(d, "Enter");
	desk_sees(d, "1 Sell  2 Movements");
	desk_press(d, "F1");
	desk_sees(d, "2  Movements");
	desk_press(d, "Esc Down 2");
	desk_row_has(d, 0, "Movements");
	desk_press(d, "Esc");
	desk_row_has(d, 0, "Home");
	desk_sees(d, "31 Stock on hand");
	desk_type(d, "huaxin");
	desk_press(d, "Enter");
	desk_sees(d, "1 Stock on hand");
	desk_press(d, "Enter");
	desk_row_has(d, 0, "Stock on hand");
}

static void digits_and_letters_go_back_to_the_line(void **state)
{
	struct desk *d = *state;

	desk_type(d, "oil");
	desk_press(d, "Down");
	desk_type(d, "5");
	desk_row_has(d, 1, "Search: oil5");
	desk_sees_not(d, "OIL-10W40");
	desk_press(d, "Backspace Esc");
	desk_sees(d, "31 Stock on hand");
}

static void what_is_not_found_is_written_down(void **state)
{
	struct desk *d = *state;

	desk_type(d, "Newcomer");
	desk_sees(d, "Nothing found");
	desk_press(d, "Enter");
	desk_row_has(d, 0, "New supplier");
	desk_sees(d, "Newcomer");
	desk_press(d, "F12");
	desk_row_has(d, 0, "Home");
	assert_int_equal(desk_int(d, "SELECT count(*) FROM party WHERE name = 'Newcomer'"), 1);
}

static void what_a_screen_is_called_leads_to_the_menu(void **state)
{
	struct desk *d = *state;

	desk_type(d, "31");
	desk_sees(d, "Enter looks in the menu");
	desk_press(d, "Enter Enter");
	desk_row_has(d, 0, "Stock on hand");
	desk_press(d, "Esc Esc");
	desk_type(d, "on hand");
	desk_sees(d, "Enter writes it down as new");
	desk_press(d, "F10");
	desk_sees(d, "31 Stock on hand");
	desk_press(d, "Enter");
	desk_row_has(d, 0, "Stock on hand");
}

static void what_no_index_finds_is_looked_for_in_a_pause(void **state)
{
	struct desk *d = *state;

	desk_type(d, "il1");
	desk_sees(d, "OIL-10W40");
	desk_press(d, "Esc");
	desk_type(d, "w4");
	desk_sees(d, "Nothing found");
	desk_rest(d);
	desk_sees(d, "OIL-10W40");
	desk_sees_not(d, "OIL-5W30");
}

static void a_key_stops_the_search_through_everything(void **state)
{
	struct desk *d = *state;

	desk_script(d, "WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) "
		       "INSERT INTO search_infix (rowid, text, kind) SELECT i, 'x', 'part' FROM n");
	desk_type(d, "w4");
	d->busy = true;
	desk_rest(d);
	desk_sees(d, "Nothing found");
	d->busy = false;
	desk_rest(d);
	desk_sees(d, "OIL-10W40");
}

static void scanned_part_begins_a_sale_at_the_counter(void **state)
{
	struct desk *d = *state;

	snprintf(d->known, sizeof d->known, "OIL-5W30");
	desk_scan(d, "OIL-5W30");
	desk_row_has(d, 0, "Sale");
	desk_sees(d, "OIL-5W30");
}

static void scan_is_looked_up_where_nothing_is_sold(void **state)
{
	struct desk *d = *state;

	desk_script(d, "DELETE FROM role_right");
	snprintf(d->known, sizeof d->known, "OIL-5W30");
	desk_scan(d, "OIL-5W30");
	desk_row_has(d, 0, "Home");
	desk_sees(d, "1 Sell");
}

int main(void)
{
#define SHOP_TEST(f) cmocka_unit_test_setup_teardown(f, open_desk, desk_end)
	const struct CMUnitTest tests[] = {
		SHOP_TEST(menus_stand_under_the_empty_line),
		SHOP_TEST(only_hit_and_hits_have_steps_by_digit),
		SHOP_TEST(digits_and_letters_go_back_to_the_line),
		SHOP_TEST(what_is_not_found_is_written_down),
		SHOP_TEST(what_no_index_finds_is_looked_for_in_a_pause),
		SHOP_TEST(what_a_screen_is_called_leads_to_the_menu),
		SHOP_TEST(a_key_stops_the_search_through_everything),
		SHOP_TEST(scanned_part_begins_a_sale_at_the_counter),
		SHOP_TEST(scan_is_looked_up_where_nothing_is_sold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
