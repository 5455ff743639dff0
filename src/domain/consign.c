/* consign.c - goods of suppliers that lie in the shop.
 *
 * They lie in a warehouse of their own, with a quantity and no value. What is sold or fitted and is missing in the
 * store is bought in the same transaction: a document of its own owes the supplier the price agreed and moves the
 * goods into the store, from where the sale takes them like any other. */
#include "domain/consign.h"

#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/part.h"
#include "domain/party.h"
#include "domain/payable.h"
#include "domain/reverse.h"
#include "domain/stock_batch.h"

#define CONSIGN_LINES_MOST 200

struct consign_line {
	struct input input;
	int64_t part, qty, cost, expires;
	const char *batch;
};

struct consign {
	struct input input;
	int64_t supplier, warehouse;
	const char *original_no;
	struct lines lines;
};

/* A slip that is written. */
struct slip {
	struct ctx *ctx;
	struct err *e;
	struct posting *p;
	int64_t supplier_id, store_id; /* whose goods, and the store that sells them */
	int64_t warehouse_id, document_id, pos, sum;
};

/* ---- the supplier's shelf ---- */

bool consign_is(struct ctx *ctx, int64_t warehouse_id)
{
	return db_exists(ctx->db, SQL("SELECT 1 FROM warehouse WHERE id = :id AND supplier_id IS NOT NULL"),
			 BIND(B_INT("id", warehouse_id)));
}

bool consign_not_ours(struct ctx *ctx, int64_t warehouse_id, struct err *e)
{
	const char *store = db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT a.title FROM warehouse w JOIN warehouse a ON a.id = w.at_id WHERE w.id = :id"),
	    BIND(B_INT("id", warehouse_id)));
	int64_t supplier = db_int(ctx->db, SQL("SELECT supplier_id FROM warehouse WHERE id = :id"),
				  BIND(B_INT("id", warehouse_id)), 0);

	return err_field(e, "warehouse",
			 N_("What lies there belongs to %s. Sell it from %s, or buy it first (consign.buy)"),
			 party_name(ctx, supplier), store ? tr(ctx->lang, store) : "");
}

/* Suppliers that were made one may have two: then the one where most of the part lies. */
static int64_t shelf_of(struct ctx *ctx, int64_t supplier_id, int64_t store_id, int64_t part_id)
{
	return db_int(ctx->db,
		      SQL("SELECT w.id FROM warehouse w LEFT JOIN stock s ON s.warehouse_id = w.id AND "
			  "s.part_id = :part WHERE w.supplier_id = :supplier AND w.at_id = :store "
			  "ORDER BY s.qty DESC, w.id LIMIT 1"),
		      BIND(B_INT("supplier", supplier_id), B_INT("store", store_id), B_INT("part", part_id)),
		      0);
}

static int64_t shelf_need(struct ctx *ctx, int64_t supplier_id, int64_t store_id, int64_t part_id)
{
	int64_t id = shelf_of(ctx, supplier_id, store_id, part_id);

	if (id)
		return id;
	db_exec(ctx->db,
		SQL("INSERT INTO warehouse (code, title, kind, supplier_id, at_id) SELECT 'G' || (SELECT "
		    "max(id) + 1 FROM warehouse), name, 'consigned', id, :store FROM party WHERE id = "
		    ":supplier"),
		BIND(B_INT("store", store_id), B_INT("supplier", supplier_id)));
	return db_last_id(ctx->db);
}

static int64_t price_of(struct ctx *ctx, int64_t warehouse_id, int64_t part_id)
{
	return db_int(
	    ctx->db,
	    SQL("SELECT cost FROM consign_price WHERE warehouse_id = :warehouse AND part_id = :part"),
	    BIND(B_INT("warehouse", warehouse_id), B_INT("part", part_id)), 0);
}

/* ---- slips ---- */

static void slip_head(struct slip *s, enum document_kind kind, int64_t amount, const char *original_no,
		      int64_t for_id)
{
	s->p = posting_new(s->ctx->arena);
	s->document_id = document_post(
	    s->ctx, &(struct document){ .kind = kind, .party_id = s->supplier_id, .amount = amount });
	db_exec(s->ctx->db,
		SQL("INSERT INTO consign_slip (id, supplier_id, warehouse_id, original_no, for_id) VALUES "
		    "(:id, :supplier, :warehouse, :original, :for)"),
		BIND(B_INT("id", s->document_id), B_INT("supplier", s->supplier_id),
		     B_INT("warehouse", s->warehouse_id), B_TEXT("original", original_no),
		     B_ID("for", for_id)));
}

