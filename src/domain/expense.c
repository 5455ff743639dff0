/* expense.c - money that goes out or comes in beside goods and work: expenses, other income, petty cash. */
#include "domain/reverse.h"
#include "domain/expense.h"

#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/money_slip.h"
#include "domain/payment_source.h"
#include "domain/tax.h"

struct expense {
	struct input input;
	int64_t category, amount, tax, date, plan;
	const char *method, *payee, *reference;
};

#define FIELD_AMOUNT                                                                                         \
	FIELD(expense, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,       \
	      .help = N_("Tax included, as the paper says."))
#define FIELD_DATE                                                                                           \
	FIELD(expense, date, "date", N_("Date of the paper"), VT_DATE, .lean = DATE_PAST,                    \
	      .help = N_("Today where none is given; it is booked today."))
#define FIELD_REFERENCE                                                                                      \
	FIELD(expense, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,                          \
	      .help = N_("The number of the transfer or of the paper."))

static const struct field expense_input[] = {
	FIELD(expense, plan, "plan", N_("Each month"), VT_REF, .view = "expense_plans",
	      .help = N_("The monthly expense that this is; it fills in the rest.")),
	FIELD(expense, category, "category", N_("Category"), VT_REF, REQUIRED, .view = "expense_categories",
	      .help = N_("What it is for; the reports go by it.")),
	FIELD_AMOUNT,
	FIELD(expense, tax, "tax", N_("Tax in it"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("Of a special invoice, to be deducted: it is no expense then.")),
	FIELD(expense, method, "method", N_("Method"), VT_CHOICE, REQUIRED, .choices = choice_expense_method,
	      .listed = pay_list_expense,
	      .help =
		  N_("Petty cash comes out of the box, cash out of the open till; the bank needs neither.")),
	FIELD(expense, payee, "payee", N_("Paid to"), VT_TEXT, STOP, .max = 60,
	      .help = N_("Who got the money.")),
	FIELD_DATE,
	FIELD_REFERENCE,
	{ 0 },
};

static const struct field income_input[] = {
	FIELD(expense, category, "category", N_("Category"), VT_REF, REQUIRED, .view = "income_categories",
	      .help = N_("What it is for; the reports go by it.")),
	FIELD_AMOUNT,
	FIELD(expense, method, "method", N_("Method"), VT_CHOICE, REQUIRED, .choices = choice_expense_method,
	      .listed = pay_list_expense,
	      .help = N_("Petty cash goes into the box, cash into the open till; the bank needs neither.")),
	FIELD(expense, payee, "payee", N_("Came from"), VT_TEXT, STOP, .max = 60,
	      .help = N_("Who brought the money.")),
	FIELD_DATE,
	FIELD_REFERENCE,
	{ 0 },
};

/* ---- money ---- */

bool expense_money(struct ctx *ctx, const struct expense_money *m, struct pay *ret, struct err *e)
{
	struct pay_line line = { .input = { { ~UINT64_C(0), ~UINT64_C(0) } },
				 .method = m->method,
				 .amount = m->amount,
				 .tendered = m->amount,
				 .reference = m->reference };
	int64_t box;

	if (strcmp(m->method, "petty") != 0)
		return pay_read_one(ctx, &line, ret, e) && (!m->out || drawer_has(ctx, ret, e));
	box = ledger_petty_cash(ctx);
	*ret = (struct pay){ .account = ACC_PETTY_CASH, .amount = m->amount };
	return !m->out || box >= m->amount ||
	       err_field(e, "amount", N_("There is only %s in the petty cash box. Fill it up first"),
			 money_text(ctx->arena, box));
}

void expense_move(struct ctx *ctx, int64_t document, struct posting *p, const struct pay *pay, bool out)
{
	int64_t amount = out ? -pay->amount : pay->amount;

	if (pay->method_id)
		payment_row(ctx, document, pay, &(struct payer){ .purpose = PURPOSE_EXPENSE }, amount);
	posting_add(
	    p, (struct posting_line){ .account = pay->account, .amount = amount, .shift_id = pay->shift_id });
}

/* ---- booking ---- */

static bool category_fits(struct ctx *ctx, int64_t category, bool income, struct err *e)
{
	return db_exists(ctx->db,
			 SQL("SELECT 1 FROM expense_category WHERE id = :id AND active AND income = :income"),
			 BIND(B_INT("id", category), B_INT("income", income))) ||
	       err_field(e, "category", N_("This category is not in use for it. Choose another one"));
}

/* The same again on the same day is asked about by nobody: the paper's number is. */
static bool book(struct ctx *ctx, const struct expense *in, bool income, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	struct pay pay;
	int64_t document;

	if (!expense_money(ctx, &(struct expense_money){ in->method, in->reference, in->amount, !income },
			   &pay, e))
		return false;
	document = document_post(
	    ctx, &(struct document){ .kind = income ? DOC_OTHER_INCOME : DOC_EXPENSE, .amount = in->amount });
	db_exec(ctx->db,
		SQL("INSERT INTO expense (id, category_id, amount, tax, method_id, payee, paper_on, "
		    "plan_id) VALUES (:id, :category, :amount, :tax, :method, :payee, :date, :plan)"),
		BIND(B_INT("id", document), B_INT("category", in->category), B_INT("amount", in->amount),
		     B_INT("tax", in->tax), B_ID("method", pay.method_id), B_TEXT("payee", in->payee),
		     B_INT("date", HAS(in, date) ? in->date : ctx->today), B_ID("plan", in->plan)));
	expense_move(ctx, document, p, &pay, !income);
	posting_add(
	    p, (struct posting_line){
		   .account = db_int(ctx->db, SQL("SELECT account_id FROM expense_category WHERE id = :id"),
				     BIND(B_INT("id", in->category)), 0),
		   .amount = income ? -in->amount : in->amount - in->tax });
	posting_add(p, (struct posting_line){ .account = ACC_INPUT_TAX, .amount = in->tax });
	if (income)
		answer_say(ctx, N_("%s: %s came in"), ctx->answer->number,
			   money_text(ctx->arena, in->amount));
	else
		answer_say(ctx, N_("%s: %s is paid"), ctx->answer->number,
			   money_text(ctx->arena, in->amount));
	return ledger_post(ctx, document, p, e);
}

static bool reverse_expense(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	struct posting *p = posting_new(ctx->arena);
	int64_t document = posted_reverse(ctx, d, reason);

	posting_opposite_but_money(ctx, p, d->id);
	if (!payments_turn(ctx, d, document, p, e) || !ledger_post(ctx, document, p, e))
		return false;
	return ledger_petty_cash(ctx) >= 0 ||
	       err_set(e, ERR_NO, N_("The petty cash box has not so much any more. Fill it up first"));
}

REVERSAL(expense) = {
	.kinds = { DOC_EXPENSE, DOC_OTHER_INCOME, DOC_PETTY_CASH },
	.run = reverse_expense,
};

static bool expense_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct expense *in = input;

	if (HAS(in, amount) && !tax_deductible(ctx, in->tax, in->amount, e))
		return false;
	return !HAS(in, category) || category_fits(ctx, in->category, false, e);
}

