/* setting.c - what the shop decides. */
#include "domain/setting.h"

#include <stdlib.h>
#include <string.h>

const struct setting_def setting_defs[SETTING_COUNT] = {
	[SETTING_SHOP_NAME] = { "shop.name", VT_TEXT, "", 0, 60, N_("Name of the shop"),
				N_("Stands on the title line and on every paper.") },
	[SETTING_SHOP_PHONE] = { "shop.phone", VT_TEXT, "", 0, 40, N_("Phone of the shop"),
				 N_("Stands on papers for customers.") },
	[SETTING_SHOP_ADDRESS] = { "shop.address", VT_TEXT, "", 0, 120, N_("Address of the shop"),
				   N_("Stands on papers for customers.") },
	[SETTING_PRINT_FORMS] = { "print.forms", VT_TEXT, "all", 0, 200, N_("Papers that come by themselves"),
				  N_("all, none, or the forms with blanks between them, such as settlement "
				     "receipt "
				     "gate_pass.") },
	[SETTING_UTC_OFFSET] = { "time.offset", VT_INT, "480", -720, 840, N_("Minutes before or after UTC"),
				 N_("The shop's local time: 480 is China.") },
	[SETTING_DAY_START] = { "time.day_start", VT_INT, "0", 0, 720, N_("Start of the business day"),
				N_("Minutes after midnight that still belong to the day before.") },
	[SETTING_TAX_RATE] = { "tax.rate", VT_RATE, "1300", 0, 10000, N_("Tax rate in prices"),
			       N_("Prices include it: 13 percent for a general taxpayer, 1 or 3 for a small "
				  "one.") },
	[SETTING_SURCHARGE_ORDINARY] = { "tax.surcharge_ordinary", VT_RATE, "0", 0, 5000,
					 N_("Surcharge for an ordinary invoice"),
					 N_("Percent on top of prices where the customer asks for one; a "
					    "line of "
					    "its own.") },
	[SETTING_SURCHARGE_SPECIAL] = { "tax.surcharge_special", VT_RATE, "0", 0, 5000,
					N_("Surcharge for a special invoice"),
					N_("Percent on top of prices where the customer asks for one; a line "
					   "of "
					   "its own.") },
	[SETTING_TAX_SMALL] = { "tax.small", VT_BOOL, "0", 0, 1, N_("Small-scale taxpayer"),
				N_("Yes: the tax on invoices of suppliers is not deducted; it stays in the "
				   "cost of the goods.") },
	[SETTING_ROUND_TO] = { "settle.round_to", VT_MONEY, "1", 1, 1000, N_("Settlements are rounded to"),
			       N_("The total is rounded down to a multiple of this when the cashier asks for "
				  "it.") },
	[SETTING_FOLLOWUP_DAYS] = { "remind.followup_days", VT_INT, "7", 1, 90,
				    N_("Days until the follow-up call"),
				    N_("So many days after the handover the customer is on the call list.") },
	[SETTING_LOST_DAYS] = { "remind.lost_days", VT_INT, "180", 30, 1500,
				N_("Days until a customer counts as lost"),
				N_("No visit for so many days puts a car on the list of lost customers.") },
	[SETTING_REMIND_DAYS] = { "remind.ahead_days", VT_INT, "14", 1, 120,
				  N_("Days that reminders look ahead"),
				  N_("Service, inspection and insurance that fall due within so many days "
				     "are listed.") },
	[SETTING_AUTHORISE] = { "job.authorise", VT_BOOL, "1", 0, 1, N_("The customer must say yes first"),
				N_("Parts are issued and work is finished only for lines that the customer "
				   "has authorised.") },
	[SETTING_OVER_SHORT] = { "till.remark_over", VT_MONEY, "500", 0, 100000000,
				 N_("A difference at closing that needs a remark"),
				 N_("A till that is over or short by more than this asks why.") },
	[SETTING_PLATE_PREFIX] = { "plate.prefix", VT_TEXT, "", 0, 4, N_("Usual start of a plate"),
				   N_("Put in front of a plate that is typed without its province, such as "
				      "鄂A.") },
	[SETTING_LATEST_PRICE] = { "sale.latest_price", VT_BOOL, "0", 0, 1, N_("Sell at the latest price"),
				   N_("Yes: a sale proposes what the customer paid last, or anybody, instead "
				      "of the "
				      "price of his level.") },
	[SETTING_COUNTER_WORK] = { "sale.work", VT_BOOL, "1", 0, 1, N_("Work is sold over the counter"),
				   N_("Yes: a package with work in it is sold over the counter, and nobody's "
				      "time is clocked for it. No: it needs a work order, where it is.") },
	[SETTING_COUNT_TOLERANCE] = { "stock.count_tolerance", VT_MONEY, "20000", 0, 100000000,
				      N_("A difference that is counted twice"),
				      N_("A count that differs from the books by more than this is asked for "
					 "once "
					 "more, until two agree.") },
	[SETTING_EXPIRY_DAYS] = { "stock.expiry_days", VT_INT, "60", 0, 1500, N_("Days before goods expire"),
				  N_("Batches that expire within so many days are told of at the start and "
				     "marked in the list.") },
	[SETTING_CHECK_OTHER] = { "check.other", VT_BOOL, "0", 0, 1, N_("Somebody else checks the work"),
				  N_("The quality check is not signed by one who was dispatched to the work "
				     "or "
				     "clocked on to it.") },
	[SETTING_CARD_ORDER] = { "card.order", VT_INT, "0", 0, 2, N_("What a member card uses first"),
				 N_("0: principal and gift in proportion; 1: principal first; 2: gift "
				    "first.") },
	[SETTING_CARD_LITTLE] = { "card.little", VT_MONEY, "10000", 0, 100000000, N_("Little left on a card"),
				  N_("A card in use with less on it puts its member on the list of members "
				     "to "
				     "call.") },
	[SETTING_LATE_DAYS] = { "credit.late_days", VT_INT, "30", 0, 1500, N_("Days a bill may be late"),
				N_("A payer with a bill that is later gets nothing more on account, unless "
				   "somebody "
				   "lets it pass.") },
};

static char *setting_stored(struct db *db, struct arena *a, enum setting_id id)
{
	return db_text(db, a, SQL("SELECT value FROM setting WHERE name = :name"),
		       BIND(B_TEXT("name", setting_defs[id].name)));
}

int64_t setting_int(struct db *db, enum setting_id id)
{
	struct cur *c = db_open(db, SQL("SELECT CAST(value AS INTEGER) FROM setting WHERE name = :name"),
				BIND(B_TEXT("name", setting_defs[id].name)));
	int64_t value = strtoll(setting_defs[id].value, NULL, 10);

	if (cur_next(c)) {
		value = cur_int(c, 0);
		cur_close(c);
	}
	return value;
}

char *setting_text(struct db *db, struct arena *a, enum setting_id id)
{
	char *value = setting_stored(db, a, id);

	return value ? value : arena_strdup(a, setting_defs[id].value);
}
