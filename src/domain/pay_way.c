/* pay_way.c - what the shop decides about ways to pay and about the levels of its cards. */
#include <string.h>

#include "domain/payment.h"

/* ---- the ways to pay as choices ---- */

#define WAYS_MOST 60

/* Those of the statement: code and title. */
static const struct choice *ways_list(struct arena *a, struct cur *c)
{
	struct choice *list = ARENA_ARRAY(a, struct choice, WAYS_MOST + 1);
	size_t n = 0;

	while (cur_next(c))
		if (n < WAYS_MOST)
			list[n++] = (struct choice){ arena_strdup(a, cur_text(c, 0)),
						     arena_strdup(a, cur_text(c, 1)) };
	list[n] = (struct choice){ NULL, NULL };
	return list;
}

const struct choice *pay_list_all(struct db *db, struct arena *a, bool offered)
{
	return ways_list(a, db_open(db,
				    SQL("SELECT code, title FROM pay_method WHERE code <> 'discount' AND "
					"(active OR NOT :offered) ORDER BY pos, id"),
				    BIND(B_INT("offered", offered))));
}

/* The others can be typed all the same: the rule says what is wrong with them. */
const struct choice *pay_list_money(struct db *db, struct arena *a, bool offered)
{
	return ways_list(a, db_open(db,
				    SQL("SELECT code, title FROM pay_method WHERE code <> 'discount' AND "
					"((active AND money) OR NOT :offered) ORDER BY NOT money, pos, id"),
				    BIND(B_INT("offered", offered))));
}

const struct choice *pay_list_expense(struct db *db, struct arena *a, bool offered)
{
	return ways_list(
	    a,
	    db_open(db,
		    SQL("SELECT 'petty', 'Petty cash' UNION ALL SELECT code, title FROM (SELECT code, "
			"title FROM pay_method WHERE money AND (active OR NOT :offered) ORDER BY pos, id)"),
		    BIND(B_INT("offered", offered))));
}

const struct choice *pay_list_channels(struct db *db, struct arena *a, bool offered)
{
	return ways_list(a, db_open(db,
				    SQL("SELECT code, title FROM pay_method WHERE channel AND (active OR NOT "
					":offered) ORDER BY pos, id"),
				    BIND(B_INT("offered", offered))));
}

const struct choice *pay_list_counted(struct db *db, struct arena *a, bool offered)
{
	return ways_list(a, db_open(db,
				    SQL("SELECT code, title FROM pay_method WHERE id > :own AND till AND "
					"(active OR NOT :offered) ORDER BY pos, id"),
				    BIND(B_INT("own", PAY_DISCOUNT), B_INT("offered", offered))));
}

/* ---- method.add, method.change ---- */

struct way {
	struct input input;
	int64_t method, taken, reference, till, drawer, change, channel, place;
	const char *code, *title, *account;
};

#define WAY_FIELDS                                                                                           \
	FIELD(way, reference, "needs_number", N_("Asks for a number"), VT_BOOL,                              \
	      .help = N_("Yes: a payment without the number of its slip or transfer is refused.")),          \
	    FIELD(way, drawer, "drawer", N_("Opens the drawer"), VT_BOOL,                                    \
		  .help = N_("Yes: the drawer springs open when it is taken or given back.")),               \
	    FIELD(way, change, "change", N_("Gives change"), VT_BOOL,                                        \
		  .help = N_("Yes: more may be handed over than is due, and the rest goes back.")),          \
	    FIELD(way, channel, "channel", N_("Sends statements"), VT_BOOL,                                  \
		  .help = N_("Yes: it sends its own statement, which is matched, and pays to the bank.")),   \
	    FIELD(way, place, "place", N_("Place"), VT_INT, .min = 1, .max = 99,                             \
		  .help = N_("Where it stands in the pay grid; 1 is the first."))

static const struct field method_add_input[] = {
	FIELD(way, code, "code", N_("Code"), VT_CODE, REQUIRED, .max = 12,
	      .help = N_("Short, in capitals, for the command line and files: MEITUAN, CHEQUE.")),
	FIELD(way, title, "title", N_("Method"), VT_TEXT, REQUIRED, .max = 24,
	      .help = N_("As the cashier calls it; it stands so in the pay grid and on papers.")),
	FIELD(way, till, "till", N_("Counted at the till"), VT_BOOL, STOP,
	      .help = N_("Yes: it is taken at an open till and counted when that is closed. No: it goes past "
			 "the tills, as a transfer to the bank does.")),
	FIELD(way, account, "account", N_("Account"), VT_CODE, .max = 20,
	      .help = N_("The code of its own account in the books; without it the next free one.")),
	WAY_FIELDS,
	{ 0 },
};

