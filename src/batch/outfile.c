/* outfile.c - files that are there whole or not at all. */
#include "batch/outfile.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/seal.h"

int outfile_dir(const char *path, struct err *e)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0) {
		err_set(e, ERR_CREATE, N_("The folder “%s” cannot be opened: %s"), path,
			err_reason(e->lang, errno));
		return -1;
	}
	if (faccessat(fd, ".", W_OK | X_OK, AT_EACCESS) != 0) {
		err_set(e, ERR_CREATE, N_("Nothing can be written in the folder “%s”: %s"), path,
			err_reason(e->lang, errno));
		close(fd);
		return -1;
	}
	return fd;
}

static bool name_sound(const char *name)
{
	size_t n = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-");

	return n > 0 && n < OUTFILE_NAME && name[n] == '\0' && name[0] != '.' && name[0] != '-';
}

bool outfile_open(struct outfile *f, int dir, const char *name, struct err *e)
{
	int fd;

	*f = (struct outfile){ .dir = dir };
	if (!name_sound(name))
		return err_set(e, ERR_CREATE, N_("“%s” cannot be the name of a file"), name);
	snprintf(f->name, sizeof f->name, "%s", name);
	snprintf(f->tmp, sizeof f->tmp, ".%s.tmp.%d", name, (int)getpid());
	unlinkat(dir, f->tmp, 0);
	fd = openat(dir, f->tmp, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0640);
	f->file = fd < 0 ? NULL : fdopen(fd, "w+");
	if (f->file)
		return true;
	if (fd >= 0)
		close(fd);
	return err_set(e, ERR_CREATE, N_("“%s” cannot be made. Check the folder and your rights in it"),
		       name);
}

void outfile_drop(struct outfile *f)
{
	if (!f->file)
		return;
	fclose(f->file);
	f->file = NULL;
	unlinkat(f->dir, f->tmp, 0);
}

bool outfile_land(struct outfile *f, char ret_sha[65], struct err *e)
{
	int fd = fileno(f->file);
	bool ok = fflush(f->file) == 0 && !ferror(f->file) && fsync(fd) == 0 &&
		  seal_sha256_file(fd, ret_sha) && renameat(f->dir, f->tmp, f->dir, f->name) == 0 &&
		  fsync(f->dir) == 0;

	if (!ok)
		err_set(e, ERR_IO, N_("“%s” could not be written: %s"), f->name, err_reason(e->lang, errno));
	outfile_drop(f);
	return ok;
}
