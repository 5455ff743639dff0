/* escpos.h - the text of a paper as bytes for a printer that speaks ESC/POS or ESC/P. */
#ifndef WORKBAY_ESCPOS_H
#define WORKBAY_ESCPOS_H

#include "base/err.h"
#include "base/str.h"
#include "paper/form.h"

/* Appends the bytes of one paper: reset, Chinese characters on, the text as GB18030, then for a roll feed and
 * cut, for a page a form feed. The text's own bytes are printable ones and line ends, whatever it holds. A
 * sign that printers do not know becomes '?' in each of its columns; one that takes two columns on paper and
 * one on the screen takes the other from the next gap of two blanks, so that what stands behind it stays in
 * its column. */
bool escpos_add(struct str *out, const char *text, enum form_size size, struct err *e);

#endif
