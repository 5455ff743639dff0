/* model_sublet.c - work that others do and costs that are passed through, in the model of the books. */
#include "tests/domain/model_priv.h"

bool allows_sublet(const struct model *m, const struct op *op)
{
	return job_in(job_of(m, op->job), "rw");
}

void book_sublet(struct model *m, struct doc *d, const struct op *op)
{
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

void unbook_sublet(struct model *m, const struct doc *d)
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

enum acc income_of(char kind)
{
	return kind == 'L' ? A_LABOUR : kind == 'P' ? A_PARTS : kind == 'T' ? A_COLLECTED : A_FEES;
}
