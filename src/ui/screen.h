/* screen.h - the tables that a screen file is made of: LIST, FORM, DOCUMENT, HOME and a plain SCREEN.
 *
 * A screen says which views it shows and which commands its keys run; the toolkit does the rest. Names of views,
 * columns, commands and inputs in these tables are proved by the build.
 *
 * Bindings (`with`) give a command's inputs, a screen's or a view's parameters their values: words parted by blanks,
 * each name=VALUE, where VALUE is
 *
 *	$param     what the screen was opened with
 *	@column    of the row the key is pressed on (or of the head, where the row has none of that name)
 *	!@column   its opposite: yes for 0
 *	%n         the quantity or digit that was typed      %text   the text that was typed
 *	%plate %phone %name   that text, where it looks like one: letters and digits, digits alone, no digits
 *	%id        what the command made, for `opens`        ?input  what was asked for under that name
 *	anything else: itself
 *
 * A name with a dot makes rows of a group: "bills.document=@document_id" with SCOPE_MARKED is one command with a row for
 * each marked row; without marks it has none. */
#ifndef WORKBAY_SCREEN_H
#define WORKBAY_SCREEN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/lang.h"
#include "ui/keys.h"

/* What a key acts on. */
enum scope {
	SCOPE_ROW,    /* the row under the cursor; nothing on an empty list */
	SCOPE_MARKED, /* every marked row, each its own command in one batch; without marks as SCOPE_ROW */
	SCOPE_ALL,    /* the screen as a whole */
};

/* One key of a screen. Several rows may name one key: the first whose `.may` passes is meant. */
struct key {
	enum key_code at; /* K_MENU: it stands in the menu of Enter alone */
	const char *runs; /* a command, or */
	const char
	    *opens; /* a screen ("@column": the one that it names); behind `runs`: opened when that has run */
	const char *with;    /* bindings of the command, or of the screen when there is none */
	const char *goes;    /* bindings of the screen behind a command */
	const char *ask;     /* a row of the layout language with what is asked for first */
	const char *tells;   /* a column of the row whose words stand over what is asked for */
	const char *preview; /* the view whose rows are compared before and after; then F12 books */
	const char
	    *label;       /* an English msgid of one or two words; NULL: the title of the command or screen */
	const char *when; /* a column of the row that must not be empty or 0; "!column" the opposite */
	const char *sure; /* an English msgid: what cannot be undone is asked about, the default is No */
	enum scope scope;
};

/* What every screen has. */
#define SCREEN_FIELDS                                                                                        \
	const char *title;  /* an English msgid */                                                           \
	int menu;           /* the menu it stands under, from 1; 0: none */                                  \
	int code;           /* its two digits in the palette; 0: none */                                     \
	const char *param;  /* what it is opened with ("job"); NULL: nothing */                              \
	const char *pick;   /* the view in which that is chosen when the menu opens it without; or NULL */   \
	const char *words;  /* more words it is found by, parted by blanks */                                \
	const char *right;  /* the right to open it; NULL: everybody */                                      \
	const char *prints; /* the printed form of F7 for its own number; NULL: that of the number's kind */ \
	const char *state;  /* a column of the head or of the only row, shown in the title */                \
	const struct key *keys; /* ends with { 0 } */

struct screen_common {
	SCREEN_FIELDS
};

#define SCREEN_COMMON                                                                                        \
	union {                                                                                              \
		struct screen_common common;                                                                 \
		struct {                                                                                     \
			SCREEN_FIELDS                                                                        \
		};                                                                                           \
	}

#define LAYOUT_ROWS 40

/* LIST(jobs) = { .title = N_("Work orders"), .view = "jobs", .keys = ... };
 * K_ENTER among the keys is what Enter does with a row. */
struct list {
	SCREEN_COMMON;
	const char *view;
	const char
	    *with;      /* parameters of the view; those that the screen was opened with by name need none */
	bool ticks;     /* read again each minute: ages, and what is late by now */
	bool ask_first; /* opens with the find form: for lists that nobody reads from the start */
};

/* FORM(reception) = { .title = ..., .runs = "job.receive", .layout = { "= Car", "plate vin", 0 } };
 *
 * row  = "= title" section, dropped under 60 columns | "/ title" next page | ["~"] cells
 *        (~: only from 60 columns on, or when filled)
 * cell = name [:columns] [*lines] [+ takes the rest] [! Enter stops here] [?field: shown when that is set]
 *        | "=column" of the head view, read only | "@group*lines" */
