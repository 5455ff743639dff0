/* export.c - views as CSV files in a folder. */
#include "batch/export.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "batch/outfile.h"
#include "db/view_export.h"

struct export_run {
	struct session *session;
	struct export_options o;
	struct arena *arena;
	struct ctx ctx;
	struct view_who who;
	int dir;
	const char *day; /* as it stands in the names */
	struct str sums; /* the list of what was written */
};

struct export_run *export_begin(struct session *s, const struct export_options *o, struct err *e)
{
	int dir = outfile_dir(o->dir, e);
	struct export_run *run;

	if (dir < 0)
		return NULL;
	run = xcalloc(1, sizeof *run);
	run->session = s;
	run->o = *o;
	run->dir = dir;
	run->arena = arena_new();
	session_ctx(s, run->arena, NULL, &run->ctx);
	if (o->day == DATE_NONE)
		run->o.day = run->ctx.today;
	run->ctx.today = run->o.day;
	session_who(&run->ctx, &run->who);
	run->day = date_text(run->arena, run->o.day);
	return run;
}

int64_t export_day(const struct export_run *run)
{
	return run->o.day;
}

void export_free(struct export_run *run)
{
	if (!run)
		return;
	close(run->dir);
	str_free(&run->sums);
	arena_free(run->arena);
	free(run);
}

bool export_may(struct ctx *ctx, const struct view *v, struct err *e)
{
	const char *right = arena_printf(ctx->arena, "report.%s", v->name);

	if ((!v->right || may_right(ctx, v->right)) && (!v->report || may_right(ctx, right)))
		return true;
	return err_set(e, ERR_DENIED, N_("%s may not see this (%s). Ask somebody who has the right"),
		       ctx->user, v->right && !may_right(ctx, v->right) ? v->right : right);
}

static bool journal_tell(struct export_run *run, const char *view, const char *file, int64_t rows,
			 const char *sha, struct err *e)
{
	struct args *args = args_new(run->arena);
	struct answer answer;
	bool ok;

	args_set(args, "view", view);
	args_set(args, "file", file);
	args_set(args, "rows", arena_printf(run->arena, "%" PRId64, rows));
	args_set(args, "sha256", sha);
	ok = command_run(run->session, command_find("export.done"), args, NULL, &answer, e);
	str_free(&answer.extra);
	return ok;
}

bool export_view(struct export_run *run, const char *prefix, const char *name, const struct view_query *q,
		 struct err *e)
{
	struct view_export how = { .format = VIEW_CSV, .encoding = run->o.encoding, .titles = run->o.titles };
	const char *file = arena_printf(run->arena, "%s-%s-%s.csv", prefix, name, run->day);
	struct outfile out;
	char sha[65];
	int64_t rows;

	if (!export_may(&run->ctx, q->view, e) || !outfile_open(&out, run->dir, file, e))
		return false;
	if (!view_export(run->ctx.db, q, &run->who, out.file, &how, &rows, e)) {
		outfile_drop(&out);
		return false;
	}
	if (!outfile_land(&out, sha, e))
		return false;
	str_addf(&run->sums, "# rows: %" PRId64 "\n%s  %s\n", rows, sha, file);
	return journal_tell(run, q->view->name, file, rows, sha, e);
}

static bool sums_write(struct export_run *run, const char *prefix, struct err *e)
{
	struct outfile out;
	char sha[65];

	if (!outfile_open(&out, run->dir, arena_printf(run->arena, "%s-%s.sha256", prefix, run->day), e))
		return false;
	fputs(str_get(&run->sums), out.file);
	return outfile_land(&out, sha, e);
}

bool export_end(struct export_run *run, const char *prefix, struct err *e)
{
	bool ok = sums_write(run, prefix, e);

	export_free(run);
	return ok;
}

/* ---- reports ---- */

#define DAYS_MOST 4 /* parameters of one report that are days */

/* A report's parameters for the day; those that name something cannot be answered by a clock. */
static bool report_args(struct export_run *run, const struct view *v, struct view_arg *arg,
			struct view_query *q, struct err *e)
{
	q->args = arg;
	for (size_t i = 0; i < v->n_params; i++) {
		const struct view_param *p = &v->params[i];
		bool range = !strcmp(p->type, "range");

		if (!p->required)
			continue;
		if ((!range && strcmp(p->type, "date") != 0) || q->n_args == DAYS_MOST)
			return err_set(e, ERR_CONFIG,
				       N_("The report %s asks for “%s”; it cannot be exported each day"),
				       v->name, p->name);
		arg[q->n_args++] = (struct view_arg){
			.name = p->name, .range = range, .i = run->o.day, .to = range ? run->o.day : 0
		};
	}
	return true;
}

static bool report_write(struct export_run *run, const char *name, struct err *e)
{
	struct view_query q = { .view = view_find(name) };
	struct view_arg arg[DAYS_MOST];

	if (!q.view || !q.view->report)
		return err_set(e, ERR_CONFIG, N_("There is no report “%s”. “workbay reports” lists them"),
			       name);
	return report_args(run, q.view, arg, &q, e) && export_view(run, "report", name, &q, e);
}

bool export_reports(struct session *s, const struct export_options *o, const char *names, struct err *e)
{
	struct export_run *run = export_begin(s, o, e);

	if (!run)
		return false;
	for (names += strspn(names, " ,"); *names; names += strspn(names, " ,")) {
		size_t n = strcspn(names, " ,");

		if (!report_write(run, arena_strndup(run->arena, names, n), e)) {
			export_free(run);
			return false;
		}
		names += n;
	}
	return export_end(run, "report", e);
}
