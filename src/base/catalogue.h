/* catalogue.h - the compiled translations inside the program, made by src/gen/catalogue.py in the build. */
#ifndef WORKBAY_CATALOGUE_H
#define WORKBAY_CATALOGUE_H

#include <stddef.h>

/* One language: a .mo file of gettext, little-endian, its messages in order. */
struct catalogue {
	const char *code;
	size_t size;
	const char *mo;
};
extern const struct catalogue catalogues[];
extern const size_t catalogues_n;

#endif
