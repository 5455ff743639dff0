/* model.c - the books in small arrays. */
#include "tests/domain/model_priv.h"

static const char *const acc_kinds[ACCS] = {
	"cash",
	"wechat",
	"alipay",
	"card",
	"bank",
	"receivable",
	"stock",
	"work_in_progress",
	"payable",
	"advance_received",
	"output_tax",
	"opening",
	"income_labour",
	"income_parts",
	"income_fees",
	"discount",
	"rounding",
	"cost_of_goods",
	"price_variance",
	"over_short",
	"safe",
	"cost_of_sublet",
	"collected_for_others",
	"income_goods",
	"returns_scrapped",
	"stored_value",
	"stored_gift",
	"stored_gift_contra",
	"deposit_held",
	"other_income",
	"petty_expense",
	"payment_discount",
	"received_not_invoiced",
	"input_tax",
	"advance_paid",
	"supplier_discount",
	"bad_debt",
	"advance_kept",
	"petty_cash",
	"expense_rent",
	"expense_office",
	"expense_wages",
	"income_scrap",
	"income_other",
};

/* ---- arithmetic of its own ---- */

int64_t times(int64_t a, int64_t b, int64_t c)
{
	__int128 p = (__int128)a * b * 2;

	return (int64_t)((p + (p < 0 ? -c : c)) / ((__int128)c * 2));
}

int64_t net(const struct model *m, int64_t gross)
{
	return times(gross, 10000, 10000 + m->rate);
}

void spread(int64_t total, const int64_t *weight, size_t n, int64_t *ret)
{
	bool given[512] = { false };
	int64_t sum = 0, left = total;

	for (size_t i = 0; i < n; i++)
		sum += weight[i];
	for (size_t i = 0; i < n; i++) {
		ret[i] = sum ? (int64_t)((__int128)total * weight[i] / sum) : 0;
		left -= ret[i];
	}
	for (; left > 0; left--) {
		size_t best = n;
		__int128 most = -1;

		for (size_t i = 0; i < n; i++) {
			__int128 rest = (__int128)total * weight[i] % sum;

			if (!given[i] && rest > most) {
				most = rest;
				best = i;
			}
		}
		given[best] = true;
		ret[best]++;
	}
}

/* ---- finding ---- */

struct model *model_new(const int64_t prices[MODEL_PARTS], int64_t tax_rate, int64_t round_to,
			const int64_t limits[MODEL_PARTIES])
{
	struct model *m = xcalloc(1, sizeof(*m));

	memcpy(m->price, prices, sizeof(m->price));
	memcpy(m->limit, limits, sizeof(m->limit));
	m->rate = tax_rate;
	m->round_to = round_to;
	m->buy = buying_new();
	return m;
}

void model_free(struct model *m)
{
	for (size_t i = 0; i < m->n_jobs; i++) {
		free(m->job[i].line);
		free(m->job[i].issue);
	}
	for (size_t i = 0; i < m->n_docs; i++) {
		free(m->doc[i].use);
		free(m->doc[i].part);
		free(m->doc[i].made);
		free(m->doc[i].move);
	}
	free(m->held);
	free(m->top_up);
	buying_free(m->buy);
	free(m->job);
	free(m->bill);
	free(m->doc);
	free(m->sale);
	free(m);
}

struct job *job_of(const struct model *m, int64_t id)
{
	for (size_t i = 0; i < m->n_jobs; i++)
		if (m->job[i].id == id)
			return &m->job[i];
	return NULL;
}

struct doc *doc_of(const struct model *m, int64_t id)
{
	for (size_t i = 0; i < m->n_docs; i++)
		if (m->doc[i].id == id)
			return &m->doc[i];
	return NULL;
}

bool has_terms(int party)
{
	return party >= 3 && party <= 5;
}

bool job_in(const struct job *j, const char *states)
{
	return j && strchr(states, j->state);
}

bool till_for(const struct model *m, int method)
{
	return method >= M_BANK || m->till_open;
}

/* ---- posting ---- */

void post(struct model *m, enum acc a, int64_t amount)
{
	m->acc[a] += amount;
}

void post_money(struct model *m, int method, int64_t amount)
{
	if (method == M_PETTY) {
		post(m, A_PETTY_CASH, amount);
		return;
	}
	post(m, (enum acc)(A_CASH + method), amount);
	if (method != M_BANK)
		m->till[method] += amount;
}

void post_pay(struct model *m, int party, int method, int64_t amount)
{
	if (method == M_DISCOUNT) {
		post(m, A_PAY_DISCOUNT, amount);
	} else if (method == M_ADVANCE) {
		m->ahead[party] -= amount;
		post(m, A_ADVANCE, amount);
	} else {
		post_money(m, method, amount);
	}
}

