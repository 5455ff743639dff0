/* test_package.c - templates of work: one code, the parts that fit the car, remembered by model. */
#include "tests/domain/counter.h"

static int begin(void **state)
{
	struct test_shop *s = counter_new();

	run(s, "package.add", "code", "P-MINOR", "name", "小保养套餐", NULL);
	run(s, "package.line", "package", "P-MINOR", "labour", "MS", NULL);
	run(s, "package.line", "package", "P-MINOR", "part", "OIL", "qty", "4", "price", "75", NULL);
	run(s, "package.line", "package", "P-MINOR", "text", "机油滤芯", NULL);
	run(s, "package.line", "package", "P-MINOR", "text", "废油处理", "price", "5", NULL);
	run(s, "vehicle.change", "vehicle", "鄂A12345", "model", "朗逸", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static const char *received(struct test_shop *s)
{
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "52000", "complaint", "x", NULL);
	return by_id(s, s->answer.id);
}

static const char *filter(struct test_shop *s)
{
	return by_id(s, ask(s, "SELECT id FROM package_line WHERE text = '机油滤芯'"));
}

static void a_missing_part_is_asked_once_and_remembered(void **state)
{
	struct test_shop *s = *state;
	const char *job = received(s), *package = by_id(s, 1);

	assert_says(refuse(s, "job.package", "job", job, "package", "P-MINOR", NULL),
		    "Which “机油滤芯” fits 朗逸 is not known yet");
	assert_string_equal(s->err.field, "fits.part");
	assert_int_equal(ask(s, "SELECT count(*) FROM job_line"), 0);
	assert_string_equal(proposed(s, "job.package", "fits.0.line", "job", job, "package", package, NULL),
			    filter(s));
	assert_says(run(s, "job.package", "job", job, "package", "P-MINOR", "fits.0.line", filter(s),
			"fits.0.part", "OF-1", NULL)
			->text,
		    "4 lines added: 550.00");
	assert_int_equal(ask(s, "SELECT count(*) FROM job_line WHERE package_id = 1"), 4);
	assert_int_equal(ask(s, "SELECT price FROM job_line WHERE kind = 'part' AND qty = 4000"), 7500);
	assert_null(proposed(s, "job.package", "fits.0.line", "job", job, "package", package, NULL));
	run(s, "job.package", "job", job, "package", "小保养套餐", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM job_line"), 8);
}

static void a_part_is_known_by_its_model_beforehand(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "package.fit", "line", by_id(s, 1), "model", "朗逸", "part", "OIL", NULL),
		    "same for every car");
	run(s, "package.fit", "line", filter(s), "model", "朗逸", "part", "OIL", NULL);
	run(s, "package.fit", "line", filter(s), "model", "朗逸", "part", "OF-1", NULL);
	run(s, "job.package", "job", received(s), "package", "P-MINOR", NULL);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM job_line l JOIN part p ON p.id = l.part_id WHERE p.code = 'OF-1'"),
	    1);
}

static void a_package_is_priced_by_the_mode_of_the_work_order(void **state)
{
	struct test_shop *s = *state;
	const char *job = received(s);

	run(s, "job.reprice", "job", job, "repair_mode", "member", NULL);
	run(s, "package.fit", "line", filter(s), "model", "朗逸", "part", "OF-1", NULL);
	run(s, "job.package", "job", job, "package", "P-MINOR", NULL);
	assert_int_equal(ask(s, "SELECT price FROM job_line WHERE kind = 'labour'"), 18000);
}

static void a_package_is_kept_in_the_console(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "package.add", "code", "p-minor", "name", "x", NULL),
		    "a package P-MINOR already");
	run(s, "package.add", "code", "P-X", "name", "空", NULL);
	assert_says(refuse(s, "job.package", "job", received(s), "package", "P-X", NULL), "has no lines yet");
	assert_says(refuse(s, "package.line", "package", "P-X", NULL), "Say what it is");
	assert_says(refuse(s, "package.line", "package", "P-X", "labour", "MS", "part", "OIL", NULL),
		    "not both");
	run(s, "package.drop_line", "line", filter(s), NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM package_line WHERE package_id = 1"), 3);
	run(s, "package.change", "package", "P-X", "active", "no", NULL);
}

