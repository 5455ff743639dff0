/* test_conf.c - the settings of the machine. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/conf.h"
#include "base/text.h"

static char folder[] = "/tmp/workbay-conf-XXXXXX";
static char path[sizeof folder + 20];

static void write_file(const char *bytes, size_t n)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	assert_int_equal(fwrite(bytes, 1, n, f), n);
	fclose(f);
}

static struct conf *load(const char *text)
{
	struct err e = { 0 };
	struct conf *c;

	write_file(text, strlen(text));
	c = conf_load(path, &e);
	if (!c)
		fail_msg("%s", e.text);
	return c;
}

static void settings_have_what_is_built_in(void **state)
{
	struct conf *c = load("");

	(void)state;
	assert_int_equal(conf_number(c, "console.escape_delay"), 50);
	assert_string_equal(conf_text(c, "console.line_drawing"), "auto");
	assert_false(conf_bool(c, "console.esc_digit"));
	assert_string_equal(conf_where(c, "console.keys"), "built in");
	conf_free(c);
}

static void the_later_source_wins(void **state)
{
	struct err e = { 0 };
	struct conf *c;

	(void)state;
	setenv("WORKBAY_IDLE_LOCK", "60", 1);
	c = load("[console]\nidle_lock = 90\nkeys = kis\n");
	unsetenv("WORKBAY_IDLE_LOCK");
	assert_int_equal(conf_number(c, "console.idle_lock"), 60);
	assert_string_equal(conf_where(c, "console.idle_lock"), "WORKBAY_IDLE_LOCK");
	assert_string_equal(conf_text(c, "console.keys"), "kis");
	assert_string_equal(conf_where(c, "console.keys"), path);
	assert_true(conf_set(c, "console.keys", "yongyou", "--set", &e));
	assert_string_equal(conf_text(c, "console.keys"), "yongyou");
	assert_string_equal(conf_where(c, "console.keys"), "--set");
	conf_free(c);
}

static void files_are_read_as_editors_write_them(void **state)
{
	struct conf *c =
	    load("\xEF\xBB\xBF; 店\r\n[Console]\r\n  Esc_Digit = ON ; for old terminals\r\n\r\n[scanner]\r\n"
		 "prefix = \"#;\"\r\n[shop]\nfile = /srv/店/shop.db # here\n");

	(void)state;
	assert_true(conf_bool(c, "console.esc_digit"));
	assert_string_equal(conf_text(c, "scanner.prefix"), "#;");
	assert_string_equal(conf_text(c, "shop.file"), "/srv/店/shop.db");
	conf_free(c);
}

static void bad_files_are_named_with_their_line(void **state)
{
	static const struct {
		const char *text, *sentence;
	} bad[] = {
		{ "[console]\nnonsense\n", ", line 2 is not understood; write [section] or name = value" },
		{ "[console]\n= 5\n", ", line 2 is not understood; write [section] or name = value" },
		{ "[console\n", ", line 1: the ] is missing" },
		{ "keys = kis\n", ", line 1 stands before the first [section]" },
		{ "[scanner]\nprefix = a#b\n",
		  ", line 2: put a value with # or ; in quotes, without \\\" inside" },
		{ "[scanner]\nprefix = \"a\\\"b\"\n",
		  ", line 2: put a value with # or ; in quotes, without \\\" inside" },
		{ "[console]\nkeys = \\\nkis\n",
		  ", line 2 ends in a backslash; write the value on one line" },
		{ "[console]\nkeyz = kis\n",
		  ": there is no setting “console.keyz”; “workbay config” lists those there are" },
		{ "[console]\nescape_delay = 12abc\n",
		  ": console.escape_delay cannot be “12abc”; write a number from 0 to 1000" },
		{ "[console]\nescape_delay = 0x1F\n",
		  ": console.escape_delay cannot be “0x1F”; write a number from 0 to 1000" },
		{ "[console]\nescape_delay = 1001\n",
		  ": console.escape_delay cannot be “1001”; write a number from 0 to 1000" },
		{ "[console]\nesc_digit = maybe\n",
		  ": console.esc_digit cannot be “maybe”; write yes or no" },
		{ "[console]\nkeys = ki\n",
		  ": console.keys cannot be “ki”; write one of default|kis|yongyou|guanjiapo" },
		{ "[console]\nkeys =\n",
		  ": console.keys cannot be “”; write one of default|kis|yongyou|guanjiapo" },
		{ "[scanner]\nprefix = \x1b[2J\n", ": scanner.prefix is too long, or not plain UTF-8 text" },
		{ "[scanner]\nprefix = \xB3\xB5\n", ": scanner.prefix is too long, or not plain UTF-8 text" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct err e = { 0 };

		write_file(bad[i].text, strlen(bad[i].text));
		assert_null(conf_load(path, &e));
		assert_int_equal(strncmp(e.text, path, strlen(path)), 0);
		assert_string_equal(e.text + strlen(path), bad[i].sentence);
		assert_int_equal(e.code, ERR_CONFIG);
	}
}

static void long_lines_zero_bytes_and_folders_are_refused(void **state)
{
	char *text = xcalloc(1, 5000);
	struct err e = { 0 };

	(void)state;
	memset(text, 'x', 4000);
	write_file(text, 4000);
	assert_null(conf_load(path, &e));
	assert_non_null(strstr(e.text, ", line 1 is too long; a line has at most 1,000 bytes"));
	err_clear(&e);
	write_file("[console]\0\n", 11);
	assert_null(conf_load(path, &e));
	assert_non_null(strstr(e.text, "contains a zero byte"));
	err_clear(&e);
	assert_null(conf_load("/tmp", &e));
	assert_string_equal(e.text, "/tmp cannot be read: it is a folder");
	assert_int_equal(e.code, ERR_CONFIG);
	err_clear(&e);
	assert_null(conf_load("/nowhere/workbay.ini", &e));
	assert_string_equal(e.text, "/nowhere/workbay.ini cannot be read: there is no such file or folder");
	assert_int_equal(e.code, ERR_NOINPUT);
	free(text);
}

static void keys_are_kept_as_they_are_written(void **state)
{
	struct conf *c = load("[keys]\nF8 = save\n^T = find\n");
	const char *key, *action;

	(void)state;
	assert_true(conf_key(c, 0, &key, &action));
	assert_string_equal(key, "f8");
	assert_string_equal(action, "save");
	assert_true(conf_key(c, 1, &key, &action));
	assert_string_equal(key, "^t");
	assert_string_equal(action, "find");
	assert_false(conf_key(c, 2, &key, &action));
	conf_free(c);
}

static void a_wrong_environment_is_named(void **state)
{
	struct err e = { 0 };

	(void)state;
	write_file("", 0);
	setenv("WORKBAY_COLOUR", "red", 1);
	assert_null(conf_load(path, &e));
	unsetenv("WORKBAY_COLOUR");
	assert_string_equal(e.text,
			    "WORKBAY_COLOUR: console.colour cannot be “red”; write one of auto|never");
}

static void the_own_file_is_found(void **state)
{
	char sub[sizeof path + 20];
	struct err e = { 0 };
	struct conf *c;

	(void)state;
	setenv("XDG_CONFIG_HOME", folder, 1);
	c = conf_load(NULL, &e);
	assert_non_null(c);
	conf_free(c);
	snprintf(sub, sizeof sub, "%s/workbay", folder);
	assert_int_equal(mkdir(sub, 0700), 0);
	write_file("[printer]\ndefault = laser\n", 26);
	snprintf(sub, sizeof sub, "%s/workbay/workbay.ini", folder);
	assert_int_equal(rename(path, sub), 0);
	c = conf_load(NULL, &e);
	assert_non_null(c);
	assert_string_equal(conf_text(c, "printer.default"), "laser");
	assert_string_equal(conf_where(c, "printer.default"), sub);
	conf_free(c);
	unlink(sub);
	snprintf(sub, sizeof sub, "%s/workbay", folder);
	rmdir(sub);
}

static void every_setting_is_complete(void **state)
{
	size_t n;
	const struct conf_def *def = conf_defs(&n);

	(void)state;
	for (size_t i = 0; i < n; i++) {
		assert_non_null(strchr(def[i].name, '.'));
		assert_int_equal(strncmp(def[i].env, "WORKBAY_", 8), 0);
		assert_true(strlen(def[i].help) > 10);
		assert_true((def[i].type == CONF_CHOICE) == (def[i].choices != NULL));
		for (size_t j = 0; j < i; j++)
			assert_string_not_equal(def[i].env, def[j].env);
	}
}

static void any_bytes_are_settings_or_refused(void **state)
{
	static const char alphabet[] = "[console]\n\nkeys=kis\"'#;\\ \t\r:=[]\xE5\xBA\x97";

	(void)state;
	for (int round = 0; round < 3000; round++) {
		char s[80];
		size_t n = (size_t)rand() % sizeof s;
		struct err e = { 0 };
		struct conf *c;

		for (size_t i = 0; i < n; i++)
			s[i] = (char)(round % 2 ? alphabet[(size_t)rand() % (sizeof alphabet - 1)]
						: rand() % 256);
		write_file(s, n);
		c = conf_load(path, &e);
		assert_true(c || e.text[0]);
		conf_free(c);
	}
}

static int make_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof path, "%s/workbay.ini", folder);
	return 0;
}

static int remove_folder(void **state)
{
	(void)state;
	unlink(path);
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(settings_have_what_is_built_in),
		cmocka_unit_test(the_later_source_wins),
		cmocka_unit_test(files_are_read_as_editors_write_them),
		cmocka_unit_test(bad_files_are_named_with_their_line),
		cmocka_unit_test(long_lines_zero_bytes_and_folders_are_refused),
		cmocka_unit_test(keys_are_kept_as_they_are_written),
		cmocka_unit_test(a_wrong_environment_is_named),
		cmocka_unit_test(the_own_file_is_found),
		cmocka_unit_test(every_setting_is_complete),
		cmocka_unit_test(any_bytes_are_settings_or_refused),
	};

	return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
