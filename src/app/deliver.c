/* deliver.c - bytes of a paper go to a printer, a file or standard output. */
#include "app/deliver.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/printer.h"
#include "app/program.h"
#include "base/str.h"
#include "base/text.h"

#define NAME_MOST 64
#define PATIENCE  20000 /* milliseconds */

enum deliver_to deliver_kind(const char *to)
{
	size_t n = strlen(to);

	if (!strcmp(to, "-"))
		return DELIVER_OUTPUT;
	if (!strcmp(to, "terminal"))
		return DELIVER_TERMINAL;
	if (!strncmp(to, "/dev/", 5))
		return DELIVER_DEVICE;
	if (n && to[n - 1] == '/')
		return DELIVER_FOLDER;
	return strchr(to, '/') ? DELIVER_FILE : DELIVER_PRINTER;
}

bool deliver_is_paper(const char *to)
{
	return deliver_kind(to) >= DELIVER_PRINTER;
}

/* ---- printers by name ---- */

static bool is_name(const char *s)
{
	size_t n = strlen(s);

	if (n == 0 || n > NAME_MOST || strchr("._-", *s))
		return false;
	return strspn(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._-") == n;
}

static bool printer_may(const struct conf *conf, const char *to, struct err *e)
{
	const char *names = conf_text(conf, "printer.names");
	char brief[TEXT_BRIEF];

	if ((deliver_kind(to) == DELIVER_DEVICE || is_name(to)) && printer_is_set(conf, to))
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
	case DELIVER_DEVICE:
		return printer_may(conf, to, e);
	case DELIVER_FILE:
		return faccessat(AT_FDCWD, to, F_OK, AT_SYMLINK_NOFOLLOW) != 0 ||
		       err_set(e, ERR_CREATE, N_("%s is there already; choose another name"),
			       text_brief(brief, to));
	case DELIVER_OUTPUT:
	case DELIVER_FOLDER:
	case DELIVER_TERMINAL:
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

static bool run_program(const char *program, const char *to, bool raw, int in, int said, struct err *e)
{
	char *argv[] = { (char *)program,           (char *)"-d",  (char *)to,
			 raw ? (char *)"-o" : NULL, (char *)"raw", NULL };
	char why[200], brief[TEXT_BRIEF];

	switch (spawn_run(program, argv, in, -1, said)) {
	case SPAWN_GOOD:
		return true;
	case SPAWN_NOT:
		return err_set(e, ERR_UNAVAILABLE, N_("The program that prints, %s, cannot be started: %s"),
			       program, err_reason(e->lang, errno));
	case SPAWN_LATE:
		return err_set(e, ERR_UNAVAILABLE,
			       N_("The printer %s does not answer; look at it and print again"), to);
	case SPAWN_BAD:
		break;
	}
	spawn_said(said, why);
	return err_set(e, ERR_UNAVAILABLE,
		       N_("The printer %s did not take it; look at it and print again. It said: %s"), to,
		       text_brief(brief, why));
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

/* ---- devices and the terminal ---- */

/* Writes to a device that may be slow or stuck: each pause of it is waited for, but not for ever. */
static bool write_patiently(int fd, const char *bytes, size_t n)
{
	struct pollfd p = { .fd = fd, .events = POLLOUT };

	while (n) {
		ssize_t done = write(fd, bytes, n);

		if (done < 0 && errno == EAGAIN && poll(&p, 1, PATIENCE) == 0)
			errno = ETIMEDOUT;
		if (done < 0 && errno != EINTR && errno != EAGAIN)
			return false;
		bytes += done > 0 ? done : 0;
		n -= done > 0 ? (size_t)done : 0;
	}
	return true;
}

static bool to_device(const char *to, const char *bytes, size_t n, struct err *e)
{
	int fd = open(to, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC), error;
	struct stat st;
	bool ok;

	if (fd >= 0 && (fstat(fd, &st) != 0 || !S_ISCHR(st.st_mode))) {
		close(fd);
		return err_set(e, ERR_UNAVAILABLE, N_("%s is no printer; name its device"), to);
	}
	ok = fd >= 0 && write_patiently(fd, bytes, n);
	error = errno;
	if (fd >= 0)
		close(fd);
	return ok || err_set(e, ERR_UNAVAILABLE,
			     N_("The printer at %s did not take it (%s); look at it and print again"), to,
			     err_reason(e->lang, error));
}

static bool to_terminal(const struct delivery *d, struct err *e)
{
	if (!d->terminal)
		return err_set(e, ERR_UNAVAILABLE,
			       N_("Only the console prints on a printer that hangs at the terminal"));
	return d->terminal(d->terminal_arg, d->bytes, d->n) ||
	       err_set(e, ERR_UNAVAILABLE,
		       N_("This terminal passes nothing on to a printer (its TERM does not know how)"));
}

static bool to_folder(const struct delivery *d, struct err *e)
{
	struct str path = { 0 };
	bool ok;

	str_addf(&path, "%s%s", d->to, d->name);
	ok = to_file(str_get(&path), d->bytes, d->n, e);
	str_free(&path);
	return ok;
}

bool deliver(const struct conf *conf, const struct delivery *d, struct err *e)
{
	if (!deliver_may(conf, d->to, e))
		return false;
	switch (deliver_kind(d->to)) {
	case DELIVER_FILE:
		return to_file(d->to, d->bytes, d->n, e);
	case DELIVER_FOLDER:
		return to_folder(d, e);
	case DELIVER_PRINTER:
		return to_printer(conf, d->to, d->bytes, d->n, d->raw, e);
	case DELIVER_DEVICE:
		return to_device(d->to, d->bytes, d->n, e);
	case DELIVER_TERMINAL:
		return to_terminal(d, e);
	case DELIVER_OUTPUT:
		break;
	}
	return to_output(d->bytes, d->n, e);
}
