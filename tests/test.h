/* test.h - cmocka and what it wants in front of it. Test names are sentences: share_out_sums_to_the_total. */
#ifndef WORKBAY_TEST_H
#define WORKBAY_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#endif
