/* test_core.c - old cores: charged with the part, brought back, sent, credited, to the fen. */
#include "tests/domain/counter.h"

static int begin(void **state)
{
	struct test_shop *s = counter_new();

	run(s, "supplier.add", "name", "武汉再制造", NULL);
	run(s, "part.add", "code", "ALT", "name", "发电机", "price", "600", "core_price", "150", NULL);
	run(s, "stock.open", "part", "ALT", "qty", "10", "cost", "300", NULL);
	*state = s;
	return 0;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, shop_end)

static const char *sold(struct test_shop *s, const char *qty, const char *paid)
{
	return by_id(s, run(s, "sale.post", "customer", "王强", "lines.0.part", "ALT", "lines.0.qty", qty,
			    "pay.0.method", "cash", "pay.0.amount", paid, NULL)
			    ->document);
}

static void a_deposit_is_charged_with_the_part_and_is_no_income(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "sale.post", "lines.0.part", "ALT", "pay.0.method", "cash", "pay.0.amount",
			   "600", NULL),
		    "150.00 would stay open");
	assert_string_equal(proposed(s, "sale.post", "pay.0.amount", "lines.0.part", "ALT", NULL), "750.00");
	sold(s, "2", "1500");
	assert_says(s->answer.text, "Deposit on old cores: 300.00");
	assert_int_equal(party_account(s, "王强", "core_deposits"), -30000);
	assert_int_equal(account(s, "income_goods"), -106195);
	assert_int_equal(account(s, "receivable"), 0);
	assert_int_equal(ask(s, "SELECT count(*) FROM bill_open"), 0);
}

static void a_part_that_comes_back_takes_its_deposit_along(void **state)
{
	struct test_shop *s = *state;
	const char *sale = sold(s, "2", "1500"), *back;

	assert_says(run(s, "sale.return", "sale", sale, "lines.0.part", "ALT", "lines.0.qty", "1", "reason",
			"wrong car", NULL)
			->text,
		    "deposit of 150.00 on the old core ends");
	back = by_id(s, s->answer.document);
	assert_says(s->answer.number, "SR-");
	assert_int_equal(party_account(s, "王强", "core_deposits"), -15000);
	assert_int_equal(account(s, "cash"), 20000 + 150000 - 75000);
	assert_int_equal(
	    ask(s, "SELECT count(*) FROM core_back WHERE unused = 1 AND return_id = %s", back + 1), 1);
	run(s, "reverse", "document", back, "reason", "x", NULL);
	assert_int_equal(party_account(s, "王强", "core_deposits"), -30000);
	assert_int_equal(account(s, "cash"), 20000 + 150000);
	/* the old core of one is here already: its deposit is settled */
	run(s, "core.back", "customer", "王强", "part", "ALT", NULL);
	run(s, "sale.return", "sale", sale, "lines.0.part", "ALT", "lines.0.qty", "2", "reason", "wrong car",
	    NULL);
	assert_int_equal(party_account(s, "王强", "core_deposits"), 0);
	assert_int_equal(account(s, "cash"), 20000);
}

static void a_deposit_that_was_not_paid_comes_off_its_bill(void **state)
{
	struct test_shop *s = *state;
	const char *sale = by_id(
	    s, run(s, "sale.post", "customer", "江汉物流", "lines.0.part", "ALT", "lines.0.qty", "1", NULL)
		   ->document);

	assert_int_equal(open_bills(s), 75000);
	survives_faults(s, "sale.return", "sale", sale, "lines.0.part", "ALT", "lines.0.qty", "1", "reason",
			"x", NULL);
	assert_int_equal(open_bills(s), 0);
	assert_int_equal(account(s, "core_deposits"), 0);
	survives_faults(s, "reverse", "document", by_id(s, s->answer.document), "reason", "x", NULL);
	assert_int_equal(open_bills(s), 75000);
}

