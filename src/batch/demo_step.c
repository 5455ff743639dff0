/* demo_step.c - what happens to a car in the demo shop, from its arrival to the gate. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "batch/demo_private.h"

static const char *number_text(struct demo *d, int64_t n)
{
	return arena_printf(d->row, "%" PRId64, n);
}

static const char *plan_cell(struct demo *d, const struct visit *v, const char *column)
{
	return demo_cell(&d->jobs, v->plan, column);
}

static bool plan_is(struct demo *d, const struct visit *v, const char *type)
{
	return !strcmp(plan_cell(d, v, "type"), type);
}

/* ---- reception ---- */

static int64_t car_km(struct demo *d, const struct car *c)
{
	return c->km + (demo_today(d) - c->km_on) * c->km_a_day;
}

static const char *mode_of(struct demo *d, const struct visit *v)
{
	if (v->insurer)
		return "insurance";
	return d->car[v->car].payer ? "fleet" : NULL;
}

/* Within working hours: what would be ready at night is promised for the next morning. */
static const char *promise(struct demo *d, const struct visit *v)
{
	int64_t minutes, at, day, minute;

	if (!int_parse(plan_cell(d, v, "minutes"), "minutes", 1, 100000, &minutes, d->e))
		return NULL;
	at = d->now + (minutes + 90) * 60 + 480 * 60;
	day = at / 86400;
	minute = at % 86400 / 60;
	if (minute < 8 * 60 || minute > 18 * 60)
		at = (day + (minute > 18 * 60)) * 86400 + 10 * 3600;
	return time_text(d->row, at - at % 1800 - 480 * 60, 480);
}

static bool receive(struct demo *d, struct visit *v)
{
	static const char *const damages[] = { "1O 1X 21X", "7O 7C", "22X 23X", "11O 12O", "3C" };
	struct car *c = &d->car[v->car];
	bool new = !c->customer;
	const char *who = demo_chance(d, 65) ? "wang" : "ma", *fuel = number_text(d, demo_between(d, 1, 7));
	int64_t slot = demo_between(d, 1, 40);
	const char *reason, *km = number_text(d, demo_reading(d, v, car_km(d, c), &reason));
	const char *damage = v->insurer ? damages[demo_between(d, 0, 4)] : NULL;

	if (!demo_do(
		d, who, "job.receive",
		demo_args(d, "plate", c->plate, "odometer", km, "km_reason", reason, "repair_type",
			  plan_cell(d, v, "type"), "complaint", plan_cell(d, v, "complaint"), "repair_mode",
			  mode_of(d, v), "payer", demo_id(d, v->insurer), "name", new ? c->name : NULL,
			  "phone", new ? c->phone : NULL, "vin", new ? c->vin : NULL, "make",
			  new ? demo_cell(&d->models, c->model, "make") : NULL, "model",
			  new ? demo_cell(&d->models, c->model, "model") : NULL, "promised_at", promise(d, v),
			  "driver", c->payer ? c->name : NULL, "damage", damage, "agent",
			  v->insurer && v->insurer == d->insurer[0] ? demo_id(d, d->agent) : NULL, "insurer",
			  demo_id(d, v->insurer), "fuel", fuel, "key_tag",
			  arena_printf(d->row, "K%02d", (int)slot), "bay",
			  arena_printf(d->row, "%c%d", (char)('A' + slot % 3), (int)(slot % 6 + 1)), NULL)))
		return false;
	v->job = d->answer.id;
	if (new)
		c->customer = db_int(shop_writer(d->shop), SQL("SELECT customer_id FROM job WHERE id = :id"),
				     BIND(B_INT("id", v->job)), 0);
	c->last_on = demo_today(d);
	return true;
}

/* ---- the estimate ---- */

static bool labour_add(struct demo *d, struct visit *v, const char *code)
{
	return demo_do(d, "wang", "job.labour",
		       demo_args(d, "job", demo_id(d, v->job), "labour", code, "technician",
				 demo_id(d, v->technician), NULL));
}

