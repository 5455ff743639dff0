/* clang-format off */
/* form.h - printed forms: text in columns over views, read from schema/documents at build time into tables of C.
 *
 * A form's header, one mark a line:
 *
 *	-- title:  Settlement                   what people call it
 *	-- of:     settlement                   the kinds of document it is printed for (none: the work order or part)
 *	-- param:  document                     what its views take: document, job or part
 *	-- head:   doc_settlement doc_shop      the views whose one row its columns are looked up in
 *	-- size:   page                         page (80 columns, three-part paper) or roll (48 columns)
 *	-- label:  12                           the columns of a label, with its colon and blank
 *
 * Behind it the paper itself, line by line:
 *
 *	== "Settlement"                         the form's title, in the middle; a later copy says so below it
 *	= {shop}                                in the middle
 *	"Plate": {plate} | "Phone": {phone}     cells; a quoted text is translated; "Text": in front of a cell is a label
 *	>10 {price} | *{text} | <6 {unit}       a cell's side (< ^ >) and columns; without a number it shares the rest
 *	{total|words}                           an amount in words
 *	"Signature": ____                       four or more: a line to the end of the cell
 *	---- or ====                            a rule
 *	'  /----\                               a drawing: as it stands, without the sign in front
 *	? "Remark": {remark}                    only where one of its columns is filled (and not zero); ?= in the middle
 *	[page] ... [/page]                      only on 60 columns and more; [roll] ... [/roll]: only on fewer
 *	[barcode COLUMN] or [qr COLUMN]         a code that can be scanned; where the printer draws none, bars stand there as
 *						text and a QR code is left out: what it says stands beside it
 *	[rows VIEW] or [rows VIEW col=value]    for the rows of a view, which takes the same parameter: what stands in
 *	... [each] ... [/rows]                  front of [each] once, what stands behind it for each row; nothing for none
 *
 * What is too long for its cell goes on below in the same columns. On fewer than 60 columns the cells of a line
 * without numbers stand below each other. */
/* clang-format on */
#ifndef WORKBAY_FORM_H
#define WORKBAY_FORM_H

#include <stdbool.h>
#include <stddef.h>

enum form_size { FORM_PAGE, FORM_ROLL };

#define FORM_PAGE_COLUMNS 80
#define FORM_ROLL_COLUMNS 48
#define FORM_WIDE         60 /* [page] from here on, [roll] below */

enum form_op {
	FORM_TEXT,  /* an English msgid */
	FORM_PLAIN, /* as it stands */
	FORM_VALUE, /* a column */
	FORM_WORDS, /* a column with an amount, in words */
	FORM_FILL,  /* a line to write on */
};

struct form_item {
	enum form_op op;
	const char *text;
};

struct form_cell {
	int width, align;  /* columns, 0: shares what is left; -1 left, 0 middle, 1 right */
	const char *label; /* an English msgid, or NULL */
	const struct form_item *items;
	size_t n;
};

enum form_what {
	FORM_BLANK,
	FORM_RULE,
	FORM_DRAWING,
	FORM_TITLE,
	FORM_CELLS,
	FORM_BARCODE,
	FORM_QR,
	FORM_ROWS,
	FORM_EACH,
	FORM_END
};

struct form_line {
	enum form_what what;
	bool optional, page, roll; /* shown only when filled; on wide paper; on narrow paper */
	const char *
	    text; /* FORM_RULE: its sign; FORM_DRAWING: the line; FORM_ROWS: the view; FORM_BARCODE, FORM_QR: the column */
	const char *col, *value; /* FORM_ROWS: only those rows, or NULL */
	const struct form_cell *cells;
	size_t n;
};

struct form {
	const char *name, *title; /* title is an English msgid */
	const char *const *of;    /* codes of table document_kind; ends with NULL */
	const char *param;        /* "document", "job" or "part" */
	const char *const *heads; /* views; ends with NULL */
	enum form_size size;
	int label;
	const struct form_line *lines;
	size_t n;
};

/* Generated, sorted by name; ends with a NULL name. */
extern const struct form form_all[];

/* By name; NULL when there is none. */
const struct form *form_find(const char *name);
/* The form for a kind of document (a code of document_kind); NULL when none is printed for it. */
const struct form *form_for(const char *kind);

#endif
