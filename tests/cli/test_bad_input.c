/* test_bad_input.c - what goes wrong at a desk: each time a sentence that says what, and nothing is lost or booked. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tests/cli/desk.h"

#define WORDS_MOST 8

struct bad {
	const char *words[WORDS_MOST]; /* behind `do`; ends with NULL */
	int status;
	const char *sentence;
};

static long long booked(struct desk *d)
{
	desk_run(d, NULL, "sql", "SELECT 'rows', max(seq) FROM journal", NULL);
	STATUS(d, 0);
	return atoll(strstr(str_get(&d->out), "rows\t") + 5);
}

static void each_is_told(struct desk *d, const struct bad *bad, size_t n)
{
	long long before = booked(d);

	for (size_t i = 0; i < n; i++) {
		const char *const *w = bad[i].words;

		desk_run(d, NULL, "do", w[0], w[1], w[2], w[3], w[4], w[5], w[6], w[7], NULL);
		STATUS(d, bad[i].status);
		SAYS(&d->err, bad[i].sentence);
		SILENT(&d->out);
	}
	assert_int_equal(booked(d), before);
	desk_run(d, NULL, "check", "--full", NULL);
	STATUS(d, 0);
}

#define EACH(d, table) each_is_told((d), (table), sizeof(table) / sizeof *(table))

#define CAR "job.receive", "plate=鄂A12345", "name=王芳", "phone=13812345678"

static void texts_that_cannot_be_kept_are_told(void **state)
{
	static const struct bad bad[] = {
		{ { "customer.add", "name=" }, 1, "Name is needed" },
		{ { CAR, "complaint=x" }, 1, "The odometer is needed" },
		{ { CAR, "odometer=12", "complaint=a\033[31mb" },
		  1,
		  "controls the terminal (U+001B); remove it" },
		{ { CAR, "odometer=12",
		    "complaint=a\xE2\x80\xAE"
		    "b" },
		  1,
		  "is invisible or controls the terminal (U+202E)" },
		{ { "customer.add", "name=\xC0\xD6\xB9\xFA" },
		  65,
		  "is not UTF-8 text; set the terminal to UTF-8" },
		{ { "customer.add", "name=a\xFF" }, 65, "is not UTF-8 text" },
		{ { "customer.add", "name=0123456789012345678901234567890123456789012345678901234567890" },
		  1,
		  "has 61 characters; at most 60 can be kept" },
		{ { "customer.add", "name=x", "phone=12" }, 1, "is not a phone number" },
		{ { "customer.add", "nmae=x" }, 64, "There is no input “nmae” here" },
		{ { "nosuch.command" }, 64, "There is no command “nosuch.command”" },
		{ { "part.add", "code=P1", "name=x", "price=1" }, 1, "There is a part P1 already" },
	};

	EACH(*state, bad);
}

static void full_width_signs_are_taken_for_what_they_mean(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "do", "part.add", "code=ＡＢ１", "name=x", "price=１２．５０", NULL);
	STATUS(d, 0);
	desk_run(d, NULL, "sql", "SELECT code, price FROM part WHERE code = 'AB1'", NULL);
	SAYS(&d->out, "AB1\t1250");
}

static void amounts_and_quantities_out_of_bounds_are_told(void **state)
{
	static const struct bad bad[] = {
		{ { "part.add", "code=A", "name=x", "price=-1" }, 1, "Price must be at least 0.00" },
		{ { "part.add", "code=A", "name=x", "price=12,5" },
		  1,
		  "is not an amount; write it like 1234.50" },
		{ { "part.add", "code=A", "name=x", "price=99999999999999999999" },
		  1,
		  "is too large; the largest amount is" },
		{ { "part.add", "code=A", "name=x", "price=1.001" }, 1, "has more than two decimals" },
		{ { "sale.post", "line=P1:0", "pay=cash:0" }, 1, "Quantity must be at least 0.001" },
		{ { "sale.post", "line=P1:-1", "pay=cash:1" }, 1, "Quantity must be at least 0.001" },
		{ { "sale.post", "line=P1:11", "pay=cash:418" },
		  1,
		  "Only 10 of P1 机油滤清器 on hand in this warehouse, 11 wanted" },
		{ { CAR, "odometer=-5" }, 1, "is out of range" },
		{ { CAR, "odometer=99999999" }, 1, "is out of range" },
		{ { CAR, "odometer=1", "promised_at=2026-02-30" }, 1, "“2026-02-30” is not a time" },
	};

	EACH(*state, bad);
}

