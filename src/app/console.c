/* console.c - opening the console: the terminal, login, the home screen. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/cli.h"
#include "app/desk_hooks.h"
#include "db/state.h"
#include "domain/setting.h"
#include "domain/user.h"
#include "screens/screens.h"
#include "ui/login.h"
#include "ui/term.h"

/* ---- the terminal, as the settings of the machine want it ---- */

static enum line_drawing lines_of(const char *name)
{
	static const char *const names[] = { "auto", "unicode", "acs", "ascii" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (!strcmp(names[i], name))
			return (enum line_drawing)i;
	return LINES_AUTO;
}

static bool keys_of(const struct conf *conf, struct keymap *ret, struct err *e)
{
	const char *preset = conf_text(conf, "console.keys"), *key, *action;
	enum key_preset p = KEYS_DEFAULT;

	while (key_preset_name(p) && strcmp(key_preset_name(p), preset) != 0)
		p++;
	keymap_init(ret, key_preset_name(p) ? p : KEYS_DEFAULT);
	for (size_t i = 0; conf_key(conf, i, &key, &action); i++)
		if (!keymap_bind(ret, key, action, e))
			return false;
	return true;
}

static struct terminal *terminal_take(struct cli *cli, const struct keymap *keys)
{
	struct term_options o = {
		.escape_delay = (int)conf_number(cli->conf, "console.escape_delay"),
		.lines = lines_of(conf_text(cli->conf, "console.line_drawing")),
		.mono = !strcmp(conf_text(cli->conf, "console.colour"), "never"),
		.escape_digit = conf_bool(cli->conf, "console.esc_digit"),
		.keys = keys,
	};

	if (*conf_text(cli->conf, "scanner.prefix"))
		o.scan_prefix = conf_text(cli->conf, "scanner.prefix");
	return term_open(&o, &cli->err);
}

/* Something is on the screen before the shop file is read: where a name was given, its login, which is typed into as
 * soon as the file is open. */
static void first_paint(struct cli *cli, const struct display *d)
{
	int rows, cols;
	struct canvas *c;

	d->size(d->arg, &rows, &cols);
	c = canvas_new(rows, cols);
	canvas_put(c, 0, 0, cols, -1, ROLE_TITLE, " workbay");
	canvas_put(c, rows - 2, 0, cols, -1, ROLE_HINT, tr(cli->lang, N_("Opening the shop ...")));
	canvas_caret(c, rows - 2, 0);
	if (cli->user)
		login_paint(c, cli->lang, cli->user);
	d->show(d->arg, c);
	canvas_free(c);
}

/* ---- the shop ---- */

struct waits {
	struct cli *cli;
	struct console *con;
};

/* Somebody else holds the shop file: said on the message line while this terminal waits. */
static void waits_say(void *arg, const char *holder)
{
	const struct waits *w = arg;
	char text[200];

	if (!w->con)
		return;
	snprintf(text, sizeof text, tr(console_lang(w->con), N_("waiting: %s holds the shop file")), holder);
	console_say(w->con, text);
	console_draw(w->con);
}

/* The person who is bound to the account of the machine needs no PIN, unless another name was given. */
static bool is_known(struct cli *cli)
{
	int64_t user = user_of_account(shop_reader(cli->shop), cli_account(cli));

	if (!user || (cli->user && user_named(shop_reader(cli->shop), cli->user) != user))
		return false;
	session_user(cli->session, user);
	return true;
}

static void work(struct cli *cli, struct desk *desk)
{
	struct db *state = shop_state(cli->shop);

	if (is_known(cli))
		desk_arrived(desk);
	else
		login_open(desk->con, cli->user);
	console_loop(desk->con);
	state_gone(state, cli->terminal, getpid());
}

/* The screens there are: all, or for a wall that one alone. */
static const struct screen *screens_of(const struct cli *cli, struct screen ret[2])
{
	ret[0] = ret[1] = (struct screen){ 0 };
	for (const struct screen *s = screen_all; cli->wall && s->name; s++)
		if (!strcmp(s->name, cli->screen))
			ret[0] = *s;
	return cli->wall ? ret : screen_all;
}

static void shop_work(struct cli *cli, struct terminal *t, const struct keymap *keys, struct waits *w)
{
	struct desk desk = { .cli = cli, .terminal = t };
	struct screen only[2];
	struct console_options o = {
		.display = term_display(t),
		.session = cli->session,
		.screens = screens_of(cli, only),
		.menus = screen_menus,
		.shop = setting_text(shop_reader(cli->shop), cli->arena, SETTING_SHOP_NAME),
		.keys = keys,
		.no_f = term_lacks_f_keys(t),
		.practice = !strcmp(shop_meta(cli->shop, "kind"), "practice"),
		.lock_after = cli->wall ? 0 : (int)conf_number(cli->conf, "console.idle_lock"),
		.hooks = desk_hooks(&desk),
	};

	if (!*o.shop)
		o.shop = "workbay";
	desk.con = w->con = console_new(&o);
	work(cli, &desk);
	console_free(desk.con);
	w->con = NULL;
}

int cli_console(struct cli *cli)
{
	struct waits w = { .cli = cli };
	struct keymap keys;
	struct terminal *t;
	struct display d;

	if (!isatty(0) || !isatty(1)) {
		err_set(&cli->err, ERR_USAGE,
			N_("The console needs a terminal. “workbay help” lists what runs without one"));
		return cli_fail(cli);
	}
	if (!keys_of(cli->conf, &keys, &cli->err) || !(t = terminal_take(cli, &keys)))
		return cli_fail(cli);
	d = term_display(t);
	first_paint(cli, &d);
	cli->waiting = waits_say;
	cli->waiting_arg = &w;
	if (cli_open_nobody(cli, SHOP_WORK) && cli_till(cli))
		shop_work(cli, t, &keys, &w);
	term_close(t);
	return cli->err.code ? cli_fail(cli) : 0;
}
