/* transfer.c - goods go from one warehouse to another in two steps. In between they lie in transit, with the value they
 * left with: they belong to no warehouse, cannot vanish and cannot come twice. */
#include "domain/transfer.h"

#include <inttypes.h>
#include <string.h>

#include "base/money.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/document.h"
#include "domain/ledger.h"
#include "domain/part.h"
#include "domain/stock_batch.h"

struct transfer_line {
	struct input input;
	int64_t part, qty;
	const char *batch;
};

static const struct field transfer_line_input[] = {
	FIELD(transfer_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	FIELD(transfer_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("How many, up to three digits behind the point: 4.5 litres.")),
	{ 0 },
};

static const struct field send_line_input[] = {
	FIELD(transfer_line, part, "part", N_("Part"), VT_REF, REQUIRED, .view = "parts",
	      .help = N_("The part: code, barcode, maker's number, name or first letters.")),
	FIELD(transfer_line, qty, "qty", N_("Quantity"), VT_QTY, REQUIRED, .min = 1, .max = QTY_MAX,
	      .help = N_("How many, up to three digits behind the point: 4.5 litres.")),
	FIELD(transfer_line, batch, "batch", N_("Batch"), VT_CODE, .max = 40, .help = BATCH_OUT_HELP),
	{ 0 },
};

/* ---- transfer.send ---- */

struct send {
	struct input input;
	int64_t from, to;
	const char *carrier;
	struct lines lines;
};

static const struct field send_input[] = {
	FIELD(send, from, "from", N_("From warehouse"), VT_REF, REQUIRED, .view = "warehouses",
	      .help = N_("The warehouse that the goods leave.")),
	FIELD(send, to, "to", N_("To warehouse"), VT_REF, REQUIRED, .view = "warehouses",
	      .help = N_("The warehouse, van or outlet that will receive them.")),
	FIELD(send, carrier, "carrier", N_("Carried by"), VT_TEXT, STOP, .max = 60,
	      .help = N_("Who has the goods on the way.")),
	LINES(send, lines, "lines", N_("Parts"), send_line_input, transfer_line, 200, REQUIRED,
	      .help = N_("One row for each part: which, and how many.")),
	{ 0 },
};

static bool send_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct send *in = input;

	(void)ctx;
	return !HAS(in, from) || !HAS(in, to) || in->from != in->to ||
	       err_field(e, "to", N_("The goods are in this warehouse already"));
}

static void in_transit(struct posting *p, int64_t part_id, int64_t value)
{
	posting_add(
	    p, (struct posting_line){ .account = ACC_STOCK_TRANSIT, .amount = value, .part_id = part_id });
}

static void in_stock(struct posting *p, int64_t part_id, int64_t value)
{
	posting_add(p, (struct posting_line){ .account = ACC_STOCK, .amount = value, .part_id = part_id });
}

static bool send_line(struct ctx *ctx, const struct transfer_line *l, int64_t from, int64_t document,
		      struct posting *p, struct err *e)
{
	struct stock_move m = {
		.part_id = l->part, .warehouse_id = from, .qty = l->qty, .document_id = document
	};
	int64_t value;

	if (!batch_named(ctx, l->part, l->batch, "lines.batch", &m.batch_id, e) ||
	    !stock_take(ctx, &m, &value, e))
		return false;
	db_exec(ctx->db,
		SQL("INSERT INTO transfer_line (transfer_id, part_id, qty, value) "
		    "VALUES (:transfer, :part, :qty, :value)"),
		BIND(B_INT("transfer", document), B_INT("part", l->part), B_INT("qty", l->qty),
		     B_INT("value", value)));
	db_exec(ctx->db,
		SQL("INSERT INTO transfer_open (id, transfer_id, qty, value) VALUES (:id, :transfer, :qty, "
		    ":value)"),
		BIND(B_INT("id", db_last_id(ctx->db)), B_INT("transfer", document), B_INT("qty", l->qty),
		     B_INT("value", value)));
	in_stock(p, l->part, -value);
	in_transit(p, l->part, value);
	return true;
}

static bool send_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct send *in = input;
	struct posting *p = posting_new(ctx->arena);
	int64_t document = document_post(ctx, &(struct document){ .kind = DOC_TRANSFER });

	db_exec(ctx->db,
		SQL("INSERT INTO transfer (id, from_id, to_id, carrier) VALUES (:id, :from, :to, :carrier)"),
		BIND(B_INT("id", document), B_INT("from", in->from), B_INT("to", in->to),
		     B_TEXT("carrier", in->carrier)));
	for (size_t i = 0; i < in->lines.n; i++) {
		if (!send_line(ctx, LINE_AT(in->lines, struct transfer_line, i), in->from, document, p, e)) {
			e->line = (int)i + 1;
			return false;
		}
	}
	answer_say(ctx,
		   in->lines.n == 1 ? N_("%s: %d part is on its way") : N_("%s: %d parts are on their way"),
		   ctx->answer->number, (int)in->lines.n);
	return ledger_post(ctx, document, p, e);
}

