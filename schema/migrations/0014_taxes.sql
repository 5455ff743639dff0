-- Invoices, tax, expenses and the closing of days.

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(105, 'invoice', 'IV', 'Invoice', 0),
	(106, 'red_letter', 'IR', 'Red-letter invoice', 0);

-- ---- invoices to customers ----

CREATE TABLE invoice_type (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	tax_no INTEGER NOT NULL CHECK (tax_no IN (0, 1)),    -- the customer's tax number must stand on it
	voidable INTEGER NOT NULL CHECK (voidable IN (0, 1)) -- in the month in which it was issued
) STRICT;
INSERT INTO invoice_type (id, code, title, tax_no, voidable) VALUES
	(1, 'special', 'Special invoice', 1, 1),
	(2, 'ordinary', 'Ordinary invoice', 0, 1),
	(3, 'electronic', 'Electronic ordinary invoice', 0, 0),
	(4, 'electronic_special', 'Electronic special invoice', 1, 0);

-- Numbers that the tax office gave the shop; they are used up one after the other.
CREATE TABLE invoice_range (
	id INTEGER PRIMARY KEY,
	type_id INTEGER NOT NULL REFERENCES invoice_type,
	code TEXT NOT NULL,          -- the code or the letters before the number; '' where there are none
	digits INTEGER NOT NULL CHECK (digits BETWEEN 1 AND 18),
	first INTEGER NOT NULL CHECK (first >= 0),
	last INTEGER NOT NULL CHECK (last >= first),
	next INTEGER NOT NULL CHECK (next BETWEEN first AND last + 1),
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX invoice_range_type ON invoice_range (type_id, id);

CREATE TABLE invoice (
	id INTEGER PRIMARY KEY, -- the document's id
	type_id INTEGER NOT NULL REFERENCES invoice_type,
	range_id INTEGER REFERENCES invoice_range, -- NULL: a number of its own
	code TEXT NOT NULL,
	no TEXT NOT NULL,
	party_id INTEGER NOT NULL REFERENCES party,
	title TEXT NOT NULL,
	tax_no TEXT,
	amount INTEGER NOT NULL CHECK (amount <> 0 AND abs(amount) < 1000000000000),
	net INTEGER NOT NULL,
	tax INTEGER NOT NULL CHECK (net + tax = amount),
	red_of INTEGER REFERENCES invoice CHECK ((red_of IS NULL) = (amount > 0)),
	UNIQUE (code, no)
) STRICT;
CREATE INDEX invoice_party ON invoice (party_id, id);
CREATE INDEX invoice_range_used ON invoice (range_id) WHERE range_id IS NOT NULL;
CREATE INDEX invoice_red_of ON invoice (red_of) WHERE red_of IS NOT NULL;

-- What of which bill is on an invoice; below 0 on a red letter.
CREATE TABLE invoice_bill (
	id INTEGER PRIMARY KEY,
	invoice_id INTEGER NOT NULL REFERENCES invoice,
	bill_id INTEGER NOT NULL REFERENCES bill,
	amount INTEGER NOT NULL CHECK (amount <> 0),
	UNIQUE (invoice_id, bill_id)
) STRICT;
CREATE INDEX invoice_bill_bill ON invoice_bill (bill_id);

-- An invoice by tax rate.
CREATE TABLE invoice_line (
	id INTEGER PRIMARY KEY,
	invoice_id INTEGER NOT NULL REFERENCES invoice,
	tax_rate INTEGER NOT NULL,
	gross INTEGER NOT NULL,
	net INTEGER NOT NULL,
	tax INTEGER NOT NULL CHECK (net + tax = gross),
	UNIQUE (invoice_id, tax_rate)
) STRICT;

-- What of a bill may stand on invoices: less what was credited or brought back. And what does.
CREATE VIEW bill_invoiced AS
SELECT b.id, b.document_id, b.party_id, b.amount,
	max(b.amount - ifnull((SELECT sum(a.amount) FROM allocation a JOIN document d ON d.id = a.document_id
			WHERE a.bill_id = b.id AND (d.kind_id = 45
				OR (d.kind_id = 12 AND EXISTS (SELECT 1 FROM credit c WHERE c.id = d.reverses_id)))), 0)
		- ifnull((SELECT sum(r.total) FROM sale_return r WHERE r.sale_id = b.document_id
			AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = r.id)), 0), 0) AS billed,
	ifnull((SELECT sum(i.amount) FROM invoice_bill i WHERE i.bill_id = b.id
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = i.invoice_id)), 0) AS invoiced
FROM bill b
WHERE b.amount > 0 AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = b.document_id);

INSERT INTO schema_mark (tbl, mark) VALUES ('invoice', 'posted'), ('invoice_bill', 'posted'), ('invoice_line', 'posted');
