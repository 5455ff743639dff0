/* test_batch.c - what cron runs: lists, exports, the night; and the demo shop they are tried on. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/cli/desk.h"

#define DEMO "demo", "--days", "3", "--orders-per-day", "3", "--until", "2026-11-21"

static int setup_demo(void **state)
{
	struct desk *d;

	desk_setup(state);
	d = *state;
	setenv("WORKBAY_NOW", "2026-11-21T04:00:00Z", 1);
	desk_run(d, NULL, DEMO, NULL);
	STATUS(d, 0);
	SILENT(&d->out);
	SILENT(&d->err);
	assert_int_equal(access(desk_path(d, "shop.db-wal"), F_OK), -1);
	return mkdir(desk_path(d, "out"), 0700);
}

static int batch(struct desk *d, const char *what, const char *option, const char *value)
{
	char out[200];

	snprintf(out, sizeof out, "%s", desk_path(d, "out"));
	return desk_run(d, NULL, "batch", what, "--out", out, option, value, NULL);
}

static int files_like(struct desk *d, const char *head, const char *tail)
{
	DIR *dir = opendir(desk_path(d, "out"));
	struct dirent *e;
	int n = 0;

	while ((e = readdir(dir))) {
		size_t len = strlen(e->d_name);

		n += !strncmp(e->d_name, head, strlen(head)) && len >= strlen(tail) &&
		     !strcmp(e->d_name + len - strlen(tail), tail);
	}
	closedir(dir);
	return n;
}

static size_t lines_of(const struct str *text)
{
	size_t n = 0;

	for (const char *c = text->len ? text->s : ""; *c; c++)
		n += *c == '\n';
	return n;
}

static void lists_have_a_heading_even_when_nobody_is_on_them(void **state)
{
	static const char *const lists[] = { "service",      "inspection", "insurance",
					     "appointments", "followups",  "lost",
					     "birthdays",    "stock",      "members" };
	struct desk *d = *state;
	struct str text = { 0 };
	char name[100];
	struct stat st;

	batch(d, "remind", "--date", "2026-11-21");
	STATUS(d, 0);
	SILENT(&d->out);
	SILENT(&d->err);
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		snprintf(name, sizeof name, "out/remind-%s-2026-11-21.csv", lists[i]);
		desk_read(d, name, &text);
		assert_memory_equal(str_get(&text), "\xEF\xBB\xBF", 3);
		SAYS(&text, "\r\n");
		assert_int_equal(stat(desk_path(d, name), &st), 0);
		assert_int_equal(st.st_mode & 0777, 0640);
	}
	desk_read(d, "out/remind-lost-2026-11-21.csv", &text);
	SAYS(&text, "last_visit_on,plate,");
	SAYS(&text, "\n2026-04-");
	snprintf(name, sizeof name, "# rows: %zu\n", lines_of(&text) - 1);
	desk_read(d, "out/remind-2026-11-21.sha256", &text);
	SAYS(&text, name);
	SAYS(&text, "  remind-stock-2026-11-21.csv\n");
	assert_int_equal(files_like(d, ".", ""), 2); /* "." and ".." */
	str_free(&text);
}

