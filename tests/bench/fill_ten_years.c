/* fill_ten_years.c - a shop file as it is after ten years, written past the commands because a million of them would
 * take a day: customers, cars, work orders with their lines, documents, entries, moves and the journal's rows.
 *
 * fill_ten_years FILE [JOBS]: half as many cars, three tenths as many customers, a fiftieth as many parts. The same
 * arguments make the same rows. The journal's chain is not made: such a file is for reading. */
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/date.h"
#include "base/pinyin.h"
#include "base/seal.h"
#include "base/text.h"
#include "db/shop.h"
#include "domain/role.h"
#include "domain/session.h"

#define LAST_DAY  20778 /* 2026-11-21 */
#define DAYS      3652
#define IN_HOUSE  60   /* of the last work orders: not yet handed over */
#define UNPAID    5000 /* of the last work orders: every fifth bill is open */
#define PARTS_OF  3    /* lines of a work order, and two of labour */
#define PER_ISSUE 1000 /* a quantity of one */
#define OPENING   5000000

static const char *const surnames[] = { "王", "李", "张", "刘", "陈",   "杨",   "黄",   "赵",
					"吴", "周", "徐", "孙", "马",   "朱",   "胡",   "郭",
					"何", "高", "林", "罗", "欧阳", "司马", "诸葛", "曾" };
static const char *const given[] = { "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋",
				     "勇", "艳", "杰", "娟", "涛", "明", "超", "秀", "霞", "平",
				     "刚", "桂", "英", "华", "玉", "兰", "红", "建", "国", "文",
				     "辉", "力", "志", "永", "健", "世", "广", "义", "兴", "良" };
static const char *const models[][2] = { { "大众", "朗逸" }, { "大众", "途观" }, { "别克", "英朗" },
					 { "日产", "轩逸" }, { "本田", "CR-V" }, { "丰田", "卡罗拉" },
					 { "比亚迪", "秦" }, { "吉利", "帝豪" } };
static const char *const goods[] = { "机油滤清器", "空气滤清器", "火花塞", "前刹车片",
				     "后刹车盘",   "前减震器",   "蓄电池", "雨刮片" };
static const char *const makers[] = { "博世", "曼牌", "马勒", "法雷奥", "电装", "NGK", "天合", "美孚" };
static const char *const tasks[] = { "更换", "拆装", "检修", "清洗", "调整" };
static const char *const words[] = { "刹车响", "保养", "发动机抖动", "空调不制冷", "换轮胎", "底盘异响" };

static const char *const states[] = { "received", "in_work", "finished", "settled", "handed_over" };

#define COUNT(list) (sizeof(list) / sizeof *(list))

enum table {
	PARTY,
	VEHICLE,
	PART,
	LABOUR,
	STOCK,
	STOCK_VALUE,
	MOVE,
	JOB,
	LINE,
	STEP,
	DOCUMENT,
	ISSUE,
	SETTLEMENT,
	SETTLED,
	BILL,
	BILL_OPEN,
	BALANCE,
	PAYMENT,
	ALLOCATION,
	ENTRY,
	ENTRY_LINE,
	HANDOVER,
	REMINDER,
	JOURNAL,
	CHANGE,
	WORD,
	INFIX,
	TABLES,
};