/* ---- over the counter ---- */

/* MS 200.00, 4 OIL at 75.00, a fee of 5.00: 505.00 by its lines. */
static void goods_package(struct test_shop *s, const char *price)
{
	run(s, "package.add", "code", "SET", "name", "换油套餐", "package_price", price, NULL);
	run(s, "package.line", "package", "SET", "labour", "MS", NULL);
	run(s, "package.line", "package", "SET", "part", "OIL", "qty", "4", "price", "75", NULL);
	run(s, "package.line", "package", "SET", "text", "废油处理", "price", "5", NULL);
}

/* Two of them for cash: "#id" of the sale. */
static const char *two_sold(struct test_shop *s)
{
	return by_id(s, run(s, "sale.post", "lines.0.package", "SET", "lines.0.qty", "2", "pay.0.method",
			    "cash", "pay.0.amount", "798", NULL)
			    ->document);
}

static void a_package_is_sold_at_its_own_price(void **state)
{
	struct test_shop *s = *state;

	goods_package(s, "399");
	assert_says(run(s, "sale.post", "lines.0.package", "SET", "lines.1.part", "OF-1", "pay.0.method",
			"cash", "pay.0.amount", "444", NULL)
			->text,
		    "sold for 444.00, all paid");
	assert_int_equal(ask(s, "SELECT count(*) FROM sale_line WHERE set_id IS NOT NULL"), 3);
	assert_int_equal(ask(s, "SELECT sum(amount - discount) FROM sale_line WHERE set_id IS NOT NULL"),
			 39900);
	assert_int_equal(ask(s, "SELECT amount FROM sale_set"), 50500);
	/* 399.00 shared as 200 : 300 : 5, before the discount each at its list */
	assert_int_equal(ask(s, "SELECT amount - discount FROM sale_line WHERE labour_id IS NOT NULL"),
			 15802);
	assert_int_equal(ask(s, "SELECT amount - discount FROM sale_line WHERE qty = 4000"), 23703);
	assert_int_equal(account(s, "income_labour"), -17699);
	assert_int_equal(account(s, "income_goods"), -26549 - 3982);
	assert_int_equal(account(s, "cost_of_goods"), 16000 + 2000);
	assert_int_equal(
	    ask(s, "SELECT qty FROM stock_value v JOIN part p ON p.id = v.id WHERE p.code = 'OIL'"), 16000);
	/* what a package asks is no price of the part */
	assert_int_equal(ask(s, "SELECT count(*) FROM part_last_price l JOIN part p ON p.id = l.part_id "
				"WHERE p.code = 'OIL'"),
			 0);
}

static void a_package_comes_back_whole_or_in_pieces(void **state)
{
	struct test_shop *s = *state;
	const char *sale;

	goods_package(s, "399");
	sale = two_sold(s);
	assert_string_equal(proposed(s, "sale.return", "lines.0.qty", "sale", sale, NULL), "2");
	assert_null(proposed(s, "sale.return", "lines.1.part", "sale", sale, NULL));
	assert_says(refuse(s, "sale.return", "sale", sale, "lines.0.package", "SET", "lines.0.qty", "1.5",
			   "reason", "x", NULL),
		    "sold as a whole");
	assert_says(refuse(s, "sale.return", "sale", sale, "lines.0.package", "P-MINOR", "reason", "x", NULL),
		    "Only 0 whole packages can come back");
	assert_says(run(s, "sale.return", "sale", sale, "lines.0.package", "SET", "reason", "x", NULL)->text,
		    "399.00 are given back");
	assert_int_equal(account(s, "income_labour"), -17699);
	/* two litres of the other: half the oil's share */
	assert_says(run(s, "sale.return", "sale", sale, "lines.0.part", "OIL", "lines.0.qty", "2", "reason",
			"x", NULL)
			->text,
		    "118.52 are given back");
	assert_says(refuse(s, "sale.return", "sale", sale, "lines.0.package", "SET", "reason", "x", NULL),
		    "Only 0 whole packages can come back from this sale, not 1");
	assert_string_equal(proposed(s, "sale.return", "lines.0.qty", "sale", sale, NULL), "2");
	for (int line = 1; line <= 3; line++)
		run(s, "sale.return", "sale", sale, "lines.0.line", by_id(s, line) + 1, "lines.0.qty",
		    line == 2 ? "2" : "1", "reason", "x", NULL);
	assert_int_equal(account(s, "income_labour"), 0);
	assert_int_equal(account(s, "income_goods"), 0);
	assert_int_equal(account(s, "income_fees"), 0);
	assert_int_equal(account(s, "discount"), 0);
	assert_int_equal(account(s, "output_tax"), 0);
	assert_int_equal(account(s, "cost_of_goods"), 0);
}

