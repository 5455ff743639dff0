/* arena.h - memory with the life of a screen, a command or a report. */
#ifndef WORKBAY_ARENA_H
#define WORKBAY_ARENA_H

#include <stddef.h>

struct arena;

/* Makes an empty arena. The caller frees it with arena_free(). Never NULL: out of memory ends the program. */
struct arena *arena_new(void);

/* Frees the arena and all that was taken from it. NULL is allowed. */
void arena_free(struct arena *a);

/* Gives all memory back to the arena, keeping its first block for the next use. */
void arena_reset(struct arena *a);

/* `size` zeroed bytes aligned for any type, until the arena is reset or freed. Never NULL. */
void *arena_alloc(struct arena *a, size_t size) __attribute__((malloc, returns_nonnull));

/* A copy of the string, or of its first `n` bytes with a NUL added. NULL stays NULL. */
char *arena_strdup(struct arena *a, const char *s);
char *arena_strndup(struct arena *a, const char *s, size_t n);

/* A formatted string in the arena. */
char *arena_printf(struct arena *a, const char *fmt, ...)
    __attribute__((format(printf, 2, 3), nonnull(2), returns_nonnull));

/* Room for one element more behind the `n` (of `size` bytes) of an array that began as NULL with none and grows only here:
 * the array, or its larger copy. */
void *arena_more(struct arena *a, void *array, size_t n, size_t size);

/* Makes room for `array[n]`. */
#define ARENA_MORE(a, array, n) ((array) = arena_more((a), (array), (n), sizeof *(array)))

#define ARENA_NEW(a, type)      ((type *)arena_alloc((a), sizeof(type)))
#define ARENA_ARRAY(a, type, n) ((type *)arena_alloc((a), sizeof(type) * (size_t)(n)))

/* malloc and realloc that never return NULL: out of memory ends the program through die(). */
void *xmalloc(size_t size) __attribute__((malloc, returns_nonnull));
void *xcalloc(size_t n, size_t size) __attribute__((malloc, returns_nonnull));
void *xrealloc(void *p, size_t size) __attribute__((returns_nonnull));
char *xstrdup(const char *s) __attribute__((malloc, returns_nonnull));

#endif