static bool slip_line(struct slip *s, int64_t part_id, int64_t qty, int64_t cost)
{
	int64_t amount = qty_price(qty, cost);

	if (amount > MONEY_MAX || (s->sum += amount) > MONEY_MAX)
		return err_field(s->e, "lines.cost",
				 N_("Quantity and cost make more than can be booked. Look at them again"));
	db_exec(s->ctx->db,
		SQL("INSERT INTO consign_line (document_id, pos, part_id, qty, cost, amount) VALUES "
		    "(:document, :pos, :part, :qty, :cost, :amount)"),
		BIND(B_INT("document", s->document_id), B_INT("pos", ++s->pos), B_INT("part", part_id),
		     B_INT("qty", qty), B_INT("cost", cost), B_INT("amount", amount)));
	return true;
}

static struct stock_move shelf_move_of(const struct slip *s, int64_t part_id, int64_t qty, int64_t batch_id)
{
	return (struct stock_move){ .part_id = part_id,
				    .warehouse_id = s->warehouse_id,
				    .qty = qty,
				    .document_id = s->document_id,
				    .batch_id = batch_id,
				    .consigned = true };
}

/* From the supplier's shelf into the store, at the price agreed. */
static bool buy_line(struct slip *s, int64_t part_id, int64_t qty, int64_t batch_id, bool use)
{
	struct stock_move out = shelf_move_of(s, part_id, qty, batch_id), in = out;
	int64_t cost = price_of(s->ctx, s->warehouse_id, part_id), amount = qty_price(qty, cost), none;

	out.use = use;
	in.warehouse_id = s->store_id;
	in.batch_id = 0;
	in.of_id = s->document_id;
	if (!stock_take(s->ctx, &out, &none, s->e) || !slip_line(s, part_id, qty, cost) ||
	    !stock_put(s->ctx, &in, amount, s->e))
		return false;
	posting_add(s->p,
		    (struct posting_line){ .account = ACC_STOCK, .amount = amount, .part_id = part_id });
	return true;
}

static bool slip_owe(struct slip *s)
{
	payable_add(s->ctx, s->p, s->document_id, s->supplier_id, s->sum);
	return ledger_post(s->ctx, s->document_id, s->p, s->e);
}

/* ---- bought because it is sold ---- */

/* A supplier's goods of that part at a store. */
struct lying {
	int64_t warehouse_id, supplier_id, qty;
};

static bool lying_next(struct ctx *ctx, const struct stock_move *m, int64_t after, struct lying *ret)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT w.id, w.supplier_id, s.qty FROM stock s JOIN warehouse w ON w.id "
				    "= s.warehouse_id WHERE s.part_id = :part AND w.at_id = :store AND "
				    "w.supplier_id IS NOT NULL AND s.qty > 0 AND w.id > :after AND (:batch "
				    "IS NULL OR EXISTS (SELECT 1 FROM batch_stock b WHERE b.part_id = :part "
				    "AND b.warehouse_id = w.id AND b.batch_id = :batch AND b.qty > 0)) "
				    "ORDER BY w.id LIMIT 1"),
				BIND(B_INT("part", m->part_id), B_INT("store", m->warehouse_id),
				     B_INT("after", after), B_ID("batch", m->batch_id)));

	if (!cur_next(c))
		return false;
	*ret = (struct lying){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2) };
	cur_close(c);
	return true;
}

int64_t consign_lying(struct ctx *ctx, const struct stock_move *m)
{
	struct lying l = { 0 };
	int64_t qty = 0;

	while (lying_next(ctx, m, l.warehouse_id, &l))
		qty += l.qty;
	return qty;
}

bool consign_fetch(struct ctx *ctx, const struct stock_move *m, int64_t missing, struct err *e)
{
	struct answer told = *ctx->answer; /* what the command makes is its own document */
	struct lying l = { 0 };

	while (missing > 0 && lying_next(ctx, m, l.warehouse_id, &l)) {
		struct slip s = { .ctx = ctx,
				  .e = e,
				  .supplier_id = l.supplier_id,
				  .store_id = m->warehouse_id,
				  .warehouse_id = l.warehouse_id };
		int64_t qty = l.qty < missing ? l.qty : missing;

		slip_head(&s, DOC_CONSIGN_BUY, qty_price(qty, price_of(ctx, l.warehouse_id, m->part_id)),
			  NULL, m->document_id);
		if (!buy_line(&s, m->part_id, qty, m->batch_id, m->use) || !slip_owe(&s))
			return false;
		missing -= qty;
	}
	*ctx->answer = told;
	return true;
}

/* ---- the commands ---- */

