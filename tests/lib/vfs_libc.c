/* vfs_libc.c - the calls by which our own code renames, removes and syncs files, counted as steps like
 * SQLite's.
 *
 * Linked with -Wl,--wrap=rename and so on; only calls from our libraries come here, SQLite's own do not. */
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/lib/vfs.h"

int __real_rename(const char *from, const char *to);
int __real_link(const char *from, const char *to);
int __real_unlink(const char *path);
int __real_fsync(int fd);
int __wrap_rename(const char *from, const char *to);
int __wrap_link(const char *from, const char *to);
int __wrap_unlink(const char *path);
int __wrap_fsync(int fd);

static bool refused(void)
{
	int no = vfs_step_errno();

	if (no)
		errno = no;
	return no != 0;
}

int __wrap_rename(const char *from, const char *to)
{
	if (refused())
		return -1;
	vfs_note_rename(from, to);
	return __real_rename(from, to);
}

int __wrap_link(const char *from, const char *to)
{
	if (refused())
		return -1;
	vfs_note_link(from, to);
	return __real_link(from, to);
}

int __wrap_unlink(const char *path)
{
	if (refused())
		return -1;
	vfs_note_unlink(path);
	return __real_unlink(path);
}

int __wrap_fsync(int fd)
{
	char link[64], path[PATH_MAX];
	struct stat st;
	ssize_t n;

	if (refused())
		return -1;
	snprintf(link, sizeof(link), "/proc/self/fd/%d", fd);
	n = readlink(link, path, sizeof(path) - 1);
	if (n > 0 && fstat(fd, &st) == 0) {
		path[n] = '\0';
		if (S_ISDIR(st.st_mode))
			vfs_note_sync_dir();
		else
			vfs_note_sync(path);
	}
	return __real_fsync(fd);
}
