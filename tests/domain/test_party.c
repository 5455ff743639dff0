/* test_party.c - customers, suppliers and insurers. */
#include "tests/domain/fault.h"

#include <stdlib.h>
#include <string.h>

static int begin(void **state)
{
	*state = test_shop_new();
	return 0;
}

static const char *phone_of(struct test_shop *s, int64_t id)
{
	return ask_text(s, "SELECT phone FROM party WHERE id = %lld", (long long)id);
}

static void a_customer_is_written_down_with_all_that_is_given(void **state)
{
	struct test_shop *s = *state;
	int64_t id =
	    run(s, "customer.add", "name", " 王强 ", "phone", "１３８ 0013-8000", "class", "B", "source",
		"referral", "birthday", "1980-02-29", "terms", "30", "limit", "50000", "contact", "小王",
		"tax_no", "91420100ma4k", "address", "武汉市 1 号", "note", "line 1\nline 2", NULL)
		->id;

	assert_string_equal(ask_text(s, "SELECT name FROM party"), "王强");
	assert_string_equal(phone_of(s, id), "13800138000");
	assert_int_equal(ask(s, "SELECT class_id FROM party"), 2);
	assert_int_equal(ask(s, "SELECT terms_days FROM party"), 30);
	assert_int_equal(ask(s, "SELECT credit_limit FROM party"), 5000000);
	assert_string_equal(ask_text(s, "SELECT tax_no FROM party"), "91420100MA4K");
	assert_string_equal(ask_text(s, "SELECT note FROM party"), "line 1\nline 2");
	assert_string_equal(s->answer.text, "王强 is written down");
	checks_silent(s);
}

static void a_customer_needs_a_name_and_a_phone(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "customer.add", "phone", "13800138000", NULL), "Name is needed");
	assert_string_equal(s->err.field, "name");
	assert_says(refuse(s, "customer.add", "name", "王强", NULL), "Phone is needed");
	assert_string_equal(s->err.field, "phone");
}

static void a_phone_that_is_known_names_its_owner(void **state)
{
	struct test_shop *s = *state;

	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "13800138000", NULL);
	assert_says(refuse(s, "customer.add", "name", "李梅", "phone", "138 0013 8000", NULL),
		    "The phone 13800138000 is that of 王强, 鄂A12345. Take that one, or say same_phone=yes");
	assert_string_equal(s->err.field, "phone");
	run(s, "customer.add", "name", "李梅", "phone", "13800138000", "same_phone", "yes", NULL);
	run(s, "supplier.add", "name", "Parts house", "phone", "13800138000", NULL);
	checks_silent(s);
}

static void a_phone_is_digits(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "customer.add", "name", "a", "phone", "none", NULL),
		    "not a phone number; write its digits only");
	assert_says(refuse(s, "customer.add", "name", "a", "phone", "123", NULL), "5 to 20 digits");
	assert_says(refuse(s, "customer.add", "name", "a", "phone", "123456789012345678901", NULL),
		    "5 to 20 digits");
}

