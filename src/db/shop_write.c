/* shop_write.c - the one way to write: the queue, the lock, the transaction, the checkpoint. */
#include <errno.h>
#include <inttypes.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/time.h>
#include <unistd.h>

#include "base/log.h"
#include "db/db_private.h"
#include "db/journal.h"
#include "db/migrate.h"
#include "db/shop_private.h"

#define WAL_PAGES_DUE 1000

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

static bool lock_file(struct shop *s, bool block)
{
	return flock(s->lock, block ? LOCK_EX : LOCK_EX | LOCK_NB) == 0;
}

static bool lock_turn(struct shop *s, bool block)
{
	return queue_turn(&s->queue, block);
}

/* Blocks on a lock, calling `waiting` every five seconds. */
static bool lock_wait(struct shop *s, bool (*take)(struct shop *s, bool block),
		      void (*waiting)(void *arg, const char *holder), void *arg)
{
	struct sigaction sa = { .sa_handler = on_alarm }, old;
	struct itimerval five = { { 5, 0 }, { 5, 0 } }, off = { 0 };
	char holder[128];
	bool ok;

	sigaction(SIGALRM, &sa, &old);
	setitimer(ITIMER_REAL, &five, NULL);
	while (!(ok = take(s, true)) && errno == EINTR) {
		holder_read(s, holder, sizeof holder);
		log_line("waiting for the shop file, held by %s", holder);
		if (waiting)
			waiting(arg, holder);
	}
	setitimer(ITIMER_REAL, &off, NULL);
	sigaction(SIGALRM, &old, NULL);
	return ok;
}

static bool lock_take(struct shop *s, bool (*take)(struct shop *s, bool block),
		      void (*waiting)(void *arg, const char *holder), void *arg)
{
	return take(s, false) || lock_wait(s, take, waiting, arg);
}

static void holder_write(struct shop *s, const char *who)
{
	char line[128];
	int n = snprintf(line, sizeof line, "%-60.60s\n", who);

	if (n > 0 && pwrite(s->lock, line, (size_t)n, 0) != n)
		log_line("the name of the holder could not be written");
}

static bool locks_take(struct shop *s, const char *who, void (*waiting)(void *arg, const char *holder),
		       void *arg, struct err *e)
{
	if (!queue_draw(&s->queue) || !lock_take(s, lock_turn, waiting, arg) ||
	    !lock_take(s, lock_file, waiting, arg)) {
		queue_pass(&s->queue);
		return err_set(e, ERR_IO,
			       N_("The shop file cannot be locked. Nothing was booked; try again"));
	}
	holder_write(s, who);
	return true;
}

/* The lock goes only when no transaction is open: an unlock inside one would stall the whole shop. */
static void locks_drop(struct shop *s)
{
	if (s->writer && !sqlite3_get_autocommit(db_handle(s->writer)) && !db_script(s->writer, "ROLLBACK"))
		shop_writer_close(s);
	queue_pass(&s->queue);
	flock(s->lock, LOCK_UN);
	s->writing = false;
	s->savepoints = 0;
}

/* ---- transactions ---- */

/* What is booked into a file that was moved away or replaced is lost to everybody else. */
static bool in_its_place(struct db *w, struct err *e)
{
	int moved = 0;

	if (sqlite3_file_control(db_handle(w), "main", SQLITE_FCNTL_HAS_MOVED, &moved) != SQLITE_OK || !moved)
		return true;
	return err_set(e, ERR_IO,
		       N_("The shop file is not in its place any more. Nothing was booked, and what you "
			  "typed is kept: put the file back, or leave and start again"));
}

static bool begin_inside(struct shop *s, struct err *e)
{
	struct db *w = shop_writer(s);
	int64_t version;

	if (!w)
		return err_set(e, ERR_IO,
			       N_("The shop file cannot be written. Check the rights of its folder"));
	db_clear(w);
	if (!db_plain(w, "BEGIN IMMEDIATE")) {
		db_error(w, e);
		return false;
	}
	version = shop_pragma(w, "PRAGMA user_version");
	if (db_failed(w)) {
		db_error(w, e);
		return false;
	}
	if (version != s->version)
		return err_set(e, ERR_CONFIG,
			       N_("The shop file was brought up to date by a newer workbay. What you typed "
				  "is kept; start again"));
	return in_its_place(w, e);
}

bool shop_begin(struct shop *s, const char *who, void (*waiting)(void *arg, const char *holder), void *arg,
		struct err *e)
{
	if (s->writing)
		die("a transaction inside a transaction");
	shop_writer(s); /* opened before others have to wait for it */
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
	shop_writer_close(s);
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
	queue_pass(&s->queue); /* the waiting for the disk hides that the next one has to wake */
	if (db_plain(s->writer, "COMMIT")) {
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
		err_set(e, ERR_IO,
			N_("The disk failed while this was booked. Whether it was is not known: look for it "
			   "first"));
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
	return db_plain(s->writer, "SAVEPOINT command");
}

void shop_release(struct shop *s)
{
	db_plain(s->writer, "RELEASE command");
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
		return err_set(e, ERR_IO,
			       N_("The shop file cannot be written. Check the rights of its folder"));
	if (!locks_take(s, "checkpoint", NULL, NULL, e))
		return false;
	queue_pass(&s->queue);
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
