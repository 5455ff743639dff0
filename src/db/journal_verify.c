/* journal_verify.c - walking the chain of hashes from the rows that stand in the file. */
#include <inttypes.h>
#include <stdlib.h>

#include "base/seal.h"
#include "db/db_private.h"
#include "db/journal.h"

struct walk {
	struct db *db;
	struct arena *arena;
	unsigned char hash[SEAL_HASH];
	int64_t seq, mono;
	bool broken;
};

/* True when the table's inserts are proved by the rows themselves. */
static bool table_posted(struct db *db, const char *table)
{
	return db_exists(db,
			 SQL("SELECT 1 FROM schema_mark WHERE tbl = :tbl AND col = '' AND mark = 'posted'"),
			 BIND(B_TEXT("tbl", table)));
}

static bool column_apart(struct db *db, const char *table, const char *col)
{
	return db_exists(db,
			 SQL("SELECT 1 FROM schema_mark WHERE tbl = :tbl AND col = :col AND mark IN "
			     "('secret', 'personal')"),
			 BIND(B_TEXT("tbl", table), B_TEXT("col", col)));
}

/* Adds the values of a posted row to the hash, as the journal did when it was written. */
static bool posted_hash(struct walk *w, struct seal_hash *h, const char *table, int64_t id)
{
	struct cur *c =
	    db_open_text(w->db, arena_printf(w->arena, "SELECT * FROM \"%s\" WHERE id = :id", table),
			 BIND(B_INT("id", id)));
	bool found = cur_next(c);

	for (int i = 0; found && i < cur_columns(c); i++) {
		const char *name = cur_name(c, i);
		size_t n;
		const void *p;

		if (cur_null(c, i) || column_apart(w->db, table, name))
			continue;
		seal_hash_text(h, name);
		p = cur_blob(c, i, &n);
		if (cur_is_int(c, i)) {
			seal_hash_int(h, cur_int(c, i));
		} else {
			seal_hash_int(h, (int64_t)n);
			seal_hash_add(h, p, n);
		}
	}
	cur_close(c);
	return found;
}

static bool change_hash(struct walk *w, struct seal_hash *h, struct cur *c)
{
	char *table = arena_strdup(w->arena, cur_text(c, 1));
	int64_t id = cur_int(c, 2);
	const char *op = cur_text(c, 3);
	bool sound = true;

	seal_hash_int(h, cur_int(c, 0));
	seal_hash_text(h, table);
	seal_hash_int(h, id);
	seal_hash_text(h, op);
	if (op[0] == 'I' && table_posted(w->db, table))
		sound = posted_hash(w, h, table, id);
	seal_hash_text(h, cur_null(c, 4) ? NULL : cur_text(c, 4));
	seal_hash_text(h, cur_null(c, 5) ? NULL : cur_text(c, 5));
	return sound;
}

static bool changes_hash(struct walk *w, struct seal_hash *h, int64_t seq)
{
	struct cur *c = db_open(w->db,
				SQL("SELECT id, tbl, row_id, op, before, after FROM journal_change "
				    "WHERE id >= :from AND id < :to ORDER BY id"),
				BIND(B_INT("from", seq * 65536), B_INT("to", (seq + 1) * 65536)));
	bool sound = true;

	while (cur_next(c))
		sound &= change_hash(w, h, c);
	return sound;
}

static void head_add(struct seal_hash *h, struct cur *c)
{
	size_t n;
	const void *digest = cur_blob(c, 5, &n);

	seal_hash_text(h, "journal 1");
	for (int i = 0; i < 4; i++)
		seal_hash_int(h, cur_int(c, i));
	seal_hash_text(h, cur_null(c, 4) ? NULL : cur_text(c, 4));
	if (digest)
		seal_hash_add(h, digest, n);
	seal_hash_text(h, cur_text(c, 6));
	seal_hash_text(h, cur_text(c, 7));
	seal_hash_int(h, cur_int(c, 8));
	seal_hash_text(h, cur_text(c, 9));
	seal_hash_int(h, cur_int(c, 10));
	seal_hash_int(h, cur_int(c, 11));
}

static bool row_sound(struct walk *w, struct cur *c)
{
	unsigned char hash[SEAL_HASH];
	struct seal_hash h;
	int64_t seq = cur_int(c, 0), mono = cur_int(c, 2);
	bool sound = seq == w->seq + 1 && mono > w->mono;
	size_t n;
	const void *stored;

	seal_hash_init(&h);
	seal_hash_add(&h, w->hash, SEAL_HASH);
	head_add(&h, c);
	sound &= changes_hash(w, &h, seq);
	seal_hash_end(&h, hash);
	stored = cur_blob(c, 12, &n);
	sound &= n == SEAL_HASH && !memcmp(stored, hash, SEAL_HASH);
	if (!sound)
		return false;
	memcpy(w->hash, hash, SEAL_HASH);
	w->seq = seq;
	w->mono = mono;
	return true;
}

/* The row before the first to be walked: its stored hash is taken as proved. */
static void walk_start(struct walk *w, int64_t from_seq)
{
	struct cur *c = db_open(w->db, SQL("SELECT seq, mono, hash FROM journal WHERE seq = :seq"),
				BIND(B_INT("seq", from_seq - 1)));
	size_t n;

	w->mono = INT64_MIN;
	if (cur_next(c)) {
		const void *p = cur_blob(c, 2, &n);

		w->seq = cur_int(c, 0);
		w->mono = cur_int(c, 1);
		if (n == SEAL_HASH)
			memcpy(w->hash, p, SEAL_HASH);
		cur_close(c);
	}
}

bool journal_verify(struct db *db, int64_t from_seq, int64_t *ret_last, struct err *e)
{
	struct walk w = { .db = db, .arena = arena_new() };
	struct cur *c;
	int64_t bad = 0;

	walk_start(&w, from_seq);
	c = db_open(db,
		    SQL("SELECT seq, at, mono, day, request, digest, command, answer, coalesce(user_id, 0), "
			"terminal, store,"
			" epoch, hash FROM journal WHERE seq > :from ORDER BY seq"),
		    BIND(B_INT("from", w.seq)));
	while (!bad && cur_next(c)) {
		if (!row_sound(&w, c))
			bad = cur_int(c, 0);
		arena_reset(w.arena);
	}
	cur_close(c);
	arena_free(w.arena);
	*ret_last = w.seq;
	if (bad)
		return err_set(
		    e, ERR_NO,
		    N_("Journal: row %lld or what it posted was changed behind the program's back"),
		    (long long)bad);
	if (db_failed(db)) {
		db_error(db, e);
		return false;
	}
	return true;
}
