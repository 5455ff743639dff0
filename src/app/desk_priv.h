/* desk_priv.h - the inside of the hooks, for the files they are made of. `arg` is the desk. */
#ifndef WORKBAY_DESK_PRIV_H
#define WORKBAY_DESK_PRIV_H

#include "app/desk_hooks.h"

/* FILE-state, and the shop's clock. */
struct db *desk_state(const struct desk *d);
int64_t desk_now(const struct desk *d);
/* A choice of the person, by name; NULL: never made. In the arena. */
char *desk_get(void *arg, struct arena *a, const char *name);
void desk_put(void *arg, const char *name, const char *value);

/* desk_drafts.c */
void desk_keep_draft(void *arg, const char *screen, const char *param, const char *text);
char *desk_draft(void *arg, struct arena *a, const char *screen, const char *param);
/* Offers what this person had typed and not booked, at whichever terminal it was. */
void desk_drafts_offer(struct desk *d, struct arena *a);

/* desk_papers.c */
/* What was made before this person came is not theirs to print. */
void desk_papers_seen(struct desk *d);
bool desk_print_shown(void *arg, const char *form, const char *const *number, size_t n, struct err *e);
bool desk_print_now(void *arg, const char *form, const char *number, int copies, struct err *e);
void desk_made(void *arg, const struct command *c, const struct answer *answer, char *note, size_t n);
void desk_settled(void *arg);
bool desk_export_rows(void *arg, struct arena *a, const struct view_query *q, bool paper, char **ret_where,
		      struct err *e);

/* desk_told.c */
/* Parts that came for this person since they were last told. */
bool desk_heard(void *arg, char *note, size_t n);
/* What is due, once a day to each who may do something about it. */
void desk_tell(struct desk *d, struct arena *a);

#endif
