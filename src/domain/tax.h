/* tax.h - which rate of tax a line has in its price. */
#ifndef WORKBAY_TAX_H
#define WORKBAY_TAX_H

#include "domain/command.h"

/* The rate of a part or labour item (0: none), else of the kind of line, else the shop's own. */
int64_t tax_rate_of(struct ctx *ctx, int64_t part_id, int64_t labour_id, const char *kind);

/* May the tax in a paper of a supplier be deducted: less than the amount, and by a general taxpayer? */
bool tax_deductible(struct ctx *ctx, int64_t tax, int64_t amount, struct err *e);

#endif
