/* desk_told.c - what is said at the foot of the screen without being asked: parts that have come, what is due today. */
#include <stdio.h>
#include <string.h>

#include "app/desk_priv.h"
#include "base/date.h"
#include "domain/till.h"

/* ---- what has come for those who wait ---- */

#define ARRIVALS_SAID 4

/* Parts that this person asked for, or for cars that they advise or work on, and that somebody else has received. */
bool desk_heard(void *arg, char *note, size_t n)
{
	struct desk *d = arg;
	struct cur *c = db_open(
	    shop_reader(d->cli->shop),
	    SQL("SELECT w.arrived_by, ifnull(w.plate, ''), w.text FROM want w JOIN document a ON a.id = "
		"w.arrived_by LEFT JOIN job j ON j.id = w.job_id WHERE w.state = 'arrived' AND w.arrived_by "
		"> "
		":after AND a.user_id <> :user AND (w.user_id = :user OR j.advisor_id = :user OR EXISTS "
		"(SELECT 1 FROM job_line l JOIN dispatch t ON t.line_id = l.id WHERE l.job_id = w.job_id "
		"AND t.technician_id = :user)) ORDER BY w.arrived_by, w.id"),
	    BIND(B_INT("after", d->arrival_id), B_INT("user", d->user_id)));
	struct str all = { 0 };

	for (int i = 0; cur_next(c); i++) {
		d->arrival_id = cur_int(c, 0);
		if (i < ARRIVALS_SAID)
			str_addf(&all, "%s%s %s", i ? ", " : "", cur_text(c, 1), cur_text(c, 2));
		else if (i == ARRIVALS_SAID)
			str_add(&all, " ...");
	}
	if (all.len)
		snprintf(note, n, tr(console_lang(d->con), N_("It has come: %s")), str_get(&all));
	str_free(&all);
	return *note != '\0';
}

static int64_t rows_of(struct desk *d, struct arena *a, struct ctx *ctx, const char *view)
{
	struct view_query q = { .view = view_find(view) };
	int64_t rows = 0, *sums = ARENA_ARRAY(a, int64_t, q.view->n_cols);
	struct err e = { .lang = ctx->lang };
	struct view_who who;

	session_who(ctx, &who);
	return view_totals(shop_reader(d->cli->shop), &q, &who, &rows, sums, &e) ? rows : 0;
}

/* What is said under the first screen, once a day to each person who may do something about it. The screen itself stays
 * what fingers expect. */
static const struct tiding {
	const char *seen, *screen, *view, *right;
} tidings[] = {
	{ "calls seen", "calls", "calls_due", "reminder.call" },
	{ "alarm seen", "stock_alarm", "stock_alarm", "purchase.receive" },
	{ "expiry seen", "batches_due", "batches_due", "purchase.receive" },
};

static const char *tiding_of(struct desk *d, struct arena *a, struct ctx *ctx, const struct tiding *t)
{
	const struct screen *screen = console_screen(d->con, t->screen);
	const char *today = date_text(a, ctx->today), *seen = desk_get(d, a, t->seen);
	int64_t n;

	if ((seen && !strcmp(seen, today)) || !screen || !may_right(ctx, t->right) ||
	    !(n = rows_of(d, a, ctx, t->view)))
		return NULL;
	desk_put(d, t->seen, today);
	if (!screen->common->code)
		return arena_printf(a, tr(ctx->lang, N_("%lld batches expire soon or have expired: F10 %s")),
				    (long long)n, tr(ctx->lang, screen->common->title));
	return arena_printf(a,
			    t == tidings ? tr(ctx->lang, N_("%lld are to be called today: F10 %d"))
					 : tr(ctx->lang, N_("%lld parts are under their minimum: F10 %d")),
			    (long long)n, screen->common->code);
}

void desk_tell(struct desk *d, struct arena *a)
{
	const char *all = NULL;
	struct ctx ctx;

	session_ctx(d->cli->session, a, NULL, &ctx);
	all = till_left_open(&ctx);
	for (size_t i = 0; i < sizeof tidings / sizeof *tidings; i++) {
		const char *text = tiding_of(d, a, &ctx, &tidings[i]);

		if (text)
			all = all ? arena_printf(a, tr(ctx.lang, N_("%s; %s")), all, text) : text;
	}
	if (all)
		console_say(d->con, all);
}
