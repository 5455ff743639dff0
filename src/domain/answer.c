/* answer.c - what a command tells: the message line, and the answer as JSON. */
#include "domain/command.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/json.h"

void answer_say(struct ctx *ctx, const char *msgid, ...)
{
	va_list ap;

	va_start(ap, msgid);
	vsnprintf(ctx->answer->text, sizeof ctx->answer->text, tr(ctx->lang, msgid), ap);
	va_end(ap);
}

void answer_say_more(struct ctx *ctx, const char *msgid, ...)
{
	char *text = ctx->answer->text;
	size_t n = strlen(text), room = sizeof ctx->answer->text - n;
	va_list ap;

	if (room < 3)
		return;
	memcpy(text + n, "  ", 3);
	va_start(ap, msgid);
	vsnprintf(text + n + 2, room - 2, tr(ctx->lang, msgid), ap);
	va_end(ap);
}

void answer_add_int(struct ctx *ctx, const char *name, int64_t v)
{
	json_add_int(&ctx->answer->extra, name, v);
}

void answer_add_text(struct ctx *ctx, const char *name, const char *s)
{
	json_add_text(&ctx->answer->extra, name, s);
}

void answer_json(const struct answer *answer, struct str *out)
{
	str_addc(out, '{');
	if (answer->id)
		json_add_int(out, "id", answer->id);
	if (*answer->number)
		json_add_text(out, "number", answer->number);
	if (answer->document)
		json_add_int(out, "document", answer->document);
	if (*answer->text)
		json_add_text(out, "text", answer->text);
	if (answer->extra.len) {
		if (out->s[out->len - 1] != '{')
			str_addc(out, ',');
		str_add(out, str_get(&answer->extra));
	}
	if (answer->repeated) {
		json_key(out, "repeated");
		str_add(out, "true");
	}
	str_addc(out, '}');
}
