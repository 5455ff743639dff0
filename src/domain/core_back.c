/* core_back.c - an old core comes back: the oldest that the customer owes first, with its deposit.
 *
 * The entry: debit deposits on old cores of the customer; credit his receivable as far as the deposit was not paid
 * yet, else the account of the method that gives it back. In the bills it is one of its own below zero, paid by
 * what it is set against. */
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/core.h"
#include "domain/document.h"
#include "domain/part.h"
#include "domain/payment_source.h"

struct core_return {
	struct input input;
	int64_t customer, part, qty, unused;
	const char *method, *reference;
};

static const struct field core_back_input[] = {
	FIELD(core_return, customer, "customer", N_("Customer"), VT_REF, REQUIRED, .view = "parties",
	      .help = N_("Who owes the old core: whoever paid the deposit, or the walk-in customer.")),
	FIELD(core_return, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part that the deposit was charged with.")),
	FIELD(core_return, qty, "qty", N_("Quantity"), VT_QTY, STOP, .min = 1, .max = QTY_MAX,
	      .help = N_("1 when empty; at most what is still owed. The oldest counts first.")),
	FIELD(core_return, unused, "unused", N_("New part unused"), VT_BOOL, .max = 1,
	      .help = N_("Yes: the new part came back instead, so no old one goes into the bin.")),
	FIELD(core_return, method, "method", N_("Method"), VT_CHOICE, .choices = choice_pay_method,
	      .listed = pay_list_all,
	      .help =
		  N_("How the deposit is given back; cash when empty. What was not paid is only taken off.")),
	FIELD(core_return, reference, "reference", N_("Reference"), VT_TEXT, .max = 60,
	      .help = N_("The number of the transfer, where it does not go back in cash.")),
	{ 0 },
};

/* A charged core, and what is left of it. */
struct piece {
	int64_t core_id, document_id, owner_id, qty, amount;
};

struct coming {
	struct ctx *ctx;
	struct err *e;
	const struct core_return *in;
	struct piece *piece;
	size_t n;
	int64_t party_id, qty, amount, document, out;
	int64_t origin_id, return_id; /* of a return: the sale and the return; 0: none */
	struct posting *p;
};

/* The oldest first: of the parts of a sale, else of the customer. */
static struct cur *owed_open(struct coming *b)
{
	if (b->origin_id)
		return db_open(b->ctx->db,
			       SQL("SELECT o.id, c.document_id, o.party_id, o.qty, o.amount FROM core c JOIN "
				   "core_open o "
				   "ON o.id = c.id WHERE c.origin_id = :origin AND o.part_id = :part ORDER "
				   "BY o.id"),
			       BIND(B_INT("part", b->in->part), B_INT("origin", b->origin_id)));
	return db_open(
	    b->ctx->db,
	    SQL("SELECT o.id, c.document_id, o.party_id, o.qty, o.amount FROM core_open o JOIN core c ON "
		"c.id "
		"= o.id WHERE o.part_id = :part AND o.party_id = :party ORDER BY o.id"),
	    BIND(B_INT("part", b->in->part), B_INT("party", b->party_id)));
}

static size_t owed_read(struct coming *b)
{
	struct cur *c = owed_open(b);

	while (cur_next(c)) {
		ARENA_MORE(b->ctx->arena, b->piece, b->n);
		b->piece[b->n++] = (struct piece){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2), cur_int(c, 3),
						   cur_int(c, 4) };
	}
	return b->n;
}

/* Keeps of the pieces what comes back now. */
static bool pieces_choose(struct coming *b)
{
	int64_t left = b->qty, there = 0;

	owed_read(b);
	for (size_t i = 0; i < b->n; i++) {
		struct piece *k = &b->piece[i];
		int64_t now = k->qty < left ? k->qty : left;

		there += k->qty;
		k->amount = now == k->qty ? k->amount : muldiv(k->amount, now, k->qty);
		k->qty = now;
		left -= now;
		b->amount += k->amount;
	}
	if (there == 0)
		return err_field(b->e, "part", N_("No old core of %s is owed by this customer"),
				 part_title(b->ctx, b->in->part));
	return left == 0 || err_field(b->e, "qty", N_("Only %s of %s are owed by this customer"),
				      qty_text(b->ctx->arena, there), part_title(b->ctx, b->in->part));
}

static bool coming_read(struct coming *b, struct ctx *ctx, const struct core_return *in, struct err *e)
{
	*b = (struct coming){ .ctx = ctx, .e = e, .in = in };
	b->party_id = in->customer;
	b->qty = HAS(in, qty) ? in->qty : 1000;
	return pieces_choose(b);
}

/* The bill of the return itself, paid by what it is set against. */
static void credit_write(struct coming *b, int64_t party_id, int64_t amount)
{
	db_exec(b->ctx->db,
		SQL("INSERT INTO bill (document_id, party_id, amount, due_on) VALUES (:document, :party, "
		    ":amount, :today)"),
		BIND(B_INT("document", b->document), B_INT("party", party_id), B_INT("amount", -amount),
		     B_INT("today", b->ctx->today)));
	db_exec(
	    b->ctx->db,
	    SQL("INSERT INTO allocation (document_id, bill_id, amount) VALUES (:document, :bill, :amount)"),
	    BIND(B_INT("document", b->document), B_INT("bill", db_last_id(b->ctx->db)),
		 B_INT("amount", -amount)));
}

