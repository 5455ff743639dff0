/* books.c - the ledger for hledger, ledger and beancount, which read plain text. */
#include "batch/books.h"

#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "base/text.h"
#include "batch/export.h"
#include "db/view_export.h"
#include "domain/setting.h"

#define CURRENCY "CNY"

static const char *const format_names[] = { "hledger", "ledger", "beancount", "csv", "kingdee", "yonyou" };

bool books_format_parse(const char *name, enum books_format *ret, struct err *e)
{
	for (size_t i = 0; i < sizeof format_names / sizeof *format_names; i++) {
		if (!strcmp(name, format_names[i])) {
			*ret = (enum books_format)i;
			return true;
		}
	}
	return err_set(
	    e, ERR_USAGE,
	    N_("There is no format “%s” for books; there are hledger, ledger, beancount, csv, kingdee "
	       "and yonyou"),
	    name);
}

/* Where the columns of a view stand that a line is made of. */
struct columns {
	int entry, day, document, kind, account, title, class, party, job, amount;
};

struct books {
	const struct books_options *o;
	const struct view *view;
	const struct view_who *who;
	FILE *out;
	struct arena *row; /* reset after each line */
	struct columns at;
	int64_t entry; /* the one being written, 0: none yet */
};

static struct columns columns_of(const struct view *v)
{
	return (struct columns){
		.entry = view_col_index(v, "entry_id"),
		.day = view_col_index(v, "day"),
		.document = view_col_index(v, "document"),
		.kind = view_col_index(v, "kind"),
		.account = view_col_index(v, v->report && !strcmp(v->name, "books") ? "account" : "code"),
		.title = view_col_index(v, "title"),
		.class = view_col_index(v, "class"),
		.party = view_col_index(v, "party"),
		.job = view_col_index(v, "job"),
		.amount = view_col_index(v, "amount"),
	};
}

/* A value as a person reads it; "" for none. */
static char *value(struct books *b, const struct view_row *row, int col)
{
	return col < 0 ? arena_strdup(b->row, "")
		       : view_text(&b->view->cols[col], &row->val[col], b->who, true, b->row);
}

static const struct {
	const char *class, *name;
} roots[] = {
	{ "asset", "Assets" },  { "liability", "Liabilities" }, { "equity", "Equity" },
	{ "income", "Income" }, { "expense", "Expenses" },
};

static const char *root_of(const char *class)
{
	for (size_t i = 0; i < sizeof roots / sizeof *roots; i++)
		if (!strcmp(roots[i].class, class))
			return roots[i].name;
	return "Equity";
}

/* A text that ends neither the line nor the name: one blank for each run of blanks, nothing that begins a comment. */
static char *plain_text(struct arena *a, const char *s)
{
	char *copy = text_safe(a, s, false), *to = copy;

	for (const char *from = copy; *from; from++) {
		char c = *from == ';' || *from == '|' || *from == '\t' ? ' ' : *from;

		if (c == ' ' && (to == copy || to[-1] == ' '))
			continue;
		*to++ = c;
	}
	*to = '\0';
	return copy;
}

/* The same between the quotes of beancount. */
static char *quoted(struct arena *a, const char *s)
{
	char *copy = text_safe(a, s, false);

	for (char *c = copy; *c; c++)
		if (*c == '"' || *c == '\\')
			*c = '\'';
	return copy;
}

/* Assets:1012.1 WeChat wallet; for beancount Assets:1012-1, whose title stands with its opening. */
static char *account_name(struct books *b, const struct view_row *row)
{
	const char *code = row->val[b->at.account].s, *root = root_of(row->val[b->at.class].s);

	if (b->o->format == BOOKS_BEANCOUNT) {
		char *name = arena_printf(b->row, "%s:%s", root, code);

		for (char *c = name + strlen(root) + 1; *c; c++)
			if (!(*c >= '0' && *c <= '9') && !(*c >= 'A' && *c <= 'Z') &&
			    !(*c >= 'a' && *c <= 'z'))
				*c = '-';
		return name;
	}
	return arena_printf(b->row, "%s:%s %s", root, code, plain_text(b->row, value(b, row, b->at.title)));
}

static void posting(struct books *b, const char *account, int64_t amount)
{
	fprintf(b->out, "    %s  %s " CURRENCY "\n", account, money_plain(b->row, amount));
}

/* What a line belongs to: tags of the plain text programs, values of beancount. */
static void belongs(struct books *b, const char *name, const char *text)
{
	if (!*text)
		return;
	if (b->o->format == BOOKS_BEANCOUNT)
		fprintf(b->out, "      %s: \"%s\"\n", name, quoted(b->row, text));
	else
		fprintf(b->out, "    ; %s: %s\n", name, plain_text(b->row, text));
}

static void entry_begin(struct books *b, const struct view_row *row)
{
	const char *day = date_text(b->row, row->val[b->at.day].i), *number = row->val[b->at.document].s;
	const char *kind = value(b, row, b->at.kind);

	if (b->o->format == BOOKS_BEANCOUNT)
		fprintf(b->out, "\n%s * \"%s\" ^%s\n", day, quoted(b->row, kind), number);
	else
		fprintf(b->out, "\n%s * (%s) %s\n", day, number, plain_text(b->row, kind));
}

