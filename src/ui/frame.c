/* frame.c - what stands around every screen: title, message line, key bar, frames of pop-ups. */
#include "base/date.h"
#include "base/text.h"
#include "ui/console_priv.h"

struct body pane_body(const struct canvas *c)
{
	int rows = canvas_rows(c), cols = canvas_cols(c);
	bool full = rows >= 24;
	struct body b = { .compact = cols < 60 };

	b.line = (struct rect){ 1, 0, 1, cols };
	b.body = (struct rect){ 2, 0, rows - 4 - (full ? 2 : 0), cols };
	b.rule = (struct rect){ rows - 4, 0, full ? 1 : 0, cols };
	b.totals = (struct rect){ rows - 3, 0, full ? 1 : 0, cols };
	return b;
}

void body_totals(struct body *b)
{
	if (!b->totals.h)
		b->totals = (struct rect){ b->body.y + --b->body.h, 0, 1, b->body.w };
}

const char *pane_tr(const struct pane *p, const char *msgid)
{
	return tr(console_lang(p->con), msgid);
}

bool pane_passes(enum key_code key)
{
	return key == K_BACK || key == K_LOCK || key == K_REFRESH || key == K_BAD;
}

bool pane_typing(const struct pane *p)
{
	(void)p;
	return true;
}

struct rect popup_frame(struct canvas *c, int h, int w, const char *title, const char *keys)
{
	int rows = canvas_rows(c), cols = canvas_cols(c), room;
	struct rect in, box;

	w = w > cols - 4 ? cols - 4 : w;
	h = h > rows - 4 ? rows - 4 : h;
	box = (struct rect){ (rows - h - 2) / 2, (cols - w - 4) / 2, h + 2, w + 4 };
	box.y = box.y < 1 ? 1 : box.y;
	canvas_fill(c, box, ROLE_NORMAL);
	canvas_box(c, box, ROLE_LINE);
	room = text_width(title);
	room = room > w ? w : room;
	canvas_put(c, box.y, box.x + 1, room + 2, 0, ROLE_TITLE, title);
	room = text_width(keys);
	room = room > w ? w : room;
	if (room)
		canvas_put(c, box.y + box.h - 1, box.x + box.w - room - 3, room + 2, 0, ROLE_BAR, keys);
	in = (struct rect){ box.y + 1, box.x + 2, h, w };
	return in;
}

/* ---- the title ---- */

/* The topmost full screen: pop-ups have no title row of their own. */
static struct pane *shown_screen(const struct console *con)
{
	struct pane *p = con->top;

	while (p && p->kind->popup)
		p = p->below;
	return p;
}

/* The shop; in practice that nothing counts, where there is room to say so. */
static const char *house_name(const struct console *con)
{
	if (con->o.practice)
		return tr(con->lang,
			  canvas_cols(con->canvas) >= 60 ? N_("PRACTICE, nothing counts") : N_("PRACTICE"));
	return con->o.shop ? con->o.shop : "workbay";
}

static void title_draw(struct console *con, struct arena *a)
{
	struct pane *p = shown_screen(con);
	int cols = canvas_cols(con->canvas), right;
	enum role role = con->o.practice ? ROLE_PRACTICE : ROLE_TITLE;
	int64_t today = date_of(con->now, con->offset_minutes);
	struct str s = { 0 };
	const char *when, *state;

	/* A narrow screen has room for the work alone. */
	if (cols >= 60 || con->o.practice || !(p && p->screen))
		str_addf(&s, " %s", house_name(con));
	if (p && p->screen)
		str_addf(&s, "%s%s", s.len ? " | " : " ", tr(con->lang, p->screen->common->title));
	state = p && p->kind->state ? p->kind->state(p, a) : NULL;
	if (state && *state)
		str_addf(&s, " | %s", state);
	when = arena_printf(a, "%s  %s %s ", con->user, date_text(a, today) + 5,
			    time_text_short(a, con->now, con->offset_minutes, today));
	right = text_width(when);
	if (right > cols / 3)
		when = arena_printf(a, " %s", time_text_short(a, con->now, con->offset_minutes, today)),
		right = text_width(when);
	canvas_put(con->canvas, 0, 0, cols - right, -1, role, str_get(&s));
	canvas_put(con->canvas, 0, cols - right, right, 1, role, when);
	str_free(&s);
}

/* ---- the message line ---- */

