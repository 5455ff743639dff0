/* vfs.h - a disk that fails on request: a shim over SQLite's own VFS that counts, refuses and records its
 * steps.
 *
 * A step is a write, truncation, sync or deletion. Shared memory and locks pass through. The state is the
 * process's own, as SQLite's table of VFSs is. */
#ifndef WORKBAY_TEST_VFS_H
#define WORKBAY_TEST_VFS_H

#include <stdbool.h>

enum vfs_kind {
	VFS_NONE,
	VFS_IOERR,    /* EIO */
	VFS_FULL,     /* ENOSPC: writes fail, truncating, syncing and deleting work */
	VFS_READONLY, /* the file system was mounted read-only: opening for writing fails too */
	VFS_KILL,     /* the process is killed (SIGKILL) in front of the step */
	VFS_KILL_HALF /* the same in the middle of a write, in front of any other step */
};

/* Puts the shim in front of every file that SQLite opens from now on. */
void vfs_install(void);

/* Counting starts anew; the `n`-th step (from 1; 0: none) fails in this way, and with `forever` all later
 * ones. */
void vfs_fault(enum vfs_kind kind, long n, bool forever);
long vfs_steps(void); /* since vfs_fault() */
bool vfs_fired(void); /* the fault has been met */

/* A record of every step on the files of one directory. */
struct vfs_tape;

/* Starts recording; what lies in `dir` now counts as safely on the disk. One tape at a time. The caller stops
 * and frees it. */
struct vfs_tape *vfs_record(const char *dir);
void vfs_stop(struct vfs_tape *t);
void vfs_tape_free(struct vfs_tape *t);
long vfs_tape_steps(const struct vfs_tape *t); /* recorded so far */

/* Fills the directory `to` (made when missing, emptied first) with what a power cut after `step` steps may
 * leave: what was synced for certain; of the rest, by `seed`, each sector of 512 bytes kept or lost, so that
 * writes come reordered and torn, and a first part of the changes of names. Seed 0 keeps nothing unsynced,
 * seed 1 everything. Steps must not go down from call to call. */
void vfs_image(struct vfs_tape *t, long step, unsigned seed, const char *to);

/* For files that are made, renamed or removed without SQLite: called by the wrappers of vfs_libc.c. */
void vfs_note_rename(const char *from, const char *to);
void vfs_note_link(const char *from, const char *to);
void vfs_note_unlink(const char *path);
void vfs_note_sync(const char *path);
void vfs_note_sync_dir(void);
/* What the next step shall do in front of a call that is not SQLite's: 0 or an errno. */
int vfs_step_errno(void);

/* SQLite's allocations: the `n`-th from now on fails (0: none), and with `forever` all later ones. Must be
 * installed before SQLite is used at all. */
void mem_install(void);
void mem_fault(long n, bool forever);
long mem_count(void);
bool mem_fired(void);

/* The allocations of our own libraries, in a program that is linked with own_libc.c: the `n`-th from now
 * fails. */
void own_fault(long n);
long own_count(void);

#endif
