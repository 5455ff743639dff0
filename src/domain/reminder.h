/* reminder.h - reminders, as other rules touch them. */
#ifndef WORKBAY_REMINDER_H
#define WORKBAY_REMINDER_H

#include "domain/command.h"

/* Closes the open inspection and insurance reminders of a car whose papers name another day now. */
void reminders_renewed(struct ctx *ctx, int64_t vehicle_id);

#endif