/* The last test but those on other files: it sells cards to people of the demo shop. */
static void members_and_who_comes_are_on_their_lists(void **state)
{
	static const char lines[] =
	    "{\"do\":\"customer.add\",\"name\":\"Runs out\",\"phone\":\"13900000001\"}\n"
	    "{\"do\":\"customer.add\",\"name\":\"Has little\",\"phone\":\"13900000002\"}\n"
	    "{\"do\":\"customer.add\",\"name\":\"Is "
	    "born\",\"phone\":\"13900000003\",\"birthday\":\"1980-11-25\"}\n"
	    "{\"do\":\"customer.add\",\"name\":\"Is "
	    "well\",\"phone\":\"13900000004\",\"birthday\":\"1980-06-25\"}\n"
	    "{\"do\":\"customer.add\",\"name\":\"Not "
	    "asked\",\"phone\":\"13900000005\",\"no_calls\":\"yes\"}\n"
	    "{\"do\":\"card.issue\",\"customer\":\"$1.id\",\"number\":\"M1\",\"valid\":\"2026-11-30\"}\n"
	    "{\"do\":\"card.issue\",\"customer\":\"$2.id\",\"number\":\"M2\"}\n"
	    "{\"do\":\"card.issue\",\"customer\":\"$3.id\",\"number\":\"M3\"}\n"
	    "{\"do\":\"card.issue\",\"customer\":\"$4.id\",\"number\":\"M4\",\"valid\":\"2027-11-30\"}\n"
	    "{\"do\":\"card.issue\",\"customer\":\"$5.id\",\"number\":\"M5\",\"valid\":\"2026-11-30\"}\n"
	    "{\"do\":\"card.top_up\",\"card\":\"M2\",\"amount\":\"99.99\",\"method\":\"bank\"}\n"
	    "{\"do\":\"card.top_up\",\"card\":\"M4\",\"amount\":\"100\",\"method\":\"bank\"}\n"
	    "{\"do\":\"vehicle.add\",\"plate\":\"鄂A0C0M1\",\"customer\":\"$4.id\",\"inspection_due\":\"2026-"
	    "11-28\"}\n"
	    "{\"do\":\"vehicle.add\",\"plate\":\"鄂A0C0M2\",\"customer\":\"$4.id\",\"inspection_due\":\"2026-"
	    "11-28\"}\n"
	    "{\"do\":\"reminder.call\",\"vehicle\":\"鄂A0C0M1\",\"kind\":\"inspection\",\"result\":"
	    "\"coming\","
	    "\"again_on\":\"2026-11-24\"}\n"
	    "{\"do\":\"reminder.call\",\"vehicle\":\"鄂A0C0M2\",\"kind\":\"inspection\",\"result\":"
	    "\"coming\"}\n"
	    "{\"do\":\"job.receive\",\"plate\":\"鄂A0C0M2\",\"odometer\":9,\"complaint\":\"inspection\"}\n";
	struct desk *d = *state;
	struct str text = { 0 };

	desk_run(d, lines, "do", "--jsonl", NULL);
	STATUS(d, 0);
	batch(d, "remind", "--date", "2026-11-21");
	STATUS(d, 0);
	desk_read(d, "out/remind-members-2026-11-21.csv", &text);
	assert_int_equal(lines_of(&text), 4);
	SAYS(&text, "2026-11-30,Card runs out,M1,");
	SAYS(&text, "2026-11-21,Little left,M2,");
	SAYS(&text, "2026-11-25,Birthday,M3,");
	desk_read(d, "out/remind-appointments-2026-11-21.csv", &text);
	assert_int_equal(lines_of(&text), 2);
	SAYS(&text, "2026-11-24,鄂A0C0M1,");
	str_free(&text);
}

static void the_same_date_gives_the_same_files(void **state)
{
	struct desk *d = *state;
	struct str first = { 0 }, second = { 0 };

	batch(d, "remind", "--date", "2026-11-21");
	desk_read(d, "out/remind-2026-11-21.sha256", &first);
	batch(d, "remind", "--date", "2026-11-21");
	desk_read(d, "out/remind-2026-11-21.sha256", &second);
	assert_true(first.len > 0);
	assert_string_equal(str_get(&first), str_get(&second));
	str_free(&first);
	str_free(&second);
}

static void exports_are_told_to_the_journal(void **state)
{
	struct desk *d = *state;

	batch(d, "export", "--date", "2026-11-20");
	STATUS(d, 0);
	assert_true(files_like(d, "report-", "-2026-11-20.csv") >= 5);
	desk_run(d, NULL, "show", "journal", "command", "=", "export.done", "--format", "csv", NULL);
	STATUS(d, 0);
	SAYS(&d->out, "report-settlements-2026-11-20.csv");
	SAYS(&d->out, "sha256");
}

static void a_night_leaves_lists_exports_and_a_copy(void **state)
{
	struct desk *d = *state;
	char copy[200];

	desk_write(d, "out/remind-stock-2020-01-01.csv", "old");
	desk_write(d, "out/20200101-233000.db", "old");
	desk_write(d, "out/letter-2020-01-01.csv", "mine");
	desk_write(d, "out/20200101-233000.db.txt", "mine");
	batch(d, "nightly", "--keep", "30");
	STATUS(d, 0);
	SILENT(&d->out);
	SILENT(&d->err);
	assert_int_equal(files_like(d, "remind-stock-2020", ".csv"), 0);
	assert_int_equal(files_like(d, "letter-2020-01-01.csv", ""), 1);
	assert_int_equal(files_like(d, "20200101-233000.db", ".txt"), 1);
	assert_int_equal(files_like(d, "2020", ".db"), 0);
	assert_int_equal(files_like(d, "20261121-120000.db", ""), 1);
	snprintf(copy, sizeof copy, "%s", desk_path(d, "out/20261121-120000.db"));
	desk_run_on(d, desk_path(d, "back.db"), NULL, "restore", copy, NULL);
	STATUS(d, 0);
	desk_run_on(d, desk_path(d, "back.db"), NULL, "check", "--full", NULL);
	STATUS(d, 0);
}

static void a_second_batch_waits_for_nobody(void **state)
{
	struct desk *d = *state;
	int fd = open(desk_path(d, "shop.db-batch"), O_RDWR | O_CREAT | O_CLOEXEC, 0660);

	assert_int_equal(flock(fd, LOCK_EX), 0);
	batch(d, "remind", NULL, NULL);
	STATUS(d, 75);
	close(fd);
	batch(d, "remind", NULL, NULL);
	STATUS(d, 0);
}

