-- title:  A credit note is not the sum of its lines, or not what came off the bills
-- on:     credit
SELECT c.id, d.number, c.total, c.net, c.tax, c.cost
FROM credit c
JOIN document d ON d.id = c.id
WHERE c.net <> ifnull((SELECT sum(l.net) FROM credit_line l WHERE l.credit_id = c.id), 0)
	OR c.tax <> ifnull((SELECT sum(l.tax) FROM credit_line l WHERE l.credit_id = c.id), 0)
	OR c.cost <> ifnull((SELECT sum(l.cost) FROM credit_line l WHERE l.credit_id = c.id), 0)
	OR c.total <> ifnull((SELECT sum(a.amount) FROM allocation a WHERE a.document_id = c.id), 0)