static void a_core_that_comes_gives_its_deposit_back(void **state)
{
	struct test_shop *s = *state;

	sold(s, "2", "1500");
	assert_says(refuse(s, "core.back", "customer", "王强", "part", "ALT", "qty", "3", NULL), "Only 2 of");
	assert_says(refuse(s, "core.back", "customer", "江汉物流", "part", "ALT", NULL), "No old core of");
	assert_says(run(s, "core.back", "customer", "王强", "part", "ALT", NULL)->text,
		    "deposit of 150.00 ends, 150.00 are given back");
	assert_int_equal(party_account(s, "王强", "core_deposits"), -15000);
	run(s, "core.back", "customer", "王强", "part", "ALT", "unused", "yes", "method", "wechat", NULL);
	assert_int_equal(account(s, "core_deposits"), 0);
	assert_int_equal(account(s, "wechat"), -15000);
	assert_int_equal(ask(s, "SELECT sum(qty) FROM core_back WHERE unused = 0"), 1000);
	assert_says(refuse(s, "core.back", "customer", "王强", "part", "ALT", NULL), "No old core of");
}

static void a_deposit_that_was_not_paid_is_taken_off(void **state)
{
	struct test_shop *s = *state;

	run(s, "sale.post", "customer", "江汉物流", "lines.0.part", "ALT", NULL);
	assert_int_equal(open_bills(s), 75000);
	assert_says(run(s, "core.back", "customer", "江汉物流", "part", "ALT", NULL)->text,
		    "0.00 are given back");
	assert_int_equal(open_bills(s), 60000);
}

static void who_brings_the_core_at_once_pays_none(void **state)
{
	struct test_shop *s = *state;

	run(s, "sale.post", "cores_here", "yes", "lines.0.part", "ALT", "pay.0.method", "cash",
	    "pay.0.amount", "600", NULL);
	assert_int_equal(account(s, "core_deposits"), 0);
	assert_int_equal(ask(s, "SELECT sum(qty) FROM core_back"), 1000);
}

static void cores_go_to_the_supplier_who_credits_them(void **state)
{
	struct test_shop *s = *state;
	const char *sent;

	sold(s, "3", "2250");
	assert_says(
	    refuse(s, "core.send", "supplier", "武汉再制造", "lines.0.part", "ALT", "lines.0.qty", "1", NULL),
	    "is not in the list: Old cores in the bin");
	run(s, "core.back", "customer", "王强", "part", "ALT", "qty", "3", NULL);
	assert_says(refuse(s, "core.send", "supplier", "武汉再制造", "lines.0.part", "ALT", "lines.0.qty",
			   "2", "lines.1.part", "ALT", "lines.1.qty", "2", NULL),
		    "Only 1 old cores");
	sent = by_id(s, run(s, "core.send", "supplier", "武汉再制造", "lines.0.part", "ALT", "lines.0.qty",
			    "3", "lines.0.credit", "100", NULL)
			    ->document);
	assert_int_equal(party_account(s, "武汉再制造", "cores_due"), 30000);
	run(s, "core.credit", "sent", sent, "amount", "250", NULL);
	assert_int_equal(account(s, "cores_due"), 0);
	assert_int_equal(party_account(s, "武汉再制造", "payable"), 25000);
	assert_int_equal(account(s, "price_variance"), -25000);
	assert_says(refuse(s, "core.credit", "sent", sent, NULL), "there is no number");
}

