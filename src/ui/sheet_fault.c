/* sheet_fault.c - which input of a sheet a sentence is about, and what the command has against what was just typed. */
#include "ui/console.h"
#include "ui/sheet_priv.h"

/* The place of the input that the error names, -1: it names none that is here. `*ret_column` is the one of its row. */
static int fault_field(const struct sheet *s, const struct err *e, const char **ret_column)
{
	char name[48];
	const char *dot = strchr(e->field, '.');

	*ret_column = dot ? dot + 1 : NULL;
	snprintf(name, sizeof name, "%.*s", dot ? (int)(dot - e->field) : (int)strlen(e->field), e->field);
	return sheet_index(s, name);
}

/* The cell of a group; a fault that names no column is about the first, or the amount of a pay grid. Rows without
 * anything in them were not given: the others are counted. */
static struct box *fault_cell(struct grid *g, const struct err *e, const char *column)
{
	int before = e->line > 0 ? e->line - 1 : 0, row = 0;

	for (int r = 0; r < g->n; r++) {
		if (grid_row_empty(g, r) || before-- > 0)
			continue;
		row = r;
		break;
	}
	for (int k = 0; column && k < g->n_cols; k++)
		if (strcmp(g->def->line[k].name, column) == 0 && !g->row[row][k].readonly)
			return &g->row[row][k];
	return g->n ? &g->row[row][g->pay ? g->amount : 0] : NULL;
}

/* The box that the error is about; NULL: none that shows. */
static struct box *fault_box(struct sheet *s, const struct err *e)
{
	const char *column;
	int i = fault_field(s, e, &column);

	if (i < 0)
		return NULL;
	if (s->grid[i].n_cols)
		return fault_cell(&s->grid[i], e, column);
	return sheet_has(s, &s->box[i]) ? &s->box[i] : NULL;
}

void sheet_error(struct sheet *s, const struct err *e)
{
	const char *column;
	int i = fault_field(s, e, &column);
	struct box *b;

	if (i >= 0 && s->box[i].def == &command_remark)
		s->box[i].asked = true;
	b = fault_box(s, e);
	if (b)
		sheet_arrive(s, b);
}

void sheet_forewarn(struct sheet *s)
{
	struct err e = { .lang = console_lang(s->con) };
	const struct box *b;
	struct look l;
	bool ok;

	look_open(s->con, &l);
	ok = command_may(&l.ctx, s->c, sheet_args(s, l.arena), &e);
	b = ok ? NULL : fault_box(s, &e);
	if (!ok && (!b || !box_empty(b)))
		console_error(s->con, &e);
	look_close(&l);
}

void sheet_doubt(struct sheet *s, struct look *l)
{
	struct err e = { .lang = console_lang(s->con) };

	if (!command_may(&l->ctx, s->c, sheet_args(s, l->arena), &e) && s->focus &&
	    fault_box(s, &e) == s->focus)
		console_error(s->con, &e);
}
