/* calls.c - who makes which calls: duties with a number a day, and the calls that are dealt out to them. */
#include "domain/choice.h"
#include "domain/setting.h"

#define DUTIES_MOST 64

/* ---- calls.duty ---- */

struct calls_duty {
	struct input input;
	int64_t person, a_day;
	const char *kind;
};

static const struct field calls_duty_input[] = {
	FIELD(calls_duty, person, "person", N_("Who calls"), VT_REF, REQUIRED, .view = "staff",
	      .help = N_("The person to whom calls are dealt out.")),
	FIELD(calls_duty, kind, "kind", N_("Kind"), VT_CHOICE, .flags = STOP_,
	      .choices = choice_reminder_kind,
	      .help = N_("Which calls: service, follow-up and so on; every kind when empty.")),
	FIELD(calls_duty, a_day, "a_day", N_("At most a day"), VT_INT, REQUIRED, .min = 0, .max = 500,
	      .help = N_("So many are open with this person at once; 0 ends the duty.")),
	{ 0 },
};

static bool calls_duty_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct calls_duty *in = input;

	(void)e;
	db_exec(ctx->db, SQL("DELETE FROM call_duty WHERE user_id = :user AND kind IS :kind"),
		BIND(B_INT("user", in->person), B_TEXT("kind", in->kind)));
	if (in->a_day)
		db_exec(ctx->db,
			SQL("INSERT INTO call_duty (user_id, kind, a_day) VALUES (:user, :kind, :a_day)"),
			BIND(B_INT("user", in->person), B_TEXT("kind", in->kind), B_INT("a_day", in->a_day)));
	ctx->answer->id = in->person;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(calls_duty) = {
	.name = "calls.duty",
	.title = N_("Give somebody calls to make"),
	.help =
	    N_("A person, the kind of calls and how many a day; they are dealt out each night or by hand."),
	.undo = UNDO_ROWS,
	.input = calls_duty_input,
	.size = sizeof(struct calls_duty),
	.run = calls_duty_run,
};

/* ---- calls.deal ---- */

struct calls_deal {
	struct input input;
};

static const struct field calls_deal_input[] = {
	{ 0 },
};

struct duty {
	int64_t user, left;
	const char *kind; /* NULL: every kind */
};

/* What only stands in a car's papers becomes a reminder, so that it can be somebody's. */
static void due_written(struct ctx *ctx, const char *kind, int64_t until)
{
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO reminder (kind, vehicle_id, due_on, of_on, text) SELECT :kind, x.id, x.day, "
		"x.day, "
		":text FROM (SELECT v.id, v.customer_id, CASE :kind WHEN 'inspection' THEN "
		"v.inspection_due_on "
		"WHEN 'insurance' THEN v.insurance_due_on ELSE coalesce(v.service_due_on, "
		"v.service_expected_on) END AS day, iif(:kind = 'service', v.service_expected_on, NULL) AS "
		"expected FROM vehicle v WHERE v.merged_into IS NULL) x "
		"JOIN party p ON p.id = x.customer_id AND p.no_calls = 0 "
		"WHERE coalesce(x.expected, x.day) BETWEEN :today - iif(:kind = 'service', 365, 30) AND "
		":until "
		"AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.vehicle_id = x.id AND r.kind = :kind AND "
		"(r.state = 'open' OR r.of_on = x.day))"),
	    BIND(B_TEXT("kind", kind), B_TEXT("text", tr(ctx->lang, choice_title("reminder_kind", kind))),
		 B_INT("today", ctx->today), B_INT("until", until)));
}

static size_t duties_read(struct ctx *ctx, struct duty *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT d.user_id, d.kind, d.a_day - (SELECT count(*) FROM reminder r WHERE r.caller_id = "
		"d.user_id AND r.state = 'open' AND (d.kind IS NULL OR r.kind = d.kind)) FROM call_duty d "
		"JOIN user u ON u.id = d.user_id AND u.active = 1 ORDER BY d.kind IS NULL, d.id LIMIT :most"),
	    BIND(B_INT("most", DUTIES_MOST)));
	size_t n = 0;

	while (cur_next(c)) {
		ret[n] = (struct duty){ .user = cur_int(c, 0), .left = cur_int(c, 2) };
		ret[n++].kind = cur_null(c, 1) ? NULL : arena_strdup(ctx->arena, cur_text(c, 1));
	}
	return n;
}

/* The call that is due first goes to this person; false when there is none. */
static bool call_dealt(struct ctx *ctx, const struct duty *d, int64_t until)
{
	int64_t id = db_int(
	    ctx->db,
	    SQL("SELECT id FROM reminder WHERE state = 'open' AND due_on <= :until AND caller_id IS NULL AND "
		"(:kind IS NULL OR kind = :kind) AND (due_on <= :today OR kind IN ('service', 'inspection', "
		"'insurance')) ORDER BY due_on, id LIMIT 1"),
	    BIND(B_INT("until", until), B_TEXT("kind", d->kind), B_INT("today", ctx->today)), 0);

	if (!id)
		return false;
	db_exec(ctx->db,
		SQL("UPDATE reminder SET caller_id = :user, dealt_on = :today, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("user", d->user), B_INT("today", ctx->today), B_INT("id", id)));
	return true;
}

/* One call to each in turn, until nobody may have more or none is left. */
static int64_t dealt_out(struct ctx *ctx, struct duty *duty, size_t n, int64_t until)
{
	int64_t dealt = 0;
	bool more = true;

	while (more && !db_failed(ctx->db)) {
		more = false;
		for (size_t i = 0; i < n; i++) {
			if (duty[i].left <= 0)
				continue;
			if (!call_dealt(ctx, &duty[i], until)) {
				duty[i].left = 0;
				continue;
			}
			duty[i].left--;
			dealt++;
			more = true;
		}
	}
	return dealt;
}

static bool calls_deal_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct duty duty[DUTIES_MOST];
	int64_t until = ctx->today + setting_int(ctx->db, SETTING_REMIND_DAYS), dealt;
	size_t n = duties_read(ctx, duty);

	(void)input;
	if (!n)
		return err_set(e, ERR_NO, N_("Nobody has calls to make yet. Say who first (calls.duty)"));
	due_written(ctx, "service", until);
	due_written(ctx, "inspection", until);
	due_written(ctx, "insurance", until);
	dealt = dealt_out(ctx, duty, n, until);
	answer_add_int(ctx, "dealt", dealt);
	answer_say(ctx, N_("%lld calls are dealt out"), (long long)dealt);
	return true;
}

COMMAND(calls_deal) = {
	.name = "calls.deal",
	.title = N_("Deal out the calls"),
	.help =
	    N_("Each call that is due goes to somebody who makes calls of its kind, up to the number a day."),
	.undo = UNDO_ROWS,
	.input = calls_deal_input,
	.size = sizeof(struct calls_deal),
	.run = calls_deal_run,
};
