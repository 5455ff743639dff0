/* bare_list.c - the floor of the console: a plain ncurses list over rows of a file, with nothing else.
 *
 * bare_list FILE: shows the lines of FILE as a list with title, message line and key bar. Down and Up move a
 * reversed bar, PgDn turns the page, '/' starts a one-line field at the top that takes text, q ends. */
#include <curses.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct {
	char *line[100000];
	int n, top, at;
	bool field;
	char text[128];
} list;

static void read_lines(const char *path)
{
	FILE *f = fopen(path, "re");
	char buf[1024];

	while (f && list.n < 100000 && fgets(buf, sizeof(buf), f)) {
		buf[strcspn(buf, "\n")] = '\0';
		list.line[list.n++] = strdup(buf);
	}
	if (f)
		fclose(f);
}

static void bar(int y, const char *text)
{
	attron(A_REVERSE);
	mvprintw(y, 0, "%-*s", COLS, "");
	mvaddstr(y, 0, text);
	attroff(A_REVERSE);
}

static void row(int i)
{
	int y = 2 + i - list.top;

	move(y, 0);
	clrtoeol();
	if (i == list.at)
		bar(y, i < list.n ? list.line[i] : "");
	else if (i < list.n)
		mvaddstr(y, 0, list.line[i]);
}

static void caret(void)
{
	if (list.field)
		move(1, (int)strlen(list.text));
	else
		move(2 + list.at - list.top, 0);
}

static void paint(void)
{
	erase();
	bar(0, "bare list");
	mvaddstr(1, 0, list.text);
	for (int i = list.top; i < list.top + LINES - 4; i++)
		row(i);
	bar(LINES - 1, "F1 Help  F10 Menu");
	caret();
}

static void go(int to)
{
	int page = LINES - 4, old = list.at;

	if (to < 0 || to >= list.n)
		return;
	list.at = to;
	if (to < list.top || to >= list.top + page) {
		list.top = to < list.top ? to : to - page + 1;
		paint();
		return;
	}
	row(old);
	row(to);
	caret();
}

static void turn_page(void)
{
	int page = LINES - 4;

	if (list.top + page < list.n) {
		list.top += page;
		list.at = list.top;
		paint();
	}
}

static void type(int c)
{
	size_t n = strlen(list.text);

	if (c == '/' && !list.field) {
		list.field = true;
	} else if (list.field && c >= ' ' && c < 127 && n + 1 < sizeof(list.text)) {
		list.text[n] = (char)c;
		list.text[n + 1] = '\0';
		mvaddch(1, (int)n, (chtype)c | A_REVERSE); /* a field is a reversed bar */
	}
	caret();
}

int main(int argc, char **argv)
{
	int c;

	setlocale(LC_ALL, "C.UTF-8");
	if (argc > 1)
		read_lines(argv[1]);
	if (!initscr())
		return 1;
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	set_escdelay(50);
	paint();
	refresh();
	while ((c = getch()) != ERR && (c != 'q' || list.field)) {
		if (c == KEY_DOWN)
			go(list.at + 1);
		else if (c == KEY_UP)
			go(list.at - 1);
		else if (c == KEY_NPAGE)
			turn_page();
		else
			type(c);
		refresh();
	}
	endwin();
	return 0;
}
