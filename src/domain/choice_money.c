/* choice_money.c - the words of tills, methods of payment, cards, channels, expenses, invoices and closes. */
#include "domain/choice.h"

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

const struct choice choice_account_class[] = {
	{ "asset", N_("Asset") },   { "liability", N_("Liability") }, { "equity", N_("Equity") },
	{ "income", N_("Income") }, { "expense", N_("Expense") },     { NULL, NULL },
};

const struct choice choice_invoice_state[] = {
	{ "valid", N_("Valid") },           { "void", N_("Void") },       { "red", N_("Red letter") },
	{ "taken_back", N_("Taken back") }, { "partly", N_("Part red") }, { NULL, NULL },
};
