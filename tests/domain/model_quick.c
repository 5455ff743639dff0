/* model_quick.c - a car from the door to the gate in one step, in the model of the books: the steps that it stands for;
 * and what is said of a settlement afterwards. */
#include "tests/domain/model_priv.h"

static bool is_part(const struct op *op, int line)
{
	return op->line[line].part >= 0;
}

static int64_t price_of(const struct model *m, const struct op *op, int line)
{
	if (op->line[line].cost)
		return op->line[line].cost;
	return is_part(op, line) ? m->price[op->line[line].part] : LABOUR_PRICE;
}

static bool parts_there(const struct model *m, const struct op *op)
{
	int64_t want[MODEL_PARTS] = { 0 };

	for (int i = 0; i < op->n_lines; i++)
		if (is_part(op, i))
			want[op->line[i].part] += op->line[i].qty;
	for (int p = 0; p < MODEL_PARTS; p++)
		if (want[p] > m->qty[p])
			return false;
	return true;
}

/* The job as it would be settled. */
static struct job finished(const struct model *m, const struct op *op)
{
	struct job j = { .party = op->party, .payer = op->party, .state = 'f' };

	for (int i = 0; i < op->n_lines; i++)
		add_line(&j, is_part(op, i) ? 'P' : 'L', op->line[i].part, -1,
			 is_part(op, i) ? op->line[i].qty : 1000, price_of(m, op, i));
	return j;
}

int64_t model_quick_total(const struct model *m, const struct op *op)
{
	struct job j = finished(m, op);
	int64_t sum = 0;

	for (size_t i = 0; i < j.n_lines; i++)
		sum += j.line[i].amount;
	free(j.line);
	return sum;
}

static bool allows_quick(const struct model *m, const struct op *op)
{
	struct job j = finished(m, op);
	bool leaves = parts_there(m, op) && settles_and_leaves(m, &j, op);

	free(j.line);
	return leaves;
}

/* A step of its own, on the job. */
static void step(struct model *m, const struct op *op, enum op_kind kind, int64_t document)
{
	model_book(
	    m, &(struct op){ .kind = kind, .payer = -1, .job = op->id, .id = document, .today = op->today });
}

static void quick_line(struct model *m, const struct op *op, int line)
{
	model_book(m, &(struct op){ .kind = is_part(op, line) ? OP_PART : OP_LABOUR,
				    .payer = -1,
				    .job = op->id,
				    .part = op->line[line].part,
				    .qty = op->line[line].qty,
				    .amount = price_of(m, op, line),
				    .today = op->today });
}

static void book_quick(struct model *m, const struct op *op)
{
	struct op settle = *op;
	bool parts = false;

	model_book(
	    m, &(struct op){
		   .kind = OP_RECEIVE, .party = op->party, .payer = -1, .id = op->id, .today = op->today });
	for (int i = 0; i < op->n_lines; i++) {
		quick_line(m, op, i);
		parts = parts || is_part(op, i);
	}
	if (parts)
		step(m, op, OP_ISSUE_ALL, op->settled_id - 1);
	step(m, op, OP_FINISH, 0);
	settle.kind = OP_SETTLE;
	settle.job = op->id;
	settle.id = op->settled_id;
	model_book(m, &settle);
	step(m, op, OP_HAND_OVER, 0);
}

/* ---- afterwards ---- */

int64_t model_settled(const struct model *m, int64_t job)
{
	const struct job *j = job_of(m, job);
	int64_t sum = 0;

	if (!j || !j->settlement)
		return 0;
	for (size_t i = 0; i < j->n_lines; i++)
		sum += j->line[i].settled.gross;
	return sum - doc_of(m, j->settlement)->sums[A_ROUNDING];
}

static bool allows_reassign(const struct model *m, const struct op *op)
{
	const struct job *j = job_of(m, op->job);

	return j && j->settlement;
}

static void book_reassign(struct model *m, const struct op *op)
{
	(void)m;
	(void)op;
}

static bool allows_supplement(const struct model *m, const struct op *op)
{
	int64_t sum = 0;

	for (int i = 0; i < op->n_lines; i++)
		sum += op->line[i].cost;
	return allows_reassign(m, op) && sum == model_settled(m, op->job);
}

static void book_supplement(struct model *m, const struct op *op)
{
	doc_new(m, op, op->id);
}

const struct rule rule_quick = { .allows = allows_quick, .book = book_quick };
const struct rule rule_reassign = { .allows = allows_reassign, .book = book_reassign };
const struct rule rule_supplement = { .allows = allows_supplement, .book = book_supplement };
