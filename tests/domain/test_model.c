/* test_model.c - random documents through the door, compared to the fen with an independent model of the
 * books.
 *
 * WORKBAY_SEED chooses the documents; the seed of a failure is printed. Several processes: what each has
 * booked is put in the order of the journal and booked in one model. */
#include "base/date.h"
#include "tests/domain/agree.h"
#include "tests/domain/explained.h"
#include "tests/domain/tie.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define SEED 2 /* meets every kind of operation */

static unsigned seed_of(unsigned otherwise)
{
	const char *given = getenv("WORKBAY_SEED");

	return given ? (unsigned)strtoul(given, NULL, 10) : otherwise;
}

static void agrees(const struct op *op, bool allowed, const struct test_shop *s, unsigned seed, int n)
{
	if (allowed == op->ok)
		return;
	fail_msg("seed %u, operation %d of kind %d (job %d, document %d): the model says %s, the program %s: "
		 "[%s] %s",
		 seed, n, (int)op->kind, (int)op->job, (int)op->document, allowed ? "yes" : "no",
		 op->ok ? "yes" : "no", s->err.field, s->err.text);
}

/* What stood open of all customers and all suppliers when a day ended. */
struct stood {
	int64_t day, owed_us, we_owe;
};

#define DAYS_MOST 400

static void day_ends(struct test_shop *s, struct stood *at)
{
	*at = (struct stood){ s->now / 86400, ask(s, "SELECT coalesce(sum(amount), 0) FROM bill_open"),
			      ask(s, "SELECT coalesce(sum(amount), 0) FROM payable_open") };
}

static void stood(struct test_shop *s, const char *report, const char *column, int64_t day, int64_t want)
{
	int64_t got =
	    report_sum(s, report, column, arena_printf(s->arena, "day=%s", date_text(s->arena, day)));

	if (got != want)
		fail_msg("%s on %s: %lld, but %lld stood open then", report, date_text(s->arena, day),
			 (long long)got, (long long)want);
}

/* What the reports say of past days is what was seen when they ended. */
static void past_days_agree(struct test_shop *s, const struct stood *at, size_t n)
{
	assert_true(n > 5);
	for (size_t i = 0; i < n; i++) {
		stood(s, "bill_ageing", "open", at[i].day, at[i].owed_us);
		stood(s, "receivable_ageing", "total", at[i].day, at[i].owed_us);
		stood(s, "payables_by_document", "open", at[i].day, at[i].we_owe);
		stood(s, "payable_ageing", "total", at[i].day, at[i].we_owe);
	}
}

static void all_met(const int done[OP_KINDS])
{
	for (int i = 0; i < OP_KINDS; i++)
		if (done[i] == 0)
			fail_msg("no operation of kind %d was booked", i);
}

static void random_documents(unsigned seed, int operations)
{
	struct stood past[DAYS_MOST];
	size_t n_past = 0;
	struct test_shop *s = test_shop_new();
	struct clerk k = { .m = clerk_model(), .random = seed };
	int done[OP_KINDS] = { 0 };

	clerk_shop(s);
	for (int n = 0; n < operations; n++) {
		struct op op = clerk_makes(&k);
		bool allowed;

		if (!clerk_names_something(&op))
			continue;
		if (pick(&k, 40) == 0) {
			if (n_past < DAYS_MOST)
				day_ends(s, &past[n_past++]);
			wait_days(s, 1);
		}
		op.today = s->now / 86400;
		allowed = model_allows(k.m, &op);
		clerk_does(s, &op);
		agrees(&op, allowed, s, seed, n);
		if (!op.ok)
			continue;
		done[op.kind]++;
		model_book(k.m, &op);
		if (op.kind == OP_STATEMENT)
			same("closing balance of party", op.party,
			     ask(s, "SELECT closing FROM statement WHERE id = %lld", (long long)op.id),
			     model_closing(k.m, op.party));
		if (n % 40 == 0)
			books_agree(s, k.m);
	}
	books_agree(s, k.m);
	reports_tie(s);
	reports_agree(s, k.m);
	past_days_agree(s, past, n_past);
	printf("%d numbers are what their rows make\n", numbers_explained(s));
	checks_silent(s);
	if (seed == SEED)
		all_met(done);
	model_free(k.m);
	test_shop_free(s);
}

