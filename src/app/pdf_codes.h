/* pdf_codes.h - bars and QR codes on a page of PDF. */
#ifndef WORKBAY_PDF_CODES_H
#define WORKBAY_PDF_CODES_H

#include <cairo.h>
#include <stdbool.h>
#include <stddef.h>

/* A code on its line: drawn in the middle of the width, below y. */
struct code_place {
	double x, y, width;
};

/* Is the line that begins here a code to be drawn (paper/render.h), not text? */
bool code_is(const char *line);
/* The space that it takes from top to bottom, its white border included. */
double code_height(const char *line);
/* Bars have what they say below them; a QR code stands alone. Where none can be drawn, because this was built without
 * libqrencode, what it would say is all there is. */
bool code_is_read(const char *line);
/* Draws the code of the `n` bytes behind the mark. False, and nothing is drawn: it cannot be one, or is too long for the
 * width. */
bool code_draw(cairo_t *cr, const char *line, size_t n, const struct code_place *at);

#endif
