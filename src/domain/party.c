/* party.c - customers, suppliers and insurers. */
#include "domain/party.h"

#include <string.h>

#include "base/date.h"
#include "base/muldiv.h"
#include "domain/choice.h"
#include "domain/search.h"

#define TERMS_MOST 365

struct party {
	struct input input;
	int64_t party; /* the one that is changed */
	const char *name, *phone, *contact, *tax_no, *address, *note;
	int64_t class, source, birthday, terms, limit, same_phone, no_terms, no_calls;
};

/* ---- the words ---- */

#define BESIDE_MOST 12

/* The people beside a party, and the doubles that were made one with it: name and phone of each. */
static void beside_words(struct ctx *ctx, int64_t id, struct search_text *text)
{
	struct cur *c = db_open(ctx->db,
				SQL("SELECT name, phone FROM party WHERE merged_into = :id UNION ALL "
				    "SELECT name, phone FROM contact WHERE party_id = :id LIMIT :most"),
				BIND(B_INT("id", id), B_INT("most", BESIDE_MOST)));

	while (cur_next(c)) {
		*text++ = (struct search_text)S_NAME(arena_strdup(ctx->arena, cur_text(c, 0)));
		*text++ = (struct search_text)S_CODE(arena_strdup(ctx->arena, cur_text(c, 1)));
	}
}

void party_words(struct ctx *ctx, int64_t id)
{
	static const enum search_as as[] = { SEARCH_NAME, SEARCH_CODE, SEARCH_NAME, SEARCH_CODE };
	struct search_text text[4 + 2 * BESIDE_MOST + 1] = { 0 };
	struct cur *c = db_open(ctx->db,
				SQL("SELECT kind, name, phone, contact, tax_no FROM party WHERE id = :id AND "
				    "merged_into IS NULL"),
				BIND(B_INT("id", id)));
	const char *kind;

	if (!cur_next(c)) {
		for (const struct choice *k = choice_party_kind; k->code; k++)
			search_words_drop(ctx, k->code, id);
		return;
	}
	kind = arena_strdup(ctx->arena, cur_text(c, 0));
	for (int i = 0; i < 4; i++) {
		text[i].as = as[i];
		text[i].text = arena_strdup(ctx->arena, cur_text(c, i + 1));
	}
	cur_close(c);
	beside_words(ctx, id, text + 4);
	search_words_set(ctx, kind, id, text);
}

int64_t party_survivor(struct ctx *ctx, int64_t id)
{
	return db_int(ctx->db, SQL("SELECT coalesce(merged_into, id) FROM party WHERE id = :id"),
		      BIND(B_INT("id", id)), id);
}

const char *party_name(struct ctx *ctx, int64_t id)
{
	const char *name =
	    db_text(ctx->db, ctx->arena, SQL("SELECT name FROM party WHERE id = :id"), BIND(B_INT("id", id)));

	return name ? name : "";
}

const char *party_phone(struct ctx *ctx, int64_t id)
{
	const char *phone = db_text(ctx->db, ctx->arena, SQL("SELECT phone FROM party WHERE id = :id"),
				    BIND(B_INT("id", id)));

	return phone ? phone : "";
}

int64_t party_customer_by_phone(struct ctx *ctx, const char *phone)
{
	return db_int(ctx->db,
		      SQL("SELECT iif(count(DISTINCT coalesce(merged_into, id)) = 1, "
			  "max(coalesce(merged_into, id)), 0) "
			  "FROM party WHERE phone = :phone AND kind = 'customer'"),
		      BIND(B_TEXT("phone", phone)), 0);
}

int64_t party_new_customer(struct ctx *ctx, const char *name, const char *phone)
{
	int64_t id;

	db_exec(ctx->db,
		SQL("INSERT INTO party (kind, name, phone, class_id, since_on) VALUES ('customer', :name, "
		    ":phone, 1, :today)"),
		BIND(B_TEXT("name", name), B_TEXT("phone", phone), B_INT("today", ctx->today)));
	id = db_last_id(ctx->db);
	party_words(ctx, id);
	return id;
}

