/* sale_set.c - a package over the counter: goods and work at one price.
 *
 * Its lines are sold at the prices of the list. What the package is cheaper than they are is their discount, shared
 * out by what they cost: so goods, work and tax have their own income, and a line that comes back its own share. */
#include "domain/sale_set.h"

#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/part_price.h"
#include "domain/setting.h"
#include "domain/tax.h"

/* ---- what is asked for it ---- */

static const char *package_name(struct ctx *ctx, int64_t id)
{
	const char *name = db_text(ctx->db, ctx->arena, SQL("SELECT name FROM package WHERE id = :id"),
				   BIND(B_INT("id", id)));

	return name ? name : "";
}

/* The price and the words of the list, where the package has none of its own. */
static bool piece_price(struct ctx *ctx, int64_t customer_id, struct package_piece *p, struct err *e)
{
	struct sale_offer o;

	if (p->part_id) {
		p->part_id = part_sold_first(ctx, p->part_id);
		if (!sale_offer(ctx, p->part_id, customer_id, NULL, &o, e))
			return false;
		p->text = o.name;
		p->unit = o.unit;
		p->price = p->price < 0 ? o.price : p->price;
		return true;
	}
	if (p->price < 0)
		p->price = db_int(ctx->db, SQL("SELECT price FROM labour WHERE id = :id"),
				  BIND(B_INT("id", p->labour_id)), 0);
	return true;
}

static bool piece_known(struct ctx *ctx, const struct package_piece *p, const char *model, const char *field,
			struct err *e)
{
	(void)ctx;
	return !p->missing ||
	       (model ? err_field(e, field,
				  N_("Which “%s” fits %s is not known yet (package.fit), so the package "
				     "cannot be sold for it"),
				  p->text, model)
		      : err_field(e, field, N_("“%s” differs from model to model: name the model"), p->text));
}

/* Time is clocked on work orders: a shop that pays by it sells no work without one. */
static bool work_allowed(struct ctx *ctx, const struct package_piece *p, const char *name, const char *field,
			 struct err *e)
{
	return !p->labour_id || setting_int(ctx->db, SETTING_COUNTER_WORK) ||
	       err_field(e, field,
			 N_("“%s” has work in it (%s), which is clocked on a work order. Open one "
			    "(job.receive)"),
			 name, p->text);
}

bool set_offer(struct ctx *ctx, int64_t package_id, const char *model, int64_t customer_id,
	       struct set_offer *ret, const char *field, struct err *e)
{
	int64_t whole = package_price(ctx, package_id);

	*ret = (struct set_offer){ .name = package_name(ctx, package_id) };
	ret->piece = ARENA_ARRAY(ctx->arena, struct package_piece, PACKAGE_LINES_MOST);
	ret->n = package_pieces(ctx, package_id, model ? model : "", ret->piece);
	ret->amount = ARENA_ARRAY(ctx->arena, int64_t, ret->n + 1);
	for (size_t i = 0; i < ret->n; i++) {
		struct package_piece *p = &ret->piece[i];

		if (!work_allowed(ctx, p, ret->name, field, e) || !piece_known(ctx, p, model, field, e) ||
		    !piece_price(ctx, customer_id, p, e))
			return false;
		ret->sum += ret->amount[i] = qty_price(p->qty, p->price);
	}
	ret->price = whole && whole < ret->sum ? whole : ret->sum;
	return ret->price > 0 ||
	       err_field(e, field, N_("%s has no price yet: its lines come to nothing"), ret->name);
}

bool set_whole(int64_t qty, const char *field, struct err *e)
{
	return qty % 1000 == 0 || err_field(e, field, N_("A package is sold as a whole, not in part"));
}

size_t set_lines(struct ctx *ctx, int64_t package_id)
{
	return (size_t)db_int(ctx->db, SQL("SELECT count(*) FROM package_line WHERE package_id = :id"),
			      BIND(B_INT("id", package_id)), 0);
}

/* ---- on a sale ---- */

