/* state.c - FILE-state: what is not business. */
#include "db/state.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/log.h"
#include "db/db_private.h"

#define WAL_DUE (1 << 20) /* bytes */

/* Statements here are not checked against the shop's schema: they belong to another file. */
#define SQL_STATE(literal)                                                                                   \
	({                                                                                                   \
		static const struct sql sql_here_ = { literal, __FILE__, __LINE__ };                         \
		&sql_here_;                                                                                  \
	})

static const char schema[] =
    "CREATE TABLE IF NOT EXISTS draft (id INTEGER PRIMARY KEY, user_id INTEGER NOT NULL, screen TEXT NOT "
    "NULL,"
    " request TEXT NOT NULL UNIQUE, text TEXT NOT NULL, at INTEGER NOT NULL) STRICT;"
    "CREATE INDEX IF NOT EXISTS draft_user ON draft (user_id, at);"
    "CREATE TABLE IF NOT EXISTS choice (user_id INTEGER NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,"
    " PRIMARY KEY (user_id, name)) STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS throttle (who TEXT PRIMARY KEY, failures INTEGER NOT NULL, at INTEGER NOT "
    "NULL)"
    " STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS terminal (name TEXT PRIMARY KEY, user_id INTEGER NOT NULL, pid INTEGER NOT "
    "NULL,"
    " at INTEGER NOT NULL) STRICT, WITHOUT ROWID;"
    "CREATE TABLE IF NOT EXISTS warm (command TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (command, text))"
    " STRICT, WITHOUT ROWID;";

/* ---- writing ---- */

/* Every write and every checkpoint of FILE-state runs under a lock file of its own: a checkpoint of one process beside a
 * write of another is what some versions of SQLite do not survive. -1 where it cannot be taken; then nothing is written. */
static int state_lock(struct db *state)
{
	char path[PATH_MAX];
	int fd;

	snprintf(path, sizeof path, "%s-lock", sqlite3_db_filename(db_handle(state), "main"));
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660);
	while (fd >= 0 && flock(fd, LOCK_EX) != 0)
		if (errno != EINTR) {
			close(fd);
			fd = -1;
		}
	return fd;
}

