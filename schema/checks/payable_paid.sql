-- title:  What is open of a debt to a supplier is not its amount less what was paid
-- on:     payable payable_open
SELECT p.id, d.number, p.amount, (SELECT sum(a.amount) FROM payable_allocation a WHERE a.payable_id = p.id) AS paid,
	o.amount AS open
FROM payable p
JOIN document d ON d.id = p.document_id
LEFT JOIN payable_open o ON o.id = p.id
WHERE iif(EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = p.document_id),
	o.id IS NOT NULL OR ifnull((SELECT sum(a.amount) FROM payable_allocation a WHERE a.payable_id = p.id), 0) <> 0,
	p.amount - ifnull((SELECT sum(a.amount) FROM payable_allocation a WHERE a.payable_id = p.id), 0) <> ifnull(o.amount, 0))
