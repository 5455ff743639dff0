/* model_settle.c - what a work order comes to, who pays it, and its settlement taken back, in the model of the books. */
#include "tests/domain/model_priv.h"

struct plan {
	int64_t discount[512], total, surcharge, rounding, cost;
	int64_t share[MODEL_PARTIES], open[MODEL_PARTIES], from_advance[MODEL_PARTIES];
	int order[MODEL_PARTIES], n_order; /* payers in the order of their shares */
	int bill[MODEL_PARTIES], n_bills;  /* those who get a bill, in the order in which money pays */
	int64_t spent[MODEL_PARTIES];      /* of each one's advance */
	int64_t paid[MODEL_PARTIES];
};

static bool spread_discount(const struct job *j, struct plan *p, char kind, int64_t discount)
{
	int64_t left[512], part[512], sum = 0;

	for (size_t i = 0; i < j->n_lines; i++) {
		left[i] =
		    j->line[i].kind != 'T' && j->line[i].kind != 'U' && (!kind || j->line[i].kind == kind)
			? j->line[i].amount - p->discount[i]
			: 0;
		sum += left[i];
	}
	if (discount == 0)
		return true;
	if (discount > sum)
		return false;
	spread(discount, left, j->n_lines, part);
	for (size_t i = 0; i < j->n_lines; i++)
		p->discount[i] += part[i];
	return true;
}

static void join(struct plan *p, int party)
{
	for (int i = 0; i < p->n_order; i++)
		if (p->order[i] == party)
			return;
	p->order[p->n_order++] = party;
}

static void share_by_lines(const struct job *j, struct plan *p)
{
	int64_t less;

	for (size_t i = 0; i < j->n_lines; i++) {
		int payer = j->line[i].payer >= 0 ? j->line[i].payer : j->payer;

		if (j->line[i].kind == 'U')
			continue;
		join(p, payer);
		p->share[payer] += j->line[i].amount - p->discount[i];
	}
	if (p->surcharge) {
		join(p, j->payer);
		p->share[j->payer] += p->surcharge;
	}
	for (less = -p->rounding; less > 0;) {
		int most = p->order[0];
		int64_t piece;

		for (int i = 1; i < p->n_order; i++)
			if (p->share[p->order[i]] > p->share[most])
				most = p->order[i];
		piece = p->share[most] < less ? p->share[most] : less;
		p->share[most] -= piece;
		less -= piece;
	}
}

static bool share_as_given(const struct job *j, const struct op *op, struct plan *p)
{
	int64_t left = p->total;
	int rest = -1;

	for (int i = 0; i < op->n_payers; i++) {
		bool without = op->rest && i == op->n_payers - 1;

		if (i > 0 && op->payers[i].party == op->payers[0].party)
			return false;
		join(p, op->payers[i].party);
		if (without)
			rest = op->payers[i].party;
		else
			p->share[op->payers[i].party] = op->payers[i].amount;
		left -= without ? 0 : op->payers[i].amount;
	}
	if (left < 0)
		return false;
	if (left > 0) {
		int who = rest >= 0 ? rest : j->payer;

		join(p, who);
		p->share[who] += left;
	}
	return true;
}

static void list_bills(struct plan *p)
{
	for (int terms = 0; terms < 2; terms++)
		for (int i = 0; i < p->n_order; i++)
			if (has_terms(p->order[i]) == (terms == 1) && p->share[p->order[i]] > 0)
				p->bill[p->n_bills++] = p->order[i];
	for (int i = 0; i < p->n_bills; i++)
		p->open[p->bill[i]] = p->share[p->bill[i]];
}

/* Everybody's advance pays his own bill first, then the others. */
static void use_advances(const struct job *j, struct plan *p)
{
	for (int others = 0; others < 2; others++) {
		for (int who = 0; who < MODEL_PARTIES; who++) {
			for (int i = 0; i < p->n_bills; i++) {
				int64_t held = j->advance[who] - p->spent[who], piece;

				if (held <= 0 || (!others && p->bill[i] != who))
					continue;
				piece = held < p->open[p->bill[i]] ? held : p->open[p->bill[i]];
				p->spent[who] += piece;
				p->open[p->bill[i]] -= piece;
				p->from_advance[p->bill[i]] += piece;
			}
		}
	}
}

