/* till_close.c - the end of a shift: what was counted is compared with the books.
 *
 * The cash goes back to the safe, the float with the takings: the cash of a closed shift is zero. The count is
 * blind: what is expected is told only after it is booked, and then with what a difference usually comes from. */
#include <stdlib.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/payment.h"
#include "domain/reverse.h"
#include "domain/setting.h"
#include "domain/till.h"

#define COUNTS_MOST 30 /* methods that a till may count */

struct note {
	struct input input;
	int64_t value, count;
};

struct till_close {
	struct input input;
	int64_t till, counted, wechat, alipay, card;
	struct lines others, notes;
};

/* The total of one of the shop's own ways to pay. */
struct other {
	struct input input;
	const char *method;
	int64_t amount;
};

static const struct field other_input[] = {
	FIELD(other, method, "method", N_("Method"), VT_CHOICE, REQUIRED, .choices = choice_pay_method,
	      .listed = pay_list_counted, .help = N_("A way to pay of the shop's own that tills count.")),
	FIELD(other, amount, "amount", N_("Counted"), VT_MONEY, REQUIRED, .max = MONEY_MAX,
	      .help = N_("What the slips or the statement of it come to.")),
	{ 0 },
};

static const struct field note_input[] = {
	FIELD(note, value, "value", N_("Face value"), VT_MONEY, .flags = REQUIRED_ | FIXED_, .min = 1,
	      .max = 1000000, .help = N_("What is printed on the note or coin.")),
	FIELD(note, count, "count", N_("Count"), VT_INT, REQUIRED, .max = 1000000,
	      .help = N_("How many of them lie in the drawer.")),
	{ 0 },
};

static const struct field till_close_input[] = {
	FIELD(till_close, till, "till", N_("Till"), VT_REF, REQUIRED, .view = "tills",
	      .help = N_("The drawer that is counted; a manager may close somebody else's.")),
	FIELD(till_close, counted, "counted", N_("Cash counted"), VT_MONEY, STOP, .max = MONEY_MAX,
	      .help = N_("All that lies in the drawer, the float too; or count the notes and coins below.")),
	FIELD(till_close, wechat, "wechat", N_("WeChat total"), VT_MONEY, STOP, .max = MONEY_MAX,
	      .help = N_("As the wallet's own statement says.")),
	FIELD(till_close, alipay, "alipay", N_("Alipay total"), VT_MONEY, STOP, .max = MONEY_MAX,
	      .help = N_("As the wallet's own statement says.")),
	FIELD(till_close, card, "card", N_("Card total"), VT_MONEY, STOP, .max = MONEY_MAX,
	      .help = N_("As the slip of the card terminal says.")),
	LINES(till_close, others, "others", N_("Other methods"), other_input, other, COUNTS_MOST,
	      .help = N_("The totals of the shop's own ways to pay.")),
	LINES(till_close, notes, "notes", N_("Notes and coins"), note_input, note, 30,
	      .help = N_("How many of each; together they are the cash counted.")),
	{ 0 },
};

/* One method at closing. */
struct count {
	int64_t account, expected, counted;
	bool given;
};

struct closing {
	struct ctx *ctx;
	struct err *e;
	int64_t shift_id;
	struct count count[COUNTS_MOST + 4]; /* cash first */
	int n;
};

/* The notes and coins that are counted, in fen. */
static const int64_t faces[] = { 10000, 5000, 2000, 1000, 500, 100, 50, 10 };

static int64_t notes_sum(const struct lines *notes)
{
	int64_t sum = 0;

	for (size_t i = 0; i < notes->n; i++)
		sum += LINE_AT(*notes, struct note, i)->value * LINE_AT(*notes, struct note, i)->count;
	return sum;
}

/* The shop's own ways to pay: those that are named here, and those that moved in this shift. */
static bool others_counted(struct closing *c, const struct lines *others)
{
	struct db *db = c->ctx->db;

	for (size_t i = 0; i < others->n; i++) {
		const struct other *o = LINE_AT(*others, struct other, i);
		int64_t account =
		    db_int(db,
			   SQL("SELECT account_id FROM pay_method WHERE code = :code AND till AND "
			       "id > :own"),
			   BIND(B_TEXT("code", o->method), B_INT("own", PAY_DISCOUNT)), 0);

		for (int k = 4; k < c->n; k++)
			account = c->count[k].account == account ? 0 : account;
		if (!account) {
			c->e->line = (int)i + 1;
			return err_field(c->e, "others.method",
					 N_("%s is not counted here, or stands there twice"), o->method);
		}
		c->count[c->n++] = (struct count){ account, 0, o->amount, true };
	}
	return true;
}

