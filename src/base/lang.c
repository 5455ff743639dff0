/* lang.c - the languages. */
#include "base/lang.h"

const char *tr(const struct lang *lang, const char *msgid)
{
	(void)lang;
	return msgid;
}
