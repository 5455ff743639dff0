/* labour.c - labour items: work with its usual hours and price. */
#include "domain/labour.h"

#include "base/muldiv.h"
#include "domain/command.h"
#include "domain/search.h"

struct labour_add {
	struct input input;
	const char *code, *name, *category;
	int64_t hours, price;
};

static const struct field labour_add_input[] = {
	FIELD(labour_add, code, "code", N_("Code"), VT_CODE, REQUIRED, .max = 40,
	      .help = N_("Short and never used twice; it is what people type and scan.")),
	FIELD(labour_add, name, "name", N_("Description"), VT_TEXT, REQUIRED, .max = 80,
	      .help = N_("As it stands on bills; people find it by the first letters of its words too.")),
	FIELD(labour_add, hours, "hours", N_("Hours"), VT_QTY, REQUIRED, .max = QTY_MAX,
	      .help = N_("What it usually takes; 0 where nobody counts.")),
	FIELD(labour_add, price, "price", N_("Price"), VT_MONEY, REQUIRED, .max = MONEY_MAX,
	      .help = N_("For the whole item, tax included.")),
	FIELD(labour_add, category, "category", N_("Category"), VT_TEXT, .max = 40,
	      .help = N_("The group that lists and reports add it to.")),
	{ 0 },
};

void labour_words(struct ctx *ctx, int64_t id)
{
	const char *code = db_text(ctx->db, ctx->arena, SQL("SELECT code FROM labour WHERE id = :id"),
				   BIND(B_INT("id", id)));
	const char *name = db_text(ctx->db, ctx->arena, SQL("SELECT name FROM labour WHERE id = :id"),
				   BIND(B_INT("id", id)));

	search_words_set(ctx, "labour", id, SEARCH(S_CODE(code), S_NAME(name)));
}

static bool labour_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct labour_add *in = input;
	const char *name =
	    HAS(in, code) ? db_text(ctx->db, ctx->arena, SQL("SELECT name FROM labour WHERE code = :code"),
				    BIND(B_TEXT("code", in->code)))
			  : NULL;

	return !name || err_field(e, "code", N_("There is a labour item %s already: %s"), in->code, name);
}

static bool labour_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct labour_add *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO labour (code, name, hours, price, category) VALUES (:code, :name, :hours, "
		    ":price, :category)"),
		BIND(B_TEXT("code", in->code), B_TEXT("name", in->name), B_INT("hours", in->hours),
		     B_INT("price", in->price), B_TEXT("category", in->category)));
	ctx->answer->id = db_last_id(ctx->db);
	labour_words(ctx, ctx->answer->id);
	answer_say(ctx, N_("Labour item %s %s is written down"), in->code, in->name);
	return true;
}

COMMAND(labour_add) = {
	.name = "labour.add",
	.title = N_("Add a labour item"),
	.help = N_("Work that can be put on work orders, with its usual hours and price."),
	.undo = UNDO_ROWS,
	.input = labour_add_input,
	.size = sizeof(struct labour_add),
	.may = labour_add_may,
	.run = labour_add_run,
};

/* ---- labour.change ---- */

struct labour_change {
	struct input input;
	int64_t labour, hours, price, active;
	const char *name, *category;
};

static const struct field labour_change_input[] = {
	FIELD(labour_change, labour, "labour", N_("Labour item"), VT_REF, REQUIRED, .view = "labour",
	      .help = N_("The work: its code, name or first letters.")),
	FIELD(labour_change, name, "name", N_("Description"), VT_TEXT, .max = 80,
	      .help = N_("As it stands on bills; people find it by the first letters of its words too.")),
	FIELD(labour_change, hours, "hours", N_("Hours"), VT_QTY, .max = QTY_MAX,
	      .help = N_("The time that the work is sold with; the labour rate makes the price of it.")),
	FIELD(labour_change, price, "price", N_("Price"), VT_MONEY, .max = MONEY_MAX,
	      .help = N_("For the whole item, tax included; work orders that stand keep theirs.")),
	FIELD(labour_change, category, "category", N_("Category"), VT_TEXT, .max = 40,
	      .help = N_("The group that lists and reports add it to.")),
	FIELD(labour_change, active, "active", N_("In use"), VT_BOOL, .max = 1,
	      .help = N_("No: is offered nowhere any more; what was done with it stays.")),
	{ 0 },
};

static bool labour_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct labour_change *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE labour SET name = coalesce(:name, name), hours = iif(:has_hours, :hours, hours), "
		    "price = iif(:has_price, :price, price), category = coalesce(:category, category), "
		    "active = iif(:has_active, :active, active), ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("name", in->name), B_INT("has_hours", HAS(in, hours)), B_INT("hours", in->hours),
		     B_INT("has_price", HAS(in, price)), B_INT("price", in->price),
		     B_TEXT("category", in->category), B_INT("has_active", HAS(in, active)),
		     B_INT("active", in->active), B_INT("id", in->labour)));
	labour_words(ctx, in->labour);
	ctx->answer->id = in->labour;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(labour_change) = {
	.name = "labour.change",
	.title = N_("Change a labour item"),
	.help = N_("Hours and price of a labour item; or that it is not in use any more."),
	.undo = UNDO_ROWS,
	.input = labour_change_input,
	.size = sizeof(struct labour_change),
	.edits = "labour",
	.edits_table = "labour",
	.run = labour_change_run,
};
