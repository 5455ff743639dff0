/* test_money.c - cards, deposits, expenses, invoices, reviews and money in a till by the keyboard. */
#include "tests/test.h"

#include <stdlib.h>

#include "screens/screens.h"
#include "tests/ui/desk.h"

static void settled(struct desk *d, const char *job, const char *price)
{
	desk_do(d, "job.receive", "plate", "鄂A12345", "odometer", "52000", "complaint", "Service", "again",
		"yes", "repair_type", "minor-service", NULL);
	desk_do(d, "job.labour", "job", job, "text", "Work", "price", price, NULL);
	desk_do(d, "job.authorise", "job", job, "by", "somebody", "how", "phone", NULL);
	desk_do(d, "job.finish", "job", job, NULL);
	desk_do(d, "job.settle", "job", job, NULL);
}

static int open_desk(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screen_all);
	desk_do(d, "user.add", "user", "zhou", "name", "Zhou", "role", "accountant", "pin", "1234", NULL);
	desk_do(d, "customer.add", "name", "Wang Fang", "phone", "13812345678", NULL);
	desk_do(d, "vehicle.add", "plate", "鄂A12345", "customer", "Wang Fang", NULL);
	desk_do(d, "till.open", "till", "T1", "float", "200", NULL);
	*state = d;
	return 0;
}

/* ---- member cards ---- */

static void a_card_is_issued_and_filled_in_one_go(void **state)
{
	struct desk *d = *state;

	desk_go(d, "cards", NULL);
	desk_press(d, "F2");
	desk_type(d, "Wang");
	desk_press(d, "Enter F12");
	desk_is(d, "SELECT count(*) FROM card", 1);
	desk_press(d, "F9");
	desk_row_has(d, 0, "Top up a member card");
	desk_type(d, "1000");
	desk_press(d, "Tab");
	desk_type(d, "100");
	desk_press(d, "F12");
	desk_is(d, "SELECT after_principal FROM card_move", 100000);
	desk_is(d, "SELECT after_gift FROM card_move", 10000);
	desk_is(d, "SELECT sum(amount) FROM entry_line WHERE account_id = 1", 20000 + 100000);
}

static void a_card_is_filled_once_more_and_emptied_from_its_row(void **state)
{
	struct desk *d = *state;

	desk_do(d, "card.issue", "customer", "Wang Fang", "number", "M1", NULL);
	desk_go(d, "cards", NULL);
	desk_press(d, "F9");
	desk_type(d, "500");
	desk_press(d, "F12");
	desk_row_has(d, 0, "Member cards"); /* and not the same card once more */
	desk_sees(d, "500.00");
	desk_press(d, "4");
	desk_row_has(d, 0, "Refund a member card");
	desk_press(d, "1 Enter"); /* all of it is proposed; in cash */
	desk_type(d, "moves away");
	desk_press(d, "F12");
	desk_is(d, "SELECT after_principal FROM card_move ORDER BY id DESC", 0);
	desk_press(d, "Enter");
	desk_row_has(d, 0, "History of a card");
	desk_sees(d, "-500.00");
	desk_is_sound(d);
}

/* ---- things that are lent ---- */

static void a_deposit_is_taken_and_given_back_with_something_kept(void **state)
{
	struct desk *d = *state;

	desk_go(d, "deposit_take", NULL);
	desk_type(d, "Wang");
	desk_press(d, "Enter");
	desk_type(d, "KEY");
	desk_press(d, "Enter");
	desk_type(d, "spare key");
	desk_press(d, "Enter");
	desk_type(d, "100");
	desk_press(d, "F12");
	desk_is(d, "SELECT amount FROM deposit", 10000);
	desk_go(d, "deposits", NULL);
	desk_sees(d, "spare key");
	desk_press(d, "Enter");
	desk_row_has(d, 0, "Give a deposit back");
	desk_is_sound(d);
	desk_type(d, "70");
	desk_press(d, "Tab");
	desk_type(d, "30");
	desk_press(d, "F12");
	desk_type(d, "scratched");
	desk_press(d, "F12");
	desk_is(d, "SELECT sum(amount) FROM entry_line WHERE account_id = 1", 20000 + 10000 - 7000);
}

/* ---- expenses ---- */

static void an_expense_comes_out_of_the_petty_cash_box(void **state)
{
	struct desk *d = *state;

	desk_go(d, "petty_cash", NULL);
	desk_type(d, "150");
	desk_press(d, "Tab");
	desk_type(d, "1");
	desk_press(d, "F12");
	desk_is(d, "SELECT sum(amount) FROM entry_line WHERE account_id = 75", 15000);
	desk_go(d, "expense", NULL);
	desk_type(d, "OFFICE");
	desk_press(d, "Enter");
	desk_type(d, "30");
	desk_press(d, "Tab");
	desk_type(d, "1");
	desk_press(d, "F12");
	desk_is(d, "SELECT sum(amount) FROM entry_line WHERE account_id = 75", 12000);
	desk_type(d, "OFFICE"); /* empty again for the next paper */
	desk_press(d, "Enter");
	desk_type(d, "500");
	desk_press(d, "Tab");
	desk_type(d, "1");
	desk_press(d, "F12");
	desk_sees(d, "There is only 120.00 in the petty cash box");
	desk_go(d, "expenses", NULL);
	desk_sees(d, "30.00");
}

