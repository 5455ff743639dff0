/* test_keys.c - how many keys the common things take from the home screen, counted as a clerk presses them. A letter, a
 * digit, a Chinese character and a function key are one each; a scan is one. */
#include "tests/screens/seat.h"

#include <stdio.h>
#include <string.h>

static const char *const goods[] = {
	"setting.set name=plate.prefix value=鄂A",
	"part.add code=P1 name=机油滤清器 price=38 barcode=6901234567892",
	"part.add code=P2 name=全合成机油 unit=L price=88",
	"part.add code=P3 name=空气滤清器 price=60",
	"part.add code=P4 name=雨刮片 price=45",
	"stock.open part=P1 qty=10 cost=16",
	"stock.open part=P2 qty=40 cost=40",
	"stock.open part=P3 qty=10 cost=25",
	"stock.open part=P4 qty=10 cost=15",
	"labour.add code=BY01 name=小保养 hours=0.5 price=120",
	"user.add user=chen name=陈军 role=technician pin=1234 technician=yes",
	"till.open till=T1 float=500",
};

/* The car 鄂A12345 was here once and paid 120.00 in cash. */
static const char *const visit[] = {
	"job.receive plate=鄂A12345 odometer=45000 name=李雷 phone=13812345678 complaint=小保养",
	"job.labour job='#1' labour=BY01",
	"job.authorise job='#1' by=李雷 how=phone",
	"job.finish job='#1' checker=chen",
	"job.settle job='#1' 'pay=cash:120'",
	"job.handover job='#1' collected_by=李雷",
};

static void do_all(const char *const *line, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		char command[420];

		snprintf(command, sizeof command, "do %s", line[i]);
		shop_do(command);
	}
}

static int begin(void **state)
{
	(void)state;
	shop_anew();
	do_all(goods, sizeof goods / sizeof *goods);
	do_all(visit, sizeof visit / sizeof *visit);
	return 0;
}

static struct pty *clerk(void)
{
	struct pty *p = sit(&(struct seating){ .lang = "zh_CN" });

	assert_true(pty_expect(p, "查找", 0));
	assert_true(pty_idle(p, 0));
	seat_keys();
	return p;
}

/* What was done has taken so many keys at most; counting begins anew. */
static void took(const char *what, int budget)
{
	int keys = seat_keys();

	print_message("%-44s %2d keys, of %d\n", what, keys, budget);
	if (keys > budget)
		fail_msg("%s: %d keys, and %d are given", what, keys, budget);
}

static void find_car(struct pty *p)
{
	type(p, "12345");
	sees(p, "李雷");
}

static void what_a_customer_paid_last_time(void **state)
{
	struct pty *p = clerk();

	(void)state;
	find_car(p);
	press(p, "F11");
	sees(p, "120.00");
	took("what this customer paid last time", 7);
	leave(p);
}

static void known_car_is_received_and_leaves_again(void **state)
{
	struct pty *p = clerk();

	(void)state;
	find_car(p);
	press(p, "F9");
	sees(p, "45000");
	type(p, "45500");
	press(p, "Enter");
	type(p, "xb");
	press(p, "Enter F12");
	sees(p, "WO-");
	took("a known car for a minor service", 16);
	assert_int_equal(shop_says("SELECT t.code = 'minor-service' FROM job j JOIN repair_type t ON t.id = "
				   "j.repair_type_id ORDER BY j.id DESC"),
			 1);

	press(p, "F9");
	sees(p, "估价");
	seat_keys();
	type(p, "jyl");
	press(p, "Enter");
	sees(p, "38.00");
	took("a part by the first letters of its name", 5);
	scan(p, "6901234567892");
	sees(p, "76.00");
	took("a part by its bars", 1);
	type(p, "qhc");
	press(p, "Enter");
	type(p, "kql");
	press(p, "Enter");
	type(p, "yg");
	press(p, "Enter");
	type(p, "xby");
	press(p, "Enter");
	sees(p, "389.00");
	press(p, "F9 F12");
	sees(p, "已委托 389.00");

	seat_keys();
	press(p, "F9");
	type(p, "cj");
	press(p, "Enter F12");
	sees(p, "IS-");
	took("the parts of the job are issued", 8);
	press(p, "F9");
	type(p, "cj");
	press(p, "Enter F12");
	seat_keys();
	press(p, "F9 Down Enter");
	sees(p, "ST-");
	took("settled and paid by WeChat", 9);
	assert_int_equal(shop_says("SELECT amount FROM payment WHERE method_id = 2"), 38900);
	press(p, "F9 F12");
	sees(p, "GP-");
	took("handed over straight after payment", 2);
	leave(p);
}

