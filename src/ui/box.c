/* box.c - one input of a command on the screen. */
#include "ui/box_priv.h"

#include <ctype.h>

static unsigned edit_flags(const struct field *def)
{
	if (def->type > VT_SECRET)
		return EDIT_REPLACE;
	return def->type == VT_AREA ? EDIT_AREA : def->type == VT_SECRET ? EDIT_SECRET : 0;
}

static size_t limit_of(const struct field *def)
{
	if (def->type > VT_SECRET)
		return 60;
	return def->max ? (size_t)def->max : def->type == VT_AREA ? 2000 : 200;
}

void box_init(struct box *b, const struct field *def)
{
	*b = (struct box){ .def = def, .asked = def->flags & (REQUIRED_ | STOP_) };
	edit_init(&b->edit, "", limit_of(def), edit_flags(def));
}

void box_free(struct box *b)
{
	edit_free(&b->edit);
	str_free(&b->pretty);
	str_free(&b->loaded);
}

bool box_empty(const struct box *b)
{
	return edit_empty(&b->edit);
}

int box_width(const struct field *def)
{
	static const int width[] = {
		[VT_TEXT] = 24,  [VT_AREA] = 40,   [VT_CODE] = 14,   [VT_PLATE] = 10, [VT_VIN] = 17,
		[VT_PHONE] = 14, [VT_CHOICE] = 14, [VT_SECRET] = 12, [VT_MONEY] = 12, [VT_QTY] = 10,
		[VT_INT] = 8,    [VT_RATE] = 8,    [VT_DATE] = 15,   [VT_TIME] = 16,  [VT_BOOL] = 4,
		[VT_REF] = 20,   [VT_LINES] = 0,
	};

	return width[def->type];
}

/* ---- how it reads ---- */

static void pretty_set(struct box *b, const char *text)
{
	str_clear(&b->pretty);
	str_add(&b->pretty, text);
}

static void box_prettify(struct box *b, const struct look *l)
{
	pretty_set(b, box_pretty(b, l));
}

/* ---- raw values ---- */

static bool is_id(const char *raw)
{
	return raw[0] == '#' && isdigit((unsigned char)raw[1]);
}

static void put_ref(struct box *b, struct look *l, const char *raw)
{
	const struct view *v = view_find(b->def->view);
	struct err e = { 0 };
	char *label = NULL;

	b->id = is_id(raw) ? strtoll(raw + 1, NULL, 10) : 0;
	if (v && *raw && !is_id(raw) && !view_ref(l->ctx.db, v, raw, &l->who, &b->id, &e))
		b->id = 0;
	if (b->id && v)
		label = view_ref_label(l->ctx.db, v, b->id, &l->who, l->arena);
	edit_set(&b->edit, label ? label : raw);
}

static void put_bool(struct box *b, const char *raw)
{
	bool no = strcmp(raw, "0") == 0 || strcmp(raw, "no") == 0;

	edit_set(&b->edit, !*raw ? "" : no ? "0" : "1");
}

void box_put(struct box *b, struct look *l, const char *raw)
{
	raw = raw ? raw : "";
	b->id = 0;
	if (b->def->type == VT_REF)
		put_ref(b, l, raw);
	else if (b->def->type == VT_BOOL)
		put_bool(b, raw);
	else
		edit_set(&b->edit, raw);
	box_prettify(b, l);
}

const char *box_raw(const struct box *b, struct arena *a)
{
	if (b->id)
		return arena_printf(a, "#%lld", (long long)b->id);
	return box_empty(b) ? NULL : arena_strdup(a, edit_text(&b->edit));
}

void box_choose(struct box *b, int64_t id, const char *label)
{
	edit_change(&b->edit, label);
	pretty_set(b, label);
	b->id = id;
	b->typed = true;
}

/* ---- keys ---- */

static void choose_at(struct box *b, const struct choice *c)
{
	edit_change(&b->edit, c->code);
	b->typed = true;
}

static int choices_count(const struct choice *list)
{
	int n = 0;

	while (list && list[n].code)
		n++;
	return n;
}

static bool choice_key(struct box *b, const struct look *l, const struct key_event *ev)
{
	const struct choice *list = box_choices(b, l, true), *now = box_choice(b, list);
	int n = choices_count(list), at = now ? (int)(now - list) : -1;
	char c = key_char(ev);

	if (c >= '1' && c - '1' < n && ev->burst <= 1)
		choose_at(b, &list[c - '1']);
	else if (c == ' ' && n)
		choose_at(b, &list[(at + 1) % n]);
	else if (ev->key == K_LEFT && n)
		choose_at(b, &list[(at < 0 ? 0 : at + n - 1) % n]);
	else if (ev->key == K_RIGHT && n)
		choose_at(b, &list[(at + 1) % n]);
	else if (ev->key == K_DEL || ev->key == K_BACKSPACE || ev->key == K_CLEAR) {
		edit_change(&b->edit, "");
		b->typed = true;
	} else {
		return ev->key == K_TEXT || ev->key == K_PASTE || ev->key == K_SCAN;
	}
	return true;
}

