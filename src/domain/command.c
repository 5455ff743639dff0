/* command.c - the one door: every change of the shop file goes through command_run(), in nine steps. */
#include "domain/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/log.h"
#include "base/seal.h"
#include "db/check.h"
#include "db/journal.h"
#include "db/warm.h"
#include "domain/document.h"
#include "domain/required.h"
#include "domain/session.h"

#define CLOCK_BACK  120                    /* seconds that a clock may stand before the last booking */
#define CLOCK_AHEAD ((int64_t)400 * 86400) /* and after it */

/* One run through the door. */
struct door {
	struct session *s;
	const struct command *c;
	const struct args *args;
	const struct run_options *o;
	struct ctx ctx;
	struct answer *answer;
	char request[64];
	unsigned char digest[SEAL_HASH];
	void *in;
	struct err *e;
};

const struct command *command_find(const char *name)
{
	for (const struct command *const *c = command_all; *c; c++)
		if (!strcmp((*c)->name, name))
			return *c;
	return NULL;
}

/* ---- step 2: the same request twice ---- */

static void args_hash(struct seal_hash *h, const struct field *table, const struct args *args)
{
	for (const struct field *f = table; f->name; f++) {
		size_t n = args_lines(args, f->name);
		const char *value = args_get(args, f->name);

		if (f->type == VT_SECRET || (!value && !n))
			continue;
		seal_hash_text(h, f->name);
		seal_hash_text(h, value);
		seal_hash_int(h, (int64_t)n);
		for (size_t i = 0; i < n; i++)
			args_hash(h, f->line, args_line(args, f->name, i));
	}
}

static void door_digest(struct door *d)
{
	struct seal_hash h;

	seal_hash_init(&h);
	seal_hash_text(&h, shop_meta(d->s->shop, "salt"));
	seal_hash_text(&h, d->c->name);
	args_hash(&h, d->c->input, d->args);
	seal_hash_end(&h, d->digest);
}

/* The first answer of a request that stands in the journal. */
static bool answer_again(struct door *d, struct cur *c, struct err *e)
{
	size_t n;
	const void *digest = cur_blob(c, 0, &n);
	bool same =
	    n == SEAL_HASH && !memcmp(digest, d->digest, SEAL_HASH) && !strcmp(cur_text(c, 1), d->c->name);

	if (!same)
		return err_set(
		    e, ERR_NO,
		    N_("This request was booked already, with other input: %s. Begin anew for another one"),
		    cur_text(c, 5));
	d->answer->id = cur_int(c, 2);
	snprintf(d->answer->number, sizeof d->answer->number, "%s", cur_text(c, 3));
	d->answer->document = cur_int(c, 4);
	snprintf(d->answer->text, sizeof d->answer->text, "%s", cur_text(c, 5));
	d->answer->repeated = true;
	return true;
}

enum seen { SEEN_NOT, SEEN_SAME, SEEN_OTHER };

static enum seen door_seen(struct door *d, struct db *db, struct err *e)
{
	struct cur *c = db_open(
	    db,
	    SQL("SELECT digest, command, answer ->> 'id', answer ->> 'number', answer ->> 'document', "
		"coalesce(answer ->> 'text', command) FROM journal WHERE request = :request"),
	    BIND(B_TEXT("request", d->request)));
	enum seen seen = SEEN_NOT;

	if (cur_next(c)) {
		seen = answer_again(d, c, e) ? SEEN_SAME : SEEN_OTHER;
		cur_close(c);
	}
	return seen;
}

/* ---- step 1: the clock ---- */

static bool door_clock(struct door *d)
{
	int64_t last =
	    db_int(d->ctx.db, SQL("SELECT at FROM journal ORDER BY seq DESC LIMIT 1"), NULL, d->ctx.now);
	struct arena *a = d->ctx.arena;

	if (d->c->any_clock || (d->ctx.now >= last - CLOCK_BACK && d->ctx.now <= last + CLOCK_AHEAD))
		return true;
	return err_set(d->e, ERR_NO,
		       N_("The clock of this machine says %s, but the last booking was at %s. Set the clock "
			  "right, or let a "
			  "manager confirm it (clock.confirm)"),
		       time_text(a, d->ctx.now, d->ctx.offset_minutes),
		       time_text(a, last, d->ctx.offset_minutes));
}

/* ---- steps 3 and 4: right, required fields, row versions ---- */

static bool door_right(struct door *d)
{
	if (d->c->anyone || may_right(&d->ctx, d->c->name))
		return true;
	log_line("refused: %s%s%s may not %s", d->ctx.user, *d->ctx.approver ? " and " : "", d->ctx.approver,
		 d->c->name);
	if (!d->ctx.user_id)
		return err_set(d->e, ERR_DENIED, N_("Nobody is logged in. Log in first"));
	if (d->ctx.approver_id)
		return err_set(d->e, ERR_DENIED,
			       N_("Neither %s nor %s may do this (%s). Ask somebody who has the right"),
			       d->ctx.user, d->ctx.approver, d->c->name);
	return err_set(d->e, ERR_DENIED, N_("%s may not do this (%s). Ask somebody who has the right"),
		       d->ctx.user, d->c->name);
}

