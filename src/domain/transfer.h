/* transfer.h - goods on their way between two warehouses: for reversals. */
#ifndef WORKBAY_TRANSFER_H
#define WORKBAY_TRANSFER_H

#include "domain/command.h"

/* A transfer is reversed only while all of it is in transit; then nothing is any more. */
bool transfer_unsend(struct ctx *ctx, int64_t document_id, struct err *e);

/* What a receipt took out of transit lies there again. */
void transfer_unreceive(struct ctx *ctx, int64_t receipt_id);

#endif
