/* params.c - asking for the parameters of a view. */
#include "ui/params.h"

#include "base/text.h"
#include "ui/console.h"
#include "ui/edit.h"

struct param_box {
	const struct view_param *param;
	struct edit edit;
};

struct params {
	const struct view *view;
	const struct args *given;
	void (*done)(struct pane *asker, const struct args *texts);
	struct param_box *box;
	int n, at, label;
};

void params_preset(const struct view *v, struct args *out)
{
	for (size_t i = 0; i < v->n_params; i++)
		if (v->params[i].preset && !args_get(out, v->params[i].name))
			args_set(out, v->params[i].name, v->params[i].preset);
}

bool params_missing(const struct view *v, const struct args *texts)
{
	for (size_t i = 0; i < v->n_params; i++)
		if (v->params[i].required && !args_get(texts, v->params[i].name))
			return true;
	return false;
}

/* What parameters are called that stand for no column; others bear the title of the column they filter. */
static const struct {
	const char *name, *label;
} labels[] = {
	{ "account", N_("Account") },
	{ "advisor", N_("Advisor") },
	{ "batch", N_("Batch") },
	{ "below", N_("Below") },
	{ "by", N_("By day, month or year") },
	{ "caller", N_("Caller") },
	{ "card", N_("Member card") },
	{ "category", N_("Category") },
	{ "class", N_("Class") },
	{ "closing", N_("Closing") },
	{ "command", N_("Command") },
	{ "customer", N_("Customer") },
	{ "day", N_("Day") },
	{ "department", N_("Department") },
	{ "deposit", N_("Deposit") },
	{ "document", N_("Document") },
	{ "due", N_("Due") },
	{ "insurer", N_("Insurer") },
	{ "invoice", N_("Invoice") },
	{ "job", N_("Work order") },
	{ "kind", N_("Kind") },
	{ "last", N_("Last visit") },
	{ "method", N_("Method") },
	{ "month_of", N_("Month") },
	{ "order", N_("Purchase order") },
	{ "part", N_("Part") },
	{ "party", N_("Party") },
	{ "period", N_("Period") },
	{ "period_of", N_("Period") },
	{ "plate", N_("Plate") },
	{ "queue", N_("Queue") },
	{ "received", N_("Received") },
	{ "repair_type", N_("Repair type") },
	{ "role", N_("Role") },
	{ "salesperson", N_("Salesperson") },
	{ "seq", N_("No.") },
	{ "settled", N_("Settled") },
	{ "several", N_("From several only") },
	{ "shift", N_("Shift") },
	{ "since", N_("Since") },
	{ "source", N_("Source") },
	{ "state", N_("State") },
	{ "statement", N_("Statement") },
	{ "stocktake", N_("Stocktake") },
	{ "supplier", N_("Supplier") },
	{ "technician", N_("Technician") },
	{ "till", N_("Till") },
	{ "type", N_("Type") },
	{ "user", N_("Person") },
	{ "vehicle", N_("Vehicle") },
	{ "warehouse", N_("Warehouse") },
	{ "year_before", N_("A year before") },
};

const char *params_label(const struct view *v, const struct view_param *param, const struct lang *lang)
{
	int col = param->filter ? view_col_index(v, param->filter) : -1;

	for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
		if (strcmp(labels[i].name, param->name) == 0)
			return tr(lang, labels[i].label);
	return col >= 0 && v->cols[col].title ? tr(lang, v->cols[col].title) : param->name;
}

static bool params_start(struct pane *p, void *arg, struct err *e)
{
	struct params *st = p->state;
	const struct params *from = arg;

	(void)e;
	*st = *from;
	st->n = (int)st->view->n_params;
	st->box = ARENA_ARRAY(p->arena, struct param_box, st->n);
	for (int i = 0; i < st->n; i++) {
		const struct view_param *param = &st->view->params[i];
		const char *text = st->given ? args_get(st->given, param->name) : NULL;
		int w = text_width(params_label(st->view, param, console_lang(p->con)));

		st->box[i].param = param;
		edit_init(&st->box[i].edit, text ? text : "", 60, EDIT_REPLACE);
		st->label = w > st->label ? w : st->label;
	}
	st->given = NULL;
	return st->n > 0;
}

