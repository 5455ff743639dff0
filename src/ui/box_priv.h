/* box_priv.h - what the two files of an input share. */
#ifndef WORKBAY_BOX_PRIV_H
#define WORKBAY_BOX_PRIV_H

#include "ui/box.h"

/* The values of a choice, those that may be chosen now or all; NULL: it is no choice. In l->arena. */
const struct choice *box_choices(const struct box *b, const struct look *l, bool offered);
/* The one of them that the box holds; NULL: none. */
const struct choice *box_choice(const struct box *b, const struct choice *list);
/* The text for people; what cannot be read stays as it was typed. */
const char *box_pretty(const struct box *b, const struct look *l);
/* The text as it is stored: sums and days worked out, codes folded; what cannot be read stays as it was typed. */
const char *box_plain(const struct box *b, const struct look *l);

#endif
