/* tie.c - the reports of goods against the ledger. */
#include "tests/domain/tie.h"

#include <stdlib.h>
#include <string.h>

#include "db/view.h"

#define ALL_DAYS "2000..2099"

/* ---- reports ---- */

static void arg_give(struct test_shop *s, struct view_query *q, struct view_arg *arg, const char *name,
		     const char *value, const struct view_who *who)
{
	if (!view_arg_parse(shop_reader(s->shop), q->view, name, value, who, s->arena, &arg[q->n_args++],
			    &s->err))
		fail_msg("%s: %s", q->view->name, s->err.text);
}

/* The same when so many days have gone by. */
static int64_t later_sum(struct test_shop *s, int days_on, const char *report, const char *column,
			 const char *with)
{
	struct view_who who = { .now = s->now, .today = s->now / 86400 + 1 + days_on, .offset_minutes = 480 };
	struct view_query q = { .view = view_find(report) };
	struct view_arg arg[8];
	int64_t *sums, rows, got;
	int col;

	err_clear(&s->err); /* of the last command that was refused */

	if (!q.view)
		fail_msg("there is no report %s", report);
	q.args = arg;
	for (size_t i = 0; i < q.view->n_params; i++)
		if (!strcmp(q.view->params[i].type, "range"))
			arg_give(s, &q, arg, q.view->params[i].name, ALL_DAYS, &who);
	while (with && *with) {
		size_t name = strcspn(with, "="), value = strcspn(with + name + 1, " ");

		arg_give(s, &q, arg, arena_strndup(s->arena, with, name),
			 arena_strndup(s->arena, with + name + 1, value), &who);
		with += name + 1 + value;
		with += strspn(with, " ");
	}
	col = view_col_index(q.view, column);
	assert_true(col >= 0);
	sums = xcalloc(q.view->n_cols + 1, sizeof *sums);
	if (!view_totals(shop_reader(s->shop), &q, &who, &rows, sums, &s->err))
		fail_msg("%s: %s", report, s->err.text);
	got = sums[col];
	free(sums);
	return got;
}

int64_t report_sum(struct test_shop *s, const char *report, const char *column, const char *with)
{
	return later_sum(s, 0, report, column, with);
}

/* ---- the ledger ---- */

/* The balance of accounts, by the documents of these kinds and their reversals; NULL: by all. */
static int64_t ledger(struct test_shop *s, const char *accounts, const char *kinds)
{
	return ask(s,
		   "SELECT coalesce(sum(l.amount), 0) FROM entry_line l JOIN entry e ON e.id = l.entry_id "
		   "JOIN account a ON "
		   "a.id = l.account_id JOIN document d ON d.id = e.document_id LEFT JOIN document o ON o.id "
		   "= d.reverses_id "
		   "WHERE a.%s AND %s%s%s",
		   accounts, kinds ? "coalesce(o.kind_id, d.kind_id) IN (" : "1", kinds ? kinds : "",
		   kinds ? ")" : "");
}

static void ties(const char *what, int64_t report, int64_t books)
{
	if (report != books)
		fail_msg("%s: the report has %lld, the books %lld", what, (long long)report,
			 (long long)books);
}

#define STOCK "kind = 'stock'"

static void stock_ties(struct test_shop *s)
{
	static const char *const days[] = { "goods_days", "goods_months" };
	int64_t stock = ledger(s, STOCK, NULL);

	ties("stock_list", report_sum(s, "stock_list", "value", NULL), stock);
	ties("stock_warehouses", report_sum(s, "stock_warehouses", "value", NULL), stock);
	ties("stock_on_hand", report_sum(s, "stock_on_hand", "value", NULL), stock);
	ties("stock_statement, end", report_sum(s, "stock_statement", "close_value", NULL), stock);
	ties("stock_statement, in less out",
	     report_sum(s, "stock_statement", "in_value", NULL) -
		 report_sum(s, "stock_statement", "out_value", NULL) +
		 report_sum(s, "stock_statement", "shift", NULL),
	     stock);
	for (int i = 0; i < 2; i++) {
		ties(days[i], report_sum(s, days[i], "net", NULL), stock);
		ties(days[i],
		     report_sum(s, days[i], "in_value", NULL) - report_sum(s, days[i], "out_value", NULL),
		     stock);
	}
	ties("stock_receipts less stock_issues",
	     report_sum(s, "stock_receipts", "value", NULL) - report_sum(s, "stock_issues", "value", NULL),
	     stock);
	ties("picked_parts", report_sum(s, "picked_parts", "cost", NULL),
	     ledger(s, "kind = 'work_in_progress'", "2, 3"));
}

