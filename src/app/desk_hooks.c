/* desk_hooks.c - what the program does for the console: people, their choices, their first screen. */
#include "app/desk_hooks.h"

#include <unistd.h>

#include "app/desk_priv.h"
#include "db/state.h"
#include "domain/search.h"
#include "domain/user.h"

struct db *desk_state(const struct desk *d)
{
	return shop_state(d->cli->shop);
}

int64_t desk_now(const struct desk *d)
{
	struct arena *a = arena_new();
	struct ctx ctx;

	session_ctx(d->cli->session, a, NULL, &ctx);
	arena_free(a);
	return ctx.now;
}

/* ---- choices of the person ---- */

char *desk_get(void *arg, struct arena *a, const char *name)
{
	const struct desk *d = arg;

	return state_get(desk_state(d), a, d->user_id, name);
}

void desk_put(void *arg, const char *name, const char *value)
{
	const struct desk *d = arg;

	state_put(desk_state(d), d->user_id, name, value);
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

void desk_arrived(struct desk *d)
{
	struct err e = { .lang = d->cli->lang };

	d->user_id = session_user_id(d->cli->session);
	desk_papers_seen(d);
	speak(d);
	state_present(desk_state(d), d->cli->terminal, d->user_id, getpid(), desk_now(d));
	console_locale(d->con);
	if (!console_open(d->con, first_screen(d, d->cli->arena), NULL, &e))
		console_error(d->con, &e);
	if (d->cli->wall)
		return;
	desk_tell(d, d->cli->arena);
	desk_drafts_offer(d, d->cli->arena);
}

struct console_hooks desk_hooks(struct desk *d)
{
	return (struct console_hooks){
		.get = desk_get,
		.put = desk_put,
		.keep_draft = desk_keep_draft,
		.draft = desk_draft,
		.known_code = known_code,
		.print = desk_print_shown,
		.print_now = desk_print_now,
		.made = desk_made,
		.heard = desk_heard,
		.settled = desk_settled,
		.export_rows = desk_export_rows,
		.lockable = lockable,
		.unlock = unlock,
		.approve = approve,
		.login = login,
		.arrived = arrived,
		.arg = d,
	};
}
