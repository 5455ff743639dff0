/* dispatch.c - which technician or team does which labour line, and what share of it is theirs. */
#include "domain/dispatch.h"

#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "base/str.h"
#include "domain/job.h"

#define HANDS_MOST 12
#define NOT_SAID   (-1)

/* One technician or team, as written on a row or in the command itself. */
struct worker {
	struct input input;
	int64_t technician, team, share, fee, commission;
};

struct job_dispatch {
	struct input input;
	int64_t job, line;
	struct worker one; /* its own `input` is not used */
	struct lines workers;
};

#define WORKER_FIELDS(s, in, share_flags)                                                                    \
	FIELD(s, in technician, "technician", N_("Technician"), VT_REF, STOP, .view = "staff",               \
	      .help = N_("Who does the work: the name or its first letters.")),                              \
	    FIELD(s, in team, "team", N_("Team"), VT_REF, .view = "teams",                                   \
		  .help = N_("People who share work, by the team's name.")),                                 \
	    FIELD(s, in share, "share", N_("Share"), VT_RATE, share_flags, .min = 0, .max = SHARE_WHOLE,     \
		  .help = N_("Percent of the line; all shares of a line make 100.")),                        \
	    FIELD(s, in fee, "fee", N_("Fee"), VT_MONEY, .min = 0, .max = MONEY_MAX,                         \
		  .help = N_("The labour fee that was agreed, instead of a share.")),                        \
	    FIELD(s, in commission, "commission", N_("Commission"), VT_MONEY, .min = 0, .max = MONEY_MAX,    \
		  .help = N_("What this one gets of the line beside the wages."))

static const struct field worker_input[] = {
	WORKER_FIELDS(worker, , STOP),
	{ 0 },
};

static const struct field job_dispatch_input[] = {
	FIELD(job_dispatch, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "open_jobs",
	      .help = N_("The visit it is about: its number, or the plate of the car that stands here.")),
	FIELD(job_dispatch, line, "line", N_("Line"), VT_REF, .view = "job_lines",
	      .help = N_("Without it all labour of the work order.")),
	WORKER_FIELDS(job_dispatch, one., .flags = 0),
	LINES(job_dispatch, workers, "workers", N_("Several"), worker_input, worker, HANDS_MOST,
	      .help = N_("More than one at the same line, each with a share of the hours.")),
	{ 0 },
};

/* Who does a line, worked out. */
struct hands {
	size_t n;
	struct hand {
		int64_t technician, team, share, fee, commission; /* NOT_SAID where it was not */
		const char *name;
	} hand[HANDS_MOST];
};

/* ---- shares ---- */

void shares_divide(int64_t whole, const int64_t *weight, size_t n, int64_t *ret)
{
	int64_t sum = 0, left = whole;

	for (size_t i = 0; i < n; i++)
		sum += weight[i];
	for (size_t i = 0; i < n; i++) {
		ret[i] = sum ? (int64_t)((__int128)whole * weight[i] / sum) : whole / (int64_t)n;
		left -= ret[i];
	}
	for (; left > 0; left--) {
		size_t best = 0;
		__int128 most = -1;

		for (size_t i = 0; i < n; i++) {
			__int128 rest = sum ? (__int128)whole * weight[i] - (__int128)ret[i] * sum
					    : (__int128)whole - (__int128)ret[i] * (int64_t)n;

			if (rest > most) {
				most = rest;
				best = i;
			}
		}
		ret[best]++;
	}
}

/* ---- what was written ---- */

static bool hand_named(struct ctx *ctx, const struct worker *w, struct hand *h, const char *group,
		       struct err *e)
{
	const char *field = *group ? "workers.technician" : "technician";

	if (!w->technician == !w->team)
		return err_field(e, field, N_("Say who does it: a technician or a team"));
	h->name = w->technician ? db_text(ctx->db, ctx->arena, SQL("SELECT title FROM user WHERE id = :id"),
					  BIND(B_INT("id", w->technician)))
				: db_text(ctx->db, ctx->arena, SQL("SELECT title FROM team WHERE id = :id"),
					  BIND(B_INT("id", w->team)));
	if (!h->name)
		return false;
	h->technician = w->technician;
	h->team = w->team;
	if (h->share != NOT_SAID && h->fee != NOT_SAID)
		return err_field(e, *group ? "workers.fee" : "fee", N_("Give %s a share or a fee, not both"),
				 h->name);
	return true;
}

