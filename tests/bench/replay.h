/* replay.h - the floor of a posting: the very rows that a command wrote, written again by bare SQLite.
 *
 * The rows of each transaction are taken down while commands run on one copy of a shop file (untimed),
 * repeated changes of a row folded into one. Replayed on another copy of the same file they go through the
 * same tables, indexes and triggers, under the same two locks, with synchronous=FULL and the same rule for
 * checkpoints. */
#ifndef WORKBAY_BENCH_REPLAY_H
#define WORKBAY_BENCH_REPLAY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct sqlite3;
struct replay;

/* Takes down what `writer`, a connection to `path`, writes. The caller frees. */
struct replay *replay_new(struct sqlite3 *writer, const char *path);
void replay_free(struct replay *r);

/* A command has been committed: its rows become one transaction more. Returns how many rows it has. */
size_t replay_cut(struct replay *r);
size_t replay_count(const struct replay *r); /* transactions taken down */

/* Opens the copy on which they are to be written; after a fork each process opens its own. */
bool replay_open(struct replay *r, const char *path);
/* Writes transaction `i`: locks, BEGIN IMMEDIATE, its rows, COMMIT, a checkpoint when due, unlock. */
bool replay_run(struct replay *r, size_t i);
/* Untimed, before replay_run(): puts the rows into an order that their references allow, once replay_reorder() has been
 * asked for because one could not be written. */
void replay_ready(struct replay *r, size_t i);
void replay_reorder(struct replay *r);
const char *replay_why(const struct replay *r); /* what SQLite said of the last failure */
void replay_close(struct replay *r);

#endif
