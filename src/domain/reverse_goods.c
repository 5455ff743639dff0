/* reverse_goods.c - reversing what moved goods in the house: other stock-in and -out, transfers, stocktakes. What came
 * in goes out at the value it brought, as far as it is there; what went out comes back with the value it took. */
#include "domain/document.h"
#include "domain/reverse.h"
#include "domain/stock.h"
#include "domain/transfer.h"

/* Moves one back; `*ret_value` is what left the stock, below 0 for what came. */
static bool move_back(struct ctx *ctx, const struct moved *m, int64_t document, int64_t *ret_value,
		      struct err *e)
{
	struct stock_move back = moved_back(m, document);

	back.job_line_id = back.returns_id = 0;
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

bool reverse_moves(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	struct moved *m;
	size_t n = moved_read(ctx, d->id, &m);
	int64_t document, value;

	document = posted_reverse(ctx, d, reason);
	posting_opposite(ctx, p, d->id);
	while (n--) {
		if (!move_back(ctx, &m[n], document, &value, e))
			return false;
		moved_vary(p, &m[n], value);
	}
	return ledger_post(ctx, document, p, e);
}

static bool reverse_goods(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	if (d->kind == DOC_TRANSFER && !transfer_unsend(ctx, d->id, e))
		return false;
	if (!reverse_moves(ctx, d, reason, e))
		return false;
	if (d->kind == DOC_TRANSFER_IN)
		transfer_unreceive(ctx, d->id);
	return true;
}

REVERSAL(goods) = {
	.kinds = { DOC_STOCK_IN, DOC_STOCK_OUT, DOC_STOCK_LOSS, DOC_AUX_ISSUE, DOC_TRANSFER, DOC_TRANSFER_IN,
		   DOC_STOCKTAKE },
	.run = reverse_goods,
};
