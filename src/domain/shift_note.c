/* shift_note.c - what one shift leaves for the next to know. */
#include "domain/command.h"

/* ---- note.write ---- */

struct note_write {
	struct input input;
	const char *text;
	int64_t person;
};

static const struct field note_write_input[] = {
	FIELD(note_write, text, "text", N_("Note"), VT_TEXT, REQUIRED, .max = 200,
	      .help = N_(
		  "What the others should know: a customer who comes back, a key, a machine that stands.")),
	FIELD(note_write, person, "person", N_("For whom"), VT_REF, .view = "staff", STOP,
	      .help = N_("Whom it is for; empty: everybody.")),
	{ 0 },
};

static bool note_write_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct note_write *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO shift_note (text, user_id, at, by_id) VALUES (:text, :person, :at, :by)"),
		BIND(B_TEXT("text", in->text), B_ID("person", in->person), B_INT("at", ctx->now),
		     B_INT("by", ctx->user_id)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("The note stands until it is done"));
	return true;
}

COMMAND(note_write) = {
	.name = "note.write",
	.title = N_("Note for the next shift"),
	.help = N_("Something that the others should know; it stands on their list until it is done."),
	.undo = UNDO_ROWS,
	.input = note_write_input,
	.size = sizeof(struct note_write),
	.run = note_write_run,
};

/* ---- note.done ---- */

struct note_done {
	struct input input;
	int64_t note;
	const char *answer;
};

static const struct field note_done_input[] = {
	FIELD(note_done, note, "note", N_("Note"), VT_REF, REQUIRED, .view = "shift_notes",
	      .help = N_("The note that is done with.")),
	FIELD(note_done, answer, "answer", N_("What was done"), VT_TEXT, STOP, .max = 120,
	      .help = N_("In a few words, for whoever wrote it; may stay empty.")),
	{ 0 },
};

static bool note_done_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct note_done *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE shift_note SET done_at = :now, done_by = :user, answer = :answer, ver = ver + 1 "
		    "WHERE id = :id"),
		BIND(B_INT("now", ctx->now), B_INT("user", ctx->user_id), B_TEXT("answer", in->answer),
		     B_INT("id", in->note)));
	ctx->answer->id = in->note;
	answer_say(ctx, N_("The note is done with"));
	return true;
}

COMMAND(note_done) = {
	.name = "note.done",
	.title = N_("A note is done"),
	.help = N_("The note leaves the list; what was done is kept with it."),
	.undo = UNDO_ROWS,
	.input = note_done_input,
	.size = sizeof(struct note_done),
	.edits = "note",
	.edits_table = "shift_note",
	.run = note_done_run,
};
