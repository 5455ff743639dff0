/* shop.c - the shop file: its settings, its locks, its one writer. */
#include "db/shop.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <libgen.h>
#include <limits.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/log.h"
#include "base/seal.h"
#include "db/db_private.h"
#include "db/journal.h"
#include "db/migrate.h"
#include "db/shop_private.h"
#include "db/state.h"
#include "db/view_func.h"

#define WAL_PAGES_DUE 1000
#define META_MOST     8

struct meta {
	char name[16], value[64];
};

struct shop {
	char path[PATH_MAX - 16];
	enum shop_mode mode;
	struct db *reader, *writer, *state;
	struct journal *journal;
	int queue, lock, use;
	bool writing, alone;
	int wal_pages, savepoints;
	int64_t version;
	struct meta meta[META_MOST];
	size_t n_meta;
};

/* ---- the place where the file lies ---- */

/* The real path of a file whose folder must exist. */
static bool path_real(const char *path, char ret[PATH_MAX - 16], struct err *e)
{
	char copy[PATH_MAX], dir[PATH_MAX];
	const char *base = strrchr(path, '/');

	base = base ? base + 1 : path;
	if (!*base || strlen(path) >= sizeof copy)
		return err_set(e, ERR_USAGE, N_("“%s” is not the name of a file"), path);
	snprintf(copy, sizeof copy, "%s", path);
	if (!realpath(dirname(copy), dir))
		return err_set(e, ERR_NOINPUT, N_("The folder of “%s” is not there. Make it first"), path);
	if (snprintf(ret, PATH_MAX - 16, "%s/%s", strcmp(dir, "/") ? dir : "", base) >= PATH_MAX - 16)
		return err_set(e, ERR_USAGE, N_("The name “%s” is too long"), path);
	return true;
}

/* SQLite's write-ahead log needs all its processes on one machine. */
static bool place_is_local(const char *path, struct err *e)
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

static bool file_is_ours(const char *path, struct err *e)
{
	struct stat st;

	if (lstat(path, &st) != 0)
		return err_set(e, ERR_NOINPUT, N_("There is no shop file “%s”. Make one with “workbay init” or name another with --shop"),
			       path);
	if (!S_ISREG(st.st_mode) || st.st_nlink != 1)
		return err_set(e, ERR_DATA, N_("“%s” is not a plain file of its own. Name the shop file itself, not a link to it"),
			       path);
	if (st.st_mode & 0007)
		return err_set(e, ERR_CONFIG, N_("Everybody on this machine can open “%s”. Take that away with: chmod o-rwx"), path);
	if (access(path, R_OK | W_OK) != 0)
		return err_set(e, ERR_DENIED, N_("You may not open “%s”. Ask for your account to be added to its group"), path);
	return true;
}

/* ---- connections ---- */

static void connection_limits(sqlite3 *h)
{
	static const int limit[][2] = {
		{ SQLITE_LIMIT_LENGTH, 1000000 },     { SQLITE_LIMIT_SQL_LENGTH, 100000 },
		{ SQLITE_LIMIT_COLUMN, 100 },         { SQLITE_LIMIT_EXPR_DEPTH, 50 },
		{ SQLITE_LIMIT_COMPOUND_SELECT, 20 }, { SQLITE_LIMIT_VDBE_OP, 25000 },
		{ SQLITE_LIMIT_FUNCTION_ARG, 16 },    { SQLITE_LIMIT_ATTACHED, 0 },
		{ SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100 }, { SQLITE_LIMIT_VARIABLE_NUMBER, 100 },
		{ SQLITE_LIMIT_TRIGGER_DEPTH, 10 },
	};

	for (size_t i = 0; i < sizeof limit / sizeof *limit; i++)
		sqlite3_limit(h, limit[i][0], limit[i][1]);
}

static void connection_doors(sqlite3 *h)
{
	static const int door[][2] = {
		{ SQLITE_DBCONFIG_DEFENSIVE, 1 },
		{ SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0 },
		{ SQLITE_DBCONFIG_DQS_DML, 0 },
		{ SQLITE_DBCONFIG_DQS_DDL, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0 },
		{ SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0 },
		{ SQLITE_DBCONFIG_ENABLE_FKEY, 1 },
		{ SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1 },
	};

	for (size_t i = 0; i < sizeof door / sizeof *door; i++)
		sqlite3_db_config(h, door[i][0], door[i][1], NULL);
}

#define SETTINGS                                                                                                  \
	"PRAGMA foreign_keys=ON; PRAGMA recursive_triggers=ON; PRAGMA wal_autocheckpoint=0; PRAGMA mmap_size=0;"  \
	"PRAGMA temp_store=MEMORY; PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON;"                           \
	"PRAGMA journal_size_limit=67108864;"

