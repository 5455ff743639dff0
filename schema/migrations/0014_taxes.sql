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

INSERT INTO schema_mark (tbl, mark) VALUES ('invoice', 'posted'), ('invoice_bill', 'posted'), ('invoice_line', 'posted');

-- ---- tax ----

-- Where another rate than the shop's own is in the price: of a part, of a labour item, of a kind of line.
CREATE TABLE tax_rate (
	id INTEGER PRIMARY KEY,
	part_id INTEGER UNIQUE REFERENCES part,
	labour_id INTEGER UNIQUE REFERENCES labour,
	line_kind TEXT UNIQUE,
	rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 10000),
	ver INTEGER NOT NULL DEFAULT 1,
	CHECK ((part_id IS NOT NULL) + (labour_id IS NOT NULL) + (line_kind IS NOT NULL) = 1)
) STRICT;

-- ---- expenses and other income ----

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(107, 'expense', 'EE', 'Expense', 1),
	(108, 'other_income', 'EI', 'Other income', 1),
	(109, 'petty_cash', 'EP', 'Petty cash', 1);
INSERT INTO account (id, code, kind, title, class) VALUES
	(75, '1001.8', 'petty_cash', 'Petty cash', 'asset'),
	(76, '6602.2', 'expense_rent', 'Rent', 'expense'),
	(77, '6602.3', 'expense_power', 'Power, water and heating', 'expense'),
	(78, '6602.4', 'expense_office', 'Office supplies', 'expense'),
	(79, '6602.5', 'expense_upkeep', 'Upkeep of tools and house', 'expense'),
	(80, '6602.6', 'expense_wages', 'Wages', 'expense'),
	(81, '6602.8', 'expense_other', 'Other expenses', 'expense'),
	(82, '6601.2', 'expense_advertising', 'Advertising', 'expense'),
	(83, '6301.8', 'income_scrap', 'Scrap and waste oil sold', 'income'),
	(84, '6301.7', 'income_other', 'Other income', 'income');

INSERT INTO pay_purpose (id, code, title) VALUES (4, 'expense', 'Expenses and other income');

-- Each category has its account; the shop adds its own.
CREATE TABLE expense_category (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	income INTEGER NOT NULL DEFAULT 0 CHECK (income IN (0, 1)),
	account_id INTEGER NOT NULL UNIQUE REFERENCES account,
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO expense_category (id, code, title, income, account_id) VALUES
	(1, 'RENT', 'Rent', 0, 76), (2, 'POWER', 'Power, water and heating', 0, 77), (3, 'OFFICE', 'Office supplies', 0, 78),
	(4, 'UPKEEP', 'Upkeep of tools and house', 0, 79), (5, 'WAGES', 'Wages', 0, 80), (6, 'ADVERTS', 'Advertising', 0, 82),
	(7, 'OTHER', 'Other expenses', 0, 81), (8, 'SCRAP', 'Scrap and waste oil sold', 1, 83),
	(9, 'INCOME', 'Other income', 1, 84);

-- What comes again each month; proposed, never booked by itself.
CREATE TABLE expense_plan (
	id INTEGER PRIMARY KEY,
	category_id INTEGER NOT NULL REFERENCES expense_category,
	payee TEXT NOT NULL,
	amount INTEGER NOT NULL CHECK (amount > 0),
	method TEXT NOT NULL,
	due_day INTEGER NOT NULL CHECK (due_day BETWEEN 1 AND 28),
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE expense (
	id INTEGER PRIMARY KEY, -- the document's id
	category_id INTEGER NOT NULL REFERENCES expense_category,
	amount INTEGER NOT NULL CHECK (amount > 0),
	method_id INTEGER REFERENCES pay_method, -- NULL: petty cash
	payee TEXT,
	paper_on INTEGER NOT NULL, -- the date on the paper
	plan_id INTEGER REFERENCES expense_plan,
	tax INTEGER NOT NULL DEFAULT 0 -- in the amount
) STRICT;
CREATE INDEX expense_category_day ON expense (category_id, id);
CREATE INDEX expense_plan_booked ON expense (plan_id, id) WHERE plan_id IS NOT NULL;

INSERT INTO schema_mark (tbl, mark) VALUES ('expense', 'posted');

-- ---- the end of a day ----

CREATE TABLE day_close (
	id INTEGER PRIMARY KEY, -- the document's id
	day INTEGER NOT NULL UNIQUE,
	open_ends INTEGER NOT NULL CHECK (open_ends >= 0) -- what was not done when it was closed
) STRICT;

CREATE TABLE day_close_line (
	id INTEGER PRIMARY KEY,
	close_id INTEGER NOT NULL REFERENCES day_close,
	kind TEXT NOT NULL CHECK (kind IN ('method', 'cashier', 'department')),
	name TEXT NOT NULL,
	papers INTEGER NOT NULL,
	amount INTEGER NOT NULL,
	UNIQUE (close_id, kind, name)
) STRICT;

-- Work and goods that were billed, document by document; what takes one back stands against it on its own day. What is passed
-- through is billed, but no income, and so it is none when it is given back.
CREATE VIEW turnover_line AS
SELECT d.id, d.day, d.number, 1 AS department, d.party_id, s.total AS gross, s.net + s.rounding AS net, s.cost, 1 AS cars
FROM document d JOIN settlement s ON s.id = d.id WHERE d.kind_id = 4
UNION ALL
SELECT d.id, d.day, d.number, 1, d.party_id, -s.total, -(s.net + s.rounding), -s.cost, -1
FROM document d JOIN settlement s ON s.id = d.reverses_id WHERE d.kind_id = 12
UNION ALL
SELECT d.id, d.day, d.number, 1, d.party_id, -c.total, -(c.net + c.rounding - ifnull((SELECT sum(l.net) FROM credit_line l
	JOIN settlement_line s ON s.id = l.settlement_line_id AND s.passed = 1 WHERE l.credit_id = c.id), 0)), -c.cost, 0
FROM document d JOIN credit c ON c.id = d.id WHERE d.kind_id = 45
UNION ALL
SELECT d.id, d.day, d.number, 1, d.party_id, c.total, c.net + c.rounding - ifnull((SELECT sum(l.net) FROM credit_line l
	JOIN settlement_line s ON s.id = l.settlement_line_id AND s.passed = 1 WHERE l.credit_id = c.id), 0), c.cost, 0
FROM document d JOIN credit c ON c.id = d.reverses_id WHERE d.kind_id = 12
UNION ALL
SELECT d.id, d.day, d.number, 2, d.party_id, s.total, s.net + s.rounding, s.cost, 0
FROM document d JOIN sale s ON s.id = d.id WHERE d.kind_id = 80
UNION ALL
SELECT d.id, d.day, d.number, 2, d.party_id, -s.total, -(s.net + s.rounding), -s.cost, 0
FROM document d JOIN sale s ON s.id = d.reverses_id WHERE d.kind_id = 12
UNION ALL
SELECT d.id, d.day, d.number, 2, d.party_id, -r.total, r.fee_net - r.net - r.rounding, -r.cost, 0
FROM document d JOIN sale_return r ON r.id = d.id WHERE d.kind_id = 81
UNION ALL
SELECT d.id, d.day, d.number, 2, d.party_id, r.total, r.net + r.rounding - r.fee_net, r.cost, 0
FROM document d JOIN sale_return r ON r.id = d.reverses_id WHERE d.kind_id = 12;

INSERT INTO schema_mark (tbl, mark) VALUES ('day_close', 'posted'), ('day_close_line', 'posted');
