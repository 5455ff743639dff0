/* explained.h - every number that is explained is the sum of the rows behind it. */
#ifndef WORKBAY_TEST_EXPLAINED_H
#define WORKBAY_TEST_EXPLAINED_H

#include "tests/domain/shop.h"

/* Walks all views and reports over the shop's book; fails at the first number that its rows do not make. Returns how many
 * numbers were compared. */
int numbers_explained(struct test_shop *s);

#endif
