/* test_do.c - commands from the command line and as JSON lines, and the same figures in the reports. */
#include <stdio.h>
#include <string.h>

#include "tests/cli/desk.h"

static void one_command_says_what_it_made(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "do", "part.add", "code=p7", "name=雨刮片", "price=88.5", NULL);
	STATUS(d, 0);
	assert_string_equal(str_get(&d->out), "id=3\n");
	SILENT(&d->err);
	desk_run(d, NULL, "do", "--json", "stock.open", "part=P7", "qty=4", "cost=35", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "\"number\":\"OS-");
	desk_run(d, NULL, "show", "stock_on_hand", "code", "=", "P7", "--format", "csv", NULL);
	SAYS(&d->out, "P7,");
	SAYS(&d->out, ",4,");
}

static void a_refusal_is_one_line_with_the_field(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "do", "part.add", "code=P1", "name=x", "price=1", NULL);
	STATUS(d, 1);
	SAYS(&d->err, "workbay: code: ");
	assert_int_equal(strcspn(str_get(&d->err), "\n"), d->err.len - 1);
	desk_run(d, NULL, "do", "part.add", "code=P8", "name=x", "price=1.234", NULL);
	STATUS(d, 1);
	SAYS(&d->err, "price: ");
	desk_run(d, NULL, "do", "part.add", "code=P8", "name=x", "price=1", "colour=red", NULL);
	STATUS(d, 64);
	desk_run(d, NULL, "do", "part.add", "code", NULL);
	STATUS(d, 64);
}

static void help_knows_commands_too(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "do", "part.add", "--help", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "part.add - ");
	SAYS(&d->out, "barcode");
	desk_run(d, NULL, "help", "stock.open", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "stock.open - ");
	desk_run(d, NULL, "show", "--help", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "workbay show VIEW");
	desk_run(d, NULL, "do", "--help", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "workbay do ");
	desk_run(d, NULL, "help", "stok.open", NULL);
	STATUS(d, 64);
	SAYS(&d->err, "There is no command");
}

static void a_dry_run_keeps_nothing(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "do", "--dry-run", "part.add", "code=P8", "name=Horn", "price=1", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "id=");
	desk_run(d, NULL, "show", "parts", "--format", "csv", NULL);
	desk_says(&d->out, "Horn", false, __FILE__, __LINE__);
}

static void the_same_request_is_booked_once(void **state)
{
	struct desk *d = *state;

	for (int i = 0; i < 2; i++) {
		desk_run(d, NULL, "do", "stock.open", "part=P1", "qty=1", "cost=20", "request=monday-1",
			 NULL);
		STATUS(d, 0);
	}
	desk_run(d, NULL, "show", "stock_on_hand", "code", "=", "P1", "--format", "csv", NULL);
	SAYS(&d->out, ",11,");
	desk_run(d, NULL, "do", "stock.open", "part=P1", "qty=2", "cost=20", "request=monday-1", NULL);
	STATUS(d, 1);
	SAYS(&d->err, "booked already");
}

/* The script acts as a cashier, by taking the role of the only person; sun, a manager, stands by. */
static void an_approver_stands_by_in_a_json_line(void **state)
{
	struct desk *d = *state;
	static const char as_admin[] =
	    "{\"do\":\"user.add\",\"user\":\"sun\",\"name\":\"Sun\",\"role\":\"manager\",\"pin\":\"5678\"}\n"
	    "{\"do\":\"user.add\",\"user\":\"x\",\"name\":\"X\",\"role\":\"admin\",\"pin\":\"1234\"}\n"
	    "{\"do\":\"user.change\",\"user\":1,\"role\":\"cashier\"}\n";
	static const char asked[] = "{\"do\":\"part.add\",\"code\":\"A1\",\"name\":\"one\",\"price\":1}\n"
				    "{\"do\":\"part.add\",\"code\":\"A1\",\"name\":\"one\",\"price\":1,"
				    "\"approve\":\"sun\",\"approve_pin\":\"1234\"}\n"
				    "{\"do\":\"part.add\",\"code\":\"A1\",\"name\":\"one\",\"price\":1,"
				    "\"approve\":\"sun\"}\n"
				    "{\"do\":\"part.add\",\"code\":\"A1\",\"name\":\"one\",\"price\":1,"
				    "\"approve\":\"sun\",\"approve_pin\":\"5678\"}\n"
				    "{\"do\":\"part.add\",\"code\":\"A2\",\"name\":\"two\",\"price\":1}\n";

	desk_run(d, as_admin, "do", "--jsonl", NULL);
	STATUS(d, 0);
	desk_run(d, asked, "do", "--jsonl", "--keep-going", NULL);
	STATUS(d, 1);
	SAYS(&d->out, "may not do this (part.add)");
	SAYS(&d->out, "Name and PIN do not fit");
	SAYS(&d->out, "\"approved\":\"sun\"");
	desk_run(d, NULL, "show", "parts", "--format", "csv", NULL);
	SAYS(&d->out, "A1,one");
	desk_says(&d->out, "A2,two", false, __FILE__, __LINE__);
	desk_run(d, NULL, "do", "--approve", "sun", "part.add", "code=A3", "name=three", "price=1", NULL);
	STATUS(d, 77);
	SAYS(&d->err, "asked for at a terminal");
}