struct db *shop_connect(const char *path, const char *more, struct err *e)
{
	sqlite3 *h = NULL;
	struct db *db;
	int rc;

	rc = sqlite3_open_v2(path, &h,
			     SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE |
				 SQLITE_OPEN_PRIVATECACHE | SQLITE_OPEN_NOMUTEX,
			     NULL);
	if (rc != SQLITE_OK) {
		log_line("open %s: %s", path, h ? sqlite3_errmsg(h) : "no memory");
		sqlite3_close(h);
		db_sentence(rc, e);
		return NULL;
	}
	connection_doors(h);
	connection_limits(h);
	sqlite3_busy_timeout(h, 10000);
	db = db_wrap(h);
	if (!view_functions(db))
		db_fail(db, SQLITE_NOMEM, "functions");
	if (!db_script(db, SETTINGS) || !db_script(db, more)) {
		db_error(db, e);
		db_free(db);
		return NULL;
	}
	return db;
}

static int wal_grew(void *arg, sqlite3 *h, const char *name, int pages)
{
	struct shop *s = arg;

	(void)h;
	(void)name;
	s->wal_pages = pages;
	return SQLITE_OK;
}

static bool writer_open(struct shop *s, struct err *e)
{
	s->writer = shop_connect(s->path, "PRAGMA synchronous=FULL;", e);
	if (!s->writer)
		return false;
	sqlite3_wal_hook(db_handle(s->writer), wal_grew, s);
	s->journal = journal_new(s->writer, e);
	return s->journal != NULL;
}

static void writer_close(struct shop *s)
{
	journal_free(s->journal);
	db_free(s->writer);
	s->journal = NULL;
	s->writer = NULL;
}

/* ---- opening ---- */

static bool companions_open(struct shop *s, struct err *e)
{
	struct {
		const char *suffix;
		int *fd;
	} file[] = { { "-queue", &s->queue }, { "-lock", &s->lock }, { "-use", &s->use } };
	char path[PATH_MAX];

	for (size_t i = 0; i < sizeof file / sizeof *file; i++) {
		snprintf(path, sizeof path, "%s%s", s->path, file[i].suffix);
		*file[i].fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660);
		if (*file[i].fd < 0)
			return err_set(e, ERR_CREATE, N_("“%s” cannot be made. Check the rights of the folder"), path);
	}
	if (flock(s->use, LOCK_SH | LOCK_NB) != 0)
		return err_set(e, ERR_BUSY, N_("The shop file is being restored. Try again in a moment"));
	return true;
}

static bool shop_read_meta(struct shop *s, struct err *e)
{
	struct cur *c = db_open(s->reader, SQL("SELECT name, value FROM meta ORDER BY id LIMIT 8"), NULL);

	s->n_meta = 0;
	while (cur_next(c)) {
		struct meta *m = &s->meta[s->n_meta++];

		snprintf(m->name, sizeof m->name, "%s", cur_text(c, 0));
		snprintf(m->value, sizeof m->value, "%s", cur_text(c, 1));
	}
	if (db_failed(s->reader)) {
		db_error(s->reader, e);
		return false;
	}
	return true;
}

static int64_t pragma_int(struct db *db, const char *text)
{
	struct cur *c = db_open_text(db, text, NULL);
	int64_t value = -1;

	if (cur_next(c)) {
		value = cur_int(c, 0);
		cur_close(c);
	}
	return value;
}

static bool shop_prove_kind(struct shop *s, struct err *e)
{
	int64_t id = pragma_int(s->reader, "PRAGMA application_id");

	s->version = pragma_int(s->reader, "PRAGMA user_version");
	if (db_failed(s->reader)) {
		db_error(s->reader, e);
		return false;
	}
	if (id != SHOP_APPLICATION_ID)
		return err_set(e, ERR_DATA, N_("“%s” is not a workbay shop file"), s->path);
	if (s->version > migrate_latest())
		return err_set(e, ERR_CONFIG, N_("“%s” was made by a newer workbay. Install that version to open it"), s->path);
	if (s->version < migrate_latest() && s->mode != SHOP_UPGRADE)
		return err_set(e, ERR_CONFIG, N_("“%s” is of an older workbay. Bring it up to date with: workbay upgrade"), s->path);
	return true;
}

static struct shop *shop_blank(const char *path, enum shop_mode mode, struct err *e)
{
	struct shop *s = xcalloc(1, sizeof *s);

