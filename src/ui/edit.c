/* edit.c - the editor of one field. */
#include "ui/edit.h"

#include "base/text.h"

void edit_init(struct edit *ed, const char *text, size_t limit, unsigned flags)
{
	*ed = (struct edit){ .limit = limit, .flags = flags };
	edit_set(ed, text);
}

void edit_free(struct edit *ed)
{
	str_free(&ed->text);
	str_free(&ed->was);
	str_free(&ed->held);
	*ed = (struct edit){ 0 };
}

static void str_put(struct str *s, const char *text)
{
	str_clear(s);
	str_add(s, text);
}

void edit_set(struct edit *ed, const char *text)
{
	str_put(&ed->was, text ? text : "");
	str_put(&ed->text, str_get(&ed->was));
	ed->caret = ed->text.len;
	ed->touched = ed->full = false;
	ed->scroll = 0;
}

void edit_change(struct edit *ed, const char *text)
{
	str_put(&ed->text, text);
	ed->caret = ed->text.len;
	ed->touched = true;
}

const char *edit_text(const struct edit *ed)
{
	return str_get(&ed->text);
}

bool edit_empty(const struct edit *ed)
{
	return ed->text.len == 0;
}

bool edit_changed(const struct edit *ed)
{
	return strcmp(str_get(&ed->text), str_get(&ed->was)) != 0;
}

bool edit_restore(struct edit *ed)
{
	bool changed = edit_changed(ed);

	str_put(&ed->text, str_get(&ed->was));
	ed->caret = ed->text.len;
	ed->touched = false;
	return changed;
}

void edit_arrive(struct edit *ed)
{
	ed->touched = false;
	ed->caret = ed->text.len;
}

static void edit_hold(struct edit *ed)
{
	str_put(&ed->held, str_get(&ed->text));
	ed->held_caret = ed->caret;
}

void edit_unburst(struct edit *ed)
{
	str_put(&ed->text, str_get(&ed->held));
	ed->caret = ed->held_caret;
}

static int char_at(const struct edit *ed, size_t at, uint32_t *cp)
{
	int n = text_decode(str_get(&ed->text) + at, ed->text.len - at, cp);

	if (n < 0) {
		*cp = '?';
		return 1;
	}
	return n;
}

/* The place behind the character at `at`, its combining marks included. */
static size_t char_next(const struct edit *ed, size_t at)
{
	uint32_t cp;
	int n = char_at(ed, at, &cp);

	while (n > 0) {
		at += (size_t)n;
		n = char_at(ed, at, &cp);
		if (n <= 0 || cp == '\n' || text_cp_width(cp) != 0)
			break;
	}
	return at;
}

static size_t char_before(const struct edit *ed, size_t at)
{
	size_t here = 0, next;

	while (here < at && (next = char_next(ed, here)) < at)
		here = next;
	return here;
}

static size_t edit_chars(const struct edit *ed)
{
	size_t n = 0;
	uint32_t cp;
	int k;

	for (size_t at = 0; (k = char_at(ed, at, &cp)) > 0; at += (size_t)k)
		n++;
	return n;
}

static void edit_cut(struct edit *ed, size_t from, size_t to)
{
	if (from >= to)
		return;
	memmove(ed->text.s + from, ed->text.s + to, ed->text.len - to + 1);
	ed->text.len -= to - from;
	ed->caret = from;
	ed->touched = true;
	ed->full = false;
}

static void insert_bytes(struct edit *ed, const char *s, size_t n)
{
	str_addn(&ed->text, s, n);
	memmove(ed->text.s + ed->caret + n, ed->text.s + ed->caret, ed->text.len - n - ed->caret);
	memcpy(ed->text.s + ed->caret, s, n);
	ed->caret += n;
}

void edit_insert(struct edit *ed, const char *text)
{
	bool area = ed->flags & EDIT_AREA;
	size_t chars;
	uint32_t cp;
	int n;

	if ((ed->flags & EDIT_REPLACE) && !ed->touched && *text)
		edit_cut(ed, 0, ed->text.len);
	ed->touched = true;
	ed->full = false;
	chars = edit_chars(ed);
	for (; (n = text_decode(text, strlen(text), &cp)) != 0; text += n) {
		if (n < 0) {
			n = 1;
			continue;
		}
		if (!text_storable(cp, area) && cp != '\n' && cp != '\t')
			continue;
		if (ed->limit && chars >= ed->limit) {
			ed->full = true;
			return;
		}
		chars++;
		if ((cp == '\n' && !area) || cp == '\t')
			insert_bytes(ed, " ", 1);
		else
			insert_bytes(ed, text, (size_t)n);
	}
}

