/* vin.h - what a vehicle identification number says by itself: is it sound, who made the car, of which model year. */
#ifndef WORKBAY_VIN_H
#define WORKBAY_VIN_H

#include <stdbool.h>
#include <stddef.h>

#define VIN_LEN 17

/* A maker by the first three characters, sorted by them. */
struct vin_maker {
	char wmi[4];
	const char *name;
};

extern const struct vin_maker vin_makers[];
extern const size_t vin_makers_n;

/* All that follows wants 17 digits and capital letters without I, O and Q. */

/* Do makers of this region write a check digit (China; North America)? */
bool vin_has_check(const char *vin);

/* What the ninth character ought to be: 0 to 9 or X. */
char vin_check_digit(const char *vin);

/* True when the check digit is wrong though the maker writes one. */
bool vin_doubtful(const char *vin);

/* The one sound number that comes of reading a single character for its look-alike, or else of two neighbours that
 * changed places. False when there is none, or more than one. */
bool vin_likely(const char *vin, char ret[VIN_LEN + 1]);

/* The maker's name; NULL when the table has none. */
const char *vin_make(const char *vin);

/* The model year, at most the year after `this_year`; 0 when the tenth character names none. */
int vin_year(const char *vin, int this_year);

#endif
