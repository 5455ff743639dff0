/* preview.c - the difference that a command would make. */
#include "ui/preview.h"

#include "ui/columns.h"
#include "ui/console.h"

#define ROWS_MOST 500

/* The rows of a view at one moment. */
struct moment {
	struct held_row *row;
	int n;
};

/* One row of the difference. */
struct change {
	const struct held_row *row;
	char sign; /* '-', '+', or 0 for the heading of the next view */
	int view;
};

/* One dry run. */
struct trial {
	struct arena *arena;
	struct change *change;
	int n;
	struct str digest;
};

struct preview_state {
	struct preview preview;
	int64_t approver_id; /* who stood by when it was tried */
	struct columns columns[PREVIEW_VIEWS];
	struct trial trial;
	int at, h;
};

/* ---- reading ---- */

static struct held_row hold(const struct view *v, const struct view_row *row, const struct view_who *who,
			    struct arena *a)
{
	struct held_row h = { .row = { ARENA_ARRAY(a, struct view_val, v->n_cols) },
			      .text = ARENA_ARRAY(a, char *, v->n_cols) };

	for (size_t i = 0; i < v->n_cols; i++) {
		h.row.val[i] = row->val[i];
		h.row.val[i].s = arena_strdup(a, row->val[i].s);
		h.text[i] = view_text(&v->cols[i], &row->val[i], who, true, a);
	}
	return h;
}

static bool moment_read(struct pane *p, const struct view *v, const struct args *params, struct arena *a,
			struct moment *ret, struct err *e)
{
	struct view_row *row;
	struct view_query q;
	struct rows r;
	struct look l;
	size_t n = 0;
	bool ok;

	look_open(p->con, &l);
	rows_init(&r, v);
	ok = rows_args(&r, &l, params, NULL, e);
	q = rows_query(&r);
	ok = ok && view_page(l.ctx.db, &q, &l.who, NULL, false, ROWS_MOST, l.arena, &row, &n, e);
	*ret = (struct moment){ .row = ARENA_ARRAY(a, struct held_row, n + 1), .n = ok ? (int)n : 0 };
	for (int i = 0; i < ret->n; i++)
		ret->row[i] = hold(v, &row[i], &l.who, a);
	rows_free(&r);
	look_close(&l);
	return ok;
}

/* ---- comparing ---- */

static bool same_val(const struct view_val *a, const struct view_val *b)
{
	if (a->null != b->null || a->text != b->text)
		return false;
	return a->null || (a->text ? strcmp(a->s, b->s) == 0 : a->i == b->i);
}

static bool same_key(const struct view *v, const struct held_row *a, const struct held_row *b)
{
	for (size_t i = 0; v->keys[i]; i++) {
		int col = view_col_index(v, v->keys[i]);

		if (!same_val(&a->row.val[col], &b->row.val[col]))
			return false;
	}
	return true;
}

/* What people see of the row is the same; versions and the like may differ. */
static bool same_row(const struct view *v, const struct held_row *a, const struct held_row *b)
{
	for (size_t i = 0; i < v->n_cols; i++)
		if (!(v->cols[i].flags & COL_HIDDEN) && strcmp(a->text[i], b->text[i]) != 0)
			return false;
	return true;
}

static const struct held_row *find(const struct view *v, const struct moment *m, const struct held_row *key)
{
	for (int i = 0; i < m->n; i++)
		if (same_key(v, &m->row[i], key))
			return &m->row[i];
	return NULL;
}

static void change_add(struct trial *t, const struct view *v, int view, char sign, const struct held_row *row)
{
	t->change[t->n++] = (struct change){ row, sign, view };
	str_addf(&t->digest, "%d%c", view, sign ? sign : '=');
	for (size_t i = 0; row && i < v->n_cols; i++)
		if (!(v->cols[i].flags & COL_HIDDEN))
			str_addf(&t->digest, "\t%s", row->text[i]);
	str_addc(&t->digest, '\n');
}

