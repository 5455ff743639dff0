/* demo_books.c - what the accountant of the demo shop does: invoices, statements, collective bills, claims, a bad debt, the
 * statements of channels, reviews, the end of a day. */
#include <stdio.h>
#include <string.h>

#include "base/date.h"
#include "base/money.h"
#include "batch/demo_private.h"

#define BILLS   5  /* on one invoice at most */
#define WAITING 2  /* the papers of so many days wait to be reviewed */
#define CLOSED  7  /* days before the last: from then on days are closed */
#define FEE     60 /* of a channel, hundredths of a percent */

static const char *const tax_no[] = { "91420100MA4K0001X1", "91420100MA4K0002X2", "91420100MA4K0003X3",
				      "91420100MA4K0004X4" };

/* ---- invoices ---- */

bool demo_ranges(struct demo *d)
{
	return demo_do(d, "zhou", "invoice.range",
		       demo_args(d, "type", "special", "code", "042002600111", "first", "00010001", "last",
				 "00012000", NULL)) &&
	       demo_do(d, "zhou", "invoice.range",
		       demo_args(d, "type", "ordinary", "code", "042002600104", "first", "00300001", "last",
				 "00302000", NULL));
}

/* What of a fleet's bills is not yet invoiced, some on one invoice. */
static bool invoice(struct demo *d, size_t fleet)
{
	struct args *args =
	    demo_args(d, "party", demo_id(d, d->fleet[fleet]), "type", "special", "title",
		      demo_cell(&d->fleets, fleet, "name"), "tax_no", tax_no[fleet % 4], NULL);
	struct cur *c =
	    db_open(shop_writer(d->shop),
		    SQL("SELECT id FROM bill_invoiced WHERE party_id = :party AND billed > invoiced "
			"ORDER BY id LIMIT :most"),
		    BIND(B_INT("party", d->fleet[fleet]), B_INT("most", BILLS)));
	size_t n = 0;

	for (; cur_next(c); n++)
		args_set_id(args_add_line(args, "bills"), "bill", cur_int(c, 0));
	return n == 0 || demo_do(d, "zhou", "invoice.issue", args);
}

/* A wrong amount: a part of it goes back by a red letter. */
static bool red_letter(struct demo *d)
{
	int64_t id =
	    db_int(shop_writer(d->shop),
		   SQL("SELECT max(id) FROM invoice WHERE red_of IS NULL AND amount > 20000"), NULL, 0);

	return !id || demo_do(d, "zhou", "invoice.red",
			      demo_args(d, "invoice", demo_id(d, id), "amount", "100", "reason",
					"金额有误，部分冲红", NULL));
}

/* One that the printer has spoilt, on the day of its issue. */
static bool void_one(struct demo *d)
{
	int64_t id;

	if (!invoice(d, 1))
		return false;
	id = db_int(
	    shop_writer(d->shop),
	    SQL("SELECT max(i.id) FROM invoice i JOIN document d ON d.id = i.id WHERE d.day = :today AND "
		"i.red_of IS NULL"),
	    BIND(B_INT("today", demo_today(d))), 0);
	return !id || demo_do(d, "zhou", "invoice.void",
			      demo_args(d, "invoice", demo_id(d, id), "reason", "打印错位", NULL));
}

static bool invoices(struct demo *d, int64_t left)
{
	if (left % 3 == 1 && !invoice(d, (size_t)(left / 3) % d->fleets.n))
		return false;
	return (left != 8 || red_letter(d)) && (left != 7 || void_one(d));
}

/* ---- a month's end ---- */

static bool statement(struct demo *d, int64_t party, int64_t from, int64_t until)
{
	char first[DATE_TEXT], last[DATE_TEXT];

	if (!db_exists(
		shop_writer(d->shop),
		SQL("SELECT 1 FROM entry e JOIN entry_line l ON l.entry_id = e.id WHERE l.party_id = :party "
		    "AND l.account_id = 6 AND e.day BETWEEN :from AND :until"),
		BIND(B_INT("party", party), B_INT("from", from), B_INT("until", until))))
		return true;
	date_write(first, from);
	date_write(last, until);
	return demo_do(d, "zhou", "statement.make",
		       demo_args(d, "party", demo_id(d, party), "from", first, "until", last, NULL));
}

/* The first lines of the last statement are agreed on the telephone. */
static bool ticks(struct demo *d, int64_t party)
{
	int64_t document[3];
	size_t n = 0;
	struct cur *c = db_open(
	    shop_writer(d->shop),
	    SQL("SELECT DISTINCT e.document_id FROM statement s JOIN entry_line l ON l.party_id = s.party_id "
		"AND l.account_id = 6 JOIN entry e ON e.id = l.entry_id AND e.day BETWEEN s.from_on AND "
		"s.until_on WHERE s.party_id = :party AND NOT EXISTS (SELECT 1 FROM reconciled r WHERE "
		"r.party_id = s.party_id AND r.document_id = e.document_id) ORDER BY e.document_id LIMIT 3"),
	    BIND(B_INT("party", party)));

	while (cur_next(c))
		document[n++] = cur_int(c, 0);
	for (size_t i = 0; i < n; i++)
		if (!demo_do(
			d, "zhou", "statement.tick",
			demo_args(d, "party", demo_id(d, party), "document", demo_id(d, document[i]), NULL)))
			return false;
	return true;
}

