/* term.c - the terminal: the only file that knows curses. */
#include "ui/term.h"

#include <curses.h>

#include <errno.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/str.h"
#include "base/text.h"
#include "ui/guard.h"

#define CODE_KEYPAD 0x2000 /* and the character the keypad key stands for */
#define CODE_PASTE  0x2101 /* curses gives KEY_MAX and above to extended keys, so ours are far away */
#define CODE_PASTED 0x2102

#define PASTE_MOST    65536
#define ERRORS_MOST   50
#define STALL_SECONDS 5

struct terminal {
	struct screen *screen; /* of curses */
	WINDOW *input;         /* a pad, for reading from it paints nothing */
	struct term_options options;
	struct keymap keys;
	struct cell *shown; /* what curses was told last */
	int rows, cols, back, errors;
	bool colour, everything;
	struct str burst, text;
	int burst_chars;
	long long waited; /* milliseconds in which nothing came, since the last key */
};

void term_locale(void)
{
	setlocale(LC_ALL, "");
	if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
		setlocale(LC_CTYPE, "C.UTF-8");
	setlocale(LC_NUMERIC, "C");
}

bool term_gone(const struct terminal *t)
{
	return guard_gone() || t->errors > ERRORS_MOST;
}

/* ---- opening ---- */

/* Sequences that terminals send in the other mode than their terminfo says, and the keypad in application
 * mode, which terminfo of vt100 takes for F5 to F10. */
static const struct {
	const char *seq;
	int code;
} sequence[] = {
	{ "\033Op", CODE_KEYPAD + '0' },
	{ "\033Oq", CODE_KEYPAD + '1' },
	{ "\033Or", CODE_KEYPAD + '2' },
	{ "\033Os", CODE_KEYPAD + '3' },
	{ "\033Ot", CODE_KEYPAD + '4' },
	{ "\033Ou", CODE_KEYPAD + '5' },
	{ "\033Ov", CODE_KEYPAD + '6' },
	{ "\033Ow", CODE_KEYPAD + '7' },
	{ "\033Ox", CODE_KEYPAD + '8' },
	{ "\033Oy", CODE_KEYPAD + '9' },
	{ "\033On", CODE_KEYPAD + '.' },
	{ "\033Ok", CODE_KEYPAD + '+' },
	{ "\033Om", CODE_KEYPAD + '-' },
	{ "\033Oj", CODE_KEYPAD + '*' },
	{ "\033Oo", CODE_KEYPAD + '/' },
	{ "\033Ol", CODE_KEYPAD + ',' },
	{ "\033OX", CODE_KEYPAD + '=' },
	{ "\033OM", KEY_ENTER },
	{ "\033[A", KEY_UP },
	{ "\033[B", KEY_DOWN },
	{ "\033[C", KEY_RIGHT },
	{ "\033[D", KEY_LEFT },
	{ "\033OA", KEY_UP },
	{ "\033OB", KEY_DOWN },
	{ "\033OC", KEY_RIGHT },
	{ "\033OD", KEY_LEFT },
	{ "\033[H", KEY_HOME },
	{ "\033[F", KEY_END },
	{ "\033OH", KEY_HOME },
	{ "\033OF", KEY_END },
	{ "\033[1~", KEY_HOME },
	{ "\033[4~", KEY_END },
	{ "\033[7~", KEY_HOME },
	{ "\033[8~", KEY_END },
	{ "\033[2~", KEY_IC },
	{ "\033[3~", KEY_DC },
	{ "\033[5~", KEY_PPAGE },
	{ "\033[6~", KEY_NPAGE },
	{ "\033[Z", KEY_BTAB },
	{ "\033OP", KEY_F(1) },
	{ "\033OQ", KEY_F(2) },
	{ "\033OR", KEY_F(3) },
	{ "\033OS", KEY_F(4) },
	{ "\033[11~", KEY_F(1) },
	{ "\033[12~", KEY_F(2) },
	{ "\033[13~", KEY_F(3) },
	{ "\033[14~", KEY_F(4) },
	{ "\033[[A", KEY_F(1) },
	{ "\033[[B", KEY_F(2) },
	{ "\033[[C", KEY_F(3) },
	{ "\033[[D", KEY_F(4) },
	{ "\033[[E", KEY_F(5) },
	{ "\033[15~", KEY_F(5) },
	{ "\033[17~", KEY_F(6) },
	{ "\033[18~", KEY_F(7) },
	{ "\033[19~", KEY_F(8) },
	{ "\033[20~", KEY_F(9) },
	{ "\033[21~", KEY_F(10) },
	{ "\033[23~", KEY_F(11) },
	{ "\033[24~", KEY_F(12) },
	{ "\033[200~", CODE_PASTE },
	{ "\033[201~", CODE_PASTED },
};

