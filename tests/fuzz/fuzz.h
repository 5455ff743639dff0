/* fuzz.h - what each fuzz target is: one function that reads any bytes and must neither crash nor break a
 * promise. */
#ifndef WORKBAY_FUZZ_H
#define WORKBAY_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

/* Called by libFuzzer, or by replay.c for each file of the corpus. Always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

/* Ends the run when a promise is broken. */
#define MUST(promise) ((promise) ? (void)0 : abort())

#endif
