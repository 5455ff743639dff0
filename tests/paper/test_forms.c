/* test_forms.c - each printed form in English and Chinese, on a page and on rolls, as it is expected.
 *
 * usage: test_forms FOLDER [write] (with "write" the expected papers are written anew) */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "paper/render.h"
#include "tests/paper/day.h"

static const char *folder;
static bool writes;

/* The paper of a number's row. */
static char *paper_of(struct test_shop *s, const struct paper *paper)
{
	struct answer answer = { 0 };
	struct str text = { 0 };
	struct err e = { 0 };
	struct view_who who;
	struct ctx ctx;
	char *copy;

	session_ctx(s->session, s->arena, &answer, &ctx);
	session_who(&ctx, &who);
	if (!paper_render(ctx.db, &who, paper, &text, &e))
		fail_msg("%s: %s", paper->form->name, e.text);
	copy = arena_strdup(s->arena, str_get(&text));
	str_free(&text);
	return copy;
}

static void fits(const char *text, int columns)
{
	for (const char *p = text; *p;) {
		char line[1024];
		size_t n = strcspn(p, "\n");

		snprintf(line, sizeof line, "%.*s", (int)n, p);
		if (text_width(line) > columns)
			fail_msg("%d columns in “%s”", text_width(line), line);
		p += n + (p[n] == '\n');
	}
}

static void compare(const char *name, const char *text)
{
	char path[512], expected[16384];
	size_t n;
	FILE *f;

	snprintf(path, sizeof path, "%s/expected/%s", folder, name);
	f = fopen(path, writes ? "w" : "r");
	assert_non_null(f);
	if (writes) {
		fputs(text, f);
	} else {
		n = fread(expected, 1, sizeof expected - 1, f);
		expected[n] = '\0';
		assert_string_equal(text, expected);
	}
	fclose(f);
}

struct sheet {
	const char *form;
	int64_t id;
	int columns;
	const char *lang;
};

static void as_expected(const struct sheet *sheets, size_t n)
{
	struct test_shop *s = day_new(folder);

	for (size_t i = 0; i < n; i++) {
		const struct sheet *t = &sheets[i];
		struct paper p = { .form = form_find(t->form),
				   .id = t->id,
				   .columns = t->columns,
				   .lang = lang_find(t->lang) };
		char name[64], *text = paper_of(s, &p);

		snprintf(name, sizeof name, "%s-%d.%s", t->form, t->columns, t->lang);
		compare(name, text);
		fits(text, t->columns);
	}
	test_shop_free(s);
}

static void each_form_of_the_workshop_is_as_expected(void **state)
{
	static const struct sheet sheets[] = {
		{ "reception", 11, 80, "en" },
		{ "reception", 11, 80, "zh_CN" },
		{ "reception", 11, 48, "zh_TW" },
		{ "estimate", 11, 80, "en" },
		{ "estimate", 11, 80, "zh_CN" },
		{ "estimate", 11, 80, "zh_TW" },
		{ "estimate", 11, 48, "zh_CN" },
		{ "issue", 102, 80, "en" },
		{ "issue", 102, 80, "zh_CN" },
		{ "issue", 102, 80, "zh_TW" },
		{ "settlement", 103, 80, "en" },
		{ "settlement", 103, 80, "zh_CN" },
		{ "settlement", 103, 80, "zh_TW" },
		{ "settlement", 103, 48, "zh_CN" },
		{ "gate_pass", 105, 48, "en" },
		{ "gate_pass", 105, 32, "zh_CN" },
		{ "gate_pass", 105, 48, "zh_TW" },
		{ "dispatch", 11, 80, "en" },
		{ "dispatch", 11, 48, "en" },
		{ "dispatch", 11, 80, "zh_CN" },
		{ "dispatch", 11, 80, "zh_TW" },
		{ "temporary_pass", 108, 48, "en" },
		{ "temporary_pass", 108, 32, "en" },
		{ "temporary_pass", 108, 48, "zh_CN" },
		{ "temporary_pass", 108, 48, "zh_TW" },
		{ "credit", 109, 80, "en" },
		{ "credit", 109, 80, "zh_CN" },
		{ "credit", 109, 48, "zh_TW" },
		{ "authorisation", 11, 80, "en" },
		{ "authorisation", 11, 80, "zh_CN" },
		{ "authorisation", 11, 48, "zh_TW" },
		{ "revision", 120, 80, "en" },
		{ "revision", 120, 80, "zh_CN" },
		{ "revision", 120, 48, "zh_CN" },
		{ "supplement", 110, 80, "en" },
		{ "supplement", 110, 80, "zh_CN" },
		{ "supplement", 110, 80, "zh_TW" },
		{ "certificate", 112, 80, "en" },
		{ "certificate", 112, 80, "zh_CN" },
		{ "certificate", 112, 80, "zh_TW" },
		{ "check", 111, 80, "en" },
		{ "check", 111, 80, "zh_CN" },
	};

	(void)state;
	as_expected(sheets, sizeof sheets / sizeof *sheets);
}