static void who_saves_second_is_told(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "do", "part.change", "part=P1", "price=40", "ver=1", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "do", "part.change", "part=P1", "price=41", "ver=1", NULL);
	STATUS(d, 75);
	SAYS(&d->err, "changed this at");
}

static void a_bare_value_is_a_row_of_one_cell(void **state)
{
	static const char lines[] =
	    "{\"do\":\"part.add\",\"code\":\"A1\",\"name\":\"one\",\"price\":1}\n"
	    "{\"do\":\"supplier.add\",\"name\":\"Bosch\"}\n"
	    "{\"do\":\"purchase.receive\",\"supplier\":\"Bosch\",\"original_no\":\"D1\",\"cost_is\":"
	    "\"estimated\","
	    "\"lines\":[[\"A1\",10,3]]}\n"
	    "{\"do\":\"purchase.invoice\",\"receipts\":[\"$3.number\"],\"invoice_no\":\"F1\",\"tax\":3.45,"
	    "\"lines\":[{\"part\":\"A1\",\"qty\":10,\"cost\":3.2}]}\n"
	    "{\"do\":\"purchase.pay\",\"supplier\":\"Bosch\",\"amount\":32,\"method\":\"bank\","
	    "\"bills\":[\"$4.number\"]}\n";
	struct desk *d = *state;

	desk_run(d, lines, "do", "--jsonl", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "32.00 is paid, 0.00 still open");
}

static void json_lines_stop_at_the_first_failure(void **state)
{
	static const char lines[] = "{\"do\":\"part.add\",\"code\":\"A1\",\"name\":\"one\",\"price\":1}\n"
				    "{\"do\":\"part.add\",\"code\":\"A1\",\"name\":\"two\",\"price\":2}\n"
				    "{\"do\":\"part.add\",\"code\":\"A3\",\"name\":\"three\",\"price\":3}\n";
	struct desk *d = *state;

	desk_run(d, lines, "do", "--jsonl", NULL);
	STATUS(d, 1);
	SAYS(&d->out, "{\"ok\":true,");
	SAYS(&d->out, "{\"ok\":false,");
	SAYS(&d->out, "\"field\":\"code\"");
	desk_run(d, NULL, "show", "parts", "code", "=", "A3", "--format", "csv", NULL);
	desk_says(&d->out, "three", false, __FILE__, __LINE__);
}

static void keep_going_does_the_rest_and_ends_with_1(void **state)
{
	static const char lines[] =
	    "not json\n"
	    "\n"
	    "{\"do\":\"part.add\",\"code\":\"A1\",\"code\":\"A2\",\"name\":\"one\",\"price\":1}\n"
	    "[1,2]\n"
	    "{\"do\":\"part.add\",\"code\":\"A3\",\"name\":\"three\",\"price\":3}\n"
	    "{\"do\":\"stock.open\",\"part\":\"$4.id\",\"qty\":0.5,\"cost\":2}\n";
	struct desk *d = *state;

	desk_run(d, lines, "do", "--jsonl", "--keep-going", NULL);
	STATUS(d, 1);
	desk_run(d, NULL, "show", "stock_on_hand", "code", "=", "A3", "--format", "csv", NULL);
	SAYS(&d->out, ",0.5,");
}

/* A whole thin day, as the desk works: one car comes, is looked at, worked on, settled, paid and handed over.
 */