static void a_folder_that_is_not_there_is_told(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "batch", "remind", "--out", "/nowhere", NULL);
	STATUS(d, 73);
	SAYS(&d->err, "/nowhere");
	desk_run(d, NULL, "batch", "remind", "--date", "2026-13-40", NULL);
	assert_int_not_equal(d->status, 0);
	desk_write(d, "w.ini", "[batch]\nexports = nothing\n");
	desk_run(d, NULL, "--config", desk_path(d, "w.ini"), "batch", "export", NULL);
	STATUS(d, 78);
}

/* ---- the demo shop ---- */

static void show_all(struct desk *d, const char *shop, struct str *ret)
{
	static const char *const views[] = { "jobs",     "parts",     "vehicles",     "customers",
					     "payments", "documents", "reminders_due" };

	str_clear(ret);
	for (size_t i = 0; i < sizeof views / sizeof *views; i++) {
		desk_run_on(d, shop, NULL, "show", views[i], "--format", "csv", NULL);
		STATUS(d, 0);
		str_add(ret, str_get(&d->out));
	}
}

static void the_same_words_make_the_same_demo(void **state)
{
	struct desk *d = *state;
	struct str first = { 0 }, second = { 0 };
	char other[200];

	snprintf(other, sizeof other, "%s", desk_path(d, "other.db"));
	show_all(d, d->shop, &first);
	desk_run_on(d, other, NULL, DEMO, NULL);
	STATUS(d, 0);
	show_all(d, other, &second);
	assert_true(first.len > 10000);
	assert_true(!strcmp(str_get(&first), str_get(&second)));
	desk_run_on(d, desk_path(d, "third.db"), NULL, DEMO, "--seed", "2", NULL);
	STATUS(d, 0);
	show_all(d, desk_path(d, "third.db"), &second);
	assert_true(strcmp(str_get(&first), str_get(&second)) != 0);
	str_free(&first);
	str_free(&second);
}

static void the_demo_has_a_car_at_each_step(void **state)
{
	static const char *const states[] = { "received", "in_work", "finished", "settled", "handed_over" };
	struct desk *d = *state;

	desk_run(d, NULL, "show", "jobs", "--format", "csv", NULL);
	for (size_t i = 0; i < sizeof states / sizeof *states; i++)
		SAYS(&d->out, states[i]);
	desk_run(d, NULL, "show", "users", "--format", "csv", NULL);
	SAYS(&d->out, "zhou");
	desk_run(d, NULL, "report", "till_closings", "day=2026-11-18..2026-11-21", "--format", "csv", NULL);
	SAYS(&d->out, "-90.00");
	desk_run(d, NULL, "check", "--full", NULL);
	STATUS(d, 0);
	SILENT(&d->out);
}

/* Each story of the demo shop is found where people look for it. */
static void the_demo_tells_its_stories(void **state)
{
	struct desk *d = *state;

	desk_run(d, NULL, "report", "comebacks", "period=2026-11-21", "--format", "csv", NULL);
	STATUS(d, 0);
	SAYS(&d->out, ",rework,part,");
	SAYS(&d->out, ",rework,work,");
	SAYS(&d->out, ",charge,use,");
	assert_int_equal(lines_of(&d->out), 4);
	desk_run(d, NULL, "show", "reminders_due", "kind=declined", "due", "=", "2026-11-21", "--format",
		 "csv", NULL);
	SAYS(&d->out, "更换前刹车片");
	desk_run(d, NULL, "report", "lost_customers", "last=..2026-05-25", "--format", "csv", NULL);
	assert_int_equal(lines_of(&d->out), 41);
	desk_run(d, NULL, "sql",
		 "SELECT count(*) || ' told' FROM job WHERE odometer_reason LIKE '比上次少%' OR "
		 "odometer_reason LIKE "
		 "'仪表总成更换%'",
		 NULL);
	SAYS(&d->out, "2 told");
	desk_run(d, NULL, "show", "duplicates", "--format", "csv", NULL);
	assert_int_equal(lines_of(&d->out), 3);
	desk_run(d, NULL, "show", "arrived", "--format", "csv", NULL);
	assert_true(lines_of(&d->out) >= 2);
}

