/* columns.c - the columns of a list: which, how wide, where. */
#include "ui/columns.h"

#include "base/text.h"

#define TEXT_LEAST 10 /* columns that a text keeps */

int column_align(const struct view_col *col)
{
	return col->type == COL_MONEY || col->type == COL_QTY || col->type == COL_INT || col->type == COL_RATE
		   ? 1
		   : -1;
}

enum role role_named(const char *name)
{
	static const struct {
		const char *name;
		enum role role;
	} roles[] = { { "warn", ROLE_WARN }, { "error", ROLE_ERROR }, { "struck", ROLE_STRUCK },
		      { "dim", ROLE_DIM },   { "good", ROLE_GOOD },   { "total", ROLE_TOTAL } };

	for (size_t i = 0; name && i < sizeof roles / sizeof *roles; i++)
		if (strcmp(name, roles[i].name) == 0)
			return roles[i].role;
	return ROLE_NORMAL;
}

void columns_init(struct columns *cs, const struct view *v, const struct view_who *who)
{
	*cs = (struct columns){ .view = v, .lang = who->lang, .lines = 1 };
	for (size_t i = 0; i < v->n_cols && cs->n < COLUMNS_MOST; i++)
		if (!(v->cols[i].flags & COL_HIDDEN) && view_col_visible(&v->cols[i], who))
			cs->col[cs->n++].index = (int)i;
}

char *columns_write(const struct columns *cs, struct arena *a)
{
	struct str s = { 0 };
	char *copy;

	for (int i = 0; i < cs->n; i++) {
		str_addf(&s, "%s%s%s", i ? " " : "", cs->col[i].off ? "-" : "",
			 cs->view->cols[cs->col[i].index].name);
		if (cs->col[i].width)
			str_addf(&s, ":%d", cs->col[i].width);
	}
	copy = arena_strdup(a, str_get(&s));
	str_free(&s);
	return copy;
}

/* Moves the column of this name to place `to`; false when there is none. */
static bool column_move(struct columns *cs, const char *name, size_t n, int to)
{
	for (int i = to; i < cs->n; i++) {
		const char *is = cs->view->cols[cs->col[i].index].name;
		struct column found = cs->col[i];

		if (strlen(is) != n || strncmp(is, name, n) != 0)
			continue;
		memmove(&cs->col[to + 1], &cs->col[to], sizeof found * (size_t)(i - to));
		cs->col[to] = found;
		return true;
	}
	return false;
}

void columns_read(struct columns *cs, const char *kept)
{
	int to = 0;
	size_t n;

	for (; kept && *kept; kept += n) {
		bool off;
		size_t name;

		kept += strspn(kept, " ");
		off = *kept == '-';
		kept += off;
		n = strcspn(kept, " ");
		name = strcspn(kept, ": ");
		if (n == 0 || !column_move(cs, kept, name, to))
			continue;
		cs->col[to].off = off;
		cs->col[to].width = name < n ? (int)strtol(kept + name + 1, NULL, 10) : 0;
		if (cs->col[to].width < 0 || cs->col[to].width > 200)
			cs->col[to].width = 0;
		to++;
	}
}

static int width_of(const struct columns *cs, int i)
{
	const struct view_col *col = &cs->view->cols[cs->col[i].index];

	return cs->col[i].width ? cs->col[i].width : col->width > 0 ? col->width : 8;
}

static void widen(struct columns *cs, int n, int k, int by)
{
	cs->w[k] += by;
	for (int i = k + 1; i < n; i++)
		if (cs->line[i] == cs->line[k])
			cs->x[i] += by;
}

/* What is left over goes to headings that are cut, then to the widest text. */
static void give_rest(struct columns *cs, int n, int line, int rest)
{
	int best = -1;

	for (int k = 0; k < n && rest > 0; k++) {
		const struct view_col *col = &cs->view->cols[cs->col[cs->shown[k]].index];
		int lacks = text_width(tr(cs->lang, col->title)) - cs->w[k];

		if (cs->line[k] != line || line || cs->col[cs->shown[k]].width || lacks <= 0)
			continue;
		lacks = lacks > rest ? rest : lacks;
		widen(cs, n, k, lacks);
		rest -= lacks;
	}
	for (int k = 0; k < n; k++)
		if (cs->line[k] == line && cs->view->cols[cs->col[cs->shown[k]].index].type == COL_TEXT &&
		    (best < 0 || cs->w[k] > cs->w[best]))
			best = k;
	if (best >= 0 && rest > 0)
		widen(cs, n, best, rest > 40 ? 40 : rest);
}

