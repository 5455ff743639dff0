/* bench_console.c - the console under a pseudo-terminal beside a bare ncurses list of the same rows: start,
 * keys, bytes, memory.
 *
 * bench_console WORKBAY BARE_LIST FILE DEMO: FILE is a shop whose user `ann` has the PIN 1234, DEMO a demo shop. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "tests/bench/figure.h"
#include "tests/lib/pty.h"

struct seat {
	const char *workbay, *bare, *file, *demo;
	char rows[64]; /* the file of rows that the bare list shows */
};

static struct pty *console_of(const struct seat *s, const char *file, const char *user)
{
	const char *argv[] = { s->workbay, "--shop", file, "--user", user, "--lang", "en", NULL };

	return pty_start(&(struct pty_options){ .argv = argv });
}

static struct pty *console(const struct seat *s)
{
	return console_of(s, s->file, "ann");
}

static struct pty *bare(const struct seat *s)
{
	const char *argv[] = { s->bare, s->rows, NULL };

	return pty_start(&(struct pty_options){ .argv = argv });
}

static void rest(struct pty *p)
{
	if (!pty_idle(p, 0)) {
		pty_dump(p);
		die("the program does not come to rest");
	}
}

/* Logged in, at the screen of this number. */
static struct pty *at_screen(struct pty *p, const char *code)
{
	pty_expect(p, "PIN", 0);
	pty_type(p, "1234");
	pty_key(p, "Enter");
	pty_expect(p, "F10", 0); /* the home screen, or who is to be called today */
	rest(p);
	pty_key(p, "F10");
	rest(p);
	pty_type(p, code);
	rest(p);
	return p;
}

static struct pty *at_list(const struct seat *s)
{
	struct pty *p = at_screen(console(s), "31");

	pty_expect_row(p, 0, "Customers", 0);
	rest(p);
	return p;
}

/* The rows that the console shows, page after page, for the bare list to show the same. */
static void rows_copy(struct seat *s, int pages)
{
	struct pty *p = at_list(s);
	FILE *f;
	int fd;

	snprintf(s->rows, sizeof(s->rows), "/tmp/workbay-rows-XXXXXX");
	fd = mkstemp(s->rows);
	f = fd >= 0 ? fdopen(fd, "w") : NULL;
	if (!f)
		die("no file for the rows");
	for (int i = 0; i < pages; i++) {
		for (int y = 3; y < 20; y++)
			fprintf(f, "%s\n", pty_row(p, y));
		pty_key(p, "PgDn");
		rest(p);
	}
	fclose(f);
	pty_free(p);
}

/* ---- start ---- */

static int64_t start_time(struct pty *p, int64_t from, const char *text)
{
	if (!pty_expect(p, text, 0))
		die("nothing is painted");
	from = pty_last(p) - from;
	rest(p);
	pty_free(p);
	return from;
}

static void measure_start(const struct seat *s)
{
	struct figure ours = { 0 }, floor = { 0 };

	for (int i = 0; i < 40; i++) {
		int64_t from = figure_now();

		figure_add(&floor, start_time(bare(s), from, "F1 Help"));
		from = figure_now();
		figure_add(&ours, start_time(console(s), from, "PIN"));
	}
	figure_row_quickest("start to the login frame", &ours, &floor, 200);
	figure_free(&ours);
	figure_free(&floor);
}

/* ---- keys ---- */

struct stroke {
	const char *what, *key, *bare_key;
	int times;
};

static const struct stroke strokes[] = {
	{ "down in a list", "Down", "Down", 12 },
	{ "a page of a list", "PgDn", "PgDn", 6 },
};

/* From the key to the last byte of its answer. */
static int64_t press(struct pty *p, const char *key, double *bytes)
{
	size_t before = pty_bytes(p);
	int64_t from = figure_now();

	pty_key(p, key);
	rest(p);
	*bytes += (double)(pty_bytes(p) - before);
	return pty_last(p) - from;
}

static void measure_stroke(const struct seat *s, const struct stroke *k)
{
	struct figure ours = { 0 }, floor = { 0 };
	double our_bytes = 0, floor_bytes = 0;
	char what[80];
	int n = 0;

	for (int round = 0; round < 12; round++) {
		struct pty *a = at_list(s), *b = bare(s);

		pty_expect(b, "F1 Help", 0);
		rest(b);
		for (int i = 0; i < k->times; i++, n++) {
			figure_add(&ours, press(a, k->key, &our_bytes));
			figure_add(&floor, press(b, k->bare_key, &floor_bytes));
		}
		pty_free(a);
		pty_free(b);
	}
	figure_row_quickest(k->what, &ours, &floor, 200);
	snprintf(what, sizeof(what), "  bytes");
	figure_row_numbers(what, our_bytes / n, floor_bytes / n, "B", 110);
	figure_free(&ours);
	figure_free(&floor);
}