static const char *const insert[TABLES] = {
	[PARTY] = "INSERT INTO party (id, kind, name, phone, class_id, since_on) VALUES (?, 'customer', ?, "
		  "?, ?, ?)",
	[VEHICLE] =
	    "INSERT INTO vehicle (id, plate, customer_id, vin, make, model, odometer_km, service_due_on, "
	    "inspection_due_on, insurance_due_on, last_visit_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
	[PART] = "INSERT INTO part (id, code, name, unit, barcode, brand, bin, price, last_cost) "
		 "VALUES (?, ?, ?, '件', ?, ?, ?, ?, ?)",
	[LABOUR] = "INSERT INTO labour (id, code, name, hours, price) VALUES (?, ?, ?, ?, ?)",
	[STOCK] = "INSERT INTO stock (part_id, warehouse_id, qty) VALUES (?, 1, ?)",
	[STOCK_VALUE] = "INSERT INTO stock_value (id, qty, value) VALUES (?, ?, ?)",
	[MOVE] = "INSERT INTO stock_move (document_id, part_id, warehouse_id, job_id, job_line_id, qty, "
		 "value, day, "
		 "after_qty, group_qty, group_value) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)",
	[JOB] = "INSERT INTO job (id, number, state, vehicle_id, customer_id, payer_id, advisor_id, "
		"repair_type_id, "
		"repair_mode_id, received_on, received_at, odometer_km, complaint, settled_at, settled_on, "
		"settlement_id, "
		"handed_over_at, handed_over_on, authorised, total) VALUES (?, ?, ?, ?, ?, ?, 1, ?, 1, ?, ?, "
		"?, ?, ?, ?, ?, "
		"?, ?, ?, ?)",
	[LINE] = "INSERT INTO job_line (id, job_id, pos, kind, labour_id, part_id, text, qty, list_price, "
		 "price, amount, "
		 "authorised, issued_qty) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)",
	[STEP] = "INSERT INTO job_step (job_id, from_state, to_state, at, user_id) VALUES (?, ?, ?, ?, 1)",
	[DOCUMENT] = "INSERT INTO document (id, kind_id, number, day, at, user_id, terminal, party_id, "
		     "job_id, amount) "
		     "VALUES (?, ?, ?, ?, ?, 1, 'pts/1', ?, ?, ?)",
	[ISSUE] = "INSERT INTO issue_slip (id, job_id, picker_id, warehouse_id) VALUES (?, ?, 1, 1)",
	[SETTLEMENT] = "INSERT INTO settlement (id, job_id, labour, parts, fees, discount, rounding, total, "
		       "net, tax, cost) "
		       "VALUES (?, ?, ?, ?, 0, 0, 0, ?, ?, ?, ?)",
	[SETTLED] = "INSERT INTO settlement_line (settlement_id, job_line_id, kind, text, qty, price, "
		    "amount, discount, "
		    "tax_rate, net, tax, cost) VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0, ?, 0, ?)",
	[BILL] = "INSERT INTO bill (id, document_id, party_id, amount, due_on) VALUES (?, ?, ?, ?, ?)",
	[BILL_OPEN] = "INSERT INTO bill_open (id, party_id, due_on, amount) VALUES (?, ?, ?, ?)",
	[BALANCE] = "INSERT INTO party_balance (party_id, account_id, amount) VALUES (?, 6, ?) "
		    "ON CONFLICT DO UPDATE SET amount = amount + excluded.amount",
	[PAYMENT] =
	    "INSERT INTO payment (document_id, method_id, party_id, job_id, amount) VALUES (?, ?, ?, ?, ?)",
	[ALLOCATION] = "INSERT INTO allocation (document_id, bill_id, amount) VALUES (?, ?, ?)",
	[ENTRY] = "INSERT INTO entry (id, document_id, day, lines) VALUES (?, ?, ?, ?)",
	[ENTRY_LINE] =
	    "INSERT INTO entry_line (entry_id, account_id, amount, party_id, job_id) VALUES (?, ?, ?, ?, ?)",
	[HANDOVER] = "INSERT INTO handover (id, job_id, collected_by) VALUES (?, ?, ?)",
	[REMINDER] = "INSERT INTO reminder (kind, vehicle_id, job_id, due_on, text, state) "
		     "VALUES ('service', ?, ?, ?, '保养到期', ?)",
	[JOURNAL] = "INSERT INTO journal (seq, at, mono, day, request, command, answer, user_id, terminal, "
		    "store, epoch, "
		    "hash) VALUES (?, ?, ?, ?, ?, ?, '{}', 1, 'pts/1', 1, 1, zeroblob(32))",
	[CHANGE] = "INSERT INTO journal_change (id, tbl, row_id, op) VALUES (?, ?, ?, 'I')",
	[WORD] = "INSERT INTO temp.word (word, kind, ref_id) VALUES (?, ?, ?)",
	[INFIX] = "INSERT INTO search_infix (rowid, text, kind) VALUES (?, ?, ?)",
};

