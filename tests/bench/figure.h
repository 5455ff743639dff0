/* figure.h - times, their middle and their tail, and the table that is printed. */
#ifndef WORKBAY_BENCH_FIGURE_H
#define WORKBAY_BENCH_FIGURE_H

#include <stddef.h>
#include <stdint.h>

struct figure {
	int64_t *ns;
	size_t n, cap;
};

int64_t figure_now(void); /* nanoseconds of a monotonic clock */
/* The same for what one process does alone; with WORKBAY_BENCH_CPU set the processor's time, for a machine that is not
 * quiet. It does not see a wait for the disk. */
int64_t figure_work(void);
/* Time on the processor in user mode, of this process and of those it has waited for: other work on the machine does not
 * count, nor does the system's copying of pages, which is the same for all and swings by more than what is measured. */
int64_t figure_busy(void);
void figure_add(struct figure *f, int64_t ns);
void figure_free(struct figure *f);
/* The value below which `percent` of the times lie; 0 of none. */
int64_t figure_at(struct figure *f, int percent);

/* One row: what, the middle of ours and of the floor in microseconds, their ratio and what was wanted (in
 * hundredths; 0: nothing). The heading is printed before the first row. */
void figure_row(const char *what, struct figure *ours, struct figure *floor, int wanted);
/* The same for two programs that answer each other; with WORKBAY_BENCH_CPU the quickest of each, which nothing disturbed. */
void figure_row_quickest(const char *what, struct figure *ours, struct figure *floor, int wanted);
/* The same for the 99th hundredth. */
void figure_row_tail(const char *what, struct figure *ours, struct figure *floor, int wanted);
/* One row of two plain numbers. */
void figure_row_numbers(const char *what, double ours, double floor, const char *unit, int wanted);

/* Notes a verdict ("yes", "NO", "failed") in the file that WORKBAY_BENCH_TALLY names, for the sum at the end. */
void figure_tell(const char *verdict, const char *what);

#endif
