/* contact.c - the people beside a customer: who drives, who pays, whom to ask; and the kinds of them. */
#include "domain/choice.h"
#include "domain/party.h"

/* ---- contact.add and contact.change ---- */

struct contact_input {
	struct input input;
	int64_t contact, party, kind, no_calls;
	const char *name, *phone, *channel, *address, *note;
};

#define CONTACT_FIELDS                                                                                       \
	FIELD(contact_input, phone, "phone", N_("Phone"), VT_PHONE, .flags = STOP_ | PERSONAL_,              \
	      .help = N_("Digits only; the customer is found by this number too.")),                         \
	    FIELD(contact_input, channel, "channel", N_("Reached by"), VT_CHOICE, .choices = choice_channel, \
		  .help = N_("How this person wants to be spoken to; by phone when empty.")),                \
	    FIELD(contact_input, address, "address", N_("Account there"), VT_TEXT, .flags = PERSONAL_,       \
		  .max = 80, .help = N_("The WeChat name or e-mail address, where it is not the phone.")),   \
	    FIELD(contact_input, no_calls, "no_calls", N_("No reminders"), VT_BOOL, .max = 1,                \
		  .help = N_("Yes: this person has asked not to be called or written to for reminders and "  \
			     "offers.")),                                                                    \
	    FIELD(contact_input, note, "note", N_("Note"), VT_TEXT, .max = 200,                              \
		  .help = N_("When to call, what to avoid: for whoever calls next."))

static const struct field contact_add_input[] = {
	FIELD(contact_input, party, "party", N_("Belongs to"), VT_REF, REQUIRED, .view = "parties",
	      .help = N_("The customer, supplier or insurer that this person speaks for.")),
	FIELD(contact_input, name, "name", N_("Name"), VT_TEXT, .flags = REQUIRED_ | PERSONAL_, .max = 60,
	      .help = N_("How the person is addressed.")),
	FIELD(contact_input, kind, "kind", N_("Is the"), VT_REF, REQUIRED, .view = "contact_kinds",
	      .help = N_("Driver, family, fleet manager; the house keeps the list of kinds.")),
	CONTACT_FIELDS,
	{ 0 },
};

static const struct field contact_change_input[] = {
	FIELD(contact_input, contact, "contact", N_("Contact"), VT_REF, REQUIRED, .view = "contacts",
	      .help = N_("The person, by phone or name.")),
	FIELD(contact_input, name, "name", N_("Name"), VT_TEXT, .flags = PERSONAL_, .max = 60,
	      .help = N_("How the person is addressed.")),
	FIELD(contact_input, kind, "kind", N_("Is the"), VT_REF, .view = "contact_kinds",
	      .help = N_("Driver, family, fleet manager; the house keeps the list of kinds.")),
	CONTACT_FIELDS,
	{ 0 },
};

static bool contact_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct contact_input *in = input;

	if (HAS(in, party) && HAS(in, phone) &&
	    db_exists(ctx->db, SQL("SELECT 1 FROM contact WHERE party_id = :party AND phone = :phone"),
		      BIND(B_INT("party", in->party), B_TEXT("phone", in->phone))))
		return err_field(e, "phone", N_("%s has a contact with the phone %s already"),
				 party_name(ctx, in->party), in->phone);
	return true;
}

static bool contact_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct contact_input *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO contact (party_id, name, phone, kind_id, channel, address, no_calls, note) "
		    "VALUES (:party, :name, :phone, :kind, coalesce(:channel, 'phone'), :address, :no_calls, "
		    ":note)"),
		BIND(B_INT("party", in->party), B_TEXT("name", in->name), B_TEXT("phone", in->phone),
		     B_INT("kind", in->kind), B_TEXT("channel", in->channel), B_TEXT("address", in->address),
		     B_INT("no_calls", in->no_calls), B_TEXT("note", in->note)));
	ctx->answer->id = db_last_id(ctx->db);
	party_words(ctx, in->party);
	answer_say(ctx, N_("%s is written down"), in->name);
	return true;
}

