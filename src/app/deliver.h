/* deliver.h - bytes of a paper go to a printer, a file or standard output. */
#ifndef WORKBAY_DELIVER_H
#define WORKBAY_DELIVER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/conf.h"
#include "base/err.h"

/* Where a target of printing points: "-" is standard output, "terminal" the printer that hangs at this terminal, a path under /dev
 * the printer's device, a path that ends in '/' a folder for a new file each, another path a new file, all else the
 * name of a printer of the spooler. */
enum deliver_to {
	DELIVER_OUTPUT,
	DELIVER_FILE,
	DELIVER_FOLDER,
	DELIVER_PRINTER,
	DELIVER_DEVICE,
	DELIVER_TERMINAL,
};

/* What `to` is, by its form alone: nothing is looked up. */
enum deliver_to deliver_kind(const char *to);

/* Paper that people hold, not a file: what practice keeps off. */
bool deliver_is_paper(const char *to);

/* True when papers can be sent there: a printer, device or terminal stands in the settings (printer_is_set()), the
 * file does not exist. Says what to do when not. */
bool deliver_may(const struct conf *conf, const char *to, struct err *e);

struct delivery {
	const char *to;
	const char *name; /* of the file in a folder */
	const char *bytes;
	size_t n;
	bool raw; /* the bytes are for the printer itself */
	/* Passes them to the printer at the terminal; false where it cannot. NULL: there is no terminal. */
	bool (*terminal)(void *arg, const char *bytes, size_t n);
	void *terminal_arg;
};

/* Sends them. A printer gets them from its spooler's program (printer.command), started without a shell and
 * with an environment of one line. Waits at most 20 seconds. What fails is a sentence with ERR_UNAVAILABLE for a
 * printer, ERR_CREATE or ERR_IO for a file. */
bool deliver(const struct conf *conf, const struct delivery *d, struct err *e);

#endif
