/* test_import.c - CSV files come in whole, with every wrong row named, and go on where they stopped. */
#include <fcntl.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "tests/cli/desk.h"

static int import(struct desk *d, const char *kind, const char *text, const char *option)
{
	desk_write(d, "in.csv", text);
	return desk_run(d, NULL, "import", kind, desk_path(d, "in.csv"), option, NULL);
}

static bool part_there(struct desk *d, const char *code)
{
	desk_run(d, NULL, "show", "parts", "code", "=", code, "--format", "csv", NULL);
	STATUS(d, 0);
	return strstr(str_get(&d->out), code) != NULL;
}

static void a_sound_file_comes_in_once(void **state)
{
	static const char text[] =
	    "name,code,price,category\r\n前刹车片,Q1,290.00,制动\r\n\"雨刮片, 对\",Q2,88,易损\r\n";
	struct desk *d = *state;

	import(d, "parts", text, NULL);
	STATUS(d, 0);
	SILENT(&d->out);
	SILENT(&d->err);
	assert_true(part_there(d, "Q2"));
	SAYS(&d->out, "\"雨刮片, 对\"");
	import(d, "parts", text, NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "check", NULL);
	STATUS(d, 0);
}

static void titles_of_every_language_are_headings(void **state)
{
	struct desk *d = *state;

	import(d, "parts", "Code,Description,Price\nR1,one,1\n", NULL);
	STATUS(d, 0);
	assert_true(part_there(d, "R1"));
}

static void each_wrong_row_is_named_and_nothing_is_kept(void **state)
{
	struct desk *d = *state;

	import(d, "parts",
	       "code,name,price\n"
	       "S1,sound,1\n"
	       "S2,,2\n"
	       "S3,three,12.345\n"
	       "P1,taken,3\n"
	       "S1,twice,4\n"
	       "S6,six,6,7\n",
	       NULL);
	STATUS(d, 65);
	SAYS(&d->err, "in.csv:3: name: ");
	SAYS(&d->err, "in.csv:4: price: ");
	SAYS(&d->err, "in.csv:5: code: ");
	SAYS(&d->err, "in.csv:6: code: The same stands in line 2 already");
	SAYS(&d->err, "in.csv:7: ");
	SAYS(&d->err, "5 of 6 rows are wrong; nothing was kept");
	assert_false(part_there(d, "S1"));
}

static void skip_bad_leaves_out_the_wrong_rows(void **state)
{
	struct desk *d = *state;

	import(d, "parts", "code,name,price\nS1,sound,1\nS2,,2\nS3,three,3\n", "--skip-bad");
	STATUS(d, 1);
	SAYS(&d->err, "in.csv:3: name: ");
	assert_true(part_there(d, "S1"));
	assert_true(part_there(d, "S3"));
}

static void a_dry_run_only_proves(void **state)
{
	struct desk *d = *state;

	import(d, "parts", "code,name,price\nS1,sound,1\n", "--dry-run");
	STATUS(d, 0);
	assert_false(part_there(d, "S1"));
}

static void a_mended_file_goes_on(void **state)
{
	struct desk *d = *state;

	import(d, "opening-stock", "part,qty,cost\nP1,5,20\nP9,1,1\n", "--skip-bad");
	STATUS(d, 1);
	SAYS(&d->err, "in.csv:3: part: ");
	/* The same file again: what came in does not come in twice. */
	import(d, "opening-stock", "part,qty,cost\nP1,5,20\nP9,1,1\n", "--skip-bad");
	STATUS(d, 1);
	desk_run(d, NULL, "show", "stock_on_hand", "code", "=", "P1", "--format", "csv", NULL);
	SAYS(&d->out, ",15,");
}