static bool bool_key(struct box *b, const struct key_event *ev)
{
	bool yes = !box_empty(b) && *edit_text(&b->edit) == '1';
	char c = key_char(ev);

	if (c == ' ' || ev->key == K_LEFT || ev->key == K_RIGHT)
		yes = !yes;
	else if (c == '1' || tolower((unsigned char)c) == 'y')
		yes = true;
	else if (c == '2' || c == '0' || tolower((unsigned char)c) == 'n')
		yes = false;
	else
		return ev->key == K_TEXT || ev->key == K_PASTE || ev->key == K_SCAN;
	if (ev->burst > 1)
		return true;
	edit_change(&b->edit, yes ? "1" : "0");
	b->typed = true;
	return true;
}

/* Amounts, days and whole numbers take no scan: it would be a price. */
static bool takes_scan(const struct box *b)
{
	return b->def->type <= VT_SECRET || b->def->type == VT_REF;
}

/* An operator behind an amount goes on with it: *2 doubles what is there. */
static bool goes_on(const struct box *b, const struct key_event *ev)
{
	char c = key_char(ev);

	return (b->def->type == VT_MONEY || b->def->type == VT_QTY) && c && strchr("+*/", c) && !box_empty(b);
}

static bool text_key(struct box *b, const struct key_event *ev)
{
	if (goes_on(b, ev))
		b->edit.touched = true;
	if (ev->key == K_SCAN) {
		edit_unburst(&b->edit);
		if (!takes_scan(b))
			return false;
	}
	if (!edit_key(&b->edit, ev))
		return false;
	b->typed = b->typed || edit_changed(&b->edit);
	if (edit_changed(&b->edit))
		b->id = 0;
	return true;
}

bool box_key(struct box *b, struct look *l, const struct key_event *ev)
{
	bool took;

	if (b->readonly)
		return false;
	if (b->def->type == VT_CHOICE)
		took = choice_key(b, l, ev);
	else if (b->def->type == VT_BOOL)
		took = bool_key(b, ev);
	else
		took = text_key(b, ev);
	if (took && b->def->type != VT_REF)
		box_prettify(b, l);
	return took;
}

/* ---- leaving ---- */

static bool leave_ref(struct box *b, struct look *l, bool *ret_look_up, struct err *e)
{
	const struct view *v = view_find(b->def->view);

	if (b->id || box_empty(b) || !v)
		return true;
	if (!view_ref(l->ctx.db, v, edit_text(&b->edit), &l->who, &b->id, e)) {
		snprintf(e->field, sizeof e->field, "%s", b->def->name);
		*ret_look_up = true;
		return false;
	}
	put_ref(b, l, arena_printf(l->arena, "#%lld", (long long)b->id));
	return true;
}

static bool leave_text(struct box *b, struct look *l, struct err *e)
{
	edit_change(&b->edit, box_plain(b, l));
	return input_takes(&l->ctx, b->def, edit_text(&b->edit), e);
}

bool box_leave(struct box *b, struct look *l, bool *ret_look_up, struct err *e)
{
	bool ok = true;

	if (b->def->type == VT_REF)
		ok = leave_ref(b, l, ret_look_up, e);
	else if (!box_empty(b) && edit_changed(&b->edit))
		ok = leave_text(b, l, e);
	if (!ok && !e->field[0])
		snprintf(e->field, sizeof e->field, "%s", b->def->name);
	box_prettify(b, l);
	return ok;
}

/* ---- drawing ---- */

static bool shows_pretty(const struct box *b)
{
	return b->def->type == VT_CHOICE || b->def->type == VT_BOOL;
}

void box_draw(struct box *b, struct canvas *c, struct rect r, bool focus)
{
	enum role role = b->readonly ? ROLE_VALUE : focus ? ROLE_FOCUS : ROLE_FIELD;
	bool number = b->def->type == VT_MONEY || b->def->type == VT_QTY || b->def->type == VT_INT;

	if ((focus && !shows_pretty(b) && !b->readonly) || b->def->type == VT_AREA ||
	    b->def->type == VT_SECRET) {
		edit_draw(&b->edit, c, r, role, focus);
		return;
	}
	canvas_put(c, r.y, r.x, r.w, number ? 1 : -1, role, str_get(&b->pretty));
	if (focus)
		canvas_caret(c, r.y, r.x);
}