/* The columns that are shown at this width, with the widths that they would like. The first stays where others are
 * scrolled away. */
static void pick(struct columns *cs, int width, bool cards)
{
	cs->n_shown = 0;
	for (int i = 0; i < cs->n; i++) {
		const struct view_col *col = &cs->view->cols[cs->col[i].index];

		/* `drop` speaks of the whole screen, of which the rows leave one column to the marks; a card has two lines. */
		if (cs->col[i].off || (i > 0 && i <= cs->first) ||
		    col->drop > (cards ? 2 * width + 1 : width + 1))
			continue;
		cs->shown[cs->n_shown] = i;
		cs->w[cs->n_shown++] = width_of(cs, i);
	}
}

static bool gives_way(const struct columns *cs, int k)
{
	enum col_type type = cs->view->cols[cs->col[cs->shown[k]].index].type;

	return (type == COL_TEXT || type == COL_CHOICE) && cs->w[k] > TEXT_LEAST &&
	       !cs->col[cs->shown[k]].width;
}

/* Texts give way, the widest first, before a column is left out; false when none can. */
static bool narrow(struct columns *cs)
{
	int best = -1;

	for (int k = 0; k < cs->n_shown; k++)
		if (gives_way(cs, k) && (best < 0 || cs->w[k] > cs->w[best]))
			best = k;
	if (best >= 0)
		cs->w[best]--;
	return best >= 0;
}

/* Places the columns with the widths they have; returns how many found room */
static int place(struct columns *cs, int width)
{
	int x = 0, line = 0, k;

	for (k = 0; k < cs->n_shown; k++) {
		if (x > 0 && x + cs->w[k] > width && line + 1 < cs->lines) {
			line++;
			x = 2;
		}
		if (x > 0 && x + cs->w[k] > width)
			break;
		cs->w[k] = x + cs->w[k] > width ? width - x : cs->w[k];
		cs->x[k] = x;
		cs->line[k] = line;
		x += cs->w[k] + 1;
	}
	return k;
}

/* What stands behind the last column of a line is free. */
static void give_rests(struct columns *cs, int width)
{
	for (int k = 0; k < cs->n_shown; k++)
		if (k + 1 == cs->n_shown || cs->line[k + 1] != cs->line[k])
			give_rest(cs, k + 1, cs->line[k], width - cs->x[k] - cs->w[k]);
}

void columns_fit(struct columns *cs, int width, bool cards)
{
	int n;

	cs->lines = cards ? 2 : 1;
	pick(cs, width, cards);
	while ((n = place(cs, width)) < cs->n_shown && narrow(cs))
		;
	cs->more = n < cs->n_shown;
	if (cs->more && cards) {
		pick(cs, width, cards);
		n = place(cs, width);
	}
	cs->n_shown = n;
	give_rests(cs, width);
}

void columns_head(const struct columns *cs, struct canvas *c, int y, int x, int width,
		  const struct lang *lang)
{
	canvas_fill(c, (struct rect){ y, x, 1, width }, ROLE_HEAD);
	for (int k = 0; k < cs->n_shown; k++) {
		const struct view_col *col = &cs->view->cols[cs->col[cs->shown[k]].index];

		if (cs->line[k] == 0)
			canvas_put(c, y, x + cs->x[k], cs->w[k], column_align(col), ROLE_HEAD,
				   tr(lang, col->title));
	}
	if (cs->more || cs->first)
		canvas_put(c, y, x + width - 1, 1, -1, ROLE_HEAD, cs->more ? ">" : "<");
}

/* A cell has the role its column names when it holds something, unless the whole row has one. */
static enum role cell_role(const struct view_col *col, const struct view_val *val, enum role role)
{
	bool set = !val->null && (val->text ? *val->s != '\0' : val->i != 0);

	return role == ROLE_NORMAL && col->style && set ? role_named(col->style) : role;
}

void columns_row(const struct columns *cs, struct canvas *c, int y, int x, int width,
		 const struct held_row *row, enum role role, bool marks)
{
	canvas_fill(c, (struct rect){ y, x, cs->lines, width }, role);
	if (marks && row->marked)
		canvas_put(c, y, x - 1, 1, -1, ROLE_MARKED, "*");
	for (int k = 0; k < cs->n_shown; k++) {
		int i = cs->col[cs->shown[k]].index;
		const struct view_col *col = &cs->view->cols[i];

		canvas_put(c, y + cs->line[k], x + cs->x[k], cs->w[k], cs->line[k] ? -1 : column_align(col),
			   cell_role(col, &row->row.val[i], role), row->text[i]);
	}
}
