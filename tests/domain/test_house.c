/* test_house.c - settings, required fields, and a clock that is wrong. */
#include "tests/domain/shop.h"

#include <string.h>

#include "db/state.h"
#include "db/view.h"
#include "db/warm.h"
#include "domain/setting.h"

static int start(void **state)
{
	*state = test_shop_new();
	return 0;
}

static void a_clock_set_back_stops_postings_until_it_is_confirmed(void **state)
{
	struct test_shop *s = *state;

	run(s, "setting.set", "name", "shop.phone", "value", "1", NULL);
	wait_seconds(s, -100);
	run(s, "setting.set", "name", "shop.phone", "value", "2", NULL);
	wait_seconds(s, -86400);
	assert_says(refuse(s, "setting.set", "name", "shop.phone", "value", "3", NULL),
		    "Set the clock right");
	run(s, "clock.confirm", "reason", "the battery was empty", NULL);
	run(s, "setting.set", "name", "shop.phone", "value", "3", NULL);
	assert_int_equal(
	    ask(s,
		"SELECT count(*) FROM journal a JOIN journal b ON b.seq = a.seq + 1 WHERE b.mono <= a.mono"),
	    0);
}

static void a_clock_far_ahead_stops_postings_too(void **state)
{
	struct test_shop *s = *state;

	run(s, "setting.set", "name", "shop.phone", "value", "1", NULL);
	wait_days(s, 401);
	assert_says(refuse(s, "setting.set", "name", "shop.phone", "value", "2", NULL),
		    "Set the clock right");
}

static void the_business_day_begins_when_the_shop_says(void **state)
{
	struct test_shop *s = *state;
	int64_t day;

	run(s, "setting.set", "name", "time.day_start", "value", "300", NULL);
	day = ask(s, "SELECT day FROM journal ORDER BY seq DESC LIMIT 1");
	wait_seconds(s, 16 * 3600); /* four in the morning */
	run(s, "setting.set", "name", "shop.phone", "value", "1", NULL);
	assert_int_equal(ask(s, "SELECT day FROM journal ORDER BY seq DESC LIMIT 1"), day);
	wait_seconds(s, 2 * 3600);
	run(s, "setting.set", "name", "shop.phone", "value", "2", NULL);
	assert_int_equal(ask(s, "SELECT day FROM journal ORDER BY seq DESC LIMIT 1"), day + 1);
}

static void settings_take_only_what_makes_sense(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "setting.set", "name", "shop.nmae", "value", "x", NULL), "There is no setting");
	assert_says(refuse(s, "setting.set", "name", "remind.followup_days", "value", "900", NULL),
		    "must be from 1 to 90");
	assert_says(refuse(s, "setting.set", "name", "job.authorise", "value", "对", NULL),
		    "neither yes nor no");
	run(s, "setting.set", "name", "job.authorise", "value", "否", NULL);
	assert_int_equal(ask(s, "SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'job.authorise'"),
			 0);
	run(s, "setting.set", "name", "job.authorise", "value", "Yes", NULL);
	assert_int_equal(ask(s, "SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'job.authorise'"),
			 1);
	assert_says(refuse(s, "setting.set", "name", "tax.rate", "value", "abc", NULL), "abc");
	run(s, "setting.set", "name", "tax.rate", "value", "6%", NULL);
	assert_int_equal(ask(s, "SELECT CAST(value AS INTEGER) FROM setting WHERE name = 'tax.rate'"), 600);
	run(s, "setting.set", "name", "tax.rate", NULL);
	assert_int_equal(ask(s, "SELECT count(*) FROM setting WHERE name = 'tax.rate'"), 0);
}

static const char *type_of(const struct setting_def *d)
{
	return d->type == VT_MONEY ? "money" : d->type == VT_RATE ? "rate" : d->type == VT_BOOL ? "bool" : "";
}

static const char *shown(struct test_shop *s, const char *name, const char *col)
{
	const struct view *v = view_find("settings");
	struct view_who who = { .lang = lang_find("en") };
	struct view_cond cond = { .col = "name", .op = OP_EQ, .text = true, .s = name };
	struct view_query q = { .view = v, .conds = &cond, .n_conds = 1 };
	struct err e = { 0 };
	struct view_row *row;
	size_t n = 0;

	assert_true(view_page(shop_reader(s->shop), &q, &who, NULL, false, 2, s->arena, &row, &n, &e));
	assert_int_equal(n, 1);
	return row->val[view_col_index(v, col)].s;
}