static int64_t party_of(struct ctx *ctx, int64_t contact)
{
	return db_int(ctx->db, SQL("SELECT party_id FROM contact WHERE id = :id"), BIND(B_INT("id", contact)),
		      0);
}

static bool contact_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct contact_input *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE contact SET name = coalesce(:name, name), phone = coalesce(:phone, phone), "
		    "kind_id = coalesce(:kind, kind_id), channel = coalesce(:channel, channel), "
		    "address = coalesce(:address, address), no_calls = iif(:has_calls, :no_calls, no_calls), "
		    "note = coalesce(:note, note), ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("name", in->name), B_TEXT("phone", in->phone), B_ID("kind", in->kind),
		     B_TEXT("channel", in->channel), B_TEXT("address", in->address),
		     B_INT("has_calls", HAS(in, no_calls)), B_INT("no_calls", in->no_calls),
		     B_TEXT("note", in->note), B_INT("id", in->contact)));
	ctx->answer->id = in->contact;
	party_words(ctx, party_of(ctx, in->contact));
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(contact_add) = {
	.name = "contact.add",
	.title = N_("New contact"),
	.help =
	    N_("Writes down a person beside a customer: the driver, the one who pays, the fleet manager."),
	.undo = UNDO_ROWS,
	.input = contact_add_input,
	.size = sizeof(struct contact_input),
	.may = contact_may,
	.run = contact_add_run,
};

COMMAND(contact_change) = {
	.name = "contact.change",
	.title = N_("Change a contact"),
	.help = N_("What is left out stays as it is."),
	.undo = UNDO_ROWS,
	.input = contact_change_input,
	.size = sizeof(struct contact_input),
	.edits = "contact",
	.edits_table = "contact",
	.run = contact_change_run,
};

/* ---- contact.drop ---- */

struct contact_drop {
	struct input input;
	int64_t contact;
};

static const struct field contact_drop_input[] = {
	FIELD(contact_drop, contact, "contact", N_("Contact"), VT_REF, REQUIRED, .view = "contacts",
	      .help = N_("The person, by phone or name.")),
	{ 0 },
};

static bool contact_drop_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct contact_drop *in = input;
	int64_t party = party_of(ctx, in->contact);

	(void)e;
	db_exec(ctx->db, SQL("DELETE FROM contact WHERE id = :id"), BIND(B_INT("id", in->contact)));
	party_words(ctx, party);
	answer_say(ctx, N_("The contact is gone"));
	return true;
}

COMMAND(contact_drop) = {
	.name = "contact.drop",
	.title = N_("Drop a contact"),
	.help = N_("The person does not speak for this customer any more."),
	.undo = UNDO_ROWS,
	.input = contact_drop_input,
	.size = sizeof(struct contact_drop),
	.edits = "contact",
	.edits_table = "contact",
	.run = contact_drop_run,
};

/* ---- contact_kind.add and customer_source.add ---- */

struct word_add {
	struct input input;
	const char *code, *name;
};

static const struct field contact_kind_add_input[] = {
	FIELD(word_add, code, "code", N_("Code"), VT_TEXT, REQUIRED, .max = 20,
	      .help = N_("A short word for scripts and CSV files, such as driver.")),
	FIELD(word_add, name, "name", N_("Kind"), VT_TEXT, REQUIRED, .max = 24,
	      .help = N_("As people say it; it stands in lists and look-ups.")),
	{ 0 },
};

static bool contact_kind_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct word_add *in = input;

	if (HAS(in, code) && db_exists(ctx->db, SQL("SELECT 1 FROM contact_kind WHERE code = :code"),
				       BIND(B_TEXT("code", in->code))))
		return err_field(e, "code", N_("There is “%s” already"), in->code);
	return true;
}

static bool contact_kind_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct word_add *in = input;

	(void)e;
	db_exec(ctx->db, SQL("INSERT INTO contact_kind (code, title) VALUES (:code, :title)"),
		BIND(B_TEXT("code", in->code), B_TEXT("title", in->name)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in->name);
	return true;
}

