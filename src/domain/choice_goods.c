/* choice_goods.c - the words of parts, prices, orders, transfers, counts and batches. */
#include "domain/choice.h"

const struct choice choice_cost_is[] = {
	{ "final", N_("Final") },
	{ "estimated", N_("Estimated") },
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
