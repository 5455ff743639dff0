/* search.c - one box that finds everything. */
#include "domain/search.h"

#include <string.h>

#include "base/pinyin.h"
#include "base/text.h"

#define READINGS_MOST 12  /* ways to type one name by its initials */
#define WORD_MOST     200 /* bytes of a word worth keeping */

/* ---- the words of a row ---- */

struct row {
	struct ctx *ctx;
	const char *kind;
	int64_t id;
};

static void word_put(const struct row *r, const char *word)
{
	db_exec(r->ctx->db, SQL("INSERT INTO search_word (word, kind, ref_id) VALUES (:word, :kind, :id) ON CONFLICT DO NOTHING"),
		BIND(B_TEXT("word", word), B_TEXT("kind", r->kind), B_INT("id", r->id)));
}

/* What a text is compared by; '<' in front is ours. */
static const char *word_of(struct arena *a, const char *text)
{
	const char *word = text_fold_search(a, text);

	return word + strspn(word, "<");
}

/* A folded word, forwards and backwards. */
static void word_add(const struct row *r, const char *word)
{
	struct arena *a = r->ctx->arena;

	if (!*word || strlen(word) > WORD_MOST)
		return;
	word_put(r, word);
	word_put(r, arena_printf(a, "<%s", text_reverse(a, word)));
}

/* The parts of a name between blanks, each its own beginning. */
static void parts_add(const struct row *r, const char *name)
{
	struct arena *a = r->ctx->arena;

	while (*(name += strspn(name, " "))) {
		size_t n = strcspn(name, " ");

		word_add(r, word_of(a, arena_strndup(a, name, n)));
		name += n;
	}
}

static void initials_add(const struct row *r, const char *name)
{
	char **initials;
	size_t n = pinyin_initials(r->ctx->arena, name, READINGS_MOST, &initials);

	for (size_t i = 0; i < n; i++)
		word_add(r, initials[i]);
}

void search_words_drop(struct ctx *ctx, const char *kind, int64_t id)
{
	db_exec(ctx->db, SQL("DELETE FROM search_word WHERE kind = :kind AND ref_id = :id"),
		BIND(B_TEXT("kind", kind), B_INT("id", id)));
}

void search_words_set(struct ctx *ctx, const char *kind, int64_t id, const struct search_text *list)
{
	struct row r = { ctx, kind, id };

	search_words_drop(ctx, kind, id);
	for (; list->as != SEARCH_END; list++) {
		if (!list->text)
			continue;
		word_add(&r, word_of(ctx->arena, list->text));
		if (list->as != SEARCH_NAME)
			continue;
		parts_add(&r, list->text);
		initials_add(&r, list->text);
	}
}

/* ---- the rows of a word ---- */

struct finding {
	struct db *db;
	struct arena *a;
	struct search_hit *hit;
	size_t n, limit;
};

static bool found_before(const struct finding *f, const char *kind, int64_t id)
{
	for (size_t i = 0; i < f->n; i++)
		if (f->hit[i].id == id && !strcmp(f->hit[i].kind, kind))
			return true;
	return false;
}

static void hits_take(struct finding *f, struct cur *c, enum search_how how)
{
	while (cur_next(c)) {
		if (f->n == f->limit) {
			cur_close(c);
			return;
		}
		if (found_before(f, cur_text(c, 0), cur_int(c, 1)))
			continue;
		f->hit[f->n++] = (struct search_hit){ .kind = arena_strdup(f->a, cur_text(c, 0)),
						      .id = cur_int(c, 1),
						      .how = how };
	}
}

/* Words from `from` up to but not with the last that begins with it. */
static void hits_between(struct finding *f, const char *from, enum search_how how)
{
	const char *to = arena_printf(f->a, "%s\xf4\x8f\xbf\xbf", from);

	/* a row may have several such words: room for them before the limit cuts */
	hits_take(f,
		  db_open(f->db,
			  SQL("SELECT kind, ref_id FROM search_word WHERE word >= :from AND word < :to ORDER BY word LIMIT :most"),
			  BIND(B_TEXT("from", from), B_TEXT("to", to), B_INT("most", (int64_t)f->limit * 4))),
		  how);
}

static void hits_equal(struct finding *f, const char *word)
{
	hits_take(f,
		  db_open(f->db, SQL("SELECT kind, ref_id FROM search_word WHERE word = :word ORDER BY kind, ref_id LIMIT :most"),
			  BIND(B_TEXT("word", word), B_INT("most", (int64_t)f->limit))),
		  HIT_EXACT);
}

static void hits_inside(struct finding *f, const char *word)
{
	hits_take(f,
		  db_open(f->db,
			  SQL("SELECT kind, ref_id FROM search_word WHERE instr(word, :word) > 1 AND word < '<' "
			      "UNION ALL SELECT kind, ref_id FROM search_word WHERE instr(word, :word) > 1 AND word >= '=' "
			      "LIMIT :most"),
			  BIND(B_TEXT("word", word), B_INT("most", (int64_t)f->limit * 4))),
		  HIT_INSIDE);
}

static bool long_enough(const char *word)
{
	return text_width(word) >= 3;
}

/* ---- what the hits are called ---- */

static void hit_label(struct finding *f, struct search_hit *h, const struct sql *sql)
{
	struct cur *c = db_open(f->db, sql, BIND(B_INT("id", h->id)));

	h->title = h->detail = h->more = "";
	if (!cur_next(c))
		return;
	h->title = arena_strdup(f->a, cur_text(c, 0));
	h->detail = arena_strdup(f->a, cur_text(c, 1));
	h->more = arena_strdup(f->a, cur_text(c, 2));
	cur_close(c);
}

static void hit_name(struct finding *f, struct search_hit *h)
{
	if (!strcmp(h->kind, "vehicle"))
		hit_label(f, h,
			  SQL("SELECT v.plate, v.model, p.name FROM vehicle v JOIN party p ON p.id = v.customer_id "
			      "WHERE v.id = :id"));
	else if (!strcmp(h->kind, "job"))
		hit_label(f, h,
			  SQL("SELECT j.number, v.plate, j.complaint FROM job j JOIN vehicle v ON v.id = j.vehicle_id "
			      "WHERE j.id = :id"));
	else if (!strcmp(h->kind, "part"))
		hit_label(f, h, SQL("SELECT code, name, bin FROM part WHERE id = :id"));
	else if (!strcmp(h->kind, "labour"))
		hit_label(f, h, SQL("SELECT code, name, category FROM labour WHERE id = :id"));
	else
		hit_label(f, h, SQL("SELECT name, phone, contact FROM party WHERE id = :id"));
}

size_t search_find(struct db *db, struct arena *a, const char *typed, size_t limit, struct search_hit **ret)
{
	struct finding f = { .db = db, .a = a, .hit = ARENA_ARRAY(a, struct search_hit, limit + 1), .limit = limit };
	const char *word = word_of(a, typed);

	*ret = f.hit;
	if (!*word || strlen(word) > WORD_MOST)
		return 0;
	hits_equal(&f, word);
	hits_between(&f, word, HIT_PREFIX);
	hits_between(&f, arena_printf(a, "<%s", text_reverse(a, word)), HIT_TAIL);
	if (f.n == 0 && long_enough(word))
		hits_inside(&f, word);
	for (size_t i = 0; i < f.n; i++)
		hit_name(&f, &f.hit[i]);
	return f.n;
}

bool search_known(struct db *db, struct arena *a, const char *code)
{
	return db_exists(db, SQL("SELECT 1 FROM search_word WHERE word = :word LIMIT 1"), BIND(B_TEXT("word", word_of(a, code))));
}
