/* demo_day.c - a day of the demo shop: the till, the cars that come, the calls. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "batch/demo_private.h"

#define OPENS         (8 * 60)
#define LAST_CAR      (16 * 60 + 30)
#define CLOSES        (18 * 60 + 30)
#define NOON          (11 * 60 + 30) /* of the last day: there it stands still */
#define FLOAT         50000
#define SHORT_BY      9000 /* 1,320 written as 1,230: once in its life a till is short by this */
#define HISTORY_A_DAY 8
#define REST_DAYS     25 /* a car stays away at least so long */
#define LAST_CARS     7
#define LATE_MOST     25  /* days over due, before nothing more goes on account */
#define CANDIDATES    6   /* cars of which one comes */
#define NEVER_SEEN    45  /* days */
#define LOST_AGO      190 /* days before the last: after them a lost car comes no more */

/* ---- the till ---- */

static bool till_open(struct demo *d)
{
	memset(d->wallet, 0, sizeof d->wallet);
	return demo_do(d, "li", "till.open",
		       demo_args(d, "till", "T1", "float", money_plain(d->row, FLOAT), NULL));
}

static bool till_close(struct demo *d, bool short_of)
{
	int64_t cash = FLOAT + d->wallet[WALLET_CASH];

	if (short_of && cash > SHORT_BY)
		cash -= SHORT_BY;
	else
		short_of = false;
	return demo_do(d, "li", "till.close",
		       demo_args(d, "till", "T1", "counted", money_plain(d->row, cash), "wechat",
				 money_plain(d->row, d->wallet[WALLET_WECHAT]), "alipay",
				 money_plain(d->row, d->wallet[WALLET_ALIPAY]), "card",
				 money_plain(d->row, d->wallet[WALLET_CARD]), "remark",
				 short_of ? "短款90元，疑似找零时1320写成1230" : NULL, NULL));
}

/* ---- who comes ---- */

static bool plan_fits(struct demo *d, size_t plan, const struct car *c)
{
	const char *asks = demo_cell(&d->jobs, plan, "power"),
		   *has = demo_cell(&d->models, c->model, "power");

	if (!strcmp(demo_cell(&d->jobs, plan, "type"), "rework") && !c->last_on)
		return false;
	if (!strcmp(asks, "any"))
		return true;
	return !strcmp(asks, "electric") == !strcmp(has, "electric");
}

static int64_t plan_share(struct demo *d, size_t plan)
{
	int64_t share = 0;

	int_parse(demo_cell(&d->jobs, plan, "share"), "share", 1, 100, &share, d->e);
	return share;
}

static size_t plan_pick(struct demo *d, const struct car *c)
{
	int64_t all = 0, at;
	size_t plan;

	for (size_t i = 0; i < d->jobs.n; i++)
		all += plan_share(d, i);
	do {
		at = demo_between(d, 1, all);
		for (plan = 0; at > plan_share(d, plan); plan++)
			at -= plan_share(d, plan);
	} while (!plan_fits(d, plan, c));
	return plan;
}

static bool car_may_come(struct demo *d, const struct car *c)
{
	return !c->busy && (!c->lost || d->o->until - demo_today(d) > LOST_AGO) &&
	       (!c->last_on || demo_today(d) - c->last_on >= REST_DAYS);
}

/* The day since which a car has not been here; one that never was counts as some weeks away. */
static int64_t away_since(struct demo *d, const struct car *c)
{
	return c->last_on ? c->last_on : demo_today(d) - NEVER_SEEN;
}

/* Of some that may come the one that has been away the longest: people come back. */
static size_t car_pick(struct demo *d)
{
	size_t best = SIZE_MAX;

	for (int tries = 0, found = 0; tries < 60 && found < CANDIDATES; tries++) {
		size_t i = (size_t)demo_between(d, 0, (int64_t)d->n_cars - 1);

		if (!car_may_come(d, &d->car[i]))
			continue;
		found++;
		if (best == SIZE_MAX || away_since(d, &d->car[i]) < away_since(d, &d->car[best]))
			best = i;
	}
	return best == SIZE_MAX ? demo_new_car(d) : best;
}

static struct visit *visit_new(struct demo *d, size_t car, int64_t at)
{
	static const char *const technicians[] = { "chen", "liu", "huang", "xu", "he" };
	struct visit *v;

