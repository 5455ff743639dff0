/* model.h - the rules of the books once more, in small arrays: what a shop must hold after a row of
 * documents.
 *
 * Written from the rules, not from the program: moving weighted average, gross prices with tax inside,
 * discounts by the largest remainder, advances, bills, tills. An operation is applied, or refused for a
 * reason of the books. */
#ifndef WORKBAY_TEST_MODEL_H
#define WORKBAY_TEST_MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define MODEL_PARTS   6
#define MODEL_PARTIES 8 /* 0 to 5 customers, of whom 3 to 5 have terms; 6 and 7 suppliers */
#define MODEL_METHODS 5
#define OP_LINES      3
/* The package: two of part 0, half of part 1 for 7.77, labour for 33.33, a fee of 5.00. */
#define SET_LINES 4
#define SET_PRICE 7000
/* Lines of a quick job that are no parts: words with a price, and the labour item of the package. */
#define QUICK_WORDS  (-1)
#define QUICK_LABOUR (-2)
#define LABOUR_PRICE 3333

/* The supplier who has terms, and their days. */
#define MODEL_SUPPLIER_TERMS 7
#define MODEL_TERMS          20

enum op_kind {
	OP_OPEN_STOCK,
	OP_PURCHASE, /* `payer`: the carrier, `amount`: he collects, `discount`: freight, `round`: estimated */
	OP_RECEIVE,
	OP_LABOUR,
	OP_FEE, /* `round`: passed through */
	OP_PART,
	OP_ISSUE,
	OP_ISSUE_ALL,
	OP_RETURN,
	OP_FINISH,
	OP_SEND_BACK,
	OP_SETTLE,
	OP_REOPEN,
	OP_TAKE_JOB,
	OP_TAKE_PARTY,
	OP_REFUND,
	OP_REVERSE,
	OP_TILL_OPEN,
	OP_TILL_CLOSE,
	OP_HAND_OVER,
	OP_CREDIT,      /* `part` is the line, `round`: back to stock */
	OP_SUBLET,      /* `amount` is the price, line[0].cost the cost */
	OP_SALE,        /* party -1: nobody is named */
	OP_SALE_RETURN, /* `document` is the sale, `round`: back to stock */
	OP_TILL_IN,
	OP_TILL_OUT,
	OP_TILL_DROP,
	OP_TOP_UP, /* `qty` is the gift */
	OP_CARD_PAY,
	OP_CARD_REFUND,
	OP_DEPOSIT,
	OP_DEPOSIT_BACK, /* `qty` is what is kept */
	OP_BUY_BACK,     /* `part` and `qty` of a receipt */
	OP_BUY_INVOICE,  /* `discount`: the tax in it; a line has another cost */
	OP_BUY_FREIGHT,
	OP_BUY_PAY,   /* `part_discount`: from what was paid in advance, `round`: the rest in advance */
	OP_BUY_MONEY, /* back from a supplier */
	OP_COMBINE,
	OP_CLAIM, /* `bills`, of the first comes `amount`; `part`: who bears the rest; `payer`: the customer */
	OP_WRITE_OFF, /* `part`: how; `amount` 0: all of the `bills`, or all that is open */
	OP_RECOVER,
	OP_STATEMENT,
	OP_REVIEW,
	OP_UNREVIEW,
	OP_INVOICE,        /* `bills`, of the first one `amount`; 0: all */
	OP_RED,            /* `amount` 0: all that is left */
	OP_INVOICE_TOP_UP, /* `amount` 0: all that may be */
	OP_EXPENSE,        /* `part`: the category */
	OP_INCOME,
	OP_PETTY,   /* `round`: back out of the box */
	OP_ADVANCE, /* `round`: may be kept */
	OP_KEEP,
	OP_QUICK, /* a line of part QUICK_WORDS or QUICK_LABOUR is no part; `cost` is its price, 0: of the list */
	OP_PAY_OUT,    /* what a job passes through, to whom it belongs */
	OP_SUPPLEMENT, /* lines with amounts as `cost` */
	OP_REASSIGN,   /* `round`: the advisor too */
	OP_KINDS,
};

enum method { M_CASH, M_WECHAT, M_ALIPAY, M_CARD, M_BANK, M_MEMBER, M_ADVANCE, M_DISCOUNT, M_PETTY, M_ALL };

/* How a bill is closed without money. */
enum { GIVEN_DISCOUNT, GIVEN_BAD_DEBT, GIVEN_CUSTOMER };

/* What is asked for an invoice on top, of ten thousand. */
enum { SURCHARGE_NONE, SURCHARGE_ORDINARY, SURCHARGE_SPECIAL };
#define MODEL_ORDINARY 325
#define MODEL_SPECIAL  800

#define MODEL_EXPENSES 3
#define MODEL_INCOMES  2

