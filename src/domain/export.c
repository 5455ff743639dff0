/* export.c - what left the house as a file is told to the journal. */
#include "domain/command.h"

struct export_done {
	struct input input;
	const char *view, *file, *sha256;
	int64_t rows;
};

static const struct field export_done_input[] = {
	FIELD(export_done, view, "view", N_("List"), VT_TEXT, REQUIRED, .max = 60,
	      .help = N_("The list or report that was written to a file.")),
	FIELD(export_done, file, "file", N_("File"), VT_TEXT, REQUIRED, .max = 100,
	      .help = N_("Where it was written to.")),
	FIELD(export_done, rows, "rows", N_("Rows"), VT_INT, REQUIRED, .max = INT32_MAX,
	      .help = N_("How many rows the file has.")),
	FIELD(export_done, sha256, "sha256", N_("Sum"), VT_TEXT, REQUIRED, .max = 64,
	      .help = N_("The SHA-256 of the file, as sha256sum writes it.")),
	{ 0 },
};

static bool export_done_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct export_done *in = input;

	(void)ctx;
	if (HAS(in, view) && !view_find(in->view))
		return err_field(e, "view", N_("There is no list “%s”. “workbay views” lists them"),
				 in->view);
	return true;
}

static bool export_done_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct export_done *in = input;

	(void)e;
	answer_add_text(ctx, "view", in->view);
	answer_add_text(ctx, "file", in->file);
	answer_add_int(ctx, "rows", in->rows);
	answer_add_text(ctx, "sha256", in->sha256);
	answer_say(ctx, N_("%s was exported"), in->file);
	return true;
}

COMMAND(export_done) = {
	.name = "export.done",
	.title = N_("Tell of an export"),
	.help = N_("Keeps in the journal who took which list out of the house, with its rows and sum."),
	.undo = UNDO_NONE,
	.input = export_done_input,
	.size = sizeof(struct export_done),
	.may = export_done_may,
	.run = export_done_run,
};