static void define_sequences(void)
{
	char ctrl[2] = { 0 };

	for (size_t i = 0; i < sizeof sequence / sizeof *sequence; i++)
		define_key(sequence[i].seq, sequence[i].code);
	/* Control letters are bytes to us; TERM=linux has ^Z as a key of its own. */
	for (ctrl[0] = 1; ctrl[0] <= 26; ctrl[0]++)
		define_key(ctrl, 0);
}

static struct screen *screen_open(struct err *e)
{
	const char *type = getenv("TERM");
	struct screen *s;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		err_set(e, ERR_USAGE, N_("The console needs a terminal; for scripts there is `workbay do`"));
		return NULL;
	}
	if (type && strcmp(type, "dumb") == 0) {
		err_set(e, ERR_CONFIG,
			N_("This terminal (TERM=dumb) cannot place a cursor; set TERM to xterm or vt100"));
		return NULL;
	}
	s = newterm(NULL, stdout, stdin);
	if (!s)
		s = newterm("xterm", stdout, stdin);
	if (!s)
		s = newterm("vt100", stdout, stdin);
	if (!s)
		err_set(e, ERR_CONFIG,
			N_("There is no description of the terminal \"%s\"; install ncurses-term"),
			type ? type : "");
	return s;
}

/* What gives the terminal back from a signal handler: cursor, attributes, paste mode, the other screen. */
static void restore_text(struct str *s)
{
	const char *part[] = { tigetstr("cnorm"), tigetstr("sgr0"), "\033[?2004l", tigetstr("rmkx"),
			       tigetstr("rmcup") };

	for (size_t i = 0; i < sizeof part / sizeof *part; i++)
		if (part[i] && part[i] != (char *)-1)
			str_add(s, part[i]);
	/* Delays of terminfo, $<50>, are for terminals of another age. */
	for (char *d; s->s && (d = strstr(s->s, "$<")) && strchr(d, '>');) {
		char *end = strchr(d, '>') + 1;

		memmove(d, end, strlen(end) + 1);
	}
}

static void colours(struct terminal *t)
{
	const char *no = getenv("NO_COLOR");
	static const short pair[][2] = { { 1, COLOR_CYAN }, { 2, COLOR_YELLOW }, { 3, COLOR_MAGENTA } };

	t->colour = !t->options.mono && !(no && *no) && tigetnum("colors") >= 8;
	if (!t->colour || start_color() == ERR || use_default_colors() == ERR) {
		t->colour = false;
		return;
	}
	for (size_t i = 0; i < sizeof pair / sizeof *pair; i++)
		init_pair(pair[i][0], pair[i][1], -1);
}

static void modes(const struct term_options *o)
{
	raw();
	noecho();
	nonl();
	if (!getenv("ESCDELAY"))
		set_escdelay(o->escape_delay > 0 ? o->escape_delay : 50);
	putp("\033[?2004h");
	fflush(stdout);
}

struct terminal *term_open(const struct term_options *o, struct err *e)
{
	struct str restore = { 0 };
	struct terminal *t;
	struct screen *s;

