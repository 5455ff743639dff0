/* wide_day.c - a known car's long day and a quick job, by the keyboard. */
#include "tests/screens/wide_day.h"

#include <stdio.h>
#include <string.h>

static void open_screen(struct pty *p, const char *code, const char *title)
{
	press(p, "^X");
	pty_type(p, code);
	title_is(p, title);
}

/* The car's work order of today. */
#define JOB "(SELECT max(id) FROM job WHERE number LIKE 'WO-%-0002')"

/* From home to the next step of the car. */
static void to_job(struct pty *p)
{
	type(p, "鄂A12345");
	press(p, "Enter 1");
}

static void receive(struct pty *p, const struct words *w)
{
	open_screen(p, "65", w->till);
	type(p, "500");
	press(p, "F12");
	until(p, "SELECT count(*) FROM till_shift", 1);
	go_home(p);
	type(p, "鄂A12345");
	press(p, "Enter 1");
	title_is(p, w->reception);
	sees(p, "132.00");
	type(p, "52400");
	press(p, "Enter Enter");
	type(p, "保养，刹车又响");
	press(p, "PgDn Tab Tab Tab Tab Tab Tab Tab Tab");
	type(p, "平安");
	press(p, "Enter F12");
	until(p, "SELECT count(*) FROM job WHERE insurer_id IS NOT NULL", 1);
	press(p, "F9");
	title_is(p, w->estimate);
}

static void add(struct pty *p, const char *text, long long lines)
{
	type(p, text);
	press(p, "Enter");
	until(p, "SELECT count(*) FROM job_line WHERE job_id = " JOB, lines);
}

static bool has_changed(struct pty *p, void *arg)
{
	return strcmp(pty_screen(p), str_get(arg)) != 0;
}

/* A panel waits a moment after a digit: it might be a scanner's. */
static void digit(struct pty *p, char c)
{
	struct str before = { 0 };

	str_add(&before, pty_screen(p));
	pty_send(p, &c, 1);
	if (!pty_until(p, has_changed, &before, 0)) {
		pty_dump(p);
		fail_msg("%c chooses nothing", c);
	}
	str_free(&before);
	assert_true(pty_idle(p, 0));
}

/* An action of the menu: its digits, then what is asked, a field each, "" for one that stays. */
static void act(struct pty *p, const char *digits, const char *const *fields)
{
	press(p, "Enter");
	for (; *digits; digits++)
		digit(p, *digits);
	for (; *fields; fields++) {
		type(p, *fields);
		if (fields[1])
			press(p, "Tab");
	}
	press(p, "F12");
}

#define ACT(p, digits, ...) act(p, digits, (const char *const[]){ __VA_ARGS__, NULL })

static void lines(struct pty *p)
{
	add(p, "xby", 3);
	add(p, "sc01", 4);
	add(p, "sp01", 5);
	type(p, "前杠钣金");
	press(p, "Enter");
	type(p, "300");
	press(p, "Tab");
	type(p, "liu");
	press(p, "F12");
	until(p, "SELECT count(*) FROM job_line WHERE job_id = " JOB " AND technician_id IS NOT NULL", 1);
	ACT(p, "8", "江城喷漆", "前杠喷漆", "260", "480");
	until(p, "SELECT count(*) FROM payable_open", 1);
	ACT(p, "91", "代办年审", "120", " ");
	until(p, "SELECT sum(pass_through) FROM job_line", 1);
	ACT(p, "93", "客户自带雾灯");
	until(p, "SELECT count(*) FROM job_line WHERE job_id = " JOB, 9);
	add(p, "dw01", 10);
	press(p, "F6 Enter");
	until(p, "SELECT count(*) FROM job_line WHERE offers_id IS NOT NULL", 1);
	press(p, "Esc");
}

/* Goes to a line of the estimate: from the entry line up to the first one, then down. */
static void to_line(struct pty *p, int n)
{
	for (int i = 0; i < 12; i++)
		press(p, "Up");
	while (--n > 0)
		press(p, "Down");
}

