/* console_priv.h - the inside of the console, for console.c and the files that draw its frame. */
#ifndef WORKBAY_CONSOLE_PRIV_H
#define WORKBAY_CONSOLE_PRIV_H

#include "ui/console.h"
#include "ui/pane.h"

#define MIN_ROWS 12
#define MIN_COLS 40

enum message_kind { MESSAGE_NONE, MESSAGE_SAY, MESSAGE_ERROR };

struct console {
	struct console_options o;
	struct keymap keys;
	struct canvas *canvas;
	struct pane *top;
	enum message_kind message_kind;
	char message[960];
	const struct lang *lang;
	char user[64];
	int64_t now; /* of the last key, for the clock in the title */
	int offset_minutes;
	int64_t minute;       /* since 1970, when it was last watched */
	int64_t version;      /* the shop's data version that was last read */
	int64_t last_key_at;  /* seconds, for the lock */
	char last_number[40]; /* of the last document made here */
	bool just_made;       /* by the key before this one */
	bool gold, ended, leaving, locked;
};

/* May the person open the screen, and run what it is a form of? Menus leave out what they may not. */
bool screen_for(struct ctx *ctx, const struct screen *s);

/* The clock, the language and the person are read anew. */
void console_clock(struct console *con);

/* console_keys.c: does somebody type a word, so that letters are no keys? */
bool console_typing(const struct console *con);

/* frame.c: title and key bar; the message line, which is drawn last. */
void frame_draw(struct console *con);
void frame_message(struct console *con);
/* The room is too small to draw in; says so on the canvas. */
bool frame_too_small(struct console *con);

#endif
