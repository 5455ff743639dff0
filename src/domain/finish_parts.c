/* finish_parts.c - each part is billed as it was issued, free for a reason, or back in stock before work is finished. */
#include "domain/finish_parts.h"

#include <string.h>

#include "base/money.h"
#include "base/str.h"
#include "base/text.h"
#include "domain/choice.h"
#include "domain/stock.h"
#include "domain/stock_return.h"

#define TOLD_MOST 4 /* differences named in one sentence */

const struct field finish_part_input[] = {
	FIELD(finish_part, line, "line", N_("Line"), VT_REF, .flags = FIXED_, .view = "differing_lines",
	      .help = N_("A part of which more or less was issued than is billed.")),
	FIELD(finish_part, then, "then", N_("What becomes of it"), VT_CHOICE, .brief = N_("Then"),
	      .choices = choice_finish_part,
	      .help =
		  N_("Bill what was issued; leave the rest free for a reason; or bring it back to stock.")),
	FIELD(finish_part, reason, "reason", N_("Reason"), VT_TEXT, .max = 60,
	      .help = N_("Why it is free; needed for that alone.")),
	{ 0 },
};

const char *parts_differ(struct ctx *ctx, int64_t job_id)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT text, iif(state = 'on', qty, 0) + free_qty, issued_qty FROM "
				    "job_line WHERE job_id = :job "
				    "AND part_id IS NOT NULL AND issued_qty <> iif(state = 'on', qty, 0) + "
				    "free_qty ORDER BY pos, id"),
				BIND(B_INT("job", job_id)));
	struct str list = { 0 };
	char brief[TEXT_BRIEF];
	const char *text;

	for (int i = 0; cur_next(c); i++) {
		if (i <= TOLD_MOST)
			str_add(&list, i ? "; " : "");
		if (i < TOLD_MOST)
			str_addf(&list, tr(ctx->lang, N_("%s: %s billed, %s issued")),
				 text_brief(brief, cur_text(c, 0)), qty_text(ctx->arena, cur_int(c, 1)),
				 qty_text(ctx->arena, cur_int(c, 2)));
		else if (i == TOLD_MOST)
			str_add(&list, "…");
	}
	text = arena_strdup(ctx->arena, str_get(&list));
	str_free(&list);
	return text;
}

/* ---- one of them ---- */

/* What is billed is what was issued: nothing of it drops the line. */
static void line_bill(struct ctx *ctx, const struct job_line_row *l, const char *reason)
{
	db_exec(ctx->db, SQL("UPDATE job_line SET free_qty = 0 WHERE id = :id"), BIND(B_INT("id", l->id)));
	if (!l->issued_qty) {
		job_line_to(ctx, l, "dropped", reason ? reason : tr(ctx->lang, N_("Not issued")));
		return;
	}
	if (strcmp(l->state, "on") != 0)
		job_line_to(ctx, l, "on", reason);
	job_line_set(ctx, l, l->issued_qty, l->price);
}

static bool line_free(struct ctx *ctx, const struct job_line_row *l, int64_t billed, const char *reason,
		      struct err *e)
{
	if (!reason)
		return err_field(e, "parts.reason", N_("Say why “%s” is free"), l->text);
	if (l->issued_qty < billed)
		return err_field(e, "parts.then",
				 N_("Less of “%s” was issued than is billed; bill what was issued"), l->text);
	db_exec(ctx->db,
		SQL("UPDATE job_line SET free_qty = issued_qty - :billed, reason = :reason, ver = ver + 1 "
		    "WHERE id = "
		    ":id"),
		BIND(B_INT("billed", billed), B_TEXT("reason", reason), B_INT("id", l->id)));
	return true;
}

/* The slip is posted with the first part that goes back. */
static bool line_return(struct slip *s, const struct job_line_row *l, int64_t billed, int64_t picker_id)
{
	int64_t part_id = db_int(s->ctx->db, SQL("SELECT part_id FROM job_line WHERE id = :id"),
				 BIND(B_INT("id", l->id)), 0);
	int64_t left = l->issued_qty - billed, value;
	struct issued *issued;
	size_t n;

	if (left <= 0)
		return err_field(s->e, "parts.then",
				 N_("Less of “%s” was issued than is billed; bill what was issued"), l->text);
	if (!s->document_id && !slip_head(s, DOC_RETURN, picker_id))
		return false;
	n = issued_left(s->ctx, s->job_id, part_id, l->id, &issued);
	for (size_t i = 0; i < n && left > 0; i++) {
		int64_t now = issued[i].qty < left ? issued[i].qty : left;

		if (!issued_back(s, &issued[i], part_id, now, &value))
			return false;
		slip_value(s, part_id, -value);
		left -= now;
	}
	db_exec(s->ctx->db, SQL("UPDATE job_line SET free_qty = 0 WHERE id = :id"), BIND(B_INT("id", l->id)));
	return true;
}

static bool line_settle(struct slip *s, const struct finish_part *row, int64_t picker_id)
{
	struct job_line_row l;
	int64_t billed;

	if (!job_line_read(s->ctx, row->line, &l) || l.job_id != s->job_id)
		return err_field(s->e, "parts.line", N_("This line is not on the work order"));
	if (!row->then)
		return err_field(s->e, "parts.then", N_("Say what becomes of “%s”: bill, free or return"),
				 l.text);
	billed = strcmp(l.state, "on") == 0 ? l.qty : 0;
	if (!strcmp(row->then, "free"))
		return line_free(s->ctx, &l, billed, row->reason, s->e);
	if (!strcmp(row->then, "return"))
		return line_return(s, &l, billed, picker_id);
	line_bill(s->ctx, &l, row->reason);
	return true;
}

bool parts_settle(struct ctx *ctx, int64_t job_id, int64_t picker_id, const struct lines *rows, struct err *e)
{
	struct slip s = { .ctx = ctx, .e = e, .job_id = job_id, .warehouse_id = stock_warehouse(ctx, 0) };
	const char *differs;

	for (size_t i = 0; i < rows->n; i++) {
		e->line = (int)i + 1;
		if (!line_settle(&s, LINE_AT(*rows, struct finish_part, i), picker_id))
			return false;
	}
	e->line = 0;
	if (s.document_id && !ledger_post(ctx, s.document_id, s.p, e))
		return false;
	differs = parts_differ(ctx, job_id);
	return !*differs ||
	       err_field(e, "parts",
			 N_("%s. Say what becomes of each: billed as issued, free for a reason, or "
			    "returned (parts)"),
			 differs);
}

void parts_propose(struct ctx *ctx, int64_t job_id, struct args *args)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT id FROM job_line WHERE job_id = :job AND part_id IS NOT NULL "
		"AND issued_qty <> iif(state = 'on', qty, 0) + free_qty ORDER BY pos, id LIMIT :most"),
	    BIND(B_INT("job", job_id), B_INT("most", FINISH_PARTS_MOST)));

	while (cur_next(c)) {
		struct args *row = args_add_line(args, "parts");

		args_set_id(row, "line", cur_int(c, 0));
		args_set(row, "then", "bill");
	}
}
