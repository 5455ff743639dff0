/* pty_keys.h - what a key sends on a given terminal. */
#ifndef WORKBAY_TEST_PTY_KEYS_H
#define WORKBAY_TEST_PTY_KEYS_H

#include <stddef.h>
#include <stdint.h>

#include "base/str.h"

/* The bytes of the key `name` (see pty.h) on terminal type `term`; 0 when there is no such key. */
size_t pty_key_bytes(const char *term, const char *name, char ret[32]);

/* Appends a code point as UTF-8. */
void pty_put_utf8(struct str *s, uint32_t cp);

#endif