/* Of the parts that this word means: the one that fits the car, or one of the general ones, for one car
 * always the same. */
static size_t part_for(struct demo *d, const struct visit *v, const char *word)
{
	const char *fits = demo_cell(&d->models, d->car[v->car].model, "fits");
	size_t general[32], n = 0;

	for (size_t i = 0; i < d->parts.n; i++) {
		if (strcmp(demo_cell(&d->parts, i, "word"), word) != 0)
			continue;
		if (!strcmp(demo_cell(&d->parts, i, "fits"), fits))
			return i;
		if (!*demo_cell(&d->parts, i, "fits") && n < 32)
			general[n++] = i;
	}
	if (!n)
		die("demo: no part is called %s", word);
	return general[v->car % n];
}

static bool part_add(struct demo *d, struct visit *v, const char *word, int64_t qty)
{
	size_t part = part_for(d, v, word);

	if (v->n_parts == VISIT_PARTS)
		return true;
	v->part[v->n_parts] = part;
	v->qty[v->n_parts++] = qty;
	return demo_do(d, "wang", "job.part",
		       demo_args(d, "job", demo_id(d, v->job), "part", demo_id(d, d->goods[part].id), "qty",
				 qty_text(d->row, qty), NULL));
}

/* "机油*4.5 机油滤清器": each word, with how often. */
static bool each_word(struct demo *d, struct visit *v, const char *column,
		      bool (*add)(struct demo *d, struct visit *v, const char *word, int64_t qty))
{
	const char *at = plan_cell(d, v, column);

	while (*at) {
		size_t n = strcspn(at, " "), name = strcspn(at, " *");
		char word[64], often[16] = "1";
		int64_t qty;

		snprintf(word, sizeof word, "%.*s", (int)name, at);
		if (name < n)
			snprintf(often, sizeof often, "%.*s", (int)(n - name - 1), at + name + 1);
		if (!qty_parse(often, "qty", &qty, d->e) || !add(d, v, word, qty))
			return false;
		at += n;
		at += strspn(at, " ");
	}
	return true;
}

static bool labour_often(struct demo *d, struct visit *v, const char *word, int64_t qty)
{
	for (; qty > 0; qty -= ONE)
		if (!labour_add(d, v, word))
			return false;
	return true;
}

/* What the workshop saw besides; some customers say no. */
static bool advice(struct demo *d, struct visit *v)
{
	static const char *const seen[] = { "ZD01", "BY04", "BY08", "DP01", "BY14", "KT03" };
	static const char *const why[] = { "客户说下次再做", "客户嫌贵", "等年审时一起做" };
	const char *reason, *until;
	int64_t line;

	if (!demo_chance(d, 14) || plan_is(d, v, "rework"))
		return true;
	if (!labour_add(d, v, seen[demo_between(d, 0, 5)]))
		return false;
	line = d->answer.id;
	if (demo_chance(d, 35))
		return true;
	reason = why[demo_between(d, 0, 2)];
	until = date_text(d->row, demo_today(d) + demo_between(d, 20, 90));
	return demo_do(d, "wang", "job.decline",
		       demo_args(d, "job", demo_id(d, v->job), "line", demo_id(d, line), "reason", reason,
				 "until", until, NULL));
}

static bool estimate(struct demo *d, struct visit *v)
{
	return each_word(d, v, "labour", labour_often) && each_word(d, v, "parts", part_add) &&
	       demo_besides(d, v) && advice(d, v);
}

/* ---- the yes, and the work ---- */

static bool authorise(struct demo *d, struct visit *v)
{
	static const char *const how[] = { "signature", "signature", "message", "phone" };

	return demo_do(d, "wang", "job.authorise",
		       demo_args(d, "job", demo_id(d, v->job), "by", d->car[v->car].name, "how",
				 how[demo_between(d, 0, 3)], NULL)) &&
	       demo_advance(d, v);
}