static void params_end(struct pane *p)
{
	struct params *st = p->state;

	for (int i = 0; i < st->n; i++)
		edit_free(&st->box[i].edit);
}

static void params_draw(struct pane *p, struct canvas *c)
{
	struct params *st = p->state;
	struct rect in = popup_frame(c, st->n, st->label + 28, pane_tr(p, st->view->title),
				     pane_tr(p, N_("Esc back  F12 show")));

	for (int i = 0; i < st->n && i < in.h; i++) {
		bool focus = i == st->at;

		canvas_put(c, in.y + i, in.x, st->label, -1, ROLE_LABEL,
			   params_label(st->view, st->box[i].param, console_lang(p->con)));
		edit_draw(&st->box[i].edit, c,
			  (struct rect){ in.y + i, in.x + st->label + 1, 1, in.w - st->label - 1 },
			  focus ? ROLE_FOCUS : ROLE_FIELD, focus);
	}
}

/* Reads every text as the view would; goes to the first that is wrong. */
static bool params_read(struct pane *p, struct params *st, struct args *out)
{
	struct err e = { .lang = console_lang(p->con) };
	struct look l;
	bool ok = true;

	look_open(p->con, &l);
	for (int i = 0; ok && i < st->n; i++) {
		const char *text = edit_text(&st->box[i].edit);
		struct view_arg arg;

		st->at = i;
		if (!*text && st->box[i].param->required)
			ok = err_set(&e, ERR_NO, N_("%s is needed here"),
				     params_label(st->view, st->box[i].param, l.ctx.lang));
		else if (*text)
			ok = view_arg_parse(l.ctx.db, st->view, st->box[i].param->name, text, &l.who, l.arena,
					    &arg, &e);
		if (*text)
			args_set(out, st->box[i].param->name, text);
	}
	look_close(&l);
	if (!ok)
		console_error(p->con, &e);
	return ok;
}

static void params_run(struct pane *p)
{
	struct params *st = p->state;
	void (*done)(struct pane *, const struct args *) = st->done;
	struct pane *asker = p->below;
	struct arena *a = arena_new();
	struct args *texts = args_new(a);

	if (params_read(p, st, texts)) {
		console_close(p);
		done(asker, texts);
	}
	arena_free(a);
}

static void params_enter(struct pane *p)
{
	struct params *st = p->state;

	if (st->at + 1 == st->n)
		params_run(p);
	else
		st->at++;
}

static bool params_key(struct pane *p, const struct key_event *ev)
{
	struct params *st = p->state;
	struct edit *ed = &st->box[st->at].edit;

	switch ((int)ev->key) {
	case K_SAVE:
		params_run(p);
		return true;
	case K_ENTER:
		params_enter(p);
		return true;
	case K_TAB:
	case K_DOWN:
		st->at = (st->at + 1) % st->n;
		return true;
	case K_BACKTAB:
	case K_UP:
		st->at = (st->at + st->n - 1) % st->n;
		return true;
	case K_SCAN:
		edit_unburst(ed);
		edit_change(ed, ev->text);
		return true;
	case K_BACK:
		return edit_restore(ed);
	default:
		return edit_key(ed, ev);
	}
}

static const char *params_hint(struct pane *p, struct arena *a)
{
	struct params *st = p->state;
	const char *type = st->box[st->at].param->type;

	(void)a;
	if (strcmp(type, "range") == 0)
		return pane_tr(p, N_("A day, a month 2026-11, or from..to: m..today, -7..today, -1y..today"));
	if (strcmp(type, "date") == 0)
		return pane_tr(p, N_("A day: today, yesterday, -7, 1121, 2026-11-21"));
	if (strncmp(type, "ref:", 4) == 0)
		return pane_tr(p, N_("Its number, code, plate or name"));
	return "";
}

static const struct pane_kind params_kind = {
	.size = sizeof(struct params),
	.popup = true,
	.open = params_start,
	.close = params_end,
	.draw = params_draw,
	.key = params_key,
	.hint = params_hint,
	.typing = pane_typing,
};

void params_open(struct pane *p, const struct view *v, const struct args *given,
		 void (*done)(struct pane *asker, const struct args *texts))
{
	struct params st = { .view = v, .given = given, .done = done };

	console_push(p->con, &params_kind, NULL, NULL, &st);
}
