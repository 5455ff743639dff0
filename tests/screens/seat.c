/* seat.c - a person at a terminal. */
#include "tests/screens/seat.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static char dir[] = "/tmp/workbay-seat-XXXXXX";
static char shop[64];

static void run(const char *command)
{
	int status = system(command);

	if (status != 0)
		fail_msg("%s: %d", command, status);
}

void shop_do(const char *command)
{
	char line[1000];

	snprintf(line, sizeof line, "%s --shop %s %s >/dev/null", getenv("WORKBAY"), shop, command);
	run(line);
}

void shop_tells(const char *command, struct str *ret)
{
	char line[1000], buf[4096];
	size_t n;
	FILE *out;

	snprintf(line, sizeof line, "%s --shop %s --lang en %s", getenv("WORKBAY"), shop, command);
	out = popen(line, "re");
	assert_non_null(out);
	while ((n = fread(buf, 1, sizeof buf, out)) > 0)
		str_addn(ret, buf, n);
	if (pclose(out) != 0)
		fail_msg("%s", command);
}

void shop_lines(const char *lang, const char *json)
{
	char name[64], line[100];
	FILE *f;

	snprintf(name, sizeof name, "%s/lines.jsonl", dir);
	f = fopen(name, "w");
	assert_non_null(f);
	fputs(json, f);
	fclose(f);
	snprintf(line, sizeof line, "--lang %s do --jsonl %s", lang, name);
	shop_do(line);
}

char *shop_told(const char *command)
{
	char line[1000], *text = NULL;
	size_t n = 0;
	ssize_t got;
	FILE *f;

	snprintf(line, sizeof line, "%s --shop %s %s", getenv("WORKBAY"), shop, command);
	f = popen(line, "r");
	assert_non_null(f);
	got = getdelim(&text, &n, '\0', f);
	assert_int_equal(pclose(f), 0);
	assert_true(got > 0);
	return text;
}

static void place_make(void)
{
	assert_non_null(mkdtemp(dir));
	snprintf(shop, sizeof shop, "%s/shop.db", dir);
	setenv("XDG_CONFIG_HOME", dir, 1);
	setenv("WORKBAY_ESCAPE_DELAY", "5", 1);
	unsetenv("WORKBAY_NOW");
}

void shop_anew(void)
{
	char line[100];

	if (!*shop)
		place_make();
	snprintf(line, sizeof line, "rm -f %s*", shop);
	run(line);
	shop_do("--lang en init --name 'East Gate' 2>/dev/null");
}

int shop_make(void **state)
{
	(void)state;
	place_make();
	shop_do("--lang en demo --days 4 --orders-per-day 6 2>/dev/null");
	return 0;
}

int shop_drop(void **state)
{
	char line[100];

	(void)state;
	snprintf(line, sizeof line, "rm -rf %s", dir);
	run(line);
	return 0;
}

long long shop_says(const char *select)
{
	return strtoll(shop_text(select), NULL, 10);
}

const char *shop_text(const char *select)
{
	static char text[200];
	sqlite3 *db;
	sqlite3_stmt *st = NULL;

	assert_int_equal(sqlite3_open_v2(shop, &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	if (sqlite3_prepare_v2(db, select, -1, &st, NULL) != SQLITE_OK)
		fail_msg("%s: %s", select, sqlite3_errmsg(db));
	text[0] = '\0';
	if (sqlite3_step(st) == SQLITE_ROW && sqlite3_column_text(st, 0))
		snprintf(text, sizeof text, "%s", (const char *)sqlite3_column_text(st, 0));
	sqlite3_finalize(st);
	sqlite3_close(db);
	return text;
}

static bool is_painted(struct pty *p, void *arg)
{
	(void)arg;
	for (int y = 1; y < 9; y++)
		if (pty_row(p, y)[0])
			return true;
	return false;
}

struct pty *sit(const struct seating *s)
{
	const char *argv[] = { getenv("WORKBAY"),         "--shop", shop, "--lang", s->lang ? s->lang : "en",
			       s->user ? "--user" : NULL, s->user,  NULL };
	const struct pty_options o = {
		.argv = argv, .env = s->env, .term = s->term, .rows = s->rows, .cols = s->cols
	};
	struct pty *p = pty_start(&o);

	assert_true(pty_until(p, is_painted, NULL, 0));
	assert_true(pty_idle(p, 0));
	return p;
}

static bool is_home(struct pty *p)
{
	return pty_find(p, "^Q", NULL) >= 0 && pty_find(p, "11 ", NULL) >= 0;
}

void go_home(struct pty *p)
{
	for (int i = 0; i < 12 && !is_home(p); i++) {
		pty_key(p, "Esc");
		assert_true(pty_idle(p, 0));
		/* What was typed is dropped. */
		if (pty_find(p, "2 Drop", NULL) >= 0)
			pty_key(p, "2");
		assert_true(pty_idle(p, 0));
	}
}

void leave(struct pty *p)
{
	pty_keys(p, "^Q");
	assert_true(pty_idle(p, 0));
	if (pty_running(p))
		pty_key(p, "3");
	assert_int_equal(pty_exit(p, 0), 0);
	assert_true(pty_restored(p));
	assert_true(pty_clean(p));
	pty_free(p);
}

/* ---- what hands and eyes do ---- */

static int keys_pressed;

void press(struct pty *p, const char *keys)
{
	while (*keys) {
		char key[16];
		size_t n = strcspn(keys, " ");

		snprintf(key, sizeof key, "%.*s", (int)n, keys);
		pty_key(p, key);
		assert_true(pty_idle(p, 0));
		keys_pressed++;
		keys += n + strspn(keys + n, " ");
	}
}

void type(struct pty *p, const char *text)
{
	while (*text) {
		size_t n = 1;

		while ((text[n] & 0xC0) == 0x80)
			n++;
		pty_send(p, text, n);
		assert_true(pty_idle(p, 0));
		keys_pressed++;
		text += n;
	}
}

void scan(struct pty *p, const char *code)
{
	char burst[64];

	snprintf(burst, sizeof burst, "%s\r", code);
	pty_send(p, burst, strlen(burst));
	assert_true(pty_idle(p, 0));
	keys_pressed++;
}

int seat_keys(void)
{
	int n = keys_pressed;

	keys_pressed = 0;
	return n;
}

void sees(struct pty *p, const char *text)
{
	if (!pty_expect(p, text, 0)) {
		pty_dump(p);
		fail_msg("“%s” is not on the screen", text);
	}
	assert_true(pty_idle(p, 0));
}

void title_is(struct pty *p, const char *title)
{
	if (!pty_expect_row(p, 0, title, 0)) {
		pty_dump(p);
		fail_msg("this is not the screen “%s”", title);
	}
	assert_true(pty_idle(p, 0));
}

struct wish {
	const char *select;
	long long is;
};

static bool is_so(struct pty *p, void *arg)
{
	const struct wish *w = arg;

	(void)p;
	return shop_says(w->select) == w->is;
}

void until(struct pty *p, const char *select, long long is)
{
	struct wish w = { select, is };

	if (!pty_until(p, is_so, &w, 0)) {
		pty_dump(p);
		fail_msg("%s never becomes %lld", select, is);
	}
	assert_true(pty_idle(p, 0));
}
