/* want.c - lines of the purchase plan: written down, met, gone again. */
#include "domain/want.h"

#include "base/muldiv.h"
#include "domain/part.h"

int64_t want_add(struct ctx *ctx, const struct wish *w)
{
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO want (document_id, part_id, text, qty, source, job_id, sale_id, customer_id, "
		"plate, "
		"urgent, need_on, supplier_id, user_id, at) VALUES (:document, :part, "
		"coalesce(:text, (SELECT name FROM part WHERE id = :part), ''), :qty, :source, :job, :sale, "
		":customer, coalesce(:plate, (SELECT v.plate FROM job j JOIN vehicle v ON v.id = "
		"j.vehicle_id "
		"WHERE j.id = :job)), :urgent, :need, :supplier, :user, :now)"),
	    BIND(B_ID("document", w->document_id), B_ID("part", w->part_id), B_TEXT("text", w->text),
		 B_INT("qty", w->qty), B_TEXT("source", w->source), B_ID("job", w->job_id),
		 B_ID("sale", w->sale_id), B_ID("customer", w->customer_id), B_TEXT("plate", w->plate),
		 B_INT("urgent", w->urgent), B_ID("need", w->need_on), B_ID("supplier", w->supplier_id),
		 B_INT("user", ctx->user_id), B_INT("now", ctx->now)));
	return db_last_id(ctx->db);
}

void want_arrive_order(struct ctx *ctx, int64_t order_id)
{
	db_exec(
	    ctx->db,
	    SQL("UPDATE want SET state = iif(job_id IS NULL AND sale_id IS NULL AND plate IS NULL, 'done', "
		"'arrived'), arrived_at = :now, arrived_by = :by, ver = ver + 1 WHERE state = 'ordered' AND "
		"id IN "
		"(SELECT want_id FROM purchase_order_line WHERE order_id = :order AND dropped = 0 "
		"AND received_qty >= qty AND want_id IS NOT NULL)"),
	    BIND(B_INT("now", ctx->now), B_INT("by", ctx->answer->document), B_INT("order", order_id)));
}

/* The oldest want of a part that somebody waits for and nobody has ordered, where `left` meets it. */
static int64_t want_waiting(struct ctx *ctx, int64_t part_id, int64_t left, int64_t *ret_qty)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT id, qty FROM want WHERE part_id = :part AND state = 'open' AND qty <= :left "
			"AND (job_id IS NOT NULL OR sale_id IS NOT NULL OR plate IS NOT NULL) "
			"ORDER BY urgent DESC, id LIMIT 1"),
		    BIND(B_INT("part", part_id), B_INT("left", left)));
	int64_t id;

	if (!cur_next(c))
		return 0;
	id = cur_int(c, 0);
	*ret_qty = cur_int(c, 1);
	cur_close(c);
	return id;
}

void want_arrive_part(struct ctx *ctx, int64_t part_id, int64_t left)
{
	int64_t id, qty = 0;

	while (left > 0 && (id = want_waiting(ctx, part_id, left, &qty)) != 0) {
		db_exec(ctx->db,
			SQL("UPDATE want SET state = 'arrived', arrived_at = :now, arrived_by = :by, ver = "
			    "ver + 1 WHERE id = :id"),
			BIND(B_INT("now", ctx->now), B_INT("by", ctx->answer->document), B_INT("id", id)));
		left -= qty;
	}
}

void want_gone(struct ctx *ctx, int64_t document_id)
{
	db_exec(
	    ctx->db,
	    SQL("UPDATE want SET state = iif(EXISTS (SELECT 1 FROM purchase_order_line l WHERE l.want_id = "
		"want.id AND l.dropped = 0), 'ordered', 'open'), arrived_at = NULL, arrived_by = NULL, "
		"ver = ver + 1 WHERE state IN ('arrived', 'done') AND arrived_by = :document "
		"AND part_id IN (SELECT part_id FROM purchase_line WHERE document_id = :document) "
		"AND NOT EXISTS (SELECT 1 FROM purchase_order_line l WHERE l.want_id = want.id AND l.dropped "
		"= 0 "
		"AND l.received_qty >= l.qty)"),
	    BIND(B_INT("document", document_id)));
}

void want_say(struct ctx *ctx)
{
	const char *who =
	    db_text(ctx->db, ctx->arena,
		    SQL("SELECT group_concat(plate, ', ') FROM (SELECT DISTINCT plate FROM want WHERE state "
			"= 'arrived' "
			"AND arrived_by = :by AND plate IS NOT NULL ORDER BY urgent DESC, id LIMIT 5)"),
		    BIND(B_INT("by", ctx->answer->document)));

	if (who && *who)
		answer_say_more(ctx, N_("It is waited for by %s"), who);
}

void want_issued(struct ctx *ctx, int64_t job_id, int64_t part_id)
{
	db_exec(ctx->db,
		SQL("UPDATE want SET state = 'done', ver = ver + 1 WHERE job_id = :job AND part_id = :part "
		    "AND state = 'arrived'"),
		BIND(B_INT("job", job_id), B_INT("part", part_id)));
}

int64_t want_expected(struct ctx *ctx, int64_t part_id)
{
	return db_int(
	    ctx->db,
	    SQL("SELECT coalesce((SELECT sum(l.qty - l.received_qty) FROM purchase_order_line l "
		"JOIN purchase_order o ON o.id = l.order_id WHERE l.part_id = :part AND l.dropped = 0 AND "
		"l.qty > l.received_qty "
		"AND o.state IN ('open', 'sent', 'partly')), 0) + coalesce((SELECT sum(qty) FROM want "
		"WHERE part_id = :part AND state = 'open'), 0)"),
	    BIND(B_INT("part", part_id)), 0);
}
