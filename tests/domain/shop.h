/* shop.h - a shop of its own for each test: people, a clock that stands still, commands by their names. */
#ifndef WORKBAY_TEST_SHOP_H
#define WORKBAY_TEST_SHOP_H

#include "tests/test.h"

#include "domain/command.h"

/* A new shop in a folder of its own, at noon of Saturday 2026-11-21 in China. "boss" (all rights) is logged in. */
struct test_shop {
	char dir[64], path[96];
	bool stays; /* the folder is not its own */
	struct shop *shop;
	struct session *session;
	struct arena *arena; /* of what ask_text() returns */
	int64_t now;
	struct run_options next; /* what the next command is run with: request, ver, dry; cleared by it */
	struct answer answer;    /* of the last command that ran */
	struct err err;          /* of the last one that was refused */
};

struct test_shop *test_shop_new(void);
/* The same at a file that is there already, DIR/shop.db, which stays when it is freed. NULL, with the sentence on
 * standard error, when it cannot be opened. */
struct test_shop *test_shop_at(const char *dir);
void test_shop_free(struct test_shop *s);

/* Lets `n` processes try at once, each at a connection of its own, and returns how many did it. The others must have
 * been refused with a sentence that contains these words; anything else fails the test. */
int winners(struct test_shop *s, int n, bool (*tries)(struct test_shop *own, int i), const char *refused);

/* Adds a person with that role, PIN 1234; "chen" as technician where the role says so. */
void hire(struct test_shop *s, const char *user, const char *role);
/* Who acts from now on. */
void acts(struct test_shop *s, const char *user);
/* Lets time pass. */
void wait_seconds(struct test_shop *s, int64_t seconds);
void wait_days(struct test_shop *s, int days);

/* Runs a command with pairs of name and value, ended by NULL; "lines.0.part" is an input of the first row of a group.
 * run() fails the test with the sentence when it is refused; refuse() fails it when it runs, and returns the
 * sentence. Only the last one's answer or error is kept. */
const struct answer *run(struct test_shop *s, const char *command, ...) __attribute__((sentinel));
const char *refuse(struct test_shop *s, const char *command, ...) __attribute__((sentinel));
/* The same with the pairs in one array that ends with NULL; true when it ran. */
bool attempt(struct test_shop *s, const char *command, const char *const *pairs);
/* The command's own guard, as a key bar asks it: NULL when it may, else the sentence. */
const char *may_not(struct test_shop *s, const char *command, ...) __attribute__((sentinel));
/* What the command's .fill proposes for an input ("reminders.0.text"), with those pairs given; NULL for nothing. */
const char *proposed(struct test_shop *s, const char *command, const char *input, ...)
    __attribute__((sentinel));

/* The first value of a SELECT over the shop file. */
int64_t ask(struct test_shop *s, const char *select, ...) __attribute__((format(printf, 2, 3)));
const char *ask_text(struct test_shop *s, const char *select, ...) __attribute__((format(printf, 2, 3)));

/* What stands on the account of that kind ("inventory"), in fen. */
int64_t account(struct test_shop *s, const char *kind);
/* A part's stock in all warehouses, in thousandths, and its value in fen; 0: it was never in stock. */
int64_t stock_qty(struct test_shop *s, const char *part);
int64_t stock_worth(struct test_shop *s, const char *part);

/* "#42", for naming a row by its id; in the arena of the shop. */
const char *by_id(struct test_shop *s, int64_t id);

/* Arguments from pairs that end with NULL, in the arena. */
struct args *args_of(struct arena *a, const char *const *pairs);

/* Every check of schema/checks over the whole file, and the journal's chain; fails the test with what they found. */
void checks_silent(struct test_shop *s);

/* The teardown of a test whose state is the shop: checks_silent(), and it is gone. */
int shop_end(void **state);

/* The sentence contains the words; shown when not. */
#define assert_says(sentence, words) assert_says_(sentence, words, __FILE__, __LINE__)
void assert_says_(const char *sentence, const char *words, const char *file, int line);

#endif
