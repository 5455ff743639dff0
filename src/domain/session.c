/* session.c - who works here, what they may, and what time it is for them. */
#include "domain/session.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "domain/choice.h"
#include "domain/setting.h"

struct session *session_new(struct shop *shop, const struct session_options *o)
{
	struct session *s = xcalloc(1, sizeof *s);

	s->shop = shop;
	s->o = *o;
	s->lang = o->lang;
	return s;
}

void session_free(struct session *s)
{
	if (!s)
		return;
	free(s->warm);
	free(s);
}

static void name_read(struct session *s, int64_t user_id, char *ret, size_t size)
{
	struct arena *a = arena_new();
	char *name = db_text(shop_reader(s->shop), a, SQL("SELECT name FROM user WHERE id = :id"),
			     BIND(B_INT("id", user_id)));

	snprintf(ret, size, "%s", name ? name : "");
	arena_free(a);
}

void session_user(struct session *s, int64_t user_id)
{
	s->user_id = user_id;
	name_read(s, user_id, s->user, sizeof s->user);
	session_approver(s, 0);
}

void session_approver(struct session *s, int64_t user_id)
{
	s->approver_id = user_id;
	s->approver[0] = '\0';
	if (user_id)
		name_read(s, user_id, s->approver, sizeof s->approver);
}

int64_t session_approver_id(const struct session *s)
{
	return s->approver_id;
}

void session_lang(struct session *s, const struct lang *lang)
{
	s->lang = lang;
}

void session_till(struct session *s, int64_t till_id)
{
	s->till_id = till_id;
}

struct shop *session_shop(struct session *s)
{
	return s->shop;
}

int64_t session_user_id(const struct session *s)
{
	return s->user_id;
}

/* What the settings say of the shop's clock. Readers take what was read in the same second. */
static struct session_clock clock_read(struct session *s, struct db *db, int64_t now)
{
	if (!shop_writing(s->shop) && s->kept.at == now)
		return s->kept;
	s->kept = (struct session_clock){
		.at = shop_writing(s->shop) ? 0 : now,
		.offset = setting_int(db, SETTING_UTC_OFFSET),
		.day_start = setting_int(db, SETTING_DAY_START),
	};
	return s->kept;
}

void session_ctx(struct session *s, struct arena *a, struct answer *answer, struct ctx *ret)
{
	struct db *db = shop_writing(s->shop) ? shop_writer(s->shop) : shop_reader(s->shop);
	int64_t now = s->o.clock(s->o.clock_arg);
	struct session_clock shop_clock = clock_read(s, db, now);

	*ret = (struct ctx){
		.shop = s->shop,
		.db = db,
		.arena = a,
		.lang = s->lang,
		.now = now,
		/* the business day is the shop's local day, which begins at its own hour */
		.today = date_of(now - shop_clock.day_start * 60, (int)shop_clock.offset),
		.offset_minutes = (int)shop_clock.offset,
		.user_id = s->user_id,
		.store_id = 1,
		.user = s->user,
		.approver_id = s->approver_id,
		.approver = s->approver,
		.terminal = s->o.terminal,
		.till_id = s->till_id,
		.practice = !strcmp(shop_meta(s->shop, "kind"), "practice"),
		.answer = answer,
		.session = s,
	};
}

/* A right matches itself, every prefix that ends in ".*", and "*". One look-up by key each: it is asked at every
 * command. */
static bool user_has_right(struct ctx *ctx, int64_t user_id, const char *right, const char *group)
{
	return db_exists(
	    ctx->db,
	    SQL("SELECT 1 FROM user u WHERE u.id = :user AND u.active = 1 AND ("
		"EXISTS (SELECT 1 FROM role_right r WHERE r.role_id = u.role_id AND r.right = '*') OR "
		"EXISTS (SELECT 1 FROM role_right r WHERE r.role_id = u.role_id AND r.right = :right) OR "
		"EXISTS (SELECT 1 FROM role_right r WHERE r.role_id = u.role_id AND r.right = :group))"),
	    BIND(B_INT("user", user_id), B_TEXT("right", right), B_TEXT("group", group)));
}

bool may_right(struct ctx *ctx, const char *right)
{
	char group[80];
	const char *dot = strchr(right, '.');

	snprintf(group, sizeof group, "%.*s.*", dot ? (int)(dot - right) : 0, right);
	return user_has_right(ctx, ctx->user_id, right, group) ||
	       (ctx->approver_id && user_has_right(ctx, ctx->approver_id, right, group));
}

int64_t may_limit(struct ctx *ctx, const char *column)
{
	struct cur *c =
	    db_open_text(ctx->db,
			 arena_printf(ctx->arena,
				      "SELECT ifnull(max(r.%s), 0) FROM user u JOIN role r ON r.id = "
				      "u.role_id WHERE u.id IN (:user, :approver) AND u.active = 1",
				      column),
			 BIND(B_INT("user", ctx->user_id), B_INT("approver", ctx->approver_id)));
	int64_t most = 0;

	if (cur_next(c)) {
		most = cur_int(c, 0);
		cur_close(c);
	}
	return most;
}

static bool who_may(void *arg, const char *right)
{
	return may_right(arg, right);
}

void session_who(struct ctx *ctx, struct view_who *ret)
{
	*ret = (struct view_who){
		.lang = ctx->lang,
		.now = ctx->now,
		.today = ctx->today,
		.user_id = ctx->user_id,
		.store_id = ctx->store_id,
		.offset_minutes = ctx->offset_minutes,
		.terminal = ctx->terminal,
		.may = who_may,
		.may_arg = ctx,
		.choice = choice_title,
	};
}
