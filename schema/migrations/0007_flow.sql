-- From dispatch to the gate: credit notes, the quality check, step-by-step mode, supplementary statements.

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(45, 'credit', 'CN', 'Credit note', 1),
	(46, 'supplement', 'SS', 'Supplementary statement', 0);

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
