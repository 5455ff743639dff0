/* part.h - parts: what is sold, kept and fitted. */
#ifndef WORKBAY_PART_H
#define WORKBAY_PART_H

#include "domain/command.h"

/* "CODE Description" for sentences, in ctx->arena; "" when there is none. */
const char *part_title(struct ctx *ctx, int64_t id);

/* Replaces the words by which a part is found. */
void part_words(struct ctx *ctx, int64_t id);

#endif
