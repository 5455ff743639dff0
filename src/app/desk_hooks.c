/* desk_hooks.c - what the program does for the console. */
#include "app/desk_hooks.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "app/print.h"
#include "base/date.h"
#include "batch/export.h"
#include "db/state.h"
#include "domain/search.h"
#include "domain/user.h"
#include "domain/till.h"
#include "ui/panel.h"
#include "ui/paper_view.h"
#include "ui/term.h"

#define DRAFT_DAYS 7

static struct db *state_of(const struct desk *d)
{
	return shop_state(d->cli->shop);
}

static int64_t now_of(const struct desk *d)
{
	struct arena *a = arena_new();
	struct ctx ctx;

	session_ctx(d->cli->session, a, NULL, &ctx);
	arena_free(a);
	return ctx.now;
}

/* ---- choices of the person ---- */

static char *get(void *arg, struct arena *a, const char *name)
{
	const struct desk *d = arg;

	return state_get(state_of(d), a, d->user_id, name);
}

static void put(void *arg, const char *name, const char *value)
{
	const struct desk *d = arg;

	state_put(state_of(d), d->user_id, name, value);
}

/* ---- drafts: one for each screen and what it was opened with ---- */

static char *draft_key(struct arena *a, const char *screen, const char *param)
{
	return arena_printf(a, "%s %s", screen, param ? param : "");
}

static void keep_draft(void *arg, const char *screen, const char *param, const char *text)
{
	const struct desk *d = arg;
	struct arena *a = arena_new();
	const char *key = draft_key(a, screen, param);

	if (text)
		state_draft_put(state_of(d), d->user_id, screen, key, text, now_of(d));
	else
		state_draft_drop(state_of(d), d->user_id, key);
	arena_free(a);
}

static size_t drafts(const struct desk *d, struct arena *a, struct state_draft **ret)
{
	return state_drafts(state_of(d), d->user_id, now_of(d) - DRAFT_DAYS * 86400, a, ret);
}

static char *draft(void *arg, struct arena *a, const char *screen, const char *param)
{
	const struct desk *d = arg;
	const char *key = draft_key(a, screen, param);
	struct state_draft *draft;
	size_t n = drafts(d, a, &draft);

	for (size_t i = 0; i < n; i++)
		if (!strcmp(draft[i].request, key))
			return draft[i].text;
	return NULL;
}

/* ---- codes ---- */

static bool known_code(void *arg, const char *code)
{
	const struct desk *d = arg;
	struct arena *a = arena_new();
	bool known = search_known(shop_reader(d->cli->shop), a, code);

	arena_free(a);
	return known;
}

static bool to_terminal(void *arg, const char *bytes, size_t n)
{
	return term_print(arg, bytes, n);
}

/* What every print of this console is asked with. */
static struct print_ask asks(const struct desk *d, const char *form, const char *number)
{
	return (struct print_ask){ .form = form,
				   .number = number,
				   .terminal = d->terminal ? to_terminal : NULL,
				   .terminal_arg = d->terminal };
}

/* ---- rows to a file or the printer, documents to the printer ---- */

static bool rows_print(struct desk *d, struct arena *a, const struct view_query *q, char **ret_where,
		       struct err *e)
{
	const struct print_ask ask = asks(d, NULL, NULL);
	const char *printer;

	if (!print_list(d->cli->session, d->cli->conf, &ask, q, &printer, e))
		return false;
	*ret_where = arena_strdup(a, printer);
	return true;
}

static bool print_shown(void *arg, const char *form, const char *number, struct err *e)
{
	struct desk *d = arg;
	const struct print_ask ask = { .form = form, .number = number };
	struct str text = { 0 };
	bool ok = print_preview(d->cli->session, d->cli->conf, &ask, &text, e);

	if (ok)
		paper_view_open(d->con, form, number, str_get(&text));
	str_free(&text);
	return ok;
}

static bool print_now(void *arg, const char *form, const char *number, struct err *e)
{
	const struct desk *d = arg;
	const struct print_ask ask = asks(d, form, number);

	return print_again(d->cli->session, d->cli->conf, &ask, e);
}

/* ---- what a command has made: paper that comes by itself, the drawer ---- */

/* What was made before this person came is not theirs to print. */
static void papers_seen(struct desk *d)
{
	struct db *db = shop_reader(d->cli->shop);

	d->paper_id = db_int(db, SQL("SELECT max(id) FROM print_job"), NULL, 0);
	d->document_id = d->arrival_id = db_int(db, SQL("SELECT max(id) FROM document"), NULL, 0);
}

/* ---- what has come for those who wait ---- */

#define ARRIVALS_SAID 4

/* Parts that this person asked for, or for cars that they advise or work on, and that somebody else has received. */
static bool heard(void *arg, char *note, size_t n)
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

