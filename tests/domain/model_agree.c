/* model_agree.c - the shop file beside the model's books: accounts, goods, parties, jobs, cards, to the fen. */
#include "tests/domain/agree.h"

#include <stdio.h>

void same(const char *what, int64_t at, int64_t program, int64_t model)
{
	if (program != model)
		fail_msg("%s %d: the program has %lld, the model %lld", what, (int)at, (long long)program,
			 (long long)model);
}

static void accounts_agree(struct test_shop *s, const struct model *m)
{
	struct cur *c = db_open_text(
	    shop_reader(s->shop),
	    "SELECT a.kind, (SELECT coalesce(sum(amount), 0) FROM entry_line WHERE account_id = a.id) "
	    "FROM account a ORDER BY a.id",
	    NULL);

	while (cur_next(c))
		if (cur_int(c, 1) != model_account(m, cur_text(c, 0)))
			fail_msg("account %s: the program has %lld, the model %lld", cur_text(c, 0),
				 (long long)cur_int(c, 1), (long long)model_account(m, cur_text(c, 0)));
}

static void goods_agree(struct test_shop *s, const struct model *m)
{
	for (int i = 0; i < MODEL_PARTS; i++) {
		same("quantity of part", i,
		     ask(s,
			 "SELECT coalesce((SELECT v.qty FROM stock_value v JOIN part p ON p.id = v.id WHERE "
			 "p.code = 'P%d'), 0)",
			 i),
		     model_qty(m, i));
		same("value of part", i,
		     ask(s,
			 "SELECT coalesce((SELECT v.value FROM stock_value v JOIN part p ON p.id = v.id "
			 "WHERE p.code = 'P%d'), 0)",
			 i),
		     model_value(m, i));
	}
}

static int64_t balance(struct test_shop *s, const char *kind, int64_t party)
{
	return ask(
	    s,
	    "SELECT coalesce((SELECT b.amount FROM party_balance b JOIN account a ON a.id = b.account_id "
	    "WHERE a.kind = '%s' AND b.party_id = %lld), 0)",
	    kind, (long long)party);
}

static void parties_agree(struct test_shop *s, const struct model *m)
{
	for (int i = 0; i < 6; i++) {
		same("receivable of party", i, balance(s, "receivable", clerk_party(i)),
		     model_receivable(m, i));
		same("advance of party", i, balance(s, "advance_received", clerk_party(i)),
		     model_advance(m, i));
	}
	for (int i = 6; i < MODEL_PARTIES; i++) {
		same("payable of party", i, balance(s, "payable", clerk_party(i)), model_payable(m, i));
		same("paid in advance to party", i, balance(s, "advance_paid", clerk_party(i)),
		     model_paid_ahead(m, i));
		same("open debts of party", i,
		     ask(s, "SELECT coalesce(sum(amount), 0) FROM payable_open WHERE party_id = %lld",
			 (long long)clerk_party(i)),
		     model_debts(m, i));
	}
	for (int i = 0; i < 6; i++)
		same("invoiced of party", i,
		     ask(s, "SELECT coalesce(sum(invoiced), 0) FROM bill_invoiced WHERE party_id = %lld",
			 (long long)clerk_party(i)),
		     model_invoiced(m, i));
	for (int i = 0; i < 6; i++)
		same("still to be invoiced of party", i,
		     ask(s,
			 "SELECT coalesce(sum(billed - invoiced), 0) FROM bill_invoiced WHERE party_id = "
			 "%lld",
			 (long long)clerk_party(i)),
		     model_to_invoice(m, i));
	same("numbers of invoices", 0, ask(s, "SELECT next - first FROM invoice_range"), model_numbers(m));
	same("open bills", 0, ask(s, "SELECT coalesce(sum(amount), 0) FROM bill_open"), model_open_bills(m));
}

static void jobs_agree(struct test_shop *s, const struct model *m)
{
	for (size_t i = 0; i < model_jobs(m); i++) {
		int64_t id = model_job(m, i);

		assert_string_equal(ask_text(s, "SELECT state FROM job WHERE id = %lld", (long long)id),
				    model_state(m, id));
		same("total of job", id, ask(s, "SELECT total FROM job WHERE id = %lld", (long long)id),
		     model_total(m, id));
		same("work in progress of job", id,
		     ask(s,
			 "SELECT coalesce(sum(amount), 0) FROM entry_line WHERE account_id = 8 AND job_id = "
			 "%lld",
			 (long long)id),
		     model_wip(m, id));
		same("collected for others of job", id,
		     ask(s,
			 "SELECT coalesce(sum(l.amount), 0) FROM entry_line l JOIN account a ON a.id = "
			 "l.account_id "
			 "WHERE a.kind = 'collected_for_others' AND l.job_id = %lld",
			 (long long)id),
		     model_collected(m, id));
	}
}

static void cards_agree(struct test_shop *s, const struct model *m)
{
	static const char *const last =
	    "SELECT coalesce((SELECT m.%s FROM card_move m JOIN card c ON c.id = m.card_id "
	    "WHERE c.number = '1380000000%d' ORDER BY m.id DESC LIMIT 1), 0)";
	char select[256];

	for (int i = 0; i < 6; i++) {
		snprintf(select, sizeof(select), last, "after_principal", i);
		same("principal of card", i, ask(s, "%s", select), model_principal(m, i));
		snprintf(select, sizeof(select), last, "after_gift", i);
		same("gift of card", i, ask(s, "%s", select), model_gift(m, i));
		same("invoiced of card", i,
		     ask(s, "SELECT invoiced FROM card_invoiced WHERE number = '1380000000%d'", i),
		     model_on_invoice(m, i));
	}
}

void books_agree(struct test_shop *s, const struct model *m)
{
	cards_agree(s, m);
	accounts_agree(s, m);
	goods_agree(s, m);
	parties_agree(s, m);
	jobs_agree(s, m);
}
