/* print.c - papers: which document a number means, how often it was printed, and what still waits for a
 * printer. */
#include "domain/print.h"

#include "base/text.h"
#include "domain/document.h"

bool print_find(struct ctx *ctx, const char *number, struct print_target *ret, struct err *e)
{
	char *folded = text_fold_code(ctx->arena, number), brief[TEXT_BRIEF];
	struct cur *c = db_open(ctx->db,
				SQL("SELECT d.id, ifnull(d.job_id, 0), k.code FROM document d "
				    "JOIN document_kind k ON k.id = d.kind_id WHERE d.number = :number"),
				BIND(B_TEXT("number", folded)));

	if (cur_next(c)) {
		*ret = (struct print_target){ cur_int(c, 0), cur_int(c, 1),
					      arena_strdup(ctx->arena, cur_text(c, 2)) };
		cur_close(c);
		return true;
	}
	*ret = (struct print_target){ .kind = "" };
	ret->job_id = db_int(ctx->db, SQL("SELECT id FROM job WHERE number = :number"),
			     BIND(B_TEXT("number", folded)), 0);
	return ret->job_id ||
	       err_set(e, ERR_NO, N_("There is no document and no work order %s"), text_brief(brief, number));
}

bool print_part(struct ctx *ctx, const char *code, int64_t *ret_id, struct err *e)
{
	const char *folded = text_fold_code(ctx->arena, code);
	char brief[TEXT_BRIEF];

	*ret_id = db_int(ctx->db,
			 SQL("SELECT id FROM part WHERE :code IN (code, barcode, maker_no) ORDER BY code <> "
			     ":code LIMIT 1"),
			 BIND(B_TEXT("code", folded)), 0);
	return *ret_id || err_set(e, ERR_NO, N_("There is no part %s"), text_brief(brief, code));
}

bool print_last(struct ctx *ctx, int64_t job_id, const char *kind, struct print_target *ret)
{
	int64_t id = db_int(ctx->db,
			    SQL("SELECT max(d.id) FROM document d JOIN document_kind k ON k.id = d.kind_id "
				"WHERE d.job_id = :job AND k.code = :kind"),
			    BIND(B_INT("job", job_id), B_TEXT("kind", kind)), 0);

	if (!id)
		return false;
	*ret = (struct print_target){ id, job_id, arena_strdup(ctx->arena, kind) };
	return true;
}

int64_t print_copies(struct ctx *ctx, int64_t document_id, const char *form)
{
	return db_int(
	    ctx->db,
	    SQL("SELECT max(copies) FROM print_job WHERE document_id = :document AND template = :form"),
	    BIND(B_INT("document", document_id), B_TEXT("form", form)), 0);
}

static bool waits(struct ctx *ctx, int64_t document_id, const char *form)
{
	return db_exists(ctx->db,
			 SQL("SELECT 1 FROM print_job WHERE document_id = :document AND template = :form AND "
			     "state = 'queued'"),
			 BIND(B_INT("document", document_id), B_TEXT("form", form)));
}

/* ---- print.done ---- */

struct print_done {
	struct input input;
	int64_t document, copies;
	const char *form;
};

static const struct field print_done_input[] = {
	FIELD(print_done, document, "document", N_("Document"), VT_REF, .view = "documents", REQUIRED,
	      .help = N_("The document it is about, by its number.")),
	FIELD(print_done, form, "form", N_("Form"), VT_TEXT, REQUIRED, .max = 40,
	      .help = N_("The printed form, such as settlement or receipt.")),
	FIELD(print_done, copies, "copies", N_("Copies"), VT_INT, .min = 1, .max = 99,
	      .help = N_("How many came out of the printer.")),
	{ 0 },
};

static bool print_done_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct print_done *in = input;
	int64_t copies = print_copies(ctx, in->document, in->form) + (HAS(in, copies) ? in->copies : 1);
	int64_t changed =
	    db_exec(ctx->db,
		    SQL("UPDATE print_job SET state = 'printed', copies = :copies, ver = ver + 1 "
			"WHERE document_id = :document AND template = :form"),
		    BIND(B_INT("copies", copies), B_INT("document", in->document), B_TEXT("form", in->form)));

	(void)e;
	if (!changed)
		db_exec(
		    ctx->db,
		    SQL("INSERT INTO print_job (document_id, template, state, copies) "
			"VALUES (:document, :form, 'printed', :copies)"),
		    BIND(B_INT("document", in->document), B_TEXT("form", in->form), B_INT("copies", copies)));
	ctx->answer->id = in->document;
	answer_add_int(ctx, "copies", copies);
	answer_say(ctx, N_("%s is printed"), document_number(ctx, in->document));
	return true;
}

COMMAND(print_done) = {
	.name = "print.done",
	.title = N_("Note that a document was printed"),
	.help = N_("It no longer waits for the printer; the next one is marked as a copy."),
	.undo = UNDO_NONE,
	.input = print_done_input,
	.size = sizeof(struct print_done),
	.run = print_done_run,
};

/* ---- print.drop ---- */

struct print_drop {
	struct input input;
	int64_t document;
	const char *form;
};

static const struct field print_drop_input[] = {
	FIELD(print_drop, document, "document", N_("Document"), VT_REF, .view = "documents", REQUIRED,
	      .help = N_("The document it is about, by its number.")),
	FIELD(print_drop, form, "form", N_("Form"), VT_TEXT, REQUIRED, .max = 40,
	      .help = N_("The printed form, such as settlement or receipt.")),
	{ 0 },
};

static bool print_drop_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct print_drop *in = input;

	if (!HAS(in, document) || !HAS(in, form) || waits(ctx, in->document, in->form))
		return true;
	return err_set(e, ERR_NO, N_("%s does not wait for a printer"), document_number(ctx, in->document));
}

static bool print_drop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct print_drop *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE print_job SET state = 'dropped', ver = ver + 1 "
		    "WHERE document_id = :document AND template = :form AND state = 'queued'"),
		BIND(B_INT("document", in->document), B_TEXT("form", in->form)));
	ctx->answer->id = in->document;
	answer_say(ctx, N_("%s is not printed"), document_number(ctx, in->document));
	return true;
}

COMMAND(print_drop) = {
	.name = "print.drop",
	.title = N_("Do not print a document"),
	.help = N_("It no longer waits for the printer; it can be printed later by its number."),
	.undo = UNDO_ROWS,
	.input = print_drop_input,
	.size = sizeof(struct print_drop),
	.may = print_drop_may,
	.run = print_drop_run,
};
