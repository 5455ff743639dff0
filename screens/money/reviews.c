/* reviews.c - what others have booked is looked at, queue by queue: marked with Space, reviewed with F12. */
#include "screens/screens.h"

LIST(to_review) = {
	.title = N_("To review"),
	.menu = MENU_MONEY,
	.words = "queue approve",
	.view = "to_review",
	.keys =
	    (const struct key[]){
		{ K_SAVE, .runs = "review.pass", .with = "document=@id", .scope = SCOPE_MARKED },
		{ K_VOID, .runs = "review.send_back", .with = "document=@id", .ask = "reason+" },
		{ K_NEXT, .opens = "reviews", .scope = SCOPE_ALL },
		{ K_MENU, .opens = "document_moves", .with = "document=@id" },
		{ K_MENU, .runs = "review.pass", .with = "document=@id", .ask = "reason+",
		  .label = N_("Review with a note") },
		{ 0 },
	    },
};

LIST(reviews) = {
	.title = N_("Reviews"),
	.menu = MENU_MONEY,
	.words = "reviewed",
	.view = "reviews",
	.keys =
	    (const struct key[]){
		{ K_VOID, .runs = "review.undo", .with = "document=@document_id", .ask = "reason+",
		  .when = "stands", .label = N_("Take back") },
		{ K_MENU, .opens = "document_moves", .with = "document=@document_id" },
		{ 0 },
	    },
};
