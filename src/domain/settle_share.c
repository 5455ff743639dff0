/* settle_share.c - who pays how much of a settlement: the shares always make the total. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/settle_private.h"

static struct share *share_of(struct settling *s, int64_t party_id)
{
	struct share *h;

	for (size_t i = 0; i < s->n_share; i++)
		if (s->share[i].party_id == party_id)
			return &s->share[i];
	if (s->n_share == PAYERS_MOST + 1)
		return NULL;
	h = &s->share[s->n_share++];
	*h = (struct share){ .party_id = party_id };
	return h;
}

static struct share *share_largest(struct settling *s)
{
	struct share *h = &s->share[0];

	for (size_t i = 1; i < s->n_share; i++)
		if (s->share[i].amount > h->amount)
			h = &s->share[i];
	return h;
}

/* What the total was rounded down by comes off the largest share, and off the next where that is not enough.
 */
static void shares_round(struct settling *s)
{
	for (int64_t left = -s->sum.rounding; left > 0;) {
		struct share *h = share_largest(s);
		int64_t piece = h->amount < left ? h->amount : left;

		h->amount -= piece;
		left -= piece;
	}
}

/* A payer who takes a share of his lines only, less an excess: the rest is that of the payer of the work order, or of
 * the customer where he is that himself. */
static void share_split(struct settling *s, int64_t party_id, int64_t rate, int64_t excess)
{
	int64_t other = party_id == s->job.payer_id ? s->job.customer_id : s->job.payer_id, takes;
	struct share *h = share_of(s, party_id);

	if (!h || other == party_id)
		return;
	takes = muldiv(h->amount, rate, 10000) - excess;
	takes = takes < 0 ? 0 : takes;
	if (takes == h->amount || !share_of(s, other))
		return;
	share_of(s, other)->amount += h->amount - takes;
	h->amount = takes;
}

static void shares_split(struct settling *s)
{
	struct cur *c = db_open(s->ctx->db,
				SQL("SELECT party_id, share, excess, claim_no, po_no FROM payer_share "
				    "WHERE job_id = :job ORDER BY id"),
				BIND(B_INT("job", s->job.id)));

	while (cur_next(c)) {
		size_t n = s->n_share;
		struct share *h = share_of(s, cur_int(c, 0));

		if (s->n_share > n || !h) { /* no line is his */
			s->n_share = n;
			continue;
		}
		if (!cur_null(c, 3))
			h->claim_no = arena_strdup(s->ctx->arena, cur_text(c, 3));
		if (!cur_null(c, 4))
			h->po_no = arena_strdup(s->ctx->arena, cur_text(c, 4));
		share_split(s, h->party_id, cur_int(c, 1), cur_int(c, 2));
	}
}

/* By the payers of the lines. */
static bool shares_by_lines(struct settling *s)
{
	for (size_t i = 0; i < s->sum.n; i++) {
		const struct settle_line *l = &s->sum.line[i];
		struct share *h = share_of(s, l->payer_id);

		if (!h)
			return err_field(s->e, "payers", N_("A settlement has at most %d payers"),
					 PAYERS_MOST);
		h->amount += l->amount - l->discount;
	}
	shares_split(s);
	shares_round(s);
	return true;
}

/* By what was written; the rest goes to the row without an amount, else to the payer of the work order. */
static bool shares_given(struct settling *s)
{
	const struct lines *payers = &s->in->payers;
	int64_t left = s->sum.total, rest = 0;

	for (size_t i = 0; i < payers->n; i++) {
		const struct payer_line *l = LINE_AT(*payers, struct payer_line, i);
		size_t before = s->n_share;
		struct share *h = share_of(s, l->party);

		s->e->line = (int)i + 1;
		if (s->n_share == before)
			return err_field(s->e, "payers.party", N_("A payer stands there twice"));
		if (!HAS(l, amount) && rest)
			return err_field(s->e, "payers.amount",
					 N_("Only one payer can be without an amount"));
		if (!HAS(l, amount))
			rest = l->party;
		h->amount = l->amount;
		h->claim_no = l->claim_no;
		h->po_no = l->po_no;
		left -= l->amount;
	}
	if (left < 0)
		return err_field(s->e, "payers.amount", N_("The payers pay %s more than the total of %s"),
				 money_text(s->ctx->arena, -left), money_text(s->ctx->arena, s->sum.total));
	s->e->line = 0;
	if (left > 0)
		share_of(s, rest ? rest : s->job.payer_id)->amount += left;
	return true;
}

static void share_terms(struct settling *s, struct share *h)
{
	struct cur *c =
	    db_open(s->ctx->db, SQL("SELECT name, terms_days, credit_limit FROM party WHERE id = :id"),
		    BIND(B_INT("id", h->party_id)));

	if (!cur_next(c))
		return;
	h->name = arena_strdup(s->ctx->arena, cur_text(c, 0));
	h->terms = !cur_null(c, 1);
	h->due_on = s->ctx->today + cur_int(c, 1);
	h->limited = !cur_null(c, 2);
	h->limit = cur_int(c, 2);
	cur_close(c);
}

bool settle_shares(struct settling *s)
{
	if (!(s->in->payers.n ? shares_given(s) : shares_by_lines(s)))
		return false;
	for (size_t i = 0; i < s->n_share; i++)
		share_terms(s, &s->share[i]);
	return true;
}
