/* test_thin_day.c - one car's day by the keyboard alone, in two languages, with the same figures at its end.
 */
#include "tests/screens/seat.h"

#include <stdio.h>

static bool has_code(struct pty *p, void *arg)
{
	return pty_find(p, arg, NULL) == 0;
}

static void open_screen(struct pty *p, const char *code, const char *title)
{
	press(p, "^X");
	pty_type(p, code);
	assert_true(pty_until(p, has_code, (void *)(uintptr_t)title, 0));
	assert_true(pty_idle(p, 0));
}

/* What the screens are called where the day looks for them. */
struct words {
	const char *lang, *till, *reception, *estimate, *issue, *finish, *settle, *handover;
};

static void day(const struct words *w)
{
	struct pty *p = sit(&(struct seating){ .lang = w->lang });

	open_screen(p, "65", w->till);
	type(p, "500");
	press(p, "F12");
	until(p, "SELECT count(*) FROM till_shift", 1);

	open_screen(p, "11", w->reception);
	pty_type(p, "鄂A12345");
	for (int i = 0; i < 4; i++)
		press(p, "Tab");
	type(p, "52000");
	press(p, "F12");
	pty_type(p, "王小明");
	press(p, "Tab");
	type(p, "13812345678");
	press(p, "Enter");
	press(p, "Enter");
	pty_type(p, "保养");
	press(p, "F12");
	until(p, "SELECT count(*) FROM job", 1);
	press(p, "F9");
	assert_true(pty_until(p, has_code, (void *)(uintptr_t)w->estimate, 0));

	type(p, "by01");
	press(p, "Enter");
	until(p, "SELECT count(*) FROM job_line", 1);
	type(p, "4*jy01");
	press(p, "Enter");
	until(p, "SELECT count(*) FROM job_line", 2);
	press(p, "F9");
	press(p, "F12");
	until(p, "SELECT authorised FROM job", 41200);
	press(p, "F9");
	assert_true(pty_until(p, has_code, (void *)(uintptr_t)w->issue, 0));
	press(p, "^U");
	type(p, "boss");
	press(p, "Enter");
	press(p, "F12");
	until(p, "SELECT count(*) FROM issue_slip", 1);
	press(p, "F9");
	assert_true(pty_until(p, has_code, (void *)(uintptr_t)w->finish, 0));
	press(p, "F12");
	until(p, "SELECT count(*) FROM job WHERE state = 'finished'", 1);
	press(p, "F9");
	assert_true(pty_until(p, has_code, (void *)(uintptr_t)w->settle, 0));
	press(p, "Enter");
	until(p, "SELECT count(*) FROM job WHERE state = 'settled'", 1);
	until(p, "SELECT count(*) FROM bill_open", 0);
	press(p, "F9");
	assert_true(pty_until(p, has_code, (void *)(uintptr_t)w->handover, 0));
	press(p, "F12");
	until(p, "SELECT count(*) FROM job WHERE state = 'handed_over'", 1);
	go_home(p);
	leave(p);
}

static void goods(void)
{
	shop_do("do user.add user=boss name=Boss role=admin pin=1234");
	shop_do("do labour.add code=BY01 name=换机油 hours=0.5 price=60");
	shop_do("do part.add code=JY01 name=机油 price=88");
	shop_do("do stock.open part=JY01 warehouse=MAIN qty=20 cost=45");
}

static void figures(char *ret, size_t n)
{
	snprintf(
	    ret, n, "%s",
	    shop_text(
		"SELECT group_concat(account_id || ':' || a, ' ') FROM (SELECT account_id, sum(amount) AS a "
		"FROM entry_line GROUP BY account_id ORDER BY account_id)"));
}

static void day_ends_with_the_same_figures_in_both_languages(void **state)
{
	static const struct words words[] = {
		{ "en", "| Open a till", "| Reception", "| Estimate", "| Issue parts", "| Finish", "| Settle",
		  "| Hand over" },
		{ "zh_CN", "| 开班", "| 接车", "| 估价", "| 领料", "| 完工", "| 结账", "| 交车" },
	};
	char english[400], chinese[400];

	(void)state;
	shop_anew();
	goods();
	day(&words[0]);
	figures(english, sizeof english);
	shop_anew();
	goods();
	day(&words[1]);
	figures(chinese, sizeof chinese);
	assert_string_equal(english, chinese);
	shop_do("check");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(day_ends_with_the_same_figures_in_both_languages),
	};

	return cmocka_run_group_tests(tests, NULL, shop_drop);
}
