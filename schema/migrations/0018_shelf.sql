-- Old cores: charged with the part that replaces them, brought back, sent to the supplier, credited.

INSERT INTO account (id, code, kind, title, class) VALUES
	(53, '2241.3', 'core_deposits', 'Deposits on old cores', 'liability'),
	(54, '1221.3', 'cores_due', 'Old cores due from suppliers', 'asset');

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(69, 'core_charge', 'KD', 'Deposit on old cores', 1),
	(82, 'core_back', 'KB', 'Old cores taken back', 1),
	(83, 'core_sent', 'KS', 'Old cores sent to a supplier', 1),
	(84, 'core_credit', 'KC', 'Old cores credited', 1);

-- A core that is owed to the shop, and the deposit held for it.
CREATE TABLE core (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	origin_id INTEGER NOT NULL REFERENCES document, -- the sale or settlement of the part
	job_id INTEGER REFERENCES job,
	party_id INTEGER NOT NULL REFERENCES party,
	part_id INTEGER NOT NULL REFERENCES part,
	qty INTEGER NOT NULL CHECK (qty > 0 AND qty < 1000000000),
	price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 999999999999), -- the deposit on one
	amount INTEGER NOT NULL CHECK (amount >= 0)
) STRICT;
CREATE INDEX core_document ON core (document_id);
CREATE INDEX core_origin ON core (origin_id);
CREATE INDEX core_party ON core (party_id, part_id, id);
CREATE INDEX core_job ON core (job_id) WHERE job_id IS NOT NULL;

-- One that came in: for a deposit, or (core NULL) at once, when the part went out.
CREATE TABLE core_back (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	core_id INTEGER REFERENCES core,
	part_id INTEGER NOT NULL REFERENCES part,
	qty INTEGER NOT NULL CHECK (qty > 0),
	amount INTEGER NOT NULL CHECK (amount >= 0),
	unused INTEGER NOT NULL CHECK (unused IN (0, 1)), -- the new part came back instead: nothing for the bin
	return_id INTEGER REFERENCES document -- the return of the new part
) STRICT;
CREATE INDEX core_back_document ON core_back (document_id);
CREATE INDEX core_back_core ON core_back (core_id) WHERE core_id IS NOT NULL;
CREATE INDEX core_back_part ON core_back (part_id);

CREATE TABLE core_sent (
	id INTEGER PRIMARY KEY,
	document_id INTEGER NOT NULL REFERENCES document,
	supplier_id INTEGER NOT NULL REFERENCES party,
	part_id INTEGER NOT NULL REFERENCES part,
	qty INTEGER NOT NULL CHECK (qty > 0),
	amount INTEGER NOT NULL CHECK (amount >= 0) -- what the supplier is to credit
) STRICT;
CREATE INDEX core_sent_document ON core_sent (document_id);
CREATE INDEX core_sent_part ON core_sent (part_id);
CREATE INDEX core_sent_supplier ON core_sent (supplier_id);

CREATE TABLE core_credit (
	id INTEGER PRIMARY KEY, -- the document's id
	sent_id INTEGER NOT NULL REFERENCES document,
	amount INTEGER NOT NULL CHECK (amount >= 0),  -- off what the supplier is owed
	refused INTEGER NOT NULL                      -- what was expected besides; below 0: more came
) STRICT;
CREATE INDEX core_credit_sent ON core_credit (sent_id);

INSERT INTO schema_mark (tbl, mark) VALUES
	('core', 'posted'), ('core_back', 'posted'), ('core_sent', 'posted'), ('core_credit', 'posted');
