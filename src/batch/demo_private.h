/* demo_private.h - what the files of the demo shop share. */
#ifndef WORKBAY_DEMO_PRIVATE_H
#define WORKBAY_DEMO_PRIVATE_H

#include "batch/demo.h"

/* ---- words: a file of schema/demo ---- */

struct demo_table {
	size_t cols, n, cap;
	char **head, ***row;
};

/* Reads schema/demo/NAME.csv into the arena; a missing or broken one ends the program. */
void demo_table_read(struct arena *a, const char *name, struct demo_table *ret);
/* A cell by the name of its column. */
const char *demo_cell(const struct demo_table *t, size_t row, const char *column);
/* The row whose cell in `column` is `value`. */
size_t demo_row(const struct demo_table *t, const char *column, const char *value);

/* ---- the shop that is made ---- */

#define ONE 1000 /* thousandths of a piece */

struct goods {
	int64_t id, on_hand, min; /* thousandths */
	int64_t cost;             /* fen */
};

struct car {
	char plate[24], vin[24], name[40], phone[16];
	size_t model;
	int64_t customer; /* 0: not written down yet */
	int64_t payer;    /* the fleet; 0: pays at once */
	int64_t km, km_on, km_a_day, last_on;
	bool busy, lost, told; /* told: its odometer has told its story */
};

#define VISIT_PARTS 8

enum step {
	STEP_RECEIVE,
	STEP_ESTIMATE,
	STEP_AUTHORISE,
	STEP_ISSUE,
	STEP_FINISH,
	STEP_SETTLE,
	STEP_HANDOVER,
	STEP_DONE
};

/* A car in the house. */
struct visit {
	size_t car, plan; /* plan: the row of jobs.csv */
	int64_t job, at;  /* at: seconds UTC of the next step */
	int64_t technician, insurer, advance;
	enum step step, stop; /* stop: this step waits for the visitor of the demo shop */
	bool brisk;           /* the last morning: its steps follow soon */
	size_t part[VISIT_PARTS];
	int64_t qty[VISIT_PARTS];
	size_t n_parts;
};

enum wallet { WALLET_CASH, WALLET_WECHAT, WALLET_ALIPAY, WALLET_CARD, WALLETS };

struct demo {
	const struct demo_options *o;
	struct shop *shop;
	struct session *session;
	struct err *e;
	struct arena *kept, *row; /* row: of one command */
	struct answer answer;     /* of the last command; without its extra */
	int64_t now;              /* the clock of the session */
	uint64_t random;
	struct demo_table parts, labour, models, jobs, people, suppliers, insurers, fleets, names;
	char **surname, **given;
	size_t n_surnames, n_given;
	int64_t *supplier, *insurer, *fleet; /* ids, in the order of their tables */
	int64_t *person;                     /* ids; admin is the last one */
	int64_t acting;
	struct goods *goods;
	struct car *car;
	size_t n_cars, cap_cars;
	size_t n_lost;       /* of the lost cars, so many have come */
	struct visit *visit; /* cars in the house and on their way */
	size_t n_visits, cap_visits;
	int64_t wallet[WALLETS]; /* fen in the till since it was opened */
	int64_t papers;          /* of suppliers, counted */
	int64_t agent;           /* sends the cars of the first insurer */
	int64_t short_on;        /* the last day on which a delivery was short */
	size_t tale_car[4];      /* whose work comes back, and their first visits */
	int64_t tale_job[4];
	size_t tool_out; /* 1 and the place of the tool that is out in the list of tools; 0: none */
	size_t notes;    /* written so far */
	int64_t note;    /* the last of them */
};

/* ---- chance: the same seed, the same shop ---- */

uint64_t demo_random(struct demo *d);
int64_t demo_between(struct demo *d, int64_t least, int64_t most); /* both included */
bool demo_chance(struct demo *d, int percent);

/* ---- doing ---- */

