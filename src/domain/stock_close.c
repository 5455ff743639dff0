/* stock_close.c - what the stock was on the morning of a day is fixed, and nothing is posted before it any more. */
#include "base/date.h"
#include "base/money.h"
#include "domain/close.h"

struct stock_close {
	struct input input;
	int64_t morning;
};

static const struct field stock_close_input[] = {
	FIELD(stock_close, morning, "morning", N_("Morning of"), VT_DATE, REQUIRED, .lean = DATE_PAST,
	      .help = N_(
		  "Quantity and value stand as they were when this day began; the days before take no more "
		  "postings.")),
	{ 0 },
};

static bool stock_close_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct stock_close *in = input;
	int64_t last = db_int(ctx->db, SQL("SELECT max(morning_on) FROM stock_close"), NULL, INT64_MIN);

	if (!HAS(in, morning))
		return true;
	if (in->morning > ctx->today)
		return err_field(e, "morning", N_("This day has not begun yet"));
	return in->morning > last || err_field(e, "morning", N_("The stock is closed as of %s already"),
					       date_text(ctx->arena, last));
}

static bool stock_close_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct stock_close *in = input;

	(void)e;
	if (!period_closed(ctx, in->morning - 1))
		period_close_until(ctx, in->morning - 1);
	db_exec(ctx->db,
		SQL("INSERT INTO stock_close (morning_on, parts, qty, value, transit, at, user_id) "
		    "SELECT :morning, count(DISTINCT iif(after_qty > 0, part_id, NULL)), "
		    "coalesce(sum(after_qty), 0), "
		    "coalesce((SELECT sum(value) FROM stock_move WHERE day < :morning), 0), "
		    "coalesce((SELECT sum(l.amount) FROM entry e JOIN entry_line l ON l.entry_id = e.id "
		    "WHERE e.day < :morning AND l.account_id = 40), 0), :at, :user FROM stock_move m "
		    "WHERE m.id IN (SELECT max(id) FROM stock_move WHERE day < :morning GROUP BY part_id, "
		    "warehouse_id)"),
		BIND(B_INT("morning", in->morning), B_INT("at", ctx->now), B_INT("user", ctx->user_id)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("The stock is closed as of the morning of %s: %s"),
		   date_text(ctx->arena, in->morning),
		   money_text(ctx->arena, db_int(ctx->db, SQL("SELECT value FROM stock_close WHERE id = :id"),
						 BIND(B_INT("id", ctx->answer->id)), 0)));
	return true;
}

/* The first of this month. */
static void stock_close_fill(struct ctx *ctx, struct args *args)
{
	int year, month, day;

	date_split(ctx->today, &year, &month, &day);
	if (!args_get(args, "morning"))
		args_set(args, "morning", date_text(ctx->arena, ctx->today - day + 1));
}

COMMAND(stock_close) = {
	.name = "stock.close",
	.title = N_("Close the stock"),
	.help =
	    N_("Quantity and value are fixed as of the morning of a day, and the books up to it are closed."),
	.undo = UNDO_NONE,
	.input = stock_close_input,
	.size = sizeof(struct stock_close),
	.fill = stock_close_fill,
	.may = stock_close_may,
	.run = stock_close_run,
};
