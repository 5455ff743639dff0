/* required.c - the fields that this shop has made required. */
#include "domain/required.h"

#include <string.h>

bool required_here(struct ctx *ctx, const struct command *c, const struct field *f, int64_t repair_type_id)
{
	return db_exists(
	    ctx->db,
	    SQL("SELECT 1 FROM required_field WHERE command = :command AND field = :field "
		"AND (repair_type_id IS NULL OR repair_type_id = :type)"),
	    BIND(B_TEXT("command", c->name), B_TEXT("field", f->name), B_INT("type", repair_type_id)));
}

/* The repair type that the input itself names, 0 when it has none. */
static int64_t repair_type_of(const struct command *c, const void *in)
{
	const struct field *f = command_field(c, "repair_type");
	int64_t id = 0;

	if (f && input_given(in, f->offset))
		memcpy(&id, (const char *)in + f->offset, sizeof id);
	return id;
}

bool required_filled(struct ctx *ctx, const struct command *c, const void *in, struct err *e)
{
	int64_t type = repair_type_of(c, in);
	const struct field *first = NULL;
	int more = 0;

	if (!db_exists(ctx->db, SQL("SELECT 1 FROM required_field WHERE command = :command"),
		       BIND(B_TEXT("command", c->name))))
		return true;
	for (const struct field *f = c->input; f->name; f++) {
		if (input_given(in, f->offset) || !required_here(ctx, c, f, type))
			continue;
		if (first)
			more++;
		else
			first = f;
	}
	if (!first)
		return true;
	if (more)
		return err_field(e, first->name, N_("%s is needed in this shop, and %d more fields after it"),
				 tr(ctx->lang, first->label), more);
	return err_field(e, first->name, N_("%s is needed in this shop"), tr(ctx->lang, first->label));
}
