/* supplier_price.c - what suppliers ask for their goods, from a day on, by their lists. */
#include "base/date.h"
#include "base/money.h"
#include "base/muldiv.h"
#include "domain/part.h"
#include "domain/part_price.h"
#include "domain/party.h"

struct supplier_price {
	struct input input;
	int64_t supplier, part, price, from, pack;
	const char *number;
};

static const struct field supplier_price_input[] = {
	FIELD(supplier_price, supplier, "supplier", N_("Supplier"), VT_REF, REQUIRED, .view = "suppliers",
	      .help = N_("Whose list it is.")),
	FIELD(supplier_price, part, "part", N_("Part"), VT_REF, STOP, .view = "parts",
	      .help =
		  N_("By its code, barcode or maker's number; empty where the supplier's number is known.")),
	FIELD(supplier_price, number, "number", N_("Supplier's part number"), VT_CODE, STOP, .max = 40,
	      .help =
		  N_("As the supplier's list has it; given once with the part, it is known from then on.")),
	FIELD(supplier_price, price, "price", N_("Price"), VT_MONEY, REQUIRED, .max = MONEY_MAX,
	      .help = N_("For one of the part's own unit, as it would be bought.")),
	FIELD(supplier_price, from, "from", N_("Holds from"), VT_DATE, .lean = DATE_FUTURE,
	      .help = N_("The day it begins to hold; today when empty.")),
	FIELD(supplier_price, pack, "pack", N_("Sold by"), VT_QTY, .min = 1, .max = QTY_MAX,
	      .help = N_("How many the supplier sells at least, and multiples of it; 1 when empty.")),
	{ 0 },
};

/* The part that is meant: the one named, the one this supplier's number stood for before, or a maker's number. */
static int64_t part_meant(struct ctx *ctx, const struct supplier_price *in)
{
	int64_t id = in->part;

	if (!id && in->number)
		id = db_int(
		    ctx->db,
		    SQL("SELECT part_id FROM supplier_price WHERE supplier_id = :supplier AND number = "
			":number ORDER BY id DESC LIMIT 1"),
		    BIND(B_INT("supplier", in->supplier), B_TEXT("number", in->number)), 0);
	if (!id && in->number)
		id = db_int(ctx->db,
			    SQL("SELECT iif(count(*) = 1, max(id), 0) FROM part WHERE maker_no = :number"),
			    BIND(B_TEXT("number", in->number)), 0);
	return id;
}

static bool supplier_price_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct supplier_price *in = input;

	if (!HAS(in, supplier) || !HAS(in, price) || part_meant(ctx, in))
		return true;
	if (!in->number)
		return err_field(e, "part", N_("Which part is it? Name it, or give the supplier's number"));
	return err_field(e, "number", N_("Nobody knows what %s of %s is yet. Give the part once with it"),
			 in->number, party_name(ctx, in->supplier));
}

static bool supplier_price_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct supplier_price *in = input;
	int64_t part = part_meant(ctx, in);

	if (in->pack && !part_qty_fits(ctx, part, in->pack, e)) {
		snprintf(e->field, sizeof e->field, "pack");
		return false;
	}
	db_exec(ctx->db,
		SQL("INSERT INTO supplier_price (supplier_id, part_id, number, price, pack, from_on) VALUES "
		    "(:supplier, :part, coalesce(:number, (SELECT number FROM supplier_price WHERE "
		    "supplier_id = :supplier AND part_id = :part AND number IS NOT NULL ORDER BY id DESC "
		    "LIMIT 1)), :price, ifnull(:pack, 1000), ifnull(:from, :today)) ON CONFLICT (part_id, "
		    "supplier_id, from_on) DO UPDATE SET price = excluded.price, number = excluded.number, "
		    "pack = excluded.pack, ver = ver + 1"),
		BIND(B_INT("supplier", in->supplier), B_INT("part", part), B_TEXT("number", in->number),
		     B_INT("price", in->price), B_ID("pack", in->pack), B_ID("from", in->from),
		     B_INT("today", ctx->today)));
	ctx->answer->id = part;
	answer_say(ctx, N_("%s: %s asks %s"), part_title(ctx, part), party_name(ctx, in->supplier),
		   money_text(ctx->arena, in->price));
	return true;
}

COMMAND(supplier_price) = {
	.name = "supplier.price",
	.title = N_("Price of a supplier"),
	.help = N_("What a supplier asks for a part from a day on; whole lists come in with import."),
	.undo = UNDO_ROWS,
	.input = supplier_price_input,
	.size = sizeof(struct supplier_price),
	.may = supplier_price_may,
	.run = supplier_price_run,
};
