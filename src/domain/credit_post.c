/* credit_post.c - what a credit note writes: its rows, goods that come back, what comes off the bills, the entry.
 *
 * The entry, in proportion to what is given back of each line:
 *	debit   income from labour, parts, fees    the net as if there had been no discount
 *	credit  discount                           the net of the discount
 *	debit   output tax
 *	credit  rounding                           what the settlement had been rounded down by, once all is given back
 *	credit  receivable of each payer           as far as his bill is open
 *	credit  advance received                   what had been paid of it: he has it to his credit
 *	debit   advance, credit cash or wallet     what is paid back at once
 *	debit   stock, credit cost of goods        the value that goods come back with */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/credit_private.h"
#include "domain/document.h"
#include "domain/payment_source.h"
#include "domain/settle.h"
#include "domain/stock.h"
#include "domain/stock_return.h"
#include "domain/stock_slip.h"

static void post(struct crediting *k, int64_t account, int64_t amount, int64_t party_id)
{
	posting_add(k->p,
		    (struct posting_line){
			.account = account, .amount = amount, .party_id = party_id, .job_id = k->job.id });
}

/* ---- goods ---- */

static bool goods_back(struct crediting *k, struct credit_line *l)
{
	struct slip s = { .ctx = k->ctx, .e = k->e, .document_id = k->document_id, .job_id = k->job.id };
	int64_t left = l->qty_now;
	struct issued *issued;
	size_t n;

	if (!k->in->restock || !l->part_id || !l->qty_now)
		return true;
	n = issued_left(k->ctx, k->job.id, l->part_id, l->job_line_id, &issued);
	for (size_t i = 0; i < n && left > 0; i++) {
		int64_t now = issued[i].qty < left ? issued[i].qty : left, value;

		if (!issued_back(&s, &issued[i], l->part_id, now, &value))
			return false;
		l->cost_now += value;
		left -= now;
	}
	posting_add(k->p, (struct posting_line){
			      .account = ACC_STOCK, .amount = l->cost_now, .part_id = l->part_id });
	post(k, l->cost_to, -l->cost_now, 0);
	k->cost += l->cost_now;
	return true;
}

static bool goods_there(struct crediting *k, const struct credit_line *l)
{
	struct issued *issued;
	int64_t out = 0;

	if (!k->in->restock || !l->part_id || !l->qty_now)
		return true;
	for (size_t i = issued_left(k->ctx, k->job.id, l->part_id, l->job_line_id, &issued); i-- > 0;)
		out += issued[i].qty;
	return out >= l->qty_now ||
	       err_field(k->e, "lines.qty",
			 N_("Only %s of “%s” went out of the store and can come back to it"),
			 qty_text(k->ctx->arena, out), l->text);
}

/* ---- bills ---- */

static void bill_lower(struct crediting *k, const struct credit_bill *b, int64_t by)
{
	db_exec(k->ctx->db, SQL("DELETE FROM bill_open WHERE id = :id AND amount = :by"),
		BIND(B_INT("id", b->id), B_INT("by", by)));
	db_exec(k->ctx->db, SQL("UPDATE bill_open SET amount = amount - :by WHERE id = :id"),
		BIND(B_INT("id", b->id), B_INT("by", by)));
	post(k, ACC_RECEIVABLE, -by, b->party_id);
}

void credit_allocate(struct ctx *ctx, int64_t document_id, int64_t since_id, int64_t bill_id, int64_t amount)
{
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO allocation (document_id, bill_id, amount, since_id) VALUES (:document, :bill, "
		":amount, :since)"),
	    BIND(B_INT("document", document_id), B_INT("bill", bill_id), B_INT("amount", amount),
		 B_ID("since", since_id)));
}

/* Money that had paid the bill pays it no longer, the newest first: it is its payer's advance. */
static bool bill_free(struct crediting *k, const struct credit_bill *b, int64_t left)
{
	struct cur *c = db_open(
	    k->ctx->db,
	    SQL("SELECT a.document_id, iif(d.kind_id = :payment, d.id, NULL), sum(a.amount) AS paid "
		"FROM allocation a JOIN document d ON d.id = a.document_id WHERE a.bill_id = :bill "
		"AND d.kind_id IN (:payment, :settlement) "
		"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) GROUP BY a.document_id "
		"HAVING paid > 0 "
		"ORDER BY a.document_id DESC"),
	    BIND(B_INT("payment", DOC_PAYMENT), B_INT("settlement", DOC_SETTLEMENT), B_INT("bill", b->id)));
	size_t first = k->n_freed;

	while (cur_next(c)) {
		int64_t piece = cur_int(c, 2) < left ? cur_int(c, 2) : left;

		if (piece == 0) {
			cur_close(c);
			break;
		}
		ARENA_MORE(k->ctx->arena, k->freed, k->n_freed);
		k->freed[k->n_freed++] =
		    (struct credit_freed){ b->id, b->party_id, cur_int(c, 0), cur_int(c, 1), piece };
		left -= piece;
	}
	for (size_t i = first; i < k->n_freed; i++) {
		const struct credit_freed *f = &k->freed[i];

		credit_allocate(k->ctx, f->document_id, k->document_id, b->id, -f->amount);
		post(k, ACC_ADVANCE, -f->amount, b->party_id);
		db_exec(k->ctx->db,
			SQL("INSERT INTO credit_freed (credit_id, bill_id, document_id, amount) VALUES "
			    "(:credit, :bill, :document, :amount)"),
			BIND(B_INT("credit", k->document_id), B_INT("bill", b->id),
			     B_INT("document", f->document_id), B_INT("amount", f->amount)));
	}
	return left == 0 ||
	       err_field(k->e, "lines.amount", N_("%s was not paid in money by %s and cannot be given back"),
			 money_text(k->ctx->arena, left), b->name);
}

