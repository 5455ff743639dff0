/* clerk_priv.h - how operations of a kind are made up and said, for the files that a clerk is made of. */
#ifndef WORKBAY_TEST_CLERK_PRIV_H
#define WORKBAY_TEST_CLERK_PRIV_H

#include "base/arena.h"
#include "tests/domain/clerk.h"

/* Inputs of a command. */
struct pairs {
	struct arena *a;
	const char *v[64];
	int n;
};

void add(struct pairs *p, const char *name, const char *value);
void add_id(struct pairs *p, const char *name, int64_t id);
void add_money(struct pairs *p, const char *name, int64_t fen);
void add_qty(struct pairs *p, const char *name, int64_t qty);
void add_method(struct pairs *p, int method);
void add_party(struct pairs *p, const char *name, int party);
void add_goods(struct pairs *p, const struct op *op, bool cost);
/* The last part is kept by batch. */
void add_batches(struct pairs *p, const struct op *op);
/* Discounts, payers and payments. */
void add_settlement(struct pairs *p, const struct op *op);
void add_bills(struct pairs *p, const struct op *op);

enum names { NAMES_NOTHING, NAMES_JOB, NAMES_DOCUMENT, NAMES_BILLS };

/* How a kind is made up, and said to its command: the job, the document and the reason are said by all. */
struct way {
	const char *command;
	void (*make)(struct clerk *k, struct op *op);
	void (*say)(struct test_shop *s, struct pairs *p, const struct op *op);
	unsigned often;
	enum names names;     /* what it must name */
	const char *document; /* what its document is called; NULL: "document" */
	bool reason, by_another;
};

extern const struct way way_open_stock, way_purchase, way_receive, way_labour, way_fee, way_part, way_issue,
    way_issue_all, way_return, way_finish, way_send_back, way_settle, way_reopen, way_take_job,
    way_take_party, way_refund, way_reverse, way_till_open, way_till_close, way_hand_over, way_credit,
    way_sublet, way_sale, way_sale_return, way_till_in, way_till_out, way_till_drop, way_top_up, way_card_pay,
    way_card_refund, way_deposit, way_deposit_back, way_buy_back, way_buy_invoice, way_buy_freight,
    way_buy_pay, way_buy_money, way_combine, way_claim, way_write_off, way_recover, way_statement, way_review,
    way_unreview, way_invoice, way_red, way_invoice_top_up, way_expense, way_income, way_petty, way_advance,
    way_keep, way_quick, way_pay_out, way_supplement, way_reassign;

int64_t some_job(struct clerk *k);
int64_t some_document(struct clerk *k);
int some_method(struct clerk *k);
/* A job of which the model allows it, if one is soon found. */
void make_on_job(struct clerk *k, struct op *op);
/* Parts at some cost, in up to `most` lines. */
void make_goods(struct clerk *k, struct op *op, int most);
/* Most are paid exactly; some in two ways, some not at all. */
void pay_at_once(struct clerk *k, struct op *op, int64_t total);
/* Bills of one party, and what is done with them. */
void make_on_bills(struct clerk *k, struct op *op);
/* A document of that kind, a method and an amount. */
void make_on_document(struct clerk *k, struct op *op, enum op_kind of);

#endif
