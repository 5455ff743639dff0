/* view_format.c - a value of a row as text, by the column's type. */
#include "base/date.h"
#include "base/lang.h"
#include "base/money.h"
#include "base/text.h"
#include "db/view_query.h"

static char *text_value(const struct view_col *col, const char *s, const struct view_who *who, bool pretty,
			struct arena *a)
{
	const char *title;

	if (col->type == COL_PHONE && pretty)
		return text_phone(a, s);
	if (col->type != COL_CHOICE || !pretty)
		return arena_strdup(a, s);
	title = who->choice ? who->choice(col->choice, s) : NULL;
	return arena_strdup(a, tr(who->lang, title ? title : s));
}

char *view_text(const struct view_col *col, const struct view_val *val, const struct view_who *who,
		bool pretty, struct arena *a)
{
	if (val->null)
		return arena_strdup(a, "");
	switch (col->type) {
	case COL_TEXT:
	case COL_CODE:
	case COL_PLATE:
	case COL_PHONE:
	case COL_CHOICE:
		return text_value(col, val->s, who, pretty, a);
	case COL_MONEY:
		return pretty ? money_text(a, val->i) : money_plain(a, val->i);
	case COL_QTY:
		return qty_text(a, val->i);
	case COL_RATE:
		return rate_text(a, val->i);
	case COL_DATE:
		return date_text(a, val->i);
	case COL_TIME:
		return pretty ? time_text_short(a, val->i, who->offset_minutes, who->today)
			      : time_text(a, val->i, who->offset_minutes);
	case COL_BOOL:
		if (pretty)
			return arena_strdup(a, val->i ? tr(who->lang, N_("yes")) : "");
		return arena_strdup(a, val->i ? "1" : "0");
	case COL_INT:
		break;
	}
	return arena_printf(a, "%lld", (long long)val->i);
}
