/* sheet.h - the inputs of one command on the screen: boxes and grids in a layout, and how one goes through
 * them. Forms, what a key asks first (`.ask`), and the pay grid are made of it. */
#ifndef WORKBAY_SHEET_H
#define WORKBAY_SHEET_H

#include "base/seal.h"
#include "ui/grid.h"
#include "ui/layout.h"
#include "ui/rows.h"

#define SHEET_PAGES 4 /* that remember where one was */

struct sheet {
	struct console *con;
	const struct command *c;
	struct arena *arena;
	struct args *fixed; /* what is given and not shown */
	struct box *box;    /* one for each field and the remark; groups have an unused one */
	struct grid *grid;  /* one for each field; n_cols is 0 where it is no group */
	int n;
	bool remark_late; /* the layout does not name the remark: it shows when it is asked for */
	struct layout layout;
	const char **rows;               /* of the layout, with those that are asked for here */
	struct box *focus;               /* NULL: on [F12], */
	int run_page;                    /* which stands on that page then */
	struct box *was_on[SHEET_PAGES]; /* the focus when the page was left; may have gone since */
	const struct view *head;
	struct held_head {
		char **text;         /* by column of the head */
		struct view_row row; /* NULL values where there is none */
	} held;
	int64_t ver; /* of the row that is edited; 0: none */
	char request[SEAL_ID + 1];
	int width, scroll; /* of the last drawing */
};

struct sheet_open {
	const struct command *c;
	const char *const *layout; /* ends with NULL; NULL or empty: every field on a row */
	size_t most;               /* rows of the layout at most */
	const struct args *given;  /* inputs that are known */
	const struct view *head;   /* for "=column", or NULL */
	const struct view *from;   /* whose columns fill inputs, or NULL */
	const char *with;          /* bindings that fill inputs: $ of params, @ of from; or NULL */
	const struct args *params; /* of head and from: by name, or an id where they have no such parameter */
};

/* Makes it, in the arena: given values, the row that is edited, proposals, what this shop asks for. False
 * with a sentence. Free with sheet_free() in either case. */
bool sheet_init(struct sheet *s, struct console *con, struct arena *a, const struct sheet_open *o,
		struct err *e);
void sheet_free(struct sheet *s);

enum sheet_did { SHEET_NO, SHEET_DONE, SHEET_RUN };

/* Puts the cursor on the input of that name. */
void sheet_start(struct sheet *s, const char *name);

/* A key. SHEET_RUN: what is typed is to be run. Look-ups and choices open over `p`. */
enum sheet_did sheet_key(struct sheet *s, struct pane *p, const struct key_event *ev);

/* Everything that is given, as the command reads it. */
struct args *sheet_args(const struct sheet *s, struct arena *a);
/* The row version for run_options. */
int64_t sheet_ver(const struct sheet *s);

/* Goes to the field that the error is about. */
void sheet_error(struct sheet *s, const struct err *e);

/* Says why the command would refuse what is known before anything is typed: the work order is settled already. What is
 * still empty is not counted. */
void sheet_forewarn(struct sheet *s);

/* Draws it; the size it would like (for pop-ups). */
void sheet_draw(struct sheet *s, struct canvas *c, struct rect r, const char *run_label);
int sheet_height(struct sheet *s, int width);

/* The shop has changed: what was not typed is proposed again. */
void sheet_refresh(struct sheet *s);

/* The focus is in a group whose rows can be taken out (F8). */
bool sheet_in_rows(struct sheet *s);

/* Something was typed. */
bool sheet_dirty(const struct sheet *s);

/* What is typed, as text for a draft, and back. Secrets are never in it. False: the draft was about something else,
 * as the column "of" of the head tells, and nothing of it is read. */
void sheet_write(const struct sheet *s, struct str *out);
bool sheet_read(struct sheet *s, const char *draft);

/* The hint of the focused field. In the arena. */
const char *sheet_hint(struct sheet *s, struct arena *a);
/* Help for every field that is shown: "Label - help" lines. In the arena. */
const char *sheet_help(struct sheet *s, struct arena *a);
/* Remembers texts for `..`, after a run. */
void sheet_remember(struct sheet *s);

#endif