	/* Wrong sizes in the environment would go before the real one. */
	unsetenv("LINES");
	unsetenv("COLUMNS");
	if (!guard_open(e))
		return NULL;
	s = screen_open(e);
	if (!s) {
		guard_close();
		return NULL;
	}
	t = xcalloc(1, sizeof *t);
	t->screen = s;
	t->options = *o;
	t->back = ERR;
	term_set_keys(t, o->keys);
	restore_text(&restore);
	guard_start(str_get(&restore));
	str_free(&restore);
	modes(o);
	colours(t);
	t->input = newpad(1, 1);
	keypad(t->input, TRUE); /* reads terminfo's keys, which ours then replace */
	define_sequences();
	nodelay(t->input, TRUE);
	t->everything = true;
	return t;
}

void term_set_keys(struct terminal *t, const struct keymap *keys)
{
	if (keys)
		t->keys = *keys;
	else
		keymap_init(&t->keys, KEYS_DEFAULT);
}

void term_set_lines(struct terminal *t, enum line_drawing lines)
{
	t->options.lines = lines;
	t->everything = true;
}

void term_close(struct terminal *t)
{
	if (!t)
		return;
	if (!term_gone(t)) {
		putp("\033[?2004l");
		fflush(stdout);
		endwin();
	}
	guard_close();
	delwin(t->input);
	delscreen(t->screen);
	str_free(&t->burst);
	str_free(&t->text);
	free(t->shown);
	free(t);
}

bool term_lacks_f_keys(const struct terminal *t)
{
	const char *f12 = tigetstr("kf12");

	(void)t;
	return !f12 || f12 == (char *)-1;
}

bool term_print(struct terminal *t, const char *bytes, size_t n)
{
	struct str copy = { 0 };
	int sent;

	(void)t;
	str_addn(&copy, bytes, n);
	sent = mcprint(copy.s ? copy.s : "", (int)n);
	str_free(&copy);
	return sent >= 0;
}

/* ---- painting ---- */

static const struct {
	attr_t mono, colour;
	short pair;
} look[ROLE_COUNT] = {
	[ROLE_TITLE] = { A_REVERSE, A_REVERSE, 0 },
	[ROLE_PRACTICE] = { A_REVERSE | A_BOLD, A_REVERSE | A_BOLD, 2 },
	[ROLE_HEAD] = { A_BOLD, A_BOLD, 1 },
	[ROLE_LABEL] = { A_NORMAL, A_NORMAL, 1 },
	[ROLE_FIELD] = { A_UNDERLINE, A_UNDERLINE, 0 },
	[ROLE_FOCUS] = { A_REVERSE, A_REVERSE, 0 },
	[ROLE_SELECT] = { A_REVERSE, A_REVERSE, 0 },
	[ROLE_MARKED] = { A_BOLD, A_BOLD, 2 },
	[ROLE_TOTAL] = { A_BOLD, A_BOLD, 0 },
	[ROLE_ERROR] = { A_BOLD, A_BOLD, 2 },
	[ROLE_WARN] = { A_BOLD, A_NORMAL, 2 },
	[ROLE_GOOD] = { A_BOLD, A_BOLD, 1 },
	[ROLE_DIM] = { A_DIM, A_DIM, 0 },
	[ROLE_STRUCK] = { A_DIM, A_DIM, 3 },
	[ROLE_HINT] = { A_NORMAL, A_NORMAL, 0 },
	[ROLE_HOT] = { A_BOLD, A_BOLD, 0 },
	[ROLE_BAR] = { A_NORMAL, A_NORMAL, 1 },
	[ROLE_OFF] = { A_DIM, A_DIM, 0 },
	[ROLE_CHART] = { A_REVERSE, A_REVERSE, 1 },
};

static const struct {
	char ascii;
	wchar_t unicode;
} line_look[] = { { '-', L'\u2500' }, { '|', L'\u2502' }, { '+', L'\u250c' },
		  { '+', L'\u2510' }, { '+', L'\u2514' }, { '+', L'\u2518' } };

static const cchar_t *line_acs(uint32_t cp)
{
	switch (cp) {
	case LINE_H:
		return WACS_HLINE;
	case LINE_V:
		return WACS_VLINE;
	case LINE_UL:
		return WACS_ULCORNER;
	case LINE_UR:
		return WACS_URCORNER;
	case LINE_LL:
		return WACS_LLCORNER;
	default:
		return WACS_LRCORNER;
	}
}

