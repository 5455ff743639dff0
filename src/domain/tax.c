/* tax.c - which rate of tax a line has in its price. */
#include "domain/tax.h"

#include "base/money.h"
#include "domain/choice.h"
#include "domain/part.h"
#include "domain/setting.h"

bool tax_deductible(struct ctx *ctx, int64_t tax, int64_t amount, struct err *e)
{
	if (!tax)
		return true;
	if (setting_int(ctx->db, SETTING_TAX_SMALL))
		return err_field(
		    e, "tax",
		    N_("A small-scale taxpayer deducts no tax: it stays in the cost. Leave it empty"));
	return tax < amount ||
	       err_field(e, "tax", N_("The tax is part of the %s, not more"), money_text(ctx->arena, amount));
}

int64_t tax_rate_of(struct ctx *ctx, int64_t part_id, int64_t labour_id, const char *kind)
{
	return db_int(ctx->db,
		      SQL("SELECT coalesce((SELECT rate FROM tax_rate WHERE part_id = :part), "
			  "(SELECT rate FROM tax_rate WHERE labour_id = :labour), "
			  "(SELECT rate FROM tax_rate WHERE line_kind = :kind), :own)"),
		      BIND(B_ID("part", part_id), B_ID("labour", labour_id), B_TEXT("kind", kind),
			   B_INT("own", setting_int(ctx->db, SETTING_TAX_RATE))),
		      0);
}

/* ---- tax.rate ---- */

struct tax_rate {
	struct input input;
	int64_t part, labour, rate;
	const char *kind;
};

static const struct field tax_rate_input[] = {
	FIELD(tax_rate, kind, "kind", N_("Kind of line"), VT_CHOICE, STOP, .choices = choice_taxed_kind,
	      .help =
		  N_("All labour, all parts, all fees or all sublet work; or name one part or labour item "
		     "below.")),
	FIELD(tax_rate, part, "part", N_("Part"), VT_REF, STOP, .view = "parts",
	      .help = N_("Only this part: its own rate goes before that of its kind.")),
	FIELD(tax_rate, labour, "labour", N_("Labour item"), VT_REF, STOP, .view = "labour",
	      .help = N_("Only this labour item: its own rate goes before that of its kind.")),
	FIELD(tax_rate, rate, "rate", N_("Tax rate"), VT_RATE, REQUIRED, .max = 10000,
	      .help = N_("Included in the price: 13%, 6%, 0%. What is settled already keeps its rate.")),
	{ 0 },
};

static bool tax_rate_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct tax_rate *in = input;
	int n = HAS(in, part) + HAS(in, labour) + HAS(in, kind);

	(void)ctx;
	return n <= 1 || err_field(e, HAS(in, part) ? "part" : "labour",
				   N_("A rate is for one thing: a kind of line, a part or a labour item"));
}

static bool tax_rate_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct tax_rate *in = input;

	if (!HAS(in, part) && !HAS(in, labour) && !HAS(in, kind))
		return err_field(e, "kind", N_("What is the rate for?"));
	ctx->answer->id =
	    db_int(ctx->db,
		   SQL("SELECT id FROM tax_rate WHERE part_id = :part OR labour_id = :labour OR line_kind = "
		       ":kind"),
		   BIND(B_ID("part", in->part), B_ID("labour", in->labour), B_TEXT("kind", in->kind)), 0);
	if (ctx->answer->id) {
		db_exec(ctx->db, SQL("UPDATE tax_rate SET rate = :rate, ver = ver + 1 WHERE id = :id"),
			BIND(B_INT("rate", in->rate), B_INT("id", ctx->answer->id)));
	} else {
		db_exec(ctx->db,
			SQL("INSERT INTO tax_rate (part_id, labour_id, line_kind, rate) "
			    "VALUES (:part, :labour, :kind, :rate)"),
			BIND(B_ID("part", in->part), B_ID("labour", in->labour), B_TEXT("kind", in->kind),
			     B_INT("rate", in->rate)));
		ctx->answer->id = db_last_id(ctx->db);
	}
	answer_say(ctx, N_("The tax rate is %s from now on"), rate_text(ctx->arena, in->rate));
	return true;
}

COMMAND(tax_rate) = {
	.name = "tax.rate",
	.title = N_("Set a tax rate"),
	.help = N_(
	    "Where the price of a part, a labour item or a kind of line has another tax in it than the "
	    "shop's own."),
	.undo = UNDO_ROWS,
	.input = tax_rate_input,
	.size = sizeof(struct tax_rate),
	.may = tax_rate_may,
	.run = tax_rate_run,
};

/* ---- tax.rate_drop ---- */

struct tax_rate_drop {
	struct input input;
	int64_t rate;
};

static const struct field tax_rate_drop_input[] = {
	FIELD(tax_rate_drop, rate, "rate", N_("Tax rate"), VT_REF, REQUIRED, .view = "tax_rates",
	      .help = N_("By what it is for.")),
	{ 0 },
};

static bool tax_rate_drop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct tax_rate_drop *in = input;

	(void)e;
	db_exec(ctx->db, SQL("DELETE FROM tax_rate WHERE id = :id"), BIND(B_INT("id", in->rate)));
	answer_say(ctx, N_("The shop's own rate counts again: %s"),
		   rate_text(ctx->arena, setting_int(ctx->db, SETTING_TAX_RATE)));
	return true;
}

COMMAND(tax_rate_drop) = {
	.name = "tax.rate_drop",
	.title = N_("Drop a tax rate"),
	.help = N_("The shop's own rate counts again."),
	.undo = UNDO_ROWS,
	.input = tax_rate_drop_input,
	.size = sizeof(struct tax_rate_drop),
	.edits = "rate",
	.edits_table = "tax_rate",
	.run = tax_rate_drop_run,
};
