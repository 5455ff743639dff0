/* stock_return.h - what was issued to a work order and can come back. */
#ifndef WORKBAY_STOCK_RETURN_H
#define WORKBAY_STOCK_RETURN_H

#include "domain/stock_slip.h"

/* An issue, and what is left of it. */
struct issued {
	int64_t move_id, line_id, warehouse_id, qty, value;
};

/* What is left of the issues of a part to a work order, the newest first; of one line of it (0: of all). Returns how many. */
size_t issued_left(struct ctx *ctx, int64_t job_id, int64_t part_id, int64_t line_id, struct issued **ret);

/* Brings `qty` of an issue back into stock with its share of the value that is left of it. */
bool issued_back(struct slip *s, const struct issued *from, int64_t part_id, int64_t qty, int64_t *ret_value);

#endif
