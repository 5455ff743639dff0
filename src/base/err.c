/* err.c - one error, written where it is understood and shown in one place. */
#include "base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/lang.h"

static void (*before_death)(void); /* set once by main or the terminal back end */

static void __attribute__((format(printf, 3, 0)))
err_write(struct err *e, enum err_code code, const char *msgid, va_list ap)
{
	e->code = code;
	vsnprintf(e->text, sizeof e->text, tr(e->lang, msgid), ap);
}

bool err_set(struct err *e, enum err_code code, const char *msgid, ...)
{
	va_list ap;

	if (e->code != ERR_NONE)
		return false;
	va_start(ap, msgid);
	err_write(e, code, msgid, ap);
	va_end(ap);
	return false;
}

bool err_field(struct err *e, const char *field, const char *msgid, ...)
{
	va_list ap;

	if (e->code != ERR_NONE)
		return false;
	snprintf(e->field, sizeof e->field, "%s", field);
	va_start(ap, msgid);
	err_write(e, ERR_NO, msgid, ap);
	va_end(ap);
	return false;
}

void err_clear(struct err *e)
{
	const struct lang *lang = e->lang;

	memset(e, 0, sizeof *e);
	e->lang = lang;
}

const char *err_reason(const struct lang *lang, int number)
{
	static const struct {
		int number;
		const char *reason;
	} reasons[] = {
		{ ENOENT, N_("there is no such file or folder") },
		{ ENOTDIR, N_("a part of the path is no folder") },
		{ EISDIR, N_("it is a folder") },
		{ EACCES, N_("the permission is missing") },
		{ EPERM, N_("the permission is missing") },
		{ EEXIST, N_("it is there already") },
		{ EROFS, N_("the disk is read-only") },
		{ ENOSPC, N_("the disk is full") },
		{ EDQUOT, N_("the disk is full") },
		{ EFBIG, N_("the file is too large") },
		{ EIO, N_("the disk does not work properly") },
		{ EPIPE, N_("nobody reads any longer") },
		{ EMFILE, N_("too many files are open") },
		{ ENFILE, N_("too many files are open") },
	};

	for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
		if (reasons[i].number == number)
			return tr(lang, reasons[i].reason);
	return strerrordesc_np(number) ? strerrordesc_np(number) : "?";
}

void die_hook(void (*hook)(void))
{
	before_death = hook;
}

void die(const char *fmt, ...)
{
	char line[512];
	va_list ap;
	int n;

	if (before_death)
		before_death();
	va_start(ap, fmt);
	n = vsnprintf(line, sizeof line - 1, fmt, ap);
	va_end(ap);
	if (n < 0)
		n = 0;
	if ((size_t)n > sizeof line - 2)
		n = (int)sizeof line - 2;
	line[n] = '\n';
	if (write(2, "workbay: ", 9) < 0 || write(2, line, (size_t)n + 1) < 0)
		_exit(ERR_FAULT);
	_exit(ERR_FAULT);
}
