/* journal_write.c - the journal's row, its changes, and the hash over them and the row before.
 *
 * The hash of a row skips NULL values and names the others, so that a column added later changes no old hash. */
#include <inttypes.h>
#include <string.h>

#include "base/json.h"
#include "base/log.h"
#include "db/db_private.h"
#include "db/journal_private.h"

/* ---- images ---- */

struct value {
	char type;
	int64_t i;
	const char *s;
	size_t n;
};

static struct value image_next(const char **p)
{
	struct value v = { .type = *(*p)++ };

	if (v.type == 'I') {
		memcpy(&v.i, *p, sizeof v.i);
		*p += sizeof v.i;
	} else if (v.type != 'N') {
		memcpy(&v.n, *p, sizeof v.n);
		*p += sizeof v.n;
		v.s = *p;
		*p += v.n + 1;
	}
	return v;
}

static bool value_same(const struct value *a, const struct value *b)
{
	if (a->type != b->type)
		return false;
	if (a->type == 'I')
		return a->i == b->i;
	return a->type == 'N' || (a->n == b->n && !memcmp(a->s, b->s, a->n));
}

static void value_json(struct str *out, const char *name, const struct value *v)
{
	char hex[2 * 64 + 1];

	json_key(out, name);
	if (v->type == 'N') {
		str_add(out, "null");
	} else if (v->type == 'I') {
		str_addf(out, "%" PRId64, v->i);
	} else if (v->type == 'T') {
		json_text(out, v->s);
	} else {
		seal_hex((const unsigned char *)v->s, v->n > 64 ? 64 : v->n, hex);
		json_text(out, hex);
	}
}

static void value_hash(struct seal_hash *h, const char *name, const struct value *v)
{
	seal_hash_text(h, name);
	if (v->type == 'I') {
		seal_hash_int(h, v->i);
	} else {
		seal_hash_int(h, (int64_t)v->n);
		seal_hash_add(h, v->s, v->n);
	}
}

/* ---- writing ---- */

struct writing {
	struct journal *j;
	struct seal_hash hash;
	int64_t change_id;
	struct str before, after;
};

static void personal_digest(const unsigned char *salt, const struct value *v, char hex[33])
{
	unsigned char digest[SEAL_HASH];
	struct seal_hash h;

	seal_hash_init(&h);
	seal_hash_add(&h, salt, SALT_BYTES);
	if (v->type != 'N')
		seal_hash_add(&h, v->s, v->n);
	seal_hash_end(&h, digest);
	seal_hex(digest, 16, hex);
}

static void personal_json(struct str *out, const char *name, const unsigned char *salt, const struct value *v)
{
	char hex[33];

	if (v->type == 'N') {
		value_json(out, name, v);
		return;
	}
	personal_digest(salt, v, hex);
	json_add_text(out, name, hex);
}

static void personal_write(struct writing *w, const char *col, const struct value *before,
			   const struct value *after, bool image_before, bool image_after)
{
	unsigned char salt[SALT_BYTES];

	seal_random(salt, sizeof salt);
	if (image_before)
		personal_json(&w->before, col, salt, before);
	if (image_after)
		personal_json(&w->after, col, salt, after);
	db_exec(w->j->db,
		SQL("INSERT INTO journal_personal (change_id, col, before, after, salt) "
		    "VALUES (:change, :col, :before, :after, :salt)"),
		BIND(B_INT("change", w->change_id), B_TEXT("col", col),
		     B_TEXT("before", before->type == 'T' ? before->s : NULL),
		     B_TEXT("after", after->type == 'T' ? after->s : NULL),
		     B_BLOB("salt", salt, sizeof salt)));
}

/* The images of one row: for an update only what differs; for an insert into a posted table nothing but personal
 * digests, the rest goes straight into the hash, for the row itself is the image. */
static void change_images(struct writing *w, const struct table *t, const struct event *ev)
{
	const char *b = ev->before == NO_IMAGE ? NULL : w->j->bytes.s + ev->before;
	const char *a = ev->after == NO_IMAGE || ev->op == 'D' ? NULL : w->j->bytes.s + ev->after;
	bool row_is_image = t->posted && ev->op == 'I';

	str_clear(&w->before);
	str_clear(&w->after);
	for (int i = 0; i < t->n_cols; i++) {
		struct value none = { .type = 'N' }, vb = b ? image_next(&b) : none,
			     va = a ? image_next(&a) : none;
		const struct column *col = &t->col[i];

		if (col->secret || (col->personal && w->j->discreet) || (b && a && value_same(&vb, &va)))
			continue;
		if (col->personal && (vb.type != 'N' || va.type != 'N')) {
			personal_write(w, col->name, &vb, &va, b != NULL, a != NULL);
			continue;
		}
		if (row_is_image) {
			if (va.type != 'N')
				value_hash(&w->hash, col->name, &va);
			continue;
		}
		if (b)
			value_json(&w->before, col->name, &vb);
		if (a)
			value_json(&w->after, col->name, &va);
	}
}