/* On the third of a month the accounts of the last one go out. */
static bool statements(struct demo *d, int64_t day)
{
	int year, month, at, last;

	date_split(day, &year, &month, &at);
	if (at != 3)
		return true;
	date_split(day - 3, &year, &month, &last);
	for (size_t i = 0; i < d->fleets.n; i++)
		if (!statement(d, d->fleet[i], day - 2 - last, day - 3))
			return false;
	return ticks(d, d->fleet[0]);
}

/* The fleet with the most bills gets one for all of them. */
static bool combine(struct demo *d)
{
	int64_t party =
	    db_int(shop_writer(d->shop),
		   SQL("SELECT o.party_id FROM bill_open o JOIN party p ON p.id = o.party_id WHERE p.kind = "
		       "'customer' GROUP BY p.id ORDER BY count(*) DESC, p.id LIMIT 1"),
		   NULL, 0);
	struct args *args = demo_args(d, "party", demo_id(d, party), NULL);
	struct cur *c =
	    db_open(shop_writer(d->shop),
		    SQL("SELECT DISTINCT b.document_id FROM bill_open o JOIN bill b ON b.id = o.id "
			"WHERE o.party_id = :party AND NOT EXISTS (SELECT 1 FROM collective_bill k "
			"WHERE k.bill_id = b.id) ORDER BY b.document_id LIMIT 20"),
		    BIND(B_INT("party", party)));
	size_t n = 0;

	for (; cur_next(c); n++)
		args_set_id(args_add_line(args, "bills"), "document", cur_int(c, 0));
	return n < 2 || demo_do(d, "zhou", "bill.combine", args);
}

/* ---- what does not come in ---- */

/* An insurer pays a claim short; the customer bears the rest, or the shop lets it off. */
static bool claim(struct demo *d, int64_t insurer, const char *rest)
{
	struct cur *c =
	    db_open(shop_writer(d->shop),
		    SQL("SELECT b.document_id, o.amount FROM bill_open o JOIN bill b ON b.id = o.id "
			"WHERE o.party_id = :party AND o.amount > 20000 ORDER BY b.id LIMIT 1"),
		    BIND(B_INT("party", insurer)));
	struct args *args, *line;

	if (!cur_next(c))
		return true;
	args = demo_args(d, "insurer", demo_id(d, insurer), "method", "bank", "rest", rest, "reason",
			 "旧件折旧扣除", NULL);
	line = args_add_line(args, "bills");
	args_set_id(line, "document", cur_int(c, 0));
	args_set(line, "paid", money_plain(d->row, cur_int(c, 1) - 8000));
	cur_close(c);
	return demo_do(d, "sun", "claim.close", args);
}

/* The accountant gives a debt up, and the manager stands by. */
static bool bad_debt(struct demo *d)
{
	int64_t party =
	    db_int(shop_writer(d->shop),
		   SQL("SELECT o.party_id FROM bill_open o JOIN party p ON p.id = o.party_id WHERE p.kind = "
		       "'customer' AND o.amount >= 20000 ORDER BY o.due_on, o.id LIMIT 1"),
		   NULL, 0);
	bool ok;

	if (!party)
		return true;
	session_user(d->session, d->acting = demo_person(d, "zhou"));
	session_approver(d->session, demo_person(d, "sun"));
	ok = demo_do(d, "zhou", "bill.write_off",
		     demo_args(d, "party", demo_id(d, party), "how", "bad_debt", "amount", "200", "reason",
			       "对账差异，多次催收未果", NULL));
	session_approver(d->session, 0);
	return ok;
}

static bool recover(struct demo *d)
{
	int64_t document = db_int(
	    shop_writer(d->shop),
	    SQL("SELECT max(document_id) FROM write_off WHERE how = 'bad_debt' AND amount > 0"), NULL, 0);

	return !document || demo_do(d, "zhou", "bill.recover",
				    demo_args(d, "document", demo_id(d, document), "method", "bank", "amount",
					      "80", "reference", "补款0080", NULL));
}

static bool owed(struct demo *d, int64_t left)
{
	if (left == 17)
		return combine(d);
	if (left == 12)
		return claim(d, d->insurer[1], "customer");
	if (left == 11)
		return claim(d, d->insurer[2], "discount") && bad_debt(d);
	return left != 5 || recover(d);
}

/* ---- suppliers ---- */

