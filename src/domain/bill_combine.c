/* bill_combine.c - one collective bill over settled work orders and sales of a party. */
#include <stdio.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/reverse.h"
#include "domain/bill.h"
#include "domain/document.h"
#include "domain/job.h"
#include "domain/party.h"

struct combine_job {
	struct input input;
	int64_t job;
};

struct combine_sale {
	struct input input;
	int64_t sale;
};

struct combine {
	struct input input;
	int64_t party;
	struct lines jobs, sales, bills;
};

static const struct field combine_job_input[] = {
	FIELD(combine_job, job, "job", N_("Work order"), VT_REF, REQUIRED, .view = "jobs",
	      .help = N_("A settled one, of which this payer still owes something.")),
	{ 0 },
};

static const struct field combine_sale_input[] = {
	FIELD(combine_sale, sale, "sale", N_("Sale"), VT_REF, REQUIRED, .view = "sales",
	      .help = N_("One that was sold on account and is not paid.")),
	{ 0 },
};

static const struct field combine_input[] = {
	FIELD(combine, party, "party", N_("Payer"), VT_REF, REQUIRED, .view = "parties",
	      .help = N_("The customer, fleet or insurer who gets one bill for all of it.")),
	LINES(combine, bills, "bills", N_("Bills"), bill_line_input, bill_line, BILLS_MOST,
	      .help = N_("By the number of the settlement or sale; all that are open are proposed.")),
	LINES(combine, jobs, "jobs", N_("Work orders"), combine_job_input, combine_job, BILLS_MOST,
	      .help = N_("The same, named by the work order.")),
	LINES(combine, sales, "sales", N_("Sales"), combine_sale_input, combine_sale, BILLS_MOST,
	      .help = N_("The same, named by the sale.")),
	{ 0 },
};

/* What will stand on the bill. */
struct combining {
	struct ctx *ctx;
	const struct combine *in;
	struct err *e;
	struct due *due;
	size_t n;
};

static bool at(struct combining *k, const char *field, size_t i)
{
	snprintf(k->e->field, sizeof k->e->field, "%s", field);
	k->e->line = (int)i + 1;
	return false;
}

static const char *collective_of(struct ctx *ctx, int64_t bill_id)
{
	return db_text(ctx->db, ctx->arena,
		       SQL("SELECT d.number FROM collective_bill c JOIN document d ON d.id = c.collective_id "
			   "WHERE c.bill_id = :bill "
			   "AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id) LIMIT 1"),
		       BIND(B_INT("bill", bill_id)));
}

static bool is_in(const struct combining *k, size_t before)
{
	for (size_t i = before; i < k->n; i++)
		for (size_t j = 0; j < before; j++)
			if (k->due[i].bill_id == k->due[j].bill_id)
				return true;
	return false;
}

/* Somebody else's bill, or one that is paid. */
static bool nothing_open(struct combining *k, const char *number, int64_t document)
{
	const char *name = party_name(k->ctx, k->in->party);

	if (db_exists(
		k->ctx->db,
		SQL("SELECT 1 FROM bill b JOIN party p ON p.id = b.party_id WHERE b.document_id = :document "
		    "AND coalesce(p.merged_into, p.id) = :party"),
		BIND(B_INT("document", document), B_INT("party", k->in->party))))
		return err_set(k->e, ERR_NO, N_("%s is paid: nothing of it is left for a collective bill"),
			       number);
	return err_set(k->e, ERR_NO, N_("%s is no bill of %s"), number, name);
}

static bool add_document(struct combining *k, int64_t document, const char *number)
{
	size_t before = k->n;
	const char *other;

	dues_of_document(k->ctx, document, k->in->party, &k->due, &k->n);
	if (k->n == before)
		return nothing_open(k, number, document);
	if (is_in(k, before))
		return err_set(k->e, ERR_NO, N_("%s is named twice"), number);
	for (size_t i = before; i < k->n; i++)
		if ((other = collective_of(k->ctx, k->due[i].bill_id)))
			return err_set(k->e, ERR_NO, N_("%s stands on the collective bill %s already"),
				       number, other);
	return true;
}

static bool add_job(struct combining *k, int64_t job_id)
{
	struct job j;

	if (!job_read(k->ctx, job_id, &j))
		return err_set(k->e, ERR_NO, N_("This work order is not there"));
	if (!j.settlement_id)
		return err_set(k->e, ERR_NO, N_("%s is not settled"), j.number);
	return add_document(k, j.settlement_id, j.number);
}