/* A sentence that is longer than the line takes the lines above it too, until the next key. */
static void sentence_draw(struct console *con, const char *text, enum role role, struct arena *a)
{
	int y = canvas_rows(con->canvas) - 2, cols = canvas_cols(con->canvas);
	char **line;
	int n = (int)text_wrap(a, text, cols, &line), most = canvas_rows(con->canvas) / 4;

	n = n > most ? most : n;
	for (int i = 0; i < n; i++)
		canvas_put(con->canvas, y - n + 1 + i, 0, cols, -1, role, line[i]);
}

/* As much of a hint as the line has room for, up to the end of a clause; F1 says all of it. */
static const char *hint_fit(const char *text, int columns, struct arena *a)
{
	static const char *const ends[] = { ". ", "; ", ", ", ": ", "  ", "。", "；", "，", "：" };
	size_t room = text ? text_fit(text, columns) : 0, at = 0;

	if (!text || room == strlen(text))
		return text;
	for (size_t i = 0; i < room; i++)
		for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
			if (!strncmp(text + i, ends[k], strlen(ends[k])))
				at = i;
	return at ? arena_strndup(a, text, at) : text;
}

void frame_message(struct console *con)
{
	struct arena *a = arena_new();
	const char *text = "";

	if (con->message_kind == MESSAGE_ERROR)
		sentence_draw(con, arena_printf(a, "! %s", con->message), ROLE_ERROR, a);
	else if (con->message_kind == MESSAGE_SAY)
		sentence_draw(con, con->message, ROLE_GOOD, a);
	else if (con->gold)
		text = tr(con->lang, N_("1 to 9, 0, - and = stand for F1 to F12"));
	else if (con->top && con->top->kind->hint)
		text = hint_fit(con->top->kind->hint(con->top, a), canvas_cols(con->canvas), a);
	if (con->message_kind == MESSAGE_NONE)
		canvas_put(con->canvas, canvas_rows(con->canvas) - 2, 0, canvas_cols(con->canvas), -1,
			   ROLE_HINT, text ? text : "");
	arena_free(a);
}

/* ---- the key bar ---- */

/* Which keys get room first. The screen's own, which have no F key, come behind F12. */
static const enum key_code rank[] = { K_NEXT, K_SAVE, K_ENTER,   K_SPACE, K_MODE,  K_DEL,
				      K_ADD,  K_LESS, K_EXPLAIN, K_UNDO,  K_VOID,  K_NEW,
				      K_PICK, K_FIND, K_REFRESH, K_HOLD,  K_PRINT, K_HISTORY };

static int rank_of(enum key_code k)
{
	for (size_t i = 0; i < sizeof rank / sizeof *rank; i++)
		if (rank[i] == k)
			return (int)i;
	return (int)(sizeof rank / sizeof *rank);
}

/* Where it stands on the bar: F keys by number, then the others. */
static int place_of(const struct console *con, enum key_code k)
{
	int f = keymap_f(&con->keys, k);

	return f ? f : 20 + rank_of(k);
}

static void key_text_of(const struct console *con, enum key_code k, char buf[8])
{
	static const char digit[] = "1234567890-=";
	int f = keymap_f(&con->keys, k);

	if (con->gold && f)
		snprintf(buf, 8, "%c", digit[f - 1]);
	else
		keymap_text(&con->keys, k, con->o.no_f, buf);
}

/* "F9", or "F9/Enter" where both do the same. */
static void item_keys(const struct console *con, const struct bar_item *item, char buf[20])
{
	char key[8], also[8] = "";

	key_text_of(con, item->at, key);
	if (item->also != K_NONE)
		key_text_of(con, item->also, also);
	snprintf(buf, 20, "%s%s%s", key, *also ? "/" : "", also);
}

static int item_width(const struct console *con, const struct bar_item *item)
{
	char keys[20];

	item_keys(con, item, keys);
	return text_width(keys) + text_width(item->label) + 1;
}

static int by_rank(const void *a, const void *b)
{
	const struct bar_item *l = a, *r = b;

	if (l->lit != r->lit)
		return l->lit ? -1 : 1;
	return rank_of(l->at) - rank_of(r->at);
}

/* A key that does the same as one before it stands with that one. Returns how many items are left. */
static size_t bar_join(struct bar_item *item, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++) {
		size_t k = 0;

		while (k < kept && (item[k].lit != item[i].lit || strcmp(item[k].label, item[i].label) != 0))
			k++;
		if (k == kept)
			item[kept++] = item[i];
		else if (item[k].also == K_NONE)
			item[k].also = item[i].at;
	}
	return kept;
}