/* Somebody else has the file open: the rows come in pieces, between which others may work. */
static void a_file_comes_in_while_others_work(void **state)
{
	struct desk *d = *state;
	struct str text = { 0 };
	int fd = open(desk_path(d, "shop.db-use"), O_RDWR | O_CLOEXEC);

	assert_int_equal(flock(fd, LOCK_SH), 0);
	str_add(&text, "code,name,price\n");
	for (int i = 1; i <= 400; i++)
		str_addf(&text, "W%03d,部件,%d.50\n", i, i);
	import(d, "parts", str_get(&text), NULL);
	STATUS(d, 0);
	assert_true(part_there(d, "W400"));
	import(d, "parts", str_get(&text), NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "sql", "SELECT count(*) AS n FROM part", NULL);
	SAYS(&d->out, "402");
	str_free(&text);
	close(fd);
}

static void wrong_headings_are_named(void **state)
{
	struct desk *d = *state;

	import(d, "parts", "code,name,prize\nS1,sound,1\n", NULL);
	STATUS(d, 65);
	SAYS(&d->err, "There is no column “prize” here; there are code, name, price");
	import(d, "parts", "code,name\nS1,sound\n", NULL);
	STATUS(d, 65);
	SAYS(&d->err, "price");
	import(d, "parts", "code,name,price,code\nS1,sound,1,S2\n", NULL);
	STATUS(d, 65);
	SAYS(&d->err, "twice");
	import(d, "parts", "", NULL);
	STATUS(d, 65);
	import(d, "parts", "code,name,price\nS1,\"open,1\n", NULL);
	STATUS(d, 65);
	desk_run(d, NULL, "import", "parts", desk_path(d, "none.csv"), NULL);
	STATUS(d, 66);
}

static void customers_cars_and_suppliers_come_in(void **state)
{
	struct desk *d = *state;

	import(d, "customers",
	       "name,phone,class,terms,limit\n王伟,13871110001,A,,\n顺达物流,13871110002,C,30,50000\n", NULL);
	STATUS(d, 0);
	import(d, "vehicles",
	       "plate,customer,make,odometer,insurance_due\n鄂A00001,13871110001,大众,12000,2027-03-01\n",
	       NULL);
	STATUS(d, 0);
	import(d, "suppliers", "name,phone,terms\n恒通汽配,02785670011,30\n", NULL);
	STATUS(d, 0);
	import(d, "opening-balances",
	       "party,amount,original_no,due\n恒通汽配,500,D1,2026-12-01\n顺达物流,800.50,B1,\n", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "show", "payables", "--format", "csv", NULL);
	SAYS(&d->out, "500.00");
	desk_run(d, NULL, "show", "receivables", "--format", "csv", NULL);
	SAYS(&d->out, "800.50");
	import(d, "opening-balances", "party,amount,original_no\n恒通汽配,1,D1\n", NULL);
	STATUS(d, 65);
	SAYS(&d->err, "The paper D1 of 恒通汽配 is booked already");
	import(d, "labour", "code,name,hours,price\nL9,四轮定位,0.8,160\n", NULL);
	STATUS(d, 0);
	import(d, "prices", "part,price\nP1,42\n", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "show", "vehicles", "--format", "csv", NULL);
	SAYS(&d->out, "鄂A00001");
	SAYS(&d->out, "王伟");
	desk_run(d, NULL, "show", "parts", "code", "=", "P1", "--format", "csv", NULL);
	SAYS(&d->out, "42.00");
	import(d, "vehicles", "plate,customer\n鄂A00002,13899999999\n", NULL);
	STATUS(d, 65);
	SAYS(&d->err, "in.csv:2: customer: ");
}

/* What another program writes: Chinese headings, a row for each line of a work order. */
static void the_history_of_another_program_comes_in(void **state)
{
	static const char text[] = "车牌,维修单,日期,里程,名称,数量,单价\n"
				   "鄂A00001,W-1,2025-03-04,52000,机油,4,60\n"
				   "鄂A00001,W-1,2025-03-04,52000,换机油工时,1,80\n"
				   "鄂A00009,W-2,2025-03-05,1,洗车,1,30\n";
	struct desk *d = *state;

	import(d, "customers", "name,phone\n王伟,13871110001\n", NULL);
	import(d, "vehicles", "plate,customer\n鄂A00001,13871110001\n", NULL);
	import(d, "contacts", "party,name,phone,kind\n13871110001,小李,13611110000,family\n", NULL);
	STATUS(d, 0);
	import(d, "jobs", text, NULL);
	STATUS(d, 65);
	SAYS(&d->err, "in.csv:4: plate: ");
	import(d, "jobs", text, "--skip-bad");
	STATUS(d, 1);
	desk_run(d, NULL, "show", "car_history", "vehicle=鄂A00001", "--format", "csv", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "换机油工时");
	SAYS(&d->out, "320.00");
	desk_run(d, NULL, "check", NULL);
	STATUS(d, 0);
}

