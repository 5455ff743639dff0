/* pty.c - forkpty and libvterm: a program under a terminal that a test can read, from its start to its end. */
#include "tests/lib/pty.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <pty.h>
#include <sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/err.h"
#include "tests/lib/pty_keys.h"
#include "tests/lib/pty_priv.h"

static int64_t now_ns(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static int64_t now_ms(void)
{
	return now_ns() / 1000000;
}

static void to_program(const char *bytes, size_t n, void *arg)
{
	pty_send(arg, bytes, n);
}

static int on_prop(VTermProp prop, VTermValue *val, void *arg)
{
	struct pty *p = arg;

	if (prop == VTERM_PROP_CURSORVISIBLE)
		p->cursor_visible = val->boolean;
	return 1;
}

static const VTermScreenCallbacks callbacks = { .settermprop = on_prop };

static void set_environment(const struct pty_options *o)
{
	setenv("TERM", o->term ? o->term : "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	unsetenv("LANGUAGE");
	unsetenv("LINES");
	unsetenv("COLUMNS");
	for (size_t i = 0; o->env && o->env[i]; i++) {
		char *pair = xstrdup(o->env[i]), *eq = strchr(pair, '=');

		if (eq) {
			*eq = '\0';
			setenv(pair, eq + 1, 1);
		} else {
			unsetenv(pair);
		}
		free(pair);
	}
}

static void become_program(const struct pty_options *o)
{
	set_environment(o);
	signal(SIGPIPE, SIG_DFL);
	signal(SIGHUP, SIG_DFL); /* nohup leaves it ignored */
	for (int fd = 3; fd < 64; fd++)
		close(fd);
	if (o->dir && chdir(o->dir) != 0)
		_exit(126);
	execvp(o->argv[0], (char *const *)o->argv);
	_exit(127);
}

/* The line as a login leaves it; set before the program starts, so that what it changes is known. */
static struct termios line_settings(void)
{
	struct termios t = { .c_iflag = ICRNL | IXON,
			     .c_oflag = OPOST | ONLCR,
			     .c_cflag = CS8 | CREAD | B38400,
			     .c_lflag = ISIG | ICANON | ECHO | ECHOE | ECHOK | ECHOCTL | ECHOKE | IEXTEN };

	t.c_cc[VINTR] = 3;
	t.c_cc[VQUIT] = 28;
	t.c_cc[VERASE] = 127;
	t.c_cc[VKILL] = 21;
	t.c_cc[VEOF] = 4;
	t.c_cc[VMIN] = 1;
	t.c_cc[VSUSP] = 26;
	t.c_cc[VSTART] = 17;
	t.c_cc[VSTOP] = 19;
	return t;
}

struct pty *pty_start(const struct pty_options *o)
{
	struct pty *p = xcalloc(1, sizeof(*p));
	struct winsize ws = { .ws_row = (unsigned short)(o->rows ? o->rows : 24),
			      .ws_col = (unsigned short)(o->cols ? o->cols : 80) };
	char name[PATH_MAX];

	if (!o->argv[0])
		die("no program to start");
	p->rows = ws.ws_row;
	p->cols = ws.ws_col;
	p->cursor_visible = true;
	p->term = xstrdup(o->term ? o->term : "xterm-256color");
	p->row = xcalloc((size_t)p->rows, sizeof(*p->row));
	p->vt = vterm_new(p->rows, p->cols);
	vterm_set_utf8(p->vt, 1);
	vterm_output_set_callback(p->vt, to_program, p);
	p->screen = vterm_obtain_screen(p->vt);
	vterm_screen_enable_altscreen(p->screen, 1);
	vterm_screen_set_callbacks(p->screen, &callbacks, p);
	vterm_screen_reset(p->screen, 1);

	p->before = line_settings();
	if (o->no_echo)
		p->before.c_lflag &= ~(tcflag_t)ECHO;
	p->pid = forkpty(&p->master, name, &p->before, &ws);
	if (p->pid == -1)
		die("forkpty: %m");
	if (p->pid == 0)
		become_program(o);
	p->slave = xstrdup(name);
	fcntl(p->master, F_SETFD, FD_CLOEXEC);
	fcntl(p->master, F_SETFL, fcntl(p->master, F_GETFL) | O_NONBLOCK);
	return p;
}

void pty_free(struct pty *p)
{
	if (!p)
		return;
	if (pty_running(p)) {
		kill(p->pid, SIGKILL);
		waitpid(p->pid, &p->status, 0);
	}
	if (p->master >= 0)
		close(p->master);
	for (int y = 0; y < p->rows; y++)
		str_free(&p->row[y]);
	free(p->row);
	str_free(&p->all);
	str_free(&p->raw);
	vterm_free(p->vt);
	free(p->term);
	free(p->slave);
	free(p);
}

/* Takes in one burst. False when the terminal has nothing (any more) to read. */
static bool take(struct pty *p)
{
	char buf[65536];
	ssize_t n;

	if (p->master < 0 || p->stalled)
		return false;
	n = read(p->master, buf, sizeof(buf));
	if (n <= 0)
		return false;
	p->last = now_ns();
	str_addn(&p->raw, buf, (size_t)n);
	vterm_input_write(p->vt, buf, (size_t)n);
	return true;
}

void pty_pump(struct pty *p)
{
	while (take(p))
		;
}

/* Waits at most `ms` for output. False when the line is dead or stalled, where it waits for the program's
 * end. */
static void wait_output(struct pty *p, int ms)
{
	struct pollfd fd = { .fd = p->stalled ? -1 : p->master, .events = POLLIN };

	if (pty_running(p)) {
		if (poll(&fd, 1, ms) > 0 && (fd.revents & (POLLHUP | POLLERR)) && !(fd.revents & POLLIN))
			poll(NULL, 0, 1); /* the line is closed, the program is not gone yet */
	}
	pty_pump(p);
}

bool pty_until(struct pty *p, bool (*is)(struct pty *p, void *arg), void *arg, int limit_ms)
{
	int64_t end = now_ms() + (limit_ms ? limit_ms : PTY_PATIENCE);

	pty_pump(p);
	for (;;) {
		bool running = pty_running(p);
		int64_t left = end - now_ms();

		if (is(p, arg))
			return true;
		if (left <= 0 || !running)
			break;
		wait_output(p, left > 50 ? 50 : (int)left);
	}
	pty_pump(p);
	return is(p, arg);
}

/* True when the program sleeps in a call that waits for input. */
static bool waits_for_input(pid_t pid)
{
	static const long waits[] = {
#ifdef SYS_poll
		SYS_poll, SYS_select, SYS_epoll_wait,
#endif
		SYS_read, SYS_ppoll,  SYS_pselect6,   SYS_epoll_pwait,
	};
	char path[64], text[64] = "";
	FILE *f;
	long call = -1;

	snprintf(path, sizeof(path), "/proc/%d/syscall", (int)pid);
	f = fopen(path, "re");
	if (!f)
		return true;
	if (fgets(text, sizeof(text), f))
		call = text[0] >= '0' && text[0] <= '9' ? strtol(text, NULL, 10) : -1;
	fclose(f);
	for (size_t i = 0; i < sizeof(waits) / sizeof(*waits); i++)
		if (call == waits[i])
			return true;
	return false;
}

/* Asking poll() first makes the kernel pass on what was written to either end; a count of bytes alone would
 * come too early on a busy machine. */
static bool all_is_said(struct pty *p, int slave)
{
	struct pollfd unread = { .fd = slave, .events = POLLIN };

	return poll(&unread, 1, 0) == 0 && waits_for_input(p->pid) && !take(p);
}

bool pty_idle(struct pty *p, int limit_ms)
{
	int64_t end = now_ms() + (limit_ms ? limit_ms : PTY_PATIENCE);
	int slave = open(p->slave, O_RDONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC), still = 0;

	while (slave >= 0 && still < 2 && now_ms() < end && pty_running(p)) {
		pty_pump(p);
		still = all_is_said(p, slave) ? still + 1 : 0;
		sched_yield();
	}
	if (slave >= 0)
		close(slave);
	return still == 2;
}

void pty_send(struct pty *p, const void *bytes, size_t n)
{
	const char *b = bytes;
	int64_t end = now_ms() + PTY_PATIENCE;

	while (n > 0 && p->master >= 0 && now_ms() < end) {
		ssize_t put = write(p->master, b, n);

		if (put > 0) {
			b += put;
			n -= (size_t)put;
		} else if (put < 0 && errno == EAGAIN && pty_running(p)) {
			struct pollfd fd = { .fd = p->master, .events = POLLOUT };

			poll(&fd, 1, 20);
			pty_pump(p);
		} else {
			return;
		}
	}
}

void pty_type(struct pty *p, const char *text)
{
	pty_send(p, text, strlen(text));
}

void pty_key(struct pty *p, const char *name)
{
	char bytes[32];
	size_t n = pty_key_bytes(p->term, name, bytes);

	if (n == 0)
		die("no key is called \"%s\"", name);
	pty_send(p, bytes, n);
}

void pty_keys(struct pty *p, const char *names)
{
	char name[32];

	while (*names) {
		size_t n = strcspn(names, " ");

		if (n > 0 && n < sizeof(name)) {
			memcpy(name, names, n);
			name[n] = '\0';
			pty_key(p, name);
		}
		names += n + (names[n] == ' ');
	}
}

void pty_resize(struct pty *p, int rows, int cols)
{
	struct winsize ws = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	pty_pump(p);
	for (int y = 0; y < p->rows; y++)
		str_free(&p->row[y]);
	free(p->row);
	p->row = xcalloc((size_t)rows, sizeof(*p->row));
	p->rows = rows;
	p->cols = cols;
	vterm_set_size(p->vt, rows, cols);
	if (p->master >= 0)
		ioctl(p->master, TIOCSWINSZ, &ws);
}

void pty_hangup(struct pty *p)
{
	pty_pump(p);
	if (p->master >= 0)
		close(p->master);
	p->master = -1;
}

void pty_stall(struct pty *p)
{
	p->stalled = true;
}

void pty_resume(struct pty *p)
{
	p->stalled = false;
}

const char *pty_raw(struct pty *p, size_t *ret_n)
{
	pty_pump(p);
	*ret_n = p->raw.len;
	return str_get(&p->raw);
}

size_t pty_bytes(struct pty *p)
{
	pty_pump(p);
	return p->raw.len;
}

bool pty_clean(struct pty *p)
{
	size_t n, at = 0;
	const char *raw = pty_raw(p, &n), *why = pty_forbidden(raw, n, &at);

	if (why)
		fprintf(stderr, "%s at byte %zu of what was written: %.40s\n", why, at, raw + at);
	return why == NULL;
}

int64_t pty_last(struct pty *p)
{
	return p->last;
}

pid_t pty_pid(const struct pty *p)
{
	return p->pid;
}

bool pty_running(struct pty *p)
{
	if (!p->ended && waitpid(p->pid, &p->status, WNOHANG) == p->pid)
		p->ended = true;
	return !p->ended;
}

static bool has_ended(struct pty *p, void *arg)
{
	(void)arg;
	return !pty_running(p);
}

bool pty_wait(struct pty *p, int *ret_status, int limit_ms)
{
	if (!pty_until(p, has_ended, NULL, limit_ms))
		return false;
	*ret_status = p->status;
	return true;
}

int pty_exit(struct pty *p, int limit_ms)
{
	int status;

	if (!pty_wait(p, &status, limit_ms))
		return -1;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

bool pty_restored(struct pty *p)
{
	struct termios t;

	if (p->master < 0 || tcgetattr(p->master, &t) != 0)
		return false;
	return t.c_iflag == p->before.c_iflag && t.c_oflag == p->before.c_oflag &&
	       t.c_lflag == p->before.c_lflag;
}