void party_set_phone(struct ctx *ctx, int64_t id, const char *phone)
{
	db_exec(ctx->db, SQL("UPDATE party SET phone = :phone, ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("phone", phone), B_INT("id", id)));
	party_words(ctx, id);
}

/* ---- guards ---- */

/* “王强 (鄂A12345)”: who it is, with a car of his. */
static const char *party_told(struct ctx *ctx, int64_t id)
{
	const char *plate = db_text(
	    ctx->db, ctx->arena,
	    SQL("SELECT plate FROM vehicle WHERE customer_id = :id ORDER BY last_visit_on DESC, id LIMIT 1"),
	    BIND(B_INT("id", id)));

	return plate ? arena_printf(ctx->arena, "%s, %s", party_name(ctx, id), plate) : party_name(ctx, id);
}

bool party_phone_free(struct ctx *ctx, const char *kind, const char *phone, int64_t self, struct err *e)
{
	int64_t id = db_int(ctx->db,
			    SQL("SELECT coalesce(merged_into, id) AS one FROM party WHERE phone = :phone AND "
				"kind = :kind AND one <> :self ORDER BY id LIMIT 1"),
			    BIND(B_TEXT("phone", phone), B_TEXT("kind", kind), B_INT("self", self)), 0);

	return !id ||
	       err_field(
		   e, "phone",
		   N_("The phone %s is that of %s. Take that one, or say same_phone=yes for somebody else "
		      "with the same phone"),
		   phone, party_told(ctx, id));
}

static bool party_name_free(struct ctx *ctx, const char *kind, const char *name, int64_t self, struct err *e)
{
	if (!db_exists(ctx->db,
		       SQL("SELECT 1 FROM party WHERE kind = :kind AND name = :name AND id <> :self AND "
			   "merged_into IS NULL"),
		       BIND(B_TEXT("kind", kind), B_TEXT("name", name), B_INT("self", self))))
		return true;
	return err_field(
	    e, "name",
	    N_("There is “%s” already. Take that one, or write the name so that they can be told apart"),
	    name);
}

static bool has_terms(struct ctx *ctx, const struct party *in)
{
	if (HAS(in, terms))
		return true;
	return HAS(in, party) &&
	       db_exists(ctx->db, SQL("SELECT 1 FROM party WHERE id = :id AND terms_days IS NOT NULL"),
			 BIND(B_INT("id", in->party)));
}

static bool terms_sound(struct ctx *ctx, const struct party *in, struct err *e)
{
	if (HAS(in, no_terms) && in->no_terms && (HAS(in, terms) || HAS(in, limit)))
		return err_field(e, "no_terms", N_("Either days on account or paying at once, not both"));
	if (HAS(in, limit) && !has_terms(ctx, in))
		return err_field(e, "limit",
				 N_("A credit limit needs days on account: fill in “Days on account” too"));
	return true;
}

static bool party_sound(struct ctx *ctx, const char *kind, const struct party *in, struct err *e)
{
	if (HAS(in, phone) && !in->same_phone && !party_phone_free(ctx, kind, in->phone, in->party, e))
		return false;
	if (HAS(in, name) && strcmp(kind, "customer") != 0 &&
	    !party_name_free(ctx, kind, in->name, in->party, e))
		return false;
	if (HAS(in, birthday) && in->birthday > ctx->today)
		return err_field(e, "birthday", N_("A birthday lies in the past, not on %s"),
				 date_text(ctx->arena, in->birthday));
	return terms_sound(ctx, in, e);
}

static bool customer_may(struct ctx *ctx, const void *input, struct err *e)
{
	return party_sound(ctx, "customer", input, e);
}

static bool supplier_may(struct ctx *ctx, const void *input, struct err *e)
{
	return party_sound(ctx, "supplier", input, e);
}

static bool insurer_may(struct ctx *ctx, const void *input, struct err *e)
{
	return party_sound(ctx, "insurer", input, e);
}

/* ---- adding ---- */

static struct bind maybe_int(const char *name, bool given, int64_t v)
{
	return given ? (struct bind)B_INT(name, v) : (struct bind)B_NULL(name);
}

static bool party_add(struct ctx *ctx, const char *kind, const struct party *in)
{
	db_exec(ctx->db,
		SQL("INSERT INTO party (kind, name, phone, class_id, source_id, contact, birthday_on, "
		    "terms_days, credit_limit, "
		    "tax_no, address, note, no_calls, since_on) VALUES (:kind, :name, :phone, "
		    "coalesce(:class, iif(:kind = 'customer', 1, NULL)), :source, :contact, :birthday, "
		    ":terms, :limit, :tax_no, "
		    ":address, :note, :no_calls, :today)"),
		BIND(B_TEXT("kind", kind), B_TEXT("name", in->name), B_TEXT("phone", in->phone),
		     B_ID("class", in->class), B_ID("source", in->source), B_TEXT("contact", in->contact),
		     maybe_int("birthday", HAS(in, birthday), in->birthday),
		     maybe_int("terms", HAS(in, terms), in->terms),
		     maybe_int("limit", HAS(in, limit), in->limit), B_TEXT("tax_no", in->tax_no),
		     B_TEXT("address", in->address), B_TEXT("note", in->note),
		     B_INT("no_calls", in->no_calls), B_INT("today", ctx->today)));
	ctx->answer->id = db_last_id(ctx->db);
	party_words(ctx, ctx->answer->id);
	answer_say(ctx, N_("%s is written down"), in->name);
	return true;
}

static bool customer_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	(void)e;
	return party_add(ctx, "customer", input);
}

static bool supplier_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	(void)e;
	return party_add(ctx, "supplier", input);
}