static void day_of_one_car(struct desk *d)
{
	static const char day[] =
	    "{\"do\":\"job.receive\",\"plate\":\"鄂A12345\",\"name\":\"王芳\",\"phone\":\"13812345678\","
	    "\"odometer\":52000,\"complaint\":\"x\"}\n"
	    "{\"do\":\"job.labour\",\"job\":\"$1.id\",\"labour\":\"L1\"}\n"
	    "{\"do\":\"job.authorise\",\"job\":\"$1.id\",\"by\":\"王芳\",\"how\":\"phone\"}\n"
	    "{\"do\":\"job.finish\",\"job\":\"$1.id\"}\n"
	    "{\"do\":\"job.settle\",\"job\":\"$1.id\",\"pay\":[{\"method\":\"cash\",\"amount\":120}]}\n";

	desk_run(d, day, "do", "--jsonl", NULL);
	STATUS(d, 0);
}

static void what_is_settled_or_closed_stays(void **state)
{
	static const struct bad settled[] = {
		{ { "job.labour", "job=#1", "labour=L2" }, 1, "is settled. Reopen it first (job.reopen)" },
		{ { "job.settle", "job=#1" }, 1, "is settled already" },
		{ { "stock.issue", "job=#1", "picker=#1" }, 1, "is settled. Reopen it first (job.reopen)" },
	};
	static const struct bad closed[] = {
		{ { "till.close", "till=T1", "counted=620" }, 1, "is not open" },
		{ { "sale.post", "line=P1:1", "pay=cash:38" }, 1, "You have no open till" },
	};
	struct desk *d = *state;

	day_of_one_car(d);
	EACH(d, settled);
	desk_run(d, NULL, "do", "till.close", "till=T1", "counted=620", NULL);
	STATUS(d, 0);
	EACH(d, closed);
}

static void the_same_payment_is_taken_once(void **state)
{
	struct desk *d = *state;
	char first[200];

	for (int i = 0; i < 2; i++) {
		desk_run(d, NULL, "do", "sale.post", "line=P1:1", "pay=cash:38", "request=key-pressed-twice",
			 NULL);
		STATUS(d, 0);
		if (i)
			assert_string_equal(str_get(&d->out), first);
		snprintf(first, sizeof first, "%s", str_get(&d->out));
	}
	desk_run(d, NULL, "sql", "SELECT count(*) FROM sale", NULL);
	SAYS(&d->out, "1\n");
}

static void a_printer_that_is_not_there_is_told_and_the_sale_stands(void **state)
{
	struct desk *d = *state;
	char number[40];
	const char *at;

	desk_run(d, NULL, "do", "sale.post", "line=P1:1", "pay=cash:38", NULL);
	STATUS(d, 0);
	at = strstr(str_get(&d->out), "number=");
	snprintf(number, sizeof number, "%.*s", (int)strcspn(at + 7, " \n"), at + 7);
	desk_run(d, NULL, "print", "sale", number, "--to", "nosuchprinter", NULL);
	STATUS(d, 69);
	SAYS(&d->err, "nosuchprinter");
	desk_run(d, NULL, "print", "sale", number, "--to", "-", NULL);
	STATUS(d, 0);
	SAYS(&d->out, number);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, desk_setup_shop, desk_teardown)
	const struct CMUnitTest tests[] = {
		TEST(texts_that_cannot_be_kept_are_told),
		TEST(full_width_signs_are_taken_for_what_they_mean),
		TEST(amounts_and_quantities_out_of_bounds_are_told),
		TEST(what_is_settled_or_closed_stays),
		TEST(the_same_payment_is_taken_once),
		TEST(a_printer_that_is_not_there_is_told_and_the_sale_stands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
