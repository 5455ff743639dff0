/* shop_place.c - the place where a shop file lies: whether SQLite is safe there and the file is ours. */
#include <errno.h>
#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "db/shop_private.h"

static bool no_shop(const char *path, struct err *e)
{
	return err_set(e, ERR_NOINPUT,
		       N_("There is no shop file “%s”. Make one with “workbay init” or name another "
			  "with --shop"),
		       path);
}

bool shop_path_real(const char *path, bool making, char ret[PATH_MAX - 16], struct err *e)
{
	char copy[PATH_MAX], dir[PATH_MAX];
	const char *base = strrchr(path, '/');

	base = base ? base + 1 : path;
	if (!*base || strlen(path) >= sizeof copy)
		return err_set(e, ERR_USAGE, N_("“%s” is not the name of a file"), path);
	snprintf(copy, sizeof copy, "%s", path);
	if (!realpath(dirname(copy), dir))
		return making ? err_set(e, ERR_NOINPUT, N_("The folder of “%s” is not there. Make it first"),
					path)
			      : no_shop(path, e);
	if (snprintf(ret, PATH_MAX - 16, "%s/%s", strcmp(dir, "/") ? dir : "", base) >= PATH_MAX - 16)
		return err_set(e, ERR_USAGE, N_("The name “%s” is too long"), path);
	return true;
}

bool shop_place_local(const char *path, struct err *e)
{
	static const long far[] = { 0x6969, 0xFE534D42, 0xFF534D42, 0x01021997, 0x65735546 };
	char copy[PATH_MAX];
	struct statfs fs;

	snprintf(copy, sizeof copy, "%s", path);
	if (statfs(dirname(copy), &fs) != 0)
		return err_set(e, ERR_NOINPUT, N_("The folder of “%s” cannot be read"), path);
	for (size_t i = 0; i < sizeof far / sizeof *far; i++)
		if ((fs.f_type & 0xffffffffL) == far[i])
			return err_set(e, ERR_CONFIG,
				       N_("“%s” lies on a network drive, where a shop file is not safe. "
					  "Keep it on a disk of this machine"),
				       path);
	return true;
}

/* Has it the mark of a shop file in its head? What cannot be read is said elsewhere. */
static bool marked(const char *path)
{
	unsigned char head[72];
	FILE *f = fopen(path, "rb");
	bool whole = f && fread(head, 1, sizeof head, f) == sizeof head;

	if (f)
		fclose(f);
	return !f || (whole && memcmp(head, "SQLite format 3", 16) == 0 && memcmp(head + 68, "wkby", 4) == 0);
}

bool shop_file_ours(const char *path, struct err *e)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return no_shop(path, e);
	if (!S_ISREG(st.st_mode) || st.st_nlink != 1)
		return err_set(
		    e, ERR_DATA,
		    N_("“%s” is not a plain file of its own. Name the shop file itself, not a link to it"),
		    path);
	if ((st.st_mode & 0007) && !marked(path))
		return err_set(e, ERR_DATA, N_("“%s” is not a workbay shop file"), path);
	if (st.st_mode & 0007)
		return err_set(
		    e, ERR_CONFIG,
		    N_("Everybody on this machine can open “%s”. Take that away with: chmod o-rwx"), path);
	if (access(path, R_OK | W_OK) != 0)
		return err_set(e, ERR_DENIED,
			       N_("You may not open “%s”. Ask for your account to be added to its group"),
			       path);
	return true;
}
