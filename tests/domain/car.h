/* car.h - a shop with one known car, and a work order for it. */
#ifndef WORKBAY_TEST_CAR_H
#define WORKBAY_TEST_CAR_H

#include "tests/domain/fault.h"

/* The setup of a test: customer 王强 with the Polo 鄂A12345 at 50,000 km; parts OF-1 (45.00, cost 20.00, 10 on hand) and
 * OIL (80.00 a litre, cost 40.00, 20 on hand); labour MS (200.00). No till is open. */
int car_begin(void **state);

/* A work order for the car a minute later, as "#id". */
const char *car_receive(struct test_shop *s);

#endif
