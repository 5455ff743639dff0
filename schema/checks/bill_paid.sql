-- title:  What is open of a bill is not its amount less what was paid
-- on:     bill bill_open
SELECT b.id, d.number, b.amount,
	(SELECT sum(a.amount) FROM allocation a WHERE a.bill_id = b.id) AS paid, o.amount AS open
FROM bill b
JOIN document d ON d.id = b.document_id
LEFT JOIN bill_open o ON o.id = b.id
WHERE iif(EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = b.document_id), o.id IS NOT NULL,
	b.amount - ifnull((SELECT sum(a.amount) FROM allocation a WHERE a.bill_id = b.id), 0) <> ifnull(o.amount, 0))
