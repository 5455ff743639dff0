/* batches.c - goods that are kept by batch: what expires, what is stopped, and who has some of it. */
#include "screens/screens.h"

#define BATCH_KEYS                                                                                           \
	{ K_ENTER, .opens = "recall", .with = "batch=@batch_id", .label = N_("Who has it") },                \
	    { K_NEXT, .opens = "batch_change", .with = "batch=@batch_id", .label = N_("Change") },           \
	    { K_HISTORY, .opens = "batch_moves", .with = "batch=@batch_id", .label = N_("Movements") },      \
	{                                                                                                    \
		K_MENU, .opens = "stock_moves", .with = "part=@part_id", .label = N_("Stock card")           \
	}

LIST(batches) = {
	.title = N_("Stock by batch"),
	.menu = MENU_STOCK,
	.words = "batch expiry lot fefo",
	.view = "batches",
	.keys =
	    (const struct key[]){
		BATCH_KEYS,
		{ K_MENU, .opens = "batches_due", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "batches_all", .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(batches_due) = {
	.title = N_("Goods that expire"),
	.menu = MENU_STOCK,
	.words = "expired expiring alarm",
	.view = "batches_due",
	.keys =
	    (const struct key[]){
		BATCH_KEYS,
		{ K_VOID, .opens = "stock_loss",
		  .with = "lines.part=@part_id lines.qty=@qty lines.batch=@number", .label = N_("Write off"),
		  .scope = SCOPE_MARKED },
		{ 0 },
	    },
};

LIST(batches_all) = {
	.title = N_("All batches"),
	.menu = MENU_STOCK,
	.words = "recall batch",
	.view = "batches_all",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "recall", .with = "batch=@id", .label = N_("Who has it") },
		{ K_NEXT, .opens = "batch_change", .with = "batch=@id", .label = N_("Change") },
		{ K_HISTORY, .opens = "batch_moves", .with = "batch=@id", .label = N_("Movements") },
		{ 0 },
	    },
};

LIST(recall) = {
	.title = N_("Who has goods of a batch"),
	.menu = MENU_STOCK,
	.param = "batch",
	.pick = "batches_all",
	.words = "recall",
	.view = "recall",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "history", .with = "vehicle=@vehicle_id", .label = N_("History"),
		  .when = "vehicle_id" },
		{ K_NEXT, .opens = "batch_change", .with = "batch=$batch", .label = N_("Stop the batch"),
		  .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(batch_moves) = {
	.title = N_("Movements of a batch"),
	.param = "batch",
	.view = "batch_moves",
};

FORM(batch_change) = {
	.title = N_("Change a batch"),
	.param = "batch",
	.pick = "batches_all",
	.runs = "stock.batch",
	.from = "batches_all",
	.state = "ref",
	.layout = { "batch", "expires", "stop+", "again", 0 },
};

LIST(part_categories) = {
	.title = N_("Part categories"),
	.menu = MENU_STOCK,
	.words = "category batch",
	.view = "part_categories",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "part_category", .with = "category=@id", .label = N_("Change") },
		{ 0 },
	    },
};

FORM(part_category) = {
	.title = N_("Category of parts"),
	.param = "category",
	.runs = "part.category",
	.from = "part_categories",
	.state = "code",
	.layout = { "title+", "batch", 0 },
};
