/* demo.c - a shop in Wuhan that has been at work for some weeks. */
#include "batch/demo.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "batch/demo_private.h"
#include "domain/role.h"

#define OFFSET_MINUTES 480 /* China */
#define HISTORY_AGO    215 /* days before the last: cars that have not come back since */
#define HISTORY_DAYS   5

/* ---- the clock ---- */

static int64_t clock_tell(void *arg)
{
	const struct demo *d = arg;

	return d->now;
}

int64_t demo_time(int64_t day, int64_t minutes)
{
	return day * 86400 + (minutes - OFFSET_MINUTES) * 60;
}

void demo_clock(struct demo *d, int64_t day, int64_t minutes)
{
	int64_t at = demo_time(day, minutes);

	if (at > d->now)
		d->now = at;
}

int64_t demo_today(const struct demo *d)
{
	return date_of(d->now, OFFSET_MINUTES);
}

/* ---- doing ---- */

struct args *demo_args(struct demo *d, ...)
{
	struct args *args = args_new(d->row);
	const char *name, *value;
	va_list ap;

	va_start(ap, d);
	while ((name = va_arg(ap, const char *))) {
		value = va_arg(ap, const char *);
		if (value)
			args_set(args, name, value);
	}
	va_end(ap);
	return args;
}

const char *demo_id(struct demo *d, int64_t id)
{
	return id ? arena_printf(d->row, "#%" PRId64, id) : NULL;
}

int64_t demo_person(const struct demo *d, const char *name)
{
	if (!strcmp(name, "admin"))
		return d->person[d->people.n];
	return d->person[demo_row(&d->people, "user", name)];
}

bool demo_do(struct demo *d, const char *person, const char *command, struct args *args)
{
	const struct command *c = command_find(command);
	int64_t id = demo_person(d, person);
	bool ok;

	if (!c)
		die("demo: there is no command %s", command);
	if (id != d->acting)
		session_user(d->session, id);
	d->acting = id;
	ok = command_run(d->session, c, args, NULL, &d->answer, d->e);
	str_free(&d->answer.extra);
	arena_reset(d->row);
	return ok;
}

/* ---- making ---- */

static void words_read(struct demo *d)
{
	demo_table_read(d->kept, "parts", &d->parts);
	demo_table_read(d->kept, "labour", &d->labour);
	demo_table_read(d->kept, "models", &d->models);
	demo_table_read(d->kept, "jobs", &d->jobs);
	demo_table_read(d->kept, "people", &d->people);
	demo_table_read(d->kept, "suppliers", &d->suppliers);
	demo_table_read(d->kept, "insurers", &d->insurers);
	demo_table_read(d->kept, "fleets", &d->fleets);
	demo_table_read(d->kept, "names", &d->names);
	d->person = ARENA_ARRAY(d->kept, int64_t, d->people.n + 1);
	d->goods = ARENA_ARRAY(d->kept, struct goods, d->parts.n);
	d->supplier = ARENA_ARRAY(d->kept, int64_t, d->suppliers.n);
	d->insurer = ARENA_ARRAY(d->kept, int64_t, d->insurers.n);
	d->fleet = ARENA_ARRAY(d->kept, int64_t, d->fleets.n);
}

/* One day, or another piece of work, in one transaction. */
static bool in_batch(struct demo *d, bool (*work)(struct demo *d, int64_t day), int64_t day)
{
	bool ok;

	if (!batch_begin(d->session, d->e))
		return false;
	ok = work(d, day);
	return batch_end(d->session, ok, d->e) && ok;
}

static bool furnish(struct demo *d, int64_t day)
{
	(void)day;
	return demo_goods(d) && demo_cars(d);
}

static void told(struct demo *d, int64_t done, int64_t of)
{
	if (d->o->progress)
		d->o->progress(d->o->arg, (int)(done * 1000 / of));
}

static bool history_made(struct demo *d, int64_t first)
{
	for (int64_t i = 0; i < HISTORY_DAYS; i++)
		if (!in_batch(d, demo_history, first + i))
			return false;
	return true;
}

static bool days_made(struct demo *d)
{
	const struct demo_options *o = d->o;
	int64_t first = o->until - o->days + 1;

	for (int64_t day = first; day < o->until; day++) {
		told(d, day - first + 2, o->days + 2);
		if (!in_batch(d, demo_day, day))
			return false;
	}
	return in_batch(d, demo_last_day, o->until) && in_batch(d, demo_stories, o->until);
}

static bool made(struct demo *d)
{
	int64_t ago = d->o->days + HISTORY_DAYS < HISTORY_AGO ? HISTORY_AGO : d->o->days + HISTORY_DAYS;
	int64_t first = d->o->until - ago;

	demo_clock(d, first - 1, 9 * 60);
	if (!demo_people(d))
		return false;
	told(d, 1, d->o->days + 2);
	return in_batch(d, furnish, first) && history_made(d, first) && days_made(d);
}

bool demo_run(struct shop *shop, const struct demo_options *o, struct err *e)
{
	struct demo d = {
		.o = o, .shop = shop, .e = e, .kept = arena_new(), .row = arena_new(), .now = INT64_MIN
	};
	/* What its people write into the file is Chinese, whoever makes it. */
	struct session_options so = {
		.lang = lang_find("zh_CN"), .clock = clock_tell, .clock_arg = &d, .terminal = "demo"
	};
	bool ok;

	d.random = (uint64_t)o->seed;
	words_read(&d);
	d.session = session_new(shop, &so);
	ok = made(&d) && shop_checkpoint(shop, e);
	session_free(d.session);
	free(d.visit);
	free(d.car);
	arena_free(d.row);
	arena_free(d.kept);
	return ok;
}