	if (d->n_visits == d->cap_visits) {
		d->cap_visits = d->cap_visits ? 2 * d->cap_visits : 64;
		d->visit = xrealloc(d->visit, d->cap_visits * sizeof *d->visit);
	}
	v = &d->visit[d->n_visits++];
	*v = (struct visit){ .car = car, .at = at, .stop = STEP_DONE };
	v->plan = plan_pick(d, &d->car[car]);
	v->technician = demo_person(d, technicians[demo_between(d, 0, 4)]);
	if (!strcmp(demo_cell(&d->jobs, v->plan, "type"), "insurance") && demo_chance(d, 40))
		v->insurer = d->insurer[demo_between(d, 0, (int64_t)d->insurers.n - 1)];
	d->car[car].busy = true;
	return v;
}

/* ---- time passes ---- */

/* The visit whose next step comes first; NULL when nothing more happens before `until`. */
static struct visit *visit_next(struct demo *d, int64_t until)
{
	struct visit *first = NULL;

	for (size_t i = 0; i < d->n_visits; i++) {
		struct visit *v = &d->visit[i];

		if (v->step != v->stop && v->at < until && (!first || v->at < first->at))
			first = v;
	}
	return first;
}

static void visit_gone(struct demo *d, struct visit *v)
{
	d->car[v->car].busy = false;
	*v = d->visit[--d->n_visits];
}

static bool pass(struct demo *d, int64_t until)
{
	struct visit *v;

	while ((v = visit_next(d, until))) {
		if (v->at > d->now)
			d->now = v->at;
		if (!demo_step(d, v))
			return false;
		if (v->step == STEP_DONE)
			visit_gone(d, v);
	}
	return true;
}

/* What was not done yesterday goes on in the morning. */
static void morning(struct demo *d, int64_t day)
{
	for (size_t i = 0; i < d->n_visits; i++)
		if (d->visit[i].at < demo_time(day, OPENS + 10))
			d->visit[i].at = demo_time(day, OPENS + 10 + demo_between(d, 0, 40));
}

static void arrivals(struct demo *d, int64_t day, int64_t n)
{
	for (int64_t i = 0; i < n; i++) {
		int64_t at = demo_time(day, demo_between(d, OPENS + 10, LAST_CAR));

		visit_new(d, car_pick(d), at);
	}
}

/* ---- calls ---- */

static bool call(struct demo *d, int64_t reminder)
{
	static const char *const result[] = { "客户满意", "客户满意，无异常", "车况良好",
					      "电话未接，已发短信" };

	return demo_do(
	    d, "wang", "reminder.done",
	    demo_args(d, "reminder", demo_id(d, reminder), "result", result[demo_between(d, 0, 3)], NULL));
}

/* Of the follow-ups that are due, three of four are called. */
static bool calls(struct demo *d)
{
	int64_t due[40];
	size_t n = 0;
	struct cur *c = db_open(
	    shop_writer(d->shop),
	    SQL("SELECT id FROM reminder WHERE state = 'open' AND due_on <= :today AND kind = 'followup' "
		"ORDER BY due_on, id LIMIT 40"),
	    BIND(B_INT("today", demo_today(d))));

	while (cur_next(c))
		due[n++] = cur_int(c, 0);
	for (size_t i = 0; i < n; i++)
		if (demo_chance(d, 75) && !call(d, due[i]))
			return false;
	return true;
}

/* Everything that the day asked for was printed. */
static bool papers(struct demo *d)
{
	for (;;) {
		struct cur *c =
		    db_open(shop_writer(d->shop),
			    SQL("SELECT document_id, template FROM print_job WHERE state = 'queued' "
				"ORDER BY id LIMIT 1"),
			    NULL);
		struct args *args;

		if (!cur_next(c))
			return true;
		args = demo_args(d, "document", demo_id(d, cur_int(c, 0)), "form", cur_text(c, 1), NULL);
		cur_close(c);
		if (!demo_do(d, "wang", "print.done", args))
			return false;
	}
}

/* A fleet or an insurer pays by bank what it owes since `due` or longer. */
static bool pays_due(struct demo *d, int64_t fleet, int64_t due)
{
	int64_t owes =
	    db_int(shop_writer(d->shop),
		   SQL("SELECT sum(amount) FROM bill_open WHERE party_id = :party AND due_on <= :due"),
		   BIND(B_INT("party", fleet), B_INT("due", due)), 0);

	return owes == 0 ||
	       demo_do(d, "zhou", "payment.take",
		       demo_args(d, "party", demo_id(d, fleet), "method", "bank", "amount",
				 money_plain(d->row, owes), "reference",
				 arena_printf(d->row, "转账%06d", (int)demo_between(d, 0, 999999)), NULL));
}

static bool fleet_pays(struct demo *d, int64_t fleet)
{
	return pays_due(d, fleet, INT32_MAX);
}