static void the_list_of_settings_is_the_programs(void **state)
{
	struct test_shop *s = *state;

	for (int i = 0; i < SETTING_COUNT; i++) {
		const struct setting_def *d = &setting_defs[i];

		assert_string_equal(shown(s, d->name, "label"), d->label);
		assert_string_equal(shown(s, d->name, "help"), d->help);
		if (!*type_of(d))
			assert_string_equal(shown(s, d->name, "built_in"), d->value);
	}
}

static void settings_are_shown_as_they_are_written(void **state)
{
	struct test_shop *s = *state;

	for (int i = 0; i < SETTING_COUNT; i++) {
		const char *name = setting_defs[i].name, *value = shown(s, name, "value");
		const char *was = setting_text(shop_reader(s->shop), s->arena, (enum setting_id)i);

		if (!*value)
			continue;
		run(s, "setting.set", "name", name, "value", value, NULL);
		assert_string_equal(setting_text(shop_reader(s->shop), s->arena, (enum setting_id)i), was);
		assert_string_equal(shown(s, name, "value"), value);
	}
	run(s, "setting.set", "name", "settle.round_to", "value", "1", NULL);
	assert_string_equal(shown(s, "settle.round_to", "value"), "1.00");
}

static void a_required_field_is_asked_for_everywhere(void **state)
{
	struct test_shop *s = *state;

	run(s, "required.set", "command", "customer.add", "field", "address", "required", "yes", NULL);
	assert_says(refuse(s, "customer.add", "name", "张伟", "phone", "13800001111", NULL),
		    "is needed in this shop");
	run(s, "customer.add", "name", "张伟", "phone", "13800001111", "address", "武汉", NULL);
	run(s, "required.set", "command", "customer.add", "field", "address", "required", "no", NULL);
	run(s, "customer.add", "name", "李强", "phone", "13800002222", NULL);
	assert_says(
	    refuse(s, "required.set", "command", "customer.add", "field", "adress", "required", "yes", NULL),
	    "has no field");
}

static void a_field_is_chosen_from_the_list_by_its_title(void **state)
{
	struct test_shop *s = *state;

	assert_says(refuse(s, "required.set", "required", "yes", NULL), "Which field?");
	run(s, "required.set", "input", "customer.add.address", "required", "yes", NULL);
	assert_says(refuse(s, "customer.add", "name", "李明", "phone", "13800138000", NULL),
		    "Address is needed in this shop");
	run(s, "required.set", "input", "customer.add.address", "required", "no", NULL);
	run(s, "customer.add", "name", "李明", "phone", "13800138000", NULL);
}

/* The list that people choose from is what the commands say: each field in its own words, and none is missing. */
static void the_list_of_fields_is_the_programs(void **state)
{
	struct test_shop *s = *state;
	const char *name = ask_text(s, "SELECT group_concat(DISTINCT command) FROM askable");
	const char *where;
	int64_t n = 0;

	for (const struct command *const *c = command_all; *c; c++) {
		if (!strstr(name, (*c)->name) ||
		    !ask(s, "SELECT EXISTS (SELECT 1 FROM askable WHERE command = '%s')", (*c)->name))
			continue;
		for (const struct field *f = (*c)->input; f->name; f++) {
			if ((f->flags & REQUIRED_) || f->line || f->type == VT_BOOL || f->type == VT_SECRET)
				continue;
			where = arena_printf(s->arena, "FROM askable WHERE command = '%s' AND field = '%s'",
					     (*c)->name, f->name);
			assert_string_equal(ask_text(s, "SELECT step %s", where), (*c)->title);
			assert_string_equal(ask_text(s, "SELECT title %s", where), f->label);
			n++;
		}
	}
	assert_int_equal(ask(s, "SELECT count(*) FROM askable"), n);
}

static void a_required_field_of_one_repair_type_lets_the_others_alone(void **state)
{
	struct test_shop *s = *state;

	run(s, "required.set", "command", "job.receive", "field", "fuel", "repair_type", "insurance",
	    "required", "yes", NULL);
	run(s, "job.receive", "plate", "鄂A12345", "name", "张伟", "phone", "13800001111", "model", "朗逸",
	    "odometer", "42000", "repair_type", "minor-service", NULL);
	assert_says(refuse(s, "job.receive", "plate", "鄂A54321", "name", "李强", "phone", "13800002222",
			   "model", "朗逸", "odometer", "100", "repair_type", "insurance", "complaint",
			   "撞了", NULL),
		    "is needed in this shop");
}