static bool bills_read(struct combining *k)
{
	const struct combine *in = k->in;

	for (size_t i = 0; i < in->bills.n; i++) {
		int64_t id = LINE_AT(in->bills, struct bill_line, i)->document;

		if (!add_document(k, id, document_number(k->ctx, id)))
			return at(k, "bills.document", i);
	}
	for (size_t i = 0; i < in->jobs.n; i++)
		if (!add_job(k, LINE_AT(in->jobs, struct combine_job, i)->job))
			return at(k, "jobs.job", i);
	for (size_t i = 0; i < in->sales.n; i++) {
		int64_t id = LINE_AT(in->sales, struct combine_sale, i)->sale;

		if (!add_document(k, id, document_number(k->ctx, id)))
			return at(k, "sales.sale", i);
	}
	return k->n > 0 || err_field(k->e, "bills", N_("Which bills? Name work orders or sales"));
}

static bool combine_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct combine *in = input;
	struct combining k = { .ctx = ctx, .in = in, .e = e };

	if (!HAS(in, party) || !(HAS(in, bills) || HAS(in, jobs) || HAS(in, sales)))
		return true;
	return bills_read(&k);
}

static void combine_write(struct combining *k, int64_t amount)
{
	int64_t id = document_post(
	    k->ctx, &(struct document){ .kind = DOC_COLLECTIVE, .party_id = k->in->party, .amount = amount });

	db_exec(k->ctx->db,
		SQL("INSERT INTO collective (id, party_id, amount) VALUES (:id, :party, :amount)"),
		BIND(B_INT("id", id), B_INT("party", k->in->party), B_INT("amount", amount)));
	for (size_t i = 0; i < k->n; i++)
		db_exec(
		    k->ctx->db,
		    SQL("INSERT INTO collective_bill (collective_id, bill_id, amount) "
			"VALUES (:id, :bill, :amount)"),
		    BIND(B_INT("id", id), B_INT("bill", k->due[i].bill_id), B_INT("amount", k->due[i].open)));
}

static bool combine_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct combining k = { .ctx = ctx, .in = input, .e = e };
	int64_t amount;

	if (!bills_read(&k))
		return false;
	amount = dues_sum(k.due, k.n);
	combine_write(&k, amount);
	answer_add_int(ctx, "bills", (int64_t)k.n);
	answer_add_text(ctx, "open", money_plain(ctx->arena, amount));
	answer_say(ctx, N_("%s: %d bills of %s, together %s"), ctx->answer->number, (int)k.n,
		   party_name(ctx, k.in->party), money_text(ctx->arena, amount));
	return true;
}

/* All that is open and on no collective bill yet. */
static void combine_fill(struct ctx *ctx, struct args *args)
{
	int64_t party;
	struct cur *c;

	if (args_lines(args, "bills") || args_lines(args, "jobs") || args_lines(args, "sales") ||
	    !(party = args_id(args, "party")))
		return;
	c = db_open(ctx->db,
		    SQL("SELECT DISTINCT b.document_id FROM bill_open o JOIN bill b ON b.id = o.id "
			"WHERE o.party_id = :party AND NOT EXISTS (SELECT 1 FROM collective_bill c "
			"WHERE c.bill_id = o.id AND NOT EXISTS (SELECT 1 FROM document r "
			"WHERE r.reverses_id = c.collective_id)) ORDER BY b.document_id LIMIT 100"),
		    BIND(B_INT("party", party)));
	while (cur_next(c))
		args_set_id(args_add_line(args, "bills"), "document", cur_int(c, 0));
}

COMMAND(bill_combine) = {
	.name = "bill.combine",
	.title = N_("Collective bill"),
	.help = N_("One bill over several settled work orders and sales of a payer: stated and paid as one."),
	.undo = UNDO_REVERSE,
	.input = combine_input,
	.size = sizeof(struct combine),
	.prints = "collective",
	.fill = combine_fill,
	.may = combine_may,
	.run = combine_run,
};

/* Each bill stands alone again; what was paid of it stays paid. */
static bool reverse_collective(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	(void)e;
	posted_reverse(ctx, d, reason);
	return true;
}

REVERSAL(collective) = {
	.kinds = { DOC_COLLECTIVE },
	.run = reverse_collective,
};