static const struct field customer_source_add_input[] = {
	FIELD(word_add, code, "code", N_("Code"), VT_TEXT, REQUIRED, .max = 20,
	      .help = N_("A short word for scripts and CSV files, such as referral.")),
	FIELD(word_add, name, "name", N_("Source"), VT_TEXT, REQUIRED, .max = 24,
	      .help = N_("Where customers come from: a fair, an app, a garage that sends them.")),
	{ 0 },
};

static bool customer_source_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct word_add *in = input;

	if (HAS(in, code) && db_exists(ctx->db, SQL("SELECT 1 FROM customer_source WHERE code = :code"),
				       BIND(B_TEXT("code", in->code))))
		return err_field(e, "code", N_("There is “%s” already"), in->code);
	return true;
}

static bool customer_source_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct word_add *in = input;

	(void)e;
	db_exec(ctx->db, SQL("INSERT INTO customer_source (code, title) VALUES (:code, :title)"),
		BIND(B_TEXT("code", in->code), B_TEXT("title", in->name)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s is written down"), in->name);
	return true;
}

COMMAND(contact_kind_add) = {
	.name = "contact_kind.add",
	.title = N_("New kind of contact"),
	.help = N_("What a person can be to a customer."),
	.undo = UNDO_ROWS,
	.input = contact_kind_add_input,
	.size = sizeof(struct word_add),
	.may = contact_kind_add_may,
	.run = contact_kind_add_run,
};

COMMAND(customer_source_add) = {
	.name = "customer_source.add",
	.title = N_("New customer source"),
	.help = N_("One more way by which customers find the shop."),
	.undo = UNDO_ROWS,
	.input = customer_source_add_input,
	.size = sizeof(struct word_add),
	.may = customer_source_add_may,
	.run = customer_source_add_run,
};

/* ---- contact_kind.change and customer_source.change ---- */

struct word_change {
	struct input input;
	int64_t id;
	const char *name;
};

static const struct field contact_kind_change_input[] = {
	FIELD(word_change, id, "kind", N_("Kind"), VT_REF, REQUIRED, .view = "contact_kinds",
	      .help = N_("The kind that is called otherwise from now on.")),
	FIELD(word_change, name, "name", N_("New name"), VT_TEXT, REQUIRED, .max = 24,
	      .help = N_("As people say it; it stands in lists and look-ups.")),
	{ 0 },
};

static bool contact_kind_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct word_change *in = input;

	(void)e;
	db_exec(ctx->db, SQL("UPDATE contact_kind SET title = :title, ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("title", in->name), B_INT("id", in->id)));
	ctx->answer->id = in->id;
	answer_say(ctx, N_("Saved"));
	return true;
}

static const struct field customer_source_change_input[] = {
	FIELD(word_change, id, "source", N_("Source"), VT_REF, REQUIRED, .view = "customer_sources",
	      .help = N_("The source that is called otherwise from now on.")),
	FIELD(word_change, name, "name", N_("New name"), VT_TEXT, REQUIRED, .max = 24,
	      .help = N_("As people say it; it stands in lists and look-ups.")),
	{ 0 },
};

static bool customer_source_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct word_change *in = input;

	(void)e;
	db_exec(ctx->db, SQL("UPDATE customer_source SET title = :title, ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("title", in->name), B_INT("id", in->id)));
	ctx->answer->id = in->id;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(contact_kind_change) = {
	.name = "contact_kind.change",
	.title = N_("Rename a kind of contact"),
	.help = N_("The contacts of this kind carry the new name at once."),
	.undo = UNDO_ROWS,
	.input = contact_kind_change_input,
	.size = sizeof(struct word_change),
	.edits = "kind",
	.edits_table = "contact_kind",
	.run = contact_kind_change_run,
};

COMMAND(customer_source_change) = {
	.name = "customer_source.change",
	.title = N_("Rename a customer source"),
	.help = N_("The customers of this source carry the new name at once."),
	.undo = UNDO_ROWS,
	.input = customer_source_change_input,
	.size = sizeof(struct word_change),
	.edits = "source",
	.edits_table = "customer_source",
	.run = customer_source_change_run,
};
