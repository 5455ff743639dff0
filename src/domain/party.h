/* party.h - customers, suppliers and insurers, as other rules make and change them. */
#ifndef WORKBAY_PARTY_H
#define WORKBAY_PARTY_H

#include "domain/command.h"

/* Refuses a phone that another party of that kind has already, naming it; `self` may have it. */
bool party_phone_free(struct ctx *ctx, const char *kind, const char *phone, int64_t self, struct err *e);

/* A new customer with no more than a name and a phone; returns the id. */
int64_t party_new_customer(struct ctx *ctx, const char *name, const char *phone);

/* Sets the phone. */
void party_set_phone(struct ctx *ctx, int64_t id, const char *phone);

/* The customer with that phone, 0 when there is none or more than one. */
int64_t party_customer_by_phone(struct ctx *ctx, const char *phone);

/* Name and phone in the arena; "" where there is none. */
const char *party_name(struct ctx *ctx, int64_t id);
const char *party_phone(struct ctx *ctx, int64_t id);

/* The one that stands for a party now: itself, or the one that it was made one with. */
int64_t party_survivor(struct ctx *ctx, int64_t id);

/* Replaces the words by which a customer, supplier or insurer is found. */
void party_words(struct ctx *ctx, int64_t id);

#endif
