/* replay.c - runs a fuzz target over the files of its corpus, as a plain test. */
#include <dirent.h>
#include <stdio.h>

#include "base/csv.h"
#include "tests/fuzz/fuzz.h"

int main(int argc, char **argv)
{
	DIR *folder = argc == 2 ? opendir(argv[1]) : NULL;
	int runs = 0;

	if (!folder)
		return 1;
	for (struct dirent *entry; (entry = readdir(folder));) {
		struct str bytes = { 0 }, path = { 0 };
		struct err e = { 0 };

		str_addf(&path, "%s/%s", argv[1], entry->d_name);
		if (entry->d_name[0] != '.' && csv_slurp(str_get(&path), &bytes, &e)) {
			LLVMFuzzerTestOneInput((const uint8_t *)str_get(&bytes), bytes.len);
			runs++;
		}
		str_free(&path);
		str_free(&bytes);
	}
	closedir(folder);
	printf("[  PASSED  ] %d test(s).\n", runs > 0);
	return runs == 0;
}
