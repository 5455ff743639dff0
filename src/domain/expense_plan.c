/* expense_plan.c - categories of expenses, and those that come again each month. */
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/command.h"
#include "domain/payment.h"

/* ---- categories ---- */

struct category {
	struct input input;
	int64_t category, income, active;
	const char *code, *title;
};

static const struct field category_input[] = {
	FIELD(category, code, "code", N_("Code"), VT_CODE, REQUIRED, .max = 20,
	      .help = N_("A short word for scripts and for finding it.")),
	FIELD(category, title, "title", N_("Name"), VT_TEXT, REQUIRED, .max = 40,
	      .help = N_("What reports call it; its account in the books has this name too.")),
	FIELD(category, income, "income", N_("It is income"), VT_BOOL, .max = 1,
	      .help = N_("Yes: money comes in by it.")),
	{ 0 },
};

static bool category_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct category *in = input;

	return !HAS(in, code) ||
	       !db_exists(ctx->db, SQL("SELECT 1 FROM expense_category WHERE code = :code"),
			  BIND(B_TEXT("code", in->code))) ||
	       err_field(e, "code", N_("There is a category %s already"), in->code);
}

/* Its account, behind those of the program: codes 6602.101 and on, 6301.101 and on. */
static int64_t account_new(struct ctx *ctx, const struct category *in)
{
	int64_t id = db_int(ctx->db, SQL("SELECT max(1000, max(id)) + 1 FROM account"), NULL, 0);

	db_exec(ctx->db,
		SQL("INSERT INTO account (id, code, kind, title, class) VALUES (:id, iif(:income, '6301.', "
		    "'6602.') || (:id - 900), 'expense_' || :id, :title, iif(:income, 'income', "
		    "'expense'))"),
		BIND(B_INT("id", id), B_INT("income", in->income), B_TEXT("title", in->title)));
	return id;
}

static bool category_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct category *in = input;
	int64_t account = account_new(ctx, in);

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO expense_category (code, title, income, account_id) "
		    "VALUES (:code, :title, :income, :account)"),
		BIND(B_TEXT("code", in->code), B_TEXT("title", in->title), B_INT("income", in->income),
		     B_INT("account", account)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(expense_category) = {
	.name = "expense.category",
	.title = N_("New category"),
	.help = N_("A category of expenses or of other income, with an account of its own in the books."),
	.undo = UNDO_ROWS,
	.input = category_input,
	.size = sizeof(struct category),
	.may = category_may,
	.run = category_run,
};

static const struct field category_change_input[] = {
	FIELD(category, category, "category", N_("Category"), VT_REF, REQUIRED, .view = "all_categories",
	      .help = N_("By its code or name.")),
	FIELD(category, title, "title", N_("Name"), VT_TEXT, .max = 40,
	      .help = N_("What reports call it from now on; its account keeps its own name.")),
	FIELD(category, active, "active", N_("In use"), VT_BOOL, .max = 1,
	      .help = N_("No: nothing new is booked under it.")),
	{ 0 },
};

static bool category_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct category *in = input;

	(void)e;
	db_exec(
	    ctx->db,
	    SQL("UPDATE expense_category SET title = coalesce(:title, title), active = iif(:has, :active, "
		"active), ver = ver + 1 WHERE id = :id"),
	    BIND(B_TEXT("title", in->title), B_INT("has", HAS(in, active)), B_INT("active", in->active),
		 B_INT("id", in->category)));
	ctx->answer->id = in->category;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(expense_category_change) = {
	.name = "expense.category_change",
	.title = N_("Change a category"),
	.help = N_("Its name, and whether it is in use."),
	.undo = UNDO_ROWS,
	.input = category_change_input,
	.size = sizeof(struct category),
	.edits = "category",
	.edits_table = "expense_category",
	.run = category_change_run,
};

/* ---- each month ---- */

struct plan {
	struct input input;
	int64_t plan, category, amount, due_day, active;
	const char *payee, *method;
};

#define PLAN_FIELDS(flags_)                                                                                  \
	FIELD(plan, payee, "payee", N_("Paid to"), VT_TEXT, .flags = flags_, .max = 60,                      \
	      .help = N_("Who gets the money each month.")),                                                 \
	    FIELD(plan, amount, "amount", N_("Amount"), VT_MONEY, .flags = flags_, .min = 1,                 \
		  .max = MONEY_MAX, .help = N_("What it usually is; it can be changed when it is booked.")), \
	    FIELD(plan, method, "method", N_("Method"), VT_CHOICE, .flags = flags_,                          \
		  .choices = choice_expense_method, .listed = pay_list_expense,                              \
		  .help = N_("How it is usually paid.")),                                                    \
	    FIELD(plan, due_day, "due_day", N_("Day of the month"), VT_INT, .flags = flags_, .min = 1,       \
		  .max = 28,                                                                                 \
		  .help = N_("From that day on it is on the list of what is due, until it is booked."))

static const struct field plan_input[] = {
	FIELD(plan, category, "category", N_("Category"), VT_REF, REQUIRED, .view = "expense_categories",
	      .help = N_("What it is for; the reports go by it.")),
	PLAN_FIELDS(REQUIRED_),
	{ 0 },
};

static bool plan_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct plan *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO expense_plan (category_id, payee, amount, method, due_day) "
		    "VALUES (:category, :payee, :amount, :method, :day)"),
		BIND(B_INT("category", in->category), B_TEXT("payee", in->payee), B_INT("amount", in->amount),
		     B_TEXT("method", in->method), B_INT("day", in->due_day)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("It is proposed each month from now on"));
	return true;
}

COMMAND(expense_plan) = {
	.name = "expense.plan",
	.title = N_("Expense of each month"),
	.help = N_("Rent and the like: proposed each month, booked with one key."),
	.undo = UNDO_ROWS,
	.input = plan_input,
	.size = sizeof(struct plan),
	.run = plan_run,
};

static const struct field plan_change_input[] = {
	FIELD(plan, plan, "plan", N_("Each month"), VT_REF, REQUIRED, .view = "expense_plans",
	      .help = N_("By whom it is paid to.")),
	PLAN_FIELDS(0),
	FIELD(plan, active, "active", N_("In use"), VT_BOOL, .max = 1,
	      .help = N_("No: it is not proposed any more.")),
	{ 0 },
};

static bool plan_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct plan *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE expense_plan SET payee = coalesce(:payee, payee), amount = iif(:amount > 0, "
		    ":amount, amount), method = coalesce(:method, method), due_day = iif(:day > 0, :day, "
		    "due_day), active = iif(:has, :active, active), ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("payee", in->payee), B_INT("amount", in->amount), B_TEXT("method", in->method),
		     B_INT("day", in->due_day), B_INT("has", HAS(in, active)), B_INT("active", in->active),
		     B_INT("id", in->plan)));
	ctx->answer->id = in->plan;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(expense_plan_change) = {
	.name = "expense.plan_change",
	.title = N_("Change what comes each month"),
	.help = N_("Another amount or day, or no more."),
	.undo = UNDO_ROWS,
	.input = plan_change_input,
	.size = sizeof(struct plan),
	.edits = "plan",
	.edits_table = "expense_plan",
	.run = plan_change_run,
};
