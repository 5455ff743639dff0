/* model.c - the books in small arrays: arithmetic, posting, and which rule is whose. */
#include "tests/domain/model_priv.h"

#define LATE_DAYS 30 /* that a bill may be late before nothing more goes on account */

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
		free(m->doc[i].eased);
		free(m->doc[i].freed);
		free(m->doc[i].given);
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

bool may_owe(const struct model *m, int party, int64_t more, int64_t today)
{
	for (size_t i = 0; i < m->n_bills; i++)
		if (m->bill[i].party == party && !m->bill[i].dead && m->bill[i].open > 0 &&
		    m->bill[i].due < today - LATE_DAYS)
			return false;
	return !m->limit[party] || m->receivable[party] + more <= m->limit[party];
}

bool job_in(const struct job *j, const char *states)
{
	return j && strchr(states, j->state);
}

bool till_for(const struct model *m, int method)
{
	return method >= M_BANK || m->till_open;
}

bool till_holds(const struct model *m, int method, int64_t amount)
{
	return method != M_CASH || m->till[M_CASH] >= amount;
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

struct doc *doc_new(struct model *m, const struct op *op, int64_t id)
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

/* ---- reversing ---- */

static const struct rule *rule_of(enum op_kind kind);

static bool allows_reverse(const struct model *m, const struct op *op)
{
	const struct doc *d = doc_of(m, op->document);
	const struct rule *r = d ? rule_of(d->kind) : NULL;

	return d && !d->reversed && !d->reviewed && r->may_go && r->may_go(m, op, d);
}

static void book_reverse(struct model *m, const struct op *op)
{
	struct doc *d = doc_of(m, op->document);

	rule_of(d->kind)->unbook(m, d);
	d->reversed = true;
}

static const struct rule rule_reverse = { .allows = allows_reverse, .book = book_reverse };

/* ---- all of them ---- */

static const struct rule *const rules[OP_KINDS] = {
	[OP_OPEN_STOCK] = &rule_open_stock,
	[OP_PURCHASE] = &rule_purchase,
	[OP_RECEIVE] = &rule_receive,
	[OP_LABOUR] = &rule_line,
	[OP_FEE] = &rule_line,
	[OP_PART] = &rule_line,
	[OP_ISSUE] = &rule_issue,
	[OP_ISSUE_ALL] = &rule_issue_all,
	[OP_RETURN] = &rule_return,
	[OP_FINISH] = &rule_finish,
	[OP_SEND_BACK] = &rule_send_back,
	[OP_SETTLE] = &rule_settle,
	[OP_REOPEN] = &rule_reopen,
	[OP_TAKE_JOB] = &rule_take,
	[OP_TAKE_PARTY] = &rule_take,
	[OP_REFUND] = &rule_refund,
	[OP_REVERSE] = &rule_reverse,
	[OP_TILL_OPEN] = &rule_till_open,
	[OP_TILL_CLOSE] = &rule_till_close,
	[OP_HAND_OVER] = &rule_hand_over,
	[OP_CREDIT] = &rule_credit,
	[OP_SUBLET] = &rule_sublet,
	[OP_SALE] = &rule_sale,
	[OP_SALE_RETURN] = &rule_sale_return,
	[OP_TILL_IN] = &rule_till_in,
	[OP_TILL_OUT] = &rule_till_out,
	[OP_TILL_DROP] = &rule_till_drop,
	[OP_TOP_UP] = &rule_top_up,
	[OP_CARD_PAY] = &rule_card_pay,
	[OP_CARD_REFUND] = &rule_card_refund,
	[OP_DEPOSIT] = &rule_deposit,
	[OP_DEPOSIT_BACK] = &rule_deposit_back,
	[OP_BUY_BACK] = &rule_buy_back,
	[OP_BUY_INVOICE] = &rule_buy_invoice,
	[OP_BUY_FREIGHT] = &rule_buy_freight,
	[OP_BUY_PAY] = &rule_buy_pay,
	[OP_BUY_MONEY] = &rule_buy_money,
	[OP_COMBINE] = &rule_combine,
	[OP_CLAIM] = &rule_claim,
	[OP_WRITE_OFF] = &rule_write_off,
	[OP_RECOVER] = &rule_recover,
	[OP_STATEMENT] = &rule_statement,
	[OP_REVIEW] = &rule_review,
	[OP_UNREVIEW] = &rule_unreview,
	[OP_INVOICE] = &rule_invoice,
	[OP_RED] = &rule_red,
	[OP_INVOICE_TOP_UP] = &rule_invoice_top_up,
	[OP_EXPENSE] = &rule_expense,
	[OP_INCOME] = &rule_income,
	[OP_PETTY] = &rule_petty,
	[OP_ADVANCE] = &rule_advance,
	[OP_KEEP] = &rule_keep,
	[OP_QUICK] = &rule_quick,
	[OP_PAY_OUT] = &rule_pay_out,
	[OP_SUPPLEMENT] = &rule_supplement,
	[OP_REASSIGN] = &rule_reassign,
};

static const struct rule *rule_of(enum op_kind kind)
{
	return rules[kind];
}

bool model_goes_back(enum op_kind kind)
{
	return rules[kind]->may_go;
}

bool model_allows(struct model *m, const struct op *op)
{
	day_goes_on(m, op->today);
	return rules[op->kind]->allows(m, op);
}

void model_book(struct model *m, const struct op *op)
{
	day_goes_on(m, op->today);
	rules[op->kind]->book(m, op);
}
