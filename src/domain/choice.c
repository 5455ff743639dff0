/* choice.c - codes that people see as words. */
#include "domain/choice.h"

#include <string.h>

const struct choice choice_job_state[] = {
	{ "received", N_("Received") },
	{ "in_work", N_("In work") },
	{ "finished", N_("Finished") },
	{ "settled", N_("Settled") },
	{ "handed_over", N_("Handed over") },
	{ "cancelled", N_("Cancelled") },
	{ NULL, NULL },
};

const struct choice choice_job_line_kind[] = {
	{ "labour", N_("Labour") },
	{ "part", N_("Part") },
	{ "fee", N_("Fee") },
	{ "sublet", N_("Sublet") },
	{ "own_part", N_("Theirs") },
	{ "package", N_("Work package") },
	{ "package_ask", N_("Work package") },
	{ NULL, NULL },
};

const struct choice choice_job_line_state[] = {
	{ "on", N_("On") },           { "off", N_("Off") }, { "declined", N_("Declined") },
	{ "dropped", N_("Dropped") }, { NULL, NULL },
};

/* What there is to say about a line in one word. */
const struct choice choice_line_note[] = {
	{ "on", N_("On") },
	{ "off", N_("Off") },
	{ "declined", N_("Declined") },
	{ "comeback", N_("Comeback") },
	{ "done_before", N_("Done here") },
	{ "free", N_("Free") },
	{ "insurer", N_("Insurer") },
	{ "maker", N_("Maker") },
	{ "shop", N_("Shop") },
	{ "to_book", N_("To book") },
	{ NULL, NULL },
};

const struct choice choice_line_bearer[] = {
	{ "customer", N_("Customer") },
	{ "insurer", N_("Insurer") },
	{ "maker", N_("Maker") },
	{ "shop", N_("Shop") },
	{ NULL, NULL },
};

const struct choice choice_parts_from[] = {
	{ "list", N_("List price") },
	{ "cost", N_("Last cost") },
	{ NULL, NULL },
};

const struct choice choice_comeback_bearing[] = {
	{ "rework", N_("Rework") },
	{ "goodwill", N_("Goodwill") },
	{ "charge", N_("Charge") },
	{ NULL, NULL },
};

const struct choice choice_comeback_cause[] = {
	{ "work", N_("Work") },         { "part", N_("Part") }, { "use", N_("Use by the customer") },
	{ "unknown", N_("Not known") }, { NULL, NULL },
};

const struct choice choice_supervision_state[] = {
	{ "good", N_("All good") },
	{ "open", N_("To put right") },
	{ "remedied", N_("Put right") },
	{ NULL, NULL },
};

const struct choice choice_pay_method[] = {
	{ "cash", N_("Cash") },      { "wechat", N_("WeChat") },        { "alipay", N_("Alipay") },
	{ "card", N_("Bank card") }, { "bank", N_("Bank transfer") },   { "member", N_("Member card") },
	{ "coupon", N_("Coupon") },  { "advance", N_("Advance held") }, { NULL, NULL },
};

const struct choice choice_channel_method[] = {
	{ "wechat", N_("WeChat") },
	{ "alipay", N_("Alipay") },
	{ "card", N_("Bank card") },
	{ NULL, NULL },
};

const struct choice choice_card_state[] = {
	{ "active", N_("In use") },
	{ "blocked", N_("Blocked") },
	{ "closed", N_("Card closed") },
	{ NULL, NULL },
};

/* What our books say of a line of a channel's statement. */
const struct choice choice_channel_state[] = {
	{ "paid", N_("Paid out") },
	{ "matched", N_("Matched") },
	{ "amount", N_("Other amount") },
	{ "unknown", N_("Not in our books") },
	{ NULL, NULL },
};

/* What a difference at a closing usually comes from. */
const struct choice choice_till_cause[] = {
	{ "once", N_("Forgotten, or taken twice") },
	{ "twice", N_("In where it should be out") },
	{ "method", N_("Booked by another method") },
	{ "digits", N_("Two digits changed about") },
	{ NULL, NULL },
};

const struct choice choice_how[] = {
	{ "signature", N_("Signature") },
	{ "phone", N_("Phone") },
	{ "message", N_("Message") },
	{ NULL, NULL },
};