static void compare(struct trial *t, const struct view *v, int view, const struct moment *before,
		    const struct moment *after)
{
	int heading = t->n;

	change_add(t, v, view, 0, NULL);
	for (int i = 0; i < before->n; i++) {
		const struct held_row *now = find(v, after, &before->row[i]);

		if (now && same_row(v, &before->row[i], now))
			continue;
		change_add(t, v, view, '-', &before->row[i]);
		if (now)
			change_add(t, v, view, '+', now);
	}
	for (int i = 0; i < after->n; i++)
		if (!find(v, before, &after->row[i]))
			change_add(t, v, view, '+', &after->row[i]);
	if (t->n == heading + 1)
		t->n--;
}

/* ---- trying ---- */

static bool moments_read(struct pane *p, const struct preview *pv, struct arena *a,
			 struct moment m[PREVIEW_VIEWS], struct err *e)
{
	for (int i = 0; i < PREVIEW_VIEWS; i++)
		if (pv->view[i] && !moment_read(p, pv->view[i], pv->params, a, &m[i], e))
			return false;
	return true;
}

/* Inside an open batch: what the views say before and after the command. */
static bool try_inside(struct pane *asker, const struct preview *pv, struct trial *t, struct err *e)
{
	struct moment before[PREVIEW_VIEWS] = { 0 }, after[PREVIEW_VIEWS] = { 0 };
	int most = 0;

	if (!moments_read(asker, pv, t->arena, before, e) || !pv->run(asker, pv->arg, e) ||
	    !moments_read(asker, pv, t->arena, after, e))
		return false;
	for (int i = 0; i < PREVIEW_VIEWS; i++)
		most += 1 + 2 * before[i].n + after[i].n;
	t->change = ARENA_ARRAY(t->arena, struct change, most);
	for (int i = 0; i < PREVIEW_VIEWS; i++)
		if (pv->view[i])
			compare(t, pv->view[i], i, &before[i], &after[i]);
	return true;
}

static void trial_free(struct trial *t)
{
	arena_free(t->arena);
	str_free(&t->digest);
	*t = (struct trial){ 0 };
}

static bool keep_never(const struct trial *t, void *arg)
{
	(void)t;
	(void)arg;
	return false;
}

/* Tries it in a transaction; `keep` decides by the difference whether it stays. `*ret_kept` tells. */
static bool try_run(struct pane *asker, const struct preview *pv, struct trial *t,
		    bool (*keep)(const struct trial *t, void *arg), void *arg, bool *ret_kept, struct err *e)
{
	struct session *s = console_options(asker->con)->session;
	bool ok = batch_begin(s, e);

	*t = (struct trial){ .arena = arena_new() };
	*ret_kept = false;
	if (!ok)
		return false;
	ok = try_inside(asker, pv, t, e);
	*ret_kept = ok && keep(t, arg);
	return batch_end(s, *ret_kept, e) && ok;
}

/* ---- the window ---- */

static bool preview_start(struct pane *p, void *arg, struct err *e)
{
	struct preview_state *st = p->state;
	struct look l;

	(void)e;
	*st = *(struct preview_state *)arg;
	look_open(p->con, &l);
	for (int i = 0; i < PREVIEW_VIEWS; i++)
		if (st->preview.view[i])
			columns_init(&st->columns[i], st->preview.view[i], &l.who);
	look_close(&l);
	return true;
}

static void preview_end(struct pane *p)
{
	trial_free(&((struct preview_state *)p->state)->trial);
}

static void change_draw(struct pane *p, struct canvas *c, int y, struct rect in, const struct change *ch)
{
	struct preview_state *st = p->state;
	struct columns *cs = &st->columns[ch->view];
	const char sign[2] = { ch->sign, 0 };
	enum role role = ch->sign == '+' ? ROLE_NORMAL : ROLE_DIM;

	columns_fit(cs, in.w - 2, false);
	if (!ch->row) {
		columns_head(cs, c, y, in.x + 2, in.w - 2, console_lang(p->con));
		return;
	}
	canvas_put(c, y, in.x, 2, -1, ROLE_HOT, sign);
	columns_row(cs, c, y, in.x + 2, in.w - 2, ch->row, role, false);
}

