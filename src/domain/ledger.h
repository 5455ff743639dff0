/* ledger.h - the one double-entry ledger: every amount and every value of goods goes through ledger_post(). */
#ifndef WORKBAY_LEDGER_H
#define WORKBAY_LEDGER_H

#include "domain/command.h"

/* The ids of table account that the program knows. */
enum account {
	ACC_CASH = 1,
	ACC_BANK,
	ACC_WECHAT,
	ACC_ALIPAY,
	ACC_CARD,
	ACC_RECEIVABLE,
	ACC_STOCK,
	ACC_WIP,
	ACC_PAYABLE,
	ACC_RECEIVED_NOT_INVOICED,
	ACC_ADVANCE,
	ACC_OUTPUT_TAX,
	ACC_INPUT_TAX,
	ACC_OWNER,
	ACC_OPENING,
	ACC_INCOME_LABOUR,
	ACC_INCOME_PARTS,
	ACC_INCOME_FEES,
	ACC_DISCOUNT,
	ACC_ROUNDING,
	ACC_COST,
	ACC_PRICE_VARIANCE,
	ACC_OVER_SHORT,
	ACC_SAFE,
	ACC_COST_SUBLET = 30,
	ACC_COLLECTED,
	ACC_COST_REWORK,
	ACC_COST_GOODWILL,
	ACC_STOCK_TRANSIT = 40,
	ACC_STOCKTAKE,
	ACC_STOCK_LOSS,
	ACC_INTERNAL_USE,
	ACC_STOCK_FOUND,
	ACC_ADVANCE_PAID = 45,
	ACC_SUPPLIER_DISCOUNT,
	ACC_PETTY_CASH = 75,
	ACC_INCOME_GOODS = 50,
	ACC_RESTOCKING,
	ACC_RETURNS_SCRAPPED,
	ACC_CORE_DEPOSITS,
	ACC_CORES_DUE,
	ACC_STORED_VALUE = 55,
	ACC_STORED_GIFT,
	ACC_STORED_GIFT_CONTRA,
	ACC_DEPOSIT,
	ACC_CHANNEL_FEE,
	ACC_ADVANCE_KEPT,
	ACC_OTHER_INCOME,
	ACC_PETTY_EXPENSE,
	ACC_PAY_DISCOUNT,
	ACC_BAD_DEBT = 65,
};

struct posting_line {
	int64_t account, amount; /* fen; debit positive, credit negative */
	int64_t party_id, job_id, shift_id, part_id, card_id;
};

/* What will be one entry; it grows in its arena. */
struct posting {
	struct arena *arena;
	struct posting_line *line;
	size_t n;
};

/* An entry without lines, which lives as long as the arena. */
struct posting *posting_new(struct arena *a);

/* Adds a line; an amount of 0 adds nothing; a line with the same account and references is added up. */
void posting_add(struct posting *p, struct posting_line line);

/* Writes the lines, then seals them with the entry of `document_id`, dated today. Keeps the balances by party.
 * Lines that do not sum to zero are a fault of the rule that made them: ERR_FAULT. Nothing is written for none. */
bool ledger_post(struct ctx *ctx, int64_t document_id, struct posting *p, struct err *e);

/* The balance of a party on an account, fen; from the kept row. */
int64_t ledger_party(struct ctx *ctx, int64_t party_id, enum account account);

/* What the petty cash box holds; from the kept row. */
int64_t ledger_petty_cash(struct ctx *ctx);

/* The balance of a job or of a till shift on an account, summed over its lines. */
int64_t ledger_job(struct ctx *ctx, int64_t job_id, enum account account);
int64_t ledger_shift(struct ctx *ctx, int64_t shift_id, enum account account);

#endif
