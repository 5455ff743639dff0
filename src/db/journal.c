/* journal.c - what every command changed, and the chain of hashes over it.
 *
 * The hook appends events raw, because it also reports rows that a failed statement or ROLLBACK TO takes back; the
 * record is cut to a mark then, and folded to one image for each row only when the journal is written.
 *
 * The hash of a row skips NULL values and names the others, so that a column added later changes no old hash. */
#define SQLITE_ENABLE_PREUPDATE_HOOK 1
#include "db/journal.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/json.h"
#include "base/log.h"
#include "base/seal.h"
#include "base/str.h"
#include "db/db_private.h"

#define NO_IMAGE   SIZE_MAX
#define ROWS_MOST  65535
#define SALT_BYTES 16

struct column {
	char *name;
	bool secret, personal;
};

struct table {
	char *name;
	struct column *col;
	int n_cols;
	bool derived, posted, keyed; /* keyed: has the id that the journal names rows by */
};

struct event {
	uint32_t table;
	char op;
	int64_t id;
	size_t before, after; /* images in `bytes` */
};

struct journal {
	struct db *db;
	struct table *table;
	size_t n_tables;
	struct event *event;
	size_t n, cap;
	struct str bytes;
	bool recording, lost, discreet;
	uint32_t *slot; /* folding: 1 + event index */
	size_t slots;
	int64_t seq;
};

/* ---- what the tables are ---- */

static struct table *table_named(struct journal *j, const char *name)
{
	for (size_t i = 0; i < j->n_tables; i++)
		if (!strcmp(j->table[i].name, name))
			return &j->table[i];
	return NULL;
}

static void table_add_column(struct journal *j, const char *table, const char *col, bool is_key)
{
	struct table *t = table_named(j, table);

	if (!t) {
		j->table = xrealloc(j->table, (j->n_tables + 1) * sizeof *j->table);
		t = &j->table[j->n_tables++];
		*t = (struct table){ .name = xstrdup(table) };
	}
	t->col = xrealloc(t->col, (size_t)(t->n_cols + 1) * sizeof *t->col);
	t->col[t->n_cols++] = (struct column){ .name = xstrdup(col) };
	if (is_key && t->n_cols == 1)
		t->keyed = true;
}

static void table_add_mark(struct journal *j, const char *table, const char *col, const char *mark)
{
	struct table *t = table_named(j, table);

	if (!t)
		return;
	if (!*col && !strcmp(mark, "derived"))
		t->derived = true;
	if (!*col && !strcmp(mark, "posted"))
		t->posted = true;
	for (int i = 0; *col && i < t->n_cols; i++) {
		if (strcmp(t->col[i].name, col))
			continue;
		t->col[i].secret |= !strcmp(mark, "secret");
		t->col[i].personal |= !strcmp(mark, "personal");
	}
}

static void tables_read(struct journal *j)
{
	struct cur *c = db_open(j->db,
				SQL("SELECT t.name, c.name, c.pk = 1 AND c.name IN ('id', 'seq') AND c.type = 'INTEGER' "
				    "FROM sqlite_schema t JOIN pragma_table_info(t.name) c "
				    "WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.rowid, c.cid"),
				NULL);

	while (cur_next(c))
		table_add_column(j, cur_text(c, 0), cur_text(c, 1), cur_int(c, 2) != 0);
	c = db_open(j->db, SQL("SELECT tbl, col, mark FROM schema_mark"), NULL);
	while (cur_next(c))
		table_add_mark(j, cur_text(c, 0), cur_text(c, 1), cur_text(c, 2));
}

/* ---- the hook ---- */

static void image_value(struct str *b, sqlite3_value *v)
{
	const void *p;
	int64_t i;
	size_t n;

	switch (sqlite3_value_type(v)) {
	case SQLITE_NULL:
		str_addc(b, 'N');
		return;
	case SQLITE_INTEGER:
		i = sqlite3_value_int64(v);
		str_addc(b, 'I');
		str_addn(b, (const char *)&i, sizeof i);
		return;
	default: /* text or blob; STRICT tables have no REAL column of ours */
		str_addc(b, sqlite3_value_type(v) == SQLITE_BLOB ? 'B' : 'T');
		p = sqlite3_value_blob(v); /* never allocates, as asking for text may */
		n = p ? (size_t)sqlite3_value_bytes(v) : 0;
		str_addn(b, (const char *)&n, sizeof n);
		str_addn(b, p ? p : "", n);
		str_addc(b, '\0');
	}
}

