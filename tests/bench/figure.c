/* figure.c - medians, tails and ratios in one table. */
#include "tests/bench/figure.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "base/arena.h"

int64_t figure_now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static bool counts_processor(void)
{
	static int cpu = -1;

	if (cpu < 0)
		cpu = getenv("WORKBAY_BENCH_CPU") != NULL;
	return cpu;
}

int64_t figure_work(void)
{
	struct timespec t;

	if (!counts_processor())
		return figure_now();
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

int64_t figure_busy(void)
{
	struct rusage self, waited;

	getrusage(RUSAGE_SELF, &self);
	getrusage(RUSAGE_CHILDREN, &waited);
	return ((int64_t)self.ru_utime.tv_sec + waited.ru_utime.tv_sec) * 1000000000 +
	       ((int64_t)self.ru_utime.tv_usec + waited.ru_utime.tv_usec) * 1000;
}

void figure_add(struct figure *f, int64_t ns)
{
	if (f->n == f->cap) {
		f->cap = f->cap ? 2 * f->cap : 256;
		f->ns = xrealloc(f->ns, f->cap * sizeof(*f->ns));
	}
	f->ns[f->n++] = ns;
}

void figure_free(struct figure *f)
{
	free(f->ns);
	*f = (struct figure){ 0 };
}

static int by_size(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

int64_t figure_at(struct figure *f, int percent)
{
	if (f->n == 0)
		return 0;
	qsort(f->ns, f->n, sizeof(*f->ns), by_size);
	return f->ns[(f->n - 1) * (size_t)percent / 100];
}

void figure_tell(const char *verdict, const char *what)
{
	const char *path = getenv("WORKBAY_BENCH_TALLY");
	FILE *f = path ? fopen(path, "a") : NULL;

	if (!f)
		return;
	fprintf(f, "%s %s\n", verdict, what);
	fclose(f);
}

void figure_row_numbers(const char *what, double ours, double floor, const char *unit, int wanted)
{
	double ratio = floor > 0 ? ours / floor : 0;
	bool well = (floor > 0 ? ratio * 100 : ours * 100) <= wanted;

	printf("%-44s %10.1f %10.1f %-3s", what, ours, floor, unit);
	if (floor > 0)
		printf(" %6.2f", ratio);
	else
		printf(" %6s", "-");
	if (wanted > 0)
		printf("  <= %.2f%s%s %s", wanted / 100.0, floor > 0 ? "" : " ", floor > 0 ? "" : unit,
		       well ? "yes" : "NO");
	printf("\n");
	if (wanted > 0)
		figure_tell(well ? "yes" : "NO", what);
	fflush(stdout);
}

static void row_at(const char *what, struct figure *ours, struct figure *floor, int percent, int wanted)
{
	figure_row_numbers(what, (double)figure_at(ours, percent) / 1000,
			   floor ? (double)figure_at(floor, percent) / 1000 : 0, "us", wanted);
}

void figure_row(const char *what, struct figure *ours, struct figure *floor, int wanted)
{
	row_at(what, ours, floor, 50, wanted);
}

void figure_row_quickest(const char *what, struct figure *ours, struct figure *floor, int wanted)
{
	row_at(what, ours, floor, counts_processor() ? 0 : 50, wanted);
}

void figure_row_tail(const char *what, struct figure *ours, struct figure *floor, int wanted)
{
	row_at(what, ours, floor, 99, wanted);
}
