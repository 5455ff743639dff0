-- title:  The entry of a credit note is not its amounts
-- on:     credit
SELECT c.id, d.number, c.total, -sum(iif(l.account_id IN (16, 17, 18, 19, 31), l.amount, 0)) AS income, c.net, c.tax, c.cost
FROM credit c
JOIN document d ON d.id = c.id
LEFT JOIN entry e ON e.document_id = c.id
LEFT JOIN entry_line l ON l.entry_id = e.id
GROUP BY c.id
HAVING c.total <> -ifnull(sum(iif(l.account_id IN (6, 11) OR l.account_id IN (SELECT account_id FROM pay_method), l.amount, 0)), 0)
	OR c.net <> ifnull(sum(iif(l.account_id IN (16, 17, 18, 19, 31), l.amount, 0)), 0)
	OR c.tax <> ifnull(sum(iif(l.account_id = 12, l.amount, 0)), 0)
	OR c.rounding <> ifnull(sum(iif(l.account_id = 20, l.amount, 0)), 0)
	OR c.cost <> -ifnull(sum(iif(l.account_id IN (21, 30, 32, 33), l.amount, 0)), 0) OR c.total <> d.amount
