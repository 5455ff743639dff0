/* core_send.c - old cores go from the bin to a supplier, who credits them later.
 *
 * Sent: debit old cores due from the supplier, credit price variance, for the goods cost so much less. Credited: debit
 * payable of the supplier; what was refused goes back to price variance. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/core.h"
#include "domain/document.h"
#include "domain/part.h"
#include "domain/payable.h"

struct sent_line {
	struct input input;
	int64_t part, qty, credit;
};

struct core_send {
	struct input input;
	int64_t supplier;
	struct lines lines;
};

static const struct field sent_line_input[] = {
	FIELD(sent_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "cores_bin",
	      .help = N_("What lies in the bin of old cores.")),
	FIELD(sent_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("At most what lies in the bin.")),
	FIELD(sent_line, credit, "credit", N_("Credit for one"), VT_MONEY, STOP, .max = MONEY_MAX,
	      .help = N_("What the supplier gives for one; as much as the customer's deposit when empty.")),
	{ 0 },
};

static const struct field core_send_input[] = {
	FIELD(core_send, supplier, "supplier", N_("Supplier"), VT_REF, REQUIRED, .view = "suppliers",
	      .help = N_("Who takes the old cores and credits them.")),
	LINES(core_send, lines, "lines", N_("Old cores"), sent_line_input, sent_line, CORES_MOST, REQUIRED,
	      .help = N_("What goes, by part.")),
	{ 0 },
};

/* What one line is worth; a part may stand on several. */
static bool line_read(struct ctx *ctx, const struct core_send *in, size_t i, int64_t *ret, struct err *e)
{
	const struct sent_line *l = LINE_AT(in->lines, struct sent_line, i);
	int64_t there = core_bin_holds(ctx, l->part), price;

	for (size_t k = 0; k < i; k++)
		if (LINE_AT(in->lines, struct sent_line, k)->part == l->part)
			there -= LINE_AT(in->lines, struct sent_line, k)->qty;
	e->line = (int)i + 1;
	if (l->qty > there)
		return err_field(e, "lines.qty", N_("Only %s old cores of %s lie in the bin"),
				 qty_text(ctx->arena, there), part_title(ctx, l->part));
	price = HAS(l, credit) ? l->credit
			       : db_int(ctx->db, SQL("SELECT ifnull(core_price, 0) FROM part WHERE id = :id"),
					BIND(B_INT("id", l->part)), 0);
	*ret = qty_price(l->qty, price);
	if (*ret > MONEY_MAX)
		return err_field(
		    e, "lines.credit",
		    N_("That comes to more than can be booked. Look at quantity and price again"));
	e->line = 0;
	return true;
}

static bool send_sum(struct ctx *ctx, const struct core_send *in, int64_t *amount, int64_t *ret_sum,
		     struct err *e)
{
	*ret_sum = 0;
	for (size_t i = 0; i < in->lines.n; i++) {
		if (!line_read(ctx, in, i, &amount[i], e))
			return false;
		*ret_sum += amount[i];
	}
	return *ret_sum <= MONEY_MAX ||
	       err_field(e, "lines.credit",
			 N_("That comes to more than can be booked. Look at quantity and price again"));
}

static bool core_send_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct core_send *in = input;
	int64_t amount[CORES_MOST], sum;

	return !HAS(in, lines) || send_sum(ctx, in, amount, &sum, e);
}

static bool core_send_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct core_send *in = input;
	struct posting *p = posting_new(ctx->arena);
	int64_t amount[CORES_MOST], sum, document;

	if (!send_sum(ctx, in, amount, &sum, e))
		return false;
	document = document_post(
	    ctx, &(struct document){ .kind = DOC_CORE_SENT, .party_id = in->supplier, .amount = sum });
	for (size_t i = 0; i < in->lines.n; i++) {
		const struct sent_line *l = LINE_AT(in->lines, struct sent_line, i);

		db_exec(ctx->db,
			SQL("INSERT INTO core_sent (document_id, supplier_id, part_id, qty, amount) VALUES "
			    "(:document, :supplier, :part, :qty, :amount)"),
			BIND(B_INT("document", document), B_INT("supplier", in->supplier),
			     B_INT("part", l->part), B_INT("qty", l->qty), B_INT("amount", amount[i])));
		core_bin_take(ctx, l->part, l->qty);
		posting_add(p, (struct posting_line){
				   .account = ACC_PRICE_VARIANCE, .amount = -amount[i], .part_id = l->part });
	}
	core_due_add(ctx, document);
	posting_add(
	    p, (struct posting_line){ .account = ACC_CORES_DUE, .amount = sum, .party_id = in->supplier });
	answer_say(ctx, N_("%s: old cores sent, %s to be credited"), ctx->answer->number,
		   money_text(ctx->arena, sum));
	return ledger_post(ctx, document, p, e);
}

