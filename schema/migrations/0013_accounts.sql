-- Accounts with customers and suppliers: collective bills, what is written off, claims, statements that were ticked, reviews.

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(95, 'collective', 'CB', 'Collective bill', 0),
	(96, 'write_off', 'WR', 'Bill written off', 1),
	(97, 'claim', 'CL', 'Claim closed', 1),
	(98, 'recovery', 'BR', 'Debt recovered', 1),
	(99, 'statement', 'SM', 'Statement of account', 0);
INSERT INTO account (id, code, kind, title, class) VALUES
	(65, '6701', 'bad_debt', 'Bad debts', 'expense');

-- Several open bills of a party, stated and paid as one; each stays a bill of its own.
CREATE TABLE collective (
	id INTEGER PRIMARY KEY, -- the document's id
	party_id INTEGER NOT NULL REFERENCES party,
	amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE TABLE collective_bill (
	id INTEGER PRIMARY KEY,
	collective_id INTEGER NOT NULL REFERENCES collective,
	bill_id INTEGER NOT NULL REFERENCES bill,
	amount INTEGER NOT NULL CHECK (amount > 0) -- what was open of it
) STRICT;
CREATE INDEX collective_bill_of ON collective_bill (collective_id);
CREATE INDEX collective_bill_bill ON collective_bill (bill_id);

-- What becomes of a part of a bill that is not paid by the one who owes it.
CREATE TABLE write_off_how (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	account_id INTEGER REFERENCES account -- NULL: somebody else owes it
) STRICT;
INSERT INTO write_off_how (id, code, title, account_id) VALUES
	(1, 'discount', 'Discount', 63), (2, 'bad_debt', 'Bad debt', 65), (3, 'customer', 'Customer pays', NULL);

CREATE TABLE write_off (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	bill_id INTEGER NOT NULL REFERENCES bill,
	how TEXT NOT NULL REFERENCES write_off_how (code),
	amount INTEGER NOT NULL CHECK (amount <> 0), -- below 0: a debt that was given up has come in after all
	of_id INTEGER REFERENCES document -- the write-off that has come in after all
) STRICT;
CREATE INDEX write_off_document ON write_off (document_id);
CREATE INDEX write_off_bill ON write_off (bill_id);
CREATE INDEX write_off_of ON write_off (of_id) WHERE of_id IS NOT NULL;

INSERT INTO schema_mark (tbl, mark) VALUES ('collective', 'posted'), ('collective_bill', 'posted'), ('write_off', 'posted');

-- ---- statements of account ----

-- Which accounts a statement counts: of customers and insurers, of suppliers.
CREATE TABLE statement_account (
	account_id INTEGER PRIMARY KEY REFERENCES account,
	supplier INTEGER NOT NULL CHECK (supplier IN (0, 1))
) STRICT;
INSERT INTO statement_account (account_id, supplier) VALUES (6, 0), (11, 0), (9, 1), (10, 1), (45, 1);

CREATE TABLE statement (
	id INTEGER PRIMARY KEY, -- the document's id
	party_id INTEGER NOT NULL REFERENCES party,
	from_on INTEGER NOT NULL,
	until_on INTEGER NOT NULL CHECK (until_on >= from_on),
	opening INTEGER NOT NULL, -- what a customer owes; what we owe a supplier
	charged INTEGER NOT NULL CHECK (charged >= 0),
	paid INTEGER NOT NULL CHECK (paid >= 0),
	closing INTEGER NOT NULL CHECK (closing = opening + charged - paid)
) STRICT;
CREATE INDEX statement_party ON statement (party_id, until_on);

-- A line of an account that both sides have alike.
CREATE TABLE reconciled (
	id INTEGER PRIMARY KEY,
	party_id INTEGER NOT NULL REFERENCES party,
	document_id INTEGER NOT NULL REFERENCES document,
	user_id INTEGER NOT NULL REFERENCES user,
	at INTEGER NOT NULL,
	day INTEGER NOT NULL,
	UNIQUE (party_id, document_id)
) STRICT;

-- ---- reviews ----

CREATE TABLE review_queue (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	pos INTEGER NOT NULL
) STRICT;
INSERT INTO review_queue (id, code, title, pos) VALUES
	(1, 'purchases', 'Purchases', 1), (2, 'sales', 'Sales', 2), (3, 'jobs', 'Work orders', 3),
	(4, 'issues', 'Issues and returns', 4), (5, 'stocktakes', 'Stocktakes', 5), (6, 'receipts', 'Receipts and payments', 6);

-- What is reviewed, and in which queue.
CREATE TABLE review_kind (
	kind_id INTEGER PRIMARY KEY REFERENCES document_kind,
	queue_id INTEGER NOT NULL REFERENCES review_queue
) STRICT;
INSERT INTO review_kind (kind_id, queue_id) VALUES
	(10, 1), (70, 1), (71, 1), (73, 1), (74, 1),
	(80, 2), (81, 2),
	(4, 3), (45, 3), (41, 3),
	(2, 4), (3, 4), (60, 4), (61, 4), (62, 4), (63, 4), (64, 4), (65, 4),
	(66, 5),
	(5, 6), (6, 6), (72, 6), (96, 6), (97, 6), (98, 6);

-- Who has looked at a document; the last row counts.
CREATE TABLE review (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	verdict TEXT NOT NULL CHECK (verdict IN ('reviewed', 'sent_back', 'undone')),
	user_id INTEGER NOT NULL REFERENCES user,
	at INTEGER NOT NULL,
	day INTEGER NOT NULL,
	reason TEXT
) STRICT;
CREATE INDEX review_document ON review (document_id, id);
CREATE INDEX review_day ON review (day, id);

INSERT INTO schema_mark (tbl, mark) VALUES ('statement', 'posted'), ('review', 'posted');
