/* damage.h - marks on the outline of a car. */
#ifndef WORKBAY_DAMAGE_H
#define WORKBAY_DAMAGE_H

#include "base/arena.h"
#include "base/err.h"

/* "1x, 12 o" as it is stored: "1X 12O". NULL with a sentence for a place or sign that there is not. In the arena. */
const char *damage_fold(struct arena *a, const char *typed, struct err *e);

#endif