static void each_step_is_reversed_while_none_stands_on_it(void **state)
{
	struct test_shop *s = *state;
	const char *sale = sold(s, "1", "750"), *back, *sent, *credit;

	back = by_id(s, run(s, "core.back", "customer", "王强", "part", "ALT", NULL)->document);
	sent = by_id(
	    s, run(s, "core.send", "supplier", "武汉再制造", "lines.0.part", "ALT", "lines.0.qty", "1", NULL)
		   ->document);
	credit = by_id(s, run(s, "core.credit", "sent", sent, NULL)->document);
	assert_says(refuse(s, "reverse", "document", sale, "reason", "wrong", NULL), "came back with KB-");
	assert_says(refuse(s, "reverse", "document", back, "reason", "wrong", NULL),
		    "were sent to a supplier");
	assert_says(refuse(s, "reverse", "document", sent, "reason", "wrong", NULL), "is credited with KC-");
	run(s, "reverse", "document", credit, "reason", "wrong", NULL);
	run(s, "reverse", "document", sent, "reason", "wrong", NULL);
	run(s, "reverse", "document", back, "reason", "wrong", NULL);
	checks_silent(s);
	run(s, "reverse", "document", sale, "reason", "wrong", NULL);
	assert_int_equal(account(s, "core_deposits"), 0);
	assert_int_equal(account(s, "cash"), 20000);
	assert_int_equal(open_bills(s), 0);
}

static const char *job_with_core(struct test_shop *s)
{
	const char *job = open_job(s, "鄂A12345");

	run(s, "job.part", "job", job, "part", "ALT", "qty", "1", NULL);
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	run(s, "job.finish", "job", job, "checker", "boss", NULL);
	return job;
}

static void a_work_order_charges_its_core_once(void **state)
{
	struct test_shop *s = *state;
	const char *job = job_with_core(s);

	assert_string_equal(proposed(s, "job.settle", "pay.0.amount", "job", job, NULL), "750.00");
	run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "750", NULL);
	assert_int_equal(party_account(s, "王强", "core_deposits"), -15000);
	run(s, "job.reopen", "job", job, "reason", "forgot the wash", NULL);
	checks_silent(s);
	run(s, "job.settle", "job", job, NULL);
	assert_int_equal(party_account(s, "王强", "core_deposits"), -15000);
	assert_int_equal(open_bills(s), 0);
	run(s, "core.back", "customer", "王强", "part", "ALT", NULL);
	assert_int_equal(account(s, "core_deposits"), 0);
}

static void a_deposit_left_open_is_paid_with_its_work_order(void **state)
{
	struct test_shop *s = *state;
	const char *job = job_with_core(s);

	run(s, "job.settle", "job", job, NULL);
	assert_int_equal(open_bills(s), 75000);
	run(s, "payment.take", "job", job, "method", "cash", "amount", "750", NULL);
	assert_int_equal(open_bills(s), 0);
}

static void cores_survive_faults(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "sale.post", "customer", "王强", "lines.0.part", "ALT", "pay.0.method", "cash",
			"pay.0.amount", "750", NULL);
	survives_faults(s, "core.back", "customer", "王强", "part", "ALT", NULL);
	survives_faults(s, "core.send", "supplier", "武汉再制造", "lines.0.part", "ALT", "lines.0.qty", "1",
			NULL);
	survives_faults(s, "core.credit", "sent",
			by_id(s, ask(s, "SELECT id FROM document WHERE kind_id = 83 ORDER BY id DESC")),
			"amount", "100", NULL);
}

/* What the customer brings is enough for his share and the deposit; the insurer pays later. */
static void a_deposit_is_paid_before_what_an_insurer_owes(void **state)
{
	struct test_shop *s = *state;
	const char *job = open_job(s, "鄂A12345");

	run(s, "insurer.add", "name", "平安保险", "terms", "60", NULL);
	run(s, "job.part", "job", job, "part", "ALT", NULL);
	run(s, "job.fee", "job", job, "text", "拖车", "price", "200", "payer", "平安保险", NULL);
	run(s, "job.authorise", "job", job, "by", "王强", "how", "phone", NULL);
	run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	run(s, "job.finish", "job", job, NULL);
	run(s, "job.settle", "job", job, "pay.0.method", "cash", "pay.0.amount", "750", NULL);
	assert_int_equal(open_bills(s), 20000);
	assert_int_equal(party_account(s, "平安保险", "receivable"), 20000);
	assert_int_equal(party_account(s, "王强", "core_deposits"), -15000);
	checks_silent(s);
}

