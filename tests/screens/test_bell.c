/* test_bell.c - what has come rings at the terminals of those who wait for it, and stands on the board. */
#include "tests/screens/seat.h"

#include <stdio.h>
#include <string.h>

static bool rung(struct pty *p)
{
	size_t n;
	const char *raw = pty_raw(p, &n);

	return memchr(raw, '\a', n) != NULL;
}

static void what_has_come_rings_where_it_is_waited_for(void **state)
{
	struct pty *p, *other;
	char line[200], job[40];

	(void)state;
	shop_do("do job.receive plate=鄂A77777 name=王伟 phone=13911112222 odometer=1000 complaint=刹车响 "
		"advisor=wang 2>&1");
	snprintf(job, sizeof job, "%s", shop_text("SELECT number FROM job ORDER BY id DESC LIMIT 1"));
	shop_do("do part.add code=BELL-1 name=Gasket price=90 2>&1");
	snprintf(line, sizeof line, "do order.request job=%s line=BELL-1:2: 2>&1", job);
	shop_do(line);
	snprintf(line, sizeof line, "do job.wait job=%s reason=parts 2>&1", job);
	shop_do(line);
	p = sit(&(struct seating){ .user = "wang" });
	other = sit(&(struct seating){ .user = "li" });
	assert_true(pty_expect(p, "PIN", 0) && pty_expect(other, "PIN", 0));
	pty_type(p, "1234");
	pty_key(p, "Enter");
	pty_type(other, "1234");
	pty_key(other, "Enter");
	assert_true(pty_expect(p, "Search:", 0) && pty_expect(other, "Search:", 0));
	pty_keys(p, "F10");
	pty_type(p, "board");
	pty_key(p, "Enter");
	assert_true(pty_expect(p, "Waits: parts", 0));
	shop_do("do purchase.receive supplier=武汉恒通汽配有限公司 original_no=BELL line=BELL-1:2:40 2>&1");
	assert_true(pty_expect(p, "It has come: 鄂A77777 Gasket", 0));
	assert_true(pty_expect(p, "Parts here", 0));
	assert_true(rung(p));
	assert_true(pty_idle(other, 0));
	assert_false(rung(other));
	leave(other);
	leave(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_has_come_rings_where_it_is_waited_for),
	};

	return cmocka_run_group_tests(tests, shop_make, shop_drop);
}
