/* book.c - one sale through the db floor's own door, and the proofs of the file. */
#include "tests/torture/book.h"

#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/arena.h"
#include "base/str.h"
#include "db/journal.h"

#define AT  1795000000 /* a fixed day of business */
#define DAY (AT / 86400)

bool torture_full(void)
{
	return getenv("WORKBAY_TORTURE") != NULL;
}

int torture_size(int small, int full)
{
	return torture_full() ? full : small;
}

/* ---- folders ---- */

char *dir_make(void)
{
	char made[] = "/tmp/workbay-torture-XXXXXX";

	if (!mkdtemp(made))
		die("cannot make a folder in /tmp: %m");
	return xstrdup(made);
}

void dir_clear(const char *dir)
{
	DIR *d = opendir(dir);
	struct dirent *f;

	while (d && (f = readdir(d)))
		if (strcmp(f->d_name, ".") != 0 && strcmp(f->d_name, "..") != 0)
			unlinkat(dirfd(d), f->d_name, 0);
	if (d)
		closedir(d);
}

void dir_remove(char *dir)
{
	dir_clear(dir);
	rmdir(dir);
	free(dir);
}

char *book_path(const char *dir)
{
	struct str s = { 0 };

	str_addf(&s, "%s/shop.db", dir);
	return str_take(&s);
}

static void file_copy(const char *from_dir, const char *to_dir, const char *name)
{
	struct str from = { 0 }, to = { 0 };
	char buf[65536];
	int in, out;
	ssize_t n;

	str_addf(&from, "%s/%s", from_dir, name);
	str_addf(&to, "%s/%s", to_dir, name);
	in = open(from.s, O_RDONLY | O_CLOEXEC);
	if (in >= 0) {
		out = open(to.s, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0660);
		while ((n = read(in, buf, sizeof(buf))) > 0)
			if (write(out, buf, (size_t)n) != n)
				die("cannot copy %s: %m", from.s);
		close(out);
		close(in);
	}
	str_free(&from);
	str_free(&to);
}

void book_copy(const char *from_dir, const char *to_dir)
{
	mkdir(to_dir, 0770);
	dir_clear(to_dir);
	file_copy(from_dir, to_dir, "shop.db");
	file_copy(from_dir, to_dir, "shop.db-wal");
}

/* ---- the posting ---- */

static bool seal(struct shop *s, const char *request, const char *command, const char *number)
{
	struct str answer = { 0 };
	struct journal_head head = {
		.request = request, .command = command, .terminal = "test", .at = AT, .day = DAY
	};
	int64_t seq;
	bool ok;

	str_addf(&answer, "{\"number\":\"%s\"}", number);
	head.answer = str_get(&answer);
	ok = journal_write(shop_journal(s), 0, &head, &seq);
	str_free(&answer);
	return ok;
}

void book_make(const char *dir, int64_t qty)
{
	char *path = book_path(dir);
	struct err e = { 0 };
	struct shop *s = shop_create(path, &e);
	bool unknown;
	struct db *db;

	if (!s || !shop_begin(s, "test", NULL, NULL, &e))
		die("%s", e.text);
	db = shop_writer(s);
	journal_begin(shop_journal(s));
	db_exec(db, SQL("INSERT INTO role (id, name, title) VALUES (1, 'admin', 'Admin')"), NULL);
	db_exec(db, SQL("INSERT INTO user (id, name, title, role_id) VALUES (1, 'ann', 'Ann', 1)"), NULL);
	db_exec(db,
		SQL("INSERT INTO party (id, kind, name, phone, since_on) VALUES (1, 'customer', '王', "
		    "'13800000000', 0)"),
		NULL);
	db_exec(db, SQL("INSERT INTO part (id, code, name, price) VALUES (1, 'P1', '机油', 2000)"), NULL);
	db_exec(db, SQL("INSERT INTO number_series (id, prefix, period, next) VALUES (1, 'IS', '1', 1)"),
		NULL);
	db_exec(db, SQL("INSERT INTO stock (id, part_id, warehouse_id, qty) VALUES (1, 1, 1, :qty * 1000)"),
		BIND(B_INT("qty", qty)));
	db_exec(db, SQL("INSERT INTO stock_value (id, qty, value) VALUES (1, :qty * 1000, :qty * 1000)"),
		BIND(B_INT("qty", qty)));
	if (!seal(s, NULL, "set.up", "") || !shop_commit(s, &unknown, &e) || !shop_checkpoint(s, &e))
		die("set-up: %s", e.text);
	shop_close(s);
	free(path);
}

