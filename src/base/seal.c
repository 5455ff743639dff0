/* seal.c - hashes, random ids and passwords, all by libsodium. */
#include "base/seal.h"

#include <assert.h>
#include <sodium.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"

#define PASSES 2
#define MEMORY ((size_t)19 * 1024 * 1024)

static_assert(sizeof(struct seal_hash) == sizeof(crypto_generichash_state),
	      "libsodium's state has another size");
static_assert(SEAL_PWD == crypto_pwhash_STRBYTES, "libsodium's stored passwords have another size");

static crypto_generichash_state *state_of(struct seal_hash *h)
{
	return (crypto_generichash_state *)(void *)h->state;
}

void seal_init(void)
{
	if (sodium_init() < 0)
		die("libsodium cannot start: this machine gives no random numbers");
}

void seal_hash_init(struct seal_hash *h)
{
	crypto_generichash_init(state_of(h), NULL, 0, SEAL_HASH);
}

void seal_hash_add(struct seal_hash *h, const void *bytes, size_t n)
{
	crypto_generichash_update(state_of(h), bytes, n);
}

void seal_hash_int(struct seal_hash *h, int64_t v)
{
	unsigned char bytes[8];

	for (int i = 0; i < 8; i++)
		bytes[i] = (unsigned char)((uint64_t)v >> (8 * i));
	seal_hash_add(h, bytes, sizeof bytes);
}

void seal_hash_text(struct seal_hash *h, const char *s)
{
	seal_hash_int(h, s ? (int64_t)strlen(s) : -1);
	if (s)
		seal_hash_add(h, s, strlen(s));
}

void seal_hash_end(struct seal_hash *h, unsigned char ret[SEAL_HASH])
{
	crypto_generichash_final(state_of(h), ret, SEAL_HASH);
}

void seal_hash_once(const void *bytes, size_t n, unsigned char ret[SEAL_HASH])
{
	crypto_generichash(ret, SEAL_HASH, bytes, n, NULL, 0);
}

bool seal_sha256_file(int fd, char ret_hex[65])
{
	unsigned char buf[1 << 14], sum[crypto_hash_sha256_BYTES];
	crypto_hash_sha256_state state;
	off_t at = 0;
	ssize_t n;

	crypto_hash_sha256_init(&state);
	while ((n = pread(fd, buf, sizeof buf, at)) > 0) {
		crypto_hash_sha256_update(&state, buf, (unsigned long long)n);
		at += n;
	}
	crypto_hash_sha256_final(&state, sum);
	seal_hex(sum, sizeof sum, ret_hex);
	return n == 0;
}

void seal_random(void *buf, size_t n)
{
	randombytes_buf(buf, n);
}

void seal_new_id(char ret[SEAL_ID + 1])
{
	static const char letters[] = "0123456789abcdefghjkmnpqrstvwxyz";
	unsigned char bytes[SEAL_ID];

	seal_random(bytes, sizeof bytes);
	for (size_t i = 0; i < SEAL_ID; i++)
		ret[i] = letters[bytes[i] % 32];
	ret[SEAL_ID] = '\0';
}

void seal_hex(const unsigned char *bytes, size_t n, char *ret)
{
	sodium_bin2hex(ret, 2 * n + 1, bytes, n);
}

bool seal_password_set(const char *secret, char ret[SEAL_PWD])
{
	return crypto_pwhash_str(ret, secret, strlen(secret), PASSES, MEMORY) == 0;
}

/* Takes as long as a check does, for a name that does not exist. */
static void spend_the_time(const char *secret)
{
	static const unsigned char salt[crypto_pwhash_SALTBYTES];
	unsigned char out[32];

	if (crypto_pwhash(out, sizeof out, secret, strlen(secret), salt, PASSES, MEMORY,
			  crypto_pwhash_ALG_ARGON2ID13) == 0)
		sodium_memzero(out, sizeof out);
}

bool seal_password_check(const char *secret, const char *stored, bool *ret_weak)
{
	char copy[SEAL_PWD] = "";

	*ret_weak = false;
	if (!stored || !*stored || strlen(stored) >= sizeof copy) {
		spend_the_time(secret);
		return false;
	}
	memcpy(copy, stored, strlen(stored));
	if (crypto_pwhash_str_verify(copy, secret, strlen(secret)) != 0)
		return false;
	*ret_weak = crypto_pwhash_str_needs_rehash(copy, PASSES, MEMORY) != 0;
	return true;
}

void seal_wipe(void *p, size_t n)
{
	sodium_memzero(p, n);
}
