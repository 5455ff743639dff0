/* form_says.c - a form on the screen: its sheet, its key bar, what it says below and at the top. */
#include "ui/act.h"
#include "ui/console.h"
#include "ui/form_priv.h"

static const char *run_label(struct pane *p)
{
	struct form_state *st = p->state;

	return pane_tr(p, st->done ? N_("Done") : st->c->title);
}

void form_draw(struct pane *p, struct canvas *c)
{
	struct form_state *st = p->state;
	struct body b = pane_body(c);
	struct rect r = { 1, 1, b.body.h + b.rule.h + b.totals.h, canvas_cols(c) - 2 };

	r.h += 1;
	sheet_draw(&st->sheet, c, r, run_label(p));
}

/* In a group F8 takes the row out, whatever it does elsewhere on the screen. */
static size_t void_row(const struct pane *p, struct bar_item *items, size_t n)
{
	size_t at = 0;

	while (at < n && items[at].at != K_VOID)
		at++;
	items[at] = (struct bar_item){ K_VOID, pane_tr(p, N_("Take row out")), true };
	return at < n ? n : n + 1;
}

/* After it has run F2 begins a new one, whatever it did before. */
static size_t bar_without(struct bar_item *items, size_t n, enum key_code at)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (items[i].at != at)
			items[kept++] = items[i];
	return kept;
}

size_t form_bar(struct pane *p, struct bar_item *items, size_t most)
{
	struct form_state *st = p->state;
	const struct screen *next =
	    st->form && st->form->opens ? console_screen(p->con, st->form->opens) : NULL;
	struct act_on on = { .from = { .params = p->with } };
	size_t n = 0;

	if (next && st->refused && form_step_missing(p))
		next = form_step_missing(p);
	if (p->screen)
		n = act_bar(p, p->screen->common->keys, &on, items, most - 5);
	if (next)
		items[n++] = (struct bar_item){ K_NEXT, pane_tr(p, next->common->title),
						st->done || st->refused || form_ran_before(p) };
	if (st->done) {
		n = bar_without(items, n, K_NEW);
		items[n++] = (struct bar_item){ K_NEW, pane_tr(p, key_label(K_NEW)), true };
		return n;
	}
	if (sheet_in_rows(&st->sheet))
		n = void_row(p, items, n);
	if (st->form && st->form->tells)
		items[n++] = (struct bar_item){ K_HISTORY, pane_tr(p, key_label(K_HISTORY)), st->told };
	items[n++] = (struct bar_item){ K_SAVE, pane_tr(p, key_label(K_SAVE)), true };
	items[n++] = (struct bar_item){ K_PICK, pane_tr(p, key_label(K_PICK)), true };
	items[n++] = (struct bar_item){ K_HOLD, pane_tr(p, key_label(K_HOLD)), true };
	return n;
}

const char *form_hint(struct pane *p, struct arena *a)
{
	struct form_state *st = p->state;

	if (st->done)
		return pane_tr(p, N_("Booked. F9 goes on, F2 begins a new one, Esc goes back"));
	return sheet_hint(&st->sheet, a);
}

const char *form_help(struct pane *p, struct arena *a)
{
	return sheet_help(&((struct form_state *)p->state)->sheet, a);
}

const char *form_says(struct pane *p, struct arena *a)
{
	struct form_state *st = p->state;
	int col = p->screen && p->screen->common->state && st->sheet.head && st->sheet.held.text
		      ? view_col_index(st->sheet.head, p->screen->common->state)
		      : -1;

	if (st->done && st->made.number[0])
		return arena_strdup(a, st->made.number);
	if (!p->screen)
		return pane_tr(p, st->c->title);
	return col >= 0 ? arena_strdup(a, st->sheet.held.text[col]) : NULL;
}

const char *form_number(struct pane *p, struct arena *a)
{
	struct form_state *st = p->state;
	int col = st->sheet.head && st->sheet.held.text ? view_col_index(st->sheet.head, "number") : -1;

	if (st->done && st->made.number[0])
		return arena_strdup(a, st->made.number);
	return col >= 0 ? arena_strdup(a, st->sheet.held.text[col]) : NULL;
}
