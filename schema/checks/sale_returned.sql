-- title:  More came back of a sale than was sold
-- on:     sale_return
SELECT r.id, d.number, l.id AS line, l.qty AS sold, sum(b.qty) AS returned, l.amount - l.discount AS gross,
	sum(b.gross) AS returned_gross, l.cost, sum(b.cost) AS returned_cost
FROM sale_return r
JOIN document d ON d.id = r.id
JOIN sale_line l ON l.sale_id = r.sale_id
JOIN sale_return_line b ON b.sale_line_id = l.id
WHERE NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = b.return_id)
GROUP BY r.id, l.id
HAVING sum(b.qty) > l.qty OR sum(b.base_qty) > l.base_qty OR sum(b.gross) > l.amount - l.discount
	OR sum(b.tax) > l.tax OR sum(b.cost) > l.cost
	OR (sum(b.qty) = l.qty AND (sum(b.gross) <> l.amount - l.discount OR sum(b.tax) <> l.tax OR sum(b.cost) <> l.cost
		OR sum(b.income) <> l.income OR sum(b.base_qty) <> l.base_qty))