static void two_people_on_one_row_are_told(void **state)
{
	struct test_shop *s = *state;

	run(s, "customer.add", "name", "张伟", "phone", "13800001111", NULL);
	run(s, "customer.change", "customer", "张伟", "phone", "13800003333", NULL);
	s->next.ver = 1;
	assert_says(refuse(s, "customer.change", "customer", "张伟", "phone", "13800004444", NULL),
		    "while you had it open");
	assert_int_equal(s->err.code, ERR_BUSY);
	s->next.ver = 2;
	run(s, "customer.change", "customer", "张伟", "phone", "13800004444", NULL);
}

static void the_same_request_gets_the_first_answer(void **state)
{
	struct test_shop *s = *state;
	int64_t id;

	s->next.request = "form-1";
	id = run(s, "customer.add", "name", "张伟", "phone", "13800001111", NULL)->id;
	s->next.request = "form-1";
	assert_int_equal(run(s, "customer.add", "name", "张伟", "phone", "13800001111", NULL)->id, id);
	assert_true(s->answer.repeated);
	assert_int_equal(ask(s, "SELECT count(*) FROM party"), 1);
	s->next.request = "form-1";
	assert_says(refuse(s, "customer.add", "name", "李强", "phone", "13800002222", NULL),
		    "booked already, with other input");
}

/* What the first process needed, the second prepares before it takes the lock; a text of an older program harms nothing. */
static void a_command_compiles_nothing_under_the_lock_once_it_is_known(void **state)
{
	static const char old[] = "SELECT gone FROM nowhere";
	struct test_shop *s = *state, *t;
	uint64_t mark;

	run(s, "customer.add", "name", "王强", "phone", "13800138000", NULL);
	state_warm_put(shop_state(s->shop), "customer.add", old, sizeof old);
	t = test_shop_at(s->dir);
	command_warm(t->session, command_find("customer.add"));
	mark = warm_mark(t->shop).prepared;
	assert_true(mark > 10);
	run(t, "customer.add", "name", "李明", "phone", "13800138001", NULL);
	assert_int_equal(warm_mark(t->shop).prepared, mark);
	test_shop_free(t);
}

static void fields_say(const struct command *c, const struct field *f, int *mute)
{
	for (; f->name; f++) {
		if (!f->help)
			print_message("%s: %s has no .help\n", c->name, f->name);
		*mute += !f->help;
		if (f->type == VT_LINES)
			fields_say(c, f->line, mute);
	}
}

static void every_field_says_what_it_is(void **state)
{
	int mute = 0;

	(void)state;
	for (const struct command *const *c = command_all; *c; c++)
		if ((*c)->input)
			fields_say(*c, (*c)->input, &mute);
	assert_int_equal(mute, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_says_what_it_is),
		cmocka_unit_test_setup_teardown(a_command_compiles_nothing_under_the_lock_once_it_is_known,
						start, shop_end),
		cmocka_unit_test_setup_teardown(a_clock_set_back_stops_postings_until_it_is_confirmed, start,
						shop_end),
		cmocka_unit_test_setup_teardown(a_clock_far_ahead_stops_postings_too, start, shop_end),
		cmocka_unit_test_setup_teardown(the_business_day_begins_when_the_shop_says, start, shop_end),
		cmocka_unit_test_setup_teardown(the_list_of_settings_is_the_programs, start, shop_end),
		cmocka_unit_test_setup_teardown(settings_are_shown_as_they_are_written, start, shop_end),
		cmocka_unit_test_setup_teardown(settings_take_only_what_makes_sense, start, shop_end),
		cmocka_unit_test_setup_teardown(a_required_field_is_asked_for_everywhere, start, shop_end),
		cmocka_unit_test_setup_teardown(a_required_field_of_one_repair_type_lets_the_others_alone,
						start, shop_end),
		cmocka_unit_test_setup_teardown(a_field_is_chosen_from_the_list_by_its_title, start,
						shop_end),
		cmocka_unit_test_setup_teardown(the_list_of_fields_is_the_programs, start, shop_end),
		cmocka_unit_test_setup_teardown(two_people_on_one_row_are_told, start, shop_end),
		cmocka_unit_test_setup_teardown(the_same_request_gets_the_first_answer, start, shop_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