static void each_form_of_the_store_is_as_expected(void **state)
{
	static const struct sheet sheets[] = {
		{ "purchase", 201, 80, "en" },
		{ "purchase", 201, 80, "zh_CN" },
		{ "purchase", 201, 80, "zh_TW" },
		{ "purchase", 201, 48, "zh_CN" },
		{ "purchase_return", 202, 80, "en" },
		{ "purchase_return", 202, 80, "zh_CN" },
		{ "purchase_order", 203, 80, "en" },
		{ "purchase_order", 203, 80, "zh_CN" },
		{ "order_request", 204, 80, "en" },
		{ "order_request", 204, 80, "zh_TW" },
		{ "order_request", 204, 48, "zh_CN" },
		{ "supplier_payment", 205, 80, "en" },
		{ "supplier_payment", 205, 80, "zh_CN" },
		{ "consign", 210, 80, "en" },
		{ "consign", 210, 80, "zh_CN" },
		{ "consign", 210, 48, "zh_TW" },
		{ "voucher", 160, 80, "en" },
		{ "voucher", 160, 48, "zh_CN" },
		{ "transfer", 161, 80, "en" },
		{ "transfer", 162, 48, "zh_TW" },
		{ "count_sheet", 163, 80, "en" },
		{ "count_sheet", 163, 48, "zh_CN" },
		{ "stocktake", 164, 80, "en" },
		{ "stocktake", 164, 80, "zh_CN" },
		{ "price_change", 165, 80, "en" },
		{ "price_change", 165, 48, "zh_TW" },
		{ "supplier_refund", 206, 80, "en" },
		{ "supplier_refund", 206, 80, "zh_CN" },
	};

	(void)state;
	as_expected(sheets, sizeof sheets / sizeof *sheets);
}

static void each_form_about_money_is_as_expected(void **state)
{
	static const struct sheet sheets[] = {
		{ "receipt", 104, 48, "en" },       { "receipt", 104, 48, "zh_CN" },
		{ "receipt", 104, 32, "zh_CN" },    { "till_close", 106, 48, "en" },
		{ "till_close", 106, 32, "zh_CN" }, { "pay_out", 191, 80, "en" },
		{ "pay_out", 191, 80, "zh_CN" },    { "till_x", 140, 48, "en" },
		{ "till_x", 140, 32, "zh_CN" },     { "till_move", 141, 48, "zh_CN" },
		{ "top_up", 142, 48, "en" },        { "top_up", 142, 32, "zh_CN" },
		{ "deposit", 143, 48, "en" },       { "deposit", 144, 48, "zh_CN" },
		{ "collective", 130, 80, "en" },    { "collective", 130, 80, "zh_CN" },
		{ "collective", 130, 48, "zh_TW" }, { "write_off", 131, 80, "en" },
		{ "write_off", 131, 80, "zh_CN" },  { "write_off", 131, 48, "zh_TW" },
		{ "day_close", 301, 48, "en" },     { "day_close", 301, 32, "zh_CN" },
		{ "expense", 302, 80, "en" },       { "expense", 302, 80, "zh_CN" },
		{ "expense", 303, 48, "zh_TW" },    { "invoice", 304, 80, "en" },
		{ "invoice", 304, 80, "zh_CN" },    { "invoice", 305, 48, "zh_TW" },
		{ "receipt", 306, 32, "zh_TW" },    { "statement", 132, 80, "en" },
		{ "statement", 132, 80, "zh_CN" },  { "statement", 132, 48, "zh_TW" },
	};

	(void)state;
	as_expected(sheets, sizeof sheets / sizeof *sheets);
}

