/* service.h - when a car's next service is likely. */
#ifndef WORKBAY_SERVICE_H
#define WORKBAY_SERVICE_H

#include "domain/command.h"

/* Keeps on the car the day on which it is likely to reach the kilometres of its next service, by the kilometres a day
 * between its last two plausible readings; at the latest the day that the service is due by its interval. An open
 * reminder of that service moves to the day. Call it when a reading or an interval has come or gone. */
void service_expect(struct ctx *ctx, int64_t vehicle_id);

#endif
