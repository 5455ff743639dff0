/* agree.h - is the shop file what the model's books say; each fails the test where it is not. */
#ifndef WORKBAY_TEST_AGREE_H
#define WORKBAY_TEST_AGREE_H

#include "tests/domain/clerk.h"

void same(const char *what, int64_t at, int64_t program, int64_t model);
/* Accounts, goods, parties, jobs and cards. */
void books_agree(struct test_shop *s, const struct model *m);

#endif
