/* test_monkey.c - thousands of keys at random on the program's own screens: nothing breaks, nothing is drawn
 * outside, the books stay sound. The seed is printed; MONKEY_SEED and MONKEY_KEYS choose others. */
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/check.h"
#include "screens/screens.h"
#include "tests/ui/desk.h"

static uint64_t dice(uint64_t *seed)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return *seed >> 33;
}

static const char *const keys[] = { "Enter", "Enter", "Enter", "Tab",       "BackTab", "Up",   "Down",
				    "Down",  "Left",  "Right", "Home",      "End",     "PgUp", "PgDn",
				    "Del",   "Ins",   "Esc",   "Esc",       "F1",      "F2",   "F3",
				    "F4",    "F5",    "F6",    "F7",        "F8",      "F9",   "F9",
				    "F10",   "F11",   "F12",   "F12",       "Space",   "^T",   "^Z",
				    "^U",    "^O",    "^A",    "Backspace", "AltEnter" };

static const char *const words[] = { "1",          "2",           "3",    "9",   "0",        "12", "16",
				     "鄂A12345",   "王",          "oil",  "100", "2*3",      "/",  "?",
				     "*5",         ".50",         "+",    "-",   "#",        "..", "=1+",
				     "2026-11-01", "13800001111", "1121", "x",   "Wang Fang" };

static void stock_up(struct desk *d)
{
	desk_do(d, "part.add", "code", "OIL-5W30", "name", "Engine oil", "price", "80", NULL);
	desk_do(d, "part.add", "code", "FLT-01", "name", "Oil filter", "price", "35", NULL);
	desk_do(d, "labour.add", "code", "BY01", "name", "Oil change", "hours", "0.5", "price", "60", NULL);
	desk_do(d, "customer.add", "name", "Wang Fang", "phone", "13800001111", NULL);
	desk_do(d, "supplier.add", "name", "Huaxin Parts", "phone", "027123456", NULL);
	desk_do(d, "stock.open", "part", "OIL-5W30", "qty", "50", "cost", "45", NULL);
	desk_do(d, "stock.open", "part", "FLT-01", "qty", "20", "cost", "12", NULL);
	desk_do(d, "till.open", "till", "T1", "float", "500", NULL);
}

static void goes_anywhere(struct desk *d, uint64_t *seed)
{
	struct err e = { 0 };
	struct arena *a = arena_new();
	struct args *with = args_new(a);
	size_t n = 0;

	while (screen_all[n].name)
		n++;
	n = dice(seed) % n;
	if (screen_all[n].common->param)
		args_set_id(with, screen_all[n].common->param, 1 + (int64_t)(dice(seed) % 3));
	console_home(d->con);
	console_open(d->con, screen_all[n].name, with, &e);
	arena_free(a);
}

/* A car comes in, and its lines are added, as in test_day.c but briefly. */
static void works(struct desk *d, uint64_t *seed)
{
	static const char *const lines[] = { "BY01", "OIL-5W30", "FLT-01", "2*OIL-5W30" };
	char plate[16];

	snprintf(plate, sizeof plate, "鄂A%05u", (unsigned)(dice(seed) % 20));
	console_home(d->con);
	desk_press(d, "Esc Esc Esc");
	desk_type(d, plate);
	desk_press(d, "Enter");
	desk_type(d, "52000");
	desk_press(d, "Tab Tab Tab");
	desk_type(d, "Wang Fang");
	desk_press(d, "Tab");
	desk_type(d, "13800001111");
	desk_press(d, "Enter");
	desk_type(d, "Service");
	desk_press(d, "F12 F9");
	for (uint64_t n = dice(seed) % 4; n; n--) {
		desk_type(d, lines[dice(seed) % 4]);
		desk_press(d, "Enter");
	}
}

static void step(struct desk *d, uint64_t *seed)
{
	uint64_t n = dice(seed) % 100;

	if (n < 62)
		desk_press(d, keys[dice(seed) % (sizeof keys / sizeof *keys)]);
	else if (n < 84)
		desk_type(d, words[dice(seed) % (sizeof words / sizeof *words)]);
	else if (n < 86)
		desk_scan(d, "OIL-5W30");
	else if (n < 88)
		desk_rest(d);
	else if (n < 89)
		console_watch(d->con);
	else if (n < 90) {
		d->rows = 10 + (int)(dice(seed) % 30);
		d->cols = 36 + (int)(dice(seed) % 90);
	} else if (dice(seed) % 2) {
		goes_anywhere(d, seed);
	} else {
		works(d, seed);
	}
	if (console_ended(d->con))
		desk_go(d, "home", NULL);
	desk_is_sound(d);
}

static void broken_row(void *arg, const struct check *check, const char *sentence)
{
	(void)arg;
	print_error("%s: %s\n", check->name, sentence);
}

static void any_keys_leave_the_console_sound(void **state)
{
	const char *chosen = getenv("MONKEY_SEED"), *count = getenv("MONKEY_KEYS");
	uint64_t seed = chosen ? strtoull(chosen, NULL, 10) : 20261121;
	long n = count ? strtol(count, NULL, 10) : 1500;
	size_t broken = 0;
	struct err e = { 0 };
	struct desk d;

	(void)state;
	print_message("seed %llu\n", (unsigned long long)seed);
	desk_open(&d, screen_all);
	d.options.menus = screen_menus;
	console_free(d.con);
	d.con = console_new(&d.options);
	snprintf(d.known, sizeof d.known, "OIL-5W30");
	stock_up(&d);
	desk_go(&d, "home", NULL);
	for (long i = 0; i < n; i++)
		step(&d, &seed);
	print_message("%lld bookings\n", (long long)desk_int(&d, "SELECT count(*) FROM journal"));
	assert_true(check_run(shop_reader(d.shop), NULL, NULL, broken_row, NULL, &broken, &e));
	assert_int_equal(broken, 0);
	desk_close(&d);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(any_keys_leave_the_console_sound),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
