/* bench_args.c - the inputs of a measured command: one text becomes pairs. */
#include "tests/bench/bench_list.h"

#include <string.h>

#include "base/str.h"

static void put_value(struct str *out, const char *name, size_t len, int i)
{
	if (!strncmp(name, "n", len))
		str_addf(out, "%d", i + 1);
	else if (!strncmp(name, "i", len))
		str_addf(out, "%d", i);
	else if (!strncmp(name, "4", len))
		str_addf(out, "%04d", i + 1);
	else if (!strncmp(name, "plate", len))
		str_addf(out, "鄂A%05d", 10000 + i);
	else if (!strncmp(name, "phone", len))
		str_addf(out, "138%08d", i);
	else
		die("no value {%.*s}", (int)len, name);
}

static const char *filled(struct arena *a, const char *from, const char *end, int i)
{
	struct str s = { 0 };
	const char *text, *close;

	for (const char *p = from; p < end; p++) {
		close = *p == '{' ? strchr(p, '}') : NULL;
		if (!close) {
			str_addc(&s, *p);
			continue;
		}
		put_value(&s, p + 1, (size_t)(close - p - 1), i);
		p = close;
	}
	text = arena_strdup(a, str_get(&s));
	str_free(&s);
	return text;
}

#define MOST_PAIRS 64

const char **bench_pairs(struct arena *a, const char *inputs, int i)
{
	const char **list = ARENA_ARRAY(a, const char *, 2 * MOST_PAIRS + 1);
	size_t n = 0;

	for (const char *p = inputs; *p && n < MOST_PAIRS;) {
		const char *end = p + strcspn(p, "|"), *sign = strchr(p, '=');

		list[2 * n] = filled(a, p, sign, i);
		list[2 * n++ + 1] = filled(a, sign + 1, end, i);
		p = *end ? end + 1 : end;
	}
	list[2 * n] = NULL;
	return list;
}

struct args *bench_args(struct arena *a, const char *inputs, int i)
{
	return args_of(a, bench_pairs(a, inputs, i));
}
