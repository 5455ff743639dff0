/* backup.c - copies of the shop file, proved after they are written. */
#include "db/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <sqlite3.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/date.h"
#include "base/log.h"
#include "base/seal.h"
#include "db/db_private.h"
#include "db/journal.h"
#include "db/shop_private.h"

#define STEP_PAGES 2000

/* ---- proving ---- */

static bool pragma_says(struct db *db, const char *pragma, const char *wanted)
{
	struct cur *c = db_open_text(db, pragma, NULL);
	bool ok = true;
	int rows = 0;

	while (cur_next(c)) {
		rows++;
		ok &= wanted && !strcmp(cur_text(c, 0), wanted);
		if (!ok)
			log_line("%s: %s", pragma, cur_text(c, 0));
	}
	return ok && (rows > 0) == (wanted != NULL) && !db_failed(db);
}

bool backup_prove(const char *path, bool full, struct err *e)
{
	sqlite3 *h = NULL;
	struct db *db;
	bool ok;

	if (access(path, R_OK) != 0)
		return err_set(e, ERR_NOINPUT, N_("There is no file “%s” to read"), path);
	if (sqlite3_open_v2(path, &h, SQLITE_OPEN_READONLY | SQLITE_OPEN_EXRESCODE, NULL) != SQLITE_OK) {
		sqlite3_close(h);
		return err_set(e, ERR_IO, N_("“%s” cannot be opened as a shop file"), path);
	}
	db = db_wrap(h);
	ok = pragma_says(db, "PRAGMA application_id", "2003526265");
	if (!ok && (db_code(db) == SQLITE_OK || (db_code(db) & 0xff) == SQLITE_NOTADB)) {
		db_free(db);
		return err_set(e, ERR_DATA, N_("“%s” is not a workbay shop file"), path);
	}
	ok = ok && pragma_says(db, full ? "PRAGMA integrity_check" : "PRAGMA quick_check", "ok") &&
	     pragma_says(db, "PRAGMA foreign_key_check", NULL);
	db_free(db);
	return ok ||
	       err_set(e, ERR_IO,
		       N_("“%s” is damaged. Bring back a backup that is whole: workbay restore FILE"), path);
}

/* ---- writing ---- */

