/* goods.h - a small file of goods on shelves, for the tests of views and checks. */
#ifndef WORKBAY_TEST_GOODS_H
#define WORKBAY_TEST_GOODS_H

#include "tests/test.h"

#include "db/view.h"

#define TODAY 20000 /* 2024-10-04 */
#define NOW   (TODAY * INT64_C(86400) + 3600)

/* A connection in memory with the tables; goods_close() frees it. */
struct db *goods_open(void);
void goods_close(struct db *db);
/* Runs a script that must succeed. */
void goods_script(struct db *db, const char *text);
/* So many goods G00001... on shelves A, B, C: quantities in ties of ten, every third note empty. */
void goods_fill(struct db *db, int n);

/* Who looks: a person in UTC+8 with all rights. */
struct view_who goods_who(void);

#endif
