/* statement.c - statements of account: what a customer, fleet, insurer or supplier owed at the beginning, what came, what is
 * left; and the ticks of reconciling them line by line. Neither changes a posting. */
#include "base/date.h"
#include "base/money.h"
#include "domain/document.h"
#include "domain/party.h"

struct statement {
	struct input input;
	int64_t party, from, until;
};

static const struct field statement_input[] = {
	FIELD(statement, party, "party", N_("Party"), VT_REF, REQUIRED, .view = "parties",
	      .help = N_("The customer, fleet, insurer or supplier whose account is stated.")),
	FIELD(statement, from, "from", N_("First day"), VT_DATE, STOP, .lean = DATE_PAST,
	      .help = N_("The first day; the day after the last statement, or the first of last month.")),
	FIELD(statement, until, "until", N_("Last day"), VT_DATE, STOP, .lean = DATE_PAST,
	      .help = N_("The last day; the end of last month is proposed.")),
	{ 0 },
};

/* What a statement counts: money owed by a customer, or to a supplier. */
struct sums {
	int64_t opening, charged, paid;
};

static void sums_read(struct ctx *ctx, const struct statement *in, struct sums *ret)
{
	struct cur *c = db_open(
	    ctx->db,
	    SQL("WITH posted AS (SELECT e.day, sum(l.amount * iif(p.kind = 'supplier', -1, 1)) AS amount "
		"FROM entry_line l JOIN entry e ON e.id = l.entry_id JOIN party p ON p.id = l.party_id "
		"WHERE l.party_id IN (SELECT id FROM party WHERE id = :party OR merged_into = :party) "
		"AND e.day <= :until AND l.account_id IN (SELECT account_id "
		"FROM statement_account WHERE supplier = (p.kind = 'supplier')) GROUP BY e.id) "
		"SELECT coalesce(sum(iif(day < :from, amount, 0)), 0), "
		"coalesce(sum(iif(day >= :from, max(amount, 0), 0)), 0), "
		"coalesce(sum(iif(day >= :from, max(-amount, 0), 0)), 0) FROM posted"),
	    BIND(B_INT("party", in->party), B_INT("from", in->from), B_INT("until", in->until)));

	*ret = (struct sums){ 0 };
	if (!cur_next(c))
		return;
	*ret = (struct sums){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2) };
	cur_close(c);
}

/* The first day of the month before. */
static int64_t last_month(int64_t today)
{
	int year, month, day;

	date_split(today, &year, &month, &day);
	today -= day; /* the last day of it */
	date_split(today, &year, &month, &day);
	return today - day + 1;
}

static int64_t month_end(int64_t day)
{
	int year, month, d, other;

	date_split(day, &year, &month, &d);
	day += 31 - d;
	date_split(day, &year, &other, &d);
	return other == month ? day : day - d;
}

static int64_t from_proposed(struct ctx *ctx, int64_t party)
{
	return db_int(ctx->db, SQL("SELECT max(until_on) + 1 FROM statement WHERE party_id = :party"),
		      BIND(B_INT("party", party)), last_month(ctx->today));
}

static bool statement_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct statement *in = input;

	if (HAS(in, until) && in->until >= ctx->today)
		return err_field(e, "until",
				 N_("A statement ends with a day that is over: yesterday at the latest"));
	return !HAS(in, from) || !HAS(in, until) || in->from <= in->until ||
	       err_field(e, "until", N_("The statement ends before it begins"));
}

static bool statement_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct statement in = *(const struct statement *)input;
	struct sums m;
	int64_t closing;

	if (!HAS(&in, from))
		in.from = from_proposed(ctx, in.party);
	if (!HAS(&in, until))
		in.until = month_end(in.from) < ctx->today ? month_end(in.from) : ctx->today - 1;
	if (in.from > in.until)
		return err_field(e, "until", N_("The statement ends before it begins"));
	sums_read(ctx, &in, &m);
	if (!m.opening && !m.charged && !m.paid)
		return err_field(e, "party", N_("Nothing was booked with %s until then"),
				 party_name(ctx, in.party));
	closing = m.opening + m.charged - m.paid;
	document_post(ctx,
		      &(struct document){ .kind = DOC_STATEMENT, .party_id = in.party, .amount = closing });
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO statement (id, party_id, from_on, until_on, opening, charged, paid, closing) "
		"VALUES (:id, :party, :from, :until, :opening, :charged, :paid, :closing)"),
	    BIND(B_INT("id", ctx->answer->id), B_INT("party", in.party), B_INT("from", in.from),
		 B_INT("until", in.until), B_INT("opening", m.opening), B_INT("charged", m.charged),
		 B_INT("paid", m.paid), B_INT("closing", closing)));
	db_exec(ctx->db,
		SQL("INSERT INTO statement_of (statement_id, party_id) SELECT :id, id FROM party WHERE id = "
		    ":party "
		    "OR merged_into = :party"),
		BIND(B_INT("id", ctx->answer->id), B_INT("party", in.party)));
	answer_add_text(ctx, "closing", money_plain(ctx->arena, closing));
	answer_say(ctx, N_("%s: %s, closing balance %s"), ctx->answer->number, party_name(ctx, in.party),
		   money_text(ctx->arena, closing));
	return true;
}

