/* print.h - papers: which document a number means, how often it was printed, and what still waits for a
 * printer. */
#ifndef WORKBAY_PRINT_H
#define WORKBAY_PRINT_H

#include "domain/command.h"

/* What a number on a paper names. */
struct print_target {
	int64_t document_id; /* 0: a work order itself */
	int64_t job_id;      /* 0: none */
	const char *kind;    /* code of table document_kind, "" for a work order; in the arena */
};

/* The document or work order of that number, as people type it. Says what was not found. */
bool print_find(struct ctx *ctx, const char *number, struct print_target *ret, struct err *e);

/* The part of that code, barcode or maker's number. Says what was not found. */
bool print_part(struct ctx *ctx, const char *code, int64_t *ret_id, struct err *e);

/* The last document of that kind that hangs from the work order; false when there is none. */
bool print_last(struct ctx *ctx, int64_t job_id, const char *kind, struct print_target *ret);

/* How many copies of the document have been printed with that form. */
int64_t print_copies(struct ctx *ctx, int64_t document_id, const char *form);

#endif
