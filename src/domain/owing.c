/* owing.c - may somebody owe more: the limit of a payer, and what he has let lie. */
#include "domain/owing.h"

#include <stdio.h>

#include "base/money.h"
#include "domain/party.h"
#include "domain/setting.h"

/* Nobody lets it pass by the way: even who may gives his PIN for it. */
static bool let_pass(struct ctx *ctx)
{
	struct ctx other = *ctx;

	other.user_id = 0;
	return ctx->approver_id && may_right(&other, "credit.over");
}

static bool denied(struct err *e)
{
	e->code = ERR_DENIED;
	snprintf(e->field, sizeof e->field, "pay");
	return false;
}

static bool within_limit(struct ctx *ctx, const struct owing *o, struct err *e)
{
	struct arena *a = ctx->arena;

	if (!o->limited || o->owed <= o->limit)
		return true;
	err_field(e, "pay",
		  N_("%s may owe %s; %s is open, and with this it would be %s. Take at least %s now, or ask "
		     "somebody who may let it pass"),
		  o->name, money_text(a, o->limit), money_text(a, o->owed - o->now), money_text(a, o->owed),
		  money_text(a, o->owed - o->limit));
	return denied(e);
}

/* The oldest bill that is open, and how late it is. */
static bool nothing_late(struct ctx *ctx, const struct owing *o, struct err *e)
{
	int64_t most = setting_int(ctx->db, SETTING_LATE_DAYS);
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT d.number, :today - b.due_on FROM bill_open b JOIN bill l ON l.id = b.id "
			"JOIN document d ON d.id = l.document_id WHERE b.party_id = :party AND b.due_on < "
			":today - :most "
			"ORDER BY b.due_on, b.id LIMIT 1"),
		    BIND(B_INT("today", ctx->today), B_INT("party", party_survivor(ctx, o->party_id)),
			 B_INT("most", most)));

	if (!cur_next(c))
		return true;
	err_field(
	    e, "pay",
	    N_("%s of %s is %d days late: nothing more goes on account until it is paid. Take the money "
	       "now, or ask somebody who may let it pass"),
	    cur_text(c, 0), o->name, (int)cur_int(c, 1));
	cur_close(c);
	return denied(e);
}

bool owing_allowed(struct ctx *ctx, const struct owing *o, struct err *e)
{
	return let_pass(ctx) || (within_limit(ctx, o, e) && nothing_late(ctx, o, e));
}
