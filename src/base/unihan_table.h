/* unihan_table.h - what pinyin.c knows of Chinese characters, made by src/gen/unihan.py. */
#ifndef WORKBAY_UNIHAN_TABLE_H
#define WORKBAY_UNIHAN_TABLE_H

#include <stddef.h>
#include <stdint.h>

#define UNIHAN_FIRST 0x4E00
#define UNIHAN_LAST  0x9FFF

/* Bytes of a Traditional character and its Simplified form, both three bytes of UTF-8. */
#define UNIHAN_PAIR 6

/* The initial of the likeliest reading of each character from UNIHAN_FIRST to UNIHAN_LAST, '-' for none. */
extern const char unihan_initial[];

/* The further initials of characters that have some, the likelier first; in order of the code. */
struct unihan_more {
	uint16_t cp;
	char initials[6];
};
extern const struct unihan_more unihan_more[];
extern const size_t unihan_more_n;

/* Pairs of UNIHAN_PAIR bytes, in order of the first. */
extern const char unihan_fold[];
extern const size_t unihan_fold_n;

#endif
