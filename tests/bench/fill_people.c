/* fill_people.c - customers, their cars, parts and labour, each with its words for the search. */
#include "tests/bench/fill.h"

#include <string.h>

#include "base/pinyin.h"
#include "base/text.h"

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
const char *const fill_goods[8] = { "机油滤清器", "空气滤清器", "火花塞", "前刹车片",
				    "后刹车盘",   "前减震器",   "蓄电池", "雨刮片" };
static const char *const makers[] = { "博世", "曼牌", "马勒", "法雷奥", "电装", "NGK", "天合", "美孚" };
const char *const fill_tasks[5] = { "更换", "拆装", "检修", "清洗", "调整" };

/* ---- words ---- */

void fill_word(struct fill *f, const char *text, const char *kind, int64_t id)
{
	if (!*text)
		return;
	fill_add(f, WORD, "ssi", text, kind, id);
	fill_add(f, WORD, "ssi", arena_printf(f->a, "<%s", text_reverse(f->a, text)), kind, id);
}

static void whole(struct fill *f, const char *text, const char *kind, int64_t id)
{
	uint32_t cp;
	int n;

	fill_word(f, text, kind, id);
	str_addf(&f->infix, "%s%s", f->infix.len ? " " : "", text);
	for (n = text_decode(text, strlen(text), &cp); n > 0 && *(text += n);) {
		n = text_decode(text, strlen(text), &cp);
		if (cp >= 0x3400 && cp <= 0x9FFF)
			fill_add(f, WORD, "ssi", arena_printf(f->a, ">%s", text), kind, id);
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
		fill_word(f, initials[i], kind, id);
}

/* The middles of the words of one row, which end here. */
static void infix(struct fill *f, const char *kind, int64_t id, int64_t table)
{
	fill_add(f, INFIX, "iss", id * 4 + table, str_get(&f->infix), kind);
	str_clear(&f->infix);
	arena_reset(f->a);
}

/* ---- who and what ---- */

void fill_customers(struct fill *f)
{
	for (int64_t id = 1; id <= f->n_customers; id++) {
		static const int heads[] = { 13, 15, 17, 18, 19 };
		const char *first = PICK(f, surnames), *second = PICK(f, given),
			   *third = fill_any(f, 4) ? PICK(f, given) : "";
		const char *name = arena_printf(f->a, "%s%s%s", first, second, third);
		const char *phone =
		    arena_printf(f->a, "%d%09lld", PICK(f, heads), (long long)(id * 700000001 % 1000000000));

		fill_add(f, PARTY, "issii", id, name, phone, 1 + fill_any(f, 3),
			 LAST_DAY - fill_any(f, DAYS));
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
		body[i] = chars[fill_any(f, sizeof chars - 1)];
	return arena_printf(f->a, "%s%s%06lld", PICK(f, heads), body, (long long)(id % 1000000));
}

void fill_vehicles(struct fill *f)
{
	for (int64_t id = 1; id <= f->n_vehicles; id++) {
		const char *plate = plate_of(f, id), *vin = vin_of(f, id);
		const char *const *model = PICK(f, models);

		f->owner[id] = id <= f->n_customers ? id : 1 + fill_any(f, f->n_customers);
		fill_add(f, VEHICLE, "isisssiiiii", id, plate, f->owner[id], vin, model[0], model[1],
			 500 + fill_any(f, 280000), LAST_DAY - 300 + fill_any(f, 400),
			 LAST_DAY - 300 + fill_any(f, 600), LAST_DAY - 300 + fill_any(f, 600),
			 LAST_DAY - fill_any(f, DAYS));
		code_words(f, plate, "vehicle", id);
		code_words(f, vin, "vehicle", id);
		infix(f, "vehicle", id, 1);
	}
}

int64_t fill_price_of(int64_t part)
{
	return 900 + part * 37 % 90000;
}

int64_t fill_cost_of(int64_t part)
{
	return fill_price_of(part) * 6 / 10;
}

void fill_parts(struct fill *f)
{
	for (int64_t id = 1; id <= f->n_parts; id++) {
		const char *code = arena_printf(f->a, "P%06lld", (long long)id), *maker = PICK(f, makers);
		const char *name =
		    arena_printf(f->a, "%s %s %s", PICK(f, fill_goods), maker, PICK(f, models)[1]);
		const char *barcode = arena_printf(f->a, "69%011lld", (long long)(id * 700001));

		fill_add(f, PART, "isssssii", id, code, name, barcode, maker,
			 arena_printf(f->a, "A-%02d", (int)(id % 40)), fill_price_of(id), fill_cost_of(id));
		name_words(f, name, "part", id);
		code_words(f, code, "part", id);
		code_words(f, barcode, "part", id);
		f->stock[id] = OPENING;
		infix(f, "part", id, 2);
	}
}

void fill_labours(struct fill *f)
{
	for (int64_t id = 1; id <= f->n_labour; id++) {
		const char *code = arena_printf(f->a, "L%05lld", (long long)id);
		const char *name = arena_printf(f->a, "%s%s", PICK(f, fill_tasks), PICK(f, fill_goods));

		fill_add(f, LABOUR, "issii", id, code, name, (int64_t)500, 5000 + id % 40 * 1000);
		name_words(f, name, "labour", id);
		code_words(f, code, "labour", id);
		infix(f, "labour", id, 3);
	}
}
