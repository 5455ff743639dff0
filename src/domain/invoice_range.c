/* invoice_range.c - the numbers of invoices that the tax office gave the shop. */
#include "domain/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct range_add {
	struct input input;
	int64_t type;
	const char *code, *first, *last;
};

static const struct field range_add_input[] = {
	FIELD(range_add, type, "type", N_("Type"), VT_REF, REQUIRED, .view = "invoice_types",
	      .help = N_("Which invoices these numbers are for.")),
	FIELD(range_add, code, "code", N_("Invoice code"), VT_CODE, STOP, .max = 20,
	      .help = N_("What stands before the number on each of them, such as AB or 042001900111.")),
	FIELD(range_add, first, "first", N_("First number"), VT_CODE, REQUIRED, .max = 18,
	      .help = N_("With its zeros in front: 00012301.")),
	FIELD(range_add, last, "last", N_("Last number"), VT_CODE, REQUIRED, .max = 18,
	      .help = N_("With as many digits as the first.")),
	{ 0 },
};

static bool digits_only(const char *s)
{
	return s[strspn(s, "0123456789")] == '\0';
}

static bool range_apart(struct ctx *ctx, const struct range_add *in, struct err *e)
{
	const char *other = db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT code || printf('%0*d', digits, first) || '-' || printf('%0*d', digits, last) "
		"FROM invoice_range WHERE code = :code AND digits = :digits AND first <= :last AND "
		"last >= :first"),
	    BIND(B_TEXT("code", in->code ? in->code : ""), B_INT("digits", (int64_t)strlen(in->first)),
		 B_INT("first", strtoll(in->first, NULL, 10)), B_INT("last", strtoll(in->last, NULL, 10))));

	return !other || err_field(e, "first", N_("These numbers are in the range %s already"), other);
}

static bool range_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct range_add *in = input;

	if (HAS(in, first) && !digits_only(in->first))
		return err_field(e, "first", N_("A number has digits only"));
	if (HAS(in, last) && !digits_only(in->last))
		return err_field(e, "last", N_("A number has digits only"));
	if (!HAS(in, first) || !HAS(in, last))
		return true;
	if (strlen(in->first) != strlen(in->last))
		return err_field(e, "last", N_("The last number has as many digits as the first"));
	if (strcmp(in->first, in->last) > 0)
		return err_field(e, "last", N_("The last number stands before the first"));
	return range_apart(ctx, in, e);
}

static bool range_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct range_add *in = input;
	int64_t first = strtoll(in->first, NULL, 10), last = strtoll(in->last, NULL, 10);

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO invoice_range (type_id, code, digits, first, last, next) "
		    "VALUES (:type, :code, :digits, :first, :last, :first)"),
		BIND(B_INT("type", in->type), B_TEXT("code", in->code ? in->code : ""),
		     B_INT("digits", (int64_t)strlen(in->first)), B_INT("first", first),
		     B_INT("last", last)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%lld invoices are there to be issued"), (long long)(last - first + 1));
	return true;
}

COMMAND(invoice_range) = {
	.name = "invoice.range",
	.title = N_("New range of invoice numbers"),
	.help = N_("Numbers that the tax office gave the shop; invoices take them one after the other."),
	.undo = UNDO_ROWS,
	.input = range_add_input,
	.size = sizeof(struct range_add),
	.may = range_add_may,
	.run = range_add_run,
};

/* ---- handing the rest back ---- */

struct range_end {
	struct input input;
	int64_t range, active;
};

static const struct field range_end_input[] = {
	FIELD(range_end, range, "range", N_("Range"), VT_REF, REQUIRED, .view = "invoice_ranges",
	      .help = N_("By its code and first number.")),
	FIELD(range_end, active, "active", N_("In use"), VT_BOOL, REQUIRED, .max = 1,
	      .help =
		  N_("No: the rest was handed back, lost or spoilt; nothing is issued from it any more.")),
	{ 0 },
};

static bool range_end_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct range_end *in = input;

	(void)e;
	db_exec(ctx->db, SQL("UPDATE invoice_range SET active = :active, ver = ver + 1 WHERE id = :id"),
		BIND(B_INT("active", in->active), B_INT("id", in->range)));
	ctx->answer->id = in->range;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(invoice_range_use) = {
	.name = "invoice.range_use",
	.title = N_("Use or retire a range"),
	.help = N_("A range whose rest was handed back is not used any more."),
	.undo = UNDO_ROWS,
	.input = range_end_input,
	.size = sizeof(struct range_end),
	.edits = "range",
	.edits_table = "invoice_range",
	.run = range_end_run,
};
