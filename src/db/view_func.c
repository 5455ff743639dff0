/* view_func.c - the SQL functions of our views and checks. */
#include "db/view_func.h"

#include <sqlite3.h>
#include <string.h>

#include "base/muldiv.h"
#include "base/pinyin.h"
#include "base/text.h"

#define MOST_CHARS 512

/* ---- fold ---- */

/* Texts of ASCII and unified ideographs fold character by character; true when this is one and it fits. */
static bool fold_plain(const char *s, char out[MOST_CHARS * 4])
{
	size_t n = 0;

	while (*s) {
		uint32_t cp;
		int len = text_decode(s, strnlen(s, 4), &cp);

		if (len <= 0 || n + 8 > MOST_CHARS * 4 || (cp >= 0x80 && (cp < 0x4E00 || cp > 0x9FFF)))
			return false;
		s += len;
		if (cp >= 0x80)
			n += (size_t)text_encode(pinyin_simplified(cp), out + n);
		else if (cp > ' ' && cp != '-' && cp != '/' && cp != '.')
			out[n++] = (char)(cp >= 'A' && cp <= 'Z' ? cp + ('a' - 'A') : cp);
	}
	out[n] = '\0';
	return true;
}

/* The folded text, in `buf` or in the arena. */
static const char *fold(struct arena *a, const char *s, char buf[MOST_CHARS * 4])
{
	return fold_plain(s, buf) ? buf : text_fold_search(a, s);
}

static void fn_fold(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	const char *s = (const char *)sqlite3_value_text(v[0]);
	struct arena *a = sqlite3_user_data(ctx);
	char buf[MOST_CHARS * 4];

	(void)n;
	if (!s)
		return;
	sqlite3_result_text(ctx, fold(a, s, buf), -1, SQLITE_TRANSIENT);
	arena_reset(a);
}

static void fn_backwards(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	const char *s = (const char *)sqlite3_value_text(v[0]);
	struct arena *a = sqlite3_user_data(ctx);

	(void)n;
	if (!s)
		return;
	sqlite3_result_text(ctx, text_reverse(a, s), -1, SQLITE_TRANSIENT);
	arena_reset(a);
}

/* ---- initials ---- */

/* The letters and digits that a character may be typed as; 0: it is passed over. */
static uint64_t typed_as(uint32_t cp)
{
	if (cp >= 'A' && cp <= 'Z')
		cp += 'a' - 'A';
	if (cp >= 'a' && cp <= 'z')
		return UINT64_C(1) << (cp - 'a');
	if (cp >= '0' && cp <= '9')
		return UINT64_C(1) << (26 + cp - '0');
	return cp < 0x80 ? 0 : pinyin_mask(cp);
}

/* True when the letters of `q` are initials of some run of characters in `s`. */
static bool initials_match(const char *s, const char *q)
{
	uint64_t mask[MOST_CHARS];
	size_t n = 0, len = strlen(q);

	while (*s && n < MOST_CHARS) {
		uint32_t cp;
		int used = text_decode(s, strnlen(s, 4), &cp);

		if (used <= 0)
			return false;
		if ((mask[n] = typed_as(cp)))
			n++;
		s += used;
	}
	for (size_t at = 0; at + len <= n; at++) {
		size_t k = 0;

		while (k < len && (mask[at + k] & typed_as((unsigned char)q[k])))
			k++;
		if (k == len)
			return true;
	}
	return false;
}

static bool is_letters(const char *q)
{
	size_t n = strspn(q, "abcdefghijklmnopqrstuvwxyz0123456789");

	return n && !q[n];
}

/* The folded search word, kept by SQLite for as long as the word stays the same. */
static const char *word_of(sqlite3_context *ctx, struct arena *a, sqlite3_value *v)
{
	const char *kept = sqlite3_get_auxdata(ctx, 1), *s;
	char buf[MOST_CHARS * 4], *copy;

	if (kept)
		return kept;
	s = (const char *)sqlite3_value_text(v);
	if (!s)
		return NULL;
	s = fold(a, s, buf);
	copy = sqlite3_mprintf("%s", s);
	if (!copy)
		return NULL;
	sqlite3_set_auxdata(ctx, 1, copy, sqlite3_free);
	return sqlite3_get_auxdata(ctx, 1);
}

static void fn_py_match(sqlite3_context *ctx, int n, sqlite3_value **v)
{
	const char *s = (const char *)sqlite3_value_text(v[0]), *q;
	struct arena *a = sqlite3_user_data(ctx);
	char buf[MOST_CHARS * 4];

	(void)n;
	q = word_of(ctx, a, v[1]);
	sqlite3_result_int(ctx, s && q && (strstr(fold(a, s, buf), q) || (is_letters(q) && initials_match(s, q))));
	arena_reset(a);
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

static void free_arena(void *a)
{
	arena_free(a);
}

typedef void sql_function(sqlite3_context *ctx, int n, sqlite3_value **v);

static bool add(struct db *db, const char *name, int args, sql_function *fn)
{
	return sqlite3_create_function_v2(db_handle(db), name, args,
					  SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS, arena_new(), fn, NULL,
					  NULL, free_arena) == SQLITE_OK;
}

bool view_functions(struct db *db)
{
	return add(db, "fold", 1, fn_fold) && add(db, "backwards", 1, fn_backwards) &&
	       add(db, "py_match", 2, fn_py_match) && add(db, "muldiv", 3, fn_muldiv);
}
