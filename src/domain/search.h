/* search.h - one box that finds everything: the words of a row. The rows of a word are the view search_hits. */
#ifndef WORKBAY_SEARCH_H
#define WORKBAY_SEARCH_H

#include "domain/command.h"

/* A text by which people find a row. A name is also found by its parts and its pinyin initials. */
enum search_as { SEARCH_END, SEARCH_NAME, SEARCH_CODE };
struct search_text {
	enum search_as as;
	const char *text; /* NULL: none */
};

#define S_NAME(text_)                                                                                        \
	{                                                                                                    \
		SEARCH_NAME, (text_)                                                                         \
	}
#define S_CODE(text_)                                                                                        \
	{                                                                                                    \
		SEARCH_CODE, (text_)                                                                         \
	}
/* SEARCH(S_NAME(name), S_CODE(phone)) */
#define SEARCH(...) ((const struct search_text[]){ __VA_ARGS__, { SEARCH_END, NULL } })

/* Replaces the words of a row in the same transaction. `kind` is customer, supplier, insurer, vehicle, part, labour
 * or job. Each word is kept forwards, and backwards behind '<', so that a tail is a prefix. A text as a whole is found
 * by its middles too, but not that of a job: a Chinese one by its remainders behind '>', others by trigrams. */
void search_words_set(struct ctx *ctx, const char *kind, int64_t id, const struct search_text *list);

/* The words of a row that is no longer there go. */
void search_words_drop(struct ctx *ctx, const char *kind, int64_t id);

/* The rows of that kind that have the text, folded, as one of their words, such as the initials of a name. Returns how
 * many, at most `most`. */
size_t search_exact(struct db *db, struct arena *a, const char *typed, const char *kind, size_t most,
		    int64_t *ret_id);

/* True when the text as a whole is the code, number, plate or name of something: one look-up by index. */
bool search_known(struct db *db, struct arena *a, const char *code);

#endif