static bool hand_once(const struct hands *hs, struct err *e)
{
	const struct hand *last = &hs->hand[hs->n - 1];

	for (size_t i = 0; i + 1 < hs->n; i++)
		if (hs->hand[i].technician == last->technician && hs->hand[i].team == last->team)
			return err_field(e, "workers.technician", N_("%s stands there twice"), last->name);
	return true;
}

static bool hands_one(struct ctx *ctx, const struct job_dispatch *in, struct hands *hs, struct err *e)
{
	hs->n = 1;
	hs->hand[0] = (struct hand){ .share = HAS(in, one.share) ? in->one.share : NOT_SAID,
				     .fee = HAS(in, one.fee) ? in->one.fee : NOT_SAID,
				     .commission = HAS(in, one.commission) ? in->one.commission : NOT_SAID };
	return hand_named(ctx, &in->one, &hs->hand[0], "", e);
}

static bool hands_several(struct ctx *ctx, const struct job_dispatch *in, struct hands *hs, struct err *e)
{
	for (hs->n = 0; hs->n < in->workers.n;) {
		const struct worker *w = LINE_AT(in->workers, struct worker, hs->n);

		e->line = (int)hs->n + 1;
		hs->hand[hs->n] =
		    (struct hand){ .share = HAS(w, share) ? w->share : NOT_SAID,
				   .fee = HAS(w, fee) ? w->fee : NOT_SAID,
				   .commission = HAS(w, commission) ? w->commission : NOT_SAID };
		if (!hand_named(ctx, w, &hs->hand[hs->n++], "workers", e) || !hand_once(hs, e))
			return false;
	}
	e->line = 0;
	return true;
}

/* Fees for all or for none; shares that are given make the whole, those that are not take the rest evenly. */
static bool hands_share(struct ctx *ctx, struct hands *hs, struct err *e)
{
	int64_t weight[HANDS_MOST], part[HANDS_MOST], left = SHARE_WHOLE;
	size_t fees = 0, open = 0;

	for (size_t i = 0; i < hs->n; i++) {
		fees += hs->hand[i].fee != NOT_SAID;
		open += hs->hand[i].share == NOT_SAID;
		left -= hs->hand[i].share == NOT_SAID ? 0 : hs->hand[i].share;
	}
	if (fees && fees < hs->n)
		return err_field(e, "workers.fee", N_("Give each of them a fee, or none"));
	if (left < 0 || (left > 0 && !open))
		return err_field(e, "workers.share", N_("The shares make %s, not 100 %%"),
				 rate_text(ctx->arena, SHARE_WHOLE - left));
	for (size_t i = 0; i < hs->n; i++)
		weight[i] = fees ? hs->hand[i].fee : hs->hand[i].share == NOT_SAID;
	shares_divide(left, weight, hs->n, part);
	for (size_t i = 0; i < hs->n; i++)
		if (hs->hand[i].share == NOT_SAID)
			hs->hand[i].share = part[i];
	return true;
}

/* ---- one more technician on a line that others have ---- */

static void hands_there(struct ctx *ctx, int64_t line_id, const struct hand *without, struct hands *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT d.technician_id, d.team_id, d.share, d.commission, coalesce(u.title, t.title) FROM "
		"dispatch d "
		"LEFT JOIN user u ON u.id = d.technician_id LEFT JOIN team t ON t.id = d.team_id "
		"WHERE d.line_id = :line AND (d.technician_id IS NOT :technician OR d.team_id IS NOT :team) "
		"ORDER BY d.id LIMIT :most"),
	    BIND(B_INT("line", line_id), B_ID("technician", without->technician), B_ID("team", without->team),
		 B_INT("most", HANDS_MOST - 1)));

	for (ret->n = 0; cur_next(c); ret->n++)
		ret->hand[ret->n] = (struct hand){ .technician = cur_int(c, 0),
						   .team = cur_int(c, 1),
						   .share = cur_int(c, 2),
						   .fee = NOT_SAID,
						   .commission = cur_null(c, 3) ? NOT_SAID : cur_int(c, 3),
						   .name = arena_strdup(ctx->arena, cur_text(c, 4)) };
}

/* He gets his share; the others keep theirs of the rest. */
static bool hands_join(struct ctx *ctx, int64_t line_id, const struct hand *h, struct hands *ret,
		       struct err *e)
{
	int64_t weight[HANDS_MOST], part[HANDS_MOST];