struct op {
	enum op_kind kind;
	int party, payer, part, method; /* places in the model's tables; payer -1: the party itself */
	int64_t job, document;          /* ids of the shop file, 0: none */
	int64_t qty, amount;
	int64_t sets; /* OP_SALE: packages behind the lines; 0: none */
	int n_lines;
	struct {
		int part;
		int64_t qty, cost;
	} line[OP_LINES];
	int64_t labour_discount, part_discount, discount; /* OP_SETTLE */
	bool round;
	int surcharge; /* OP_SETTLE, OP_SALE: SURCHARGE_... */
	int n_pay;
	struct {
		int method;
		int64_t amount;
	} pay[2];
	int n_payers; /* OP_SETTLE: the last one has no amount where `rest` */
	struct {
		int party;
		int64_t amount;
	} payers[2];
	bool rest;
	int64_t counted[4]; /* OP_TILL_CLOSE */
	int n_bills;        /* documents of bills that are named */
	int64_t bills[2];
	int64_t today;
	/* what the program answered */
	bool ok;
	int64_t id, paid_id; /* of the document or job; of the payment that came with a settlement */
	int64_t settled_id;  /* OP_QUICK: of the settlement, behind the issue */
	char request[32];
};

struct model;

struct model *model_new(const int64_t prices[MODEL_PARTS], int64_t tax_rate, int64_t round_to,
			const int64_t limits[MODEL_PARTIES]);
void model_free(struct model *m);

/* Would the books take it? With `op->ok` (what the program said) it is booked under the ids in `op`. */
bool model_allows(struct model *m, const struct op *op);
void model_book(struct model *m, const struct op *op);

/* Can documents of that kind be taken back at all? */
bool model_goes_back(enum op_kind kind);

/* ---- what it holds ---- */

/* The kind of a document; a payment is OP_TAKE_JOB, OP_KINDS: there is none. */
enum op_kind model_kind(const struct model *m, int64_t document);

/* Balance of an account by its kind in table account, debit positive. */
int64_t model_account(const struct model *m, const char *kind);
int64_t model_qty(const struct model *m, int part);
int64_t model_value(const struct model *m, int part);
int64_t model_receivable(const struct model *m, int party);
int64_t model_advance(const struct model *m, int party); /* a credit: negative where something is held */
int64_t model_open_bills(const struct model *m);
int64_t model_payable(const struct model *m, int party); /* a credit: negative where something is owed */
int64_t model_paid_ahead(const struct model *m, int party);
int64_t model_debts(const struct model *m, int party); /* open, document by document */
int64_t model_wip(const struct model *m, int64_t job);
int64_t model_total(const struct model *m, int64_t job);
const char *model_state(const struct model *m, int64_t job);
bool model_till_open(const struct model *m);
int64_t model_till(const struct model *m, int method); /* expected in the open shift */

/* What a statement of account says of a party at the end of the last day that is over. */
int64_t model_closing(const struct model *m, int party);
int64_t model_invoiced(const struct model *m, int party); /* on invoices that stand, red letters taken off */
int64_t model_to_invoice(const struct model *m, int party);
int64_t model_numbers(const struct model *m); /* numbers of invoices that are used up */

/* What the card of a party holds. */
int64_t model_principal(const struct model *m, int party);
int64_t model_gift(const struct model *m, int party);
int64_t model_on_invoice(const struct model *m, int party); /* what of it is invoiced */

/* For the one who makes operations up. */
int64_t model_sale_total(const struct model *m, const struct op *op);
int64_t model_quick_total(const struct model *m, const struct op *op);
/* What a job was settled at; 0: it is not settled. */
int64_t model_settled(const struct model *m, int64_t job);
/* What a job has collected, or will collect, for others, less what was paid out. */
int64_t model_passed(const struct model *m, int64_t job);
int64_t model_collected(const struct model *m, int64_t job); /* in the books: a credit, negative */
/* One of the sales that nobody has paid later, with a line of it; 0: none. */
int64_t model_sale(const struct model *m, size_t n, int *ret_part, int64_t *ret_qty);
/* The document of one of the bills, and whose it is; 0: there is none. */
int64_t model_bill(const struct model *m, size_t n, int *ret_party);
/* One of the documents of a kind, 0: there is none. OP_COMBINE, OP_WRITE_OFF, OP_CLAIM, OP_INVOICE, OP_ADVANCE ... */
int64_t model_of_kind(const struct model *m, enum op_kind kind, size_t n);
int64_t model_top_up(const struct model *m, size_t n); /* one of them, 0: there is none */
size_t model_deposits(const struct model *m);
int64_t model_deposit(const struct model *m, size_t i, int64_t *ret_left);
size_t model_jobs(const struct model *m);
int64_t model_job(const struct model *m, size_t i);
int64_t model_job_open(const struct model *m, int64_t job); /* bills of it that are open, all in all */
int model_line_parts(const struct model *m, int64_t job, int part[8], int64_t issued[8]);
size_t model_receipts(const struct model *m);
/* The document, its first part, and how much of that was kept. */
int64_t model_receipt(const struct model *m, size_t i, int *ret_part, int64_t *ret_left);
/* The reports of money over the shop file say what the model holds; fails the test where one does not. */
struct test_shop;
void reports_agree(struct test_shop *s, const struct model *m);
size_t model_documents(const struct model *m);
int64_t model_document(const struct model *m, size_t i);
/* The same where money of it may be given back, 0 for others. */
int64_t model_receipt_of_money(const struct model *m, size_t i);

#endif
