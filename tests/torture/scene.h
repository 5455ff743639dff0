/* scene.h - the commands that stand for the rest, each with a shop made ready for it. */
#ifndef WORKBAY_TORTURE_SCENE_H
#define WORKBAY_TORTURE_SCENE_H

#include "tests/domain/shop.h"

struct scene {
	const char *command;
	const char *const *pairs;           /* its inputs, ends with NULL */
	void (*ready)(struct test_shop *s); /* does what must have been done before */
};

extern const struct scene scenes[];
extern const size_t scene_count;

/* The request id that every scene is run with. */
#define SCENE_REQUEST "REQUEST-OF-THE-SCENE"

/* Makes dir/shop.db ready for the scene. */
void scene_make(const struct scene *sc, const char *dir);
/* Runs the command under its request. */
bool scene_run(const struct scene *sc, struct test_shop *s);

/* Opens dir/shop.db anew: SQLite's own check, every check of the shop and the chain; -1, with words, where one of them
 * finds something. Else how many journal rows the request has: 0 or 1, more is a fault. */
int scene_proved(const char *dir);
/* Finds nothing. */
bool scene_sound(const char *dir);

#endif
