/* view_export.c - a view to a file: CSV, JSON or a table for reading. */
#include "db/view_export.h"

#include <string.h>

#include "base/json.h"
#include "base/lang.h"
#include "base/money.h"
#include "base/str.h"
#include "base/text.h"
#include "db/view_query.h"

#define MEASURED 200 /* rows that decide the widths of a table */
#define WIDEST   60

struct export
{
	const struct view *view;
	const struct view_who *who;
	const struct view_export *how;
	FILE *out;
	struct csv_writer *csv;
	struct arena *row;  /* reset after each row */
	struct arena *kept; /* rows of a table until it is measured */
	char **cell[MEASURED];
	size_t *col, n_cols; /* the columns that are shown, by their place in the view */
	int *width;
	int64_t *sum;
	bool measured;
	int64_t rows;
};

/* Numbers stand at the right. */
static bool is_right(const struct view_col *c)
{
	return c->type == COL_INT || c->type == COL_MONEY || c->type == COL_QTY || c->type == COL_RATE;
}

/* Which columns this person is shown, worked out once: rights are not asked again for each cell. */
static void shown_find(struct export *x)
{
	x->col = ARENA_ARRAY(x->kept, size_t, x->view->n_cols);
	for (size_t i = 0; i < x->view->n_cols; i++)
		if (!(x->view->cols[i].flags & COL_HIDDEN) && view_col_visible(&x->view->cols[i], x->who))
			x->col[x->n_cols++] = i;
}

bool view_format_parse(const char *s, enum view_format *ret, struct err *e)
{
	static const char *const names[] = { "table", "csv", "json" };

	for (size_t i = 0; i < 3; i++) {
		if (!strcmp(s, names[i])) {
			*ret = (enum view_format)i;
			return true;
		}
	}
	return err_set(e, ERR_USAGE, "There is no format %s; there are table, csv and json", s);
}

/* ---- CSV ---- */

static void csv_head(struct export *x)
{
	for (size_t i = 0; i < x->n_cols; i++) {
		const struct view_col *c = &x->view->cols[x->col[i]];

		csv_text(x->csv, x->how->titles ? tr(x->who->lang, c->title) : c->name);
	}
	csv_end_row(x->csv);
}

static void csv_cell(struct export *x, const struct view_col *c, const struct view_val *v)
{
	if (v->null)
		csv_plain(x->csv, "");
	else if (c->type == COL_MONEY)
		csv_money(x->csv, v->i);
	else if (c->type == COL_QTY)
		csv_qty(x->csv, v->i);
	else if (c->type == COL_INT || c->type == COL_BOOL)
		csv_int(x->csv, v->i);
	else if (c->type == COL_DATE)
		csv_date(x->csv, v->i);
	else if (c->type == COL_TIME)
		csv_time(x->csv, v->i, x->who->offset_minutes);
	else if (v->text)
		csv_text(x->csv, c->type == COL_CHOICE && x->how->titles
				     ? view_text(c, v, x->who, true, x->row)
				     : v->s);
	else
		csv_plain(x->csv, view_text(c, v, x->who, false, x->row));
}

static void csv_row_out(struct export *x, const struct view_row *row)
{
	for (size_t i = 0; i < x->n_cols; i++)
		csv_cell(x, &x->view->cols[x->col[i]], &row->val[x->col[i]]);
	csv_end_row(x->csv);
}

/* ---- JSON ---- */

static void json_value(struct export *x, struct str *line, const struct view_col *c, const struct view_val *v)
{
	if (v->null)
		str_add(line, "null");
	else if (c->type == COL_BOOL)
		str_add(line, v->i ? "true" : "false");
	else if (c->type == COL_MONEY || c->type == COL_QTY || c->type == COL_INT)
		str_add(line, view_text(c, v, x->who, false, x->row));
	else
		json_text(line, text_safe(x->row, view_text(c, v, x->who, false, x->row), true));
}

static void json_row_out(struct export *x, const struct view_row *row)
{
	struct str line = { 0 };

	str_add(&line, x->rows ? ",\n{" : "\n{");
	for (size_t i = 0; i < x->n_cols; i++) {
		const struct view_col *c = &x->view->cols[x->col[i]];

		json_key(&line, c->name);
		json_value(x, &line, c, &row->val[x->col[i]]);
	}
	fprintf(x->out, "%s}", str_get(&line));
	str_free(&line);
}

/* ---- a table ---- */

static char **table_cells(struct export *x, const struct view_row *row, struct arena *a)
{
	char **cell = ARENA_ARRAY(a, char *, x->view->n_cols);

	for (size_t k = 0; k < x->n_cols; k++) {
		size_t i = x->col[k];

		cell[i] = text_safe(a, view_text(&x->view->cols[i], &row->val[i], x->who, true, a), false);
	}
	return cell;
}

static void widen(int *width, const char *s)
{
	int w = text_width(s);

	if (w > WIDEST)
		w = WIDEST;
	if (w > *width)
		*width = w;
}

