/* model_ask.c - what the books hold, for those who compare them or make operations up. */
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

bool model_till_open(const struct model *m)
{
	return m->till_open;
}

int64_t model_till(const struct model *m, int method)
{
	return m->till[method];
}

enum op_kind model_kind(const struct model *m, int64_t document)
{
	const struct doc *d = doc_of(m, document);

	return d ? d->kind : OP_KINDS;
}

size_t model_documents(const struct model *m)
{
	return m->n_docs;
}

int64_t model_document(const struct model *m, size_t i)
{
	return m->doc[i].id;
}
