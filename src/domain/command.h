/* command.h - the one door: everything that can be done is a command, a table of inputs and one function.
 *
 * A command's input is a C struct that begins with `struct input`; its table of fields says for each member its
 * name, label, type and limits. Forms, `workbay do`, CSV import, rights, the journal and the manual read that table.
 * Every member is 8 bytes (int64_t or const char *) or a `struct lines`. */
#ifndef WORKBAY_COMMAND_H
#define WORKBAY_COMMAND_H

#include <assert.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/lang.h"
#include "base/str.h"
#include "db/shop.h"
#include "db/view.h"

/* ---- the table of inputs ---- */

enum vtype {
	/* text: the member is a const char *, NULL when not given */
	VT_TEXT,  /* one line, free */
	VT_AREA,  /* several lines, free */
	VT_CODE,  /* folded, in capitals */
	VT_PLATE, /* a number plate */
	VT_VIN,
	VT_PHONE,
	VT_CHOICE, /* a code of .choices */
	VT_SECRET, /* PIN or password: never stored, drafted or journalled */
	/* numbers: the member is an int64_t */
	VT_MONEY, /* fen */
	VT_QTY,   /* thousandths */
	VT_INT,
	VT_RATE, /* ten-thousandths */
	VT_DATE, /* days since 1970 */
	VT_TIME, /* seconds since 1970 UTC */
	VT_BOOL, /* 0 or 1 */
	VT_REF,  /* an id; named by number, code, plate or name through .view */
	/* a repeated group: the member is a struct lines */
	VT_LINES,
};

enum field_flag {
	REQUIRED_ = 1 << 0,
	STOP_ = 1 << 1,     /* Enter stops here although it is not required */
	PERSONAL_ = 1 << 2, /* name, phone, address */
	FIXED_ = 1 << 3,    /* in a row that .fill proposes it is not typed over */
};

#define REQUIRED .flags = REQUIRED_
#define STOP     .flags = STOP_

struct choice {
	const char *code, *title; /* title is an English msgid; a NULL code ends the list */
};

struct db;
/* The values of a choice that are rows of the shop; `offered`: only those that may be chosen now. Ends with a NULL code. */
typedef const struct choice *(*choice_lister)(struct db *db, struct arena *a, bool offered);

struct field {
	const char *name, *label; /* label is an English msgid */
	enum vtype type;
	unsigned flags;
	uint16_t offset;
	const char *view;             /* VT_REF: the view it is looked up in */
	const struct choice *choices; /* VT_CHOICE: its values, or with .listed those that every shop has */
	choice_lister listed;         /* VT_CHOICE: the values that the shop has now, or NULL */
	int64_t min, max;             /* numbers: limits where not both 0; text: max is characters (0: 200) */
	int lean;                     /* dates: enum date_lean */
	const char *brief;            /* a shorter label, or NULL */
	const char *help;             /* what it is, what it takes, why; an English msgid */
	const char *right;            /* needed to give it at all, or NULL */
	const struct field *line;     /* VT_LINES: the table of one row */
	uint16_t line_size, max_lines;
};

struct lines {
	size_t n;
	void *row; /* n structs of the group, each beginning with struct input */
};

#define LINE_AT(lines_, type, i) (&((type *)(lines_).row)[i])

/* The first member of every input struct: which members were given, a bit for each 8 bytes. */
struct input {
	uint64_t given[2];
};

/* Was the member at this offset given? Rules say HAS(in, member). */
bool input_given(const struct input *in, size_t offset);
/* `.may` asks only about members that are. */
#define HAS(in, member) input_given(&(in)->input, offsetof(__typeof__(*(in)), member))

/* The values of a choice, as the shop has them now. */
const struct choice *field_choices(const struct field *f, struct db *db, struct arena *a, bool offered);

#define VT_IS_TEXT_(vt)  ((vt) <= VT_SECRET)
#define VT_IS_LINES_(vt) ((vt) == VT_LINES)
#define FIELD_AT_(s, m, vt)                                                                                                                 \
	(offsetof(struct s, m) + 0 * sizeof(struct {                                                                                        \
					 _Static_assert(_Generic(((struct s *)0)->m, const char *: VT_IS_TEXT_(vt),                       \
					 int64_t: !VT_IS_TEXT_(vt) && !VT_IS_LINES_(vt),                          \
					 struct lines: VT_IS_LINES_(vt), default: 0),                             \
				"the member's type does not fit the field's"); \
					 int unused_;                                                                                       \
				 }))

/* FIELD(struct, member, "name", N_("Label"), VT_..., more initializers) */
#define FIELD(s, m, name_, label_, vt, ...)                                                                  \
	{                                                                                                    \
		.name = (name_), .label = (label_), .type = (vt), .offset = FIELD_AT_(s, m, vt), __VA_ARGS__ \
	}
