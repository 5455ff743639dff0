/* bench_search.c - the search line over a ten-year file, against the bare look-up that somebody would write who knew
 * beforehand what was meant, and shows the same rows and columns.
 *
 * bench_search FILE [FILE [WORD]]: a file of fill_ten_years, the second one is not looked at; only the rows that have the
 * word in their name. */
#include <stdio.h>
#include <string.h>

#include "base/seal.h"
#include "base/text.h"
#include "db/db_private.h"
#include "domain/session.h"
#include "domain/user.h"
#include "tests/bench/bare.h"
#include "tests/bench/figure.h"

#define ROWS  17
#define TIMES 200

enum part { WHOLE, HEAD, TAIL, MIDDLE };
enum text { NONE, PLATE, VIN, PHONE, NAME, INITIALS };

/* What is typed: `n` characters of a text of the row `:id`. */
struct search {
	const char *what;
	enum text text;   /* of the row */
	const char *bare; /* :q as stored, :w folded, :tail the same backwards behind '<' */
	enum part part;
	int n;
	int wanted; /* hundredths of the floor */
	int times;  /* 0: TIMES */
	int depth;
};

#define VEHICLE                                                                                              \
	"SELECT v.id, v.plate, v.model, p.name, (SELECT max(o.id) FROM job o WHERE o.vehicle_id = v.id "     \
	"AND o.state NOT IN ('handed_over', 'cancelled')) FROM "
#define AND_OWNER " JOIN party p ON p.id = v.customer_id "
#define PARTY     "SELECT p.id, p.kind, p.name, p.phone, p.contact FROM "
/* Who is named by a phone or name is shown with his cars in front of him, with what VEHICLE shows of them; nine at most. */
#define WITH_CARS(from, where, limit)                                                                        \
	"SELECT * FROM (" VEHICLE from "CROSS JOIN vehicle v ON v.customer_id = p.id " where " LIMIT 9) "    \
	"UNION ALL SELECT * FROM (" PARTY from where " LIMIT " limit ")"
#define BEGINS(col) "WHERE " col " >= :q AND " col " < :q || char(1114111) ORDER BY " col " LIMIT 17"
#define BY_WORD(w)                                                                                           \
	"SELECT w.kind, w.ref_id, j.number, v.plate, v.model, p.name, p.phone, p.contact FROM search_word "  \
	"w "                                                                                                 \
	"LEFT JOIN job j ON j.id = iif(w.kind = 'job', w.ref_id, (SELECT max(o.id) FROM job o "              \
	"WHERE w.kind = 'vehicle' AND o.vehicle_id = w.ref_id AND o.state NOT IN ('handed_over', "           \
	"'cancelled'))) "                                                                                    \
	"LEFT JOIN vehicle v ON v.id = iif(w.kind = 'vehicle', w.ref_id, j.vehicle_id) "                     \
	"LEFT JOIN party p ON p.id = iif(w.kind = 'customer', w.ref_id, v.customer_id) "                     \
	"WHERE w.word >= " w " AND w.word < " w " || char(1114111) LIMIT 17"

/* A text of the row `:id`; NULL of NONE. */
static const struct sql *text_of_row(enum text text)
{
	switch (text) {
	case PLATE:
		return SQL("SELECT plate FROM vehicle WHERE id = :id");
	case VIN:
		return SQL("SELECT vin FROM vehicle WHERE id = :id");
	case PHONE:
		return SQL("SELECT phone FROM party WHERE id = :id");
	case NAME:
		return SQL("SELECT name FROM party WHERE id = :id");
	case INITIALS:
		return SQL(
		    "SELECT word FROM search_word WHERE kind = 'customer' AND ref_id = :id AND word GLOB "
		    "'[a-z]*'");
	case NONE:
		break;
	}
	return NULL;
}

