/* supply.c - a shop that buys, and what its goods come for. */
#include "tests/domain/supply.h"

int supply_begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "part.add", "code", "OIL", "name", "机油", "price", "60", "min", "10", "max", "30", NULL);
	run(s, "part.add", "code", "PAD", "name", "Brake pad", "price", "300", NULL);
	run(s, "supplier.add", "name", "Bosch", "terms", "30", NULL);
	run(s, "supplier.add", "name", "Shell", NULL);
	run(s, "till.open", "till", "T1", "float", "1000", NULL);
	*state = s;
	return 0;
}

int64_t owed_to(struct test_shop *s, const char *supplier)
{
	return ask(s,
		   "SELECT coalesce(sum(o.amount), 0) FROM payable_open o JOIN party p ON p.id = o.party_id "
		   "WHERE p.name = '%s'",
		   supplier);
}

const char *ten_come(struct test_shop *s, const char *no)
{
	return arena_strdup(s->arena,
			    run(s, "purchase.receive", "supplier", "Bosch", "original_no", no, "lines.0.part",
				"OIL", "lines.0.qty", "10", "lines.0.cost", "30", NULL)
				->number);
}

const char *car_comes(struct test_shop *s, const char *plate)
{
	return by_id(s, run(s, "job.receive", "plate", plate, "name", "王伟", "phone", "13900001111",
			    "odometer", "1000", "complaint", "x", "same_phone", "yes", NULL)
			    ->id);
}

void goods_go(struct test_shop *s, const char *job, const char *part, const char *qty)
{
	run(s, "stock.issue", "job", job, "picker", "boss", "lines.0.part", part, "lines.0.qty", qty, NULL);
}

void take_back(struct test_shop *s, const char *number)
{
	run(s, "reverse", "document", number, "reason", "wrong", NULL);
}

const char *stays_because(struct test_shop *s, const char *number)
{
	return refuse(s, "reverse", "document", number, "reason", "wrong", NULL);
}
