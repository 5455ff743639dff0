/* damage.c - marks on the outline of a car: a place and a sign. */
#include "domain/damage.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/str.h"
#include "base/text.h"

/* 1 to 7 from the front to the rear over the middle; the right side 11 to 14, the left side 21 to 24. */
static bool place_known(long place)
{
	return (place >= 1 && place <= 7) || (place >= 11 && place <= 14) || (place >= 21 && place <= 24);
}

static const char *mark_read(const char *p, struct str *out, struct err *e)
{
	char *end;
	long place = strtol(p, &end, 10);
	char sign = 'X';

	if (end == p || !place_known(place)) {
		err_field(
		    e, "damage",
		    N_("There is no such place on the outline: “%s”. The places are 1 to 7, 11 to 14 and "
		       "21 to 24"),
		    p);
		return NULL;
	}
	end += strspn(end, " ");
	if (isalpha((unsigned char)*end))
		sign = *end++;
	if (!strchr("XOCM", sign)) {
		err_field(e, "damage", N_("“%c” is no sign of damage: X scratch, O dent, C crack, M missing"),
			  sign);
		return NULL;
	}
	str_addf(out, "%s%ld%c", out->len ? " " : "", place, sign);
	return end + strspn(end, " ,;/");
}

const char *damage_fold(struct arena *a, const char *typed, struct err *e)
{
	const char *p = text_fold_code(a, typed);
	struct str out = { 0 };
	const char *marks = NULL;

	p += strspn(p, " ,;/");
	while (p && *p)
		p = mark_read(p, &out, e);
	if (p)
		marks = arena_strdup(a, str_get(&out));
	str_free(&out);
	return marks;
}
