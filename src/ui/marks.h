/* marks.h - the rows that a person has marked, wherever the window stands now: copies, as they were last seen. */
#ifndef WORKBAY_MARKS_H
#define WORKBAY_MARKS_H

#include "base/str.h"
#include "db/view.h"

#define MARKS_MOST 500 /* of one list */

struct mark {
	char *key; /* the texts of the key columns */
	struct arena *arena;
	struct view_row *row;
};

struct marks {
	struct mark *mark; /* in the order in which they were set */
	int n;
};

/* Its place, -1 when it is not marked. */
int marks_find(const struct marks *m, const char *key);
/* Marks the row, or keeps how it looks now. False when there are too many. */
bool marks_keep(struct marks *m, const char *key, const struct view *v, const struct view_row *row);
void marks_drop(struct marks *m, int at);
void marks_clear(struct marks *m);

/* Marked rows as an action takes them, at most `most`; returns how many. */
size_t marks_rows(const struct marks *m, const struct view_row **ret, size_t most);
int64_t marks_sum(const struct marks *m, size_t col);

/* A copy of a row in the arena. */
struct view_row *row_copy(struct arena *a, const struct view *v, const struct view_row *row);

#endif
