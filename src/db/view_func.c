/* view_func.c - the SQL functions of our views and checks. */
#include "db/view_func.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#include "base/muldiv.h"
#include "base/pinyin.h"
#include "base/lang.h"
#include "base/text.h"

#define MOST_CHARS 512
#define HAN_FIRST  0x4E00
#define HAN_LAST   0x9FFF
#define HAN        (HAN_LAST - HAN_FIRST + 1)

/* What a function keeps on its connection. The tables are made at the first Chinese character that it meets:
 * a list is filtered at each key, over all its rows. */
struct folding {
	struct arena *a;    /* emptied after each call */
	uint16_t *simple;   /* the simplified form of each unified ideograph */
	uint32_t *initials; /* the letters it may begin with */
};

static void tables_make(struct folding *f)
{
	f->simple = xcalloc(HAN, sizeof *f->simple);
	f->initials = xcalloc(HAN, sizeof *f->initials);
	for (uint32_t i = 0; i < HAN; i++) {
		uint32_t cp = pinyin_simplified(HAN_FIRST + i);

		f->simple[i] = (uint16_t)(cp <= 0xFFFF ? cp : HAN_FIRST + i);
		f->initials[i] = pinyin_mask(HAN_FIRST + i);
	}
}

static bool is_han(uint32_t cp)
{
	return cp >= HAN_FIRST && cp <= HAN_LAST;
}

/* ---- fold ---- */

/* Texts of ASCII and unified ideographs fold character by character; true when this is one and it fits. */
static bool fold_plain(struct folding *f, const char *s, char out[MOST_CHARS * 4])
{
	size_t n = 0;

	while (*s) {
		uint32_t cp = (unsigned char)*s;
		int len = cp < 0x80 ? 1 : text_decode(s, strnlen(s, 4), &cp);

		if (len <= 0 || n + 8 > MOST_CHARS * 4 || (cp >= 0x80 && !is_han(cp)))
			return false;
		s += len;
		if (cp >= 0x80 && !f->simple)
			tables_make(f);
		if (cp >= 0x80)
			n += (size_t)text_encode(f->simple[cp - HAN_FIRST], out + n);
		else if (cp > ' ' && cp != '-' && cp != '/' && cp != '.')
			out[n++] = (char)(cp >= 'A' && cp <= 'Z' ? cp + ('a' - 'A') : cp);
	}
	out[n] = '\0';
	return true;
}

/* The folded text, in `buf` or in the arena. */
static const char *fold(struct folding *f, const char *s, char buf[MOST_CHARS * 4])
{
	return fold_plain(f, s, buf) ? buf : text_fold_search(f->a, s);
}

static void fn_fold(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	const char *s = (const char *)sqlite3_value_text(v[0]);
	struct folding *f = sqlite3_user_data(ctx);
	char buf[MOST_CHARS * 4];

	(void)n;
	if (!s)
		return;
	sqlite3_result_text(ctx, fold(f, s, buf), -1, SQLITE_TRANSIENT);
	arena_reset(f->a);
}

static void fn_backwards(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	const char *s = (const char *)sqlite3_value_text(v[0]);
	struct folding *f = sqlite3_user_data(ctx);

	(void)n;
	if (!s)
		return;
	sqlite3_result_text(ctx, text_reverse(f->a, s), -1, SQLITE_TRANSIENT);
	arena_reset(f->a);
}

/* ---- initials ---- */

/* The letters and digits that a character may be typed as; 0: it is passed over. */
static uint64_t typed_as(const struct folding *f, uint32_t cp)
{
	if (is_han(cp))
		return f->initials[cp - HAN_FIRST];
	if (cp >= 'A' && cp <= 'Z')
		cp += 'a' - 'A';
	if (cp >= 'a' && cp <= 'z')
		return UINT64_C(1) << (cp - 'a');
	if (cp >= '0' && cp <= '9')
		return UINT64_C(1) << (26 + cp - '0');
	return 0;
}

static size_t masks_of(const struct folding *f, const char *s, uint64_t mask[MOST_CHARS])
{
	size_t n = 0;

	while (*s && n < MOST_CHARS) {
		uint32_t cp = (unsigned char)*s;
		int used = cp < 0x80 ? 1 : text_decode(s, strnlen(s, 4), &cp);

		if (used <= 0)
			return 0;
		if ((mask[n] = typed_as(f, cp)))
			n++;
		s += used;
	}
	return n;
}

/* True when the letters of `q` are initials of some run of characters in `s`; of the first ones where `begins`. */
static bool initials_match(struct folding *f, const char *s, const char *q, bool begins)
{
	uint64_t mask[MOST_CHARS], asked[MOST_CHARS];
	size_t n, len = strlen(q);

	if (len >= MOST_CHARS)
		return false;
	if (!f->simple)
		tables_make(f);
	n = masks_of(f, s, mask);
	masks_of(f, q, asked);
	for (size_t at = 0; at + len <= n && (at == 0 || !begins); at++) {
		size_t k = 0;

		while (k < len && (mask[at + k] & asked[k]))
			k++;
		if (k == len)
			return true;
	}
	return false;
}