static const struct field method_change_input[] = {
	FIELD(way, method, "method", N_("Method"), VT_REF, REQUIRED, .view = "pay_methods",
	      .help = N_("The way to pay.")),
	FIELD(way, taken, "taken", N_("Taken here"), VT_BOOL,
	      .help = N_("No: it is refused at the till; what was paid with it stays.")),
	FIELD(way, title, "title", N_("Method"), VT_TEXT, .max = 24,
	      .help = N_("As the cashier calls it; it stands so in the pay grid and on papers.")),
	WAY_FIELDS,
	{ 0 },
};

static bool code_free(struct ctx *ctx, const struct way *in, struct err *e)
{
	if (HAS(in, code) && db_exists(ctx->db, SQL("SELECT 1 FROM pay_method WHERE upper(code) = :code"),
				       BIND(B_TEXT("code", in->code))))
		return err_field(e, "code", N_("There is a way to pay %s already"), in->code);
	if (HAS(in, code) && !strcmp(in->code, "PETTY"))
		return err_field(e, "code", N_("That word is taken for the petty cash. Choose another code"));
	return !HAS(in, account) ||
	       !db_exists(ctx->db, SQL("SELECT 1 FROM account WHERE code = :code"),
			  BIND(B_TEXT("code", in->account))) ||
	       err_field(e, "account", N_("Another account has the code %s"), in->account);
}

static bool method_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct way *in = input;

	if (!code_free(ctx, in, e))
		return false;
	if (HAS(in, till) && !in->till && (in->change || in->drawer))
		return err_field(e, in->change ? "change" : "drawer",
				 N_("Only what is counted at the till lies in the drawer"));
	return true;
}

static int64_t account_new(struct ctx *ctx, const struct way *in)
{
	int64_t id = db_int(ctx->db, SQL("SELECT max(1000, max(id)) + 1 FROM account"), NULL, 0);

	db_exec(
	    ctx->db,
	    SQL("INSERT INTO account (id, code, kind, title, class) VALUES (:id, coalesce(:code, iif(:till, "
		"'1012.', '1002.') || (:id - 900)), 'method_' || :id, :title, 'asset')"),
	    BIND(B_INT("id", id), B_TEXT("code", in->account), B_INT("till", in->till),
		 B_TEXT("title", in->title)));
	return id;
}

static bool method_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct way in = *(const struct way *)input;
	int64_t account;

	(void)e;
	in.till = !HAS(&in, till) || in.till;
	account = account_new(ctx, &in);
	db_exec(ctx->db,
		SQL("INSERT INTO pay_method (code, title, account_id, pos, till, reference, drawer, "
		    "gives_change, "
		    "channel) VALUES (:code, :title, :account, coalesce(:place, (SELECT max(pos) + 1 FROM "
		    "pay_method WHERE money)), :till, :number, :drawer, :change, :channel)"),
		BIND(B_TEXT("code", in.code), B_TEXT("title", in.title), B_INT("account", account),
		     B_ID("place", in.place), B_INT("till", in.till), B_INT("number", in.reference),
		     B_INT("drawer", in.drawer), B_INT("change", in.change), B_INT("channel", in.channel)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in.title);
	return true;
}

static bool method_change_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct way *in = input;
	bool cash = HAS(in, method) && in->method == 1;

	if (cash && HAS(in, taken) && !in->taken)
		return err_field(e, "taken", N_("Cash is always taken"));
	if (cash && HAS(in, change) && !in->change)
		return err_field(e, "change", N_("Cash always gives change"));
	if (!HAS(in, method) || !(in->change || in->drawer || in->channel))
		return true;
	if ((in->change || in->drawer) &&
	    db_exists(ctx->db, SQL("SELECT 1 FROM pay_method WHERE id = :id AND NOT till"),
		      BIND(B_INT("id", in->method))))
		return err_field(e, in->change ? "change" : "drawer",
				 N_("Only what is counted at the till lies in the drawer"));
	return !in->channel ||
	       db_exists(ctx->db,
			 SQL("SELECT 1 FROM pay_method WHERE id = :id AND money AND id NOT IN (1, 2)"),
			 BIND(B_INT("id", in->method))) ||
	       err_field(e, "channel", N_("Nobody sends statements of this way to pay"));
}

static bool method_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct way *in = input;

	(void)e;
	db_exec(
	    ctx->db,
	    SQL("UPDATE pay_method SET active = iif(:has_taken, :taken, active), reference = "
		"iif(:has_number, :number, reference), drawer = iif(:has_drawer, :drawer, drawer), "
		"gives_change = iif(:has_change, :change, gives_change), channel = iif(:has_channel, "
		":channel, channel), title = coalesce(:title, title), pos = coalesce(:place, pos), ver = ver "
		"+ 1 WHERE id = :id"),
	    BIND(B_INT("has_taken", HAS(in, taken)), B_INT("taken", in->taken),
		 B_INT("has_number", HAS(in, reference)), B_INT("number", in->reference),
		 B_INT("has_drawer", HAS(in, drawer)), B_INT("drawer", in->drawer),
		 B_INT("has_change", HAS(in, change)), B_INT("change", in->change),
		 B_INT("has_channel", HAS(in, channel)), B_INT("channel", in->channel),
		 B_TEXT("title", in->title), B_ID("place", in->place), B_INT("id", in->method)));
	ctx->answer->id = in->method;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(method_add) = {
	.name = "method.add",
	.title = N_("New way to pay"),
	.help = N_("A way to pay of the shop's own, with an account of its own in the books."),
	.undo = UNDO_ROWS,
	.input = method_add_input,
	.size = sizeof(struct way),
	.may = method_add_may,
	.run = method_add_run,
};

