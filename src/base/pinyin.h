/* pinyin.h - finding Chinese names by the first letters of their readings. */
#ifndef WORKBAY_PINYIN_H
#define WORKBAY_PINYIN_H

#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* The possible initials of a code point: bit 0 is 'a', bit 25 'z'; 0 when it has no reading. */
uint32_t pinyin_mask(uint32_t cp);

/* All strings of initials a text may be typed as, in lower case, letters and digits of the text kept, blanks and
 * punctuation dropped; a text with several readings gives several, the likeliest first, at most `max`. Simplified
 * and Traditional give the same. Returns how many; the array and strings are in the arena. */
size_t pinyin_initials(struct arena *a, const char *text, size_t max, char ***ret);

/* The Simplified form of a Traditional code point, or the code point itself. */
uint32_t pinyin_simplified(uint32_t cp);

#endif
