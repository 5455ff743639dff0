/* model_sublet.c - work that others do and costs that are passed through, in the model of the books. */
#include "tests/domain/model_priv.h"

static bool allows_sublet(const struct model *m, const struct op *op)
{
	return job_in(job_of(m, op->job), "rw");
}

static void book_sublet(struct model *m, const struct op *op)
{
	struct doc *d = doc_new(m, op, op->id);
	struct job *j = job_of(m, op->job);
	struct line *l = GROW(j->line, j->n_lines);

	*l = (struct line){ .kind = 'S', .part = -1, .payer = op->payer, .qty = 1000, .amount = op->amount };
	l->sublet = op->line[0].cost;
	l->booked = d->id;
	j->state = 'w';
	post(m, A_WIP, l->sublet);
	owe(m, d->id, op->party, l->sublet,
	    op->today + (op->party == MODEL_SUPPLIER_TERMS ? MODEL_TERMS : 0));
}

static bool sublet_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return job_in(&m->job[d->job], "rwf") && debts_unpaid(m, d->id);
}

static void unbook_sublet(struct model *m, struct doc *d)
{
	struct job *j = &m->job[d->job];

	for (size_t i = 0; i < j->n_lines; i++) {
		struct line *l = &j->line[i];

		if (l->kind != 'S' || l->booked != d->id)
			continue;
		post(m, A_WIP, -l->sublet);
		debts_drop(m, d->id);
		l->sublet = 0;
		l->booked = 0;
	}
}

const struct rule rule_sublet = { allows_sublet, book_sublet, sublet_may_go, unbook_sublet };

bool sublets_booked(const struct job *j)
{
	for (size_t i = 0; i < j->n_lines; i++)
		if (j->line[i].kind == 'S' && !j->line[i].booked)
			return false;
	return true;
}

int64_t sublet_cost(const struct job *j)
{
	int64_t sum = 0;

	for (size_t i = 0; i < j->n_lines; i++)
		sum += j->line[i].sublet;
	return sum;
}

/* ---- paid out to whom it belongs ---- */

int64_t model_passed(const struct model *m, int64_t job)
{
	const struct job *j = job_of(m, job);
	int64_t sum = j ? -j->paid_out : 0;

	for (size_t i = 0; j && i < j->n_lines; i++) {
		const struct line *l = &j->line[i];

		if (l->kind == 'T')
			sum += j->settlement ? l->settled.gross - l->credited.gross : l->amount;
	}
	return sum;
}

int64_t model_collected(const struct model *m, int64_t job)
{
	const struct job *j = job_of(m, job);

	return j->settlement ? -model_passed(m, job) : j->paid_out;
}

static bool allows_pay_out(const struct model *m, const struct op *op)
{
	return op->amount > 0 && op->amount <= model_passed(m, op->job) && till_for(m, op->method) &&
	       till_holds(m, op->method, op->amount);
}

static void pay_out(struct model *m, struct job *j, int method, int64_t amount)
{
	j->paid_out += amount;
	post(m, A_COLLECTED, amount);
	post_money(m, method, -amount);
}

static void book_pay_out(struct model *m, const struct op *op)
{
	struct doc *d = doc_new(m, op, op->id);

	d->method = op->method;
	d->amount = op->amount;
	pay_out(m, job_of(m, op->job), op->method, op->amount);
}

static bool pay_out_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return till_for(m, d->method);
}

static void unbook_pay_out(struct model *m, struct doc *d)
{
	pay_out(m, &m->job[d->job], d->method, -d->amount);
}

const struct rule rule_pay_out = { allows_pay_out, book_pay_out, pay_out_may_go, unbook_pay_out };

/* ---- where a line's income goes ---- */

enum acc income_of(char kind)
{
	return kind == 'L' ? A_LABOUR : kind == 'P' ? A_PARTS : kind == 'T' ? A_COLLECTED : A_FEES;
}
