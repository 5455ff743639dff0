/* session.h - the inside of a session, for the files of the door. */
#ifndef WORKBAY_SESSION_H
#define WORKBAY_SESSION_H

#include "domain/command.h"

struct session {
	struct shop *shop;
	struct session_options o;
	const struct lang *lang;
	int64_t user_id, till_id, approver_id;
	char user[64], approver[64];
	/* What the shop's clock is, kept for the second in which it was read: a key press asks several times. */
	struct session_clock {
		int64_t at, offset, day_start; /* seconds UTC, minutes, minutes; at 0: not read */
	} kept;
	struct session_warm {
		const struct command *c;
		bool learned; /* what it needs has been kept */
	} * warm;             /* the commands whose statements were prepared in this process */
	size_t n_warm;
	bool batch;           /* a batch is open */
	bool running;         /* a command runs: another one inside is a fault */
	bool clock_confirmed; /* a manager has confirmed a clock that stands before the last booking */
};

#endif