const struct choice choice_expense_method[] = {
	{ "petty", N_("Petty cash") },
	{ "cash", N_("Cash") },
	{ "bank", N_("Bank transfer") },
	{ "wechat", N_("WeChat") },
	{ "alipay", N_("Alipay") },
	{ "card", N_("Bank card") },
	{ NULL, NULL },
};

const struct choice choice_close_kind[] = {
	{ "method", N_("Method") },
	{ "cashier", N_("Cashier") },
	{ "department", N_("Department") },
	{ NULL, NULL },
};

const struct choice choice_department[] = {
	{ "workshop", N_("Workshop") },
	{ "counter", N_("Counter") },
	{ NULL, NULL },
};

const struct choice choice_grain[] = {
	{ "day", N_("Day") },
	{ "month", N_("Month") },
	{ "year", N_("Year") },
	{ NULL, NULL },
};

const struct choice choice_surcharge[] = {
	{ "none", N_("No invoice") },
	{ "ordinary", N_("Ordinary") },
	{ "special", N_("Special") },
	{ NULL, NULL },
};

const struct choice choice_taxed_kind[] = {
	{ "labour", N_("Labour") }, { "part", N_("Part") }, { "fee", N_("Fee") },
	{ "sublet", N_("Sublet") }, { NULL, NULL },
};

const struct choice choice_reminder_kind[] = {
	{ "service", N_("Service") },
	{ "inspection", N_("Inspection") },
	{ "insurance", N_("Insurance") },
	{ "followup", N_("Follow-up") },
	{ "other", N_("Other") },
	{ "lost", N_("Lost") },
	{ "new", N_("New") },
	{ "birthday", N_("Birthday") },
	{ "declined", N_("Declined") },
	{ NULL, NULL },
};

