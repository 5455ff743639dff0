-- People and their cars: whom to speak to, who drives, who pays; the insurer's agent; how a car looked when it came;
-- doubles that are one; visits from before this file; who calls whom.

-- ---- contacts ----

CREATE TABLE contact_kind (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO contact_kind (id, code, title) VALUES
	(1, 'driver', 'Driver'), (2, 'family', 'Family'), (3, 'fleet', 'Fleet manager'), (4, 'accounts', 'Accounts'),
	(5, 'boss', 'Boss');

-- A person beside a customer, supplier or insurer.
CREATE TABLE contact (
	id INTEGER PRIMARY KEY,
	party_id INTEGER NOT NULL REFERENCES party,
	name TEXT NOT NULL,
	phone TEXT,
	kind_id INTEGER NOT NULL REFERENCES contact_kind,
	channel TEXT NOT NULL DEFAULT 'phone' CHECK (channel IN ('phone', 'wechat', 'sms', 'email')),
	address TEXT,   -- the account or address on that channel
	no_calls INTEGER NOT NULL DEFAULT 0 CHECK (no_calls IN (0, 1)), -- wants no reminders and no advertising
	note TEXT,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX contact_party ON contact (party_id, id);
CREATE INDEX contact_phone ON contact (phone) WHERE phone IS NOT NULL;

-- ---- reception ----

-- Who sends cars to us for an insurer, and what he gets for it.
CREATE TABLE insurer_agent (
	id INTEGER PRIMARY KEY,
	insurer_id INTEGER NOT NULL REFERENCES party,
	name TEXT NOT NULL,
	phone TEXT,
	rate INTEGER NOT NULL CHECK (rate BETWEEN 0 AND 5000), -- ten-thousandths of what the insurer pays
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX insurer_agent_insurer ON insurer_agent (insurer_id, name, id);

-- ---- doubles ----

CREATE INDEX party_merged ON party (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX vehicle_merged ON vehicle (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX job_payer ON job (payer_id, id);
CREATE INDEX job_line_payer ON job_line (payer_id) WHERE payer_id IS NOT NULL;
CREATE INDEX vehicle_payer ON vehicle (payer_id) WHERE payer_id IS NOT NULL;

-- Two rows that turned out to be one customer or car.
CREATE TABLE merge (
	id INTEGER PRIMARY KEY,
	kind TEXT NOT NULL CHECK (kind IN ('customer', 'vehicle')),
	from_id INTEGER NOT NULL,
	into_id INTEGER NOT NULL CHECK (into_id <> from_id),
	document_id INTEGER REFERENCES document, -- that moved the balances
	at INTEGER NOT NULL,
	user_id INTEGER NOT NULL REFERENCES user,
	reason TEXT,
	undone_at INTEGER,
	undone_by INTEGER REFERENCES user,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX merge_from ON merge (kind, from_id, id);
CREATE INDEX merge_into ON merge (kind, into_id, id);

-- What went over, so that it can come back.
CREATE TABLE merge_move (
	id INTEGER PRIMARY KEY,
	merge_id INTEGER NOT NULL REFERENCES merge,
	what TEXT NOT NULL, -- table.column; or "balance"
	row_id INTEGER NOT NULL,
	account_id INTEGER REFERENCES account,
	amount INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX merge_move_merge ON merge_move (merge_id, what, row_id);

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(50, 'merge', 'MG', 'Customers made one', 1),
	(51, 'unmerge', 'MU', 'Customers parted again', 1);

-- ---- visits from before ----

-- A visit that was booked in another program: told in the history of a car, in no book of this one.
CREATE TABLE past_visit (
	id INTEGER PRIMARY KEY,
	vehicle_id INTEGER NOT NULL REFERENCES vehicle,
	number TEXT NOT NULL,   -- as it was there
	day INTEGER NOT NULL,
	odometer_km INTEGER,
	complaint TEXT,
	total INTEGER NOT NULL DEFAULT 0, -- fen, of its lines
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX past_visit_vehicle ON past_visit (vehicle_id, day, id);
CREATE INDEX past_visit_number ON past_visit (number, vehicle_id);

CREATE TABLE past_line (
	id INTEGER PRIMARY KEY,
	visit_id INTEGER NOT NULL REFERENCES past_visit,
	kind TEXT NOT NULL CHECK (kind IN ('labour', 'part', 'fee')),
	text TEXT NOT NULL,
	qty INTEGER NOT NULL CHECK (qty > 0),
	amount INTEGER NOT NULL CHECK (abs(amount) < 1000000000000)
) STRICT;
CREATE INDEX past_line_visit ON past_line (visit_id, id);

-- ---- calls ----

-- Who makes which calls, and how many a day at most.
CREATE TABLE call_duty (
	id INTEGER PRIMARY KEY,
	user_id INTEGER NOT NULL REFERENCES user,
	kind TEXT REFERENCES reminder_kind (code), -- NULL: every kind
	a_day INTEGER NOT NULL CHECK (a_day BETWEEN 1 AND 500),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX call_duty_once ON call_duty (user_id, coalesce(kind, ''));

CREATE INDEX reminder_caller ON reminder (caller_id, dealt_on) WHERE caller_id IS NOT NULL;

INSERT INTO schema_mark (tbl, col, mark) VALUES
	('contact', 'name', 'personal'), ('contact', 'phone', 'personal'), ('contact', 'address', 'personal'),
	('vehicle', 'driver', 'personal'), ('vehicle', 'driver_phone', 'personal'),
	('job', 'brought_by', 'personal'), ('job', 'brought_phone', 'personal'),
	('insurer_agent', 'name', 'personal'), ('insurer_agent', 'phone', 'personal');