static void names_that_cannot_be_stored_are_refused(void **state)
{
	struct test_shop *s = *state;
	char long_name[200];

	memset(long_name, 'x', 199);
	long_name[199] = '\0';
	assert_says(refuse(s, "customer.add", "name", long_name, "phone", "13800138000", NULL), "60");
	assert_string_equal(s->err.field, "name");
	refuse(s, "customer.add", "name", "a\x1b[2Jb", "phone", "13800138000", NULL);
	refuse(s, "customer.add", "name",
	       "a\xe2\x80\xae"
	       "b",
	       "phone", "13800138000", NULL);
	refuse(s, "customer.add", "name", "a\nb", "phone", "13800138000", NULL);
	assert_says(refuse(s, "customer.add", "name", "\xcd\xf5\xc7\xbf", "phone", "13800138000", NULL),
		    "GB");
	refuse(s, "customer.add", "name", "\xff\xfe", "phone", "13800138000", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM party"), 0);
}

static void a_name_of_signs_or_of_rare_letters_is_kept(void **state)
{
	struct test_shop *s = *state;

	run(s, "customer.add", "name", "---", "phone", "13800138000", NULL);
	run(s, "customer.add", "name", "<b>", "phone", "13800138001", NULL);
	run(s, "customer.add", "name", "﷽﷽﷽﷽﷽﷽﷽﷽﷽﷽", "phone", "13800138002", NULL);
	run(s, "customer.add", "name", "𠮷𠮷", "phone", "13800138003", NULL);
	checks_silent(s);
}

static void a_credit_limit_needs_days_on_account(void **state)
{
	struct test_shop *s = *state;
	const char *id;

	assert_says(refuse(s, "customer.add", "name", "a", "phone", "13800138000", "limit", "100", NULL),
		    "needs days on account");
	assert_says(refuse(s, "customer.add", "name", "a", "phone", "13800138000", "terms", "-1", NULL),
		    "from 0 to 365");
	assert_says(refuse(s, "customer.add", "name", "a", "phone", "13800138000", "terms", "366", NULL),
		    "from 0 to 365");
	assert_says(refuse(s, "customer.add", "name", "a", "phone", "13800138000", "terms", "30", "limit",
			   "-5", NULL),
		    "at least");
	refuse(s, "customer.add", "name", "a", "phone", "13800138000", "terms", "30", "limit",
	       "99999999999999", NULL);
	refuse(s, "customer.add", "name", "a", "phone", "13800138000", "terms", "30", "limit", "12.345",
	       NULL);
	run(s, "customer.add", "name", "a", "phone", "13800138000", "terms", "30", NULL);
	id = by_id(s, s->answer.id);
	run(s, "customer.change", "customer", id, "limit", "100", NULL);
	assert_says(refuse(s, "customer.change", "customer", id, "no_terms", "yes", "terms", "10", NULL),
		    "not both");
	run(s, "customer.change", "customer", id, "no_terms", "yes", NULL);
	assert_int_equal(ask(s, "SELECT terms_days IS NULL AND credit_limit IS NULL FROM party"), 1);
	assert_says(refuse(s, "customer.change", "customer", id, "limit", "100", NULL),
		    "needs days on account");
}

static void a_birthday_lies_in_the_past(void **state)
{
	struct test_shop *s = *state;

	assert_says(
	    refuse(s, "customer.add", "name", "a", "phone", "13800138000", "birthday", "2026-11-22", NULL),
	    "not on 2026-11-22");
	refuse(s, "customer.add", "name", "a", "phone", "13800138000", "birthday", "2025-02-29", NULL);
	run(s, "customer.add", "name", "a", "phone", "13800138000", "birthday", "2026-11-21", NULL);
}

static void what_is_left_out_of_a_change_stays(void **state)
{
	struct test_shop *s = *state;
	int64_t id = run(s, "customer.add", "name", "王强", "phone", "13800138000", "note", "old", NULL)->id;

	run(s, "customer.change", "customer", "13800138000", "phone", "13900139000", NULL);
	assert_string_equal(phone_of(s, id), "13900139000");
	assert_string_equal(ask_text(s, "SELECT name || note FROM party"), "王强old");
	run(s, "customer.change", "customer", "13900139000", "phone", "13900139000", "name", "王小强", NULL);
	assert_string_equal(ask_text(s, "SELECT name FROM party"), "王小强");
	refuse(s, "customer.change", "customer", "13800138000", "note", "x", NULL);
	checks_silent(s);
}

static void a_change_to_anothers_phone_is_refused(void **state)
{
	struct test_shop *s = *state;

	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	run(s, "customer.add", "name", "李梅", "phone", "13900139000", NULL);
	assert_says(refuse(s, "customer.change", "customer", "13900139000", "phone", "13800138000", NULL),
		    "is that of 王强");
}

static void who_saves_second_is_told_who_was_first(void **state)
{
	struct test_shop *s = *state;

	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	s->next.ver = 1;
	run(s, "customer.change", "customer", "13800138000", "note", "first", NULL);
	s->next.ver = 1;
	assert_says(refuse(s, "customer.change", "customer", "13800138000", "note", "second", NULL),
		    "boss changed this at");
	assert_int_equal(s->err.code, ERR_BUSY);
	assert_string_equal(ask_text(s, "SELECT note FROM party"), "first");
}

static void the_same_request_makes_one_customer(void **state)
{
	struct test_shop *s = *state;
	int64_t id;

	s->next.request = "one";
	id = run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL)->id;
	s->next.request = "one";
	assert_int_equal(run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL)->id, id);
	assert_true(s->answer.repeated);
	s->next.request = "one";
	assert_says(refuse(s, "customer.add", "name", "王强", "phone", "13800138001", NULL),
		    "booked already, with other input");
	assert_int_equal(ask(s, "SELECT count(*) FROM party"), 1);
}

static void a_supplier_or_insurer_has_a_name_of_its_own(void **state)
{
	struct test_shop *s = *state;

	run(s, "supplier.add", "name", "Parts house", "terms", "30", NULL);
	assert_says(refuse(s, "supplier.add", "name", "Parts house", NULL), "There is “Parts house” already");
	run(s, "insurer.add", "name", "Parts house", NULL);
	run(s, "supplier.add", "name", "Oil house", NULL);
	assert_says(refuse(s, "supplier.change", "supplier", "Oil house", "name", "Parts house", NULL),
		    "already");
	run(s, "supplier.change", "supplier", "Oil house", "phone", "02787654321", NULL);
	run(s, "insurer.change", "insurer", "Parts house", "name", "Safe insurance", NULL);
	assert_string_equal(ask_text(s, "SELECT name FROM party WHERE kind = 'insurer'"), "Safe insurance");
	checks_silent(s);
}

static void who_may_not_is_told_so(void **state)
{
	struct test_shop *s = *state;

	hire(s, "zhao", "parts");
	acts(s, "zhao");
	assert_says(refuse(s, "customer.add", "name", "a", "phone", "13800138000", NULL),
		    "zhao may not do this (customer.add)");
	assert_int_equal(s->err.code, ERR_DENIED);
}

static void a_fault_leaves_no_half_customer(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	survives_faults(s, "customer.change", "customer", "13800138000", "name", "王小强", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM party"), 1);
}

int main(void)
{
#define T(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)
	const struct CMUnitTest tests[] = {
		T(a_customer_is_written_down_with_all_that_is_given),
		T(a_customer_needs_a_name_and_a_phone),
		T(a_phone_that_is_known_names_its_owner),
		T(a_phone_is_digits),
		T(names_that_cannot_be_stored_are_refused),
		T(a_name_of_signs_or_of_rare_letters_is_kept),
		T(a_credit_limit_needs_days_on_account),
		T(a_birthday_lies_in_the_past),
		T(what_is_left_out_of_a_change_stays),
		T(a_change_to_anothers_phone_is_refused),
		T(who_saves_second_is_told_who_was_first),
		T(the_same_request_makes_one_customer),
		T(a_supplier_or_insurer_has_a_name_of_its_own),
		T(who_may_not_is_told_so),
		T(a_fault_leaves_no_half_customer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
