-- title:  A payment pays more than it brought
-- on:     payment
SELECT y.id, d.number, d.amount,
	(SELECT sum(a.amount) FROM allocation a WHERE a.document_id = y.document_id) AS used,
	(SELECT -sum(r.amount) FROM payment r WHERE r.refunds_id = y.document_id) AS refunded
FROM payment y
JOIN document d ON d.id = y.document_id
WHERE d.kind_id = 5 AND d.amount <
	ifnull((SELECT sum(a.amount) FROM allocation a WHERE a.document_id = y.document_id
		AND NOT EXISTS (SELECT 1 FROM bill b JOIN document r ON r.reverses_id = b.document_id WHERE b.id = a.bill_id)), 0) +
	-- what a return gave back to a card is money of the return, not of the bill that it had paid
	ifnull((SELECT -sum(r.amount) FROM payment r WHERE r.refunds_id = y.document_id AND NOT EXISTS (SELECT 1 FROM document x
		JOIN sale_return t ON t.id IN (x.id, x.reverses_id) WHERE x.id = r.document_id)), 0)
