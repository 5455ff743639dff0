/* test_seal.c - hashes, random ids and passwords. */
#include "tests/test.h"

#include <string.h>

#include "base/seal.h"

static void hash_of_pieces_is_the_hash_of_the_whole(void **state)
{
	unsigned char once[SEAL_HASH], pieces[SEAL_HASH];
	char hex[2 * SEAL_HASH + 1];
	struct seal_hash h;

	(void)state;
	seal_hash_once("abc", 3, once);
	seal_hash_init(&h);
	seal_hash_add(&h, "a", 1);
	seal_hash_add(&h, "bc", 2);
	seal_hash_end(&h, pieces);
	assert_memory_equal(once, pieces, SEAL_HASH);
	seal_hex(once, SEAL_HASH, hex);
	assert_string_equal(hex, "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319");
}

static void hash_two(const char *a, const char *b, unsigned char ret[SEAL_HASH])
{
	struct seal_hash h;

	seal_hash_init(&h);
	seal_hash_text(&h, a);
	seal_hash_text(&h, b);
	seal_hash_int(&h, -1);
	seal_hash_end(&h, ret);
}

static void neighbours_cannot_be_read_differently(void **state)
{
	unsigned char x[SEAL_HASH], y[SEAL_HASH];

	(void)state;
	hash_two("ab", "c", x);
	hash_two("a", "bc", y);
	assert_memory_not_equal(x, y, SEAL_HASH);
	hash_two("", NULL, x);
	hash_two(NULL, "", y);
	assert_memory_not_equal(x, y, SEAL_HASH);
}

static void ids_differ(void **state)
{
	char a[SEAL_ID + 1], b[SEAL_ID + 1];

	(void)state;
	seal_new_id(a);
	seal_new_id(b);
	assert_int_equal(strlen(a), SEAL_ID);
	assert_string_not_equal(a, b);
}

static void password_is_known_again(void **state)
{
	char stored[SEAL_PWD];
	bool weak;

	(void)state;
	assert_true(seal_password_set("1234", stored));
	assert_true(seal_password_check("1234", stored, &weak));
	assert_false(weak);
	assert_false(seal_password_check("1235", stored, &weak));
	assert_false(seal_password_check("1234", NULL, &weak));
	assert_false(seal_password_check("1234", "", &weak));
	assert_false(seal_password_check("1234", "$argon2id$nonsense", &weak));
}

static void password_stored_at_a_lower_cost_is_weak(void **state)
{
	bool weak;

	(void)state;
	assert_true(seal_password_check(
	    "1234",
	    "$argon2id$v=19$m=8,t=1,p=1$0PwNTDNS7/bf66rUfYZwMA$6iAN5ZcluBt8M8kiO/da0AoeyQc/kdPyhuYDw36Tgac",
	    &weak));
	assert_true(weak);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hash_of_pieces_is_the_hash_of_the_whole),
		cmocka_unit_test(neighbours_cannot_be_read_differently),
		cmocka_unit_test(ids_differ),
		cmocka_unit_test(password_is_known_again),
		cmocka_unit_test(password_stored_at_a_lower_cost_is_weak),
	};

	seal_init();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
