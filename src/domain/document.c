/* document.c - numbers without gaps, and documents that stand for ever. */
#include "domain/document.h"

#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "domain/setting.h"

void number_next(struct ctx *ctx, const char *prefix, char ret[40])
{
	char period[16];
	int year, month, day;
	int64_t no;

	date_split(ctx->today, &year, &month, &day);
	snprintf(period, sizeof period, "%02d%02d%02d", year % 100, month, day);
	no =
	    db_int(ctx->db, SQL("SELECT next FROM number_series WHERE prefix = :prefix AND period = :period"),
		   BIND(B_TEXT("prefix", prefix), B_TEXT("period", period)), 0);
	if (no)
		db_exec(ctx->db,
			SQL("UPDATE number_series SET next = next + 1 WHERE prefix = :prefix AND period = "
			    ":period"),
			BIND(B_TEXT("prefix", prefix), B_TEXT("period", period)));
	else
		db_exec(ctx->db,
			SQL("INSERT INTO number_series (prefix, period, next) VALUES (:prefix, :period, 2)"),
			BIND(B_TEXT("prefix", prefix), B_TEXT("period", period)));
	snprintf(ret, 40, "%s-%s-%04d", prefix, period, no ? (int)no : 1);
}

int64_t document_post(struct ctx *ctx, const struct document *d)
{
	char *prefix = db_text(ctx->db, ctx->arena, SQL("SELECT prefix FROM document_kind WHERE id = :id"),
			       BIND(B_INT("id", d->kind)));
	char number[40];

	number_next(ctx, prefix ? prefix : "??", number);
	db_exec(ctx->db,
		SQL("INSERT INTO document (kind_id, number, day, at, user_id, terminal, party_id, job_id, "
		    "reverses_id, amount,"
		    " remark, approver_id) VALUES (:kind, :number, :day, :at, :user, :terminal, :party, "
		    ":job, :reverses, "
		    ":amount, :remark, :approver)"),
		BIND(B_INT("kind", d->kind), B_TEXT("number", number), B_INT("day", ctx->today),
		     B_INT("at", ctx->now), B_INT("user", ctx->user_id), B_TEXT("terminal", ctx->terminal),
		     B_ID("party", d->party_id), B_ID("job", d->job_id), B_ID("reverses", d->reverses_id),
		     B_INT("amount", d->amount), B_TEXT("remark", ctx->remark),
		     B_ID("approver", ctx->approver_id)));
	ctx->answer->id = ctx->answer->document = db_last_id(ctx->db);
	snprintf(ctx->answer->number, sizeof ctx->answer->number, "%s", number);
	return ctx->answer->document;
}

const char *document_number(struct ctx *ctx, int64_t id)
{
	const char *number = db_text(ctx->db, ctx->arena, SQL("SELECT number FROM document WHERE id = :id"),
				     BIND(B_INT("id", id)));

	return number ? number : "";
}

/* Does the shop want that paper without being asked? */
static bool is_wanted(struct ctx *ctx, const char *template)
{
	const char *forms = setting_text(ctx->db, ctx->arena, SETTING_PRINT_FORMS);
	size_t n = strlen(template);

	if (!strcmp(forms, "all"))
		return true;
	for (const char *p = forms; *p; p += strcspn(p, " ,")) {
		p += strspn(p, " ,");
		if (strcspn(p, " ,") == n && !strncmp(p, template, n))
			return true;
	}
	return false;
}

void document_print(struct ctx *ctx, int64_t document_id, const char *template)
{
	if (!is_wanted(ctx, template))
		return;
	db_exec(ctx->db, SQL("INSERT INTO print_job (document_id, template) VALUES (:document, :template)"),
		BIND(B_INT("document", document_id), B_TEXT("template", template)));
}