/* LINES(struct, member, "name", N_("Label"), table of a row, struct of a row, most rows) */
#define LINES(s, m, name_, label_, table_, row_, most_, ...)                                                 \
	{                                                                                                    \
		.name = (name_), .label = (label_), .type = VT_LINES, .offset = FIELD_AT_(s, m, VT_LINES),   \
		.line = (table_), .line_size = sizeof(struct row_), .max_lines = (most_), __VA_ARGS__        \
	}

/* ---- a command ---- */

struct ctx;
struct args;

enum undo { UNDO_NONE, UNDO_ROWS, UNDO_REVERSE };

struct command {
	const char *name, *title; /* title is an English msgid */
	const char *help;         /* one sentence, an English msgid */
	enum undo undo;
	const struct field *input; /* ends with a NULL name */
	size_t size;               /* of the input struct */
	/* The command edits one row: this input names it, of this table; the form's `ver` is compared. */
	const char *edits, *edits_table;
	/* The form that the posted document is printed with, one of schema/documents: the door asks for it in the same
	 * transaction, so that a paper lost with the power is known. NULL: none. */
	const char *prints;
	/* Proposes inputs (picker, open lines, what is open to pay) into `args` where they are not given. Reads only. */
	void (*fill)(struct ctx *ctx, struct args *args);
	/* The guards. Reads only; asks about given members only; says why not. May be NULL. */
	bool (*may)(struct ctx *ctx, const void *in, struct err *e);
	/* Before the lock: proves secrets (PIN, password). May be NULL. */
	bool (*prove)(struct ctx *ctx, const void *in, struct err *e);
	/* Writes; all of it or, on false, nothing. */
	bool (*run)(struct ctx *ctx, const void *in, struct err *e);
	bool any_clock; /* runs though the clock stands before the last booking */
	bool anyone;    /* needs no right (change of one's own PIN) */
	bool internal;  /* runs only inside another command or set-up, not from outside */
};

/* Defines the const object `command_NAME`; name it in src/domain/meson.build's list too. */
#define COMMAND(ident) const struct command command_##ident

/* All commands, generated from the list in meson.build, sorted by name; ends with NULL. */
extern const struct command *const command_all[];
const struct command *command_find(const char *name);
const struct field *command_field(const struct command *c, const char *name);
/* What every command takes besides its own table: why, in words, for the document and the journal. */
extern const struct field command_remark;

/* ---- what a rule gets ---- */

/* What a command made, and what people are told. */
struct answer {
	int64_t id;       /* the row it made or changed; "$N.id" */
	char number[40];  /* the document or case number, or "" */
	int64_t document; /* the posted document, 0: none */
	char text[320];   /* the message line, translated: "Work order WO-261121-0007 opened" */
	struct str extra; /* further JSON members: ,"name":value */
	bool repeated;    /* the request had been booked before; this is its first answer */
};

struct ctx {
	struct shop *shop;
	struct db *db;       /* the writer inside command_run, the reader in .may for a key bar and .fill */
	struct arena *arena; /* lives until the command has ended */
	const struct lang *lang; /* of the person */
	int64_t now;             /* seconds UTC */
	int64_t today;           /* the business day */
	int offset_minutes;      /* of the shop's local time */
	int64_t user_id, store_id;
	const char *user;     /* the name */
	int64_t approver_id;  /* who stands by for this command; 0: nobody */
	const char *approver; /* the name, or "" */
	const char *terminal;
	int64_t till_id;    /* named on the command line; 0: the one that is open for this person */
	bool practice;      /* effects go to the screen */
	const char *remark; /* every command takes one; documents keep it; NULL: none */
	const char *request;
	struct answer *answer;
	struct session *session; /* private to command.c */
};

/* ---- raw input: what was typed or sent, before it is understood ---- */

struct args;

/* Names and values are copied into the arena that they were made in. */
struct args *args_new(struct arena *a);
void args_set(struct args *args, const char *name, const char *value); /* replaces; copies; "" clears */
void args_set_id(struct args *args, const char *name, int64_t id);     /* a reference by id */
void args_unset(struct args *args, const char *name);
const char *args_get(const struct args *args, const char *name); /* the text ("#42" for an id), or NULL */
int64_t args_id(const struct args *args, const char *name);      /* where it is an id; else 0 */
struct args *args_add_line(struct args *args, const char *name); /* one more row of a group */
size_t args_lines(const struct args *args, const char *name);    /* rows of the group that are there */
struct args *args_line(const struct args *args, const char *name, size_t i); /* NULL past the last */
void args_clear_lines(struct args *args, const char *name);
/* Adds everything that `from` (NULL: nothing) has, rows of groups too, or what it has under one name; what stands there is
 * replaced. */