	s->queue = s->lock = s->use = -1;
	s->mode = mode;
	if (!path_real(path, s->path, e) || !place_is_local(s->path, e)) {
		shop_close(s);
		return NULL;
	}
	return s;
}

struct shop *shop_open(const char *path, enum shop_mode mode, struct err *e)
{
	struct shop *s = shop_blank(path, mode, e);
	char log[PATH_MAX];

	if (!s)
		return NULL;
	if (!file_is_ours(s->path, e) || !companions_open(s, e))
		goto fail;
	snprintf(log, sizeof log, "%s-log", s->path);
	log_open(log);
	s->reader = shop_connect(s->path, "PRAGMA query_only=ON;", e);
	if (!s->reader || !shop_prove_kind(s, e) || (mode != SHOP_UPGRADE && !shop_read_meta(s, e)))
		goto fail;
	return s;
fail:
	shop_close(s);
	return NULL;
}

/* The last one out leaves a short log behind; nobody waits for it. */
static void last_checkpoint(struct shop *s)
{
	if (!s->writer || s->wal_pages == 0 || flock(s->queue, LOCK_EX | LOCK_NB) != 0)
		return;
	if (flock(s->lock, LOCK_EX | LOCK_NB) == 0) {
		sqlite3_busy_timeout(db_handle(s->writer), 0);
		sqlite3_wal_checkpoint_v2(db_handle(s->writer), NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
		flock(s->lock, LOCK_UN);
	}
	flock(s->queue, LOCK_UN);
}

void shop_close(struct shop *s)
{
	if (!s)
		return;
	if (s->writing)
		shop_rollback(s);
	last_checkpoint(s);
	writer_close(s);
	db_free(s->reader);
	db_free(s->state);
	if (s->use >= 0)
		close(s->use);
	if (s->lock >= 0)
		close(s->lock);
	if (s->queue >= 0)
		close(s->queue);
	log_open(NULL);
	free(s);
}

/* ---- making ---- */

static bool file_make(const char *path, struct err *e)
{
	mode_t old = umask(0007);
	int fd = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0660);

	umask(old);
	if (fd < 0 && errno == EEXIST)
		return err_set(e, ERR_CREATE, N_("“%s” is there already. Choose another name; nothing is overwritten"), path);
	if (fd < 0)
		return err_set(e, ERR_CREATE, N_("“%s” cannot be made. Check the folder and your rights in it"), path);
	close(fd);
	return true;
}

static bool book_fill(struct db *db)
{
	unsigned char bytes[16];
	char book[33], salt[33];

	seal_random(bytes, sizeof bytes);
	seal_hex(bytes, sizeof bytes, book);
	seal_random(bytes, sizeof bytes);
	seal_hex(bytes, sizeof bytes, salt);
	db_exec(db,
		SQL("INSERT INTO meta (name, value) VALUES ('book', :book), ('epoch', '1'), ('kind', 'shop'), "
		    "('salt', :salt)"),
		BIND(B_TEXT("book", book), B_TEXT("salt", salt)));
	return !db_failed(db);
}

static bool book_make(const char *path, struct err *e)
{
	struct db *db = shop_connect(path, "PRAGMA application_id=2003526265; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;", e);
	bool ok;

	if (!db)
		return false;
	ok = db_script(db, "BEGIN IMMEDIATE") && migrate_run(db, 0, e) && book_fill(db) && db_script(db, "COMMIT") &&
	     db_script(db, "PRAGMA wal_checkpoint(TRUNCATE)");
	if (!ok)
		db_error(db, e);
	db_free(db);
	return ok;
}

struct shop *shop_create(const char *path, struct err *e)
{
	char real[PATH_MAX - 16];

	if (!path_real(path, real, e) || !place_is_local(real, e) || !file_make(real, e))
		return NULL;
	if (!book_make(real, e)) {
		unlink(real);
		return NULL;
	}
	return shop_open(real, SHOP_WORK, e);
}

/* ---- what it offers ---- */

const char *shop_path(const struct shop *s)
{
	return s->path;
}

const char *shop_meta(const struct shop *s, const char *name)
{
	for (size_t i = 0; i < s->n_meta; i++)
		if (!strcmp(s->meta[i].name, name))
			return s->meta[i].value;
	return "";
}

struct db *shop_reader(struct shop *s)
{
	return s->reader;
}

struct db *shop_writer(struct shop *s)
{
	struct err e = { 0 };

	if (!s->writer && s->mode != SHOP_READ && !writer_open(s, &e)) {
		log_line("writer: %s", e.text);
		writer_close(s);
	}
	return s->writer;
}

