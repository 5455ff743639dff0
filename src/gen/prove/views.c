/* views.c - proves that every view can be asked everything that its header promises. */
#include <string.h>

#include "db/view_query.h"
#include "domain/choice.h"
#include "domain/command.h"
#include "gen/prove/prove.h"

#define MOST_ARGS 32

struct asking {
	const struct view *view;
	struct view_arg arg[MOST_ARGS];
	struct view_query q;
};

static struct view_arg sample(const struct view_param *param)
{
	const char *t = param->type;
	bool text = !strcmp(t, "text") || !strcmp(t, "code") || !strcmp(t, "plate") || !strcmp(t, "phone") ||
		    !strncmp(t, "choice:", 7);

	return (struct view_arg){
		.name = param->name, .text = text, .s = "x", .range = !strcmp(t, "range"), .i = 1, .to = 2
	};
}

/* Asks with the required parameters and, when there is one, `more`. */
static void ask(struct asking *a, const struct view *v, const struct view_param *more)
{
	*a = (struct asking){ .view = v, .q = { .view = v, .args = a->arg } };
	for (size_t i = 0; i < v->n_params && a->q.n_args < MOST_ARGS; i++)
		if (v->params[i].required || &v->params[i] == more)
			a->arg[a->q.n_args++] = sample(&v->params[i]);
}

/* The SELECT of a first page, or of the next one. False with the fault told. */
static bool write_page(struct proof *p, struct asking *a, bool next, struct query *q, struct err *e)
{
	struct view_val val[128] = { 0 };
	const struct view_row row = { val };

	for (size_t i = 0; i < a->view->n_cols; i++)
		val[i] = (struct view_val){ .text = view_col_is_text(&a->view->cols[i]), .s = "" };
	query_init(q, a->view, NULL, e);
	if (!query_select_rows(q) || !query_from(q, &a->q) || !query_order(q, &a->q)) {
		prove_fault(p, a->view->file, a->view->line, "%s", e->text);
		return false;
	}
	if (next)
		query_after(q, &row, false);
	query_by(q, false);
	str_add(&q->sql, "\nLIMIT :_n");
	return true;
}

/* The line of the column that the message is about, else of the SELECT. */
static int line_of(const struct view *v, const char *message)
{
	static const char words[] = "no such column: ";

	if (strncmp(message, words, sizeof words - 1))
		return v->line;
	for (size_t i = 0; i < v->n_cols; i++)
		if (!strcmp(message + sizeof words - 1, v->cols[i].name))
			return v->cols[i].line;
	return v->line;
}

static bool compiles(struct proof *p, const struct view *v, const char *text)
{
	sqlite3_stmt *st = NULL;
	int rc = sqlite3_prepare_v2(p->shop, text, -1, &st, NULL);

	sqlite3_finalize(st);
	if (rc != SQLITE_OK)
		prove_fault(p, v->file, line_of(v, sqlite3_errmsg(p->shop)), "%s", sqlite3_errmsg(p->shop));
	return rc == SQLITE_OK;
}

static bool prove_page(struct proof *p, struct asking *a, bool next, bool desk)
{
	struct err e = { 0 };
	struct query q;
	bool ok = write_page(p, a, next, &q, &e) && compiles(p, a->view, str_get(&q.sql));

	if (ok && desk)
		prove_plan(p, str_get(&q.sql), PLAN_DESK, a->view->file, a->view->line);
	query_free(&q);
	return ok;
}

/* Every parameter that the SELECT names is declared or built in. */
static void prove_bound(struct proof *p, const struct view *v)
{
	struct err e = { 0 };
	struct asking a;
	struct query q;
	sqlite3_stmt *st = NULL;

	ask(&a, v, NULL);
	if (write_page(p, &a, false, &q, &e))
		sqlite3_prepare_v2(p->shop, str_get(&q.sql), -1, &st, NULL);
	for (int i = 1; i <= sqlite3_bind_parameter_count(st); i++) {
		const char *name = sqlite3_bind_parameter_name(st, i);
		bool bound = !strcmp(name, ":_n");

		for (size_t k = 0; k < q.n_binds; k++)
			bound = bound || !strcmp(q.bind[k].name, name + 1);
		if (!bound)
			prove_fault(p, v->file, v->line, "%s is no parameter of the header and not built in",
				    name);
	}
	sqlite3_finalize(st);
	query_free(&q);
}

static void prove_ref(struct proof *p, const struct view *v, const struct view_param *param)
{
	const struct view *of;

	if (strncmp(param->type, "ref:", 4))
		return;
	of = view_find(param->type + 4);
	if (!of || !of->id || !of->names)
		prove_fault(p, v->file, param->line, "view %s has no id: and names: to refer to",
			    param->type + 4);
}

static void prove_choice(struct proof *p, const struct view *v, const char *choice, int line)
{
	if (choice && strcmp(choice, "word") && !choice_list(choice))
		prove_fault(p, v->file, line, "there is no list of words %s in src/domain/choice.c", choice);
}

/* The row has what the view behind a column must know. */
static void prove_explain(struct proof *p, const struct view *v, const struct view_col *c)
{
	const struct view *of = c->explain ? view_find(c->explain) : NULL;
	bool any = false;

	for (size_t i = 0; of && i < of->n_params; i++) {
		int from = view_explain_col(v, of, &of->params[i]);

		any = any || from >= 0;
		if (of->params[i].required && from < 0 && !view_explain_param(v, &of->params[i]))
			prove_fault(p, v->file, c->line, "explain=%s needs %s, which no column gives",
				    c->explain, of->params[i].name);
	}
	if (of && !any)
		prove_fault(p, v->file, c->line, "explain=%s takes nothing from the row", c->explain);
}

static void prove_header(struct proof *p, const struct view *v)
{
	for (size_t i = 0; i < v->n_cols; i++) {
		const struct view_col *c = &v->cols[i];

		prove_choice(p, v, c->choice, c->line);
		prove_explain(p, v, c);
		if (c->edit && !command_find(c->edit))
			prove_fault(p, v->file, c->line, "there is no command %s", c->edit);
	}
	for (size_t i = 0; i < v->n_params; i++) {
		prove_ref(p, v, &v->params[i]);
		if (!strncmp(v->params[i].type, "choice:", 7))
			prove_choice(p, v, v->params[i].type + 7, v->params[i].line);
	}
	for (const char *const *t = v->watch; t && *t; t++)
		if (!prove_table(p, *t))
			prove_fault(p, v->file, 1, "watch: there is no table %s", *t);
}

static void prove_view(struct proof *p, const struct view *v)
{
	struct asking a;

	prove_header(p, v);
	ask(&a, v, NULL);
	if (!prove_page(p, &a, false, v->desk))
		return;
	prove_bound(p, v);
	for (a.q.order = 0; a.q.order < v->n_orders; a.q.order++)
		if (!prove_page(p, &a, true, v->desk))
			return;
	for (size_t i = 0; i < v->n_params; i++) {
		ask(&a, v, &v->params[i]);
		if (!prove_page(p, &a, true, false))
			return;
	}
}

void prove_views(struct proof *p)
{
	for (size_t i = 0; i < view_count; i++)
		prove_view(p, view_all[i]);
}