static void each_form_of_the_counter_is_as_expected(void **state)
{
	static const struct sheet sheets[] = {
		{ "sale", 180, 80, "en" },           { "sale", 180, 80, "zh_CN" },
		{ "sale", 291, 80, "zh_TW" },        { "sale", 291, 48, "zh_TW" },
		{ "sale", 180, 48, "en" },           { "sale", 180, 32, "zh_CN" },
		{ "sale_return", 181, 80, "zh_CN" }, { "sale_return", 181, 48, "en" },
		{ "sale_return", 181, 32, "zh_TW" }, { "delivery", 182, 80, "en" },
		{ "delivery", 182, 80, "zh_CN" },    { "delivery", 182, 48, "zh_TW" },
		{ "core", 183, 80, "zh_CN" },        { "core", 184, 48, "zh_CN" },
		{ "core", 185, 80, "en" },           { "core", 186, 80, "zh_TW" },
		{ "part_label", 11, 32, "zh_CN" },   { "part_label", 12, 32, "en" },
	};

	(void)state;
	as_expected(sheets, sizeof sheets / sizeof *sheets);
}

static void a_later_copy_says_so(void **state)
{
	struct test_shop *s = day_new(folder);
	struct paper p = { .form = form_find("receipt"), .id = 104, .lang = lang_find("en") };

	(void)state;
	p.copy = 1;
	assert_null(strstr(paper_of(s, &p), "copy"));
	p.copy = 2;
	assert_non_null(strstr(paper_of(s, &p), "*** copy 2 ***"));
	p.lang = lang_find("zh_CN");
	assert_non_null(strstr(paper_of(s, &p), "副本 2"));
	test_shop_free(s);
}

static void what_is_not_there_is_a_sentence(void **state)
{
	struct test_shop *s = day_new(folder);
	struct paper p = { .form = form_find("receipt"), .id = 9999, .lang = lang_find("en") };
	struct answer answer = { 0 };
	struct str text = { 0 };
	struct err e = { 0 };
	struct view_who who;
	struct ctx ctx;

	(void)state;
	session_ctx(s->session, s->arena, &answer, &ctx);
	session_who(&ctx, &who);
	assert_false(paper_render(ctx.db, &who, &p, &text, &e));
	assert_int_equal(e.code, ERR_NO);
	assert_string_equal(str_get(&text), "");
	str_free(&text);
	test_shop_free(s);
}

static char *paper_of_number(struct test_shop *s, const char *form, const char *table, const char *number)
{
	struct paper p = { .form = form_find(form), .lang = lang_find("en") };

	p.id = ask(s, "SELECT id FROM %s WHERE number = '%s'", table, number);
	return paper_of(s, &p);
}

/* A car from reception to the gate by commands alone. */
static void work_order_done(struct test_shop *s)
{
	run(s, "till.open", "till", "T1", "float", "100", NULL);
	run(s, "part.add", "code", "OF-1", "name", "机油滤清器", "price", "45", "unit", "个", NULL);
	run(s, "stock.open", "part", "OF-1", "warehouse", "MAIN", "qty", "10", "cost", "20", NULL);
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50010", "name", "王强", "phone",
	    "13800138000", "complaint", "小保养", NULL);
	run(s, "job.labour", "job", "WO-261121-0001", "text", "更换机油", "price", "200", NULL);
	run(s, "job.part", "job", "WO-261121-0001", "part", "OF-1", "qty", "2", NULL);
	run(s, "job.authorise", "job", "WO-261121-0001", "by", "王强", "how", "phone", NULL);
	run(s, "stock.issue", "job", "WO-261121-0001", "picker", "boss", NULL);
	run(s, "job.finish", "job", "WO-261121-0001", NULL);
	run(s, "job.settle", "job", "WO-261121-0001", "discount", "10", "pay.0.method", "cash",
	    "pay.0.amount", "280", NULL);
	run(s, "job.handover", "job", "WO-261121-0001", NULL);
}

