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
	struct str infix; /* the words in whose middle it is found */
};

static void word_put(const struct row *r, const char *word)
{
	db_exec(r->ctx->db,
		SQL("INSERT INTO search_word (word, kind, ref_id) VALUES (:word, :kind, :id) ON CONFLICT DO "
		    "NOTHING"),
		BIND(B_TEXT("word", word), B_TEXT("kind", r->kind), B_INT("id", r->id)));
}

/* What a text is compared by; '<' and '>' in front are ours. */
static const char *word_of(struct arena *a, const char *text)
{
	const char *word = text_fold_search(a, text);

	return word + strspn(word, "<>");
}

static bool is_kept(const char *word)
{
	return *word && strlen(word) <= WORD_MOST;
}

/* A folded word, forwards and backwards. */
static void word_add(const struct row *r, const char *word)
{
	struct arena *a = r->ctx->arena;

	if (!is_kept(word))
		return;
	word_put(r, word);
	word_put(r, arena_printf(a, "<%s", text_reverse(a, word)));
}

/* What is left of a word from each Chinese character on. */
static void remainders_add(const struct row *r, const char *word)
{
	uint32_t cp;
	int n = text_decode(word, strlen(word), &cp);

	while (n > 0 && *(word += n)) {
		n = text_decode(word, strlen(word), &cp);
		if (cp >= 0x3400 && cp <= 0x9FFF)
			word_put(r, arena_printf(r->ctx->arena, ">%s", word));
	}
}

/* A whole text: its middles are found too. */
static void whole_add(struct row *r, const char *word)
{
	word_add(r, word);
	if (!is_kept(word) || !strcmp(r->kind, "job"))
		return;
	remainders_add(r, word);
	str_addf(&r->infix, "%s%s", r->infix.len ? " " : "", word);
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

/* The index of middles is one for all tables: the row's id times 4, and which table it is of. */
static int64_t infix_id(const struct row *r)
{
	static const char *const tables[] = { "", "vehicle", "part", "labour" };
	int64_t table = 0;

	for (int i = 1; i < 4; i++)
		if (!strcmp(r->kind, tables[i]))
			table = i;
	return r->id * 4 + table;
}

static void words_delete(const struct row *r)
{
	db_exec(r->ctx->db, SQL("DELETE FROM search_word WHERE kind = :kind AND ref_id = :id"),
		BIND(B_TEXT("kind", r->kind), B_INT("id", r->id)));
}

/* Written only where it has changed: it is the dearest of the words. */
static void infix_set(const struct row *r)
{
	const char *old =
	    db_text(r->ctx->db, r->ctx->arena, SQL("SELECT c0 FROM search_infix_content WHERE id = :id"),
		    BIND(B_INT("id", infix_id(r))));
	const char *text = str_get(&r->infix);

	if (old && strcmp(old, text) != 0)
		db_exec(r->ctx->db, SQL("DELETE FROM search_infix WHERE rowid = :id"),
			BIND(B_INT("id", infix_id(r))));
	if (*text && (!old || strcmp(old, text) != 0))
		db_exec(r->ctx->db,
			SQL("INSERT INTO search_infix (rowid, text, kind) VALUES (:id, :text, :kind)"),
			BIND(B_INT("id", infix_id(r)), B_TEXT("text", text), B_TEXT("kind", r->kind)));
}

void search_words_drop(struct ctx *ctx, const char *kind, int64_t id)
{
	search_words_set(ctx, kind, id, &(struct search_text){ SEARCH_END, NULL });
}

void search_words_set(struct ctx *ctx, const char *kind, int64_t id, const struct search_text *list)
{
	struct row r = { .ctx = ctx, .kind = kind, .id = id };

	words_delete(&r);
	for (; list->as != SEARCH_END; list++) {
		if (!list->text)
			continue;
		whole_add(&r, word_of(ctx->arena, list->text));
		if (list->as != SEARCH_NAME)
			continue;
		parts_add(&r, list->text);
		initials_add(&r, list->text);
	}
	if (strcmp(kind, "job") != 0)
		infix_set(&r);
	str_free(&r.infix);
}

/* ---- the rows of a word ---- */

size_t search_exact(struct db *db, struct arena *a, const char *typed, const char *kind, size_t most,
		    int64_t *ret_id)
{
	struct cur *c = db_open(
	    db, SQL("SELECT ref_id FROM search_word WHERE word = :word AND kind = :kind LIMIT :most"),
	    BIND(B_TEXT("word", word_of(a, typed)), B_TEXT("kind", kind), B_INT("most", (int64_t)most)));
	size_t n = 0;

	while (cur_next(c))
		ret_id[n++] = cur_int(c, 0);
	return n;
}

bool search_known(struct db *db, struct arena *a, const char *code)
{
	return db_exists(db, SQL("SELECT 1 FROM search_word WHERE word = :word LIMIT 1"),
			 BIND(B_TEXT("word", word_of(a, code))));
}