struct fill {
	sqlite3 *h;
	sqlite3_stmt *add[TABLES];
	struct arena *a; /* emptied after each row */
	struct str infix;
	uint64_t seed;
	int64_t n_jobs, n_vehicles, n_customers, n_parts, n_labour;
	int64_t document, line, entry, seq;
	int64_t *stock, *owner;  /* on hand by part, customer by car */
	int64_t day, at, on_day; /* of the work order that is written, and how many that day has */
	char stamp[16];
};

static _Noreturn void fail(struct fill *f, const char *what)
{
	fprintf(stderr, "fill_ten_years: %s: %s\n", what, sqlite3_errmsg(f->h));
	exit(1);
}

static void script(struct fill *f, const char *sql)
{
	if (sqlite3_exec(f->h, sql, NULL, NULL, NULL) != SQLITE_OK)
		fail(f, sql);
}

/* Adds a row; `kinds` has a letter for each value: i number, z the same with NULL for 0, s text, n NULL. */
static void add(struct fill *f, enum table t, const char *kinds, ...)
{
	sqlite3_stmt *st = f->add[t];
	va_list ap;

	va_start(ap, kinds);
	for (int i = 0; kinds[i]; i++) {
		int64_t number = kinds[i] == 'i' || kinds[i] == 'z' ? va_arg(ap, int64_t) : 0;

		if (kinds[i] == 'i' || number)
			sqlite3_bind_int64(st, i + 1, number);
		else if (kinds[i] == 's')
			sqlite3_bind_text(st, i + 1, va_arg(ap, const char *), -1, SQLITE_STATIC);
		else
			sqlite3_bind_null(st, i + 1);
	}
	va_end(ap);
	if (sqlite3_step(st) != SQLITE_DONE)
		fail(f, insert[t]);
	sqlite3_reset(st);
}

static int64_t any(struct fill *f, int64_t below)
{
	f->seed = f->seed * 6364136223846793005u + 1442695040888963407u;
	return (int64_t)(f->seed >> 33) % below;
}

#define PICK(f, list) ((list)[any((f), (int64_t)COUNT(list))])

/* ---- words ---- */

static void word(struct fill *f, const char *text, const char *kind, int64_t id)
{
	if (!*text)
		return;
	add(f, WORD, "ssi", text, kind, id);
	add(f, WORD, "ssi", arena_printf(f->a, "<%s", text_reverse(f->a, text)), kind, id);
}

static void whole(struct fill *f, const char *text, const char *kind, int64_t id)
{
	uint32_t cp;
	int n;

	word(f, text, kind, id);
	str_addf(&f->infix, "%s%s", f->infix.len ? " " : "", text);
	for (n = text_decode(text, strlen(text), &cp); n > 0 && *(text += n);) {
		n = text_decode(text, strlen(text), &cp);
		if (cp >= 0x3400 && cp <= 0x9FFF)
			add(f, WORD, "ssi", arena_printf(f->a, ">%s", text), kind, id);
	}
}

static void code_words(struct fill *f, const char *text, const char *kind, int64_t id)
{
	whole(f, text_fold_search(f->a, text), kind, id);
}

static void name_words(struct fill *f, const char *text, const char *kind, int64_t id)
{
	char **initials;
	size_t n = pinyin_initials(f->a, text, 12, &initials);

	code_words(f, text, kind, id);
	for (size_t i = 0; i < n; i++)
		word(f, initials[i], kind, id);
}

/* The middles of the words of one row, which end here. */
static void infix(struct fill *f, const char *kind, int64_t id, int64_t table)
{
	add(f, INFIX, "iss", id * 4 + table, str_get(&f->infix), kind);
	str_clear(&f->infix);
	arena_reset(f->a);
}

/* ---- who and what ---- */

static void customers(struct fill *f)
{
	for (int64_t id = 1; id <= f->n_customers; id++) {
		static const int heads[] = { 13, 15, 17, 18, 19 };
		const char *first = PICK(f, surnames), *second = PICK(f, given),
			   *third = any(f, 4) ? PICK(f, given) : "";
		const char *name = arena_printf(f->a, "%s%s%s", first, second, third);
		const char *phone =
		    arena_printf(f->a, "%d%09lld", PICK(f, heads), (long long)(id * 700000001 % 1000000000));

		add(f, PARTY, "issii", id, name, phone, 1 + any(f, 3), LAST_DAY - any(f, DAYS));
		name_words(f, name, "customer", id);
		code_words(f, phone, "customer", id);
		infix(f, "customer", id, 0);
	}
}

