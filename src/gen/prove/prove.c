/* prove.c - a step of the build: makes an empty shop file in memory and proves against it every SQL literal, view,
 * check and table of fields of the program. A misspelt name stops the build, not a shop.
 *
 * usage: prove STAMP (written when all is well) */
#include "gen/prove/prove.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "db/db_private.h"
#include "db/migrate.h"
#include "db/shop_private.h"

extern const struct sql *const __start_workbay_sql[], *const __stop_workbay_sql[];

void prove_fault(struct proof *p, const char *file, int line, const char *fmt, ...)
{
	va_list ap;

	while (!strncmp(file, "../", 3))
		file += 3;
	fprintf(stderr, "%s:%d: error: ", file, line);
	va_start(ap, fmt);
	vfprintf(stderr, fmt, ap);
	va_end(ap);
	fputc('\n', stderr);
	p->faults++;
}

bool prove_compiles(struct proof *p, const char *text, const char *file, int line)
{
	sqlite3_stmt *st = NULL;
	const char *tail = "";
	int rc = sqlite3_prepare_v2(p->shop, text, -1, &st, &tail);

	sqlite3_finalize(st);
	if (rc != SQLITE_OK)
		prove_fault(p, file, line, "%s", sqlite3_errmsg(p->shop));
	else if (*tail)
		prove_fault(p, file, line, "more than one statement: %s", tail);
	return rc == SQLITE_OK;
}

bool prove_table(struct proof *p, const char *name)
{
	return sqlite3_table_column_metadata(p->shop, NULL, name, NULL, NULL, NULL, NULL, NULL, NULL) ==
	       SQLITE_OK;
}

void prove_literals(struct proof *p)
{
	for (const struct sql *const *sql = __start_workbay_sql; sql < __stop_workbay_sql; sql++)
		prove_compiles(p, (*sql)->text, (*sql)->file, (*sql)->line);
}

static bool write_stamp(const char *path)
{
	FILE *out = fopen(path, "w");

	return out && fputs("proved\n", out) >= 0 && fclose(out) == 0;
}

static int prove_all(struct db *shop, const char *stamp)
{
	struct proof p = { .shop = db_handle(shop) };
	struct err e = { 0 };

	if (!migrate_run(shop, 0, &e)) {
		fprintf(stderr, "schema/migrations: error: %s: %s\n", e.text, sqlite3_errmsg(p.shop));
		return 1;
	}
	prove_literals(&p);
	prove_views(&p);
	prove_checks(&p);
	prove_commands(&p);
	prove_forms(&p);
	prove_screens(&p);
	if (p.faults)
		return 1;
	return write_stamp(stamp) ? 0 : 1;
}

int main(int argc, char **argv)
{
	struct err e = { 0 };
	struct db *shop = shop_connect(":memory:", "", &e);
	int status = 1;

	if (argc == 2 && shop)
		status = prove_all(shop, argv[1]);
	else
		fprintf(stderr, "prove: %s\n", *e.text ? e.text : "usage: prove STAMP");
	db_free(shop);
	return status;
}