void args_add_all(struct args *args, const struct args *from);
void args_add(struct args *args, const struct args *from, const char *name);
/* The i-th given name, NULL past the last; for drafts and answers. */
const char *args_name(const struct args *args, size_t i);

/* Understands raw input by a command's table: unknown names, types, limits, characters. References are looked up,
 * texts folded by kind. Everything is in ctx->arena. With `partial`, nothing is required (key bars, drafts). */
bool input_read(struct ctx *ctx, const struct command *c, const struct args *args, bool partial,
		void **ret_in, struct err *e);

/* Would this input (no group) take this value, whatever stands in the others? Else false with the sentence that the command
 * would give. */
bool input_takes(struct ctx *ctx, const struct field *f, const char *value, struct err *e);

/* ---- sessions: who works here ---- */

struct session;

struct session_options {
	const struct lang *lang;
	int64_t (*clock)(void *arg); /* seconds UTC */
	void *clock_arg;
	const char *terminal;
	void (*waiting)(void *arg, const char *holder);
	void *waiting_arg;
};

/* A session on an open shop, nobody logged in yet. The caller frees it before the shop. */
struct session *session_new(struct shop *shop, const struct session_options *o);
void session_free(struct session *s);
void session_user(struct session *s, int64_t user_id); /* who acts from now on (0: nobody) */
void session_lang(struct session *s, const struct lang *lang);
void session_till(struct session *s, int64_t till_id);
struct shop *session_shop(struct session *s);
int64_t session_user_id(const struct session *s);
/* Who stands by with rights and limits of his own for what runs from now on, proved by user_prove(); 0: nobody. What
 * runs meanwhile says in its document and its journal row who it was. */
void session_approver(struct session *s, int64_t user_id);
int64_t session_approver_id(const struct session *s);

/* A context for reading (views, .may, .fill, key bars): on the reader, now. `a` is its arena. */
void session_ctx(struct session *s, struct arena *a, struct answer *answer, struct ctx *ret);
/* Who looks, for views: rights by column are read from the file. `ctx` must outlive it. */
void session_who(struct ctx *ctx, struct view_who *ret);

/* True when the person or the approver has the right; no sentence. Reads the file through ctx->db. */
bool may_right(struct ctx *ctx, const char *right);
/* The larger of what the roles of the person and of the approver allow; `column` is one of table role's, such as
 * "max_discount". */
int64_t may_limit(struct ctx *ctx, const char *column);

/* ---- the door ---- */

struct run_options {
	const char *request; /* made when the form was opened; NULL: a new one */
	bool dry;            /* everything, then rolled back */
	int64_t ver;         /* the row version the form showed; 0: not asked */
};

/* Runs one command in its nine steps. On false nothing was booked, or `e` says what was. `answer` is filled on true;
 * the caller frees answer->extra with str_free(). A batch of one unless a batch is open. */
bool command_run(struct session *s, const struct command *c, const struct args *args,
		 const struct run_options *o, struct answer *answer, struct err *e);
/* Prepares what the command will need, once in a process: command_run() does it before the lock; a form that is being
 * typed into does it in a pause, so that the key that books does not wait for it. */
void command_warm(struct session *s, const struct command *c);

/* Many commands in one transaction, each in a savepoint with its own journal row. batch_end(keep=false) rolls all
 * back (previews, dry runs). */
bool batch_begin(struct session *s, struct err *e);
bool batch_end(struct session *s, bool keep, struct err *e);

/* Calls another command's rule inside the running one (job.quick calls job.receive): same transaction, same journal
 * row, its right is not asked again. */
bool command_inner(struct ctx *ctx, const struct command *c, const void *in, struct err *e);

/* Would it run? For key bars: `.may` with what is known, on the reader. False with the reason in `e`. */
bool command_may(struct ctx *ctx, const struct command *c, const struct args *args, struct err *e);

/* ---- for rules: telling what was made ---- */

/* The message line, translated and formatted. */
void answer_say(struct ctx *ctx, const char *msgid, ...) __attribute__((format(printf, 2, 3)));
/* The same behind what was said already. */
void answer_say_more(struct ctx *ctx, const char *msgid, ...) __attribute__((format(printf, 2, 3)));
/* A further member of the JSON answer. */
void answer_add_int(struct ctx *ctx, const char *name, int64_t v);
void answer_add_text(struct ctx *ctx, const char *name, const char *s);
/* The whole answer as one JSON object: {"id":42,"number":"...","document":7,"text":"...",...}. Appends to `out`. */
void answer_json(const struct answer *answer, struct str *out);

#endif