static bool piece_make(struct selling *s, const struct package_piece *p, int64_t n, int64_t amount,
		       int64_t share)
{
	struct settle_line *m = &s->sum.line[s->sum.n];
	struct sale_item *it = &s->item[s->sum.n];
	const char *kind = p->part_id ? "part" : p->labour_id ? "labour" : "fee";

	if (p->qty > QTY_MAX / n)
		return err_field(s->e, "lines.qty", N_("That is more than can be counted"));
	*it = (struct sale_item){ .part_id = p->part_id,
				  .labour_id = p->labour_id,
				  .list = p->price,
				  .unit = p->unit ? p->unit : "",
				  .factor = 1000,
				  .floor = share,
				  .set = s->n_sets + 1 };
	*m = (struct settle_line){ .qty = p->qty * n,
				   .price = p->price,
				   .amount = amount,
				   .discount = amount - share,
				   .kind = kind,
				   .rate = tax_rate_of(s->ctx, p->part_id, p->labour_id, kind),
				   .text = p->text };
	it->base_qty = m->qty;
	if (s->free) {
		it->gift = p->part_id ? s->ctx->remark : NULL;
		m->price = m->amount = m->discount = it->floor = 0;
	} else if (p->part_id)
		core_add(s->ctx, s->cores, p->part_id, m->qty);
	s->sum.n++;
	return !p->part_id || part_qty(s->ctx, p->part_id, 0, m->qty, &it->base_qty, s->e);
}

static bool pieces_make(struct selling *s, const struct set_offer *o, int64_t n, int64_t total)
{
	int64_t *amount = ARENA_ARRAY(s->ctx->arena, int64_t, o->n),
		*share = ARENA_ARRAY(s->ctx->arena, int64_t, o->n);

	for (size_t i = 0; i < o->n; i++)
		amount[i] = o->amount[i] * n;
	share_out(total, amount, o->n, share);
	for (size_t i = 0; i < o->n; i++)
		if (!piece_make(s, &o->piece[i], n, amount[i], share[i]))
			return false;
	return true;
}

static bool set_allowed(struct selling *s, const struct sale_line *l, const struct set_offer *o, int64_t n,
			int64_t total)
{
	struct arena *a = s->ctx->arena;

	if (l->gift || l->part || l->text)
		return err_field(s->e, "lines.package", N_("A package stands on a line of its own"));
	if (total + l->discount == 0 && !s->free)
		return err_field(s->e, "lines.price",
				 N_("%s has no price. Give one, or say why it is a gift"), o->name);
	if (o->sum > MONEY_MAX / n)
		return err_field(
		    s->e, "lines.price",
		    N_("That comes to more than can be billed. Look at quantity and price again"));
	if (total < 0)
		return err_field(s->e, "lines.discount", N_("The line comes to %s only"),
				 money_text(a, total + l->discount));
	if (total > o->sum * n)
		return err_field(s->e, "lines.price",
				 N_("Its lines come to %s: a package does not cost more than they do"),
				 money_text(a, o->sum));
	return l->approved || s->free ||
	       sale_price_allowed(s->ctx, l->discount ? "lines.discount" : "lines.price", o->price * n, total,
				  s->e);
}

bool set_make(struct selling *s, const struct sale_line *l)
{
	int64_t qty = HAS(l, qty) ? l->qty : 1000, n = qty / 1000, total;
	struct sale_set *set = &s->set[s->n_sets];
	struct set_offer o;

	if (!set_whole(qty, "lines.qty", s->e) ||
	    !set_offer(s->ctx, l->package, l->model, s->in->customer, &o, "lines.model", s->e))
		return false;
	*set = (struct sale_set){ .package_id = l->package,
				  .qty = qty,
				  .list = o.price,
				  .price = HAS(l, price) ? l->price : o.price,
				  .text = o.name,
				  .first = s->sum.n,
				  .n = o.n };
	total = set->price > MONEY_MAX / n ? MONEY_MAX + 1 : set->price * n - l->discount;
	if (!set_allowed(s, l, &o, n, total) || !pieces_make(s, &o, n, total))
		return false;
	s->n_sets++;
	return true;
}

void sets_write(struct selling *s)
{
	for (size_t i = 0; i < s->n_sets; i++) {
		struct sale_set *set = &s->set[i];
		int64_t amount = 0, discount = 0;

		for (size_t k = set->first; k < set->first + set->n; k++) {
			amount += s->sum.line[k].amount;
			discount += s->sum.line[k].discount;
		}
		db_exec(s->ctx->db,
			SQL("INSERT INTO sale_set (sale_id, pos, package_id, text, qty, list_price, price, "
			    "amount, discount) VALUES (:sale, :pos, :package, :text, :qty, :list, :price, "
			    ":amount, :discount)"),
			BIND(B_INT("sale", s->document_id), B_INT("pos", (int64_t)set->first + 1),
			     B_INT("package", set->package_id), B_TEXT("text", set->text),
			     B_INT("qty", set->qty), B_INT("list", set->list), B_INT("price", set->price),
			     B_INT("amount", amount), B_INT("discount", discount)));
		set->id = db_last_id(s->ctx->db);
	}
}
