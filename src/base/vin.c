/* vin.c - vehicle identification numbers by ISO 3779, GB 16735 and 49 CFR 565. */
#include "base/vin.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define CHECK_AT 8
#define YEAR_AT  9
#define CYCLE    30 /* years until the code of a year comes again */

bool vin_has_check(const char *vin)
{
	return *vin == 'L' || (*vin >= '1' && *vin <= '5');
}

static int value_of(char c)
{
	static const char letters[] = "ABCDEFGHJKLMNPRSTUVWXYZ", values[] = "12345678123457923456789";
	const char *at = isdigit((unsigned char)c) ? NULL : strchr(letters, c);

	return at ? values[at - letters] - '0' : c - '0';
}

char vin_check_digit(const char *vin)
{
	static const int weight[VIN_LEN] = { 8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2 };
	int sum = 0;

	for (int i = 0; i < VIN_LEN; i++)
		sum += weight[i] * value_of(vin[i]);
	return "0123456789X"[sum % 11];
}

static bool sound(const char *vin)
{
	return vin[CHECK_AT] == vin_check_digit(vin);
}

bool vin_doubtful(const char *vin)
{
	return vin_has_check(vin) && !sound(vin);
}

/* ---- the likely slip ---- */

static char look_alike(char c)
{
	static const char pairs[] = "S5B8Z2G60D17UV";
	const char *at = strchr(pairs, c);

	return at ? pairs[(at - pairs) ^ 1] : c;
}

struct likely {
	int n;
	char vin[VIN_LEN + 1];
};

static void take(struct likely *l, const char *vin)
{
	if (!sound(vin) || (l->n && !strcmp(vin, l->vin)))
		return;
	memcpy(l->vin, vin, VIN_LEN + 1);
	l->n++;
}

static void misread(struct likely *l, const char *vin)
{
	char tried[VIN_LEN + 1];

	for (int i = 0; i < VIN_LEN; i++) {
		memcpy(tried, vin, VIN_LEN + 1);
		tried[i] = look_alike(vin[i]);
		take(l, tried);
	}
}

static void swapped(struct likely *l, const char *vin)
{
	char tried[VIN_LEN + 1];

	for (int i = 0; i + 1 < VIN_LEN; i++) {
		memcpy(tried, vin, VIN_LEN + 1);
		tried[i] = vin[i + 1];
		tried[i + 1] = vin[i];
		take(l, tried);
	}
}

bool vin_likely(const char *vin, char ret[VIN_LEN + 1])
{
	struct likely l = { 0 };

	if (strlen(vin) != VIN_LEN)
		return false;
	misread(&l, vin);
	if (!l.n)
		swapped(&l, vin);
	if (l.n != 1)
		return false;
	memcpy(ret, l.vin, sizeof l.vin);
	return true;
}

/* ---- maker and year ---- */

static int by_wmi(const void *key, const void *row)
{
	return strncmp(key, ((const struct vin_maker *)row)->wmi, 3);
}

const char *vin_make(const char *vin)
{
	const struct vin_maker *m = bsearch(vin, vin_makers, vin_makers_n, sizeof *vin_makers, by_wmi);

	return m ? m->name : NULL;
}

/* North America tells the two cycles apart by the seventh character; elsewhere the later year that can be is meant. */
int vin_year(const char *vin, int this_year)
{
	static const char codes[] = "ABCDEFGHJKLMNPRSTVWXY123456789";
	const char *at = strchr(codes, vin[YEAR_AT]);
	int year;

	if (!at || !*at)
		return 0;
	year = 1980 + (int)(at - codes);
	while (year + CYCLE <= this_year + 1)
		year += CYCLE;
	if (*vin >= '1' && *vin <= '5' && isdigit((unsigned char)vin[6]) && year >= 1980 + CYCLE)
		year = 1980 + (int)(at - codes);
	return year;
}
