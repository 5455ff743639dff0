/* search.h - one box that finds everything: the words of a row, and the rows of a word. */
#ifndef WORKBAY_SEARCH_H
#define WORKBAY_SEARCH_H

#include "domain/command.h"

/* A text by which people find a row. A name is also found by its parts and its pinyin initials. */
struct search_text {
	enum { SEARCH_END, SEARCH_NAME, SEARCH_CODE } as;
	const char *text; /* NULL: none */
};

#define S_NAME(text_) { SEARCH_NAME, (text_) }
#define S_CODE(text_) { SEARCH_CODE, (text_) }
/* SEARCH(S_NAME(name), S_CODE(phone)) */
#define SEARCH(...) ((const struct search_text[]){ __VA_ARGS__, { SEARCH_END, NULL } })

/* Replaces the words of a row in the same transaction. `kind` is customer, supplier, insurer, vehicle, part, labour
 * or job. Each word is kept forwards, and backwards behind '<', so that a tail is a prefix. */
void search_words_set(struct ctx *ctx, const char *kind, int64_t id, const struct search_text *list);

/* The words of a row that is no longer there go. */
void search_words_drop(struct ctx *ctx, const char *kind, int64_t id);

enum search_how { HIT_EXACT, HIT_PREFIX, HIT_TAIL, HIT_INSIDE };

struct search_hit {
	const char *kind;
	int64_t id;
	enum search_how how;
	const char *title;  /* plate, name, number or code */
	const char *detail; /* model, phone, plate, description; "" for none */
	const char *more;   /* customer, contact, complaint, bin; "" for none */
};

/* The rows that a typed text may mean, at most `limit`: exact words first, then those that begin with it, then those
 * that end in it; where there is none of these, those that have it inside (three letters, two characters of Chinese).
 * Reads only. The array is in the arena; returns how many. */
size_t search_find(struct db *db, struct arena *a, const char *typed, size_t limit, struct search_hit **ret);

/* True when the text as a whole is the code, number, plate or name of something: one look-up by index. */
bool search_known(struct db *db, struct arena *a, const char *code);

#endif
