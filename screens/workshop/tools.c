/* tools.c - the workshop's tools and who has them. */
#include "screens/screens.h"

LIST(tools) = {
	.title = N_("Tools"),
	.menu = MENU_WORKSHOP,
	.words = "tool lend borrow puller tester",
	.view = "tools",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "tool.lend", .with = "tool=@id", .ask = "person job due",
		  .label = N_("Lend"), .when = "!out" },
		{ K_ENTER, .runs = "tool.back", .with = "tool=@id", .ask = "remark+",
		  .label = N_("Take back"), .when = "out" },
		{ K_NEW, .runs = "tool.add", .ask = "code place name+", .label = N_("New"),
		  .scope = SCOPE_ALL },
		{ K_HISTORY, .opens = "tool_loans", .with = "tool=@id", .label = N_("Who had it") },
		{ 0 },
	    },
};

LIST(tool_loans) = {
	.title = N_("Who had a tool"),
	.menu = MENU_WORKSHOP,
	.words = "tool lent",
	.view = "tool_loans",
	.keys = (const struct key[]){ { 0 } },
};
