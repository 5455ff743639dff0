/* sale_post.c - what a sale writes: its goods, its rows, its bill, the money that comes with it, and one entry.
 *
 * The entry, prices being gross:
 *	debit   the account of each method      what was paid at once
 *	debit   receivable of the customer      what stays open (of the carrier, where he collects it)
 *	credit  income from goods, work, fees   the net of each line as if there were no discount
 *	debit   discount                        the net of the discount
 *	credit  output tax                      the tax of what is left of each line after the discount
 *	debit   rounding                        what the total was rounded down by; it bears no tax
 *	debit   cost of goods, credit stock     what the goods stood for
 * A gift has no income; its cost is cost of goods like any other. */
#include <stdio.h>
#include <string.h>

#include "base/money.h"
#include "domain/document.h"
#include "domain/part_price.h"
#include "domain/owing.h"
#include "domain/party.h"
#include "domain/sale_set.h"
#include "domain/stock.h"

static void post(struct selling *s, struct posting_line line)
{
	posting_add(s->p, line);
}

/* ---- goods ---- */

static bool goods_out(struct selling *s, size_t i)
{
	struct settle_line *l = &s->sum.line[i];
	struct sale_item *it = &s->item[i];
	struct stock_move m = { .part_id = it->part_id,
				.warehouse_id = s->warehouse_id,
				.qty = it->base_qty,
				.document_id = s->document_id,
				.batch_id = it->batch_id,
				.use = true };

	if (!it->part_id)
		return true;
	if (!stock_take(s->ctx, &m, &l->cost, s->e)) {
		s->e->line = (int)i + 1;
		return false;
	}
	it->move_id = db_int(s->ctx->db, SQL("SELECT max(id) FROM stock_move WHERE document_id = :document"),
			     BIND(B_INT("document", s->document_id)), 0);
	s->sum.cost += l->cost;
	post(s, (struct posting_line){ .account = ACC_STOCK, .amount = -l->cost, .part_id = it->part_id });
	return true;
}

static bool all_goods_out(struct selling *s)
{
	for (size_t i = 0; i < s->sum.n; i++)
		if (!goods_out(s, i))
			return false;
	post(s, (struct posting_line){ .account = ACC_COST, .amount = s->sum.cost });
	return true;
}

/* ---- rows ---- */

static void sale_write(struct selling *s)
{
	const struct settle_sum *m = &s->sum;

	db_exec(s->ctx->db,
		SQL("INSERT INTO sale (id, party_id, warehouse_id, salesperson_id, type_id, carrier_id, "
		    "collect, goods, fees, discount, rounding, total, net, tax, cost) VALUES (:id, :party, "
		    ":warehouse, :salesperson, :type, :carrier, :collect, :goods, :fees, :discount, "
		    ":rounding, :total, :net, :tax, :cost)"),
		BIND(B_INT("id", s->document_id), B_INT("party", s->party_id),
		     B_INT("warehouse", s->warehouse_id), B_INT("salesperson", s->salesperson_id),
		     B_INT("type", s->type_id), B_ID("carrier", s->in->carrier),
		     B_INT("collect", s->in->collect), B_INT("goods", m->parts),
		     B_INT("fees", m->fees + m->labour), B_INT("discount", m->discount),
		     B_INT("rounding", m->rounding), B_INT("total", m->total), B_INT("net", m->net),
		     B_INT("tax", m->tax), B_INT("cost", m->cost)));
}

static void line_write(struct selling *s, size_t i)
{
	const struct settle_line *l = &s->sum.line[i];
	const struct sale_item *it = &s->item[i];

	db_exec(s->ctx->db,
		SQL("INSERT INTO sale_line (sale_id, pos, party_id, part_id, text, unit, qty, base_qty, "
		    "list_price, price, amount, discount, tax_rate, income, net, tax, cost, gift, move_id, "
		    "set_id, "
		    "labour_id) "
		    "VALUES (:sale, :pos, :party, :part, :text, :unit, :qty, :base, :list, :price, :amount, "
		    ":discount, :rate, :income, :net, :tax, :cost, :gift, :move, :set, :labour)"),
		BIND(B_INT("sale", s->document_id), B_INT("pos", (int64_t)i + 1), B_INT("party", s->party_id),
		     B_ID("part", it->part_id), B_TEXT("text", l->text), B_TEXT("unit", it->unit),
		     B_INT("qty", l->qty), B_INT("base", it->base_qty), B_INT("list", it->list),
		     B_INT("price", l->price), B_INT("amount", l->amount), B_INT("discount", l->discount),
		     B_INT("rate", l->rate), B_INT("income", l->income), B_INT("net", l->net),
		     B_INT("tax", l->tax), B_INT("cost", l->cost), B_TEXT("gift", it->gift),
		     B_ID("move", it->move_id), B_ID("set", it->set ? s->set[it->set - 1].id : 0),
		     B_ID("labour", it->labour_id)));
}

