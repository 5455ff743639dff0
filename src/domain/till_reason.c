/* till_reason.c - what the shop decides about its tills: why cash goes in and out beside payments. */
#include "domain/command.h"

struct till_reason {
	struct input input;
	const char *code, *name;
	int64_t comes, account;
};

static const struct field till_reason_input[] = {
	FIELD(till_reason, code, "code", N_("Code"), VT_CODE, REQUIRED, .max = 12,
	      .help = N_("Short, in capitals: PARKING, TEA.")),
	FIELD(till_reason, name, "name", N_("Reason"), VT_TEXT, REQUIRED, .max = 30,
	      .help = N_("As it stands on the slip and in the cash journal.")),
	FIELD(till_reason, comes, "comes", N_("Money comes in"), VT_BOOL,
	      .help = N_("Yes for money into the drawer; without it is a reason for money out.")),
	FIELD(till_reason, account, "account", N_("Account"), VT_REF, REQUIRED, .view = "accounts",
	      .help = N_("The other side in the books: petty expenses, the owner, the bank.")),
	{ 0 },
};

static bool till_reason_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct till_reason *in = input;

	if (HAS(in, code) && db_exists(ctx->db, SQL("SELECT 1 FROM till_reason WHERE code = :code"),
				       BIND(B_TEXT("code", in->code))))
		return err_field(e, "code", N_("There is a reason %s already"), in->code);
	/* Accounts that are sums of other rows are moved by their own commands alone. */
	return !HAS(in, account) ||
	       db_exists(
		   ctx->db,
		   SQL("SELECT 1 FROM account WHERE id = :id AND (class IN ('income', 'expense', 'equity') "
		       "OR kind IN ('bank', 'safe'))"),
		   BIND(B_INT("id", in->account))) ||
	       err_field(e, "account",
			 N_("Cash goes to income, an expense, the owner, the bank or the safe, not there"));
}

static bool till_reason_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct till_reason *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO till_reason (code, title, comes, account_id) VALUES (:code, :title, :comes, "
		    ":account)"),
		BIND(B_TEXT("code", in->code), B_TEXT("title", in->name), B_INT("comes", in->comes),
		     B_INT("account", in->account)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in->name);
	return true;
}

COMMAND(till_reason) = {
	.name = "till.reason",
	.title = N_("New reason for a till"),
	.help = N_("Why cash goes into a drawer or out of it, and the account on the other side."),
	.undo = UNDO_ROWS,
	.input = till_reason_input,
	.size = sizeof(struct till_reason),
	.may = till_reason_may,
	.run = till_reason_run,
};
