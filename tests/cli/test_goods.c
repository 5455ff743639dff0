/* test_goods.c - the store keeper's day as JSON lines, the same figures in the reports, and his CSV files. */
#include <stdio.h>
#include <string.h>

#include "tests/cli/desk.h"

static const char day[] =
    "{\"do\":\"warehouse.add\",\"code\":\"VAN\",\"name\":\"Van\",\"kind\":\"van\"}\n"
    "{\"do\":\"part.add\",\"code\":\"OIL\",\"name\":\"Engine oil\",\"price\":60,\"unit\":\"L\"}\n"
    "{\"do\":\"part.unit\",\"part\":\"$2.id\",\"unit\":\"drum\",\"factor\":200,\"barcode\":\"690200\"}\n"
    "{\"do\":\"stock.open\",\"part\":\"OIL\",\"qty\":10,\"cost\":30}\n"
    "{\"do\":\"stock.in\",\"reason\":\"scrap\",\"lines\":[{\"part\":\"OIL\",\"qty\":2,\"cost\":6}]}\n"
    "{\"do\":\"transfer.send\",\"from\":\"MAIN\",\"to\":\"VAN\",\"lines\":[{\"part\":\"OIL\",\"qty\":5}]}\n"
    "{\"do\":\"transfer.receive\",\"transfer\":\"$6.id\",\"lines\":[{\"part\":\"OIL\",\"qty\":4}]}\n"
    "{\"do\":\"stock.loss\",\"reason\":\"damaged\",\"lines\":[{\"part\":\"690200\",\"qty\":0.5}]}\n"
    "{\"do\":\"stocktake.open\",\"scope\":\"all\"}\n"
    "{\"do\":\"stocktake.count\",\"stocktake\":\"$9.id\",\"part\":\"OIL\",\"counted\":6}\n"
    "{\"do\":\"stocktake.approve\",\"stocktake\":\"$9.id\"}\n"
    "{\"do\":\"price.change\",\"lines\":[{\"part\":\"OIL\",\"price\":66}]}\n";

static void the_store_keepers_day_has_the_same_figures_everywhere(void **state)
{
	struct desk *d = *state;

	desk_run(d, day, "do", "--jsonl", NULL);
	STATUS(d, 0);
	/* 312.00 came; 130.00 went on its way, 104.00 of it arrived; 13.00 broke; 13.00 were missing */
	desk_run(d, NULL, "report", "stock_statement", "period=2000..2099", "part=OIL", "--format", "csv",
		 NULL);
	STATUS(d, 0);
	SAYS(&d->out, "OIL,Engine oil,MAIN,0,0.00,12,312.00,6,156.00,0.00,6,156.00");
	SAYS(&d->out, "OIL,Engine oil,VAN,0,0.00,4,104.00,0,0.00,0.00,4,104.00");
	desk_run(d, NULL, "report", "stock_warehouses", "warehouse=VAN", "--format", "csv", NULL);
	SAYS(&d->out, "VAN,OIL,Engine oil,L,,4,26.00,104.00,66.00,264.00");
	desk_run(d, NULL, "report", "trial_balance", "--format", "csv", NULL);
	SAYS(&d->out, "26.00");
	desk_run(d, NULL, "show", "price_changes", "--format", "csv", NULL);
	SAYS(&d->out, ",OIL,Engine oil,A,60.00,66.00,");
	desk_run(d, NULL, "check", NULL);
	STATUS(d, 0);
}

static void import(struct desk *d, const char *kind, const char *text, int status)
{
	desk_write(d, "in.csv", text);
	desk_run(d, NULL, "import", kind, desk_path(d, "in.csv"), NULL);
	STATUS(d, status);
}

static const char lots[] =
    "{\"do\":\"supplier.add\",\"name\":\"Bosch\"}\n"
    "{\"do\":\"customer.add\",\"name\":\"Wang\",\"phone\":\"13912345678\",\"terms\":30,\"limit\":9000}\n"
    "{\"do\":\"part.add\",\"code\":\"FLU\",\"name\":\"Brake fluid\",\"price\":40,\"batch\":true}\n"
    "{\"do\":\"purchase.receive\",\"supplier\":\"Bosch\",\"original_no\":\"A1\",\"lines\":[{\"part\":\"FLU\","
    "\"qty\":5,\"cost\":20,\"batch\":\"F2\",\"expires\":\"2099-06-30\"},{\"part\":\"FLU\",\"qty\":5,"
    "\"cost\":20,\"batch\":\"F1\",\"expires\":\"2099-01-31\"}]}\n"
    "{\"do\":\"sale.post\",\"customer\":\"Wang\",\"lines\":[{\"part\":\"FLU\",\"qty\":6}]}\n"
    "{\"do\":\"sale.return\",\"sale\":\"$5.number\",\"reason\":\"x\",\"lines\":[{\"part\":\"FLU\",\"qty\":2}]"
    "}\n"
    "{\"do\":\"stock.batch\",\"batch\":\"FLU/F1\",\"stop\":\"recalled\"}\n"
    "{\"do\":\"part.add\",\"code\":\"BAT\",\"name\":\"Battery\",\"price\":500}\n"
    "{\"do\":\"consign.receive\",\"supplier\":\"Bosch\",\"lines\":[{\"part\":\"BAT\",\"qty\":4,\"cost\":300}]"
    "}\n"
    "{\"do\":\"sale.post\",\"customer\":\"Wang\",\"lines\":[{\"part\":\"BAT\",\"qty\":1}]}\n";