/* The next paper that this person has asked for here. */
static bool paper_next(struct desk *d, struct arena *a, const char **ret_form, const char **ret_number)
{
	struct cur *c = db_open(
	    shop_reader(d->cli->shop),
	    SQL("SELECT q.id, q.template, d.number FROM print_job q JOIN document d ON d.id = q.document_id "
		"WHERE q.id > :after AND q.state = 'queued' AND d.user_id = :user AND d.terminal = :terminal "
		"ORDER BY q.id LIMIT 1"),
	    BIND(B_INT("after", d->paper_id), B_INT("user", d->user_id),
		 B_TEXT("terminal", d->cli->terminal)));

	if (!cur_next(c))
		return false;
	d->paper_id = cur_int(c, 0);
	*ret_form = arena_strdup(a, cur_text(c, 1));
	*ret_number = arena_strdup(a, cur_text(c, 2));
	cur_close(c);
	return true;
}

static bool practising(const struct desk *d)
{
	return !strcmp(shop_meta(d->cli->shop, "kind"), "practice");
}

static void paper_keep(struct desk *d, const char *form, const char *number, const char *why)
{
	snprintf(d->form, sizeof d->form, "%s", form);
	snprintf(d->number, sizeof d->number, "%s", number);
	snprintf(d->why, sizeof d->why, "%s", why);
}

/* What fails is asked about once the screen has gone on; in practice it is looked at then. */
static int papers_print(struct desk *d)
{
	struct arena *a = arena_new();
	const char *form, *number;
	int printed = 0;

	while (paper_next(d, a, &form, &number)) {
		struct print_ask ask = asks(d, form, number);
		struct err e = { .lang = console_lang(d->con) };

		ask.to = printer_for(d->cli->conf, form, a);
		if (practising(d))
			paper_keep(d, form, number, "");
		else if (ask.to && print_document(d->cli->session, d->cli->conf, &ask, &e))
			printed++;
		else if (ask.to)
			paper_keep(d, form, number, e.text);
	}
	arena_free(a);
	return printed;
}

/* Was cash taken or given back here since? */
static bool cash_moved(const struct desk *d)
{
	return db_exists(
	    shop_reader(d->cli->shop),
	    SQL("SELECT 1 FROM document d JOIN payment p ON p.document_id = d.id "
		"JOIN pay_method m ON m.id = p.method_id WHERE d.id > :after AND d.user_id = :user "
		"AND d.terminal = :terminal AND m.drawer"),
	    BIND(B_INT("after", d->document_id), B_INT("user", d->user_id),
		 B_TEXT("terminal", d->cli->terminal)));
}

static void drawer_kick(struct desk *d, struct err *e)
{
	const struct print_ask ask = asks(d, NULL, NULL);

	if (*conf_text(d->cli->conf, "printer.drawer") && !practising(d) && cash_moved(d))
		drawer_open(d->cli->conf, &ask, e);
	d->document_id = db_int(shop_reader(d->cli->shop), SQL("SELECT max(id) FROM document"), NULL, 0);
}

static void made(void *arg, const struct command *c, const struct answer *answer, char *note, size_t n)
{
	struct desk *d = arg;
	struct err e = { .lang = console_lang(d->con) };
	int printed;

	(void)answer;
	if (!strncmp(c->name, "print.", 6))
		return;
	drawer_kick(d, &e);
	printed = papers_print(d);
	if (e.code)
		snprintf(note, n, "! %s", e.text);
	else if (printed)
		snprintf(note, n, "%s", tr(e.lang, N_("Printed")));
}

/* ---- a print that failed is asked about once ---- */

enum { AGAIN, LATER, NEVER };

static void paper_never(struct desk *d)
{
	struct arena *a = arena_new();
	struct args *args = args_new(a);
	struct err e = { .lang = console_lang(d->con) };

	args_set(args, "document", d->number);
	args_set(args, "form", d->form);
	if (!console_run(d->con, command_find("print.drop"), args, NULL, NULL, &e))
		console_error(d->con, &e);
	arena_free(a);
}

static void failed_chosen(struct pane *asker, void *arg, int answer)
{
	struct desk *d = arg;
	struct err e = { .lang = console_lang(d->con) };
	char form[sizeof d->form], number[sizeof d->number];

	(void)asker;
	if (answer == NEVER)
		paper_never(d);
	snprintf(form, sizeof form, "%s", d->form);
	snprintf(number, sizeof number, "%s", d->number);
	d->number[0] = '\0';
	if (answer != AGAIN)
		return;
	if (print_now(d, form, number, &e))
		console_say(d->con, tr(e.lang, N_("Printed")));
	else
		paper_keep(d, form, number, e.text);
}

