/* term.c - the terminal is taken over and given back. */
#include "ui/term_priv.h"

#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <unistd.h>

#include "base/arena.h"
#include "ui/guard.h"

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
	if (n > INT_MAX) /* more than curses can count */
		return false;
	str_addn(&copy, bytes, n);
	sent = mcprint(copy.s ? copy.s : "", (int)n);
	str_free(&copy);
	return sent >= 0;
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
