/* demo_estimate.c - what the demo shop's estimates have besides labour and parts: packages, sublet work, comebacks. */
#include <string.h>

#include "batch/demo_private.h"

/* A package: its code, its name, its labour, the parts that differ by model, and a fee. */
struct set {
	const char *code, *name, *labour[3], *part[3], *fee, *fee_price;
};

static bool package_line(struct demo *d, int64_t package, const char *labour, const char *text,
			 const char *price)
{
	return demo_do(d, "sun", "package.line",
		       demo_args(d, "package", demo_id(d, package), "labour", labour, "text", text, "price",
				 price, NULL));
}

static bool package_made(struct demo *d, const struct set *set)
{
	int64_t id;

	if (!demo_do(d, "sun", "package.add", demo_args(d, "code", set->code, "name", set->name, NULL)))
		return false;
	id = d->answer.id;
	for (int i = 0; i < 3 && set->labour[i]; i++)
		if (!package_line(d, id, set->labour[i], NULL, NULL))
			return false;
	for (int i = 0; i < 3 && set->part[i]; i++)
		if (!package_line(d, id, NULL, set->part[i], NULL))
			return false;
	return !set->fee || package_line(d, id, NULL, set->fee, set->fee_price);
}

/* Goods and a hand's turn that the counter sells at one price. */
static bool counter_package(struct demo *d)
{
	static const char *const part[] = { "BLS-01", "FDY-01" };
	int64_t id;

	if (!demo_do(d, "sun", "package.add",
		     demo_args(d, "code", "C-CARE", "name", "随车养护套餐", "package_price", "99", NULL)))
		return false;
	id = d->answer.id;
	for (int i = 0; i < 2; i++)
		if (!demo_do(
			d, "sun", "package.line",
			demo_args(d, "package", demo_id(d, id), "part", part[i], "qty", i ? "1" : "2", NULL)))
			return false;
	return package_line(d, id, NULL, "检查加注", "20");
}

bool demo_packages(struct demo *d)
{
	static const struct set sets[] = {
		{ "P-MINOR", "小保养套餐", { "BY01", "BY11" }, { "机油滤清器" }, "废油处理费", "5" },
		{ "P-MAJOR",
		  "大保养套餐",
		  { "BY02", "BY11" },
		  { "机油滤清器", "空气滤清器", "空调滤清器" },
		  "废油处理费",
		  "5" },
	};

	for (size_t i = 0; i < sizeof sets / sizeof *sets; i++)
		if (!package_made(d, &sets[i]))
			return false;
	return counter_package(d);
}

/* Every third large repair is painted by somebody else. */
static bool painted(struct demo *d, const struct visit *v)
{
	return demo_do(d, "wang", "job.sublet",
		       demo_args(d, "job", demo_id(d, v->job), "supplier",
				 demo_id(d, d->supplier[d->suppliers.n - 1]), "text", "外协喷漆", "cost",
				 "320", "price", "480", NULL));
}

/* What came back is done again at the shop's own cost. */
static bool came_back(struct demo *d, const struct visit *v)
{
	struct db *db = shop_writer(d->shop);
	int64_t line = db_int(db, SQL("SELECT min(id) FROM job_line WHERE job_id = :id AND kind = 'labour'"),
			      BIND(B_INT("id", v->job)), 0);
	int64_t first = db_int(
	    db,
	    SQL("SELECT max(h.id) FROM job j JOIN job h ON h.vehicle_id = j.vehicle_id AND h.id < j.id "
		"AND h.settled_on IS NOT NULL WHERE j.id = :id"),
	    BIND(B_INT("id", v->job)), 0);

	return !first || demo_do(d, "wang", "job.comeback",
				 demo_args(d, "job", demo_id(d, v->job), "line", demo_id(d, line), "first",
					   demo_id(d, first), "bears", "rework", "cause", "work", "reason",
					   "上次装配没有到位", NULL));
}

bool demo_besides(struct demo *d, const struct visit *v)
{
	const char *type = demo_cell(&d->jobs, v->plan, "type");

	if (!strcmp(type, "rework"))
		return came_back(d, v);
	return (strcmp(type, "overhaul") != 0 && strcmp(type, "insurance") != 0) || v->job % 3 ||
	       painted(d, v);
}
