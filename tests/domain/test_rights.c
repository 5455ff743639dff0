/* test_rights.c - what each role may do, by the door itself: every role against every command. */
#include "tests/domain/shop.h"

#include <stdio.h>
#include <string.h>

#include "domain/role.h"
#include "domain/user.h"

static int start(void **state)
{
	*state = test_shop_new();
	return 0;
}

/* What the table of roles says, read without the program's own matcher. */
static bool role_has(const struct role_def *r, const char *right)
{
	for (const char *const *p = r->rights; *p; p++) {
		size_t n = strlen(*p);

		if (!strcmp(*p, "*") || !strcmp(*p, right))
			return true;
		if (n > 2 && !strcmp(*p + n - 2, ".*") && !strncmp(*p, right, n - 1) &&
		    !strchr(right + n - 1, '.'))
			return true;
	}
	return false;
}

static void every_role_may_exactly_what_its_table_says(void **state)
{
	struct test_shop *s = *state;
	const char *none[] = { NULL };

	for (const struct role_def *r = role_defs; r->name; r++) {
		char name[32];

		snprintf(name, sizeof name, "p-%s", r->name);
		acts(s, "boss");
		hire(s, name, r->name);
		acts(s, name);
		for (const struct command *const *c = command_all; *c; c++) {
			bool denied;

			if ((*c)->internal || (*c)->prove)
				continue;
			s->next.dry = true;
			denied = !attempt(s, (*c)->name, none) && s->err.code == ERR_DENIED;
			if (denied == ((*c)->anyone || role_has(r, (*c)->name)))
				fail_msg("%s and %s: %s", r->name, (*c)->name,
					 denied ? "refused" : "let through");
		}
	}
}

/* People and their roles are the administrator's; all other work is somebody's who is none. */
static void every_work_is_in_the_role_of_somebody(void **state)
{
	(void)state;
	for (const struct command *const *c = command_all; *c; c++) {
		const struct role_def *r = role_defs;

		if ((*c)->internal || (*c)->anyone || !strncmp((*c)->name, "user.", 5) ||
		    !strncmp((*c)->name, "role.", 5))
			continue;
		while (r->name && (!strcmp(r->name, "admin") || !role_has(r, (*c)->name)))
			r++;
		if (!r->name)
			fail_msg("nobody but the administrator may do %s", (*c)->name);
	}
}

static void a_lost_right_counts_from_the_next_command_on(void **state)
{
	struct test_shop *s = *state;

	hire(s, "li", "cashier");
	run(s, "role.revoke", "role", "cashier", "right", "till.open", NULL);
	acts(s, "li");
	refuse(s, "till.open", "till", "T1", "float", "100", NULL);
	assert_int_equal(s->err.code, ERR_DENIED);
	acts(s, "boss");
	run(s, "role.grant", "role", "cashier", "right", "till.open", NULL);
	acts(s, "li");
	run(s, "till.open", "till", "T1", "float", "100", NULL);
}

static void nobody_gives_more_than_he_has(void **state)
{
	struct test_shop *s = *state;

	run(s, "role.grant", "role", "manager", "right", "user.*", NULL);
	run(s, "role.grant", "role", "manager", "right", "role.*", NULL);
	hire(s, "sun", "manager");
	acts(s, "sun");
	assert_says(refuse(s, "user.add", "user", "x", "name", "X", "role", "admin", "pin", "1234", NULL),
		    "more than you");
	assert_says(refuse(s, "role.grant", "role", "manager", "right", "sql.read", NULL), "do not have");
}

static void the_last_administrator_stays(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "user.change", "user", "boss", "active", "no", NULL),
		    "last person with all rights");
}

static void a_first_pin_needs_none_before(void **state)
{
	struct test_shop *s = *state;
	int64_t user;

	assert_false(user_has_secret(s->session, "boss"));
	run(s, "user.pin", "pin", "7788", "again", "7788", NULL);
	assert_true(user_has_secret(s->session, "boss"));
	assert_true(user_prove(s->session, "boss", "7788", &user, &s->err));
	assert_says(refuse(s, "user.pin", "pin", "1234", NULL), "log in with now");
	assert_says(refuse(s, "user.pin", "old", "0000", "pin", "1234", NULL), "do not fit");
	run(s, "user.pin", "old", "7788", "pin", "1234", NULL);
}

