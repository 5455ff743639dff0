/* remind.h - the lists that people are called from: service, inspection, insurance, followups, lost,
 * birthdays, stock. */
#ifndef WORKBAY_REMIND_H
#define WORKBAY_REMIND_H

#include "batch/export.h"

/* Writes one file for each list, remind-service-2026-11-21.csv, and remind-2026-11-21.sha256 with their sums.
 * How far each list looks is a setting of the shop. */
bool remind_run(struct session *s, const struct export_options *o, struct err *e);

#endif
