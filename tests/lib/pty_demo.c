/* pty_demo.c - a tiny curses program on which the pseudo-terminal harness proves itself. */
#include <curses.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static void paint(const char *what)
{
	int rows, cols;

	getmaxyx(stdscr, rows, cols);
	erase();
	attron(A_REVERSE);
	mvprintw(0, 0, "demo %dx%d", cols, rows);
	attroff(A_REVERSE);
	mvaddstr(2, 3, "客户 王");
	mvprintw(4, 0, "key: %s", what);
	move(2, 11);
	refresh();
}

int main(int argc, char **argv)
{
	char text[64] = "none";
	int c;

	setlocale(LC_ALL, "C.UTF-8");
	if (!initscr())
		return 1;
	raw();
	noecho();
	nonl();
	keypad(stdscr, TRUE);
	set_escdelay(25);
	paint(text);
	while ((c = getch()) != 'q' && c != ERR) {
		if (c == KEY_RESIZE)
			snprintf(text, sizeof(text), "resize");
		else if (c >= KEY_F(1) && c <= KEY_F(12))
			snprintf(text, sizeof(text), "F%d", c - KEY_F0);
		else
			snprintf(text, sizeof(text), "%s", keyname(c));
		paint(text);
	}
	if (argc > 1 && strcmp(argv[1], "dirty") == 0)
		return 3;
	endwin();
	return 5;
}
