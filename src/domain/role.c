/* role.c - the roles that a new shop begins with, and its first person. */
#include "domain/role.h"

#include <stdio.h>

#include "base/seal.h"
#include "db/journal.h"
#include "domain/setting.h"

#define RIGHTS(...) ((const char *const[]){ __VA_ARGS__, NULL })

const struct role_def role_defs[] = {
	{ "admin", N_("Administrator"), 10000, RIGHTS("*") },
	{ "reception", N_("Front desk"), 500,
	  RIGHTS("order.request", "want.fetch", "purchase.short", "customer.*", "contact.*", "agent.*",
		 "history.*", "vehicle.*", "insurer.*", "job.receive", "job.labour", "job.part", "job.fee",
		 "job.own_part", "job.sublet", "job.sublet_order", "job.package", "job.reoffer",
		 "job.comeback", "job.line_payer", "job.payer", "package.fit", "job.drop", "job.line_switch",
		 "job.line_price", "job.line_qty", "job.reprice", "job.authorise", "job.decline",
		 "job.finish", "job.send_back", "job.dispatch", "job.start", "job.stop", "job.wait",
		 "job.go_on", "job.release", "job.back", "job.advise", "advice.*", "job.handover",
		 "job.change", "job.cancel", "job.check", "job.certify", "job.quick", "reminder.*", "print.*",
		 "note.*") },
	{ "cashier", N_("Cashier"), 300,
	  RIGHTS("job.settle", "job.quick", "job.certify", "payment.take", "bill.combine", "sale.*",
		 "till.open", "till.close", "till.pay_in", "till.pay_out", "till.drop", "card.issue",
		 "card.top_up", "deposit.take", "deposit.back", "core.back", "job.handover", "customer.add",
		 "print.*", "reminder.*", "note.*") },
	{ "parts", N_("Parts"), 0,
	  RIGHTS("part.*", "stock.*", "purchase.*", "order.*", "want.*", "supplier.*", "job.part", "sale.*",
		 "labour.*", "consign.*", "transfer.*", "stocktake.open", "stocktake.count", "stocktake.drop",
		 "core.*", "cost.see", "print.*", "report.stock_list", "report.stock_warehouses",
		 "report.stock_statement", "report.stock_on_day", "report.stock_receipts",
		 "report.stock_issues", "report.stock_turnover", "report.dead_stock", "report.slow_parts",
		 "report.goods_days", "report.goods_months", "report.reorder_list",
		 "report.purchases_last_year", "report.supplier_comparison", "report.purchase_documents",
		 "report.purchase_details", "report.purchases_by_day", "report.purchases_by_month",
		 "report.price_history", "report.lost_sales", "report.orders_awaited",
		 "report.stocktake_result", "report.part_usage", "report.parts_used", "report.picked_parts",
		 "report.consign_sold", "report.core_ageing", "report.counter_sales", "tool.*", "note.*") },
	{ "technician", N_("Technician"), 0,
	  RIGHTS("order.request", "want.fetch", "job.start", "job.stop", "job.wait", "job.go_on",
		 "job.advise", "note.*") },
	{ "manager", N_("Manager"), 2000,
	  RIGHTS("order.*", "want.*", "customer.*", "contact.*", "contact_kind.*", "customer_source.*",
		 "agent.*", "history.*", "merge.*", "calls.*", "vehicle.*", "supplier.*", "insurer.*",
		 "job.*", "stock.*", "part.*", "labour.*", "warehouse.*", "transfer.*", "stocktake.*",
		 "price.*", "price_level.*", "customer_class.*", "core.*", "team.*", "repair_type.*",
		 "purchase.*", "payment.*", "till.*", "card.*", "card_level.*", "deposit.*", "advance.*",
		 "channel.*", "method.*", "repair_mode.*", "package.*", "warranty.*", "reminder.*", "print.*",
		 "reverse", "cost.see", "report.*", "required.*", "setting.*", "sale.*", "gift.give",
		 "return.without", "refund.otherwise", "batch.*", "consign.*", "bill.*", "claim.*",
		 "credit.over", "statement.*", "review.*", "day.*", "clock.confirm", "handover.override",
		 "export.*", "gate.*", "check_item.*", "supervision.*", "supervision_point.*", "invoice.*",
		 "tax.*", "expense.*", "income.*", "petty.*", "period.*", "fee.*", "month.close", "tool.*",
		 "note.*") },
	{ "accountant", N_("Accountant"), 0,
	  RIGHTS("purchase.pay", "purchase.invoice", "purchase.freight", "report.*", "cost.see", "day.*",
		 "period.close", "month.close", "reverse", "payment.*", "channel.*", "till.x", "account.*",
		 "invoice.*", "bill.combine", "bill.write_off", "bill.recover", "claim.*", "statement.*",
		 "review.pass", "review.send_back", "export.*", "tax.*", "fee.*", "balance.*", "expense.*",
		 "income.*", "petty.*", "note.*") },
	{ "auditor", N_("Auditor"), 0, RIGHTS("report.*", "cost.see", "journal.see") },
	{ "owner", N_("Owner"), 0, RIGHTS("report.*", "cost.see", "note.*") },
	{ NULL, NULL, 0, NULL },
};