	hands_there(ctx, line_id, h, ret);
	if (!ret->n)
		return err_field(e, "share",
				 N_("Who does the other %s? Name them all (workers), or leave the share out"),
				 rate_text(ctx->arena, SHARE_WHOLE - h->share));
	for (size_t i = 0; i < ret->n; i++)
		weight[i] = ret->hand[i].share;
	shares_divide(SHARE_WHOLE - h->share, weight, ret->n, part);
	for (size_t i = 0; i < ret->n; i++)
		ret->hand[i].share = part[i];
	ret->hand[ret->n++] = *h;
	return true;
}

static bool hands_of(struct ctx *ctx, const struct job_dispatch *in, int64_t line_id, struct hands *ret,
		     struct err *e)
{
	struct hands said;

	if (in->workers.n)
		return hands_several(ctx, in, ret, e) && hands_share(ctx, ret, e);
	if (!hands_one(ctx, in, ret, e))
		return false;
	if (ret->hand[0].share == NOT_SAID || ret->hand[0].share == SHARE_WHOLE)
		return hands_share(ctx, ret, e);
	said = *ret;
	return hands_join(ctx, line_id, &said.hand[0], ret, e);
}

/* ---- writing ---- */

static void hands_write(struct ctx *ctx, int64_t line_id, const struct hands *hs)
{
	const struct hand *first = &hs->hand[0];

	db_exec(ctx->db, SQL("DELETE FROM dispatch WHERE line_id = :line"), BIND(B_INT("line", line_id)));
	for (size_t i = 0; i < hs->n; i++) {
		const struct hand *h = &hs->hand[i];

		db_exec(
		    ctx->db,
		    SQL("INSERT INTO dispatch (line_id, technician_id, team_id, share, fee, commission, at) "
			"VALUES (:line, :technician, :team, :share, nullif(:fee, -1), nullif(:commission, "
			"-1), :at)"),
		    BIND(B_INT("line", line_id), B_ID("technician", h->technician), B_ID("team", h->team),
			 B_INT("share", h->share), B_INT("fee", h->fee), B_INT("commission", h->commission),
			 B_INT("at", ctx->now)));
		if (h->share > first->share)
			first = h;
	}
	db_exec(ctx->db,
		SQL("UPDATE job_line SET technician_id = :technician, ver = ver + 1 WHERE id = :line"),
		BIND(B_ID("technician", first->technician), B_INT("line", line_id)));
}

void dispatch_to(struct ctx *ctx, int64_t line_id, int64_t technician_id)
{
	db_exec(ctx->db,
		SQL("INSERT INTO dispatch (line_id, technician_id, share, at) VALUES (:line, :technician, "
		    "10000, :at)"),
		BIND(B_INT("line", line_id), B_INT("technician", technician_id), B_INT("at", ctx->now)));
}

/* ---- job.dispatch ---- */

struct labour_lines {
	size_t n;
	int64_t *id;
};

/* The line that is named, or all labour that is on. */
static void lines_meant(struct ctx *ctx, const struct job_dispatch *in, struct labour_lines *ret)
{
	int64_t n = db_int(ctx->db, SQL("SELECT count(*) FROM job_line WHERE job_id = :job"),
			   BIND(B_INT("job", in->job)), 0);
	struct cur *c;

	ret->id = ARENA_ARRAY(ctx->arena, int64_t, (size_t)n + 1);
	c = db_open(ctx->db,
		    SQL("SELECT id FROM job_line WHERE job_id = :job AND kind = 'labour' AND iif(:line, id = "
			":line, state = 'on') "
			"ORDER BY pos, id"),
		    BIND(B_INT("job", in->job), B_INT("line", HAS(in, line) ? in->line : 0)));
	for (ret->n = 0; cur_next(c) && ret->n < (size_t)n;)
		ret->id[ret->n++] = cur_int(c, 0);
	cur_close(c);
}

static bool line_fits(struct ctx *ctx, const struct job_dispatch *in, struct err *e)
{
	struct job_line_row l;

	if (!HAS(in, line))
		return true;
	if (!job_line_may_change(ctx, in->job, in->line, &l, e))
		return false;
	return !strcmp(l.kind, "labour") ||
	       err_field(e, "line", N_("“%s” is no labour; only labour is dispatched"), l.text);
}

