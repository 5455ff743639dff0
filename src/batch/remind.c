/* remind.c - the lists that people are called from. */
#include "batch/remind.h"

#include "base/date.h"
#include "domain/setting.h"

#define OVERDUE_DAYS 30 /* an inspection or policy that ran out longer ago is no news */

/* A list: a view, and the days of it that count. */
struct remind_list {
	const char *name, *view;
	const char *kind;  /* the view's parameter `kind`, or NULL */
	const char *param; /* the view's span of days, or NULL */
	void (*span)(struct db *db, int64_t day, struct view_arg *ret);
};

/* All that is due by then, however long it has been. */
static void span_due(struct db *db, int64_t day, struct view_arg *ret)
{
	ret->i = DATE_FIRST;
	ret->to = day + setting_int(db, SETTING_REMIND_DAYS);
}

static void span_runs_out(struct db *db, int64_t day, struct view_arg *ret)
{
	ret->i = day - OVERDUE_DAYS;
	ret->to = day + setting_int(db, SETTING_REMIND_DAYS);
}

static void span_ahead(struct db *db, int64_t day, struct view_arg *ret)
{
	ret->i = day;
	ret->to = day + setting_int(db, SETTING_REMIND_DAYS);
}

static void span_by_today(struct db *db, int64_t day, struct view_arg *ret)
{
	(void)db;
	ret->i = DATE_FIRST;
	ret->to = day;
}

static void span_lost(struct db *db, int64_t day, struct view_arg *ret)
{
	ret->i = DATE_FIRST;
	ret->to = day - setting_int(db, SETTING_LOST_DAYS);
}

static const struct remind_list lists[] = {
	{ "service", "service_due", NULL, "due", span_due },
	{ "inspection", "inspection_due", NULL, "due", span_runs_out },
	{ "insurance", "insurance_due", NULL, "due", span_runs_out },
	{ "appointments", "coming", NULL, "due", span_runs_out },
	{ "followups", "reminders_due", "followup", "due", span_by_today },
	{ "lost", "lost_customers", NULL, "last", span_lost },
	{ "birthdays", "birthdays", NULL, "due", span_ahead },
	{ "stock", "reorder_list", NULL, NULL, NULL },
	{ "members", "members_due", NULL, "due", span_runs_out },
};

static bool list_write(struct export_run *run, struct db *db, const struct remind_list *l, struct err *e)
{
	struct view_arg arg[2];
	struct view_query q = { .view = view_find(l->view), .args = arg };

	if (l->kind)
		arg[q.n_args++] = (struct view_arg){ .name = "kind", .text = true, .s = l->kind };
	if (l->param) {
		arg[q.n_args] = (struct view_arg){ .name = l->param, .range = true };
		l->span(db, export_day(run), &arg[q.n_args++]);
	}
	return export_view(run, "remind", l->name, &q, e);
}

bool remind_run(struct session *s, const struct export_options *o, struct err *e)
{
	struct export_run *run = export_begin(s, o, e);

	if (!run)
		return false;
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (!list_write(run, shop_reader(session_shop(s)), &lists[i], e)) {
			export_free(run);
			return false;
		}
	return export_end(run, "remind", e);
}
