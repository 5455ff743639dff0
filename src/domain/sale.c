/* sale.c - selling over the counter: prices, discounts and who may give them, then one document with its goods
 * and its money. */
#include "domain/sale_set.h"
#include "domain/surcharge.h"

#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/part.h"
#include "domain/part_price.h"
#include "domain/setting.h"
#include "domain/stock_batch.h"
#include "domain/tax.h"

const struct field sale_line_input[] = {
	FIELD(sale_line, part, "part", N_("Part"), VT_REF, STOP, .view = "parts",
	      .help = N_("By its code, its barcode, the maker's number or its name.")),
	FIELD(sale_line, qty, "qty", N_("Quantity"), VT_QTY, .min = 1, .max = QTY_MAX,
	      .help = N_("1 when empty. Counted in the unit of the line.")),
	FIELD(sale_line, price, "price", N_("Price"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("For one unit, tax included. Empty takes the price of this customer's level.")),
	FIELD(sale_line, unit, "unit", N_("Unit"), VT_TEXT, .max = 12,
	      .help = N_("A package the part is sold by; empty is its own unit.")),
	FIELD(sale_line, discount, "discount", N_("Discount"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("An amount off this line, not percent; 60*5% reckons it.")),
	FIELD(sale_line, gift, "gift", N_("Gift because"), VT_TEXT, .max = 80,
	      .help = N_("Why it is given away: the price is 0, stock and cost count.")),
	FIELD(sale_line, text, "text", N_("In own words"), VT_TEXT, .max = 120,
	      .help = N_("A fee that is no part, such as freight; it needs a price.")),
	FIELD(sale_line, batch, "batch", N_("Batch"), VT_CODE, .max = 40, .help = BATCH_OUT_HELP),
	FIELD(sale_line, package, "package", N_("Work package"), VT_REF, .view = "packages",
	      .help = N_("Goods and work that are sold together, instead of a part.")),
	FIELD(sale_line, model, "model", N_("Model"), VT_TEXT, .max = 40,
	      .help = N_("Of the car, where a part of the package differs from model to model.")),
	{ 0 },
};

static const struct field sale_input[] = {
	FIELD(sale, customer, "customer", N_("Customer"), VT_REF, .view = "customers",
	      .help = N_("Empty is a walk-in customer, who pays at once.")),
	LINES(sale, lines, "lines", N_("Goods"), sale_line_input, sale_line, SALE_LINES_MOST, REQUIRED,
	      .help = N_("What is sold: part, quantity, price.")),
	FIELD(sale, discount, "discount", N_("Discount on all"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("An amount, spread over the lines in proportion.")),
	FIELD(sale, round, "round", N_("Round down"), VT_BOOL, .max = 1,
	      .help = N_("To the multiple that the shop's settings name.")),
	FIELD(sale, type, "business_type", N_("Business type"), VT_REF, .view = "sale_types",
	      .help = N_("Normal, gifts (all of it is free) or an activity.")),
	FIELD(sale, salesperson, "salesperson", N_("Salesperson"), VT_REF, .view = "staff",
	      .help = N_("Whose sale it counts as; empty is yourself.")),
	FIELD(sale, carrier, "carrier", N_("Carrier"), VT_REF, .view = "parties",
	      .help = N_("Who brings the goods, where they are sent.")),
	FIELD(sale, collect, "collect", N_("Carrier collects"), VT_BOOL, .max = 1,
	      .help = N_("Yes: the carrier takes the money on delivery and owes it to the shop.")),
	FIELD(sale, warehouse, "warehouse", N_("Warehouse"), VT_REF, .view = "warehouses",
	      .help = N_("The main store where none is named.")),
	SURCHARGE_FIELD(sale),
	FIELD(sale, cores_here, "cores_here", N_("Old cores are here"), VT_BOOL, .max = 1,
	      .help = N_("Yes: the old parts were handed in, so no deposit is charged for them.")),
	LINES(sale, pay, "pay", N_("Payment"), pay_line_input, pay_line, PAY_LINES_MOST,
	      .help = N_("What stays open needs a customer with terms.")),
	{ 0 },
};

/* ---- prices ---- */

/* The package of that name; 0: the part's own unit, -1: there is none. */
static int64_t unit_named(struct ctx *ctx, int64_t part_id, const char *unit)
{
	if (!unit || db_exists(ctx->db, SQL("SELECT 1 FROM part WHERE id = :id AND unit = :unit"),
			       BIND(B_INT("id", part_id), B_TEXT("unit", unit))))
		return 0;
	return db_int(ctx->db, SQL("SELECT id FROM part_unit WHERE part_id = :part AND unit = :unit"),
		      BIND(B_INT("part", part_id), B_TEXT("unit", unit)), -1);
}

static const char *part_name(struct ctx *ctx, int64_t id)
{
	const char *name =
	    db_text(ctx->db, ctx->arena, SQL("SELECT name FROM part WHERE id = :id"), BIND(B_INT("id", id)));

	return name ? name : "";
}

/* A customer's latest price may be lower than his level's: it has been allowed before. */
bool sale_offer(struct ctx *ctx, int64_t part_id, int64_t customer_id, const char *unit,
		struct sale_offer *ret, struct err *e)
{
	int64_t unit_id = unit_named(ctx, part_id, unit);
	struct part_price p;

	*ret = (struct sale_offer){ .factor = 1000, .unit = "", .name = "" };
	if (unit_id < 0)
		return err_field(e, "lines.unit", N_("%s is not sold by “%s”"), part_title(ctx, part_id),
				 unit);
	if (!part_price(ctx, part_id, customer_id, unit_id, &p, e))
		return false;
	*ret = (struct sale_offer){ .list = p.price < p.level_price ? p.price : p.level_price,
				    .price = p.price,
				    .factor = p.factor,
				    .unit_id = unit_id,
				    .unit = p.unit ? p.unit : "",
				    .name = part_name(ctx, part_id) };
	return true;
}

static bool denied(struct err *e, const char *field)
{
	e->code = ERR_DENIED;
	snprintf(e->field, sizeof e->field, "%s", field);
	return false;
}

bool sale_price_allowed(struct ctx *ctx, const char *field, int64_t list, int64_t price, struct err *e)
{
	int64_t most = may_limit(ctx, "max_discount");

	if (price >= list - muldiv(list, most, 10000))
		return true;
	err_field(e, field, N_("You may go down from %s by %s. For %s ask somebody who may give more"),
		  money_text(ctx->arena, list), rate_text(ctx->arena, most), money_text(ctx->arena, price));
	return denied(e, field);
}

bool sale_gift_allowed(struct ctx *ctx, const char *field, struct err *e)
{
	if (may_right(ctx, "gift.give"))
		return true;
	err_field(e, field, N_("You may not give goods away. Ask somebody who may"));
	return denied(e, field);
}

/* ---- lines ---- */

/* What one line costs the customer, in itself and after its own discount. */
static bool line_priced(struct selling *s, const struct sale_line *l, const struct sale_offer *o,
			struct settle_line *m, struct sale_item *it)
{
	struct arena *a = s->ctx->arena;

	if (it->gift)
		return l->approved || sale_gift_allowed(s->ctx, "lines.gift", s->e);
	if (m->price == 0 && l->part)
		return err_field(s->e, "lines.price",
				 N_("%s has no price. Give one, or say why it is a gift"),
				 part_title(s->ctx, l->part));
	if (m->amount > MONEY_MAX)
		return err_field(
		    s->e, "lines.price",
		    N_("That comes to more than can be billed. Look at quantity and price again"));
	if (l->discount > m->amount)
		return err_field(s->e, "lines.discount", N_("The line comes to %s only"),
				 money_text(a, m->amount));
	m->discount = l->discount;
	it->floor = l->approved ? m->amount - m->discount : qty_price(m->qty, o->list);
	return !l->part || l->approved ||
	       sale_price_allowed(s->ctx, l->discount ? "lines.discount" : "lines.price",
				  qty_price(m->qty, o->list), m->amount - m->discount, s->e);
}

static bool line_words(struct selling *s, const struct sale_line *l, struct sale_offer *o)
{
	if (!l->text || !HAS(l, price))
		return err_field(s->e, "lines.part", N_("Say what it is: a part, or in words with a price"));
	if (l->gift)
		return err_field(s->e, "lines.gift", N_("Only goods are given away"));
	*o = (struct sale_offer){ .list = l->price, .price = l->price, .factor = 1000, .unit = "" };
	return true;
}

static bool line_make(struct selling *s, const struct sale_line *l)
{
	struct settle_line *m = &s->sum.line[s->sum.n];
	struct sale_item *it = &s->item[s->sum.n];
	struct sale_offer o;

	if (l->package)
		return set_make(s, l);
	if (!(l->part ? sale_offer(s->ctx, l->part, s->in->customer, l->unit, &o, s->e)
		      : line_words(s, l, &o)))
		return false;
	*it = (struct sale_item){ .part_id = l->part, .list = o.list, .unit = o.unit, .gift = l->gift };
	if (s->free && l->part && !it->gift)
		it->gift = s->ctx->remark ? s->ctx->remark : "";
	*m = (struct settle_line){ .qty = HAS(l, qty) ? l->qty : 1000,
				   .price = it->gift        ? 0
					    : HAS(l, price) ? l->price
							    : o.price,
				   .kind = l->part ? "part" : "fee",
				   .rate = tax_rate_of(s->ctx, l->part, 0, l->part ? "part" : "fee"),
				   .text = l->text ? l->text : o.name };
	it->base_qty = m->qty;
	if (l->part && !part_qty(s->ctx, l->part, o.unit_id, m->qty, &it->base_qty, s->e))
		return false;
	it->factor = o.factor;
	if (l->part && !batch_named(s->ctx, l->part, l->batch, "lines.batch", &it->batch_id, s->e))
		return false;
	if (l->part && !it->gift)
		core_add(s->ctx, s->cores, l->part, it->base_qty);
	m->amount = qty_price(m->qty, m->price);
	s->sum.n++;
	return line_priced(s, l, &o, m, it);
}

/* Lines that it makes, packages taken apart. */
static size_t lines_count(struct selling *s, size_t *ret_sets)
{
	size_t n = 0;

	*ret_sets = 0;
	for (size_t i = 0; i < s->in->lines.n; i++) {
		int64_t package = LINE_AT(s->in->lines, struct sale_line, i)->package;

		n += package ? set_lines(s->ctx, package) : 1;
		*ret_sets += package != 0;
	}
	return n;
}

static bool lines_make(struct selling *s)
{
	size_t sets, n = lines_count(s, &sets);

	if (n > SALE_LINES_MOST)
		return err_set(s->e, ERR_NO, N_("A sale has at most %d lines"), SALE_LINES_MOST);
	s->sum.line = ARENA_ARRAY(s->ctx->arena, struct settle_line, n + 1);
	s->item = ARENA_ARRAY(s->ctx->arena, struct sale_item, n + 1);
	s->set = ARENA_ARRAY(s->ctx->arena, struct sale_set, sets + 1);
	for (size_t i = 0; i < s->in->lines.n; i++) {
		if (!line_make(s, LINE_AT(s->in->lines, struct sale_line, i))) {
			s->e->line = (int)i + 1;
			return false;
		}
	}
	return s->in->lines.n > 0 || err_set(s->e, ERR_NO, N_("There is nothing on this sale yet"));
}

/* ---- the whole ---- */

int64_t sale_walk_in(struct ctx *ctx)
{
	return db_int(ctx->db, SQL("SELECT party_id FROM walk_in WHERE id = 1"), NULL, 0);
}

static bool type_read(struct selling *s)
{
	struct cur *c =
	    db_open(s->ctx->db, SQL("SELECT id, free FROM sale_type WHERE id = coalesce(:type, 1)"),
		    BIND(B_ID("type", s->in->type)));

	if (!cur_next(c))
		return err_field(s->e, "business_type", N_("This business type is not there"));
	s->type_id = cur_int(c, 0);
	s->free = cur_int(c, 1);
	cur_close(c);
	return !s->free || s->ctx->remark ||
	       err_field(s->e, "remark", N_("Say in the remark why the goods are given away"));
}

/* The discount over all is measured against what the catalogue asks for all, or somebody has allowed. */
static bool discount_allowed(struct selling *s)
{
	int64_t list = 0, after = s->sum.total - s->sum.rounding;

	if (s->in->discount == 0)
		return true;
	for (size_t i = 0; i < s->sum.n; i++) {
		const struct sale_item *it = &s->item[i];

		list += it->gift ? 0 : it->floor;
	}
	return sale_price_allowed(s->ctx, "discount", list, after, s->e);
}

bool sale_prepare(struct selling *s)
{
	const struct sale *in = s->in;
	struct arena *a = s->ctx->arena;
	int64_t gross = 0;

	s->cores = ARENA_NEW(a, struct core_charge);
	s->party_id = in->customer ? in->customer : sale_walk_in(s->ctx);
	s->warehouse_id = stock_warehouse(s->ctx, in->warehouse);
	s->salesperson_id = in->salesperson ? in->salesperson : s->ctx->user_id;
	if (in->collect && !in->carrier)
		return err_field(s->e, "carrier", N_("Who collects the money? Name the carrier"));
	if (!type_read(s) || !lines_make(s))
		return false;
	settle_add_up(&s->sum);
	for (size_t i = 0; i < s->sum.n; i++)
		gross += s->sum.line[i].amount;
	if (gross > MONEY_MAX)
		return err_field(
		    s->e, "lines.price",
		    N_("That comes to more than can be billed. Look at quantity and price again"));
	if (!settle_discount(&s->sum, a, NULL, in->discount))
		return err_field(s->e, "discount", N_("That is more than the whole sale"));
	if (surcharge_add(s->ctx, &s->sum, in->invoice))
		s->item[s->sum.n - 1] = (struct sale_item){ .unit = "",
							    .base_qty = 1000,
							    .factor = 1000,
							    .list = s->sum.line[s->sum.n - 1].price,
							    .floor = s->sum.line[s->sum.n - 1].amount };
	settle_total(&s->sum, in->round ? setting_int(s->ctx->db, SETTING_ROUND_TO) : 1);
	return discount_allowed(s);
}

int64_t sale_at_once(struct selling *s)
{
	bool terms = s->in->customer && db_exists(s->ctx->db,
						  SQL("SELECT 1 FROM party WHERE id = :id AND "
						      "terms_days IS NOT NULL"),
						  BIND(B_INT("id", s->in->customer)));

	return terms || (s->in->collect && s->in->carrier)
		   ? 0
		   : s->sum.total + (s->in->cores_here ? 0 : s->cores->total);
}

static bool sale_post_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct sale *in = input;
	struct selling s = { .ctx = ctx, .e = e, .in = in };

	return !HAS(in, lines) || sale_prepare(&s);
}

static bool sale_post_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct selling *s = ARENA_NEW(ctx->arena, struct selling);

	*s = (struct selling){ .ctx = ctx, .e = e, .in = input };
	return sale_do(s);
}

/* What is to be paid at once, in cash. */
static void sale_post_fill(struct ctx *ctx, struct args *args)
{
	struct err e = { .lang = ctx->lang };
	struct selling s = { .ctx = ctx, .e = &e };
	struct args *line;
	int64_t open;
	void *in;

	if (args_lines(args, "pay") || !input_read(ctx, command_find("sale.post"), args, true, &in, &e))
		return;
	s.in = in;
	if (!sale_prepare(&s) || (open = sale_at_once(&s)) <= 0)
		return;
	line = args_add_line(args, "pay");
	args_set(line, "method", "cash");
	args_set(line, "amount", money_plain(ctx->arena, open));
}

COMMAND(sale_post) = {
	.name = "sale.post",
	.title = N_("Sell goods"),
	.help = N_(
	    "Goods over the counter: out of stock, billed, and paid in the same step where money is given."),
	.undo = UNDO_REVERSE,
	.input = sale_input,
	.size = sizeof(struct sale),
	.prints = "sale",
	.fill = sale_post_fill,
	.may = sale_post_may,
	.run = sale_post_run,
};
