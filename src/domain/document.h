/* document.h - numbers without gaps, and documents that stand for ever. */
#ifndef WORKBAY_DOCUMENT_H
#define WORKBAY_DOCUMENT_H

#include "domain/command.h"

/* The ids of table document_kind. */
enum document_kind {
	DOC_AUTHORISATION = 1,
	DOC_ISSUE,
	DOC_RETURN,
	DOC_SETTLEMENT,
	DOC_PAYMENT,
	DOC_REFUND,
	DOC_TILL_OPEN,
	DOC_TILL_CLOSE,
	DOC_OPENING_STOCK,
	DOC_PURCHASE,
	DOC_HANDOVER,
	DOC_REVERSAL,
	DOC_DAY_CLOSE,
	DOC_RELEASE = 40,
	DOC_SUBLET = 41,
	DOC_STOCK_IN = 60,
	DOC_STOCK_OUT,
	DOC_STOCK_LOSS,
	DOC_AUX_ISSUE,
	DOC_TRANSFER,
	DOC_TRANSFER_IN,
	DOC_STOCKTAKE,
	DOC_PRICE_CHANGE,
	DOC_COUNT_SHEET,
	DOC_CORE_CHARGE,
	DOC_PURCHASE_RETURN = 70,
	DOC_PURCHASE_INVOICE,
	DOC_SUPPLIER_PAYMENT,
	DOC_PURCHASE_FREIGHT,
	DOC_PURCHASE_ORDER,
	DOC_PURCHASE_PLAN,
	DOC_ORDER_REQUEST,
	DOC_SUPPLIER_REFUND,
	DOC_OPENING_BALANCE,
	DOC_MERGE = 50,
	DOC_UNMERGE,
	DOC_SALE = 80,
	DOC_SALE_RETURN,
	DOC_CORE_BACK,
	DOC_CORE_SENT,
	DOC_CORE_CREDIT,
	DOC_INVOICE = 105,
	DOC_RED_LETTER,
	DOC_EXPENSE,
	DOC_OTHER_INCOME,
	DOC_PETTY_CASH,
	DOC_COLLECTIVE = 95,
	DOC_WRITE_OFF,
	DOC_CLAIM,
	DOC_RECOVERY,
	DOC_STATEMENT,
	DOC_CREDIT = 45,
	DOC_SUPPLEMENT,
	DOC_CHECK,
	DOC_CERTIFICATE,
	DOC_TILL_IN = 85,
	DOC_TILL_OUT,
	DOC_TILL_DROP,
	DOC_TOP_UP,
	DOC_CARD_REFUND,
	DOC_DEPOSIT,
	DOC_DEPOSIT_BACK,
	DOC_ADVANCE_KEEP,
	DOC_CHANNEL_PAY,
	DOC_PAY_OUT = 116,
	DOC_CONSIGN_IN = 125,
	DOC_CONSIGN_OUT,
	DOC_CONSIGN_BUY,
};

/* The next number of a series for today: WO-261121-0007. Gapless, for it is taken inside the transaction. */
void number_next(struct ctx *ctx, const char *prefix, char ret[40]);

struct document {
	enum document_kind kind;
	int64_t party_id, job_id, reverses_id; /* 0: none */
	int64_t amount;                        /* fen, what the document is about */
};

/* Posts the document's head with its number and today's business day; returns its id. Fills ctx->answer's id, number
 * and document. The caller posts its lines and, where its kind has one, its entry. */
int64_t document_post(struct ctx *ctx, const struct document *d);

/* The number of a document, in ctx->arena; "" when there is none. */
const char *document_number(struct ctx *ctx, int64_t id);

/* Asks for paper where the shop wants that form by itself (print.forms): a row of print_job with the template's
 * name. */
void document_print(struct ctx *ctx, int64_t document_id, const char *template);

#endif
