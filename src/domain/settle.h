/* settle.h - settling a work order. */
#ifndef WORKBAY_SETTLE_H
#define WORKBAY_SETTLE_H

#include "domain/command.h"

/* The account of income from a kind of line: labour, part, anything else; "passed" for what is collected for others. */
int64_t settle_income(const char *kind);

#endif
