/* db.c - one connection: its failure, which is kept, and how its work is stopped. */
#include "db/db.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "db/db_inside.h"

struct db *db_wrap(sqlite3 *handle)
{
	struct db *db = xcalloc(1, sizeof *db);

	db->handle = handle;
	db->dead.db = db;
	return db;
}

void db_free(struct db *db)
{
	if (!db)
		return;
	statements_free(db);
	sqlite3_close(db->handle);
	free(db);
}

sqlite3 *db_handle(struct db *db)
{
	return db->handle;
}

void db_fail(struct db *db, int rc, const char *what)
{
	if (rc == SQLITE_INTERRUPT && db->stopped)
		return;
	if (db->rc != SQLITE_OK)
		return;
	db->rc = rc;
	snprintf(db->what, sizeof db->what, "%s", sqlite3_errmsg(db->handle));
	log_line("sqlite %d: %s: %s", rc, db->what, what);
}

bool db_failed(const struct db *db)
{
	return db->rc != SQLITE_OK;
}

int db_code(const struct db *db)
{
	return db->rc;
}

void db_clear(struct db *db)
{
	db->rc = SQLITE_OK;
	db->what[0] = '\0';
}

void db_fault(struct db *db, long n)
{
	db->fault = n;
}

bool db_sentence(int rc, struct err *e)
{
	switch (rc & 0xff) {
	case SQLITE_OK:
		return true;
	case SQLITE_FULL:
		return err_set(e, ERR_IO,
			       N_("The disk is full. Nothing was booked; free some space and try again"));
	case SQLITE_IOERR:
		return err_set(e, ERR_IO, N_("The disk did not read or write. Check it, then try again"));
	case SQLITE_CORRUPT:
		return err_set(e, ERR_IO,
			       N_("The shop file is damaged. Stop work and restore the last backup"));
	case SQLITE_NOTADB:
		return err_set(e, ERR_DATA, N_("This is not a workbay shop file"));
	case SQLITE_READONLY:
	case SQLITE_CANTOPEN:
		return err_set(e, ERR_IO,
			       N_("The shop file cannot be written. Check the rights of its folder"));
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return err_set(e, ERR_BUSY, N_("Somebody else holds the shop file. Try again in a moment"));
	case SQLITE_NOMEM:
		return err_set(e, ERR_FAULT, N_("There is not enough memory. Nothing was booked"));
	case SQLITE_TOOBIG:
		return err_set(e, ERR_DATA, N_("This is too long to be stored"));
	case SQLITE_CONSTRAINT:
		return err_set(e, ERR_FAULT,
			       N_("The books refuse this. Nothing was booked; the log says why"));
	default:
		return err_set(e, ERR_FAULT,
			       N_("A fault in the program (%d). Nothing was booked; the log says more"), rc);
	}
}

/* A statement that this program proved against its own schema names something that the file does not have. */
static bool lacks_part(const struct db *db)
{
	return (db->rc & 0xff) == SQLITE_ERROR &&
	       (strncmp(db->what, "no such ", 8) == 0 || strstr(db->what, " has no column named "));
}

void db_error(struct db *db, struct err *e)
{
	if (lacks_part(db))
		err_set(e, ERR_CONFIG,
			N_("The shop file was made by another build of workbay: it does not have all that "
			   "this one needs (%s). Nothing was booked; work with the program that made it"),
			db->what);
	else if ((db->rc & 0xff) == SQLITE_CONSTRAINT && strstr(db->what, "period is closed"))
		err_set(e, ERR_NO, N_("That day is closed for postings. Post with an open day"));
	else
		db_sentence(db->rc, e);
}

bool db_script(struct db *db, const char *text)
{
	int rc;

	if (db->rc != SQLITE_OK)
		return false;
	rc = sqlite3_exec(db->handle, text, NULL, NULL, NULL);
	if (rc != SQLITE_OK)
		db_fail(db, rc, text);
	return rc == SQLITE_OK;
}

/* ---- stopping ---- */

void db_interrupt(struct db *db)
{
	sqlite3_interrupt(db->handle);
}

bool db_asked_stop(struct db *db)
{
	if (db->stop && db->stop(db->stop_arg))
		db->stopped = true;
	return db->stopped;
}

static int db_ask_stop(void *arg)
{
	return db_asked_stop(arg);
}

void db_progress(struct db *db, bool (*stop)(void *arg), void *arg)
{
	db->stop = stop;
	db->stop_arg = arg;
	if (stop)
		db->stopped = false;
	sqlite3_progress_handler(db->handle, stop ? 2000 : 0, stop ? db_ask_stop : NULL, db);
}

bool db_stopped(const struct db *db)
{
	return db->stopped;
}

bool db_sorted(const struct db *db)
{
	return db->sorted;
}
