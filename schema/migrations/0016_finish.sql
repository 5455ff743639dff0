-- What was collected for others goes out to them.

INSERT INTO document_kind (id, code, prefix, title, entry) VALUES (116, 'pay_out', 'CO', 'Paid out for others', 1);

-- Money that belonged to somebody else: fees that were passed through, work order by work order.
CREATE TABLE pay_out (
	id INTEGER PRIMARY KEY, -- the document's id
	job_id INTEGER NOT NULL REFERENCES job,
	payee TEXT NOT NULL,
	amount INTEGER NOT NULL CHECK (amount BETWEEN 1 AND 999999999999)
) STRICT;
CREATE INDEX pay_out_job ON pay_out (job_id);
CREATE INDEX job_line_passed ON job_line (job_id) WHERE pass_through = 1;

INSERT INTO schema_mark (tbl, mark) VALUES ('pay_out', 'posted');
