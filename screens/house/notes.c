/* notes.c - what one shift leaves for the next to know. */
#include "screens/screens.h"

LIST(notes) = {
	.title = N_("Notes for the next shift"),
	.menu = MENU_HOUSE,
	.words = "note message shift remember",
	.view = "shift_notes",
	.with = "done=no",
	.keys =
	    (const struct key[]){
		{ K_ENTER, .runs = "note.done", .with = "note=@id ver=@ver", .ask = "answer+",
		  .label = N_("Done") },
		{ K_NEW, .runs = "note.write", .ask = "text+ person", .label = N_("New"),
		  .scope = SCOPE_ALL },
		{ K_HISTORY, .opens = "notes_done", .label = N_("Earlier notes"), .scope = SCOPE_ALL },
		{ 0 },
	    },
};

LIST(notes_done) = {
	.title = N_("Earlier notes"),
	.menu = MENU_HOUSE,
	.words = "note done",
	.view = "shift_notes",
	.with = "done=yes",
	.keys = (const struct key[]){ { 0 } },
};
