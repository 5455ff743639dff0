/* test_faults.c - commands that no story of another test meets with failing statements: each leaves the shop as it was. */
#include "tests/domain/supply.h"

#define TEST(name) cmocka_unit_test_setup_teardown(name, supply_begin, shop_end)

static void what_is_wanted_and_ordered(void **state)
{
	struct test_shop *s = *state;
	const char *job = car_comes(s, "鄂A12345");

	run(s, "job.part", "job", job, "part", "OIL", "qty", "4", NULL);
	survives_faults(s, "order.request", "job", job, "urgent", "yes", "lines.0.part", "PAD", "lines.0.qty",
			"1", NULL);
	survives_faults(s, "purchase.short", "job", job, NULL);
	survives_faults(s, "purchase.plan", "from", "hand", "lines.0.part", "PAD", "lines.0.qty", "2", NULL);
	survives_faults(s, "purchase.order", "supplier", "Bosch", "promised", "2026-11-25", "lines.0.part",
			"OIL", "lines.0.qty", "20", "lines.0.cost", "30", NULL);
	survives_faults(s, "purchase.order_send", "order", "PO-261121-0001", NULL);
	survives_faults(s, "purchase.order_cancel", "order", "PO-261121-0001", "reason", "comes too late",
			NULL);
}

static void goods_that_are_counted_and_kept(void **state)
{
	struct test_shop *s = *state;

	ten_come(s, "A1");
	survives_faults(s, "stocktake.open", "scope", "all", "blind", "yes", NULL);
	survives_faults(s, "stocktake.drop", "stocktake", "#1", NULL);
	survives_faults(s, "warehouse.add", "code", "VAN1", "name", "Van", "kind", "van", NULL);
	survives_faults(s, "part.add", "code", "BELT", "name", "皮带", "unit", "根", "price", "120", NULL);
	survives_faults(s, "part.level", "part", "BELT", "level", "B", "price", "110", NULL);
}

static void ways_to_pay_cards_and_expenses(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "method.add", "code", "MEITUAN", "title", "美团", "till", "no", "channel", "yes",
			NULL);
	survives_faults(s, "method.change", "method", "MEITUAN", "needs_number", "yes", NULL);
	survives_faults(s, "card_level.add", "code", "STAFF", "name", "员工卡", "labour_discount", "5", NULL);
	run(s, "customer.add", "name", "王强", "phone", "13900139000", NULL);
	survives_faults(s, "card.issue", "customer", "王强", "level", "STAFF", "number", "M1", NULL);
	survives_faults(s, "card.change", "card", "M1", "valid", "2027-11-21", NULL);
	survives_faults(s, "expense.plan", "category", "RENT", "payee", "房东", "amount", "8000", "method",
			"bank", "due_day", "5", NULL);
	survives_faults(s, "expense.plan_change", "plan", "#1", "amount", "8200", NULL);
	survives_faults(s, "till.add", "code", "T9", "name", "Yard", NULL);
	survives_faults(s, "setting.set", "name", "settle.round_to", "value", "10", NULL);
}

static void what_is_taken_back(void **state)
{
	struct test_shop *s = *state;
	const char *receipt = ten_come(s, "A1");

	run(s, "customer.add", "name", "王强", "phone", "13900139000", NULL);
	run(s, "customer.change", "customer", "王强", "note", "chess", NULL);
	survives_faults(s, "undo", "seq", ask_text(s, "SELECT max(seq) FROM journal"), NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM party WHERE note = 'chess'"), 0);
	hire(s, "zhou", "accountant");
	acts(s, "zhou"); /* nobody reviews his own document */
	run(s, "review.pass", "document", receipt, NULL);
	acts(s, "boss");
	survives_faults(s, "review.undo", "document", receipt, "reason", "the price is wrong", NULL);
	take_back(s, receipt);
	assert_int_equal(owed_to(s, "Bosch"), 0);
}

static void people_and_what_they_work_with(void **state)
{
	struct test_shop *s = *state;

	survives_faults(s, "user.add", "user", "lin", "name", "林工", "role", "technician", "pin", "4321",
			"technician", "yes", NULL);
	survives_faults(s, "team.add", "code", "BODY", "name", "钣金", NULL);
	survives_faults(s, "team.member", "person", "lin", "team", "BODY", NULL);
	survives_faults(s, "tool.add", "code", "SCAN1", "name", "诊断仪", NULL);
	survives_faults(s, "tool.lend", "tool", "SCAN1", "person", "lin", NULL);
	survives_faults(s, "tool.back", "tool", "SCAN1", NULL);
	survives_faults(s, "insurer.add", "name", "平安保险", "phone", "95511", "terms", "30", NULL);
	survives_faults(s, "agent.add", "insurer", "平安保险", "name", "Zhao", "rate", "3", NULL);
	survives_faults(s, "repair_mode.add", "code", "FLEET", "title", "车队", "labour", "90", NULL);
	survives_faults(s, "labour.add", "code", "BR", "name", "更换刹车片", "hours", "1.2", "price", "180",
			NULL);
	survives_faults(s, "package.add", "code", "SVC", "name", "小保养", NULL);
	survives_faults(s, "package.line", "package", "SVC", "labour", "BR", NULL);
	survives_faults(s, "note.write", "text", "the lift is out of order", NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_wanted_and_ordered),     TEST(goods_that_are_counted_and_kept),
		TEST(ways_to_pay_cards_and_expenses), TEST(what_is_taken_back),
		TEST(people_and_what_they_work_with),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