static bool version_told(struct door *d, const char *table, int64_t id)
{
	struct cur *c =
	    db_open(d->ctx.db,
		    SQL("SELECT u.name, j.at FROM journal_change x JOIN journal j ON j.seq = x.id / 65536 "
			"LEFT JOIN user u ON u.id = j.user_id WHERE x.tbl = :tbl AND x.row_id = :id "
			"ORDER BY x.id DESC LIMIT 1"),
		    BIND(B_TEXT("tbl", table), B_INT("id", id)));
	char who[64] = "?", when[24] = "?";

	if (cur_next(c)) {
		snprintf(who, sizeof who, "%s", cur_text(c, 0));
		snprintf(when, sizeof when, "%s",
			 time_text(d->ctx.arena, cur_int(c, 1), d->ctx.offset_minutes));
		cur_close(c);
	}
	return err_set(d->e, ERR_BUSY,
		       N_("%s changed this at %s while you had it open. Look at it again (F5), then save"),
		       who, when);
}

static bool door_version(struct door *d)
{
	const struct field *f = d->c->edits ? command_field(d->c, d->c->edits) : NULL;
	int64_t id, ver = -1;
	struct cur *c;

	if (!f || d->o->ver == 0 || !input_given(d->in, f->offset))
		return true;
	memcpy(&id, (char *)d->in + f->offset, sizeof id);
	c = db_open_text(d->ctx.db,
			 arena_printf(d->ctx.arena, "SELECT ver FROM %s WHERE id = :id", d->c->edits_table),
			 BIND(B_INT("id", id)));
	if (cur_next(c)) {
		ver = cur_int(c, 0);
		cur_close(c);
	}
	return ver == d->o->ver || version_told(d, d->c->edits_table, id);
}

/* ---- step 6: reading back ---- */

struct reading_back {
	struct door *d;
	bool sound;
};

static void row_reads_back(void *arg, const struct journal_row *row)
{
	struct reading_back *r = arg;

	if (r->sound && row->op != 'D')
		r->sound = check_rows(r->d->ctx.db, row->table, row->id, r->d->e);
}

static bool door_reads_back(struct door *d)
{
	struct reading_back r = { d, true };

	journal_each(shop_journal(d->s->shop), 0, row_reads_back, &r);
	if (!r.sound)
		log_line("%s did not tie: %s", d->c->name, d->e->text);
	return r.sound;
}

/* ---- step 7: the journal ---- */

static bool door_journal(struct door *d)
{
	struct str json = { 0 };
	struct journal_head head;
	int64_t seq;
	bool ok;

	if (d->ctx.approver_id)
		answer_add_text(&d->ctx, "approved", d->ctx.approver);
	answer_json(d->answer, &json);
	head = (struct journal_head){
		.request = d->request,
		.digest = d->digest,
		.command = d->c->name,
		.answer = str_get(&json),
		.terminal = d->ctx.terminal,
		.at = d->ctx.now,
		.user_id = d->ctx.user_id,
		.day = d->ctx.today,
	};
	ok = journal_write(shop_journal(d->s->shop), 0, &head, &seq);
	str_free(&json);
	return ok;
}

/* ---- the middle of the door ---- */

/* A statement that failed made every look-up behind it empty: its sentence stands before the rule's. */
static bool door_failed(struct door *d)
{
	if (!db_failed(d->ctx.db))
		return false;
	err_clear(d->e);
	db_error(d->ctx.db, d->e);
	return true;
}

static bool door_rule(struct door *d)
{
	if (!door_right(d) || !input_read(&d->ctx, d->c, d->args, false, &d->in, d->e))
		return false;
	if (!required_filled(&d->ctx, d->c, d->in, d->e) || !door_version(d))
		return false;
	if (d->c->may && !d->c->may(&d->ctx, d->in, d->e))
		return false;
	if (!d->c->run(&d->ctx, d->in, d->e))
		return false;
	if (d->c->prints && d->answer->document)
		document_print(&d->ctx, d->answer->document, d->c->prints);
	return true;
}

static bool door_inside(struct door *d)
{
	bool ok =
	    door_clock(d) && door_rule(d) && !db_failed(d->ctx.db) && door_reads_back(d) && door_journal(d);

	if (door_failed(d))
		ok = false;
	if (!ok && d->e->code == ERR_NONE)
		err_set(d->e, ERR_FAULT, N_("A fault in the program: %s gave no reason. Nothing was booked"),
			d->c->name);
	return ok;
}

static bool door_prove(struct door *d)
{
	struct ctx ctx;
	void *in;

	if (!d->c->prove)
		return true;
	session_ctx(d->s, d->ctx.arena, d->answer, &ctx);
	return input_read(&ctx, d->c, d->args, false, &in, d->e) && d->c->prove(&ctx, in, d->e);
}

static void door_ctx(struct door *d, struct arena *a)
{
	session_ctx(d->s, a, d->answer, &d->ctx);
	d->ctx.remark = args_get(d->args, "remark");
	d->ctx.request = d->request;
}

/* ---- alone: a batch of one ---- */

