/* desk.c - a console on a new shop file with a terminal made of a list of keys. */
#include "tests/ui/desk.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "domain/role.h"
#include "domain/user.h"

/* ---- the terminal ---- */

static void show(void *arg, const struct canvas *c)
{
	(void)arg;
	(void)c;
}

static bool key(void *arg, int ms, struct key_event *ret)
{
	(void)arg;
	(void)ms;
	ret->key = K_GONE;
	return true;
}

static bool quiet(void *arg, int ms)
{
	(void)ms;
	return !((struct desk *)arg)->busy;
}

static void size(void *arg, int *rows, int *cols)
{
	*rows = ((struct desk *)arg)->rows;
	*cols = ((struct desk *)arg)->cols;
}

static void nothing(void *arg)
{
	(void)arg;
}

/* ---- the program around ---- */

static void put(void *arg, const char *name, const char *value)
{
	struct desk *d = arg;

	snprintf(d->kept_name, sizeof d->kept_name, "%s", name);
	snprintf(d->kept, sizeof d->kept, "%s", value ? value : "");
}

static char *get(void *arg, struct arena *a, const char *name)
{
	struct desk *d = arg;

	return strcmp(name, d->kept_name) == 0 ? arena_strdup(a, d->kept) : NULL;
}

static void keep_draft(void *arg, const char *screen, const char *param, const char *text)
{
	struct desk *d = arg;

	(void)screen;
	(void)param;
	snprintf(d->draft, sizeof d->draft, "%s", text ? text : "");
}

static char *draft(void *arg, struct arena *a, const char *screen, const char *param)
{
	struct desk *d = arg;

	(void)screen;
	(void)param;
	return d->draft[0] ? arena_strdup(a, d->draft) : NULL;
}

static bool known_code(void *arg, const char *code)
{
	return strcmp(((struct desk *)arg)->known, code) == 0;
}

static bool print(void *arg, const char *form, const char *const *number, size_t n, struct err *e)
{
	struct desk *d = arg;

	(void)form;
	(void)e;
	d->printed[0] = '\0';
	for (size_t i = 0; i < n; i++)
		snprintf(d->printed + strlen(d->printed), sizeof d->printed - strlen(d->printed), "%s%s",
			 i ? " " : "", number[i]);
	return true;
}

static bool lockable(void *arg, struct err *e)
{
	return !((struct desk *)arg)->no_pin || err_set(e, ERR_NO, "No PIN would open it");
}

static bool export_rows(void *arg, struct arena *a, const struct view_query *q, bool paper, char **ret_where,
			struct err *e)
{
	struct desk *d = arg;

	(void)paper;
	(void)e;
	snprintf(d->saved, sizeof d->saved, "%s", q->view->name);
	*ret_where = arena_printf(a, "%s.csv", q->view->name);
	return true;
}

static bool unlock(void *arg, const char *pin, struct err *e)
{
	(void)arg;
	return strcmp(pin, "1234") == 0 || err_set(e, ERR_DENIED, "Wrong PIN");
}

static bool approve(void *arg, const char *name, const char *pin, int64_t *ret_user, struct err *e)
{
	return user_prove(((struct desk *)arg)->session, name, pin, ret_user, e);
}

static int64_t now(void *arg)
{
	return ((struct desk *)arg)->now;
}

/* ---- setting up ---- */

static void must(bool ok, const struct err *e)
{
	if (!ok)
		fail_msg("%s", e->text);
}

