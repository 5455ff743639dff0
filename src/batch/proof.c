/* proof.c - everything that is proved of a shop file at once. */
#include "batch/proof.h"

#include <inttypes.h>
#include <stdlib.h>

#include "db/backup.h"
#include "db/check.h"
#include "db/journal.h"
#include "db/state.h"

#define WAL_MOST (64 * 1024 * 1024)

struct proof {
	const struct proof_options *o;
	size_t broken;
};

static void row_found(void *arg, const struct check *check, const char *sentence)
{
	struct proof *p = arg;

	p->o->broken(p->o->arg, check->name, sentence);
}

static bool step(void *arg, const struct check *check, size_t at, size_t of)
{
	struct proof *p = arg;

	(void)check;
	if (p->o->progress)
		p->o->progress(p->o->arg, (int)(at * 1000 / (of ? of : 1)));
	return true;
}

static void fails(struct proof *p, const char *rule, const char *sentence)
{
	p->broken++;
	p->o->broken(p->o->arg, rule, sentence);
}

static void journal_prove(struct proof *p, struct shop *shop, const struct lang *lang)
{
	struct db *state = shop_state(shop);
	struct arena *a = arena_new();
	char *from = p->o->full ? NULL : state_get(state, a, 0, "journal.proved");
	struct err e = { .lang = lang };
	int64_t last;

	if (journal_verify(shop_reader(shop), from ? strtoll(from, NULL, 10) + 1 : 1, &last, &e))
		state_put(state, 0, "journal.proved", arena_printf(a, "%" PRId64, last));
	else
		fails(p, "journal", e.text);
	arena_free(a);
}

bool proof_run(struct shop *shop, const struct proof_options *o, size_t *ret_broken, struct err *e)
{
	struct proof p = { .o = o };
	struct err pages = { .lang = e->lang };

	if (!check_run(shop_reader(shop), NULL, step, row_found, &p, &p.broken, e))
		return false;
	journal_prove(&p, shop, e->lang);
	if (!backup_prove(shop_path(shop), o->full, &pages))
		fails(&p, "sqlite", pages.text);
	if (shop_wal_bytes(shop) > WAL_MOST)
		fails(&p, "wal",
		      tr(e->lang,
			 N_("The write-ahead log is larger than 64 MB; a report may have been left open")));
	*ret_broken = p.broken;
	return true;
}
