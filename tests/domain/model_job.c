/* model_job.c - work orders, their lines and their steps, in the model of the books. */
#include "tests/domain/model_priv.h"

void add_line(struct job *j, char kind, int part, int payer, int64_t qty, int64_t price)
{
	struct line *l = GROW(j->line, j->n_lines);

	*l = (struct line){
		.kind = kind, .part = part, .payer = payer, .qty = qty, .amount = times(qty, price, 1000)
	};
}

static void book_receive(struct model *m, const struct op *op)
{
	struct job *j = GROW(m->job, m->n_jobs);

	*j = (struct job){ .id = op->id,
			   .party = op->party,
			   .payer = op->payer >= 0 ? op->payer : op->party,
			   .state = 'r' };
}

static bool allows_receive(const struct model *m, const struct op *op)
{
	(void)m;
	(void)op;
	return true;
}

static bool allows_line(const struct model *m, const struct op *op)
{
	return job_in(job_of(m, op->job), "rw");
}

static void book_line(struct model *m, const struct op *op)
{
	struct job *j = job_of(m, op->job);

	if (op->kind == OP_PART)
		add_line(j, 'P', op->part, op->payer, op->qty, op->amount ? op->amount : m->price[op->part]);
	else
		add_line(j,
			 op->kind == OP_LABOUR ? 'L'
			 : op->round           ? 'T'
					       : 'F',
			 -1, op->payer, 1000, op->amount);
}

static bool allows_finish(const struct model *m, const struct op *op)
{
	const struct job *j = job_of(m, op->job);

	if (!job_in(j, "rw") || j->n_lines == 0 || !sublets_booked(j))
		return false;
	for (size_t i = 0; i < j->n_lines; i++)
		if (j->line[i].kind == 'P' && j->line[i].qty != j->line[i].issued)
			return false;
	return true;
}

static void book_finish(struct model *m, const struct op *op)
{
	job_of(m, op->job)->state = 'f';
}

static bool allows_send_back(const struct model *m, const struct op *op)
{
	return job_in(job_of(m, op->job), "f");
}

static void book_send_back(struct model *m, const struct op *op)
{
	job_of(m, op->job)->state = 'w';
}

static bool allows_hand_over(const struct model *m, const struct op *op)
{
	const struct job *j = job_of(m, op->job);

	if (!job_in(j, "s"))
		return false;
	for (size_t i = 0; i < m->n_bills; i++)
		if (m->bill[i].settlement == j->settlement && m->bill[i].open > 0 &&
		    !has_terms(m->bill[i].party))
			return false;
	return true;
}

static void book_hand_over(struct model *m, const struct op *op)
{
	job_of(m, op->job)->state = 'h';
}

const struct rule rule_receive = { .allows = allows_receive, .book = book_receive };
const struct rule rule_line = { .allows = allows_line, .book = book_line };
const struct rule rule_finish = { .allows = allows_finish, .book = book_finish };
const struct rule rule_send_back = { .allows = allows_send_back, .book = book_send_back };
const struct rule rule_hand_over = { .allows = allows_hand_over, .book = book_hand_over };

/* ---- what it holds ---- */

int64_t model_wip(const struct model *m, int64_t job)
{
	const struct job *j = job_of(m, job);
	int64_t sum = 0;

	for (size_t i = 0; j && strchr("rwf", j->state) && i < j->n_issues; i++)
		sum += j->issue[i].value;
	return sum + (job_in(j, "rwf") ? sublet_cost(j) : 0);
}

int64_t model_total(const struct model *m, int64_t job)
{
	const struct job *j = job_of(m, job);
	int64_t sum = 0;

	for (size_t i = 0; j && i < j->n_lines; i++)
		sum += j->line[i].amount;
	return sum;
}

const char *model_state(const struct model *m, int64_t job)
{
	const struct job *j = job_of(m, job);

	switch (j ? j->state : 0) {
	case 'r':
		return "received";
	case 'w':
		return "in_work";
	case 'f':
		return "finished";
	case 's':
		return "settled";
	case 'h':
		return "handed_over";
	default:
		return "";
	}
}

size_t model_jobs(const struct model *m)
{
	return m->n_jobs;
}

int64_t model_job(const struct model *m, size_t i)
{
	return m->job[i].id;
}

int64_t model_job_open(const struct model *m, int64_t job)
{
	const struct job *j = job_of(m, job);
	int64_t sum = 0;

	for (size_t i = 0; j && j->settlement && i < m->n_bills; i++)
		if (m->bill[i].settlement == j->settlement)
			sum += m->bill[i].open;
	return sum;
}

int model_line_parts(const struct model *m, int64_t job, int part[8], int64_t issued[8])
{
	const struct job *j = job_of(m, job);
	int n = 0;

	for (size_t i = 0; j && i < j->n_lines && n < 8; i++) {
		if (j->line[i].kind != 'P')
			continue;
		part[n] = j->line[i].part;
		issued[n++] = j->line[i].issued;
	}
	return n;
}