static bool closing_counted(struct closing *c, const struct till_close *in)
{
	int64_t notes = notes_sum(&in->notes);

	/* Rows that were proposed and not counted say nothing. */
	if (!HAS(in, counted) && !notes)
		return err_field(c->e, "counted", N_("Count the cash in the drawer first"));
	if (notes > MONEY_MAX)
		return err_field(c->e, "notes",
				 N_("That is more than can be booked. Look at the numbers again"));
	if (HAS(in, counted) && notes && notes != in->counted)
		return err_field(c->e, "counted", N_("The notes and coins make %s, not %s"),
				 money_text(c->ctx->arena, notes), money_text(c->ctx->arena, in->counted));
	c->count[0] = (struct count){ ACC_CASH, 0, notes ? notes : in->counted, true };
	c->count[1] = (struct count){ ACC_WECHAT, 0, in->wechat, HAS(in, wechat) };
	c->count[2] = (struct count){ ACC_ALIPAY, 0, in->alipay, HAS(in, alipay) };
	c->count[3] = (struct count){ ACC_CARD, 0, in->card, HAS(in, card) };
	c->n = 4;
	return others_counted(c, &in->others);
}

static struct count *count_of(struct closing *c, int64_t account)
{
	for (int i = 0; i < c->n; i++)
		if (c->count[i].account == account)
			return &c->count[i];
	if (c->n >= COUNTS_MOST + 4)
		return NULL;
	c->count[c->n] = (struct count){ .account = account };
	return &c->count[c->n++];
}

/* What the books expect. A total that is not declared is taken as it is booked. */
static void closing_expected(struct closing *c)
{
	struct cur *cur = db_open(
	    c->ctx->db,
	    SQL("SELECT l.account_id, sum(l.amount) FROM entry_line l JOIN pay_method m ON m.account_id = "
		"l.account_id AND m.money WHERE l.shift_id = :shift GROUP BY l.account_id"),
	    BIND(B_INT("shift", c->shift_id)));
	struct count *n;

	while (cur_next(cur))
		if ((n = count_of(c, cur_int(cur, 0))))
			n->expected = cur_int(cur, 1);
	for (int i = 0; i < c->n; i++)
		if (!c->count[i].given)
			c->count[i].counted = c->count[i].expected;
}

/* The notes and coins as they were counted, for the paper. */
static void notes_write(struct ctx *ctx, int64_t document, const struct lines *notes)
{
	for (size_t i = 0; i < notes->n; i++) {
		const struct note *n = LINE_AT(*notes, struct note, i);

		if (n->count)
			db_exec(ctx->db,
				SQL("INSERT INTO till_note (document_id, value, count) VALUES "
				    "(:document, :value, :count)"),
				BIND(B_INT("document", document), B_INT("value", n->value),
				     B_INT("count", n->count)));
	}
}

static bool closing_explained(const struct closing *c)
{
	int64_t most = setting_int(c->ctx->db, SETTING_OVER_SHORT);

	if (c->ctx->remark)
		return true;
	for (int i = 0; i < c->n; i++)
		if (llabs(c->count[i].counted - c->count[i].expected) > most)
			return err_field(c->e, "remark",
					 N_("The count differs from the books by more than %s. Count again, "
					    "or say why in a remark"),
					 money_text(c->ctx->arena, most));
	return true;
}

static bool closing_post(struct closing *c, int64_t document)
{
	struct posting *p = posting_new(c->ctx->arena);

	for (int i = 0; i < c->n; i++) {
		const struct count *n = &c->count[i];
		int64_t difference = n->counted - n->expected;

		if (i && !n->given && n->expected == 0)
			continue;
		db_exec(c->ctx->db,
			SQL("INSERT INTO till_count (document_id, shift_id, method_id, expected, counted, "
			    "difference) "
			    "SELECT :document, :shift, id, :expected, :counted, :counted - :expected FROM "
			    "pay_method WHERE account_id = :account AND money"),
			BIND(B_INT("document", document), B_INT("shift", c->shift_id),
			     B_INT("expected", n->expected), B_INT("counted", n->counted),
			     B_INT("account", n->account)));
		posting_add(p, (struct posting_line){
				   .account = n->account, .amount = difference, .shift_id = c->shift_id });
		posting_add(p, (struct posting_line){ .account = ACC_OVER_SHORT,
						      .amount = -difference,
						      .shift_id = c->shift_id });
	}
	posting_add(p, (struct posting_line){
			   .account = ACC_CASH, .amount = -c->count[0].counted, .shift_id = c->shift_id });
	posting_add(p, (struct posting_line){ .account = ACC_SAFE, .amount = c->count[0].counted });
	return ledger_post(c->ctx, document, p, c->e);
}

static void closing_say(struct closing *c, int64_t till_id)
{
	const struct count *cash = &c->count[0];
	int64_t difference = 0;
	struct ctx *ctx = c->ctx;

	for (int i = 0; i < c->n; i++)
		difference += c->count[i].counted - c->count[i].expected;
	answer_add_text(ctx, "counted", money_plain(ctx->arena, cash->counted));
	answer_add_text(ctx, "difference", money_plain(ctx->arena, difference));
	if (difference == 0)
		answer_say(ctx, N_("%s: %s is closed, %s in cash; it ties"), ctx->answer->number,
			   till_title(ctx, till_id), money_text(ctx->arena, cash->counted));
	else if (difference > 0)
		answer_say(ctx, N_("%s: %s is closed, %s in cash; over by %s"), ctx->answer->number,
			   till_title(ctx, till_id), money_text(ctx->arena, cash->counted),
			   money_text(ctx->arena, difference));
	else
		answer_say(ctx, N_("%s: %s is closed, %s in cash; short by %s"), ctx->answer->number,
			   till_title(ctx, till_id), money_text(ctx->arena, cash->counted),
			   money_text(ctx->arena, -difference));
}