static const char *plate_of(struct fill *f, int64_t id)
{
	int64_t n = id * 1000003 % 2400000;
	const char *letters = "ABCDEFGHJKLMNPQRSTUVWXYZ";

	if (id % 9 == 0)
		return arena_printf(f->a, "鄂%cD%05lld", letters[n / 100000], (long long)(n % 100000));
	if (id % 2)
		return arena_printf(f->a, "鄂%c%c%04lld", letters[n / 100000], letters[n / 10000 % 10],
				    (long long)(n % 10000));
	return arena_printf(f->a, "鄂%c%05lld", letters[n / 100000], (long long)(n % 100000));
}

static const char *vin_of(struct fill *f, int64_t id)
{
	static const char *const heads[] = { "LSV", "LFV", "LGB", "LHG", "LFM", "LC0", "L6T" };
	static const char chars[] = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ";
	char body[9] = { 0 };

	for (int i = 0; i < 8; i++)
		body[i] = chars[any(f, sizeof chars - 1)];
	return arena_printf(f->a, "%s%s%06lld", PICK(f, heads), body, (long long)(id % 1000000));
}

static void vehicles(struct fill *f)
{
	for (int64_t id = 1; id <= f->n_vehicles; id++) {
		const char *plate = plate_of(f, id), *vin = vin_of(f, id);
		const char *const *model = PICK(f, models);

		f->owner[id] = id <= f->n_customers ? id : 1 + any(f, f->n_customers);
		add(f, VEHICLE, "isisssiiiii", id, plate, f->owner[id], vin, model[0], model[1],
		    500 + any(f, 280000), LAST_DAY - 300 + any(f, 400), LAST_DAY - 300 + any(f, 600),
		    LAST_DAY - 300 + any(f, 600), LAST_DAY - any(f, DAYS));
		code_words(f, plate, "vehicle", id);
		code_words(f, vin, "vehicle", id);
		infix(f, "vehicle", id, 1);
	}
}

static int64_t price_of(int64_t part)
{
	return 900 + part * 37 % 90000;
}

static int64_t cost_of(int64_t part)
{
	return price_of(part) * 6 / 10;
}

static void parts(struct fill *f)
{
	for (int64_t id = 1; id <= f->n_parts; id++) {
		const char *code = arena_printf(f->a, "P%06lld", (long long)id), *maker = PICK(f, makers);
		const char *name = arena_printf(f->a, "%s %s %s", PICK(f, goods), maker, PICK(f, models)[1]);
		const char *barcode = arena_printf(f->a, "69%011lld", (long long)(id * 700001));

		add(f, PART, "isssssii", id, code, name, barcode, maker,
		    arena_printf(f->a, "A-%02d", (int)(id % 40)), price_of(id), cost_of(id));
		name_words(f, name, "part", id);
		code_words(f, code, "part", id);
		code_words(f, barcode, "part", id);
		f->stock[id] = OPENING;
		infix(f, "part", id, 2);
	}
}

static void labours(struct fill *f)
{
	for (int64_t id = 1; id <= f->n_labour; id++) {
		const char *code = arena_printf(f->a, "L%05lld", (long long)id);
		const char *name = arena_printf(f->a, "%s%s", PICK(f, tasks), PICK(f, goods));

		add(f, LABOUR, "issii", id, code, name, (int64_t)500, 5000 + id % 40 * 1000);
		name_words(f, name, "labour", id);
		code_words(f, code, "labour", id);
		infix(f, "labour", id, 3);
	}
}

/* ---- a work order ---- */

struct order {
	int64_t id, vehicle, customer, labour, parts, cost, settlement;
	int64_t line[PARTS_OF + 2], what[PARTS_OF + 2]; /* parts first */
};

