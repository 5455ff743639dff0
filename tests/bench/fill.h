/* fill.h - the rows of a shop file that is written past the commands, table by table. */
#ifndef WORKBAY_BENCH_FILL_H
#define WORKBAY_BENCH_FILL_H

#include <sqlite3.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

#define LAST_DAY 20778 /* 2026-11-21 */
#define DAYS     3652
#define OPENING  5000000

enum table {
	PARTY,
	VEHICLE,
	PART,
	LABOUR,
	STOCK,
	STOCK_VALUE,
	MOVE,
	JOB,
	LINE,
	STEP,
	DOCUMENT,
	ISSUE,
	SETTLEMENT,
	SETTLED,
	BILL,
	BILL_OPEN,
	BALANCE,
	PAYMENT,
	ALLOCATION,
	ENTRY,
	ENTRY_LINE,
	HANDOVER,
	REMINDER,
	JOURNAL,
	CHANGE,
	WORD,
	INFIX,
	TABLES,
};

struct fill {
	sqlite3 *h;
	sqlite3_stmt *add[TABLES];
	struct arena *a; /* emptied after each row */
	struct str infix;
	uint64_t seed;
	int64_t n_jobs, n_vehicles, n_customers, n_parts, n_labour;
	int64_t document, line, entry, seq;
	int64_t *stock, *owner;  /* on hand by part, customer by car */
	int64_t day, at, on_day; /* of the work order that is written, and how many that day has */
	char stamp[16];
};

/* The INSERT of each table. */
extern const char *const fill_insert[TABLES];

/* Ends the program with what SQLite says. */
_Noreturn void fill_fail(struct fill *f, const char *what);
void fill_script(struct fill *f, const char *sql);
/* Adds a row; `kinds` has a letter for each value: i number, z the same with NULL for 0, s text, n NULL. */
void fill_add(struct fill *f, enum table t, const char *kinds, ...);
/* The next chance: 0 to below - 1. */
int64_t fill_any(struct fill *f, int64_t below);

#define COUNT(list)   (sizeof(list) / sizeof *(list))
#define PICK(f, list) ((list)[fill_any((f), (int64_t)COUNT(list))])

/* fill_people.c: customers, their cars, parts and labour, each with its words for the search. */
extern const char *const fill_goods[8], *const fill_tasks[5];
void fill_customers(struct fill *f);
void fill_vehicles(struct fill *f);
void fill_parts(struct fill *f);
void fill_labours(struct fill *f);
/* A search word of a row, and the same backwards. */
void fill_word(struct fill *f, const char *text, const char *kind, int64_t id);
/* Of a part, in fen. */
int64_t fill_price_of(int64_t part);
int64_t fill_cost_of(int64_t part);

/* fill_orders.c: all work orders with their documents, entries and journal. */
void fill_orders(struct fill *f);

#endif
