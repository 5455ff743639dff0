/* printer.h - the printers of this machine: which there are, how each is spoken to, and which form goes where. */
#ifndef WORKBAY_PRINTER_H
#define WORKBAY_PRINTER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/conf.h"

/* PRINT_AS_SET: as the settings say for that printer. */
enum print_format { PRINT_AS_SET, PRINT_TEXT, PRINT_ESCPOS, PRINT_ESCP, PRINT_PDF };

/* A way of speaking by its name (text, escpos, escp, pdf); false for another word. */
bool print_format_named(const char *name, enum print_format *ret);

/* One printer: an entry NAME:FORMAT:COLUMNS of printer.names. Without FORMAT or COLUMNS, or in no entry, it is
 * printer.format and printer.columns (0: the form's own). */
struct printer {
	const char *to; /* as in deliver.h */
	enum print_format format;
	int columns;
};

/* The printer of that name; in the arena. */
struct printer printer_find(const struct conf *conf, const char *name, struct arena *a);

/* Is that printer in the settings at all: in printer.names, printer.default, printer.forms or printer.drawer? */
bool printer_is_set(const struct conf *conf, const char *name);

/* Where papers of that form go by themselves: FORM=NAME in printer.forms, else printer.default; in the arena. NULL:
 * nowhere (FORM=none, or no printer at all). */
const char *printer_for(const struct conf *conf, const char *form, struct arena *a);

#endif
