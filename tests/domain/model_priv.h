/* model_priv.h - the books in small arrays, for the files that the model is made of. */
#ifndef WORKBAY_TEST_MODEL_PRIV_H
#define WORKBAY_TEST_MODEL_PRIV_H

#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/err.h"
#include "tests/domain/model.h"

enum acc {
	A_CASH,
	A_WECHAT,
	A_ALIPAY,
	A_CARD,
	A_BANK,
	A_RECEIVABLE,
	A_STOCK,
	A_WIP,
	A_PAYABLE,
	A_ADVANCE,
	A_TAX,
	A_OPENING,
	A_LABOUR,
	A_PARTS,
	A_FEES,
	A_DISCOUNT,
	A_ROUNDING,
	A_COST,
	A_VARIANCE,
	A_OVER_SHORT,
	A_SAFE,
	A_COST_SUBLET,
	A_COLLECTED,
	A_GOODS,
	A_SCRAPPED,
	A_VALUE,
	A_GIFT,
	A_CONTRA,
	A_DEPOSIT,
	A_OTHER_INCOME,
	A_PETTY,
	A_PAY_DISCOUNT,
	A_NOT_INVOICED,
	A_INPUT_TAX,
	A_PAID_AHEAD,
	A_SUPPLIER_DISCOUNT,
	A_BAD_DEBT,
	A_KEPT,
	A_PETTY_CASH,
	A_EXPENSE,
	A_INCOME = A_EXPENSE + MODEL_EXPENSES,
	ACCS = A_INCOME + MODEL_INCOMES,
};

struct line {
	char kind; /* L, P, F, S: sublet, T: passed through, U: the surcharge, 0 when there is none */
	int part, payer;
	int64_t qty, amount, issued;
	struct part_of { /* after the discount, and the net before it */
		int64_t gross, net, income;
	} settled, credited;
	int64_t credited_qty;
	int64_t sublet, booked; /* the cost, and the document that booked it; 0: none */
};

/* Goods that went out to a job, and what of them has not come back. */
struct issue {
	int64_t document, qty, value;
	int part, line;
};

struct job {
	int64_t id, settlement;
	int party, payer;
	char state;  /* r received, w in work, f finished, s settled, h handed over */
	int credits; /* notes that stand */
	struct line *line;
	size_t n_lines;
	struct issue *issue;
	size_t n_issues;
	int64_t advance[MODEL_PARTIES], paid_out;
	int64_t covered[MODEL_PARTIES]; /* of it, by value that was invoiced at the top-up */
};

struct bill {
	int64_t settlement, amount, open, due, from_advance, credited;
	size_t job;
	int party;
	bool dead;
	int64_t collective, invoiced; /* the collective bill that stands, 0: none */
	int64_t covered;              /* by value that was invoiced at the top-up */
	int closed;                   /* claims and write-offs that stand on it */
};

struct use {
	size_t bill;
	int64_t amount, freed; /* freed: by a credit note, it is an advance now */
	int64_t covered;
};

struct part_given {
	size_t bill;
	int64_t amount;
	int how;
};

struct moved {
	int part, line;
	int64_t qty, value;
	size_t issue; /* of the job, for issues and returns */
};

/* What a credit note took off a bill: of `share` so much as was open. */
struct eased {
	size_t bill;
	int64_t share, open;
};

/* Money that it freed: a payment's, or (SIZE_MAX) the advance that the settlement had used. */
struct freed {
	size_t bill, doc;
	int64_t amount;
};

struct doc {
	int64_t id, amount, refunded, refunds;
	enum op_kind kind; /* OP_TAKE_JOB stands for every payment */
	size_t job;
	bool has_job, reversed, plain; /* plain: one method from one payer */
	int party, method;
	struct paid { /* of a payment: each of its methods */
		int method;
		int64_t amount;
	} paid[2];
	int n_paid;
	int64_t gift, covered; /* of a payment by card; covered: of a work order, before its bill */
	size_t top_up;         /* that an invoice stands for, and one; 0: none */
	struct use *use;
	size_t n_uses;
	struct part_given *part; /* of bills: what was given up, or is on an invoice */
	size_t n_parts;
	size_t *made; /* bills that a claim has made */
	size_t n_made;
	bool reviewed, forfeitable;
	int64_t let_off, back, day; /* of a payment its discount; of a write-off what came in after all */
	int account;                /* of an expense */
	struct moved *move;
	size_t n_moves;
	struct eased *eased;
	size_t n_eased;
	struct freed *freed;
	size_t n_freed;
	int line; /* of a credit note: the line, how much of it, and what it gave back */
	int64_t qty, rounding;
	struct part_of gave;
	struct back *given;                         /* of a sale's return */
	int64_t shift;                              /* of cash in and out of a drawer */
	int64_t sums[ACCS], advance[MODEL_PARTIES]; /* of a settlement, for its opposite */
};

