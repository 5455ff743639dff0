/* form.c - reads the printed forms (their grammar stands in paper/form.h) and compares them with the views.
 */
#include "gen/form.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define PAGE_COLUMNS 80
#define ROLL_COLUMNS 32 /* the narrowest roll */

/* What is being read. */
struct reader {
	struct schema *s;
	struct source *f;
	struct form *form;
	int line;
	bool page, roll;           /* inside of such a section */
	const struct source *rows; /* the view of the rows that are open */
	bool each, title;
};

#define FAULT(r, ...) fault((r)->s, (r)->f->path, (r)->line, __VA_ARGS__)

/* ---- header ---- */

static const char *of_choice(struct reader *r, const char *what, const char *got, const char *a,
			     const char *b)
{
	if (strcmp(got, a) && strcmp(got, b))
		FAULT(r, "%s: is %s or %s", what, a, b);
	return got;
}

static void read_mark(struct reader *r, char *p)
{
	struct form *form = r->form;
	char *colon = strchr(p, ':');
	struct words w;

	if (!colon) {
		FAULT(r, "is no mark");
		return;
	}
	*colon++ = '\0';
	if (!strcmp(p, "title")) {
		form->title = colon + strspn(colon, " \t");
		return;
	}
	if (!split(r->s, r->f, colon, r->line, &w))
		return;
	if (!strcmp(p, "of"))
		form->of = w;
	else if (!strcmp(p, "head"))
		form->heads = w;
	else if (w.n != 1)
		FAULT(r, "%s: takes one word", p);
	else if (!strcmp(p, "param"))
		form->param = strcmp(w.at[0], "part") ? of_choice(r, p, w.at[0], "document", "job") : w.at[0];
	else if (!strcmp(p, "size"))
		form->size = of_choice(r, p, w.at[0], "page", "roll");
	else if (strcmp(p, "label") || !number(w.at[0], &form->label))
		FAULT(r, "there is no mark %s: like that", p);
}

/* ---- columns ---- */

static const struct col *col_in(const struct source *view, const char *name)
{
	return view && view->head ? head_col(view->head, name) : NULL;
}

static const struct col *col_find(struct reader *r, const char *name)
{
	const struct col *c = col_in(r->rows, name);

	for (size_t i = 0; !c && i < r->form->heads.n; i++)
		c = col_in(list_find(r->s, r->form->heads.at[i]), name);
	if (!c)
		FAULT(r, "there is no column %s in its views", name);
	return c;
}

/* The view must take the form's parameter, and nothing else that is required. */
static const struct source *view_of(struct reader *r, const char *name, bool rows)
{
	const struct source *view = list_find(r->s, name);
	bool takes = false;

	if (!view || !view->head) {
		FAULT(r, "there is no view %s", name);
		return NULL;
	}
	for (size_t i = 0; i < view->head->n_params; i++) {
		const struct param *p = &view->head->params[i];
		bool ours = r->form->param && !strcmp(p->name, r->form->param);

		takes |= ours;
		if (p->required && !ours)
			FAULT(r, "view %s wants %s:", name, p->name);
	}
	if (rows && !takes)
		FAULT(r, "view %s does not take %s:", name, r->form->param ? r->form->param : "a parameter");
	return view;
}

/* ---- cells ---- */

static void add_item(struct reader *r, struct cell *c, const char *op, const char *text, size_t n)
{
	if (c->n == MOST_ITEMS)
		FAULT(r, "a cell has more than %d parts", MOST_ITEMS);
	else
		c->items[c->n++] = (struct item){ op, text, n };
}

/* "text" or {column}: cuts it out and steps over it. */
static char *cut(struct reader *r, char **p, char end)
{
	char *text = *p + 1, *stop = strchr(text, end);

	if (!stop) {
		FAULT(r, "%c is missing", end);
		*p += strlen(*p);
		return NULL;
	}
	*stop = '\0';
	*p = stop + 1;
	return text;
}

static void read_value(struct reader *r, struct cell *c, char *name)
{
	char *bar = strchr(name, '|');
	const struct col *col;

	if (bar)
		*bar++ = '\0';
	col = col_find(r, name);
	if (bar && strcmp(bar, "words"))
		FAULT(r, "{%s|%s}: there is only |words", name, bar);
	else if (bar && col && strcmp(col->type, "COL_MONEY"))
		FAULT(r, "{%s|words}: is no amount", name);
	add_item(r, c, bar ? "FORM_WORDS" : "FORM_VALUE", name, strlen(name));
}