static void terms(struct pty *p, const struct words *w)
{
	to_line(p, 10);
	ACT(p, "6", "首次到店赠送");
	until(p, "SELECT count(*) FROM job_line WHERE free_reason IS NOT NULL", 1);
	to_line(p, 4);
	/* what this customer paid last time, without a key, also where its column has no room */
	if (!pty_expect_row(p, w->rows - 2, "180.00", 0)) {
		pty_dump(p);
		fail_msg("the last price is not told");
	}
	ACT(p, "7", "1", "2", "刹车片硬点");
	until(p, "SELECT count(*) FROM comeback", 1);
	press(p, "Down");
	ACT(p, "7", "1", "2", "刹车片硬点");
	until(p, "SELECT count(*) FROM comeback", 2);
	press(p, "Down");
	ACT(p, "5", "2");
	press(p, "Down");
	ACT(p, "5", "2");
	until(p, "SELECT count(*) FROM job_line WHERE bears = 'insurer'", 2);
	ACT(p, "95", "90", "100", "PA-2026-881");
	until(p, "SELECT excess FROM payer_share", 10000);
	press(p, "F12 Tab 2 F12");
	until(p, "SELECT authorised FROM job WHERE id = " JOB, 148200);
}

static void dispatched(struct pty *p, long long n)
{
	until(p, "SELECT count(*) FROM dispatch d JOIN job_line l ON l.id = d.line_id WHERE l.job_id = " JOB,
	      n);
}

static void dispatch(struct pty *p, const struct words *w)
{
	open_screen(p, "23", w->dispatched);
	press(p, "Enter");
	type(p, "chen");
	press(p, "F12");
	dispatched(p, 2);
	press(p, "Down F2");
	title_is(p, w->dispatch);
	press(p, "Tab Tab");
	type(p, "chen");
	press(p, "Tab Tab");
	type(p, "60");
	press(p, "Enter");
	type(p, "liu");
	press(p, "Tab Tab");
	type(p, "40");
	press(p, "F12");
	dispatched(p, 4);
	press(p, "Esc Down Down Down");
	press(p, "Enter");
	type(p, "liu");
	press(p, "F12");
	dispatched(p, 5);
	press(p, "Esc");
}

/* The technician at a terminal of his own. */
static struct pty *technician(const struct words *w)
{
	struct pty *p =
	    sit(&(struct seating){ .lang = w->lang, .user = "chen", .rows = w->rows, .cols = w->cols });

	sees(p, "chen");
	type(p, "1234");
	press(p, "Enter");
	sees(p, "12 ");
	open_screen(p, "28", w->work);
	sees(p, "鄂A12345");
	return p;
}

static void clock_on(struct pty *p)
{
	press(p, "F12");
	until(p, "SELECT count(*) FROM job_clock WHERE stopped_at IS NULL", 1);
	press(p, "F2");
	type(p, "前轮胎磨损");
	press(p, "Tab 2 F12");
	until(p, "SELECT count(*) FROM advice", 1);
}

static void issue(struct pty *p, const struct words *w, long long slips)
{
	open_screen(p, "14", w->issue);
	press(p, "^U");
	type(p, "chen");
	press(p, "Enter F12");
	until(p, "SELECT count(*) FROM issue_slip", slips);
	press(p, "Esc");
}

/* More than was said yes to, and half a litre more than is billed. */
static void change(struct pty *p, const struct words *w)
{
	title_is(p, w->estimate);
	add(p, "dc01", 12);
	press(p, "F12 Tab 3 F12");
	until(p, "SELECT count(*) FROM job_revision WHERE job_id = " JOB, 2);
	issue(p, w, 3);
	/* the picker is the one who picked last */
	open_screen(p, "14", w->issue);
	type(p, "jy01");
	press(p, "Tab");
	type(p, "0.5");
	press(p, "F12");
	until(p, "SELECT count(*) FROM issue_slip", 4);
	press(p, "Esc");
}

static void finish(struct pty *p, const struct words *w)
{
	open_screen(p, "15", w->finish);
	press(p, "^U");
	type(p, "liu");
	press(p, "Tab 2 Tab");
	type(p, "试车补油");
	press(p, "F12");
	until(p, "SELECT count(*) FROM job WHERE state = 'finished'", 1);
	press(p, "F8");
	type(p, "左前仍有异响");
	press(p, "F12");
	until(p, "SELECT count(*) FROM job WHERE state = 'finished'", 0);
	press(p, "Esc");
	open_screen(p, "15", w->finish);
	press(p, "^U");
	type(p, "liu");
	press(p, "F12");
	until(p, "SELECT count(*) FROM job WHERE state = 'finished'", 1);
	press(p, "Esc");
}

