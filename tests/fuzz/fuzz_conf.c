/* fuzz_conf.c - any bytes as a file of settings. */
#include "tests/fuzz/fuzz.h"

#include <stdio.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/conf.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	int fd = memfd_create("settings", MFD_CLOEXEC);
	struct err e = { 0 };
	struct conf *c;
	char path[40];

	MUST(fd >= 0 && write(fd, bytes, n) == (ssize_t)n);
	snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
	c = conf_load(path, &e);
	MUST(c || (e.code == ERR_CONFIG && e.text[0]));
	if (c)
		MUST(conf_number(c, "console.escape_delay") <= 1000);
	conf_free(c);
	close(fd);
	return 0;
}
