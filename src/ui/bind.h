/* bind.h - bindings: the little language that gives inputs and parameters their values (screen.h tells its
 * words). */
#ifndef WORKBAY_BIND_H
#define WORKBAY_BIND_H

#include "ui/pane.h"

/* Where the values come from; what is not there is NULL. */
struct bind_from {
	const struct args *params; /* $ */
	const struct view *view;   /* @ */
	const struct view_row *row;
	const struct view *head; /* @, where the row has no such column */
	const struct view_row *head_row;
	const struct args *asked;             /* ? */
	const char *text, *n;                 /* %text, %n */
	const struct answer *made;            /* %id; without it %id stays as it is */
	const struct view_row *const *marked; /* what "group.input=@column" makes its rows of */
	size_t n_marked;
};

/* Adds the values of `with` (NULL: none) to `out`. For a command they are written as its fields' types read
 * them, else hidden whole numbers are taken for ids. A value that is not there is left out. */
void bind_args(const char *with, const struct bind_from *from, const struct command *c,
	       const struct view_who *who, struct args *out);

/* The value of a column of the row or the head; NULL when neither has it. `ret_col` may be NULL. */
const struct view_val *bind_column(const struct bind_from *from, const char *name,
				   const struct view_col **ret_col);

/* True when the column `when` of the row holds something other than 0 (or, with "!", does not). NULL is true.
 */
bool bind_when(const char *when, const struct bind_from *from);

/* Calls `fn` for each word of a binding: its name and its value. For the build's proof and for bind_args().
 */
void bind_each(const char *with, void (*fn)(void *arg, const char *name, const char *value), void *arg);

#endif
