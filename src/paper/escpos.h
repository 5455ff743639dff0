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
 * its column. With `codes` a line that begins with PAPER_BARCODE or PAPER_QR is drawn. */
bool escpos_add(struct str *out, const char *text, enum form_size size, bool codes, struct err *e);

/* The same for a dot-matrix printer that speaks ESC/P: a page of so many columns on eight inches, at ten, twelve or
 * fifteen to an inch, each Chinese character as wide as two others; a form feed ends it. */
bool escp_add(struct str *out, const char *text, int columns, struct err *e);

/* Opens the drawer that hangs at the printer. */
#define ESCPOS_DRAWER "\x1bp\0\x19\xfa"

#endif
