/* nightly.c - what cron does while nobody works. */
#include "batch/nightly.h"

#include <ctype.h>
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "base/date.h"
#include "base/log.h"
#include "batch/outfile.h"
#include "batch/remind.h"
#include "db/backup.h"

bool nightly_lock(struct shop *shop, struct err *e)
{
	struct arena *a = arena_new();
	const char *path = arena_printf(a, "%s-batch", shop_path(shop));
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0660);
	bool ok = fd >= 0 && flock(fd, LOCK_EX | LOCK_NB) == 0;

	if (fd < 0)
		err_set(e, ERR_CREATE, N_("“%s” cannot be made. Check the folder and your rights in it"),
			path);
	else if (!ok) {
		err_set(e, ERR_BUSY,
			N_("Another batch is running on this shop file. Try again when it has ended"));
		close(fd);
	}
	arena_free(a);
	return ok;
}

/* ---- names of our own ---- */

static bool digits(const char *s, int n, int *ret)
{
	*ret = 0;
	for (int i = 0; i < n; i++) {
		if (!isdigit((unsigned char)s[i]))
			return false;
		*ret = *ret * 10 + (s[i] - '0');
	}
	return true;
}

/* 20261121-233000.db */
static int64_t copy_day(const char *name)
{
	int year, month, day, clock;

	if (strlen(name) != 18 || !digits(name, 4, &year) || !digits(name + 4, 2, &month) ||
	    !digits(name + 6, 2, &day) || name[8] != '-' || !digits(name + 9, 6, &clock) ||
	    strcmp(name + 15, ".db") != 0)
		return DATE_NONE;
	return date_make(year, month, day);
}

/* remind-service-2026-11-21.csv, report-settlements-2026-11-21.csv, remind-2026-11-21.sha256 */
static int64_t list_day(const char *name)
{
	size_t n = strlen(name), tail = n > 4 && !strcmp(name + n - 4, ".csv") ? 4 : 7;
	int year, month, day;
	const char *on;

	if ((strncmp(name, "remind-", 7) != 0 && strncmp(name, "report-", 7) != 0) || n < 7 + 10 + tail)
		return DATE_NONE;
	if (tail == 7 && strcmp(name + n - 7, ".sha256") != 0)
		return DATE_NONE;
	on = name + n - tail - 10;
	if (on[-1] != '-' || !digits(on, 4, &year) || on[4] != '-' || !digits(on + 5, 2, &month) ||
	    on[7] != '-' || !digits(on + 8, 2, &day))
		return DATE_NONE;
	return date_make(year, month, day);
}

static bool prune(const char *path, int64_t before, struct err *e)
{
	int fd = outfile_dir(path, e);
	DIR *dir = fd >= 0 ? fdopendir(fd) : NULL;
	struct dirent *d;

	if (fd >= 0 && !dir)
		close(fd);
	if (!dir)
		return err_set(e, ERR_IO, N_("The folder “%s” cannot be read"), path);
	while ((d = readdir(dir))) {
		int64_t day = copy_day(d->d_name);

		if (day == DATE_NONE)
			day = list_day(d->d_name);
		if (day != DATE_NONE && day < before && unlinkat(fd, d->d_name, 0) != 0)
			log_line("batch: %s is old and could not be removed", d->d_name);
	}
	closedir(dir);
	return true;
}

/* ---- the steps ---- */

struct night {
	struct session *session;
	const struct nightly_options *o;
	struct ctx ctx;
	struct arena *arena;
	struct err *e; /* the first failure */
};

static void step_ended(struct night *n, bool ok, struct err *e)
{
	if (ok)
		return;
	log_line("batch nightly: %s", e->text);
	n->o->failed(n->o->arg, e);
	if (n->e->code == ERR_NONE)
		*n->e = *e;
}

static bool copy_write(struct night *n, struct err *e)
{
	const char *t =
	    time_text_utc(n->arena, n->ctx.now + n->ctx.offset_minutes * 60); /* 2026-11-21T23:30:00Z */
	const char *path = arena_printf(n->arena, "%s/%.4s%.2s%.2s-%.2s%.2s%.2s.db", n->o->to.dir, t, t + 5,
					t + 8, t + 11, t + 14, t + 17);

	return backup_write(session_shop(n->session), path, true, NULL, NULL, e);
}

static bool all_proved(struct night *n, struct err *e)
{
	size_t broken;

	if (!proof_run(session_shop(n->session), &n->o->proof, &broken, e))
		return false;
	return broken == 0 ||
	       err_set(e, ERR_NO, N_("%zu rules of the books do not hold. “workbay check” lists them"),
		       broken);
}

/* Where people have calls to make, tomorrow's are dealt out. */
static bool deal_step(struct night *n, struct err *e)
{
	struct answer answer;
	bool ok;

	if (!db_exists(n->ctx.db, SQL("SELECT 1 FROM call_duty"), NULL))
		return true;
	ok = command_run(n->session, command_find("calls.deal"), args_new(n->arena), NULL, &answer, e);
	str_free(&answer.extra);
	return ok;
}

static bool list_step(struct night *n, struct err *e)
{
	return remind_run(n->session, &n->o->to, e);
}

static bool report_step(struct night *n, struct err *e)
{
	return export_reports(n->session, &n->o->to, n->o->reports, e);
}

static bool prune_step(struct night *n, struct err *e)
{
	return prune(n->o->to.dir, n->ctx.today - n->o->keep, e);
}

static bool checkpoint_step(struct night *n, struct err *e)
{
	return shop_checkpoint(session_shop(n->session), e);
}

bool nightly_run(struct session *s, const struct nightly_options *o, struct err *e)
{
	static bool (*const steps[])(struct night *, struct err *) = {
		deal_step, list_step, report_step, copy_write, prune_step, checkpoint_step, all_proved,
	};
	struct night n = { .session = s, .o = o, .arena = arena_new(), .e = e };

	session_ctx(s, n.arena, NULL, &n.ctx);
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		struct err bad = { .lang = e->lang };

		step_ended(&n, steps[i](&n, &bad), &bad);
	}
	arena_free(n.arena);
	return e->code == ERR_NONE;
}