static size_t image_take(struct journal *j, sqlite3 *h, const struct table *t,
			 int (*get)(sqlite3 *, int, sqlite3_value **))
{
	size_t at = j->bytes.len;
	sqlite3_value *v;

	for (int i = 0; i < t->n_cols; i++) {
		if (get(h, i, &v) == SQLITE_OK && v)
			image_value(&j->bytes, v);
		else
			str_addc(&j->bytes, 'N');
	}
	return at;
}

static void on_row(void *arg, sqlite3 *h, int op, const char *schema, const char *name, sqlite3_int64 old_id,
		   sqlite3_int64 new_id)
{
	struct journal *j = arg;
	struct table *t;
	struct event *ev;

	(void)schema;
	if (!j->recording)
		return;
	t = table_named(j, name);
	if (!t) {
		j->lost = true;
		return;
	}
	if (!t->keyed)
		return;
	if (j->n == j->cap) {
		j->cap = j->cap ? j->cap * 2 : 64;
		j->event = xrealloc(j->event, j->cap * sizeof *j->event);
	}
	ev = &j->event[j->n++];
	*ev = (struct event){ (uint32_t)(t - j->table), op == SQLITE_INSERT ? 'I' : op == SQLITE_DELETE ? 'D' : 'U',
			      op == SQLITE_DELETE ? old_id : new_id, NO_IMAGE, NO_IMAGE };
	if (t->derived)
		return;
	if (op != SQLITE_INSERT)
		ev->before = image_take(j, h, t, sqlite3_preupdate_old);
	if (op != SQLITE_DELETE)
		ev->after = image_take(j, h, t, sqlite3_preupdate_new);
	if (op == SQLITE_UPDATE && old_id != new_id)
		j->lost = true;
}

/* ---- life ---- */

struct journal *journal_new(struct db *writer, struct err *e)
{
	struct journal *j = xcalloc(1, sizeof *j);

	j->db = writer;
	tables_read(j);
	if (db_failed(writer)) {
		db_error(writer, e);
		journal_free(j);
		return NULL;
	}
	sqlite3_preupdate_hook(db_handle(writer), on_row, j);
	return j;
}

void journal_free(struct journal *j)
{
	if (!j)
		return;
	sqlite3_preupdate_hook(db_handle(j->db), NULL, NULL);
	for (size_t i = 0; i < j->n_tables; i++) {
		for (int k = 0; k < j->table[i].n_cols; k++)
			free(j->table[i].col[k].name);
		free(j->table[i].col);
		free(j->table[i].name);
	}
	free(j->table);
	free(j->event);
	free(j->slot);
	str_free(&j->bytes);
	free(j);
}

void journal_begin(struct journal *j)
{
	j->n = 0;
	j->lost = j->discreet = false;
	str_clear(&j->bytes);
	j->recording = true;
}

int64_t journal_seq(const struct journal *j)
{
	return j->seq;
}

void journal_discreet(struct journal *j)
{
	j->discreet = true;
}

size_t journal_mark(const struct journal *j)
{
	return j->n;
}

void journal_cut(struct journal *j, size_t mark)
{
	j->n = mark;
}

void journal_pause(struct journal *j)
{
	j->recording = false;
}

/* ---- folding ---- */

static size_t fold_slot(struct journal *j, const struct event *ev)
{
	uint64_t h = ((uint64_t)ev->id * 0x9E3779B97F4A7C15u) ^ ((uint64_t)ev->table * 0xC2B2AE3D27D4EB4Fu);
	size_t at = (size_t)(h >> 32) & (j->slots - 1);

	while (j->slot[at]) {
		const struct event *seen = &j->event[j->slot[at] - 1];

		if (seen->table == ev->table && seen->id == ev->id)
			break;
		at = (at + 1) & (j->slots - 1);
	}
	return at;
}

