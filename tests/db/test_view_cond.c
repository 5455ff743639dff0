/* test_view_cond.c - conditions as people and scripts write them. */
#include "tests/db/goods.h"

#include "base/date.h"

static struct view_cond parsed(const char *col, const char *op, const char *value, struct arena *a)
{
	const struct view_who who = goods_who();
	struct view_cond c = { 0 };
	struct err e = { 0 };

	if (!view_cond_parse(view_find("goods"), col, op, value, &who, a, &c, &e))
		fail_msg("%s", e.text);
	return c;
}

static void refused(const char *col, const char *op, const char *value)
{
	const struct view_who who = goods_who();
	struct arena *a = arena_new();
	struct view_cond c = { .op = OP_FILLED };
	struct err e = { 0 };

	assert_false(view_cond_parse(view_find("goods"), col, op, value, &who, a, &c, &e));
	assert_int_not_equal(e.code, ERR_NONE);
	assert_int_equal(c.op, OP_FILLED);
	arena_free(a);
}

static void a_plain_text_is_contained_and_stars_say_where(void **state)
{
	struct arena *a = arena_new();

	(void)state;
	assert_int_equal(parsed("name", NULL, "x", a).op, OP_HAS);
	assert_int_equal(parsed("name", NULL, "x*", a).op, OP_PREFIX);
	assert_string_equal(parsed("name", NULL, "x*", a).s, "x");
	assert_int_equal(parsed("name", NULL, "*x*", a).op, OP_HAS);
	assert_string_equal(parsed("name", NULL, "*x*", a).s, "x");
	assert_string_equal(parsed("name", "=", "x*", a).s, "x*");
	assert_int_equal(parsed("name", NULL, "=x", a).op, OP_EQ);
	arena_free(a);
}

static void signs_stand_before_the_value(void **state)
{
	struct arena *a = arena_new();
	struct view_cond c = parsed("price", NULL, ">= 12.50", a);

	(void)state;
	assert_int_equal(c.op, OP_GE);
	assert_int_equal(c.from, 1250);
	c = parsed("price", NULL, "100..200", a);
	assert_int_equal(c.op, OP_RANGE);
	assert_int_equal(c.from, 10000);
	assert_int_equal(c.to, 20000);
	c = parsed("price", "..", "100..", a);
	assert_int_equal(c.to, DATE_NONE);
	assert_int_equal(parsed("note", NULL, "=", a).op, OP_EMPTY);
	assert_int_equal(parsed("note", NULL, "<>", a).op, OP_FILLED);
	assert_int_equal(parsed("price", NULL, "<>3", a).op, OP_NE);
	arena_free(a);
}

static void a_month_is_a_range_and_its_ends_compare(void **state)
{
	struct arena *a = arena_new();
	struct view_cond c = parsed("day", NULL, "2024-10", a);

	(void)state;
	assert_int_equal(c.op, OP_RANGE);
	assert_int_equal(c.from, date_make(2024, 10, 1));
	assert_int_equal(c.to, date_make(2024, 10, 31));
	assert_int_equal(parsed("day", ">", "2024-10", a).from, date_make(2024, 10, 31));
	assert_int_equal(parsed("day", "<", "2024-10", a).from, date_make(2024, 10, 1));
	assert_int_equal(parsed("day", NULL, "today", a).op, OP_EQ);
	arena_free(a);
}

static void what_cannot_be_understood_is_refused(void **state)
{
	(void)state;
	refused("price", NULL, "abc");
	refused("price", NULL, "1|2");
	refused("price", "~", "1");
	refused("price", "..", "..");
	refused("price", "..", "5");
	refused("day", NULL, "2024-13-45");
	refused("sold", NULL, "perhaps");
	refused("name", "..", "a..b");
	refused("name", "like", "a");
	refused("nothing", "=", "a");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_plain_text_is_contained_and_stars_say_where),
		cmocka_unit_test(signs_stand_before_the_value),
		cmocka_unit_test(a_month_is_a_range_and_its_ends_compare),
		cmocka_unit_test(what_cannot_be_understood_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