static bool issue(struct demo *d, struct visit *v)
{
	if (!v->n_parts)
		return true;
	for (size_t i = 0; i < v->n_parts; i++) {
		if (!demo_fetch(d, v->part[i], v->qty[i]))
			return false;
		d->goods[v->part[i]].on_hand -= v->qty[i];
	}
	return demo_do(d, "zhao", "stock.issue",
		       demo_args(d, "job", demo_id(d, v->job), "picker", demo_id(d, v->technician), NULL));
}

static bool finish(struct demo *d, struct visit *v)
{
	return demo_do(
	    d, "wang", "job.finish",
	    demo_args(d, "job", demo_id(d, v->job), "checker", demo_id(d, demo_person(d, "sun")), NULL));
}

/* One in four is looked at point by point. */
static bool look_at(struct demo *d, const struct visit *v)
{
	static const char *const points[] = { "维修项目全部完成", "无渗漏，无故障灯", "路试正常",
					      "车辆干净" };
	struct args *args;

	if (v->job % 4)
		return true;
	args = demo_args(d, "job", demo_id(d, v->job), NULL);
	for (size_t i = 0; i < sizeof points / sizeof *points; i++) {
		struct args *row = args_add_line(args, "lines");

		args_set(row, "text", points[i]);
		args_set(row, "ok", "yes");
	}
	return demo_do(d, "sun", "job.check", args);
}

static bool finish_and_look(struct demo *d, struct visit *v)
{
	return finish(d, v) && look_at(d, v);
}

/* ---- the gate ---- */

static void reminder_add(struct demo *d, struct args *args, const struct visit *v, int64_t days, int64_t km)
{
	struct args *line = args_add_line(args, "reminders");

	args_set(line, "on", date_text(d->row, demo_today(d) + days));
	args_set(line, "km", number_text(d, car_km(d, &d->car[v->car]) + km));
	args_set(line, "text", days > 200 ? "下次大保养" : "下次保养");
}

static bool hand_over(struct demo *d, struct visit *v)
{
	struct args *args =
	    demo_args(d, "job", demo_id(d, v->job), "collected_by", d->car[v->car].name, "old_parts",
		      v->n_parts && demo_chance(d, 50) ? "旧件已交客户" : NULL, NULL);

	if (plan_is(d, v, "minor-service"))
		reminder_add(d, args, v, demo_between(d, 150, 190), 5000);
	else if (plan_is(d, v, "major-service"))
		reminder_add(d, args, v, demo_between(d, 330, 370), 10000);
	return demo_do(d, "wang", "job.handover", args);
}

/* ---- one step, and when the next one comes ---- */

static int64_t minutes_until(struct demo *d, const struct visit *v)
{
	int64_t work = 60;

	switch (v->step) {
	case STEP_RECEIVE:
		return demo_between(d, 4, 12);
	case STEP_ESTIMATE:
		return demo_between(d, 3, 35);
	case STEP_AUTHORISE:
		return demo_between(d, 5, 25);
	case STEP_ISSUE:
		int_parse(plan_cell(d, v, "minutes"), "minutes", 1, 100000, &work, d->e);
		return work * demo_between(d, 70, 130) / 100;
	case STEP_FINISH:
		return demo_between(d, 5, 60);
	case STEP_SETTLE:
		return demo_between(d, 3, 20);
	case STEP_HANDOVER:
	case STEP_DONE:
		return 0;
	}
	return 0;
}

bool demo_step(struct demo *d, struct visit *v)
{
	static bool (*const steps[])(struct demo * d, struct visit * v) = {
		receive, estimate, authorise, issue, finish_and_look, demo_settle, hand_over,
	};
	int64_t minutes;

	if (!steps[v->step](d, v))
		return false;
	minutes = minutes_until(d, v);
	if (v->brisk)
		minutes = minutes > 30 ? 12 : minutes / 3 + 1;
	v->at = d->now + minutes * 60;
	v->step++;
	return true;
}
