/* vfs_tape.h - the steps on the files of one directory, and the files that a power cut leaves of them. */
#ifndef WORKBAY_TEST_VFS_TAPE_H
#define WORKBAY_TEST_VFS_TAPE_H

#include <stdint.h>

struct vfs_tape;

struct vfs_tape *tape_new(const char *dir);

/* Each does nothing for a NULL tape, inode -1 or a path outside the directory. */
int tape_open(struct vfs_tape *t, const char *path); /* the file's number on the tape, made when it is new */
void tape_write(struct vfs_tape *t, int inode, const void *bytes, int n, int64_t at);
void tape_truncate(struct vfs_tape *t, int inode, int64_t size);
void tape_sync(struct vfs_tape *t, int inode);
void tape_unlink(struct vfs_tape *t, const char *path);
void tape_rename(struct vfs_tape *t, const char *from, const char *to);
void tape_link(struct vfs_tape *t, const char *from, const char *to);
void tape_sync_dir(struct vfs_tape *t);

#endif