static bool door_commit(struct door *d)
{
	struct err e = { .lang = d->e->lang };
	bool unknown;

	if (shop_commit(d->s->shop, &unknown, &e))
		return true;
	db_clear(shop_reader(d->s->shop));
	if (unknown && door_seen(d, shop_reader(d->s->shop), &e) == SEEN_SAME) {
		d->answer->repeated = false;
		return true;
	}
	*d->e = e;
	return false;
}

/* What this session knows of a command; the first time its statements are prepared. */
static struct session_warm *warmed(struct session *s, const struct command *c)
{
	for (size_t i = 0; i < s->n_warm; i++)
		if (s->warm[i].c == c)
			return &s->warm[i];
	s->warm = xrealloc(s->warm, (s->n_warm + 1) * sizeof *s->warm);
	s->warm[s->n_warm] = (struct session_warm){ .c = c };
	warm_up(s->shop, c->name);
	return &s->warm[s->n_warm++];
}

void command_warm(struct session *s, const struct command *c)
{
	warmed(s, c);
}

static bool door_locked(struct door *d, struct arena *a)
{
	struct shop *shop = d->s->shop;
	enum seen seen;
	bool ok;

	if (!shop_begin(shop, d->s->user, d->s->o.waiting, d->s->o.waiting_arg, d->e))
		return false;
	door_ctx(d, a);
	seen = door_seen(d, d->ctx.db, d->e);
	if (seen != SEEN_NOT || door_failed(d)) {
		shop_rollback(shop);
		return seen == SEEN_SAME;
	}
	journal_begin(shop_journal(shop));
	ok = door_inside(d);
	journal_pause(shop_journal(shop));
	if (ok && !d->o->dry)
		return door_commit(d);
	shop_rollback(shop);
	return ok;
}

static bool door_alone(struct door *d, struct arena *a)
{
	struct session_warm *w = warmed(d->s, d->c);
	struct warm_mark since = warm_mark(d->s->shop);
	bool ok = door_locked(d, a);

	warm_learn(d->s->shop, d->c->name, since, ok && !w->learned);
	w->learned |= ok;
	return ok;
}

/* ---- in a batch: a savepoint ---- */

static bool door_in_batch(struct door *d, struct arena *a)
{
	struct shop *shop = d->s->shop;
	enum seen seen;
	bool ok;

	door_ctx(d, a);
	seen = door_seen(d, d->ctx.db, d->e);
	if (seen != SEEN_NOT)
		return seen == SEEN_SAME;
	if (!shop_savepoint(shop)) {
		door_failed(d);
		return false;
	}
	journal_begin(shop_journal(shop));
	ok = door_inside(d);
	journal_pause(shop_journal(shop));
	if (ok && !d->o->dry)
		shop_release(shop);
	else
		shop_rollback_to(shop);
	return ok;
}

static void door_request(struct door *d)
{
	if (d->o->request)
		snprintf(d->request, sizeof d->request, "%s", d->o->request);
	else
		seal_new_id(d->request);
}

bool command_run(struct session *s, const struct command *c, const struct args *args,
		 const struct run_options *o, struct answer *answer, struct err *e)
{
	static const struct run_options plain;
	struct door d = { .s = s, .c = c, .args = args, .o = o ? o : &plain, .answer = answer, .e = e };
	struct arena *a;
	bool ok;

	if (s->running)
		die("a command inside a command: %s", c->name);
	if (!e->lang)
		e->lang = s->lang;
	memset(answer, 0, sizeof *answer);
	if (c->internal)
		return err_set(e, ERR_USAGE, N_("%s is not run by itself"), c->name);
	s->running = true;
	a = arena_new();
	d.ctx.arena = a;
	door_request(&d);
	door_digest(&d);
	ok = door_prove(&d) && (s->batch ? door_in_batch(&d, a) : door_alone(&d, a));
	s->running = false;
	arena_free(a);
	if (!ok)
		str_free(&answer->extra);
	return ok;
}

/* ---- batches ---- */

bool batch_begin(struct session *s, struct err *e)
{
	if (s->batch)
		die("a batch inside a batch");
	if (!shop_begin(s->shop, s->user, s->o.waiting, s->o.waiting_arg, e))
		return false;
	s->batch = true;
	return true;
}

bool batch_end(struct session *s, bool keep, struct err *e)
{
	bool unknown;

	s->batch = false;
	if (keep)
		return shop_commit(s->shop, &unknown, e);
	shop_rollback(s->shop);
	return true;
}

/* ---- beside the door ---- */

bool command_inner(struct ctx *ctx, const struct command *c, const void *in, struct err *e)
{
	return (!c->may || c->may(ctx, in, e)) && c->run(ctx, in, e);
}

bool command_may(struct ctx *ctx, const struct command *c, const struct args *args, struct err *e)
{
	void *in;

	if (!c->anyone && !may_right(ctx, c->name))
		return err_set(e, ERR_DENIED, N_("%s may not do this (%s). Ask somebody who has the right"),
			       ctx->user, c->name);
	if (!input_read(ctx, c, args, true, &in, e))
		return false;
	return !c->may || c->may(ctx, in, e);
}