/* Pasted text ends lines with CR; a single line drops the ends. */
static void edit_paste(struct edit *ed, const char *text)
{
	struct str s = { 0 };

	for (; *text; text++) {
		if (text[0] == '\r' && text[1] == '\n')
			continue;
		str_addc(&s, *text == '\r' ? '\n' : *text);
	}
	while (!(ed->flags & EDIT_AREA) && s.len && s.s[s.len - 1] == '\n')
		s.s[--s.len] = '\0';
	edit_insert(ed, str_get(&s));
	str_free(&s);
}

/* The end of the shown line that begins at `at`: at most `width` columns, or up to a newline. */
static size_t line_end(const struct edit *ed, size_t at, int width)
{
	uint32_t cp;
	int n, w = 0;

	while ((n = char_at(ed, at, &cp)) > 0 && cp != '\n') {
		w += text_cp_width(cp);
		if (w > width)
			break;
		at += (size_t)n;
	}
	return at;
}

static size_t line_next(const struct edit *ed, size_t end)
{
	return str_get(&ed->text)[end] == '\n' ? end + 1 : end;
}

/* The start of the shown line number `line`; the last one past the end. `*ret_line` is its number. */
static size_t line_start(const struct edit *ed, int line, int width, int *ret_line)
{
	size_t at = 0, end;

	for (*ret_line = 0; *ret_line < line; ++*ret_line) {
		end = line_end(ed, at, width);
		if (end >= ed->text.len)
			return at;
		at = line_next(ed, end);
	}
	return at;
}

/* Which shown line a place is in, and its column there. */
static int line_of(const struct edit *ed, size_t place, int width, int *ret_col)
{
	size_t at = 0, end;
	int line = 0;
	uint32_t cp;

	for (;; line++) {
		end = line_end(ed, at, width);
		if (place < end || end >= ed->text.len || (place == end && str_get(&ed->text)[end] == '\n'))
			break;
		at = line_next(ed, end);
	}
	*ret_col = 0;
	while (at < place) {
		at += (size_t)char_at(ed, at, &cp);
		*ret_col += text_cp_width(cp);
	}
	return line;
}

static bool edit_line_move(struct edit *ed, int by)
{
	int width = ed->width > 1 ? ed->width : 60, col, got, w = 0;
	int line = line_of(ed, ed->caret, width, &col) + by;
	size_t at, end;
	uint32_t cp;

	if (!(ed->flags & EDIT_AREA) || line < 0)
		return false;
	at = line_start(ed, line, width, &got);
	if (got != line)
		return false;
	end = line_end(ed, at, width);
	while (at < end) {
		int n = char_at(ed, at, &cp);

		w += text_cp_width(cp);
		if (w > col)
			break;
		at += (size_t)n;
	}
	ed->caret = at;
	return true;
}

static bool edit_typed(struct edit *ed, const struct key_event *ev)
{
	if (ev->burst == 1)
		edit_hold(ed);
	edit_insert(ed, ev->ch);
	return true;
}

static void edit_move(struct edit *ed, size_t to)
{
	ed->caret = to;
	ed->touched = true;
}

bool edit_key(struct edit *ed, const struct key_event *ev)
{
	size_t len = ed->text.len;

	switch ((int)ev->key) {
	case K_TEXT:
		return edit_typed(ed, ev);
	case K_PASTE:
		edit_paste(ed, ev->text);
		return true;
	case K_SCAN:
		edit_insert(ed, ev->text);
		return true;
	case K_NEWLINE:
		if (!(ed->flags & EDIT_AREA))
			return false;
		edit_insert(ed, "\n");
		return true;
	case K_LEFT:
		edit_move(ed, char_before(ed, ed->caret));
		return true;
	case K_RIGHT:
		edit_move(ed, char_next(ed, ed->caret));
		return true;
	case K_UP:
		return edit_line_move(ed, -1);
	case K_DOWN:
		return edit_line_move(ed, 1);
	case K_HOME:
	case K_START:
		edit_move(ed, 0);
		return true;
	case K_END:
		edit_move(ed, len);
		return true;
	case K_BACKSPACE:
		edit_cut(ed, char_before(ed, ed->caret), ed->caret);
		return true;
	case K_DEL:
		edit_cut(ed, ed->caret, char_next(ed, ed->caret));
		return true;
	case K_CLEAR:
		edit_cut(ed, 0, len);
		return true;
	case K_UNDO:
		edit_restore(ed);
		return true;
	default:
		return false;
	}
}