/* The name of a second key gets room last. Returns what is left. */
static int second_fit(const struct console *con, struct bar_item *item, int room)
{
	struct bar_item alone = *item;
	int more;

	alone.also = K_NONE;
	more = item_width(con, item) - item_width(con, &alone);
	if (more > room) {
		*item = alone;
		more = 0;
	}
	return room - more;
}

/* Keeps the items that fit; returns how many. */
static size_t bar_fit(const struct console *con, struct bar_item *item, size_t n, int room)
{
	size_t kept = 0;

	qsort(item, n, sizeof *item, by_rank);
	n = bar_join(item, n);
	for (size_t i = 0; i < n; i++) {
		struct bar_item alone = item[i];
		int w;

		alone.also = K_NONE;
		w = item_width(con, &alone);
		if (w > room)
			continue;
		room -= w;
		item[kept++] = item[i];
	}
	for (size_t i = 0; i < kept; i++)
		room = second_fit(con, &item[i], room);
	return kept;
}

static bool has_item(const struct bar_item *item, size_t n, enum key_code at)
{
	for (size_t i = 0; i < n; i++)
		if (item[i].at == at)
			return true;
	return false;
}

/* F7 has something to show: what the cursor is on, or what was made last. */
static bool has_paper(const struct console *con, struct pane *p)
{
	struct arena *a = arena_new();
	const char *number = p->kind->number ? p->kind->number(p, a) : NULL;
	bool has = (number && *number) || con->last_number[0];

	arena_free(a);
	return has && con->o.hooks.print;
}

static size_t bar_items(struct console *con, struct bar_item *item)
{
	struct pane *p = con->top;
	size_t n = 0;

	if (p && p->kind->bar)
		n = p->kind->bar(p, item, BAR_ITEMS);
	if (p && p->screen && !con->locked && n < BAR_ITEMS && has_paper(con, p) &&
	    !has_item(item, n, K_PRINT))
		item[n++] = (struct bar_item){ K_PRINT, tr(con->lang, key_label(K_PRINT)), true };
	return n;
}

static int item_put(struct console *con, const struct bar_item *item, int y, int x)
{
	char keys[20];
	int w;

	item_keys(con, item, keys);
	w = text_width(keys);
	canvas_put(con->canvas, y, x, w, -1, item->lit ? ROLE_HOT : ROLE_OFF, keys);
	x += w;
	w = text_width(item->label);
	canvas_put(con->canvas, y, x, w, -1, item->lit ? ROLE_BAR : ROLE_OFF, item->label);
	return x + w + 1;
}

static void bar_draw(struct console *con)
{
	struct bar_item item[BAR_ITEMS + 2], help = { K_HELP, tr(con->lang, key_label(K_HELP)), true },
					     menu = { K_PALETTE, tr(con->lang, key_label(K_PALETTE)), true };
	int y = canvas_rows(con->canvas) - 1, cols = canvas_cols(con->canvas), x = 0;
	size_t n = bar_items(con, item);

	n = bar_fit(con, item, n, cols + 1 - item_width(con, &help) - item_width(con, &menu));
	if (!con->locked) {
		item[n++] = help;
		item[n++] = menu;
	}
	canvas_fill(con->canvas, (struct rect){ y, 0, 1, cols }, ROLE_NORMAL);
	for (int place = 0; place < 60; place++)
		for (size_t i = 0; i < n; i++)
			if (place_of(con, item[i].at) == place)
				x = item_put(con, &item[i], y, x);
}

bool frame_too_small(struct console *con)
{
	int rows = canvas_rows(con->canvas), cols = canvas_cols(con->canvas);
	char text[128];

	if (rows >= MIN_ROWS && cols >= MIN_COLS)
		return false;
	snprintf(text, sizeof text, tr(con->lang, N_("Too small: %dx%d, needs %dx%d")), cols, rows, MIN_COLS,
		 MIN_ROWS);
	canvas_put(con->canvas, rows / 2, 0, cols, -1, ROLE_NORMAL, text);
	canvas_caret(con->canvas, rows / 2, 0);
	return true;
}

void frame_draw(struct console *con)
{
	struct arena *a = arena_new();

	title_draw(con, a);
	bar_draw(con);
	arena_free(a);
}
