/* bench_fill.c - fills a shop file that has customers, vehicles and parts with ten years of work orders, by
 * bare SQL: bench_fill FILE JOBS. For reading only: these rows stand in no journal. */
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static void must(sqlite3 *db, const char *sql)
{
	char *why = NULL;

	if (sqlite3_exec(db, sql, NULL, NULL, &why) != SQLITE_OK) {
		fprintf(stderr, "bench_fill: %s\n%s\n", why, sql);
		exit(1);
	}
}

/* :i of the numbers from 1 on; days go evenly over ten years up to 2026-11-21. */
#define NUMBERS "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d) "
#define DAY	"(20778 - 3650 + (n.i - 1) * 3650 / %d)"

static const char jobs[] = NUMBERS
    "INSERT INTO job (id, number, state, vehicle_id, customer_id, payer_id, advisor_id, repair_type_id, "
    "repair_mode_id, received_on, received_at, odometer_km, complaint, settled_on, settled_at, "
    "handed_over_on, "
    "handed_over_at, total) "
    "SELECT n.i, 'WO-' || substr(strftime('%%Y%%m%%d', " DAY
    " * 86400, 'unixepoch'), 3) || '-' || printf('%%04d', n.i %% 10000), "
    "CASE WHEN n.i > %d - 60 THEN 'in_work' ELSE 'handed_over' END, v.id, v.customer_id, v.customer_id, 1, "
    "1 + n.i %% 6, 1, " DAY ", " DAY
    " * 86400 + 30000 + n.i %% 30000, 40000 + n.i %% 90000, '定期保养 机油机滤', "
    "iif(n.i > %d - 60, NULL, " DAY "), iif(n.i > %d - 60, NULL, " DAY
    " * 86400 + 50000), iif(n.i > %d - 60, NULL, " DAY "), "
    "iif(n.i > %d - 60, NULL, " DAY " * 86400 + 52000), 30000 + n.i * 37 %% 200000 "
    "FROM n JOIN vehicle v ON v.id = 1 + (n.i * 7919) %% (SELECT max(id) FROM vehicle)";

static const char lines[] =
    "WITH k(k) AS (VALUES (1), (2), (3)) "
    "INSERT INTO job_line (job_id, pos, kind, labour_id, part_id, text, qty, list_price, price, amount, "
    "authorised, issued_qty) "
    "SELECT j.id, k.k, iif(k.k = 1, 'labour', 'part'), iif(k.k = 1, l.id, NULL), iif(k.k = 1, NULL, p.id), "
    "iif(k.k = 1, l.name, p.name), 1000, 10000, 10000, 10000, 1, iif(k.k = 1, 0, 1000) FROM job j CROSS JOIN "
    "k "
    "JOIN part p ON p.id = 1 + (j.id * 31 + k.k * 7) %% (SELECT max(id) FROM part) "
    "JOIN labour l ON l.id = 1 + (j.id * 17) %% (SELECT max(id) FROM labour)";

static const char documents[] =
    "INSERT INTO document (kind_id, number, day, at, user_id, terminal, party_id, job_id, amount) "
    "SELECT d.kind, d.prefix || substr(j.number, 4) || '-' || j.id, j.settled_on, j.settled_at, 1, 'fill', "
    "j.payer_id, j.id, j.total "
    "FROM job j CROSS JOIN (SELECT 4 AS kind, 'ST-' AS prefix UNION ALL SELECT 5, 'PY-') d WHERE "
    "j.settled_on IS NOT NULL";

static const char payments[] =
    "INSERT INTO payment (document_id, method_id, party_id, job_id, amount) "
    "SELECT id, 1 + id %% 4, party_id, job_id, amount FROM document WHERE kind_id = 5 AND amount > 0";

int main(int argc, char **argv)
{
	sqlite3 *db;
	int n = argc > 2 ? (int)strtol(argv[2], NULL, 10) : 0;
	char *sql;

	if (n <= 0 || sqlite3_open_v2(argv[1], &db, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
		fprintf(stderr, "usage: bench_fill FILE JOBS\n");
		return 64;
	}
	must(db, "PRAGMA synchronous=OFF; PRAGMA cache_size=-400000; PRAGMA temp_store=MEMORY; BEGIN");
	sql = sqlite3_mprintf(jobs, n, n, n, n, n, n, n, n, n, n, n, n, n, n);
	must(db, sql);
	sqlite3_free(sql);
	must(db, (sql = sqlite3_mprintf(lines)));
	sqlite3_free(sql);
	must(db, documents);
	must(db, (sql = sqlite3_mprintf(payments)));
	sqlite3_free(sql);
	must(db, "COMMIT; PRAGMA wal_checkpoint(TRUNCATE)");
	sqlite3_close(db);
	return 0;
}
