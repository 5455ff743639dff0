-- Who does what and for how long; what a car waits for; when it is out for a while; advice for the next visit.

CREATE TABLE team (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE team_member (
	id INTEGER PRIMARY KEY,
	team_id INTEGER NOT NULL REFERENCES team,
	user_id INTEGER NOT NULL REFERENCES user,
	UNIQUE (team_id, user_id)
) STRICT;
CREATE INDEX team_member_user ON team_member (user_id, team_id);

-- Who does a labour line: one row for each technician or team. The shares of a line make the whole; job_line keeps
-- the technician in charge.
CREATE TABLE dispatch (
	id INTEGER PRIMARY KEY,
	line_id INTEGER NOT NULL REFERENCES job_line,
	technician_id INTEGER REFERENCES user,
	team_id INTEGER REFERENCES team,
	share INTEGER NOT NULL CHECK (share BETWEEN 0 AND 10000),
	fee INTEGER CHECK (fee BETWEEN 0 AND 999999999999),               -- agreed; NULL: the share of the line
	commission INTEGER CHECK (commission BETWEEN 0 AND 999999999999), -- agreed
	at INTEGER NOT NULL,
	CHECK ((technician_id IS NULL) <> (team_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX dispatch_line ON dispatch (line_id, coalesce(technician_id, 0), coalesce(team_id, 0));
CREATE INDEX dispatch_technician ON dispatch (technician_id, line_id) WHERE technician_id IS NOT NULL;
CREATE INDEX dispatch_team ON dispatch (team_id, line_id) WHERE team_id IS NOT NULL;
INSERT INTO dispatch (line_id, technician_id, share, at)
	SELECT l.id, l.technician_id, 10000, j.received_at FROM job_line l JOIN job j ON j.id = l.job_id
	WHERE l.technician_id IS NOT NULL;

-- The time clock: a technician is on one work order at a time.
CREATE TABLE job_clock (
	id INTEGER PRIMARY KEY,
	job_id INTEGER NOT NULL REFERENCES job,
	line_id INTEGER REFERENCES job_line,
	technician_id INTEGER NOT NULL REFERENCES user,
	started_at INTEGER NOT NULL,
	stopped_at INTEGER CHECK (stopped_at >= started_at),
	reason TEXT, -- why it was stopped
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX job_clock_open ON job_clock (technician_id) WHERE stopped_at IS NULL;
CREATE INDEX job_clock_job ON job_clock (job_id, id);
CREATE INDEX job_clock_technician ON job_clock (technician_id, started_at);
CREATE INDEX job_clock_started ON job_clock (started_at);

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES (40, 'release', 'TP', 'Temporary pass', 0);
CREATE TABLE car_away (
	id INTEGER PRIMARY KEY, -- the document's id
	job_id INTEGER NOT NULL REFERENCES job,
	reason TEXT NOT NULL,
	taken_by TEXT NOT NULL,
	expected_at INTEGER,
	back_at INTEGER
) STRICT;
CREATE INDEX car_away_job ON car_away (job_id, id);

-- What the workshop advises for the next visit.
CREATE TABLE advice (
	id INTEGER PRIMARY KEY,
	vehicle_id INTEGER NOT NULL REFERENCES vehicle,
	job_id INTEGER NOT NULL REFERENCES job,
	text TEXT NOT NULL,
	urgency TEXT NOT NULL CHECK (urgency IN ('now', 'soon', 'next')),
	state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
	at INTEGER NOT NULL,
	user_id INTEGER NOT NULL REFERENCES user,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX advice_vehicle ON advice (vehicle_id, state, id);
CREATE INDEX advice_job ON advice (job_id, id);

INSERT INTO schema_mark (tbl, col, mark) VALUES ('car_away', 'taken_by', 'personal');
