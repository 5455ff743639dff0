/* sale_back.c - what a return writes: goods, rows, what it takes off open bills, the money that goes back.
 *
 * The entry is the sale's turned round, share by share: debit income, tax and stock, credit discount and cost of
 * goods; what was scrapped moves from cost of goods to returned goods scrapped. The total is credited to the
 * receivable as far as bills of the sale are open, else to the account of the method that gives it back. In the
 * bills the return is one of its own below zero, paid by what it is set against. */
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/card.h"
#include "domain/payment_source.h"
#include "domain/sale_return.h"
#include "domain/stock.h"

#define METHOD_MOST 20

static void post(struct returning *r, enum account account, int64_t amount)
{
	posting_add(r->p, (struct posting_line){ .account = account, .amount = amount });
}

/* ---- goods ---- */

static bool piece_put(struct returning *r, struct returned *p)
{
	struct stock_move m = { .part_id = p->part_id,
				.warehouse_id = r->warehouse_id,
				.qty = p->base_qty,
				.document_id = r->document_id,
				.returns_id = p->move_id };

	if (!p->part_id || !p->restock) {
		p->move_id = 0;
		post(r, ACC_RETURNS_SCRAPPED, p->cost);
		post(r, ACC_COST, -p->cost);
		return true;
	}
	if (!stock_put(r->ctx, &m, p->cost, r->e))
		return false;
	p->move_id = db_int(r->ctx->db, SQL("SELECT max(id) FROM stock_move WHERE document_id = :document"),
			    BIND(B_INT("document", r->document_id)), 0);
	posting_add(r->p,
		    (struct posting_line){ .account = ACC_STOCK, .amount = p->cost, .part_id = p->part_id });
	post(r, ACC_COST, -p->cost);
	return true;
}

static void piece_write(struct returning *r, const struct returned *p, size_t pos)
{
	db_exec(
	    r->ctx->db,
	    SQL("INSERT INTO sale_return_line (return_id, pos, sale_line_id, part_id, text, unit, qty, "
		"base_qty, price, discount, gross, tax_rate, income, net, tax, cost, restock, move_id) "
		"VALUES (:return, :pos, :line, :part, :text, :unit, :qty, :base, :price, :discount, :gross, "
		":rate, :income, :net, :tax, :cost, :restock, :move)"),
	    BIND(B_INT("return", r->document_id), B_INT("pos", (int64_t)pos), B_ID("line", p->line_id),
		 B_ID("part", p->part_id), B_TEXT("text", p->text), B_TEXT("unit", p->unit),
		 B_INT("qty", p->qty), B_INT("base", p->base_qty), B_INT("price", p->price),
		 B_INT("discount", p->discount), B_INT("gross", p->gross), B_INT("rate", p->rate),
		 B_INT("income", p->income), B_INT("net", p->net), B_INT("tax", p->tax),
		 B_INT("cost", p->cost), B_INT("restock", p->restock), B_ID("move", p->move_id)));
}

static bool pieces_post(struct returning *r)
{
	for (size_t i = 0; i < r->n; i++) {
		struct returned *p = &r->piece[i];

		if (!piece_put(r, p))
			return false;
		piece_write(r, p, i + 1);
		post(r,
		     p->part_id     ? ACC_INCOME_GOODS
		     : p->labour_id ? ACC_INCOME_LABOUR
				    : ACC_INCOME_FEES,
		     p->income);
		post(r, ACC_DISCOUNT, p->net - p->income);
	}
	post(r, ACC_OUTPUT_TAX, r->tax - (r->in->fee - r->fee_net));
	post(r, ACC_ROUNDING, r->rounding);
	post(r, ACC_RESTOCKING, -r->fee_net);
	return true;
}

static void head_write(struct returning *r)
{
	db_exec(r->ctx->db,
		SQL("INSERT INTO sale_return (id, sale_id, party_id, warehouse_id, salesperson_id, gross, "
		    "rounding, fee, fee_net, total, net, tax, cost) VALUES (:id, :sale, :party, :warehouse, "
		    ":salesperson, :gross, :rounding, :fee, :fee_net, :total, :net, :tax, :cost)"),
		BIND(B_INT("id", r->document_id), B_ID("sale", r->in->sale), B_INT("party", r->party_id),
		     B_INT("warehouse", r->warehouse_id), B_INT("salesperson", r->salesperson_id),
		     B_INT("gross", r->gross), B_INT("rounding", r->rounding), B_INT("fee", r->in->fee),
		     B_INT("fee_net", r->fee_net), B_INT("total", r->total), B_INT("net", r->net),
		     B_INT("tax", r->tax), B_INT("cost", r->cost)));
}

/* ---- off what is open ---- */

static struct due *open_read(struct returning *r, size_t *ret_n)
{
	struct cur *c = db_open(
	    r->ctx->db,
	    SQL("SELECT o.id, o.party_id, o.amount FROM bill b JOIN bill_open o ON o.id = b.id "
		"WHERE b.document_id IN (:sale, :exchange) "
		"UNION ALL SELECT o.id, o.party_id, o.amount FROM bill_open o JOIN party p ON p.id = "
		"o.party_id "
		"WHERE :sale IS NULL AND o.party_id = :party AND p.terms_days IS NOT NULL ORDER BY 1"),
	    BIND(B_ID("sale", r->in->sale), B_ID("exchange", r->exchange_id), B_INT("party", r->party_id)));
	struct due *due = NULL;
	size_t n = 0;