/* Text of the file in another encoding, and back; NUL ends it. */
static void recode(const char *from, const char *to, const char *text, char *ret, size_t size)
{
	char *in = (char *)(uintptr_t)text, *out = ret;
	size_t left = strlen(text), room = size - 1;
	iconv_t how = iconv_open(to, from);

	memset(ret, 0, size);
	if (iconv(how, &in, &left, &out, &room) != 0)
		fail_msg("not in %s: %s", to, in);
	iconv_close(how);
}

static void import_in(struct desk *d, const char *kind, const char *encoding, const char *text)
{
	char bytes[1000], option[40];

	recode("UTF-8", encoding, text, bytes, sizeof bytes);
	snprintf(option, sizeof option, "--encoding=%s", encoding);
	import(d, kind, bytes, option);
	STATUS(d, 0);
}

/* What is shown to a file, read back as UTF-8. */
static void shown_in(struct desk *d, const char *lang, const char *encoding, const char *view, char *ret,
		     size_t size)
{
	char file[200];
	struct str bytes = { 0 };

	snprintf(file, sizeof file, "%s", desk_path(d, "out.csv"));
	desk_run(d, NULL, "--lang", lang, "show", view, "--format", "csv", "--headings", "--encoding",
		 encoding, "-o", file, NULL);
	STATUS(d, 0);
	desk_read(d, "out.csv", &bytes);
	recode(encoding, "UTF-8", str_get(&bytes), ret, size);
	str_free(&bytes);
}

static void a_mainland_program_and_this_one_exchange_files(void **state)
{
	struct desk *d = *state;
	char text[2000];

	import_in(d, "customers", "gb18030", "姓名,电话\n王伟,13871110001\n");
	import_in(d, "vehicles", "gb18030", "车牌,客户,品牌,车型\n鄂A00001,13871110001,大众,朗逸\n");
	import_in(d, "jobs", "gb18030",
		  "车牌,维修单,日期,里程,名称,数量,单价\n鄂A00001,W-1,2025-03-04,52000,机油,4,60\n");
	shown_in(d, "zh_CN", "gb18030", "customers", text, sizeof text);
	assert_memory_equal(text, "姓名,电话,", strlen("姓名,电话,"));
	assert_non_null(strstr(text, "\n王伟,13871110001,"));
	shown_in(d, "zh_CN", "gb18030", "vehicles", text, sizeof text);
	assert_memory_equal(text, "车牌,品牌,车型,客户,", strlen("车牌,品牌,车型,客户,"));
	assert_non_null(strstr(text, "\n鄂A00001,大众,朗逸,王伟,"));
	desk_run(d, NULL, "show", "car_history", "vehicle=鄂A00001", "--format", "csv", NULL);
	SAYS(&d->out, "机油");
}

static void a_program_of_taiwan_and_this_one_exchange_files(void **state)
{
	struct desk *d = *state;
	char text[2000];

	import_in(d, "customers", "big5", "姓名,電話\n陳美玲,0912345678\n");
	import_in(d, "vehicles", "big5", "車牌,客戶,廠牌,車型\nABC-1234,0912345678,豐田,冠美麗\n");
	import_in(d, "jobs", "big5",
		  "車牌,維修單,日期,里程,名稱,數量,單價\nABC-1234,W-1,2025-03-04,52000,機油,4,60\n");
	shown_in(d, "zh_TW", "big5", "customers", text, sizeof text);
	assert_memory_equal(text, "姓名,電話,", strlen("姓名,電話,"));
	assert_non_null(strstr(text, "\n陳美玲,0912345678,"));
	shown_in(d, "zh_TW", "big5", "vehicles", text, sizeof text);
	assert_non_null(strstr(text, "豐田,冠美麗,陳美玲,"));
}

