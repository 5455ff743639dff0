/* date_read.h - what the readers of days and times share. All of them take folded text. */
#ifndef WORKBAY_DATE_READ_H
#define WORKBAY_DATE_READ_H

#include "base/date.h"
#include "base/text.h"

/* What is known while a day is read. */
struct when {
	int64_t today;
	enum date_lean lean;
};

/* Reads 1 to `max` digits and moves `*s` on; returns how many there were, 0 when there are none or more. */
int date_digits(const char **s, int max, int *ret);

/* 2026-11-21, 26/11/21, 2026年11月21日; DATE_NONE for anything else. */
int64_t date_full(const struct when *w, const char *s);

/* A day in any of its forms; DATE_NONE for anything else. */
int64_t date_read(const struct when *w, const char *s);

/* Copies the `n` bytes of a part of a folded text without the blanks around it. */
void date_part(char buf[TEXT_TYPED], const char *s, size_t n);

#endif
