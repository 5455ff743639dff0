/* guard.c - signals, the lost line, and giving the terminal back. */
#include "ui/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

#include "base/lang.h"

/* Signal handlers have no argument: this is the terminal back end's one variable. */
static struct {
	volatile sig_atomic_t gone, open;
	int tty, null;
	struct termios saved;
	bool has_saved, has_timer;
	timer_t stall;
	char restore[128];
	size_t restore_len;
	struct sigaction old[NSIG];
} guard;

static const int ending[] = { SIGHUP, SIGTERM, SIGPIPE };
static const int fatal[] = { SIGSEGV, SIGBUS, SIGABRT, SIGFPE, SIGILL };

#define ENDING (sizeof ending / sizeof *ending)
#define FATAL  (sizeof fatal / sizeof *fatal)

/* A flag alone would leave the program stuck in write() on a stalled line. */
static void on_gone(int sig)
{
	int saved = errno;

	(void)sig;
	guard.gone = 1;
	if (guard.open)
		dup2(guard.null, guard.tty);
	errno = saved;
}

static void give_back(void)
{
	ssize_t n;

	if (!guard.open)
		return;
	guard.open = 0;
	n = write(guard.tty, guard.restore, guard.restore_len);
	(void)n;
	if (guard.has_saved)
		tcsetattr(guard.tty, TCSANOW, &guard.saved);
}

/* The handler that stood there before (a sanitizer's report, a core) comes next. */
static void on_fatal(int sig)
{
	give_back();
	sigaction(sig, &guard.old[sig], NULL);
	raise(sig);
}

static void handle(int sig, void (*handler)(int))
{
	struct sigaction sa = { .sa_handler = handler };

	sigemptyset(&sa.sa_mask);
	sigaction(sig, &sa, &guard.old[sig]);
}

bool guard_open(struct err *e)
{
	guard.gone = 0;
	guard.tty = STDOUT_FILENO;
	guard.null = open("/dev/null", O_RDWR | O_CLOEXEC);
	if (guard.null < 0)
		return err_set(e, ERR_IO, N_("/dev/null cannot be opened"));
	guard.has_saved = tcgetattr(STDIN_FILENO, &guard.saved) == 0;
	return true;
}

void guard_start(const char *restore)
{
	struct sigevent ev = { .sigev_notify = SIGEV_SIGNAL };

	guard.restore_len = strlen(restore) < sizeof guard.restore ? strlen(restore) : 0;
	memcpy(guard.restore, restore, guard.restore_len);
	guard.open = 1;
	for (size_t i = 0; i < ENDING; i++)
		handle(ending[i], on_gone);
	for (size_t i = 0; i < FATAL; i++)
		handle(fatal[i], on_fatal);
	handle(SIGRTMIN, on_gone);
	ev.sigev_signo = SIGRTMIN;
	guard.has_timer = timer_create(CLOCK_MONOTONIC, &ev, &guard.stall) == 0;
	die_hook(give_back);
}

bool guard_gone(void)
{
	return guard.gone;
}

void guard_stall(int seconds)
{
	struct itimerspec at = { .it_value.tv_sec = seconds };

	if (guard.has_timer)
		timer_settime(guard.stall, 0, &at, NULL);
}

static void signals_release(void)
{
	for (size_t i = 0; i < ENDING; i++)
		sigaction(ending[i], &guard.old[ending[i]], NULL);
	for (size_t i = 0; i < FATAL; i++)
		sigaction(fatal[i], &guard.old[fatal[i]], NULL);
	sigaction(SIGRTMIN, &guard.old[SIGRTMIN], NULL);
}

/* After a signal that ends the program the line may be dead or stalled, or somebody may sit at it: what can be written
 * without waiting is. */
static void give_back_at_once(void)
{
	int tty = open("/dev/tty", O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
	ssize_t n;

	if (tty < 0)
		return;
	n = write(tty, guard.restore, guard.restore_len);
	(void)n;
	if (guard.has_saved)
		tcsetattr(tty, TCSANOW, &guard.saved);
	close(tty);
}

void guard_close(void)
{
	bool started = guard.open;

	if (started && guard.gone)
		give_back_at_once();
	else if (started && guard.has_saved)
		tcsetattr(STDIN_FILENO, TCSANOW, &guard.saved);
	guard.open = 0;
	if (started) {
		die_hook(NULL);
		signals_release();
	}
	if (guard.has_timer)
		timer_delete(guard.stall);
	guard.has_timer = false;
	close(guard.null);
}
