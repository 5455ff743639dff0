/* desk_drafts.c - what was typed and not booked: kept one for each screen and what it was opened with, offered again at
 * login. */
#include <stdio.h>
#include <string.h>

#include "app/desk_priv.h"
#include "base/date.h"
#include "db/state.h"
#include "ui/panel.h"

#define DRAFT_DAYS 7

/* ---- keeping them ---- */

static char *draft_key(struct arena *a, const char *screen, const char *param)
{
	return arena_printf(a, "%s %s", screen, param ? param : "");
}

void desk_keep_draft(void *arg, const char *screen, const char *param, const char *text)
{
	const struct desk *d = arg;
	struct arena *a = arena_new();
	const char *key = draft_key(a, screen, param);

	if (text)
		state_draft_put(desk_state(d), d->user_id, screen, key, text, desk_now(d));
	else
		state_draft_drop(desk_state(d), d->user_id, key);
	arena_free(a);
}

static size_t drafts(const struct desk *d, struct arena *a, struct state_draft **ret)
{
	return state_drafts(desk_state(d), d->user_id, desk_now(d) - DRAFT_DAYS * 86400, a, ret);
}

char *desk_draft(void *arg, struct arena *a, const char *screen, const char *param)
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

void desk_drafts_offer(struct desk *d, struct arena *a)
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
