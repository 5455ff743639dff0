/* test_walk.c - every screen is opened in every language and size, by its number, and can be left again. */
#include "tests/screens/seat.h"

#include <stdio.h>
#include <string.h>

#include "base/text.h"
#include "db/view.h"
#include "screens/screens.h"

static void is_sound(struct pty *p, const char *where)
{
	int rows, cols, y, x;

	pty_size(p, &rows, &cols);
	pty_cursor(p, &y, &x);
	for (int i = 0; i < rows; i++)
		if (text_width(pty_row(p, i)) > cols) {
			pty_dump(p);
			fail_msg("%s: row %d is wider than the screen", where, i);
		}
	if (!pty_row(p, 0)[0] || !pty_row(p, rows - 1)[0] || y >= rows || x >= cols) {
		pty_dump(p);
		fail_msg("%s: no title, no key bar, or the caret is outside", where);
	}
}

static void press_at(struct pty *p, const char *keys, const char *where)
{
	pty_keys(p, keys);
	if (!pty_idle(p, 0) || !pty_running(p)) {
		pty_dump(p);
		fail_msg("%s: %s ended it", where, keys);
	}
	is_sound(p, where);
}

struct title {
	const char *lang, *msgid;
};

/* The title, or as much of it as a narrow screen has room for, in the row of titles or of a pop-up's frame.
 */
static bool has_title(struct pty *p, void *arg)
{
	const struct title *t = arg;
	const char *title = tr(lang_find(t->lang), t->msgid);
	char full[48], popup[48];

	snprintf(full, sizeof full, "| %.*s", (int)text_fit(title, 6), title);
	snprintf(popup, sizeof popup, "┌ %.*s", (int)text_fit(title, 6), title);
	/* On a narrow screen the title begins with it. */
	return pty_find(p, full, NULL) == 0 || strncmp(pty_row(p, 0) + 1, full + 2, strlen(full) - 2) == 0 ||
	       pty_find(p, popup, NULL) > 0;
}

static void expect_title(struct pty *p, const char *lang, const char *msgid, const char *name)
{
	struct title t = { lang, msgid };

	if (!pty_until(p, has_title, &t, 0) || !pty_idle(p, 0)) {
		pty_dump(p);
		fail_msg("%s is not open", name);
	}
	is_sound(p, name);
}

/* By its two digits; they count after 30 ms of silence, which is waited for by what comes. */
static void open_screen(struct pty *p, const char *lang, const struct screen *s)
{
	char digits[8];

	snprintf(digits, sizeof digits, "%d", s->common->code);
	press_at(p, "^X", s->name);
	pty_type(p, digits);
	/* What it is opened with is the first of the list. */
	if (s->common->pick) {
		expect_title(p, lang, view_find(s->common->pick)->title, s->name);
		press_at(p, "Down", s->name);
		press_at(p, "Enter", s->name);
	}
	expect_title(p, lang, s->common->title, s->name);
}

static const char *const terms[] = { "xterm-256color", "vt100", "linux" };
static const struct {
	int rows, cols;
} sizes[] = { { 24, 80 }, { 12, 40 }, { 40, 120 } };

/* Every third screen, beginning with another one in each of the combinations: over all of them each screen is seen in
 * every language, size and terminal, with each pair of them. */
static void walk(const char *lang, int term, int size, int from)
{
	struct pty *p = sit(&(struct seating){
	    .lang = lang, .term = terms[term], .rows = sizes[size].rows, .cols = sizes[size].cols });
	int i = 0;

	for (const struct screen *s = screen_all; s->name; s++) {
		if (!s->common->code || i++ % 3 != from % 3)
			continue;
		open_screen(p, lang, s);
		press_at(p, "^G", s->name);
		press_at(p, "Esc", s->name);
		press_at(p, "Down", s->name);
		go_home(p);
	}
	leave(p);
}

static void walk_in(const char *lang, int number)
{
	for (int term = 0; term < 3; term++)
		for (int size = 0; size < 3; size++)
			walk(lang, term, size, number + term + size);
}

static void walk_in_english(void **state)
{
	(void)state;
	walk_in("en", 0);
}

static void walk_in_simplified_chinese(void **state)
{
	(void)state;
	walk_in("zh_CN", 1);
}

static void walk_in_traditional_chinese(void **state)
{
	(void)state;
	walk_in("zh_TW", 2);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(walk_in_english),
		cmocka_unit_test(walk_in_simplified_chinese),
		cmocka_unit_test(walk_in_traditional_chinese),
	};

	return cmocka_run_group_tests(tests, shop_make, shop_drop);
}