static void random_documents_agree_with_the_model(void **state)
{
	unsigned seed = seed_of(SEED);
	int rounds = getenv("WORKBAY_TORTURE") ? 200 : 1;

	(void)state;
	for (int i = 0; i < rounds; i++)
		random_documents(seed + (unsigned)i, getenv("WORKBAY_TORTURE") ? 2500 : 2000);
}

/* One operation, as both see it; 0 where both refuse it. */
static int64_t both(struct test_shop *s, struct model *m, struct op op)
{
	static int n;
	bool allowed;

	snprintf(op.request, sizeof(op.request), "B%d", ++n);
	op.payer = -1;
	op.today = s->now / 86400;
	allowed = model_allows(m, &op);
	clerk_does(s, &op);
	agrees(&op, allowed, s, 0, n);
	if (op.ok)
		model_book(m, &op);
	books_agree(s, m);
	return op.id;
}

static void invoiced_value_stands_once_through_reopening_and_red_letters(void **state)
{
	struct test_shop *s = test_shop_new();
	struct model *m = clerk_model();
	int64_t job, top_up, invoice, red;

	(void)state;
	clerk_shop(s);
	top_up = both(s, m, (struct op){ .kind = OP_TOP_UP, .party = 3, .method = M_BANK, .amount = 50000 });
	both(s, m, (struct op){ .kind = OP_TOP_UP, .party = 3, .method = M_BANK, .amount = 90000 });
	invoice = both(s, m, (struct op){ .kind = OP_INVOICE_TOP_UP, .document = top_up });
	red = both(s, m, (struct op){ .kind = OP_RED, .document = invoice });
	both(s, m, (struct op){ .kind = OP_INVOICE_TOP_UP, .document = top_up });
	assert_int_equal(both(s, m, (struct op){ .kind = OP_REVERSE, .document = red }), 0);
	job = both(s, m, (struct op){ .kind = OP_RECEIVE, .party = 3, .qty = 12345 });
	both(s, m, (struct op){ .kind = OP_LABOUR, .job = job, .amount = 40000 });
	both(s, m, (struct op){ .kind = OP_FINISH, .job = job });
	both(s, m, (struct op){ .kind = OP_SETTLE, .job = job, .surcharge = SURCHARGE_ORDINARY });
	both(s, m, (struct op){ .kind = OP_CARD_PAY, .job = job, .amount = 30000 });
	both(s, m, (struct op){ .kind = OP_REOPEN, .job = job });
	both(s, m, (struct op){ .kind = OP_SETTLE, .job = job, .surcharge = SURCHARGE_SPECIAL });
	assert_int_equal(model_to_invoice(m, 3), 43200 - 30000);
	checks_silent(s);
	model_free(m);
	test_shop_free(s);
}

/* ---- several processes ---- */

#define CLERKS 4
#define ROUNDS 2

/* Works on its own jobs, with the stock, the bills and the till of all, each round on a new day; tells what was booked. */
static void clerk_works(const char *dir, int clerk, int round, unsigned seed, int operations, int report)
{
	struct test_shop *s = test_shop_at(dir);
	struct clerk k = { .m = clerk_model(),
			   .random = seed + (unsigned)(clerk * 7919 + round * 104729),
			   .number = clerk,
			   .made = round * 2000 }; /* plates and request ids of its own */

	if (!s)
		_exit(3);
	wait_days(s, round);
	for (int n = 0; n < operations; n++) {
		struct op op = clerk_makes(&k);

		if (!clerk_names_something(&op))
			continue;
		clerk_does(s, &op);
		if (!op.ok &&
		    (s->err.code == ERR_FAULT || s->err.code == ERR_IO || s->err.code == ERR_BUSY)) {
			fprintf(stderr, "clerk %d: %s\n", clerk, s->err.text);
			_exit(1);
		}
		if (!op.ok)
			continue;
		/* goods that others brought are not in this clerk's model: he books what he can follow */
		if (model_allows(k.m, &op))
			model_book(k.m, &op);
		else if (op.kind == OP_RECEIVE)
			model_book(k.m, &op);
		if (write(report, &op, sizeof(op)) != sizeof(op))
			_exit(2);
	}
	_exit(0);
}

