/* way.c - where a command is found in the console. */
#include "ui/way.h"

#include "base/str.h"
#include "ui/console_priv.h"
#include "ui/screen.h"

/* The way to a screen or command: a screen of the menu, and the key to press there. */
struct way {
	const struct screen *screen;
	enum key_code key; /* K_NONE: the screen itself is it */
};

static bool in_menu(struct look *l, const struct screen *s)
{
	return (s->common->menu || s->common->code) && screen_for(&l->ctx, s);
}

static bool key_fits(const struct key *k, const char *command, const char *form)
{
	return (k->runs && !strcmp(k->runs, command)) || (form && k->opens && !strcmp(k->opens, form));
}

/* The key of the screen that runs the command or opens its form; false: none. */
static bool key_to(const struct screen *s, const char *command, const char *form, enum key_code *ret)
{
	const struct document *d = s->type == TYPE_DOCUMENT ? s->table : NULL;

	for (const struct key *k = s->common->keys; k && k->at; k++)
		if (key_fits(k, command, form)) {
			*ret = k->at;
			return true;
		}
	for (size_t i = 0; d && i < NEXT_STEPS && d->next[i].at; i++)
		if (key_fits(&d->next[i], command, form)) {
			*ret = d->next[i].at;
			return true;
		}
	for (size_t i = 0; d && i < ENTRY_KINDS && d->entry.adds[i].runs; i++)
		if (!strcmp(d->entry.adds[i].runs, command)) {
			*ret = K_NONE;
			return true;
		}
	return false;
}

/* Its own form in the menu first; else a screen of the menu with a key for it. */
static bool way_find(struct look *l, const struct command *c, struct way *ret)
{
	const struct screen *all = l->con->o.screens;
	const char *form = NULL;

	for (const struct screen *s = all; s && s->name; s++) {
		const struct form *f = screen_form(s);

		if (!f || strcmp(f->runs, c->name))
			continue;
		if (in_menu(l, s)) {
			*ret = (struct way){ s, K_NONE };
			return true;
		}
		form = form ? form : s->name;
	}
	for (const struct screen *s = all; s && s->name; s++)
		if (in_menu(l, s) && key_to(s, c->name, form, &ret->key)) {
			ret->screen = s;
			return true;
		}
	return false;
}

static void way_add(struct str *s, struct look *l, const struct command *c)
{
	struct console *con = l->con;
	struct way way;
	char key[8];

	if (!(c->anyone || may_right(&l->ctx, c->name)) || !way_find(l, c, &way)) {
		str_add(s, tr(con->lang, c->title));
		return;
	}
	keymap_text(&con->keys, K_PALETTE, con->o.no_f, key);
	str_addf(s, "%s ", key);
	if (way.screen->common->code)
		str_addf(s, "%d ", way.screen->common->code);
	str_add(s, tr(con->lang, way.screen->common->title));
	if (way.key && way.key != K_MENU && way.key != K_ENTER) {
		keymap_text(&con->keys, way.key, con->o.no_f, key);
		str_addf(s, " %s", key);
	}
}

#define WORDS "abcdefghijklmnopqrstuvwxyz_."

/* Names of commands with commas between them, to the end of the bracket: their ways in `out`; false: it is something
 * else. */
static bool commands_said(struct look *l, const char *in, size_t len, struct str *out)
{
	const char *end = in + len;

	while (in < end) {
		size_t word = strspn(in, WORDS);
		const struct command *c;

		if (in + word > end || !word)
			return false;
		c = command_find(arena_strndup(l->arena, in, word));
		if (!c)
			return false;
		way_add(out, l, c);
		in += word;
		word = strcspn(in, WORDS);
		if (in + word > end)
			word = (size_t)(end - in);
		str_addn(out, in, word);
		in += word;
	}
	return true;
}

/* An opening bracket of either width at `at`, and how many bytes its inside has; NULL: none that is closed. */
static const char *bracket(const char *at, size_t *ret_len, const char **ret_behind)
{
	bool wide = !strncmp(at, "（", strlen("（"));
	const char *inside = at + (wide ? strlen("（") : 1), *shut;

	if (!wide && *at != '(')
		return NULL;
	shut = strstr(inside, wide ? "）" : ")");
	if (!shut)
		return NULL;
	*ret_len = (size_t)(shut - inside);
	*ret_behind = shut + (wide ? strlen("）") : 1);
	return inside;
}

const char *way_said(struct console *con, const char *text, struct arena *a)
{
	struct str out = { 0 };
	struct look l;
	const char *said;

	if (!strchr(text, '(') && !strstr(text, "（"))
		return text;
	look_open(con, &l);
	while (*text) {
		size_t len;
		const char *behind, *inside = bracket(text, &len, &behind);
		struct str ways = { 0 };

		if (inside && !strncmp(inside, "--", 2)) {
			if (out.len && out.s[out.len - 1] == ' ')
				out.s[--out.len] = '\0';
			text = behind;
		} else if (inside && commands_said(&l, inside, len, &ways)) {
			str_addn(&out, text, (size_t)(inside - text));
			str_add(&out, str_get(&ways));
			text = inside + len;
		} else {
			str_addc(&out, *text++);
		}
		str_free(&ways);
	}
	look_close(&l);
	said = arena_strdup(a, str_get(&out));
	str_free(&out);
	return said;
}