static void the_price_of_a_package_ends_on_its_day(void **state)
{
	struct test_shop *s = *state;

	goods_package(s, "399");
	run(s, "package.change", "package", "SET", "price_until", "2026-11-22", NULL);
	wait_days(s, 1);
	assert_says(run(s, "sale.add", "package", "SET", NULL)->text, "换油套餐: 399.00");
	run(s, "sale.drop", NULL);
	wait_days(s, 1);
	assert_says(run(s, "sale.add", "package", "SET", NULL)->text, "换油套餐: 505.00");
	run(s, "package.change", "package", "SET", "package_price", "450", "price_until", "2026-12-31", NULL);
	run(s, "sale.add", "package", "SET", NULL);
	assert_int_equal(ask(s, "SELECT qty FROM cart_line"), 2000);
	run(s, "package.change", "package", "SET", "package_price", "0", NULL);
	run(s, "sale.head", "customer", "王强", NULL);
	assert_int_equal(ask(s, "SELECT price FROM cart_line"), 50500);
}

static void a_package_is_typed_changed_and_booked(void **state)
{
	struct test_shop *s = *state;

	goods_package(s, "399");
	run(s, "sale.add", "package", "SET", NULL);
	assert_says(refuse(s, "sale.line_qty", "line", "1", "qty", "0.5", NULL), "sold as a whole");
	run(s, "sale.line_qty", "line", "1", "qty", "2", NULL);
	assert_says(refuse(s, "sale.line_price", "line", "1", "price", "0", NULL), "has no price");
	run(s, "sale.line_price", "line", "1", "price", "380", NULL);
	run(s, "sale.line_discount", "line", "1", "discount", "10", NULL);
	run(s, "sale.add", "part", "OF-1", NULL);
	assert_string_equal(proposed(s, "sale.book", "pay.0.amount", NULL), "795.00");
	run(s, "sale.book", "discount", "5", "pay.0.method", "cash", "pay.0.amount", "790", NULL);
	assert_int_equal(ask(s, "SELECT total FROM sale"), 79000);
	assert_int_equal(ask(s, "SELECT amount FROM sale_set"), 101000);
	assert_int_equal(ask(s, "SELECT price FROM sale_set"), 38000);
	assert_int_equal(ask(s, "SELECT list_price FROM sale_set"), 39900);
	assert_says(refuse(s, "sale.post", "lines.0.package", "SET", "lines.0.price", "600", "pay.0.method",
			   "cash", "pay.0.amount", "600", NULL),
		    "Its lines come to 505.00: a package does not cost more than they do");
	assert_says(refuse(s, "sale.post", "lines.0.package", "SET", "lines.0.gift", "x", NULL),
		    "on a line of its own");
}

static void who_may_not_goes_no_lower_than_the_package(void **state)
{
	struct test_shop *s = *state;

	goods_package(s, "399");
	hire(s, "amei", "cashier");
	run(s, "till.close", "till", "T1", "counted", "200", NULL);
	acts(s, "amei");
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	assert_says(refuse(s, "sale.post", "lines.0.package", "SET", "lines.0.price", "300", "pay.0.method",
			   "wechat", "pay.0.amount", "300", NULL),
		    "You may go down from 399.00");
	run(s, "sale.post", "lines.0.package", "SET", "pay.0.method", "wechat", "pay.0.amount", "399", NULL);
	acts(s, "boss");
	assert_int_equal(ask(s, "SELECT count(*) FROM sale"), 1);
}

