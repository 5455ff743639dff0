/* model_reports.c - the reports of money over the model's book: each is the same as the account behind it. */
#include "tests/domain/model.h"
#include "tests/domain/tie.h"

static void is(struct test_shop *s, const char *report, const char *with, const char *column,
	       const char *less, int64_t model)
{
	int64_t sum = report_sum(s, report, column, with) - (less ? report_sum(s, report, less, with) : 0);

	if (sum != model)
		fail_msg("report %s, %s: it says %lld, the model %lld", report, column, (long long)sum,
			 (long long)model);
}

static int64_t accounts(const struct model *m, const char *const *kinds)
{
	int64_t sum = 0;

	for (; *kinds; kinds++)
		sum += model_account(m, *kinds);
	return sum;
}

void reports_agree(struct test_shop *s, const struct model *m)
{
	static const char *const money[] = { "cash", "wechat", "alipay", "card", "bank", NULL };
	static const char *const spent[] = { "expense_rent", "expense_office", "expense_wages",
					     "income_scrap", "income_other",   NULL };
	int64_t owed = 0;

	for (int i = 6; i < MODEL_PARTIES; i++)
		owed += model_debts(m, i);
	is(s, "cash_journal", NULL, "came", "went", accounts(m, money));
	is(s, "cash_sums", NULL, "came", "went", accounts(m, money));
	is(s, "receivable_ageing", NULL, "total", NULL, model_account(m, "receivable"));
	is(s, "bill_ageing", "day=2099-12-31", "open", NULL, model_open_bills(m));
	is(s, "payable_ageing", NULL, "total", NULL, owed);
	is(s, "advances_held", NULL, "held", NULL, -model_account(m, "advance_received"));
	is(s, "card_balances", NULL, "principal", NULL, -model_account(m, "stored_value"));
	is(s, "card_balances", NULL, "gift", NULL, -model_account(m, "stored_gift"));
	is(s, "expenses_by_month", NULL, "expense", "income", accounts(m, spent));
	is(s, "petty_cash", NULL, "came", "went", model_account(m, "petty_cash"));
	is(s, "bills_settled", NULL, "bad_debt", NULL, model_account(m, "bad_debt"));
	is(s, "trial_balance", NULL, "closing", NULL, 0);
}
