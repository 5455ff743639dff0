/* payment.h - money that customers bring, and what it pays. */
#ifndef WORKBAY_PAYMENT_H
#define WORKBAY_PAYMENT_H

#include "domain/command.h"

/* One row of the pay grid, as commands take it: LINES(x, pay, "pay", N_("Payment"), pay_line_input, pay_line,
 * ...). */
struct pay_line {
	struct input input;
	const char *method, *reference;
	int64_t amount, tendered;
};

extern const struct field pay_line_input[];
#define PAY_LINES_MOST 12

/* The ways to pay as choices: all of them, those that are money, those and the petty cash box, channels that send statements,
 * and the shop's own ones that a till counts. */
const struct choice *pay_list_all(struct db *db, struct arena *a, bool offered);
const struct choice *pay_list_money(struct db *db, struct arena *a, bool offered);
const struct choice *pay_list_expense(struct db *db, struct arena *a, bool offered);
const struct choice *pay_list_channels(struct db *db, struct arena *a, bool offered);
const struct choice *pay_list_counted(struct db *db, struct arena *a, bool offered);

/* Ways to pay that are not money: ids of table pay_method. */
enum { PAY_MEMBER = 6, PAY_COUPON, PAY_ADVANCE, PAY_DISCOUNT };

/* What money is for: ids of table pay_purpose; 0: bills and advances. */
enum { PURPOSE_VALUE = 2, PURPOSE_DEPOSIT, PURPOSE_EXPENSE };

/* What was given by one method, understood. */
struct pay {
	int64_t method_id, account, shift_id; /* shift_id 0: it goes past the till */
	int64_t card_id;                      /* the member card that pays; 0: the payer's own */
	int64_t amount, tendered;             /* fen; tendered 0: exactly the amount */
	const char *method, *reference;
};

/* Something that may be paid: an open bill, or (bill_id 0) the advance of a job, or of a customer (job_id 0). */
struct due {
	int64_t bill_id, party_id, job_id;
	int64_t open, paid; /* fen; open is what is still to be paid, paid what this payment has brought */
	int64_t kept_open;  /* what stays open although more is given: only a part of the bill was chosen */
};

/* Who pays, and for what. Zero: nothing of the kind. */
struct payer {
	int64_t party_id, job_id;
	int64_t tendered, refunds_id, purpose, card_id;
	bool forfeitable; /* an advance that the shop may keep */
};

/* Understands rows of the grid: the method's account, the till that takes it, change given on cash alone, and
 * that a reference was not booked before. */
bool pay_read(struct ctx *ctx, const struct lines *lines, struct pay *ret, struct err *e);
bool pay_read_one(struct ctx *ctx, const struct pay_line *line, struct pay *ret, struct err *e);

/* Understands how money goes back: it needs no number, and none is found twice. */
bool pay_read_back(struct ctx *ctx, const struct pay_line *line, struct pay *ret, struct err *e);

/* Refuses what is no money: cards, coupons, advances. */
bool pay_money_only(const struct pay *pay, struct err *e);
bool pay_is_money(const struct pay *pay);

/* Writes one row of money (out: an amount below 0). */
void payment_row(struct ctx *ctx, int64_t document, const struct pay *pay, const struct payer *payer,
		 int64_t amount);

/* Posts one payment document over the dues in their order, at most what is open; moves each due's amounts.
 * The caller keeps bill_open. Of `payer` the work order it is booked under (0: none) and `forfeitable` are read.
 * Fills the answer's document and number. */
bool payment_post(struct ctx *ctx, struct pay *pay, size_t n_pay, struct due *due, size_t n_due,
		  const struct payer *payer, int64_t *ret_document, struct err *e);

/* The same as part of another document's entry, under its number: money that comes with a sale. */
struct posting;
bool payment_into(struct ctx *ctx, int64_t document, struct posting *p, struct pay *pay, size_t n_pay,
		  struct due *due, size_t n_due, struct err *e);

/* Says behind the answer what goes back to the customer; nothing when it was paid exactly. */
void payment_say_change(struct ctx *ctx, const struct pay *pay, size_t n);

/* Writes what is open of each bill that was paid back to bill_open. */
void dues_keep(struct ctx *ctx, const struct due *due, size_t n);

#endif
