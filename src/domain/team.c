/* team.c - the teams of the workshop and who is in them. */
#include "domain/command.h"

/* ---- team.add ---- */

struct team_add {
	struct input input;
	const char *code, *name;
};

static const struct field team_add_input[] = {
	FIELD(team_add, code, "code", N_("Code"), VT_CODE, REQUIRED, .max = 12,
	      .help = N_("Short, in capitals: BODY, PAINT, A.")),
	FIELD(team_add, name, "name", N_("Team"), VT_TEXT, REQUIRED, .max = 24,
	      .help = N_("People who share work, by the team's name.")),
	{ 0 },
};

static bool team_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct team_add *in = input;

	if (HAS(in, code) &&
	    db_exists(ctx->db, SQL("SELECT 1 FROM team WHERE code = :code"), BIND(B_TEXT("code", in->code))))
		return err_field(e, "code", N_("There is a team %s already"), in->code);
	return true;
}

static bool team_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct team_add *in = input;

	(void)e;
	db_exec(ctx->db, SQL("INSERT INTO team (code, title) VALUES (:code, :title)"),
		BIND(B_TEXT("code", in->code), B_TEXT("title", in->name)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in->name);
	return true;
}

COMMAND(team_add) = {
	.name = "team.add",
	.title = N_("New team"),
	.help = N_("People who take work together: body, paint, electrics."),
	.undo = UNDO_ROWS,
	.input = team_add_input,
	.size = sizeof(struct team_add),
	.may = team_add_may,
	.run = team_add_run,
};

/* ---- team.member ---- */

struct team_member {
	struct input input;
	int64_t team, person, leaves;
};

static const struct field team_member_input[] = {
	FIELD(team_member, team, "team", N_("Team"), VT_REF, REQUIRED, .view = "teams",
	      .help = N_("People who share work, by the team's name.")),
	FIELD(team_member, person, "person", N_("Person"), VT_REF, REQUIRED, .view = "staff",
	      .help = N_("Who it is: the name or its first letters.")),
	FIELD(team_member, leaves, "leaves", N_("Leaves the team"), VT_BOOL,
	      .help = N_("Yes takes the person out of the team.")),
	{ 0 },
};

static bool is_member(struct ctx *ctx, const struct team_member *in)
{
	return db_exists(ctx->db, SQL("SELECT 1 FROM team_member WHERE team_id = :team AND user_id = :user"),
			 BIND(B_INT("team", in->team), B_INT("user", in->person)));
}

static bool team_member_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct team_member *in = input;

	if (!HAS(in, team) || !HAS(in, person) || is_member(ctx, in) == (in->leaves != 0))
		return true;
	return in->leaves ? err_field(e, "person", N_("This person is not in the team"))
			  : err_field(e, "person", N_("This person is in the team already"));
}

static bool team_member_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct team_member *in = input;

	(void)e;
	if (in->leaves)
		db_exec(ctx->db, SQL("DELETE FROM team_member WHERE team_id = :team AND user_id = :user"),
			BIND(B_INT("team", in->team), B_INT("user", in->person)));
	else
		db_exec(ctx->db, SQL("INSERT INTO team_member (team_id, user_id) VALUES (:team, :user)"),
			BIND(B_INT("team", in->team), B_INT("user", in->person)));
	db_exec(ctx->db, SQL("UPDATE team SET ver = ver + 1 WHERE id = :id"), BIND(B_INT("id", in->team)));
	ctx->answer->id = in->team;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(team_member) = {
	.name = "team.member",
	.title = N_("Member of a team"),
	.help = N_("A person joins a team or leaves it."),
	.undo = UNDO_ROWS,
	.input = team_member_input,
	.size = sizeof(struct team_member),
	.may = team_member_may,
	.run = team_member_run,
};
