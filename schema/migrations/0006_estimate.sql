-- The estimate: sublet work, costs passed through, own parts, who bears a line, packages, revisions, comebacks, and
-- the pricing rules of the repair modes.

INSERT INTO job_line_kind (id, code, title) VALUES (4, 'sublet', 'Sublet work'), (5, 'own_part', 'Own part');
INSERT INTO document_kind (id, code, prefix, title, entry) VALUES (41, 'sublet', 'SB', 'Sublet work', 1);
INSERT INTO account (id, code, kind, title, class) VALUES
	(30, '6401.2', 'cost_of_sublet', 'Cost of sublet work', 'expense'),
	(31, '2241.1', 'collected_for_others', 'Collected for others', 'liability'),
	(32, '6401.3', 'rework_cost', 'Cost of rework', 'expense'),
	(33, '6601.1', 'goodwill_cost', 'Cost of goodwill', 'expense');

-- Templates of work: one code adds labour, parts and fees.
CREATE TABLE package (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	name TEXT NOT NULL,
	repair_type_id INTEGER REFERENCES repair_type,
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	ver INTEGER NOT NULL DEFAULT 1,
	price INTEGER CHECK (price BETWEEN 1 AND 999999999999), -- of all of it; NULL: the sum of its lines
	price_until INTEGER -- the last day of that price; NULL: for good
) STRICT;

-- A part line without a part is one that differs from car to car.
CREATE TABLE package_line (
	id INTEGER PRIMARY KEY,
	package_id INTEGER NOT NULL REFERENCES package,
	pos INTEGER NOT NULL,
	kind TEXT NOT NULL REFERENCES job_line_kind (code),
	labour_id INTEGER REFERENCES labour,
	part_id INTEGER REFERENCES part,
	text TEXT NOT NULL,
	qty INTEGER NOT NULL CHECK (qty > 0 AND qty < 1000000000),
	price INTEGER CHECK (price BETWEEN 0 AND 999999999999), -- NULL: that of the list
	ver INTEGER NOT NULL DEFAULT 1,
	UNIQUE (package_id, pos)
) STRICT;

-- Which part it is for a model; asked once and remembered.
CREATE TABLE package_variant (
	id INTEGER PRIMARY KEY,
	line_id INTEGER NOT NULL REFERENCES package_line,
	model TEXT NOT NULL,
	part_id INTEGER NOT NULL REFERENCES part,
	ver INTEGER NOT NULL DEFAULT 1,
	UNIQUE (line_id, model)
) STRICT;

CREATE INDEX job_line_offers ON job_line (offers_id) WHERE offers_id IS NOT NULL;

-- Work that somebody else does: his cost, owed to him.
CREATE TABLE sublet (
	id INTEGER PRIMARY KEY, -- the document's id
	job_id INTEGER NOT NULL REFERENCES job,
	line_id INTEGER NOT NULL REFERENCES job_line,
	supplier_id INTEGER NOT NULL REFERENCES party,
	cost INTEGER NOT NULL CHECK (cost BETWEEN 0 AND 999999999999)
) STRICT;
CREATE INDEX sublet_job ON sublet (job_id);
CREATE INDEX sublet_line ON sublet (line_id);
CREATE INDEX sublet_supplier ON sublet (supplier_id, id);

-- What an insurer or another payer takes of his lines; the rest is the customer's.
CREATE TABLE payer_share (
	id INTEGER PRIMARY KEY,
	job_id INTEGER NOT NULL REFERENCES job,
	party_id INTEGER NOT NULL REFERENCES party,
	share INTEGER NOT NULL DEFAULT 10000 CHECK (share BETWEEN 0 AND 10000),
	excess INTEGER NOT NULL DEFAULT 0 CHECK (excess BETWEEN 0 AND 999999999999),
	claim_no TEXT,
	po_no TEXT,
	ver INTEGER NOT NULL DEFAULT 1,
	UNIQUE (job_id, party_id)
) STRICT;

