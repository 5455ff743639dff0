/* shop_connect.c - every setting of a connection to a shop file, in one place. */
#include <sqlite3.h>

#include "base/log.h"
#include "db/db_private.h"
#include "db/shop_private.h"
#include "db/view_func.h"

static void connection_limits(sqlite3 *h)
{
	static const int limit[][2] = {
		{ SQLITE_LIMIT_LENGTH, 1000000 },
		{ SQLITE_LIMIT_SQL_LENGTH, 100000 },
		{ SQLITE_LIMIT_COLUMN, 100 },
		{ SQLITE_LIMIT_EXPR_DEPTH, 50 },
		{ SQLITE_LIMIT_COMPOUND_SELECT, 20 },
		{ SQLITE_LIMIT_VDBE_OP, 25000 },
		{ SQLITE_LIMIT_FUNCTION_ARG, 16 },
		{ SQLITE_LIMIT_ATTACHED, 0 },
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 },
		{ SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
		{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
	};

	for (size_t i = 0; i < sizeof limit / sizeof *limit; i++)
		sqlite3_limit(h, limit[i][0], limit[i][1]);
}

static void connection_doors(sqlite3 *h)
{
	static const int door[][2] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
		{ SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
	};

	for (size_t i = 0; i < sizeof door / sizeof *door; i++)
		sqlite3_db_config(h, door[i][0], door[i][1], NULL);
}

#define SETTINGS                                                                                             \
	"PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA wal_autocheckpoint=0; PRAGMA "         \
	"mmap_size=0;"                                                                                       \
	"PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON;"                      \
	"PRAGMA journal_size_limit=67108864;"

struct db *shop_connect(const char *path, const char *more, struct err *e)
{
	sqlite3 *h = NULL;
	struct db *db;
	int rc;

	rc = sqlite3_open_v2(path, &h,
			     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE |
				 SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX,
			     NULL);
	if (rc != SQLITE_OK) {
		log_line("open %s: %s", path, h ? sqlite3_errmsg(h) : "no memory");
		sqlite3_close(h);
		db_sentence(rc, e);
		return NULL;
	}
	connection_doors(h);
	connection_limits(h);
	sqlite3_busy_timeout(h, 10000);
	db = db_wrap(h);
	if (!view_functions(db))
		db_fail(db, SQLITE_NOMEM, "functions");
	if (!db_script(db, SETTINGS) || !db_script(db, more)) {
		db_error(db, e);
		db_free(db);
		return NULL;
	}
	return db;
}