/* The same for what takes longer than three days to come about. */
static void a_month_of_the_demo_has_fleets_insurers_and_odometers(void **state)
{
	struct desk *d = *state;
	char month[200];

	snprintf(month, sizeof month, "%s", desk_path(d, "month.db"));
	desk_run_on(d, month, NULL, "demo", "--days", "14", "--orders-per-day", "5", "--until", "2026-11-21",
		    NULL);
	STATUS(d, 0);
	desk_run_on(d, month, NULL, "sql",
		    "SELECT count(*) || ' over' FROM party p WHERE p.credit_limit < (SELECT sum(amount) FROM "
		    "bill_open "
		    "WHERE party_id = p.id)",
		    NULL);
	SAYS(&d->out, "1 over");
	desk_run_on(d, month, NULL, "sql",
		    "SELECT (count(*) > 1) || ' unpaid' FROM bill_open b JOIN party p ON p.id = b.party_id "
		    "WHERE p.kind = "
		    "'insurer' AND p.id = (SELECT min(id) FROM party WHERE kind = 'insurer')",
		    NULL);
	SAYS(&d->out, "1 unpaid");
	desk_run_on(d, month, NULL, "report", "comebacks", "period=2026-11", "--format", "csv", NULL);
	assert_int_equal(lines_of(&d->out), 4);
	desk_run_on(d, month, NULL, "check", "--full", NULL);
	STATUS(d, 0);
}

static void a_demo_ahead_of_the_clock_goes_on_from_there(void **state)
{
	struct desk *d = *state;
	char ahead[200];

	unsetenv("WORKBAY_NOW");
	snprintf(ahead, sizeof ahead, "%s", desk_path(d, "ahead.db"));
	desk_run_on(d, ahead, NULL, "demo", "--days", "1", "--orders-per-day", "1", "--until", "+3", NULL);
	STATUS(d, 0);
	desk_run_on(d, ahead, NULL, "do", "job.receive", "plate=鄂A88888", "odometer=10", "name=韩梅梅",
		    "phone=13900000001", "complaint=保养", NULL);
	STATUS(d, 0);
}

static void journal_is_copied_row_by_row_and_only_when_it_follows(void **state)
{
	struct desk *d = *state;
	struct str text = { 0 }, more = { 0 };
	size_t rows;
	char *hash;

	batch(d, "journal", NULL, NULL);
	STATUS(d, 0);
	SILENT(&d->out);
	SILENT(&d->err);
	desk_read(d, "out/journal.jsonl", &text);
	rows = lines_of(&text);
	assert_true(rows > 20);
	assert_memory_equal(text.s, "{\"seq\":1,\"hash\":\"", 17);
	batch(d, "journal", NULL, NULL);
	STATUS(d, 0);
	desk_read(d, "out/journal.jsonl", &more);
	assert_int_equal(lines_of(&more), rows);
	/* a line that was cut off goes, and its row comes again, with the new one */
	text.s[text.len - 30] = '\0';
	desk_write(d, "out/journal.jsonl", text.s);
	desk_run(d, NULL, "do", "part.add", "code=NEW-1", "name=New", "price=1", NULL);
	STATUS(d, 0);
	batch(d, "journal", NULL, NULL);
	STATUS(d, 0);
	str_clear(&more);
	desk_read(d, "out/journal.jsonl", &more);
	assert_int_equal(lines_of(&more), rows + 1);
	assert_non_null(strstr(more.s, "\"command\":\"part.add\""));
	/* another history is not appended to this one */
	for (hash = more.s; strstr(hash + 1, "\"hash\":\""); hash = strstr(hash + 1, "\"hash\":\""))
		;
	hash[8] = hash[8] == '0' ? '1' : '0';
	desk_write(d, "out/journal.jsonl", more.s);
	batch(d, "journal", NULL, NULL);
	STATUS(d, 1);
	SAYS(&d->err, "The journal does not go on from row");
	desk_write(d, "out/journal.jsonl", "not ours\n");
	batch(d, "journal", NULL, NULL);
	STATUS(d, 1);
	SAYS(&d->err, "is no copy of a journal");
	str_free(&text);
	str_free(&more);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_have_a_heading_even_when_nobody_is_on_them),
		cmocka_unit_test(the_same_date_gives_the_same_files),
		cmocka_unit_test(exports_are_told_to_the_journal),
		cmocka_unit_test(a_night_leaves_lists_exports_and_a_copy),
		cmocka_unit_test(a_second_batch_waits_for_nobody),
		cmocka_unit_test(a_folder_that_is_not_there_is_told),
		cmocka_unit_test(the_demo_has_a_car_at_each_step),
		cmocka_unit_test(the_demo_tells_its_stories),
		cmocka_unit_test(a_month_of_the_demo_has_fleets_insurers_and_odometers),
		cmocka_unit_test(the_same_words_make_the_same_demo),
		cmocka_unit_test(journal_is_copied_row_by_row_and_only_when_it_follows),
		cmocka_unit_test(members_and_who_comes_are_on_their_lists),
		cmocka_unit_test(a_demo_ahead_of_the_clock_goes_on_from_there),
	};

	return cmocka_run_group_tests(tests, setup_demo, desk_teardown);
}
