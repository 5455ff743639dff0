/* part.h - parts: what is sold, kept and fitted. */
#ifndef WORKBAY_PART_H
#define WORKBAY_PART_H

#include "domain/command.h"

/* "CODE Description" for sentences, in ctx->arena; "" when there is none. */
const char *part_title(struct ctx *ctx, int64_t id);

/* Refused where another part, or a package of any part, has the barcode. */
bool part_barcode_free(struct ctx *ctx, const char *barcode, int64_t part_id, struct err *e);

/* Replaces the words by which a part is found. */
void part_words(struct ctx *ctx, int64_t id);

#endif
