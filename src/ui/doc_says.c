/* doc_says.c - what a document says of itself: its key bar, hints, state and help. */
#include "ui/doc_priv.h"

static bool bar_has(const struct bar_item *items, size_t n, enum key_code at)
{
	for (size_t i = 0; i < n; i++)
		if (items[i].at == at)
			return true;
	return false;
}

size_t doc_bar(struct pane *p, struct bar_item *items, size_t most)
{
	struct doc *st = p->state;
	struct act_on on = doc_on(p);
	const struct key *next;
	struct look l;
	size_t n = 0;
	bool lit;

	if (st->cell >= 0)
		return 0;
	n = act_bar(p, st->keys, &on, items, most - 4);
	look_open(p->con, &l);
	next = act_find(&l, st->doc->next, K_NONE, &on, &lit);
	look_close(&l);
	if (next)
		items[n++] = (struct bar_item){ K_NEXT, act_label(p->con, next, &on), lit };
	if (doc_own_enter(st))
		items[n++] = (struct bar_item){ K_FIND, pane_tr(p, N_("Actions")), true };
	if (st->doc->entry.words.runs && !bar_has(items, n, K_NEW))
		items[n++] = (struct bar_item){ K_NEW, pane_tr(p, N_("Own words")), true };
	if (st->doc->entry.find)
		items[n++] = (struct bar_item){ K_PICK, pane_tr(p, key_label(K_PICK)), true };
	return n;
}

/* What the width has dropped of the line under the cursor, so that nothing is out of reach. */
static const char *dropped(struct pane *p, struct arena *a)
{
	struct doc *st = p->state;
	const struct held_row *row = rows_at(&st->lines);
	struct str s = { 0 };
	const char *text;

	for (int i = 0; row && i < st->columns.n; i++) {
		int col = st->columns.col[i].index;
		bool shown = false;

		for (int k = 0; k < st->columns.n_shown; k++)
			shown = shown || st->columns.shown[k] == i;
		if (shown || row->row.val[col].null || !*row->text[col])
			continue;
		str_addf(&s, "%s%s %s", s.len ? "  " : "", pane_tr(p, st->lines.view->cols[col].title),
			 row->text[col]);
	}
	text = arena_strdup(a, str_get(&s));
	str_free(&s);
	return text;
}

static const char *cell_hint(struct pane *p, struct arena *a)
{
	struct doc *st = p->state;
	const char *hint;
	struct look l;

	look_open(p->con, &l);
	hint = arena_printf(a, "%s  %s", pane_tr(p, st->box.def->label), box_hint(&st->box, &l));
	look_close(&l);
	return hint;
}

const char *doc_hint(struct pane *p, struct arena *a)
{
	struct doc *st = p->state;

	if (st->cell >= 0)
		return cell_hint(p, a);
	if (st->lines.ghost)
		return pane_tr(p, N_("This row has changed meanwhile; the next key looks at it again"));
	if (st->phone)
		return pane_tr(p, N_("1-9 switch the line of that number; Esc or # ends"));
	if (st->entry.inside)
		return pane_tr(p, N_("1-9 or Enter adds; Esc clears"));
	if (!edit_empty(&st->entry.edit))
		return entry_hint(p);
	return dropped(p, a);
}

const char *doc_state(struct pane *p, struct arena *a)
{
	struct doc *st = p->state;
	const char *number = head_text(&st->head, "number"), *state = NULL;

	if (p->screen->common->state)
		state = head_text(&st->head, p->screen->common->state);
	if (!state || strcmp(state, number) == 0)
		state = "";
	return arena_printf(a, "%s%s%s", number, *number && *state ? " " : "", state);
}

const char *doc_number(struct pane *p, struct arena *a)
{
	return arena_strdup(a, head_text(&((struct doc *)p->state)->head, "number"));
}

const char *doc_help(struct pane *p, struct arena *a)
{
	static const char *const lines[] = {
		N_("Typing finds what is added; 3*code adds three of it; a scan adds at once"),
		N_("Space switches the line on and off"),
		N_("* quantity, . price, / discount of the line; + and - one more or less"),
		N_("Tab goes through the cells that can be changed; Enter stores, Esc brings back"),
		N_("The arrow to the left marks the line, for what is done with several"),
		N_("Shift-Tab changes the head"),
		N_("? explains a number; # lets the digits switch lines while you are on the phone"),
	};
	struct str s = { 0 };
	const char *text;

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		str_addf(&s, "%s\n", pane_tr(p, lines[i]));
	text = arena_strdup(a, str_get(&s));
	str_free(&s);
	return text;
}
