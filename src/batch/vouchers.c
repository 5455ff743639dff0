/* vouchers.c - the ledger as vouchers (凭证) for the accounting programs of Chinese offices.
 *
 * Kingdee's import knows its columns by their Chinese headings; the ledger tool of Yonyou takes lines without headings
 * behind a line that names the format: day, word, number, papers, text, account, debit, credit, quantity, foreign
 * amount, rate, who made it. Both tell vouchers apart by day, word and number, and take account codes as they have
 * them: Kingdee 1012.1, Yonyou 101201. */
#include "batch/books.h"

#include <string.h>

#include "base/date.h"

#define WORD        "记" /* one kind of voucher for all */
#define PAPERS_MOST 999  /* that a voucher may have behind it */

/* One line of a voucher. */
struct line {
	struct line *next;
	const char *text, *account, *title, *party_kind, *party, *person, *document;
	int64_t party_id, debit, credit;
};

struct vouchers {
	const struct books_options *o;
	const struct view *view;
	const struct view_who *who;
	struct csv_writer *csv;
	struct arena *a; /* of the voucher being gathered */
	struct line *first, **last;
	int64_t entry, day, papers;
	int month, number; /* the last number given, and in which month: year * 12 + month */
	int entry_at, day_at, document, kind, account, title, party, party_id, party_kind, person, debit,
	    credit;
};

/* ---- writing one ---- */

/* 客户---17---张伟: what an auxiliary account of Kingdee is told by. */
static const char *auxiliary(struct vouchers *v, const struct line *l)
{
	if (!*l->party)
		return "";
	return arena_printf(v->a, "%s---%lld---%s", strcmp(l->party_kind, "supplier") ? "客户" : "供应商",
			    (long long)l->party_id, l->party);
}

static void kingdee_line(struct vouchers *v, const struct line *l, int at)
{
	int year, month, day;

	date_split(v->day, &year, &month, &day);
	csv_date(v->csv, v->day);
	csv_int(v->csv, year);
	csv_int(v->csv, month);
	csv_plain(v->csv, WORD);
	csv_int(v->csv, v->number);
	csv_text(v->csv, l->account);
	csv_text(v->csv, l->title);
	csv_plain(v->csv, "RMB");
	csv_plain(v->csv, "人民币");
	csv_money(v->csv, l->debit ? l->debit : l->credit);
	csv_money(v->csv, l->debit);
	csv_money(v->csv, l->credit);
	csv_text(v->csv, v->first->person); /* one voucher has one maker */
	csv_text(v->csv, l->text);
	csv_text(v->csv, l->document);
	csv_int(v->csv, v->papers);
	csv_int(v->csv, at);
	csv_text(v->csv, auxiliary(v, l));
	csv_end_row(v->csv);
}

static void kingdee_head(struct vouchers *v)
{
	static const char *const heads[] = { "凭证日期", "会计年度", "会计期间", "凭证字",   "凭证号",
					     "科目代码", "科目名称", "币别代码", "币别名称", "原币金额",
					     "借方",     "贷方",     "制单",     "凭证摘要", "参考信息",
					     "附件数",   "分录序号", "核算项目" };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		csv_plain(v->csv, heads[i]);
	csv_end_row(v->csv);
}

/* 1012.1 as 101201: each level below the first has two digits there. */
static const char *yonyou_code(struct vouchers *v, const char *code)
{
	size_t n = strcspn(code, ".");
	struct str out = { 0 };
	const char *copy;

	str_addn(&out, code, n);
	for (code += n; *code == '.'; code += n) {
		n = strcspn(++code, ".");
		if (n == 1)
			str_addc(&out, '0');
		str_addn(&out, code, n);
	}
	copy = arena_strdup(v->a, str_get(&out));
	str_free(&out);
	return copy;
}

static void yonyou_line(struct vouchers *v, const struct line *l)
{
	csv_date(v->csv, v->day);
	csv_plain(v->csv, WORD);
	csv_int(v->csv, v->number);
	csv_int(v->csv, v->papers);
	csv_text(v->csv, *l->party ? arena_printf(v->a, "%s %s", l->text, l->party) : l->text);
	csv_text(v->csv, yonyou_code(v, l->account));
	csv_money(v->csv, l->debit);
	csv_money(v->csv, l->credit);
	csv_int(v->csv, 0);
	csv_int(v->csv, 0);
	csv_int(v->csv, 0);
	csv_text(v->csv, v->first->person);
	csv_end_row(v->csv);
}

/* ---- gathering the lines of one ---- */

static bool voucher_ends(const struct vouchers *v, int64_t entry, int64_t day)
{
	return v->first && (v->o->by_day ? day != v->day : entry != v->entry);
}

