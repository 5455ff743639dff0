/* test_menu.c - the menu, help, reports and explanations on the program's own screens. */
#include "tests/test.h"

#include <stdlib.h>

#include "screens/screens.h"
#include "tests/ui/desk.h"
#include "ui/viewer.h"

static int open_desk(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screen_all);
	desk_menus(d, screen_menus);
	desk_script(d, "INSERT INTO part (id, code, name, price) VALUES (1, 'OIL-5W30', 'Engine oil', 8000);"
		       "INSERT INTO stock (id, part_id, warehouse_id, qty) VALUES (1, 1, 1, 0);"
		       "INSERT INTO stock_value (id, qty, value) VALUES (1, 0, 0)");
	desk_go(d, "home", NULL);
	*state = d;
	return 0;
}

static void two_digits_open_a_screen(void **state)
{
	struct desk *d = *state;

	desk_press(d, "F10");
	desk_sees(d, "31 Customers");
	desk_type(d, "31");
	desk_row_has(d, 0, "| Customers");
	desk_press(d, "Esc");
	desk_row_has(d, 0, "| Home");
}

static void opened_by(struct desk *d, const char *typed, const char *title)
{
	desk_press(d, "^X");
	desk_type(d, typed);
	desk_press(d, "Enter");
	desk_row_has(d, 0, title);
	desk_press(d, "Esc");
	desk_row_has(d, 0, "| Home");
}

static void screens_are_found_by_name_initials_and_word(void **state)
{
	struct desk *d = *state;

	opened_by(d, "customers", "| Customers");
	opened_by(d, "客户", "| Customers");
	opened_by(d, "客戶", "| Customers");
	opened_by(d, "kh", "| Customers");
	opened_by(d, "receivab", "| Receivables");
	opened_by(d, "audit", "| Journal");
}

static void menu_leaves_out_what_the_person_may_not_open(void **state)
{
	struct desk *d = *state;

	desk_press(d, "F10");
	desk_type(d, "journ");
	desk_sees(d, "96 Journal");
	desk_press(d, "Esc");
	desk_script(
	    d,
	    "UPDATE user SET role_id = (SELECT id FROM role WHERE name = 'technician') WHERE name = 'admin'");
	desk_press(d, "F10");
	desk_type(d, "journ");
	desk_sees_not(d, "96 Journal");
}

static void commands_without_a_screen_open_as_forms(void **state)
{
	struct desk *d = *state;

	desk_press(d, "F10");
	desk_type(d, "clock.confirm");
	desk_press(d, "Enter");
	desk_row_has(d, 0, "Confirm the clock");
	desk_caret_in(d, "Reason");
}

static void screen_of_a_work_order_asks_which(void **state)
{
	struct desk *d = *state;

	desk_press(d, "F10");
	desk_type(d, "12");
	desk_sees(d, "Cars in the house");
	desk_press(d, "Esc");
	desk_row_has(d, 0, "| Home");
}

static void help_lists_the_keys_and_finds_by_typing(void **state)
{
	struct desk *d = *state;

	desk_go(d, "parts", NULL);
	desk_press(d, "F1");
	desk_sees(d, "New part");
	desk_type(d, "history");
	desk_sees(d, "F11 ^E");
	desk_sees_not(d, "Lock");
	desk_press(d, "Esc");
	desk_row_has(d, 0, "| Parts");
	desk_is_sound(d);
}

static void report_asks_for_what_it_needs(void **state)
{
	struct desk *d = *state;

	viewer_open(d->con, view_find("statement"), NULL);
	desk_sees(d, "Party");
	desk_press(d, "F12");
	desk_row_has(d, -2, "! Party");
	desk_type(d, "nobody");
	desk_press(d, "F12");
	desk_row_has(d, -2, "!");
	desk_press(d, "^U Esc Esc");
}

static void report_shows_its_days_and_sums(void **state)
{
	struct desk *d = *state;

	viewer_open(d->con, view_find("sales_by_day"), NULL);
	desk_row_has(d, 1, "2026-11-01 .. 2026-11-21");
	desk_rest(d);
	desk_row_has(d, 21, "0 rows");
	desk_press(d, "F12");
	desk_type(d, "2026-10");
	desk_press(d, "Enter");
	desk_row_has(d, 1, "2026-10-01 .. 2026-10-31");
	desk_press(d, "Esc");
	desk_row_has(d, 0, "| Home");
}

static void settled(struct desk *d)
{
	desk_do(d, "vehicle.add", "plate", "鄂A88888", "customer", "Fleet", NULL);
	desk_do(d, "job.receive", "plate", "鄂A88888", "odometer", "52000", "complaint", "Service",
		"repair_type", "minor-service", NULL);
	desk_do(d, "job.labour", "job", "#1", "text", "Work", "price", "100", NULL);
	desk_do(d, "job.authorise", "job", "#1", "by", "somebody", "how", "phone", NULL);
	desk_do(d, "job.finish", "job", "#1", NULL);
	desk_do(d, "job.settle", "job", "#1", NULL);
}

/* A fleet has paid 80.00 in advance, and a work order is settled. */
static void money_came_in(struct desk *d)
{
	desk_do(d, "till.open", "till", "T1", "float", "200", NULL);
	desk_do(d, "customer.add", "name", "Fleet", "phone", "02788880000", "terms", "30", NULL);
	desk_do(d, "payment.take", "party", "Fleet", "method", "cash", "amount", "80", "advance", "yes",
		NULL);
	settled(d);
}

