/* supply.h - a shop that buys: two suppliers, two parts, a till, and what people do with goods. */
#ifndef WORKBAY_TEST_SUPPLY_H
#define WORKBAY_TEST_SUPPLY_H

#include "tests/domain/fault.h"

/* The setup of a test: parts OIL (60.00, minimum 10, maximum 30) and PAD (300.00), none on hand; suppliers Bosch (30
 * days) and Shell (at once); till T1 with 1,000.00 by "boss". */
int supply_begin(void **state);

/* What is owed to a supplier, in fen. */
int64_t owed_to(struct test_shop *s, const char *supplier);

/* Ten of OIL at 30.00 come from Bosch under that number; the receipt's own number. */
const char *ten_come(struct test_shop *s, const char *no);

/* A work order for a new car, as "#id", and parts that are issued to it. */
const char *car_comes(struct test_shop *s, const char *plate);
void goods_go(struct test_shop *s, const char *job, const char *part, const char *qty);

/* Reverses a document; or the sentence that says why it stays. */
void take_back(struct test_shop *s, const char *number);
const char *stays_because(struct test_shop *s, const char *number);

#endif
