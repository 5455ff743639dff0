/* user.c - people: adding them, their PINs, their roles. */
#include "domain/user.h"

#include <string.h>

#include "base/log.h"
#include "base/seal.h"
#include "db/state.h"
#include "domain/choice.h"
#include "domain/session.h"

#define FREE_TRIES  3
#define MOST_TRIES  10
#define LOCKED_FOR  (15 * 60)
#define PIN_LEAST   4
#define SECRET_MOST 72

/* ---- proving who one is ---- */

int64_t user_of_account(struct db *db, const char *account)
{
	return db_int(db, SQL("SELECT id FROM user WHERE account = :account AND active = 1"),
		      BIND(B_TEXT("account", account)), 0);
}

int64_t user_named(struct db *db, const char *name)
{
	return db_int(db, SQL("SELECT id FROM user WHERE name = :name AND active = 1"),
		      BIND(B_TEXT("name", name)), 0);
}

char *user_lang(struct db *db, struct arena *a, int64_t user_id)
{
	return db_text(db, a, SQL("SELECT lang FROM user WHERE id = :id"), BIND(B_INT("id", user_id)));
}

/* Seconds to wait after so many failures. */
static int64_t delay_after(int failures)
{
	if (failures < FREE_TRIES)
		return 0;
	if (failures >= MOST_TRIES)
		return LOCKED_FOR;
	return INT64_C(1) << (failures - FREE_TRIES);
}

static bool throttle_open(struct session *s, const char *who, int64_t now, struct err *e)
{
	int64_t last, wait;
	int n = state_failures(shop_state(s->shop), who, &last);

	wait = last + delay_after(n) - now;
	if (n < FREE_TRIES || wait <= 0)
		return true;
	return err_set(e, ERR_DENIED, N_("Too many wrong tries. Wait %d seconds, then try again"), (int)wait);
}

static bool secret_fits(struct session *s, int64_t id, const char *secret)
{
	struct arena *a = arena_new();
	struct db *db = shop_reader(s->shop);
	char *pin = db_text(db, a, SQL("SELECT pin FROM user WHERE id = :id"), BIND(B_INT("id", id)));
	char *password =
	    db_text(db, a, SQL("SELECT password FROM user WHERE id = :id"), BIND(B_INT("id", id)));
	bool weak, fits = seal_password_check(secret, pin, &weak);

	if (!fits && password)
		fits = seal_password_check(secret, password, &weak);
	arena_free(a);
	return fits && id != 0;
}

bool user_has_secret(struct session *s, const char *name)
{
	return db_exists(
	    shop_reader(s->shop),
	    SQL("SELECT 1 FROM user WHERE name = :name AND (pin IS NOT NULL OR password IS NOT NULL)"),
	    BIND(B_TEXT("name", name)));
}

bool user_prove(struct session *s, const char *name, const char *secret, int64_t *ret_user, struct err *e)
{
	int64_t now = s->o.clock(s->o.clock_arg), id = user_named(shop_reader(s->shop), name);
	struct db *state = shop_state(s->shop);

	if (!throttle_open(s, name, now, e) || !throttle_open(s, s->o.terminal, now, e))
		return false;
	if (!secret_fits(s, id, secret)) {
		state_failed(state, name, now);
		state_failed(state, s->o.terminal, now);
		log_line("login refused: %s at %s", name, s->o.terminal);
		return err_set(e, ERR_DENIED, N_("Name and PIN do not fit. Try again"));
	}
	state_succeeded(state, name);
	state_succeeded(state, s->o.terminal);
	*ret_user = id;
	return true;
}

/* ---- secrets ---- */

static bool pin_sound(const char *pin, const char *field, struct err *e)
{
	size_t n = strlen(pin);

	if (n < PIN_LEAST)
		return err_field(e, field, N_("A PIN has at least 4 characters"));
	if (n > SECRET_MOST)
		return err_field(e, field, N_("A PIN has at most 72 characters"));
	return true;
}

static bool pin_store(struct ctx *ctx, int64_t user_id, const char *pin, bool password)
{
	char stored[SEAL_PWD];

	if (!seal_password_set(pin, stored))
		die("out of memory");
	if (password)
		db_exec(ctx->db, SQL("UPDATE user SET password = :secret, ver = ver + 1 WHERE id = :id"),
			BIND(B_TEXT("secret", stored), B_INT("id", user_id)));
	else
		db_exec(ctx->db, SQL("UPDATE user SET pin = :secret, ver = ver + 1 WHERE id = :id"),
			BIND(B_TEXT("secret", stored), B_INT("id", user_id)));
	seal_wipe(stored, sizeof stored);
	return !db_failed(ctx->db);
}

