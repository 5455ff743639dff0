/* pdf_codes.c - bars and QR codes on a page of PDF. */
#include "app/pdf_codes.h"

#include "paper/render.h"

#ifdef HAVE_QRENCODE
#include <qrencode.h>
#define QR_HERE true
#else
#define QR_HERE false
#endif

#define MM            (72.0 / 25.4)
#define BORDER        (1.5 * MM)
#define BARS_HIGH     (10 * MM)
#define BAR_WIDEST    (0.4 * MM)
#define BAR_NARROWEST (0.19 * MM)
#define BARS_QUIET    20 /* of the narrowest bar, both sides together */
#define BARS_MOST     60 /* characters */
#define QR_HIGH       (22 * MM)

bool code_is(const char *line)
{
	return *line == *PAPER_BARCODE || *line == *PAPER_QR;
}

bool code_is_read(const char *line)
{
	return *line == *PAPER_BARCODE || !QR_HERE;
}

double code_height(const char *line)
{
	if (*line == *PAPER_QR && !QR_HERE)
		return 0;
	return (*line == *PAPER_BARCODE ? BARS_HIGH : QR_HIGH) + 2 * BORDER;
}

/* ---- bars: Code 128, set B ---- */

/* Widths of bars and gaps by turns, of each value from 0 on; then the three starts and the end. */
static const char *const bars[] = {
	"212222", "222122", "222221", "121223", "121322", "131222", "122213",  "122312", "132212", "221213",
	"221312", "231212", "112232", "122132", "122231", "113222", "123122",  "123221", "223211", "221132",
	"221231", "213212", "223112", "312131", "311222", "321122", "321221",  "312212", "322112", "322211",
	"212123", "212321", "232121", "111323", "131123", "131321", "112313",  "132113", "132311", "211313",
	"231113", "231311", "112133", "112331", "132131", "113123", "113321",  "133121", "313121", "211331",
	"231131", "213113", "213311", "213131", "311123", "311321", "331121",  "312113", "312311", "332111",
	"314111", "221411", "431111", "111224", "111422", "121124", "121421",  "141122", "141221", "112214",
	"112412", "122114", "122411", "142112", "142211", "241211", "221114",  "413111", "241112", "134111",
	"111242", "121142", "121241", "114212", "124112", "124211", "411212",  "421112", "421211", "212141",
	"214121", "412121", "111143", "111341", "131141", "114113", "114311",  "411113", "411311", "113141",
	"114131", "311141", "411131", "211412", "211214", "211232", "2331112",
};

enum { START_B = 104, END = 106, SUM_OF = 103 };

/* Draws one sign and returns where the next begins. */
static double put_sign(cairo_t *cr, int value, double x, double y, double unit)
{
	for (const char *w = bars[value]; *w; w++) {
		double wide = (*w - '0') * unit;

		if ((w - bars[value]) % 2 == 0)
			cairo_rectangle(cr, x, y, wide, BARS_HIGH);
		x += wide;
	}
	return x;
}

static bool bars_can(const char *s, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (s[i] < ' ' || s[i] > '~')
			return false;
	return n > 0 && n <= BARS_MOST;
}

static bool bars_draw(cairo_t *cr, const char *s, size_t n, const struct code_place *at)
{
	double units = 11.0 * (double)(n + 2) + 13, unit = at->width / (units + BARS_QUIET);
	double x, y = at->y + BORDER;
	int sum = START_B;

	unit = unit > BAR_WIDEST ? BAR_WIDEST : unit;
	if (!bars_can(s, n) || unit < BAR_NARROWEST)
		return false;
	x = put_sign(cr, START_B, at->x + (at->width - units * unit) / 2, y, unit);
	for (size_t i = 0; i < n; i++) {
		x = put_sign(cr, s[i] - ' ', x, y, unit);
		sum += (int)(i + 1) * (s[i] - ' ');
	}
	x = put_sign(cr, sum % SUM_OF, x, y, unit);
	put_sign(cr, END, x, y, unit);
	cairo_fill(cr);
	return true;
}

/* ---- QR ---- */

#ifdef HAVE_QRENCODE
static bool qr_draw(cairo_t *cr, const char *s, size_t n, const struct code_place *at)
{
	QRcode *qr = QRcode_encodeData((int)n, (const unsigned char *)s, 0, QR_ECLEVEL_M);
	double x = at->x + (at->width - QR_HIGH) / 2, y = at->y + BORDER, unit;

	if (!qr)
		return false;
	unit = QR_HIGH / qr->width;
	for (int i = 0; i < qr->width * qr->width; i++)
		if (qr->data[i] & 1)
			cairo_rectangle(cr, x + i % qr->width * unit, y + i / qr->width * unit, unit, unit);
	cairo_fill(cr);
	QRcode_free(qr);
	return true;
}
#else
static bool qr_draw(cairo_t *cr, const char *s, size_t n, const struct code_place *at)
{
	(void)cr;
	(void)s;
	(void)n;
	(void)at;
	return false;
}
#endif

bool code_draw(cairo_t *cr, const char *line, size_t n, const struct code_place *at)
{
	return *line == *PAPER_BARCODE ? bars_draw(cr, line + 1, n, at) : qr_draw(cr, line + 1, n, at);
}