static void what_comes_each_month_is_booked_by_one_key(void **state)
{
	struct desk *d = *state;

	desk_do(d, "expense.plan", "category", "RENT", "payee", "Landlord", "amount", "8000", "method",
		"bank", "due_day", "1", NULL);
	desk_go(d, "expenses_due", NULL);
	desk_sees(d, "Landlord");
	desk_press(d, "F9");
	desk_sees(d, "8,000.00");
	desk_press(d, "F12");
	desk_is(d, "SELECT sum(amount) FROM entry_line WHERE account_id = 76", 800000);
	desk_sees_not(d, "Landlord"); /* done: and not to be booked twice */
}

/* ---- invoices ---- */

static void an_invoice_is_issued_from_what_is_not_yet_invoiced(void **state)
{
	struct desk *d = *state;

	settled(d, "#1", "300");
	desk_do(d, "invoice.range", "type", "ordinary", "code", "AB", "first", "00000001", "last", "00000050",
		NULL);
	desk_go(d, "uninvoiced", NULL);
	desk_sees(d, "300.00");
	desk_press(d, "F9");
	desk_row_has(d, 0, "Issue an invoice");
	desk_sees(d, "Wang Fang");
	desk_press(d, "F12");
	desk_is(d, "SELECT amount FROM invoice", 30000);
	desk_go(d, "invoices", NULL);
	desk_press(d, "F9");
	desk_row_has(d, 0, "Red letter");
	desk_type(d, "100");
	desk_press(d, "F12");
	desk_type(d, "goods came back");
	desk_press(d, "F12");
	desk_is(d, "SELECT sum(amount) FROM invoice", 20000);
	desk_is(d, "SELECT next FROM invoice_range", 3);
	desk_is_sound(d);
}

/* ---- reviews ---- */

static void papers_are_reviewed_and_one_goes_back(void **state)
{
	struct desk *d = *state;

	settled(d, "#1", "300");
	settled(d, "#2", "400");
	desk_do(d, "payment.take", "job", "#1", "method", "cash", "amount", "300", NULL);
	desk_sits(d, "zhou", NULL);
	desk_go(d, "to_review", NULL);
	desk_sees(d, "ST-261121-0001");
	desk_press(d, "Space Space F12");
	desk_is(d, "SELECT count(*) FROM review WHERE verdict = 'reviewed'", 2);
	desk_press(d, "F8");
	desk_type(d, "price is wrong");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM review WHERE verdict = 'sent_back'", 1);
	desk_press(d, "F9");
	desk_row_has(d, 0, "Reviews");
	desk_sees(d, "price is wrong");
	desk_is_sound(d);
}

/* ---- in and out of a till ---- */

static void money_goes_in_and_out_of_a_till_with_its_reason(void **state)
{
	struct desk *d = *state;

	desk_go(d, "till", NULL);
	desk_press(d, "F6");
	desk_row_has(d, 0, "Pay out of a till");
	desk_type(d, "45");
	desk_press(d, "Enter");
	desk_type(d, "EXPENSE");
	desk_press(d, "Enter F12");
	desk_is(d, "SELECT sum(amount) FROM entry_line WHERE account_id = 1", 15500);
	desk_press(d, "F6");
	desk_type(d, "1000");
	desk_press(d, "Enter");
	desk_type(d, "EXPENSE");
	desk_press(d, "Enter F12");
	desk_sees(d, "There is not so much cash in this till");
	desk_is(d, "SELECT sum(amount) FROM entry_line WHERE account_id = 1", 15500);
	desk_go(d, "till_moves", NULL);
	desk_sees(d, "45.00");
	desk_is_sound(d);
}

static void they_fit_on_forty_columns(void **state)
{
	static const char *const screens[] = {
		"till",       "till_open",    "till_close",   "till_out",   "closings",      "cards",
		"top_up",     "deposits",     "deposit_take", "advances",   "expense",       "expenses",
		"petty_cash", "invoices",     "invoice",      "uninvoiced", "to_review",     "reviews",
		"bills",      "combine",      "claim",        "pay",        "write_off",     "statement_new",
		"statements", "period_close", "month_close",  "open_ends",  "channel_lines", "payments",
	};
	struct desk *d = *state;

	settled(d, "#1", "300");
	d->rows = 12;
	d->cols = 40;
	for (size_t i = 0; i < sizeof screens / sizeof *screens; i++) {
		desk_go(d, screens[i], NULL);
		desk_is_sound(d);
		desk_press(d, "Down Down Tab Down");
		desk_is_sound(d);
	}
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, open_desk, desk_end)
	const struct CMUnitTest tests[] = {
		T(a_card_is_issued_and_filled_in_one_go),
		T(a_card_is_filled_once_more_and_emptied_from_its_row),
		T(a_deposit_is_taken_and_given_back_with_something_kept),
		T(an_expense_comes_out_of_the_petty_cash_box),
		T(what_comes_each_month_is_booked_by_one_key),
		T(an_invoice_is_issued_from_what_is_not_yet_invoiced),
		T(papers_are_reviewed_and_one_goes_back),
		T(money_goes_in_and_out_of_a_till_with_its_reason),
		T(they_fit_on_forty_columns),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