/* ---- user.add ---- */

struct user_add {
	struct input input;
	const char *user, *name, *pin, *phone, *lang, *account;
	int64_t role, technician;
};

static const struct field user_add_input[] = {
	FIELD(user_add, user, "user", N_("Login name"), VT_TEXT, REQUIRED, .max = 20,
	      .help = N_("Short, in small letters: what this person types to log in.")),
	FIELD(user_add, name, "name", N_("Name"), VT_TEXT, REQUIRED, .max = 40,
	      .help = N_("As it stands on papers; it is found by its first letters too.")),
	FIELD(user_add, role, "role", N_("Role"), VT_REF, REQUIRED, .view = "roles",
	      .help = N_("What this person may do.")),
	FIELD(user_add, pin, "pin", N_("PIN"), VT_SECRET, REQUIRED, .max = SECRET_MOST,
	      .help = N_("At least four characters; a longer one for people who log in from outside.")),
	FIELD(user_add, phone, "phone", N_("Phone"), VT_PHONE,
	      .help = N_("Where this person can be reached; digits are enough, blanks do not matter.")),
	FIELD(user_add, lang, "lang", N_("Language"), VT_CHOICE, .choices = choice_lang,
	      .help = N_("What the console speaks with this person.")),
	FIELD(user_add, technician, "technician", N_("Technician"), VT_BOOL, .max = 1,
	      .help = N_("Does work on cars and may pick parts.")),
	FIELD(user_add, account, "account", N_("Account of the machine"), VT_TEXT, .max = 32,
	      .help = N_("Whoever runs workbay under this account is this person without asking.")),
	{ 0 },
};

/* Nobody may make a person who can do what he cannot. */
static bool role_within(struct ctx *ctx, int64_t role_id, struct err *e)
{
	struct cur *c = db_open(ctx->db, SQL("SELECT right FROM role_right WHERE role_id = :role"),
				BIND(B_INT("role", role_id)));
	char *right[200];
	size_t n = 0;

	while (cur_next(c) && n < 200)
		right[n++] = arena_strdup(ctx->arena, cur_text(c, 0));
	cur_close(c);
	for (size_t i = 0; i < n; i++)
		if (!may_right(ctx, right[i]))
			return err_field(e, "role",
					 N_("You may not give a role that may do more than you (%s)"),
					 right[i]);
	return true;
}

static bool user_add_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct user_add *in = input;

	if (HAS(in, user) &&
	    db_exists(ctx->db, SQL("SELECT 1 FROM user WHERE name = :name"), BIND(B_TEXT("name", in->user))))
		return err_field(e, "user", N_("There is a person called %s already"), in->user);
	if (HAS(in, account) && user_of_account(ctx->db, in->account))
		return err_field(e, "account", N_("The account %s is bound to somebody else already"),
				 in->account);
	if (HAS(in, pin) && !pin_sound(in->pin, "pin", e))
		return false;
	return !HAS(in, role) || role_within(ctx, in->role, e);
}

static bool user_add_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct user_add *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO user (name, title, role_id, phone, lang, account, technician) "
		    "VALUES (:name, :title, :role, :phone, :lang, :account, :technician)"),
		BIND(B_TEXT("name", in->user), B_TEXT("title", in->name), B_INT("role", in->role),
		     B_TEXT("phone", in->phone), B_TEXT("lang", in->lang), B_TEXT("account", in->account),
		     B_INT("technician", in->technician)));
	ctx->answer->id = db_last_id(ctx->db);
	answer_say(ctx, N_("%s can log in now"), in->user);
	return pin_store(ctx, ctx->answer->id, in->pin, false);
}

COMMAND(user_add) = {
	.name = "user.add",
	.title = N_("Add a person"),
	.help = N_("A person with a role and a PIN."),
	.undo = UNDO_NONE,
	.input = user_add_input,
	.size = sizeof(struct user_add),
	.may = user_add_may,
	.run = user_add_run,
};

/* ---- user.change ---- */

struct user_change {
	struct input input;
	int64_t user, role, technician, active;
	const char *name, *phone, *lang, *account, *pin;
};