static void purchases_tie(struct test_shop *s)
{
	static const char owed[] = "kind IN ('payable', 'received_not_invoiced')";
	static const char *const reports[] = { "purchases_by_day", "purchases_by_month" };

	for (int i = 0; i < 2; i++)
		ties(reports[i],
		     report_sum(s, reports[i], "net", NULL) + report_sum(s, reports[i], "freight", NULL),
		     -ledger(s, owed, "10, 70, 71, 73"));
	ties("purchase_documents", report_sum(s, "purchase_documents", "amount", NULL),
	     -ledger(s, owed, "10, 70"));
	ties("purchase_details, pieces", report_sum(s, "purchase_details", "qty", NULL),
	     ask(s, "SELECT coalesce(sum(m.qty), 0) FROM stock_move m JOIN document d ON d.id = "
		    "m.document_id WHERE "
		    "d.kind_id IN (10, 70) AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = "
		    "d.id)"));
}

static void sales_tie(struct test_shop *s)
{
	static const char earned[] = "class = 'income' AND a.kind NOT IN ('rounding', 'payment_discount')";
	static const char *const days[] = { "counter_sales", "counter_months" };

	for (int i = 0; i < 2; i++) {
		ties(days[i], report_sum(s, days[i], "net", NULL), -ledger(s, earned, "80, 81"));
		ties(days[i], report_sum(s, days[i], "tax", NULL),
		     -ledger(s, "kind = 'output_tax'", "80, 81"));
		ties(days[i], report_sum(s, days[i], "cost", NULL),
		     ledger(s, "kind = 'cost_of_goods'", "80, 81"));
		ties(days[i], report_sum(s, days[i], "total", NULL),
		     -ledger(s, "class = 'income' AND a.kind <> 'payment_discount'", "80, 81") -
			 ledger(s, "kind = 'output_tax'", "80, 81"));
	}
	ties("salespeople", report_sum(s, "salespeople", "total", NULL),
	     report_sum(s, "counter_sales", "total", NULL));
	ties("salespeople", report_sum(s, "salespeople", "profit", NULL),
	     report_sum(s, "counter_sales", "profit", NULL));
	ties("sales_by_day", report_sum(s, "sales_by_day", "net", NULL), -ledger(s, earned, "4"));
	ties("sales_by_day", report_sum(s, "sales_by_day", "tax", NULL),
	     -ledger(s, "kind = 'output_tax'", "4"));
	ties("lost_sales", report_sum(s, "lost_sales", "times", NULL),
	     ask(s, "SELECT count(*) FROM want WHERE source = 'lost'"));
}

/* The history of all parts, of one kind. */
static int64_t history(struct test_shop *s, const char *kind, const char *column)
{
	int64_t parts = ask(s, "SELECT max(id) FROM part"), sum = 0;

	for (int64_t id = 1; id <= parts; id++)
		sum += report_sum(s, "price_history", column,
				  arena_printf(s->arena, "part=#%lld kind=%s", (long long)id, kind));
	return sum;
}

static void history_ties(struct test_shop *s)
{
	ties("price_history, bought",
	     history(s, "purchase", "amount") - history(s, "purchase_return", "amount"),
	     report_sum(s, "purchase_details", "amount", NULL));
	ties(
	    "price_history, sold", history(s, "sale", "amount"),
	    ask(s,
		"SELECT coalesce(sum(l.amount - l.discount), 0) FROM sale_line l WHERE l.part_id IS NOT NULL "
		"AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = l.sale_id)"));
	ties("price_history, cost of what was sold", history(s, "sale", "value"),
	     ledger(s, "kind = 'cost_of_goods'", "80"));
	ties("price_history, issued", history(s, "issue", "value") - history(s, "return", "value"),
	     ask(s,
		 "SELECT coalesce(sum(l.amount), 0) FROM entry_line l JOIN entry e ON e.id = l.entry_id JOIN "
		 "document d ON d.id = e.document_id WHERE l.account_id = 8 AND d.kind_id IN (2, 3) AND NOT "
		 "EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)"));
}

