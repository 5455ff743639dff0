/* demo_back.c - work of the demo shop that comes back: declined brakes that are due now, and three comebacks. */
#include "base/date.h"
#include "base/money.h"
#include "batch/demo_private.h"

#define CARS (sizeof tales / sizeof *tales)

/* A car, what was done to it first, and what it was when it came back. */
struct tale {
	const char *complaint, *labour, *part, *technician;
	const char *again, *bears, *cause, *reason; /* NULL: it has not come back */
};

static const struct tale tales[] = {
	{ "刹车异响，检查", "ZD03", NULL, "chen", NULL, NULL, NULL, NULL },
	{ "雨刮刮不干净", "DQ06", "雨刮片", "chen", "新换的雨刮又响", "rework", "part",
	  "同批次雨刮片胶条开裂，已通知供应商" },
	{ "方向跑偏，四轮定位", "DP01", NULL, "huang", "定位后仍跑偏", "rework", "work",
	  "前束锁紧螺母未拧紧" },
	{ "换前刹车片", "ZD01", NULL, "liu", "刹车片又磨没了", "charge", "use",
	  "带手刹行驶，客户已确认，不属质保" },
};

static struct args *of_job(struct demo *d, int64_t job, const char *name, const char *value)
{
	return demo_args(d, "job", demo_id(d, job), name, value, NULL);
}

static const char *person_id(struct demo *d, const char *user)
{
	return demo_id(d, demo_person(d, user));
}

static bool received(struct demo *d, struct car *c, const char *complaint, int64_t *ret_job)
{
	bool new = !c->customer;

	if (!demo_do(d, "wang", "job.receive",
		     demo_args(d, "plate", c->plate, "odometer", arena_printf(d->row, "%d", (int)c->km),
			       "repair_type", "repair", "complaint", complaint, "name", new ? c->name : NULL,
			       "phone", new ? c->phone : NULL, "vin", new ? c->vin : NULL, "make",
			       new ? demo_cell(&d->models, c->model, "make") : NULL, "model",
			       new ? demo_cell(&d->models, c->model, "model") : NULL, NULL)))
		return false;
	*ret_job = d->answer.id;
	c->customer = db_int(shop_writer(d->shop), SQL("SELECT customer_id FROM job WHERE id = :id"),
			     BIND(B_INT("id", *ret_job)), 0);
	c->last_on = demo_today(d);
	return true;
}

static bool work_added(struct demo *d, const struct tale *t, int64_t job)
{
	size_t part;

	if (!demo_do(d, "wang", "job.labour",
		     demo_args(d, "job", demo_id(d, job), "labour", t->labour, "technician",
			       person_id(d, t->technician), NULL)))
		return false;
	if (!t->part)
		return true;
	part = demo_row(&d->parts, "word", t->part);
	if (!demo_fetch(d, part, ONE))
		return false;
	d->goods[part].on_hand -= ONE;
	return demo_do(d, "wang", "job.part", of_job(d, job, "part", demo_id(d, d->goods[part].id)));
}

/* The brakes are worn; the customer wants to wait until the last day of the demo. */
static bool declined(struct demo *d, int64_t job)
{
	const char *until;
	int64_t line;

	if (!demo_do(d, "wang", "job.labour", of_job(d, job, "labour", "ZD01")))
		return false;
	line = d->answer.id;
	until = date_text(d->row, d->o->until);
	return demo_do(d, "wang", "job.decline",
		       demo_args(d, "job", demo_id(d, job), "line", demo_id(d, line), "reason",
				 "还能用一阵，下次再换", "until", until, NULL));
}

/* From the customer's yes to the gate; what is to be paid comes by WeChat. */
static bool done(struct demo *d, const struct tale *t, const struct car *c, int64_t job)
{
	int64_t total = db_int(shop_writer(d->shop), SQL("SELECT total FROM job WHERE id = :id"),
			       BIND(B_INT("id", job)), 0);
	struct args *settle;

	if (!demo_do(d, "wang", "job.authorise",
		     demo_args(d, "job", demo_id(d, job), "by", c->name, "how", "signature", NULL)) ||
	    (t->part &&
	     !demo_do(d, "zhao", "stock.issue", of_job(d, job, "picker", person_id(d, t->technician)))) ||
	    !demo_do(d, "wang", "job.finish", of_job(d, job, "checker", person_id(d, "sun"))))
		return false;
	settle = of_job(d, job, NULL, NULL);
	if (total) {
		struct args *line = args_add_line(settle, "pay");

		args_set(line, "method", "wechat");
		args_set(line, "amount", money_plain(d->row, total));
		d->wallet[WALLET_WECHAT] += total;
	}
	return demo_do(d, "li", "job.settle", settle) &&
	       demo_do(d, "wang", "job.handover", of_job(d, job, NULL, NULL));
}

static bool first_visit(struct demo *d, const struct tale *t, size_t at)
{
	int64_t job;

	d->tale_car[at] = demo_new_car(d);
	d->car[d->tale_car[at]].busy = true; /* it comes when its tale goes on */
	if (!received(d, &d->car[d->tale_car[at]], t->complaint, &job) || !work_added(d, t, job) ||
	    (!t->again && !declined(d, job)))
		return false;
	d->tale_job[at] = job;
	return done(d, t, &d->car[d->tale_car[at]], job);
}

/* The others draw the same chances as without these cars. */
bool demo_tales_begin(struct demo *d)
{
	uint64_t random = d->random;
	bool ok = true;

	for (size_t i = 0; i < CARS && ok; i++)
		ok = first_visit(d, &tales[i], i);
	d->random = random;
	return ok;
}

static bool came_back(struct demo *d, const struct tale *t, size_t at)
{
	struct car *c = &d->car[d->tale_car[at]];
	int64_t job, line;

	c->km += 180 + 90 * (int64_t)at;
	if (!received(d, c, t->again, &job) || !work_added(d, t, job))
		return false;
	line = d->answer.id;
	return demo_do(d, "sun", "job.comeback",
		       demo_args(d, "job", demo_id(d, job), "line", demo_id(d, line), "first",
				 demo_id(d, d->tale_job[at]), "bears", t->bears, "cause", t->cause, "reason",
				 t->reason, NULL)) &&
	       done(d, t, c, job);
}

bool demo_tales_end(struct demo *d)
{
	for (size_t i = 0; i < CARS; i++)
		if (tales[i].again && !came_back(d, &tales[i], i))
			return false;
	return true;
}