static const struct field user_change_input[] = {
	FIELD(user_change, user, "user", N_("Login name"), VT_REF, REQUIRED, .view = "users",
	      .help = N_("The person, by the name that is typed to log in.")),
	FIELD(user_change, name, "name", N_("Name"), VT_TEXT, .max = 40,
	      .help = N_("As it stands on papers; it is found by its first letters too.")),
	FIELD(user_change, role, "role", N_("Role"), VT_REF, .view = "roles",
	      .help = N_("What this person may do goes by the role.")),
	FIELD(user_change, phone, "phone", N_("Phone"), VT_PHONE,
	      .help = N_("Where this person can be reached; digits are enough, blanks do not matter.")),
	FIELD(user_change, lang, "lang", N_("Language"), VT_CHOICE, .choices = choice_lang,
	      .help = N_("What the console speaks with this person.")),
	FIELD(user_change, technician, "technician", N_("Technician"), VT_BOOL, .max = 1,
	      .help = N_("Yes: does work on cars and may pick parts.")),
	FIELD(user_change, account, "account", N_("Account of the machine"), VT_TEXT, .max = 32,
	      .help = N_("Whoever runs workbay under this account is this person without asking.")),
	FIELD(user_change, active, "active", N_("Works here"), VT_BOOL, .max = 1,
	      .help = N_("No: may not log in any more; what was done stays under the name.")),
	FIELD(user_change, pin, "pin", N_("New PIN"), VT_SECRET, .max = SECRET_MOST,
	      .help = N_("Four characters or more; nobody can read it afterwards.")),
	{ 0 },
};

static bool last_admin(struct ctx *ctx, int64_t user_id)
{
	return !db_exists(ctx->db,
			  SQL("SELECT 1 FROM user u JOIN role_right r ON r.role_id = u.role_id "
			      "WHERE r.right = '*' AND u.active = 1 AND u.id <> :id"),
			  BIND(B_INT("id", user_id)));
}

static bool user_change_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct user_change *in = input;
	int64_t bound = HAS(in, account) ? user_of_account(ctx->db, in->account) : 0;

	if (bound && bound != in->user)
		return err_field(e, "account", N_("The account %s is bound to somebody else already"),
				 in->account);
	if (HAS(in, pin) && !pin_sound(in->pin, "pin", e))
		return false;
	if (((HAS(in, active) && !in->active) || HAS(in, role)) && HAS(in, user) && last_admin(ctx, in->user))
		return err_set(
		    e, ERR_NO,
		    N_("This is the last person with all rights. Give them to somebody else first"));
	return !HAS(in, role) || role_within(ctx, in->role, e);
}

static bool user_change_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct user_change *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("UPDATE user SET title = coalesce(:title, title), role_id = coalesce(:role, role_id), "
		    "phone = coalesce(:phone, phone), lang = coalesce(:lang, lang), account = "
		    "coalesce(:account, account), "
		    "technician = iif(:has_technician, :technician, technician), active = iif(:has_active, "
		    ":active, active), "
		    "ver = ver + 1 WHERE id = :id"),
		BIND(B_TEXT("title", in->name), B_ID("role", in->role), B_TEXT("phone", in->phone),
		     B_TEXT("lang", in->lang), B_TEXT("account", in->account),
		     B_INT("has_technician", HAS(in, technician)), B_INT("technician", in->technician),
		     B_INT("has_active", HAS(in, active)), B_INT("active", in->active),
		     B_INT("id", in->user)));
	ctx->answer->id = in->user;
	answer_say(ctx, N_("Saved"));
	return !HAS(in, pin) || pin_store(ctx, in->user, in->pin, false);
}

COMMAND(user_change) = {
	.name = "user.change",
	.title = N_("Change a person"),
	.help = N_("Role, language, account or PIN of a person; or that he works here no more."),
	.undo = UNDO_NONE,
	.input = user_change_input,
	.size = sizeof(struct user_change),
	.edits = "user",
	.edits_table = "user",
	.may = user_change_may,
	.run = user_change_run,
};

/* ---- user.pin: one's own ---- */

struct user_pin {
	struct input input;
	const char *old, *pin, *again;
};