/* On the tenth of a month suppliers get what is due, the oldest first, by bank. */
static bool suppliers(struct demo *d, int64_t day)
{
	struct cur *c;
	int64_t supplier[40], owed[40];
	int year, month, at;
	size_t n = 0;

	date_split(day, &year, &month, &at);
	if (at != 10)
		return true;
	c = db_open(
	    shop_writer(d->shop),
	    SQL("SELECT party_id, sum(amount) FROM payable_open WHERE due_on <= :day GROUP BY party_id "
		"HAVING sum(amount) > 0 ORDER BY party_id LIMIT 40"),
	    BIND(B_INT("day", day)));
	while (cur_next(c)) {
		supplier[n] = cur_int(c, 0);
		owed[n++] = cur_int(c, 1);
	}
	for (size_t i = 0; i < n; i++)
		if (!demo_do(d, "zhou", "purchase.pay",
			     demo_args(d, "supplier", demo_id(d, supplier[i]), "amount",
				       money_plain(d->row, owed[i]), "method", "bank", NULL)))
			return false;
	return true;
}

/* ---- channels ---- */

/* What came by WeChat with a number yesterday, as its statement says it. */
static bool channel_lines(struct demo *d, int64_t day)
{
	struct {
		int64_t amount;
		char reference[32];
	} paid[20];
	size_t n = 0;
	struct cur *c =
	    db_open(shop_writer(d->shop),
		    SQL("SELECT y.amount, y.reference FROM payment y JOIN document d ON d.id = y.document_id "
			"WHERE d.day = :day AND y.method_id = 2 AND y.reference IS NOT NULL "
			"ORDER BY y.id LIMIT 20"),
		    BIND(B_INT("day", day - 1)));
	char yesterday[DATE_TEXT];

	for (; cur_next(c); n++) {
		paid[n].amount = cur_int(c, 0);
		snprintf(paid[n].reference, sizeof paid[n].reference, "%s", cur_text(c, 1));
	}
	date_write(yesterday, day - 1);
	for (size_t i = 0; i < n; i++)
		if (!demo_do(d, "zhou", "channel.line",
			     demo_args(d, "method", "wechat", "day", yesterday, "reference",
				       paid[i].reference, "amount", money_plain(d->row, paid[i].amount),
				       "fee", money_plain(d->row, paid[i].amount * FEE / 10000), NULL)))
			return false;
	return true;
}

static bool channels(struct demo *d, int64_t day)
{
	int64_t left = d->o->until - day;
	char yesterday[DATE_TEXT];

	if (!channel_lines(d, day))
		return false;
	date_write(yesterday, day - 1);
	/* a payment that nobody here knows */
	if (left == 2)
		return demo_do(d, "zhou", "channel.line",
			       demo_args(d, "method", "wechat", "day", yesterday, "reference", "420099990000",
					 "amount", "188", "fee", "1.13", NULL));
	if (left % 7 != 4 ||
	    !db_exists(shop_writer(d->shop),
		       SQL("SELECT 1 FROM channel_line WHERE method_id = 2 AND document_id IS NULL LIMIT 1"),
		       NULL))
		return true;
	return demo_do(d, "zhou", "channel.pay", demo_args(d, "method", "wechat", "until", yesterday, NULL));
}

/* ---- reviews, the end of a day ---- */

/* Nobody reviews his own papers: the manager those of the accountant. */
static bool review(struct demo *d, int64_t document, bool own, bool back)
{
	return demo_do(d, own ? "sun" : "zhou", back ? "review.send_back" : "review.pass",
		       demo_args(d, "document", demo_id(d, document), "reason",
				 back ? "领料单缺签字，请补" : NULL, NULL));
}

static bool reviews(struct demo *d, int64_t day)
{
	struct {
		int64_t id;
		bool own;
	} paper[300];
	int64_t left = d->o->until - day;
	size_t n = 0;
	struct cur *c = db_open(
	    shop_writer(d->shop),
	    SQL("SELECT d.id, d.user_id = :user FROM document d JOIN review_kind k ON k.kind_id = d.kind_id "
		"WHERE d.id > ifnull((SELECT max(document_id) FROM review), 0) AND d.day <= :day "
		"AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id) ORDER BY d.id LIMIT "
		"300"),
	    BIND(B_INT("day", day - WAITING), B_INT("user", demo_person(d, "zhou"))));

	for (; cur_next(c); n++) {
		paper[n].id = cur_int(c, 0);
		paper[n].own = cur_int(c, 1) != 0;
	}
	for (size_t i = 0; i < n; i++)
		if (!review(d, paper[i].id, paper[i].own, left == 3 && i == n - 1))
			return false;
	return true;
}

bool demo_books(struct demo *d, int64_t day)
{
	int64_t left = d->o->until - day;

	return invoices(d, left) && statements(d, day) && owed(d, left) && suppliers(d, day) &&
	       channels(d, day) && reviews(d, day);
}

bool demo_day_end(struct demo *d, int64_t day)
{
	return d->o->until - day > CLOSED || demo_do(d, "zhou", "day.close", demo_args(d, NULL));
}
