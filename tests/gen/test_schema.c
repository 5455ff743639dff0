/* test_schema.c - the generator names every fault of a header by file and line, and then makes nothing.
 *
 * usage: test_schema GEN-SCHEMA ROOT (the folder of schema/ and expected) */
#include "tests/test.h"

#include <stdio.h>
#include <sys/wait.h>

static const char *generator, *root;

static size_t read_all(FILE *in, char *buf, size_t room)
{
	size_t n = fread(buf, 1, room - 1, in);

	buf[n] = '\0';
	return n;
}

static void every_fault_is_named_and_nothing_is_made(void **state)
{
	char command[4096], told[8192], expected[8192];
	FILE *in;
	int status;

	(void)state;
	snprintf(command, sizeof command,
		 "'%s' '%s' /nowhere/a /nowhere/b /nowhere/c /nowhere/d /nowhere/e '%s/schema/views/bad.sql' "
		 "'%s/schema/views/empty.sql' '%s/schema/checks/bad.sql' '%s/schema/views/paper.sql' "
		 "'%s/schema/documents/bad.form' '%s/schema/documents/marks.form' 2>&1",
		 generator, root, root, root, root, root, root, root);
	in = popen(command, "r");
	assert_non_null(in);
	read_all(in, told, sizeof told);
	status = pclose(in);
	assert_int_equal(WEXITSTATUS(status), 1);
	snprintf(command, sizeof command, "%s/expected", root);
	in = fopen(command, "r");
	assert_non_null(in);
	read_all(in, expected, sizeof expected);
	fclose(in);
	assert_string_equal(told, expected);
}

int main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_fault_is_named_and_nothing_is_made),
	};

	if (argc != 3)
		return 64;
	generator = argv[1];
	root = argv[2];
	return cmocka_run_group_tests(tests, NULL, NULL);
}
