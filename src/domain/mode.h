/* mode.h - the price that a repair mode makes of the list's. */
#ifndef WORKBAY_MODE_H
#define WORKBAY_MODE_H

#include "domain/command.h"

/* For one unit of a part or labour item (the other id 0): the mode's own price for it, else the mode's share of what the
 * part last cost, where the mode prices from cost, else its share of the list's price. */
int64_t mode_price(struct ctx *ctx, int64_t mode_id, int64_t part_id, int64_t labour_id, int64_t list_price);

#endif