COMMAND(transfer_send) = {
	.name = "transfer.send",
	.title = N_("Send a transfer"),
	.help = N_("Goods leave a warehouse for another one; until they are received they are in transit."),
	.undo = UNDO_REVERSE,
	.input = send_input,
	.size = sizeof(struct send),
	.prints = "transfer",
	.may = send_may,
	.run = send_run,
};

/* ---- transfer.receive ---- */

struct receive {
	struct input input;
	int64_t transfer;
	const char *how;
	struct lines lines;
};

static const struct field receive_input[] = {
	FIELD(receive, transfer, "transfer", N_("Transfer"), VT_REF, REQUIRED, .view = "transfers_open",
	      .help = N_("The transfer that it is about, by its number.")),
	FIELD(receive, how, "how", N_("What became of it"), VT_CHOICE, .choices = choice_transfer_how,
	      .help = N_("Received where it was sent to; back where it came from; or lost on the way, which "
			 "is a loss.")),
	LINES(receive, lines, "lines", N_("Parts"), transfer_line_input, transfer_line, 200,
	      .help = N_("What has come. Without lines it is all that is on the way; what is missing stays "
			 "in transit.")),
	{ 0 },
};

/* A transfer whose receipt is being written. */
struct arrival {
	struct ctx *ctx;
	struct err *e;
	struct posting *p;
	int64_t transfer_id, warehouse, document;
	bool lost;
};

static const char *transfer_number(struct ctx *ctx, int64_t id)
{
	return document_number(ctx, id);
}

static bool receive_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct receive *in = input;

	return !HAS(in, transfer) ||
	       db_exists(ctx->db, SQL("SELECT 1 FROM transfer_open WHERE transfer_id = :id"),
			 BIND(B_INT("id", in->transfer))) ||
	       err_field(e, "transfer", N_("Nothing of %s is on the way any more: it has been received"),
			 transfer_number(ctx, in->transfer));
}

/* Some of an open line arrives: its share of the value, all of it with the last piece. */
static bool arrive(struct arrival *a, int64_t line_id, int64_t part_id, int64_t qty, int64_t open_qty,
		   int64_t open_value)
{
	struct ctx *ctx = a->ctx;
	struct stock_move m = {
		.part_id = part_id,
		.warehouse_id = a->warehouse,
		.qty = qty,
		.document_id = a->document,
		.of_id = a->transfer_id,
	};
	int64_t value = qty == open_qty ? open_value : muldiv(open_value, qty, open_qty);

	if (!a->lost && !stock_put(ctx, &m, value, a->e))
		return false;
	db_exec(ctx->db,
		SQL("INSERT INTO transfer_receipt_line (receipt_id, line_id, qty, value) "
		    "VALUES (:receipt, :line, :qty, :value)"),
		BIND(B_INT("receipt", a->document), B_INT("line", line_id), B_INT("qty", qty),
		     B_INT("value", value)));
	if (qty == open_qty)
		db_exec(ctx->db, SQL("DELETE FROM transfer_open WHERE id = :id"), BIND(B_INT("id", line_id)));
	else
		db_exec(
		    ctx->db,
		    SQL("UPDATE transfer_open SET qty = qty - :qty, value = value - :value WHERE id = :id"),
		    BIND(B_INT("qty", qty), B_INT("value", value), B_INT("id", line_id)));
	in_transit(a->p, part_id, -value);
	if (a->lost)
		posting_add(a->p, (struct posting_line){ .account = ACC_STOCK_LOSS, .amount = value });
	else
		in_stock(a->p, part_id, value);
	return true;
}

struct on_way {
	int64_t id, part_id, qty, value;
};

#define LINES_MOST 200

static size_t on_way_read(struct ctx *ctx, int64_t transfer_id, struct on_way **ret)
{
	struct cur *c =
	    db_open(ctx->db,
		    SQL("SELECT o.id, l.part_id, o.qty, o.value FROM transfer_open o "
			"JOIN transfer_line l ON l.id = o.id WHERE o.transfer_id = :id ORDER BY o.id "
			"LIMIT 200"),
		    BIND(B_INT("id", transfer_id)));
	struct on_way *w = ARENA_ARRAY(ctx->arena, struct on_way, LINES_MOST);
	size_t n = 0;

	while (cur_next(c))
		w[n++] = (struct on_way){ cur_int(c, 0), cur_int(c, 1), cur_int(c, 2), cur_int(c, 3) };
	*ret = w;
	return n;
}

static bool arrive_part(struct arrival *a, struct on_way *w, size_t n, const struct transfer_line *l)
{
	int64_t left = l->qty;

	for (size_t i = 0; i < n && left > 0; i++) {
		int64_t now = w[i].qty < left ? w[i].qty : left, value = w[i].value;

		if (w[i].part_id != l->part || !now)
			continue;
		if (!arrive(a, w[i].id, l->part, now, w[i].qty, value))
			return false;
		w[i].value -= now == w[i].qty ? value : muldiv(value, now, w[i].qty);
		w[i].qty -= now;
		left -= now;
	}
	return !left || err_field(a->e, "lines.qty", N_("Only %s of %s is on the way with this transfer"),
				  qty_text(a->ctx->arena, l->qty - left), part_title(a->ctx, l->part));
}

