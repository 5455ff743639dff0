/* queue.h - a queue of processes at a file: who comes first is served first, and who dies is passed over.
 *
 * flock() alone serves nobody in order: who comes while the kernel still wakes the first one takes his place, and he
 * starts again at the end. Here everybody draws a number, holds the byte of that number in the file, and waits for the
 * byte before; the kernel gives a byte back when its process ends, however it ends. */
#ifndef WORKBAY_QUEUE_H
#define WORKBAY_QUEUE_H

#include <stdbool.h>
#include <stdint.h>

struct queue {
	int fd;         /* of the file, open for reading and writing; -1: none */
	int64_t number; /* drawn, 0: not in the queue */
};

/* Draws the next number. False with errno when the file cannot be locked; EINTR never. */
bool queue_draw(struct queue *q);

/* Waits until the one before has passed; without `block` only looks. False with errno: EAGAIN when it is not his turn
 * yet, EINTR when a signal came. The place is kept in both cases. */
bool queue_turn(struct queue *q, bool block);

/* Passes on to the next one, or leaves before the turn has come; harmless outside the queue. */
void queue_pass(struct queue *q);

#endif
