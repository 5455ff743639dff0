/* counter.h - a shop with goods, people, an open till, and work orders that are ready to be settled. */
#ifndef WORKBAY_TEST_COUNTER_H
#define WORKBAY_TEST_COUNTER_H

#include "tests/domain/fault.h"

/* Customer 王强 (pays at once) with 鄂A12345, fleet 江汉物流 (30 days, limit 1,000.00) with 鄂A88888; parts
 * OF-1 (45.00, cost 20.00, 10 on hand) and OIL (80.00 a litre, cost 40.00, 20 on hand); labour MS (200.00).
 * Till T1 is open with 200.00 by "boss". */
struct test_shop *counter_new(void);
/* The same as the setup of a test. */
int counter_begin(void **state);

/* A finished work order for the car: MS, one OF-1 and 3.5 OIL, together 525.00 gross, cost 160.00. "#id". */
const char *finished_job(struct test_shop *s, const char *plate);
/* The same with one labour line of that price. */
const char *finished_labour(struct test_shop *s, const char *plate, const char *price);
/* A work order that is still in work. */
const char *open_job(struct test_shop *s, const char *plate);

/* Balance of a party on an account by its kind, in fen. */
int64_t party_account(struct test_shop *s, const char *party, const char *kind);
/* What is open of all bills. */
int64_t open_bills(struct test_shop *s);
/* The cash that lies in tills, in fen. */
int64_t till_cash(struct test_shop *s);

/* A sale of two filters for 90.00 in cash, as "#id". */
const char *two_filters(struct test_shop *s);

#endif
