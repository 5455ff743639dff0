-- title:  A bill is paid by more or less than what is not open of it
-- on:     allocation
SELECT a.id, d.number, b.amount, o.amount AS open,
	(SELECT sum(x.amount) FROM allocation x WHERE x.bill_id = a.bill_id) AS paid
FROM allocation a
JOIN bill b ON b.id = a.bill_id
JOIN document d ON d.id = b.document_id
LEFT JOIN bill_open o ON o.id = b.id
WHERE iif(EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = b.document_id),
	o.id IS NOT NULL OR (SELECT sum(x.amount) FROM allocation x WHERE x.bill_id = a.bill_id) <> 0,
	b.amount - (SELECT sum(x.amount) FROM allocation x WHERE x.bill_id = a.bill_id) <> ifnull(o.amount, 0))
