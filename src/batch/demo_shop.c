/* demo_shop.c - the demo shop before its first day: people, goods, customers and their cars. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "batch/demo_private.h"
#include "domain/role.h"

#define PIN             "1234"
#define CARS_LEAST      60
#define MONTH_OF_VISITS 400
#define BAD_VIN         38 /* it and the next: among the lost ones, who are always written down */
#define NEW_ENERGY      12 /* per cent of the cars */
#define YEAR_LETTERS    "CDEFGHJKLMNPRSTV" /* of a VIN: 2012 to 2027 */

/* ---- people and settings ---- */

static bool settings_set(struct demo *d)
{
	static const char *const setting[][2] = {
		{ "shop.phone", "027-87654321" },
		{ "shop.address", "武汉市洪山区珞狮路188号" },
		{ "plate.prefix", "鄂A" },
		{ "settle.round_to", "1" },
	};

	for (size_t i = 0; i < sizeof setting / sizeof *setting; i++)
		if (!demo_do(d, "admin", "setting.set",
			     demo_args(d, "name", setting[i][0], "value", setting[i][1], NULL)))
			return false;
	return true;
}

bool demo_people(struct demo *d)
{
	const struct setup setup = {
		.shop_name = "江城汽车维修服务中心",
		.user = "admin",
		.title = "管理员",
		.account = d->o->account,
		.pin = PIN,
		.kind = "demo",
	};

	if (!setup_shop(d->session, &setup, &d->person[d->people.n], d->e))
		return false;
	for (size_t i = 0; i < d->people.n; i++) {
		if (!demo_do(d, "admin", "user.add",
			     demo_args(d, "user", demo_cell(&d->people, i, "user"), "name",
				       demo_cell(&d->people, i, "name"), "role",
				       demo_cell(&d->people, i, "role"), "technician",
				       demo_cell(&d->people, i, "technician"), "phone",
				       demo_cell(&d->people, i, "phone"), "pin", PIN, NULL)))
			return false;
		d->person[i] = d->answer.id;
	}
	return settings_set(d);
}

/* ---- goods ---- */

static bool part_made(struct demo *d, size_t i)
{
	const struct demo_table *t = &d->parts;
	struct goods *g = &d->goods[i];

	if (!demo_do(d, "zhao", "part.add",
		     demo_args(d, "code", demo_cell(t, i, "code"), "name", demo_cell(t, i, "name"), "price",
			       demo_cell(t, i, "price"), "unit", demo_cell(t, i, "unit"), "brand",
			       demo_cell(t, i, "brand"), "category", demo_cell(t, i, "category"), "min",
			       demo_cell(t, i, "min"), "max", demo_cell(t, i, "max"), "bin",
			       demo_cell(t, i, "bin"), "barcode", demo_cell(t, i, "barcode"), "batch",
			       strcmp(demo_cell(t, i, "category"), "油液") ? "" : "yes", NULL)))
		return false;
	g->id = d->answer.id;
	return money_parse(demo_cell(t, i, "cost"), "cost", &g->cost, d->e) &&
	       qty_parse(demo_cell(t, i, "stock"), "stock", &g->on_hand, d->e) &&
	       qty_parse(demo_cell(t, i, "min"), "min", &g->min, d->e);
}

static bool stock_made(struct demo *d, size_t i)
{
	const struct demo_table *t = &d->parts;
	bool oil = !strcmp(demo_cell(t, i, "category"), "油液");
	const char *good = date_text(d->row, d->o->until + 20 + (int64_t)i % 7 * 30);

	return d->goods[i].on_hand == 0 ||
	       demo_do(d, "zhao", "stock.open",
		       demo_args(d, "part", demo_id(d, d->goods[i].id), "qty", demo_cell(t, i, "stock"),
				 "cost", demo_cell(t, i, "cost"), "batch", oil ? "L19800" : NULL, "expires",
				 oil ? good : NULL, NULL));
}

static bool labour_made(struct demo *d, size_t i)
{
	const struct demo_table *t = &d->labour;

	return demo_do(d, "zhao", "labour.add",
		       demo_args(d, "code", demo_cell(t, i, "code"), "name", demo_cell(t, i, "name"), "hours",
				 demo_cell(t, i, "hours"), "price", demo_cell(t, i, "price"), "category",
				 demo_cell(t, i, "category"), NULL));
}

/* Suppliers, insurers and fleets: a command with the columns of the table. */
static bool parties_made(struct demo *d, const struct demo_table *t, const char *command, int64_t *ret_id)
{
	for (size_t i = 0; i < t->n; i++) {
		struct args *args = args_new(d->row);

		for (size_t c = 0; c < t->cols; c++)
			if (strcmp(t->head[c], "cars") != 0)
				args_set(args, t->head[c], t->row[i][c]);
		if (!strcmp(command, "customer.add")) {
			args_set(args, "class", "C");
			args_set(args, "source", "fleet");
		}
		if (!demo_do(d, "sun", command, args))
			return false;
		ret_id[i] = d->answer.id;
	}
	return true;
}

