/* form.c - the printed forms by name and by kind of document. */
#include "paper/form.h"

#include <string.h>

const struct form *form_find(const char *name)
{
	for (const struct form *f = form_all; f->name; f++)
		if (!strcmp(f->name, name))
			return f;
	return NULL;
}

const struct form *form_for(const char *kind)
{
	for (const struct form *f = form_all; f->name; f++)
		for (const char *const *of = f->of; *of; of++)
			if (!strcmp(*of, kind))
				return f;
	return NULL;
}
