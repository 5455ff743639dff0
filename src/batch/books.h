/* books.h - the ledger in the files that an accountant's programs read. */
#ifndef WORKBAY_BOOKS_H
#define WORKBAY_BOOKS_H

#include <stdio.h>

#include "base/csv.h"
#include "domain/command.h"

enum books_format {
	BOOKS_HLEDGER,
	BOOKS_LEDGER,
	BOOKS_BEANCOUNT,
	BOOKS_CSV,
	BOOKS_KINGDEE, /* 金蝶: vouchers with headings */
	BOOKS_YONYOU,  /* 用友: vouchers for its ledger tool, without headings */
};

struct books_options {
	enum books_format format;
	int64_t from, to;           /* days; DATE_NONE leaves an end open */
	bool by_day;                /* vouchers: one for each day instead of one for each document */
	enum csv_encoding encoding; /* CSV and vouchers; CSV_AUTO: UTF-8, vouchers GB18030 */
};

/* "hledger", "ledger", "beancount", "csv", "kingdee", "yonyou"; ERR_USAGE names them. */
bool books_format_parse(const char *name, enum books_format *ret, struct err *e);

/* Writes the ledger of those days to `out`. Where `from` is given, the plain text formats begin with one entry of the
 * balances before it, so that the programs show the balances of `to`. Needs the right report.books. The balances in
 * each file sum to zero, for every entry of the ledger does. */
bool books_write(struct session *s, const struct books_options *o, FILE *out, struct err *e);

/* Writes the vouchers (vouchers.c); called by books_write(). Numbers begin with 1 in each month, so a file should
 * begin with the first day of one. */
bool vouchers_write(struct ctx *ctx, const struct view_who *who, const struct view_query *q,
		    const struct books_options *o, FILE *out, struct err *e);

#endif
