/* keys.c - the list of keys, its presets, and names for the key bar. */
#include "ui/keys.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

static const struct key_def {
	const char *name;
	unsigned char f[KEYS_PRESETS];
	char ctrl;
	const char *label, *help;
} key_def[K_ACTIONS] = {
#define KEY(ident, name_, f_, kis, yongyou, guanjiapo, ctrl_, label_, help_)                                 \
	[K_##ident] = { .name = name_,                                                                       \
			.f = { f_, kis, yongyou, guanjiapo },                                                \
			.ctrl = ctrl_,                                                                       \
			.label = label_,                                                                     \
			.help = help_ },
#include "ui/keys.def"
#undef KEY
};

const char *key_preset_name(enum key_preset p)
{
	static const char *const name[] = { "default", "kis", "yongyou", "guanjiapo" };

	return p < KEYS_PRESETS ? name[p] : NULL;
}

void keymap_init(struct keymap *km, enum key_preset p)
{
	memset(km, 0, sizeof *km);
	for (int k = K_NONE + 1; k < K_ACTIONS; k++) {
		if (key_def[k].f[p])
			km->f[key_def[k].f[p]] = (unsigned char)k;
		if (key_def[k].ctrl)
			km->ctrl[key_def[k].ctrl - '@'] = (unsigned char)k;
	}
}

enum key_code key_find(const char *name)
{
	for (int k = K_NONE + 1; k < K_ACTIONS; k++)
		if (strcmp(key_def[k].name, name) == 0)
			return (enum key_code)k;
	return K_NONE;
}

const char *key_word(enum key_code k)
{
	return k > K_NONE && k < K_ACTIONS ? key_def[k].name : "";
}

const char *key_label(enum key_code k)
{
	return k > K_NONE && k < K_ACTIONS ? key_def[k].label : "";
}

const char *key_help(enum key_code k)
{
	return k > K_NONE && k < K_ACTIONS ? key_def[k].help : "";
}

/* The place in the map that "f5" or "^L" names; NULL for anything else and for keys that type. */
static unsigned char *keymap_place(struct keymap *km, const char *at)
{
	long n;
	char *end;

	if (at[0] == '^' && isalpha((unsigned char)at[1]) && !at[2])
		return strchr("HIJM", toupper((unsigned char)at[1]))
			   ? NULL
			   : &km->ctrl[toupper((unsigned char)at[1]) - '@'];
	if (tolower((unsigned char)at[0]) != 'f' || !isdigit((unsigned char)at[1]))
		return NULL;
	n = strtol(at + 1, &end, 10);
	return *end == '\0' && n >= 1 && n <= 12 ? &km->f[n] : NULL;
}

bool keymap_bind(struct keymap *km, const char *at, const char *action, struct err *e)
{
	unsigned char *place = keymap_place(km, at);
	enum key_code k = key_find(action);

	if (!place)
		return err_set(e, ERR_CONFIG,
			       N_("keys: \"%s\" is no key that can be set; f1 to f12 and ^A to ^Z can"), at);
	if (k == K_NONE)
		return err_set(e, ERR_CONFIG, N_("keys: there is no action \"%s\""), action);
	for (size_t i = 1; i < sizeof km->f; i++)
		if (at[0] != '^' && km->f[i] == k)
			km->f[i] = K_NONE;
	for (size_t i = 1; i < sizeof km->ctrl; i++)
		if (at[0] == '^' && km->ctrl[i] == k)
			km->ctrl[i] = K_NONE;
	*place = (unsigned char)k;
	return true;
}

int keymap_f(const struct keymap *km, enum key_code k)
{
	for (int i = 1; i <= 12; i++)
		if (km->f[i] == k)
			return i;
	return 0;
}

char keymap_ctrl(const struct keymap *km, enum key_code k)
{
	for (int i = 1; i <= 26; i++)
		if (km->ctrl[i] == k)
			return (char)('@' + i);
	return 0;
}

static const char *key_plain_name(enum key_code k)
{
	static const char *const name[K_GONE + 1] = {
		[K_ENTER] = "Enter", [K_TAB] = "Tab",   [K_UP] = "Up",     [K_DOWN] = "Down",
		[K_DEL] = "Del",     [K_PGUP] = "PgUp", [K_PGDN] = "PgDn", [K_MODE] = "Ins",
		[K_SPACE] = "Space", [K_ADD] = "+",     [K_LESS] = "-",
	};

	return name[k] ? name[k] : "";
}

void keymap_text(const struct keymap *km, enum key_code k, bool no_f, char buf[8])
{
	int f = keymap_f(km, k);
	char c = keymap_ctrl(km, k);

	if (k == K_BACK)
		snprintf(buf, 8, "Esc");
	else if (k >= K_ACTIONS)
		snprintf(buf, 8, "%s", key_plain_name(k));
	else if (f && !(no_f && c))
		snprintf(buf, 8, "F%d", f);
	else if (c)
		snprintf(buf, 8, "^%c", c);
	else
		buf[0] = '\0';
}

int key_gold(char c)
{
	if (c >= '1' && c <= '9')
		return c - '0';
	return c == '0' ? 10 : c == '-' ? 11 : c == '=' ? 12 : 0;
}

char key_char(const struct key_event *ev)
{
	uint32_t cp;

	if (ev->key != K_TEXT || text_decode(ev->ch, strlen(ev->ch), &cp) <= 0)
		return 0;
	if (cp >= 0xFF01 && cp <= 0xFF5E)
		cp -= 0xFEE0;
	else if (cp == 0x3000)
		cp = ' ';
	else if (cp == 0x3002)
		cp = '.';
	else if (cp == 0x3001)
		cp = '/';
	return cp < 0x80 ? (char)cp : 0;
}

struct key_event key_text(const char *utf8)
{
	struct key_event ev = { .key = K_TEXT };
	uint32_t cp;
	int n = text_decode(utf8, strlen(utf8), &cp);

	if (n > 0)
		memcpy(ev.ch, utf8, (size_t)n);
	return ev;
}