static bool bills_lower(struct crediting *k)
{
	for (size_t i = 0; i < k->n_bill; i++) {
		const struct credit_bill *b = &k->bill[i];
		int64_t now = b->open < b->share ? b->open : b->share;

		if (!b->share)
			continue;
		credit_allocate(k->ctx, k->document_id, 0, b->id, b->share);
		if (now)
			bill_lower(k, b, now);
		if (b->share > now && !bill_free(k, b, b->share - now))
			return false;
	}
	return true;
}

/* ---- money that goes back at once ---- */

static bool refund_within(struct crediting *k, const struct pay *pay, size_t n)
{
	int64_t freed = 0, wanted = 0;

	for (size_t i = 0; i < k->n_freed; i++)
		freed += k->freed[i].amount;
	for (size_t i = 0; i < n; i++)
		wanted += pay[i].amount;
	return wanted <= freed ||
	       err_field(k->e, "refund.amount",
			 N_("Only %s of what is given back had been paid; the rest comes off the bill"),
			 money_text(k->ctx->arena, freed));
}

static bool refund_post(struct crediting *k, const struct pay *pay, size_t n)
{
	size_t f = 0;
	int64_t there = k->n_freed ? k->freed[0].amount : 0;

	if (!refund_within(k, pay, n))
		return false;
	for (size_t i = 0; i < n; i++) {
		if (!pay_money_only(&pay[i], k->e) || !drawer_has(k->ctx, &pay[i], k->e))
			return false;
		for (int64_t left = pay[i].amount; left > 0;) {
			int64_t piece = there < left ? there : left;
			const struct credit_freed *from = &k->freed[f];

			payment_row(k->ctx, k->document_id, &pay[i],
				    &(struct payer){ .party_id = from->party_id,
						     .job_id = k->job.id,
						     .refunds_id = from->refunds_id },
				    -piece);
			post(k, ACC_ADVANCE, piece, from->party_id);
			left -= piece;
			there -= piece;
			if (there == 0 && ++f < k->n_freed)
				there = k->freed[f].amount;
		}
		posting_add(k->p, (struct posting_line){ .account = pay[i].account,
							 .amount = -pay[i].amount,
							 .shift_id = pay[i].shift_id });
	}
	return true;
}

/* ---- the note ---- */

static void note_write(struct crediting *k)
{
	db_exec(k->ctx->db,
		SQL("INSERT INTO credit (id, job_id, settlement_id, restock, reason, rounding, total, net, "
		    "tax, cost) VALUES (:id, :job, :settlement, :restock, :reason, :rounding, :total, :net, "
		    ":tax, :cost)"),
		BIND(B_INT("id", k->document_id), B_INT("job", k->job.id),
		     B_INT("settlement", k->job.settlement_id), B_INT("restock", k->in->restock),
		     B_TEXT("reason", k->in->reason), B_INT("rounding", k->rounding),
		     B_INT("total", k->total), B_INT("net", k->net), B_INT("tax", k->tax),
		     B_INT("cost", k->cost)));
	for (size_t i = 0; i < k->n_line; i++) {
		const struct credit_line *l = &k->line[i];

		if (!l->named)
			continue;
		db_exec(
		    k->ctx->db,
		    SQL("INSERT INTO credit_line (credit_id, settlement_line_id, qty, amount, income, net, "
			"tax, cost) VALUES (:credit, :line, :qty, :amount, :income, :net, :tax, :cost)"),
		    BIND(B_INT("credit", k->document_id), B_INT("line", l->id), B_INT("qty", l->qty_now),
			 B_INT("amount", l->gross_now), B_INT("income", l->income_now),
			 B_INT("net", l->net_now), B_INT("tax", l->gross_now - l->net_now),
			 B_INT("cost", l->cost_now)));
	}
}

static void income_post(struct crediting *k)
{
	for (size_t i = 0; i < k->n_line; i++) {
		const struct credit_line *l = &k->line[i];

		post(k, settle_income(l->kind), l->income_now, 0);
		post(k, ACC_DISCOUNT, l->net_now - l->income_now, 0);
	}
	post(k, ACC_OUTPUT_TAX, k->tax, 0);
	post(k, ACC_ROUNDING, k->rounding, 0);
}

bool credit_post(struct crediting *k, const struct pay *refund, size_t n_refund)
{
	struct ctx with = *k->ctx;

	for (size_t i = 0; i < k->n_line; i++)
		if (!goods_there(k, &k->line[i]))
			return false;
	with.remark = k->in->reason;
	k->p = posting_new(k->ctx->arena);
	k->document_id = document_post(&with, &(struct document){ .kind = DOC_CREDIT,
								  .party_id = k->job.payer_id,
								  .job_id = k->job.id,
								  .amount = k->total });
	for (size_t i = 0; i < k->n_line; i++)
		if (!goods_back(k, &k->line[i]))
			return false;
	note_write(k);
	income_post(k);
	return bills_lower(k) && refund_post(k, refund, n_refund) &&
	       ledger_post(k->ctx, k->document_id, k->p, k->e);
}
