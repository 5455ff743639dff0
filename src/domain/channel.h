/* channel.h - statements of wallets and card terminals, and their transfers to the bank. */
#ifndef WORKBAY_CHANNEL_H
#define WORKBAY_CHANNEL_H

#include "domain/reverse.h"

/* Takes a transfer back; its lines are unpaid again. */
bool reverse_channel_pay(struct ctx *ctx, const struct posted *d, const char *reason, struct err *e);

#endif
