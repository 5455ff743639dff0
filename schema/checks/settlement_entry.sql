-- title:  The entry of a settlement is not its amounts
-- on:     settlement
SELECT s.id, d.number, s.total, sum(iif(l.account_id IN (6, 11), l.amount, 0)) AS owed,
	s.net, -sum(iif(l.account_id IN (16, 17, 18, 19), l.amount, 0)) AS income,
	s.passed, -sum(iif(l.account_id = 31, l.amount, 0)) AS collected,
	s.tax, -sum(iif(l.account_id = 12, l.amount, 0)) AS output_tax,
	s.cost, sum(iif(l.account_id IN (21, 30, 32, 33), l.amount, 0)) AS cost_posted
FROM settlement s
JOIN document d ON d.id = s.id
LEFT JOIN entry e ON e.document_id = s.id
LEFT JOIN entry_line l ON l.entry_id = e.id
GROUP BY s.id
HAVING s.total <> ifnull(sum(iif(l.account_id IN (6, 11), l.amount, 0)), 0)
	OR s.net <> -ifnull(sum(iif(l.account_id IN (16, 17, 18, 19), l.amount, 0)), 0)
	OR s.passed <> -ifnull(sum(iif(l.account_id = 31, l.amount, 0)), 0)
	OR s.tax <> -ifnull(sum(iif(l.account_id = 12, l.amount, 0)), 0)
	OR s.rounding <> -ifnull(sum(iif(l.account_id = 20, l.amount, 0)), 0)
	OR s.cost <> ifnull(sum(iif(l.account_id IN (21, 30, 32, 33), l.amount, 0)), 0)