const struct choice choice_call_result[] = {
	{ "content", N_("Content") },     { "complaint", N_("Not content") },
	{ "coming", N_("Comes in") },     { "later", N_("Call again") },
	{ "no_answer", N_("No answer") }, { "elsewhere", N_("Done elsewhere") },
	{ "unwanted", N_("Not wanted") }, { NULL, NULL },
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

const struct choice choice_account_class[] = {
	{ "asset", N_("Asset") },   { "liability", N_("Liability") }, { "equity", N_("Equity") },
	{ "income", N_("Income") }, { "expense", N_("Expense") },     { NULL, NULL },
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

const struct choice choice_waiting[] = {
	{ "parts", N_("Parts") },
	{ "customer", N_("The customer") },
	{ "check", N_("The check") },
	{ "insurer", N_("The insurer") },
	{ "sublet", N_("Sublet work") },
	{ "other", N_("Something else") },
	{ NULL, NULL },
};

const struct choice choice_finish_part[] = {
	{ "bill", N_("Bill what was issued") },
	{ "free", N_("Free") },
	{ "return", N_("Back to stock") },
	{ NULL, NULL },
};

const struct choice choice_urgency[] = {
	{ "now", N_("At once") },
	{ "soon", N_("Expires soon") },
	{ "next", N_("Next visit") },
	{ NULL, NULL },
};

const struct choice choice_advice_state[] = {
	{ "open", N_("Open") },
	{ "done", N_("Done") },
	{ "dropped", N_("Dropped") },
	{ NULL, NULL },
};

/* What the board says of a car. */
const struct choice choice_board_step[] = {
	{ "to_dispatch", N_("To dispatch") }, { "dispatched", N_("Dispatched") },
	{ "working", N_("Being worked on") }, { "in_work", N_("In work") },
	{ "sent_back", N_("Sent back") },     { "parts", N_("Waits: parts") },
	{ "parts_here", N_("Parts here") },   { "customer", N_("Waits: customer") },
	{ "check", N_("To be checked") },     { "insurer", N_("Waits: insurer") },
	{ "sublet", N_("Sublet work") },      { "other", N_("Waits") },
	{ "away", N_("Out for a while") },    { "finished", N_("To settle") },
	{ "settled", N_("To hand over") },    { NULL, NULL },
};

const struct choice choice_history_kind[] = {
	{ "labour", N_("Labour") },   { "part", N_("Part") },       { "fee", N_("Fee") },
	{ "advice", N_("Advice") },   { "visit", N_("Visit") },     { "declined", N_("Declined") },
	{ "payment", N_("Payment") }, { "refund", N_("Refund") },   { "handover", N_("Handover") },
	{ "call", N_("Call") },       { "plate", N_("New plate") }, { NULL, NULL },
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

const struct choice choice_cost_is[] = {
	{ "final", N_("Final") },
	{ "estimated", N_("Estimated") },
	{ NULL, NULL },
};

const struct choice choice_invoice_state[] = {
	{ "valid", N_("Valid") },
	{ "void", N_("Void") },
	{ "red", N_("Red letter") },
	{ "taken_back", N_("Taken back") },
	{ "partly", N_("Part red") },
	{ NULL, NULL },
};

const struct choice choice_order_state[] = {
	{ "open", N_("Not sent") },
	{ "sent", N_("Sent") },
	{ "partly", N_("Partly here") },
	{ "arrived", N_("All here") },
	{ "closed", N_("Closed short") },
	{ "cancelled", N_("Cancelled") },
	{ NULL, NULL },
};

const struct choice choice_cart_state[] = {
	{ "open", N_("Being typed") },
	{ "held", N_("Put aside") },
	{ NULL, NULL },
};

const struct choice choice_want_state[] = {
	{ "open", N_("To order") }, { "ordered", N_("Ordered") }, { "arrived", N_("Has come") },
	{ "done", N_("Done") },     { "dropped", N_("Dropped") }, { NULL, NULL },
};

const struct choice choice_price_kind[] = {
	{ "purchase", N_("Purchase") }, { "purchase_return", N_("Sent back") },
	{ "issue", N_("Issued") },      { "return", N_("Came back") },
	{ "sale", N_("Sold") },         { NULL, NULL },
};

const struct choice choice_plan_from[] = {
	{ "limits", N_("Minimum and maximum") },
	{ "last_year", N_("Same time last year") },
	{ "jobs", N_("Open work orders") },
	{ "hand", N_("What is written here") },
	{ NULL, NULL },
};

const struct choice choice_price_basis[] = {
	{ "list", N_("List price") },
	{ "cost", N_("Cost") },
	{ NULL, NULL },
};

const struct choice choice_price_how[] = {
	{ "list", N_("List price") },
	{ "own", N_("Its own price") },
	{ "factor", N_("By the factor") },
	{ "cost", N_("By the cost") },
	{ NULL, NULL },
};

const struct choice choice_part_word[] = {
	{ "alias", N_("Other name") },     { "barcode", N_("Barcode") }, { "fits", N_("Fits") },
	{ "fitted", N_("Was fitted to") }, { "old", N_("Old number") },  { NULL, NULL },
};

const struct choice choice_transfer_how[] = {
	{ "received", N_("Has arrived") },
	{ "back", N_("Went back") },
	{ "lost", N_("Lost on the way") },
	{ NULL, NULL },
};

const struct choice choice_take_scope[] = {
	{ "all", N_("The whole warehouse") },
	{ "bin", N_("Some bins") },
	{ "spot", N_("Single parts") },
	{ NULL, NULL },
};

const struct choice choice_take_state[] = {
	{ "open", N_("Being counted") },
	{ "booked", N_("Accepted") },
	{ "dropped", N_("Dropped") },
	{ NULL, NULL },
};

const struct choice choice_take_line[] = {
	{ "todo", N_("To count") },
	{ "again", N_("Count again") },
	{ "counted", N_("Is counted") },
	{ NULL, NULL },
};

const struct choice choice_take_uncounted[] = {
	{ "stays", N_("Stays as it is") },
	{ "gone", N_("Is not there") },
	{ NULL, NULL },
};

const struct choice choice_batch_state[] = {
	{ "good", N_("Good") },
	{ "soon", N_("Expires soon") },
	{ "expired", N_("Expired") },
	{ "stopped", N_("Stopped") },
	{ NULL, NULL },
};

const struct choice choice_warehouse_kind[] = {
	{ "store", N_("Store room") },
	{ "van", N_("Van") },
	{ "outlet", N_("Secondary outlet") },
	{ "consigned", N_("Goods of a supplier") },
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