/* A number is never cut: a later one that is wider than those measured pushes its line to the right. */
static void table_line(struct export *x, char *const *cell)
{
	struct str line = { 0 };

	for (size_t k = 0; k < x->n_cols; k++) {
		size_t i = x->col[k];
		bool right = is_right(&x->view->cols[i]);
		int w = x->width[i];

		str_add(&line, line.len ? "  " : "");
		if (right && cell[i])
			widen(&w, cell[i]);
		text_pad(&line, cell[i] ? cell[i] : "", w, right ? 1 : -1);
	}
	while (line.len && line.s[line.len - 1] == ' ')
		line.s[--line.len] = '\0';
	fprintf(x->out, "%s\n", str_get(&line));
	str_free(&line);
}

static void table_rule(struct export *x)
{
	const char *gap = "";

	for (size_t k = 0; k < x->n_cols; k++) {
		fputs(gap, x->out);
		for (int n = 0; n < x->width[x->col[k]]; n++)
			fputc('-', x->out);
		gap = "  ";
	}
	fputc('\n', x->out);
}

/* The line of sums, NULL when the view has none. */
static char **table_sums(struct export *x)
{
	char **cell = ARENA_ARRAY(x->kept, char *, x->view->n_cols);
	bool any = false;

	for (size_t k = 0; k < x->n_cols; k++) {
		size_t i = x->col[k];
		const struct view_val v = { .i = x->sum[i] };

		if (!(x->view->cols[i].flags & COL_SUM))
			continue;
		cell[i] = view_text(&x->view->cols[i], &v, x->who, true, x->kept);
		any = true;
	}
	return any ? cell : NULL;
}

/* Writes the head and the rows kept so far, now that the widths are known. */
static void table_measured(struct export *x, int64_t kept)
{
	char **head = ARENA_ARRAY(x->kept, char *, x->view->n_cols), **sums = table_sums(x);

	for (size_t n = 0; n < x->n_cols; n++) {
		size_t i = x->col[n];

		head[i] = arena_strdup(x->kept, tr(x->who->lang, x->view->cols[i].title));
		widen(&x->width[i], head[i]);
		if (sums && sums[i])
			widen(&x->width[i], sums[i]);
		for (int64_t k = 0; k < kept; k++)
			widen(&x->width[i], x->cell[k][i]);
		if (is_right(&x->view->cols[i]) && kept == MEASURED && x->width[i] < x->view->cols[i].width)
			x->width[i] = x->view->cols[i].width;
	}
	x->measured = true;
	table_line(x, head);
	table_rule(x);
	for (int64_t k = 0; k < kept; k++)
		table_line(x, x->cell[k]);
}

static void table_row_out(struct export *x, const struct view_row *row)
{
	for (size_t i = 0; i < x->view->n_cols; i++)
		if (!row->val[i].null && (x->view->cols[i].flags & COL_SUM))
			x->sum[i] += row->val[i].i;
	if (x->rows < MEASURED) {
		x->cell[x->rows] = table_cells(x, row, x->kept);
		return;
	}
	if (!x->measured)
		table_measured(x, MEASURED);
	table_line(x, table_cells(x, row, x->row));
}

static void table_end(struct export *x)
{
	char **sums;

	if (!x->measured)
		table_measured(x, x->rows);
	sums = table_sums(x);
	if (sums && x->rows) {
		table_rule(x);
		table_line(x, sums);
	}
}

/* ---- the whole ---- */

static void export_head(struct export *x)
{
	if (x->how->format == VIEW_CSV) {
		x->csv = csv_writer_new(x->out, x->how->encoding);
		csv_head(x);
	} else if (x->how->format == VIEW_JSON) {
		fputc('[', x->out);
	}
}

static bool export_row(void *arg, const struct view_row *row)
{
	struct export *x = arg;

	if (!x->rows)
		export_head(x);
	switch (x->how->format) {
	case VIEW_CSV:
		csv_row_out(x, row);
		break;
	case VIEW_JSON:
		json_row_out(x, row);
		break;
	case VIEW_TABLE:
		table_row_out(x, row);
		break;
	}
	arena_reset(x->row);
	x->rows++;
	return (!x->how->limit || x->rows < x->how->limit) && !ferror(x->out);
}

/* Nothing at all is written where the first row could not be read. */
static bool export_tail(struct export *x, bool ok, struct err *e)
{
	if (ok && !x->rows)
		export_head(x);
	if (x->csv)
		return csv_writer_close(x->csv, e) && ok;
	if (x->how->format == VIEW_JSON && (ok || x->rows))
		fputs("\n]\n", x->out);
	else if (x->how->format == VIEW_TABLE && ok)
		table_end(x);
	return ok;
}

bool view_export(struct db *db, const struct view_query *q, const struct view_who *who, FILE *out,
		 const struct view_export *how, int64_t *ret_rows, struct err *e)
{
	struct export x = { .view = q->view, .who = who, .how = how, .out = out };
	bool ok;

	x.row = arena_new();
	x.kept = arena_new();
	shown_find(&x);
	x.width = ARENA_ARRAY(x.kept, int, q->view->n_cols);
	x.sum = ARENA_ARRAY(x.kept, int64_t, q->view->n_cols);
	ok = export_tail(&x, view_each(db, q, who, export_row, &x, e), e);
	arena_free(x.row);
	arena_free(x.kept);
	if (ok)
		*ret_rows = x.rows;
	return ok;
}
