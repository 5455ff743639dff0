/* demo_tools.c - the demo shop's tools go from hand to hand, and a shift leaves its notes.
 *
 * Like the store it draws from no chance of its own: the cars' days stay as they are. */
#include "base/date.h"
#include "batch/demo_private.h"

#define NOTE_DAYS 3

static const struct {
	const char *code, *name, *place;
} tools[] = {
	{ "GJ-01", "轴承拉马 三爪", "工具墙 1" }, { "GJ-02", "扭力扳手 20-200Nm", "工具墙 1" },
	{ "GJ-03", "解码器", "调度台" },          { "GJ-04", "空调压力表", "工具墙 2" },
	{ "GJ-05", "氧传感器扳手", "工具墙 2" },
};
#define TOOLS (sizeof tools / sizeof *tools)

static const struct {
	const char *from, *to, *text, *answer;
} notes[] = {
	{ "wang", NULL, "2号举升机漏油，暂时不要上重车", "已换油封" },
	{ "li", "wang", "周师傅下午来取发票，已放抽屉", "取走了" },
	{ "zhao", "chen", "刹车片到货前先不要拆车", "知道了" },
	{ "chen", NULL, "空压机要放水", "已放" },
};
#define NOTES (sizeof notes / sizeof *notes)

bool demo_tools(struct demo *d)
{
	for (size_t i = 0; i < TOOLS; i++)
		if (!demo_do(d, "zhao", "tool.add",
			     demo_args(d, "code", tools[i].code, "name", tools[i].name, "place",
				       tools[i].place, NULL)))
			return false;
	return true;
}

static bool tool_back(struct demo *d, size_t i)
{
	return demo_do(
	    d, "zhao", "tool.back",
	    demo_args(d, "tool", tools[i].code, "remark", i == TOOLS - 1 ? "手柄松动" : NULL, NULL));
}

/* What was out comes back, and the next one goes: on the last morning one is out and due. */
static bool tools_go(struct demo *d, int64_t day)
{
	size_t next = d->tool_out % TOOLS;

	if (d->tool_out && !tool_back(d, d->tool_out - 1))
		return false;
	d->tool_out = next + 1;
	return demo_do(d, "zhao", "tool.lend",
		       demo_args(d, "tool", tools[next].code, "person", "chen", "due",
				 date_text(d->row, day + 1), NULL));
}

static bool note_done(struct demo *d)
{
	size_t i = d->notes - 1;
	const char *who = notes[i % NOTES].to ? notes[i % NOTES].to : "sun";

	return demo_do(d, who, "note.done",
		       demo_args(d, "note", demo_id(d, d->note), "answer", notes[i % NOTES].answer, NULL));
}

/* A note stands for some days, until the next one is written. */
static bool notes_go(struct demo *d)
{
	size_t i = d->notes % NOTES;

	if (d->notes && !note_done(d))
		return false;
	if (!demo_do(d, notes[i].from, "note.write",
		     demo_args(d, "text", notes[i].text, "person", notes[i].to, NULL)))
		return false;
	d->note = d->answer.id;
	d->notes++;
	return true;
}

bool demo_hands(struct demo *d, int64_t day)
{
	return tools_go(d, day) && (day % NOTE_DAYS || notes_go(d));
}