-- The lines as they stood at each yes of the customer.
CREATE TABLE job_revision (
	id INTEGER PRIMARY KEY, -- the authorisation's document id
	job_id INTEGER NOT NULL REFERENCES job,
	number INTEGER NOT NULL CHECK (number > 0),
	total INTEGER NOT NULL,
	UNIQUE (job_id, number)
) STRICT;

CREATE TABLE job_revision_line (
	id INTEGER PRIMARY KEY,
	revision_id INTEGER NOT NULL REFERENCES job_revision,
	line_id INTEGER NOT NULL REFERENCES job_line,
	state TEXT NOT NULL,
	text TEXT NOT NULL,
	qty INTEGER NOT NULL,
	price INTEGER NOT NULL,
	amount INTEGER NOT NULL,
	UNIQUE (revision_id, line_id)
) STRICT;

-- Work that came back, with what it names as its first time.
CREATE TABLE comeback_bearing (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL
) STRICT;
INSERT INTO comeback_bearing (id, code, title) VALUES (1, 'rework', 'Rework'), (2, 'goodwill', 'Goodwill'), (3, 'charge', 'Charge');
CREATE TABLE comeback_cause (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL
) STRICT;
INSERT INTO comeback_cause (id, code, title) VALUES
	(1, 'work', 'Work'), (2, 'part', 'Part'), (3, 'use', 'Use by the customer'), (4, 'unknown', 'Not known');

CREATE TABLE comeback (
	id INTEGER PRIMARY KEY, -- the line's id
	job_id INTEGER NOT NULL REFERENCES job,
	first_job_id INTEGER NOT NULL REFERENCES job,
	first_line_id INTEGER REFERENCES job_line,
	bears TEXT NOT NULL REFERENCES comeback_bearing (code),
	cause TEXT NOT NULL REFERENCES comeback_cause (code),
	reason TEXT NOT NULL,
	at INTEGER NOT NULL,
	user_id INTEGER NOT NULL REFERENCES user,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX comeback_job ON comeback (job_id);
CREATE INDEX comeback_first ON comeback (first_job_id);
CREATE INDEX comeback_at ON comeback (at);

UPDATE repair_type SET warranty_days = 10, warranty_km = 2000;
UPDATE repair_type SET warranty_days = 30, warranty_km = 5000 WHERE code = 'major-service';
UPDATE repair_type SET warranty_days = 100, warranty_km = 20000 WHERE code = 'overhaul';

INSERT INTO repair_mode (id, code, title, parts_factor, labour_factor, parts_from, hide_amounts, bears) VALUES
	(5, 'claim', 'Maker''s claim', 10000, 10000, 'list', 1, 'maker'),
	(6, 'three-guarantees', 'Three guarantees', 10000, 10000, 'list', 0, 'maker'),
	(7, 'government', 'Government', 11500, 10000, 'cost', 0, NULL);

CREATE TABLE mode_price (
	id INTEGER PRIMARY KEY,
	mode_id INTEGER NOT NULL REFERENCES repair_mode,
	part_id INTEGER REFERENCES part,
	labour_id INTEGER REFERENCES labour,
	price INTEGER NOT NULL CHECK (price BETWEEN 0 AND 999999999999),
	ver INTEGER NOT NULL DEFAULT 1,
	CHECK ((part_id IS NULL) <> (labour_id IS NULL))
) STRICT;
CREATE INDEX mode_price_mode ON mode_price (mode_id);
CREATE UNIQUE INDEX mode_price_part ON mode_price (mode_id, part_id) WHERE part_id IS NOT NULL;
CREATE UNIQUE INDEX mode_price_labour ON mode_price (mode_id, labour_id) WHERE labour_id IS NOT NULL;

INSERT INTO schema_mark (tbl, mark) VALUES
	('sublet', 'posted'), ('job_revision', 'posted'), ('job_revision_line', 'posted');
