/* model_credit.c - what is given back of a settlement, in the model of the books. */
#include "tests/domain/model_priv.h"

/* The line that is meant, and what is given back of it now. */
static struct line *line_of(const struct model *m, const struct op *op, struct part_of *ret)
{
	struct job *j = job_of(m, op->job);
	struct line *l = j && (size_t)op->part < j->n_lines ? &j->line[op->part] : NULL;
	int64_t left, all;

	if (!job_in(j, "sh") || !l || (l->kind == 'U' && l->amount == 0))
		return NULL;
	left = l->settled.gross - l->credited.gross;
	ret->gross = op->amount;
	if (op->qty) {
		ret->gross = times(l->settled.gross, op->qty, l->qty);
		if (ret->gross > left || l->credited_qty + op->qty == l->qty)
			ret->gross = left;
	}
	all = l->credited.gross + ret->gross;
	ret->net = l->settled.gross ? times(l->settled.net, all, l->settled.gross) - l->credited.net : 0;
	ret->income =
	    l->settled.gross ? times(l->settled.income, all, l->settled.gross) - l->credited.income : 0;
	return l;
}

/* What of a bill can be given back: what is open, and what money and advances paid. */
static int64_t bill_frees(const struct model *m, size_t bill)
{
	int64_t sum = m->bill[bill].open + m->bill[bill].from_advance;

	for (size_t k = 0; k < m->n_docs; k++)
		for (size_t u = 0; u < m->doc[k].n_uses; u++)
			if (m->doc[k].kind == OP_TAKE_JOB && !m->doc[k].reversed &&
			    m->doc[k].use[u].bill == bill)
				sum += m->doc[k].use[u].amount;
	return sum;
}

/* The bills of a settlement, and what each gives of an amount that is credited; returns how many, and how much of it. */
static size_t bills_share(const struct model *m, const struct job *j, int64_t gross, size_t *at,
			  int64_t *share, int64_t *ret_total)
{
	int64_t weight[MODEL_PARTIES], total = 0;
	size_t n = 0;

	for (size_t i = 0; i < m->n_bills; i++) {
		if (m->bill[i].settlement != j->settlement)
			continue;
		at[n] = i;
		weight[n] = m->bill[i].amount - m->bill[i].credited;
		total += weight[n++];
	}
	*ret_total = gross < total ? gross : total;
	if (*ret_total)
		spread(*ret_total, weight, n, share);
	return n;
}

static bool paid_in_money(const struct model *m, const struct job *j, int64_t gross)
{
	int64_t share[MODEL_PARTIES] = { 0 }, total;
	size_t at[MODEL_PARTIES], n = bills_share(m, j, gross, at, share, &total);

	for (size_t i = 0; i < n; i++)
		if (share[i] > bill_frees(m, at[i]))
			return false;
	return true;
}

static bool allows_credit(const struct model *m, const struct op *op)
{
	const struct job *j = job_of(m, op->job);
	struct part_of now;
	const struct line *l = line_of(m, op, &now);
	int64_t out = 0;

	if (!l || (!op->qty && !op->amount))
		return false;
	if (op->qty > l->qty - l->credited_qty || now.gross > l->settled.gross - l->credited.gross)
		return false;
	for (size_t i = 0; i < j->n_issues; i++)
		out += &j->line[j->issue[i].line] == l ? j->issue[i].qty : 0;
	return (!op->round || l->kind != 'P' || op->qty <= out) && paid_in_money(m, j, now.gross);
}

static void goods_back(struct model *m, struct job *j, const struct op *op)
{
	int64_t left = op->qty;

	for (size_t i = j->n_issues; i-- > 0 && left > 0;) {
		struct issue *from = &j->issue[i];
		int64_t qty = from->qty < left ? from->qty : left, value;

		if (from->line != op->part || qty == 0)
			continue;
		value = qty == from->qty ? from->value : times(from->value, qty, from->qty);
		from->qty -= qty;
		from->value -= value;
		left -= qty;
		put_in(m, from->part, qty, value);
		post(m, A_STOCK, value);
		post(m, A_COST, -value);
	}
	j->line[op->part].issued -= op->qty - left;
}

/* Payments no longer pay it, the newest first; then the advance that the settlement had used. */
static void bill_free(struct model *m, struct job *j, size_t bill, int64_t left)
{
	struct bill *b = &m->bill[bill];

	hold(m, j, b->party, left);
	for (size_t k = m->n_docs; k-- > 0 && left > 0;) {
		bool money = m->doc[k].kind == OP_TAKE_JOB && !m->doc[k].reversed;

		for (size_t u = 0; u < m->doc[k].n_uses && money; u++) {
			struct use *use = &m->doc[k].use[u];
			int64_t piece = use->amount < left ? use->amount : left;

			if (use->bill != bill)
				continue;
			use->amount -= piece;
			use->freed += piece;
			left -= piece;
		}
	}
	b->from_advance -= left;
}

static int64_t bills_lower(struct model *m, struct job *j, int64_t gross)
{
	int64_t share[MODEL_PARTIES] = { 0 }, total;
	size_t at[MODEL_PARTIES], n = bills_share(m, j, gross, at, share, &total);

	for (size_t i = 0; i < n; i++) {
		struct bill *b = &m->bill[at[i]];
		int64_t now = b->open < share[i] ? b->open : share[i];

		b->credited += share[i];
		b->open -= now;
		post_receivable(m, b->party, -now);
		bill_free(m, j, at[i], share[i] - now);
	}
	return total;
}

static void book_credit(struct model *m, const struct op *op)
{
	struct job *j = job_of(m, op->job);
	struct part_of now;
	struct line *l = line_of(m, op, &now);

	l->credited_qty += op->qty;
	l->credited.gross += now.gross;
	l->credited.net += now.net;
	l->credited.income += now.income;
	j->credited = true;
	if (op->round && l->kind == 'P')
		goods_back(m, j, op);
	post(m, income_of(l->kind), now.income);
	post(m, A_DISCOUNT, now.net - now.income);
	post(m, A_TAX, now.gross - now.net);
	post(m, A_ROUNDING, bills_lower(m, j, now.gross) - now.gross);
}

const struct rule rule_credit = { .allows = allows_credit, .book = book_credit };
