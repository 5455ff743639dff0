/* shop_private.h - what the db floor's files share about connections to a shop file. */
#ifndef WORKBAY_SHOP_PRIVATE_H
#define WORKBAY_SHOP_PRIVATE_H

#include "base/muldiv.h"
#include "db/db.h"

/* Opens a connection with every setting of the house and runs `more` on it. NULL with the sentence on failure; the
 * caller frees with db_free(). */
struct db *shop_connect(const char *path, const char *more, struct err *e);

/* The SQL functions that views and checks may use: muldiv(a, b, c), fold(text), py_match(text, letters). */
void shop_functions(struct db *db);

#endif