/* Debits stand before credits on a voucher. */
static void sides_write(struct vouchers *v)
{
	int at = 0;

	for (int credits = 0; credits < 2; credits++) {
		for (const struct line *l = v->first; l; l = l->next) {
			if ((l->credit != 0) != credits)
				continue;
			if (v->o->format == BOOKS_YONYOU)
				yonyou_line(v, l);
			else
				kingdee_line(v, l, at++);
		}
	}
}

static void voucher_write(struct vouchers *v)
{
	int year, month, day;

	if (!v->first)
		return;
	date_split(v->day, &year, &month, &day);
	v->number = v->month == year * 12 + month ? v->number + 1 : 1;
	v->month = year * 12 + month;
	sides_write(v);
	v->first = NULL;
	v->last = &v->first;
	v->papers = 0;
	v->entry = 0;
	arena_reset(v->a);
}

static const char *text_at(struct vouchers *v, const struct view_row *row, int col)
{
	return view_text(&v->view->cols[col], &row->val[col], v->who, true, v->a);
}

/* The line of a day's voucher that takes more of the same: account, party and side. */
static struct line *line_like(struct vouchers *v, const char *account, int64_t party_id, bool debit)
{
	for (struct line *l = v->first; l && v->o->by_day; l = l->next)
		if (!strcmp(l->account, account) && l->party_id == party_id && (l->debit != 0) == debit)
			return l;
	return NULL;
}

static struct line *line_new(struct vouchers *v, const struct view_row *row)
{
	struct line *l = ARENA_NEW(v->a, struct line);
	const char *kind = text_at(v, row, v->kind), *number = text_at(v, row, v->document);

	*l = (struct line){
		.text = v->o->by_day ? arena_printf(v->a, "%s 汇总", date_text(v->a, row->val[v->day_at].i))
				     : arena_printf(v->a, "%s %s", kind, number),
		.document = v->o->by_day ? "" : number,
		.account = text_at(v, row, v->account),
		.title = text_at(v, row, v->title),
		.party = text_at(v, row, v->party),
		.party_kind = text_at(v, row, v->party_kind),
		.person = text_at(v, row, v->person),
		.party_id = row->val[v->party_id].i,
	};
	*v->last = l;
	v->last = &l->next;
	return l;
}

static bool line_take(void *arg, const struct view_row *row)
{
	struct vouchers *v = arg;
	int64_t debit = row->val[v->debit].i, credit = row->val[v->credit].i;
	struct line *l;

	if (voucher_ends(v, row->val[v->entry_at].i, row->val[v->day_at].i))
		voucher_write(v);
	v->papers += v->papers < PAPERS_MOST && v->entry != row->val[v->entry_at].i;
	v->entry = row->val[v->entry_at].i;
	v->day = row->val[v->day_at].i;
	l = line_like(v, row->val[v->account].s, row->val[v->party_id].i, debit != 0);
	if (!l)
		l = line_new(v, row);
	l->debit += debit;
	l->credit += credit;
	return true;
}

static void columns_find(struct vouchers *v)
{
	const struct {
		const char *name;
		int *at;
	} col[] = {
		{ "entry_id", &v->entry_at }, { "day", &v->day_at },        { "document", &v->document },
		{ "kind", &v->kind },         { "account", &v->account },   { "title", &v->title },
		{ "party", &v->party },       { "party_id", &v->party_id }, { "party_kind", &v->party_kind },
		{ "person", &v->person },     { "debit", &v->debit },       { "credit", &v->credit },
	};

	for (size_t i = 0; i < sizeof col / sizeof *col; i++)
		*col[i].at = view_col_index(v->view, col[i].name);
}

bool vouchers_write(struct ctx *ctx, const struct view_who *who, const struct view_query *q,
		    const struct books_options *o, FILE *out, struct err *e)
{
	struct vouchers v = { .o = o, .view = q->view, .who = who };
	bool ok;

	v.last = &v.first;
	v.a = arena_new();
	v.csv = csv_writer_new(out, o->encoding == CSV_AUTO ? CSV_GB18030 : o->encoding);
	columns_find(&v);
	if (o->format == BOOKS_YONYOU) {
		csv_plain(v.csv, "填制凭证");
		csv_plain(v.csv, "V800");
		csv_end_row(v.csv);
	} else {
		kingdee_head(&v);
	}
	ok = view_each(ctx->db, q, who, line_take, &v, e);
	if (ok)
		voucher_write(&v);
	ok = csv_writer_close(v.csv, e) && ok;
	arena_free(v.a);
	return ok;
}
