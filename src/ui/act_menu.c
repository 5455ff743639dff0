/* act_menu.c - the menu of Enter: which of a screen's keys is meant, by digits. */
#include "ui/act.h"
#include "ui/console.h"
#include "ui/marks.h"
#include "ui/panel.h"

const char *act_digits(struct console *con, const struct key *keys, const struct act_on *on, struct arena *a)
{
	const struct key *key;
	struct str s = { 0 };
	const char *text;

	for (int n = 1; n <= PANEL_CHOICES && (key = act_nth(keys, n)); n++)
		if (key->at == K_MENU)
			str_addf(&s, "%s%d %s", s.len ? "  " : "", n, act_label(con, key, on));
	text = arena_strdup(a, str_get(&s));
	str_free(&s);
	return text;
}

/* What the menu will act on when its answer comes: copies, for the rows may be read again by then. */
struct menu {
	const struct key *keys;
	struct act_on on;
	int from; /* how many stand on the pages before */
};

static void menu_show(struct pane *p, struct menu *m);

static const struct view_row *const *rows_copy(struct arena *a, const struct act_on *on)
{
	const struct view_row **copy = ARENA_ARRAY(a, const struct view_row *, on->n_marked + 1);

	for (size_t i = 0; i < on->n_marked; i++)
		copy[i] = row_copy(a, on->from.view, on->marked[i]);
	return copy;
}

static void menu_chosen(struct pane *asker, void *arg, int answer)
{
	struct menu *m = arg;
	const struct key *key = act_nth(m->keys, m->from + answer + 1);

	if (answer == PANEL_CHOICES - 1 && act_nth(m->keys, m->from + PANEL_CHOICES + 1)) {
		m->from += PANEL_CHOICES - 1;
		menu_show(asker, m);
	} else if (key) {
		act_do(asker, key, &m->on);
	}
}

/* Nine at a time; where there are more the ninth goes on. */
static void menu_show(struct pane *p, struct menu *m)
{
	struct panel panel = { .title = pane_tr(p, p->screen->common->title), .done = menu_chosen, .arg = m };
	const struct key *key;
	int n;

	for (n = 0; n < PANEL_CHOICES && (key = act_nth(m->keys, m->from + n + 1)); n++)
		panel.choice[n] = act_label(p->con, key, &m->on);
	if (n == PANEL_CHOICES && act_nth(m->keys, m->from + n + 1))
		panel.choice[n - 1] = pane_tr(p, N_("More ..."));
	if (n)
		panel_open(p->con, &panel);
}

void act_menu(struct pane *p, const struct key *keys, const struct act_on *on)
{
	struct menu *m = ARENA_NEW(p->arena, struct menu);

	*m = (struct menu){ .keys = keys, .on = *on };
	m->on.from.row = row_copy(p->arena, on->from.view, on->from.row);
	m->on.from.head_row = row_copy(p->arena, on->from.head, on->from.head_row);
	m->on.marked = rows_copy(p->arena, on);
	menu_show(p, m);
}
