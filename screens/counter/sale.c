/* sale.c - the counter: scan, Enter, Enter. What is typed is kept until it is paid, put aside or dropped. */
#include "screens/screens.h"

DOCUMENT(sale) = {
	.title = N_("Counter sale"),
	.menu = MENU_STOCK,
	.code = 82,
	.words = "counter shop sell cash desk",
	.right = "sale.add",
	.prints = "sale",
	.state = "type",
	.head = "cart_head",
	.lines = "cart_lines",
	.totals = "cart_totals",
	.head_layout = { "=total =customer =owed_total?owed_total =held?held", "=salesperson?salesperson =carrier?carrier",
			 "=cores?cores =goes_with?goes_with", 0 },
	.head_edit = "sale_head",
	.entry = {
		.find = "sellable",
		.adds = { { "part", "sale.add", "part=@id qty=%n typed=%text" },
			  { "package", "sale.add", "package=@id qty=%n" },
			  { "package_ask", "sale.add", "package=@id qty=%n", .ask = "model+!" } },
		.scan = { NULL, "sale.add", "part=%text qty=%n typed=%text" },
		.words = { NULL, "sale.lost", "text=%text", .ask = "text+! qty" },
	},
	.quantity = { "qty", "sale.line_qty", "line=@id ver=@ver qty=%text" },
	.price = { "price", "sale.line_price", "line=@id ver=@ver price=%text" },
	.discount = { "discount", "sale.line_discount", "line=@id ver=@ver discount=%text" },
	.edits = { { "unit", "sale.line_unit", "line=@id ver=@ver unit=%text" },
		   { "batch", "sale.line_batch", "line=@id ver=@ver batch=%text" } },
	.keys = (const struct key[]){
		{ K_ENTER, .opens = "sale_pay", .when = "lines", .scope = SCOPE_ALL },
		{ K_MENU, .runs = "sale.line_gift", .with = "line=@id ver=@ver", .ask = "gift+!", .label = N_("Gift") },
		{ K_MENU, .runs = "sale.add", .ask = "text+! price!", .label = N_("Fee"), .scope = SCOPE_ALL },
		{ K_MENU, .runs = "sale.add", .ask = "package! qty model", .label = N_("Work package"), .scope = SCOPE_ALL },
		{ K_MENU, .opens = "sale_head", .scope = SCOPE_ALL },
		{ K_SAVE, .opens = "sale_pay", .label = N_("Payment"), .when = "lines", .scope = SCOPE_ALL },
		{ K_HOLD, .runs = "sale.hold", .label = N_("Hold"), .scope = SCOPE_ALL },
		{ K_HOLD, .opens = "held_sales", .label = N_("Recall"), .scope = SCOPE_ALL },
		{ K_VOID, .runs = "sale.line_drop", .with = "line=@id ver=@ver", .label = N_("Drop") },
		{ K_NEW, .runs = "sale.lost", .ask = "text+! part qty", .label = N_("Not had"), .scope = SCOPE_ALL },
		{ K_SPACE, .runs = "sale.line_want", .with = "line=@id", .label = N_("To plan") },
		{ K_HISTORY, .opens = "sale_prices", .with = "part=@part_id", .label = N_("Prices") },
		{ K_MENU, .runs = "sale.line_batch", .with = "line=@id ver=@ver", .ask = "batch!", .label = N_("Another batch"),
		  .when = "batch" },
		{ K_MENU, .opens = "batches", .with = "part=@part_id", .when = "batch" },
		{ K_MENU, .opens = "sales", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "sale_back", .scope = SCOPE_ALL },
		{ K_MENU, .runs = "sale.drop", .label = N_("Drop the sale"), .sure = N_("What was typed goes. Drop it?"),
		  .scope = SCOPE_ALL },
		{ 0 },
	},
	.next = {
		{ .opens = "sale_pay", .label = N_("Payment"), .when = "lines", .scope = SCOPE_ALL },
		{ .opens = "sales", .scope = SCOPE_ALL },
	},
};

