/* printing.h - a shop whose papers go to printers. */
#ifndef WORKBAY_TEST_PRINTING_H
#define WORKBAY_TEST_PRINTING_H

#include "app/print.h"
#include "tests/paper/day.h"

/* A shop, the settings of a machine with two printers, and a spooler's program that writes down what it got.
 */
struct desk {
	struct test_shop *s;
	struct conf *conf;
	struct err err;
};

/* Takes the folder of day.sql from main's arguments; false when it is not there. */
bool printing_begins(int argc, char **argv);

/* The shop of day.sql. The spooler's program writes the files args, paper, environ and descriptors into its folder. */
struct desk desk_new(void);
void desk_free(struct desk *d);
/* Another program in the spooler's place: lines of sh. */
void spooler(struct desk *d, const char *script);
/* A setting of the machine. */
void set(struct desk *d, const char *name, const char *value);

/* The path of a file of the shop's folder, and what is in it; NULL when it is not there. In the shop's arena. */
char *in_shop(struct desk *d, const char *name);
char *read_file(struct desk *d, const char *name);

/* Prints; fails the test when it is refused, or when it is not. */
bool print(struct desk *d, const char *form, const char *number, const char *to);
void must_print(struct desk *d, const char *form, const char *number, const char *to);
void must_not(struct desk *d, const char *form, const char *number, const char *to, enum err_code code,
	      const char *words);

#endif