static int64_t document(struct fill *f, const struct order *o, int64_t kind, const char *prefix,
			int64_t amount)
{
	int64_t id = ++f->document;

	add(f, DOCUMENT, "iisiiiii", id, kind,
	    arena_printf(f->a, "%s-%s-%04lld", prefix, f->stamp, (long long)f->on_day), f->day, f->at,
	    o->customer, o->id, amount);
	return id;
}

static void journal(struct fill *f, const char *command, const char *table, int64_t row)
{
	int64_t seq = ++f->seq;

	add(f, JOURNAL, "iiiiss", seq, f->at, seq * 1000, f->day,
	    arena_printf(f->a, "%032llx", (long long)seq), command);
	add(f, CHANGE, "isi", seq * 65536, table, row);
}

/* An entry of two lines. */
static void entry(struct fill *f, const struct order *o, int64_t document_id, int64_t debit, int64_t credit,
		  int64_t amount)
{
	int64_t id = ++f->entry;

	add(f, ENTRY_LINE, "iiiii", id, debit, amount, o->customer, o->id);
	add(f, ENTRY_LINE, "iiiii", id, credit, -amount, o->customer, o->id);
	add(f, ENTRY, "iiii", id, document_id, f->day, (int64_t)2);
}

static void lines(struct fill *f, struct order *o)
{
	for (int64_t i = 0; i < PARTS_OF + 2; i++) {
		bool part = i < PARTS_OF;
		int64_t what = 1 + any(f, part ? f->n_parts : f->n_labour);
		int64_t price = part ? price_of(what) : 5000 + what % 40 * 1000;

		o->what[i] = what;
		o->line[i] = ++f->line;
		add(f, LINE, part ? "iiisnisiiiii" : "iiisinsiiiii", f->line, o->id, i + 1,
		    part ? "part" : "labour", what, part ? PICK(f, goods) : PICK(f, tasks),
		    (int64_t)PER_ISSUE, price, price, price, part ? (int64_t)PER_ISSUE : (int64_t)0);
		*(part ? &o->parts : &o->labour) += price;
	}
}

static void issue(struct fill *f, struct order *o)
{
	int64_t id = document(f, o, 2, "IS", 0);

	add(f, ISSUE, "ii", id, o->id);
	for (int i = 0; i < PARTS_OF; i++) {
		int64_t part = o->what[i], cost = cost_of(part);

		f->stock[part] -= PER_ISSUE;
		o->cost += cost;
		add(f, MOVE, "iiiiiiiiii", id, part, o->id, o->line[i], (int64_t)-PER_ISSUE, -cost, f->day,
		    f->stock[part], f->stock[part], f->stock[part] / 1000 * cost);
	}
	entry(f, o, id, 8, 7, o->cost);
	journal(f, "stock.issue", "document", id);
}

static void settle(struct fill *f, struct order *o)
{
	int64_t total = o->labour + o->parts;

	o->settlement = document(f, o, 4, "ST", total);
	add(f, SETTLEMENT, "iiiiiiii", o->settlement, o->id, o->labour, o->parts, total, total, (int64_t)0,
	    o->cost);
	for (int i = 0; i < PARTS_OF + 2; i++) {
		bool part = i < PARTS_OF;
		int64_t price = part ? price_of(o->what[i]) : 5000 + o->what[i] % 40 * 1000;

		add(f, SETTLED, "iissiiiii", o->settlement, o->line[i], part ? "part" : "labour",
		    part ? "配件" : "工时", (int64_t)PER_ISSUE, price, price, price,
		    part ? cost_of(o->what[i]) : (int64_t)0);
	}
	add(f, BILL, "iiiii", o->id, o->settlement, o->customer, total, f->day);
	entry(f, o, o->settlement, 6, 16, total);
	journal(f, "job.settle", "settlement", o->settlement);
}

static void pay(struct fill *f, struct order *o)
{
	int64_t total = o->labour + o->parts, id;

	if (o->id > f->n_jobs - UNPAID && o->id % 5 == 0) {
		add(f, BILL_OPEN, "iiii", o->id, o->customer, f->day, total);
		add(f, BALANCE, "ii", o->customer, total);
		return;
	}
	id = document(f, o, 5, "PY", total);
	add(f, PAYMENT, "iiiii", id, 1 + any(f, 5), o->customer, o->id, total);
	add(f, ALLOCATION, "iii", id, o->id, total);
	entry(f, o, id, 1, 6, total);
	journal(f, "payment.take", "payment", id);
}

