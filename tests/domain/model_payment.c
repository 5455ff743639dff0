/* model_payment.c - money for bills and in advance of them, and given back, in the model of the books. */
#include "tests/domain/model_priv.h"

struct doc *payment_doc(struct model *m, const struct op *op, int64_t id, int64_t amount, int party,
			int method)
{
	struct doc *d = doc_new(m, op, id);

	d->kind = OP_TAKE_JOB;
	d->amount = amount;
	d->party = party;
	d->method = method;
	d->plain = true;
	return d;
}

static int by_due(const struct model *m, size_t a, size_t b)
{
	if (m->bill[a].due != m->bill[b].due)
		return m->bill[a].due < m->bill[b].due ? -1 : 1;
	return a < b ? -1 : 1;
}

/* The open bills of a settlement or a collective bill (or, with 0, of a party), the oldest first. */
size_t dues(const struct model *m, int64_t document, int party, size_t *ret, size_t most)
{
	size_t n = 0;

	for (size_t i = 0; i < m->n_bills && n < most; i++) {
		const struct bill *b = &m->bill[i];
		size_t at = n;

		if (b->dead || b->open == 0)
			continue;
		if (document ? b->settlement != document && b->collective != document : b->party != party)
			continue;
		for (; at > 0 && by_due(m, i, ret[at - 1]) < 0; at--)
			ret[at] = ret[at - 1];
		ret[at] = i;
		n++;
	}
	return n;
}

/* What is paid: false when nothing can be. No bill at all: the advance of the work order. */
static bool take_dues(const struct model *m, const struct op *op, size_t *due, size_t *n)
{
	const struct job *j = op->kind == OP_TAKE_JOB ? job_of(m, op->job) : NULL;

	*n = 0;
	if (op->kind == OP_TAKE_JOB && !j)
		return false;
	if (job_in(j, "rwf"))
		return true;
	if (op->n_bills)
		return named_dues(m, op, op->party, due, n);
	*n = dues(m, j ? j->settlement : 0, op->party, due, 500);
	return *n > 0;
}

static bool allows_take(const struct model *m, const struct op *op)
{
	size_t due[500], n;
	int64_t open = 0;

	if (op->amount <= 0 || !till_for(m, op->method) || !take_dues(m, op, due, &n))
		return false;
	if (n == 0)
		return op->discount == 0;
	if (op->method == M_ADVANCE && m->ahead[m->bill[due[0]].party] < op->amount)
		return false;
	for (size_t i = 0; i < n; i++)
		open += m->bill[due[i]].open;
	return op->amount + op->discount <= open;
}

static void book_take(struct model *m, const struct op *op)
{
	const struct job *in = op->kind == OP_TAKE_JOB ? job_of(m, op->job) : NULL;
	size_t due[500], n = 0;
	int64_t left = op->amount + op->discount;
	struct doc *d;

	take_dues(m, op, due, &n);
	d = payment_doc(m, op, op->id, left, n ? m->bill[due[0]].party : in->payer, op->method);
	d->let_off = op->discount;
	d->paid[d->n_paid++] = (struct paid){ op->method, op->amount };
	if (op->method == M_MEMBER)
		d->gift = card_use(m, d->party, op->amount);
	else
		post_pay(m, d->party, op->method, op->amount);
	post_pay(m, d->party, M_DISCOUNT, op->discount);
	if (n == 0)
		hold(m, job_of(m, op->job), in->payer, op->amount);
	for (size_t i = 0; i < n && left > 0; i++) {
		struct bill *b = &m->bill[due[i]];
		int64_t piece = b->open < left ? b->open : left;

		*GROW(d->use, d->n_uses) = (struct use){ due[i], piece, 0 };
		b->open -= piece;
		left -= piece;
		post_receivable(m, b->party, -piece);
		d->plain = d->plain && b->party == d->party;
	}
	if (op->method == M_MEMBER)
		value_pays(m, d, op->amount - d->gift, n ? NULL : job_of(m, op->job));
}

/* A card pays a job's bills, or into its advance. */
static struct op by_card(const struct op *op)
{
	struct op take = *op;

	take.kind = OP_TAKE_JOB;
	take.method = M_MEMBER;
	return take;
}

static bool allows_card_pay(const struct model *m, const struct op *op)
{
	struct op take = by_card(op);
	size_t due[500], n;
	int party;

	if (!allows_take(m, &take) || !take_dues(m, &take, due, &n))
		return false;
	party = n ? m->bill[due[0]].party : job_of(m, op->job)->payer;
	return m->principal[party] + m->gift[party] >= op->amount && value_holds(m, op, party, due, n);
}

static void book_card_pay(struct model *m, const struct op *op)
{
	struct op take = by_card(op);

	book_take(m, &take);
}

static bool money_there(const struct model *m, const struct doc *d)
{
	for (int i = 0; i < d->n_paid; i++)
		if (!till_for(m, d->paid[i].method) || !till_holds(m, d->paid[i].method, d->paid[i].amount))
			return false;
	return true;
}