static const char day[] =
    "{\"do\":\"job.receive\",\"plate\":\"鄂A12345\",\"odometer\":45210,\"repair_type\":\"minor-service\","
    "\"name\":\"李雷\","
    "\"phone\":\"13871234567\",\"complaint\":\"常规保养\"}\n"
    "{\"do\":\"job.labour\",\"job\":\"$1.id\",\"labour\":\"L1\"}\n"
    "{\"do\":\"job.part\",\"job\":\"$1.id\",\"part\":\"P1\",\"qty\":1}\n"
    "{\"do\":\"job.part\",\"job\":\"$1.id\",\"part\":\"P2\",\"qty\":4.5}\n"
    "{\"do\":\"job.labour\",\"job\":\"$1.id\",\"labour\":\"L2\"}\n"
    "{\"do\":\"job.decline\",\"job\":\"$1.id\",\"line\":\"$5.id\",\"reason\":\"下次再做\"}\n"
    "{\"do\":\"job.authorise\",\"job\":\"$1.id\",\"by\":\"李雷\",\"how\":\"signature\"}\n"
    "{\"do\":\"stock.issue\",\"job\":\"$1.id\",\"picker\":\"%s\"}\n"
    "{\"do\":\"job.finish\",\"job\":\"$1.id\",\"checker\":\"%s\"}\n"
    "{\"do\":\"job.settle\",\"job\":\"$1.id\",\"discount\":4,\"pay\":[{\"method\":\"wechat\",\"amount\":300},"
    "{\"method\":\"cash\",\"amount\":250,\"tendered\":300}]}\n"
    "{\"do\":\"job.handover\",\"job\":\"$1.id\",\"collected_by\":\"李雷\",\"reminders\":[{\"on\":\"+180\","
    "\"km\":50210,"
    "\"text\":\"下次保养\"}]}\n";

/* The person that init made: the account under which the test runs. */
static void person_read(struct desk *d, char ret[64])
{
	desk_run(d, NULL, "sql", "SELECT name FROM user", NULL);
	STATUS(d, 0);

	for (char *p = d->out.s + d->out.len - 1; p >= d->out.s && *p == '\n'; p--)
		*p = '\0';
	snprintf(ret, 64, "%.63s", strrchr(d->out.s, '\n') ? strrchr(d->out.s, '\n') + 1 : d->out.s);
}

static void a_thin_day_has_the_same_figures_everywhere(void **state)
{
	struct desk *d = *state;
	char who[64], lines[3000];

	person_read(d, who);
	snprintf(lines, sizeof lines, day, who, who);
	desk_run(d, lines, "do", "--jsonl", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "\"number\":\"WO-");
	SAYS(&d->out, "\"number\":\"ST-");
	SAYS(&d->out, "\"number\":\"GP-");

	/* 120 labour + 38 + 4.5 x 88 = 554; 4 off: 550, of which 250 in cash. */
	desk_run(d, NULL, "show", "jobs", "--format", "csv", NULL);
	SAYS(&d->out, ",handed_over,");
	desk_run(d, NULL, "report", "settlements", "day=today", "--format", "csv", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "550.00");
	desk_run(d, NULL, "report", "takings_by_method", "day=today", "--format", "csv", NULL);
	SAYS(&d->out, "Cash,1,250.00,0.00,250.00");
	SAYS(&d->out, "WeChat,1,300.00,0.00,300.00");
	desk_run(d, NULL, "report", "day_figures", "--format", "csv", NULL);
	SAYS(&d->out, "Cars received,1,");
	SAYS(&d->out, "Money taken,1,550.00");
	desk_run(d, NULL, "show", "stock_on_hand", "--format", "csv", NULL);
	SAYS(&d->out, ",9,");
	SAYS(&d->out, ",35.5,");
	desk_run(d, NULL, "report", "trial_balance", "day=today", "--format", "json", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "report", "work_in_progress", "--format", "csv", NULL);
	desk_says(&d->out, "WO-", false, __FILE__, __LINE__);
	desk_run(d, NULL, "show", "reminders_due", "kind=service", "--format", "csv", NULL);
	SAYS(&d->out, "下次保养");

	desk_run(d, NULL, "do", "till.close", "till=T1", "counted=749", "wechat=300", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "report", "till_closings", "day=today", "--format", "csv", NULL);
	SAYS(&d->out, "750.00,749.00,-1.00");
	desk_run(d, NULL, "check", "--full", NULL);
	STATUS(d, 0);
	SILENT(&d->out);
}