bool demo_goods(struct demo *d)
{
	for (size_t i = 0; i < d->labour.n; i++)
		if (!labour_made(d, i))
			return false;
	for (size_t i = 0; i < d->parts.n; i++)
		if (!part_made(d, i) || !stock_made(d, i))
			return false;
	if (!demo_do(d, "zhao", "part.category", demo_args(d, "category", "油液", "batch", "yes", NULL)))
		return false;
	return demo_shelf(d) && parties_made(d, &d->suppliers, "supplier.add", d->supplier) &&
	       parties_made(d, &d->insurers, "insurer.add", d->insurer) &&
	       parties_made(d, &d->fleets, "customer.add", d->fleet) && demo_packages(d) &&
	       demo_people_beside(d) && demo_plans(d) && demo_ranges(d) && demo_tools(d);
}

/* ---- cars ---- */

static void plate_make(struct demo *d, const struct car *c, char *ret, size_t size)
{
	static const char *const regions[] = { "鄂B", "鄂G", "鄂K", "鄂J", "豫S", "湘F" };
	static const char letters[] = "ABCDEFGHJKLMNPQRSTUVWXYZ";
	const char *power = demo_cell(&d->models, c->model, "power");
	const char *region = demo_chance(d, 92) ? "鄂A" : regions[demo_between(d, 0, 5)];
	char tail[6];

	snprintf(tail, sizeof tail, "%05d", (int)demo_between(d, 0, 99999));
	if (strcmp(power, "fuel") != 0) {
		snprintf(ret, size, "%s%c%s", region, *power == 'e' ? 'D' : 'F', tail);
		return;
	}
	for (int64_t i = demo_between(d, 0, 2); i > 0; i--) {
		int64_t at = demo_between(d, 0, 3);

		tail[at] = letters[demo_between(d, 0, (int64_t)sizeof letters - 2)];
	}
	snprintf(ret, size, "%s%s", region, tail);
}

static bool plate_taken(const struct demo *d, const char *plate)
{
	for (size_t i = 0; i < d->n_cars; i++)
		if (!strcmp(d->car[i].plate, plate))
			return true;
	return false;
}

static int vin_value(char c)
{
	static const char letters[] = "ABCDEFGH\0JKLMN\0P\0R\0\0STUVWXYZ";
	static const int value[] = { 1, 2, 3, 4, 5, 6, 7, 8, 0, 1, 2, 3, 4, 5,
				     0, 7, 0, 9, 0, 0, 2, 3, 4, 5, 6, 7, 8, 9 };
	const char *at;

	if (c >= '0' && c <= '9')
		return c - '0';
	at = memchr(letters, c, sizeof letters - 1);
	return at ? value[at - letters] : 0;
}

/* The ninth character proves the others. */
static char vin_check(const char *vin)
{
	static const int weight[17] = { 8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2 };
	int sum = 0;

	for (int i = 0; i < 17; i++)
		sum += vin_value(vin[i]) * weight[i];
	return "0123456789X"[sum % 11];
}

static void vin_make(struct demo *d, struct car *c)
{
	static const char chars[] = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
	char body[6], year = YEAR_LETTERS[demo_between(d, 0, (int64_t)sizeof YEAR_LETTERS - 4)];
	int serial = (int)((int64_t)d->n_cars * 7 + demo_between(d, 100000, 800000));

	for (int i = 0; i < 5; i++)
		body[i] = chars[demo_between(d, 0, (int64_t)sizeof chars - 2)];
	body[5] = '\0';
	snprintf(c->vin, sizeof c->vin, "%.3s%s0%c%c%06d", demo_cell(&d->models, c->model, "wmi"), body, year,
		 chars[10 + serial % 6], serial % 1000000);
	c->vin[8] = vin_check(c->vin);
	if (d->n_cars == BAD_VIN || d->n_cars == BAD_VIN + 1) /* written down wrong */
		c->vin[8] = c->vin[8] == '7' ? '3' : '7';
}

static void words_split(struct arena *a, const char *text, bool by_char, char ***ret, size_t *ret_n)
{
	size_t cap = strlen(text) + 1;

	*ret = ARENA_ARRAY(a, char *, cap);
	*ret_n = 0;
	while (*text) {
		uint32_t cp;
		size_t n = by_char ? (size_t)text_decode(text, strlen(text), &cp) : strcspn(text, " ");

		if (n)
			(*ret)[(*ret_n)++] = arena_strndup(a, text, n);
		text += n;
		text += strspn(text, " ");
	}
}

static void owner_make(struct demo *d, struct car *c)
{
	static const char *const head[] = { "138", "139", "159", "177", "186", "189", "133" };
	const char *surname, *given;

	if (!d->surname) {
		words_split(d->kept, demo_cell(&d->names, 0, "surnames"), true, &d->surname, &d->n_surnames);
		words_split(d->kept, demo_cell(&d->names, 0, "given"), false, &d->given, &d->n_given);
	}
	surname = d->surname[demo_between(d, 0, (int64_t)d->n_surnames - 1)];
	given = d->given[demo_between(d, 0, (int64_t)d->n_given - 1)];
	snprintf(c->name, sizeof c->name, "%s%s", surname, given);
	/* 100,003 has no factor in common with 10^8: no number comes twice. */
	snprintf(c->phone, sizeof c->phone, "%s%08" PRIu64, head[d->n_cars % 7],
		 (d->n_cars * 100003 + 24681357) % 100000000);
}

