/* replay_priv.h - what was taken down, for the two files that take down and write again. */
#ifndef WORKBAY_BENCH_REPLAY_PRIV_H
#define WORKBAY_BENCH_REPLAY_PRIV_H

#include <sqlite3.h>

#include "tests/bench/replay.h"

#define MAX_COLUMNS 64

struct change {
	int table;
	char op; /* 'I', 'U', 'D', or 0: folded away */
	int64_t id;
	char *key;    /* of a table without row ids: its values, quoted for SQL */
	uint64_t set; /* columns that an update changes */
	int n;
	sqlite3_value *value[MAX_COLUMNS];
	sqlite3_stmt *st; /* of the open copy */
};

struct txn {
	struct change *v;
	size_t n;
};

struct table {
	char *name;
	char *index; /* of the content of an FTS5 index: that index */
	bool behind; /* one of the other tables behind such an index */
	int n;
	char *col[MAX_COLUMNS];
};

struct plan {
	char *sql;
	sqlite3_stmt *st;
};

struct replay {
	sqlite3 *writer, *before, *after, *db;
	struct table table[256];
	int tables;
	struct txn now, *txn;
	size_t txns;
	struct plan *plan;
	size_t plans;
	int queue, lock, pages;
	char why[200];
	bool later; /* rows may refer to rows behind them */
};

#endif
