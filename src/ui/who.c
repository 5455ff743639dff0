/* who.c - a name and a PIN, one below the other. */
#include "ui/who.h"

#define NAME_MOST 40
#define PIN_MOST  64

void who_init(struct who *w, const char *name)
{
	edit_init(&w->name, name ? name : "", NAME_MOST, 0);
	edit_init(&w->pin, "", PIN_MOST, EDIT_SECRET);
	w->at_pin = name && *name;
}

void who_free(struct who *w)
{
	edit_free(&w->name);
	edit_free(&w->pin);
}

void who_again(struct who *w)
{
	edit_set(&w->pin, "");
}

static void field_draw(struct canvas *c, int y, const struct who_place *at, const char *label,
		       struct edit *ed, bool focus)
{
	canvas_put(c, y, at->x, at->label_w, -1, ROLE_LABEL, label);
	edit_draw(ed, c, (struct rect){ y, at->x + at->label_w + 1, 1, WHO_WIDTH },
		  focus ? ROLE_FOCUS : ROLE_FIELD, focus);
}

void who_draw(struct who *w, struct canvas *c, const char *name_label, const char *pin_label,
	      const struct who_place *at)
{
	field_draw(c, at->y, at, name_label, &w->name, !w->at_pin);
	field_draw(c, at->y + at->step, at, pin_label, &w->pin, w->at_pin);
}

static enum who_did enter(struct who *w)
{
	bool named = !edit_empty(&w->name), ready = w->at_pin && named;

	w->at_pin = named;
	return ready ? WHO_READY : WHO_TOOK;
}

enum who_did who_key(struct who *w, const struct key_event *ev)
{
	switch ((int)ev->key) {
	case K_ENTER:
	case K_SAVE:
		return enter(w);
	case K_TAB:
	case K_BACKTAB:
	case K_UP:
	case K_DOWN:
		w->at_pin = !w->at_pin;
		return WHO_TOOK;
	case K_SCAN:
	case K_PASTE:
		return WHO_TOOK;
	case K_REFRESH:
	case K_BAD:
		return WHO_NOT_MINE;
	case K_BACKSPACE:
		if (w->at_pin && edit_empty(&w->pin)) {
			w->at_pin = false; /* the name was wrong */
			return WHO_TOOK;
		}
		/* fall through */
	default:
		edit_key(w->at_pin ? &w->pin : &w->name, ev);
		return WHO_TOOK;
	}
}
