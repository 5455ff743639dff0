/* workbay-pdf.c - text in columns becomes PDF: pages parted by form feeds on standard input, the PDF on standard output.
 *
 * Each character stands in its own column (Chinese in two), whatever the fonts are, so that the paper is the one the
 * screen shows. Lines of more than 48 columns are set on A4, shorter ones on a roll of 80 mm as long as the text. A line
 * that begins with a mark of paper/render.h is drawn as bars or as a QR code. */
#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/pdf_codes.h"

#define MM          (72.0 / 25.4)
#define WIDE        48 /* columns; more are a page */
#define PAGE_LEAST  80
#define ROLL_LEAST  32
#define ROLL_MARGIN (4 * MM)
#define PAGE_MARGIN (14 * MM)

struct paper {
	cairo_t *cr;
	PangoLayout *layout;
	double width, height, margin, cell, line;
};

static int columns_of(gunichar c)
{
	if (g_unichar_iszerowidth(c))
		return 0;
	return g_unichar_iswide(c) ? 2 : 1;
}

static int line_columns(const char *p, const char *end)
{
	int n = 0;

	for (; p < end; p = g_utf8_next_char(p))
		n += columns_of(g_utf8_get_char(p));
	return n;
}

static int widest(const char *text)
{
	int most = 0;

	for (const char *end; *text; text = *end ? end + 1 : end) {
		int n;

		end = text + strcspn(text, "\n\f");
		n = code_is(text) ? 0 : line_columns(text, end);
		most = n > most ? n : most;
	}
	return most;
}

static char *read_all(FILE *in)
{
	GString *s = g_string_new(NULL);
	char buf[8192];
	size_t n;

	while ((n = fread(buf, 1, sizeof buf, in)) > 0)
		g_string_append_len(s, buf, (gssize)n);
	return g_string_free(s, FALSE);
}

static cairo_status_t put(void *arg, const unsigned char *bytes, unsigned int n)
{
	return fwrite(bytes, 1, n, arg) == n ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

/* One character in its columns; a font that is wider is made narrower. */
static void put_char(struct paper *p, const char *s, size_t n, double x, double y, int columns)
{
	int w, h;

	pango_layout_set_text(p->layout, s, (int)n);
	pango_layout_get_size(p->layout, &w, &h);
	cairo_save(p->cr);
	cairo_move_to(p->cr, x, y);
	if (w > columns * p->cell * PANGO_SCALE * 1.02)
		cairo_scale(p->cr, columns * p->cell * PANGO_SCALE / w, 1);
	pango_cairo_show_layout(p->cr, p->layout);
	cairo_restore(p->cr);
}

static void put_line(struct paper *p, const char *s, const char *end, double y)
{
	int at = 0;

	for (const char *next; s < end; s = next) {
		int n = columns_of(g_utf8_get_char(s));

		next = g_utf8_next_char(s);
		if (*s != ' ' && n)
			put_char(p, s, (size_t)(next - s), p->margin + at * p->cell, y, n);
		at += n;
	}
}

/* A code that cannot be drawn stands there as text, as bars have it below them anyway. */
static void put_code(struct paper *p, const char *s, const char *end, double y)
{
	struct code_place at = { p->margin, y, p->width - 2 * p->margin };
	bool drawn = code_draw(p->cr, s, (size_t)(end - s - 1), &at);
	double blank = at.width - line_columns(s + 1, end) * p->cell, left = p->margin;

	if (drawn && !code_is_read(s))
		return;
	p->margin += blank > 0 ? blank / 2 : 0;
	put_line(p, s + 1, end, drawn ? y + code_height(s) : y);
	p->margin = left;
}

/* The space that a line takes. */
static double high(const struct paper *p, const char *s)
{
	return !code_is(s) ? p->line : code_height(s) + (code_is_read(s) ? p->line : 0);
}

/* One page, and what does not fit on it on the next. */
static const char *put_page(struct paper *p, const char *text)
{
	double y = p->margin;

	while (*text && *text != '\f') {
		const char *end = text + strcspn(text, "\n\f");

		if (y + high(p, text) > p->height - p->margin + 0.1) {
			cairo_show_page(p->cr);
			y = p->margin;
		}
		if (code_is(text))
			put_code(p, text, end, y);
		else
			put_line(p, text, end, y);
		y += high(p, text);
		text = *end == '\n' ? end + 1 : end;
	}
	cairo_show_page(p->cr);
	return *text == '\f' ? text + 1 : text;
}

/* The longest page from top to bottom. */
static double highest(const struct paper *p, const char *text)
{
	double sum = 0, most = 0;

	for (const char *end; *text; text = *end ? end + 1 : end) {
		end = text + strcspn(text, "\n\f");
		sum += high(p, text);
		most = sum > most ? sum : most;
		sum = *end == '\f' ? 0 : sum;
	}
	return most + p->line;
}

static void lay_out(struct paper *p, const char *text)
{
	int columns = widest(text), page = columns > WIDE, least = page ? PAGE_LEAST : ROLL_LEAST;

	columns = columns > least ? columns : least;
	p->width = (page ? 210 : 80) * MM;
	p->margin = page ? PAGE_MARGIN : ROLL_MARGIN;
	p->cell = (p->width - 2 * p->margin) / columns;
	p->line = p->cell * 2.1;
	p->height = page ? 297 * MM : highest(p, text) + 2 * p->margin;
}

static void set_font(struct paper *p)
{
	PangoFontDescription *font = pango_font_description_from_string("monospace");

	pango_font_description_set_absolute_size(font, p->cell * 1.66 * PANGO_SCALE);
	p->layout = pango_cairo_create_layout(p->cr);
	pango_layout_set_font_description(p->layout, font);
	pango_font_description_free(font);
}

int main(void)
{
	char *text = read_all(stdin);
	struct paper p = { 0 };
	cairo_surface_t *surface;
	cairo_status_t status;

	if (!g_utf8_validate(text, -1, NULL) || !*text) {
		fprintf(stderr, "workbay-pdf: there is no UTF-8 text on standard input\n");
		return 65;
	}
	lay_out(&p, text);
	surface = cairo_pdf_surface_create_for_stream(put, stdout, p.width, p.height);
	p.cr = cairo_create(surface);
	set_font(&p);
	for (const char *at = text; *at;)
		at = put_page(&p, at);
	g_object_unref(p.layout);
	cairo_destroy(p.cr);
	cairo_surface_finish(surface);
	status = cairo_surface_status(surface);
	cairo_surface_destroy(surface);
	g_free(text);
	if (status != CAIRO_STATUS_SUCCESS || fflush(stdout) != 0) {
		fprintf(stderr, "workbay-pdf: %s\n", cairo_status_to_string(status));
		return 74;
	}
	return 0;
}
