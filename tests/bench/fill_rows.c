/* fill_rows.c - one INSERT for each table, and chance. */
#include "tests/bench/fill.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

const char *const fill_insert[TABLES] = {
	[PARTY] = "INSERT INTO party (id, kind, name, phone, class_id, since_on) VALUES (?, 'customer', ?, "
		  "?, ?, ?)",
	[VEHICLE] =
	    "INSERT INTO vehicle (id, plate, customer_id, vin, make, model, odometer_km, service_due_on, "
	    "inspection_due_on, insurance_due_on, last_visit_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[PART] = "INSERT INTO part (id, code, name, unit, barcode, brand, bin, price, last_cost) "
		 "VALUES (?, ?, ?, '件', ?, ?, ?, ?, ?)",
	[LABOUR] = "INSERT INTO labour (id, code, name, hours, price) VALUES (?, ?, ?, ?, ?)",
	[STOCK] = "INSERT INTO stock (part_id, warehouse_id, qty) VALUES (?, 1, ?)",
	[STOCK_VALUE] = "INSERT INTO stock_value (id, qty, value) VALUES (?, ?, ?)",
	[MOVE] = "INSERT INTO stock_move (document_id, part_id, warehouse_id, job_id, job_line_id, qty, "
		 "value, day, "
		 "after_qty, group_qty, group_value) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
	[JOB] = "INSERT INTO job (id, number, state, vehicle_id, customer_id, payer_id, advisor_id, "
		"repair_type_id, "
		"repair_mode_id, received_on, received_at, odometer_km, complaint, settled_at, settled_on, "
		"settlement_id, "
		"handed_over_at, handed_over_on, authorised, total) VALUES (?, ?, ?, ?, ?, ?, 1, ?, 1, ?, ?, "
		"?, ?, ?, ?, ?, "
		"?, ?, ?, ?)",
	[LINE] = "INSERT INTO job_line (id, job_id, pos, kind, labour_id, part_id, text, qty, list_price, "
		 "price, amount, "
		 "authorised, issued_qty) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)",
	[STEP] = "INSERT INTO job_step (job_id, from_state, to_state, at, user_id) VALUES (?, ?, ?, ?, 1)",
	[DOCUMENT] = "INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, "
		     "job_id, amount) "
		     "VALUES (?, ?, ?, ?, ?, 1, 'pts/1', ?, ?, ?)",
	[ISSUE] = "INSERT INTO issue_slip (id, job_id, picker_id, warehouse_id) VALUES (?, ?, 1, 1)",
	[SETTLEMENT] = "INSERT INTO settlement (id, job_id, labour, parts, fees, discount, rounding, total, "
		       "net, tax, cost) "
		       "VALUES (?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?)",
	[SETTLED] = "INSERT INTO settlement_line (settlement_id, job_line_id, kind, text, qty, price, "
		    "amount, discount, "
		    "tax_rate, net, tax, cost) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 0, ?)",
	[BILL] = "INSERT INTO bill (id, document_id, party_id, amount, due_on) VALUES (?, ?, ?, ?, ?)",
	[BILL_OPEN] = "INSERT INTO bill_open (id, party_id, due_on, amount) VALUES (?, ?, ?, ?)",
	[BALANCE] = "INSERT INTO party_balance (party_id, account_id, amount) VALUES (?, 6, ?) "
		    "ON CONFLICT DO UPDATE SET amount = amount + excluded.amount",
	[PAYMENT] =
	    "INSERT INTO payment (document_id, method_id, party_id, job_id, amount) VALUES (?, ?, ?, ?, ?)",
	[ALLOCATION] = "INSERT INTO allocation (document_id, bill_id, amount) VALUES (?, ?, ?)",
	[ENTRY] = "INSERT INTO entry (id, document_id, day, lines) VALUES (?, ?, ?, ?)",
	[ENTRY_LINE] =
	    "INSERT INTO entry_line (entry_id, account_id, amount, party_id, job_id) VALUES (?, ?, ?, ?, ?)",
	[HANDOVER] = "INSERT INTO handover (id, job_id, collected_by) VALUES (?, ?, ?)",
	[REMINDER] = "INSERT INTO reminder (kind, vehicle_id, job_id, due_on, text, state) "
		     "VALUES ('service', ?, ?, ?, '保养到期', ?)",
	[JOURNAL] = "INSERT INTO journal (seq, at, mono, day, request, command, answer, user_id, terminal, "
		    "store, epoch, "
		    "hash) VALUES (?, ?, ?, ?, ?, ?, '{}', 1, 'pts/1', 1, 1, zeroblob(32))",
	[CHANGE] = "INSERT INTO journal_change (id, tbl, row_id, op) VALUES (?, ?, ?, 'I')",
	[WORD] = "INSERT INTO temp.word (word, kind, ref_id) VALUES (?, ?, ?)",
	[INFIX] = "INSERT INTO search_infix (rowid, text, kind) VALUES (?, ?, ?)",
};

_Noreturn void fill_fail(struct fill *f, const char *what)
{
	fprintf(stderr, "fill_ten_years: %s: %s\n", what, sqlite3_errmsg(f->h));
	exit(1);
}

void fill_script(struct fill *f, const char *sql)
{
	if (sqlite3_exec(f->h, sql, NULL, NULL, NULL) != SQLITE_OK)
		fill_fail(f, sql);
}

void fill_add(struct fill *f, enum table t, const char *kinds, ...)
{
	sqlite3_stmt *st = f->add[t];
	va_list ap;

	va_start(ap, kinds);
	for (int i = 0; kinds[i]; i++) {
		int64_t number = kinds[i] == 'i' || kinds[i] == 'z' ? va_arg(ap, int64_t) : 0;

		if (kinds[i] == 'i' || number)
			sqlite3_bind_int64(st, i + 1, number);
		else if (kinds[i] == 's')
			sqlite3_bind_text(st, i + 1, va_arg(ap, const char *), -1, SQLITE_STATIC);
		else
			sqlite3_bind_null(st, i + 1);
	}
	va_end(ap);
	if (sqlite3_step(st) != SQLITE_DONE)
		fill_fail(f, fill_insert[t]);
	sqlite3_reset(st);
}

int64_t fill_any(struct fill *f, int64_t below)
{
	f->seed = f->seed * 6364136223846793005u + 1442695040888963407u;
	return (int64_t)(f->seed >> 33) % below;
}
