/* labour.h - labour items: work that can be put on work orders. */
#ifndef WORKBAY_LABOUR_H
#define WORKBAY_LABOUR_H

#include "domain/command.h"

/* Replaces the words by which a labour item is found. */
void labour_words(struct ctx *ctx, int64_t id);

#endif