static bool is_ascii(const char *s)
{
	for (; *s; s++)
		if ((unsigned char)*s >= 0x80)
			return false;
	return true;
}

static bool is_letters(const char *q)
{
	size_t n = strspn(q, "abcdefghijklmnopqrstuvwxyz0123456789");

	return n && !q[n];
}

/* The folded search word, kept by SQLite for as long as the word stays the same. */
static const char *word_of(sqlite3_context *ctx, struct folding *f, sqlite3_value *v)
{
	const char *kept = sqlite3_get_auxdata(ctx, 1), *s;
	char buf[MOST_CHARS * 4], *copy;

	if (kept)
		return kept;
	s = (const char *)sqlite3_value_text(v);
	if (!s)
		return NULL;
	s = fold(f, s, buf);
	copy = sqlite3_mprintf("%s", s);
	if (!copy)
		return NULL;
	sqlite3_set_auxdata(ctx, 1, copy, sqlite3_free);
	return sqlite3_get_auxdata(ctx, 1);
}

/* An ASCII text has no ideographs: it neither contains them nor has initials. */
static bool matches(struct folding *f, const char *s, const char *q, bool begins)
{
	char buf[MOST_CHARS * 4];
	bool plain = is_ascii(s);
	const char *folded, *at;

	if (plain && !is_ascii(q))
		return false;
	folded = fold(f, s, buf);
	at = strstr(folded, q);
	if (at && (at == folded || !begins))
		return true;
	return !plain && is_letters(q) && initials_match(f, s, q, begins);
}

static void match_result(sqlite3_context *ctx, sqlite3_value **v, bool begins)
{
	const char *s = (const char *)sqlite3_value_text(v[0]), *q;
	struct folding *f = sqlite3_user_data(ctx);

	q = s ? word_of(ctx, f, v[1]) : NULL;
	sqlite3_result_int(ctx, s && q && matches(f, s, q, begins));
	arena_reset(f->a);
}

static void fn_py_match(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	(void)n;
	match_result(ctx, v, false);
}

static void fn_py_begins(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	(void)n;
	match_result(ctx, v, true);
}

/* An English text that the translations know, in the language of that code. */
static void fn_said(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	const char *code = (const char *)sqlite3_value_text(v[0]),
		   *s = (const char *)sqlite3_value_text(v[1]);

	(void)n;
	if (code && s)
		sqlite3_result_text(ctx, tr(lang_find(code), s), -1, SQLITE_TRANSIENT);
}

/* Texts that are folded already, byte for byte; instr() goes by characters and takes three times as long. */
static void fn_holds(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	const char *s = (const char *)sqlite3_value_text(v[0]), *q = (const char *)sqlite3_value_text(v[1]);

	(void)n;
	if (s && q)
		sqlite3_result_int(ctx, strstr(s, q) != NULL);
}

/* ---- exact arithmetic ---- */

static void fn_muldiv(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	int64_t c = sqlite3_value_int64(v[2]);
	__int128 product;

	for (int i = 0; i < n; i++)
		if (sqlite3_value_type(v[i]) == SQLITE_NULL)
			return;
	if (!c)
		return;
	product = (__int128)sqlite3_value_int64(v[0]) * sqlite3_value_int64(v[1]) / c;
	if (product > INT64_MAX - 1 || product < -INT64_MAX)
		sqlite3_result_error(ctx, "integer overflow", -1);
	else
		sqlite3_result_int64(ctx, muldiv(sqlite3_value_int64(v[0]), sqlite3_value_int64(v[1]), c));
}

static void folding_free(void *p)
{
	struct folding *f = p;

	arena_free(f->a);
	free(f->simple);
	free(f->initials);
	free(f);
}

typedef void sql_function(sqlite3_context *ctx, int n, sqlite3_value **v);

static bool add(struct db *db, const char *name, int args, sql_function *fn)
{
	struct folding *f = xcalloc(1, sizeof *f);

	f->a = arena_new();
	return sqlite3_create_function_v2(db_handle(db), name, args,
					  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, f, fn, NULL,
					  NULL, folding_free) == SQLITE_OK;
}

bool view_functions(struct db *db)
{
	return add(db, "fold", 1, fn_fold) && add(db, "backwards", 1, fn_backwards) &&
	       add(db, "py_match", 2, fn_py_match) && add(db, "py_begins", 2, fn_py_begins) &&
	       add(db, "holds", 2, fn_holds) && add(db, "said", 2, fn_said) &&
	       add(db, "muldiv", 3, fn_muldiv);
}