/* Signs between the parts; letters would not be translated. */
static void read_plain(struct reader *r, struct cell *c, char **p)
{
	char *text = *p;
	size_t n = strcspn(text + 1, "\"{_") + 1;

	for (size_t i = 0; i < n; i++)
		if (isalpha((unsigned char)text[i]) || (unsigned char)text[i] >= 0x80) {
			FAULT(r, "words stand in quotes, so that they are translated: %.*s", (int)n, text);
			break;
		}
	add_item(r, c, "FORM_PLAIN", text, n);
	*p += n;
}

static void read_items(struct reader *r, struct cell *c, char *p)
{
	while (*p) {
		size_t line = strspn(p, "_");
		char *text;

		if (*p == '"') {
			if ((text = cut(r, &p, '"')))
				add_item(r, c, "FORM_TEXT", text, strlen(text));
		} else if (*p == '{') {
			if ((text = cut(r, &p, '}')))
				read_value(r, c, text);
		} else if (line >= 4) {
			add_item(r, c, "FORM_FILL", "", 0);
			p += line;
		} else {
			read_plain(r, c, &p);
		}
	}
}

/* "Text": in front becomes the cell's label. */
static void take_label(struct cell *c)
{
	struct item *behind = &c->items[1];
	size_t blanks;

	if (c->n < 2 || strcmp(c->items[0].op, "FORM_TEXT") || strcmp(behind->op, "FORM_PLAIN") ||
	    *behind->text != ':')
		return;
	c->label = c->items[0].text;
	blanks = 1 + strspn(behind->text + 1, " ");
	blanks = blanks < behind->n ? blanks : behind->n;
	behind->text += blanks;
	behind->n -= blanks;
	c->n -= behind->n ? 1 : 2;
	memmove(c->items, c->items + (behind->n ? 1 : 2), c->n * sizeof *c->items);
}

static void trim(char **p)
{
	char *end;

	*p += strspn(*p, " \t");
	end = *p + strlen(*p);
	while (end > *p && isspace((unsigned char)end[-1]))
		*--end = '\0';
}

static void read_cell(struct reader *r, struct cell *c, char *p)
{
	trim(&p);
	*c = (struct cell){ .align = -1 };
	if (*p && strchr("<^>", *p))
		c->align = *p == '<' ? -1 : *p == '>', p++;
	if (*p == '*')
		p++;
	else if (isdigit((unsigned char)*p))
		c->width = (int)strtol(p, &p, 10);
	p += strspn(p, " ");
	read_items(r, c, p);
	take_label(c);
}

/* The next '|' that stands between cells, not in a quoted text or column. */
static char *next_bar(char *p)
{
	for (char in = 0; *p; p++) {
		if (in)
			in = *p == in ? 0 : in;
		else if (*p == '"' || *p == '{')
			in = *p == '{' ? '}' : '"';
		else if (*p == '|')
			return p;
	}
	return NULL;
}

/* Fixed cells and at least four columns for each of the others must find room. */
static void prove_room(struct reader *r, const struct line *l)
{
	int need = (int)l->n - 1,
	    most = r->page || (!r->roll && !strcmp(r->form->size, "page")) ? PAGE_COLUMNS : ROLL_COLUMNS;
	bool fixed = false;

	for (size_t i = 0; i < l->n; i++) {
		need += l->cells[i].width ? l->cells[i].width : 4;
		fixed |= l->cells[i].width != 0;
	}
	if (fixed && need > most)
		FAULT(r, "needs %d columns, there are %d", need, most);
}

static bool has_value(const struct line *l)
{
	for (size_t i = 0; i < l->n; i++)
		for (size_t k = 0; k < l->cells[i].n; k++)
			if (!strcmp(l->cells[i].items[k].op, "FORM_VALUE") ||
			    !strcmp(l->cells[i].items[k].op, "FORM_WORDS"))
				return true;
	return false;
}

/* ---- lines ---- */

static struct line *add_line(struct reader *r, const char *what)
{
	struct form *form = r->form;
	struct line *l;

	if (form->n == MOST_LINES) {
		FAULT(r, "has more than %d lines", MOST_LINES);
		form->n--;
	}
	l = &form->lines[form->n++];
	*l = (struct line){ .what = what, .text = "", .page = !r->roll, .roll = !r->page, .line = r->line };
	return l;
}

static void read_cells(struct reader *r, struct line *l, char *p)
{
	for (char *next; p; p = next) {
		next = next_bar(p);
		if (next)
			*next++ = '\0';
		if (l->n == MOST_CELLS) {
			FAULT(r, "has more than %d cells", MOST_CELLS);
			return;
		}
		read_cell(r, &l->cells[l->n++], p);
	}
	prove_room(r, l);
}