struct form {
	SCREEN_COMMON;
	const char *runs; /* the command */
	const char *with; /* bindings that fill inputs: $ and @ of `from` */
	const char *head; /* a view of one row for "=column", opened with the screen's parameters */
	const char *
	    from; /* a view of one row: its columns are the inputs of the same name (editing what is there) */
	const char *makes; /* the view whose rows it makes: F2 in a look-up opens it */
	const char *opens; /* the screen that F9 opens when it has run */
	const char *goes;  /* its bindings: $ ?input %id */
	const char *
	    tells; /* a view of what is to be known first, shown in a panel when one of these is typed; F11 again */
	const char *tells_with; /* its parameters: ?input */
	const char *starts;     /* an input: the cursor starts there when nothing is known yet; or NULL */
	bool again;             /* stays open and empty for the next one */
	const char *layout[LAYOUT_ROWS];
};

/* What the entry line of a document does with a found row, by the row's column `kind`. */
struct entry_add {
	const char *kind, *runs, *with;
	const char *ask; /* a row of the layout language with what is asked for first; NULL: nothing */
};

#define ENTRY_KINDS 8

struct entry {
	const char *find; /* the view that is searched; it has a column `kind` where there are several */
	const char *with; /* parameters of that view */
	struct entry_add adds[ENTRY_KINDS];
	struct entry_add words; /* for what is not found: a line in words (F2 too) */
	struct entry_add scan;  /* for a scanned code that no column has, such as that of a package */
};

/* A column of the lines that a key of the entry line edits: '*' quantity, '.' price, '/' discount. */
struct cell_edit {
	const char *column, *runs, *with;
};

#define CELL_EDITS 6
#define NEXT_STEPS 8

/* DOCUMENT(estimate): a head, lines and totals, an entry line that adds. */
struct document {
	SCREEN_COMMON;
	const char *head, *lines, *totals;    /* views; each is opened with the screen's parameter */
	const char *head_layout[LAYOUT_ROWS]; /* of "=column" cells */
	const char *head_edit, *head_with;    /* the FORM that edits the head (Shift-Tab), and its bindings */
	struct entry entry;
	struct cell_edit quantity, price, discount; /* the roles of cells */
	struct cell_edit edits[CELL_EDITS];         /* further cells that Tab goes to */
	struct key next[NEXT_STEPS]; /* F9: the first whose `.may` passes, or whose `when` holds */
};

/* A step of a hit: digit 1 to 9, always the same for a kind. Of several rows with one digit the first whose `when`
 * holds is meant. */
struct hit_step {
	const char *kind; /* what the column `kind` holds; NULL: any */
	int digit;
	const char *opens; /* a screen; "@column": the one that the column names */
	const char *with;
	const char *label; /* an English msgid; NULL: the title of the screen */
	const char *when;
};

/* HOME(home): the search line, its hits and their steps. */
struct home {
	SCREEN_COMMON;
	const char *hits;             /* a view that is searched */
	const char *with;             /* its parameters; %text is what was typed */
	const struct hit_step *steps; /* ends with { 0 } */
	const char *scan_opens;       /* the screen that a scanner's code opens ... */
	const char *scan_runs;        /* ... when this command has taken it; NULL: without one */
	const char *scan_with;        /* bindings of the command, or of the screen where there is none */
	const char *scan_right;       /* ... for people with this right; others search for it */
	const char *new_opens; /* the screen that writes down what is not found, and its bindings (%text) */
	const char *new_with;
};

/* SCREEN(name) = { .title = ..., .kind = &some_kind }: one with functions of its own. */
struct plain {
	SCREEN_COMMON;
	const struct pane_kind *kind;
};

#define LIST(ident)     const struct list list_##ident
#define FORM(ident)     const struct form form_##ident
#define DOCUMENT(ident) const struct document document_##ident
#define HOME(ident)     const struct home home_##ident
#define SCREEN(ident)   const struct plain plain_##ident

/* One line of the registry. */
struct screen {
	const char *name;
	enum screen_type { TYPE_LIST, TYPE_FORM, TYPE_DOCUMENT, TYPE_HOME, TYPE_PLAIN } type;
	const void *table; /* the object that LIST() and its kin define */
	const struct screen_common *common;
};

/* A registry is an array of these that ends with a NULL name; screens/meson.build makes it with
 * SCREEN_ENTRY(). */
#define SCREEN_ENTRY(TYPE, kind, ident)                                                                      \
	{                                                                                                    \
		.name = #ident, .type = TYPE_##TYPE, .table = &kind##_##ident,                               \
		.common = &kind##_##ident.common                                                             \
	}

#endif
