/* program.c - another program, without a shell, with an environment of one line, and not for ever. */
#include "app/program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

#define PATIENCE 20000 /* milliseconds */

static int start(const char *program, char *const *argv, int in, int out, int said, pid_t *ret)
{
	static char path[] = "PATH=/usr/bin";
	char *const env[] = { path, NULL };
	posix_spawn_file_actions_t files;
	posix_spawnattr_t how;
	sigset_t signals;
	int error;

	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_adddup2(&files, in, 0);
	if (out < 0)
		posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
	else
		posix_spawn_file_actions_adddup2(&files, out, 1);
	posix_spawn_file_actions_adddup2(&files, said, 2);
	posix_spawnattr_init(&how);
	posix_spawnattr_setflags(&how, POSIX_SPAWN_RESETIDS | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
	sigemptyset(&signals);
	posix_spawnattr_setsigmask(&how, &signals);
	sigfillset(&signals);
	posix_spawnattr_setsigdefault(&how, &signals);
	error = posix_spawn(ret, program, &files, &how, argv, env);
	posix_spawnattr_destroy(&how);
	posix_spawn_file_actions_destroy(&files);
	return error;
}

/* Waits until it ends; one that does not is ended. True when it said all is well. */
static bool await(pid_t pid, bool *ret_late)
{
	struct pollfd p = { .fd = pidfd_open(pid, 0), .events = POLLIN };
	int status = 0, ready = 1;

	if (p.fd >= 0) {
		while ((ready = poll(&p, 1, PATIENCE)) < 0 && errno == EINTR)
			;
		close(p.fd);
	}
	*ret_late = ready == 0;
	if (*ret_late)
		kill(pid, SIGKILL);
	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

enum spawn_end spawn_run(const char *program, char *const *argv, int in, int out, int said)
{
	bool late = false, good;
	pid_t pid;
	int error = start(program, argv, in, out, said, &pid);

	errno = error;
	if (error)
		return SPAWN_NOT;
	good = await(pid, &late);
	return late ? SPAWN_LATE : good ? SPAWN_GOOD : SPAWN_BAD;
}

void spawn_said(int said, char ret[200])
{
	ssize_t n = pread(said, ret, 199, 0);

	ret[n > 0 ? n : 0] = '\0';
	ret[strcspn(ret, "\r\n")] = '\0';
}