void post_receivable(struct model *m, int party, int64_t amount)
{
	m->receivable[party] += amount;
	m->booked[party] = m->booked[party] || amount;
	post(m, A_RECEIVABLE, amount);
}

void hold(struct model *m, struct job *j, int party, int64_t amount)
{
	j->advance[party] += amount;
	m->booked[party] = m->booked[party] || amount;
	post(m, A_ADVANCE, -amount);
}

static struct doc *doc_new(struct model *m, const struct op *op, int64_t id)
{
	struct doc *d = GROW(m->doc, m->n_docs);

	d->id = id;
	d->kind = op->kind;
	d->day = op->today;
	if (op->job && job_of(m, op->job)) {
		d->job = (size_t)(job_of(m, op->job) - m->job);
		d->has_job = true;
	}
	return d;
}

/* ---- goods ---- */

void put_in(struct model *m, int part, int64_t qty, int64_t value)
{
	m->qty[part] += qty;
	m->value[part] += value;
}

int64_t take_out(struct model *m, int part, int64_t qty)
{
	int64_t value = qty == m->qty[part] ? m->value[part] : times(m->value[part], qty, m->qty[part]);

	put_in(m, part, -qty, -value);
	return value;
}

/* Gives up what it brought, as far as it is there; all of it with the last piece. */
static int64_t take_back(struct model *m, int part, int64_t qty, int64_t value)
{
	if (value > m->value[part] || qty == m->qty[part])
		value = m->value[part];
	put_in(m, part, -qty, -value);
	return value;
}

static bool lines_known(const struct op *op)
{
	for (int i = 0; i < op->n_lines; i++)
		if (op->line[i].qty <= 0)
			return false;
	return op->n_lines > 0;
}

static void book_goods_in(struct model *m, const struct op *op)
{
	struct doc *d = doc_new(m, op, op->id);
	int64_t sum = 0;

	for (int i = 0; i < op->n_lines; i++) {
		struct moved *v = GROW(d->move, d->n_moves);

		*v = (struct moved){ .part = op->line[i].part,
				     .qty = op->line[i].qty,
				     .value = times(op->line[i].qty, op->line[i].cost, 1000) };
		put_in(m, v->part, v->qty, v->value);
		sum += v->value;
	}
	post(m, A_STOCK, sum);
	post(m, A_OPENING, -sum);
}

/* ---- jobs and their lines ---- */