static bool fee_fits(const struct job_dispatch *in, const struct labour_lines *lines, struct err *e)
{
	bool fee = HAS(in, one.fee);

	for (size_t i = 0; i < in->workers.n; i++)
		fee = fee || HAS(LINE_AT(in->workers, struct worker, i), fee);
	return !fee || lines->n == 1 || err_field(e, "line", N_("A fee is for one line. Say which"));
}

static bool job_dispatch_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_dispatch *in = input;
	struct labour_lines lines;
	struct job j;

	if (!HAS(in, job) || !job_read(ctx, in->job, &j))
		return true;
	if (!job_may_change(ctx, in->job, e) || !line_fits(ctx, in, e))
		return false;
	lines_meant(ctx, in, &lines);
	return lines.n ||
	       err_set(e, ERR_NO,
		       N_("%s has no labour to dispatch. Add what is to be done first (job.labour)"),
		       j.number);
}

/* "Chen 60 %, Liu 40 %" */
static const char *hands_text(struct ctx *ctx, const struct hands *hs)
{
	struct str list = { 0 };
	const char *text;

	for (size_t i = 0; i < hs->n; i++) {
		str_addf(&list, "%s%s", i ? ", " : "", hs->hand[i].name);
		if (hs->n > 1)
			str_addf(&list, " %s", rate_text(ctx->arena, hs->hand[i].share));
	}
	text = arena_strdup(ctx->arena, str_get(&list));
	str_free(&list);
	return text;
}

static bool job_dispatch_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct job_dispatch *in = input;
	struct labour_lines lines;
	struct hands hs = { 0 };
	struct job j;

	if (in->workers.n && (HAS(in, one.technician) || HAS(in, one.team)))
		return err_field(e, "technician",
				 N_("Name one technician or team, or several (workers), not both"));
	if (!job_read(ctx, in->job, &j))
		return false;
	lines_meant(ctx, in, &lines);
	if (!fee_fits(in, &lines, e))
		return false;
	for (size_t i = 0; i < lines.n; i++) {
		if (!hands_of(ctx, in, lines.id[i], &hs, e))
			return false;
		hands_write(ctx, lines.id[i], &hs);
	}
	db_exec(ctx->db, SQL("UPDATE job SET ver = ver + 1 WHERE id = :id"), BIND(B_INT("id", in->job)));
	ctx->answer->id = in->job;
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", j.number);
	answer_say(ctx, N_("%s is dispatched to %s"), j.number, hands_text(ctx, &hs));
	return true;
}

/* Who has the line now, to be put right. */
static void job_dispatch_fill(struct ctx *ctx, struct args *args)
{
	const char *line = args_get(args, "line");
	struct cur *c;

	if (!line || *line != '#' || args_lines(args, "workers") || args_get(args, "technician") ||
	    args_get(args, "team"))
		return;
	c = db_open(ctx->db,
		    SQL("SELECT u.name, t.code, d.share, d.fee, d.commission FROM dispatch d LEFT JOIN user "
			"u ON u.id = d.technician_id "
			"LEFT JOIN team t ON t.id = d.team_id WHERE d.line_id = CAST(substr(:line, 2) AS "
			"INTEGER) ORDER BY d.id"),
		    BIND(B_TEXT("line", line)));
	while (cur_next(c)) {
		struct args *row = args_add_line(args, "workers");

		args_set(row, "technician", cur_text(c, 0));
		args_set(row, "team", cur_text(c, 1));
		if (cur_null(c, 3))
			args_set(row, "share", rate_text(ctx->arena, cur_int(c, 2)));
		else
			args_set(row, "fee", money_text(ctx->arena, cur_int(c, 3)));
		if (!cur_null(c, 4))
			args_set(row, "commission", money_text(ctx->arena, cur_int(c, 4)));
	}
}

COMMAND(job_dispatch) = {
	.name = "job.dispatch",
	.title = N_("Dispatch"),
	.help = N_("Which technician or team does which labour; several share a line, and their shares make "
		   "100 percent."),
	.undo = UNDO_ROWS,
	.input = job_dispatch_input,
	.size = sizeof(struct job_dispatch),
	.edits = "job",
	.edits_table = "job",
	.fill = job_dispatch_fill,
	.may = job_dispatch_may,
	.run = job_dispatch_run,
};