static size_t model_pick(struct demo *d)
{
	bool new_energy = demo_chance(d, NEW_ENERGY);
	size_t i;

	do
		i = (size_t)demo_between(d, 0, (int64_t)d->models.n - 1);
	while ((strcmp(demo_cell(&d->models, i, "power"), "fuel") != 0) != new_energy);
	return i;
}

size_t demo_new_car(struct demo *d)
{
	struct car *c;

	if (d->n_cars == d->cap_cars) {
		d->cap_cars = d->cap_cars ? 2 * d->cap_cars : 512;
		d->car = xrealloc(d->car, d->cap_cars * sizeof *d->car);
	}
	c = &d->car[d->n_cars];
	memset(c, 0, sizeof *c);
	c->model = model_pick(d);
	do
		plate_make(d, c, c->plate, sizeof c->plate);
	while (plate_taken(d, c->plate));
	vin_make(d, c);
	owner_make(d, c);
	c->km = demo_between(d, 3000, 160000);
	c->km_on = demo_today(d);
	c->km_a_day = demo_between(d, 20, 90);
	return d->n_cars++;
}

static const char *day_near(struct demo *d, int64_t least, int64_t most)
{
	return date_text(d->row, d->o->until + demo_between(d, least, most));
}

static bool customer_written(struct demo *d, struct car *c)
{
	static const char *const source[] = { "walk-in", "walk-in", "referral", "phone", "wechat" };
	const char *class = demo_chance(d, 25) ? "B" : "A", *from = source[demo_between(d, 0, 4)];
	const char *birthday = demo_chance(d, 40) ? date_text(d->row, demo_between(d, -5000, 12000)) : NULL;

	if (!demo_do(d, "wang", "customer.add",
		     demo_args(d, "name", c->name, "phone", c->phone, "class", class, "source", from,
			       "birthday", birthday, NULL)))
		return false;
	c->customer = d->answer.id;
	return true;
}

static bool car_written(struct demo *d, struct car *c)
{
	const char *insurer = demo_chance(d, 85)
				  ? demo_id(d, d->insurer[demo_between(d, 0, (int64_t)d->insurers.n - 1)])
				  : NULL;
	const char *inspection = day_near(d, -20, 500), *insurance = day_near(d, -12, 360);
	const char *engine =
	    arena_printf(d->row, "%s%06d", *c->vin == 'L' ? "EA" : "M", (int)demo_between(d, 0, 999999));

	return demo_do(d, "wang", "vehicle.add",
		       demo_args(d, "plate", c->plate, "customer", demo_id(d, c->customer), "vin", c->vin,
				 "make", demo_cell(&d->models, c->model, "make"), "model",
				 demo_cell(&d->models, c->model, "model"), "engine_no",
				 strcmp(demo_cell(&d->models, c->model, "power"), "electric") ? engine : NULL,
				 "odometer", arena_printf(d->row, "%" PRId64, c->km), "inspection_due",
				 inspection, "insurance_due", insurance, "insurer", insurer, NULL));
}

static bool fleet_cars(struct demo *d)
{
	for (size_t i = 0; i < d->fleets.n; i++) {
		int64_t cars;

		if (!int_parse(demo_cell(&d->fleets, i, "cars"), "cars", 1, 99, &cars, d->e))
			return false;
		while (cars-- > 0) {
			size_t at = demo_new_car(d);
			struct car *c = &d->car[at];

			c->customer = c->payer = d->fleet[i];
			snprintf(c->name, sizeof c->name, "%s师傅",
				 d->surname[demo_between(d, 0, (int64_t)d->n_surnames - 1)]);
			if (!car_written(d, c))
				return false;
		}
	}
	return true;
}

/* Cars that are known on the first day; the others are written down when they first come. */
bool demo_cars(struct demo *d)
{
	int64_t visits = d->o->days * d->o->orders, n = visits * 8 / 10;

	if (visits > MONTH_OF_VISITS) /* in a longer life the same cars come again */
		n = MONTH_OF_VISITS * 8 / 10 + (visits - MONTH_OF_VISITS) * 4 / 10;

	if (n < CARS_LEAST)
		n = CARS_LEAST;
	for (int64_t i = 0; i < n; i++) {
		size_t at = demo_new_car(d);
		struct car *c = &d->car[at];

		c->lost = i < LOST_CARS;
		if (i >= n * 7 / 10)
			continue;
		if (i % 6 == 5 && i > LOST_CARS) /* the second car of the house */
			c->customer = d->car[i - 1].customer;
		else if (!customer_written(d, c))
			return false;
		if (!car_written(d, c))
			return false;
	}
	return fleet_cars(d);
}
