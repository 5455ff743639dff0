/* job.h - work orders: what the files of the workshop share about a case and its lines. */
#ifndef WORKBAY_JOB_H
#define WORKBAY_JOB_H

#include "domain/command.h"

struct job {
	int64_t id, vehicle_id, customer_id, payer_id, repair_type_id, repair_mode_id, settlement_id;
	int64_t total, authorised; /* fen */
	const char *number, *state, *plate;
};

/* Reads a work order into the arena; false when there is none. */
bool job_read(struct ctx *ctx, int64_t id, struct job *ret);
bool job_is(const struct job *j, const char *state);

/* The work order that the raw input `job` names, for .fill; 0 when it names none. */
int64_t job_of_args(struct ctx *ctx, const struct args *args);

/* Guards. May its lines change (received or in work)? Is it not settled yet (finished too)? Else the sentence says
 * which step it takes first. */
bool job_may_change(struct ctx *ctx, int64_t id, struct err *e);
bool job_unsettled(struct ctx *ctx, int64_t id, struct err *e);

/* Moves a work order on (or back) and stamps the step. `reason` may be NULL. */
void job_step(struct ctx *ctx, int64_t id, const char *to, const char *reason);
/* The stamp alone: the caller moves it on together with what else he writes there. */
void job_step_row(struct ctx *ctx, int64_t id, const char *to, const char *reason);
/* The same, only when it is still just received: work has begun. */
void job_begin(struct ctx *ctx, int64_t id);

/* Guard: is the car here, not out on a temporary pass? */
bool job_in_house(struct ctx *ctx, int64_t id, struct err *e);

/* Finished work goes back to be done again; a check that it had passed is void. */
void job_back_to_work(struct ctx *ctx, int64_t id, const char *reason);

/* What it waited for is over (nothing happens where it did not wait). */
void job_stands_no_more(struct ctx *ctx, int64_t id);

/* Adds up the lines that are on into the work order's total. */
void job_sum(struct ctx *ctx, int64_t id);

struct job_line {
	int64_t job_id;
	const char *kind;                                    /* a code of table job_line_kind */
	int64_t labour_id, part_id, payer_id, technician_id; /* 0: none */
	const char *text;
	int64_t qty, hours;
	int64_t list_price, rule_price, price; /* fen; rule_price after the repair mode, of what is listed */
	const char *bears, *free_reason;       /* NULL: by the repair mode; not free */
	int64_t pass_through, supplier_id, sublet_cost, offers_id, package_id;
};

/* Fills from the list of parts or labour what is not said: the words, list price and the price by the rule of the work
 * order's repair mode; also the hours where they are 0 and the price where it is below 0. Nothing for a line in words. */
void job_line_from_list(struct ctx *ctx, struct job_line *l);

/* Adds a line that is on at the end of its work order and sums it up; returns its id. It is authorised at once where
 * the customer's yes reaches so far. */
int64_t job_line_add(struct ctx *ctx, const struct job_line *l);

/* A line that is there. */
struct job_line_row {
	int64_t id, job_id, qty, list_price, rule_price, price, amount, issued_qty, authorised;
	int64_t part_id, labour_id, sublet_id; /* 0: none */
	const char *kind, *state, *text;
	bool listed; /* from the catalogue or the labour list */
	bool free;   /* costs nothing, for a reason */
};

/* Reads a line; false when there is none. */
bool job_line_read(struct ctx *ctx, int64_t id, struct job_line_row *ret);
/* Guards: is the line on that work order, and may it change? Is nothing of it issued, and no sublet work booked? */
bool job_line_may_change(struct ctx *ctx, int64_t job_id, int64_t line_id, struct job_line_row *ret,
			 struct err *e);
bool job_line_not_issued(struct ctx *ctx, const struct job_line_row *l, struct err *e);
/* Puts a line into a state (on, off, declined, dropped) and sums the work order up. `reason` NULL keeps the old. */
void job_line_to(struct ctx *ctx, const struct job_line_row *l, const char *state, const char *reason);

/* Another quantity or price. The customer's yes shrinks with a line that becomes cheaper, and is gone from one that grows
 * beyond it. */
void job_line_set(struct ctx *ctx, const struct job_line_row *l, int64_t qty, int64_t price);

/* May a line of this amount come to the work order? False when the amount or the sum grows beyond what is counted. */
bool job_line_fits(struct ctx *ctx, int64_t job_id, int64_t qty, int64_t price, struct err *e);

/* Makes the line free of charge; `bears` NULL keeps who bears it. */
void job_line_free(struct ctx *ctx, const struct job_line_row *l, const char *bears, const char *reason);

/* Who pays what `bears` says, where no payer is named: the insurer of the car, the payer of the repair mode. False with
 * a sentence when there is none, or when the shop bears it without a reason. */
bool job_bearer(struct ctx *ctx, int64_t job_id, const char *bears, const char *reason, int64_t *payer,
		struct err *e);

/* Guard of the finish: sublet work that is on is booked. */
bool job_sublets_booked(struct ctx *ctx, int64_t job_id, struct err *e);

/* May the person go down from `list` to `price`? Each role has a share that it may give away. */
bool job_price_within(struct ctx *ctx, const char *field, int64_t list, int64_t price, struct err *e);

/* Has the customer said yes to the line (where this shop asks for it)? */
bool job_line_authorised(struct ctx *ctx, int64_t line_id, struct err *e);

#endif
