/* plate.h - number plates as they are typed. */
#ifndef WORKBAY_PLATE_H
#define WORKBAY_PLATE_H

#include "base/arena.h"

/* A plate as it is stored: folded like a code, without blanks and dots. Its province may be typed by keys that every
 * keyboard has, the two digits or the two letters of GB/T 2260: 42A12345 and HBA12345 are 鄂A12345. Whole plates
 * alone are read so, for A12345 and AB1234 are the tails of plates. In the arena. */
char *plate_fold(struct arena *a, const char *typed);

#endif