static bool insurer_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	(void)e;
	return party_add(ctx, "insurer", input);
}

/* ---- changing ---- */

static bool party_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct party *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE party SET name = coalesce(:name, name), phone = coalesce(:phone, phone), "
		    "class_id = coalesce(:class, class_id), source_id = coalesce(:source, source_id), "
		    "contact = coalesce(:contact, contact), birthday_on = coalesce(:birthday, birthday_on), "
		    "terms_days = iif(:no_terms, NULL, coalesce(:terms, terms_days)), "
		    "credit_limit = iif(:no_terms, NULL, coalesce(:limit, credit_limit)), tax_no = "
		    "coalesce(:tax_no, tax_no), "
		    "address = coalesce(:address, address), note = coalesce(:note, note), "
		    "no_calls = iif(:has_calls, :no_calls, no_calls), ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("name", in->name), B_TEXT("phone", in->phone), B_ID("class", in->class),
		     B_ID("source", in->source), B_TEXT("contact", in->contact),
		     maybe_int("birthday", HAS(in, birthday), in->birthday),
		     maybe_int("terms", HAS(in, terms), in->terms),
		     maybe_int("limit", HAS(in, limit), in->limit), B_INT("no_terms", in->no_terms),
		     B_TEXT("tax_no", in->tax_no), B_TEXT("address", in->address), B_TEXT("note", in->note),
		     B_INT("has_calls", HAS(in, no_calls)), B_INT("no_calls", in->no_calls),
		     B_INT("id", in->party)));
	party_words(ctx, in->party);
	ctx->answer->id = in->party;
	answer_say(ctx, N_("Saved: %s"), party_name(ctx, in->party));
	return true;
}

/* ---- the tables ---- */

#define HELP_TERMS                                                                                           \
	N_("So many days after a bill it is due; without them this customer pays before the car leaves.")
#define HELP_NO_CALLS                                                                                        \
	N_("Yes: has asked not to be called or written to for reminders and offers; calls after a visit "    \
	   "stay.")
#define HELP_PHONE N_("Found by it and reached by it.")

/* What a customer is asked for when he comes, and what may be changed of it later. */
#define CUSTOMER_KNOWN                                                                                       \
	FIELD(party, class, "class", N_("Class"), VT_REF, .view = "customer_classes",                        \
	      .help = N_("The group of customers; prices and reports go by it.")),                           \
	    FIELD(party, source, "source", N_("How they found us"), VT_REF, .view = "customer_sources",      \
		  .help = N_("What brought the customer here, so that advertising can be judged.")),         \
	    FIELD(party, contact, "contact", N_("Person to speak to"), VT_TEXT, .flags = PERSONAL_,          \
		  .max = 60, .help = N_("Whom to ask for at a company.")),                                   \
	    FIELD(party, birthday, "birthday", N_("Birthday"), VT_DATE, .lean = DATE_PAST,                   \
		  .help = N_("For the list of birthdays; the year may be left out of sight but not out of "  \
			     "the date.")),                                                                  \
	    FIELD(party, terms, "terms", N_("Days on account"), VT_INT, .min = 0, .max = TERMS_MOST,         \
		  .help = HELP_TERMS)
