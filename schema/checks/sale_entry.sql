-- title:  The entry of a sale is not its amounts
-- on:     sale
SELECT s.id, d.number, s.total, sum(iif(l.account_id BETWEEN 1 AND 6, l.amount, 0)) AS owed,
	s.net, -sum(iif(l.account_id IN (16, 18, 19, 50), l.amount, 0)) AS income,
	s.tax, -sum(iif(l.account_id = 12, l.amount, 0)) AS output_tax,
	s.cost, sum(iif(l.account_id = 21, l.amount, 0)) AS cost_posted
FROM sale s
JOIN document d ON d.id = s.id
LEFT JOIN entry e ON e.document_id = s.id
LEFT JOIN entry_line l ON l.entry_id = e.id
GROUP BY s.id
HAVING s.total <> ifnull(sum(iif(l.account_id BETWEEN 1 AND 6, l.amount, 0)), 0)
	+ ifnull((SELECT sum(y.amount) FROM payment y WHERE y.document_id = s.id AND y.method_id > 5), 0)
	OR s.net <> -ifnull(sum(iif(l.account_id IN (16, 18, 19, 50), l.amount, 0)), 0)
	OR s.tax <> -ifnull(sum(iif(l.account_id = 12, l.amount, 0)), 0)
	OR s.rounding <> -ifnull(sum(iif(l.account_id = 20, l.amount, 0)), 0)
	OR s.cost <> ifnull(sum(iif(l.account_id = 21, l.amount, 0)), 0)
	OR s.cost <> -ifnull((SELECT sum(m.value) FROM stock_move m WHERE m.document_id = s.id), 0)