static bool arrive_all(struct arrival *a, struct on_way *w, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (!arrive(a, w[i].id, w[i].part_id, w[i].qty, w[i].qty, w[i].value))
			return false;
	return true;
}

static bool arrive_lines(struct arrival *a, const struct lines *lines)
{
	struct on_way *w;
	size_t n = on_way_read(a->ctx, a->transfer_id, &w);

	if (!lines->n)
		return arrive_all(a, w, n);
	for (size_t i = 0; i < lines->n; i++) {
		if (!arrive_part(a, w, n, LINE_AT(*lines, struct transfer_line, i))) {
			a->e->line = (int)i + 1;
			return false;
		}
	}
	return true;
}

static void receive_said(struct arrival *a, const char *how)
{
	struct ctx *ctx = a->ctx;
	int64_t open = db_int(ctx->db, SQL("SELECT count(*) FROM transfer_open WHERE transfer_id = :id"),
			      BIND(B_INT("id", a->transfer_id)), 0);
	const char *number = transfer_number(ctx, a->transfer_id);

	if (a->lost)
		answer_say(ctx, N_("%s: what was lost of %s is booked as a loss"), ctx->answer->number,
			   number);
	else if (!strcmp(how, "back"))
		answer_say(ctx, N_("%s: %s is back where it came from"), ctx->answer->number, number);
	else
		answer_say(ctx, N_("%s: %s is received"), ctx->answer->number, number);
	if (open)
		answer_say_more(
		    ctx, open == 1 ? N_("%d line is still on the way") : N_("%d lines are still on the way"),
		    (int)open);
}

static bool receive_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct receive *in = input;
	const char *how = in->how ? in->how : "received";
	struct arrival a = { .ctx = ctx, .e = e, .transfer_id = in->transfer, .lost = !strcmp(how, "lost") };

	a.p = posting_new(ctx->arena);
	a.warehouse = db_int(ctx->db, SQL("SELECT iif(:back, from_id, to_id) FROM transfer WHERE id = :id"),
			     BIND(B_INT("back", !strcmp(how, "back")), B_INT("id", in->transfer)), 0);
	a.document = document_post(ctx, &(struct document){ .kind = DOC_TRANSFER_IN });
	db_exec(ctx->db,
		SQL("INSERT INTO transfer_receipt (id, transfer_id, how) VALUES (:id, :transfer, :how)"),
		BIND(B_INT("id", a.document), B_INT("transfer", in->transfer), B_TEXT("how", how)));
	if (!arrive_lines(&a, &in->lines))
		return false;
	receive_said(&a, how);
	return ledger_post(ctx, a.document, a.p, e);
}

static void receive_fill(struct ctx *ctx, struct args *args)
{
	const char *transfer = args_get(args, "transfer");
	struct on_way *w;
	int64_t id;
	size_t n;

	if (!transfer || *transfer != '#' || args_lines(args, "lines") ||
	    !int_parse(transfer + 1, "", 1, INT64_MAX, &id, &(struct err){ 0 }))
		return;
	n = on_way_read(ctx, id, &w);
	for (size_t i = 0; i < n; i++) {
		struct args *line = args_add_line(args, "lines");

		args_set_id(line, "part", w[i].part_id);
		args_set(line, "qty", qty_text(ctx->arena, w[i].qty));
	}
}

COMMAND(transfer_receive) = {
	.name = "transfer.receive",
	.title = N_("Receive a transfer"),
	.help =
	    N_("Goods that were on the way have come, in one piece or several; or went back, or were lost."),
	.undo = UNDO_REVERSE,
	.input = receive_input,
	.size = sizeof(struct receive),
	.prints = "transfer",
	.fill = receive_fill,
	.may = receive_may,
	.run = receive_run,
};

/* ---- for reversals ---- */

bool transfer_unsend(struct ctx *ctx, int64_t document_id, struct err *e)
{
	if (db_exists(ctx->db,
		      SQL("SELECT 1 FROM transfer_line l LEFT JOIN transfer_open o ON o.id = l.id "
			  "WHERE l.transfer_id = :id AND o.qty IS NOT l.qty"),
		      BIND(B_INT("id", document_id))))
		return err_field(e, "document",
				 N_("Some of %s has been received. Send that back with a new transfer"),
				 document_number(ctx, document_id));
	db_exec(ctx->db, SQL("DELETE FROM transfer_open WHERE transfer_id = :id"),
		BIND(B_INT("id", document_id)));
	return true;
}

void transfer_unreceive(struct ctx *ctx, int64_t receipt_id)
{
	db_exec(
	    ctx->db,
	    SQL("INSERT INTO transfer_open (id, transfer_id, qty, value) "
		"SELECT l.line_id, r.transfer_id, sum(l.qty), sum(l.value) FROM transfer_receipt r "
		"JOIN transfer_receipt_line l ON l.receipt_id = r.id WHERE r.id = :id GROUP BY l.line_id "
		"ON CONFLICT (id) DO UPDATE SET qty = qty + excluded.qty, value = value + excluded.value"),
	    BIND(B_INT("id", receipt_id)));
}
