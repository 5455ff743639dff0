-- title:  A sale is not the sum of its lines
-- on:     sale
SELECT s.id, d.number, s.goods + s.fees AS gross, sum(l.amount) AS lines, s.discount, sum(l.discount) AS line_discounts,
	s.net + s.tax AS taxed, sum(l.net + l.tax) AS lines_taxed, s.cost, sum(l.cost) AS lines_cost
FROM sale s
JOIN document d ON d.id = s.id
LEFT JOIN sale_line l ON l.sale_id = s.id
GROUP BY s.id
HAVING s.goods <> ifnull(sum(iif(l.part_id IS NOT NULL, l.amount, 0)), 0)
	OR s.fees <> ifnull(sum(iif(l.part_id IS NULL, l.amount, 0)), 0)
	OR s.discount <> ifnull(sum(l.discount), 0) OR s.net <> ifnull(sum(l.net), 0)
	OR s.tax <> ifnull(sum(l.tax), 0) OR s.cost <> ifnull(sum(l.cost), 0)
	OR s.total <> s.net + s.tax + s.rounding
	OR sum(l.gift IS NOT NULL AND l.amount <> 0) > 0 OR sum(l.party_id <> s.party_id) > 0
