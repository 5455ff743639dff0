/* pinyin.c - finding Chinese names by the first letters of their readings. */
#include "base/pinyin.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/str.h"
#include "base/text.h"
#include "base/unihan_table.h"

#define LING 0x3007 /* the round zero, which is not among the unified characters */

/* One place of a text: the letters it may be typed as. */
struct place {
	const char *likely; /* the first letter, or the bytes of a character that stands for itself */
	size_t bytes;       /* of `likely` */
	const char *more;   /* further letters */
	size_t n;           /* choices in all */
	size_t above;       /* the highest rank that the places from here on can have together */
	size_t chosen;
};

struct builder {
	struct arena *a;
	struct place *place;
	size_t places, bytes;
	char **result;
	size_t n, max;
};

static int by_pair(const void *key, const void *pair)
{
	return memcmp(key, pair, UNIHAN_PAIR / 2);
}

uint32_t pinyin_simplified(uint32_t cp)
{
	const char *pair;
	char key[5];

	if (cp < 0x3400 || cp > UNIHAN_LAST)
		return cp;
	text_encode(cp, key);
	pair = bsearch(key, unihan_fold, unihan_fold_n, UNIHAN_PAIR, by_pair);
	if (pair)
		text_decode(pair + UNIHAN_PAIR / 2, UNIHAN_PAIR / 2, &cp);
	return cp;
}

static int by_cp(const void *key, const void *more)
{
	int a = *(const uint16_t *)key, b = ((const struct unihan_more *)more)->cp;

	return a - b;
}

/* The initials of a character beyond the first, "" for none. */
static const char *more_of(uint32_t cp)
{
	uint16_t key = (uint16_t)cp;
	const struct unihan_more *more =
	    bsearch(&key, unihan_more, unihan_more_n, sizeof *unihan_more, by_cp);

	return more ? more->initials : "";
}

/* The character whose readings count: a rare Traditional one is read as its Simplified form. */
static uint32_t read_as(uint32_t cp)
{
	if (cp < UNIHAN_FIRST)
		cp = pinyin_simplified(cp);
	return cp >= UNIHAN_FIRST && cp <= UNIHAN_LAST && unihan_initial[cp - UNIHAN_FIRST] != '-' ? cp : 0;
}

uint32_t pinyin_mask(uint32_t cp)
{
	uint32_t mask;

	if (cp == LING)
		return UINT32_C(1) << ('l' - 'a');
	cp = read_as(cp);
	if (cp == 0)
		return 0;
	mask = UINT32_C(1) << (unihan_initial[cp - UNIHAN_FIRST] - 'a');
	for (const char *p = more_of(cp); *p; p++)
		mask |= UINT32_C(1) << (*p - 'a');
	return mask;
}

static bool is_letter_or_digit(uint32_t cp)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);

	return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
	       (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

/* The places of a folded text; the letters of a character that stands for itself lie in the text. */
static void find_places(struct builder *b, const char *s)
{
	uint32_t cp, read;
	int len;

	b->place = ARENA_ARRAY(b->a, struct place, strlen(s) + 1);
	for (; (len = text_decode(s, strnlen(s, 4), &cp)) > 0; s += len) {
		struct place *p = &b->place[b->places];

		read = read_as(cp);
		if (!read && cp != LING && !is_letter_or_digit(cp))
			continue;
		p->likely = read ? &unihan_initial[read - UNIHAN_FIRST] : cp == LING ? "l" : s;
		p->bytes = read || cp == LING ? 1 : (size_t)len;
		p->more = read ? more_of(read) : "";
		p->n = 1 + strlen(p->more);
		b->bytes += p->bytes;
		b->places++;
	}
	for (size_t i = b->places; i-- > 0;)
		b->place[i].above = b->place[i].n - 1 + (i + 1 < b->places ? b->place[i + 1].above : 0);
}

static void write_one(struct builder *b)
{
	char *out = arena_alloc(b->a, b->bytes + 1);

	b->result[b->n++] = out;
	for (size_t i = 0; i < b->places; i++) {
		const struct place *p = &b->place[i];

		memcpy(out, p->chosen ? p->more + p->chosen - 1 : p->likely, p->bytes);
		out += p->bytes;
	}
}

/* Writes all strings whose choices from place `at` on have the ranks' sum `rank`, earlier places varied
 * first. */
static void write_rank(struct builder *b, size_t at, size_t rank)
{
	while (at < b->places && b->place[at].n == 1)
		b->place[at++].chosen = 0;
	if (at == b->places) {
		write_one(b);
		return;
	}
	for (size_t k = b->place[at].n; k-- > 0 && b->n < b->max;) {
		size_t rest = at + 1 < b->places ? b->place[at + 1].above : 0;

		if (k > rank || rank - k > rest)
			continue;
		b->place[at].chosen = k;
		write_rank(b, at + 1, rank - k);
	}
}

size_t pinyin_initials(struct arena *a, const char *text, size_t max, char ***ret)
{
	struct builder b = { .a = a, .max = max };
	size_t highest;

	find_places(&b, text_fold_search(a, text));
	b.result = ARENA_ARRAY(a, char *, max ? max : 1);
	highest = b.places ? b.place[0].above : 0;
	for (size_t rank = 0; rank <= highest && b.n < max && b.places; rank++)
		write_rank(&b, 0, rank);
	*ret = b.result;
	return b.n;
}
