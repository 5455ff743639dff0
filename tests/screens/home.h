/* home.h - a desk at the home screen of the program's own screens, and a car in the workshop. */
#ifndef WORKBAY_TEST_HOME_H
#define WORKBAY_TEST_HOME_H

#include "tests/ui/desk.h"

/* The setup of a test: an empty shop, its menus, the home screen. */
int at_home(void **state);

/* Goods, labour and a car with an open work order. */
void car_in_work(struct desk *d);
/* The same with labour for 120.00 done, and a till that is open. */
void car_is_finished(struct desk *d);
/* Opens a till on its screen and goes home. */
void till_is_opened(struct desk *d);

#endif
