/* schema_head.c - the header marks of views, reports and checks (their grammar stands in db/view.h and db/check.h). */
#include "gen/schema.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *const types[][2] = {
	{ "text", "COL_TEXT" }, { "code", "COL_CODE" },   { "plate", "COL_PLATE" }, { "phone", "COL_PHONE" },
	{ "int", "COL_INT" },   { "money", "COL_MONEY" }, { "qty", "COL_QTY" },     { "rate", "COL_RATE" },
	{ "date", "COL_DATE" }, { "time", "COL_TIME" },   { "bool", "COL_BOOL" },
};

static const char *const param_types[] = { "text", "code", "plate", "phone", "int",   "money", "qty",
					   "rate", "date", "time",  "bool",  "range", NULL };

bool is_name(const char *s, bool dots)
{
	if (*s < 'a' || *s > 'z')
		return false;
	for (; *s; s++)
		if (!((*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9') || *s == '_' ||
		      (dots && *s == '.')))
			return false;
	return true;
}

struct col *head_col(struct head *h, const char *name)
{
	for (size_t i = 0; i < h->n_cols; i++)
		if (!strcmp(h->cols[i].name, name))
			return &h->cols[i];
	return NULL;
}

bool split(struct schema *s, struct source *f, char *p, int line, struct words *ret)
{
	*ret = (struct words){ .line = line };
	for (;;) {
		while (*p == ' ' || *p == '\t')
			p++;
		if (!*p)
			return true;
		if (ret->n == MOST_WORDS) {
			fault(s, f->path, line, "has more than %d words", MOST_WORDS);
			return false;
		}
		if (*p == '"') {
			ret->at[ret->n++] = ++p;
			if (!(p = strchr(p, '"'))) {
				fault(s, f->path, line, "a quoted text has no end");
				return false;
			}
		} else {
			ret->at[ret->n++] = p;
			while (*p && *p != ' ' && *p != '\t')
				p++;
		}
		if (*p)
			*p++ = '\0';
	}
}

/* The value of "key=value" when the word begins with that key. */
static const char *value_of(const char *word, const char *key)
{
	size_t n = strlen(key);

	return !strncmp(word, key, n) && word[n] == '=' && word[n + 1] ? word + n + 1 : NULL;
}

bool number(const char *text, int *ret)
{
	char *end;
	long n = strtol(text, &end, 10);

	if (end == text || *end || n < 1 || n > 200)
		return false;
	*ret = (int)n;
	return true;
}

static const char *col_type(const char *word, const char **ret_choice)
{
	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (!strcmp(word, types[i][0]))
			return types[i][1];
	if (!strncmp(word, "choice:", 7) && is_name(word + 7, false)) {
		*ret_choice = word + 7;
		return "COL_CHOICE";
	}
	return NULL;
}

static struct col *col_new(struct schema *s, struct source *f, const struct words *w)
{
	struct head *h = f->head;
	struct col *c = &h->cols[h->n_cols];

	if (h->n_cols == MOST_COLS) {
		fault(s, f->path, w->line, "has more than %d columns", MOST_COLS);
		return NULL;
	}
	if (w->n < 2 || !is_name(w->at[0], false)) {
		fault(s, f->path, w->line, "a column is written: name type width \"Title\" ...");
		return NULL;
	}
	if (head_col(h, w->at[0])) {
		fault(s, f->path, w->line, "column %s is named twice", w->at[0]);
		return NULL;
	}
	*c = (struct col){ .name = w->at[0], .line = w->line };
	h->n_cols++;
	if (!(c->type = col_type(w->at[1], &c->choice))) {
		fault(s, f->path, w->line, "column %s: there is no type %s", w->at[0], w->at[1]);
		c->type = "";
	}
	return c;
}

/* VIEW or VIEW.COLUMN; the word is cut at the dot. */
static bool explained(struct col *c, const char *w)
{
	char *dot = strchr(w, '.');

	if (dot)
		*dot++ = '\0';
	c->explain = w;
	c->behind = dot;
	return is_name(w, false) && (!dot || is_name(dot, false));
}

static bool col_option(struct col *c, const char *w)
{
	const char *v;

	if (!strcmp(w, "find"))
		return c->find = true;
	if (!strcmp(w, "sum"))
		return c->sum = true;
	if ((v = value_of(w, "right")))
		return is_name(c->right = v, true);
	if ((v = value_of(w, "edit")))
		return is_name(c->edit = v, true);
	if ((v = value_of(w, "style")))
		return is_name(c->style = v, false);
	if ((v = value_of(w, "explain")))
		return explained(c, v);
	if ((v = value_of(w, "drop")))
		return number(v, &c->drop);
	return false;
}

static void mark_col(struct schema *s, struct source *f, struct words *w)
{
	struct col *c = col_new(s, f, w);

	if (!c)
		return;
	if (w->n < 4 || !number(w->at[2], &c->width)) {
		fault(s, f->path, w->line, "column %s is written: name type width \"Title\" ...", w->at[0]);
		return;
	}
	c->title = w->at[3];
	for (size_t i = 4; i < w->n; i++)
		if (!col_option(c, w->at[i]))
			fault(s, f->path, w->line, "column %s: there is no option %s", c->name, w->at[i]);
}

static void mark_hide(struct schema *s, struct source *f, struct words *w)
{
	struct col *c = col_new(s, f, w);

	if (!c)
		return;
	c->hidden = true;
	c->title = "";
	for (size_t i = 2; i < w->n; i++)
		if (!col_option(c, w->at[i]))
			fault(s, f->path, w->line, "column %s: there is no option %s", c->name, w->at[i]);
}

static bool param_type(const char *t)
{
	for (size_t i = 0; param_types[i]; i++)
		if (!strcmp(t, param_types[i]))
			return true;
	return (!strncmp(t, "ref:", 4) && is_name(t + 4, false)) ||
	       (!strncmp(t, "choice:", 7) && is_name(t + 7, false));
}

static void mark_param(struct schema *s, struct source *f, struct words *w)
{
	struct head *h = f->head;
	struct param *p = &h->params[h->n_params];

	if (h->n_params == MOST_PARAMS || w->n < 2 || !is_name(w->at[0], false)) {
		fault(s, f->path, w->line,
		      "a parameter is written: name type filter=column required default=value");
		return;
	}
	*p = (struct param){ .name = w->at[0], .type = w->at[1], .line = w->line };
	if (!param_type(p->type))
		fault(s, f->path, w->line, "parameter %s: there is no type %s", p->name, p->type);
	for (size_t i = 2; i < w->n; i++) {
		const char *v = value_of(w->at[i], "filter");

		if (v)
			p->filter = v;
		else if ((v = value_of(w->at[i], "default")))
			p->preset = v;
		else if (!strcmp(w->at[i], "required"))
			p->required = true;
		else
			fault(s, f->path, w->line, "parameter %s: there is no option %s", p->name, w->at[i]);
	}
	h->n_params++;
}

static void mark_order(struct schema *s, struct source *f, char *rest, int line)
{
	struct head *h = f->head;

	for (char *next; rest; rest = next) {
		next = strchr(rest, '|');
		if (next)
			*next++ = '\0';
		if (h->n_orders == sizeof h->orders / sizeof *h->orders) {
			fault(s, f->path, line, "has more than %zu orders", h->n_orders);
			return;
		}
		if (split(s, f, rest, line, &h->orders[h->n_orders]) && !h->orders[h->n_orders].n)
			fault(s, f->path, line, "an order names no column");
		h->n_orders++;
	}
}

static void mark_one(struct schema *s, struct source *f, struct words *w, const char *what, const char **ret)
{
	if (w->n != 1 || !is_name(w->at[0], true))
		fault(s, f->path, w->line, "%s: takes one name", what);
	else if (*ret)
		fault(s, f->path, w->line, "%s: stands there twice", what);
	else
		*ret = w->at[0];
}

static void mark_text(struct schema *s, struct source *f, const char *rest, int line, const char *what,
		      const char **ret)
{
	if (!*rest || *ret)
		fault(s, f->path, line, "%s: %s", what, *ret ? "stands there twice" : "is empty");
	else
		*ret = rest;
}

static void mark_words(struct schema *s, struct source *f, struct words *w, const char *what,
		       struct words *ret)
{
	if (!w->n || ret->n)
		fault(s, f->path, w->line, "%s: %s", what, ret->n ? "stands there twice" : "names nothing");
	for (size_t i = 0; i < w->n; i++)
		if (!is_name(w->at[i], false))
			fault(s, f->path, w->line, "%s: %s is not a name", what, w->at[i]);
	*ret = *w;
}

static void mark_view(struct schema *s, struct source *f, const char *what, struct words *w)
{
	struct head *h = f->head;

	if (!strcmp(what, "key"))
		mark_words(s, f, w, what, &h->keys);
	else if (!strcmp(what, "names"))
		mark_words(s, f, w, what, &h->names);
	else if (!strcmp(what, "watch"))
		mark_words(s, f, w, what, &h->watch);
	else if (!strcmp(what, "id"))
		mark_one(s, f, w, what, &h->id);
	else if (!strcmp(what, "label"))
		mark_one(s, f, w, what, &h->label);
	else if (!strcmp(what, "right"))
		mark_one(s, f, w, what, &h->right);
	else if (!strcmp(what, "chart"))
		mark_one(s, f, w, what, &h->chart);
	else if (!strcmp(what, "col"))
		mark_col(s, f, w);
	else if (!strcmp(what, "hide"))
		mark_hide(s, f, w);
	else if (!strcmp(what, "param"))
		mark_param(s, f, w);
	else
		fault(s, f->path, w->line, "there is no mark %s:", what);
}

static void mark_named(struct schema *s, struct source *f, const char *what, char *rest, int line)
{
	struct head *h = f->head;
	struct words w;

	if (!strcmp(what, "title")) {
		h->title_line = line;
		mark_text(s, f, rest, line, what, &h->title);
	} else if (!strcmp(what, "rule") && f->kind != KIND_CHECK) {
		mark_text(s, f, rest, line, what, &h->rule);
	} else if (!strcmp(what, "group") && f->kind != KIND_CHECK) {
		mark_text(s, f, rest, line, what, &h->group);
	} else if (!strcmp(what, "order") && f->kind != KIND_CHECK) {
		mark_order(s, f, rest, line);
	} else if (split(s, f, rest, line, &w)) {
		if (f->kind != KIND_CHECK)
			mark_view(s, f, what, &w);
		else if (!strcmp(what, "on"))
			mark_words(s, f, &w, what, &h->on);
		else
			fault(s, f->path, line, "there is no mark %s:", what);
	}
}

/* One line of the header, behind the "--". */
static void mark(struct schema *s, struct source *f, char *p, int line)
{
	char *end = p + strlen(p), *colon;

	while (end > p && isspace((unsigned char)end[-1]))
		*--end = '\0';
	while (*p == ' ' || *p == '\t')
		p++;
	if (f->kind != KIND_CHECK && !strcmp(p, "mark")) {
		f->head->mark = true;
	} else if (f->kind != KIND_CHECK && !strcmp(p, "desk")) {
		f->head->desk = true;
	} else if ((colon = strchr(p, ':')) && (*colon = '\0', is_name(p, false))) {
		for (colon++; *colon == ' ' || *colon == '\t';)
			colon++;
		mark_named(s, f, p, colon, line);
	} else {
		fault(s, f->path, line, "is no mark; notes stand behind the header, in the SELECT");
	}
}

/* Cuts blanks and the semicolon off the end. */
static void trim_body(char *body)
{
	char *end = body + strlen(body);

	while (end > body && (isspace((unsigned char)end[-1]) || end[-1] == ';'))
		*--end = '\0';
}

void head_read(struct schema *s, struct source *f)
{
	char *p = f->text;
	int line = 1;

	for (; *p; line++) {
		char *end = strchr(p, '\n');
		bool dashes = !strncmp(p, "--", 2);

		if (!dashes && *p != '\n')
			break;
		if (end)
			*end = '\0';
		if (dashes)
			mark(s, f, p + 2, line);
		p = end ? end + 1 : p + strlen(p);
	}
	f->body = p;
	f->body_line = line;
	trim_body(f->body);
	if (!*f->body)
		fault(s, f->path, line, "has no SELECT");
}
