-- title:  More of an advance was kept, used and given back than was paid
-- on:     advance_keep
SELECT k.id, d.number, d.amount, k.amount AS kept
FROM advance_keep k
JOIN document d ON d.id = k.payment_id
WHERE d.amount < ifnull((SELECT sum(x.amount) FROM advance_keep x WHERE x.payment_id = d.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = x.id)), 0)
	+ ifnull((SELECT sum(a.amount) FROM allocation a WHERE a.document_id = d.id AND NOT EXISTS (SELECT 1 FROM bill b
		JOIN document r ON r.reverses_id = b.document_id WHERE b.id = a.bill_id)), 0)
	+ ifnull((SELECT -sum(y.amount) FROM payment y WHERE y.refunds_id = d.id), 0)
