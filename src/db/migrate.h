/* migrate.h - the schema is its migrations; they are embedded in the program in order. */
#ifndef WORKBAY_MIGRATE_H
#define WORKBAY_MIGRATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/err.h"
#include "db/db.h"

/* An embedded file of schema/, generated. */
struct schema_file {
	const char *name, *text;
};

extern const struct schema_file schema_migrations[]; /* ends with a NULL name; the i-th makes version i + 1 */
extern const struct schema_file schema_shared[];     /* views in the file, made again after each upgrade */
extern const struct schema_file schema_demo[];       /* the words of the demo shop */
extern const char *const schema_small[]; /* tables that may be read whole at the desk; ends with NULL */

/* The version that this program's migrations make. */
int64_t migrate_latest(void);

/* Runs the migrations from `from` on inside the caller's transaction, makes the shared views and guard triggers
 * again, sets user_version, and selects nothing from each shared view so that a wrong one is seen. */
bool migrate_run(struct db *writer, int64_t from, struct err *e);

#endif
