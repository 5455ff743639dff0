/* seal.h - hashes, random ids and passwords, all by libsodium. */
#ifndef WORKBAY_SEAL_H
#define WORKBAY_SEAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define SEAL_HASH 32  /* bytes of a BLAKE2b-256 hash */
#define SEAL_ID   26  /* characters of a request id, without the NUL */
#define SEAL_PWD  128 /* bytes of a stored password, with the NUL */

/* Must be called once before the others. */
void seal_init(void);

struct seal_hash {
	unsigned char state[384] __attribute__((aligned(64)));
};

/* BLAKE2b-256 over several values: init, any number of the others, end. */
void seal_hash_init(struct seal_hash *h);
void seal_hash_add(struct seal_hash *h, const void *bytes, size_t n);
/* A value with its length in front, so that two neighbours cannot be read differently. NULL is its own value. */
void seal_hash_text(struct seal_hash *h, const char *s);
void seal_hash_int(struct seal_hash *h, int64_t v);
void seal_hash_end(struct seal_hash *h, unsigned char ret[SEAL_HASH]);

/* The SHA-256 of an open file from its first byte to its last, as sha256sum writes it; its place is not moved. False when
 * it cannot be read. */
bool seal_sha256_file(int fd, char ret_hex[65]);

/* All three at once. */
void seal_hash_once(const void *bytes, size_t n, unsigned char ret[SEAL_HASH]);

/* Bytes that nobody can guess. */
void seal_random(void *buf, size_t n);
void seal_new_id(char ret[SEAL_ID + 1]);                        /* time-ordered is not promised; unique is */
void seal_hex(const unsigned char *bytes, size_t n, char *ret); /* 2n + 1 bytes */

/* argon2id, 19 MiB, t = 2. Set refuses only for want of memory. */
bool seal_password_set(const char *secret, char ret[SEAL_PWD]);
/* Constant time; `stored` NULL or "" costs the same and is false. `*ret_weak`: stored with a lower cost. */
bool seal_password_check(const char *secret, const char *stored, bool *ret_weak);
void seal_wipe(void *p, size_t n);

#endif