static void settled(void *arg)
{
	struct desk *d = arg;
	const struct lang *lang = console_lang(d->con);
	struct panel panel = {
		.title = tr(lang, N_("Not printed")), .text = d->why, .done = failed_chosen, .arg = d
	};
	struct err e = { .lang = lang };
	char number[sizeof d->number];

	if (!d->number[0])
		return;
	if (d->why[0]) {
		panel.choice[AGAIN] = tr(lang, N_("Print it again now"));
		panel.choice[LATER] = tr(lang, N_("Later: it waits in the list of papers"));
		panel.choice[NEVER] = tr(lang, N_("Never: it needs no paper"));
		panel_open(d->con, &panel);
		d->why[0] = '\0';
		return;
	}
	snprintf(number, sizeof number, "%s", d->number);
	d->number[0] = '\0';
	if (!print_shown(d, d->form, number, &e))
		console_error(d->con, &e);
}

static bool rows_save(struct desk *d, struct arena *a, const struct view_query *q, char **ret_where,
		      struct err *e)
{
	const struct export_options o = { .dir = conf_text(d->cli->conf, "batch.out"), .day = DATE_NONE };
	struct export_run *run = export_begin(d->cli->session, &o, e);
	const char *prefix = q->view->report ? "report" : "list";
	bool ok = run && export_view(run, prefix, q->view->name, q, e);

	if (ok)
		*ret_where = arena_printf(a, "%s/%s-%s-%s.csv", o.dir, prefix, q->view->name,
					  date_text(a, export_day(run)));
	export_free(run);
	return ok;
}

static bool export_rows(void *arg, struct arena *a, const struct view_query *q, bool paper, char **ret_where,
			struct err *e)
{
	return paper ? rows_print(arg, a, q, ret_where, e) : rows_save(arg, a, q, ret_where, e);
}

/* ---- people ---- */

static bool prove(struct desk *d, const char *name, const char *pin, int64_t *ret_user, struct err *e)
{
	return user_prove(d->cli->session, name, pin, ret_user, e);
}

static bool lockable(void *arg, struct err *e)
{
	struct desk *d = arg;
	struct arena *a = arena_new();
	struct ctx ctx;
	bool ok;

	session_ctx(d->cli->session, a, NULL, &ctx);
	ok = user_has_secret(d->cli->session, ctx.user);
	arena_free(a);
	return ok ||
	       err_set(e, ERR_NO, N_("You have no PIN that would open the lock. Choose one first: F10 98"));
}

static bool unlock(void *arg, const char *pin, struct err *e)
{
	struct desk *d = arg;
	struct arena *a = arena_new();
	struct ctx ctx;
	int64_t user;
	bool ok;

	session_ctx(d->cli->session, a, NULL, &ctx);
	ok = prove(d, ctx.user, pin, &user, e);
	arena_free(a);
	return ok;
}

static bool approve(void *arg, const char *name, const char *pin, int64_t *ret_user, struct err *e)
{
	return prove(arg, name, pin, ret_user, e);
}

static bool login(void *arg, const char *name, const char *pin, struct err *e)
{
	struct desk *d = arg;
	int64_t user;

	if (!prove(d, name, pin, &user, e))
		return false;
	session_user(d->cli->session, user);
	return true;
}

/* The language that the person chose, unless the command line named one. */
static void speak(struct desk *d)
{
	struct arena *a = arena_new();
	char *code = user_lang(shop_reader(d->cli->shop), a, d->user_id);
	const struct lang *lang = code && !d->cli->lang_given ? lang_find(code) : NULL;

	session_lang(d->cli->session, lang ? lang : d->cli->lang);
	arena_free(a);
}

/* ---- what was typed before ---- */

struct offer {
	struct desk *desk;
	size_t n;
	char screen[9][48], param[9][120];
};

static void offer_open(struct pane *asker, void *arg, int answer)
{
	const struct offer *o = arg;
	struct arena *a = arena_new();
	struct args *with = args_new(a);
	struct err e = { .lang = console_lang(o->desk->con) };
	const char *eq = strchr(o->param[answer], '=');

	(void)asker;
	if (eq)
		args_set(with, arena_strndup(a, o->param[answer], (size_t)(eq - o->param[answer])), eq + 1);
	if (!console_open(o->desk->con, o->screen[answer], with, &e))
		console_error(o->desk->con, &e);
	arena_free(a);
}

/* What a draft was opened for ("customer=#1"), as people call it; "" for nothing. */
static const char *offer_about(const struct desk *d, const struct screen *s, const char *param,
			       struct ctx *ctx)
{
	const struct form *form = s->type == TYPE_FORM ? s->table : NULL;
	const struct command *c = form ? command_find(form->runs) : NULL;
	const char *eq = strchr(param, '=');
	const struct field *f =
	    c && eq ? command_field(c, arena_strndup(ctx->arena, param, (size_t)(eq - param))) : NULL;
	struct view_who who;
	char *label;

