/* stock_slip.h - issue and return slips: goods between the store and a work order. */
#ifndef WORKBAY_STOCK_SLIP_H
#define WORKBAY_STOCK_SLIP_H

#include "domain/document.h"
#include "domain/ledger.h"

#define SLIP_LINES_MOST 200

/* One line as it is written down. */
struct slip_line {
	struct input input;
	int64_t part, qty;
	const char *batch; /* of an issue */
};

extern const struct field slip_line_input[], issue_line_input[];

/* A slip that is being written. */
struct slip {
	struct ctx *ctx;
	struct err *e;
	int64_t job_id, warehouse_id, document_id, moves;
	struct posting *p;
};

/* Posts the head: the document and who took or brought the goods. */
bool slip_head(struct slip *s, enum document_kind kind, int64_t picker_id);

/* Both sides of a move: out of stock into the job's work in progress, or (negative) back. */
void slip_value(struct slip *s, int64_t part_id, int64_t value);

/* Keeps what is issued of a line of the work order (0: none). */
void slip_issued(struct ctx *ctx, int64_t job_line_id, int64_t qty);

/* Issues those lines (struct slip_line) to a work order, inside another command. */
bool slip_issue(struct ctx *ctx, int64_t job, int64_t picker, int64_t warehouse, const struct lines *lines,
		struct err *e);

#endif
