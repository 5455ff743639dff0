/* lang.h - the languages: every text that people read goes through tr(). */
#ifndef WORKBAY_LANG_H
#define WORKBAY_LANG_H

#include <stddef.h>

struct lang; /* one loaded translation; lives as long as the program */

#define N_(text) text /* marks a text in a table for translation */

/* The language by its code ("en", "zh_CN", "zh_TW"; "zh_CN.UTF-8" and "zh" are understood); NULL when unknown.
 * "en" is a real object too. */
const struct lang *lang_find(const char *code);

/* Its code, "en" for NULL. */
const char *lang_code(const struct lang *lang);

/* The i-th language there is, in the order en, zh_CN, zh_TW; NULL past the last. */
const struct lang *lang_at(size_t i);

/* The translation of an English text, or the text itself. `lang` NULL is English. Never NULL. Not owned. */
const char *tr(const struct lang *lang, const char *msgid) __attribute__((format_arg(2), returns_nonnull));

#endif