static void preview_draw(struct pane *p, struct canvas *c)
{
	struct preview_state *st = p->state;
	int most = canvas_rows(c) - 7, h = st->trial.n ? st->trial.n : 1, w = canvas_cols(c) - 6;
	struct rect in = popup_frame(c, h < most ? h : most, w < 110 ? w : 110, st->preview.title,
				     pane_tr(p, N_("Esc back  F12 book it")));

	st->h = in.h;
	if (!st->trial.n)
		canvas_put(c, in.y, in.x, in.w, -1, ROLE_DIM, pane_tr(p, N_("Nothing would change")));
	for (int i = 0; i < in.h && st->at + i < st->trial.n; i++)
		change_draw(p, c, in.y + i, in, &st->trial.change[st->at + i]);
	canvas_caret(c, in.y, in.x);
}

static bool keep_same(const struct trial *t, void *arg)
{
	return strcmp(str_get(&t->digest), arg) == 0;
}

static void preview_book(struct pane *p)
{
	struct preview_state *st = p->state;
	struct err e = { .lang = console_lang(p->con) };
	struct preview pv = st->preview;
	struct console *con = p->con;
	struct pane *asker = p->below;
	char *shown = xstrdup(str_get(&st->trial.digest));
	struct session *s = console_options(con)->session;
	struct trial now;
	bool kept, ok;

	session_approver(s, st->approver_id);
	ok = try_run(asker, &pv, &now, keep_same, shown, &kept, &e);
	session_approver(s, 0);
	free(shown);
	if (!ok) {
		trial_free(&now);
		console_error(con, &e);
		return;
	}
	trial_free(&st->trial);
	st->trial = now;
	st->at = 0;
	if (!kept) {
		console_say(con,
			    pane_tr(p, N_("Something has changed meanwhile: look at the difference again")));
		return;
	}
	console_close(p);
	console_say(con, tr(console_lang(con), N_("Done")));
	console_changed(con);
	if (pv.then)
		pv.then(asker, pv.arg);
}

static void scroll(struct preview_state *st, int by)
{
	int most = st->trial.n > st->h ? st->trial.n - st->h : 0;

	st->at += by;
	st->at = st->at < 0 ? 0 : st->at > most ? most : st->at;
}

static bool preview_key(struct pane *p, const struct key_event *ev)
{
	struct preview_state *st = p->state;

	switch ((int)ev->key) {
	case K_SAVE:
		preview_book(p);
		return true;
	case K_UP:
	case K_DOWN:
		scroll(st, ev->key == K_UP ? -1 : 1);
		return true;
	case K_PGUP:
	case K_PGDN:
		scroll(st, ev->key == K_PGUP ? -st->h : st->h);
		return true;
	default:
		return !pane_passes(ev->key);
	}
}

static size_t preview_bar(struct pane *p, struct bar_item *items, size_t most)
{
	(void)most;
	items[0] = (struct bar_item){ K_SAVE, pane_tr(p, N_("Book it")), true };
	return 1;
}

static const char *preview_hint(struct pane *p, struct arena *a)
{
	(void)a;
	return pane_tr(p, N_("- as it is, + as it would be; nothing is booked yet"));
}

static const struct pane_kind preview_kind = {
	.size = sizeof(struct preview_state),
	.popup = true,
	.open = preview_start,
	.close = preview_end,
	.draw = preview_draw,
	.key = preview_key,
	.bar = preview_bar,
	.hint = preview_hint,
};

bool preview_open(struct pane *asker, const struct preview *preview, struct err *e)
{
	struct preview_state st = { .preview = *preview,
				    .approver_id =
					session_approver_id(console_options(asker->con)->session) };
	bool kept;

	if (!try_run(asker, preview, &st.trial, keep_never, NULL, &kept, e)) {
		trial_free(&st.trial);
		return false;
	}
	console_push(asker->con, &preview_kind, NULL, NULL, &st);
	return true;
}