static void role_write(struct db *db, const struct role_def *r)
{
	int64_t id;

	db_exec(db, SQL("INSERT INTO role (name, title, max_discount) VALUES (:name, :title, :most)"),
		BIND(B_TEXT("name", r->name), B_TEXT("title", r->title), B_INT("most", r->max_discount)));
	id = db_last_id(db);
	for (const char *const *right = r->rights; *right; right++)
		db_exec(db, SQL("INSERT INTO role_right (role_id, right) VALUES (:role, :right)"),
			BIND(B_INT("role", id), B_TEXT("right", *right)));
}

static void person_write(struct db *db, const struct setup *setup, int64_t *ret_user)
{
	char stored[SEAL_PWD] = "";

	if (setup->pin && !seal_password_set(setup->pin, stored))
		die("out of memory");
	db_exec(db,
		SQL("INSERT INTO user (name, title, role_id, account, pin) "
		    "SELECT :name, :title, id, :account, :pin FROM role WHERE name = 'admin'"),
		BIND(B_TEXT("name", setup->user), B_TEXT("title", setup->title ? setup->title : setup->user),
		     B_TEXT("account", setup->account), B_TEXT("pin", setup->pin ? stored : NULL)));
	*ret_user = db_last_id(db);
}

static bool setup_write(struct ctx *ctx, const struct setup *setup, int64_t *ret_user)
{
	struct journal_head head = { .command = "init",
				     .answer = "{}",
				     .terminal = ctx->terminal,
				     .at = ctx->now,
				     .day = ctx->today };
	int64_t seq;

	for (const struct role_def *r = role_defs; r->name; r++)
		role_write(ctx->db, r);
	person_write(ctx->db, setup, ret_user);
	if (setup->kind)
		db_exec(ctx->db, SQL("UPDATE meta SET value = :kind WHERE name = 'kind'"),
			BIND(B_TEXT("kind", setup->kind)));
	if (setup->shop_name)
		db_exec(ctx->db, SQL("INSERT INTO setting (name, value) VALUES ('shop.name', :name)"),
			BIND(B_TEXT("name", setup->shop_name)));
	head.user_id = *ret_user;
	return journal_write(shop_journal(ctx->shop), 0, &head, &seq);
}

bool setup_shop(struct session *s, const struct setup *setup, int64_t *ret_user, struct err *e)
{
	struct shop *shop = session_shop(s);
	struct arena *a;
	struct ctx ctx;
	bool ok, unknown;

	if (!shop_begin(shop, "init", NULL, NULL, e))
		return false;
	a = arena_new();
	session_ctx(s, a, NULL, &ctx);
	journal_begin(shop_journal(shop));
	ok = setup_write(&ctx, setup, ret_user);
	journal_pause(shop_journal(shop));
	if (!ok) {
		db_error(ctx.db, e);
		shop_rollback(shop);
	}
	arena_free(a);
	return ok && shop_commit(shop, &unknown, e);
}