static bool dir_sync(const char *path)
{
	char copy[PATH_MAX];
	int fd;
	bool ok;

	snprintf(copy, sizeof copy, "%s", path);
	fd = open(dirname(copy), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return false;
	ok = fsync(fd) == 0;
	close(fd);
	return ok;
}

static bool file_sync(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;

	if (fd >= 0)
		close(fd);
	return ok;
}

static bool pages_copy(struct db *from, sqlite3 *to, backup_progress *fn, void *arg)
{
	sqlite3_backup *b = sqlite3_backup_init(to, "main", db_handle(from), "main");
	int rc = b ? SQLITE_OK : SQLITE_ERROR;

	while (rc == SQLITE_OK) {
		rc = sqlite3_backup_step(b, STEP_PAGES);
		if (fn && sqlite3_backup_pagecount(b) > 0)
			fn(arg, 1000 - (int)((int64_t)sqlite3_backup_remaining(b) * 1000 /
					     sqlite3_backup_pagecount(b)));
	}
	if (b)
		sqlite3_backup_finish(b);
	return rc == SQLITE_DONE;
}

/* One held read transaction: steps outside it start again at each foreign write. */
static bool copy_held(struct shop *s, const char *tmp, backup_progress *fn, void *arg)
{
	struct db *r = shop_reader(s);
	sqlite3 *to = NULL;
	bool ok;

	if (sqlite3_open_v2(tmp, &to, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK) {
		sqlite3_close(to);
		return false;
	}
	ok = db_script(r, "BEGIN") && db_int(r, SQL("SELECT count(*) FROM meta"), NULL, -1) >= 0 &&
	     pages_copy(r, to, fn, arg);
	db_script(r, "COMMIT");
	ok = ok && sqlite3_exec(to, "PRAGMA journal_mode=DELETE", NULL, NULL, NULL) == SQLITE_OK;
	return sqlite3_close(to) == SQLITE_OK && ok;
}

static bool tmp_make(const char *path, char tmp[PATH_MAX], struct err *e)
{
	int fd;

	if (snprintf(tmp, PATH_MAX, "%s.tmp.%d", path, (int)getpid()) >= PATH_MAX)
		return err_set(e, ERR_USAGE, N_("The name “%s” is too long"), path);
	unlink(tmp);
	fd = open(tmp, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0640);
	if (fd < 0)
		return err_set(e, ERR_CREATE,
			       N_("“%s” cannot be made. Check the folder and your rights in it"), path);
	close(fd);
	return true;
}

static bool copy_lands(const char *tmp, const char *path)
{
	return file_sync(tmp) && rename(tmp, path) == 0 && dir_sync(path);
}

bool backup_write(struct shop *s, const char *path, bool replace, backup_progress *fn, void *arg,
		  struct err *e)
{
	char tmp[PATH_MAX];
	bool ok;

	if (!replace && access(path, F_OK) == 0)
		return err_set(e, ERR_CREATE,
			       N_("“%s” is there already. Choose another name; nothing is overwritten"),
			       path);
	if (!tmp_make(path, tmp, e))
		return false;
	ok = copy_held(s, tmp, fn, arg) ||
	     err_set(e, ERR_IO, N_("The backup could not be written. Is the disk full?"));
	ok = ok && backup_prove(tmp, false, e);
	ok = ok &&
	     (copy_lands(tmp, path) || err_set(e, ERR_IO, N_("The backup could not be put in its place")));
	if (!ok)
		unlink(tmp);
	return ok;
}

/* ---- restoring ---- */

static bool file_copy(const char *from, const char *to)
{
	char buf[1 << 16];
	int in = open(from, O_RDONLY | O_CLOEXEC), out;
	ssize_t n = -1;

	if (in < 0)
		return false;
	out = open(to, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOFOLLOW);
	while (out >= 0 && (n = read(in, buf, sizeof buf)) > 0)
		if (write(out, buf, (size_t)n) != n) {
			n = -1;
			break;
		}
	close(in);
	if (out >= 0 && fchmod(out, 0660) != 0)
		n = -1;
	if (out >= 0 && close(out) != 0)
		n = -1;
	return n == 0;
}

/* The copy starts a new epoch, with a journal row that says so; one to practise on says that too. */
static bool epoch_begin(const char *tmp, int64_t now, bool practice, struct err *e)
{
	struct db *db = shop_connect(tmp, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;", e);
	struct journal *j = db ? journal_new(db, e) : NULL;
	int64_t seq;
	bool ok = j != NULL && db_script(db, "BEGIN IMMEDIATE");

	if (ok) {
		const char *what = practice ? "practice" : "restore";
		struct journal_head head = {
			.command = what, .answer = "{}", .terminal = what, .at = now, .day = now / 86400
		};

		journal_begin(j);
		journal_epoch_next(j);
		if (practice)
			db_exec(db, SQL("UPDATE meta SET value = 'practice' WHERE name = 'kind'"), NULL);
		ok = journal_write(j, 0, &head, &seq) && db_script(db, "COMMIT") &&
		     db_script(db, "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode=DELETE; PRAGMA "
				   "journal_mode=WAL;");
	}
	if (db && !ok)
		db_error(db, e);
	journal_free(j);
	db_free(db);
	return ok;
}

static void old_name(const char *path, int64_t now, char *ret)
{
	struct arena *a = arena_new();
	const char *t = time_text_utc(a, now); /* 2026-11-21T10:05:00Z */

	snprintf(ret, PATH_MAX, "%s.before-%.4s%.2s%.2s-%.2s%.2s%.2s", path, t, t + 5, t + 8, t + 11, t + 14,
		 t + 17);
	arena_free(a);
}

/* Takes the standing file's log into it, so that a power cut between the moves below cannot part them. Where the file is
 * damaged this fails, and both are kept as they are. */
static void log_take_in(const char *path)
{
	sqlite3 *h = NULL;

	if (sqlite3_open_v2(path, &h, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
		sqlite3_exec(h, "SELECT count(*) FROM sqlite_schema; PRAGMA wal_checkpoint(TRUNCATE)", NULL,
			     NULL, NULL);
	sqlite3_close(h);
}

/* Moves the standing file and its log aside, then the new one in. Nobody is connected: the lock on FILE-use is held. */
static bool files_change(const char *tmp, const char *path, const char *old)
{
	char wal[PATH_MAX + 8], old_wal[PATH_MAX + 8];

	log_take_in(path);
	if (access(path, F_OK) == 0 && link(path, old) != 0)
		return false;
	snprintf(wal, sizeof wal, "%s-wal", path);
	snprintf(old_wal, sizeof old_wal, "%s-wal", old);
	if (access(wal, F_OK) == 0 && rename(wal, old_wal) != 0)
		return false;
	snprintf(wal, sizeof wal, "%s-shm", path);
	unlink(wal);
	return rename(tmp, path) == 0 && dir_sync(path);
}

static int use_lock(const char *path)
{
	char use[PATH_MAX + 8];
	int fd;

	snprintf(use, sizeof use, "%s-use", path);
	fd = open(use, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660);
	if (fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) != 0) {
		close(fd);
		return -1;
	}
	return fd;
}

bool backup_restore(const char *copy, const char *path, int64_t now, char *ret_old, struct err *e)
{
	char tmp[PATH_MAX];
	bool ok;
	int use;

	if (!backup_prove(copy, true, e) || !tmp_make(path, tmp, e))
		return false;
	old_name(path, now, ret_old);
	ok = (file_copy(copy, tmp) ||
	      err_set(e, ERR_IO, N_("“%s” could not be copied. Is the disk full?"), copy)) &&
	     backup_prove(tmp, false, e) && epoch_begin(tmp, now, false, e);
	use = ok ? use_lock(path) : -1;
	if (ok && use < 0)
		ok = err_set(e, ERR_BUSY,
			     N_("Somebody is working on “%s”. Let everybody leave it, then restore again"),
			     path);
	ok = ok &&
	     ((file_sync(tmp) && files_change(tmp, path, ret_old)) ||
	      err_set(e, ERR_IO, N_("The restored file could not be put in its place; the old one stands")));
	if (!ok)
		unlink(tmp);
	if (use >= 0)
		close(use);
	return ok;
}

/* ---- practising ---- */

/* Nothing of an earlier copy may be read with the new one. */
static bool practice_lands(const char *tmp, const char *path)
{
	static const char *const companions[] = { "-wal", "-shm", "-state", "-state-wal", "-state-shm" };
	char name[PATH_MAX + 16];

	for (size_t i = 0; i < sizeof companions / sizeof *companions; i++) {
		snprintf(name, sizeof name, "%s%s", path, companions[i]);
		if (unlink(name) != 0 && errno != ENOENT)
			return false;
	}
	return chmod(tmp, 0660) == 0 && copy_lands(tmp, path);
}

bool backup_practice(struct shop *s, const char *path, int64_t now, backup_progress *fn, void *arg,
		     struct err *e)
{
	char tmp[PATH_MAX];
	bool ok;
	int use;

	if (!tmp_make(path, tmp, e))
		return false;
	use = use_lock(path);
	ok = use >= 0 ||
	     err_set(e, ERR_BUSY, N_("Somebody is practising on “%s” already. Try again when nobody does"),
		     path);
	ok = ok && (copy_held(s, tmp, fn, arg) ||
		    err_set(e, ERR_IO, N_("The copy could not be written. Is the disk full?")));
	ok = ok && epoch_begin(tmp, now, true, e);
	ok = ok &&
	     (practice_lands(tmp, path) || err_set(e, ERR_IO, N_("The copy could not be put in its place")));
	if (!ok)
		unlink(tmp);
	if (use >= 0)
		close(use);
	return ok;
}
