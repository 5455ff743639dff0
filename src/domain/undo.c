/* undo.c - taking back the last change of master data, and forgetting a person. */
#include <inttypes.h>
#include <string.h>

#include "db/journal.h"
#include "domain/command.h"
#include "domain/labour.h"
#include "domain/part.h"
#include "domain/party.h"
#include "domain/vehicle.h"

/* ---- undo ---- */

struct undo_input {
	struct input input;
	int64_t seq;
};

static const struct field undo_input[] = {
	FIELD(undo_input, seq, "seq", N_("Journal row"), VT_INT, .min = 1, .max = INT64_MAX, STOP,
	      .help = N_("The number of the journal row; without it your own last change.")),
	{ 0 },
};

/* The journal row that is meant, and its command. */
static bool undo_row(struct ctx *ctx, const struct undo_input *in, int64_t *ret_seq,
		     const struct command **ret, struct err *e)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("SELECT seq, command, user_id FROM journal WHERE iif(:seq, seq = :seq, user_id = :user) "
		"ORDER BY seq DESC LIMIT 1"),
	    BIND(B_INT("seq", HAS(in, seq) ? in->seq : 0), B_INT("user", ctx->user_id)));
	int64_t user;

	if (!cur_next(c))
		return err_set(e, ERR_NO, N_("There is nothing of yours to take back"));
	*ret_seq = cur_int(c, 0);
	*ret = command_find(cur_text(c, 1));
	user = cur_int(c, 2);
	cur_close(c);
	if (user != ctx->user_id && !may_right(ctx, "undo.any"))
		return err_set(e, ERR_DENIED,
			       N_("Somebody else did that. Ask for the right undo.any to take it back"));
	return true;
}

static bool undo_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct command *c;
	int64_t seq;

	if (!undo_row(ctx, input, &seq, &c, e))
		return false;
	if (c && c->undo == UNDO_ROWS)
		return true;
	if (c && c->undo == UNDO_REVERSE)
		return err_set(e, ERR_NO, N_("“%s” is posted. Reverse its document instead (reverse)"),
			       tr(ctx->lang, c->title));
	return err_set(e, ERR_NO, N_("“%s” cannot be taken back"), c ? tr(ctx->lang, c->title) : "?");
}

/* Search words are kept beside the rows; they follow them back. */
static void row_touched(void *arg, const char *table, int64_t id)
{
	struct ctx *ctx = arg;

	if (!strcmp(table, "party"))
		party_words(ctx, id);
	else if (!strcmp(table, "vehicle"))
		vehicle_words(ctx, id);
	else if (!strcmp(table, "part"))
		part_words(ctx, id);
	else if (!strcmp(table, "labour"))
		labour_words(ctx, id);
}

static bool undo_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct command *c;
	int64_t seq;

	if (!undo_row(ctx, input, &seq, &c, e) || !journal_undo(ctx->db, seq, row_touched, ctx, e))
		return false;
	answer_add_int(ctx, "undid", seq);
	answer_say(ctx, N_("Taken back: %s"), tr(ctx->lang, c->title));
	return true;
}

COMMAND(undo) = {
	.name = "undo",
	.title = N_("Take back the last change"),
	.help = N_("Puts master data and drafts back as they were, while nobody has changed them since; "
		   "itself it can be taken back."),
	.undo = UNDO_ROWS,
	.input = undo_input,
	.size = sizeof(struct undo_input),
	.anyone = true,
	.may = undo_may,
	.run = undo_run,
};

/* ---- customer.erase ---- */

struct customer_erase {
	struct input input;
	int64_t customer;
	const char *reason;
};

static const struct field customer_erase_input[] = {
	FIELD(customer_erase, customer, "customer", N_("Customer"), VT_REF, REQUIRED, .view = "customers",
	      .help = N_("Whom it is about: name, phone or card.")),
	FIELD(customer_erase, reason, "reason", N_("Reason"), VT_TEXT, REQUIRED,
	      .help = N_("Who asked for it and when; the journal keeps this.")),
	{ 0 },
};