static const struct search searches[] = {
	{ "exact plate", PLATE, VEHICLE "vehicle v" AND_OWNER "WHERE v.plate = :q", WHOLE, 0, 300 },
	{ "exact VIN", VIN, VEHICLE "vehicle v" AND_OWNER "WHERE v.vin = :q", WHOLE, 0, 300 },
	{ "exact phone", PHONE, WITH_CARS("party p ", "WHERE p.phone = :q", "8"), WHOLE, 0, 300 },
	{ "exact name", NAME, WITH_CARS("party p ", "WHERE p.kind = 'customer' AND p.name = :q", "8"), WHOLE,
	  0, 300 },
	{ "four characters of a plate", PLATE, VEHICLE "vehicle v" AND_OWNER BEGINS("v.plate"), HEAD, 4,
	  300 },
	{ "eight characters of a VIN", VIN, VEHICLE "vehicle v" AND_OWNER BEGINS("v.vin"), HEAD, 8, 300 },
	{ "seven digits of a phone", PHONE,
	  WITH_CARS("party p ", "WHERE p.phone >= :q AND p.phone < :q || char(1114111)", "8"), HEAD, 7, 300 },
	{ "tail of a plate, 4", PLATE, BY_WORD(":tail"), TAIL, 4, 300 },
	{ "tail of a VIN, 6", VIN, BY_WORD(":tail"), TAIL, 6, 300 },
	{ "tail of a phone, 4", PHONE, BY_WORD(":tail"), TAIL, 4, 300 },
	{ "initials of a name", INITIALS,
	  WITH_CARS("search_word w CROSS JOIN party p ON p.id = w.ref_id ",
		    "WHERE w.word >= :w AND w.word < :w || char(1114111) AND +w.kind = 'customer'", "8"),
	  WHOLE, 0, 300 },
	{ "middle of a VIN, 6", VIN,
	  VEHICLE "search_infix i CROSS JOIN vehicle v ON v.id = i.rowid >> 2 " AND_OWNER
		  "WHERE search_infix MATCH '\"' || :w || '\"' LIMIT 17",
	  MIDDLE, 6, 300, .depth = 1 },
	{ "middle of a phone, 5", PHONE,
	  PARTY "search_infix i CROSS JOIN party p ON p.id = i.rowid >> 2 "
		"WHERE search_infix MATCH '\"' || :w || '\"' LIMIT 17",
	  MIDDLE, 5, 300, .depth = 1 },
	{ "middle of a Chinese name, 2", NAME, PARTY "party p WHERE instr(p.name, :q) LIMIT 17", MIDDLE, 2,
	  120 },
	{ "any other middle", NONE,
	  "SELECT id, name FROM party WHERE instr(name, :q) OR instr(phone, :q) UNION ALL "
	  "SELECT id, plate FROM vehicle WHERE instr(plate, :q) OR instr(vin, :q) LIMIT 17",
	  WHOLE, 0, 120, 7, 2 },
};

/* ---- what is typed ---- */

static const char *behind(const char *s, int chars)
{
	uint32_t cp;
	int n;

	while (chars-- > 0 && (n = text_decode(s, strlen(s), &cp)) > 0)
		s += n;
	return s;
}

static int length(const char *s)
{
	int n = 0;

	for (; *s; s = behind(s, 1))
		n++;
	return n;
}

static const char *typed(const struct search *s, const char *text, struct arena *a)
{
	int from = s->part == TAIL     ? length(text) - s->n
		   : s->part == MIDDLE ? (length(text) - s->n + 1) / 2
				       : 0;

	if (s->part == WHOLE || from < 0)
		return text;
	text = behind(text, from);
	return arena_strndup(a, text, (size_t)(behind(text, s->n) - text));
}

/* ---- the two sides ---- */

struct sides {
	struct db *ours;
	const struct view *view;
	const struct view_who *who;
	sqlite3_stmt *bare;
	struct figure ns, floor;
	int64_t rows, bare_rows;
};