#define CUSTOMER_MORE                                                                                        \
	FIELD(party, tax_no, "tax_no", N_("Tax number"), VT_CODE, .max = 30,                                 \
	      .help = N_("What an invoice for a company needs.")),                                           \
	    FIELD(party, address, "address", N_("Address"), VT_TEXT, .flags = PERSONAL_, .max = 120,         \
		  .help = N_("Where letters and tow trucks go.")),                                           \
	    FIELD(party, note, "note", N_("Note"), VT_AREA, .max = 1000,                                     \
		  .help = N_("For people in the house; it is not printed for the customer.")),               \
	    FIELD(party, no_calls, "no_calls", N_("No reminders"), VT_BOOL, .max = 1, .help = HELP_NO_CALLS)

static const struct field customer_add_input[] = {
	FIELD(party, name, "name", N_("Name"), VT_TEXT, .flags = REQUIRED_ | PERSONAL_, .max = 60,
	      .help = N_("The person, or the company for a fleet.")),
	FIELD(party, phone, "phone", N_("Phone"), VT_PHONE, .flags = REQUIRED_ | PERSONAL_,
	      .help = HELP_PHONE),
	CUSTOMER_KNOWN,
	FIELD(party, limit, "limit", N_("Credit limit"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("The most that may be open at once; empty for no limit.")),
	CUSTOMER_MORE,
	FIELD(party, same_phone, "same_phone", N_("Same phone as another"), VT_BOOL, .max = 1,
	      .help = N_("Yes: this is somebody else with the same phone.")),
	{ 0 },
};

static const struct field customer_change_input[] = {
	FIELD(party, party, "customer", N_("Customer"), VT_REF, REQUIRED, .view = "customers",
	      .help = N_("Whom it is about: name, phone or card.")),
	FIELD(party, name, "name", N_("Name"), VT_TEXT, .flags = PERSONAL_, .max = 60,
	      .help = N_("As it stands on papers; it is found by its first letters too.")),
	FIELD(party, phone, "phone", N_("Phone"), VT_PHONE, .flags = PERSONAL_, .help = HELP_PHONE),
	CUSTOMER_KNOWN,
	FIELD(party, limit, "limit", N_("Credit limit"), VT_MONEY, .min = 0, .max = MONEY_MAX,
	      .help = N_("How much may stay open in all before further bills are refused.")),
	FIELD(party, no_terms, "no_terms", N_("Pays at once from now on"), VT_BOOL, .max = 1,
	      .help = N_("Yes: nothing stays open with this one any more.")),
	CUSTOMER_MORE,
	FIELD(party, same_phone, "same_phone", N_("Same phone as another"), VT_BOOL, .max = 1,
	      .help = N_("Yes where two customers really share a number, such as a couple.")),
	{ 0 },
};

/* Suppliers and insurers: firms. */
#define FIRM_FIELDS                                                                                          \
	FIELD(party, phone, "phone", N_("Phone"), VT_PHONE, .flags = PERSONAL_,                              \
	      .help = N_("Where this person can be reached; digits are enough, blanks do not matter.")),     \
	    FIELD(party, contact, "contact", N_("Person to speak to"), VT_TEXT, .flags = PERSONAL_,          \
		  .max = 60, .help = N_("Whom to ask for at a company.")),                                   \
	    FIELD(party, terms, "terms", N_("Days on account"), VT_INT, .min = 0, .max = TERMS_MOST,         \
		  .help = N_("Days until a bill is due; 0 pays at once.")),                                  \
	    FIELD(party, limit, "limit", N_("Credit limit"), VT_MONEY, .min = 0, .max = MONEY_MAX,           \
		  .help = N_("How much may stay open in all before further bills are refused.")),            \
	    FIELD(party, tax_no, "tax_no", N_("Tax number"), VT_CODE, .max = 30,                             \
		  .help = N_("What an invoice for a company needs.")),                                       \
	    FIELD(party, address, "address", N_("Address"), VT_TEXT, .flags = PERSONAL_, .max = 120,         \
		  .help = N_("Where letters and tow trucks go.")),                                           \
	    FIELD(party, note, "note", N_("Note"), VT_AREA, .max = 1000,                                     \
		  .help = N_("For people in the house; it is not printed for the customer.")),               \
	    FIELD(party, same_phone, "same_phone", N_("Same phone as another"), VT_BOOL, .max = 1,           \
		  .help = N_("Yes where two customers really share a number, such as a couple."))

static const struct field firm_add_input[] = {
	FIELD(party, name, "name", N_("Company"), VT_TEXT, .flags = REQUIRED_ | PERSONAL_, .max = 60,
	      .help = N_("The name of the company as it stands on its invoices.")),
	FIRM_FIELDS,
	{ 0 },
};

static const struct field supplier_change_input[] = {
	FIELD(party, party, "supplier", N_("Supplier"), VT_REF, REQUIRED, .view = "suppliers",
	      .help = N_("Who delivers: name, phone or first letters.")),
	FIELD(party, name, "name", N_("Company"), VT_TEXT, .flags = PERSONAL_, .max = 60,
	      .help = N_("The name of the company as it stands on its invoices.")),
	FIRM_FIELDS,
	FIELD(party, no_terms, "no_terms", N_("Pays at once from now on"), VT_BOOL, .max = 1,
	      .help = N_("Yes: nothing stays open with this one any more.")),
	{ 0 },
};

static const struct field insurer_change_input[] = {
	FIELD(party, party, "insurer", N_("Insurer"), VT_REF, REQUIRED, .view = "insurers",
	      .help = N_("Which insurance company: its name or first letters.")),
	FIELD(party, name, "name", N_("Company"), VT_TEXT, .flags = PERSONAL_, .max = 60,
	      .help = N_("The name of the company as it stands on its invoices.")),
	FIRM_FIELDS,
	FIELD(party, no_terms, "no_terms", N_("Pays at once from now on"), VT_BOOL, .max = 1,
	      .help = N_("Yes: nothing stays open with this one any more.")),
	{ 0 },
};

COMMAND(customer_add) = {
	.name = "customer.add",
	.title = N_("New customer"),
	.help = N_("Writes down a customer. A phone that is known already is shown with its owner."),
	.undo = UNDO_ROWS,
	.input = customer_add_input,
	.size = sizeof(struct party),
	.may = customer_may,
	.run = customer_add_run,
};

COMMAND(customer_change) = {
	.name = "customer.change",
	.title = N_("Change a customer"),
	.help = N_("Name, phone, class, days on account; what is left out stays as it is."),
	.undo = UNDO_ROWS,
	.input = customer_change_input,
	.size = sizeof(struct party),
	.edits = "customer",
	.edits_table = "party",
	.may = customer_may,
	.run = party_change_run,
};

COMMAND(supplier_add) = {
	.name = "supplier.add",
	.title = N_("New supplier"),
	.help = N_("Writes down whom we buy from."),
	.undo = UNDO_ROWS,
	.input = firm_add_input,
	.size = sizeof(struct party),
	.may = supplier_may,
	.run = supplier_add_run,
};

COMMAND(supplier_change) = {
	.name = "supplier.change",
	.title = N_("Change a supplier"),
	.help = N_("What is left out stays as it is."),
	.undo = UNDO_ROWS,
	.input = supplier_change_input,
	.size = sizeof(struct party),
	.edits = "supplier",
	.edits_table = "party",
	.may = supplier_may,
	.run = party_change_run,
};

COMMAND(insurer_add) = {
	.name = "insurer.add",
	.title = N_("New insurer"),
	.help = N_("Writes down an insurance company that pays for repairs."),
	.undo = UNDO_ROWS,
	.input = firm_add_input,
	.size = sizeof(struct party),
	.may = insurer_may,
	.run = insurer_add_run,
};

COMMAND(insurer_change) = {
	.name = "insurer.change",
	.title = N_("Change an insurer"),
	.help = N_("What is left out stays as it is."),
	.undo = UNDO_ROWS,
	.input = insurer_change_input,
	.size = sizeof(struct party),
	.edits = "insurer",
	.edits_table = "party",
	.may = insurer_may,
	.run = party_change_run,
};
