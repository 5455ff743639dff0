/* test_store.c - the store keeper's day by keyboard: send and receive a transfer, count, approve, close. */
#include "tests/test.h"

#include <stdlib.h>

#include "screens/screens.h"
#include "tests/ui/desk.h"

static int open_desk(void **state)
{
	struct desk *d = calloc(1, sizeof *d);

	desk_open(d, screen_all);
	desk_menus(d, screen_menus);
	desk_do(d, "warehouse.add", "code", "VAN", "name", "Van", "kind", "van", NULL);
	desk_do(d, "part.add", "code", "OIL", "name", "Engine oil", "price", "60", "barcode", "690777", NULL);
	desk_do(d, "part.add", "code", "PAD", "name", "Brake pad", "price", "300", NULL);
	desk_do(d, "stock.open", "part", "OIL", "qty", "10", "cost", "30", NULL);
	desk_do(d, "stock.open", "part", "PAD", "qty", "4", "cost", "100", NULL);
	desk_go(d, "home", NULL);
	*state = d;
	return 0;
}

static void a_transfer_goes_out_and_comes_in(void **state)
{
	struct desk *d = *state;

	desk_go(d, "transfers", NULL);
	desk_press(d, "F2");
	desk_row_has(d, 0, "Send a transfer");
	desk_type(d, "main");
	desk_press(d, "Enter");
	desk_type(d, "van");
	desk_press(d, "Enter Enter");
	desk_type(d, "oil");
	desk_press(d, "Enter");
	desk_type(d, "4");
	desk_press(d, "F12");
	desk_row_has(d, -2, "1 part is on its way");
	desk_is(d, "SELECT qty FROM stock WHERE part_id = 1", 6000);
	desk_press(d, "Esc F5");
	desk_sees(d, "TF-261121-0001");
	desk_press(d, "F9");
	desk_row_has(d, 0, "Receive a transfer");
	desk_sees(d, "OIL Engine oil");
	desk_press(d, "F12");
	desk_row_has(d, -2, "TF-261121-0001 is received");
	desk_is(d, "SELECT qty FROM stock WHERE part_id = 1 AND warehouse_id = 2", 4000);
	desk_is(d, "SELECT count(*) FROM transfer_open", 0);
}

static void a_stocktake_is_scanned_and_approved(void **state)
{
	struct desk *d = *state;

	desk_go(d, "stocktakes", NULL);
	desk_press(d, "F2");
	desk_type(d, "1");
	desk_press(d, "F12");
	desk_row_has(d, -2, "CS-261121-0001 is open");
	desk_press(d, "F9");
	desk_row_has(d, 0, "Parts of a stocktake");
	desk_sees(d, "To count");
	desk_press(d, "F2");
	desk_type(d, "690777");
	desk_press(d, "Enter");
	desk_type(d, "9");
	desk_press(d, "F12");
	desk_row_has(d, -2, "OIL Engine oil: counted 9");
	desk_press(d, "Esc F5");
	desk_sees(d, "Is counted");
	desk_press(d, "F9");
	desk_row_has(d, 0, "Approve a stocktake");
	desk_press(d, "F12");
	desk_row_has(d, -2, "gained 0.00, lost 30.00");
	desk_is(d, "SELECT qty FROM stock WHERE part_id = 1", 9000);
}

static void a_spot_check_goes_on_to_its_parts(void **state)
{
	struct desk *d = *state;

	desk_go(d, "stocktake_open", NULL);
	desk_press(d, "3 Enter");
	desk_type(d, "OIL");
	desk_press(d, "Enter F12");
	desk_is(d,
		"SELECT count(*) FROM stocktake t JOIN stocktake_line l ON l.stocktake_id = t.id WHERE "
		"t.scope = 'spot'",
		1);
	desk_go(d, "stocktake_open", NULL);
	desk_press(d, "2 F12");
	desk_sees(d, "Which bins? Write how they begin");
	desk_type(d, "A-1");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM stocktake WHERE bin = 'A-1'", 1);
}

static void goods_are_written_off_with_a_reason(void **state)
{
	struct desk *d = *state;

	desk_go(d, "stock_loss", NULL);
	desk_type(d, "damaged");
	desk_press(d, "Enter");
	desk_type(d, "pad");
	desk_press(d, "Enter");
	desk_type(d, "1");
	desk_press(d, "F12");
	desk_row_has(d, -2, "1 part, worth 100.00");
	desk_is(d, "SELECT qty FROM stock WHERE part_id = 2", 3000);
}

static void an_old_core_comes_goes_and_is_credited(void **state)
{
	struct desk *d = *state;

	desk_do(d, "till.open", "till", "T1", "float", "500", NULL);
	desk_do(d, "supplier.add", "name", "Bosch", NULL);
	desk_do(d, "part.change", "part", "PAD", "core_price", "150", NULL);
	desk_go(d, "sale", NULL);
	desk_type(d, "pad");
	desk_press(d, "Enter Enter Enter");
	desk_is(d, "SELECT amount FROM core", 15000);
	desk_go(d, "cores", NULL);
	desk_sees(d, "150.00");
	desk_press(d, "F9");
	desk_row_has(d, 0, "Take an old core back");
	desk_press(d, "F12");
	desk_is(d, "SELECT amount FROM core_back", 15000);
	desk_go(d, "cores_bin", NULL);
	desk_sees(d, "PAD");
	desk_press(d, "F9");
	desk_type(d, "bosch");
	desk_press(d, "Enter"); /* what lies in the bin is proposed */
	desk_type(d, "120");
	desk_press(d, "F12");
	desk_is(d, "SELECT amount FROM core_sent", 12000);
	desk_go(d, "cores_sent", NULL);
	desk_press(d, "F9 F12");
	desk_is(d, "SELECT amount FROM core_credit", 12000);
	desk_is_sound(d);
}

