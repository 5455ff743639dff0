/* print.h - printing a document: found by its number, rendered, delivered, and noted in the shop file. */
#ifndef WORKBAY_APP_PRINT_H
#define WORKBAY_APP_PRINT_H

#include "app/printer.h"
#include "base/conf.h"
#include "base/str.h"
#include "domain/command.h"

struct print_ask {
	const char *form;   /* its name; NULL: the form for that kind of document */
	const char *number; /* of a document, or of a work order: its own form, or its last document of the
			       form's kind */
	const char *to;     /* as in deliver.h; NULL: printer.default, else standard output */
	enum print_format format; /* PRINT_AS_SET: printer.format for printers, else text */
	const struct lang *lang;  /* NULL: printer.language, else the person's */
	int columns;              /* 0: printer.columns, else the form's own */
	int copies;               /* 0: one */
	/* Passes bytes to the printer that hangs at the terminal; NULL: there is none. */
	bool (*terminal)(void *arg, const char *bytes, size_t n);
	void *terminal_arg;
};

/* The text of the paper for the screen; nothing is noted. Appends to `out`. */
bool print_preview(struct session *s, const struct conf *conf, const struct print_ask *ask, struct str *out,
		   struct err *e);

/* Prints the copies, each with its number, and notes them with print.done, whose right is asked first. Called
 * outside of any transaction. What failed is a sentence; then the document still waits. */
bool print_document(struct session *s, const struct conf *conf, const struct print_ask *ask, struct err *e);

/* Prints all that is posted and not printed, oldest first, until one fails; the number printed. `ask` without
 * form and number. */
bool print_waiting(struct session *s, const struct conf *conf, const struct print_ask *ask, int *ret_printed,
		   struct err *e);

/* The same on the machine's printer for that form: for the console, which never prints on the screen's own output. */
bool print_again(struct session *s, const struct conf *conf, const struct print_ask *ask, struct err *e);

/* A list or report on the machine's printer, whose name is in `*ret_where`, borrowed from `conf`. Of `ask` only the
 * terminal counts. */
bool print_list(struct session *s, const struct conf *conf, const struct print_ask *ask,
		const struct view_query *q, const char **ret_where, struct err *e);

/* Opens the drawer at printer.drawer. */
bool drawer_open(const struct conf *conf, const struct print_ask *ask, struct err *e);

#endif
