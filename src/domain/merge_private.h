/* merge_private.h - what the files about doubles share: which rows went over, and how they come back. */
#ifndef WORKBAY_MERGE_PRIVATE_H
#define WORKBAY_MERGE_PRIVATE_H

#include "domain/command.h"

/* Two rows of one kind: `from` goes, `into` stays. */
struct merge {
	int64_t id, from, into, document;
};

/* Rows of a table that point at `from` point at `into` from now on; merge_move remembers which. */
#define MERGE_MOVE(ctx, m, table, column)                                                                    \
	do {                                                                                                 \
		db_exec((ctx)->db,                                                                           \
			SQL("INSERT INTO merge_move (merge_id, what, row_id) SELECT :merge, '" table         \
			    "." column "', id FROM " table " WHERE " column " = :from"),                     \
			BIND(B_INT("merge", (m)->id), B_INT("from", (m)->from)));                            \
		db_exec((ctx)->db, SQL("UPDATE " table " SET " column " = :into WHERE " column " = :from"),  \
			BIND(B_INT("into", (m)->into), B_INT("from", (m)->from)));                           \
	} while (0)

/* The opposite, for the rows that nobody has pointed elsewhere since. */
#define MERGE_BACK(ctx, m, table, column)                                                                    \
	db_exec((ctx)->db,                                                                                   \
		SQL("UPDATE " table " SET " column " = :from WHERE " column                                  \
		    " = :into AND id IN (SELECT row_id FROM merge_move WHERE merge_id = :merge AND what = "  \
		    "'" table "." column "')"),                                                              \
		BIND(B_INT("merge", (m)->id), B_INT("into", (m)->into), B_INT("from", (m)->from)))

/* Writes the head; fills m->id. */
void merge_write(struct ctx *ctx, const char *kind, struct merge *m, const char *reason);
/* Marks it taken back. */
void merge_unwrite(struct ctx *ctx, const struct merge *m);

/* merge_customer.c, merge_vehicle.c: all that went over comes back. */
bool customer_unmerge(struct ctx *ctx, struct merge *m, struct err *e);
bool vehicle_unmerge(struct ctx *ctx, struct merge *m, struct err *e);

#endif
