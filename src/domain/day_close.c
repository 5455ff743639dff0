/* day_close.c - the end of a day and of a month: what came is added up, what is not done is named. */
#include "base/date.h"
#include "base/money.h"
#include "domain/close.h"
#include "domain/document.h"

struct day_close {
	struct input input;
	int64_t day, anyway;
};

static const struct field day_close_input[] = {
	FIELD(day_close, day, "day", N_("Day"), VT_DATE, STOP, .lean = DATE_PAST,
	      .help = N_("Today where none is given. A day is closed once.")),
	FIELD(day_close, anyway, "anyway", N_("Close anyway"), VT_BOOL, .max = 1,
	      .help = N_("Yes: although a till is open; the remark says why.")),
	{ 0 },
};

static const char *open_till(struct ctx *ctx, int64_t day)
{
	return db_text(ctx->db, ctx->arena,
		       SQL("SELECT t.title FROM till_shift s JOIN till t ON t.id = s.till_id WHERE "
			   "s.closed_at IS NULL AND s.opened_at + :offset * 60 < (:day + 1) * 86400 ORDER BY "
			   "s.id LIMIT 1"),
		       BIND(B_INT("day", day), B_INT("offset", ctx->offset_minutes)));
}

/* No till is open, or somebody says why that does not matter. */
static bool tills_closed(struct ctx *ctx, int64_t day, bool anyway, struct err *e)
{
	const char *till = open_till(ctx, day);

	if (!till)
		return true;
	if (!anyway)
		return err_field(
		    e, "anyway",
		    N_("%s is still open. Close it first (till.close), or close anyway and say why"),
		    tr(ctx->lang, till));
	return ctx->remark ||
	       err_field(e, "remark", N_("Say in the remark why it is closed with an open till"));
}

static bool day_free(struct ctx *ctx, int64_t day, struct err *e)
{
	const char *number;

	if (day > ctx->today)
		return err_field(e, "day", N_("This day has not come yet"));
	number = db_text(ctx->db, ctx->arena,
			 SQL("SELECT d.number FROM day_close c JOIN document d ON d.id = c.id WHERE c.day = "
			     ":day"),
			 BIND(B_INT("day", day)));
	return !number || err_field(e, "day", N_("This day is closed already (%s)"), number);
}

static bool day_close_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct day_close *in = input;

	return day_free(ctx, HAS(in, day) ? in->day : ctx->today, e);
}

static void sums_write(struct ctx *ctx, int64_t close, int64_t day)
{
	const struct bind *b = BIND(B_INT("close", close), B_INT("day", day));

	db_exec(
	    ctx->db,
	    SQL("INSERT INTO day_close_line (close_id, kind, name, papers, amount) SELECT :close, "
		"'method', m.title, count(DISTINCT d.id), sum(y.amount) FROM document d JOIN payment y ON "
		"y.document_id = d.id JOIN pay_method m ON m.id = y.method_id WHERE d.day = :day GROUP BY "
		"m.id"),
	    b);
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO day_close_line (close_id, kind, name, papers, amount) SELECT :close, "
		"'cashier', u.title || iif((SELECT count(*) FROM user o WHERE o.title = u.title) > 1, ' ' || "
		"u.name, ''), count(DISTINCT d.id), sum(y.amount) FROM document d JOIN payment y ON "
		"y.document_id = d.id JOIN user u ON u.id = d.user_id WHERE d.day = :day GROUP BY u.id"),
	    b);
	db_exec(ctx->db,
		SQL("INSERT INTO day_close_line (close_id, kind, name, papers, amount) SELECT :close, "
		    "'department', iif(department = 1, 'Workshop', 'Counter'), count(*), sum(gross) FROM "
		    "turnover_line WHERE day = :day GROUP BY department"),
		b);
}

/* The same as view open_ends shows: of old ones only what is still to be done. */
static int64_t open_ends(struct ctx *ctx)
{
	return db_int(
	    ctx->db,
	    SQL("SELECT (SELECT count(*) FROM open_end WHERE pos IN (1, 2, 3, 5, 6)) + (SELECT count(*) FROM "
		"open_end WHERE pos = 4 AND day >= :today - 60) + (SELECT count(*) FROM open_end WHERE pos > "
		"6 "
		"AND day >= :today - 7)"),
	    BIND(B_INT("today", ctx->today)), 0);
}

