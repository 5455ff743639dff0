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

static void goods_back(struct model *m, struct job *j, const struct op *op, struct doc *d)
{
	int64_t left = op->qty;

	for (size_t i = j->n_issues; i-- > 0 && left > 0;) {
		struct issue *from = &j->issue[i];
		int64_t qty = from->qty < left ? from->qty : left, value;

		if (from->line != op->part || qty == 0)
			continue;
		value = qty == from->qty ? from->value : times(from->value, qty, from->qty);
		*GROW(d->move, d->n_moves) = (struct moved){
			.part = from->part, .line = from->line, .qty = qty, .value = value, .issue = i
		};
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
static void bill_free(struct model *m, struct job *j, struct doc *d, size_t bill, int64_t left)
{
	struct bill *b = &m->bill[bill];

	hold(m, j, b->party, left);
	for (size_t k = m->n_docs; k-- > 0 && left > 0;) {
		bool money = m->doc[k].kind == OP_TAKE_JOB && !m->doc[k].reversed;

		for (size_t u = 0; u < m->doc[k].n_uses && money; u++) {
			struct use *use = &m->doc[k].use[u];
			int64_t piece = use->amount < left ? use->amount : left;

			if (use->bill != bill || piece == 0)
				continue;
			use->amount -= piece;
			use->freed += piece;
			left -= piece;
			*GROW(d->freed, d->n_freed) = (struct freed){ bill, k, piece };
		}
	}
	b->from_advance -= left;
	if (left)
		*GROW(d->freed, d->n_freed) = (struct freed){ bill, SIZE_MAX, left };
}

static int64_t bills_lower(struct model *m, struct job *j, struct doc *d, int64_t gross)
{
	int64_t share[MODEL_PARTIES] = { 0 }, total;
	size_t at[MODEL_PARTIES], n = bills_share(m, j, gross, at, share, &total);

	for (size_t i = 0; i < n; i++) {
		struct bill *b = &m->bill[at[i]];
		int64_t now = b->open < share[i] ? b->open : share[i];

		*GROW(d->eased, d->n_eased) = (struct eased){ at[i], share[i], now };
		b->credited += share[i];
		b->open -= now;
		post_receivable(m, b->party, -now);
		bill_free(m, j, d, at[i], share[i] - now);
	}
	return total;
}

/* What a note gives back of its line, forwards or (-1) back. */
static void post_gave(struct model *m, struct line *l, const struct doc *d, int sign)
{
	l->credited_qty += sign * d->qty;
	l->credited.gross += sign * d->gave.gross;
	l->credited.net += sign * d->gave.net;
	l->credited.income += sign * d->gave.income;
	post(m, income_of(l->kind), sign * d->gave.income);
	post(m, A_DISCOUNT, sign * (d->gave.net - d->gave.income));
	post(m, A_TAX, sign * (d->gave.gross - d->gave.net));
}

static void book_credit(struct model *m, const struct op *op)
{
	struct doc *d = doc_new(m, op, op->id);
	struct job *j = job_of(m, op->job);
	struct line *l = line_of(m, op, &d->gave);

	d->line = op->part;
	d->qty = op->qty;
	j->credits++;
	if (op->round && l->kind == 'P')
		goods_back(m, j, op, d);
	post_gave(m, l, d, 1);
	d->rounding = bills_lower(m, j, d, d->gave.gross) - d->gave.gross;
	post(m, A_ROUNDING, d->rounding);
}

/* ---- taken back ---- */

/* What it freed lies there still: with the payer, and of each payment. */
static bool freed_there(const struct model *m, const struct job *j, const struct doc *d)
{
	int64_t of_party[MODEL_PARTIES] = { 0 };

	for (size_t i = 0; i < d->n_freed; i++) {
		const struct freed *f = &d->freed[i];
		const struct doc *paid = f->doc == SIZE_MAX ? NULL : &m->doc[f->doc];
		int64_t of_doc = 0;

		of_party[m->bill[f->bill].party] += f->amount;
		for (size_t k = 0; k < d->n_freed; k++)
			of_doc += d->freed[k].doc == f->doc ? d->freed[k].amount : 0;
		if (paid && (paid->reversed || paid->amount - paid->refunded - doc_used(m, paid) < of_doc))
			return false;
	}
	for (int p = 0; p < MODEL_PARTIES; p++)
		if (of_party[p] > 0 && j->advance[p] < of_party[p])
			return false;
	return true;
}

static bool credit_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return goods_there(m, d) && freed_there(m, &m->job[d->job], d);
}

static void free_no_more(struct model *m, struct job *j, const struct freed *f)
{
	struct bill *b = &m->bill[f->bill];

	hold(m, j, b->party, -f->amount);
	if (f->doc == SIZE_MAX)
		b->from_advance += f->amount;
	for (size_t u = 0; f->doc != SIZE_MAX && u < m->doc[f->doc].n_uses; u++) {
		struct use *use = &m->doc[f->doc].use[u];

		if (use->bill != f->bill)
			continue;
		use->amount += f->amount;
		use->freed -= f->amount;
		return;
	}
}

static void goods_out_again_to(struct model *m, struct job *j, const struct doc *d)
{
	for (size_t i = 0; i < d->n_moves; i++) {
		const struct moved *v = &d->move[i];
		int64_t value = take_back(m, v->part, v->qty, v->value);

		j->issue[v->issue].qty += v->qty;
		j->issue[v->issue].value += value;
		j->line[v->line].issued += v->qty;
		post(m, A_STOCK, -value);
		post(m, A_VARIANCE, value - v->value);
		post(m, A_COST, v->value);
	}
}

static void unbook_credit(struct model *m, struct doc *d)
{
	struct job *j = &m->job[d->job];

	j->credits--;
	post_gave(m, &j->line[d->line], d, -1);
	post(m, A_ROUNDING, -d->rounding);
	for (size_t i = 0; i < d->n_freed; i++)
		free_no_more(m, j, &d->freed[i]);
	for (size_t i = 0; i < d->n_eased; i++) {
		struct bill *b = &m->bill[d->eased[i].bill];

		b->credited -= d->eased[i].share;
		b->open += d->eased[i].open;
		post_receivable(m, b->party, d->eased[i].open);
	}
	goods_out_again_to(m, j, d);
}

const struct rule rule_credit = { allows_credit, book_credit, credit_may_go, unbook_credit };