static void cell_to_curses(const struct terminal *t, const struct cell *at, cchar_t *out)
{
	attr_t attr = t->colour ? look[at->role].colour : look[at->role].mono;
	short pair = t->colour ? look[at->role].pair : 0;
	wchar_t text[3] = { (wchar_t)at->cp, (wchar_t)at->comb, 0 }, got[CCHARW_MAX];
	attr_t line_attr;
	short line_pair;

	if (at->cp >= LINE_H && t->options.lines == LINES_UNICODE)
		text[0] = line_look[at->cp - LINE_H].unicode;
	else if (at->cp >= LINE_H && t->options.lines == LINES_ASCII)
		text[0] = line_look[at->cp - LINE_H].ascii;
	else if (at->cp >= LINE_H && getcchar(line_acs(at->cp), got, &line_attr, &line_pair, NULL) != ERR) {
		text[0] = got[0];
		attr |= line_attr;
	}
	setcchar(out, text, attr, pair, NULL);
}

static bool cell_same(const struct cell *a, const struct cell *b)
{
	return memcmp(a, b, sizeof *a) == 0;
}

/* Tells curses the changed stretches of a row. A stretch never begins or ends inside a wide character, for
 * both rows are whole and each cell of a changed character differs. */
static void row_show(struct terminal *t, const struct canvas *c, int y, cchar_t *buf)
{
	const struct cell *now = canvas_row(c, y);
	struct cell *was = &t->shown[y * t->cols];
	int x = 0, from;

	if (!t->everything && memcmp(was, now, (size_t)t->cols * sizeof *now) == 0)
		return;
	while (x < t->cols) {
		int cells = 0;

		if (!t->everything && cell_same(&was[x], &now[x])) {
			x++;
			continue;
		}
		for (from = x; x < t->cols && (t->everything || !cell_same(&was[x], &now[x])); x++)
			if (now[x].width)
				cell_to_curses(t, &now[x], &buf[cells++]);
		mvwadd_wchnstr(stdscr, y, from, buf, cells);
	}
	memcpy(was, now, (size_t)t->cols * sizeof *now);
}

static void shown_room(struct terminal *t)
{
	int rows = getmaxy(stdscr), cols = getmaxx(stdscr);

	if (rows == t->rows && cols == t->cols && t->shown)
		return;
	t->rows = rows;
	t->cols = cols;
	free(t->shown);
	t->shown = xcalloc((size_t)rows * (size_t)cols, sizeof *t->shown);
	t->everything = true;
}

static void term_show(void *arg, const struct canvas *c)
{
	struct terminal *t = arg;
	cchar_t *buf;
	int y, x;

	if (term_gone(t))
		return;
	shown_room(t);
	if (canvas_rows(c) != t->rows || canvas_cols(c) != t->cols)
		return; /* the size has just changed: the next drawing has the new one */
	buf = xcalloc((size_t)t->cols + 1, sizeof *buf);
	for (y = 0; y < t->rows; y++)
		row_show(t, c, y, buf);
	free(buf);
	t->everything = false;
	canvas_caret_at(c, &y, &x);
	curs_set(y >= 0);
	if (y >= 0)
		wmove(stdscr, y, x);
	guard_stall(STALL_SECONDS);
	wrefresh(stdscr);
	guard_stall(0);
}

static void term_repaint(void *arg)
{
	struct terminal *t = arg;

	t->everything = true;
	clearok(stdscr, TRUE);
}

static void term_bell(void *arg)
{
	if (!term_gone(arg))
		beep();
}

static void term_size(void *arg, int *rows, int *cols)
{
	(void)arg;
	*rows = getmaxy(stdscr);
	*cols = getmaxx(stdscr);
}

/* ---- reading ---- */

static long long now_ms(void)
{
	struct timespec at;

	clock_gettime(CLOCK_MONOTONIC, &at);
	return (long long)at.tv_sec * 1000 + at.tv_nsec / 1000000;
}