/* The write-ahead log goes back into the file when it has grown, still under the lock. */
static void state_checkpoint(struct db *state)
{
	const char *wal = sqlite3_filename_wal(sqlite3_db_filename(db_handle(state), "main"));
	struct stat st;

	if (stat(wal, &st) == 0 && st.st_size > WAL_DUE)
		sqlite3_wal_checkpoint_v2(db_handle(state), NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
}

struct db *state_connect(const char *shop_path)
{
	char path[PATH_MAX];
	sqlite3 *h = NULL;
	struct db *db;
	int fd;
	bool ok;

	snprintf(path, sizeof path, "%s-state", shop_path);
	fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660);
	if (fd < 0)
		return NULL;
	close(fd);
	if (sqlite3_open_v2(path, &h, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOFOLLOW | SQLITE_OPEN_EXRESCODE,
			    NULL) != SQLITE_OK) {
		sqlite3_close(h);
		return NULL;
	}
	sqlite3_busy_timeout(h, 2000);
	sqlite3_db_config(h, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	db = db_wrap(h);
	fd = state_lock(db);
	ok = fd >= 0 &&
	     db_script(db,
		       "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA wal_autocheckpoint=0;") &&
	     db_script(db, schema);
	if (fd >= 0)
		close(fd);
	if (!ok) {
		db_free(db);
		return NULL;
	}
	return db;
}

static void state_write(struct db *state, const struct sql *sql, const struct bind *bind)
{
	int fd = state_lock(state);

	if (fd < 0)
		return;
	db_exec(state, sql, bind);
	state_checkpoint(state);
	close(fd);
}

/* A failure here is no failure of the work: it is logged and forgotten. */
static bool state_done(struct db *state)
{
	bool ok = !db_failed(state);

	db_clear(state);
	return ok;
}

bool state_draft_put(struct db *state, int64_t user_id, const char *screen, const char *request,
		     const char *text, int64_t at)
{
	if (!state)
		return false;
	state_write(
	    state,
	    SQL_STATE("INSERT INTO draft (user_id, screen, request, text, at) VALUES (:user, :screen, "
		      ":request, :text, :at)"
		      " ON CONFLICT (request) DO UPDATE SET text = excluded.text, at = excluded.at, "
		      "user_id = excluded.user_id"),
	    BIND(B_INT("user", user_id), B_TEXT("screen", screen), B_TEXT("request", request),
		 B_TEXT("text", text), B_INT("at", at)));
	return state_done(state);
}

void state_draft_drop(struct db *state, int64_t user_id, const char *request)
{
	if (!state)
		return;
	state_write(state, SQL_STATE("DELETE FROM draft WHERE request = :request AND user_id = :user"),
		    BIND(B_TEXT("request", request), B_INT("user", user_id)));
	state_done(state);
}

size_t state_drafts(struct db *state, int64_t user_id, int64_t since, struct arena *a,
		    struct state_draft **ret)
{
	struct state_draft *d;
	struct cur *c;
	size_t n = 0;

	*ret = NULL;
	if (!state)
		return 0;
	*ret = d = ARENA_ARRAY(a, struct state_draft, 20);
	c = db_open(state,
		    SQL_STATE("SELECT id, user_id, at, screen, request, text FROM draft WHERE user_id = "
			      ":user AND at >= :since"
			      " ORDER BY at DESC, id DESC LIMIT 20"),
		    BIND(B_INT("user", user_id), B_INT("since", since)));
	while (cur_next(c)) {
		d[n].id = cur_int(c, 0);
		d[n].user_id = cur_int(c, 1);
		d[n].at = cur_int(c, 2);
		d[n].screen = arena_strdup(a, cur_text(c, 3));
		d[n].request = arena_strdup(a, cur_text(c, 4));
		d[n].text = arena_strdup(a, cur_text(c, 5));
		n++;
	}
	state_done(state);
	return n;
}

char *state_get(struct db *state, struct arena *a, int64_t user_id, const char *name)
{
	char *value;

	if (!state)
		return NULL;
	value =
	    db_text(state, a, SQL_STATE("SELECT value FROM choice WHERE user_id = :user AND name = :name"),
		    BIND(B_INT("user", user_id), B_TEXT("name", name)));
	state_done(state);
	return value;
}

bool state_put(struct db *state, int64_t user_id, const char *name, const char *value)
{
	if (!state)
		return false;
	if (value)
		state_write(
		    state,
		    SQL_STATE("INSERT INTO choice (user_id, name, value) VALUES (:user, :name, :value)"
			      " ON CONFLICT (user_id, name) DO UPDATE SET value = excluded.value"),
		    BIND(B_INT("user", user_id), B_TEXT("name", name), B_TEXT("value", value)));
	else
		state_write(state, SQL_STATE("DELETE FROM choice WHERE user_id = :user AND name = :name"),
			    BIND(B_INT("user", user_id), B_TEXT("name", name)));
	return state_done(state);
}

void state_failed(struct db *state, const char *who, int64_t at)
{
	if (!state)
		return;
	state_write(state,
		    SQL_STATE("INSERT INTO throttle (who, failures, at) VALUES (:who, 1, :at)"
			      " ON CONFLICT (who) DO UPDATE SET failures = failures + 1, at = excluded.at"),
		    BIND(B_TEXT("who", who), B_INT("at", at)));
	state_done(state);
}

void state_succeeded(struct db *state, const char *who)
{
	if (!state)
		return;
	state_write(state, SQL_STATE("DELETE FROM throttle WHERE who = :who"), BIND(B_TEXT("who", who)));
	state_done(state);
}

int state_failures(struct db *state, const char *who, int64_t *ret_last_at)
{
	struct cur *c;
	int n = 0;

	*ret_last_at = 0;
	if (!state)
		return 0;
	c = db_open(state, SQL_STATE("SELECT failures, at FROM throttle WHERE who = :who"),
		    BIND(B_TEXT("who", who)));
	while (cur_next(c)) {
		n = (int)cur_int(c, 0);
		*ret_last_at = cur_int(c, 1);
	}
	state_done(state);
	return n;
}

/* A command has a few dozen statements; when it has more than WARM_MOST they are those of older programs. */
#define WARM_MOST 400

static bool warm_known(struct db *state, const char *command, const char *texts, size_t len)
{
	bool known = true;

	for (const char *t = texts; known && t < texts + len; t += strlen(t) + 1)
		known = db_exists(state,
				  SQL_STATE("SELECT 1 FROM warm WHERE command = :command AND text = :text"),
				  BIND(B_TEXT("command", command), B_TEXT("text", t)));
	return known;
}

void state_warm_put(struct db *state, const char *command, const char *texts, size_t len)
{
	int fd = state && !warm_known(state, command, texts, len) ? state_lock(state) : -1;

	if (fd < 0)
		return;
	db_script(state, "BEGIN IMMEDIATE");
	db_exec(state,
		SQL_STATE("DELETE FROM warm WHERE command = :command AND (SELECT count(*) FROM warm WHERE "
			  "command = :command) > :most"),
		BIND(B_TEXT("command", command), B_INT("most", WARM_MOST)));
	for (const char *t = texts; t < texts + len; t += strlen(t) + 1)
		db_exec(state,
			SQL_STATE("INSERT OR IGNORE INTO warm (command, text) VALUES (:command, :text)"),
			BIND(B_TEXT("command", command), B_TEXT("text", t)));
	if (!db_script(state, "COMMIT"))
		sqlite3_exec(db_handle(state), "ROLLBACK", NULL, NULL, NULL);
	state_checkpoint(state);
	close(fd);
	state_done(state);
}

void state_warm_each(struct db *state, const char *command, void (*fn)(void *arg, const char *text),
		     void *arg)
{
	struct cur *c;

	if (!state)
		return;
	c = db_open(state, SQL_STATE("SELECT text FROM warm WHERE command = :command"),
		    BIND(B_TEXT("command", command)));
	while (cur_next(c))
		fn(arg, cur_text(c, 0));
	state_done(state);
}

void state_present(struct db *state, const char *terminal, int64_t user_id, int64_t pid, int64_t at)
{
	if (!state)
		return;
	state_write(
	    state,
	    SQL_STATE("INSERT INTO terminal (name, user_id, pid, at) VALUES (:name, :user, :pid, :at) ON "
		      "CONFLICT (name)"
		      " DO UPDATE SET user_id = excluded.user_id, pid = excluded.pid, at = excluded.at"),
	    BIND(B_TEXT("name", terminal), B_INT("user", user_id), B_INT("pid", pid), B_INT("at", at)));
	state_done(state);
}

void state_gone(struct db *state, const char *terminal, int64_t pid)
{
	if (!state)
		return;
	state_write(state, SQL_STATE("DELETE FROM terminal WHERE name = :name AND pid = :pid"),
		    BIND(B_TEXT("name", terminal), B_INT("pid", pid)));
	state_done(state);
}
