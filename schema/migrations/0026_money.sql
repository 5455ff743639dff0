-- What took a piece of a payment off a bill again, or put it back, without being the payment itself.
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
