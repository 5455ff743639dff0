/* home_draw.c - HOME on the screen: the line, the hits with their steps, or the menus in as many pages as they need. */
#include "base/text.h"
#include "ui/console_priv.h"
#include "ui/home_priv.h"

/* Where the next line of the menus goes: down the columns, then on to the next page. */
struct flow {
	struct pane *p;
	struct canvas *c;
	struct rect r;
	int w, columns, page, column, y;
};

static void flow_column(struct flow *f)
{
	f->y = 0;
	if (++f->column == f->columns) {
		f->column = 0;
		f->page++;
	}
}

static void flow_line(struct flow *f, enum role role, const char *text)
{
	const struct home_state *st = f->p->state;

	if (f->y >= f->r.h)
		flow_column(f);
	if (f->page == st->page)
		canvas_put(f->c, f->r.y + f->y, f->r.x + f->column * f->w, f->w - 2, -1, role, text);
	f->y++;
}

/* One menu: its title and its screens with their codes. A title has at least two screens below it in its column. */
static void menu_flow(struct flow *f, int menu)
{
	const struct home_state *st = f->p->state;
	const struct console_options *o = console_options(f->p->con);
	struct arena *a = arena_new();
	bool any = false;

	for (const struct screen *s = o->screens; s->name; s++) {
		if (s->common->menu != menu || !st->listed[s - o->screens])
			continue;
		if (!any && f->y > f->r.h - 3)
			flow_column(f);
		if (!any)
			flow_line(f, ROLE_HEAD, pane_tr(f->p, o->menus[menu - 1]));
		any = true;
		flow_line(f, ROLE_NORMAL,
			  arena_printf(a, "%02d %s", s->common->code, pane_tr(f->p, s->common->title)));
	}
	f->y += any;
	arena_free(a);
}

static void menus_draw(struct pane *p, struct canvas *c, struct rect r)
{
	struct home_state *st = p->state;
	const struct console_options *o = console_options(p->con);
	struct flow f = { .p = p, .c = c, .r = { r.y + 1, r.x + 1, r.h - 1, r.w - 2 } };

	f.columns = r.w < 60 ? 1 : 3;
	f.w = f.r.w / f.columns;
	for (int menu = 1; o->menus && o->menus[menu - 1]; menu++)
		menu_flow(&f, menu);
	st->pages = f.page + (f.column || f.y);
	if (st->page >= st->pages)
		st->page = 0;
}

/* Which page of the menus this is, at the end of the search line. */
static void page_draw(struct pane *p, struct canvas *c, struct rect line)
{
	const struct home_state *st = p->state;
	char text[32];
	int n;

	if (st->pages < 2 || line.w < 40)
		return;
	n = snprintf(text, sizeof text, "%d/%d PgDn", st->page + 1, st->pages);
	canvas_put(c, line.y, line.w - n - 1, n, -1, ROLE_DIM, text);
}

/* As many as fit whole; the others do their work all the same, and F1 tells them. */
static void steps_draw(struct pane *p, struct canvas *c, struct rect r)
{
	const struct hit_step *step;
	int x = r.x;

	for (int digit = 1; digit <= 9; digit++) {
		const char *label = (step = home_step(p->state, digit)) ? home_step_label(p, step) : NULL;
		int w = label ? text_width(label) + 2 : 0;
		char key[4] = { (char)('0' + digit), 0 };

		if (!label)
			continue;
		if (x + w > r.x + r.w)
			break;
		canvas_put(c, r.y, x, 2, -1, ROLE_HOT, key);
		canvas_put(c, r.y, x + 2, w - 2, -1, ROLE_HOT, label);
		x += w + 2;
	}
}

static void hits_draw(struct pane *p, struct canvas *c, struct rect r)
{
	struct home_state *st = p->state;

	columns_fit(&st->columns, r.w - 1, r.w < 60);
	st->hits.height = (r.h - 1) / st->columns.lines;
	columns_head(&st->columns, c, r.y, r.x + 1, r.w - 1, console_lang(p->con));
	for (int i = 0; i < st->hits.n && i < st->hits.height; i++)
		columns_row(&st->columns, c, r.y + 1 + i * st->columns.lines, r.x + 1, r.w - 1,
			    &st->hits.row[i], st->below && i == st->hits.at ? ROLE_SELECT : ROLE_NORMAL,
			    false);
	if (!st->hits.n)
		canvas_put(c, r.y + 1, r.x + 1, r.w - 1, -1, ROLE_DIM,
			   pane_tr(p, st->in_menu ? N_("Nothing found. Enter looks in the menu.")
				      : st->home->new_opens
					  ? N_("Nothing found. Enter writes it down as new.")
					  : N_("Nothing found")));
	if (st->below)
		canvas_caret(c, r.y + 1 + st->hits.at * st->columns.lines, r.x);
}

void home_draw(struct pane *p, struct canvas *c)
{
	struct home_state *st = p->state;
	struct body b = pane_body(c);
	const char *label = pane_tr(p, N_("Search:"));
	int w = text_width(label) + 1;

	canvas_put(c, b.line.y, 0, w, -1, ROLE_LABEL, label);
	edit_draw(&st->line, c, (struct rect){ b.line.y, w, 1, b.line.w - w }, ROLE_FOCUS, !st->below);
	if (!st->searched) {
		b.body.h += b.rule.h + b.totals.h;
		menus_draw(p, c, b.body);
		page_draw(p, c, b.line);
		return;
	}
	body_totals(&b);
	if (b.rule.h)
		canvas_hline(c, b.rule.y, 0, b.rule.w, ROLE_LINE);
	hits_draw(p, c, b.body);
	if (st->hits.n)
		steps_draw(p, c, b.totals);
}