static enum account earns(const struct sale_item *it)
{
	return it->part_id ? ACC_INCOME_GOODS : it->labour_id ? ACC_INCOME_LABOUR : ACC_INCOME_FEES;
}

static void lines_write(struct selling *s)
{
	for (size_t i = 0; i < s->sum.n; i++) {
		const struct settle_line *l = &s->sum.line[i];

		line_write(s, i);
		if (s->item[i].part_id && !s->item[i].gift && !s->item[i].set)
			part_price_gave(s->ctx, s->item[i].part_id, s->in->customer, l->price,
					s->item[i].factor, s->document_id);
		post(s, (struct posting_line){ .account = earns(&s->item[i]), .amount = -l->income });
		post(s, (struct posting_line){ .account = ACC_DISCOUNT, .amount = l->income - l->net });
	}
	post(s, (struct posting_line){ .account = ACC_OUTPUT_TAX, .amount = -s->sum.tax });
	post(s, (struct posting_line){ .account = ACC_ROUNDING, .amount = -s->sum.rounding });
}

/* ---- bill and money ---- */

struct buyer {
	bool terms, limited;
	int64_t days, limit;
	const char *name;
};

static void buyer_read(struct selling *s, struct buyer *ret)
{
	struct cur *c =
	    db_open(s->ctx->db, SQL("SELECT name, terms_days, credit_limit FROM party WHERE id = :id"),
		    BIND(B_INT("id", s->party_id)));

	*ret = (struct buyer){ .name = "" };
	if (!cur_next(c))
		return;
	ret->name = arena_strdup(s->ctx->arena, cur_text(c, 0));
	ret->terms = s->in->customer && !cur_null(c, 1);
	ret->days = cur_int(c, 1);
	ret->limited = !cur_null(c, 2);
	ret->limit = cur_int(c, 2);
	cur_close(c);
}

static void bill_write(struct selling *s, int64_t party_id, int64_t amount, int64_t due_on)
{
	if (amount == 0)
		return;
	db_exec(s->ctx->db,
		SQL("INSERT INTO bill (document_id, party_id, amount, due_on) "
		    "VALUES (:document, :party, :amount, :due)"),
		BIND(B_INT("document", s->document_id), B_INT("party", party_id), B_INT("amount", amount),
		     B_INT("due", due_on)));
	s->due[s->n_due++] =
	    (struct due){ .bill_id = db_last_id(s->ctx->db), .party_id = party_id, .open = amount };
	post(s, (struct posting_line){ .account = ACC_RECEIVABLE, .amount = amount, .party_id = party_id });
}

static int64_t pay_total(const struct pay *pay, size_t n)
{
	int64_t sum = 0;

	for (size_t i = 0; i < n; i++)
		sum += pay[i].amount;
	return sum;
}

/* The customer owes it all; where the carrier collects, only what he pays at once. */
static void bills_write(struct selling *s, const struct buyer *o, int64_t paid)
{
	bool collected = s->in->carrier && s->in->collect && paid < s->sum.total;
	int64_t his = collected ? paid : s->sum.total;

	bill_write(s, s->party_id, his, s->ctx->today + (o->terms ? o->days : 0));
	if (collected)
		bill_write(s, s->in->carrier, s->sum.total - paid, s->ctx->today);
}

static void open_write(struct selling *s)
{
	for (size_t i = 0; i < s->n_due; i++) {
		s->open += s->due[i].open;
		if (s->due[i].open)
			db_exec(s->ctx->db,
				SQL("INSERT INTO bill_open (id, party_id, due_on, amount) "
				    "SELECT id, party_id, due_on, :open FROM bill WHERE id = :id"),
				BIND(B_INT("open", s->due[i].open), B_INT("id", s->due[i].bill_id)));
	}
}