static void a_batch_comes_expires_and_is_recalled(void **state)
{
	struct desk *d = *state;

	desk_do(d, "supplier.add", "name", "Bosch", NULL);
	desk_do(d, "part.add", "code", "FLU", "name", "Brake fluid", "price", "40", "batch", "yes", NULL);
	desk_do(d, "till.open", "till", "T1", "float", "500", NULL);
	desk_go(d, "receive", NULL);
	desk_type(d, "bosch");
	desk_press(d, "Enter");
	desk_type(d, "A1");
	desk_press(d, "Enter");
	desk_type(d, "flu");
	desk_press(d, "Enter");
	desk_type(d, "5");
	desk_press(d, "Enter");
	desk_type(d, "20");
	desk_press(d, "F12"); /* a part by batch asks for it */
	desk_sees(d, "batch");
	desk_type(d, "F1");
	desk_press(d, "Tab");
	desk_type(d, "2026-12-01");
	desk_press(d, "F12");
	desk_is(d, "SELECT qty FROM batch_stock", 5000);
	desk_go(d, "sale", NULL);
	desk_type(d, "flu");
	desk_press(d, "Enter Enter Enter");
	desk_is(d, "SELECT count(*) FROM sale", 1);
	desk_go(d, "batches_due", NULL);
	desk_sees(d, "2026-12-01");
	desk_press(d, "Enter");
	desk_row_has(d, 0, "Who has goods of a batch");
	desk_sees(d, "Walk-in customer");
	desk_press(d, "F9");
	desk_row_has(d, 0, "Change a batch");
	desk_type(d, "recalled");
	desk_press(d, "F12");
	desk_is(d, "SELECT count(*) FROM batch WHERE stopped = 'recalled'", 1);
	desk_go(d, "sale", NULL);
	desk_type(d, "flu");
	desk_press(d, "Enter Enter Enter");
	desk_is(d, "SELECT count(*) FROM sale", 1);
	desk_sees(d, "!");
	desk_go(d, "batches_due", NULL);
	desk_press(d, "F8");
	desk_row_has(d, 0, "Write goods off");
	desk_sees(d, "FLU Brake fluid");
	desk_type(d, "damaged");
	desk_press(d, "F12");
	desk_is(d, "SELECT qty FROM batch_stock", 0);
	desk_is_sound(d);
}

static void goods_of_a_supplier_come_are_sold_and_go_back(void **state)
{
	struct desk *d = *state;

	desk_do(d, "supplier.add", "name", "Bosch", NULL);
	desk_do(d, "part.add", "code", "BAT", "name", "Battery", "price", "500", NULL);
	desk_do(d, "till.open", "till", "T1", "float", "500", NULL);
	desk_go(d, "consigned", NULL);
	desk_press(d, "F2");
	desk_row_has(d, 0, "Receive consigned goods");
	desk_type(d, "bosch");
	desk_press(d, "Enter");
	desk_type(d, "K1");
	desk_press(d, "Enter");
	desk_type(d, "bat");
	desk_press(d, "Enter");
	desk_type(d, "4");
	desk_press(d, "Enter");
	desk_type(d, "300");
	desk_press(d, "F12");
	desk_sees(d, "nothing is owed yet");
	desk_press(d, "F9");
	desk_row_has(d, 0, "Goods of suppliers in the shop");
	desk_is(d, "SELECT count(*) FROM payable", 0);
	desk_go(d, "sale", NULL);
	desk_type(d, "bat");
	desk_press(d, "Enter Enter Enter");
	desk_is(d, "SELECT amount FROM payable", 30000);
	desk_go(d, "consigned", NULL);
	desk_press(d, "F9");
	desk_row_has(d, 0, "Consigned goods sold");
	desk_sees(d, "300.00");
	desk_press(d, "Esc 4");
	desk_row_has(d, 0, "Send consigned goods back");
	desk_sees(d, "BAT Battery");
	desk_type(d, "3");
	desk_press(d, "F12");
	desk_is(d, "SELECT sum(qty) FROM stock s JOIN part p ON p.id = s.part_id WHERE p.code = 'BAT'", 0);
	desk_is_sound(d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_transfer_goes_out_and_comes_in, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(a_stocktake_is_scanned_and_approved, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(a_spot_check_goes_on_to_its_parts, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(a_batch_comes_expires_and_is_recalled, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(goods_of_a_supplier_come_are_sold_and_go_back, open_desk,
						desk_end),
		cmocka_unit_test_setup_teardown(an_old_core_comes_goes_and_is_credited, open_desk, desk_end),
		cmocka_unit_test_setup_teardown(goods_are_written_off_with_a_reason, open_desk, desk_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
