/* job.c - work orders: their state, their sum, their lines. */
#include "domain/job.h"

#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/dispatch.h"
#include "domain/mode.h"
#include "domain/setting.h"

bool job_read(struct ctx *ctx, int64_t id, struct job *ret)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT j.vehicle_id, j.customer_id, j.payer_id, j.repair_type_id, j.repair_mode_id, "
			"j.settlement_id, j.total, j.authorised, j.number, j.state, v.plate "
			"FROM job j JOIN vehicle v ON v.id = j.vehicle_id WHERE j.id = :id"),
		    BIND(B_INT("id", id)));

	if (!cur_next(c))
		return false;
	*ret = (struct job){
		.id = id,
		.vehicle_id = cur_int(c, 0),
		.customer_id = cur_int(c, 1),
		.payer_id = cur_int(c, 2),
		.repair_type_id = cur_int(c, 3),
		.repair_mode_id = cur_int(c, 4),
		.settlement_id = cur_int(c, 5),
		.total = cur_int(c, 6),
		.authorised = cur_int(c, 7),
		.number = arena_strdup(ctx->arena, cur_text(c, 8)),
		.state = arena_strdup(ctx->arena, cur_text(c, 9)),
		.plate = arena_strdup(ctx->arena, cur_text(c, 10)),
	};
	cur_close(c);
	return true;
}

bool job_is(const struct job *j, const char *state)
{
	return !strcmp(j->state, state);
}

int64_t job_of_args(struct ctx *ctx, const struct args *args)
{
	const char *typed = args_get(args, "job");
	struct err e = { .lang = ctx->lang };
	struct view_who who;
	int64_t id;

	session_who(ctx, &who);
	return typed && view_ref(ctx->db, view_find("open_jobs"), typed, &who, &id, &e) ? id : 0;
}

/* ---- guards ---- */

/* The work order that a guard is about. */
static bool job_known(struct ctx *ctx, int64_t id, struct job *ret, struct err *e)
{
	return job_read(ctx, id, ret) || err_field(e, "job", N_("This work order is not there"));
}

static bool past_settlement(const struct job *j, struct err *e)
{
	if (job_is(j, "settled"))
		return err_set(e, ERR_NO, N_("%s is settled. Reopen it first (job.reopen)"), j->number);
	if (job_is(j, "handed_over"))
		return err_set(e, ERR_NO,
			       N_("%s is handed over. Begin a new work order for the car (job.receive)"),
			       j->number);
	return err_set(e, ERR_NO, N_("%s is cancelled. Begin a new work order for the car (job.receive)"),
		       j->number);
}

bool job_unsettled(struct ctx *ctx, int64_t id, struct err *e)
{
	struct job j;

	if (!job_known(ctx, id, &j, e))
		return false;
	if (job_is(&j, "received") || job_is(&j, "in_work") || job_is(&j, "finished"))
		return true;
	return past_settlement(&j, e);
}

bool job_may_change(struct ctx *ctx, int64_t id, struct err *e)
{
	struct job j;

	if (!job_known(ctx, id, &j, e))
		return false;
	if (job_is(&j, "received") || job_is(&j, "in_work"))
		return true;
	if (job_is(&j, "finished"))
		return err_set(
		    e, ERR_NO,
		    N_("%s is finished. Send it back to work first (job.send_back), then change it"),
		    j.number);
	return past_settlement(&j, e);
}

/* ---- steps ---- */

void job_step_row(struct ctx *ctx, int64_t id, const char *to, const char *reason)
{
	db_exec(ctx->db,
		SQL("INSERT INTO job_step (job_id, from_state, to_state, at, user_id, reason) "
		    "SELECT id, state, :to, :at, :user, :reason FROM job WHERE id = :id"),
		BIND(B_TEXT("to", to), B_INT("at", ctx->now), B_INT("user", ctx->user_id),
		     B_TEXT("reason", reason), B_INT("id", id)));
}

