/* conf_file.h - what conf.c and the reader of its files share. */
#ifndef WORKBAY_CONF_FILE_H
#define WORKBAY_CONF_FILE_H

#include "base/conf.h"

/* Takes the settings of a file; one that is not there is no error unless it must be. */
bool conf_file(struct conf *c, const char *file, bool must, struct err *e);

/* Keeps a line of [keys]. */
void conf_bind(struct conf *c, const char *key, const char *action);

#endif
