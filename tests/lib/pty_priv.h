/* pty_priv.h - a program and its terminal, for the files of pty. */
#ifndef WORKBAY_TEST_PTY_PRIV_H
#define WORKBAY_TEST_PTY_PRIV_H

#include <termios.h>
#include <vterm.h>

#include "base/str.h"
#include "tests/lib/pty.h"

struct pty {
	pid_t pid;
	int master; /* -1 after a hang-up */
	bool stalled, ended, cursor_visible;
	int status, rows, cols;
	char *term, *slave;
	struct termios before;
	int64_t last;
	VTerm *vt;
	VTermScreen *screen;
	struct str raw, *row, all;
};

#endif
