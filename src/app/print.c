/* print.c - printing a document: found by its number, rendered, delivered, and noted in the shop file. */
#include "app/print.h"

#include <string.h>

#include "app/deliver.h"
#include "app/pdf.h"
#include "base/text.h"
#include "domain/print.h"
#include "paper/escpos.h"
#include "paper/list.h"
#include "paper/render.h"

/* One paper to be printed. */
struct job {
	struct ctx ctx;
	struct view_who who;
	struct answer answer;
	struct arena *arena;
	struct print_target target;
	struct paper paper;
	const char *to;
	enum print_format format;
	const struct print_ask *ask;
};

/* What a work order is printed as when nobody says: its bill once it has one, its lines, else what was received. */
static const char *job_paper(struct ctx *ctx, int64_t job_id)
{
	if (db_exists(ctx->db, SQL("SELECT 1 FROM job WHERE id = :id AND settlement_id IS NOT NULL"),
		      BIND(B_INT("id", job_id))))
		return "settlement";
	if (db_exists(ctx->db, SQL("SELECT 1 FROM job_line WHERE job_id = :id AND state <> 'dropped'"),
		      BIND(B_INT("id", job_id))))
		return "estimate";
	return "reception";
}

static bool form_of(struct ctx *ctx, const struct print_ask *ask, const struct print_target *t,
		    const struct form **ret, struct err *e)
{
	char brief[TEXT_BRIEF];

	if (ask->form) {
		*ret = form_find(ask->form);
		return *ret ||
		       err_set(e, ERR_USAGE, N_("There is no printed form “%s”. “workbay print” lists them"),
			       text_brief(brief, ask->form));
	}
	*ret = *t->kind ? form_for(t->kind) : form_find(job_paper(ctx, t->job_id));
	return *ret ||
	       err_set(e, ERR_NO, N_("No form is printed for %s; name one. “workbay print” lists them"),
		       text_brief(brief, ask->number));
}

/* A work order's number stands for its last document of the form's kind. */
static bool target_of(struct job *j, const struct print_ask *ask, struct err *e)
{
	const struct form *form = j->paper.form;
	char brief[TEXT_BRIEF];
	bool fits = false;

	if (!strcmp(form->param, "part") || (!strcmp(form->param, "job") && j->target.job_id))
		return true;
	for (const char *const *kind = form->of; *kind && !fits; kind++)
		fits = j->target.document_id ? !strcmp(*kind, j->target.kind)
					     : print_last(&j->ctx, j->target.job_id, *kind, &j->target);
	return fits || err_set(e, ERR_NO, N_("There is no %s under the number %s"), tr(e->lang, form->title),
			       text_brief(brief, ask->number));
}

/* The language of papers: asked for, set for the machine, the person's. */
static const struct lang *lang_of(const struct job *j, const struct conf *conf, const struct print_ask *ask)
{
	const char *set = conf_text(conf, "printer.language");

	if (ask->lang)
		return ask->lang;
	return strcmp(set, "auto") ? lang_find(set) : j->ctx.lang;
}

/* Where it goes and how it is spoken to there: asked for, set for the form, set for the machine. A file or standard
 * output gets text in the form's own columns unless something else is asked for. */
static void where_to(struct job *j, const struct conf *conf, const struct print_ask *ask)
{
	const char *set = ask->to ? NULL : printer_for(conf, j->paper.form->name, j->arena);
	struct printer p;

	j->to = ask->to ? ask->to : set ? set : "-";
	p = printer_find(conf, j->to, j->arena);
	if (deliver_kind(j->to) == DELIVER_OUTPUT || deliver_kind(j->to) == DELIVER_FILE)
		p = (struct printer){ .format = PRINT_TEXT };
	j->format = ask->format == PRINT_AS_SET ? p.format : ask->format;
	if (!j->paper.columns)
		j->paper.columns = p.columns;
	j->paper.codes = j->format == PRINT_ESCPOS || j->format == PRINT_PDF;
}

/* The number is that of a document or work order, for a label the code of a part. */
static bool target_find(struct job *j, const struct print_ask *ask, struct err *e)
{
	const struct form *form = ask->form ? form_find(ask->form) : NULL;

	if (form && !strcmp(form->param, "part")) {
		j->target.kind = "";
		return print_part(&j->ctx, ask->number, &j->paper.id, e);
	}
	return print_find(&j->ctx, ask->number, &j->target, e);
}