FORM(sale_pay) = {
	.title = N_("Payment"),
	.runs = "sale.book",
	.head = "cart_head",
	.layout = {
		"=customer =total =cores?cores",
		"discount round",
		"~ invoice cores_here",
		"= Payment",
		"@pay",
		"remark+",
		0,
	},
};

FORM(sale_head) = {
	.title = N_("Customer and head"),
	.runs = "sale.head",
	.from = "cart_edit",
	.head = "cart_head",
	.layout = { "customer+", "salesperson business_type", "= Sent by", "carrier collect", "warehouse",
		    "remark+", 0 },
};

FORM(sale_sell) = {
	.title = N_("Sell at the counter"),
	.param = "part",
	.pick = "parts",
	.runs = "sale.add",
	.layout = { "part+", "qty unit price", 0 },
	.opens = "sale",
};

LIST(held_sales) = {
	.title = N_("Sales put aside"),
	.menu = MENU_STOCK,
	.code = 83,
	.words = "hold recall parked",
	.right = "sale.recall",
	.view = "held_sales",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "sale.recall", .opens = "sale", .with = "cart=@id",
		  .label = N_("Take up") },
		{ K_VOID, .runs = "sale.drop", .with = "cart=@id", .label = N_("Drop the sale"),
		  .sure = N_("What was typed goes. Drop it?") },
		{ 0 },
	    },
};

LIST(sales) = {
	.title = N_("Sales"),
	.menu = MENU_STOCK,
	.code = 84,
	.words = "sold receipts",
	.view = "sales",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "sale_lines", .with = "sale=@id", .label = N_("By line") },
		{ K_NEW, .opens = "sale", .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "sale_back", .with = "sale=@id", .label = N_("Goods back"),
		  .when = "!reversed" },
		{ K_MENU, .opens = "exchange", .with = "sale=@id", .when = "!reversed" },
		{ K_HISTORY, .opens = "sale_returns", .with = "sale=@id" },
		{ K_VOID, .opens = "reverse", .with = "document=@id" },
		{ 0 },
	    },
};

LIST(deliveries) = {
	.title = N_("Delivery notes"),
	.menu = MENU_STOCK,
	.words = "delivery note carrier",
	.view = "deliveries",
	.prints = "delivery",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "sale_lines", .with = "sale=@id", .label = N_("By line") },
		{ K_NEXT, .opens = "sale_back", .with = "sale=@id", .label = N_("Goods back"),
		  .when = "!reversed" },
		{ 0 },
	    },
};

LIST(sale_lines) = {
	.title = N_("Sales by line"),
	.menu = MENU_STOCK,
	.code = 85,
	.words = "sold details",
	.view = "sale_lines",
	.keys =
	    (const struct key[]){
		{ K_NEXT, .opens = "sale_back", .with = "sale=@sale_id", .label = N_("Goods back") },
		{ K_HISTORY, .opens = "sale_prices", .with = "part=@part_id", .label = N_("Prices") },
		{ 0 },
	    },
};

LIST(sale_prices) = {
	.title = N_("What it was sold for"),
	.view = "sale_prices",
};

LIST(sale_returns) = {
	.title = N_("Sale returns"),
	.menu = MENU_STOCK,
	.code = 86,
	.words = "goods back refunds",
	.view = "sale_returns",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "sale_back", .scope = SCOPE_ALL },
		{ K_VOID, .opens = "reverse", .with = "document=@id" },
		{ 0 },
	    },
};

FORM(exchange) = {
	.title = N_("Exchange"),
	.param = "sale",
	.pick = "sales",
	.menu = MENU_STOCK,
	.words = "swap return instead",
	.runs = "sale.exchange",
	.layout = {
		"= Goods back",
		"@lines*4",
		"= Goods instead",
		"@instead*4",
		"reason+",
		"/ Money",
		"= Payment",
		"@pay",
		"restock fee",
		"@refund*3",
		0,
	},
};

FORM(sale_back) = {
	.title = N_("Goods back"),
	.words = "return refund exchange",
	.runs = "sale.return",
	.layout = {
		"sale customer",
		"@lines*6",
		"reason+",
		"restock fee",
		"/ Money",
		"@refund*4",
		"warehouse",
		0,
	},
};
