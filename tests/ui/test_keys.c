/* test_keys.c - the list of keys and its presets. */
#include "tests/test.h"

#include <string.h>

#include "ui/keys.h"

static const enum key_code twelve[] = { K_HELP,  K_NEW,  K_FIND, K_PICK,    K_REFRESH, K_HOLD,
					K_PRINT, K_VOID, K_NEXT, K_PALETTE, K_HISTORY, K_SAVE };

static void preset_binds_all_twelve_actions_none_twice(void **state)
{
	struct keymap km;

	(void)state;
	for (int p = 0; p < KEYS_PRESETS; p++) {
		unsigned seen = 0;

		keymap_init(&km, (enum key_preset)p);
		for (size_t i = 0; i < 12; i++) {
			int f = keymap_f(&km, twelve[i]);

			if (f < 1 || f > 12 || (seen & 1u << f))
				fail_msg("%s: %s", key_preset_name((enum key_preset)p), key_word(twelve[i]));
			seen |= 1u << f;
		}
		assert_int_equal(keymap_f(&km, K_HELP), 1);
		assert_int_equal(keymap_f(&km, K_PALETTE), 10);
		assert_int_equal(keymap_f(&km, K_HISTORY), 11);
	}
}

static void control_letters_are_given_once_and_type_nothing(void **state)
{
	struct keymap km;
	bool seen[27] = { 0 };

	(void)state;
	keymap_init(&km, KEYS_DEFAULT);
	for (int k = K_NONE + 1; k < K_ACTIONS; k++) {
		char c = keymap_ctrl(&km, (enum key_code)k);

		assert_true(c >= 'A' && c <= 'Z');
		assert_null(strchr("BHIJMVW", c));
		assert_false(seen[c - '@']);
		seen[c - '@'] = true;
	}
}

static void binding_takes_the_key_from_its_old_place(void **state)
{
	struct keymap km;
	struct err e = { 0 };

	(void)state;
	keymap_init(&km, KEYS_DEFAULT);
	assert_true(keymap_bind(&km, "f2", "find", &e));
	assert_int_equal(keymap_f(&km, K_FIND), 2);
	assert_int_equal(km.f[3], K_NONE);
	assert_false(keymap_bind(&km, "^M", "find", &e));
	assert_int_equal(e.code, ERR_CONFIG);
}

static void key_bar_names_the_control_letter_without_f_keys(void **state)
{
	struct keymap km;
	char buf[8];

	(void)state;
	keymap_init(&km, KEYS_DEFAULT);
	keymap_text(&km, K_SAVE, false, buf);
	assert_string_equal(buf, "F12");
	keymap_text(&km, K_SAVE, true, buf);
	assert_string_equal(buf, "^S");
	keymap_text(&km, K_EXPLAIN, false, buf);
	assert_string_equal(buf, "^T");
	keymap_text(&km, K_DEL, false, buf);
	assert_string_equal(buf, "Del");
}

static void full_width_keys_fold(void **state)
{
	static const struct {
		const char *typed;
		char is;
	} cases[] = { { "？", '?' }, { "＊", '*' }, { "。", '.' }, { "、", '/' },
		      { "＃", '#' }, { "＋", '+' }, { "－", '-' }, { "　", ' ' },
		      { "３", '3' }, { "客", 0 },   { "x", 'x' } };

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		struct key_event ev = key_text(cases[i].typed);

		assert_int_equal(key_char(&ev), cases[i].is);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(preset_binds_all_twelve_actions_none_twice),
		cmocka_unit_test(control_letters_are_given_once_and_type_nothing),
		cmocka_unit_test(binding_takes_the_key_from_its_old_place),
		cmocka_unit_test(key_bar_names_the_control_letter_without_f_keys),
		cmocka_unit_test(full_width_keys_fold),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