static bool line_write(void *arg, const struct view_row *row)
{
	struct books *b = arg;

	if (row->val[b->at.entry].i != b->entry)
		entry_begin(b, row);
	b->entry = row->val[b->at.entry].i;
	posting(b, account_name(b, row), row->val[b->at.amount].i);
	belongs(b, "party", value(b, row, b->at.party));
	belongs(b, "job", value(b, row, b->at.job));
	arena_reset(b->row);
	return !ferror(b->out);
}

/* ---- what stands before the entries ---- */

static bool account_write(void *arg, const struct view_row *row)
{
	struct books *b = arg;
	const char *name = account_name(b, row);

	if (b->o->format == BOOKS_BEANCOUNT)
		fprintf(b->out, "1970-01-01 open %s " CURRENCY "\n  title: \"%s\"\n", name,
			quoted(b->row, value(b, row, b->at.title)));
	else
		fprintf(b->out, "account %s\n", name);
	arena_reset(b->row);
	return true;
}

static void head_write(struct books *b, const char *shop)
{
	switch (b->o->format) {
	case BOOKS_BEANCOUNT:
		fprintf(b->out, "option \"title\" \"%s\"\noption \"operating_currency\" \"" CURRENCY "\"\n\n",
			quoted(b->row, shop));
		break;
	case BOOKS_HLEDGER:
		fprintf(b->out, "; %s\n\ncommodity 1000.00 " CURRENCY "\n\n", plain_text(b->row, shop));
		break;
	case BOOKS_LEDGER:
	case BOOKS_CSV:
	case BOOKS_KINGDEE:
	case BOOKS_YONYOU:
		fprintf(b->out,
			"; %s\n\ntag party\ntag job\ncommodity " CURRENCY "\n    format 1000.00 " CURRENCY
			"\n\n",
			plain_text(b->row, shop));
		break;
	}
}

static bool accounts_write(struct books *b, struct db *db, struct err *e)
{
	struct view_query q = { .view = view_find("accounts") };

	b->view = q.view;
	b->at = columns_of(q.view);
	return view_each(db, &q, b->who, account_write, b, e);
}

struct opening {
	struct books *b;
	int balance; /* the column */
};

static bool opening_line(void *arg, const struct view_row *row)
{
	struct opening *o = arg;
	int64_t amount = row->val[o->balance].i;

	if (amount)
		posting(o->b, account_name(o->b, row), amount);
	arena_reset(o->b->row);
	return true;
}

/* The balances of the days before `from`, as one entry dated on it. */
static bool opening_write(struct books *b, struct db *db, struct err *e)
{
	struct view_arg day = { .name = "day", .range = true, .i = b->o->from, .to = b->o->from };
	struct view_query q = { .view = view_find("trial_balance"), .args = &day, .n_args = 1 };
	struct opening o = { .b = b, .balance = view_col_index(q.view, "opening") };
	const char *text = tr(b->who->lang, N_("Opening balance"));

	b->view = q.view;
	b->at = columns_of(q.view);
	if (b->o->format == BOOKS_BEANCOUNT)
		fprintf(b->out, "\n%s * \"%s\"\n", date_text(b->row, b->o->from), text);
	else
		fprintf(b->out, "\n%s * %s\n", date_text(b->row, b->o->from), text);
	return view_each(db, &q, b->who, opening_line, &o, e);
}

static bool plain_write(struct books *b, struct ctx *ctx, const struct view_query *q, struct err *e)
{
	head_write(b, setting_text(ctx->db, ctx->arena, SETTING_SHOP_NAME));
	if (!accounts_write(b, ctx->db, e) || (b->o->from != DATE_NONE && !opening_write(b, ctx->db, e)))
		return false;
	b->view = q->view;
	b->at = columns_of(q->view);
	return view_each(ctx->db, q, b->who, line_write, b, e);
}

static bool format_write(struct ctx *ctx, const struct view_who *who, const struct view_query *q,
			 const struct books_options *o, FILE *out, struct err *e)
{
	struct view_export how = { .format = VIEW_CSV, .encoding = o->encoding };
	struct books b = { .o = o, .who = who, .out = out };
	int64_t rows;
	bool ok;

	if (o->format == BOOKS_CSV)
		return view_export(ctx->db, q, who, out, &how, &rows, e);
	if (o->format == BOOKS_KINGDEE || o->format == BOOKS_YONYOU)
		return vouchers_write(ctx, who, q, o, out, e);
	b.row = arena_new();
	ok = plain_write(&b, ctx, q, e);
	arena_free(b.row);
	return ok;
}

bool books_write(struct session *s, const struct books_options *o, FILE *out, struct err *e)
{
	struct arena *a = arena_new();
	struct view_arg days = { .name = "day", .range = true, .i = o->from, .to = o->to };
	struct view_query q = { .view = view_find("books"), .args = &days, .n_args = 1 };
	struct view_who who;
	struct ctx ctx;
	bool ok;

	session_ctx(s, a, NULL, &ctx);
	session_who(&ctx, &who);
	ok = export_may(&ctx, q.view, e) && format_write(&ctx, &who, &q, o, out, e);
	arena_free(a);
	return ok;
}
