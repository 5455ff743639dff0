/* json.h - writing JSON. Reading it is jansson's work. */
#ifndef WORKBAY_JSON_H
#define WORKBAY_JSON_H

#include <stdint.h>

#include "base/str.h"

/* Appends a JSON string with its quotes; control characters are escaped. `s` must be UTF-8. */
void json_text(struct str *out, const char *s);

/* Appends [,]"name": - the comma unless the last byte so far is '{', '[' or there is none. */
void json_key(struct str *out, const char *name);

/* Both at once. A NULL text is null. */
void json_add_text(struct str *out, const char *name, const char *s);
void json_add_int(struct str *out, const char *name, int64_t v);

#endif
