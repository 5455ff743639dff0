/* fuzz_keys.c - any bytes from the line of a terminal, as keys, and typed into a field and a text area. */
#include "tests/fuzz/fuzz.h"

#include <pty.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "base/text.h"
#include "ui/edit.h"
#include "ui/term.h"

#define LINE_MOST 2048 /* what a line takes at once */

/* What ends whatever the bytes began: a sequence, a paste, a scan, a character of several bytes. */
#define THE_END "\033[201~\r\r"

static struct display display;
static int line = -1;

/* The terminal is one end of a line, whose other end types. */
static void open_line(void)
{
	const struct term_options options = { .escape_delay = 1, .scan_prefix = "\034" };
	struct err e = { 0 };
	struct termios raw;
	int end, out = dup(STDOUT_FILENO);

	setenv("TERM", "xterm-256color", 0);
	MUST(openpty(&line, &end, NULL, NULL, NULL) == 0 && tcgetattr(end, &raw) == 0);
	cfmakeraw(&raw);
	MUST(tcsetattr(end, TCSANOW, &raw) == 0);
	MUST(dup2(end, STDIN_FILENO) >= 0 && dup2(end, STDOUT_FILENO) >= 0);
	term_locale();
	display = term_display(term_open(&options, &e));
	MUST(display.arg != NULL);
	dup2(out, STDOUT_FILENO);
	close(out);
	close(end);
}

static void check_key(const struct key_event *ev)
{
	MUST(ev->key > K_NONE && ev->key < K_GONE);
	MUST((ev->key == K_TEXT) == (ev->ch[0] != '\0'));
	MUST(text_valid(ev->ch, strlen(ev->ch)) && (unsigned char)ev->ch[0] != 27);
	MUST(ev->key != K_PASTE || ev->text);
	MUST(ev->key != K_SCAN || ev->text);
	key_char(ev);
}

/* What stands in a field may be stored. */
static void check_field(struct edit *ed, bool area)
{
	struct err e = { 0 };
	const char *s = edit_text(ed);

	MUST(ed->caret <= strlen(s) && text_valid(s, ed->caret));
	MUST(text_check(s, strlen(s), 40, area, "", &e));
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	struct edit field, area;
	struct key_event ev;

	if (line < 0)
		open_line();
	if (n > LINE_MOST)
		return 0;
	edit_init(&field, "", 40, 0);
	edit_init(&area, "", 40, EDIT_AREA);
	MUST(write(line, bytes, n) == (ssize_t)n && write(line, THE_END, strlen(THE_END)) > 0);
	while (!display.quiet(display.arg, 0)) {
		if (!display.key(display.arg, 0, &ev))
			continue; /* bytes that are no key */
		check_key(&ev);
		edit_key(&field, &ev);
		edit_key(&area, &ev);
		check_field(&field, false);
		check_field(&area, true);
	}
	edit_free(&field);
	edit_free(&area);
	return 0;
}
