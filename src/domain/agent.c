/* agent.c - who sends cars to us for an insurer, and what he gets for it. */
#include "domain/command.h"

#define RATE_MOST 5000

struct agent_input {
	struct input input;
	int64_t agent, insurer, rate, active;
	const char *name, *phone;
};

#define HELP_RATE N_("Per cent of what the insurer pays: 5 for 5 %. A car keeps the rate of the day it came.")

static const struct field agent_add_input[] = {
	FIELD(agent_input, insurer, "insurer", N_("Insurer"), VT_REF, REQUIRED, .view = "insurers",
	      .help = N_("The company that this person works for.")),
	FIELD(agent_input, name, "name", N_("Name"), VT_TEXT, .flags = REQUIRED_ | PERSONAL_, .max = 40,
	      .help = N_("The person who sends the cars.")),
	FIELD(agent_input, rate, "rate", N_("Commission"), VT_RATE, REQUIRED, .min = 0, .max = RATE_MOST,
	      .help = HELP_RATE),
	FIELD(agent_input, phone, "phone", N_("Phone"), VT_PHONE, .flags = STOP_ | PERSONAL_,
	      .help = N_("For asking about a claim.")),
	{ 0 },
};

static const struct field agent_change_input[] = {
	FIELD(agent_input, agent, "agent", N_("Agent"), VT_REF, REQUIRED, .view = "insurer_agents",
	      .help = N_("The person, by name or phone.")),
	FIELD(agent_input, rate, "rate", N_("Commission"), VT_RATE, .min = 0, .max = RATE_MOST,
	      .help = HELP_RATE),
	FIELD(agent_input, phone, "phone", N_("Phone"), VT_PHONE, .flags = PERSONAL_,
	      .help = N_("For asking about a claim.")),
	FIELD(agent_input, active, "active", N_("Still sends cars"), VT_BOOL, .max = 1,
	      .help = N_("No: the agent is not offered at reception any more; old cars keep the name.")),
	{ 0 },
};

static bool agent_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct agent_input *in = input;

	if (HAS(in, insurer) && HAS(in, name) &&
	    db_exists(ctx->db,
		      SQL("SELECT 1 FROM insurer_agent WHERE insurer_id = :insurer AND name = :name"),
		      BIND(B_INT("insurer", in->insurer), B_TEXT("name", in->name))))
		return err_field(
		    e, "name",
		    N_("There is “%s” already. Take that one, or write the name so that they can be told "
		       "apart"),
		    in->name);
	return true;
}

static bool agent_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct agent_input *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO insurer_agent (insurer_id, name, phone, rate) VALUES (:insurer, :name, "
		    ":phone, :rate)"),
		BIND(B_INT("insurer", in->insurer), B_TEXT("name", in->name), B_TEXT("phone", in->phone),
		     B_INT("rate", in->rate)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in->name);
	return true;
}

static bool agent_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct agent_input *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE insurer_agent SET phone = coalesce(:phone, phone), rate = iif(:has_rate, :rate, "
		    "rate), active = iif(:has_active, :active, active), ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("phone", in->phone), B_INT("has_rate", HAS(in, rate)), B_INT("rate", in->rate),
		     B_INT("has_active", HAS(in, active)), B_INT("active", in->active),
		     B_INT("id", in->agent)));
	ctx->answer->id = in->agent;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(agent_add) = {
	.name = "agent.add",
	.title = N_("New insurer's agent"),
	.help = N_("A person at an insurance company who sends cars, with the agreed commission."),
	.undo = UNDO_ROWS,
	.input = agent_add_input,
	.size = sizeof(struct agent_input),
	.may = agent_add_may,
	.run = agent_add_run,
};

COMMAND(agent_change) = {
	.name = "agent.change",
	.title = N_("Change an insurer's agent"),
	.help = N_("A new rate counts for cars that come from now on."),
	.undo = UNDO_ROWS,
	.input = agent_change_input,
	.size = sizeof(struct agent_input),
	.edits = "agent",
	.edits_table = "insurer_agent",
	.run = agent_change_run,
};
