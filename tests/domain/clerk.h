/* clerk.h - somebody who makes operations up, and does them through the door of the program. */
#ifndef WORKBAY_TEST_CLERK_H
#define WORKBAY_TEST_CLERK_H

#include "tests/domain/model.h"
#include "tests/domain/shop.h"

struct clerk {
	struct model *m; /* what he knows of the shop */
	unsigned random;
	int number, made; /* his own, and how many operations he has made up */
};

/* The shop of the model: its parts and prices, parties, package, cards, people; and a model that is as empty. */
void clerk_shop(struct test_shop *s);
struct model *clerk_model(void);
/* The id of a party of the model in the shop file. */
int64_t clerk_party(int party);

/* The next operation. One may name nothing at all; such are left to other tests. */
struct op clerk_makes(struct clerk *k);
bool clerk_names_something(const struct op *op);
/* Does it; `op` then says what the program answered. */
void clerk_does(struct test_shop *s, struct op *op);

/* A number below n; 0 where there is none. */
int64_t pick(struct clerk *k, int64_t n);

#endif
