/* prove.h - the parts of the program that proves, in the build, every text against the schema and each other. */
#ifndef WORKBAY_GEN_PROVE_H
#define WORKBAY_GEN_PROVE_H

#include <stdbool.h>
#include <sqlite3.h>

#include "db/check.h"
#include "db/db.h"
#include "db/view.h"

struct proof {
	sqlite3 *shop; /* an empty file with the whole schema */
	int faults;
};

/* Says a fault as file:line: sentence; `file` loses its leading "../". */
void prove_fault(struct proof *p, const char *file, int line, const char *fmt, ...)
    __attribute__((format(printf, 4, 5)));

/* Compiles one text; false with the fault told. */
bool prove_compiles(struct proof *p, const char *text, const char *file, int line);

/* How much a plan may do. */
enum plan { PLAN_DESK, PLAN_ROW };

/* Reads the query plan of the text: PLAN_DESK forbids sorts, and any scan of a big table but the outermost; PLAN_ROW
 * forbids every scan of a big table. */
void prove_plan(struct proof *p, const char *text, enum plan plan, const char *file, int line);

bool prove_table(struct proof *p, const char *name);

/* True when there is a printed form of that name. */
bool prove_is_form(const char *name);

void prove_literals(struct proof *p);
void prove_views(struct proof *p);
void prove_checks(struct proof *p);
void prove_commands(struct proof *p);
void prove_forms(struct proof *p);
void prove_screens(struct proof *p);

#endif
