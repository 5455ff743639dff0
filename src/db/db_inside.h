/* db_inside.h - what a connection and a statement hold, for db.c and statement.c alone. */
#ifndef WORKBAY_DB_INSIDE_H
#define WORKBAY_DB_INSIDE_H

#include "db/db_private.h"

#define TEXTS_KEPT 64   /* run-time statements kept on a connection */
#define TEXT_END   48   /* so much of each is hashed */
#define SLOTS      1024 /* of the hash table of literals */

struct param {
	const char *name; /* the very text of the value's name, NULL: not known */
	size_t at;
};

struct cur {
	struct cur *next; /* in its slot */
	struct db *db;
	const void *key; /* the literal, or NULL for run-time text */
	char *text;      /* run-time text, owned */
	sqlite3_stmt *st;
	uint64_t used;       /* the connection's clock when it last ran */
	struct param *param; /* of a literal: where its parameters were in the last list of values */
	bool open;
};

struct db {
	sqlite3 *handle;
	struct cur *literal[SLOTS];
	struct cur *texts[TEXTS_KEPT];
	uint64_t text_hash[TEXTS_KEPT]; /* of each: a look at them all stays in few cache lines */
	struct cur dead;                /* what a failed open returns: never open, no rows */
	uint64_t clock, prepared;       /* statements run and prepared so far */
	int rc;                         /* of the first failure */
	char what[400];                 /* SQLite's words for it */
	bool (*stop)(void *arg);
	void *stop_arg;
	bool stopped, sorted; /* of the statement that ended last */
	long fault;           /* so many statements from now one fails; 0: never */
};

/* Finalizes all statements of the connection. */
void statements_free(struct db *db);

#endif