static bool job_open(struct job *j, struct session *s, const struct conf *conf, const struct print_ask *ask,
		     struct err *e)
{
	*j = (struct job){ .arena = arena_new() };
	session_ctx(s, j->arena, &j->answer, &j->ctx);
	session_who(&j->ctx, &j->who);
	if (!e->lang)
		e->lang = j->ctx.lang;
	j->paper.columns = ask->columns;
	j->ask = ask;
	if (!target_find(j, ask, e) || !form_of(&j->ctx, ask, &j->target, &j->paper.form, e) ||
	    !target_of(j, ask, e))
		return false;
	where_to(j, conf, ask);
	if (strcmp(j->paper.form->param, "part") != 0)
		j->paper.id = !strcmp(j->paper.form->param, "job") ? j->target.job_id : j->target.document_id;
	j->paper.lang = lang_of(j, conf, ask);
	if (j->target.document_id)
		j->paper.copy = (int)print_copies(&j->ctx, j->target.document_id, j->paper.form->name) + 1;
	return true;
}

static void job_close(struct job *j)
{
	str_free(&j->answer.extra);
	arena_free(j->arena);
}

bool print_preview(struct session *s, const struct conf *conf, const struct print_ask *ask, struct str *out,
		   struct err *e)
{
	struct job j;
	bool ok = job_open(&j, s, conf, ask, e) && paper_render(j.ctx.db, &j.who, &j.paper, out, e);

	job_close(&j);
	return ok;
}

static bool may_print(struct ctx *ctx, const char *to, const struct conf *conf, struct err *e)
{
	if (!may_right(ctx, "print.done"))
		return err_set(e, ERR_DENIED,
			       N_("Printing needs the right print.done; ask whoever gives the rights"));
	if (ctx->practice && deliver_is_paper(to))
		return err_set(e, ERR_UNAVAILABLE,
			       N_("This is practice: nothing goes to a printer; look at it on the screen"));
	return deliver_may(conf, to, e);
}

/* One page in the printer's language; PDF is made of the text of all pages. */
static bool page_add(struct str *out, const struct str *text, enum print_format format, enum form_size size,
		     int columns, bool codes, struct err *e)
{
	if (format == PRINT_ESCPOS)
		return escpos_add(out, str_get(text), size, codes, e);
	if (format == PRINT_ESCP)
		return escp_add(out, str_get(text), columns, e);
	if (format == PRINT_PDF && out->len)
		str_addc(out, '\f');
	str_addn(out, str_get(text), text->len);
	return true;
}

/* Sends what page_add() has made. */
static bool send(const struct conf *conf, const struct print_ask *ask, const char *to, const char *name,
		 enum print_format format, struct str *bytes, struct err *e)
{
	struct delivery d = {
		.to = to, .name = name, .terminal = ask->terminal, .terminal_arg = ask->terminal_arg
	};

	if (format == PRINT_PDF && !pdf_make(conf, bytes, e))
		return false;
	d.bytes = str_get(bytes);
	d.n = bytes->len;
	d.raw = format == PRINT_ESCPOS || format == PRINT_ESCP;
	return deliver(conf, &d, e);
}

/* The bytes of all copies, each with its own number. */
static bool render_copies(struct job *j, int copies, struct str *out, struct err *e)
{
	for (int i = 0; i < copies; i++) {
		struct str text = { 0 };
		bool ok = paper_render(j->ctx.db, &j->who, &j->paper, &text, e);

		ok = ok && page_add(out, &text, j->format, j->paper.form->size, j->paper.columns,
				    j->paper.codes, e);
		str_free(&text);
		if (!ok)
			return false;
		if (j->target.document_id)
			j->paper.copy++;
	}
	return true;
}

static bool note(struct session *s, const struct job *j, int copies, struct err *e)
{
	struct args *args = args_new(j->arena);
	struct answer answer;
	bool ok;

	if (!j->target.document_id)
		return true;
	args_set(args, "document", arena_printf(j->arena, "#%lld", (long long)j->target.document_id));
	args_set(args, "form", j->paper.form->name);
	args_set(args, "copies", arena_printf(j->arena, "%d", copies));
	ok = command_run(s, command_find("print.done"), args, NULL, &answer, e);
	if (ok)
		str_free(&answer.extra);
	return ok;
}

/* What the paper is called in a folder: ST-261121-0001-settlement-1.txt */
static const char *file_name(const struct job *j)
{
	static const char *const ends[] = { "txt", "txt", "escpos", "escp", "pdf" };

	return arena_printf(j->arena, "%s-%s-%d.%s", text_brief((char[TEXT_BRIEF]){ 0 }, j->ask->number),
			    j->paper.form->name, j->paper.copy ? j->paper.copy : 1, ends[j->format]);
}

