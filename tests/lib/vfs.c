/* vfs.c - the shim: counts the steps, fails the chosen one, hands each to the tape. */
#include "tests/lib/vfs.h"

#include <errno.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/lib/vfs_tape.h"

struct shim_file {
	sqlite3_file base;
	const char *name;   /* SQLite's, until it closes the file */
	unsigned tape;      /* the count of tapes when `inode` was looked up */
	int inode;          /* -1: not recorded */
	sqlite3_file *real; /* lies behind this struct */
};

static struct {
	sqlite3_vfs vfs, *real;
	enum vfs_kind kind;
	long at, steps;
	bool forever, fired;
	struct vfs_tape *tape;
	unsigned tapes; /* started and stopped so far */
} shim;

#define REAL(f) (((struct shim_file *)(f))->real)

void vfs_fault(enum vfs_kind kind, long n, bool forever)
{
	shim.kind = kind;
	shim.at = n;
	shim.forever = forever;
	shim.steps = 0;
	shim.fired = false;
}

long vfs_steps(void)
{
	return shim.steps;
}

bool vfs_fired(void)
{
	return shim.fired;
}

static void die_here(void)
{
	kill(getpid(), SIGKILL);
	pause();
}

/* Counts a step and says whether it meets the fault. Only a write can be done by half: a process that is to die in
 * the middle dies in front of any other step. */
static bool step_meets(bool is_write)
{
	shim.steps++;
	if (shim.kind == VFS_NONE || shim.at <= 0)
		return false;
	if (shim.steps != shim.at && !(shim.forever && shim.steps > shim.at))
		return false;
	shim.fired = true;
	if (shim.kind == VFS_KILL || (shim.kind == VFS_KILL_HALF && !is_write))
		die_here();
	return true;
}

static bool step_fails(void)
{
	return step_meets(false);
}

int vfs_step_errno(void)
{
	if (!step_fails())
		return 0;
	return shim.kind == VFS_FULL ? ENOSPC : shim.kind == VFS_READONLY ? EROFS : EIO;
}

/* The file's number on the tape that runs; a file may have been opened before the tape. */
static int inode_of(sqlite3_file *file)
{
	struct shim_file *f = (struct shim_file *)file;

	if (f->tape != shim.tapes) {
		f->tape = shim.tapes;
		f->inode = tape_open(shim.tape, f->name);
	}
	return f->inode;
}

static int shim_close(sqlite3_file *f)
{
	return REAL(f)->pMethods ? REAL(f)->pMethods->xClose(REAL(f)) : SQLITE_OK;
}

static int shim_read(sqlite3_file *f, void *buf, int n, sqlite3_int64 at)
{
	return REAL(f)->pMethods->xRead(REAL(f), buf, n, at);
}

static int shim_write(sqlite3_file *f, const void *buf, int n, sqlite3_int64 at)
{
	if (step_meets(true)) {
		if (shim.kind == VFS_FULL)
			return SQLITE_FULL;
		if (shim.kind == VFS_KILL_HALF) {
			REAL(f)->pMethods->xWrite(REAL(f), buf, n / 2, at);
			die_here();
		}
		return SQLITE_IOERR_WRITE;
	}
	tape_write(shim.tape, inode_of(f), buf, n, at);
	return REAL(f)->pMethods->xWrite(REAL(f), buf, n, at);
}

static int shim_truncate(sqlite3_file *f, sqlite3_int64 size)
{
	if (step_fails() && shim.kind != VFS_FULL)
		return SQLITE_IOERR_TRUNCATE;
	tape_truncate(shim.tape, inode_of(f), size);
	return REAL(f)->pMethods->xTruncate(REAL(f), size);
}

static int shim_sync(sqlite3_file *f, int flags)
{
	if (step_fails() && shim.kind != VFS_FULL)
		return SQLITE_IOERR_FSYNC;
	tape_sync(shim.tape, inode_of(f));
	return REAL(f)->pMethods->xSync(REAL(f), flags);
}

static int shim_size(sqlite3_file *f, sqlite3_int64 *ret)
{
	return REAL(f)->pMethods->xFileSize(REAL(f), ret);
}

static int shim_lock(sqlite3_file *f, int level)
{
	return REAL(f)->pMethods->xLock(REAL(f), level);
}

static int shim_unlock(sqlite3_file *f, int level)
{
	return REAL(f)->pMethods->xUnlock(REAL(f), level);
}

static int shim_check_lock(sqlite3_file *f, int *ret)
{
	return REAL(f)->pMethods->xCheckReservedLock(REAL(f), ret);
}

/* Growing a file ahead of writing it would pass the tape by. */
static int shim_control(sqlite3_file *f, int op, void *arg)
{
	if (op == SQLITE_FCNTL_SIZE_HINT || op == SQLITE_FCNTL_CHUNK_SIZE)
		return SQLITE_OK;
	return REAL(f)->pMethods->xFileControl(REAL(f), op, arg);
}