/* It keeps everybody waiting, and pays the oldest just before it would get nothing more on account. */
static bool late_payer_pays(struct demo *d, int64_t insurer, int64_t day)
{
	return !db_exists(shop_writer(d->shop),
			  SQL("SELECT 1 FROM bill_open WHERE party_id = :party AND due_on <= :late"),
			  BIND(B_INT("party", insurer), B_INT("late", day - LATE_MOST))) ||
	       pays_due(d, insurer, day - LATE_MOST / 2);
}

/* ---- days ---- */

/* So many days before the last the cars come whose work will come back; in a short life as early as can be. */
static int64_t tales_left(const struct demo *d)
{
	return d->o->days - 1 < TALE_DAYS ? d->o->days - 1 : TALE_DAYS;
}

/* Two cars of which the instrument has something to tell come on that day. */
static void tellers_come(struct demo *d, int64_t day)
{
	for (size_t car = ROLLED_BACK; car <= NEW_CLUSTER; car++)
		if (!d->car[car].busy)
			visit_new(d, car, demo_time(day, OPENS + 20));
}

/* The insurer that keeps everybody waiting owes for two cars at least. */
static void insured_come(struct demo *d, int64_t day)
{
	static const char *const hit[] = { "后保险杠被撞", "石子打裂前挡风玻璃" };

	for (size_t i = 0; i < sizeof hit / sizeof *hit; i++) {
		struct visit *v = visit_new(d, demo_new_car(d), demo_time(day, OPENS + 30));

		v->plan = demo_row(&d->jobs, "complaint", hit[i]);
		v->insurer = d->insurer[0];
	}
}

bool demo_day(struct demo *d, int64_t day)
{
	int64_t left = d->o->until - day, spread = d->o->orders / 4;

	morning(d, day);
	demo_clock(d, day, OPENS);
	if (!demo_close(d, day) || !till_open(d))
		return false;
	if (date_weekday(day) == 1 && !demo_restock(d))
		return false;
	arrivals(d, day, d->o->orders + demo_between(d, -spread, spread));
	if (left == tales_left(d)) {
		tellers_come(d, day);
		insured_come(d, day);
	}
	if (!pass(d, demo_time(day, 16 * 60)) || !calls(d) || !demo_wash(d) || !demo_buy(d, day) ||
	    !demo_store(d, day) || !demo_counter(d, day) || !demo_money(d, day) || !demo_books(d, day) ||
	    !demo_hands(d, day))
		return false;
	if (left % 9 == 2 && !demo_credit(d))
		return false;
	if (left % 10 == 4 && !fleet_pays(d, d->fleet[left / 10 % (int64_t)d->fleets.n]))
		return false;
	if (!late_payer_pays(d, d->insurer[0], day))
		return false;
	if (left % 30 == 9 && !(fleet_pays(d, d->insurer[1]) && fleet_pays(d, d->insurer[2])))
		return false;
	if (left == tales_left(d) && !demo_tales_begin(d))
		return false;
	if (!pass(d, demo_time(day, CLOSES)))
		return false;
	demo_clock(d, day, CLOSES);
	return till_close(d, left == d->o->days / 2) && papers(d) && demo_day_end(d, day);
}

/* Cars that came once, for a short visit, and never again. */
bool demo_history(struct demo *d, int64_t day)
{
	demo_clock(d, day, OPENS);
	if (!till_open(d))
		return false;
	for (int64_t i = 0; i < HISTORY_A_DAY; i++) {
		struct visit *v = visit_new(d, d->n_lost++, demo_time(day, OPENS + 10 + i * 40));

		v->plan = (size_t)demo_between(d, 0, 1);
		v->insurer = 0;
		if (!plan_fits(d, v->plan, &d->car[v->car]))
			v->plan = demo_row(&d->jobs, "complaint", "轮胎扎钉");
	}
	if (d->o->days == 1 && !d->tale_job[0] && !demo_tales_begin(d))
		return false;
	if (!pass(d, demo_time(day, CLOSES)))
		return false;
	demo_clock(d, day, CLOSES);
	return till_close(d, false) && papers(d);
}

/* The last day stands still at half past eleven, with a car at each step. */
bool demo_last_day(struct demo *d, int64_t day)
{
	int64_t n = d->o->orders * 2 / 3;

	morning(d, day);
	demo_clock(d, day, OPENS);
	if (!till_open(d))
		return false;
	if (n < LAST_CARS)
		n = LAST_CARS;
	for (int64_t i = 0; i < n; i++) {
		struct visit *v = visit_new(d, car_pick(d), demo_time(day, OPENS + 10 + i * 150 / n));

		v->brisk = true;
		if (i < STEP_HANDOVER)
			v->stop = (enum step)(STEP_ESTIMATE + i);
	}
	return pass(d, demo_time(day, NOON)) && demo_tales_end(d) && demo_counter(d, day) &&
	       demo_held_sale(d);
}
