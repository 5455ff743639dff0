/* lang.c - the languages. */
#include "base/lang.h"

#include <string.h>

struct lang {
	const char *code;
};

static const struct lang languages[] = { { "en" }, { "zh_CN" }, { "zh_TW" } };

#define LANGUAGES (sizeof languages / sizeof *languages)

const struct lang *lang_at(size_t i)
{
	return i < LANGUAGES ? &languages[i] : NULL;
}

const struct lang *lang_find(const char *code)
{
	size_t n = strcspn(code, ".@");

	for (size_t i = 0; i < LANGUAGES; i++)
		if (strlen(languages[i].code) == n && memcmp(languages[i].code, code, n) == 0)
			return &languages[i];
	for (size_t i = 0; i < LANGUAGES; i++)
		if (n >= 2 && strncmp(languages[i].code, code, 2) == 0 &&
		    (n == 2 || code[2] == '_' || code[2] == '-'))
			return &languages[i];
	return NULL;
}

const char *lang_code(const struct lang *lang)
{
	return lang ? lang->code : "en";
}

const char *tr(const struct lang *lang, const char *msgid)
{
	(void)lang;
	return msgid;
}