struct journal *shop_journal(struct shop *s)
{
	return shop_writer(s) ? s->journal : NULL;
}

struct db *shop_state(struct shop *s)
{
	if (!s->state)
		s->state = state_connect(s->path);
	return s->state;
}

int64_t shop_version(struct shop *s)
{
	return pragma_int(s->reader, "PRAGMA data_version");
}

int64_t shop_schema_version(struct shop *s)
{
	return s->version;
}

int64_t shop_wal_bytes(struct shop *s)
{
	char path[PATH_MAX];
	struct stat st;

	snprintf(path, sizeof path, "%s-wal", s->path);
	return stat(path, &st) == 0 ? (int64_t)st.st_size : 0;
}

bool shop_alone(struct shop *s)
{
	s->alone = flock(s->use, LOCK_EX | LOCK_NB) == 0;
	if (!s->alone)
		flock(s->use, LOCK_SH | LOCK_NB);
	return s->alone;
}

void shop_alone_end(struct shop *s)
{
	if (s->alone)
		flock(s->use, LOCK_SH | LOCK_NB);
	s->alone = false;
}

/* ---- the locks of the writer ---- */

static void on_alarm(int sig)
{
	(void)sig;
}

static void holder_read(struct shop *s, char *buf, size_t size)
{
	ssize_t n = pread(s->lock, buf, size - 1, 0);

	buf[n > 0 ? n : 0] = '\0';
}

/* Blocks on a lock, calling `waiting` every five seconds. */
static bool lock_wait(struct shop *s, int fd, void (*waiting)(void *arg, const char *holder), void *arg)
{
	struct sigaction sa = { .sa_handler = on_alarm }, old;
	struct itimerval five = { { 5, 0 }, { 5, 0 } }, off = { 0 };
	char holder[128];
	int rc;

	sigaction(SIGALRM, &sa, &old);
	setitimer(ITIMER_REAL, &five, NULL);
	while ((rc = flock(fd, LOCK_EX)) != 0 && errno == EINTR) {
		holder_read(s, holder, sizeof holder);
		log_line("waiting for the shop file, held by %s", holder);
		if (waiting)
			waiting(arg, holder);
	}
	setitimer(ITIMER_REAL, &off, NULL);
	sigaction(SIGALRM, &old, NULL);
	return rc == 0;
}

static bool lock_take(struct shop *s, int fd, void (*waiting)(void *arg, const char *holder), void *arg)
{
	return flock(fd, LOCK_EX | LOCK_NB) == 0 || lock_wait(s, fd, waiting, arg);
}

static void holder_write(struct shop *s, const char *who)
{
	char line[128];
	int n = snprintf(line, sizeof line, "%-60.60s\n", who);

	if (n > 0 && pwrite(s->lock, line, (size_t)n, 0) != n)
		log_line("the name of the holder could not be written");
}

static bool locks_take(struct shop *s, const char *who, void (*waiting)(void *arg, const char *holder), void *arg,
		       struct err *e)
{
	bool ok = lock_take(s, s->queue, waiting, arg);

	if (ok) {
		ok = lock_take(s, s->lock, waiting, arg);
		flock(s->queue, LOCK_UN);
	}
	if (!ok)
		return err_set(e, ERR_IO, N_("The shop file cannot be locked. Nothing was booked; try again"));
	holder_write(s, who);
	return true;
}

/* The lock goes only when no transaction is open: an unlock inside one would stall the whole shop. */
static void locks_drop(struct shop *s)
{
	if (s->writer && !sqlite3_get_autocommit(db_handle(s->writer)) && !db_script(s->writer, "ROLLBACK"))
		writer_close(s);
	flock(s->lock, LOCK_UN);
	s->writing = false;
	s->savepoints = 0;
}

/* ---- transactions ---- */

static bool begin_inside(struct shop *s, struct err *e)
{
	struct db *w = shop_writer(s);
	int64_t version;

	if (!w)
		return err_set(e, ERR_IO, N_("The shop file cannot be written. Check the rights of its folder"));
	db_clear(w);
	if (!db_script(w, "BEGIN IMMEDIATE")) {
		db_error(w, e);
		return false;
	}
	version = pragma_int(w, "PRAGMA user_version");
	if (db_failed(w)) {
		db_error(w, e);
		return false;
	}
	if (version != s->version)
		return err_set(e, ERR_CONFIG, N_("The shop file was brought up to date by a newer workbay. What you typed is kept; start again"));
	return true;
}

