/* fuzz_find.c - any bytes as a condition of the find form and as words over a list, for a column of each type. */
#include "tests/fuzz/fuzz.h"

#include <string.h>

#include "base/arena.h"
#include "base/text.h"
#include "db/db_private.h"
#include "db/view.h"
#include "db/view_func.h"

static const struct view_col cols[] = {
	{ .name = "id", .title = "Id", .type = COL_INT, .flags = COL_KEY },
	{ .name = "code", .title = "Code", .type = COL_CODE, .flags = COL_FIND },
	{ .name = "name", .title = "Name", .type = COL_TEXT, .flags = COL_FIND },
	{ .name = "plate", .title = "Plate", .type = COL_PLATE, .flags = COL_FIND },
	{ .name = "phone", .title = "Phone", .type = COL_PHONE, .flags = COL_FIND },
	{ .name = "state", .title = "State", .type = COL_CHOICE },
	{ .name = "price", .title = "Price", .type = COL_MONEY, .flags = COL_SUM },
	{ .name = "qty", .title = "Quantity", .type = COL_QTY },
	{ .name = "rate", .title = "Rate", .type = COL_RATE },
	{ .name = "day", .title = "Day", .type = COL_DATE },
	{ .name = "at", .title = "Time", .type = COL_TIME },
	{ .name = "sold", .title = "Sold", .type = COL_BOOL },
};
#define COLS (sizeof cols / sizeof *cols)

static const char *const keys[] = { "id", NULL };
static const struct view_order orders[] = { { keys } };
static const struct view list = {
	.name = "things",
	.title = "Things",
	.sql = "SELECT id, code, name, plate, phone, state, price, qty, rate, day, at, sold FROM thing",
	.cols = cols,
	.n_cols = COLS,
	.orders = orders,
	.n_orders = 1,
	.keys = keys,
	.names = keys + 1,
	.watch = keys + 1,
};

static struct db *db;

static void open_things(void)
{
	sqlite3 *h = NULL;

	MUST(sqlite3_open_v2(":memory:", &h, SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE, NULL) ==
	     SQLITE_OK);
	db = db_wrap(h);
	MUST(view_functions(db));
	MUST(db_script(
	    db,
	    "CREATE TABLE thing (id INTEGER PRIMARY KEY, code TEXT, name TEXT, plate TEXT, phone TEXT,"
	    " state TEXT, price INTEGER, qty INTEGER, rate INTEGER, day INTEGER, at INTEGER, sold INTEGER)"
	    " STRICT;"
	    "INSERT INTO thing VALUES (1, 'OIL-5W', '机油', '鄂A12345', '13800001111', 'new', 1250, 1500,"
	    " 1300, 20000, 1728000000, 1), (2, 'x', '%_', NULL, NULL, NULL, NULL, NULL, NULL, NULL,"
	    " NULL, NULL);"));
}

static bool row_is_seen(void *arg, const struct view_row *row)
{
	(void)row;
	++*(int64_t *)arg;
	return true;
}

/* What was understood can be asked, and the list and its totals see the same rows. */
static void ask(const struct view_query *q, const struct view_who *who)
{
	struct err e = { 0 };
	int64_t seen = 0, rows = 0, sums[COLS];

	MUST(view_each(db, q, who, row_is_seen, &seen, &e));
	MUST(view_totals(db, q, who, &rows, sums, &e));
	MUST(seen == rows && !db_failed(db));
}

static void check_condition(struct arena *a, const char *col, const char *s, const struct view_who *who)
{
	struct view_query q = { .view = &list };
	struct view_cond cond = { 0 };
	struct err e = { 0 };

	if (view_cond_parse(&list, col, NULL, s, who, a, &cond, &e)) {
		q.conds = &cond;
		q.n_conds = 1;
		ask(&q, who);
	} else {
		MUST(e.code != ERR_NONE && *e.text && text_valid(e.text, strlen(e.text)));
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	const struct view_who who = { .now = 1728000000, .today = 20000, .offset_minutes = 480 };
	struct arena *a = arena_new();
	const char *s = text_safe(a, arena_strndup(a, (const char *)bytes, n), false);
	const struct view_query words = { .view = &list, .filter = s };

	if (!db)
		open_things();
	for (size_t i = 0; i < COLS; i++)
		check_condition(a, cols[i].name, s, &who);
	ask(&words, &who);
	arena_free(a);
	return 0;
}
