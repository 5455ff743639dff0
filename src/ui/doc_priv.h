/* doc_priv.h - the inside of a document on the screen, for the files that read, draw and drive it. */
#ifndef WORKBAY_DOC_PRIV_H
#define WORKBAY_DOC_PRIV_H

#include "ui/act.h"
#include "ui/box.h"
#include "ui/columns.h"
#include "ui/console.h"
#include "ui/layout.h"
#include "ui/rows.h"

#define DOC_KEYS   40
#define DOC_MARKED 200
#define DOC_CELLS  (CELL_EDITS + 3)

/* A view of one row, held. */
struct doc_head {
	const struct view *view; /* NULL: none */
	struct arena *arena;
	struct held_row held;
	bool there;
};

/* The entry line: what is typed, and the rows that it may mean. */
struct doc_entry {
	struct edit edit;
	struct rows hits;
	struct columns columns;
	bool open;   /* hits are shown */
	bool inside; /* the cursor is in them: digits choose */
	char n[32];  /* the quantity in front of '*' */
};

struct doc {
	const struct document *doc;
	struct doc_head head, totals;
	struct rows lines;
	struct columns columns;
	struct layout layout; /* of the head */
	struct doc_entry entry;
	struct key keys[DOC_KEYS];  /* the screen's, and what every document has; ends with { 0 } */
	const struct key *head_key; /* changes the head; NULL: none */
	struct key add, cell_key;   /* what the last entry or cell runs */
	const struct cell_edit *cells[DOC_CELLS];
	int n_cells;
	int cell; /* which is being edited, -1: none */
	struct box box;
	const struct view_row *marked[DOC_MARKED]; /* of doc_on() */
	bool cell_goes_on;                         /* Tab: the next cell once this one is stored */
	bool phone;                                /* digits switch lines */
};

/* What the keys of the document act on now. */
struct act_on doc_on(struct pane *p);

/* Reads head, lines and totals again. */
void doc_read(struct pane *p, enum rows_from from, bool live);

/* Enter is taken by an action (a sale is paid by it): the list of actions is behind another key. */
bool doc_own_enter(const struct doc *st);

/* doc_says.c: texts are in the arena. */
size_t doc_bar(struct pane *p, struct bar_item *items, size_t most);
const char *doc_hint(struct pane *p, struct arena *a);
const char *doc_state(struct pane *p, struct arena *a);
const char *doc_number(struct pane *p, struct arena *a);
const char *doc_help(struct pane *p, struct arena *a);

/* doc_head.c: a view of one row. */
void head_init(struct doc_head *h, const struct view *v);
void head_free(struct doc_head *h);
bool head_read(struct doc_head *h, struct pane *p, struct look *l, struct err *e);
const char *head_text(const struct doc_head *h, const char *col);
/* Draws the cells of the layout in the area; returns the lines it takes, drawing nothing when `c` is NULL. */
int head_draw(const struct doc_head *h, const struct layout *layout, struct canvas *c, struct rect r,
	      const struct lang *lang);
/* What is not zero, right-aligned on one line; the last ones stay where there is no room. */
void head_line(const struct doc_head *h, struct look *l, struct canvas *c, struct rect r);

/* doc_draw.c */
void doc_draw(struct pane *p, struct canvas *c);

/* doc_entry.c */
bool entry_init(struct pane *p, struct err *e);
void entry_free(struct doc_entry *en);
/* A key while something is typed, or that begins to type. False: not for the entry line. */
bool entry_key(struct pane *p, const struct key_event *ev);
void entry_scan(struct pane *p, const struct key_event *ev);
/* F2: a line in words. */
bool entry_words(struct pane *p);
void entry_clear(struct pane *p);
/* What Enter would do with what is typed. */
const char *entry_hint(struct pane *p);
void entry_draw(struct pane *p, struct canvas *c, struct rect line, struct rect body);

/* doc_cell.c: editing cells of the line under the cursor. */
bool cell_begin(struct pane *p, const struct cell_edit *ce);
/* The first cell that can be edited. */
bool cell_first(struct pane *p);
bool cell_key(struct pane *p, const struct key_event *ev);
void cell_end(struct pane *p);
/* Adds one to the quantity, or takes one away. */
bool cell_step(struct pane *p, int by);

#endif