	while (cur_next(c)) {
		ARENA_MORE(r->ctx->arena, due, n);
		due[n++] = (struct due){ .bill_id = cur_int(c, 0),
					 .party_id = cur_int(c, 1),
					 .open = cur_int(c, 2) };
	}
	*ret_n = n;
	return due;
}

static void allocate(struct returning *r, int64_t bill_id, int64_t amount)
{
	db_exec(
	    r->ctx->db,
	    SQL("INSERT INTO allocation (document_id, bill_id, amount) VALUES (:document, :bill, :amount)"),
	    BIND(B_INT("document", r->document_id), B_INT("bill", bill_id), B_INT("amount", amount)));
}

/* The bill of the return itself, paid by what it is set against. */
static void credit_write(struct returning *r, int64_t party_id, int64_t amount)
{
	if (amount == 0)
		return;
	db_exec(r->ctx->db,
		SQL("INSERT INTO bill (document_id, party_id, amount, due_on) "
		    "VALUES (:document, :party, :amount, :today)"),
		BIND(B_INT("document", r->document_id), B_INT("party", party_id), B_INT("amount", -amount),
		     B_INT("today", r->ctx->today)));
	allocate(r, db_last_id(r->ctx->db), -amount);
}

/* Returns what is left to give back in money. */
static int64_t bills_reduce(struct returning *r)
{
	size_t n;
	struct due *due = open_read(r, &n);
	int64_t left = r->total;

	for (size_t i = 0; i < n && left > 0; i++) {
		int64_t piece = due[i].open < left ? due[i].open : left;

		due[i].open -= piece;
		due[i].paid += piece;
		left -= piece;
		credit_write(r, due[i].party_id, piece);
		allocate(r, due[i].bill_id, piece);
		posting_add(r->p, (struct posting_line){ .account = ACC_RECEIVABLE,
							 .amount = -piece,
							 .party_id = due[i].party_id });
	}
	dues_keep(r->ctx, due, n);
	return left;
}

/* ---- money ---- */

size_t return_paid(struct returning *r, struct paid_by *ret, size_t most)
{
	struct cur *c = db_open(
	    r->ctx->db,
	    SQL("SELECT m.id, m.code, sum(y.amount) AS paid FROM payment y JOIN pay_method m ON m.id = "
		"y.method_id WHERE y.document_id IN (SELECT a.document_id FROM bill b JOIN allocation a "
		"ON a.bill_id = b.id WHERE b.document_id = :sale UNION SELECT s.id FROM sale_return s "
		"WHERE s.sale_id = :sale UNION SELECT x.id FROM sale_return s JOIN document x "
		"ON x.reverses_id = s.id WHERE s.sale_id = :sale) GROUP BY m.id HAVING paid > 0 ORDER BY "
		"m.pos"),
	    BIND(B_INT("sale", r->in->sale)));
	size_t n = 0;

	while (cur_next(c)) {
		ret[n++] = (struct paid_by){ .method_id = cur_int(c, 0),
					     .amount = cur_int(c, 2),
					     .method = arena_strdup(r->ctx->arena, cur_text(c, 1)) };
		if (n == most) {
			cur_close(c);
			break;
		}
	}
	return n;
}

/* A document that a card paid, and what of that it has not got back. */
struct card_paid {
	int64_t document_id, left;
};

/* The sale itself, then what paid its bill later. */
static size_t cards_paid(struct returning *r, struct card_paid *ret)
{
	struct cur *c = db_open(
	    r->ctx->db,
	    SQL("SELECT y.document_id, sum(y.amount) + coalesce((SELECT sum(z.amount) FROM payment z WHERE "
		"z.refunds_id = y.document_id AND z.method_id = :member), 0) AS left FROM payment y WHERE "
		"y.method_id = :member AND (y.document_id = :sale OR y.document_id IN (SELECT a.document_id "
		"FROM bill b JOIN allocation a ON a.bill_id = b.id WHERE b.document_id = :sale)) AND "
		"y.amount "
		"> 0 AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = y.document_id) GROUP BY "
		"y.document_id HAVING left > 0 ORDER BY y.document_id LIMIT :most"),
	    BIND(B_INT("member", PAY_MEMBER), B_INT("sale", r->in->sale), B_INT("most", METHOD_MOST)));
	size_t n = 0;

	while (cur_next(c))
		ret[n++] = (struct card_paid){ cur_int(c, 0), cur_int(c, 1) };
	return n;
}

