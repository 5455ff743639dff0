/* backup.h - copies of the shop file while it is worked on, proved after they are written. */
#ifndef WORKBAY_BACKUP_H
#define WORKBAY_BACKUP_H

#include <stdbool.h>

#include "base/err.h"
#include "db/shop.h"

/* Called with 0..1000 thousandths done. */
typedef void backup_progress(void *arg, int done);

/* Writes a copy to `path` (made 0640, refused where something is unless `replace`): SQLite's backup in one held read
 * transaction, then PRAGMA quick_check and foreign_key_check of the copy, its head hash compared with the original's,
 * fsync, rename, fsync of the directory. */
bool backup_write(struct shop *s, const char *path, bool replace, backup_progress *fn, void *arg,
		  struct err *e);

/* Proves `copy`, then puts it in the place of `path`: refuses while anybody is connected, keeps the old file under
 * PATH.before-YYYYMMDD-HHMMSS (its name is written to ret_old, 4096 bytes), and starts a new epoch. */
bool backup_restore(const char *copy, const char *path, int64_t now, char *ret_old, struct err *e);

/* Writes a copy to practise on to `path`: its kind is "practice", its epoch a new one. An earlier copy goes, with all
 * that belongs to it; refused (ERR_BUSY) while somebody has that open. */
bool backup_practice(struct shop *s, const char *path, int64_t now, backup_progress *fn, void *arg,
		     struct err *e);

/* Opens `path` read-only and runs SQLite's own checks; for restore and `check`. */
bool backup_prove(const char *path, bool full, struct err *e);

#endif
