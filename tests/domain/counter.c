/* counter.c - a shop with goods, people, an open till, and work orders that are ready to be settled. */
#include "tests/domain/counter.h"

struct test_shop *counter_new(void)
{
	struct test_shop *s = test_shop_new();

	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	run(s, "customer.add", "name", "江汉物流", "phone", "02788880000", "terms", "30", "limit", "1000",
	    NULL);
	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "model", "Polo", NULL);
	run(s, "vehicle.add", "plate", "鄂A88888", "customer", "江汉物流", "model", "Transit", NULL);
	run(s, "part.add", "code", "OF-1", "name", "机油滤清器", "price", "45", NULL);
	run(s, "part.add", "code", "OIL", "name", "机油", "price", "80", "unit", "L", NULL);
	run(s, "labour.add", "code", "MS", "name", "小保养", "hours", "1", "price", "200", NULL);
	run(s, "stock.open", "part", "OF-1", "qty", "10", "cost", "20", NULL);
	run(s, "stock.open", "part", "OIL", "qty", "20", "cost", "40", NULL);
	run(s, "till.open", "till", "T1", "float", "200", NULL);
	return s;
}

int counter_begin(void **state)
{
	*state = counter_new();
	return 0;
}

const char *open_job(struct test_shop *s, const char *plate)
{
	wait_seconds(s, 60);
	return by_id(s, run(s, "job.receive", "plate", plate, "odometer", "50010", "repair_type",
			    "minor-service", "again", "yes", NULL)
			    ->id);
}

static void finish(struct test_shop *s, const char *job)
{
	run(s, "job.authorise", "job", job, "by", "somebody", "how", "phone", NULL);
	if (ask(s, "SELECT count(*) FROM job_line WHERE job_id = %s AND kind = 'part'", job + 1))
		run(s, "stock.issue", "job", job, "picker", "boss", NULL);
	run(s, "job.finish", "job", job, NULL);
}

const char *finished_job(struct test_shop *s, const char *plate)
{
	const char *job = open_job(s, plate);

	run(s, "job.labour", "job", job, "labour", "MS", NULL);
	run(s, "job.part", "job", job, "part", "OF-1", "qty", "1", NULL);
	run(s, "job.part", "job", job, "part", "OIL", "qty", "3.5", NULL);
	finish(s, job);
	return job;
}

const char *finished_labour(struct test_shop *s, const char *plate, const char *price)
{
	const char *job = open_job(s, plate);

	run(s, "job.labour", "job", job, "text", "Work", "price", price, NULL);
	finish(s, job);
	return job;
}

int64_t party_account(struct test_shop *s, const char *party, const char *kind)
{
	return ask(
	    s,
	    "SELECT coalesce(sum(b.amount), 0) FROM party_balance b JOIN account a ON a.id = b.account_id "
	    "JOIN party p ON p.id = b.party_id WHERE a.kind = '%s' AND p.name = '%s'",
	    kind, party);
}

int64_t open_bills(struct test_shop *s)
{
	return ask(s, "SELECT coalesce(sum(amount), 0) FROM bill_open");
}

int64_t till_cash(struct test_shop *s)
{
	return ask(s, "SELECT sum(amount) FROM entry_line WHERE account_id = 1 AND shift_id IS NOT NULL");
}

const char *two_filters(struct test_shop *s)
{
	return by_id(s, run(s, "sale.post", "lines.0.part", "OF-1", "lines.0.qty", "2", "pay.0.method",
			    "cash", "pay.0.amount", "90", NULL)
			    ->document);
}