COMMAND(method_change) = {
	.name = "method.change",
	.title = N_("Change a way to pay"),
	.help = N_("Whether it is taken here, how it is called, where it stands, and what it asks for."),
	.undo = UNDO_ROWS,
	.input = method_change_input,
	.size = sizeof(struct way),
	.edits = "method",
	.edits_table = "pay_method",
	.may = method_change_may,
	.run = method_change_run,
};

/* ---- card_level.add, card_level.change ---- */

struct level {
	struct input input;
	int64_t level, labour_discount, part_discount, gift_rate;
	const char *code, *name;
};

#define LEVEL_RATES_                                                                                         \
	FIELD(level, labour_discount, "labour_discount", N_("Off labour"), VT_RATE, .max = 10000,            \
	      .help = N_("Percent that a holder pays less for labour; proposed at the settlement.")),        \
	    FIELD(level, part_discount, "part_discount", N_("Off parts"), VT_RATE, .max = 10000,             \
		  .help = N_("Percent that a holder pays less for parts; proposed at the settlement.")),     \
	    FIELD(level, gift_rate, "gift_rate", N_("Gift at top-up"), VT_RATE, .max = 10000,                \
		  .help = N_("Percent of a top-up that the shop puts on top; proposed there."))

static const struct field level_add_input[] = {
	FIELD(level, code, "code", N_("Code"), VT_CODE, REQUIRED, .max = 12,
	      .help = N_("Short, in capitals: GOLD, STAFF.")),
	FIELD(level, name, "name", N_("Card level"), VT_TEXT, REQUIRED, .max = 24,
	      .help = N_("As customers call it.")),
	LEVEL_RATES_,
	{ 0 },
};

static const struct field level_change_input[] = {
	FIELD(level, level, "level", N_("Card level"), VT_REF, REQUIRED, .view = "card_levels",
	      .help = N_("The level that changes, for all its cards.")),
	LEVEL_RATES_,
	{ 0 },
};

static bool level_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct level *in = input;

	return !HAS(in, code) ||
	       !db_exists(ctx->db, SQL("SELECT 1 FROM card_level WHERE code = :code"),
			  BIND(B_TEXT("code", in->code))) ||
	       err_field(e, "code", N_("There is a card level %s already"), in->code);
}

static bool level_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct level *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO card_level (code, title, labour_discount, part_discount, gift_rate) VALUES "
		    "(:code, "
		    ":title, :labour, :parts, :gift)"),
		BIND(B_TEXT("code", in->code), B_TEXT("title", in->name),
		     B_INT("labour", in->labour_discount), B_INT("parts", in->part_discount),
		     B_INT("gift", in->gift_rate)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in->name);
	return true;
}

static bool level_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct level *in = input;

	(void)e;
	db_exec(
	    ctx->db,
	    SQL("UPDATE card_level SET labour_discount = iif(:has_labour, :labour, labour_discount), "
		"part_discount = iif(:has_parts, :parts, part_discount), gift_rate = iif(:has_gift, :gift, "
		"gift_rate), ver = ver + 1 WHERE id = :id"),
	    BIND(B_INT("has_labour", HAS(in, labour_discount)), B_INT("labour", in->labour_discount),
		 B_INT("has_parts", HAS(in, part_discount)), B_INT("parts", in->part_discount),
		 B_INT("has_gift", HAS(in, gift_rate)), B_INT("gift", in->gift_rate),
		 B_INT("id", in->level)));
	ctx->answer->id = in->level;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(level_add) = {
	.name = "card_level.add",
	.title = N_("New card level"),
	.help = N_("What a kind of card takes off labour and parts, and the gift at a top-up."),
	.undo = UNDO_ROWS,
	.input = level_add_input,
	.size = sizeof(struct level),
	.may = level_add_may,
	.run = level_add_run,
};

COMMAND(level_change) = {
	.name = "card_level.change",
	.title = N_("Change a card level"),
	.help = N_("What it takes off labour and parts, and the gift at a top-up."),
	.undo = UNDO_ROWS,
	.input = level_change_input,
	.size = sizeof(struct level),
	.edits = "level",
	.edits_table = "card_level",
	.run = level_change_run,
};
