/* desk_papers.c - paper of this console: what a command has made comes by itself, what failed is asked about once, rows go to a
 * file or the printer. */
#include <stdio.h>
#include <string.h>

#include "app/desk_priv.h"
#include "app/print.h"
#include "base/date.h"
#include "batch/export.h"
#include "ui/panel.h"
#include "ui/paper_view.h"
#include "ui/term.h"

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

/* ---- documents to the printer or the screen ---- */

bool desk_print_shown(void *arg, const char *form, const char *const *number, size_t n, struct err *e)
{
	struct desk *d = arg;
	struct str text = { 0 };
	bool ok = true;

	for (size_t i = 0; i < n && ok; i++) {
		const struct print_ask ask = { .form = form, .number = number[i] };

		ok = print_preview(d->cli->session, d->cli->conf, &ask, &text, e);
	}
	if (ok)
		paper_view_open(d->con, form, number, n, str_get(&text));
	str_free(&text);
	return ok;
}

bool desk_print_now(void *arg, const char *form, const char *number, int copies, struct err *e)
{
	const struct desk *d = arg;
	struct print_ask ask = asks(d, form, number);

	ask.copies = copies;
	return print_again(d->cli->session, d->cli->conf, &ask, e);
}

/* ---- what a command has made: paper that comes by itself, the drawer ---- */

void desk_papers_seen(struct desk *d)
{
	struct db *db = shop_reader(d->cli->shop);

	d->paper_id = db_int(db, SQL("SELECT max(id) FROM print_job"), NULL, 0);
	d->document_id = d->arrival_id = db_int(db, SQL("SELECT max(id) FROM document"), NULL, 0);
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

void desk_made(void *arg, const struct command *c, const struct answer *answer, char *note, size_t n)
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
	if (desk_print_now(d, form, number, 1, &e))
		console_say(d->con, tr(e.lang, N_("Printed")));
	else
		paper_keep(d, form, number, e.text);
}

void desk_settled(void *arg)
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
	if (!desk_print_shown(d, d->form, &(const char *){ number }, 1, &e))
		console_error(d->con, &e);
}

/* ---- rows to a file or the printer ---- */

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

bool desk_export_rows(void *arg, struct arena *a, const struct view_query *q, bool paper, char **ret_where,
		      struct err *e)
{
	return paper ? rows_print(arg, a, q, ret_where, e) : rows_save(arg, a, q, ret_where, e);
}
