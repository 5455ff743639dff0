/* account.c - the chart of accounts: kinds are the program's, codes and names the accountant's. */
#include "domain/command.h"

#include <string.h>

struct account_change {
	struct input input;
	int64_t account;
	const char *code, *title;
};

static const struct field account_change_input[] = {
	FIELD(account_change, account, "account", N_("Account"), VT_REF, REQUIRED, .view = "accounts",
	      .help = N_("By its code, or by what the program uses it for.")),
	FIELD(account_change, code, "code", N_("Code"), VT_CODE, .max = 20,
	      .help = N_(
		  "As the accountant's program has it: digits, levels parted by points, such as 1012.1. Each "
		  "account has its own.")),
	FIELD(account_change, title, "title", N_("Name"), VT_TEXT, .max = 60,
	      .help = N_("What lists, reports and exports call it; entries that stand keep their account.")),
	{ 0 },
};

/* Digits, letters and points, each level with something in it: every program that takes the books can read that. */
static bool code_readable(const char *code)
{
	for (size_t i = 0; code[i]; i++) {
		bool point = code[i] == '.';

		if (point ? i == 0 || code[i + 1] == '.' || !code[i + 1]
			  : !strchr("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", code[i]))
			return false;
	}
	return true;
}

static bool account_change_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct account_change *in = input;

	if (!HAS(in, code))
		return true;
	if (!code_readable(in->code))
		return err_field(e, "code",
				 N_("A code has digits and capital letters, its levels parted by points: "
				    "1012.1"));
	if (db_exists(ctx->db, SQL("SELECT 1 FROM account WHERE code = :code AND id <> :id"),
		      BIND(B_TEXT("code", in->code), B_INT("id", HAS(in, account) ? in->account : 0))))
		return err_field(e, "code", N_("Another account has the code %s"), in->code);
	return true;
}

static bool account_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct account_change *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE account SET code = coalesce(:code, code), title = coalesce(:title, title), ver = "
		    "ver + 1 "
		    "WHERE id = :id"),
		BIND(B_TEXT("code", in->code), B_TEXT("title", in->title), B_INT("id", in->account)));
	ctx->answer->id = in->account;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(account_change) = {
	.name = "account.change",
	.title = N_("Rename an account"),
	.help = N_("Gives an account of the ledger the code and the name that the accountant has for it."),
	.undo = UNDO_ROWS,
	.input = account_change_input,
	.size = sizeof(struct account_change),
	.edits = "account",
	.edits_table = "account",
	.may = account_change_may,
	.run = account_change_run,
};
