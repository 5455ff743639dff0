/* demo_cores.c - parts with an old core in the demo shop: seven are sold, two old ones have come back, one of them is with
 * the supplier. */
#include "base/money.h"
#include "batch/demo_private.h"

struct rebuilt {
	const char *code, *amount; /* with the deposit on the old core */
	int64_t fen;
};

static const struct rebuilt alternator = { "FDJ-R1", "820", 82000 }, starter = { "QDJ-R1", "630", 63000 };

static bool sold(struct demo *d, const struct rebuilt *r, int64_t fleet)
{
	struct args *args = demo_args(d, "customer", demo_id(d, d->fleet[fleet]), "remark",
				      "换件，旧件未带来", NULL),
		    *line = args_add_line(args, "lines"), *pay = args_add_line(args, "pay");

	args_set(line, "part", r->code);
	args_set(line, "qty", "1");
	args_set(line, "price", money_plain(d->row, r == &starter ? r->fen - 15000 : r->fen - 20000));
	args_set(pay, "method", "wechat");
	args_set(pay, "amount", r->amount);
	d->wallet[WALLET_WECHAT] += r->fen;
	return demo_do(d, "li", "sale.post", args);
}

/* The old one comes, and its deposit goes back the way it came. */
static bool comes_back(struct demo *d, const struct rebuilt *r, int64_t fleet)
{
	if (!db_exists(shop_writer(d->shop),
		       SQL("SELECT 1 FROM core c JOIN part p ON p.id = c.part_id WHERE p.code = :code AND "
			   "c.party_id = :party"),
		       BIND(B_TEXT("code", r->code), B_INT("party", d->fleet[fleet]))))
		return true;
	d->wallet[WALLET_WECHAT] -= r == &starter ? 15000 : 20000;
	return demo_do(
	    d, "li", "core.back",
	    demo_args(d, "customer", demo_id(d, d->fleet[fleet]), "part", r->code, "method", "wechat", NULL));
}

static bool sent(struct demo *d, const struct rebuilt *r)
{
	struct args *args, *line;

	if (!db_exists(shop_writer(d->shop),
		       SQL("SELECT 1 FROM core_back b JOIN part p ON p.id = b.part_id WHERE p.code = :code"),
		       BIND(B_TEXT("code", r->code))))
		return true;
	args = demo_args(d, "supplier", demo_id(d, d->supplier[0]), NULL);
	line = args_add_line(args, "lines");
	args_set(line, "part", r->code);
	args_set(line, "qty", "1");
	args_set(line, "credit", "120");
	return demo_do(d, "zhao", "core.send", args);
}

bool demo_cores(struct demo *d, int64_t left)
{
	switch (left) {
	case 24:
		return sold(d, &starter, 0);
	case 19:
		return sold(d, &alternator, 1);
	case 12:
		return comes_back(d, &starter, 0) && sold(d, &alternator, 2);
	case 9:
		return sold(d, &starter, 3);
	case 6:
		return comes_back(d, &alternator, 1) && sold(d, &alternator, 0);
	case 4:
		return sent(d, &alternator);
	case 3:
		return sold(d, &alternator, 3);
	case 2:
		return sold(d, &starter, 2);
	default:
		return true;
	}
}