/* Inputs "name", value, ..., NULL. Text values are copied; NULL or "" values are left out. */
struct args *demo_args(struct demo *d, ...) __attribute__((sentinel));
const char *demo_id(struct demo *d, int64_t id); /* "#42" */
/* Runs the command as that person. False with the sentence. Resets d->row. */
bool demo_do(struct demo *d, const char *person, const char *command, struct args *args);
int64_t demo_person(const struct demo *d, const char *name);
/* Moves the clock to a day and minute of the shop's local time; never back. */
void demo_clock(struct demo *d, int64_t day, int64_t minutes);
int64_t demo_time(int64_t day, int64_t minutes);
int64_t demo_today(const struct demo *d);

/* ---- what each file tells: false comes with the sentence in d->e, a day is one of date.h ---- */

/* demo_shop.c */
bool demo_people(struct demo *d);
bool demo_goods(struct demo *d);
bool demo_cars(struct demo *d);
size_t demo_new_car(struct demo *d);

/* demo_day.c */
bool demo_history(struct demo *d, int64_t day);
bool demo_day(struct demo *d, int64_t day);
bool demo_last_day(struct demo *d, int64_t day);

/* demo_counter.c */
bool demo_counter(struct demo *d, int64_t day);
bool demo_held_sale(struct demo *d);

/* demo_store.c */
bool demo_shelf(struct demo *d);
bool demo_store(struct demo *d, int64_t day);
bool demo_close(struct demo *d, int64_t day);
/* More than its minimum stays when so much goes. */
bool demo_spare(const struct goods *g, int64_t qty);
struct goods *demo_part(struct demo *d, const char *code);
/* A line more; returns it. */
struct args *demo_line(struct demo *d, struct args *args, const struct goods *g, int64_t qty, int64_t cost);

/* demo_tools.c */
bool demo_tools(struct demo *d);
bool demo_hands(struct demo *d, int64_t day);

/* demo_cores.c */
bool demo_cores(struct demo *d, int64_t left);

/* demo_buy.c */
bool demo_buy(struct demo *d, int64_t day);
/* Writes an order with the lines in `args` and sends it. */
bool demo_order(struct demo *d, struct args *args);
bool demo_planned(struct demo *d);

/* demo_consign.c */
bool demo_consign(struct demo *d);

/* demo_money.c */
bool demo_plans(struct demo *d);
bool demo_money(struct demo *d, int64_t day);

/* demo_books.c */
bool demo_ranges(struct demo *d);
bool demo_books(struct demo *d, int64_t day);
bool demo_day_end(struct demo *d, int64_t day);

/* demo_story.c: of the cars the first two that are no lost ones: an odometer shows less than before, another one's
 * instrument was replaced. */
#define LOST_CARS   40
#define ROLLED_BACK LOST_CARS
#define NEW_CLUSTER (LOST_CARS + 1)

bool demo_stories(struct demo *d, int64_t day);
bool demo_people_beside(struct demo *d);
/* The reading of a car whose instrument tells something else than its road; NULL reason: it does not. */
int64_t demo_reading(struct demo *d, struct visit *v, int64_t km, const char **ret_reason);
/* demo_back.c: cars whose work comes back, some weeks later on the last day. */
#define TALE_DAYS 24
bool demo_tales_begin(struct demo *d);
bool demo_tales_end(struct demo *d);

/* demo_estimate.c */
bool demo_packages(struct demo *d);
/* What an estimate has besides its labour and parts. */
bool demo_besides(struct demo *d, const struct visit *v);

/* demo_step.c: the step of a car that is due, and when the next one comes. */
bool demo_step(struct demo *d, struct visit *v);

/* demo_pay.c */
/* For large work something is paid before it begins. */
bool demo_advance(struct demo *d, struct visit *v);
bool demo_settle(struct demo *d, struct visit *v);
bool demo_wash(struct demo *d);
bool demo_credit(struct demo *d);

/* demo_supply.c */
/* Batch and expiry of oil that comes, filled two months ago. */
void demo_filled(struct demo *d, struct args *line);
/* Brings every part that is below its minimum back over it. */
bool demo_restock(struct demo *d);
/* A supplier brings what is missing to so much. */
bool demo_fetch(struct demo *d, size_t part, int64_t qty);

#endif
