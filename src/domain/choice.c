/* choice.c - codes that people see as words: those of the whole house, and the list of all lists. The words of the
 * workshop, of goods and of money stand in files of their own. */
#include "domain/choice.h"

#include <string.h>

const struct choice choice_grain[] = {
	{ "day", N_("Day") },
	{ "month", N_("Month") },
	{ "year", N_("Year") },
	{ NULL, NULL },
};

/* What a setting may hold beside numbers and texts of the shop's own. */
const struct choice choice_setting_word[] = {
	{ "yes", N_("yes") },           { "no", N_("no") }, { "all", N_("all of them") },
	{ "none", N_("none of them") }, { NULL, NULL },
};

const struct choice choice_party_kind[] = {
	{ "customer", N_("Customer") },
	{ "supplier", N_("Supplier") },
	{ "insurer", N_("Insurer") },
	{ NULL, NULL },
};

const struct choice choice_lang[] = {
	{ "en", N_("English") },
	{ "zh_CN", N_("Simplified Chinese") },
	{ "zh_TW", N_("Traditional Chinese") },
	{ NULL, NULL },
};

const struct choice choice_document_kind[] = {
	{ "authorisation", N_("Authorisation") },
	{ "issue", N_("Issue slip") },
	{ "return", N_("Return slip") },
	{ "settlement", N_("Settlement") },
	{ "payment", N_("Receipt") },
	{ "refund", N_("Refund") },
	{ "till_open", N_("Till opening") },
	{ "till_close", N_("Till closing") },
	{ "opening_stock", N_("Opening stock") },
	{ "purchase", N_("Purchase receipt") },
	{ "handover", N_("Gate pass") },
	{ "reversal", N_("Reversal") },
	{ "day_close", N_("Day close") },
	{ "release", N_("Temporary pass") },
	{ "stock_in", N_("Other stock-in") },
	{ "stock_out", N_("Other stock-out") },
	{ "stock_loss", N_("Stock write-off") },
	{ "aux_issue", N_("Auxiliary material") },
	{ "transfer", N_("Transfer") },
	{ "transfer_in", N_("Transfer received") },
	{ "stocktake", N_("Stocktake") },
	{ "price_change", N_("Price change") },
	{ "count_sheet", N_("Count sheet") },
	{ "purchase_return", N_("Purchase return") },
	{ "purchase_invoice", N_("Purchase invoice") },
	{ "supplier_payment", N_("Payment to a supplier") },
	{ "opening_balance", N_("Opening balance of a party") },
	{ "supplier_refund", N_("Money back from a supplier") },
	{ "purchase_freight", N_("Freight on goods") },
	{ "purchase_order", N_("Purchase order") },
	{ "purchase_plan", N_("Purchase plan") },
	{ "order_request", N_("Order request") },
	{ "merge", N_("Customers made one") },
	{ "unmerge", N_("Customers parted again") },
	{ "credit", N_("Credit note") },
	{ "invoice", N_("Invoice") },
	{ "red_letter", N_("Red-letter invoice") },
	{ "expense", N_("Expense") },
	{ "other_income", N_("Other income") },
	{ "petty_cash", N_("Petty cash") },
	{ "supplement", N_("Supplementary statement") },
	{ "sublet", N_("Sublet work") },
	{ "check", N_("Quality check") },
	{ "certificate", N_("Completion certificate") },
	{ "till_in", N_("Money into a till") },
	{ "till_out", N_("Money out of a till") },
	{ "till_drop", N_("Money to the safe") },
	{ "top_up", N_("Top-up") },
	{ "card_refund", N_("Refund of stored value") },
	{ "deposit", N_("Deposit on a thing") },
	{ "deposit_back", N_("Deposit given back") },
	{ "advance_keep", N_("Advance kept") },
	{ "channel_pay", N_("Money from a channel") },
	{ "pay_out", N_("Paid out for others") },
	{ NULL, NULL },
};

