/* user.h - people: who they are and how they prove it. */
#ifndef WORKBAY_USER_H
#define WORKBAY_USER_H

#include "domain/command.h"

/* The person bound to an account of the machine; 0 when nobody is. */
int64_t user_of_account(struct db *db, const char *account);

/* The person of that name who is active; 0 when there is none. */
int64_t user_named(struct db *db, const char *name);

/* Proves a PIN or password, with a delay that grows with failures (1, 2, 4 ... s after three, 15 minutes after ten),
 * by name and by terminal. Reads and writes FILE-state outside any transaction; an unknown name costs the same time.
 * False with a sentence (ERR_DENIED). `*ret_user` is set on success only. */
bool user_prove(struct session *s, const char *name, const char *secret, int64_t *ret_user, struct err *e);

/* Has the person a PIN or password? The first one of a shop comes by the account of the machine and has none. */
bool user_has_secret(struct session *s, const char *name);

/* The person's language code, NULL when none is set; in the arena. */
char *user_lang(struct db *db, struct arena *a, int64_t user_id);

#endif