static void wrong_pins_wait_longer_and_longer(void **state)
{
	struct test_shop *s = *state;
	struct err e = { 0 };
	int64_t user;

	hire(s, "li", "cashier");
	for (int i = 0; i < 3; i++) {
		assert_false(user_prove(s->session, "li", "0000", &user, &e));
		assert_says(e.text, "do not fit");
		err_clear(&e);
	}
	assert_false(user_prove(s->session, "li", "1234", &user, &e));
	assert_says(e.text, "Wait 1 seconds");
	err_clear(&e);
	wait_seconds(s, 2);
	assert_true(user_prove(s->session, "li", "1234", &user, &e));
	for (int i = 0; i < 10; i++) {
		wait_seconds(s, 600);
		assert_false(user_prove(s->session, "li", "0000", &user, &e));
		err_clear(&e);
	}
	assert_false(user_prove(s->session, "li", "1234", &user, &e));
	assert_says(e.text, "Wait 900 seconds");
}

static void whoever_stands_by_lends_rights_for_what_runs_meanwhile(void **state)
{
	struct test_shop *s = *state;

	run(s, "part.add", "code", "P1", "name", "Filter", "price", "38", NULL);
	hire(s, "li", "cashier");
	hire(s, "zhao", "parts");
	acts(s, "li");
	session_approver(s->session, user_named(shop_reader(s->shop), "zhao"));
	run(s, "stock.open", "part", "P1", "qty", "2", "cost", "16", NULL);
	assert_string_equal(ask_text(s,
				     "SELECT u.name || ' ' || a.name FROM document d JOIN user u ON u.id = "
				     "d.user_id JOIN user a ON a.id = d.approver_id"),
			    "li zhao");
	assert_string_equal(
	    ask_text(s, "SELECT answer ->> 'approved' FROM journal ORDER BY seq DESC LIMIT 1"), "zhao");
	assert_says(refuse(s, "reverse", "document", "OS-261121-0001", NULL),
		    "Neither li nor zhao may do this");
	session_approver(s->session, 0);
	refuse(s, "stock.open", "part", "P1", "qty", "1", "cost", "16", NULL);
	assert_int_equal(s->err.code, ERR_DENIED);
	checks_silent(s);
}

static void an_approver_who_left_lends_nothing(void **state)
{
	struct test_shop *s = *state;

	hire(s, "li", "cashier");
	hire(s, "sun", "manager");
	run(s, "user.change", "user", "sun", "active", "no", NULL);
	acts(s, "li");
	session_approver(s->session, ask(s, "SELECT id FROM user WHERE name = 'sun'"));
	refuse(s, "part.add", "code", "P1", "name", "Filter", "price", "38", NULL);
	assert_int_equal(s->err.code, ERR_DENIED);
}

static void an_unknown_name_gets_the_same_answer(void **state)
{
	struct test_shop *s = *state;
	struct err e = { 0 };
	int64_t user;

	assert_false(user_prove(s->session, "nobody", "1234", &user, &e));
	assert_says(e.text, "Name and PIN do not fit");
	assert_int_equal(e.code, ERR_DENIED);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(every_role_may_exactly_what_its_table_says, start, shop_end),
		cmocka_unit_test_setup_teardown(whoever_stands_by_lends_rights_for_what_runs_meanwhile, start,
						shop_end),
		cmocka_unit_test_setup_teardown(an_approver_who_left_lends_nothing, start, shop_end),
		cmocka_unit_test(every_work_is_in_the_role_of_somebody),
		cmocka_unit_test_setup_teardown(a_lost_right_counts_from_the_next_command_on, start,
						shop_end),
		cmocka_unit_test_setup_teardown(nobody_gives_more_than_he_has, start, shop_end),
		cmocka_unit_test_setup_teardown(the_last_administrator_stays, start, shop_end),
		cmocka_unit_test_setup_teardown(a_first_pin_needs_none_before, start, shop_end),
		cmocka_unit_test_setup_teardown(wrong_pins_wait_longer_and_longer, start, shop_end),
		cmocka_unit_test_setup_teardown(an_unknown_name_gets_the_same_answer, start, shop_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
