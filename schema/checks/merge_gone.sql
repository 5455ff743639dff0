-- title:  Something still stands under a customer or car that was made one with another
-- on:     merge
SELECT m.id, m.kind, m.from_id AS gone FROM merge m
WHERE m.undone_at IS NULL AND iif(m.kind = 'customer',
	EXISTS (SELECT 1 FROM vehicle v WHERE v.customer_id = m.from_id)
	OR EXISTS (SELECT 1 FROM job j WHERE j.customer_id = m.from_id)
	OR EXISTS (SELECT 1 FROM bill_open o WHERE o.party_id = m.from_id)
	OR EXISTS (SELECT 1 FROM party_balance b WHERE b.party_id = m.from_id AND b.amount <> 0)
	OR EXISTS (SELECT 1 FROM party p WHERE p.id = m.from_id AND p.merged_into IS NULL),
	EXISTS (SELECT 1 FROM job j WHERE j.vehicle_id = m.from_id)
	OR EXISTS (SELECT 1 FROM reminder r WHERE r.vehicle_id = m.from_id)
	OR EXISTS (SELECT 1 FROM vehicle v WHERE v.id = m.from_id AND v.merged_into IS NULL))