static void batches_and_goods_of_suppliers_are_found_again(void **state)
{
	struct desk *d = *state;

	desk_run(d, lots, "do", "--jsonl", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "show", "recall", "batch=FLU/F1", "--format", "csv", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "Wang,13912345678,,4,");
	desk_run(d, NULL, "show", "batches", "part=FLU", "--format", "csv", NULL);
	SAYS(&d->out, "FLU,Brake fluid,F1,1,2099-01-31");
	SAYS(&d->out, "FLU,Brake fluid,F2,5,2099-06-30");
	SAYS(&d->out, "recalled");
	desk_run(d, NULL, "show", "consigned", "--format", "csv", NULL);
	SAYS(&d->out, "Bosch,BAT,Battery,3,4,1,0,,300.00,900.00");
	desk_run(d, NULL, "report", "consign_sold", "supplier=Bosch", "--format", "csv", NULL);
	SAYS(&d->out, ",BAT,Battery,1,300.00,300.00,");
	import(
	    d, "supplier-prices",
	    "supplier,part,number,price,from,pack\nBosch,BAT,0092,290,,2\nBosch,BAT,0092,280,2099-01-01,\n",
	    0);
	import(d, "supplier-prices", "supplier,number,price\nBosch,77,1\n", 65);
	SAYS(&d->err, "Nobody knows what 77 of Bosch is yet");
	desk_run(d, NULL, "show", "supplier_prices", "part=BAT", "--format", "csv", NULL);
	SAYS(&d->out, "290.00");
	desk_run(d, NULL, "check", NULL);
	STATUS(d, 0);
}

static void the_catalogue_comes_in_by_csv(void **state)
{
	struct desk *d = *state;

	import(d, "parts",
	       "code,name,price,unit,step,grade,hot,barcode\nC1,Clip,0.5,pc,1,brand,yes,690001\nC2,Clip "
	       "new,0.6,pc,1,,,690002\n",
	       0);
	import(d, "packages", "part,unit,factor,price,barcode\nC1,bag,50,20,690050\n", 0);
	import(d, "part-names", "part,alias,barcode,fits\nC1,卡扣,690009,Corolla\n", 0);
	import(d, "level-prices", "part,level,price\nC1,B,0.4\n", 0);
	import(d, "bins", "part,warehouse,bin\nC1,MAIN,Z-9\n", 0);
	import(d, "opening-stock", "part,warehouse,qty,cost\n卡扣,MAIN,100,0.2\n", 0);
	import(d, "work-packages",
	       "code,name,package_price,part,text,qty,price\nSET,Care,15,C1,,20,\nSET,Care,15,,Fitting,,10\n",
	       0);
	desk_run(d,

		 "{\"do\":\"sale.post\",\"lines\":[{\"package\":\"SET\",\"qty\":2}],\"pay\":[{"
		 "\"method\":\"cash\",\"amount\":30}]}\n"
		 "{\"do\":\"sale.return\",\"sale\":\"$1.id\",\"reason\":\"x\",\"lines\":[{\"package\":"
		 "\"SET\",\"qty\":2}]}\n",
		 "do", "--jsonl", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "show", "sale_lines", "--format", "csv", NULL);
	SAYS(&d->out, "C1,Clip,40,pc,0.50,5.00,15.00,40,");
	SAYS(&d->out, "Fitting,2,,10.00,5.00,15.00,2,");
	import(d, "supersessions", "part,by\nC1,C2\n", 0);
	import(d, "packages", "part,unit,factor\nC2,bag,2.5\n", 65);
	SAYS(&d->err, "goes in multiples of 1, not 2.5");
	import(d, "part-names", "part,barcode\nC2,690050\n", 65);
	SAYS(&d->err, "belongs to part C1 already");
	import(d, "supersessions", "part,by\nC2,C1\n", 65);
	SAYS(&d->err, "That would be a circle");
	desk_run(d, NULL, "do", "stocktake.open", "scope=all", NULL);
	STATUS(d, 0);
	import(d, "counts", "stocktake,part,counted\n#1,690009,99\n", 0);
	desk_run(d, NULL, "show", "stocktake_lines", "stocktake=#1", "--format", "csv", NULL);
	SAYS(&d->out, "C1,Clip,Z-9,pc,100,99,-1");
	desk_run(d, NULL, "check", NULL);
	STATUS(d, 0);
}

static void one_bad_row_in_many_keeps_nothing(void **state)
{
	struct desk *d = *state;
	struct str text = { 0 };

	str_add(&text, "code,name,price\n");
	for (int i = 0; i < 100000; i++)
		str_addf(&text, "N%d,Part %d,%s\n", i, i, i == 97311 ? "-1" : "8.50");
	import(d, "parts", str_get(&text), 65);
	str_free(&text);
	SAYS(&d->err, "97313");
	SAYS(&d->err, "1 of 100000 rows are wrong; nothing was kept");
	desk_run(d, NULL, "show", "parts", "code", "=", "N1", "--format", "csv", NULL);
	desk_says(&d->out, "Part 1", false, __FILE__, __LINE__);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(the_store_keepers_day_has_the_same_figures_everywhere,
						desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(batches_and_goods_of_suppliers_are_found_again,
						desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(the_catalogue_comes_in_by_csv, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(one_bad_row_in_many_keeps_nothing, desk_setup_shop,
						desk_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