const struct choice choice_change_op[] = {
	{ "I", N_("Added") },
	{ "U", N_("Changed") },
	{ "D", N_("Deleted") },
	{ NULL, NULL },
};

const struct choice choice_search_kind[] = {
	{ "vehicle", N_("Vehicle") },   { "customer", N_("Customer") },
	{ "supplier", N_("Supplier") }, { "insurer", N_("Insurer") },
	{ "job", N_("Work order") },    { "part", N_("Part") },
	{ "labour", N_("Labour") },     { NULL, NULL },
};

const struct choice choice_channel[] = {
	{ "phone", N_("Phone") },
	{ "wechat", N_("WeChat") },
	{ "sms", N_("Text message") },
	{ "email", N_("E-mail") },
	{ NULL, NULL },
};

const struct choice choice_merge_kind[] = {
	{ "customer", N_("Customer") },
	{ "vehicle", N_("Vehicle") },
	{ NULL, NULL },
};

static const struct {
	const char *name;
	const struct choice *list;
} lists[] = {
	{ "job_state", choice_job_state },
	{ "job_line_kind", choice_job_line_kind },
	{ "job_line_state", choice_job_line_state },
	{ "line_note", choice_line_note },
	{ "line_bearer", choice_line_bearer },
	{ "parts_from", choice_parts_from },
	{ "comeback_bearing", choice_comeback_bearing },
	{ "comeback_cause", choice_comeback_cause },
	{ "supervision_state", choice_supervision_state },
	{ "pay_method", choice_pay_method },
	{ "till_cause", choice_till_cause },
	{ "channel_method", choice_channel_method },
	{ "card_state", choice_card_state },
	{ "channel_state", choice_channel_state },
	{ "how", choice_how },
	{ "reminder_kind", choice_reminder_kind },
	{ "party_kind", choice_party_kind },
	{ "setting_word", choice_setting_word },
	{ "lang", choice_lang },
	{ "document_kind", choice_document_kind },
	{ "account_class", choice_account_class },
	{ "change_op", choice_change_op },
	{ "search_kind", choice_search_kind },
	{ "waiting", choice_waiting },
	{ "call_result", choice_call_result },
	{ "finish_part", choice_finish_part },
	{ "urgency", choice_urgency },
	{ "advice_state", choice_advice_state },
	{ "board_step", choice_board_step },
	{ "history_kind", choice_history_kind },
	{ "cost_is", choice_cost_is },
	{ "invoice_state", choice_invoice_state },
	{ "expense_method", choice_expense_method },
	{ "taxed_kind", choice_taxed_kind },
	{ "surcharge", choice_surcharge },
	{ "close_kind", choice_close_kind },
	{ "department", choice_department },
	{ "grain", choice_grain },
	{ "order_state", choice_order_state },
	{ "cart_state", choice_cart_state },
	{ "want_state", choice_want_state },
	{ "plan_from", choice_plan_from },
	{ "price_kind", choice_price_kind },
	{ "channel", choice_channel },
	{ "merge_kind", choice_merge_kind },
	{ "price_basis", choice_price_basis },
	{ "price_how", choice_price_how },
	{ "part_word", choice_part_word },
	{ "transfer_how", choice_transfer_how },
	{ "take_scope", choice_take_scope },
	{ "take_state", choice_take_state },
	{ "take_line", choice_take_line },
	{ "take_uncounted", choice_take_uncounted },
	{ "warehouse_kind", choice_warehouse_kind },
	{ "batch_state", choice_batch_state },
};

const struct choice *choice_list(const char *name)
{
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (!strcmp(lists[i].name, name))
			return lists[i].list;
	return NULL;
}

const char *choice_title(const char *choice, const char *code)
{
	for (const struct choice *c = choice_list(choice); c && c->code; c++)
		if (!strcmp(c->code, code))
			return c->title;
	return NULL;
}
