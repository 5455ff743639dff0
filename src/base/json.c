/* json.c - writing JSON. */
#include "base/json.h"

#include <inttypes.h>

void json_text(struct str *out, const char *s)
{
	const char *from = s;

	str_addc(out, '"');
	for (; *s; s++) {
		unsigned char c = (unsigned char)*s;

		if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
			continue;
		str_addn(out, from, (size_t)(s - from));
		if (c == '"' || c == '\\')
			str_addf(out, "\\%c", c);
		else if (c == '\n')
			str_add(out, "\\n");
		else
			str_addf(out, "\\u%04x", c);
		from = s + 1;
	}
	str_addn(out, from, (size_t)(s - from));
	str_addc(out, '"');
}

void json_key(struct str *out, const char *name)
{
	char last = out->len ? out->s[out->len - 1] : '{';

	if (last != '{' && last != '[' && last != ',')
		str_addc(out, ',');
	json_text(out, name);
	str_addc(out, ':');
}

void json_add_text(struct str *out, const char *name, const char *s)
{
	json_key(out, name);
	if (s)
		json_text(out, s);
	else
		str_add(out, "null");
}

void json_add_int(struct str *out, const char *name, int64_t v)
{
	json_key(out, name);
	str_addf(out, "%" PRId64, v);
}