void desk_open(struct desk *d, const struct screen *screens)
{
	struct err e = { 0 };
	int64_t user = 0;
	int fd;

	*d = (struct desk){ .now = 1795255500, .rows = 24, .cols = 80 };
	snprintf(d->path, sizeof d->path, "%s/workbay-ui-XXXXXX",
		 getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp");
	fd = mkstemp(d->path);
	assert_true(fd >= 0);
	close(fd);
	unlink(d->path);
	d->shop = shop_create(d->path, &e);
	must(d->shop != NULL, &e);
	d->session = session_new(
	    d->shop, &(struct session_options){ .clock = now, .clock_arg = d, .terminal = "desk" });
	must(setup_shop(d->session, &(struct setup){ .shop_name = "Riverside Garage", .user = "admin" },
			&user, &e),
	     &e);
	session_user(d->session, user);
	d->options = (struct console_options){
		.display = { show, key, quiet, size, nothing, nothing, d },
		.session = d->session,
		.screens = screens,
		.shop = "Riverside Garage",
		.hooks = { .get = get,
			   .put = put,
			   .keep_draft = keep_draft,
			   .draft = draft,
			   .known_code = known_code,
			   .print = print,
			   .export_rows = export_rows,
			   .lockable = lockable,
			   .unlock = unlock,
			   .approve = approve,
			   .arg = d },
	};
	d->con = console_new(&d->options);
}

void desk_close(struct desk *d)
{
	static const char *const more[] = { "",       "-wal",       "-shm",       "-queue",     "-lock",
					    "-state", "-state-wal", "-state-shm", "-state-lock" };
	char name[240];

	console_free(d->con);
	session_free(d->session);
	shop_close(d->shop);
	for (size_t i = 0; i < sizeof more / sizeof *more; i++) {
		snprintf(name, sizeof name, "%s%s", d->path, more[i]);
		unlink(name);
	}
}

void desk_script(struct desk *d, const char *sql)
{
	char *why = NULL;

	if (sqlite3_exec(db_handle(shop_writer(d->shop)), sql, NULL, NULL, &why) != SQLITE_OK)
		fail_msg("%s", why);
}

int64_t desk_int(struct desk *d, const char *sql)
{
	sqlite3_stmt *st;
	int64_t got = -1;

	if (sqlite3_prepare_v2(db_handle(shop_reader(d->shop)), sql, -1, &st, NULL) != SQLITE_OK)
		fail_msg("%s: %s", sql, sqlite3_errmsg(db_handle(shop_reader(d->shop))));
	if (sqlite3_step(st) == SQLITE_ROW)
		got = sqlite3_column_int64(st, 0);
	sqlite3_finalize(st);
	return got;
}

void desk_do(struct desk *d, const char *command, ...)
{
	struct err e = { 0 };
	struct answer answer = { 0 };
	struct arena *a = arena_new();
	struct args *args = args_new(a);
	const char *name;
	va_list ap;

	va_start(ap, command);
	while ((name = va_arg(ap, const char *)))
		args_set(args, name, va_arg(ap, const char *));
	va_end(ap);
	must(command_run(d->session, command_find(command), args, NULL, &answer, &e), &e);
	str_free(&answer.extra);
	arena_free(a);
}

void desk_sits(struct desk *d, const char *user, const char *lang)
{
	if (user)
		session_user(d->session, user_named(shop_reader(d->shop), user));
	if (lang)
		session_lang(d->session, lang_find(lang));
	console_locale(d->con);
}

void desk_go(struct desk *d, const char *screen, const char *with)
{
	struct err e = { 0 };
	struct arena *a = arena_new();
	struct args *args = args_new(a);
	const char *eq = with ? strchr(with, '=') : NULL;

	if (eq)
		args_set(args, arena_strndup(a, with, (size_t)(eq - with)), eq + 1);
	must(console_open(d->con, screen, args, &e), &e);
	arena_free(a);
	console_draw(d->con);
}

/* ---- driving ---- */

static void give(struct desk *d, const struct key_event *ev)
{
	console_key(d->con, ev);
	console_draw(d->con);
}

void desk_type(struct desk *d, const char *text)
{
	while (*text) {
		struct key_event ev = key_text(text);

		ev.burst = 1;
		text += strlen(ev.ch);
		give(d, &ev);
	}
}

void desk_scan(struct desk *d, const char *code)
{
	struct key_event end = { .key = K_ENTER, .text = code, .burst = (int)strlen(code) };

	d->busy = true;
	for (int i = 0; code[i]; i++) {
		char one[2] = { code[i], 0 };
		struct key_event ev = key_text(one);

		ev.burst = i + 1;
		give(d, &ev);
	}
	d->busy = false;
	give(d, &end);
}

void desk_paste(struct desk *d, const char *text)
{
	give(d, &(struct key_event){ .key = K_PASTE, .text = text });
}

static enum key_code named(const struct desk *d, const char *name, size_t n)
{
	static const struct {
		const char *name;
		enum key_code key;
	} names[] = { { "Enter", K_ENTER },     { "Tab", K_TAB },   { "BackTab", K_BACKTAB },
		      { "Up", K_UP },           { "Down", K_DOWN }, { "Left", K_LEFT },
		      { "Right", K_RIGHT },     { "Home", K_HOME }, { "End", K_END },
		      { "PgUp", K_PGUP },       { "PgDn", K_PGDN }, { "Backspace", K_BACKSPACE },
		      { "Del", K_DEL },         { "Ins", K_MODE },  { "Esc", K_BACK },
		      { "AltEnter", K_NEWLINE } };
	struct keymap km;

	(void)d;
	keymap_init(&km, KEYS_DEFAULT);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (strlen(names[i].name) == n && strncmp(names[i].name, name, n) == 0)
			return names[i].key;
	if (*name == 'F')
		return (enum key_code)km.f[strtol(name + 1, NULL, 10)];
	if (*name == '^')
		return (enum key_code)km.ctrl[name[1] - '@'];
	fail_msg("no key %s", name);
	return K_NONE;
}

void desk_press(struct desk *d, const char *keys)
{
	while (*keys) {
		size_t n = strcspn(keys, " ");
		struct key_event ev = { .ctrl = *keys == '^' };

		if (n == 5 && strncmp(keys, "Space", 5) == 0)
			ev = key_text(" ");
		else if (n == 1)
			ev = key_text(keys);
		else
			ev.key = named(d, keys, n);
		give(d, &ev);
		keys += n + strspn(keys + n, " ");
	}
}

void desk_rest(struct desk *d)
{
	for (int i = 0; i < 10 && console_rest(d->con); i++)
		;
	console_draw(d->con);
}

/* ---- looking ---- */

static void dump(struct desk *d)
{
	struct str s = { 0 };

	canvas_dump(console_draw(d->con), &s);
	fprintf(stderr, "%s---\n", str_get(&s));
	str_free(&s);
}

static bool row_has(struct desk *d, int y, const char *text)
{
	struct str s = { 0 };
	bool has;

	canvas_row_text(console_draw(d->con), y, &s);
	has = strstr(str_get(&s), text) != NULL;
	str_free(&s);
	return has;
}

static int row_of(struct desk *d, const char *text)
{
	for (int y = 0; y < d->rows; y++)
		if (row_has(d, y, text))
			return y;
	return -1;
}

void desk_is(struct desk *d, const char *sql, int64_t want)
{
	int64_t got = desk_int(d, sql);

	if (got == want)
		return;
	dump(d);
	fail_msg("%s: %lld, not %lld", sql, (long long)got, (long long)want);
}

void desk_sees(struct desk *d, const char *text)
{
	if (row_of(d, text) >= 0)
		return;
	dump(d);
	fail_msg("the screen does not have \"%s\"", text);
}

void desk_sees_not(struct desk *d, const char *text)
{
	if (row_of(d, text) < 0)
		return;
	dump(d);
	fail_msg("the screen has \"%s\"", text);
}

void desk_row_has(struct desk *d, int y, const char *text)
{
	if (row_has(d, y < 0 ? d->rows + y : y, text))
		return;
	dump(d);
	fail_msg("row %d does not have \"%s\"", y, text);
}

/* True when the cells from x on hold the text (ASCII). */
static bool cells_hold(const struct canvas *c, int y, int x, const char *text)
{
	for (; *text; text++, x++)
		if (canvas_at(c, y, x).cp != (uint32_t)*text)
			return false;
	return true;
}

enum role desk_role(struct desk *d, const char *text)
{
	const struct canvas *c = console_draw(d->con);

	for (int y = 0; y < d->rows; y++)
		for (int x = 0; x < d->cols; x++)
			if (cells_hold(c, y, x, text))
				return (enum role)canvas_at(c, y, x).role;
	desk_sees(d, text);
	return ROLE_COUNT;
}

void desk_caret_in(struct desk *d, const char *text)
{
	int y, x;

	canvas_caret_at(console_draw(d->con), &y, &x);
	desk_row_has(d, y, text);
}

void desk_is_sound(struct desk *d)
{
	const struct canvas *c = console_draw(d->con);
	int y, x;

	canvas_caret_at(c, &y, &x);
	assert_in_range(y, 0, d->rows - 1);
	assert_in_range(x, 0, d->cols - 1);
	for (y = 0; y < d->rows; y++)
		for (x = 0; x < d->cols; x++) {
			struct cell at = canvas_at(c, y, x);

			if (at.width == 2)
				assert_int_equal(canvas_at(c, y, x + 1).width, 0);
			if (at.width == 0)
				assert_int_equal(canvas_at(c, y, x - 1).width, 2);
		}
}

int desk_end(void **state)
{
	desk_close(*state);
	free(*state);
	return 0;
}

void desk_menus(struct desk *d, const char *const *menus)
{
	d->options.menus = menus;
	console_free(d->con);
	d->con = console_new(&d->options);
}
