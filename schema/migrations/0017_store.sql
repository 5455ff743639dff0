-- What was owed before the shop began here.

CREATE TABLE opening_balance (
	id INTEGER PRIMARY KEY, -- the document's id
	party_id INTEGER NOT NULL REFERENCES party,
	original_no TEXT NOT NULL,
	original_on INTEGER
) STRICT;
CREATE INDEX opening_balance_no ON opening_balance (party_id, original_no);

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES
	(78, 'opening_balance', 'OB', 'Opening balance of a party', 1);

INSERT INTO schema_mark (tbl, mark) VALUES ('opening_balance', 'posted');
