/* orders.c - orders to suppliers: written, sent, watched until everything is here. */
#include "screens/screens.h"

LIST(orders) = {
	.title = N_("Purchase orders"),
	.menu = MENU_STOCK,
	.code = 58,
	.words = "tracking late",
	.view = "purchase_orders",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "order", .with = "order=@id" },
		{ K_NEW, .opens = "order_new", .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "receive", .with = "order=@id", .when = "live" },
		{ K_SAVE, .runs = "purchase.order_promise", .with = "order=@id ver=@ver", .ask = "promised",
		  .label = N_("Comes on") },
		{ K_VOID, .runs = "purchase.order_cancel", .with = "order=@id", .ask = "reason+",
		  .label = N_("Cancel") },
		{ K_VOID, .runs = "purchase.order_close", .with = "order=@id", .ask = "reason+",
		  .label = N_("Close short") },
		{ K_MENU, .opens = "plan", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(order_new) = {
	.title = N_("New order"),
	.runs = "purchase.order",
	.opens = "order",
	.goes = "order=%id",
	.layout = { "supplier promised", "note+", "@lines*11", 0 },
};

DOCUMENT(order) = {
	.title = N_("Order"),
	.param = "order",
	.pick = "live_orders",
	.prints = "purchase_order",
	.state = "state",
	.head = "order_head",
	.lines = "order_lines",
	.totals = "order_totals",
	.head_layout = { "=supplier =phone =ordered_on", "=promised_on =sent_on =note", 0 },
	.entry = {
		.find = "parts",
		.adds = {
			{ NULL, "purchase.order_line", "order=$order part=@id qty=%n" },
		},
	},
	.quantity = { "qty", "purchase.order_qty", "order=$order line=@id ver=@ver qty=%text" },
	.price = { "cost", "purchase.order_price", "order=$order line=@id ver=@ver cost=%text" },
	.keys =
	    (const struct key[]){
		{ K_SAVE, .runs = "purchase.order_send", .with = "order=$order", .ask = "promised",
		  .label = N_("Send"), .scope = SCOPE_ALL },
		{ K_SAVE, .runs = "purchase.order_promise", .with = "order=$order", .ask = "promised",
		  .label = N_("Comes on"), .scope = SCOPE_ALL },
		{ K_VOID, .runs = "purchase.order_drop", .with = "order=$order line=@id ver=@ver",
		  .label = N_("Drop") },
		{ K_HISTORY, .opens = "price_compare", .with = "part=@part_id", .label = N_("Compare") },
		{ K_MENU, .runs = "purchase.order_close", .with = "order=$order", .ask = "reason+",
		  .label = N_("Close short"), .scope = SCOPE_ALL },
		{ K_MENU, .runs = "purchase.order_cancel", .with = "order=$order", .ask = "reason+",
		  .label = N_("Cancel"), .scope = SCOPE_ALL },
		{ 0 },
	    },
	.next = {
		{ .runs = "purchase.order_send", .with = "order=$order", .ask = "promised", .label = N_("Send"),
		  .when = "to_send", .scope = SCOPE_ALL },
		{ .opens = "receive", .with = "order=$order", .when = "live", .scope = SCOPE_ALL },
	},
};