/* What came in while the two were one stays with the one; the rest is owed by the other again. */
static void what_is_owed_goes_over_and_back_with_its_customer(void **state)
{
	struct test_shop *s = *state;
	const char *merge, *back;

	sold(s, "3", "2250");
	merge = by_id(s, run(s, "customer.merge", "customer", "王强", "into", "江汉物流", NULL)->id);
	checks_silent(s);
	run(s, "core.back", "customer", "江汉物流", "part", "ALT", "qty", "2", NULL);
	back = by_id(s, run(s, "core.back", "customer", "江汉物流", "part", "ALT", NULL)->document);
	assert_int_equal(account(s, "core_deposits"), 0);
	run(s, "reverse", "document", back, "reason", "x", NULL);
	checks_silent(s);
	run(s, "merge.undo", "merge", merge, NULL);
	assert_int_equal(party_account(s, "王强", "core_deposits"), -15000);
	assert_int_equal(party_account(s, "江汉物流", "core_deposits"), 0);
	checks_silent(s);
	assert_says(refuse(s, "core.back", "customer", "江汉物流", "part", "ALT", NULL), "No old core of");
	run(s, "core.back", "customer", "王强", "part", "ALT", NULL);
	checks_silent(s);
}

static void what_is_due_goes_over_and_back_with_its_supplier(void **state)
{
	struct test_shop *s = *state;
	const char *merge, *first;

	run(s, "supplier.add", "name", "再制造", NULL);
	sold(s, "2", "1500");
	run(s, "core.back", "customer", "王强", "part", "ALT", "qty", "2", NULL);
	first = by_id(
	    s, run(s, "core.send", "supplier", "再制造", "lines.0.part", "ALT", "lines.0.qty", "1", NULL)
		   ->document);
	run(s, "core.send", "supplier", "再制造", "lines.0.part", "ALT", "lines.0.qty", "1", NULL);
	merge = by_id(s, run(s, "customer.merge", "customer", "再制造", "into", "武汉再制造", NULL)->id);
	checks_silent(s);
	assert_int_equal(party_account(s, "武汉再制造", "cores_due"), 30000);
	run(s, "core.credit", "sent", first, NULL);
	run(s, "merge.undo", "merge", merge, NULL);
	assert_int_equal(party_account(s, "武汉再制造", "cores_due"), 0);
	assert_int_equal(party_account(s, "再制造", "cores_due"), 15000);
	checks_silent(s);
}

/* A settlement that kept the old core takes it out of the bin when the work order is reopened. */
static void the_bin_follows_a_work_order_that_is_reopened(void **state)
{
	struct test_shop *s = *state;
	const char *job = job_with_core(s);

	run(s, "job.settle", "job", job, "cores_here", "yes", NULL);
	assert_int_equal(ask(s, "SELECT qty FROM core_bin"), 1000);
	run(s, "job.reopen", "job", job, "reason", "x", NULL);
	assert_int_equal(ask(s, "SELECT qty FROM core_bin"), 0);
	checks_silent(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_deposit_is_charged_with_the_part_and_is_no_income),
		TEST(a_part_that_comes_back_takes_its_deposit_along),
		TEST(a_deposit_that_was_not_paid_comes_off_its_bill),
		TEST(a_core_that_comes_gives_its_deposit_back),
		TEST(a_deposit_that_was_not_paid_is_taken_off),
		TEST(who_brings_the_core_at_once_pays_none),
		TEST(cores_go_to_the_supplier_who_credits_them),
		TEST(each_step_is_reversed_while_none_stands_on_it),
		TEST(a_work_order_charges_its_core_once),
		TEST(a_deposit_left_open_is_paid_with_its_work_order),
		TEST(cores_survive_faults),
		TEST(a_deposit_is_paid_before_what_an_insurer_owes),
		TEST(what_is_owed_goes_over_and_back_with_its_customer),
		TEST(what_is_due_goes_over_and_back_with_its_supplier),
		TEST(the_bin_follows_a_work_order_that_is_reopened),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