void add_line(struct job *j, char kind, int part, int payer, int64_t qty, int64_t price)
{
	struct line *l = GROW(j->line, j->n_lines);

	*l = (struct line){
		.kind = kind, .part = part, .payer = payer, .qty = qty, .amount = times(qty, price, 1000)
	};
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

/* ---- settling ---- */

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
		if (has_terms(b) && m->limit[b] && m->receivable[b] + p->open[b] > m->limit[b])
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

static struct doc *payment_doc(struct model *m, const struct op *op, int64_t id, int64_t amount, int party,
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

/* ---- money ---- */

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

/* Used by bills that stand. */
static int64_t used(const struct model *m, const struct doc *d)
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

bool till_holds(const struct model *m, int method, int64_t amount)
{
	return method != M_CASH || m->till[M_CASH] >= amount;
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
	free_of = d->amount - d->refunded - used(m, d);
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

/* ---- reversing ---- */

static bool goods_there(const struct model *m, const struct doc *d)
{
	int64_t want[MODEL_PARTS] = { 0 };

	for (size_t i = 0; i < d->n_moves; i++)
		want[d->move[i].part] += d->move[i].qty;
	for (int p = 0; p < MODEL_PARTS; p++)
		if (want[p] > m->qty[p])
			return false;
	return true;
}

/* What a payment brought is open again with its bills, or is taken from the advances that it has become. */
static bool allows_reverse_payment(const struct model *m, const struct doc *d)
{
	int64_t rest = d->amount;

	if (d->refunded || !till_for(m, d->method) || !till_holds(m, d->method, d->amount - d->let_off))
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

static bool nothing_came_back(const struct job *j, const struct doc *d)
{
	for (size_t i = 0; i < d->n_moves; i++)
		if (j->issue[d->move[i].issue].qty != d->move[i].qty)
			return false;
	return true;
}

static bool allows_reverse(const struct model *m, const struct op *op)
{
	const struct doc *d = doc_of(m, op->document);
	const struct job *j = d && d->has_job ? &m->job[d->job] : NULL;

	if (!d || d->reversed || d->reviewed)
		return false;
	if (d->kind == OP_PAY_OUT)
		return till_for(m, d->method);
	if (d->kind == OP_SUPPLEMENT)
		return false;
	if (d->kind >= OP_EXPENSE)
		return allows_unbook_expense(m, d);
	if (d->kind >= OP_INVOICE)
		return allows_void(m, op, d);
	if (d->kind >= OP_COMBINE)
		return d->kind <= OP_RECOVER && allows_unbook_on_bills(m, d);
	if (d->kind == OP_OPEN_STOCK)
		return goods_there(m, d);
	if (d->kind == OP_PURCHASE)
		return goods_there(m, d) && receipt_stands_alone(m, d->id);
	if (d->kind >= OP_BUY_BACK)
		return buying_may_go(m, d->id);
	if (d->kind == OP_SUBLET)
		return job_in(j, "rwf") && debts_unpaid(m, d->id);
	if (d->kind == OP_ISSUE)
		return job_in(j, "rwf") && nothing_came_back(j, d);
	if (d->kind == OP_RETURN)
		return job_in(j, "rwf") && goods_there(m, d);
	if (d->kind == OP_SETTLE)
		return job_in(j, "s") && !j->credited && bills_free(m, d->id);
	if (d->kind == OP_REFUND)
		return till_for(m, d->method);
	if (d->kind == OP_SALE)
		return allows_unsell(m, d);
	return d->kind == OP_TAKE_JOB && allows_reverse_payment(m, d);
}

static void reverse_goods_in(struct model *m, struct doc *d)
{
	int64_t sum = 0, given = 0;

	for (size_t i = 0; i < d->n_moves; i++) {
		sum += d->move[i].value;
		given += take_back(m, d->move[i].part, d->move[i].qty, d->move[i].value);
	}
	post(m, A_STOCK, -given);
	post(m, A_VARIANCE, given - sum);
	if (d->kind == OP_PURCHASE)
		unbook_receipt(m, d);
	else
		post(m, A_OPENING, sum);
}

static void reverse_issue(struct model *m, struct doc *d)
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

static void reverse_return(struct model *m, struct doc *d)
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

static void reverse_payment(struct model *m, struct doc *d)
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
	if (d->method == M_MEMBER)
		card_back(m, d->party, d->amount, d->gift);
	else
		post_pay(m, d->party, d->method, d->let_off - d->amount);
	post_pay(m, d->party, M_DISCOUNT, -d->let_off);
	value_back(m, d);
}

static void reverse_refund(struct model *m, struct doc *d)
{
	if (!d->has_job) {
		unbook_refund_ahead(m, d);
		return;
	}
	doc_of(m, d->refunds)->refunded -= d->amount;
	hold(m, &m->job[d->job], d->party, d->amount);
	post_money(m, d->method, d->amount);
}

static void book_reverse(struct model *m, const struct op *op)
{
	struct doc *d = doc_of(m, op->document);

	if (d->kind == OP_PAY_OUT)
		unbook_pay_out(m, d);
	else if (d->kind >= OP_EXPENSE)
		unbook_expense(m, d);
	else if (d->kind >= OP_INVOICE)
		unbook_paper(m, d);
	else if (d->kind >= OP_COMBINE)
		unbook_on_bills(m, d);
	else if (d->kind >= OP_BUY_BACK)
		unbook_buying(m, d->id);
	else if (d->kind == OP_SUBLET)
		unbook_sublet(m, d);
	else if (d->kind == OP_ISSUE)
		reverse_issue(m, d);
	else if (d->kind == OP_RETURN)
		reverse_return(m, d);
	else if (d->kind == OP_SETTLE)
		take_back_settlement(m, &m->job[d->job]);
	else if (d->kind == OP_TAKE_JOB)
		reverse_payment(m, d);
	else if (d->kind == OP_REFUND)
		reverse_refund(m, d);
	else if (d->kind == OP_SALE)
		unsell(m, d);
	else
		reverse_goods_in(m, d);
	d->reversed = true;
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

/* ---- tills ---- */

static void book_till_open(struct model *m, const struct op *op)
{
	m->till_open = true;
	memset(m->till, 0, sizeof(m->till));
	m->till[M_CASH] = op->amount;
	post(m, A_CASH, op->amount);
	post(m, A_SAFE, -op->amount);
}

/* What was counted replaces what was expected; the cash goes to the safe. */
static void book_till_close(struct model *m, const struct op *op)
{
	for (int i = 0; i < 4; i++) {
		post(m, (enum acc)(A_CASH + i), op->counted[i] - m->till[i]);
		post(m, A_OVER_SHORT, m->till[i] - op->counted[i]);
	}
	post(m, A_CASH, -op->counted[M_CASH]);
	post(m, A_SAFE, op->counted[M_CASH]);
	m->till_open = false;
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

/* ---- all of them ---- */

bool model_allows(struct model *m, const struct op *op)
{
	struct plan p;

	day_goes_on(m, op->today);
	switch (op->kind) {
	case OP_OPEN_STOCK:
		return lines_known(op);
	case OP_PURCHASE:
		return lines_known(op) && allows_receipt(op);
	case OP_BUY_BACK:
	case OP_BUY_INVOICE:
	case OP_BUY_FREIGHT:
	case OP_BUY_PAY:
	case OP_BUY_MONEY:
		return allows_buying(m, op);
	case OP_RECEIVE:
		return true;
	case OP_LABOUR:
	case OP_FEE:
	case OP_PART:
		return job_in(job_of(m, op->job), "rw");
	case OP_SUBLET:
		return allows_sublet(m, op);
	case OP_ISSUE:
		return allows_issue(m, op);
	case OP_ISSUE_ALL:
		return allows_issue_all(m, op);
	case OP_RETURN:
		return allows_return(m, op);
	case OP_FINISH:
		return allows_finish(m, op);
	case OP_SEND_BACK:
		return job_in(job_of(m, op->job), "f");
	case OP_SETTLE:
		return make_plan(m, op, &p);
	case OP_REOPEN:
		return job_in(job_of(m, op->job), "s") && !job_of(m, op->job)->credited &&
		       bills_free(m, job_of(m, op->job)->settlement);
	case OP_CREDIT:
		return allows_credit(m, op);
	case OP_SALE:
		return allows_sale(m, op);
	case OP_SALE_RETURN:
		return allows_sale_return(m, op);
	case OP_TAKE_JOB:
	case OP_TAKE_PARTY:
		return allows_take(m, op);
	case OP_REFUND:
		return allows_refund(m, op);
	case OP_REVERSE:
		return allows_reverse(m, op);
	case OP_TILL_OPEN:
		return !m->till_open;
	case OP_TILL_CLOSE:
		return m->till_open;
	case OP_HAND_OVER:
		return allows_hand_over(m, op);
	case OP_TILL_IN:
	case OP_TILL_OUT:
	case OP_TILL_DROP:
	case OP_TOP_UP:
	case OP_CARD_REFUND:
	case OP_DEPOSIT:
	case OP_DEPOSIT_BACK:
		return allows_money(m, op);
	case OP_CARD_PAY:
		return allows_card_pay(m, op);
	case OP_COMBINE:
	case OP_CLAIM:
	case OP_WRITE_OFF:
	case OP_RECOVER:
		return allows_on_bills(m, op);
	case OP_STATEMENT:
	case OP_REVIEW:
	case OP_UNREVIEW:
	case OP_INVOICE:
	case OP_RED:
	case OP_INVOICE_TOP_UP:
		return allows_paper(m, op);
	case OP_EXPENSE:
	case OP_INCOME:
	case OP_PETTY:
	case OP_ADVANCE:
	case OP_KEEP:
		return allows_expense(m, op);
	case OP_QUICK:
		return allows_quick(m, op);
	case OP_PAY_OUT:
		return allows_pay_out(m, op);
	case OP_SUPPLEMENT:
	case OP_REASSIGN:
		return allows_afterwards(m, op);
	case OP_KINDS:
	default:
		return false;
	}
}

static void book_receive(struct model *m, const struct op *op)
{
	struct job *j = GROW(m->job, m->n_jobs);

	*j = (struct job){ .id = op->id,
			   .party = op->party,
			   .payer = op->payer >= 0 ? op->payer : op->party,
			   .state = 'r' };
}

void model_book(struct model *m, const struct op *op)
{
	struct op take;

	day_goes_on(m, op->today);
	switch (op->kind) {
	case OP_OPEN_STOCK:
		book_goods_in(m, op);
		return;
	case OP_PURCHASE:
		book_receipt(m, doc_new(m, op, op->id), op);
		return;
	case OP_BUY_BACK:
	case OP_BUY_INVOICE:
	case OP_BUY_FREIGHT:
	case OP_BUY_PAY:
	case OP_BUY_MONEY:
		doc_new(m, op, op->id);
		book_buying(m, op);
		return;
	case OP_RECEIVE:
		book_receive(m, op);
		return;
	case OP_LABOUR:
	case OP_FEE:
	case OP_PART:
		book_line(m, op);
		return;
	case OP_SUBLET:
		book_sublet(m, doc_new(m, op, op->id), op);
		return;
	case OP_ISSUE:
	case OP_ISSUE_ALL:
		book_issue(m, op);
		return;
	case OP_RETURN:
		book_return(m, op);
		return;
	case OP_FINISH:
		job_of(m, op->job)->state = 'f';
		return;
	case OP_SEND_BACK:
		job_of(m, op->job)->state = 'w';
		return;
	case OP_SETTLE:
		book_settle(m, op);
		return;
	case OP_CREDIT:
		book_credit(m, op);
		return;
	case OP_SALE:
		book_sale(m, op, doc_new(m, op, op->id));
		return;
	case OP_SALE_RETURN:
		book_sale_return(m, op);
		return;
	case OP_REOPEN:
		take_back_settlement(m, job_of(m, op->job));
		return;
	case OP_TAKE_JOB:
	case OP_TAKE_PARTY:
		book_take(m, op);
		return;
	case OP_REFUND:
		book_refund(m, op);
		return;
	case OP_REVERSE:
		book_reverse(m, op);
		return;
	case OP_TILL_OPEN:
		book_till_open(m, op);
		return;
	case OP_TILL_CLOSE:
		book_till_close(m, op);
		return;
	case OP_HAND_OVER:
		job_of(m, op->job)->state = 'h';
		return;
	case OP_CARD_PAY:
		take = by_card(op);
		book_take(m, &take);
		return;
	case OP_TILL_IN:
	case OP_TILL_OUT:
	case OP_TILL_DROP:
	case OP_TOP_UP:
	case OP_CARD_REFUND:
	case OP_DEPOSIT:
	case OP_DEPOSIT_BACK:
		book_money(m, op);
		return;
	case OP_COMBINE:
	case OP_CLAIM:
	case OP_WRITE_OFF:
	case OP_RECOVER:
		book_on_bills(m, op, doc_new(m, op, op->id));
		return;
	case OP_INVOICE:
	case OP_RED:
	case OP_INVOICE_TOP_UP:
		book_paper(m, op, doc_new(m, op, op->id));
		return;
	case OP_STATEMENT:
	case OP_REVIEW:
	case OP_UNREVIEW:
		book_paper(m, op, NULL);
		return;
	case OP_EXPENSE:
	case OP_INCOME:
	case OP_PETTY:
	case OP_ADVANCE:
	case OP_KEEP:
		book_expense(m, op, doc_new(m, op, op->id));
		return;
	case OP_QUICK:
		book_quick(m, op);
		return;
	case OP_PAY_OUT:
		book_pay_out(m, op, doc_new(m, op, op->id));
		return;
	case OP_SUPPLEMENT:
		doc_new(m, op, op->id);
		return;
	case OP_REASSIGN:
		return;
	case OP_KINDS:
	default:
		die("no such operation");
	}
}

/* ---- what it holds ---- */

int64_t model_account(const struct model *m, const char *kind)
{
	for (int a = 0; a < ACCS; a++)
		if (strcmp(acc_kinds[a], kind) == 0)
			return m->acc[a];
	return 0;
}

int64_t model_qty(const struct model *m, int part)
{
	return m->qty[part];
}

int64_t model_value(const struct model *m, int part)
{
	return m->value[part];
}

int64_t model_receivable(const struct model *m, int party)
{
	return m->receivable[party];
}

int64_t model_advance(const struct model *m, int party)
{
	int64_t sum = -m->ahead[party];

	for (size_t i = 0; i < m->n_jobs; i++)
		sum -= m->job[i].advance[party];
	return sum;
}

int64_t model_open_bills(const struct model *m)
{
	int64_t sum = 0;

	for (size_t i = 0; i < m->n_bills; i++)
		sum += m->bill[i].open;
	return sum;
}

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

bool model_till_open(const struct model *m)
{
	return m->till_open;
}

int64_t model_till(const struct model *m, int method)
{
	return m->till[method];
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

size_t model_documents(const struct model *m)
{
	return m->n_docs;
}

int64_t model_document(const struct model *m, size_t i)
{
	const struct doc *d = &m->doc[i];

	/* what several payers paid at once is left to the tests of reversals */
	return d->kind == OP_TAKE_JOB && !d->plain ? 0 : d->id;
}

int64_t model_receipt_of_money(const struct model *m, size_t i)
{
	const struct doc *d = &m->doc[i];

	return d->kind == OP_ADVANCE || (d->kind == OP_TAKE_JOB && d->plain && only_job(m, d)) ? d->id : 0;
}
