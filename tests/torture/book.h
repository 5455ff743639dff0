/* book.h - a shop file to be tormented, the smallest posting there is, and what must hold of the file ever
 * after. */
#ifndef WORKBAY_TORTURE_BOOK_H
#define WORKBAY_TORTURE_BOOK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/shop.h"

/* True for ./dev torture: everything; else a sample that ends within seconds. */
bool torture_full(void);
/* `small`, or `full` in ./dev torture. */
int torture_size(int small, int full);

/* A folder of its own under /tmp; removed with all files by dir_remove(). The caller frees the path. */
char *dir_make(void);
void dir_remove(char *dir);
/* Removes the files of a folder, not the folder. */
void dir_clear(const char *dir);
/* Copies the shop file `from` and its log into the folder `to` under the same name; nobody may have it open.
 */
void book_copy(const char *from_dir, const char *to_dir);

/* "dir/shop.db"; the caller frees. */
char *book_path(const char *dir);

/* Makes dir/shop.db with a user, a part and `qty` pieces of it worth 10.00 each. */
void book_make(const char *dir, int64_t qty);

/* What posting said. */
enum said {
	SAID_POSTED,
	SAID_NO,      /* a rule refused */
	SAID_FAILED,  /* a fault; certainly not booked */
	SAID_UNKNOWN, /* a fault; it could not be found out whether it is booked */
};

/* Sells one piece under the request's id: number, document, stock, move, sealed entry, journal row, all in
 * one transaction of shop_begin() and shop_commit(). An unknown end is looked up as the door does it; the
 * same request again is answered with the first number. `number` takes 40 bytes. */
enum said book_sell(struct shop *s, const char *request, char *number, struct err *e);

/* Opens `dir`/shop.db anew and proves it: SQLite's own check, foreign keys, the whole chain, entries, stock
 * against its moves, numbers without gap, each request once. False with what is wrong on standard error. */
bool book_sound(const char *dir);
/* Number of the document that a request made, "" for none; for a file that nobody tormented further. */
void book_number(const char *dir, const char *request, char number[40]);
/* Sales in the book. */
int64_t book_sales(const char *dir);

#endif