/* [rows VIEW] or [rows VIEW col=value] */
static void read_rows(struct reader *r, char *p)
{
	struct line *l = add_line(r, "FORM_ROWS");
	struct words w;

	if (r->rows)
		FAULT(r, "rows do not stand in rows");
	if (!split(r->s, r->f, p, r->line, &w) || w.n < 1 || w.n > 2) {
		FAULT(r, "is written: [rows VIEW] or [rows VIEW column=value]");
		return;
	}
	l->text = w.at[0];
	r->rows = view_of(r, w.at[0], true);
	r->each = false;
	if (w.n == 2 && strchr(w.at[1], '=')) {
		char *value = strchr(w.at[1], '=');

		*value++ = '\0';
		l->col = w.at[1];
		l->value = value;
		if (r->rows && !col_in(r->rows, l->col))
			FAULT(r, "view %s has no column %s", l->text, l->col);
	}
}

/* [barcode COLUMN] or [qr COLUMN] */
static void read_code(struct reader *r, const char *what, const char *column)
{
	struct line *l = add_line(r, what);

	l->text = column;
	col_find(r, column);
}

static void read_section(struct reader *r, char *p)
{
	char *word = cut(r, &p, ']');

	if (!word)
		return;
	if (!strcmp(word, "page"))
		r->page = true;
	else if (!strcmp(word, "roll"))
		r->roll = true;
	else if (!strcmp(word, "/page"))
		r->page = false;
	else if (!strcmp(word, "/roll"))
		r->roll = false;
	else if (!strncmp(word, "rows ", 5))
		read_rows(r, word + 5);
	else if (!strncmp(word, "barcode ", 8))
		read_code(r, "FORM_BARCODE", word + 8);
	else if (!strncmp(word, "qr ", 3))
		read_code(r, "FORM_QR", word + 3);
	else if (!strcmp(word, "each") && r->rows && !r->each)
		add_line(r, "FORM_EACH"), r->each = true;
	else if (!strcmp(word, "/rows") && r->rows && r->each)
		add_line(r, "FORM_END"), r->rows = NULL;
	else
		FAULT(r, "[%s] does not belong here", word);
}

static bool is_rule(const char *p)
{
	return strlen(p) >= 4 && strspn(p, *p == '=' ? "=" : "-") == strlen(p);
}

static void read_text(struct reader *r, char *p)
{
	bool optional = *p == '?', title, middle;
	struct line *l;

	p += optional ? 1 + strspn(p + 1, " ") : 0;
	title = !strncmp(p, "==", 2);
	middle = *p == '=';
	l = add_line(r, title ? "FORM_TITLE" : "FORM_CELLS");
	if (title && r->title)
		FAULT(r, "has two titles");
	r->title |= title;
	l->optional = optional;
	read_cells(r, l, p + middle + title);
	if (middle)
		l->cells[0].align = 0;
	if (middle && l->n != 1)
		FAULT(r, "what stands in the middle is one cell");
	if (optional && !has_value(l))
		FAULT(r, "names no column that could be filled");
}

static void read_line(struct reader *r, char *p)
{
	trim(&p);
	if (!*p)
		add_line(r, "FORM_BLANK");
	else if (is_rule(p))
		add_line(r, "FORM_RULE")->text = *p == '=' ? "=" : "-";
	else if (*p == '\'')
		add_line(r, "FORM_DRAWING")->text = p + 1;
	else if (*p == '[')
		read_section(r, p);
	else
		read_text(r, p);
}

static void prove_form(struct reader *r)
{
	const struct form *form = r->form;

	if (!form->title || !*form->title || !form->param || !form->size || !form->heads.n || !form->label)
		FAULT(r, "wants title:, param:, head:, size: and label:");
	for (size_t i = 0; i < form->heads.n; i++)
		view_of(r, form->heads.at[i], false);
}

void form_read(struct schema *s, struct source *f)
{
	struct form *form = calloc(1, sizeof *form);
	struct reader r = { .s = s, .f = f, .form = form, .line = 1 };
	char *p = f->text;
	bool head = true;
	int faults = s->faults;

	if (!form || !(form->lines = calloc(MOST_LINES, sizeof *form->lines))) {
		fault(s, f->path, 1, "out of memory");
		free(form);
		return;
	}
	f->form = form;
	for (; *p; r.line++) {
		char *end = strchr(p, '\n'), *next = end ? end + 1 : p + strlen(p);

		if (end)
			*end = '\0';
		if (head && strncmp(p, "-- ", 3)) {
			head = false;
			prove_form(&r);
			if (s->faults > faults)
				return;
		}
		if (head)
			read_mark(&r, p + 3);
		else
			read_line(&r, p);
		p = next;
	}
	if (!r.title || r.rows || r.page || r.roll)
		FAULT(&r, "%s", r.title ? "a section is open at its end" : "has no == title");
}

void form_free(struct form *f)
{
	if (f)
		free(f->lines);
	free(f);
}
