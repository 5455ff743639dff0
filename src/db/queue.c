/* queue.c - a queue of processes at a file, of locks on its bytes that belong to the open file. */
#include "db/queue.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

/* A lock on the byte of one number. */
static int byte_lock(const struct queue *q, int64_t number, short type, int how)
{
	struct flock f = { .l_type = type, .l_whence = SEEK_SET, .l_start = number, .l_len = 1 };

	return fcntl(q->fd, how, &f);
}

/* The number drawn last stands in the file; what else stands there counts as none. Numbers that come again make strangers
 * wait for each other, but never in a ring, for each waits for one that was drawn before. */
static int64_t last_number(const struct queue *q)
{
	int64_t last = 0;

	if (pread(q->fd, &last, sizeof last, 0) != sizeof last || last < 1 || last >= INT64_MAX / 2)
		return 1; /* the first one waits for the byte of a number that nobody has */
	return last;
}

/* A number that cannot be written down is drawn again by the next, who then waits for it here. */
static bool draw_locked(struct queue *q)
{
	int64_t number = last_number(q) + 1;
	int rc;

	while ((rc = byte_lock(q, number, F_WRLCK, F_OFD_SETLKW)) != 0 && errno == EINTR)
		continue;
	if (rc != 0)
		return false;
	q->number = number;
	return pwrite(q->fd, &number, sizeof number, 0) == sizeof number || errno != EBADF;
}

bool queue_draw(struct queue *q)
{
	bool ok;
	int rc;

	while ((rc = flock(q->fd, LOCK_EX)) != 0 && errno == EINTR)
		continue;
	if (rc != 0)
		return false;
	ok = draw_locked(q);
	flock(q->fd, LOCK_UN);
	return ok;
}

bool queue_turn(struct queue *q, bool block)
{
	if (byte_lock(q, q->number - 1, F_WRLCK, block ? F_OFD_SETLKW : F_OFD_SETLK) != 0)
		return false;
	byte_lock(q, q->number - 1, F_UNLCK, F_OFD_SETLK);
	return true;
}

void queue_pass(struct queue *q)
{
	if (!q->number)
		return;
	byte_lock(q, q->number, F_UNLCK, F_OFD_SETLK);
	q->number = 0;
}