#define PART_FIELDS                                                                                          \
	FIELD(consign_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",                     \
	      .help = N_("By its code, barcode, maker's number or name.")),                                  \
	    FIELD(consign_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,      \
		  .help = N_("What was counted, in the part's unit."))

static const struct field in_line_input[] = {
	PART_FIELDS,
	FIELD(consign_line, cost, "cost", N_("Agreed cost"), VT_MONEY, REQUIRED, .max = MONEY_MAX,
	      .help = N_("What the supplier is owed for one that is sold; it holds for all that lie here.")),
	FIELD(consign_line, batch, "batch", N_("Batch"), VT_CODE, .max = 40, .help = BATCH_HELP),
	FIELD(consign_line, expires, "expires", N_("Good until"), VT_DATE, .lean = DATE_FUTURE,
	      .help = EXPIRES_HELP),
	{ 0 },
};

static const struct field out_line_input[] = {
	PART_FIELDS,
	FIELD(consign_line, batch, "batch", N_("Batch"), VT_CODE, .max = 40, .help = BATCH_OUT_HELP),
	{ 0 },
};

#define CONSIGN_FIELDS(line_, help_)                                                                         \
	FIELD(consign, supplier, "supplier", N_("Supplier"), VT_REF, REQUIRED, .view = "suppliers",          \
	      .help = N_("Whose goods they are.")),                                                          \
	    FIELD(consign, warehouse, "warehouse", N_("Warehouse"), VT_REF, .view = "warehouses",            \
		  .help = N_("The store that sells them; the main store where none is named.")),             \
	    LINES(consign, lines, "lines", N_("Parts"), line_, consign_line, CONSIGN_LINES_MOST, REQUIRED,   \
		  .help = help_)

static const struct field in_input[] = {
	FIELD(consign, original_no, "original_no", N_("Supplier's number"), VT_CODE, .max = 40, STOP,
	      .help = N_("The number on the supplier's delivery note, where there is one.")),
	CONSIGN_FIELDS(in_line_input, N_("What came, with the price agreed for one.")),
	{ 0 },
};

static const struct field out_input[] = {
	CONSIGN_FIELDS(out_line_input, N_("What goes back unsold.")),
	{ 0 },
};

static const struct field buy_input[] = {
	CONSIGN_FIELDS(out_line_input, N_("What the shop keeps or has lost: it is owed now.")),
	{ 0 },
};

static bool slip_begin(struct ctx *ctx, const struct consign *in, struct slip *s, struct err *e)
{
	*s = (struct slip){ .ctx = ctx,
			    .e = e,
			    .supplier_id = in->supplier,
			    .store_id = stock_warehouse(ctx, in->warehouse) };
	if (consign_is(ctx, s->store_id))
		return err_field(e, "warehouse", N_("Name the store that sells the goods"));
	s->warehouse_id =
	    shelf_of(ctx, in->supplier, s->store_id, LINE_AT(in->lines, struct consign_line, 0)->part);
	return true;
}

static bool slip_known(struct slip *s)
{
	return s->warehouse_id || err_field(s->e, "supplier", N_("No goods of %s lie in this store"),
					    party_name(s->ctx, s->supplier_id));
}

/* What the lines come to at the prices agreed; too much is refused with the line. */
static int64_t lines_worth(const struct slip *s, const struct lines *lines)
{
	int64_t sum = 0;

	for (size_t i = 0; i < lines->n; i++) {
		const struct consign_line *l = LINE_AT(*lines, struct consign_line, i);
		int64_t worth =
		    qty_price(l->qty, HAS(l, cost) ? l->cost : price_of(s->ctx, s->warehouse_id, l->part));

		sum += worth < MONEY_MAX - sum ? worth : 0;
	}
	return sum;
}

static bool in_line(struct slip *s, const struct consign_line *l)
{
	struct batch_paper paper = { l->part, s->supplier_id, l->batch, l->expires, true };
	struct stock_move m = shelf_move_of(s, l->part, l->qty, 0);

	if (!batch_comes(s->ctx, &paper, &m.batch_id, s->e) || !stock_put(s->ctx, &m, 0, s->e) ||
	    !slip_line(s, l->part, l->qty, l->cost))
		return false;
	db_exec(s->ctx->db,
		SQL("INSERT INTO consign_price (warehouse_id, part_id, cost) VALUES (:warehouse, :part, "
		    ":cost) ON CONFLICT (warehouse_id, part_id) DO UPDATE SET cost = excluded.cost, ver = "
		    "ver + 1 WHERE cost <> excluded.cost"),
		BIND(B_INT("warehouse", s->warehouse_id), B_INT("part", l->part), B_INT("cost", l->cost)));
	return true;
}

static bool out_line(struct slip *s, const struct consign_line *l)
{
	struct stock_move m = shelf_move_of(s, l->part, l->qty, 0);
	int64_t none;

	return batch_named(s->ctx, l->part, l->batch, "lines.batch", &m.batch_id, s->e) &&
	       stock_take(s->ctx, &m, &none, s->e) &&
	       slip_line(s, l->part, l->qty, price_of(s->ctx, s->warehouse_id, l->part));
}

static bool keep_line(struct slip *s, const struct consign_line *l)
{
	int64_t batch;

	return batch_named(s->ctx, l->part, l->batch, "lines.batch", &batch, s->e) &&
	       buy_line(s, l->part, l->qty, batch, false);
}

static bool slip_lines(struct slip *s, const struct lines *lines,
		       bool (*put)(struct slip *s, const struct consign_line *l))
{
	for (size_t i = 0; i < lines->n; i++) {
		if (!put(s, LINE_AT(*lines, struct consign_line, i))) {
			s->e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

static bool consign_receive_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct consign *in = input;
	struct slip s;

	if (!slip_begin(ctx, in, &s, e))
		return false;
	s.warehouse_id =
	    shelf_need(ctx, in->supplier, s.store_id, LINE_AT(in->lines, struct consign_line, 0)->part);
	slip_head(&s, DOC_CONSIGN_IN, lines_worth(&s, &in->lines), in->original_no, 0);
	if (!slip_lines(&s, &in->lines, in_line))
		return false;
	answer_say(ctx,
		   in->lines.n == 1 ? N_("%s: %d part of %s lies here; nothing is owed yet")
				    : N_("%s: %d parts of %s lie here; nothing is owed yet"),
		   ctx->answer->number, (int)in->lines.n, party_name(ctx, in->supplier));
	return true;
}

static bool consign_back_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct consign *in = input;
	struct slip s;

	if (!slip_begin(ctx, in, &s, e) || !slip_known(&s))
		return false;
	slip_head(&s, DOC_CONSIGN_OUT, lines_worth(&s, &in->lines), NULL, 0);
	if (!slip_lines(&s, &in->lines, out_line))
		return false;
	answer_say(ctx,
		   in->lines.n == 1 ? N_("%s: %d part goes back to %s") : N_("%s: %d parts go back to %s"),
		   ctx->answer->number, (int)in->lines.n, party_name(ctx, in->supplier));
	return true;
}

static bool consign_buy_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct consign *in = input;
	struct slip s;

	if (!slip_begin(ctx, in, &s, e) || !slip_known(&s))
		return false;
	slip_head(&s, DOC_CONSIGN_BUY, lines_worth(&s, &in->lines), NULL, 0);
	if (!slip_lines(&s, &in->lines, keep_line))
		return false;
	answer_say(ctx, N_("%s: %s are owed to %s"), ctx->answer->number, money_text(ctx->arena, s.sum),
		   party_name(ctx, in->supplier));
	return slip_owe(&s);
}

COMMAND(consign_receive) = {
	.name = "consign.receive",
	.title = N_("Receive consigned goods"),
	.help = N_(
	    "Goods of a supplier come to lie in the shop; they stay the supplier's until they are sold "
	    "or fitted."),
	.undo = UNDO_REVERSE,
	.input = in_input,
	.size = sizeof(struct consign),
	.prints = "consign",
	.run = consign_receive_run,
};

COMMAND(consign_back) = {
	.name = "consign.back",
	.title = N_("Send consigned goods back"),
	.help = N_("Goods that were not sold go back to the supplier; nothing was owed for them."),
	.undo = UNDO_REVERSE,
	.input = out_input,
	.size = sizeof(struct consign),
	.prints = "consign",
	.run = consign_back_run,
};

COMMAND(consign_buy) = {
	.name = "consign.buy",
	.title = N_("Buy consigned goods"),
	.help = N_("Goods of a supplier become the shop's own at the price agreed: kept, used up or lost."),
	.undo = UNDO_REVERSE,
	.input = buy_input,
	.size = sizeof(struct consign),
	.prints = "consign",
	.run = consign_buy_run,
};

/* ---- taking back ---- */

static bool buy_reversible(struct ctx *ctx, const struct posted *d, struct err *e)
{
	return payable_unpaid(ctx, d->id, d->number, e);
}

static bool reverse_buy(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e)
{
	payable_drop(ctx, d->id);
	return reverse_moves(ctx, d, reason, e);
}

REVERSAL(consign) = {
	.kinds = { DOC_CONSIGN_IN, DOC_CONSIGN_OUT },
	.run = reverse_moves,
};

REVERSAL(consign_buy) = {
	.kinds = { DOC_CONSIGN_BUY },
	.may = buy_reversible,
	.run = reverse_buy,
};
