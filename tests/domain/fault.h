/* fault.h - a command met by a failing statement leaves the shop as it was. */
#ifndef WORKBAY_TEST_FAULT_H
#define WORKBAY_TEST_FAULT_H

#include "tests/domain/shop.h"

/* Runs the command again and again, with its first statement failing, then its second, and so on, until it runs
 * clean: each failure must leave the journal where it stood and every check silent. The clean run has happened
 * when this returns. */
void survives_faults(struct test_shop *s, const char *command, ...) __attribute__((sentinel));

#endif
