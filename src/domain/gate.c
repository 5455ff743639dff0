/* gate.c - step-by-step mode: each gate is on or off by repair type, and met when nothing is open. */
#include "domain/gate.h"

#include "base/money.h"
#include "base/text.h"

bool gate_on(struct ctx *ctx, const struct job *j, const char *gate)
{
	return db_exists(ctx->db,
			 SQL("SELECT 1 FROM repair_gate r JOIN gate g ON g.id = r.gate_id "
			     "WHERE r.repair_type_id = :type AND g.code = :gate"),
			 BIND(B_INT("type", j->repair_type_id), B_TEXT("gate", gate)));
}

bool gate_dispatched(struct ctx *ctx, const struct job *j, struct err *e)
{
	char brief[TEXT_BRIEF], *text;

	if (!gate_on(ctx, j, "dispatch"))
		return true;
	text =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT l.text FROM job_line l WHERE l.job_id = :job AND l.kind = 'labour' "
			"AND l.state = 'on' AND NOT EXISTS (SELECT 1 FROM dispatch d WHERE d.line_id = l.id) "
			"ORDER BY l.pos LIMIT 1"),
		    BIND(B_INT("job", j->id)));
	return !text ||
	       err_set(e, ERR_NO, N_("“%s” of %s is not dispatched. Say who does it first (job.dispatch)"),
		       text_brief(brief, text), j->number);
}

bool gate_clocked(struct ctx *ctx, const struct job *j, struct err *e)
{
	return !gate_on(ctx, j, "clock") ||
	       db_exists(ctx->db, SQL("SELECT 1 FROM job_clock WHERE job_id = :job LIMIT 1"),
			 BIND(B_INT("job", j->id))) ||
	       err_set(e, ERR_NO, N_("Nobody has clocked on to %s. The technician does it first (job.start)"),
		       j->number);
}

bool gate_checked(struct ctx *ctx, const struct job *j, struct err *e)
{
	return !gate_on(ctx, j, "check") ||
	       db_exists(ctx->db, SQL("SELECT 1 FROM job WHERE id = :id AND check_id IS NOT NULL"),
			 BIND(B_INT("id", j->id))) ||
	       err_set(e, ERR_NO, N_("%s has not passed the quality check. Check it first (job.check)"),
		       j->number);
}

bool gate_paid(struct ctx *ctx, const struct job *j, struct err *e)
{
	int64_t open;

	if (!gate_on(ctx, j, "paid"))
		return true;
	open = db_int(ctx->db,
		      SQL("SELECT sum(o.amount) FROM bill b JOIN bill_open o ON o.id = b.id "
			  "WHERE b.document_id = :settlement"),
		      BIND(B_INT("settlement", j->settlement_id)), 0);
	return !open ||
	       err_set(e, ERR_NO,
		       N_("%s of %s is still open, and this repair type is paid before the car leaves. "
			  "Take the payment first (payment.take)"),
		       money_text(ctx->arena, open), j->number);
}

/* ---- gate.set ---- */

struct gate_set {
	struct input input;
	int64_t gate, repair_type, on;
};

static const struct field gate_set_input[] = {
	FIELD(gate_set, gate, "gate", N_("Gate"), VT_REF, REQUIRED, .view = "gates",
	      .help = N_("What is asked for before the next step.")),
	FIELD(gate_set, repair_type, "repair_type", N_("Repair type"), VT_REF, .view = "repair_types",
	      .help = N_("For which work orders; empty for all repair types.")),
	FIELD(gate_set, on, "on", N_("On"), VT_BOOL, REQUIRED, .max = 1,
	      .help = N_("Yes: the step is refused while something is open. No: it is not asked for.")),
	{ 0 },
};

static bool gate_set_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct gate_set *in = input;

	(void)e;
	db_exec(
	    ctx->db,
	    SQL("DELETE FROM repair_gate WHERE gate_id = :gate AND iif(:type, repair_type_id = :type, 1)"),
	    BIND(B_INT("gate", in->gate), B_INT("type", in->repair_type)));
	if (in->on)
		db_exec(
		    ctx->db,
		    SQL("INSERT INTO repair_gate (repair_type_id, gate_id) SELECT id, :gate FROM repair_type "
			"WHERE iif(:type, id = :type, 1)"),
		    BIND(B_INT("gate", in->gate), B_INT("type", in->repair_type)));
	ctx->answer->id = in->gate;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(gate_set) = {
	.name = "gate.set",
	.title = N_("Step-by-step mode"),
	.help = N_("Which steps ask for what comes before them, by repair type."),
	.undo = UNDO_ROWS,
	.input = gate_set_input,
	.size = sizeof(struct gate_set),
	.run = gate_set_run,
};
