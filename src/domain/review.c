/* review.c - reviews: somebody else than the maker looks at a document and fixes it, or sends it back.
 *
 * A review posts nothing. Rows are added, the last one of a document counts: reviewed, sent_back or undone. */
#include "domain/review.h"

#include <string.h>

#include "domain/document.h"

struct review {
	struct input input;
	int64_t document;
	const char *reason;
};

static const struct field review_input[] = {
	FIELD(review, document, "document", N_("Document"), VT_REF, REQUIRED, .view = "documents",
	      .help = N_("A document that somebody else has booked.")),
	FIELD(review, reason, "reason", N_("Note"), VT_TEXT, .max = 200,
	      .help = N_("What was compared with what; it is kept with the review.")),
	{ 0 },
};

static const struct field review_why_input[] = {
	FIELD(review, document, "document", N_("Document"), VT_REF, REQUIRED, .view = "documents",
	      .help = N_("The document that is looked at.")),
	FIELD(review, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_("What is wrong with it, for whoever has booked it.")),
	{ 0 },
};

/* A document as a reviewer sees it. */
struct reviewed {
	const char *number, *verdict, *by; /* of the last look; "" for none */
	int64_t maker_id;
	bool queued, reversed;
};

static void reviewed_read(struct ctx *ctx, int64_t id, struct reviewed *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT d.number, d.user_id, r.verdict, u.title, k.kind_id IS NOT NULL, x.id IS NOT NULL "
		"FROM document d LEFT JOIN review_kind k ON k.kind_id = d.kind_id "
		"LEFT JOIN document x ON x.reverses_id = d.id "
		"LEFT JOIN review r ON r.id = (SELECT max(id) FROM review WHERE document_id = d.id) "
		"LEFT JOIN user u ON u.id = r.user_id WHERE d.id = :id"),
	    BIND(B_INT("id", id)));

	*ret = (struct reviewed){ .number = "", .verdict = "", .by = "" };
	if (!cur_next(c))
		return;
	ret->number = arena_strdup(ctx->arena, cur_text(c, 0));
	ret->maker_id = cur_int(c, 1);
	if (!cur_null(c, 2)) {
		ret->verdict = arena_strdup(ctx->arena, cur_text(c, 2));
		ret->by = arena_strdup(ctx->arena, cur_text(c, 3));
	}
	ret->queued = cur_int(c, 4) != 0;
	ret->reversed = cur_int(c, 5) != 0;
	cur_close(c);
}

bool review_free(struct ctx *ctx, int64_t document_id, const char *number, struct err *e)
{
	struct reviewed r;

	reviewed_read(ctx, document_id, &r);
	return strcmp(r.verdict, "reviewed") != 0 ||
	       err_field(e, "document",
			 N_("%s is reviewed by %s and stands. Take the review back first (review.undo)"),
			 number, r.by);
}

/* Can it be looked at by this person? */
static bool may_look(struct ctx *ctx, const struct reviewed *r, struct err *e)
{
	if (!r->queued)
		return err_field(e, "document", N_("%s is of a kind that is not reviewed"), r->number);
	if (r->reversed)
		return err_field(e, "document", N_("%s is reversed: there is nothing to review"), r->number);
	if (r->maker_id == ctx->user_id)
		return err_field(e, "document", N_("You booked %s yourself. Somebody else reviews it"),
				 r->number);
	return strcmp(r->verdict, "reviewed") != 0 ||
	       err_field(e, "document", N_("%s is reviewed already by %s"), r->number, r->by);
}

static bool review_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct review *in = input;
	struct reviewed r;

	if (!HAS(in, document))
		return true;
	reviewed_read(ctx, in->document, &r);
	return may_look(ctx, &r, e);
}

static void review_write(struct ctx *ctx, const struct review *in, const char *verdict)
{
	db_exec(ctx->db,
		SQL("INSERT INTO review (document_id, verdict, user_id, at, day, reason) "
		    "VALUES (:document, :verdict, :user, :at, :day, :reason)"),
		BIND(B_INT("document", in->document), B_TEXT("verdict", verdict), B_INT("user", ctx->user_id),
		     B_INT("at", ctx->now), B_INT("day", ctx->today), B_TEXT("reason", in->reason)));
	ctx->answer->id = in->document;
}

static bool review_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct review *in = input;

	if (!review_may(ctx, in, e))
		return false;
	review_write(ctx, in, "reviewed");
	answer_say(ctx, N_("%s is reviewed and stands"), document_number(ctx, in->document));
	return true;
}

COMMAND(review_pass) = {
	.name = "review.pass",
	.title = N_("Review"),
	.help = N_("Says that a document is right: it cannot be reversed or reopened from then on."),
	.undo = UNDO_NONE,
	.input = review_input,
	.size = sizeof(struct review),
	.may = review_may,
	.run = review_run,
};

static bool send_back_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct review *in = input;

	if (!review_may(ctx, in, e))
		return false;
	review_write(ctx, in, "sent_back");
	answer_say(ctx, N_("%s goes back to whoever booked it"), document_number(ctx, in->document));
	return true;
}

COMMAND(review_send_back) = {
	.name = "review.send_back",
	.title = N_("Send back to the maker"),
	.help = N_("Says what is wrong with a document, for whoever has booked it."),
	.undo = UNDO_NONE,
	.input = review_why_input,
	.size = sizeof(struct review),
	.may = review_may,
	.run = send_back_run,
};

static bool undo_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct review *in = input;
	struct reviewed r;

	if (!HAS(in, document))
		return true;
	reviewed_read(ctx, in->document, &r);
	return !strcmp(r.verdict, "reviewed") || err_field(e, "document", N_("%s is not reviewed"), r.number);
}

static bool undo_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct review *in = input;

	if (!undo_may(ctx, in, e))
		return false;
	review_write(ctx, in, "undone");
	answer_say(ctx, N_("%s is open to review again"), document_number(ctx, in->document));
	return true;
}

COMMAND(review_undo) = {
	.name = "review.undo",
	.title = N_("Take a review back"),
	.help =
	    N_("The document may be reversed again; needs a right of its own, with a reason that is kept."),
	.undo = UNDO_NONE,
	.input = review_why_input,
	.size = sizeof(struct review),
	.may = undo_may,
	.run = undo_run,
};
