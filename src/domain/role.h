/* role.h - the roles that a new shop begins with, and what each may do. */
#ifndef WORKBAY_ROLE_H
#define WORKBAY_ROLE_H

#include "domain/command.h"

struct role_def {
	const char *name, *title;  /* title is an English msgid */
	int64_t max_discount;      /* ten-thousandths */
	const char *const *rights; /* ends with NULL */
};

extern const struct role_def role_defs[]; /* ends with a NULL name */

/* A new shop and its first person; NULL where there is none. */
struct setup {
	const char *shop_name;
	const char *user, *title; /* the login name; the name (NULL: the same) */
	const char *account;      /* of the machine */
	const char *pin;
	const char *kind; /* "demo"; NULL: a shop */
};

/* Makes a new shop's roles, its first person (role admin) and its name, with one journal row. Runs alone in its own
 * transaction. `*ret_user` is the person's id. The kind is seen when the file is opened the next time. */
bool setup_shop(struct session *s, const struct setup *setup, int64_t *ret_user, struct err *e);

#endif
