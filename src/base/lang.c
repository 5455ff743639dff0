/* lang.c - the languages: gettext's compiled files, read without its library, so that a receipt and the
 * console may speak two languages at once and no locale need be installed. */
#include "base/lang.h"

#include <stdint.h>
#include <string.h>

#include "base/catalogue.h"

/* Places in a .mo file. */
#define MO_COUNT        8
#define MO_ORIGINALS    12
#define MO_TRANSLATIONS 16

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

static uint32_t number_at(const char *mo, size_t at)
{
	const unsigned char *p = (const unsigned char *)mo + at;

	return p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 | (uint32_t)p[3] << 24;
}

/* The i-th text of one of the two tables of lengths and offsets. */
static const char *text_at(const char *mo, size_t table, uint32_t i)
{
	return mo + number_at(mo, number_at(mo, table) + 8 * (size_t)i + 4);
}

static const char *translation(const char *mo, const char *msgid)
{
	uint32_t low = 0, high = number_at(mo, MO_COUNT);

	while (low < high) {
		uint32_t middle = low + (high - low) / 2;
		int order = strcmp(msgid, text_at(mo, MO_ORIGINALS, middle));

		if (order == 0)
			return text_at(mo, MO_TRANSLATIONS, middle);
		if (order < 0)
			high = middle;
		else
			low = middle + 1;
	}
	return msgid;
}

const char *tr(const struct lang *lang, const char *msgid)
{
	if (!lang || lang == languages || *msgid == '\0')
		return msgid;
	for (size_t i = 0; i < catalogues_n; i++)
		if (strcmp(catalogues[i].code, lang->code) == 0)
			return translation(catalogues[i].mo, msgid);
	return msgid;
}