static void hand_over(struct fill *f, struct order *o)
{
	int64_t id = document(f, o, 11, "GP", 0);

	add(f, HANDOVER, "iis", id, o->id, "本人");
	add(f, REMINDER, "iiis", o->vehicle, o->id, f->day + 180,
	    f->day + 180 < LAST_DAY - 30 ? "done" : "open");
	journal(f, "job.hand_over", "handover", id);
}

static void steps(struct fill *f, const struct order *o, int last)
{
	add(f, STEP, "insi", o->id, states[0], f->at);
	for (int i = 1; i <= last; i++)
		add(f, STEP, "issi", o->id, states[i - 1], states[i], f->at + i);
}

/* The row of the work order itself, `last` steps after it was received. */
static void job(struct fill *f, const struct order *o, int last)
{
	int64_t total = o->labour + o->parts, settled = last >= 3 ? 1 : 0, handed = last >= 4 ? 1 : 0;

	add(f, JOB, "issiiiiiiiszzzzzii", o->id,
	    arena_printf(f->a, "WO-%s-%04lld", f->stamp, (long long)f->on_day), states[last], o->vehicle,
	    o->customer, o->customer, 1 + any(f, 7), f->day, f->at, 500 + any(f, 280000), PICK(f, words),
	    settled * f->at, settled * f->day, o->settlement, handed * f->at, handed * f->day, total, total);
	word(f, arena_printf(f->a, "wo%s%04lld", f->stamp, (long long)f->on_day), "job", o->id);
	journal(f, "job.receive", "job", o->id);
}

static void order(struct fill *f, int64_t id)
{
	struct order o = { .id = id, .vehicle = 1 + any(f, f->n_vehicles) };
	int last = id <= f->n_jobs - IN_HOUSE ? 4 : (int)(id % 4);

	o.customer = f->owner[o.vehicle];
	lines(f, &o);
	if (last >= 1)
		issue(f, &o);
	if (last >= 3) {
		settle(f, &o);
		pay(f, &o);
	}
	if (last >= 4)
		hand_over(f, &o);
	job(f, &o, last);
	steps(f, &o, last);
	arena_reset(f->a);
}

static void orders(struct fill *f)
{
	for (int64_t id = 1; id <= f->n_jobs; id++) {
		int64_t day = LAST_DAY - DAYS + 1 + (id - 1) * DAYS / f->n_jobs;
		int y, m, d;

		f->on_day = day == f->day ? f->on_day + 1 : 1;
		f->day = day;
		f->at = day * 86400 + f->on_day * 60;
		date_split(day, &y, &m, &d);
		snprintf(f->stamp, sizeof f->stamp, "%02d%02d%02d", y % 100, m, d);
		order(f, id);
	}
	for (int64_t id = 1; id <= f->n_parts; id++) {
		add(f, STOCK, "ii", id, f->stock[id]);
		add(f, STOCK_VALUE, "iii", id, f->stock[id], f->stock[id] / 1000 * cost_of(id));
	}
}

/* ---- the file ---- */

/* Indexes and triggers are taken away and made again behind the rows. */
static char *taken_away(struct fill *f, struct arena *a)
{
	struct str again = { 0 }, drop = { 0 };
	sqlite3_stmt *st;
	char *text;

	sqlite3_prepare_v2(
	    f->h,
	    "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('index', 'trigger') AND sql <> ''", -1,
	    &st, NULL);
	while (sqlite3_step(st) == SQLITE_ROW) {
		str_addf(&drop, "DROP %s %s;", sqlite3_column_text(st, 0), sqlite3_column_text(st, 1));
		str_addf(&again, "%s;\n", sqlite3_column_text(st, 2));
	}
	sqlite3_finalize(st);
	script(f, str_get(&drop));
	text = arena_strdup(a, str_get(&again));
	str_free(&drop);
	str_free(&again);
	return text;
}

