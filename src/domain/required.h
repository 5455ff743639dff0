/* required.h - the fields that this shop has made required. */
#ifndef WORKBAY_REQUIRED_H
#define WORKBAY_REQUIRED_H

#include "domain/command.h"

/* True when the field is required for the command, always or for the repair type (0: none known). */
bool required_here(struct ctx *ctx, const struct command *c, const struct field *f, int64_t repair_type_id);

/* All gaps at once: false with a sentence that names the first and counts the rest; its field is set. */
bool required_filled(struct ctx *ctx, const struct command *c, const void *in, struct err *e);

#endif
