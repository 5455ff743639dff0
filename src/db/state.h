/* state.h - FILE-state: what is not business. Drafts, who is at which terminal, the login throttle, saved columns and
 * finds. Losing it loses no business; every call is content with nothing when it is not there. */
#ifndef WORKBAY_STATE_H
#define WORKBAY_STATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "db/db.h"

/* Opens (makes) FILE-state beside the shop file; NULL when that fails. For shop.c; others use shop_state(). */
struct db *state_connect(const char *shop_path);

/* What was being typed, by person and screen; `text` is JSON made by the caller, without secrets. */
struct state_draft {
	int64_t id, user_id, at;
	char *screen, *request, *text;
};

/* Keeps a draft, in the place of the one with the same request; drops one. */
bool state_draft_put(struct db *state, int64_t user_id, const char *screen, const char *request,
		     const char *text, int64_t at);
void state_draft_drop(struct db *state, int64_t user_id, const char *request);
/* The person's drafts younger than `since`, newest first, in the arena. */
size_t state_drafts(struct db *state, int64_t user_id, int64_t since, struct arena *a,
		    struct state_draft **ret);

/* Small settings of a person: columns of a view, a saved find, the preset of keys. NULL when not set; in the arena. */
char *state_get(struct db *state, struct arena *a, int64_t user_id, const char *name);
bool state_put(struct db *state, int64_t user_id, const char *name, const char *value); /* NULL removes */

/* The throttle: `who` is a login name or a terminal. Failures since the last success, and when the last was. */
void state_failed(struct db *state, const char *who, int64_t at);
void state_succeeded(struct db *state, const char *who);
int state_failures(struct db *state, const char *who, int64_t *ret_last_at);

/* The statements that a command uses: `texts` are one behind the other, each with its end. */
void state_warm_put(struct db *state, const char *command, const char *texts, size_t len);
void state_warm_each(struct db *state, const char *command, void (*fn)(void *arg, const char *text),
		     void *arg);

/* Who is at which terminal. */
void state_present(struct db *state, const char *terminal, int64_t user_id, int64_t pid, int64_t at);
void state_gone(struct db *state, const char *terminal, int64_t pid);

#endif
