/* crowd.h - several clerks at one shop, each in a process of his own. */
#ifndef WORKBAY_TORTURE_CROWD_H
#define WORKBAY_TORTURE_CROWD_H

#include "tests/domain/shop.h"

/* What a clerk was told of one command. */
struct said_by {
	bool ok, repeated;
	int code;
	char number[40], text[200];
};

/* What one clerk does `times` times. */
struct work {
	const char *command, *request;
	const char *other; /* of every second clerk; NULL: the same */
	int clerks, times;
	const char *const *(*pairs)(struct arena *a, int clerk);
};

/* Lets all of them begin at once at the shop in `dir`; `take` gets each answer as it comes. The shop is sound
 * afterwards. */
void crowd_works(const char *dir, const struct work *w, void (*take)(const struct said_by *said, void *arg),
		 void *arg);

#endif