static bool pay_bills(const struct op *op, struct plan *p)
{
	int64_t left = 0;

	for (int i = 0; i < op->n_pay; i++)
		left += op->pay[i].amount;
	for (int i = 0; i < p->n_bills; i++) {
		int b = p->bill[i];
		int64_t piece = left < p->open[b] ? left : p->open[b];

		p->paid[b] += piece;
		p->open[b] -= piece;
		left -= piece;
	}
	return left == 0;
}

static bool may_stay_open(const struct model *m, const struct op *op, const struct plan *p)
{
	for (int i = 0; i < p->n_bills; i++) {
		int b = p->bill[i];

		if (p->open[b] == 0)
			continue;
		if (!has_terms(b) && op->n_pay > 0)
			return false;
		if (has_terms(b) && !may_owe(m, b, p->open[b], op->today))
			return false;
	}
	return true;
}

static void add_up(const struct job *j, const struct op *op, struct plan *p)
{
	int64_t passed = 0;

	for (size_t i = 0; i < j->n_lines; i++) {
		if (j->line[i].kind == 'T')
			passed += j->line[i].amount;
		else if (j->line[i].kind != 'U')
			p->total += j->line[i].amount - p->discount[i];
	}
	p->surcharge = surcharge(op, p->total);
	p->total += passed + p->surcharge;
}

static bool plan_for(const struct model *m, const struct job *j, const struct op *op, struct plan *p)
{
	memset(p, 0, sizeof(*p));
	if (!job_in(j, "f") || j->n_lines == 0 || j->n_lines > 500)
		return false;
	if (!spread_discount(j, p, 'L', op->labour_discount) ||
	    !spread_discount(j, p, 'P', op->part_discount) || !spread_discount(j, p, 0, op->discount))
		return false;
	add_up(j, op, p);
	p->rounding = op->round ? -(p->total % m->round_to) : 0;
	p->total += p->rounding;
	for (size_t i = 0; i < j->n_issues; i++)
		p->cost += j->issue[i].value;
	if (op->n_payers == 0)
		share_by_lines(j, p);
	else if (!share_as_given(j, op, p))
		return false;
	for (int i = 0; i < op->n_pay; i++)
		if (!till_for(m, op->pay[i].method))
			return false;
	list_bills(p);
	use_advances(j, p);
	return pay_bills(op, p) && may_stay_open(m, op, p);
}

static bool make_plan(const struct model *m, const struct op *op, struct plan *p)
{
	return plan_for(m, job_of(m, op->job), op, p);
}

bool settles_and_leaves(const struct model *m, const struct job *j, const struct op *op)
{
	struct plan p;

	if (!plan_for(m, j, op, &p))
		return false;
	for (int i = 0; i < p.n_bills; i++)
		if (p.open[p.bill[i]] > 0 && !has_terms(p.bill[i]))
			return false;
	return true;
}

/* ---- posting it ---- */

static void post_income(struct model *m, const struct job *j, const struct plan *p, int64_t sums[ACCS])
{
	memset(sums, 0, sizeof(int64_t) * ACCS);
	for (size_t i = 0; i < j->n_lines; i++) {
		const struct line *l = &j->line[i];
		int64_t gross = l->amount - p->discount[i], left = net(m, gross), full = net(m, l->amount);

		if (l->kind == 'T')
			left = full = gross;

		j->line[i].settled = (struct part_of){ gross, left, full };
		j->line[i].credited = (struct part_of){ 0 };
		j->line[i].credited_qty = 0;
		sums[income_of(l->kind)] -= full;
		sums[A_DISCOUNT] += full - left;
		sums[A_TAX] -= gross - left;
	}
	sums[A_ROUNDING] -= p->rounding;
	sums[A_COST] += p->cost;
	sums[A_COST_SUBLET] += sublet_cost(j);
	sums[A_WIP] -= p->cost + sublet_cost(j);
	for (int a = 0; a < ACCS; a++)
		m->acc[a] += sums[a];
}

static size_t book_bill(struct model *m, struct job *j, const struct op *op, const struct plan *p, int party)
{
	struct bill *b = GROW(m->bill, m->n_bills);

	*b = (struct bill){ .settlement = op->id,
			    .amount = p->share[party],
			    .open = p->open[party],
			    .due = op->today + (has_terms(party) ? 30 : 0),
			    .job = (size_t)(j - m->job),
			    .party = party,
			    .from_advance = p->from_advance[party] };
	post_receivable(m, party, b->amount - p->from_advance[party]);
	return m->n_bills - 1;
}

