/* part_more.c - what hangs on a part: packages, names, bins, prices by level, the number that replaces it. */
#include "screens/screens.h"

LIST(part_units) = {
	.title = N_("Packages of a part"),
	.param = "part",
	.view = "part_units",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "part_unit", .with = "part=$part unit=@unit", .label = N_("Change") },
		{ K_NEW, .opens = "part_unit", .with = "part=$part", .scope = SCOPE_ALL },
		{ K_VOID, .runs = "part.unit", .with = "part=$part unit=@unit gone=yes",
		  .label = N_("Remove"), .sure = N_("Take this package off the list?") },
		{ 0 },
	    },
};

FORM(part_unit) = {
	.title = N_("Package of a part"),
	.param = "part",
	.runs = "part.unit",
	.layout = { "part", "unit factor", "price barcode", 0 },
};

LIST(part_names) = {
	.title = N_("Names, barcodes and cars of a part"),
	.param = "part",
	.view = "part_names",
	.keys =
	    (const struct key[]){
		{ K_NEW, .opens = "part_name", .with = "part=$part", .scope = SCOPE_ALL },
		{ K_VOID, .runs = "part.name",
		  .with = "part=$part alias=@alias barcode=@barcode fits=@fits gone=yes",
		  .label = N_("Remove"), .sure = N_("Take this away?"), .when = "own" },
		{ 0 },
	    },
};

FORM(part_name) = {
	.title = N_("Further name of a part"),
	.param = "part",
	.runs = "part.name",
	.layout = { "part", "alias+", "barcode fits", 0 },
	.again = true,
};

LIST(part_prices) = {
	.title = N_("Prices of a part"),
	.param = "part",
	.view = "part_prices",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "part_level", .with = "part=$part level=@level", .label = N_("Change"),
		  .when = "other" },
		{ 0 },
	    },
};

FORM(part_level) = {
	.title = N_("Price of a part at a level"),
	.param = "part",
	.runs = "part.level",
	.layout = { "part", "level price", 0 },
};

LIST(part_bins) = {
	.title = N_("Bins of a part"),
	.param = "part",
	.view = "part_bins",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "part_bin", .with = "part=$part warehouse=@warehouse_code bin=@bin",
		  .label = N_("Change") },
		{ 0 },
	    },
};

FORM(part_bin) = {
	.title = N_("Bin of a part in a warehouse"),
	.param = "part",
	.runs = "part.bin",
	.layout = { "part warehouse", "bin", 0 },
};

FORM(part_supersede) = {
	.title = N_("Replace a number"),
	.param = "part",
	.runs = "part.supersede",
	.layout = { "part by", 0 },
};
