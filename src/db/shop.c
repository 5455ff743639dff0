/* shop.c - the shop file: opening it, making it, and what it offers. */
#include "db/shop.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "base/seal.h"
#include "db/db_private.h"
#include "db/journal.h"
#include "db/migrate.h"
#include "db/shop_private.h"
#include "db/state.h"

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

void shop_writer_close(struct shop *s)
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
	} file[] = { { "-queue", &s->queue.fd }, { "-lock", &s->lock }, { "-use", &s->use } };
	char path[PATH_MAX];

	for (size_t i = 0; i < sizeof file / sizeof *file; i++) {
		snprintf(path, sizeof path, "%s%s", s->path, file[i].suffix);
		*file[i].fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660);
		if (*file[i].fd < 0)
			return err_set(e, ERR_CREATE,
				       N_("“%s” cannot be made. Check the rights of the folder"), path);
	}
	if (flock(s->use, LOCK_SH | LOCK_NB) != 0)
		return err_set(e, ERR_BUSY, N_("The shop file is being restored. Try again in a moment"));
	return true;
}

bool shop_read_meta(struct shop *s, struct err *e)
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

int64_t shop_pragma(struct db *db, const char *text)
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
	int64_t id = shop_pragma(s->reader, "PRAGMA application_id");

	s->version = shop_pragma(s->reader, "PRAGMA user_version");
	if (db_failed(s->reader)) {
		db_error(s->reader, e);
		return false;
	}
	if (id != SHOP_APPLICATION_ID)
		return err_set(e, ERR_DATA, N_("“%s” is not a workbay shop file"), s->path);
	if (s->version > migrate_latest())
		return err_set(e, ERR_CONFIG,
			       N_("“%s” was made by a newer workbay. Install that version to open it"),
			       s->path);
	if (s->version < migrate_latest() && s->mode != SHOP_UPGRADE)
		return err_set(e, ERR_CONFIG,
			       N_("“%s” is of an older workbay. Bring it up to date with: workbay upgrade"),
			       s->path);
	return true;
}

static struct shop *shop_blank(const char *path, enum shop_mode mode, struct err *e)
{
	struct shop *s = xcalloc(1, sizeof *s);

	s->queue.fd = s->lock = s->use = -1;
	s->mode = mode;
	if (!shop_path_real(path, false, s->path, e) || !shop_place_local(s->path, e)) {
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
	if (!shop_file_ours(s->path, e) || !companions_open(s, e))
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
	if (!s->writer || s->wal_pages == 0 || !queue_draw(&s->queue))
		return;
	if (queue_turn(&s->queue, false) && flock(s->lock, LOCK_EX | LOCK_NB) == 0) {
		sqlite3_busy_timeout(db_handle(s->writer), 0);
		sqlite3_wal_checkpoint_v2(db_handle(s->writer), NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
		flock(s->lock, LOCK_UN);
	}
	queue_pass(&s->queue);
}

void shop_close(struct shop *s)
{
	if (!s)
		return;
	if (s->writing)
		shop_rollback(s);
	last_checkpoint(s);
	shop_writer_close(s);
	db_free(s->reader);
	db_free(s->state);
	if (s->use >= 0)
		close(s->use);
	if (s->lock >= 0)
		close(s->lock);
	if (s->queue.fd >= 0)
		close(s->queue.fd);
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
		return err_set(e, ERR_CREATE,
			       N_("“%s” is there already. Choose another name; nothing is overwritten"),
			       path);
	if (fd < 0)
		return err_set(e, ERR_CREATE,
			       N_("“%s” cannot be made. Check the folder and your rights in it"), path);
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
	db_exec(
	    db,
	    SQL("INSERT INTO meta (name, value) VALUES ('book', :book), ('epoch', '1'), ('kind', 'shop'), "
		"('salt', :salt)"),
	    BIND(B_TEXT("book", book), B_TEXT("salt", salt)));
	return !db_failed(db);
}

static bool book_make(const char *path, struct err *e)
{
	struct db *db = shop_connect(
	    path, "PRAGMA application_id=2003526265; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;", e);
	bool ok;

	if (!db)
		return false;
	ok = db_script(db, "BEGIN IMMEDIATE") && migrate_run(db, 0, e) && book_fill(db) &&
	     db_script(db, "COMMIT") && db_script(db, "PRAGMA wal_checkpoint(TRUNCATE)");
	if (!ok)
		db_error(db, e);
	db_free(db);
	return ok;
}

struct shop *shop_create(const char *path, struct err *e)
{
	char real[PATH_MAX - 16];

	if (!shop_path_real(path, true, real, e) || !shop_place_local(real, e) || !file_make(real, e))
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
		shop_writer_close(s);
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
	return shop_pragma(s->reader, "PRAGMA data_version");
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
