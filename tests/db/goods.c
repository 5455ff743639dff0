/* goods.c - a small file of goods on shelves. */
#include "tests/db/goods.h"

#include <string.h>

#include "db/db_private.h"
#include "db/view_func.h"

#define TABLES                                                                                               \
	"CREATE TABLE shelf (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE) STRICT;"                     \
	"CREATE TABLE goods (id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,"         \
	" qty INTEGER NOT NULL, price INTEGER, cost INTEGER, maker TEXT, rate INTEGER, day INTEGER NOT "     \
	"NULL,"                                                                                              \
	" at INTEGER, sold INTEGER, state TEXT, phone TEXT, note TEXT, shelf_id INTEGER REFERENCES shelf,"   \
	" barcode TEXT) STRICT;"                                                                             \
	"CREATE INDEX goods_qty ON goods (qty, code); CREATE INDEX goods_day ON goods (day, code);"          \
	"INSERT INTO shelf (id, code) VALUES (1, 'A'), (2, 'B'), (3, 'C');"

struct db *goods_open(void)
{
	sqlite3 *h = NULL;
	struct db *db;

	assert_int_equal(sqlite3_open_v2(":memory:", &h, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL),
			 SQLITE_OK);
	db = db_wrap(h);
	assert_true(view_functions(db));
	goods_script(db, TABLES);
	return db;
}

void goods_close(struct db *db)
{
	assert_false(db_failed(db));
	db_free(db);
}

void goods_script(struct db *db, const char *text)
{
	assert_true(db_script(db, text));
}

void goods_fill(struct db *db, int n)
{
	db_exec(
	    db,
	    SQL("WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < :n) "
		"INSERT INTO goods (code, name, qty, price, cost, maker, rate, day, at, sold, state, note, "
		"shelf_id) "
		"SELECT printf('G%05d', n), '件' || n, n / 10 * 1000, n * 100, n * 70, 'm' || n % 7, 1300, "
		"20000 - n % 50, 1728000000 - n * 3600, n % 2, 'new', iif(n % 3, 'note ' || n % 5, NULL), n "
		"% 3 + 1 "
		"FROM i WHERE n <= :n"),
	    BIND(B_INT("n", n)));
	assert_false(db_failed(db));
}

static const char *goods_choice(const char *choice, const char *code)
{
	return !strcmp(choice, "goods_state") && !strcmp(code, "new") ? "Brand new" : NULL;
}

struct view_who goods_who(void)
{
	return (struct view_who){ .now = NOW,
				  .today = TODAY,
				  .user_id = 7,
				  .offset_minutes = 480,
				  .terminal = "T",
				  .choice = goods_choice };
}
