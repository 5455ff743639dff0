-- title:  The entry of a sale return is not its amounts
-- on:     sale_return
SELECT s.id, d.number, s.total, -sum(iif(l.account_id BETWEEN 1 AND 6, l.amount, 0)) AS given,
	s.net - s.fee_net AS net, sum(iif(l.account_id IN (16, 18, 19, 50, 51), l.amount, 0)) AS income,
	s.cost, -sum(iif(l.account_id = 21, l.amount, 0)) AS cost_posted,
	(SELECT -sum(b.amount) FROM bill b WHERE b.document_id = s.id) AS bills
FROM sale_return s
JOIN document d ON d.id = s.id
LEFT JOIN entry e ON e.document_id = s.id
LEFT JOIN entry_line l ON l.entry_id = e.id
GROUP BY s.id
HAVING s.total <> -ifnull(sum(iif(l.account_id BETWEEN 1 AND 6, l.amount, 0)), 0)
	- ifnull((SELECT sum(y.amount) FROM payment y WHERE y.document_id = s.id AND y.method_id > 5), 0) OR s.total <> d.amount
	OR s.net - s.fee_net <> ifnull(sum(iif(l.account_id IN (16, 18, 19, 50, 51), l.amount, 0)), 0)
	OR s.tax - (s.fee - s.fee_net) <> ifnull(sum(iif(l.account_id = 12, l.amount, 0)), 0)
	OR s.rounding <> ifnull(sum(iif(l.account_id = 20, l.amount, 0)), 0)
	OR s.cost <> -ifnull(sum(iif(l.account_id = 21, l.amount, 0)), 0)
	OR s.cost <> ifnull(sum(iif(l.account_id IN (7, 52), l.amount, 0)), 0)
	OR s.total <> -ifnull((SELECT sum(b.amount) FROM bill b WHERE b.document_id = s.id), 0)
