/* deliver.h - bytes of a paper go to a printer, a file or standard output. */
#ifndef WORKBAY_DELIVER_H
#define WORKBAY_DELIVER_H

#include <stdbool.h>
#include <stddef.h>

#include "base/conf.h"
#include "base/err.h"

/* Where `to` points: "-" is standard output, what has a '/' in it is a new file, all else the name of a
 * printer. */
enum deliver_to { DELIVER_OUTPUT, DELIVER_FILE, DELIVER_PRINTER };
enum deliver_to deliver_kind(const char *to);

/* True when papers can be sent there: the printer is one of printer.names (or printer.default), the file does
 * not exist. Says what to do when not. */
bool deliver_may(const struct conf *conf, const char *to, struct err *e);

/* Sends them. A printer gets them from its spooler's program (printer.command), started without a shell and
 * with an environment of one line; `raw` says that the bytes are for the printer itself. Waits at most 20
 * seconds. What fails is a sentence with ERR_UNAVAILABLE for a printer, ERR_CREATE or ERR_IO for a file. */
bool deliver(const struct conf *conf, const char *to, const char *bytes, size_t n, bool raw, struct err *e);

#endif
