-- title:  More of a bill was written off than it was, or more has come in than was given up
-- on:     write_off
SELECT w.id, d.number, b.amount,
	(SELECT sum(x.amount) FROM write_off x WHERE x.bill_id = w.bill_id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = x.document_id)) AS written_off
FROM write_off w
JOIN bill b ON b.id = w.bill_id
JOIN document d ON d.id = w.document_id
WHERE (SELECT sum(x.amount) FROM write_off x WHERE x.bill_id = w.bill_id
	AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = x.document_id)) NOT BETWEEN 0 AND b.amount
