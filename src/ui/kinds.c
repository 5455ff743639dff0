/* kinds.c - which kind of pane shows which kind of screen. */
#include "ui/kinds.h"

const struct pane_kind *kind_of(const struct screen *s)
{
	static const struct pane_kind *const kind[] = {
		[TYPE_DOCUMENT] = &document_kind, [TYPE_LIST] = &list_kind, [TYPE_FORM] = &form_kind,
		[TYPE_HOME] = &home_kind,         [TYPE_PLAIN] = NULL,
	};

	return s->type == TYPE_PLAIN ? ((const struct plain *)s->table)->kind : kind[s->type];
}
