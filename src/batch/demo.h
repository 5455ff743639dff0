/* demo.h - a shop in Wuhan that has been at work for some weeks, made by the commands that people use. */
#ifndef WORKBAY_DEMO_H
#define WORKBAY_DEMO_H

#include "domain/command.h"

struct demo_options {
	int64_t seed, days, orders; /* orders a day, about */
	int64_t until;              /* the day that the shop stands in, half done */
	const char *account;        /* of the machine, bound to the person admin */
	void (*progress)(void *arg, int thousandths);
	void *arg;
};

/* Fills a shop file that was made just now: people (each with the PIN 1234), parts, labour, customers and
 * their cars, opening stock; then `days` days of business up to the middle of the last one. The same options
 * give the same shop. Marks the file as kind "demo". */
bool demo_run(struct shop *shop, const struct demo_options *o, struct err *e);

#endif
