/* text.h - UTF-8, columns of a terminal, and what may be stored. */
#ifndef WORKBAY_TEXT_H
#define WORKBAY_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* Decodes one code point from at most `n` bytes into `*ret`; returns the bytes used (1 to 4), 0 at the end or
 * when n is 0, and -1 for bytes that are not UTF-8 (overlong, surrogate, past U+10FFFF, cut off). */
int text_decode(const char *s, size_t n, uint32_t *ret);

/* The next code point of a NUL-terminated text, moving `*s` on; a byte that is not UTF-8 comes as itself with
 * `*ret_bad` set. False at the end. */
bool text_next(const char **s, uint32_t *ret, bool *ret_bad);

/* Encodes a code point into `buf` (5 bytes with the NUL); returns the bytes written. */
int text_encode(uint32_t cp, char buf[5]);

/* True when the bytes are UTF-8 without NUL. */
bool text_valid(const char *s, size_t n);

/* Columns of a code point: 0 (combining), 1 or 2, by the C library's wcwidth(), 1 for what it does not know.
 * Where the program runs without a UTF-8 locale, utf8proc answers instead. */
int text_cp_width(uint32_t cp);

/* Columns of a UTF-8 string. Bytes that are not UTF-8 count one column each. */
int text_width(const char *s);

/* The bytes of the longest start of `s` that fits in `columns`, never cutting a character. */
size_t text_fit(const char *s, int columns);

/* Appends `s` cut and padded with blanks to exactly `columns`; `align` is -1 left, 0 middle, 1 right. A cut
 * text ends in "~" (ASCII, width 1). Never splits a wide character: a left-over column is a blank. */
void text_pad(struct str *out, const char *s, int columns, int align);

/* Breaks `s` into lines of at most `columns` columns: at blanks for Latin words, anywhere between Chinese
 * characters, not before ，。、；：？！）》」 and their ASCII kin; '\n' breaks always. Blanks at a break are
 * dropped. Returns the number of lines (1, empty, for "") and an array of copies, both in the arena. */
size_t text_wrap(struct arena *a, const char *s, int columns, char ***ret_lines);

/* True when a code point may be stored: not C0, DEL, C1, U+2028/9, bidi U+061C U+202A-E U+2060-F, zero-width
 * U+200B-F, U+FEFF, U+FFF9-B, tags U+E0000-7F, no surrogate or noncharacter. '\n' passes only where
 * `multiline`. */
bool text_storable(uint32_t cp, bool multiline);

/* Checks text from outside: UTF-8, storable, at most `max` characters. A sentence goes to `e` as the fault of
 * `field` ("" for none). GBK bytes are named as such. */
bool text_check(const char *s, size_t n, size_t max, bool multiline, const char *field, struct err *e);

/* A copy in which nothing can drive a terminal, printer or spreadsheet: each byte or code point that is not
 * storable is replaced by '?'; newlines too unless `multiline`. For everything that leaves the program. */
char *text_safe(struct arena *a, const char *s, bool multiline);

/* The same, appended to `out`. */
void text_add_safe(struct str *out, const char *s, bool multiline);

#define TEXT_BRIEF 128 /* bytes of a text quoted in a sentence */

/* Puts the text into `buf` as a sentence may quote it: safe, and cut with "~" at 30 columns. Returns `buf`.
 */
const char *text_brief(char buf[TEXT_BRIEF], const char *s);

/* NFKC of a code, plate, VIN, phone, number or date as typed, with full-width and Chinese punctuation folded
 * (。→. 、→/ –—→- ￥¥·→nothing, ：＊＃？＋－ by NFKC), blanks trimmed, letters in capitals. In the arena. */
char *text_fold_code(struct arena *a, const char *s);

#define TEXT_TYPED 64 /* bytes that a folded number or date may have, with the NUL */

/* The same fold for a number or a date, without an arena; what does not fit is cut, so that no parser takes
 * it. */
void text_fold_typed(const char *s, char buf[TEXT_TYPED]);

/* Free text as typed: NFC, ends trimmed. In the arena. */
char *text_fold_free(struct arena *a, const char *s);

/* What searches compare: NFKC, Traditional folded to Simplified, lower case, blanks and ·-/. removed. */
char *text_fold_search(struct arena *a, const char *s);

/* The code points in reverse order. */
char *text_reverse(struct arena *a, const char *s);

/* A phone number that is stored plain, in groups for reading: 138 1234 5678, 0912 345 678, 027 8765 4321.
 * What does not look like one comes back as it is. */
char *text_phone(struct arena *a, const char *s);

#endif