bool print_document(struct session *s, const struct conf *conf, const struct print_ask *ask, struct err *e)
{
	int copies = ask->copies > 0 ? ask->copies : 1;
	struct str bytes = { 0 };
	const char *name;
	struct job j;
	bool ok = job_open(&j, s, conf, ask, e) && may_print(&j.ctx, j.to, conf, e);

	name = ok ? file_name(&j) : "";
	ok = ok && render_copies(&j, copies, &bytes, e) && send(conf, ask, j.to, name, j.format, &bytes, e) &&
	     note(s, &j, copies, e);
	str_free(&bytes);
	job_close(&j);
	return ok;
}

/* The oldest paper that waits; false when none does. */
static bool next_waiting(struct session *s, struct arena *a, int64_t after, struct print_ask *ask,
			 int64_t *ret_id)
{
	struct cur *c = db_open(
	    shop_reader(session_shop(s)),
	    SQL("SELECT q.id, d.number, q.template FROM print_job q JOIN document d ON d.id = q.document_id "
		"WHERE q.state = 'queued' AND q.id > :after ORDER BY q.id LIMIT 1"),
	    BIND(B_INT("after", after)));

	if (!cur_next(c))
		return false;
	*ret_id = cur_int(c, 0);
	ask->number = arena_strdup(a, cur_text(c, 1));
	ask->form = arena_strdup(a, cur_text(c, 2));
	cur_close(c);
	return true;
}

bool print_waiting(struct session *s, const struct conf *conf, const struct print_ask *asked,
		   int *ret_printed, struct err *e)
{
	struct print_ask ask = *asked;
	struct arena *a = arena_new();
	int64_t id = 0;
	bool ok = true;

	*ret_printed = 0;
	while (ok && next_waiting(s, a, id, &ask, &id)) {
		ok = print_document(s, conf, &ask, e);
		*ret_printed += ok;
	}
	arena_free(a);
	return ok;
}

/* The printer for that form, for prints that people start from a screen. */
static const char *own_printer(const struct conf *conf, const char *form, struct arena *a, struct err *e)
{
	const char *to = printer_for(conf, form, a);

	if (!to && *conf_text(conf, "printer.default"))
		to = conf_text(conf, "printer.default");
	if (to && deliver_kind(to) != DELIVER_OUTPUT && deliver_kind(to) != DELIVER_FILE)
		return to;
	err_set(e, ERR_UNAVAILABLE,
		N_("No printer is set up on this machine; name one as printer.default in its settings"));
	return NULL;
}

bool print_again(struct session *s, const struct conf *conf, const struct print_ask *asked, struct err *e)
{
	struct arena *a = arena_new();
	struct print_ask ask = *asked;
	bool ok;

	ask.to = own_printer(conf, ask.form ? ask.form : "", a, e);
	ok = ask.to && print_document(s, conf, &ask, e);
	arena_free(a);
	return ok;
}

static bool list_bytes(struct ctx *ctx, const struct conf *conf, const struct view_query *q,
		       const struct printer *p, struct str *out, struct err *e)
{
	const char *set = conf_text(conf, "printer.language");
	int columns = p->columns >= PAPER_NARROWEST ? p->columns : FORM_PAGE_COLUMNS;
	struct str text = { 0 };
	struct view_who who;
	bool ok;

	session_who(ctx, &who);
	who.lang = strcmp(set, "auto") ? lang_find(set) : who.lang;
	ok = paper_list(ctx->db, q, &who, columns, &text, e) &&
	     page_add(out, &text, p->format, columns < FORM_WIDE ? FORM_ROLL : FORM_PAGE, columns, false, e);
	str_free(&text);
	return ok;
}

bool print_list(struct session *s, const struct conf *conf, const struct print_ask *ask,
		const struct view_query *q, const char **ret_where, struct err *e)
{
	struct arena *a = arena_new();
	const char *to = own_printer(conf, "", a, e);
	struct printer p = printer_find(conf, to ? to : "", a);
	struct answer answer = { 0 };
	struct str bytes = { 0 };
	struct ctx ctx;
	bool ok;

	session_ctx(s, a, &answer, &ctx);
	ok = to && may_print(&ctx, to, conf, e) && list_bytes(&ctx, conf, q, &p, &bytes, e) &&
	     send(conf, ask, to, q->view->name, p.format, &bytes, e);
	if (ok)
		*ret_where = conf_text(conf, "printer.default");
	str_free(&bytes);
	arena_free(a);
	return ok;
}

bool drawer_open(const struct conf *conf, const struct print_ask *ask, struct err *e)
{
	struct delivery d = { .to = conf_text(conf, "printer.drawer"),
			      .name = "drawer",
			      .bytes = ESCPOS_DRAWER,
			      .n = sizeof ESCPOS_DRAWER - 1,
			      .raw = true,
			      .terminal = ask->terminal,
			      .terminal_arg = ask->terminal_arg };

	return deliver(conf, &d, e);
}