/* Waits for input; false when the time is over. A closed line sets the flag. */
static bool wait_input(struct terminal *t, int ms)
{
	struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };
	long long from = now_ms();
	int n = poll(&fd, 1, ms);

	t->waited += now_ms() - from;
	if (n < 0)
		return errno == EINTR;
	if (n > 0 && !(fd.revents & POLLIN) && (fd.revents & (POLLHUP | POLLERR | POLLNVAL)))
		t->errors = ERRORS_MOST + 1;
	return n > 0;
}

/* The next byte or curses code within `ms`; ERR when there is none. A terminal that is ready and yet gives
 * nothing, again and again, is gone: that loop once burnt whole processors. */
static int code_within(struct terminal *t, int ms)
{
	int code = t->back;

	t->back = ERR;
	if (code != ERR)
		return code;
	code = wgetch(t->input);
	if (code == ERR && ms != 0 && wait_input(t, ms)) {
		code = wgetch(t->input);
		t->errors = code == ERR ? t->errors + 1 : 0;
	}
	return code;
}

static void give_text(struct key_event *ev, uint32_t cp)
{
	char buf[5];
	int n = text_encode(cp, buf);

	ev->key = K_TEXT;
	memset(ev->ch, 0, sizeof ev->ch);
	memcpy(ev->ch, buf, (size_t)n);
}

static void read_utf8(struct terminal *t, int lead, struct key_event *ev)
{
	char bytes[4] = { (char)lead };
	int need = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2, n = 1, code = ERR;
	uint32_t cp;

	while (n < need && (code = code_within(t, 50)) >= 0x80 && code < 0xC0)
		bytes[n++] = (char)code;
	if (n == need && lead >= 0xC2 && text_decode(bytes, (size_t)n, &cp) == need) {
		give_text(ev, cp);
		return;
	}
	/* The second byte of GBK goes with the first; keys behind it are kept. */
	if (n < need && code != ERR && !(code > 0xBF && code < 0x100))
		t->back = code;
	ev->key = K_BAD;
}

static void read_paste(struct terminal *t, struct key_event *ev)
{
	int code;

	str_clear(&t->text);
	while ((code = code_within(t, 1000)) != ERR && code != CODE_PASTED)
		if (code < 0x100 && code != 0 && t->text.len < PASTE_MOST)
			str_addc(&t->text, (char)code);
	ev->key = K_PASTE;
	ev->text = str_get(&t->text);
}

/* What the scanner sends behind its prefix, up to Enter or Tab. */
static void read_scan(struct terminal *t, struct key_event *ev)
{
	int code;

	str_clear(&t->text);
	while ((code = code_within(t, 4 * BURST_GAP)) != ERR && code != '\r' && code != '\n' && code != '\t')
		if (code >= ' ' && code < 0x100 && t->text.len < 256)
			str_addc(&t->text, (char)code);
	ev->key = K_SCAN;
	ev->text = str_get(&t->text);
}

/* Swallows an unknown sequence up to its final byte. */
static void swallow(struct terminal *t)
{
	int code;

	while ((code = code_within(t, 50)) != ERR && code < 0x40)
		;
}

static void read_escape(struct terminal *t, struct key_event *ev)
{
	int code = code_within(t, 0), f;

	if (code == ERR && t->options.escape_digit)
		code = code_within(t, 400);
	f = code > 0 && code < 0x80 ? key_gold((char)code) : 0;
	if (f)
		ev->key = (enum key_code)t->keys.f[f];
	else if (code == '[' || code == 'O')
		swallow(t);
	else if (code == '\r' || code == '\n')
		ev->key = K_NEWLINE;
	else if (code == ERR || code < ' ' || code >= 0x100) {
		ev->key = K_BACK;
		t->back = code;
	} else if (code >= 0xC2) {
		read_utf8(t, code, ev);
		ev->key = K_NONE;
	}
}