static void statement_fill(struct ctx *ctx, struct args *args)
{
	int64_t party, from, until;
	char text[DATE_TEXT];

	if (!(party = args_id(args, "party")) || args_get(args, "from") || args_get(args, "until"))
		return;
	from = from_proposed(ctx, party);
	until = month_end(from) < ctx->today ? month_end(from) : ctx->today - 1;
	if (from > until)
		return;
	date_write(text, from);
	args_set(args, "from", text);
	date_write(text, until);
	args_set(args, "until", text);
}

COMMAND(statement_make) = {
	.name = "statement.make",
	.title = N_("Statement of account"),
	.help =
	    N_("Opening balance, each document and closing balance of a party, as a paper to be agreed on."),
	.undo = UNDO_NONE,
	.input = statement_input,
	.size = sizeof(struct statement),
	.prints = "statement",
	.fill = statement_fill,
	.may = statement_may,
	.run = statement_run,
};

/* ---- ticks ---- */

struct tick {
	struct input input;
	int64_t party, document;
};

static const struct field tick_input[] = {
	FIELD(tick, party, "party", N_("Party"), VT_REF, REQUIRED, .view = "parties",
	      .help = N_("With whom the line is compared.")),
	FIELD(tick, document, "document", N_("Document"), VT_REF, REQUIRED, .view = "documents",
	      .help = N_("The line of the statement that both sides have alike.")),
	{ 0 },
};

/* The party whose line it is: this one, or one that was made one with it; 0: the document books nothing with them. */
static int64_t line_party(struct ctx *ctx, const struct tick *in)
{
	return db_int(ctx->db,
		      SQL("SELECT min(l.party_id) FROM entry e JOIN entry_line l ON l.entry_id = e.id "
			  "JOIN party p ON p.id = l.party_id WHERE e.document_id = :document "
			  "AND :party IN (p.id, p.merged_into)"),
		      BIND(B_INT("document", in->document), B_INT("party", in->party)), 0);
}

static bool ticked(struct ctx *ctx, const struct tick *in)
{
	return db_exists(ctx->db,
			 SQL("SELECT 1 FROM reconciled WHERE party_id = :party AND document_id = :document"),
			 BIND(B_INT("party", line_party(ctx, in)), B_INT("document", in->document)));
}

static bool tick_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct tick *in = input;

	if (!HAS(in, party) || !HAS(in, document))
		return true;
	if (!line_party(ctx, in))
		return err_field(e, "document", N_("%s books nothing with %s"),
				 document_number(ctx, in->document), party_name(ctx, in->party));
	return !ticked(ctx, in) ||
	       err_field(e, "document", N_("%s is ticked already"), document_number(ctx, in->document));
}

static bool tick_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct tick *in = input;

	if (!tick_may(ctx, in, e))
		return false;
	db_exec(ctx->db,
		SQL("INSERT INTO reconciled (party_id, document_id, user_id, at, day) "
		    "VALUES (:party, :document, :user, :at, :day)"),
		BIND(B_INT("party", line_party(ctx, in)), B_INT("document", in->document),
		     B_INT("user", ctx->user_id), B_INT("at", ctx->now), B_INT("day", ctx->today)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is agreed with %s"), document_number(ctx, in->document),
		   party_name(ctx, in->party));
	return true;
}

COMMAND(statement_tick) = {
	.name = "statement.tick",
	.title = N_("Tick a line"),
	.help = N_("Marks a line of an account as agreed with the other side; it changes no posting."),
	.undo = UNDO_ROWS,
	.input = tick_input,
	.size = sizeof(struct tick),
	.may = tick_may,
	.run = tick_run,
};

static bool untick_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct tick *in = input;

	return !HAS(in, party) || !HAS(in, document) || ticked(ctx, in) ||
	       err_field(e, "document", N_("%s is not ticked"), document_number(ctx, in->document));
}

static bool untick_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct tick *in = input;

	if (!untick_may(ctx, in, e))
		return false;
	db_exec(ctx->db, SQL("DELETE FROM reconciled WHERE party_id = :party AND document_id = :document"),
		BIND(B_INT("party", line_party(ctx, in)), B_INT("document", in->document)));
	answer_say(ctx, N_("%s is open to agree on again"), document_number(ctx, in->document));
	return true;
}

COMMAND(statement_untick) = {
	.name = "statement.untick",
	.title = N_("Take a tick away"),
	.help = N_("The line of the account is to be agreed on again."),
	.undo = UNDO_ROWS,
	.input = tick_input,
	.size = sizeof(struct tick),
	.may = untick_may,
	.run = untick_run,
};