/* The caret is in the row of this, behind it. */
static bool stands_at(struct pty *p, const char *text)
{
	int row, col, at, from;

	pty_cursor(p, &row, &col);
	at = pty_find(p, text, &from);
	return at == row && from < col && col < from + 30;
}

/* In advance, then with discounts, the deposit on a core, two ways to pay; the insurer's share stays open. */
static void settle(struct pty *p, const struct words *w)
{
	open_screen(p, "62", w->payments);
	press(p, "F2 Up Up");
	type(p, "鄂A12345");
	press(p, "Enter Enter");
	type(p, "200");
	press(p, "F12");
	until(p, "SELECT count(*) FROM payment WHERE method_id = 1", 1);
	go_home(p);
	to_job(p);
	title_is(p, w->settle);
	for (int i = 0; i < 12 && !stands_at(p, w->discount); i++)
		press(p, "Up");
	type(p, "10");
	press(p, "Tab");
	type(p, "20");
	for (int i = 0; i < 12 && !stands_at(p, "1227.50"); i++)
		press(p, "Tab");
	press(p, "Down");
	if (w->cols >= 80)
		sees(p, "1227.50");
	assert_int_equal(pty_find(p, "1,227.50", NULL), -1);
	type(p, "700");
	press(p, "Down Down Enter");
	until(p, "SELECT count(*) FROM job WHERE state = 'settled'", 1);
	until(p, "SELECT sum(amount) FROM bill_open", 59450);
	press(p, "F9");
	title_is(p, w->handover);
	press(p, "F12");
	until(p, "SELECT count(*) FROM job WHERE state = 'handed_over'", 2);
	go_home(p);
}

static void give_back(struct pty *p, const struct words *w)
{
	press(p, "^X");
	pty_type(p, "76");
	sees(p, "WO-");
	press(p, "Enter");
	title_is(p, w->credit);
	type(p, "尺寸不符");
	press(p, "Enter Down Down Down Down Down Down Down Down Down Down");
	type(p, "1");
	press(p, "Tab PgDn");
	type(p, "40");
	press(p, "F12");
	until(p, "SELECT count(*) FROM credit", 1);
	go_home(p);
}

static void quick(struct pty *p, const struct words *w)
{
	open_screen(p, "38", w->quick);
	type(p, "鄂B67890");
	press(p, "Tab");
	type(p, "8000");
	press(p, "Tab Tab Tab");
	type(p, "李梅");
	press(p, "Tab");
	type(p, "13998765432");
	press(p, "Tab Tab Tab");
	type(p, "洗车");
	press(p, "Tab");
	type(p, "1");
	press(p, "Tab");
	type(p, "30");
	press(p, "Enter");
	type(p, "yg01");
	press(p, "Tab Tab Tab");
	type(p, "1");
	press(p, "Tab Enter Enter Down Down Enter");
	until(p, "SELECT count(*) FROM job WHERE state = 'handed_over'", 3);
	go_home(p);
}

void wide_day(const struct words *w)
{
	struct pty *p, *other;

	p = sit(&(struct seating){ .lang = w->lang, .rows = w->rows, .cols = w->cols });
	receive(p, w);
	lines(p);
	terms(p, w);
	dispatch(p, w);
	other = technician(w);
	clock_on(other);
	issue(p, w, 2);
	change(p, w);
	press(other, "F12");
	press(other, "F12");
	until(other, "SELECT count(*) FROM job_clock WHERE stopped_at IS NULL", 0);
	open_screen(other, "22", w->board);
	sees(other, "鄂A12345");
	finish(p, w);
	settle(p, w);
	/* without a key: the row is struck, and gone with the next key */
	sees(other, w->changed);
	press(other, "F5");
	assert_true(pty_expect_gone(other, "鄂A12345", 0));
	give_back(p, w);
	quick(p, w);
	leave(p);
	go_home(other);
	leave(other);
}