static void new_car_is_received(void **state)
{
	struct pty *p = clerk();

	(void)state;
	type(p, "B66T88");
	press(p, "F9");
	press(p, "Enter");
	type(p, "8800");
	press(p, "Enter");
	type(p, "王芳");
	press(p, "Enter");
	type(p, "13900001111");
	press(p, "Enter");
	type(p, "xb");
	press(p, "Enter F12");
	sees(p, "WO-");
	took("a new car", 40);
	leave(p);
}

/* Another day's car waits at the gate, paid. */
static void car_is_handed_over_from_the_home_screen(void **state)
{
	static const char *const paid[] = {
		"job.receive plate=鄂A90001 odometer=100 name=韩梅 phone=13812340000 complaint=小保养",
		"job.labour job='#4' labour=BY01",
		"job.authorise job='#4' by=韩梅 how=phone",
		"job.finish job='#4' checker=chen",
		"job.settle job='#4' 'pay=cash:120'",
	};
	struct pty *p;

	(void)state;
	do_all(paid, sizeof paid / sizeof *paid);
	p = clerk();
	type(p, "90001");
	sees(p, "韩梅");
	press(p, "F9");
	sees(p, "交车");
	press(p, "F12");
	sees(p, "GP-");
	took("a car handed over", 8);
	leave(p);
}

/* Work that waits for its parts, then for its money; both are begun at the home screen. */
static void parts_and_money_from_the_home_screen(void **state)
{
	static const char *const agreed[] = {
		"job.receive plate=鄂A80008 odometer=100 name=周杰 phone=13812340008 complaint=小保养",
		"job.labour job='#5' labour=BY01 technician=chen",
		"job.part job='#5' part=P1",
		"job.part job='#5' part=P2 qty=4",
		"job.part job='#5' part=P3",
		"job.part job='#5' part=P4",
		"job.authorise job='#5' by=周杰 how=phone",
	};
	struct pty *p;

	(void)state;
	do_all(agreed, sizeof agreed / sizeof *agreed);
	p = clerk();
	type(p, "80008");
	sees(p, "周杰");
	press(p, "F9");
	sees(p, "领料");
	press(p, "F12");
	sees(p, "IS-");
	took("four parts issued, from home", 8);
	assert_int_equal(
	    shop_says(
		"SELECT count(*) FROM job_line WHERE kind = 'part' AND issued_qty = qty AND job_id = 5"),
	    4);
	shop_do("do job.finish job='#5' checker=chen");
	go_home(p);
	seat_keys();
	type(p, "80008");
	sees(p, "周杰");
	press(p, "F9 Down Enter");
	sees(p, "ST-");
	took("settled and paid by WeChat, from home", 9);
	leave(p);
}

static void till_is_closed_with_four_totals(void **state)
{
	struct pty *p = clerk();

	(void)state;
	press(p, "F10");
	type(p, "66");
	sees(p, "现金");
	type(p, "740");
	press(p, "Tab");
	type(p, "1004");
	press(p, "Tab");
	type(p, "0");
	press(p, "Tab");
	type(p, "0");
	press(p, "F12");
	sees(p, "TZ-");
	took("a till closed with four totals", 32);
	leave(p);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_customer_paid_last_time),
		cmocka_unit_test(known_car_is_received_and_leaves_again),
		cmocka_unit_test(new_car_is_received),
		cmocka_unit_test(car_is_handed_over_from_the_home_screen),
		cmocka_unit_test(parts_and_money_from_the_home_screen),
		cmocka_unit_test(till_is_closed_with_four_totals),
	};

	return cmocka_run_group_tests(tests, begin, shop_drop);
}