static void a_character_the_encoding_lacks_is_told(void **state)
{
	struct desk *d = *state;
	char file[200];
	struct str bytes = { 0 };

	import(d, "customers", "name,phone\n刘强,13871110001\n", NULL);
	STATUS(d, 0);
	snprintf(file, sizeof file, "%s", desk_path(d, "out.csv"));
	desk_run(d, NULL, "show", "customers", "--format", "csv", "--encoding", "big5", "-o", file, NULL);
	STATUS(d, 1);
	SAYS(&d->err, "Characters that do not exist in that encoding: 2");
	desk_read(d, "out.csv", &bytes);
	assert_non_null(strstr(str_get(&bytes), "?"));
	/* and bytes that are none of it */
	import(d, "customers", "name,phone\n\xff\xfe,13871110002\n", "--encoding=big5");
	STATUS(d, 65);
	SAYS(&d->err, "Line 2 is not CP950");
	str_free(&bytes);
}

static void packages_come_in_with_their_lines(void **state)
{
	static const char text[] = "编码,套餐,维修类型,工时项目,配件,文字说明,数量,单价\n"
				   "XBY,小保养,minor-service,L1,,,,\n"
				   "XBY,小保养,minor-service,,P2,,4,\n"
				   "XBY,小保养,minor-service,,,机油滤清器,1,\n"
				   "XBY,小保养,minor-service,,,废油处理,1,10\n"
				   "ZD,刹车保养,,L2,,,,\n";
	struct desk *d = *state;

	import(d, "work-packages", "code,name,labour,part\nA,a,L1,P1\nB,b,,\nC,c,L7,\n", NULL);
	STATUS(d, 65);
	SAYS(&d->err, "in.csv:2: part: A line is a labour item or a part, not both");
	SAYS(&d->err, "in.csv:3: text: Say what it is");
	SAYS(&d->err, "in.csv:4: labour: ");
	import(d, "work-packages", text, NULL);
	STATUS(d, 0);
	import(d, "work-packages", text, NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "show", "package_lines", "package=XBY", "--format", "csv", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "废油处理");
	desk_run(d, NULL, "sql",
		 "SELECT group_concat(kind, ' ') FROM (SELECT kind FROM package_line ORDER BY id)", NULL);
	SAYS(&d->out, "labour part part fee labour");
	desk_run(d, NULL, "check", NULL);
	STATUS(d, 0);
}

static void other_encodings_are_understood(void **state)
{
	static const char utf8[] = "code,name,price\nG1,机油滤清器,1\n";
	struct desk *d = *state;
	char gbk[200] = "", *in = (char *)(uintptr_t)utf8, *to = gbk;
	size_t left = sizeof utf8 - 1, room = sizeof gbk - 1;
	iconv_t how = iconv_open("GB18030", "UTF-8");

	assert_int_equal(iconv(how, &in, &left, &to, &room), 0);
	iconv_close(how);
	import(d, "parts", gbk, "--encoding=utf-8");
	STATUS(d, 65);
	import(d, "parts", gbk, NULL);
	STATUS(d, 0);
	assert_true(part_there(d, "G1"));
	SAYS(&d->out, "机油滤清器");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_sound_file_comes_in_once, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(titles_of_every_language_are_headings, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(each_wrong_row_is_named_and_nothing_is_kept, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(skip_bad_leaves_out_the_wrong_rows, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(a_dry_run_only_proves, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(a_mended_file_goes_on, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(a_file_comes_in_while_others_work, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(wrong_headings_are_named, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(customers_cars_and_suppliers_come_in, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(the_history_of_another_program_comes_in, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(a_mainland_program_and_this_one_exchange_files,
						desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(a_program_of_taiwan_and_this_one_exchange_files,
						desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(a_character_the_encoding_lacks_is_told, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(packages_come_in_with_their_lines, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(other_encodings_are_understood, desk_setup_shop,
						desk_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