static void begin(struct fill *f, const char *path)
{
	if (sqlite3_open(path, &f->h) != SQLITE_OK)
		fail(f, path);
	script(f, "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -1000000;"
		  "CREATE TEMP TABLE word (word TEXT, kind TEXT, ref_id INTEGER); BEGIN");
	for (int i = 0; i < TABLES; i++)
		if (sqlite3_prepare_v2(f->h, insert[i], -1, &f->add[i], NULL) != SQLITE_OK)
			fail(f, insert[i]);
}

static void finish(struct fill *f, const char *again)
{
	for (int i = 0; i < TABLES; i++)
		sqlite3_finalize(f->add[i]);
	script(
	    f,
	    "INSERT INTO search_word (word, kind, ref_id) SELECT DISTINCT word, kind, ref_id FROM temp.word "
	    "ORDER BY word, kind, ref_id");
	script(f, again);
	script(f,
	       "INSERT INTO figure_day (id, workshop, counter, profit, cars, receipts, expenses) SELECT day, "
	       "sum(workshop), sum(counter), sum(profit), sum(cars), sum(receipts), sum(expenses) FROM "
	       "figure_line "
	       "GROUP BY day");
	script(f, "INSERT INTO account_balance (id, amount) SELECT account_id, sum(amount) FROM entry_line "
		  "GROUP BY account_id");
	script(f, "COMMIT; PRAGMA journal_mode = WAL");
	sqlite3_close(f->h);
}

static int64_t clock_now(void *arg)
{
	(void)arg;
	return INT64_C(86400) * LAST_DAY + 4 * 3600;
}

/* Somebody who logs in with a PIN. */
static void hire(struct session *s)
{
	struct arena *a = arena_new();
	struct args *args = args_new(a);
	struct answer answer = { 0 };
	struct err e = { 0 };

	args_set(args, "user", "ann");
	args_set(args, "name", "Ann");
	args_set(args, "role", "admin");
	args_set(args, "pin", "1234");
	if (!command_run(s, command_find("user.add"), args, NULL, &answer, &e))
		die("%s", e.text);
	str_free(&answer.extra);
	arena_free(a);
}

static void make(const char *path)
{
	struct err e = { 0 };
	struct shop *shop = shop_create(path, &e);
	struct session *s;
	int64_t boss;

	if (!shop)
		die("%s", e.text);
	s = session_new(shop, &(struct session_options){ .clock = clock_now, .terminal = "fill" });
	if (!setup_shop(s, &(struct setup){ .shop_name = "Riverside Garage", .user = "boss" }, &boss, &e))
		die("%s", e.text);
	session_user(s, boss);
	hire(s);
	session_free(s);
	if (!shop_checkpoint(shop, &e))
		die("%s", e.text);
	shop_close(shop);
}

static int64_t at_least_one(int64_t n)
{
	return n > 0 ? n : 1;
}

int main(int argc, char **argv)
{
	int64_t jobs = argc > 2 ? strtoll(argv[2], NULL, 10) : 1000000;
	struct arena *a;
	struct fill f = { .n_jobs = at_least_one(jobs),
			  .n_vehicles = at_least_one(jobs / 2),
			  .seed = 20261121,
			  .n_customers = at_least_one(jobs * 3 / 10),
			  .n_parts = at_least_one(jobs / 50),
			  .n_labour = at_least_one(jobs / 500) };
	const char *again;

	if (argc < 2) {
		fprintf(stderr, "usage: fill_ten_years FILE [JOBS]\n");
		return 64;
	}
	seal_init();
	make(argv[1]);
	f.a = arena_new();
	a = arena_new();
	f.stock = xcalloc((size_t)f.n_parts + 1, sizeof *f.stock);
	f.owner = xcalloc((size_t)f.n_vehicles + 1, sizeof *f.owner);
	begin(&f, argv[1]);
	again = taken_away(&f, a);
	f.seq = 100;
	customers(&f);
	vehicles(&f);
	parts(&f);
	labours(&f);
	orders(&f);
	finish(&f, again);
	str_free(&f.infix);
	free(f.stock);
	free(f.owner);
	arena_free(f.a);
	arena_free(a);
	return 0;
}