/* A deposit on a thing. */
struct held {
	int64_t id, left;
};

/* Money that was paid onto a card, and what of it is on invoices. */
struct top_up {
	int64_t id, amount, invoiced;
	int party;
};

#define NO_JOB SIZE_MAX /* of a bill that belongs to no work order */

#define SALE_LINES (OP_LINES + SET_LINES + 1) /* and the surcharge */

/* A line of a sale: what of it has not come back. */
struct sold {
	int part; /* -1: labour, -2: a fee */
	int at;   /* of a piece that comes back: its line */
	int64_t qty, gross, net, income, cost;
};

struct sale {
	int64_t id;
	int party; /* -1: the walk-in customer */
	struct sold line[SALE_LINES];
	int n;
	int64_t rounding, rest;           /* what it was rounded by; of its total, what has not come back */
	int64_t paid[M_ALL];              /* with it, less what was given back */
	int64_t took, took_gift, covered; /* from the card: of it gift, and invoiced already */
	int64_t back_gift, back_took, uncovered; /* and what of that it has back */
	size_t bill;                             /* NO_JOB: nobody is named, or nothing was to pay */
	bool reversed;
	int returns; /* that stand */
};

struct model {
	int64_t price[MODEL_PARTS], qty[MODEL_PARTS], value[MODEL_PARTS], limit[MODEL_PARTIES], rate,
	    round_to;
	int64_t acc[ACCS], receivable[MODEL_PARTIES], till[4];
	bool till_open;
	int64_t shift; /* how often the till was opened */
	int64_t principal[MODEL_PARTIES], gift[MODEL_PARTIES];
	int64_t on_invoice[MODEL_PARTIES]; /* of the principal */
	struct top_up *top_up;
	size_t n_top_ups;
	int64_t ahead[MODEL_PARTIES]; /* advances of customers, for no work order */
	int64_t day, closing[MODEL_PARTIES], invoiced[MODEL_PARTIES], numbers;
	bool booked[MODEL_PARTIES], booked_before[MODEL_PARTIES];
	struct held *held;
	size_t n_held;
	struct job *job;
	size_t n_jobs;
	struct bill *bill;
	size_t n_bills;
	struct doc *doc;
	size_t n_docs;
	struct sale *sale;
	size_t n_sales;
	struct buying *buy;
};

#define GROW(array, n)                                                                                       \
	((array) = xrealloc((array), ((n) + 1) * sizeof(*(array))),                                          \
	 memset(&(array)[n], 0, sizeof(*(array))), &(array)[(n)++])

/* a * b / c, halves away from zero. */
int64_t times(int64_t a, int64_t b, int64_t c);
int64_t net(const struct model *m, int64_t gross);
/* Largest remainder: whole parts first, then one fen to the largest fractions, the first among equals. */
void spread(int64_t total, const int64_t *weight, size_t n, int64_t *ret);

struct job *job_of(const struct model *m, int64_t id);
bool job_in(const struct job *j, const char *states);
void post(struct model *m, enum acc a, int64_t amount);
void post_receivable(struct model *m, int party, int64_t amount);
/* What is held for a party on a job grows by `amount`. */
void hold(struct model *m, struct job *j, int party, int64_t amount);
void put_in(struct model *m, int part, int64_t qty, int64_t value);
int64_t take_out(struct model *m, int part, int64_t qty);
void post_money(struct model *m, int method, int64_t amount);

/* What is done with an operation of a kind, and with the document that it made. */
struct rule {
	bool (*allows)(const struct model *m, const struct op *op);
	void (*book)(struct model *m, const struct op *op);
	/* May it be taken back, and how; NULL: it stands for good. */
	bool (*may_go)(const struct model *m, const struct op *op, const struct doc *d);
	void (*unbook)(struct model *m, struct doc *d);
};

extern const struct rule rule_open_stock, rule_purchase, rule_receive, rule_line, rule_issue, rule_issue_all,
    rule_return, rule_finish, rule_send_back, rule_settle, rule_reopen, rule_take, rule_refund,
    rule_till_open, rule_till_close, rule_hand_over, rule_credit, rule_sublet, rule_sale, rule_sale_return,
    rule_till_in, rule_till_out, rule_till_drop, rule_top_up, rule_card_pay, rule_card_refund, rule_deposit,
    rule_deposit_back, rule_buy_back, rule_buy_invoice, rule_buy_freight, rule_buy_pay, rule_buy_money,
    rule_combine, rule_claim, rule_write_off, rule_recover, rule_statement, rule_review, rule_unreview,
    rule_invoice, rule_red, rule_invoice_top_up, rule_expense, rule_income, rule_petty, rule_advance,
    rule_keep, rule_quick, rule_pay_out, rule_supplement, rule_reassign;