static bool known(struct db *db, const char *request, char *number)
{
	struct cur *c = db_open(
	    db, SQL("SELECT substr(answer, 12, length(answer) - 13) FROM journal WHERE request = :request"),
	    BIND(B_TEXT("request", request)));
	bool found = cur_next(c);

	if (found) {
		snprintf(number, 40, "%s", cur_text(c, 0));
		cur_close(c);
	}
	return found;
}

static void write_goods(struct db *db, int64_t document)
{
	db_exec(db, SQL("UPDATE stock SET qty = qty - 1000 WHERE part_id = 1 AND warehouse_id = 1"), NULL);
	db_exec(db, SQL("UPDATE stock_value SET qty = qty - 1000, value = value - 1000 WHERE id = 1"), NULL);
	db_exec(db,
		SQL("INSERT INTO stock_move (document_id, part_id, warehouse_id, qty, value, day, after_qty, "
		    "group_qty, "
		    "group_value) SELECT :document, 1, 1, -1000, -1000, :day, qty, qty, value FROM "
		    "stock_value WHERE id = 1"),
		BIND(B_INT("document", document), B_INT("day", DAY)));
}

static void write_entry(struct db *db, int64_t document)
{
	int64_t entry = db_int(db, SQL("SELECT coalesce(max(id), 0) + 1 FROM entry"), NULL, 1);

	db_exec(db,
		SQL("INSERT INTO entry_line (entry_id, account_id, amount, part_id) "
		    "VALUES (:entry, 21, 1000, 1), (:entry, 7, -1000, 1)"),
		BIND(B_INT("entry", entry)));
	db_exec(db,
		SQL("INSERT INTO entry (id, document_id, day, lines) VALUES (:entry, :document, :day, 2)"),
		BIND(B_INT("entry", entry), B_INT("document", document), B_INT("day", DAY)));
}

static bool write_sale(struct shop *s, const char *request, char *number)
{
	struct db *db = shop_writer(s);
	int64_t n = db_int(db, SQL("SELECT next FROM number_series WHERE id = 1"), NULL, 0), document;

	journal_begin(shop_journal(s));
	snprintf(number, 40, "IS-1-%04lld", (long long)n);
	db_exec(db, SQL("UPDATE number_series SET next = next + 1 WHERE id = 1"), NULL);
	db_exec(db,
		SQL("INSERT INTO document (kind_id, number, day, at, user_id, terminal, party_id, amount) "
		    "VALUES (2, :number, :day, :at, 1, 'test', 1, 1000)"),
		BIND(B_TEXT("number", number), B_INT("day", DAY), B_INT("at", AT)));
	document = db_last_id(db);
	write_goods(db, document);
	write_entry(db, document);
	return seal(s, request, "sell", number) && !db_failed(db);
}

enum said book_sell(struct shop *s, const char *request, char *number, struct err *e)
{
	struct db *db;
	bool unknown;

