-- Accounts with customers and suppliers: collective bills, what is written off, claims, statements that were ticked, reviews.

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(95, 'collective', 'CB', 'Collective bill', 0),
	(96, 'write_off', 'WR', 'Bill written off', 1),
	(97, 'claim', 'CL', 'Claim closed', 1),
	(98, 'recovery', 'BR', 'Debt recovered', 1);
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
