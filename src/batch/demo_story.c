/* demo_story.c - what has happened in the demo shop so that each screen has something true to show. */
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "batch/demo_private.h"

#define OWES_ENOUGH 30000 /* fen */
#define DOUBLES     2     /* customers who stand here twice */

/* ---- people beside ---- */

static bool contact(struct demo *d, int64_t party, const char *name, const char *phone, const char *kind)
{
	return demo_do(d, "wang", "contact.add",
		       demo_args(d, "party", demo_id(d, party), "name", name, "phone", phone, "kind", kind,
				 "channel", "wechat", NULL));
}

static bool duty(struct demo *d, const char *user, const char *kind, const char *a_day)
{
	return demo_do(
	    d, "sun", "calls.duty",
	    demo_args(d, "person", demo_id(d, demo_person(d, user)), "kind", kind, "a_day", a_day, NULL));
}

/* Whom to speak to at the fleets, who sends cars for an insurer, who makes the calls. */
bool demo_people_beside(struct demo *d)
{
	if (!demo_do(d, "sun", "agent.add",
		     demo_args(d, "insurer", demo_id(d, d->insurer[0]), "name", "李定损", "phone",
			       "13907112233", "rate", "5", NULL)))
		return false;
	d->agent = d->answer.id;
	return contact(d, d->fleet[0], "邓师傅", "13907110211", "driver") &&
	       contact(d, d->fleet[0], "严会计", "13907110212", "accounts") &&
	       contact(d, d->fleet[1], "曾经理", "13907110221", "fleet") && duty(d, "wang", NULL, "15") &&
	       duty(d, "ma", "inspection", "5") &&
	       demo_do(d, "sun", "customer_source.add", demo_args(d, "code", "douyin", "name", "抖音", NULL));
}

/* ---- odometers ---- */

int64_t demo_reading(struct demo *d, struct visit *v, int64_t km, const char **ret_reason)
{
	struct car *c = &d->car[v->car];
	bool rolled = v->car == ROLLED_BACK, replaced = v->car == NEW_CLUSTER;

	*ret_reason = NULL;
	if (c->told || !c->customer || (!rolled && !replaced))
		return km;
	c->told = true;
	c->km_on = demo_today(d);
	c->km = rolled ? km * 7 / 10 : 120;
	*ret_reason = rolled ? "比上次少，客户说买来就是这样，已提醒" : "仪表总成更换，从零开始";
	return c->km;
}

/* ---- the last day ---- */

/* The same person at two counters, written down twice. */
static bool doubles(struct demo *d)
{
	for (size_t i = 0, made = 0; i < d->n_cars && made < DOUBLES; i++) {
		struct car *c = &d->car[i];

		if (c->payer || c->lost || !c->last_on || i % 6 == 5) /* those are second cars of a house */
			continue;
		made++;
		if (!demo_do(d, "ma", "customer.add",
			     demo_args(d, "name", c->name, "phone", c->phone, "same_phone", "yes", "source",
				       "douyin", NULL)))
			return false;
	}
	return true;
}

/* A fleet that owes more than it may: its limit was lowered. */
static bool over_limit(struct demo *d)
{
	for (size_t i = d->fleets.n; i-- > 0;) {
		int64_t owes = db_int(shop_writer(d->shop),
				      SQL("SELECT sum(amount) FROM bill_open WHERE party_id = :party"),
				      BIND(B_INT("party", d->fleet[i])), 0);

		if (owes > OWES_ENOUGH)
			return demo_do(d, "sun", "customer.change",
				       demo_args(d, "customer", demo_id(d, d->fleet[i]), "limit",
						 money_plain(d->row, owes / 2 / 10000 * 10000), NULL));
	}
	return true;
}

/* Visits of another program, before this one. */
static bool before(struct demo *d)
{
	const struct car *c = &d->car[0];
	const char *day = date_text(d->row, d->o->until - 800);

	return demo_do(d, "wang", "history.add",
		       demo_args(d, "plate", c->plate, "number", "JX-10233", "day", day, "complaint", "二保",
				 "kind", "labour", "text", "二级维护工时", "amount", "320", NULL)) &&
	       demo_do(d, "wang", "history.add",
		       demo_args(d, "plate", c->plate, "number", "JX-10233", "day",
				 date_text(d->row, d->o->until - 800), "kind", "part", "text", "机油 4L",
				 "amount", "180", NULL));
}

bool demo_stories(struct demo *d, int64_t day)
{
	(void)day;
	return doubles(d) && over_limit(d) && before(d) && demo_planned(d) && demo_consign(d) &&
	       demo_do(d, "sun", "calls.deal", demo_args(d, NULL));
}