/* All that lies in the bin. */
static void core_send_fill(struct ctx *ctx, struct args *args)
{
	struct cur *c;

	if (args_lines(args, "lines"))
		return;
	c = db_open(ctx->db, SQL("SELECT id, qty FROM core_bin WHERE qty > 0 ORDER BY id LIMIT 12"), NULL);
	while (cur_next(c)) {
		struct args *line = args_add_line(args, "lines");

		args_set_id(line, "part", cur_int(c, 0));
		args_set(line, "qty", qty_text(ctx->arena, cur_int(c, 1)));
	}
}

COMMAND(core_send) = {
	.name = "core.send",
	.title = N_("Send old cores to a supplier"),
	.help = N_("Old cores leave the bin; the supplier owes their credit."),
	.undo = UNDO_REVERSE,
	.input = core_send_input,
	.size = sizeof(struct core_send),
	.fill = core_send_fill,
	.prints = "core",
	.may = core_send_may,
	.run = core_send_run,
};

/* ---- what the supplier says ---- */

struct core_take {
	struct input input;
	int64_t sent, amount;
};

static const struct field core_credit_input[] = {
	FIELD(core_take, sent, "sent", N_("Sent with"), VT_REF, REQUIRED, .view = "cores_sent",
	      .help = N_("The document that the old cores were sent with.")),
	FIELD(core_take, amount, "amount", N_("Credited"), VT_MONEY, STOP, .min = 0, .max = MONEY_MAX,
	      .help = N_("What the supplier credits in all; as expected when empty. The rest is refused.")),
	{ 0 },
};

static bool sent_open(struct ctx *ctx, int64_t id, struct posted *d, struct err *e)
{
	const char *by;

	if (!posted_read(ctx, id, d, e))
		return false;
	by = db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT d.number FROM core_credit c JOIN document d ON d.id = c.id WHERE c.sent_id = :id "
		"AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = c.id)"),
	    BIND(B_INT("id", id)));
	return !by || err_field(e, "sent", N_("%s is credited already (%s)"), d->number, by);
}

static bool core_credit_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct core_take *in = input;
	struct posted d;

	return !HAS(in, sent) || sent_open(ctx, in->sent, &d, e);
}

static bool core_credit_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct core_take *in = input;
	struct posting *p = posting_new(ctx->arena);
	struct posted d;
	int64_t amount, document;

	if (!sent_open(ctx, in->sent, &d, e))
		return false;
	amount = HAS(in, amount) ? in->amount : d.amount;
	document = document_post(
	    ctx, &(struct document){ .kind = DOC_CORE_CREDIT, .party_id = d.party_id, .amount = d.amount });
	db_exec(ctx->db,
		SQL("INSERT INTO core_credit (id, sent_id, amount, refused) VALUES (:id, :sent, :amount, "
		    ":refused)"),
		BIND(B_INT("id", document), B_INT("sent", d.id), B_INT("amount", amount),
		     B_INT("refused", d.amount - amount)));
	core_due_drop(ctx, d.id);
	payable_add(ctx, p, document, d.party_id, -amount);
	posting_add(p, (struct posting_line){
			   .account = ACC_CORES_DUE, .amount = -d.amount, .party_id = d.party_id });
	posting_add(p, (struct posting_line){ .account = ACC_PRICE_VARIANCE, .amount = d.amount - amount });
	answer_say(ctx, N_("%s: %s credited for old cores, %s refused"), ctx->answer->number,
		   money_text(ctx->arena, amount), money_text(ctx->arena, d.amount - amount));
	return ledger_post(ctx, document, p, e);
}

COMMAND(core_credit) = {
	.name = "core.credit",
	.title = N_("Old cores are credited"),
	.help = N_("The supplier's answer: what he credits comes off what he is owed, the rest is refused."),
	.undo = UNDO_REVERSE,
	.input = core_credit_input,
	.size = sizeof(struct core_take),
	.prints = "core",
	.may = core_credit_may,
	.run = core_credit_run,
};
