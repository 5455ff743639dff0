/* plate.c - number plates as they are typed. */
#include "base/plate.h"

#include <string.h>

#include "base/text.h"

#define WHOLE 8 /* two keys for the province, the city, five characters */

static const struct {
	char keys[5]; /* two digits, two letters */
	const char *province;
} provinces[] = {
	{ "11BJ", "京" }, { "12TJ", "津" }, { "13HE", "冀" }, { "14SX", "晋" }, { "15NM", "蒙" },
	{ "21LN", "辽" }, { "22JL", "吉" }, { "23HL", "黑" }, { "31SH", "沪" }, { "32JS", "苏" },
	{ "33ZJ", "浙" }, { "34AH", "皖" }, { "35FJ", "闽" }, { "36JX", "赣" }, { "37SD", "鲁" },
	{ "41HA", "豫" }, { "42HB", "鄂" }, { "43HN", "湘" }, { "44GD", "粤" }, { "45GX", "桂" },
	{ "46HI", "琼" }, { "50CQ", "渝" }, { "51SC", "川" }, { "52GZ", "贵" }, { "53YN", "云" },
	{ "54XZ", "藏" }, { "61SN", "陕" }, { "62GS", "甘" }, { "63QH", "青" }, { "64NX", "宁" },
	{ "65XJ", "新" },
};

static const char *province_meant(const char *plate)
{
	size_t n = 0;

	for (const char *p = plate; *p; p++)
		n += ((unsigned char)*p & 0xc0) != 0x80;
	if (n < WHOLE || n > WHOLE + 1 || plate[2] < 'A' || plate[2] > 'Z')
		return NULL;
	for (size_t i = 0; i < sizeof provinces / sizeof *provinces; i++)
		if (!memcmp(plate, provinces[i].keys, 2) || !memcmp(plate, provinces[i].keys + 2, 2))
			return provinces[i].province;
	return NULL;
}

char *plate_fold(struct arena *a, const char *typed)
{
	char *plate = text_fold_code(a, typed), *to = plate;
	const char *province;

	for (const char *p = plate; *p; p++)
		if (*p != ' ' && *p != '-')
			*to++ = *p;
	*to = '\0';
	province = province_meant(plate);
	return province ? arena_printf(a, "%s%s", province, plate + 2) : plate;
}
