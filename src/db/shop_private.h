/* shop_private.h - what the db floor's files share about connections to a shop file. */
#ifndef WORKBAY_SHOP_PRIVATE_H
#define WORKBAY_SHOP_PRIVATE_H

#include "base/muldiv.h"
#include "db/db.h"

/* Opens a connection with every setting of the house and runs `more` on it. NULL with the sentence on failure; the
 * caller frees with db_free(). */
struct db *shop_connect(const char *path, const char *more, struct err *e);

#endif