static bool expense_run(struct ctx *ctx, const void *input, struct err *e)
{
	return book(ctx, input, false, e);
}

static bool income_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct expense *in = input;

	return !HAS(in, category) || category_fits(ctx, in->category, true, e);
}

static bool income_run(struct ctx *ctx, const void *input, struct err *e)
{
	return book(ctx, input, true, e);
}

/* What the plan says. */
static void expense_fill(struct ctx *ctx, struct args *args)
{
	const char *plan = args_get(args, "plan");
	struct cur *c;
	int64_t id;

	if (!plan || *plan != '#' || !int_parse(plan + 1, "plan", 1, INT64_MAX, &id, &(struct err){ 0 }))
		return;
	c = db_open(ctx->db,
		    SQL("SELECT category_id, amount, method, payee FROM expense_plan WHERE id = :id"),
		    BIND(B_INT("id", id)));
	if (!cur_next(c))
		return;
	if (!args_get(args, "category"))
		args_set_id(args, "category", cur_int(c, 0));
	if (!args_get(args, "amount"))
		args_set(args, "amount", money_plain(ctx->arena, cur_int(c, 1)));
	if (!args_get(args, "method"))
		args_set(args, "method", cur_text(c, 2));
	if (!args_get(args, "payee"))
		args_set(args, "payee", cur_text(c, 3));
	cur_close(c);
}

COMMAND(expense_add) = {
	.name = "expense.add",
	.title = N_("Book an expense"),
	.help = N_("Rent, power, wages, small things: out of the petty cash, a till or the bank."),
	.undo = UNDO_REVERSE,
	.input = expense_input,
	.size = sizeof(struct expense),
	.prints = "expense",
	.fill = expense_fill,
	.may = expense_may,
	.run = expense_run,
};

COMMAND(income_add) = {
	.name = "income.add",
	.title = N_("Book other income"),
	.help = N_("Money that comes in beside work and goods, such as scrap that is sold."),
	.undo = UNDO_REVERSE,
	.input = income_input,
	.size = sizeof(struct expense),
	.prints = "expense",
	.may = income_may,
	.run = income_run,
};

/* ---- petty cash ---- */

struct petty {
	struct input input;
	int64_t amount, back;
	const char *method;
};

static const struct field petty_input[] = {
	FIELD(petty, amount, "amount", N_("Amount"), VT_MONEY, REQUIRED, .min = 1, .max = MONEY_MAX,
	      .help = N_("What is put into the box of petty cash.")),
	FIELD(petty, method, "method", N_("Comes from"), VT_CHOICE, REQUIRED, .choices = choice_pay_method,
	      .listed = pay_list_money, .help = N_("Cash from the open till, or money from the bank.")),
	FIELD(petty, back, "back", N_("Give back"), VT_BOOL, .max = 1,
	      .help = N_("Yes: so much is taken out of the box and goes there instead.")),
	{ 0 },
};

static bool petty_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct petty *in = input;
	struct posting *p = posting_new(ctx->arena);
	struct expense_money box = { "petty", NULL, in->amount, in->back },
			     other = { in->method, NULL, in->amount, !in->back };
	struct pay from, to;
	int64_t document;

	if (!expense_money(ctx, &other, &from, e) || !expense_money(ctx, &box, &to, e))
		return false;
	document = document_post(
	    ctx, &(struct document){ .kind = DOC_PETTY_CASH, .amount = in->back ? -in->amount : in->amount });
	expense_move(ctx, document, p, &from, !in->back);
	expense_move(ctx, document, p, &to, in->back);
	if (!ledger_post(ctx, document, p, e))
		return false;
	answer_say(ctx, N_("%s: %s is in the petty cash box now"), ctx->answer->number,
		   money_text(ctx->arena, ledger_petty_cash(ctx)));
	return true;
}

COMMAND(petty_fill) = {
	.name = "petty.fill",
	.title = N_("Fill the petty cash"),
	.help = N_("Money from a till or the bank goes into the box that small expenses are paid from."),
	.undo = UNDO_REVERSE,
	.input = petty_input,
	.size = sizeof(struct petty),
	.run = petty_run,
};
