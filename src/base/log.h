/* log.h - what people need not read: SQL, errno, refused logins. One line each, appended to one file. */
#ifndef WORKBAY_LOG_H
#define WORKBAY_LOG_H

/* Appends to `path` from now on (made 0660). Where it cannot be opened nothing is logged. NULL closes. */
void log_open(const char *path);

/* One line with the time in front; control characters become '?'. Keeps errno. */
void log_line(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

#endif