/* May he owe it? What comes back in the same step stands for money. */
static bool may_owe(struct selling *s, const struct buyer *o)
{
	struct arena *a = s->ctx->arena;
	int64_t open = -s->credit;

	for (size_t i = 0; i < s->n_due; i++)
		open += s->due[i].party_id == s->party_id ? s->due[i].open : 0;
	if (open <= 0)
		return true;
	if (!o->terms && s->in->pay.n)
		return err_field(s->e, "pay",
				 N_("%s pays at once, and %s would stay open. Take the rest too"), o->name,
				 money_text(a, open));
	if (!o->terms)
		return err_field(s->e, "pay", N_("%s pays at once. How are the %s paid?"), o->name,
				 money_text(a, open));
	return owing_allowed(
	    s->ctx,
	    &(struct owing){ .party_id = s->party_id,
			     .name = o->name,
			     .limited = o->limited,
			     .limit = o->limit,
			     .owed = ledger_party(s->ctx, s->party_id, ACC_RECEIVABLE) - s->credit,
			     .now = open },
	    s->e);
}

/* The deposit is on the customer's own name; a carrier who collects brings it too. */
static bool cores_charge(struct selling *s, const struct buyer *o)
{
	struct core_charge *c = s->cores;
	bool collected = s->in->carrier && s->in->collect;

	c->origin_id = s->document_id;
	c->party_id = s->party_id;
	c->bill_party_id = collected ? s->in->carrier : s->party_id;
	c->due_on = s->ctx->today + (o->terms && !collected ? o->days : 0);
	if (s->in->cores_here)
		core_kept(s->ctx, c);
	if (s->in->cores_here || c->n == 0)
		return true;
	return core_charge_post(s->ctx, c, &s->due[s->n_due++], s->e);
}

static bool money_in(struct selling *s, struct pay *pay)
{
	struct buyer o;

	buyer_read(s, &o);
	bills_write(s, &o, pay_total(pay, s->in->pay.n));
	if (!cores_charge(s, &o))
		return false;
	if (s->in->pay.n &&
	    !payment_into(s->ctx, s->document_id, s->p, pay, s->in->pay.n, s->due, s->n_due, s->e))
		return false;
	open_write(s);
	return ledger_post(s->ctx, s->document_id, s->p, s->e) && may_owe(s, &o);
}

/* ---- the whole ---- */

static void walk_in_make(struct selling *s)
{
	if (s->party_id)
		return;
	s->party_id = party_new_customer(s->ctx, tr(s->ctx->lang, N_("Walk-in customer")), NULL);
	db_exec(s->ctx->db, SQL("INSERT INTO walk_in (id, party_id) VALUES (1, :party)"),
		BIND(B_INT("party", s->party_id)));
}

static bool has_work(const struct selling *s)
{
	for (size_t i = 0; i < s->sum.n; i++)
		if (s->item[i].labour_id)
			return true;
	return false;
}

static void sale_say(struct selling *s, const struct pay *pay)
{
	struct arena *a = s->ctx->arena;

	answer_add_text(s->ctx, "total", money_plain(a, s->sum.total));
	answer_add_text(s->ctx, "open", money_plain(a, s->open));
	if (s->open == 0)
		answer_say(s->ctx, N_("%s: sold for %s, all paid"), s->ctx->answer->number,
			   money_text(a, s->sum.total));
	else
		answer_say(s->ctx, N_("%s: sold for %s, %s open"), s->ctx->answer->number,
			   money_text(a, s->sum.total), money_text(a, s->open));
	if (s->cores->n && !s->in->cores_here)
		answer_say_more(s->ctx, N_("Deposit on old cores: %s"), money_text(a, s->cores->total));
	if (has_work(s))
		answer_say_more(s->ctx, N_("Nobody's time is clocked for the work in it"));
	payment_say_change(s->ctx, pay, s->in->pay.n);
}

bool sale_do(struct selling *s)
{
	struct pay pay[PAY_LINES_MOST];

	if (!sale_prepare(s) || !pay_read(s->ctx, &s->in->pay, pay, s->e))
		return false;
	walk_in_make(s);
	s->p = posting_new(s->ctx->arena);
	s->document_id = document_post(
	    s->ctx, &(struct document){ .kind = DOC_SALE, .party_id = s->party_id, .amount = s->sum.total });
	if (s->in->carrier)
		document_print(s->ctx, s->document_id, "delivery");
	if (!all_goods_out(s))
		return false;
	sale_write(s);
	sets_write(s);
	lines_write(s);
	if (!money_in(s, pay))
		return false;
	sale_say(s, pay);
	return true;
}
