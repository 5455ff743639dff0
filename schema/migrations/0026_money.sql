-- Where a piece of a payment was taken off a bill again, or put back on it, by another document than the payment's own.
ALTER TABLE allocation ADD COLUMN since_id INTEGER REFERENCES document;
CREATE INDEX allocation_since ON allocation (since_id) WHERE since_id IS NOT NULL;

-- Whose lines a statement of account adds up: its party's, and those of parties that had been made one with it by then.
CREATE TABLE statement_of (
	id INTEGER PRIMARY KEY,
	statement_id INTEGER NOT NULL REFERENCES statement,
	party_id INTEGER NOT NULL REFERENCES party,
	UNIQUE (statement_id, party_id)
) STRICT;
INSERT INTO statement_of (statement_id, party_id) SELECT id, party_id FROM statement;
INSERT INTO schema_mark (tbl, mark) VALUES ('statement_of', 'posted');

-- The shop decides what things it takes deposits on, and how much is usual.
ALTER TABLE thing_kind ADD COLUMN amount INTEGER;
ALTER TABLE thing_kind ADD COLUMN active INTEGER NOT NULL DEFAULT 1;