void job_step(struct ctx *ctx, int64_t id, const char *to, const char *reason)
{
	job_step_row(ctx, id, to, reason);
	db_exec(ctx->db, SQL("UPDATE job SET state = :to, ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("to", to), B_INT("id", id)));
}

void job_begin(struct ctx *ctx, int64_t id)
{
	if (db_exists(ctx->db, SQL("SELECT 1 FROM job WHERE id = :id AND state = 'received'"),
		      BIND(B_INT("id", id))))
		job_step(ctx, id, "in_work", NULL);
}

/* ---- sums and lines ---- */

void job_sum(struct ctx *ctx, int64_t id)
{
	db_exec(ctx->db,
		SQL("UPDATE job SET total = (SELECT coalesce(sum(amount), 0) FROM job_line "
		    "WHERE job_id = :id AND state = 'on'), ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("id", id)));
}

bool job_line_fits(struct ctx *ctx, int64_t job_id, int64_t qty, int64_t price, struct err *e)
{
	int64_t total =
	    db_int(ctx->db, SQL("SELECT total FROM job WHERE id = :id"), BIND(B_INT("id", job_id)), 0);

	if (qty_price(qty, price) + total <= MONEY_MAX)
		return true;
	return err_field(e, "price",
			 N_("That comes to more than can be billed. Look at quantity and price again"));
}

void job_line_from_list(struct ctx *ctx, struct job_line *l)
{
	struct cur *c;

	if (!l->labour_id && !l->part_id)
		return;
	c = l->part_id ? db_open(ctx->db, SQL("SELECT name, price, 0 FROM part WHERE id = :id"),
				 BIND(B_INT("id", l->part_id)))
		       : db_open(ctx->db, SQL("SELECT name, price, hours FROM labour WHERE id = :id"),
				 BIND(B_INT("id", l->labour_id)));
	if (cur_next(c)) {
		if (!l->text)
			l->text = arena_strdup(ctx->arena, cur_text(c, 0));
		l->list_price = cur_int(c, 1);
		if (!l->hours)
			l->hours = cur_int(c, 2);
		cur_close(c);
	}
	l->rule_price = mode_price(ctx,
				   db_int(ctx->db, SQL("SELECT repair_mode_id FROM job WHERE id = :id"),
					  BIND(B_INT("id", l->job_id)), 0),
				   l->part_id, l->labour_id, l->list_price);
	if (l->price < 0)
		l->price = l->rule_price;
}

int64_t job_line_add(struct ctx *ctx, const struct job_line *l)
{
	int64_t amount = qty_price(l->qty, l->price), id;
	bool listed = l->part_id || l->labour_id;

	db_exec(
	    ctx->db,
	    SQL("INSERT INTO job_line (job_id, pos, kind, labour_id, part_id, text, qty, hours, list_price, "
		"rule_price, price, priced_by, amount, payer_id, bears, free_reason, pass_through, "
		"supplier_id, "
		"sublet_cost, offers_id, package_id, technician_id, authorised) "
		"SELECT j.id, (SELECT coalesce(max(pos), 0) + 1 FROM job_line WHERE job_id = :job), :kind, "
		":labour, :part, :text, :qty, :hours, :list, iif(:listed, :rule, NULL), :price, "
		"iif(:listed AND :rule <> :price, :user, NULL), :amount, "
		"coalesce(:payer, iif(:bears IS NULL AND :kind <> 'own_part', m.payer_id, NULL)), "
		"coalesce(:bears, iif(:kind <> 'own_part' AND m.payer_id IS NOT NULL, m.bears, NULL)), "
		":free, "
		":pass, :supplier, :cost, :offers, :package, :technician, j.total + :amount <= j.authorised "
		"FROM job j JOIN repair_mode m ON m.id = j.repair_mode_id WHERE j.id = :job"),
	    BIND(B_INT("job", l->job_id), B_TEXT("kind", l->kind), B_ID("labour", l->labour_id),
		 B_ID("part", l->part_id), B_TEXT("text", l->text), B_INT("qty", l->qty),
		 B_INT("hours", l->hours), B_INT("list", l->list_price), B_INT("listed", listed),
		 B_INT("rule", l->rule_price), B_INT("price", l->price), B_INT("user", ctx->user_id),
		 B_INT("amount", amount), B_ID("payer", l->payer_id), B_TEXT("bears", l->bears),
		 B_TEXT("free", l->free_reason), B_INT("pass", l->pass_through),
		 B_ID("supplier", l->supplier_id), B_ID("cost", l->supplier_id ? l->sublet_cost : 0),
		 B_ID("offers", l->offers_id), B_ID("package", l->package_id),
		 B_ID("technician", l->technician_id)));
	id = db_last_id(ctx->db);
	if (l->technician_id)
		dispatch_to(ctx, id, l->technician_id);
	job_sum(ctx, l->job_id);
	return id;
}

/* ---- prices ---- */

bool job_price_within(struct ctx *ctx, const char *field, int64_t list, int64_t price, struct err *e)
{
	int64_t most = may_limit(ctx, "max_discount");

	if (price >= list - muldiv(list, most, 10000))
		return true;
	err_field(e, field, N_("You may go down from %s by %s. For %s ask somebody who may give more"),
		  money_text(ctx->arena, list), rate_text(ctx->arena, most), money_text(ctx->arena, price));
	e->code = ERR_DENIED;
	return false;
}

bool job_line_authorised(struct ctx *ctx, int64_t line_id, struct err *e)
{
	char *text;

	if (!setting_int(ctx->db, SETTING_AUTHORISE))
		return true;
	text =
	    db_text(ctx->db, ctx->arena, SQL("SELECT text FROM job_line WHERE id = :id AND authorised = 0"),
		    BIND(B_INT("id", line_id)));
	return !text ||
	       err_set(e, ERR_NO,
		       N_("The customer has not said yes to “%s” yet. Note it first (job.authorise)"), text);
}