static void draw_secret(struct edit *ed, struct canvas *c, struct rect r, enum role role, bool focus)
{
	int n = (int)edit_chars(ed), shown = n < r.w ? n : r.w - 1;
	char stars[256];

	shown = shown > 255 ? 255 : shown;
	memset(stars, '*', sizeof stars);
	stars[shown] = '\0';
	canvas_put_cut(c, r.y, r.x, r.w, role, stars);
	if (focus)
		canvas_caret(c, r.y, r.x + shown);
}

/* Column of a place in a text of one line. */
static int column_of(const struct edit *ed, size_t place)
{
	uint32_t cp;
	int w = 0;

	for (size_t at = 0; at < place;) {
		at += (size_t)char_at(ed, at, &cp);
		w += text_cp_width(cp);
	}
	return w;
}

/* The first place at or behind a column. */
static size_t place_of(const struct edit *ed, int column, int *ret_column)
{
	size_t at = 0;

	for (*ret_column = 0; *ret_column < column && at < ed->text.len;) {
		at = char_next(ed, at);
		*ret_column = column_of(ed, at);
	}
	return at;
}

static void draw_line(struct edit *ed, struct canvas *c, struct rect r, enum role role, bool focus)
{
	int caret = column_of(ed, ed->caret), first;
	size_t from;

	if (!focus) {
		canvas_put(c, r.y, r.x, r.w, -1, role, edit_text(ed));
		return;
	}
	if (caret < ed->scroll)
		ed->scroll = caret;
	if (caret - ed->scroll > r.w - 1)
		ed->scroll = caret - r.w + 1 + (r.w > 8 ? r.w / 4 : 0);
	if (ed->scroll > column_of(ed, ed->text.len) - r.w + 1)
		ed->scroll = column_of(ed, ed->text.len) - r.w + 1;
	ed->scroll = ed->scroll < 0 ? 0 : ed->scroll;
	from = place_of(ed, ed->scroll, &first);
	ed->scroll = first;
	canvas_put_cut(c, r.y, r.x, r.w, role, edit_text(ed) + from);
	canvas_caret(c, r.y, r.x + caret - first);
}

static void draw_area(struct edit *ed, struct canvas *c, struct rect r, enum role role, bool focus)
{
	int col, line = line_of(ed, ed->caret, r.w, &col), got;
	size_t at, end;
	struct str s = { 0 };

	if (col >= r.w) {
		line++;
		col = 0;
	}
	if (!focus)
		ed->scroll = 0;
	else if (line < ed->scroll)
		ed->scroll = line;
	else if (line >= ed->scroll + r.h)
		ed->scroll = line - r.h + 1;
	at = line_start(ed, ed->scroll, r.w, &got);
	ed->scroll = got;
	for (int y = 0; y < r.h; y++) {
		end = line_end(ed, at, r.w);
		str_clear(&s);
		str_addn(&s, edit_text(ed) + at, end - at);
		canvas_put_cut(c, r.y + y, r.x, r.w, role, str_get(&s));
		at = end < ed->text.len ? line_next(ed, end) : end;
	}
	str_free(&s);
	if (focus)
		canvas_caret(c, r.y + line - ed->scroll, r.x + col);
}

void edit_draw(struct edit *ed, struct canvas *c, struct rect r, enum role role, bool focus)
{
	ed->width = r.w;
	if (r.w < 1 || r.h < 1)
		return;
	if (ed->flags & EDIT_SECRET)
		draw_secret(ed, c, r, role, focus);
	else if (ed->flags & EDIT_AREA)
		draw_area(ed, c, r, role, focus);
	else
		draw_line(ed, c, r, role, focus);
}
