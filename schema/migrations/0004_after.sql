-- After the visit: what a VIN tells, when the next service is likely, and every call that was made.

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
