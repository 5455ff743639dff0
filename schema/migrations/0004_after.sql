-- After the visit: what a VIN tells, when the next service is likely, and every call that was made.

ALTER TABLE vehicle ADD COLUMN model_year INTEGER;
ALTER TABLE vehicle ADD COLUMN service_expected_on INTEGER; -- by the kilometres a day, at the latest service_due_on

-- The day in the car's papers that an inspection or insurance reminder is about.
ALTER TABLE reminder ADD COLUMN of_on INTEGER;

-- Each call about a reminder: who, when, what was said.
CREATE TABLE reminder_call (
	id INTEGER PRIMARY KEY,
	reminder_id INTEGER NOT NULL REFERENCES reminder,
	at INTEGER NOT NULL,
	called_on INTEGER NOT NULL,
	user_id INTEGER NOT NULL REFERENCES user,
	result TEXT NOT NULL,
	words TEXT,
	again_on INTEGER,
	ver INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX reminder_call_reminder ON reminder_call (reminder_id, id);
CREATE INDEX reminder_call_day ON reminder_call (called_on, id);
