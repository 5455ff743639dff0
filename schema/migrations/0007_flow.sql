-- From dispatch to the gate: credit notes, the quality check, step-by-step mode, supplementary statements.

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(45, 'credit', 'CN', 'Credit note', 1),
	(46, 'supplement', 'SS', 'Supplementary statement', 0),
	(48, 'certificate', 'CC', 'Completion certificate', 0);

-- ---- credit after settlement ----

CREATE TABLE credit (
	id INTEGER PRIMARY KEY, -- the document's id
	job_id INTEGER NOT NULL REFERENCES job,
	settlement_id INTEGER NOT NULL REFERENCES settlement,
	restock INTEGER NOT NULL CHECK (restock IN (0, 1)),
	reason TEXT NOT NULL,
	rounding INTEGER NOT NULL, -- of the settlement, that was not paid and does not come back: 0 or less
	total INTEGER NOT NULL CHECK (total >= 0 AND total = net + tax + rounding),
	net INTEGER NOT NULL,
	tax INTEGER NOT NULL,
	cost INTEGER NOT NULL -- of what came back into stock
) STRICT;
CREATE INDEX credit_job ON credit (job_id);
CREATE INDEX credit_settlement ON credit (settlement_id);

CREATE TABLE credit_line (
	id INTEGER PRIMARY KEY,
	credit_id INTEGER NOT NULL REFERENCES credit,
	settlement_line_id INTEGER NOT NULL REFERENCES settlement_line,
	qty INTEGER NOT NULL CHECK (qty >= 0), -- 0: an amount alone
	amount INTEGER NOT NULL CHECK (amount >= 0 AND amount = net + tax),
	income INTEGER NOT NULL, -- the net before the discount
	net INTEGER NOT NULL,
	tax INTEGER NOT NULL,
	cost INTEGER NOT NULL
) STRICT;
CREATE INDEX credit_line_credit ON credit_line (credit_id);
CREATE INDEX credit_line_settled ON credit_line (settlement_line_id);

-- Money that had paid a bill and is its payer's advance again, by the document that had brought it.
CREATE TABLE credit_freed (
	id INTEGER PRIMARY KEY,
	credit_id INTEGER NOT NULL REFERENCES credit,
	bill_id INTEGER NOT NULL REFERENCES bill,
	document_id INTEGER NOT NULL REFERENCES document,
	amount INTEGER NOT NULL CHECK (amount > 0)
) STRICT;
CREATE INDEX credit_freed_credit ON credit_freed (credit_id);
CREATE INDEX credit_freed_document ON credit_freed (document_id);

INSERT INTO schema_mark (tbl, mark) VALUES ('credit', 'posted'), ('credit_line', 'posted'), ('credit_freed', 'posted');

-- ---- step-by-step mode ----

-- What may be asked for before the next step.
CREATE TABLE gate (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL
) STRICT;
INSERT INTO gate (id, code, title) VALUES
	(1, 'dispatch', 'Labour is dispatched before parts go out'),
	(2, 'clock', 'Somebody clocked on before it is finished'),
	(3, 'check', 'Quality check passed before it is settled'),
	(4, 'paid', 'All is paid before the car leaves');

-- Which repair types ask for it.
CREATE TABLE repair_gate (
	id INTEGER PRIMARY KEY,
	repair_type_id INTEGER NOT NULL REFERENCES repair_type,
	gate_id INTEGER NOT NULL REFERENCES gate,
	UNIQUE (repair_type_id, gate_id)
) STRICT;

-- ---- the quality check ----

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES (47, 'check', 'QC', 'Quality check', 0);

-- What is looked at; for one repair type or (NULL) for all.
CREATE TABLE check_item (
	id INTEGER PRIMARY KEY,
	repair_type_id INTEGER REFERENCES repair_type,
	text TEXT NOT NULL,
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX check_item_type ON check_item (repair_type_id, id);
INSERT INTO check_item (repair_type_id, text) VALUES
	(NULL, 'All work of the order is done'), (NULL, 'No leaks, no warning lights'), (NULL, 'Road test'),
	(NULL, 'Car is clean, belongings are there');

CREATE TABLE quality_check (
	id INTEGER PRIMARY KEY, -- the document's id
	job_id INTEGER NOT NULL REFERENCES job,
	checker_id INTEGER NOT NULL REFERENCES user,
	passed INTEGER NOT NULL CHECK (passed IN (0, 1))
) STRICT;
CREATE INDEX quality_check_job ON quality_check (job_id, id);

CREATE TABLE quality_check_line (
	id INTEGER PRIMARY KEY,
	check_id INTEGER NOT NULL REFERENCES quality_check,
	text TEXT NOT NULL,
	ok INTEGER NOT NULL CHECK (ok IN (0, 1)),
	note TEXT
) STRICT;
CREATE INDEX quality_check_line_check ON quality_check_line (check_id);

-- ---- the supplementary statement: the same total, its lines grouped otherwise ----

CREATE TABLE supplement (
	id INTEGER PRIMARY KEY, -- the document's id
	job_id INTEGER NOT NULL REFERENCES job,
	settlement_id INTEGER NOT NULL REFERENCES settlement,
	reason TEXT NOT NULL
) STRICT;
CREATE INDEX supplement_job ON supplement (job_id);

CREATE TABLE supplement_line (
	id INTEGER PRIMARY KEY,
	supplement_id INTEGER NOT NULL REFERENCES supplement,
	text TEXT NOT NULL,
	qty INTEGER NOT NULL CHECK (qty > 0),
	amount INTEGER NOT NULL
) STRICT;
CREATE INDEX supplement_line_supplement ON supplement_line (supplement_id);

INSERT INTO schema_mark (tbl, mark) VALUES ('quality_check', 'posted'), ('quality_check_line', 'posted'),
	('supplement', 'posted'), ('supplement_line', 'posted');
