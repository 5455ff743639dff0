/* reverse_goods.c - reversing what moved goods in the house: other stock-in and -out, transfers, stocktakes. What came
 * in goes out at the value it brought, as far as it is there; what went out comes back with the value it took. */
#include "domain/document.h"
#include "domain/reverse.h"
#include "domain/stock.h"
#include "domain/transfer.h"

struct moved {
	int64_t part_id, warehouse_id, qty, value;
};

#define MOVES_MOST 1000

static size_t moved_read(struct ctx *ctx, int64_t document_id, struct moved **ret)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT part_id, warehouse_id, qty, value FROM stock_move "
				    "WHERE document_id = :document ORDER BY id DESC LIMIT 1000"),
				BIND(B_INT("document", document_id)));
	struct moved *m = ARENA_ARRAY(ctx->arena, struct moved, MOVES_MOST);
	size_t n = 0;

	while (cur_next(c))
		m[n++] = (struct moved){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2), cur_int(c, 3) };
	*ret = m;
	return n;
}

/* Moves one back; `*ret_value` is what left the stock, below 0 for what came. */
static bool move_back(struct ctx *ctx, const struct moved *m, int64_t of, int64_t document,
		      int64_t *ret_value, struct err *e)
{
	struct stock_move back = { .part_id = m->part_id,
				   .warehouse_id = m->warehouse_id,
				   .qty = m->qty < 0 ? -m->qty : m->qty,
				   .document_id = document,
				   .of_id = of };

	if (m->qty == 0) {
		bool ok = stock_revalue(ctx, &back, -m->value, ret_value, e);

		*ret_value = -*ret_value;
		return ok;
	}
	if (m->qty > 0)
		return stock_take_back(ctx, &back, m->value, ret_value, e);
	*ret_value = m->value;
	return stock_put(ctx, &back, -m->value, e);
}

static bool reverse_goods(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = ARENA_NEW(ctx->arena, struct posting);
	struct moved *m;
	size_t n = moved_read(ctx, d->id, &m);
	int64_t document, value;

	if (d->kind == DOC_TRANSFER && !transfer_unsend(ctx, d->id, e))
		return false;
	document = posted_reverse(ctx, d, reason);
	posting_opposite(ctx, p, d->id);
	for (size_t i = 0; i < n; i++) {
		if (!move_back(ctx, &m[i], d->id, document, &value, e))
			return false;
		posting_add(p, (struct posting_line){ .account = ACC_STOCK,
						      .amount = m[i].value - value,
						      .part_id = m[i].part_id });
		posting_add(p, (struct posting_line){ .account = ACC_PRICE_VARIANCE,
						      .amount = value - m[i].value,
						      .part_id = m[i].part_id });
	}
	if (d->kind == DOC_TRANSFER_IN)
		transfer_unreceive(ctx, d->id);
	return ledger_post(ctx, document, p, e);
}

REVERSAL(goods) = {
	.kinds = { DOC_STOCK_IN, DOC_STOCK_OUT, DOC_STOCK_LOSS, DOC_AUX_ISSUE, DOC_TRANSFER, DOC_TRANSFER_IN,
		   DOC_STOCKTAKE },
	.run = reverse_goods,
};
