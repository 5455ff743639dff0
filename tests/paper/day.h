/* day.h - a shop with one day of papers to print. */
#ifndef WORKBAY_TEST_DAY_H
#define WORKBAY_TEST_DAY_H

#include "tests/domain/shop.h"

/* A new shop with the rows of day.sql. The folder of day.sql is told once, by main. */
struct test_shop *day_new(const char *folder);

/* Runs SQL on a connection of its own. */
void day_script(struct test_shop *s, const char *text);

#endif