/* To the cards that paid, one after the other. */
static bool cards_out(struct returning *r, struct pay *pay, int64_t amount)
{
	struct card_paid paid[METHOD_MOST];
	size_t n = cards_paid(r, paid);

	for (size_t i = 0; i < n && amount > 0; i++) {
		int64_t piece = paid[i].left < amount ? paid[i].left : amount;

		if (!card_give_back(r->ctx, r->document_id, paid[i].document_id, piece, r->p, &pay->card_id,
				    r->e))
			return false;
		payment_row(r->ctx, r->document_id, pay,
			    &(struct payer){ .party_id = r->party_id, .refunds_id = paid[i].document_id },
			    -piece);
		amount -= piece;
	}
	return amount == 0 ||
	       err_field(r->e, "refund",
			 n ? N_("Only part of it came from a member card. Give the rest back another way")
			   : N_("It was not paid with a member card"));
}

static bool money_out(struct returning *r, const char *method, const char *reference, int64_t amount)
{
	struct pay_line line = { .method = method, .amount = amount };
	struct pay pay;

	if (amount == 0)
		return true;
	if (!pay_read_back(r->ctx, &line, &pay, r->e) || !drawer_has(r->ctx, &pay, r->e))
		return false;
	pay.reference = reference;
	if (pay.method_id == PAY_MEMBER)
		return cards_out(r, &pay, amount);
	payment_row(r->ctx, r->document_id, &pay, &(struct payer){ .party_id = r->party_id }, -amount);
	posting_add(r->p,
		    (struct posting_line){ .account = pay.account,
					   .amount = -amount,
					   .shift_id = pay.shift_id,
					   .party_id = pay.method_id == PAY_ADVANCE ? r->party_id : 0 });
	return true;
}

/* The way it was paid; what cannot be told any more in cash. */
static bool refund_as_paid(struct returning *r, const struct paid_by *paid, size_t n)
{
	int64_t left = r->refund;

	for (size_t i = 0; i < n && left > 0; i++) {
		int64_t piece = paid[i].amount < left ? paid[i].amount : left;

		if (!money_out(r, paid[i].method, NULL, piece))
			return false;
		left -= piece;
	}
	return money_out(r, "cash", NULL, left);
}

static bool another_way(struct returning *r, const struct paid_by *paid, size_t n)
{
	for (size_t i = 0; i < r->in->refund.n; i++) {
		const struct pay_line *l = LINE_AT(r->in->refund, struct pay_line, i);
		int64_t left = -l->amount;

		for (size_t k = 0; k < n; k++)
			left += strcmp(paid[k].method, l->method) ? 0 : paid[k].amount;
		if (left < 0)
			return true;
	}
	return false;
}

static bool refund_given(struct returning *r, const struct paid_by *paid, size_t n)
{
	const struct lines *refund = &r->in->refund;
	int64_t sum = 0;

	for (size_t i = 0; i < refund->n; i++)
		sum += LINE_AT(*refund, struct pay_line, i)->amount;
	if (sum != r->refund)
		return err_field(r->e, "refund", N_("%s are to be given back, not %s"),
				 money_text(r->ctx->arena, r->refund), money_text(r->ctx->arena, sum));
	if (r->in->sale && another_way(r, paid, n) && !may_right(r->ctx, "refund.otherwise")) {
		err_field(r->e, "refund",
			  N_("It goes back the way it was paid. For another way ask somebody who may"));
		r->e->code = ERR_DENIED;
		return false;
	}
	for (size_t i = 0; i < refund->n; i++) {
		const struct pay_line *l = LINE_AT(*refund, struct pay_line, i);

		if (!money_out(r, l->method, l->reference, l->amount))
			return false;
	}
	return true;
}

static bool refund_post(struct returning *r)
{
	struct paid_by paid[METHOD_MOST];
	size_t n = return_paid(r, paid, METHOD_MOST);

	credit_write(r, r->party_id, r->refund);
	return r->in->refund.n ? refund_given(r, paid, n) : refund_as_paid(r, paid, n);
}

/* Deposits on old cores that are still owed with the parts that come back. */
static bool cores_back(struct returning *r)
{
	struct paid_by paid[METHOD_MOST];
	size_t n = r->in->sale ? return_paid(r, paid, METHOD_MOST) : 0;
	const char *method = r->in->refund.n ? LINE_AT(r->in->refund, struct pay_line, 0)->method
			     : n             ? paid[0].method
					     : NULL;

	if (method && !strcmp(method, "member"))
		method = NULL;
	for (size_t i = 0; r->in->sale && i < r->n; i++) {
		const struct returned *p = &r->piece[i];
		int64_t amount;

		if (p->part_id && !core_unused_back(r->ctx,
						    &(struct core_unused){ r->in->sale, r->document_id,
									   p->part_id, p->base_qty, method },
						    &amount, r->e))
			return false;
		r->cores += p->part_id ? amount : 0;
	}
	return true;
}

bool return_do(struct returning *r)
{
	struct ctx with = *r->ctx;

	with.remark = r->in->reason;
	r->p = posting_new(r->ctx->arena);
	r->document_id = document_post(
	    &with,
	    &(struct document){ .kind = DOC_SALE_RETURN, .party_id = r->party_id, .amount = r->total });
	head_write(r);
	if (!pieces_post(r))
		return false;
	r->refund = bills_reduce(r);
	return refund_post(r) && ledger_post(r->ctx, r->document_id, r->p, r->e) && cores_back(r);
}
