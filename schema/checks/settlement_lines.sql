-- title:  A settlement is not the sum of its lines
-- on:     settlement
SELECT s.id, d.number, s.labour + s.parts + s.fees AS gross, sum(l.amount) AS lines, s.discount,
	sum(l.discount) AS line_discounts, s.net + s.tax + s.passed AS taxed, sum(l.net + l.tax) AS lines_taxed,
	s.cost, sum(l.cost) AS lines_cost
FROM settlement s
JOIN document d ON d.id = s.id
LEFT JOIN settlement_line l ON l.settlement_id = s.id
GROUP BY s.id
HAVING s.labour <> ifnull(sum(iif(l.kind = 'labour', l.amount, 0)), 0)
	OR s.parts <> ifnull(sum(iif(l.kind = 'part', l.amount, 0)), 0)
	OR s.fees <> ifnull(sum(iif(l.kind NOT IN ('labour', 'part'), l.amount, 0)), 0)
	OR s.discount <> ifnull(sum(l.discount), 0) OR s.net <> ifnull(sum(iif(l.passed, 0, l.net)), 0)
	OR s.passed <> ifnull(sum(iif(l.passed, l.net, 0)), 0)
	OR s.tax <> ifnull(sum(l.tax), 0) OR s.cost <> ifnull(sum(l.cost), 0)
	OR s.total <> s.net + s.tax + s.passed + s.rounding