static const char *braced(struct str *s, struct str *out)
{
	if (!s->len)
		return NULL;
	str_clear(out);
	str_addf(out, "{%s}", str_get(s));
	return str_get(out);
}

static void change_write(struct writing *w, const struct event *ev)
{
	const struct table *t = &w->j->table[ev->table];
	struct str b = { 0 }, a = { 0 };
	const char op[2] = { ev->op, '\0' }, *before, *after;

	seal_hash_int(&w->hash, w->change_id);
	seal_hash_text(&w->hash, t->name);
	seal_hash_int(&w->hash, ev->id);
	seal_hash_text(&w->hash, op);
	change_images(w, t, ev);
	before = braced(&w->before, &b);
	after = braced(&w->after, &a);
	seal_hash_text(&w->hash, before);
	seal_hash_text(&w->hash, after);
	db_exec(w->j->db,
		SQL("INSERT INTO journal_change (id, tbl, row_id, op, before, after) "
		    "VALUES (:id, :tbl, :row, :op, :before, :after)"),
		BIND(B_INT("id", w->change_id), B_TEXT("tbl", t->name), B_INT("row", ev->id),
		     B_TEXT("op", op), B_TEXT("before", before), B_TEXT("after", after)));
	w->change_id++;
	str_free(&b);
	str_free(&a);
}

static void head_hash(struct seal_hash *h, const struct journal_head *head, int64_t seq, int64_t mono,
		      int64_t store, int64_t epoch)
{
	seal_hash_text(h, "journal 1");
	seal_hash_int(h, seq);
	seal_hash_int(h, head->at);
	seal_hash_int(h, mono);
	seal_hash_int(h, head->day);
	seal_hash_text(h, head->request);
	if (head->digest)
		seal_hash_add(h, head->digest, SEAL_HASH);
	seal_hash_text(h, head->command);
	seal_hash_text(h, head->answer);
	seal_hash_int(h, head->user_id);
	seal_hash_text(h, head->terminal);
	seal_hash_int(h, store);
	seal_hash_int(h, epoch);
}

struct last {
	int64_t seq, mono;
	unsigned char hash[SEAL_HASH];
};

static struct last journal_last(struct db *db)
{
	struct last last = { 0 };
	struct cur *c =
	    db_open(db, SQL("SELECT seq, mono, hash FROM journal ORDER BY seq DESC LIMIT 1"), NULL);
	size_t n;

	if (cur_next(c)) {
		const void *p = cur_blob(c, 2, &n);

		last.seq = cur_int(c, 0);
		last.mono = cur_int(c, 1);
		if (n == SEAL_HASH)
			memcpy(last.hash, p, SEAL_HASH);
		cur_close(c);
	}
	return last;
}

bool journal_write(struct journal *j, size_t mark, const struct journal_head *head, int64_t *ret_seq)
{
	struct writing w = { .j = j };
	struct last last = journal_last(j->db);
	int64_t seq = last.seq + 1, mono = head->at * 1000 > last.mono ? head->at * 1000 : last.mono + 1;
	unsigned char hash[SEAL_HASH];

	journal_fold(j, mark);
	journal_pause(j);
	if (j->lost || j->n - mark > ROWS_MOST) {
		db_fail(j->db, SQLITE_MISUSE, "a change that the journal cannot name");
		return false;
	}
	seal_hash_init(&w.hash);
	seal_hash_add(&w.hash, last.hash, SEAL_HASH);
	head_hash(&w.hash, head, seq, mono, 1, j->epoch);
	w.change_id = seq * 65536;
	for (size_t i = mark; i < j->n; i++)
		if (j->event[i].op && !j->table[j->event[i].table].derived)
			change_write(&w, &j->event[i]);
	seal_hash_end(&w.hash, hash);
	str_free(&w.before);
	str_free(&w.after);
	db_exec(j->db,
		SQL("INSERT INTO journal (seq, at, mono, day, request, digest, command, answer, user_id, "
		    "terminal, store,"
		    " epoch, hash) VALUES (:seq, :at, :mono, :day, :request, :digest, :command, :answer, "
		    ":user, :terminal,"
		    " 1, :epoch, :hash)"),
		BIND(B_INT("seq", seq), B_INT("at", head->at), B_INT("mono", mono), B_INT("day", head->day),
		     B_TEXT("request", head->request),
		     B_BLOB("digest", head->digest, head->digest ? SEAL_HASH : 0),
		     B_TEXT("command", head->command), B_TEXT("answer", head->answer),
		     B_ID("user", head->user_id), B_TEXT("terminal", head->terminal),
		     B_INT("epoch", j->epoch), B_BLOB("hash", hash, SEAL_HASH)));
	*ret_seq = j->seq = seq;
	j->recording = true;
	return !db_failed(j->db);
}
