/* sale_left.c - what is left of a sale's lines once what came back is off, and the share of a piece in it. */
#include "domain/sale_left.h"

#include "base/muldiv.h"

size_t left_read(struct ctx *ctx, int64_t sale_id, struct left *ret, size_t most)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT l.id, l.part_id, l.move_id, l.qty - ifnull(b.qty, 0), l.base_qty - "
		"ifnull(b.base_qty, 0), "
		"l.price, l.tax_rate, l.amount - l.discount - ifnull(b.gross, 0), "
		"l.discount - ifnull(b.discount, 0), l.income - ifnull(b.income, 0), l.net - ifnull(b.net, "
		"0), "
		"l.tax - ifnull(b.tax, 0), l.cost - ifnull(b.cost, 0), l.text, l.unit, l.pos, l.labour_id, "
		"l.set_id, "
		"k.package_id, muldiv(l.qty, 1000, k.qty) "
		"FROM sale_line l LEFT JOIN sale_set k ON k.id = l.set_id LEFT JOIN (SELECT b.sale_line_id, "
		"sum(b.qty) AS qty, sum(b.base_qty) AS "
		"base_qty, "
		"sum(b.gross) AS gross, sum(b.discount) AS discount, sum(b.income) AS income, sum(b.net) AS "
		"net, "
		"sum(b.tax) AS tax, sum(b.cost) AS cost FROM sale_line o JOIN sale_return_line b "
		"ON b.sale_line_id = o.id WHERE o.sale_id = :sale AND NOT EXISTS (SELECT 1 FROM document x "
		"WHERE x.reverses_id = b.return_id) GROUP BY b.sale_line_id) b ON b.sale_line_id = l.id "
		"WHERE l.sale_id = :sale ORDER BY l.pos"),
	    BIND(B_INT("sale", sale_id)));
	size_t n = 0;

	while (cur_next(c)) {
		ret[n++] = (struct left){
			.all = { .line_id = cur_int(c, 0),
				 .part_id = cur_int(c, 1),
				 .move_id = cur_int(c, 2),
				 .qty = cur_int(c, 3),
				 .base_qty = cur_int(c, 4),
				 .price = cur_int(c, 5),
				 .rate = cur_int(c, 6),
				 .gross = cur_int(c, 7),
				 .discount = cur_int(c, 8),
				 .income = cur_int(c, 9),
				 .net = cur_int(c, 10),
				 .tax = cur_int(c, 11),
				 .cost = cur_int(c, 12),
				 .text = arena_strdup(ctx->arena, cur_text(c, 13)),
				 .unit = arena_strdup(ctx->arena, cur_text(c, 14)),
				 .labour_id = cur_int(c, 16) },
			.pos = cur_int(c, 15),
			.set = cur_int(c, 17),
			.package = cur_int(c, 18),
			.in_one = cur_int(c, 19),
		};
		if (n == most) {
			cur_close(c);
			break;
		}
	}
	return n;
}

struct returned left_take(struct left *from, int64_t qty)
{
	struct returned *all = &from->all, p = *all;
	int64_t of = all->qty;

	if (qty == of) {
		all->qty = all->base_qty = all->gross = all->discount = all->income = all->net = all->tax =
		    all->cost = 0;
		return p;
	}
	p.qty = qty;
	p.base_qty = muldiv(all->base_qty, qty, of);
	p.gross = muldiv(all->gross, qty, of);
	p.discount = muldiv(all->discount, qty, of);
	p.income = muldiv(all->income, qty, of);
	p.tax = muldiv(all->tax, qty, of);
	p.net = p.gross - p.tax;
	p.cost = muldiv(all->cost, qty, of);
	all->qty -= p.qty;
	all->base_qty -= p.base_qty;
	all->gross -= p.gross;
	all->discount -= p.discount;
	all->income -= p.income;
	all->net -= p.net;
	all->tax -= p.tax;
	all->cost -= p.cost;
	return p;
}

int64_t left_sets(const struct left *left, size_t n, int64_t set)
{
	int64_t whole = INT64_MAX;

	for (size_t i = 0; i < n; i++) {
		int64_t these = left[i].set == set ? left[i].all.qty / left[i].in_one : INT64_MAX;

		whole = these < whole ? these : whole;
	}
	return whole == INT64_MAX ? 0 : whole;
}
