/* home.c - a desk at the home screen, and a car in the workshop. */
#include "tests/screens/home.h"

#include <stdlib.h>

#include "screens/screens.h"

int at_home(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screen_all);
	desk_menus(d, screen_menus);
	desk_go(d, "home", NULL);
	*state = d;
	return 0;
}

void car_in_work(struct desk *d)
{
	desk_do(d, "part.add", "code", "OIL", "name", "Engine oil", "price", "80", NULL);
	desk_do(d, "stock.open", "part", "OIL", "warehouse", "main", "qty", "20", "cost", "45", NULL);
	desk_do(d, "labour.add", "code", "BY01", "name", "Oil change", "hours", "0.5", "price", "120", NULL);
	desk_do(d, "job.receive", "plate", "鄂A12345", "odometer", "52000", "complaint", "Service", "name",
		"Wang Fang", "phone", "13812345678", NULL);
}

void till_is_opened(struct desk *d)
{
	desk_go(d, "till_open", NULL);
	desk_type(d, "500");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM till_shift", 1);
	console_home(d->con);
}

void car_is_finished(struct desk *d)
{
	car_in_work(d);
	desk_do(d, "job.labour", "job", "WO-261121-0001", "labour", "BY01", NULL);
	desk_do(d, "job.authorise", "job", "WO-261121-0001", "by", "Wang Fang", "how", "phone", NULL);
	desk_do(d, "job.finish", "job", "WO-261121-0001", "checker", "admin", NULL);
	desk_do(d, "till.open", "till", "#1", "float", "500", NULL);
}