/* One line of the work order: each settlement reckons it anew. */
static void surcharge_line(struct job *j, int64_t amount)
{
	for (size_t i = 0; i < j->n_lines; i++)
		if (j->line[i].kind == 'U') {
			j->line[i].amount = amount;
			return;
		}
	if (amount)
		add_line(j, 'U', -1, -1, 1000, amount);
}

static void book_settle(struct model *m, const struct op *op)
{
	struct job *j = job_of(m, op->job);
	struct doc *d, *paid = NULL;
	struct plan p;
	int64_t sum = 0;
	int first = 0;

	make_plan(m, op, &p);
	d = doc_new(m, op, op->id);
	surcharge_line(j, p.surcharge);
	post_income(m, j, &p, d->sums);
	for (int who = 0; who < MODEL_PARTIES; who++) {
		hold(m, j, who, -p.spent[who]);
		d->advance[who] = p.spent[who];
	}
	for (int i = 0; i < op->n_pay; i++) {
		post_money(m, op->pay[i].method, op->pay[i].amount);
		sum += op->pay[i].amount;
	}
	if (op->n_pay > 0) {
		for (int i = p.n_bills - 1; i >= 0; i--)
			first = p.paid[p.bill[i]] > 0 ? p.bill[i] : first;
		paid = payment_doc(m, op, op->paid_id, sum, first, op->pay[0].method);
		for (int i = 0; i < op->n_pay; i++)
			paid->paid[paid->n_paid++] = (struct paid){ op->pay[i].method, op->pay[i].amount };
		paid->plain = op->n_pay == 1 && p.paid[first] == sum;
	}
	for (int i = 0; i < p.n_bills; i++) {
		size_t b = book_bill(m, j, op, &p, p.bill[i]);

		post_receivable(m, p.bill[i], -p.paid[p.bill[i]]);
		if (paid && p.paid[p.bill[i]] > 0)
			*GROW(paid->use, paid->n_uses) = (struct use){ b, p.paid[p.bill[i]], 0 };
	}
	j->state = 's';
	j->settlement = op->id;
}

/* The opposite of the settlement; what payments paid stays as the advance of who owed it. */
static void take_back_settlement(struct model *m, struct job *j)
{
	struct doc *d = doc_of(m, j->settlement);

	for (int a = 0; a < ACCS; a++)
		m->acc[a] -= d->sums[a];
	for (int who = 0; who < MODEL_PARTIES; who++)
		hold(m, j, who, d->advance[who]);
	for (size_t i = 0; i < m->n_bills; i++) {
		struct bill *b = &m->bill[i];
		int64_t by_payments = 0;

		if (b->settlement != j->settlement)
			continue;
		for (size_t k = 0; k < m->n_docs; k++)
			for (size_t u = 0; u < m->doc[k].n_uses; u++)
				if (!m->doc[k].reversed && m->doc[k].use[u].bill == i)
					by_payments += m->doc[k].use[u].amount;
		post_receivable(m, b->party, -b->open);
		hold(m, j, b->party, by_payments);
		j->covered[b->party] += b->covered;
		b->covered = 0;
		b->dead = true;
		b->open = 0;
	}
	d->reversed = true;
	j->state = 'f';
	j->settlement = 0;
}

static bool allows_settle(const struct model *m, const struct op *op)
{
	struct plan p;

	return make_plan(m, op, &p);
}

static bool stands_free(const struct model *m, const struct job *j)
{
	return job_in(j, "s") && j->credits == 0 && bills_free(m, j->settlement);
}

static bool settle_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return stands_free(m, &m->job[d->job]);
}

static void unbook_settle(struct model *m, struct doc *d)
{
	take_back_settlement(m, &m->job[d->job]);
}

static bool allows_reopen(const struct model *m, const struct op *op)
{
	return stands_free(m, job_of(m, op->job));
}

static void book_reopen(struct model *m, const struct op *op)
{
	take_back_settlement(m, job_of(m, op->job));
}

const struct rule rule_settle = { allows_settle, book_settle, settle_may_go, unbook_settle };
const struct rule rule_reopen = { .allows = allows_reopen, .book = book_reopen };
