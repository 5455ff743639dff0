/* layout.c - cells side by side become lines of columns. */
#include "paper/layout.h"

#include <stdbool.h>

#include "base/text.h"

void layout_share(struct layout_cell *cells, size_t n, int columns)
{
	int left = columns - (int)(n ? n - 1 : 0), sharers = 0;

	for (size_t i = 0; i < n; i++) {
		left -= cells[i].width;
		sharers += cells[i].width == 0;
	}
	for (size_t i = 0; i < n; i++) {
		int share;

		if (cells[i].width)
			continue;
		share = (left + sharers - 1) / sharers;
		cells[i].width = share > 1 ? share : 1;
		left -= share;
		sharers--;
	}
}

static void cut_blanks(struct str *out, size_t from)
{
	size_t len = out->len;

	while (len > from && out->s[len - 1] == ' ')
		len--;
	if (len < out->len) {
		out->len = len;
		out->s[len] = '\0';
	}
}

/* One line of paper: the k-th line of each cell. */
static void layout_line(struct str *out, const struct layout_cell *cells, char ***lines, const size_t *height,
			size_t n, size_t k)
{
	size_t from = out->len;

	for (size_t i = 0; i < n; i++) {
		if (i)
			str_addc(out, ' ');
		text_pad(out, k < height[i] ? lines[i][k] : "", cells[i].width, cells[i].align);
	}
	cut_blanks(out, from);
	str_addc(out, '\n');
}

void layout_row(struct str *out, const struct layout_cell *given, size_t n, int columns, struct arena *a)
{
	struct layout_cell cells[LAYOUT_CELLS];
	char **lines[LAYOUT_CELLS];
	size_t height[LAYOUT_CELLS], most = 0;
	int at = 0;

	n = n < LAYOUT_CELLS ? n : LAYOUT_CELLS;
	for (size_t i = 0; i < n; i++)
		cells[i] = given[i];
	layout_share(cells, n, columns);
	for (size_t i = 0; i < n; i++) {
		if (at + cells[i].width > columns) {
			n = i;
			break;
		}
		at += cells[i].width + 1;
		height[i] = text_wrap(a, cells[i].text, cells[i].width, &lines[i]);
		most = height[i] > most ? height[i] : most;
	}
	for (size_t k = 0; k < most; k++)
		layout_line(out, cells, lines, height, n, k);
}
