/* consign.c - goods of suppliers that lie in the shop until they are sold. */
#include "screens/screens.h"

LIST(consigned) = {
	.title = N_("Goods of suppliers in the shop"),
	.menu = MENU_STOCK,
	.words = "consignment consigned supplier owned",
	.view = "consigned",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "stock_moves", .with = "part=@part_id warehouse=@warehouse_id",
		  .label = N_("Movements") },
		{ K_NEW, .opens = "consign_receive", .scope = SCOPE_ALL },
		{ K_NEXT, .opens = "consign_sold", .with = "supplier=@supplier_id", .label = N_("Sold") },
		{ K_HISTORY, .opens = "consign_slips", .with = "supplier=@supplier_id",
		  .label = N_("Slips of goods") },
		{ K_MENU, .opens = "consign_back", .with = "supplier=@supplier_id lines.part=@part_id",
		  .scope = SCOPE_MARKED },
		{ K_MENU, .opens = "consign_buy", .with = "supplier=@supplier_id lines.part=@part_id",
		  .scope = SCOPE_MARKED },
		{ 0 },
	    },
};

LIST(consign_sold) = {
	.title = N_("Consigned goods sold, by supplier"),
	.menu = MENU_STOCK,
	.words = "consignment statement",
	.right = "cost.see",
	.view = "consign_sold",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "document_moves", .with = "document=@document_id", .label = N_("Parts") },
		{ K_NEXT, .opens = "pay_supplier", .with = "supplier=@supplier_id", .label = N_("Pay") },
		{ 0 },
	    },
};

LIST(consign_slips) = {
	.title = N_("Slips of consigned goods"),
	.menu = MENU_STOCK,
	.words = "consignment slips",
	.view = "consign_slips",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "document_moves", .with = "document=@id", .label = N_("Parts") },
		{ K_NEW, .opens = "consign_receive", .scope = SCOPE_ALL },
		{ K_VOID, .opens = "reverse", .with = "document=@id", .when = "!reversed" },
		{ 0 },
	    },
};

FORM(consign_receive) = {
	.title = N_("Receive consigned goods"),
	.menu = MENU_STOCK,
	.words = "consignment delivery",
	.runs = "consign.receive",
	.layout = { "supplier original_no", "warehouse", "@lines*10", "remark+", 0 },
	.opens = "consigned",
};

FORM(consign_back) = {
	.title = N_("Send consigned goods back"),
	.menu = MENU_STOCK,
	.words = "consignment return unsold",
	.runs = "consign.back",
	.layout = { "supplier warehouse", "@lines*10", "remark+", 0 },
	.opens = "consigned",
};

FORM(consign_buy) = {
	.title = N_("Buy consigned goods"),
	.menu = MENU_STOCK,
	.words = "consignment keep lost",
	.runs = "consign.buy",
	.layout = { "supplier warehouse", "@lines*10", "remark+", 0 },
	.opens = "consigned",
};
