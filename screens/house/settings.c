/* settings.c - what this shop has decided. */
#include "screens/screens.h"

LIST(settings) = {
	.title = N_("Settings"),
	.menu = MENU_HOUSE,
	.code = 93,
	.view = "settings",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "setting.set", .with = "name=@name value=@value", .ask = "value+",
		  .tells = "help", .label = N_("Change") },
		{ 0 },
	    },
};
