/* form.h - the parts of the generator that read the printed forms of schema/documents. */
#ifndef WORKBAY_GEN_FORM_H
#define WORKBAY_GEN_FORM_H

#include "gen/schema.h"

#define MOST_LINES 200
#define MOST_CELLS 10
#define MOST_ITEMS 12

struct item {
	const char *op; /* the enum's name */
	const char *text;
	size_t n; /* bytes of the text */
};

struct cell {
	int width, align;
	const char *label;
	struct item items[MOST_ITEMS];
	size_t n;
};

struct line {
	const char *what; /* the enum's name */
	const char *text, *col, *value;
	bool optional, page, roll;
	struct cell cells[MOST_CELLS];
	size_t n;
	int line;
};

struct form {
	const char *title, *param, *size;
	struct words of, heads;
	int label;
	struct line *lines; /* MOST_LINES of them */
	size_t n;
};

/* Reads a form's marks and lines, and compares them with the views they name. All heads have been read by
 * then. */
void form_read(struct schema *s, struct source *f);
void form_free(struct form *f);

void emit_forms(const struct schema *s, FILE *out);

#endif
