/* view_func.h - the SQL functions of our views and checks. */
#ifndef WORKBAY_VIEW_FUNC_H
#define WORKBAY_VIEW_FUNC_H

#include <stdbool.h>

#include "db/db.h"

/* Registers on the connection:
 *	fold(x)          what searches compare (text_fold_search)
 *	backwards(x)     the characters in reverse order
 *	py_match(x, q)   the folded q stands in the folded x, or is initials that x may be typed by
 *	py_begins(x, q)  the same at the beginning of x
 *	holds(x, q)      q stands in x, byte for byte: for texts that are folded
 *	said(lang, x)    the English text x in the language of that code
 *	muldiv(a, b, c)  a * b / c in 128 bits, rounded half away from zero; NULL where one is NULL or c is 0
 * All are deterministic and innocuous; none may stand in an index, trigger or CHECK. False when out of memory. */
bool view_functions(struct db *db);

#endif