static int shim_sector(sqlite3_file *f)
{
	return REAL(f)->pMethods->xSectorSize(REAL(f));
}

static int shim_traits(sqlite3_file *f)
{
	return REAL(f)->pMethods->xDeviceCharacteristics(REAL(f));
}

static int shim_shm_map(sqlite3_file *f, int page, int size, int extend, void volatile **ret)
{
	return REAL(f)->pMethods->xShmMap(REAL(f), page, size, extend, ret);
}

static int shim_shm_lock(sqlite3_file *f, int at, int n, int flags)
{
	return REAL(f)->pMethods->xShmLock(REAL(f), at, n, flags);
}

static void shim_shm_barrier(sqlite3_file *f)
{
	REAL(f)->pMethods->xShmBarrier(REAL(f));
}

static int shim_shm_unmap(sqlite3_file *f, int delete)
{
	return REAL(f)->pMethods->xShmUnmap(REAL(f), delete);
}

/* Version 2: no xFetch, so that every read and write is seen. */
static const sqlite3_io_methods shim_methods = {
	.iVersion = 2,
	.xClose = shim_close,
	.xRead = shim_read,
	.xWrite = shim_write,
	.xTruncate = shim_truncate,
	.xSync = shim_sync,
	.xFileSize = shim_size,
	.xLock = shim_lock,
	.xUnlock = shim_unlock,
	.xCheckReservedLock = shim_check_lock,
	.xFileControl = shim_control,
	.xSectorSize = shim_sector,
	.xDeviceCharacteristics = shim_traits,
	.xShmMap = shim_shm_map,
	.xShmLock = shim_shm_lock,
	.xShmBarrier = shim_shm_barrier,
	.xShmUnmap = shim_shm_unmap,
};

static bool read_only_now(void)
{
	return shim.kind == VFS_READONLY && shim.at > 0 && shim.steps >= shim.at && shim.forever;
}

static int shim_open(sqlite3_vfs *v, const char *name, sqlite3_file *file, int flags, int *ret_flags)
{
	struct shim_file *f = (struct shim_file *)file;
	int rc;

	(void)v;
	f->real = (sqlite3_file *)(f + 1);
	f->name = name;
	f->tape = 0;
	f->inode = -1;
	f->base.pMethods = NULL;
	if (read_only_now() && name && (flags & SQLITE_OPEN_READWRITE)) {
		if (!(flags & SQLITE_OPEN_MAIN_DB))
			return SQLITE_CANTOPEN;
		flags &= ~(SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
		flags |= SQLITE_OPEN_READONLY;
	}
	inode_of(file);
	rc = shim.real->xOpen(shim.real, name, f->real, flags, ret_flags);
	if (rc == SQLITE_OK || f->real->pMethods)
		f->base.pMethods = &shim_methods;
	return rc;
}

static int shim_delete(sqlite3_vfs *v, const char *name, int sync_dir)
{
	(void)v;
	if (step_fails() && shim.kind != VFS_FULL)
		return SQLITE_IOERR_DELETE;
	tape_unlink(shim.tape, name);
	if (sync_dir)
		tape_sync_dir(shim.tape);
	return shim.real->xDelete(shim.real, name, sync_dir);
}

static int shim_access(sqlite3_vfs *v, const char *name, int flags, int *ret)
{
	(void)v;
	return shim.real->xAccess(shim.real, name, flags, ret);
}

static int shim_full_path(sqlite3_vfs *v, const char *name, int n, char *ret)
{
	(void)v;
	return shim.real->xFullPathname(shim.real, name, n, ret);
}

void vfs_install(void)
{
	if (shim.real)
		return;
	shim.real = sqlite3_vfs_find(NULL);
	shim.vfs = *shim.real;
	shim.vfs.zName = "shim";
	shim.vfs.pNext = NULL;
	shim.vfs.szOsFile = (int)sizeof(struct shim_file) + shim.real->szOsFile;
	shim.vfs.xOpen = shim_open;
	shim.vfs.xDelete = shim_delete;
	shim.vfs.xAccess = shim_access;
	shim.vfs.xFullPathname = shim_full_path;
	sqlite3_vfs_register(&shim.vfs, 1);
}

struct vfs_tape *vfs_record(const char *dir)
{
	shim.tapes++;
	shim.tape = tape_new(dir);
	return shim.tape;
}

void vfs_stop(struct vfs_tape *t)
{
	if (shim.tape != t)
		return;
	shim.tapes++;
	shim.tape = NULL;
}

void vfs_note_rename(const char *from, const char *to)
{
	tape_rename(shim.tape, from, to);
}

void vfs_note_link(const char *from, const char *to)
{
	tape_link(shim.tape, from, to);
}

void vfs_note_unlink(const char *path)
{
	tape_unlink(shim.tape, path);
}

void vfs_note_sync(const char *path)
{
	if (shim.tape)
		tape_sync(shim.tape, tape_open(shim.tape, path));
}

void vfs_note_sync_dir(void)
{
	tape_sync_dir(shim.tape);
}
