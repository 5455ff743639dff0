/* render.h - a form over its views becomes the text of one paper. */
#ifndef WORKBAY_RENDER_H
#define WORKBAY_RENDER_H

#include "base/str.h"
#include "db/view.h"
#include "paper/form.h"

#define PAPER_NARROWEST 32
#define PAPER_WIDEST    160

/* A line of the paper that begins with one of these is a code for the printer to draw, the rest of the line. */
#define PAPER_BARCODE "\x01"
#define PAPER_QR      "\x02"

struct paper {
	const struct form *form;
	int64_t id;              /* of the document, work order or part, by the form's param */
	const struct lang *lang; /* of the paper; may differ from who->lang */
	int columns;             /* 0: the form's own */
	int copy;                /* 2 and more stands below the title */
	bool codes; /* bars and QR codes are marked lines; else bars are text, QR codes left out */
};

/* Appends the paper as UTF-8 lines of at most its columns (Chinese takes two), each ending in '\n'. Nothing
 * that stands in the shop file can drive a printer: text_safe() goes over every value. False with a sentence
 * when there is no such row or a view fails; then nothing was appended. */
bool paper_render(struct db *db, const struct view_who *who, const struct paper *paper, struct str *out,
		  struct err *e);

#endif