/* Every kind of line, by the inputs that scripts rely on. */
static void an_estimate_is_written_in_json_lines(void **state)
{
	static const char lines[] =
	    "{\"do\":\"supplier.add\",\"name\":\"江城喷漆\"}\n"
	    "{\"do\":\"job.receive\",\"plate\":\"鄂A12345\",\"odometer\":52000,\"complaint\":\"x\",\"name\":"
	    "\"王\",\"phone\":"
	    "\"13812345678\",\"model\":\"朗逸\"}\n"
	    "{\"do\":\"job.labour\",\"job\":\"$2.id\",\"text\":\"检查\",\"hours\":0.5,\"price\":60}\n"
	    "{\"do\":\"job.part\",\"job\":\"$2.id\",\"text\":\"雨刮\",\"qty\":2,\"price\":45}\n"
	    "{\"do\":\"job.sublet\",\"job\":\"$2.id\",\"supplier\":\"江城喷漆\",\"text\":\"喷漆\",\"cost\":"
	    "300,\"price\":480}\n"
	    "{\"do\":\"job.fee\",\"job\":\"$2.id\",\"text\":\"年检\",\"price\":120,\"pass_through\":true}\n"
	    "{\"do\":\"job.own_part\",\"job\":\"$2.id\",\"text\":\"自带机油\",\"qty\":4}\n"
	    "{\"do\":\"job.drop\",\"job\":\"$2.id\",\"line\":\"$3.id\",\"reason\":\"不用了\"}\n"
	    "{\"do\":\"job.decline\",\"job\":\"$2.id\",\"line\":\"$4.id\",\"reason\":\"太贵\",\"until\":"
	    "\"2027-03-01\"}\n"
	    "{\"do\":\"job.authorise\",\"job\":\"$2.id\",\"by\":\"王\",\"how\":\"phone\",\"amount\":700}\n"
	    "{\"do\":\"job.fee\",\"job\":\"$2.id\",\"text\":\"拖车\",\"price\":80}\n"
	    "{\"do\":\"job.authorise\",\"job\":\"$2.id\",\"by\":\"王\",\"how\":\"message\"}\n";
	struct desk *d = *state;

	desk_run(d, lines, "do", "--jsonl", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "\"number\":\"SB-");
	SAYS(&d->out, "\"revision\":2");
	desk_run(d, NULL, "show", "revision_lines", "job=#1", "--format", "csv", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "拖车");
	desk_run(d, NULL, "show", "job_totals", "job=#1", "--format", "csv", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "680.00");
	desk_run(d, NULL, "report", "off_rule", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "check", NULL);
	STATUS(d, 0);
}

static void steps_out_of_turn_are_refused(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "do", "job.receive", "plate=鄂A12345", "odometer=45210", "name=李雷",
		 "phone=13871234567", "complaint=异响", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "do", "job.settle", "job=#1", NULL);
	STATUS(d, 1);
	SAYS(&d->err, "job.finish");
	desk_run(d, NULL, "do", "job.handover", "job=#1", NULL);
	STATUS(d, 1);
}

static void the_lists_of_what_there_is_are_tables_and_json(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "commands", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "job.receive");
	desk_run(d, NULL, "commands", "job.receive", "--json", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "\"odometer\"");
	desk_run(d, NULL, "views", "--json", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "\"jobs\"");
	desk_run(d, NULL, "reports", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "trial_balance");
	desk_run(d, NULL, "checks", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "commands", "job.fly", NULL);
	STATUS(d, 64);
	desk_run(d, NULL, "version", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "workbay ");
}

static void views_are_filtered_ordered_and_written_to_files(void **state)
{
	struct desk *d = *state;
	struct str text = { 0 };

	desk_run(d, NULL, "show", "parts", "price", ">", "50", "--format", "json", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "\"P2\"");
	desk_says(&d->out, "\"P1\"", false, __FILE__, __LINE__);
	desk_run(d, NULL, "show", "parts", "name", "~", "滤清", "--format", "csv", "-o", "parts.csv", NULL);
	STATUS(d, 0);
	SILENT(&d->out);
	desk_read(d, "parts.csv", &text);
	SAYS(&text, "\xEF\xBB\xBF"
		    "code,name,");
	SAYS(&text, "P1,机油滤清器,");
	SAYS(&text, "\r\n");
	str_free(&text);
	desk_run(d, NULL, "show", "parts", "--format", "csv", "-o", "/nowhere/x.csv", NULL);
	STATUS(d, 73);
	desk_run(d, NULL, "show", "parts", "--order", "-price", "--limit", "1", "--format", "csv", NULL);
	SAYS(&d->out, "P2");
	desk_says(&d->out, "P1", false, __FILE__, __LINE__);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(one_command_says_what_it_made, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(help_knows_commands_too, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(a_refusal_is_one_line_with_the_field, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(a_dry_run_keeps_nothing, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(the_same_request_is_booked_once, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(an_approver_stands_by_in_a_json_line, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(who_saves_second_is_told, desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(a_bare_value_is_a_row_of_one_cell, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(json_lines_stop_at_the_first_failure, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(keep_going_does_the_rest_and_ends_with_1, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(a_thin_day_has_the_same_figures_everywhere, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(an_estimate_is_written_in_json_lines, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(steps_out_of_turn_are_refused, desk_setup_shop,
						desk_teardown),
		cmocka_unit_test_setup_teardown(the_lists_of_what_there_is_are_tables_and_json,
						desk_setup_shop, desk_teardown),
		cmocka_unit_test_setup_teardown(views_are_filtered_ordered_and_written_to_files,
						desk_setup_shop, desk_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