static void a_part_that_differs_by_model_is_sold_for_a_model(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "sale.add", "package", "P-MINOR", NULL),
		    "“机油滤芯” differs from model to model: name the model");
	assert_string_equal(s->err.field, "model");
	assert_says(refuse(s, "sale.add", "package", "P-MINOR", "model", "朗逸", NULL),
		    "Which “机油滤芯” fits 朗逸 is not known yet");
	run(s, "package.fit", "line", filter(s), "model", "朗逸", "part", "OF-1", NULL);
	run(s, "sale.add", "package", "P-MINOR", "model", "朗逸", NULL);
	run(s, "sale.book", "pay.0.method", "cash", "pay.0.amount", "550", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM sale_line l JOIN part p ON p.id = l.part_id "
				"WHERE p.code = 'OF-1' AND l.amount = 4500"),
			 1);
}

static void a_work_order_takes_the_package_at_its_price(void **state)
{
	struct test_shop *s = *state;
	const char *job = received(s);

	goods_package(s, "399.99");
	assert_says(run(s, "job.package", "job", job, "package", "SET", NULL)->text, "3 lines added: 399.99");
	assert_int_equal(ask(s, "SELECT sum(amount) FROM job_line"), 39999);
	/* another mode leaves what was agreed */
	run(s, "job.reprice", "job", job, "repair_mode", "member", NULL);
	assert_int_equal(ask(s, "SELECT sum(amount) FROM job_line WHERE kind <> 'fee'"), 39999 - 396);
}

static void a_gift_sale_gives_the_package_away(void **state)
{
	struct test_shop *s = *state;

	goods_package(s, "399");
	run(s, "sale.post", "lines.0.package", "SET", "business_type", "gift", "remark", "anniversary", NULL);
	assert_int_equal(ask(s, "SELECT total FROM sale"), 0);
	assert_int_equal(account(s, "cost_of_goods"), 16000);
}

static void faults_leave_no_half_of_a_package(void **state)
{
	struct test_shop *s = *state;
	const char *sale;

	goods_package(s, "399");
	survives_faults(s, "sale.post", "lines.0.package", "SET", "lines.1.part", "OF-1", "discount", "1",
			"pay.0.method", "cash", "pay.0.amount", "443", NULL);
	sale = by_id(s, s->answer.document);
	survives_faults(s, "sale.return", "sale", sale, "lines.0.package", "SET", "reason", "x", NULL);
	survives_faults(s, "reverse", "document", by_id(s, s->answer.document), "reason", "x", NULL);
	survives_faults(s, "reverse", "document", sale, "reason", "x", NULL);
	assert_int_equal(account(s, "income_labour"), 0);
}

static void work_is_sold_without_a_work_order_where_the_shop_does_so(void **state)
{
	struct test_shop *s = *state;

	goods_package(s, "399");
	assert_says(
	    run(s, "sale.post", "lines.0.package", "SET", "pay.0.method", "cash", "pay.0.amount", "399", NULL)
		->text,
	    "Nobody's time is clocked");
	run(s, "setting.set", "name", "sale.work", "value", "no", NULL);
	assert_says(
	    refuse(s, "sale.add", "package", "SET", NULL),
	    "“换油套餐” has work in it (小保养), which is clocked on a work order. Open one (job.receive)");
	assert_says(refuse(s, "sale.post", "lines.0.package", "SET", "pay.0.method", "cash", "pay.0.amount",
			   "399", NULL),
		    "clocked on a work order");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_missing_part_is_asked_once_and_remembered),
		TEST(a_part_is_known_by_its_model_beforehand),
		TEST(a_package_is_priced_by_the_mode_of_the_work_order),
		TEST(a_package_is_kept_in_the_console),
		TEST(a_package_is_sold_at_its_own_price),
		TEST(a_package_comes_back_whole_or_in_pieces),
		TEST(the_price_of_a_package_ends_on_its_day),
		TEST(a_package_is_typed_changed_and_booked),
		TEST(who_may_not_goes_no_lower_than_the_package),
		TEST(a_part_that_differs_by_model_is_sold_for_a_model),
		TEST(a_work_order_takes_the_package_at_its_price),
		TEST(a_gift_sale_gives_the_package_away),
		TEST(faults_leave_no_half_of_a_package),
		TEST(work_is_sold_without_a_work_order_where_the_shop_does_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
