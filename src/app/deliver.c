/* deliver.c - bytes of a paper go to a printer, a file or standard output. */
#include "app/deliver.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/text.h"

#define NAME_MOST 64
#define PATIENCE  20000 /* milliseconds */

enum deliver_to deliver_kind(const char *to)
{
	if (!strcmp(to, "-"))
		return DELIVER_OUTPUT;
	return strchr(to, '/') ? DELIVER_FILE : DELIVER_PRINTER;
}

/* ---- printers by name ---- */

static bool is_name(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n > NAME_MOST || strchr("._-", *s))
		return false;
	return strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-") == n;
}

static bool is_listed(const char *names, const char *name)
{
	size_t n = strlen(name);

	for (const char *p = names; *p; p += strcspn(p, " ,")) {
		p += strspn(p, " ,");
		if (strcspn(p, " ,") == n && n && !strncmp(p, name, n))
			return true;
	}
	return false;
}

static bool printer_may(const struct conf *conf, const char *to, struct err *e)
{
	const char *names = conf_text(conf, "printer.names");
	char brief[TEXT_BRIEF];

	if (is_name(to) && (is_listed(names, to) || !strcmp(conf_text(conf, "printer.default"), to)))
		return true;
	if (!*names)
		return err_set(
		    e, ERR_UNAVAILABLE,
		    N_("There is no printer “%s”: this machine has none in its settings (printer.names)"),
		    text_brief(brief, to));
	return err_set(e, ERR_UNAVAILABLE, N_("There is no printer “%s”; there are: %s"),
		       text_brief(brief, to), names);
}

bool deliver_may(const struct conf *conf, const char *to, struct err *e)
{
	char brief[TEXT_BRIEF];

	switch (deliver_kind(to)) {
	case DELIVER_PRINTER:
		return printer_may(conf, to, e);
	case DELIVER_FILE:
		return faccessat(AT_FDCWD, to, F_OK, AT_SYMLINK_NOFOLLOW) != 0 ||
		       err_set(e, ERR_CREATE, N_("%s is there already; choose another name"),
			       text_brief(brief, to));
	case DELIVER_OUTPUT:
		break;
	}
	return true;
}

/* ---- files ---- */

static bool write_all(int fd, const char *bytes, size_t n)
{
	while (n) {
		ssize_t done = write(fd, bytes, n);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0)
			return false;
		bytes += done;
		n -= (size_t)done;
	}
	return true;
}

static bool to_file(const char *to, const char *bytes, size_t n, struct err *e)
{
	int fd = open(to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0640), error;
	char brief[TEXT_BRIEF];
	bool ok;

	if (fd < 0)
		return err_set(e, ERR_CREATE, N_("%s cannot be made: %s"), text_brief(brief, to),
			       err_reason(e->lang, errno));
	ok = write_all(fd, bytes, n) && fsync(fd) == 0;
	error = errno;
	ok = close(fd) == 0 && ok;
	if (!ok)
		unlink(to);
	return ok || err_set(e, ERR_IO, N_("%s cannot be written: %s"), text_brief(brief, to),
			     err_reason(e->lang, error));
}

static bool to_output(const char *bytes, size_t n, struct err *e)
{
	if (fwrite(bytes, 1, n, stdout) == n && fflush(stdout) == 0)
		return true;
	return err_set(e, ERR_IO, N_("Standard output cannot be written: %s"), err_reason(e->lang, errno));
}

/* ---- the spooler's program ---- */

/* Starts it with `in` as its input and `said` as its standard error. */
static int start(const char *program, char *const *argv, int in, int said, pid_t *ret)
{
	static char path[] = "PATH=/usr/bin";
	char *const env[] = { path, NULL };
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	sigset_t signals;
	int error;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, in, 0);
	posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_adddup2(&files, said, 2);
	posix_spawnattr_init(&how);
	posix_spawnattr_setflags(&how, POSIX_SPAWN_RESETIDS | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	sigemptyset(&signals);
	posix_spawnattr_setsigmask(&how, &signals);
	sigfillset(&signals);
	posix_spawnattr_setsigdefault(&how, &signals);
	error = posix_spawn(ret, program, &files, &how, argv, env);
	posix_spawnattr_destroy(&how);
	posix_spawn_file_actions_destroy(&files);
	return error;
}

/* Waits until it ends; one that does not is ended. True when it said all is well. */
static bool await(pid_t pid, bool *ret_late)
{
	struct pollfd p = { .fd = pidfd_open(pid, 0), .events = POLLIN };
	int status = 0, ready = 1;

	if (p.fd >= 0) {
		while ((ready = poll(&p, 1, PATIENCE)) < 0 && errno == EINTR)
			;
		close(p.fd);
	}
	*ret_late = ready == 0;
	if (*ret_late)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

static bool refused(const char *to, int said, struct err *e)
{
	char why[200], brief[TEXT_BRIEF];
	ssize_t n = pread(said, why, sizeof why - 1, 0);

	why[n > 0 ? n : 0] = '\0';
	why[strcspn(why, "\r\n")] = '\0';
	return err_set(e, ERR_UNAVAILABLE,
		       N_("The printer %s did not take it; look at it and print again. It said: %s"), to,
		       text_brief(brief, why));
}

static bool run_program(const char *program, const char *to, bool raw, int in, int said, struct err *e)
{
	char *argv[] = { (char *)program,           (char *)"-d",  (char *)to,
			 raw ? (char *)"-o" : NULL, (char *)"raw", NULL };
	bool late = false, ok;
	pid_t pid;
	int error = start(program, argv, in, said, &pid);

	if (error)
		return err_set(e, ERR_UNAVAILABLE, N_("The program that prints, %s, cannot be started: %s"),
			       program, err_reason(e->lang, error));
	ok = await(pid, &late);
	if (late)
		return err_set(e, ERR_UNAVAILABLE,
			       N_("The printer %s does not answer; look at it and print again"), to);
	return ok || refused(to, said, e);
}

static bool to_printer(const struct conf *conf, const char *to, const char *bytes, size_t n, bool raw,
		       struct err *e)
{
	int in = memfd_create("paper", MFD_CLOEXEC), said = memfd_create("said", MFD_CLOEXEC);
	bool ok = in >= 0 && said >= 0 && write_all(in, bytes, n) && lseek(in, 0, SEEK_SET) == 0;

	if (ok)
		ok = run_program(conf_text(conf, "printer.command"), to, raw, in, said, e);
	else
		err_set(e, ERR_IO, N_("The paper cannot be kept for the printer: %s"),
			err_reason(e->lang, errno));
	if (in >= 0)
		close(in);
	if (said >= 0)
		close(said);
	return ok;
}

bool deliver(const struct conf *conf, const char *to, const char *bytes, size_t n, bool raw, struct err *e)
{
	if (!deliver_may(conf, to, e))
		return false;
	switch (deliver_kind(to)) {
	case DELIVER_FILE:
		return to_file(to, bytes, n, e);
	case DELIVER_PRINTER:
		return to_printer(conf, to, bytes, n, raw, e);
	case DELIVER_OUTPUT:
		break;
	}
	return to_output(bytes, n, e);
}
