-- title:  A collective bill names a bill of somebody else, or one that stands on another
-- on:     collective_bill
SELECT c.id, d.number, b.id AS bill
FROM collective_bill c
JOIN collective k ON k.id = c.collective_id
JOIN document d ON d.id = c.collective_id
JOIN bill b ON b.id = c.bill_id
JOIN party p ON p.id = b.party_id
JOIN party q ON q.id = k.party_id
WHERE NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = c.collective_id)
	AND (EXISTS (SELECT 1 FROM collective_bill o WHERE o.bill_id = c.bill_id AND o.id <> c.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = o.collective_id))
	OR b.amount < c.amount)