	if (!f || !f->view || eq[1] != '#')
		return eq ? eq + 1 : "";
	session_who(ctx, &who);
	label = view_ref_label(shop_reader(d->cli->shop), view_find(f->view), strtoll(eq + 2, NULL, 10), &who,
			       ctx->arena);
	return label ? label : eq + 1;
}

static const char *offer_line(const struct desk *d, const struct screen *s, const struct state_draft *draft,
			      struct arena *a)
{
	struct ctx ctx;

	session_ctx(d->cli->session, a, NULL, &ctx);
	return arena_printf(a, "%s  %s  %s", tr(ctx.lang, s->common->title),
			    time_text_short(a, draft->at, ctx.offset_minutes, ctx.today),
			    offer_about(d, s, draft->request + strlen(draft->screen) + 1, &ctx));
}

/* Offers what this person had typed and not booked, at whichever terminal it was. */
static void drafts_offer(struct desk *d, struct arena *a)
{
	struct offer *o = ARENA_NEW(a, struct offer);
	const struct lang *lang = console_lang(d->con);
	struct panel panel = { .title = tr(lang, N_("This was typed and not booked")),
			       .done = offer_open,
			       .arg = o };
	struct state_draft *draft;
	size_t n = drafts(d, a, &draft);

	o->desk = d;
	for (size_t i = 0; i < n && o->n < PANEL_CHOICES; i++) {
		const struct screen *s = console_screen(d->con, draft[i].screen);

		if (!s)
			continue;
		snprintf(o->screen[o->n], sizeof o->screen[0], "%s", draft[i].screen);
		snprintf(o->param[o->n], sizeof o->param[0], "%s",
			 draft[i].request + strlen(draft[i].screen) + 1);
		panel.choice[o->n++] = offer_line(d, s, &draft[i], a);
	}
	if (o->n)
		panel_open(d->con, &panel);
}

static void arrived(void *arg)
{
	desk_arrived(arg);
}

/* The screen that stands in the person's row, else the first of the registry that is for everybody. */
static const char *first_screen(struct desk *d, struct arena *a)
{
	const char *name = d->cli->screen;

	if (!name)
		name = db_text(shop_reader(d->cli->shop), a, SQL("SELECT home FROM user WHERE id = :id"),
			       BIND(B_INT("id", d->user_id)));

	if (name && console_screen(d->con, name) && !console_screen(d->con, name)->common->param)
		return name;
	return console_screen(d->con, "home") ? "home" : "board";
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
	const char *today = date_text(a, ctx->today), *seen = get(d, a, t->seen);
	int64_t n;

	if ((seen && !strcmp(seen, today)) || !screen || !may_right(ctx, t->right) ||
	    !(n = rows_of(d, a, ctx, t->view)))
		return NULL;
	put(d, t->seen, today);
	if (!screen->common->code)
		return arena_printf(a, tr(ctx->lang, N_("%lld batches expire soon or have expired: F10 %s")),
				    (long long)n, tr(ctx->lang, screen->common->title));
	return arena_printf(a,
			    t == tidings ? tr(ctx->lang, N_("%lld are to be called today: F10 %d"))
					 : tr(ctx->lang, N_("%lld parts are under their minimum: F10 %d")),
			    (long long)n, screen->common->code);
}

static void tidings_tell(struct desk *d, struct arena *a)
{
	const char *all = NULL;
	struct ctx ctx;

	session_ctx(d->cli->session, a, NULL, &ctx);
	all = till_left_open(&ctx);
	for (size_t i = 0; i < sizeof tidings / sizeof *tidings; i++) {
		const char *text = tiding_of(d, a, &ctx, &tidings[i]);

		if (text)
			all = all ? arena_printf(a, "%s; %s", all, text) : text;
	}
	if (all)
		console_say(d->con, all);
}

void desk_arrived(struct desk *d)
{
	struct err e = { .lang = d->cli->lang };

	d->user_id = session_user_id(d->cli->session);
	papers_seen(d);
	speak(d);
	state_present(state_of(d), d->cli->terminal, d->user_id, getpid(), now_of(d));
	console_locale(d->con);
	if (!console_open(d->con, first_screen(d, d->cli->arena), NULL, &e))
		console_error(d->con, &e);
	if (d->cli->wall)
		return;
	tidings_tell(d, d->cli->arena);
	drafts_offer(d, d->cli->arena);
}

struct console_hooks desk_hooks(struct desk *d)
{
	return (struct console_hooks){
		.get = get,
		.put = put,
		.keep_draft = keep_draft,
		.draft = draft,
		.known_code = known_code,
		.print = print_shown,
		.print_now = print_now,
		.made = made,
		.heard = heard,
		.settled = settled,
		.export_rows = export_rows,
		.lockable = lockable,
		.unlock = unlock,
		.approve = approve,
		.login = login,
		.arrived = arrived,
		.arg = d,
	};
}
