/* test_demo.c - the demo shop has something true on every screen of the store room, the counter, the money. */
#include <stdlib.h>
#include <string.h>

#include "tests/cli/desk.h"

static int setup_demo(void **state)
{
	struct desk *d;

	if (desk_setup(state) != 0)
		return -1;
	d = *state;
	desk_run(d, NULL, "demo", "--days", "32", "--orders-per-day", "6", "--until", "2026-11-21", NULL);
	STATUS(d, 0);
	return 0;
}

/* Bills have time to fall due, tills to be short, bins to be counted. */
static void months_of_a_small_shop_go_by(void **state)
{
	struct desk *d = *state;

	desk_run_on(d, desk_path(d, "small.db"), NULL, "demo", "--days", "130", "--orders-per-day", "3",
		    "--until", "2026-11-21", NULL);
	STATUS(d, 0);
	SILENT(&d->err);
}

/* The first number that a SELECT yields. */
static long found(struct desk *d, const char *select)
{
	const char *line;

	desk_run(d, NULL, "sql", select, NULL);
	STATUS(d, 0);
	line = strchr(str_get(&d->out), '\n');
	return line ? strtol(line + 1, NULL, 10) : -1;
}

#define FINDS(d, n, select) assert_int_equal(found(d, select), n)
#define SOME(d, select)     assert_true(found(d, select) > 0)

static void goods_are_ordered_come_short_and_late(void **state)
{
	struct desk *d = *state;

	SOME(d, "SELECT count(*) FROM walk_in w JOIN party p ON p.id = w.party_id WHERE p.name = '散客'");
	SOME(d, "SELECT count(*) FROM purchase_order WHERE state = 'arrived'");
	FINDS(d, 1, "SELECT count(*) FROM purchase_order WHERE state = 'sent' AND promised_on < 20778");
	SOME(d, "SELECT count(*) FROM (SELECT order_id FROM purchase GROUP BY order_id HAVING count(*) > 1 "
		"AND order_id IS NOT NULL)");
	SOME(d, "SELECT count(*) FROM want WHERE source = 'limits' AND state = 'open'");
	FINDS(d, 1, "SELECT count(*) FROM want WHERE state = 'arrived'");
	FINDS(d, 1, "SELECT count(*) FROM want WHERE source = 'request' AND part_id IS NULL");
	SOME(d, "SELECT count(*) FROM purchase_invoice");
	SOME(d, "SELECT count(*) FROM purchase p WHERE estimated = 1 AND NOT EXISTS (SELECT 1 FROM "
		"purchase_invoice_line i JOIN purchase_line l ON l.id = i.line_id WHERE l.document_id = "
		"p.id)");
	FINDS(d, 1, "SELECT count(*) FROM purchase WHERE collect > 0 AND freight > 0");
	FINDS(d, 1, "SELECT count(*) FROM document WHERE kind_id = 70");
}

static void goods_move_are_counted_and_change_their_prices(void **state)
{
	struct desk *d = *state;

	FINDS(d, 2, "SELECT count(DISTINCT transfer_id) FROM transfer_open");
	FINDS(d, 1, "SELECT count(*) FROM transfer_receipt");
	SOME(d, "SELECT count(*) FROM stock s JOIN warehouse w ON w.id = s.warehouse_id WHERE w.code = 'VAN' "
		"AND s.qty > 0");
	FINDS(d, 2000, "SELECT max(counted - book) FROM stocktake_found");
	FINDS(d, -2000, "SELECT min(counted - book) FROM stocktake_found");
	SOME(d, "SELECT count(*) FROM document WHERE kind_id = (SELECT id FROM document_kind WHERE code = "
		"'price_change')");
	FINDS(d, 1, "SELECT count(*) FROM stock_close");
	FINDS(
	    d, 4,
	    "SELECT count(DISTINCT d.kind_id) FROM document d JOIN document_kind k ON k.id = d.kind_id WHERE "
	    "k.code IN ('stock_in', 'stock_out', 'stock_loss', 'aux_issue')");
	desk_run(d, NULL, "report", "dead_stock", "--format", "csv", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "CD-06");
	desk_run(d, NULL, "show", "parts", "code", "=", "RQ-2020", "--format", "csv", NULL);
	SAYS(&d->out, "RQ-2020");
	FINDS(d, 3000,
	      "SELECT v.qty FROM stock_value v JOIN part o ON o.id = v.id JOIN part m ON m.id = "
	      "o.superseded_by JOIN part n ON n.id = m.superseded_by WHERE o.code = 'RQ-2011' AND "
	      "n.code = 'RQ-2020'");
}

