/* shop_private.h - what the db floor's files share about the shop file. */
#ifndef WORKBAY_SHOP_PRIVATE_H
#define WORKBAY_SHOP_PRIVATE_H

#include <limits.h>

#include "db/db.h"
#include "db/queue.h"
#include "db/shop.h"

#define META_MOST 8

struct meta {
	char name[16], value[64];
};

struct shop {
	char path[PATH_MAX - 16];
	enum shop_mode mode;
	struct db *reader, *writer, *state;
	struct journal *journal;
	struct queue queue;
	int lock, use;
	bool writing, alone;
	int wal_pages, savepoints;
	int64_t version;
	struct meta meta[META_MOST];
	size_t n_meta;
};

/* Opens a connection with every setting of the house and runs `more` on it. NULL with the sentence on failure; the
 * caller frees with db_free(). */
struct db *shop_connect(const char *path, const char *more, struct err *e);

/* The real path of a file whose folder must exist, as it does where a shop file is to be found. */
bool shop_path_real(const char *path, bool making, char ret[PATH_MAX - 16], struct err *e);
/* SQLite's write-ahead log needs all its processes on one machine: network drives are refused. */
bool shop_place_local(const char *path, struct err *e);
/* A plain file of its own that others cannot open and we can. */
bool shop_file_ours(const char *path, struct err *e);

/* The first value of a PRAGMA, -1 on failure. */
int64_t shop_pragma(struct db *db, const char *text);
/* Reads table meta again. */
bool shop_read_meta(struct shop *s, struct err *e);
void shop_writer_close(struct shop *s);

#endif
