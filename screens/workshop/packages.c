/* packages.c - templates of work, and which part fits which model. */
#include "screens/screens.h"

LIST(packages) = {
	.title = N_("Work packages"),
	.menu = MENU_WORKSHOP,
	.code = 19,
	.words = "templates service sets",
	.view = "packages",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "package_lines", .with = "package=@id" },
		{ K_NEW, .opens = "package_new", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "package_change", .with = "package=@id", .label = N_("Change") },
		{ 0 },
	    },
};

FORM(package_new) = {
	.title = N_("New package"),
	.runs = "package.add",
	.makes = "packages",
	.opens = "package_lines",
	.goes = "package=%id",
	.layout = { "code", "name+", "repair_type", "package_price price_until", 0 },
};

FORM(package_change) = {
	.title = N_("Change a package"),
	.param = "package",
	.runs = "package.change",
	.layout = { "name+", "repair_type active", "package_price price_until", 0 },
};

LIST(package_lines) = {
	.title = N_("Lines of a package"),
	.param = "package",
	.view = "package_lines",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .opens = "package_fit", .with = "line=@id", .label = N_("Fits a model") },
		{ K_NEW, .opens = "package_line", .with = "package=$package", .scope = SCOPE_ALL },
		{ K_VOID, .runs = "package.drop_line", .with = "line=@id", .label = N_("Take out"),
		  .sure = N_("Work orders that had it keep it. Take it out?") },
		{ 0 },
	    },
};

FORM(package_line) = {
	.title = N_("Add a line to a package"),
	.param = "package",
	.runs = "package.line",
	.layout = { "labour+", "part+", "text+", "qty price", 0 },
	.again = true,
};

FORM(package_fit) = {
	.title = N_("Which part fits a model"),
	.param = "line",
	.runs = "package.fit",
	.layout = { "model+", "part+", 0 },
	.again = true,
};
