/* car.c - a shop with one known car, and a work order for it. */
#include "tests/domain/car.h"

int car_begin(void **state)
{
	struct test_shop *s = test_shop_new();

	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	run(s, "vehicle.add", "plate", "鄂A12345", "customer", "王强", "model", "Polo", "odometer", "50000",
	    NULL);
	run(s, "part.add", "code", "OF-1", "name", "机油滤清器", "price", "45", NULL);
	run(s, "part.add", "code", "OIL", "name", "机油", "price", "80", "unit", "L", NULL);
	run(s, "labour.add", "code", "MS", "name", "小保养", "hours", "1", "price", "200", NULL);
	run(s, "stock.open", "part", "OF-1", "warehouse", "MAIN", "qty", "10", "cost", "20", NULL);
	run(s, "stock.open", "part", "OIL", "warehouse", "MAIN", "qty", "20", "cost", "40", NULL);
	*state = s;
	return 0;
}

const char *car_receive(struct test_shop *s)
{
	wait_seconds(s, 60);
	return by_id(s, run(s, "job.receive", "plate", "鄂A12345", "odometer", "50010", "repair_type",
			    "minor-service", NULL)
			    ->id);
}