/* A document of an operation. */
struct doc *doc_new(struct model *m, const struct op *op, int64_t id);
struct doc *doc_of(const struct model *m, int64_t id);

/* Goods. */
bool lines_known(const struct op *op);
/* What a document gives up of what it brought, as far as it is there; all of it with the last piece. */
int64_t take_back(struct model *m, int part, int64_t qty, int64_t value);
bool goods_there(const struct model *m, const struct doc *d);
/* All that a document brought goes out again; returns what it had brought in value. */
int64_t goods_out_again(struct model *m, const struct doc *d);

/* Work that others do, and costs that are passed through. */
bool sublets_booked(const struct job *j);
int64_t sublet_cost(const struct job *j);
enum acc income_of(char kind);

struct top_up *top_up_of(const struct model *m, int64_t id);

/* A card pays `amount`; returns how much of it was gift. It gets back what it paid. */
int64_t card_use(struct model *m, int party, int64_t amount);
void card_back(struct model *m, int party, int64_t amount, int64_t gift);

/* Value on cards that was invoiced when it was paid in: what it pays is not invoiced again. */
bool value_holds(const struct model *m, const struct op *op, int party, const size_t *due, size_t n);
/* `d` has paid `taken` of a card's principal. */
void value_pays(struct model *m, struct doc *d, int64_t taken, struct job *in);
void value_back(struct model *m, const struct doc *d);
bool allows_value_invoice(const struct model *m, const struct op *op);
void book_value_invoice(struct model *m, const struct op *op, struct doc *d);
bool allows_value_red(const struct model *m, const struct op *op, const struct doc *of);
void book_value_red(struct model *m, const struct op *op, struct doc *red);
bool allows_value_void(const struct model *m, const struct doc *d);
void unbook_value(struct model *m, const struct doc *d);

/* What is asked on top of `gross` for the invoice that is wanted. */
int64_t surcharge(const struct op *op, int64_t gross);

bool has_terms(int party);
/* May so much more stay open with a party that has terms on that day: within its limit, and nothing of it is late. */
bool may_owe(const struct model *m, int party, int64_t more, int64_t today);
/* `amount` is paid by a method; an advance and a discount are ways to pay as well. */
void post_pay(struct model *m, int party, int method, int64_t amount);
bool till_for(const struct model *m, int method);
bool till_holds(const struct model *m, int method, int64_t amount);

/* A line at a price of its own; a part without one costs what the list says. */
void add_line(struct job *j, char kind, int part, int payer, int64_t qty, int64_t price);
/* Would the job be settled like that, and nothing stay open that must be paid before the car leaves? */
bool settles_and_leaves(const struct model *m, const struct job *j, const struct op *op);
/* The document of a payment. */
struct doc *payment_doc(struct model *m, const struct op *op, int64_t id, int64_t amount, int party,
			int method);

/* What of a payment bills use that stand. */
int64_t doc_used(const struct model *m, const struct doc *d);

struct buying *buying_new(void);
void buying_free(struct buying *b);
/* `amount` is owed to a supplier for a document; below 0: he owes it. */
void owe(struct model *m, int64_t document, int party, int64_t amount, int64_t due);
bool debts_unpaid(const struct model *m, int64_t document);
void debts_drop(struct model *m, int64_t document);

/* Stands the document of a bill free of collective bills, claims, write-offs, invoices and reviews? */
bool bills_free(const struct model *m, int64_t document);
bool bills_closed(const struct model *m, int64_t document);
int64_t bill_to_invoice(const struct model *m, const struct bill *b);
/* Open bills of the documents that are named, of a party; false: nothing is open of one, or one is there twice. */
bool named_dues(const struct model *m, const struct op *op, int party, size_t *ret, size_t *n);
/* The open bills of a settlement or a collective bill (or, with 0, of a party), the oldest first. */
size_t dues(const struct model *m, int64_t document, int party, size_t *ret, size_t most);

/* A new day: what was owed at the end of the last one. */
void day_goes_on(struct model *m, int64_t today);

/* What is left of an advance for no work order may be refunded. */
bool allows_refund_ahead(const struct model *m, const struct op *op, const struct doc *d);
void book_refund_ahead(struct model *m, const struct op *op, struct doc *of);
void unbook_refund_ahead(struct model *m, const struct doc *d);

#endif