	number[0] = '\0';
	if (!shop_begin(s, "test", NULL, NULL, e))
		return SAID_FAILED;
	db = shop_writer(s);
	if (known(db, request, number)) {
		shop_rollback(s);
		return SAID_POSTED;
	}
	if (db_int(db, SQL("SELECT qty FROM stock WHERE part_id = 1 AND warehouse_id = 1"), NULL, -1) <
		1000 &&
	    !db_failed(db)) {
		shop_rollback(s);
		err_set(e, ERR_NO, "none left");
		return SAID_NO;
	}
	if (!write_sale(s, request, number)) {
		db_error(db, e);
		shop_rollback(s);
		return SAID_FAILED;
	}
	if (shop_commit(s, &unknown, e))
		return SAID_POSTED;
	return unknown ? SAID_UNKNOWN : SAID_FAILED;
}

/* ---- the proofs ---- */

struct proof {
	const char *what;
	const struct sql *sql; /* must return no row */
};

static const char *first_wrong(struct db *db)
{
	const struct proof proofs[] = {
		{ "SQLite's check",
		  SQL("SELECT quick_check FROM pragma_quick_check WHERE quick_check <> 'ok'") },
		{ "a reference", SQL("SELECT 1 FROM pragma_foreign_key_check") },
		{ "an entry",
		  SQL("SELECT 1 FROM entry_line GROUP BY entry_id HAVING sum(amount) <> 0 OR count(*) <> "
		      "(SELECT lines FROM entry WHERE id = entry_id)") },
		{ "a document without its entry",
		  SQL("SELECT 1 FROM document WHERE id NOT IN (SELECT document_id FROM entry)") },
		{ "the numbers", SQL("SELECT 1 FROM number_series WHERE id = 1 AND next - 1 <> (SELECT "
				     "count(*) FROM document)") },
		{ "a number", SQL("SELECT 1 FROM document WHERE number <> 'IS-1-' || printf('%04d', id)") },
		{ "the stock",
		  SQL("SELECT 1 FROM stock_value v JOIN stock s ON s.part_id = v.id WHERE v.qty <> s.qty OR "
		      "v.value <> v.qty OR v.qty <> (SELECT group_qty FROM stock_move ORDER BY id DESC LIMIT "
		      "1)") },
		{ "a request",
		  SQL("SELECT 1 FROM journal WHERE command = 'sell' GROUP BY answer HAVING count(*) <> 1") },
		{ "a journal row of each sale",
		  SQL("SELECT 1 FROM document WHERE (SELECT count(*) FROM journal WHERE "
		      "command = 'sell') <> (SELECT count(*) FROM document)") },
	};

	for (size_t i = 0; i < sizeof(proofs) / sizeof(*proofs); i++)
		if (db_exists(db, proofs[i].sql, NULL))
			return proofs[i].what;
	return db_failed(db) ? "reading" : NULL;
}

bool book_sound(const char *dir)
{
	char *path = book_path(dir);
	struct err e = { 0 };
	struct shop *s = shop_open(path, SHOP_READ, &e);
	const char *wrong = NULL;
	int64_t last;

	free(path);
	if (!s) {
		fprintf(stderr, "cannot be opened: %s\n", e.text);
		return false;
	}
	wrong = first_wrong(shop_reader(s));
	if (!wrong && !journal_verify(shop_reader(s), 1, &last, &e))
		wrong = e.text;
	if (wrong)
		fprintf(stderr, "not sound: %s\n", wrong);
	shop_close(s);
	return wrong == NULL;
}

void book_number(const char *dir, const char *request, char number[40])
{
	char *path = book_path(dir);
	struct err e = { 0 };
	struct shop *s = shop_open(path, SHOP_READ, &e);

	free(path);
	number[0] = '\0';
	if (s)
		known(shop_reader(s), request, number);
	shop_close(s);
}

int64_t book_sales(const char *dir)
{
	char *path = book_path(dir);
	struct err e = { 0 };
	struct shop *s = shop_open(path, SHOP_READ, &e);
	int64_t n = s ? db_int(shop_reader(s), SQL("SELECT count(*) FROM document"), NULL, -1) : -1;

	free(path);
	shop_close(s);
	return n;
}
