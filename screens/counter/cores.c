/* cores.c - old cores: who still owes them, what lies in the bin, what suppliers are to credit. */
#include "screens/screens.h"

LIST(cores) = {
	.title = N_("Cores with customers"),
	.menu = MENU_STOCK,
	.code = 90,
	.words = "core deposit exchange rebuilt",
	.view = "cores",
	.keys =
	    (const struct key[]){
		{ K_NEXT, .opens = "core_return", .with = "customer=@party_id part=@part_id qty=@qty",
		  .label = N_("Core comes") },
		{ K_NEW, .opens = "core_return", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "cores_bin", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "cores_sent", .scope = SCOPE_ALL },
		{ K_VOID, .opens = "reverse", .with = "document=@document_id" },
		{ 0 },
	    },
};

FORM(core_return) = {
	.title = N_("Take an old core back"),
	.runs = "core.back",
	.layout = { "customer+", "part qty", "unused", "= Given back", "method reference", "remark+", 0 },
	.again = true,
};

LIST(cores_bin) = {
	.title = N_("Old cores in the bin"),
	.menu = MENU_STOCK,
	.words = "core bin shelf scrap",
	.view = "cores_bin",
	.keys =
	    (const struct key[]){
		{ K_NEXT, .opens = "core_send", .label = N_("Send"), .scope = SCOPE_ALL },
		{ K_NEW, .opens = "core_send", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

FORM(core_send) = {
	.title = N_("Send old cores to a supplier"),
	.runs = "core.send",
	.layout = { "supplier+", "@lines*12", "remark+", 0 },
};

LIST(cores_sent) = {
	.title = N_("Old cores with suppliers"),
	.menu = MENU_STOCK,
	.words = "core credit supplier sent",
	.view = "cores_sent",
	.keys =
	    (const struct key[]){
		{ K_NEXT, .opens = "core_credit", .with = "sent=@id", .label = N_("Credited") },
		{ K_NEW, .opens = "core_send", .scope = SCOPE_ALL },
		{ K_VOID, .opens = "reverse", .with = "document=@id" },
		{ 0 },
	    },
};

FORM(core_credit) = {
	.title = N_("Old cores are credited"),
	.runs = "core.credit",
	.layout = { "sent+", "amount", "remark+", 0 },
};
