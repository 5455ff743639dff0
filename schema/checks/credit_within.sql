-- title:  More was credited of a settlement than was settled
-- on:     credit_line
SELECT c.id, d.number, s.qty, s.amount - s.discount AS settled
FROM credit_line c
JOIN document d ON d.id = c.credit_id
JOIN settlement_line s ON s.id = c.settlement_line_id
WHERE (SELECT sum(x.amount) FROM credit_line x WHERE x.settlement_line_id = s.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = x.credit_id)) > s.amount - s.discount
	OR (SELECT sum(x.qty) FROM credit_line x WHERE x.settlement_line_id = s.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = x.credit_id)) > s.qty
	OR (SELECT sum(x.total) FROM credit x WHERE x.settlement_id = s.settlement_id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = x.id)) >
		(SELECT t.total FROM settlement t WHERE t.id = s.settlement_id)
