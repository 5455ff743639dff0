/* keys.h - keys as the screens see them: what a key means, not which bytes a terminal sends for it. */
#ifndef WORKBAY_KEYS_H
#define WORKBAY_KEYS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/err.h"
#include "base/lang.h"

enum key_code {
	K_NONE,
#define KEY(ident, ...) K_##ident,
#include "ui/keys.def"
#undef KEY
	K_ACTIONS, /* how many keys there are in the list above, and one */
	K_ENTER = K_ACTIONS,
	K_TAB,
	K_BACKTAB,
	K_UP,
	K_DOWN,
	K_LEFT,
	K_RIGHT,
	K_HOME,
	K_END,
	K_PGUP,
	K_PGDN,
	K_BACKSPACE,
	K_DEL,
	K_MODE,    /* Ins: the mode of a document */
	K_NEWLINE, /* Alt-Enter: a new line in a text area */
	K_SPACE,   /* in tables of keys only; typed it is K_TEXT */
	K_ADD,     /* in tables of keys only: '+' */
	K_LESS,    /* in tables of keys only: '-' */
	K_MENU,    /* in tables of keys only: an action that stands in the menu of Enter and has no key */
	K_TEXT,    /* one character */
	K_PASTE,   /* a pasted text, newlines as they came */
	K_SCAN,    /* a scanner's burst, known by its prefix or confirmed by the console */
	K_RESIZE,  /* the terminal has another size */
	K_BAD,     /* bytes that are not UTF-8 */
	K_GONE,    /* the terminal is gone, or the program is asked to end */
};

#define BURST_LEAST 6  /* a scan has at least so many characters */
#define BURST_GAP   30 /* and milliseconds between them at most */

struct key_event {
	enum key_code key;
	char ch[8];       /* K_TEXT: the character in UTF-8 */
	const char *text; /* K_PASTE, K_SCAN: all of it; Enter and Tab behind a burst: the burst. Until the
			     next key. */
	bool ctrl;        /* an action that came by its control letter */
	int burst; /* the place of this character in its burst, 1 the first; Enter, Tab: its length, or 0 */
};

/* Which action an F key (1 to 12) and a control letter ('A' to 'Z') stand for. */
struct keymap {
	unsigned char f[13], ctrl[27];
};

enum key_preset { KEYS_DEFAULT, KEYS_KIS, KEYS_YONGYOU, KEYS_GUANJIAPO, KEYS_PRESETS };

/* The name of a preset as it stands in the settings; NULL past the last. */
const char *key_preset_name(enum key_preset p);
void keymap_init(struct keymap *km, enum key_preset p);

/* Binds "f5" or "^L" to the action of this name, taking it from the action that had it. */
bool keymap_bind(struct keymap *km, const char *at, const char *action, struct err *e);

/* The action by its name; K_NONE when there is none. */
enum key_code key_find(const char *name);
const char *key_word(enum key_code k);
/* English msgids; "" for keys outside the list. */
const char *key_label(enum key_code k);
const char *key_help(enum key_code k);

/* The F key or control letter of an action, 0: none. */
int keymap_f(const struct keymap *km, enum key_code k);
char keymap_ctrl(const struct keymap *km, enum key_code k);

/* How an action's key is called on the key bar: "F9", or "^Y" on a terminal without F keys; also "Del",
 * "Space". */
void keymap_text(const struct keymap *km, enum key_code k, bool no_f, char buf[8]);

/* The F key for a digit row character behind the gold key or Alt: '1'..'9','0','-','='; 0: none. */
int key_gold(char c);

/* The ASCII character of a K_TEXT event with full-width forms folded (？＊。、＃＋－　 and digits); 0 for
 * others. */
char key_char(const struct key_event *ev);

/* A K_TEXT event for one character. */
struct key_event key_text(const char *utf8);

#endif