bool shop_begin(struct shop *s, const char *who, void (*waiting)(void *arg, const char *holder), void *arg,
		struct err *e)
{
	if (s->writing)
		die("a transaction inside a transaction");
	if (!locks_take(s, who, waiting, arg, e))
		return false;
	s->writing = true;
	if (begin_inside(s, e))
		return true;
	locks_drop(s);
	return false;
}

static void checkpoint_when_due(struct shop *s)
{
	if (s->wal_pages <= WAL_PAGES_DUE)
		return;
	sqlite3_wal_checkpoint_v2(db_handle(s->writer), NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	s->wal_pages = 0;
}

/* Writes one journal row over what a failed COMMIT may have left in the log: with nothing on top, its last frames could
 * still be found whole when the log is read anew, and a transaction that was denied would be in the book. */
static bool doubt_bury(struct shop *s)
{
	struct db *w = s->writer;
	struct journal_head head = { .command = "mend", .answer = "{}", .terminal = "shop" };
	int64_t seq;

	head.at = db_int(w, SQL("SELECT at FROM journal ORDER BY seq DESC LIMIT 1"), NULL, 0);
	head.day = db_int(w, SQL("SELECT day FROM journal ORDER BY seq DESC LIMIT 1"), NULL, 0);
	journal_begin(s->journal);
	return journal_write(s->journal, 0, &head, &seq) && db_script(w, "COMMIT");
}

/* Opens anew after a COMMIT that failed, still under the lock. True when the journal row `seq` stands: it was booked.
 * Else *ret_unknown says whether it is certain that it was not. */
static bool doubt_resolve(struct shop *s, int64_t seq, bool *ret_unknown)
{
	struct err e = { 0 };
	int64_t last;

	*ret_unknown = true;
	writer_close(s);
	if (seq == 0 || !begin_inside(s, &e))
		return false;
	last = db_int(s->writer, SQL("SELECT max(seq) FROM journal"), NULL, 0);
	if (db_failed(s->writer))
		return false;
	if (last >= seq)
		return true;
	*ret_unknown = !doubt_bury(s);
	return false;
}

bool shop_commit(struct shop *s, bool *ret_unknown, struct err *e)
{
	bool booked, full;

	*ret_unknown = false;
	if (db_script(s->writer, "COMMIT")) {
		checkpoint_when_due(s);
		locks_drop(s);
		return true;
	}
	full = (db_code(s->writer) & 0xff) == SQLITE_FULL; /* then the last frame was never written */
	db_error(s->writer, e);
	booked = doubt_resolve(s, journal_seq(s->journal), ret_unknown);
	*ret_unknown &= !full;
	if (booked) {
		err_clear(e);
	} else if (*ret_unknown) {
		err_clear(e);
		err_set(e, ERR_IO, N_("The disk failed while this was booked. Whether it was is not known: look for it first"));
	}
	if (s->writer)
		db_clear(s->writer);
	locks_drop(s);
	return booked;
}

void shop_rollback(struct shop *s)
{
	if (!s->writing)
		return;
	if (s->writer)
		db_clear(s->writer);
	locks_drop(s);
}

bool shop_writing(const struct shop *s)
{
	return s->writing;
}

bool shop_savepoint(struct shop *s)
{
	return db_script(s->writer, "SAVEPOINT command");
}

void shop_release(struct shop *s)
{
	db_script(s->writer, "RELEASE command");
}

void shop_rollback_to(struct shop *s)
{
	db_clear(s->writer);
	db_script(s->writer, "ROLLBACK TO command; RELEASE command");
}

bool shop_checkpoint(struct shop *s, struct err *e)
{
	int rc;

	if (!shop_writer(s))
		return err_set(e, ERR_IO, N_("The shop file cannot be written. Check the rights of its folder"));
	if (!locks_take(s, "checkpoint", NULL, NULL, e))
		return false;
	rc = sqlite3_wal_checkpoint_v2(db_handle(s->writer), NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
	flock(s->lock, LOCK_UN);
	if (rc == SQLITE_OK)
		s->wal_pages = 0;
	return rc == SQLITE_OK || rc == SQLITE_BUSY || db_sentence(rc, e);
}

/* ---- bringing an older file up to date ---- */

bool shop_upgrade(struct shop *s, struct err *e)
{
	bool unknown;

	if (s->version == migrate_latest())
		return true;
	if (!shop_begin(s, "upgrade", NULL, NULL, e))
		return false;
	if (!migrate_run(s->writer, s->version, e)) {
		db_error(s->writer, e);
		shop_rollback(s);
		return false;
	}
	if (!shop_commit(s, &unknown, e))
		return false;
	s->version = migrate_latest();
	return shop_read_meta(s, e);
}