/* A character at the end of a field: of the form for a new customer, of the bare list. */
static void measure_typing(const struct seat *s)
{
	struct figure ours = { 0 }, floor = { 0 };
	double our_bytes = 0, floor_bytes = 0;
	int n = 0;

	for (int round = 0; round < 12; round++) {
		struct pty *a = at_list(s), *b = bare(s);

		pty_key(a, "F2");
		pty_expect_row(a, 0, "New customer", 0);
		pty_expect(b, "F1 Help", 0);
		pty_key(b, "/");
		pty_type(a, "x");
		pty_type(b, "x");
		rest(a);
		rest(b);
		for (int i = 0; i < 12; i++, n++) {
			char c[2] = { (char)('a' + i), '\0' };

			figure_add(&ours, press(a, c, &our_bytes));
			figure_add(&floor, press(b, c, &floor_bytes));
		}
		pty_free(a);
		pty_free(b);
	}
	figure_row_quickest("a character in a field", &ours, &floor, 200);
	figure_row_numbers("  bytes (at most 22)", our_bytes / n, 0, "B", 2200);
	figure_row_numbers("  bytes", our_bytes / n, floor_bytes / n, "B", 0);
	figure_free(&ours);
	figure_free(&floor);
}

/* A line of an estimate, from Enter behind its code until it is stored and painted. A person waits for it, so the limits are
 * times: 2 ms in the middle, 10 ms at the 99th hundredth. */
static void measure_line(const struct seat *s)
{
	struct pty *p = at_screen(console_of(s, s->demo, "wang"), "12");
	struct figure ours = { 0 };
	double bytes = 0;

	pty_expect(p, "Cars in the house", 0);
	rest(p);
	pty_key(p, "Enter");
	if (!pty_expect(p, "Add:", 0)) {
		pty_dump(p);
		die("no estimate is open");
	}
	for (int i = 0; i < 100; i++) {
		rest(p);
		pty_type(p, "JYLQ-02");
		rest(p);
		figure_add(&ours, press(p, "Enter", &bytes));
	}
	if (!pty_expect(p, "Parts 3,800.00", 0)) {
		pty_dump(p);
		die("the lines are not there");
	}
	figure_row_numbers("a typed line stored and painted", (double)figure_at(&ours, 50) / 1e6, 0, "ms",
			   200);
	figure_row_numbers("  the 99th hundredth", (double)figure_at(&ours, 99) / 1e6, 0, "ms", 1000);
	figure_free(&ours);
	pty_free(p);
}

/* ---- memory ---- */

static double pss_of(pid_t pid)
{
	char path[64], line[256];
	double kb = 0;
	FILE *f;

	snprintf(path, sizeof(path), "/proc/%d/smaps_rollup", (int)pid);
	f = fopen(path, "re");
	while (f && fgets(line, sizeof(line), f))
		if (strncmp(line, "Pss:", 4) == 0)
			kb = strtod(line + 4, NULL);
	if (f)
		fclose(f);
	return kb / 1024;
}

static void measure_memory(const struct seat *s)
{
	struct pty *a = at_list(s), *b = bare(s);

	pty_expect(b, "F1 Help", 0);
	rest(b);
	figure_row_numbers("memory waiting in a list (PSS)", pss_of(pty_pid(a)), 0, "MB", 1200);
	figure_row_numbers("  bare list", pss_of(pty_pid(b)), 0, "MB", 0);
	pty_free(a);
	pty_free(b);
}

int main(int argc, char **argv)
{
	struct seat s = { 0 };

	if (argc < 5)
		die("usage: bench_console WORKBAY BARE_LIST FILE DEMO");
	s = (struct seat){ .workbay = argv[1], .bare = argv[2], .file = argv[3], .demo = argv[4] };
	rows_copy(&s, 8);
	measure_start(&s);
	for (size_t i = 0; i < sizeof(strokes) / sizeof(*strokes); i++)
		measure_stroke(&s, &strokes[i]);
	measure_typing(&s);
	measure_line(&s);
	measure_memory(&s);
	unlink(s.rows);
	return 0;
}
