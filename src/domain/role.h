/* role.h - the roles that a new shop begins with, and what each may do. */
#ifndef WORKBAY_ROLE_H
#define WORKBAY_ROLE_H

#include "domain/command.h"

struct role_def {
	const char *name, *title; /* title is an English msgid */
	int64_t max_discount;     /* ten-thousandths */
	const char *const *rights; /* ends with NULL */
};

extern const struct role_def role_defs[]; /* ends with a NULL name */

/* Makes a new shop's roles, its first person (bound to `account` of the machine, role admin) and its name, with one
 * journal row. `pin` may be NULL. Runs alone in its own transaction. `*ret_user` is the person's id. */
bool setup_shop(struct session *s, const char *shop_name, const char *user, const char *account, const char *pin,
		int64_t *ret_user, struct err *e);

#endif