/* Receipts of one method whose amount is `amount`, either way. */
static int64_t tickets_of(const struct closing *c, const struct count *n, int64_t amount)
{
	return db_int(
	    c->ctx->db,
	    SQL("SELECT count(*) FROM payment y JOIN pay_method m ON m.id = y.method_id "
		"WHERE y.shift_id = :shift AND m.account_id = :account AND m.money AND abs(y.amount) = "
		":amount"),
	    BIND(B_INT("shift", c->shift_id), B_INT("account", n->account), B_INT("amount", amount)), 0);
}

/* What a difference of one method usually comes from; the list of causes names the papers. */
static void cause_say(struct closing *c, const struct count *n)
{
	int64_t off = llabs(n->counted - n->expected);
	int64_t once = tickets_of(c, n, off), twice = off % 2 ? 0 : tickets_of(c, n, off / 2);

	if (once)
		answer_say_more(c->ctx, N_("One payment is exactly that much: forgotten, or taken twice?"));
	else if (twice)
		answer_say_more(c->ctx, N_("One payment is half of it: in where it should be out?"));
	else if (off % 9 == 0)
		answer_say_more(c->ctx, N_("9 divides it: two digits changed about?"));
}

static void causes_say(struct closing *c)
{
	for (int i = 0; i < c->n; i++) {
		if (c->count[i].counted == c->count[i].expected)
			continue;
		cause_say(c, &c->count[i]);
		return;
	}
}

/* A shift belongs to who opened it; somebody who may closes it for him. */
static bool closing_own(struct ctx *ctx, int64_t shift_id, struct err *e)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT s.opened_by, u.title FROM till_shift s JOIN user u ON u.id = s.opened_by "
			"WHERE s.id = :id"),
		    BIND(B_INT("id", shift_id)));
	const char *who;
	int64_t owner;

	if (!cur_next(c))
		return true;
	owner = cur_int(c, 0);
	who = arena_strdup(ctx->arena, cur_text(c, 1));
	cur_close(c);
	return owner == ctx->user_id || may_right(ctx, "till.close_other") ||
	       err_set(e, ERR_DENIED, N_("This till was opened by %s, who closes it, or a manager does"),
		       who);
}

static bool till_close_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct till_close *in = input;
	int64_t shift;

	if (!HAS(in, till))
		return true;
	if (!(shift = till_shift_of(ctx, in->till)))
		return err_field(e, "till", N_("The till %s is not open"), till_title(ctx, in->till));
	return closing_own(ctx, shift, e);
}

static bool till_close_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct till_close *in = input;
	struct closing c = { .ctx = ctx, .e = e, .shift_id = till_shift_of(ctx, in->till) };
	int64_t document;

	if (!closing_counted(&c, in))
		return false;
	closing_expected(&c);
	if (!closing_explained(&c))
		return false;
	document =
	    document_post(ctx, &(struct document){ .kind = DOC_TILL_CLOSE, .amount = c.count[0].counted });
	db_exec(ctx->db,
		SQL("UPDATE till_shift SET closed_at = :at, closed_by = :user, close_document_id = "
		    ":document, ver = ver + 1 "
		    "WHERE id = :id"),
		BIND(B_INT("at", ctx->now), B_INT("user", ctx->user_id), B_INT("document", document),
		     B_INT("id", c.shift_id)));
	notes_write(ctx, document, &in->notes);
	closing_say(&c, in->till);
	causes_say(&c);
	return closing_post(&c, document);
}

static void notes_fill(struct ctx *ctx, struct args *args)
{
	if (args_lines(args, "notes"))
		return;
	for (size_t i = 0; i < sizeof faces / sizeof *faces; i++) {
		struct args *line = args_add_line(args, "notes");

		args_set(line, "value", money_plain(ctx->arena, faces[i]));
		args_set(line, "count", "0");
	}
}

static void till_close_fill(struct ctx *ctx, struct args *args)
{
	till_fill_own(ctx, args);
	notes_fill(ctx, args);
}

COMMAND(till_close) = {
	.name = "till.close",
	.title = N_("Close a till"),
	.help =
	    N_("Ends the shift: what was counted is compared with the books, and the cash goes to the safe."),
	.undo = UNDO_NONE,
	.input = till_close_input,
	.size = sizeof(struct till_close),
	.prints = "till_close",
	.fill = till_close_fill,
	.may = till_close_may,
	.run = till_close_run,
};

/* What was counted is counted. */
static bool shift_stands(struct ctx *ctx, const struct posted *d, struct err *e)
{
	(void)ctx;
	return err_field(e, "document", N_("%s stands: what was counted is counted. Open the till again"),
			 d->number);
}

REVERSAL(till_shift) = {
	.kinds = { DOC_TILL_OPEN, DOC_TILL_CLOSE },
	.may = shift_stands,
};