static void fold_into(struct event *first, const struct event *ev)
{
	first->after = ev->after;
	if (first->op == 'I' && ev->op == 'D')
		first->op = 0;
	else if (first->op == 0 && ev->op == 'I')
		first->op = first->before == NO_IMAGE ? 'I' : 'U';
	else if (first->op == 'D' && ev->op == 'I')
		first->op = 'U';
	else if (ev->op == 'D')
		first->op = 'D';
}

/* Folds the events from `mark` on to one for each row, in the order of their first touch. */
static void fold(struct journal *j, size_t mark)
{
	size_t n = mark;

	j->slots = 64;
	while (j->slots < (j->n - mark) * 2)
		j->slots *= 2;
	j->slot = xrealloc(j->slot, j->slots * sizeof *j->slot);
	memset(j->slot, 0, j->slots * sizeof *j->slot);
	for (size_t i = mark; i < j->n; i++) {
		size_t at = fold_slot(j, &j->event[i]);

		if (j->slot[at]) {
			fold_into(&j->event[j->slot[at] - 1], &j->event[i]);
			continue;
		}
		j->event[n] = j->event[i];
		j->slot[at] = (uint32_t)++n;
	}
	j->n = n;
}

void journal_each(struct journal *j, size_t mark, void (*fn)(void *arg, const struct journal_row *row), void *arg)
{
	fold(j, mark);
	for (size_t i = mark; i < j->n; i++) {
		const struct event *ev = &j->event[i];

		if (ev->op)
			fn(arg, &(struct journal_row){ j->table[ev->table].name, ev->id, ev->op });
	}
}

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

static void personal_write(struct writing *w, const char *col, const struct value *before, const struct value *after,
			   bool image_before, bool image_after)
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
		     B_TEXT("after", after->type == 'T' ? after->s : NULL), B_BLOB("salt", salt, sizeof salt)));
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
		struct value none = { .type = 'N' }, vb = b ? image_next(&b) : none, va = a ? image_next(&a) : none;
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
		BIND(B_INT("id", w->change_id), B_TEXT("tbl", t->name), B_INT("row", ev->id), B_TEXT("op", op),
		     B_TEXT("before", before), B_TEXT("after", after)));
	w->change_id++;
	str_free(&b);
	str_free(&a);
}

static void head_hash(struct seal_hash *h, const struct journal_head *head, int64_t seq, int64_t mono, int64_t store,
		      int64_t epoch)
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
	struct cur *c = db_open(db, SQL("SELECT seq, mono, hash FROM journal ORDER BY seq DESC LIMIT 1"), NULL);
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
	int64_t epoch = db_int(j->db, SQL("SELECT CAST(value AS INTEGER) FROM meta WHERE name = 'epoch'"), NULL, 1);
	unsigned char hash[SEAL_HASH];

	fold(j, mark);
	journal_pause(j);
	if (j->lost || j->n - mark > ROWS_MOST) {
		db_fail(j->db, SQLITE_MISUSE, "a change that the journal cannot name");
		return false;
	}
	seal_hash_init(&w.hash);
	seal_hash_add(&w.hash, last.hash, SEAL_HASH);
	head_hash(&w.hash, head, seq, mono, 1, epoch);
	w.change_id = seq * 65536;
	for (size_t i = mark; i < j->n; i++)
		if (j->event[i].op && !j->table[j->event[i].table].derived)
			change_write(&w, &j->event[i]);
	seal_hash_end(&w.hash, hash);
	str_free(&w.before);
	str_free(&w.after);
	db_exec(j->db,
		SQL("INSERT INTO journal (seq, at, mono, day, request, digest, command, answer, user_id, terminal, store,"
		    " epoch, hash) VALUES (:seq, :at, :mono, :day, :request, :digest, :command, :answer, :user, :terminal,"
		    " 1, :epoch, :hash)"),
		BIND(B_INT("seq", seq), B_INT("at", head->at), B_INT("mono", mono), B_INT("day", head->day),
		     B_TEXT("request", head->request), B_BLOB("digest", head->digest, head->digest ? SEAL_HASH : 0),
		     B_TEXT("command", head->command), B_TEXT("answer", head->answer), B_ID("user", head->user_id),
		     B_TEXT("terminal", head->terminal), B_INT("epoch", epoch), B_BLOB("hash", hash, SEAL_HASH)));
	*ret_seq = j->seq = seq;
	j->recording = true;
	return !db_failed(j->db);
}
