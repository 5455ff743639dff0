/* pty.h - a program under a real pseudo-terminal, its screen kept by libvterm, driven as a person would.
 *
 * Nothing here sleeps: every wait is a poll that ends as soon as what is asked for is on the screen. A limit
 * of 0 ms means PTY_PATIENCE, long enough for a sanitized program on a busy machine; it only bounds failures.
 */
#ifndef WORKBAY_TEST_PTY_H
#define WORKBAY_TEST_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#define PTY_PATIENCE 20000 /* ms */

struct pty;

struct pty_options {
	const char *const *argv; /* ends with NULL; argv[0] is looked up in PATH */
	const char *const *env;  /* "NAME=VALUE" set, "NAME" taken away; ends with NULL; may be NULL */
	const char *term;        /* NULL: xterm-256color */
	const char *dir;         /* working directory; NULL: the caller's */
	int rows, cols;          /* 0: 24 and 80 */
	bool no_echo;            /* the line shows nothing by itself, before the program starts and after it ended */
};

/* Starts the program with stdin, stdout and stderr on the terminal. LC_ALL is C.UTF-8 unless `env` says
 * otherwise. Freed with pty_free(), which ends the program if it still runs. Never NULL. */
struct pty *pty_start(const struct pty_options *o);
void pty_free(struct pty *p);

/* Waits until `text` stands in some row (its right halves of wide cells left out). On false the screen has
 * been printed to standard error. */
bool pty_expect(struct pty *p, const char *text, int limit_ms);
/* The same for row `y` from 0, and for a text that must leave the screen. */
bool pty_expect_row(struct pty *p, int y, const char *text, int limit_ms);
bool pty_expect_gone(struct pty *p, const char *text, int limit_ms);
/* Waits until `is(p, arg)`; `is` reads rows, cursor and bytes. */
bool pty_until(struct pty *p, bool (*is)(struct pty *p, void *arg), void *arg, int limit_ms);
/* Waits until the program has read all it was sent, written all it has to say and waits for a key again. */
bool pty_idle(struct pty *p, int limit_ms);
/* Takes in what has been written so far, without waiting. */
void pty_pump(struct pty *p);

/* Row `y` without trailing blanks; valid until the next call for the same row. "" outside the screen. */
const char *pty_row(struct pty *p, int y);
/* The row that holds `text`, -1 when there is none; `*ret_col` (may be NULL) its column on the screen. */
int pty_find(struct pty *p, const char *text, int *ret_col);
/* The whole screen, rows parted by '\n'; valid until the next call. */
const char *pty_screen(struct pty *p);
void pty_dump(struct pty *p); /* to standard error, with the cursor */
void pty_size(const struct pty *p, int *ret_rows, int *ret_cols);
void pty_cursor(struct pty *p, int *ret_row, int *ret_col);
bool pty_cursor_visible(struct pty *p);

struct pty_cell {
	uint32_t cp; /* 0 blank, UINT32_MAX the right half of a wide character */
	bool reverse, bold, underline, coloured;
	int width;
};
struct pty_cell pty_cell(struct pty *p, int y, int x);

/* Bytes as they are, and keys by name: "a", "Enter", "Esc", "Tab", "BackTab", "Space", "Backspace", "Del",
 * "Ins", "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDn", "F1".."F12", "^X" (Ctrl), "M-1" (Alt).
 * Function and cursor keys are sent as the terminfo entry of TERM says, in xterm's form where it says
 * nothing. pty_keys() takes several, parted by blanks. An unknown name ends the test. */
void pty_send(struct pty *p, const void *bytes, size_t n);
void pty_type(struct pty *p, const char *text);
void pty_key(struct pty *p, const char *name);
void pty_keys(struct pty *p, const char *names);

void pty_resize(struct pty *p, int rows, int cols);
/* Closes the terminal's own end, as a lost line does. */
void pty_hangup(struct pty *p);
/* Stops reading, as a stalled line does; pty_pump() and every wait then take nothing in until pty_resume().
 */
void pty_stall(struct pty *p);
void pty_resume(struct pty *p);

/* Everything that was written, from the start on. */
const char *pty_raw(struct pty *p, size_t *ret_n);
size_t pty_bytes(struct pty *p); /* how much that is */
int64_t pty_last(struct pty *p); /* when the last of it came, nanoseconds of CLOCK_MONOTONIC */

pid_t pty_pid(const struct pty *p);
bool pty_running(struct pty *p);
/* Waits for the end. `*ret_status` is what waitpid() gave. */
bool pty_wait(struct pty *p, int *ret_status, int limit_ms);
/* The exit status, 128 + the signal, or -1 when it has not ended within the limit. */
int pty_exit(struct pty *p, int limit_ms);
/* True when the terminal's line settings are those it had before the program started. */
bool pty_restored(struct pty *p);

/* Looks for bytes that stored text must never bring to a terminal: C0 but for what curses writes, C1, bidi
 * and zero-width characters, bytes that are not UTF-8, OSC, DCS, APC, PM, SOS, printer and window control,
 * and CSI that curses does not use. NULL when there are none, else what it is, in a static text; `*ret_at`
 * (may be NULL) is where. */
const char *pty_forbidden(const char *bytes, size_t n, size_t *ret_at);
/* The same over everything that this program has written; says where to standard error. */
bool pty_clean(struct pty *p);

#endif
