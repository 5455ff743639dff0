-- The workshop, whole: what was given back of a settlement.

-- Credits that stand, by settlement; what was collected for others is no income of the shop and comes off neither.
CREATE VIEW settlement_credited AS
SELECT k.settlement_id, sum(k.total) AS total, sum(k.cost) AS cost,
	sum(k.net + k.rounding - k.cost - ifnull((SELECT sum(l.net) FROM credit_line l
		JOIN settlement_line z ON z.id = l.settlement_line_id AND z.passed = 1 WHERE l.credit_id = k.id), 0)) AS profit
FROM credit k
WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = k.id)
GROUP BY k.settlement_id;

-- ---- service supervision: somebody looks how customers are served, and what is not as it should be is put right ----

-- What is looked at.
CREATE TABLE supervision_point (
	id INTEGER PRIMARY KEY,
	text TEXT NOT NULL,
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
INSERT INTO supervision_point (text) VALUES
	('Customer is greeted at once'), ('Seat, wheel and floor are covered'), ('Price is told before the work'),
	('Extra work is asked for'), ('Promised time is kept'), ('Old parts are shown'), ('Bill is explained');

CREATE TABLE supervision (
	id INTEGER PRIMARY KEY,
	at INTEGER NOT NULL,
	day INTEGER NOT NULL,
	user_id INTEGER NOT NULL REFERENCES user,   -- who looked
	person_id INTEGER REFERENCES user,          -- at whose work
	job_id INTEGER REFERENCES job,
	note TEXT,
	remedy TEXT,                                -- what was done about what was not good
	remedied_on INTEGER,
	remedied_by INTEGER REFERENCES user,
	ver INTEGER NOT NULL DEFAULT 1,
	CHECK ((remedy IS NULL) = (remedied_on IS NULL) AND (remedy IS NULL) = (remedied_by IS NULL))
) STRICT;
CREATE INDEX supervision_day ON supervision (day, id);
CREATE INDEX supervision_person ON supervision (person_id, id);
CREATE INDEX supervision_job ON supervision (job_id);

CREATE TABLE supervision_line (
	id INTEGER PRIMARY KEY,
	supervision_id INTEGER NOT NULL REFERENCES supervision,
	text TEXT NOT NULL,
	ok INTEGER NOT NULL CHECK (ok IN (0, 1)),
	note TEXT
) STRICT;
CREATE INDEX supervision_line_supervision ON supervision_line (supervision_id);