static const struct field user_pin_input[] = {
	FIELD(user_pin, old, "old", N_("PIN so far"), VT_SECRET, STOP, .max = SECRET_MOST,
	      .help = N_("The one that you log in with now; empty while you have none.")),
	FIELD(user_pin, pin, "pin", N_("New PIN"), VT_SECRET, REQUIRED, .max = SECRET_MOST,
	      .help = N_("Four characters or more; nobody can read it afterwards.")),
	FIELD(user_pin, again, "again", N_("New PIN again"), VT_SECRET, .max = SECRET_MOST, STOP,
	      .help = N_("The same once more, so that a slip of the finger is found.")),
	{ 0 },
};

static bool user_pin_prove(struct ctx *ctx, const void *input, struct err *e)
{
	const struct user_pin *in = input;
	int64_t id;

	if (!user_has_secret(ctx->session, ctx->user))
		return true;
	if (!HAS(in, old))
		return err_field(e, "old", N_("Type the PIN that you log in with now"));
	return user_prove(ctx->session, ctx->user, in->old, &id, e);
}

static bool user_pin_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct user_pin *in = input;

	(void)ctx;
	if (HAS(in, again) && strcmp(in->pin, in->again) != 0)
		return err_field(e, "again", N_("The two new PINs differ. Type them again"));
	return !HAS(in, pin) || pin_sound(in->pin, "pin", e);
}

static bool user_pin_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct user_pin *in = input;

	(void)e;
	ctx->answer->id = ctx->user_id;
	answer_say(ctx, N_("Your PIN is changed"));
	return pin_store(ctx, ctx->user_id, in->pin, false);
}

COMMAND(user_pin) = {
	.name = "user.pin",
	.title = N_("Change my PIN"),
	.help = N_("A new PIN for the person who is logged in."),
	.undo = UNDO_NONE,
	.input = user_pin_input,
	.size = sizeof(struct user_pin),
	.anyone = true,
	.prove = user_pin_prove,
	.may = user_pin_may,
	.run = user_pin_run,
};

/* ---- role.grant, role.revoke ---- */

struct role_right {
	struct input input;
	int64_t role;
	const char *right;
};

static const struct field role_right_input[] = {
	FIELD(role_right, role, "role", N_("Role"), VT_REF, REQUIRED, .view = "roles",
	      .help = N_("What this person may do goes by the role.")),
	FIELD(role_right, right, "right", N_("Right"), VT_TEXT, REQUIRED, .max = 60,
	      .help = N_(
		  "The name of a command, such as job.settle; job.* for all of a kind; cost.see for costs.")),
	{ 0 },
};

static bool role_right_may(struct ctx *ctx, const void *input, struct err *e)
{
	const struct role_right *in = input;

	if (HAS(in, right) && !may_right(ctx, in->right))
		return err_field(e, "right", N_("You may not give the right %s, which you do not have"),
				 in->right);
	return true;
}

static bool role_grant_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct role_right *in = input;

	(void)e;
	db_exec(ctx->db,
		SQL("INSERT INTO role_right (role_id, right) VALUES (:role, :right) ON CONFLICT DO NOTHING"),
		BIND(B_INT("role", in->role), B_TEXT("right", in->right)));
	ctx->answer->id = in->role;
	answer_say(ctx, N_("Saved"));
	return true;
}

static bool role_revoke_run(struct ctx *ctx, const void *input, struct err *e)
{
	const struct role_right *in = input;

	if (db_exec(ctx->db, SQL("DELETE FROM role_right WHERE role_id = :role AND right = :right"),
		    BIND(B_INT("role", in->role), B_TEXT("right", in->right))) == 0)
		return err_field(e, "right", N_("This role does not have the right %s itself"), in->right);
	ctx->answer->id = in->role;
	answer_say(ctx, N_("Saved"));
	return true;
}

COMMAND(role_grant) = {
	.name = "role.grant",
	.title = N_("Give a right to a role"),
	.help = N_("Everybody with this role may do it from the next command on."),
	.undo = UNDO_ROWS,
	.input = role_right_input,
	.size = sizeof(struct role_right),
	.may = role_right_may,
	.run = role_grant_run,
};

COMMAND(role_revoke) = {
	.name = "role.revoke",
	.title = N_("Take a right from a role"),
	.help = N_("Nobody with this role may do it from the next command on."),
	.undo = UNDO_ROWS,
	.input = role_right_input,
	.size = sizeof(struct role_right),
	.may = role_right_may,
	.run = role_revoke_run,
};
