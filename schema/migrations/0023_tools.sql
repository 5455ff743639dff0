-- The workshop's own tools that go from hand to hand, and who has them.
CREATE TABLE tool (
	id INTEGER PRIMARY KEY,
	code TEXT NOT NULL UNIQUE,
	title TEXT NOT NULL,
	place TEXT,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE tool_loan (
	id INTEGER PRIMARY KEY,
	tool_id INTEGER NOT NULL REFERENCES tool,
	user_id INTEGER NOT NULL REFERENCES user,
	job_id INTEGER REFERENCES job,
	lent_at INTEGER NOT NULL,
	lent_by INTEGER NOT NULL REFERENCES user,
	due_on INTEGER,
	back_at INTEGER,
	back_by INTEGER REFERENCES user,
	remark TEXT -- how it came back
) STRICT;
CREATE UNIQUE INDEX tool_loan_out ON tool_loan (tool_id) WHERE back_at IS NULL; -- one hand at a time
CREATE INDEX tool_loan_tool ON tool_loan (tool_id, id);

-- What one shift leaves for the next to know.
CREATE TABLE shift_note (
	id INTEGER PRIMARY KEY,
	text TEXT NOT NULL,
	user_id INTEGER REFERENCES user, -- whom it is for; NULL: everybody
	at INTEGER NOT NULL,
	by_id INTEGER NOT NULL REFERENCES user,
	done_at INTEGER,
	done_by INTEGER REFERENCES user,
	answer TEXT,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX shift_note_open ON shift_note (id) WHERE done_at IS NULL;