/* Nothing goes out any more: a year on all of it is dead, and the cash in it is the stock account. */
static void dead_stock_ties(struct test_shop *s)
{
	int64_t stock = ledger(s, STOCK, NULL);

	ties("dead_stock after a year", later_sum(s, 400, "dead_stock", "d360", NULL), stock);
	ties("dead_stock after 200 days", later_sum(s, 200, "dead_stock", "d180", NULL), stock);
	ties("dead_stock after 100 days", later_sum(s, 100, "dead_stock", "d90", NULL), stock);
	ties("dead_stock, value", later_sum(s, 100, "dead_stock", "value", NULL), stock);
	ties("dead_stock today", later_sum(s, 0, "dead_stock", "value", NULL), 0);
}

/* What went out by documents of its own kinds; a reversal and a transfer turn nothing over. */
static void turnover_ties(struct test_shop *s)
{
	ties("stock_turnover", report_sum(s, "stock_turnover", "out_value", NULL),
	     -ask(s, "SELECT coalesce(sum(l.amount), 0) FROM entry_line l JOIN entry e ON e.id = l.entry_id "
		     "JOIN account a ON a.id = l.account_id AND a.kind = 'stock' JOIN document d ON d.id = "
		     "e.document_id WHERE l.amount < 0 AND d.kind_id NOT IN (12, 64, 65, 66, 71, 73)"));
	ties(
	    "stock_turnover, not had", report_sum(s, "stock_turnover", "lost", NULL),
	    ask(s,
		"SELECT count(*) FROM want WHERE part_id IS NOT NULL AND source IN ('lost', 'sale', 'job')"));
	ties("stock_turnover, had",
	     report_sum(s, "stock_turnover", "asked", NULL) - report_sum(s, "stock_turnover", "lost", NULL),
	     ask(s,
		 "SELECT count(*) FROM stock_move m JOIN document d ON d.id = m.document_id WHERE m.qty < 0 "
		 "AND d.kind_id NOT IN (12, 64, 65, 66)"));
}

/* Money of customers: what a till, a machine, a bank or a wallet took or gave back by these kinds of documents. */
static void takings_tie(struct test_shop *s)
{
	static const char *const methods[] = { "cash", "wechat", "alipay", "card", "bank" };
	static const char customers[] = "4, 5, 6, 45, 80, 81, 82, 88, 89, 90, 91, 97, 98";
	int64_t taken = report_sum(s, "takings_by_method", "net", NULL), back = 0;

	ties("takings_by_method, taken and refunded",
	     report_sum(s, "takings_by_method", "taken", NULL) +
		 report_sum(s, "takings_by_method", "refunded", NULL),
	     taken);
	ties("takings_by_method", taken,
	     ledger(s, "id IN (SELECT account_id FROM pay_method WHERE money)", customers));
	for (int i = 0; i < 5; i++)
		back += report_sum(s, "refunds", "amount", arena_printf(s->arena, "method=%s", methods[i]));
	ties("refunds", -back, report_sum(s, "takings_by_method", "refunded", NULL));
	ties("manager_figures, receipts", report_sum(s, "manager_figures", "receipts", NULL), taken);
	ties("advance_receipts",
	     report_sum(s, "advance_receipts", "came", NULL) -
		 report_sum(s, "advance_receipts", "went", NULL),
	     -ledger(s, "kind = 'advance_received'", NULL));
	ties("tax_owed, output less input",
	     report_sum(s, "tax_owed", "output", NULL) - report_sum(s, "tax_owed", "input", NULL),
	     -ledger(s, "kind IN ('output_tax', 'input_tax')", NULL));
	ties("taxes", report_sum(s, "taxes", "tax", NULL),
	     -ledger(s, "kind IN ('output_tax', 'input_tax')", NULL));
	ties("over_short", report_sum(s, "over_short", "net", NULL), -ledger(s, "kind = 'over_short'", NULL));
	ties("till_closings", report_sum(s, "till_closings", "difference", NULL),
	     report_sum(s, "over_short", "net", NULL));
	ties("manager_figures, profit", report_sum(s, "manager_figures", "profit", NULL),
	     -ledger(s, "class = 'income' AND a.kind <> 'payment_discount'", "4, 45, 80, 81") -
		 ledger(s, "kind IN ('cost_of_goods', 'cost_of_sublet')", "4, 45, 80, 81"));
}

void reports_tie(struct test_shop *s)
{
	takings_tie(s);
	stock_ties(s);
	history_ties(s);
	dead_stock_ties(s);
	turnover_ties(s);
	purchases_tie(s);
	sales_tie(s);
}