static const struct {
	int code;
	enum key_code key;
} plain[] = {
	{ '\r', K_ENTER },        { '\n', K_ENTER },
	{ KEY_ENTER, K_ENTER },   { '\t', K_TAB },
	{ KEY_BTAB, K_BACKTAB },  { KEY_UP, K_UP },
	{ KEY_DOWN, K_DOWN },     { KEY_LEFT, K_LEFT },
	{ KEY_RIGHT, K_RIGHT },   { KEY_HOME, K_HOME },
	{ KEY_FIND, K_HOME },     { KEY_A1, K_HOME },
	{ KEY_END, K_END },       { KEY_SELECT, K_END },
	{ KEY_C1, K_END },        { KEY_PPAGE, K_PGUP },
	{ KEY_A3, K_PGUP },       { KEY_NPAGE, K_PGDN },
	{ KEY_C3, K_PGDN },       { 8, K_BACKSPACE },
	{ 127, K_BACKSPACE },     { KEY_BACKSPACE, K_BACKSPACE },
	{ KEY_DC, K_DEL },        { KEY_IC, K_MODE },
	{ KEY_RESIZE, K_RESIZE },
};

static enum key_code plain_key(const struct terminal *t, int code)
{
	for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
		if (plain[i].code == code)
			return plain[i].key;
	if (code >= KEY_F(1) && code <= KEY_F(12))
		return (enum key_code)t->keys.f[code - KEY_F0];
	if (code >= 1 && code <= 26)
		return (enum key_code)t->keys.ctrl[code];
	return K_NONE;
}

static bool scan_begins(const struct terminal *t, int code)
{
	const char *prefix = t->options.scan_prefix;

	return prefix && *prefix && code == (unsigned char)*prefix && !prefix[1];
}

static void decode(struct terminal *t, int code, struct key_event *ev)
{
	if (scan_begins(t, code))
		read_scan(t, ev);
	else if (code == 27)
		read_escape(t, ev);
	else if (code == CODE_PASTE)
		read_paste(t, ev);
	else if (code > CODE_KEYPAD && code < CODE_KEYPAD + 0x80)
		give_text(ev, (uint32_t)(code - CODE_KEYPAD));
	else if (code >= ' ' && code < 127)
		give_text(ev, (uint32_t)code);
	else if (code >= 0x80 && code < 0x100)
		read_utf8(t, code, ev);
	else {
		ev->key = plain_key(t, code);
		ev->ctrl = code >= 1 && code <= 26;
	}
}

/* Counts the characters that came without a pause, and hands the whole burst to the Enter or Tab that ends
 * it. */
static void burst_note(struct terminal *t, struct key_event *ev)
{
	bool soon = t->waited < BURST_GAP; /* what the program itself took does not count */

	t->waited = 0;
	if (ev->key == K_TEXT && ev->ch[0] > ' ' && !ev->ch[1]) {
		if (!soon || t->burst_chars == 0 || t->burst.len > 256) {
			str_clear(&t->burst);
			t->burst_chars = 0;
		}
		str_add(&t->burst, ev->ch);
		ev->burst = ++t->burst_chars;
		return;
	}
	if ((ev->key == K_ENTER || ev->key == K_TAB) && soon && t->burst_chars >= BURST_LEAST) {
		ev->burst = t->burst_chars;
		ev->text = str_get(&t->burst);
	}
	t->burst_chars = 0;
}

static bool term_key(void *arg, int ms, struct key_event *ret)
{
	struct terminal *t = arg;
	long long until = now_ms() + ms;
	int code;

	for (;;) {
		*ret = (struct key_event){ 0 };
		code = term_gone(t)
			   ? ERR
			   : code_within(t, ms < 0 ? -1 : (int)(until - now_ms() > 0 ? until - now_ms() : 0));
		if (term_gone(t)) {
			ret->key = K_GONE;
			return true;
		}
		if (code != ERR) {
			decode(t, code, ret);
			burst_note(t, ret);
			if (ret->key != K_NONE)
				return true;
		}
		if (ms >= 0 && now_ms() >= until)
			return false;
	}
}

static bool term_quiet(void *arg, int ms)
{
	struct terminal *t = arg;
	int code = code_within(t, ms);

	t->back = code;
	return code == ERR;
}

struct display term_display(struct terminal *t)
{
	return (struct display){ .show = term_show,
				 .key = term_key,
				 .quiet = term_quiet,
				 .size = term_size,
				 .repaint = term_repaint,
				 .bell = term_bell,
				 .arg = t };
}