static bool customer_erase_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct customer_erase *in = input;

	if (HAS(in, customer) && db_exists(ctx->db, SQL("SELECT 1 FROM bill_open WHERE party_id = :id"),
					   BIND(B_INT("id", in->customer))))
		return err_set(e, ERR_NO, N_("This customer still owes something. Settle it first"));
	if (HAS(in, customer) && db_exists(ctx->db,
					   SQL("SELECT 1 FROM job WHERE customer_id = :id AND state IN "
					       "('received', 'in_work', 'finished', 'settled')"),
					   BIND(B_INT("id", in->customer))))
		return err_set(e, ERR_NO,
			       N_("A car of this customer is still in the house. Hand it over first"));
	return true;
}

/* What the journal knows of the person beside its chain goes, with the salts that its digests were made with. */
static void journal_forget(struct db *db, int64_t party_id)
{
	db_exec(db,
		SQL("DELETE FROM journal_personal WHERE change_id IN "
		    "(SELECT id FROM journal_change WHERE tbl = 'party' AND row_id = :id)"),
		BIND(B_INT("id", party_id)));
}

/* The people beside the customer, who drove the cars and who brought them. */
static void beside_forget(struct ctx *ctx, int64_t party_id)
{
	db_exec(
	    ctx->db,
	    SQL("DELETE FROM journal_personal WHERE change_id IN (SELECT c.id FROM contact p JOIN "
		"journal_change c ON c.tbl = 'contact' AND c.row_id = p.id WHERE p.party_id = :id UNION ALL "
		"SELECT c.id FROM vehicle v JOIN journal_change c ON c.tbl = 'vehicle' AND c.row_id = v.id "
		"WHERE v.customer_id = :id UNION ALL SELECT c.id FROM job j JOIN journal_change c ON c.tbl "
		"= 'job' AND c.row_id = j.id WHERE j.customer_id = :id)"),
	    BIND(B_INT("id", party_id)));
	db_exec(ctx->db, SQL("DELETE FROM contact WHERE party_id = :id"), BIND(B_INT("id", party_id)));
	db_exec(
	    ctx->db,
	    SQL("UPDATE vehicle SET driver = NULL, driver_phone = NULL WHERE customer_id = :id AND (driver "
		"IS NOT NULL OR driver_phone IS NOT NULL)"),
	    BIND(B_INT("id", party_id)));
	db_exec(ctx->db,
		SQL("UPDATE job SET brought_by = NULL, brought_phone = NULL WHERE customer_id = :id AND "
		    "(brought_by IS NOT NULL OR brought_phone IS NOT NULL)"),
		BIND(B_INT("id", party_id)));
}

static bool customer_erase_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct customer_erase *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE party SET name = '-', phone = NULL, contact = NULL, address = NULL, birthday_on "
		    "= NULL, "
		    "tax_no = NULL, note = NULL, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("id", in->customer)));
	journal_discreet(shop_journal(ctx->shop));
	journal_forget(ctx->db, in->customer);
	beside_forget(ctx, in->customer);
	party_words(ctx, in->customer);
	ctx->answer->id = in->customer;
	answer_add_text(ctx, "reason", in->reason);
	answer_say(ctx, N_("The person is forgotten; amounts and cars stay"));
	return true;
}

COMMAND(customer_erase) = {
	.name = "customer.erase",
	.title = N_("Forget a person"),
	.help = N_("Name, phone and address go from the file and its journal; amounts and the journal's "
		   "chain stay whole."),
	.undo = UNDO_NONE,
	.input = customer_erase_input,
	.size = sizeof(struct customer_erase),
	.edits = "customer",
	.edits_table = "party",
	.may = customer_erase_may,
	.run = customer_erase_run,
};