/* What a payment brought is open again with its bills, or is taken from the advances that it has become. */
static bool take_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	int64_t rest = d->amount;

	(void)op;
	if (d->refunded || !money_there(m, d))
		return false;
	for (size_t i = 0; i < d->n_uses; i++) {
		const struct use *u = &d->use[i];
		const struct bill *b = &m->bill[u->bill];
		const struct job *j = b->job == NO_JOB ? NULL : &m->job[b->job];

		rest -= u->amount + u->freed;
		if (j && u->freed && j->advance[b->party] < u->freed)
			return false;
		if (!j || !u->amount)
			continue;
		if (b->dead ? j->advance[b->party] < u->amount : j->state == 'h' && !has_terms(b->party))
			return false;
	}
	return rest == 0 || m->job[d->job].advance[d->party] >= rest;
}

static void unbook_take(struct model *m, struct doc *d)
{
	int64_t rest = d->amount;

	for (size_t i = 0; i < d->n_uses; i++) {
		const struct use *u = &d->use[i];
		struct bill *b = &m->bill[u->bill];

		rest -= u->amount + u->freed;
		if (u->freed)
			hold(m, &m->job[b->job], b->party, -u->freed);
		if (b->dead) {
			hold(m, &m->job[b->job], b->party, -u->amount);
		} else {
			b->open += u->amount;
			post_receivable(m, b->party, u->amount);
		}
	}
	if (rest)
		hold(m, &m->job[d->job], d->party, -rest);
	for (int i = 0; i < d->n_paid; i++)
		if (d->paid[i].method == M_MEMBER)
			card_back(m, d->party, d->paid[i].amount, d->gift);
		else
			post_pay(m, d->party, d->paid[i].method, -d->paid[i].amount);
	post_pay(m, d->party, M_DISCOUNT, -d->let_off);
	value_back(m, d);
}

/* ---- given back ---- */

/* Used by bills that stand. */
int64_t doc_used(const struct model *m, const struct doc *d)
{
	int64_t sum = 0;

	for (size_t i = 0; i < d->n_uses; i++)
		sum += m->bill[d->use[i].bill].dead ? 0 : d->use[i].amount;
	return sum;
}

/* The job on which money of the payment lies or would lie as an advance; NULL where that is more than one. */
static struct job *only_job(const struct model *m, const struct doc *d)
{
	struct job *j = d->has_job ? &m->job[d->job] : NULL;

	for (size_t i = 0; i < d->n_uses; i++) {
		size_t at = m->bill[d->use[i].bill].job;
		struct job *of = at == NO_JOB ? NULL : &m->job[at];

		if (of && j && j != of)
			return NULL;
		j = of ? of : j; /* a sale's bill leaves nothing as an advance */
	}
	return j;
}

static bool allows_refund(const struct model *m, const struct op *op)
{
	const struct doc *d = doc_of(m, op->document);
	const struct job *j;
	int64_t free_of, held;

	if (d && !d->reversed && d->kind == OP_ADVANCE)
		return allows_refund_ahead(m, op, d);
	if (!d || d->reversed || d->kind != OP_TAKE_JOB || op->amount <= 0 || !till_for(m, op->method))
		return false;
	j = only_job(m, d);
	if (!j || d->method == M_MEMBER || d->method == M_ADVANCE) /* a gift is not paid out */
		return false;
	if (op->amount > d->amount - d->let_off - d->refunded)
		return false;
	held = j->advance[d->party] > 0 ? j->advance[d->party] : 0;
	free_of = d->amount - d->refunded - doc_used(m, d);
	if (held < free_of)
		free_of = held;
	return op->amount <= free_of && till_holds(m, op->method, op->amount);
}

static void book_refund(struct model *m, const struct op *op)
{
	struct doc *of = doc_of(m, op->document), *d;
	struct job *j = of->kind == OP_ADVANCE ? NULL : only_job(m, of);
	int party = of->party;

	if (j) {
		of->refunded += op->amount;
		hold(m, j, party, -op->amount);
		post_money(m, op->method, -op->amount);
	} else {
		book_refund_ahead(m, op, of);
	}
	d = doc_new(m, op, op->id);
	d->amount = op->amount;
	d->method = op->method;
	d->party = party;
	d->job = j ? (size_t)(j - m->job) : 0;
	d->has_job = j != NULL;
	d->refunds = op->document;
}

static bool refund_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return till_for(m, d->method);
}

static void unbook_refund(struct model *m, struct doc *d)
{
	if (!d->has_job) {
		unbook_refund_ahead(m, d);
		return;
	}
	doc_of(m, d->refunds)->refunded -= d->amount;
	hold(m, &m->job[d->job], d->party, d->amount);
	post_money(m, d->method, d->amount);
}

const struct rule rule_take = { allows_take, book_take, take_may_go, unbook_take };
const struct rule rule_card_pay = { .allows = allows_card_pay, .book = book_card_pay };
const struct rule rule_refund = { allows_refund, book_refund, refund_may_go, unbook_refund };

int64_t model_receipt_of_money(const struct model *m, size_t i)
{
	const struct doc *d = &m->doc[i];

	return d->kind == OP_ADVANCE || (d->kind == OP_TAKE_JOB && d->plain && only_job(m, d)) ? d->id : 0;
}
