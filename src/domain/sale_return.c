/* sale_return.c - goods come back: with their sale, at the share of its lines, or without it. The money goes back the
 * way it came, what is still open of the sale comes off first. */
#include "domain/sale_return.h"

#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/bill.h"
#include "domain/document.h"
#include "domain/part.h"
#include "domain/sale_left.h"
#include "domain/sale_set.h"
#include "domain/setting.h"
#include "domain/stock.h"
#include "domain/tax.h"

#define PIECES_MOST 400

const struct field return_line_input[] = {
	FIELD(return_line, part, "part", N_("Part"), VT_REF, STOP, .view = "parts",
	      .help = N_("What comes back. It must be on the sale, where one is named.")),
	FIELD(return_line, qty, "qty", N_("Quantity"), VT_QTY, .min = 1, .max = QTY_MAX,
	      .help = N_("1 when empty. Counted in the unit it was sold by; at most what was sold.")),
	FIELD(return_line, price, "price", N_("Price"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("Only without the original sale: what is given back for one.")),
	FIELD(return_line, restock, "restock", N_("To stock"), VT_BOOL, .max = 1,
	      .help = N_("No: it is scrapped, and its cost is a loss. Empty is as for the whole return.")),
	FIELD(return_line, line, "line", N_("No."), VT_INT, .min = 1, .max = SALE_LINES_MOST,
	      .help = N_("The number of the line on the sale, for a fee or a part that stands there twice.")),
	FIELD(return_line, package, "package", N_("Work package"), VT_REF, .view = "packages",
	      .help = N_("All of a package that was sold, instead of a part: so many of them.")),
	{ 0 },
};

static const struct field return_input[] = {
	FIELD(sale_back, sale, "sale", N_("Sale"), VT_REF, .view = "sales",
	      .help = N_("The sale it comes back from. Without one somebody has to allow it.")),
	FIELD(sale_back, customer, "customer", N_("Customer"), VT_REF, .view = "customers",
	      .help = N_("Only without the original sale: who brings it.")),
	LINES(sale_back, lines, "lines", N_("Goods"), return_line_input, return_line, SALE_LINES_MOST,
	      REQUIRED, .help = N_("What comes back.")),
	FIELD(sale_back, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why it comes back; it stands on the paper.")),
	FIELD(sale_back, restock, "restock", N_("To stock"), VT_BOOL, .max = 1,
	      .help = N_("Yes puts the goods back on the shelf; no scraps them. Yes when empty.")),
	FIELD(sale_back, fee, "fee", N_("Restocking fee"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("Kept back from what the customer gets, tax included.")),
	LINES(sale_back, refund, "refund", N_("Given back"), pay_line_input, pay_line, PAY_LINES_MOST,
	      .help = N_("Empty: the way it was paid. Another way needs somebody who may.")),
	FIELD(sale_back, warehouse, "warehouse", N_("Warehouse"), VT_REF, .view = "warehouses",
	      .help = N_("Where the goods go; empty is where they came from.")),
	{ 0 },
};

/* ---- pieces of the original ---- */

static bool restocks(const struct returning *r, const struct return_line *l)
{
	return HAS(l, restock) ? l->restock : !HAS(r->in, restock) || r->in->restock;
}

static bool matches(const struct return_line *l, const struct left *from)
{
	return l->line ? from->pos == l->line && (!l->part || from->all.part_id == l->part)
		       : from->all.part_id == l->part;
}

/* Puts a piece of that line on the return. */
static bool piece_add(struct returning *r, const struct return_line *l, struct left *from, int64_t qty)
{
	if (qty == 0)
		return true;
	if (r->n == r->most)
		return err_set(r->e, ERR_NO, N_("That is too much for one return. Make two of it"));
	r->piece[r->n] = left_take(from, qty);
	r->piece[r->n++].restock = restocks(r, l);
	return true;
}

static bool set_back(struct returning *r, const struct return_line *l, struct left *left, size_t n,
		     int64_t set, int64_t how_many)
{
	for (size_t i = 0; i < n; i++)
		if (left[i].set == set && !piece_add(r, l, &left[i], left[i].in_one * how_many))
			return false;
	return true;
}

static bool package_back(struct returning *r, const struct return_line *l, struct left *left, size_t n)
{
	int64_t qty = HAS(l, qty) ? l->qty : 1000, want = qty / 1000, last = 0;

	if (l->part || l->line)
		return err_field(r->e, "lines.package", N_("A package stands on a line of its own"));
	if (!set_whole(qty, "lines.qty", r->e))
		return false;
	for (size_t i = 0; i < n && want > 0; i++) {
		int64_t now;

		if (left[i].package != l->package || left[i].set == last)
			continue;
		last = left[i].set;
		now = left_sets(left, n, last);
		now = now < want ? now : want;
		if (!set_back(r, l, left, n, last, now))
			return false;
		want -= now;
	}
	return want == 0 ||
	       err_field(r->e, "lines.qty", N_("Only %s whole packages can come back from this sale, not %s"),
			 qty_text(r->ctx->arena, qty - want * 1000), qty_text(r->ctx->arena, qty));
}

static bool line_back(struct returning *r, const struct return_line *l, struct left *left, size_t n)
{
	int64_t want = HAS(l, qty) ? l->qty : 1000, there = 0;
	const char *what = l->part ? part_title(r->ctx, l->part) : "";
	bool known = false;

	if (l->package)
		return package_back(r, l, left, n);
	if (!l->part && !l->line)
		return err_field(r->e, "lines.part", N_("What comes back? Name a part, or its line"));
	for (size_t i = 0; i < n; i++) {
		if (!matches(l, &left[i]))
			continue;
		known = true;
		there += left[i].all.qty;
		what = l->part ? what : left[i].all.text;
	}
	if (!known)
		return err_field(r->e, "lines.part", N_("%s is not on this sale"),
				 l->part ? what : arena_printf(r->ctx->arena, "%d", (int)l->line));
	if (there == 0)
		return err_field(r->e, "lines.qty", N_("%s is all back already"), what);
	if (want > there)
		return err_field(r->e, "lines.qty", N_("Only %s of %s can come back from this sale, not %s"),
				 qty_text(r->ctx->arena, there), what, qty_text(r->ctx->arena, want));
	for (size_t i = 0; i < n && want > 0; i++) {
		int64_t now = left[i].all.qty < want ? left[i].all.qty : want;

		if (!matches(l, &left[i]))
			continue;
		if (!piece_add(r, l, &left[i], now))
			return false;
		want -= now;
	}
	return true;
}

static bool sale_known(struct returning *r)
{
	struct cur *c =
	    db_open(r->ctx->db,
		    SQL("SELECT s.party_id, s.warehouse_id, s.salesperson_id, d.number, x.number FROM sale s "
			"JOIN document d ON d.id = s.id LEFT JOIN document x ON x.reverses_id = s.id WHERE "
			"s.id = :id"),
		    BIND(B_INT("id", r->in->sale)));
	const char *number, *by;

	if (!cur_next(c))
		return err_field(r->e, "sale", N_("This sale is not there"));
	r->party_id = cur_int(c, 0);
	r->warehouse_id = r->in->warehouse ? r->in->warehouse : cur_int(c, 1);
	r->salesperson_id = cur_int(c, 2);
	number = arena_strdup(r->ctx->arena, cur_text(c, 3));
	by = cur_null(c, 4) ? NULL : arena_strdup(r->ctx->arena, cur_text(c, 4));
	cur_close(c);
	if (by)
		return err_field(r->e, "sale", N_("%s is reversed already (%s)"), number, by);
	return bill_not_closed(r->ctx, r->in->sale, number, r->e);
}

/* When all is back, so is what the sale was rounded by; before that no more than was billed. */
static void rounding_back(struct returning *r, const struct left *left, size_t n)
{
	int64_t gross = 0,
		rest = db_int(
		    r->ctx->db,
		    SQL("SELECT s.total - coalesce((SELECT sum(b.gross + b.rounding) FROM sale_return b "
			"WHERE b.sale_id = s.id AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id "
			"= b.id)), 0) "
			"FROM sale s WHERE s.id = :sale"),
		    BIND(B_INT("sale", r->in->sale)), 0);
	bool all = true;

	for (size_t i = 0; i < n; i++)
		all = all && left[i].all.qty == 0;
	for (size_t i = 0; i < r->n; i++)
		gross += r->piece[i].gross;
	if (all || gross > rest)
		r->rounding = rest - gross;
}

static bool from_sale(struct returning *r)
{
	struct left *left = ARENA_ARRAY(r->ctx->arena, struct left, SALE_LINES_MOST + 1);
	size_t n;

	if (!sale_known(r))
		return false;
	n = left_read(r->ctx, r->in->sale, left, SALE_LINES_MOST + 1);
	for (size_t i = 0; i < r->in->lines.n; i++) {
		if (!line_back(r, LINE_AT(r->in->lines, struct return_line, i), left, n)) {
			r->e->line = (int)i + 1;
			return false;
		}
	}
	rounding_back(r, left, n);
	return true;
}

/* ---- without the original ---- */

/* What goods are worth that nobody knows the cost of: today's average, else the last receipt's. */
static int64_t worth(struct ctx *ctx, int64_t part_id, int64_t qty)
{
	return db_int(ctx->db,
		      SQL("SELECT iif(v.qty > 0, muldiv(v.value, :qty, v.qty), "
			  "muldiv(ifnull(p.last_cost, 0), :qty, 1000)) FROM part p "
			  "LEFT JOIN stock_value v ON v.id = p.id WHERE p.id = :part"),
		      BIND(B_INT("qty", qty), B_INT("part", part_id)), 0);
}

static bool line_without(struct returning *r, const struct return_line *l)
{
	struct returned *p = &r->piece[r->n];
	struct sale_offer o;

	if (!l->part)
		return err_field(r->e, "lines.part", N_("What comes back? Name a part"));
	if (l->package)
		return err_field(r->e, "lines.package", N_("A package comes back from its sale: name that"));
	if (!sale_offer(r->ctx, l->part, r->in->customer, NULL, &o, r->e))
		return false;
	*p = (struct returned){ .part_id = l->part,
				.qty = HAS(l, qty) ? l->qty : 1000,
				.price = HAS(l, price) ? l->price : o.price,
				.rate = tax_rate_of(r->ctx, l->part, 0, "part"),
				.restock = restocks(r, l),
				.text = o.name,
				.unit = o.unit };
	p->base_qty = p->qty;
	p->gross = qty_price(p->qty, p->price);
	p->net = p->income = net_of(p->gross, p->rate);
	p->tax = p->gross - p->net;
	p->cost = worth(r->ctx, l->part, p->base_qty);
	r->n++;
	return p->gross <= MONEY_MAX ||
	       err_field(r->e, "lines.price",
			 N_("That comes to more than can be booked. Look at quantity and price again"));
}

static bool without_sale(struct returning *r)
{
	if (!may_right(r->ctx, "return.without")) {
		err_field(
		    r->e, "sale",
		    N_("You may not take goods back without their sale. Name it, or ask somebody who may"));
		r->e->code = ERR_DENIED;
		return false;
	}
	r->party_id = r->in->customer ? r->in->customer : sale_walk_in(r->ctx);
	r->warehouse_id = stock_warehouse(r->ctx, r->in->warehouse);
	r->salesperson_id = r->ctx->user_id;
	if (!r->party_id)
		return err_field(r->e, "customer", N_("Who brings it back? Name a customer"));
	for (size_t i = 0; i < r->in->lines.n; i++) {
		if (!line_without(r, LINE_AT(r->in->lines, struct return_line, i))) {
			r->e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

/* ---- the whole ---- */

static bool add_up(struct returning *r)
{
	for (size_t i = 0; i < r->n; i++) {
		const struct returned *p = &r->piece[i];

		r->gross += p->gross;
		r->net += p->net;
		r->tax += p->tax;
		r->cost += p->cost;
	}
	r->fee_net = net_of(r->in->fee, setting_int(r->ctx->db, SETTING_TAX_RATE));
	r->total = r->gross + r->rounding - r->in->fee;
	if (r->gross > MONEY_MAX)
		return err_field(
		    r->e, "lines.price",
		    N_("That comes to more than can be booked. Look at quantity and price again"));
	return r->total >= 0 || err_field(r->e, "fee", N_("The fee is more than the %s that come back"),
					  money_text(r->ctx->arena, r->gross + r->rounding));
}

bool return_prepare(struct returning *r)
{
	r->most = PIECES_MOST;
	r->piece = ARENA_ARRAY(r->ctx->arena, struct returned, PIECES_MOST);
	return (r->in->sale ? from_sale(r) : without_sale(r)) && add_up(r);
}

static bool return_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct sale_back *in = input;
	struct returning r = { .ctx = ctx, .e = e, .in = in };

	if (HAS(in, sale) && HAS(in, customer))
		return err_field(e, "customer", N_("The sale says whose it is. Leave the customer empty"));
	if (!HAS(in, lines))
		return !HAS(in, sale) || sale_known(&r);
	return return_prepare(&r);
}

static void return_say(struct returning *r)
{
	struct arena *a = r->ctx->arena;

	answer_add_text(r->ctx, "total", money_plain(a, r->total));
	answer_add_text(r->ctx, "refund", money_plain(a, r->refund));
	if (r->refund)
		answer_say(r->ctx, N_("%s: %s come back, %s are given back"), r->ctx->answer->number,
			   money_text(a, r->total), money_text(a, r->refund));
	else
		answer_say(r->ctx, N_("%s: %s come back, off what was open"), r->ctx->answer->number,
			   money_text(a, r->total));
	if (r->cores) {
		answer_add_text(r->ctx, "cores", money_plain(a, r->cores));
		answer_say_more(r->ctx, N_("deposit of %s on the old core ends"), money_text(a, r->cores));
	}
}

static bool return_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct returning *r = ARENA_NEW(ctx->arena, struct returning);

	*r = (struct returning){ .ctx = ctx, .e = e, .in = input };
	if (!return_prepare(r) || !return_do(r))
		return false;
	return_say(r);
	return true;
}

/* A package that is whole as a whole, at its first line. */
static void set_propose(struct ctx *ctx, struct left *left, size_t n, size_t at, struct args *args)
{
	int64_t whole = left[at].set ? left_sets(left, n, left[at].set) : 0;
	struct args *line;

	if (whole == 0)
		return;
	line = args_add_line(args, "lines");
	args_set_id(line, "package", left[at].package);
	args_set(line, "qty", qty_text(ctx->arena, whole * 1000));
	for (size_t i = at; i < n; i++)
		if (left[i].set == left[at].set)
			left[i].all.qty -= left[i].in_one * whole;
}

/* All that is left of the sale. */
static void return_fill(struct ctx *ctx, struct args *args)
{
	struct err e = { .lang = ctx->lang };
	struct returning r = { .ctx = ctx, .e = &e };
	struct left *left;
	void *in;
	size_t n;

	if (args_lines(args, "lines") || !input_read(ctx, command_find("sale.return"), args, true, &in, &e))
		return;
	r.in = in;
	if (!r.in->sale || !sale_known(&r))
		return;
	left = ARENA_ARRAY(ctx->arena, struct left, SALE_LINES_MOST + 1);
	n = left_read(ctx, r.in->sale, left, SALE_LINES_MOST + 1);
	for (size_t i = 0; i < n; i++) {
		struct args *line;

		set_propose(ctx, left, n, i, args);
		if (!left[i].all.qty || !left[i].all.part_id)
			continue;
		line = args_add_line(args, "lines");
		args_set_id(line, "part", left[i].all.part_id);
		args_set(line, "qty", qty_text(ctx->arena, left[i].all.qty));
		args_set(line, "line", arena_printf(ctx->arena, "%d", (int)left[i].pos));
	}
}

COMMAND(sale_return) = {
	.name = "sale.return",
	.title = N_("Take goods back"),
	.help =
	    N_("Goods of a sale come back, to stock or scrapped; the money goes back the way it was paid."),
	.undo = UNDO_REVERSE,
	.input = return_input,
	.size = sizeof(struct sale_back),
	.prints = "sale_return",
	.fill = return_fill,
	.may = return_may,
	.run = return_run,
};