static void papers_say_what_the_commands_booked(void **state)
{
	struct test_shop *s = test_shop_new();
	char *text;

	(void)state;
	work_order_done(s);
	text = paper_of_number(s, "estimate", "job", "WO-261121-0001");
	assert_says(text, "Labour       200.00        Parts        90.00");
	text = paper_of_number(s, "authorisation", "job", "WO-261121-0001");
	assert_says(text, "Authorised:  290.00                      王强 Phone 2026-11-21 12:00");
	text = paper_of_number(s, "issue", "document", "IS-261121-0001");
	assert_says(text, "OF-1             机油滤清器                                             2 个");
	assert_says(text, "Picked by:   boss");
	text = paper_of_number(s, "settlement", "document", "ST-261121-0001");
	assert_says(text, "                                                           Discount       -10.00");
	assert_says(text, "                                                              Total       280.00");
	assert_says(text, "2026-11-21 PY-261121-0001   Cash                                          280.00");
	assert_null(strstr(text, "Still open"));
	text = paper_of_number(s, "receipt", "document", "PY-261121-0001");
	assert_says(text, "Total                                     280.00");
	assert_says(text, "ST-261121-0001 WO-261121-0001             280.00");
	text = paper_of_number(s, "gate_pass", "document", "GP-261121-0001");
	assert_says(text, "Collected by: 王强 138 0013 8000");
	test_shop_free(s);
}

static void a_claim_is_printed_without_amounts(void **state)
{
	struct test_shop *s = test_shop_new();
	char *text;

	(void)state;
	work_order_done(s);
	run(s, "job.receive", "plate", "鄂A12345", "odometer", "50020", "complaint", "x", "repair_mode",
	    "claim", NULL);
	run(s, "job.labour", "job", "WO-261121-0002", "text", "更换水泵", "price", "456.78", NULL);
	text = paper_of_number(s, "estimate", "job", "WO-261121-0002");
	assert_says(text, "更换水泵");
	assert_null(strstr(text, "456.78"));
	assert_null(strstr(text, "Total"));
	run(s, "job.reprice", "job", "WO-261121-0002", "repair_mode", "normal", NULL);
	assert_says(paper_of_number(s, "estimate", "job", "WO-261121-0002"), "456.78");
	test_shop_free(s);
}

static void a_closing_carries_the_head_of_the_journal(void **state)
{
	struct test_shop *s = test_shop_new();
	struct paper p = { .form = form_find("till_close"), .lang = lang_find("en") };
	const char *hash;

	(void)state;
	run(s, "till.open", "till", "T1", "float", "500", NULL);
	run(s, "till.close", "till", "T1", "counted", "500", NULL);
	p.id = s->answer.document;
	hash = ask_text(s, "SELECT lower(hex(substr(hash, 1, 8))) FROM journal ORDER BY seq DESC LIMIT 1");
	assert_int_equal(strlen(hash), 16);
	assert_non_null(strstr(paper_of(s, &p), hash));
	test_shop_free(s);
}

static void hostile_text_is_harmless_on_paper(void **state)
{
	struct test_shop *s = day_new(folder);
	struct paper p = { .form = form_find("reception"), .id = 11, .lang = lang_find("zh_CN") };
	const char *text;

	(void)state;
	day_script(s, "UPDATE party SET name = 'Zhang' || char(27) || 'p' || char(0x202e) || char(0x9b) || "
		      "char(29) || 'V' "
		      "|| char(0x200b) || 'Wei' WHERE id = 11");
	text = paper_of(s, &p);
	assert_non_null(strstr(text, "Zhang?p???V?Wei"));
	for (const char *c = text; *c; c++)
		assert_true((unsigned char)*c >= 0x20 || *c == '\n');
	fits(text, 80);
	test_shop_free(s);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_form_of_the_workshop_is_as_expected),
		cmocka_unit_test(each_form_of_the_store_is_as_expected),
		cmocka_unit_test(each_form_about_money_is_as_expected),
		cmocka_unit_test(each_form_of_the_counter_is_as_expected),
		cmocka_unit_test(a_later_copy_says_so),
		cmocka_unit_test(what_is_not_there_is_a_sentence),
		cmocka_unit_test(papers_say_what_the_commands_booked),
		cmocka_unit_test(a_claim_is_printed_without_amounts),
		cmocka_unit_test(a_closing_carries_the_head_of_the_journal),
		cmocka_unit_test(hostile_text_is_harmless_on_paper),
	};

	if (argc < 2)
		return 64;
	folder = argv[1];
	writes = argc > 2;
	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests(tests, NULL, NULL);
}