/* From a sum to its documents, and from a document to what it booked. */
static void a_number_in_a_report_opens_what_is_behind_it(void **state)
{
	struct desk *d = *state;

	money_came_in(d);
	viewer_open(d->con, view_find("takings_by_method"), NULL);
	desk_type(d, "?");
	desk_sees(d, "1 Taken, Net taken");
	desk_type(d, "1");
	desk_sees(d, "Receipts of customers less what they were given back");
	desk_sees(d, "PY-261121-0001");
	desk_press(d, "Enter");
	desk_sees(d, "What a document booked");
	desk_sees(d, "Debit and credit make the same");
	desk_sees(d, "Advances received");
	desk_press(d, "Esc Esc");
	viewer_open(d->con, view_find("sales_by_day"), NULL);
	desk_type(d, "?"); /* several numbers with the same rows behind them */
	desk_sees(d, "Labour, Parts ... = Settlements by document");
	desk_press(d, "Esc Esc Esc");
	desk_row_has(d, 0, "| Home");
}

/* A balance by its months, those by their lines, and these by their documents; a figure by its documents. */
static void a_balance_and_a_figure_open_what_is_behind_them(void **state)
{
	struct desk *d = *state;

	money_came_in(d);
	viewer_open(d->con, view_find("trial_balance"), NULL);
	desk_type(d, "?");
	desk_sees(d, "1 Opening balance  0.00");
	desk_type(d, "3");
	desk_sees(d, "= Until that day, by month");
	desk_sees(d, "The balance before, and what was posted in these days");
	desk_press(d, "Enter");
	desk_sees(d, "= Ledger of an account");
	desk_sees(d, "PY-261121-0001");
	desk_press(d, "Enter");
	desk_sees(d, "What a document booked");
	desk_press(d, "Esc Esc Esc Esc");
	viewer_open(d->con, view_find("day_figures"), NULL);
	desk_press(d, "Down Down Down");
	desk_type(d, "?");
	desk_sees(d, "Quantity, Amount = Behind the figure");
	desk_sees(d, "What happened today; cars in the house");
	desk_sees(d, "PY-261121-0001");
	desk_press(d, "Esc Esc");
	desk_go(d, "owner", NULL);
	desk_type(d, "?");
	desk_sees(d, "= Behind the owner's figure");
	desk_press(d, "Enter");
	desk_sees(d, "2 Work order  WO-261121-0001");
	desk_type(d, "1");
	desk_sees(d, "What a document booked");
	desk_press(d, "Esc Esc Esc");
}

static void every_report_opens_in_every_size(void **state)
{
	struct desk *d = *state;

	for (size_t i = 0; i < view_count; i++) {
		if (!view_all[i]->report)
			continue;
		viewer_open(d->con, view_all[i], NULL);
		desk_is_sound(d);
		d->rows = 12;
		d->cols = 40;
		desk_is_sound(d);
		d->rows = 24;
		d->cols = 80;
		desk_press(d, "Down PgDn Right End Home Esc");
		console_home(d->con);
	}
}

static void number_is_explained_by_its_rows(void **state)
{
	struct desk *d = *state;

	desk_go(d, "stock", NULL);
	desk_press(d, "?");
	desk_sees(d, "On hand  0 = Stock card");
	desk_sees(d, "Nothing found");
	desk_press(d, "Esc");
	desk_press(d, "^T");
	desk_sees(d, "Stock card");
	desk_press(d, "Esc");
	desk_row_has(d, 0, "| Stock on hand");
}

static void f7_prints_what_the_cursor_is_on(void **state)
{
	struct desk *d = *state;

	desk_go(d, "suppliers", NULL);
	desk_press(d, "F7");
	desk_row_has(d, -2, "! Nothing has been made here");
	desk_go(d, "parts", NULL);
	desk_press(d, "F7");
	assert_string_equal(d->printed, "OIL-5W30");
	desk_do(d, "part.add", "code", "OIL-FILT", "name", "Oil filter", "price", "35", NULL);
	desk_go(d, "parts", NULL);
	desk_press(d, "Space Space F7");
	assert_string_equal(d->printed, "OIL-5W30 OIL-FILT");
	desk_script(d, "INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, amount) "
		       "VALUES (7, 9, 'OS-1', 20778, 1795255500, 1, 'desk', 0)");
	desk_go(d, "documents", NULL);
	desk_press(d, "F7");
	assert_string_equal(d->printed, "OS-1");
}

int main(void)
{
#define SHOP_TEST(f) cmocka_unit_test_setup_teardown(f, open_desk, desk_end)
	const struct CMUnitTest tests[] = {
		SHOP_TEST(two_digits_open_a_screen),
		SHOP_TEST(screens_are_found_by_name_initials_and_word),
		SHOP_TEST(menu_leaves_out_what_the_person_may_not_open),
		SHOP_TEST(commands_without_a_screen_open_as_forms),
		SHOP_TEST(screen_of_a_work_order_asks_which),
		SHOP_TEST(help_lists_the_keys_and_finds_by_typing),
		SHOP_TEST(report_asks_for_what_it_needs),
		SHOP_TEST(report_shows_its_days_and_sums),
		SHOP_TEST(a_number_in_a_report_opens_what_is_behind_it),
		SHOP_TEST(a_balance_and_a_figure_open_what_is_behind_them),
		SHOP_TEST(every_report_opens_in_every_size),
		SHOP_TEST(number_is_explained_by_its_rows),
		SHOP_TEST(f7_prints_what_the_cursor_is_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
