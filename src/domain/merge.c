/* merge.c - doubles that were made one are parted again. */
#include <string.h>

#include "domain/merge_private.h"

void merge_write(struct ctx *ctx, const char *kind, struct merge *m, const char *reason)
{
	db_exec(ctx->db,
		SQL("INSERT INTO merge (kind, from_id, into_id, document_id, at, user_id, reason) "
		    "VALUES (:kind, :from, :into, :document, :now, :user, :reason)"),
		BIND(B_TEXT("kind", kind), B_INT("from", m->from), B_INT("into", m->into),
		     B_ID("document", m->document), B_INT("now", ctx->now), B_INT("user", ctx->user_id),
		     B_TEXT("reason", reason)));
	m->id = db_last_id(ctx->db);
}

void merge_unwrite(struct ctx *ctx, const struct merge *m)
{
	db_exec(ctx->db,
		SQL("UPDATE merge SET undone_at = :now, undone_by = :user, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("now", ctx->now), B_INT("user", ctx->user_id), B_INT("id", m->id)));
}

/* ---- merge.undo ---- */

struct merge_undo {
	struct input input;
	int64_t merge;
};

static const struct field merge_undo_input[] = {
	FIELD(merge_undo, merge, "merge", N_("What was made one"), VT_REF, REQUIRED, .view = "merges",
	      .help = N_("The line of the list of doubles that is to be parted again.")),
	{ 0 },
};

static bool merge_read(struct ctx *ctx, int64_t id, struct merge *ret, bool *ret_vehicle, bool *ret_undone)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT from_id, into_id, kind = 'vehicle', undone_at IS NOT NULL FROM merge WHERE id = :id"),
	    BIND(B_INT("id", id)));

	if (!cur_next(c))
		return false;
	*ret = (struct merge){ .id = id, .from = cur_int(c, 0), .into = cur_int(c, 1) };
	*ret_vehicle = cur_int(c, 2) != 0;
	*ret_undone = cur_int(c, 3) != 0;
	cur_close(c);
	return true;
}

/* The one that stayed has itself gone into another one since. */
static bool gone_on(struct ctx *ctx, const struct merge *m, bool vehicle)
{
	if (vehicle)
		return db_exists(ctx->db,
				 SQL("SELECT 1 FROM vehicle WHERE id = :id AND merged_into IS NOT NULL"),
				 BIND(B_INT("id", m->into)));
	return db_exists(ctx->db, SQL("SELECT 1 FROM party WHERE id = :id AND merged_into IS NOT NULL"),
			 BIND(B_INT("id", m->into)));
}

static bool merge_undo_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct merge_undo *in = input;
	struct merge m;
	bool vehicle, undone;

	if (!HAS(in, merge) || !merge_read(ctx, in->merge, &m, &vehicle, &undone))
		return true;
	if (undone)
		return err_field(e, "merge", N_("These two are parted already"));
	if (gone_on(ctx, &m, vehicle))
		return err_field(e, "merge",
				 N_("The one that stayed was made one with another later. Part those first"));
	return true;
}

static bool merge_undo_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct merge_undo *in = input;
	struct merge m;
	bool vehicle, undone;

	if (!merge_read(ctx, in->merge, &m, &vehicle, &undone))
		return err_field(e, "merge", N_("This is not there"));
	if (!(vehicle ? vehicle_unmerge(ctx, &m, e) : customer_unmerge(ctx, &m, e)))
		return false;
	merge_unwrite(ctx, &m);
	ctx->answer->id = m.id;
	return true;
}

COMMAND(merge_undo) = {
	.name = "merge.undo",
	.title = N_("Part what was made one"),
	.help =
	    N_("Cars, work orders, contacts and what is open of the old bills go back to where they were."),
	.undo = UNDO_NONE,
	.input = merge_undo_input,
	.size = sizeof(struct merge_undo),
	.edits = "merge",
	.edits_table = "merge",
	.may = merge_undo_may,
	.run = merge_undo_run,
};