static void the_counter_sells_in_every_way(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "show", "cores", "--format", "csv", NULL);
	SAYS(&d->out, "FDJ-R1");
	FINDS(d, 5,
	      "SELECT sum(c.qty - ifnull((SELECT sum(b.qty) FROM core_back b WHERE b.core_id = c.id), 0)) / "
	      "1000 "
	      "FROM core c");
	FINDS(d, 1, "SELECT sum(qty) / 1000 FROM core_sent");
	SOME(d, "SELECT count(*) FROM sale_return");
	SOME(d, "SELECT count(*) FROM want WHERE source = 'lost'");
	desk_run(d, NULL, "show", "sales", "open", ">", "0", "--format", "csv", NULL);
	SAYS(&d->out, "SA-26");
	FINDS(d, 1, "SELECT count(*) FROM cart WHERE state = 'held'");
	desk_run(d, NULL, "check", NULL);
	STATUS(d, 0);
}

/* Each list of money has a row, and says what happened. */
static void the_cashier_has_cards_deposits_and_a_short_till(void **state)
{
	struct desk *d = *state;

	SOME(d, "SELECT count(*) > 20 FROM card");
	SOME(d, "SELECT count(*) FROM payment WHERE method_id = 6");
	FINDS(d, 1, "SELECT count(*) FROM card WHERE valid_on BETWEEN 20778 AND 20778 + 30");
	FINDS(d, 1, "SELECT count(*) FROM document WHERE kind_id = 89");
	FINDS(d, -9000, "SELECT min(difference) FROM till_count");
	SOME(d, "SELECT count(*) FROM till_move");
	FINDS(d, 1, "SELECT count(*) FROM advance_keep");
	SOME(d, "SELECT count(*) FROM deposit_back");
	FINDS(d, 1,
	      "SELECT count(*) FROM deposit x WHERE NOT EXISTS (SELECT 1 FROM deposit_back b WHERE "
	      "b.deposit_id = x.id)");
	desk_run(d, NULL, "show", "advances", "--format", "csv", NULL);
	SAYS(&d->out, "PY-26");
}

static void the_accountant_has_something_to_do(void **state)
{
	struct desk *d = *state;

	FINDS(d, 4, "SELECT count(DISTINCT plan_id) FROM expense WHERE plan_id IS NOT NULL");
	desk_run(d, NULL, "show", "expenses_due", "--format", "csv", NULL);
	SAYS(&d->out, "299.00");
	SOME(d, "SELECT sum(amount) FROM entry_line WHERE account_id = 75");
	FINDS(d, 1, "SELECT count(*) FROM invoice WHERE red_of IS NOT NULL");
	SOME(d, "SELECT count(*) FROM document x JOIN invoice i ON i.id = x.reverses_id");
	FINDS(d, 4, "SELECT count(*) FROM statement");
	FINDS(d, 3, "SELECT count(*) FROM reconciled");
	FINDS(d, 1, "SELECT count(*) FROM collective");
	FINDS(d, 3, "SELECT count(DISTINCT how) FROM write_off");
	FINDS(d, 1, "SELECT count(*) FROM write_off WHERE amount < 0");
	SOME(d, "SELECT count(*) FROM channel_line WHERE document_id IS NOT NULL");
	desk_run(d, NULL, "show", "channel_lines", "reference", "=", "420099990000", "--format", "csv", NULL);
	SAYS(&d->out, "188.00");
	FINDS(d, 1, "SELECT count(*) FROM review WHERE verdict = 'sent_back'");
	desk_run(d, NULL, "show", "to_review", "--format", "csv", NULL);
	SAYS(&d->out, "Settlement");
	FINDS(d, 7, "SELECT count(*) FROM day_close");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(goods_are_ordered_come_short_and_late),
		cmocka_unit_test(goods_move_are_counted_and_change_their_prices),
		cmocka_unit_test(the_counter_sells_in_every_way),
		cmocka_unit_test(months_of_a_small_shop_go_by),
		cmocka_unit_test(the_cashier_has_cards_deposits_and_a_short_till),
		cmocka_unit_test(the_accountant_has_something_to_do),
	};

	return cmocka_run_group_tests(tests, setup_demo, desk_teardown);
}
