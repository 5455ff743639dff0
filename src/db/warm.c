/* warm.c - which statements a command uses, kept in FILE-state, and their preparing. */
#include "db/warm.h"

#include <string.h>

#include "base/str.h"
#include "db/check.h"
#include "db/db_private.h"
#include "db/state.h"

extern const struct sql *const __start_workbay_sql[], *const __stop_workbay_sql[];

/* Prepares every literal with that text, for a rule may stand in two places; false for a text of run time. */
static bool literals_prepare(struct db *w, const char *text)
{
	bool found = false;

	for (const struct sql *const *sql = __start_workbay_sql; sql < __stop_workbay_sql; sql++) {
		if (strcmp((*sql)->text, text) != 0)
			continue;
		db_prepare_literal(w, *sql);
		found = true;
	}
	for (size_t i = 0; !found && i < check_on_count; i++) {
		found = !strcmp(check_on_all[i].any.text, text);
		if (found)
			db_prepare_literal(w, &check_on_all[i].any);
	}
	return found;
}

static void warm_one(void *arg, const char *text)
{
	struct db *w = arg;

	if (!literals_prepare(w, text))
		db_prepare_text(w, text);
	db_clear(w); /* a text of an older program does not fit any more */
}

void warm_up(struct shop *s, const char *command)
{
	struct db *w = shop_writer(s);

	if (w)
		state_warm_each(shop_state(s), command, warm_one, w);
}

struct warm_mark warm_mark(struct shop *s)
{
	struct db *w = shop_writer(s);

	return w ? (struct warm_mark){ db_prepared(w), db_runs(w) } : (struct warm_mark){ 0 };
}

static void learn_one(void *arg, const char *text)
{
	struct str *all = arg;

	str_addn(all, text, strlen(text) + 1);
}

void warm_learn(struct shop *s, const char *command, struct warm_mark since, bool first)
{
	struct str all = { 0 };

	if (!shop_writer(s) || (!first && db_prepared(shop_writer(s)) == since.prepared))
		return;
	db_used_each(shop_writer(s), since.runs, learn_one, &all);
	state_warm_put(shop_state(s), command, str_get(&all), all.len);
	str_free(&all);
}