struct told {
	struct op op;
	int64_t seq;
};

static int by_seq(const void *a, const void *b)
{
	const struct told *x = a, *y = b;

	return (x->seq > y->seq) - (x->seq < y->seq);
}

static size_t all_told(int fd, struct told *ret, size_t most)
{
	size_t n = 0;

	while (n < most && read(fd, &ret[n].op, sizeof(ret[n].op)) == sizeof(ret[n].op))
		n++;
	return n;
}

/* All clerks at once on one file; what they have booked is put in its order. Returns how much it was. */
static size_t clerks_work(const char *dir, int round, unsigned seed, int operations, struct told *told)
{
	int report[2], status;
	size_t n;

	assert_int_equal(pipe(report), 0);
	fflush(stdout);
	for (int i = 0; i < CLERKS; i++) {
		if (fork() != 0)
			continue;
		close(report[0]);
		clerk_works(dir, i + 1, round, seed, operations, report[1]);
	}
	close(report[1]);
	n = all_told(report[0], told, (size_t)operations * CLERKS);
	close(report[0]);
	for (int i = 0; i < CLERKS; i++) {
		assert_true(wait(&status) > 0);
		assert_int_equal(status, 0);
	}
	return n;
}

static void round_agrees(struct test_shop *s, struct model *m, unsigned seed, struct told *told, size_t n)
{
	for (size_t i = 0; i < n; i++)
		told[i].seq = ask(s, "SELECT seq FROM journal WHERE request = '%s'", told[i].op.request);
	qsort(told, n, sizeof(*told), by_seq);
	for (size_t i = 0; i < n; i++) {
		if (!model_allows(m, &told[i].op))
			fail_msg("seed %u: %s (kind %d, of a document of kind %d) was booked, the model "
				 "refuses it",
				 seed, told[i].op.request, (int)told[i].op.kind,
				 (int)model_kind(m, told[i].op.document));
		model_book(m, &told[i].op);
	}
	books_agree(s, m);
	reports_agree(s, m);
	checks_silent(s);
}

static void clerks_at_once(unsigned seed, int operations)
{
	struct test_shop *s = test_shop_new(), *after;
	struct told *told = calloc((size_t)operations * CLERKS, sizeof(*told));
	struct model *m = clerk_model();
	struct err e = { 0 };
	size_t all = 0, n;

	assert_non_null(told);
	clerk_shop(s);
	assert_true(shop_checkpoint(s->shop, &e));
	for (int round = 0; round < ROUNDS; round++) {
		n = clerks_work(s->dir, round, seed, operations, told);
		after = test_shop_at(s->dir);
		wait_days(after, round);
		round_agrees(after, m, seed, told, n);
		test_shop_free(after);
		all += n;
	}
	printf("%zu documents of %d clerks\n", all, CLERKS);
	model_free(m);
	free(told);
	test_shop_free(s);
}

static void documents_of_several_processes_agree_with_the_model(void **state)
{
	unsigned seed = seed_of(20261126);
	int rounds = getenv("WORKBAY_TORTURE") ? 50 : 1;

	(void)state;
	for (int i = 0; i < rounds; i++)
		clerks_at_once(seed + (unsigned)i, getenv("WORKBAY_TORTURE") ? 600 : 120);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(random_documents_agree_with_the_model),
		cmocka_unit_test(invoiced_value_stands_once_through_reopening_and_red_letters),
		cmocka_unit_test(documents_of_several_processes_agree_with_the_model),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