/* What of the deposit was not paid comes off its bill; returns what is to be given back. */
static int64_t bill_reduce(struct coming *b, const struct piece *k)
{
	struct due due = { 0 };
	struct cur *c =
	    db_open(b->ctx->db,
		    SQL("SELECT o.id, o.party_id, o.amount FROM bill b JOIN bill_open o ON o.id = "
			"b.id WHERE b.document_id = :document"),
		    BIND(B_INT("document", k->document_id)));

	if (!cur_next(c))
		return k->amount;
	due = (struct due){ .bill_id = cur_int(c, 0), .party_id = cur_int(c, 1), .open = cur_int(c, 2) };
	cur_close(c);
	due.paid = due.open < k->amount ? due.open : k->amount;
	due.open -= due.paid;
	if (due.paid == 0)
		return k->amount;
	credit_write(b, due.party_id, due.paid);
	db_exec(
	    b->ctx->db,
	    SQL("INSERT INTO allocation (document_id, bill_id, amount) VALUES (:document, :bill, :amount)"),
	    BIND(B_INT("document", b->document), B_INT("bill", due.bill_id), B_INT("amount", due.paid)));
	posting_add(b->p, (struct posting_line){
			      .account = ACC_RECEIVABLE, .amount = -due.paid, .party_id = due.party_id });
	dues_keep(b->ctx, &due, 1);
	return k->amount - due.paid;
}

static void piece_post(struct coming *b, const struct piece *k)
{
	db_exec(b->ctx->db,
		SQL("INSERT INTO core_back (document_id, core_id, part_id, qty, amount, unused, return_id) "
		    "VALUES (:document, :core, :part, :qty, :amount, :unused, :return)"),
		BIND(B_INT("document", b->document), B_INT("core", k->core_id), B_INT("part", b->in->part),
		     B_INT("qty", k->qty), B_INT("amount", k->amount), B_INT("unused", b->in->unused),
		     B_ID("return", b->return_id)));
	core_owe_less(b->ctx, k->core_id, k->qty, k->amount);
	if (!b->in->unused)
		core_bin_put(b->ctx, b->in->part, k->qty);
	posting_add(b->p, (struct posting_line){
			      .account = ACC_CORE_DEPOSITS, .amount = k->amount, .party_id = b->party_id });
	b->out += bill_reduce(b, k);
}

static bool money_give(struct coming *b)
{
	struct pay_line line = { .method = b->in->method ? b->in->method : "cash", .amount = b->out };
	struct pay pay;

	if (b->out == 0)
		return true;
	if (!pay_read_back(b->ctx, &line, &pay, b->e) || !drawer_has(b->ctx, &pay, b->e))
		return false;
	if (pay.method_id == PAY_MEMBER)
		return err_field(b->e, "method",
				 N_("A deposit does not go onto a card. Choose another method"));
	pay.reference = b->in->reference;
	credit_write(b, b->party_id, b->out);
	payment_row(b->ctx, b->document, &pay, &(struct payer){ .party_id = b->party_id }, -b->out);
	posting_add(b->p,
		    (struct posting_line){ .account = pay.account,
					   .amount = -b->out,
					   .shift_id = pay.shift_id,
					   .party_id = pay.method_id == PAY_ADVANCE ? b->party_id : 0 });
	return true;
}

static bool core_back_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct core_return *in = input;
	struct coming *b = ARENA_NEW(ctx->arena, struct coming);

	return !HAS(in, customer) || !HAS(in, part) || coming_read(b, ctx, in, e);
}

static bool coming_post(struct coming *b)
{
	struct ctx *ctx = b->ctx;

	b->p = posting_new(ctx->arena);
	b->document = document_post(
	    ctx, &(struct document){ .kind = DOC_CORE_BACK, .party_id = b->party_id, .amount = b->amount });
	for (size_t i = 0; i < b->n; i++)
		if (b->piece[i].qty > 0)
			piece_post(b, &b->piece[i]);
	return money_give(b) && ledger_post(ctx, b->document, b->p, b->e);
}

/* What of the pieces comes back at most. */
static int64_t owed_most(struct coming *b, int64_t qty)
{
	int64_t there = 0;

	for (size_t i = 0, n = owed_read(b); i < n; i++) {
		there += b->piece[i].qty;
		b->party_id = b->piece[i].owner_id;
	}
	b->n = 0;
	return there < qty ? there : qty;
}

bool core_unused_back(struct ctx *ctx, const struct core_unused *in, int64_t *ret, struct err *e)
{
	struct core_return back = { .part = in->part_id, .unused = 1, .method = in->method };
	struct coming *b = ARENA_NEW(ctx->arena, struct coming);
	struct answer told = *ctx->answer;

	*b = (struct coming){
		.ctx = ctx, .e = e, .in = &back, .origin_id = in->sale_id, .return_id = in->return_id
	};
	*ret = 0;
	b->qty = owed_most(b, in->qty);
	if (b->qty == 0)
		return true;
	if (!pieces_choose(b) || !coming_post(b))
		return false;
	*ret = b->amount;
	*ctx->answer = told;
	return true;
}

static bool core_back_run(struct ctx *ctx, const void *input, struct err *e)
{
	struct coming *b = ARENA_NEW(ctx->arena, struct coming);

	if (!coming_read(b, ctx, input, e) || !coming_post(b))
		return false;
	answer_add_text(ctx, "refund", money_plain(ctx->arena, b->out));
	answer_say(ctx, N_("%s: deposit of %s ends, %s are given back"), ctx->answer->number,
		   money_text(ctx->arena, b->amount), money_text(ctx->arena, b->out));
	return true;
}

COMMAND(core_back) = {
	.name = "core.back",
	.title = N_("Take an old core back"),
	.help = N_("The old part comes: its deposit is given back, or taken off what is not paid yet."),
	.undo = UNDO_REVERSE,
	.input = core_back_input,
	.size = sizeof(struct core_return),
	.prints = "core",
	.may = core_back_may,
	.run = core_back_run,
};