static bool day_close_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct day_close *in = input;
	int64_t day = HAS(in, day) ? in->day : ctx->today, ends = open_ends(ctx), id, total;

	if (!tills_closed(ctx, day, in->anyway, e))
		return false;
	total = db_int(ctx->db, SQL("SELECT coalesce(sum(gross), 0) FROM turnover_line WHERE day = :day"),
		       BIND(B_INT("day", day)), 0);
	id = document_post(ctx, &(struct document){ .kind = DOC_DAY_CLOSE, .amount = total });
	db_exec(ctx->db, SQL("INSERT INTO day_close (id, day, open_ends) VALUES (:id, :day, :ends)"),
		BIND(B_INT("id", id), B_INT("day", day), B_INT("ends", ends)));
	sums_write(ctx, id, day);
	if (ends)
		answer_say(ctx, N_("%s: %s is closed with %s billed; %lld things are not done"),
			   ctx->answer->number, date_text(ctx->arena, day), money_text(ctx->arena, total),
			   (long long)ends);
	else
		answer_say(ctx, N_("%s: %s is closed with %s billed"), ctx->answer->number,
			   date_text(ctx->arena, day), money_text(ctx->arena, total));
	return true;
}

COMMAND(day_close) = {
	.name = "day.close",
	.title = N_("Close the day"),
	.help = N_("Adds the day up by method, cashier and department, and counts what is not done."),
	.undo = UNDO_NONE,
	.input = day_close_input,
	.size = sizeof(struct day_close),
	.prints = "day_close",
	.may = day_close_may,
	.run = day_close_run,
};

/* ---- month.close ---- */

struct month_close {
	struct input input;
	int64_t month, anyway;
};

static const struct field month_close_input[] = {
	FIELD(month_close, month, "month", N_("Month"), VT_DATE, REQUIRED, .lean = DATE_PAST,
	      .help = N_("Any day of the month that is closed; the one before this is proposed.")),
	FIELD(month_close, anyway, "anyway", N_("Close anyway"), VT_BOOL, .max = 1,
	      .help = N_("Yes: although a till is open; the remark says why.")),
	{ 0 },
};

static int64_t next_month(int64_t day)
{
	int year, month, at;

	date_split(day, &year, &month, &at);
	return month == 12 ? date_make(year + 1, 1, 1) : date_make(year, month + 1, 1);
}

static bool month_close_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct month_close *in = input;

	return !HAS(in, month) || next_month(in->month) <= ctx->today ||
	       err_field(e, "month", N_("This month is not over yet"));
}

/* The stock as of the morning after, and with it the books. */
static bool month_close_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct month_close *in = input;
	const struct command *stock = command_find("stock.close");
	struct args *args = args_new(ctx->arena);
	void *with;

	if (!tills_closed(ctx, next_month(in->month) - 1, in->anyway, e))
		return false;
	args_set(args, "morning", date_text(ctx->arena, next_month(in->month)));
	if (!input_read(ctx, stock, args, false, &with, e) || !command_inner(ctx, stock, with, e))
		return false;
	answer_say(ctx, N_("The books and the stock are closed up to %s"),
		   date_text(ctx->arena, next_month(in->month) - 1));
	return true;
}

static void month_close_fill(struct ctx *ctx, struct args *args)
{
	int year, month, day;

	date_split(ctx->today, &year, &month, &day);
	if (!args_get(args, "month"))
		args_set(args, "month", date_text(ctx->arena, ctx->today - day));
}

COMMAND(month_close) = {
	.name = "month.close",
	.title = N_("Close a month"),
	.help = N_("The books and the stock in one step: nothing is posted into it any more."),
	.undo = UNDO_NONE,
	.input = month_close_input,
	.size = sizeof(struct month_close),
	.fill = month_close_fill,
	.may = month_close_may,
	.run = month_close_run,
};
