/* reverse.c - taking a posted document back: it stands for ever, and a document of its own posts the
 * opposite. How each kind goes back stands in the file of its noun, as a REVERSAL. */
#include "domain/reverse.h"

#include "domain/document.h"
#include "domain/review.h"

/* ---- what every reversal shares ---- */

bool posted_read(struct ctx *ctx, int64_t id, struct posted *ret, struct err *e)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT d.kind_id, d.day, d.party_id, d.job_id, d.amount, d.number, r.number FROM document d "
		"LEFT JOIN document r ON r.reverses_id = d.id WHERE d.id = :id"),
	    BIND(B_INT("id", id)));
	const char *by = NULL;

	if (!cur_next(c))
		return err_field(e, "document", N_("This document is not there"));
	*ret = (struct posted){ .id = id,
				.kind = cur_int(c, 0),
				.day = cur_int(c, 1),
				.party_id = cur_int(c, 2),
				.job_id = cur_int(c, 3),
				.amount = cur_int(c, 4),
				.number = arena_strdup(ctx->arena, cur_text(c, 5)) };
	if (!cur_null(c, 6))
		by = arena_strdup(ctx->arena, cur_text(c, 6));
	cur_close(c);
	if (by)
		return err_field(e, "document", N_("%s is reversed already (%s)"), ret->number, by);
	return true;
}

bool posted_to_turn(struct ctx *ctx, int64_t id, struct posted *ret, struct err *e)
{
	return posted_read(ctx, id, ret, e) && review_free(ctx, id, ret->number, e);
}

int64_t posted_reverse(struct ctx *ctx, const struct posted *d, const char *reason)
{
	struct ctx with = *ctx;

	with.remark = reason;
	return document_post(&with, &(struct document){ .kind = DOC_REVERSAL,
							.party_id = d->party_id,
							.job_id = d->job_id,
							.reverses_id = d->id,
							.amount = -d->amount });
}

static void opposite(struct ctx *ctx, struct posting *p, int64_t document_id, bool money)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT l.account_id, l.amount, l.party_id, l.job_id, l.shift_id, l.part_id, l.card_id FROM "
		"entry e JOIN entry_line l ON l.entry_id = e.id WHERE e.document_id = :document "
		"AND (:money OR l.account_id NOT IN (SELECT account_id FROM pay_method WHERE money)) "
		"ORDER BY l.id"),
	    BIND(B_INT("document", document_id), B_INT("money", money)));

	while (cur_next(c))
		posting_add(p, (struct posting_line){ .account = cur_int(c, 0),
						      .amount = -cur_int(c, 1),
						      .party_id = cur_int(c, 2),
						      .job_id = cur_int(c, 3),
						      .shift_id = cur_int(c, 4),
						      .part_id = cur_int(c, 5),
						      .card_id = cur_int(c, 6) });
}

void posting_opposite(struct ctx *ctx, struct posting *p, int64_t document_id)
{
	opposite(ctx, p, document_id, true);
}

void posting_opposite_but_money(struct ctx *ctx, struct posting *p, int64_t document_id)
{
	opposite(ctx, p, document_id, false);
}

/* ---- reverse ---- */

struct reverse {
	struct input input;
	int64_t document;
	const char *reason;
};

static const struct field reverse_input[] = {
	FIELD(reverse, document, "document", N_("Document"), VT_REF, REQUIRED, .view = "documents",
	      .help = N_("The document it is about, by its number.")),
	FIELD(reverse, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("Why, in a few words: it stands on the document and in the journal.")),
	{ 0 },
};

static bool reversal_stands(struct ctx *ctx, const struct posted *d, struct err *e)
{
	(void)ctx;
	return err_field(e, "document", N_("%s is a reversal itself. Book what it took back anew"),
			 d->number);
}

REVERSAL(reversal) = {
	.kinds = { DOC_REVERSAL },
	.may = reversal_stands,
};

/* NULL for a kind that books nothing. */
static const struct reversal *reversal_find(int64_t kind)
{
	for (const struct reversal *const *r = reversal_all; *r; r++)
		for (size_t i = 0; i < REVERSAL_KINDS && (*r)->kinds[i]; i++)
			if ((*r)->kinds[i] == kind)
				return *r;
	return NULL;
}

static bool posted_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	const struct reversal *r = reversal_find(d->kind);

	if (!r)
		return err_field(e, "document", N_("%s books nothing that could be reversed"), d->number);
	return !r->may || r->may(ctx, d, e);
}

static bool reverse_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reverse *in = input;
	struct posted d;

	return !HAS(in, document) ||
	       (posted_to_turn(ctx, in->document, &d, e) && posted_reversible(ctx, &d, e));
}

static bool reverse_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct reverse *in = input;
	struct posted d;

	if (!posted_to_turn(ctx, in->document, &d, e) || !reversal_find(d.kind)->run(ctx, &d, in->reason, e))
		return false;
	answer_say(ctx, N_("%s: %s is reversed"), ctx->answer->number, d.number);
	return true;
}

COMMAND(reverse) = {
	.name = "reverse",
	.title = N_("Reverse a document"),
	.help = N_("Posts the exact opposite of a document, dated today; both stay in the books."),
	.undo = UNDO_NONE,
	.input = reverse_input,
	.size = sizeof(struct reverse),
	.may = reverse_may,
	.run = reverse_run,
};
