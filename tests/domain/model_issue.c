/* model_issue.c - parts out to a work order and back, in the model of the books. */
#include "tests/domain/model_priv.h"

/* One piece out of stock onto a line. */
static void issue_piece(struct model *m, struct job *j, struct doc *d, size_t line, int64_t qty)
{
	struct issue *i = GROW(j->issue, j->n_issues);
	struct moved *v = GROW(d->move, d->n_moves);
	int part = j->line[line].part;
	int64_t value = take_out(m, part, qty);

	*i = (struct issue){ .document = d->id, .qty = qty, .value = value, .part = part, .line = (int)line };
	*v = (struct moved){
		.part = part, .line = (int)line, .qty = qty, .value = value, .issue = j->n_issues - 1
	};
	j->line[line].issued += qty;
	post(m, A_STOCK, -value);
	post(m, A_WIP, value);
}

static void issue_part(struct model *m, struct job *j, struct doc *d, int part, int64_t qty)
{
	size_t last = SIZE_MAX, n = j->n_lines;

	for (size_t i = 0; i < n && qty > 0; i++) {
		int64_t open = j->line[i].qty - j->line[i].issued, now = open < qty ? open : qty;

		if (j->line[i].kind != 'P' || j->line[i].part != part)
			continue;
		last = i;
		if (now > 0) {
			issue_piece(m, j, d, i, now);
			qty -= now;
		}
	}
	if (qty == 0)
		return;
	if (last == SIZE_MAX) {
		add_line(j, 'P', part, -1, qty, m->price[part]);
		last = j->n_lines - 1;
	}
	issue_piece(m, j, d, last, qty);
}

static bool allows_issue(const struct model *m, const struct op *op)
{
	int64_t want[MODEL_PARTS] = { 0 };

	if (!job_in(job_of(m, op->job), "rw") || !lines_known(op))
		return false;
	for (int i = 0; i < op->n_lines; i++)
		want[op->line[i].part] += op->line[i].qty;
	for (int p = 0; p < MODEL_PARTS; p++)
		if (want[p] > m->qty[p])
			return false;
	return true;
}

static bool allows_issue_all(const struct model *m, const struct op *op)
{
	const struct job *j = job_of(m, op->job);
	int64_t want[MODEL_PARTS] = { 0 }, all = 0;

	if (!job_in(j, "rw"))
		return false;
	for (size_t i = 0; i < j->n_lines; i++) {
		int64_t open = j->line[i].qty - j->line[i].issued;

		if (j->line[i].kind == 'P' && open > 0)
			all += want[j->line[i].part] += open;
	}
	for (int p = 0; p < MODEL_PARTS; p++)
		if (want[p] > m->qty[p])
			return false;
	return all > 0;
}

static void book_issue(struct model *m, const struct op *op)
{
	struct job *j = job_of(m, op->job);
	struct doc *d = doc_new(m, op, op->id);
	size_t n = j->n_lines;

	j->state = 'w';
	for (int i = 0; op->kind == OP_ISSUE && i < op->n_lines; i++)
		issue_part(m, j, d, op->line[i].part, op->line[i].qty);
	for (size_t i = 0; op->kind == OP_ISSUE_ALL && i < n; i++)
		if (j->line[i].kind == 'P' && j->line[i].qty > j->line[i].issued)
			issue_piece(m, j, d, i, j->line[i].qty - j->line[i].issued);
	d->kind = OP_ISSUE;
}

static bool nothing_came_back(const struct job *j, const struct doc *d)
{
	for (size_t i = 0; i < d->n_moves; i++)
		if (j->issue[d->move[i].issue].qty != d->move[i].qty)
			return false;
	return true;
}

static bool issue_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return job_in(&m->job[d->job], "rwf") && nothing_came_back(&m->job[d->job], d);
}

static void unbook_issue(struct model *m, struct doc *d)
{
	struct job *j = &m->job[d->job];

	for (size_t i = 0; i < d->n_moves; i++) {
		const struct moved *v = &d->move[i];
		struct issue *from = &j->issue[v->issue];

		put_in(m, v->part, v->qty, v->value);
		from->qty -= v->qty;
		from->value -= v->value;
		j->line[v->line].issued -= v->qty;
		post(m, A_STOCK, v->value);
		post(m, A_WIP, -v->value);
	}
}

/* ---- back ---- */

static bool allows_return(const struct model *m, const struct op *op)
{
	const struct job *j = job_of(m, op->job);
	int64_t out = 0;

	if (!job_in(j, "rwf") || op->qty <= 0)
		return false;
	for (size_t i = 0; i < j->n_issues; i++)
		if (j->issue[i].part == op->part)
			out += j->issue[i].qty;
	return op->qty <= out;
}

/* The newest issue first; each piece brings its share of what is left of the issue's value. */
static void book_return(struct model *m, const struct op *op)
{
	struct job *j = job_of(m, op->job);
	struct doc *d = doc_new(m, op, op->id);
	int64_t left = op->qty;

	for (size_t i = j->n_issues; i-- > 0 && left > 0;) {
		struct issue *from = &j->issue[i];
		int64_t qty = from->qty < left ? from->qty : left, value;
		struct moved *v;

		if (from->part != op->part || qty == 0)
			continue;
		value = qty == from->qty ? from->value : times(from->value, qty, from->qty);
		v = GROW(d->move, d->n_moves);
		*v = (struct moved){
			.part = op->part, .line = from->line, .qty = qty, .value = value, .issue = i
		};
		from->qty -= qty;
		from->value -= value;
		j->line[from->line].issued -= qty;
		put_in(m, op->part, qty, value);
		post(m, A_STOCK, value);
		post(m, A_WIP, -value);
		left -= qty;
	}
}

static bool return_may_go(const struct model *m, const struct op *op, const struct doc *d)
{
	(void)op;
	return job_in(&m->job[d->job], "rwf") && goods_there(m, d);
}

static void unbook_return(struct model *m, struct doc *d)
{
	struct job *j = &m->job[d->job];

	for (size_t i = 0; i < d->n_moves; i++) {
		const struct moved *v = &d->move[i];
		struct issue *from = &j->issue[v->issue];
		int64_t value = take_back(m, v->part, v->qty, v->value);

		from->qty += v->qty;
		from->value += value;
		j->line[v->line].issued += v->qty;
		post(m, A_STOCK, -value);
		post(m, A_WIP, value);
	}
}

const struct rule rule_issue = { allows_issue, book_issue, issue_may_go, unbook_issue };
const struct rule rule_issue_all = { .allows = allows_issue_all, .book = book_issue };
const struct rule rule_return = { allows_return, book_return, return_may_go, unbook_return };