static int64_t ours(struct sides *t, const struct search *s, const char *q)
{
	const struct view_arg arg[] = { { .name = "q", .text = true, .s = q },
					{ .name = "depth", .i = s->depth } };
	const struct view_query query = { .view = t->view, .args = arg, .n_args = s->depth ? 2 : 1 };
	struct arena *a = arena_new();
	struct view_row *row;
	struct err e = { 0 };
	int64_t from = figure_work(), ns;
	size_t n;

	if (!view_page(t->ours, &query, t->who, NULL, false, ROWS, a, &row, &n, &e))
		die("%s: %s", q, e.text);
	ns = figure_work() - from;
	t->rows += (int64_t)n;
	arena_free(a);
	return ns;
}

static int64_t bare(struct sides *t, const char *q, struct arena *a)
{
	const char *w = text_fold_search(a, q), *tail = arena_printf(a, "<%s", text_reverse(a, w));
	const struct bind bind[] = { B_TEXT("q", q), B_TEXT("w", w), B_TEXT("tail", tail), { .name = NULL } };
	int64_t from = figure_work();

	t->bare_rows += bare_rows(t->bare, bind);
	return figure_work() - from;
}

static void measure(struct sides *t, const struct search *s, int64_t most_id)
{
	struct arena *a = arena_new();
	const struct sql *sql = text_of_row(s->text);
	int times = s->times ? s->times : TIMES;
	char what[80];

	t->ns = t->floor = (struct figure){ 0 };
	t->rows = t->bare_rows = 0;
	for (int i = 0; i < times + 5; i++) {
		int64_t id = 1 + (int64_t)i * 7919 % most_id, mine, floor;
		const char *text = sql ? db_text(t->ours, a, sql, BIND(B_INT("id", id))) : "9Q";
		const char *q = typed(s, text ? text : "", a);

		mine = ours(t, s, q);
		floor = bare(t, q, a);
		ours(t, s, q);
		if (i < 5)
			continue;
		figure_add(&t->ns, mine);
		figure_add(&t->floor, floor);
	}
	snprintf(what, sizeof what, "%s (%.1f, %.1f rows)", s->what, (double)t->rows / 2 / (times + 5),
		 (double)t->bare_rows / (times + 5));
	figure_row(what, &t->ns, &t->floor, s->wanted);
	figure_free(&t->ns);
	figure_free(&t->floor);
	arena_free(a);
}

static int64_t clock_now(void *arg)
{
	(void)arg;
	return INT64_C(1795233600);
}

int main(int argc, char **argv)
{
	struct err e = { 0 };
	struct arena *a = arena_new();
	struct sides t = { .view = view_find("search_hits") };
	struct session *session;
	struct view_who who;
	struct shop *shop;
	struct ctx ctx;
	struct db *db;
	int64_t most;

	if (argc < 2) {
		fprintf(stderr, "usage: bench_search FILE [FILE [WORD]]\n");
		return 64;
	}
	seal_init();
	shop = shop_open(argv[1], SHOP_WORK, &e);
	if (!shop)
		die("%s", e.text);
	session = session_new(shop, &(struct session_options){ .clock = clock_now, .terminal = "bench" });
	session_user(session, user_named(shop_reader(shop), "boss"));
	session_ctx(session, a, NULL, &ctx);
	session_who(&ctx, &who);
	t.ours = ctx.db;
	t.who = &who;
	db = bare_open(argv[1], "");
	most = db_int(ctx.db, SQL("SELECT max(id) FROM party"), NULL, 1);
	for (size_t i = 0; i < sizeof searches / sizeof *searches; i++) {
		if (argc > 3 && !strstr(searches[i].what, argv[3]))
			continue;
		t.bare = bare_prepare(db, searches[i].bare);
		measure(&t, &searches[i], most);
		sqlite3_finalize(t.bare);
	}
	db_free(db);
	session_free(session);
	shop_close(shop);
	arena_free(a);
	return 0;
}
