/* pdf.c - paper as PDF, by a small program of its own. */
#include "app/pdf.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/program.h"
#include "base/text.h"

#ifndef WORKBAY_PDF
#define WORKBAY_PDF "/usr/libexec/workbay-pdf"
#endif

/* The one that is set, the one beside this program, the one that was installed. */
static const char *program(const struct conf *conf, char *buf, size_t size)
{
	const char *set = conf_text(conf, "printer.pdf");
	ssize_t n = readlink("/proc/self/exe", buf, size - 16);
	char *slash;

	if (*set)
		return set;
	buf[n > 0 ? n : 0] = '\0';
	slash = strrchr(buf, '/');
	if (slash) {
		memcpy(slash + 1, "workbay-pdf", 12);
		if (access(buf, X_OK) == 0)
			return buf;
	}
	return WORKBAY_PDF;
}

static bool take(int fd, struct str *bytes)
{
	struct stat st;
	const char *map;

	if (fstat(fd, &st) != 0 || st.st_size == 0)
		return false;
	map = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_PRIVATE, fd, 0);
	if (map == MAP_FAILED)
		return false;
	str_free(bytes);
	str_addn(bytes, map, (size_t)st.st_size);
	munmap((void *)map, (size_t)st.st_size);
	return true;
}

static bool run(const char *path, int in, int out, int said, struct str *bytes, struct err *e)
{
	char *argv[] = { (char *)path, NULL }, why[200], brief[TEXT_BRIEF];
	enum spawn_end end = spawn_run(path, argv, in, out, said);

	if (end == SPAWN_NOT)
		return err_set(e, ERR_UNAVAILABLE,
			       N_("PDF needs the program workbay-pdf, and %s cannot be started: %s"), path,
			       err_reason(e->lang, errno));
	if (end == SPAWN_GOOD && take(out, bytes))
		return true;
	spawn_said(said, why);
	return err_set(e, ERR_UNAVAILABLE, N_("No PDF could be made; workbay-pdf said: %s"),
		       text_brief(brief, why));
}

bool pdf_make(const struct conf *conf, struct str *bytes, struct err *e)
{
	int in = memfd_create("text", MFD_CLOEXEC), out = memfd_create("pdf", MFD_CLOEXEC),
	    said = memfd_create("said", MFD_CLOEXEC);
	char path[4096];
	bool ok = in >= 0 && out >= 0 && said >= 0 &&
		  write(in, str_get(bytes), bytes->len) == (ssize_t)bytes->len && lseek(in, 0, SEEK_SET) == 0;

	if (ok)
		ok = run(program(conf, path, sizeof path), in, out, said, bytes, e);
	else
		err_set(e, ERR_IO, N_("The paper cannot be kept for the printer: %s"),
			err_reason(e->lang, errno));
	for (int i = 0; i < 3; i++) {
		int fd = (int[]){ in, out, said }[i];

		if (fd >= 0)
			close(fd);
	}
	return ok;
}
