-- title:  Tax by month and rate
-- group:  Money
-- key:    month pos rate
-- param:  day  range  required  default=-1y..today
-- col:    month  text    8  "Month"
-- col:    what   choice:word  14  "What"
-- col:    rate   rate    8  "Tax rate"
-- col:    gross  money  14  "Amount"  sum
-- col:    net    money  14  "Net"     sum
-- col:    tax    money  12  "Tax"     sum
-- hide:   pos int
-- chart:  tax
WITH doc AS (
	SELECT d.day, d.id, 1 AS sign FROM document d
	WHERE d.day BETWEEN :day_from AND :day_to AND d.kind_id IN (4, 45, 70, 71, 73, 80, 81, 107)
	UNION ALL
	SELECT d.day, d.reverses_id, -1 FROM document d WHERE d.day BETWEEN :day_from AND :day_to AND d.kind_id = 12
), line AS (
	SELECT c.day, 1 AS pos, l.tax_rate AS rate, c.sign * l.net AS net, c.sign * l.tax AS tax
	FROM doc c JOIN settlement_line l ON l.settlement_id = c.id WHERE NOT l.passed
	UNION ALL
	SELECT c.day, 1, l.tax_rate, c.sign * l.net, c.sign * l.tax FROM doc c JOIN sale_line l ON l.sale_id = c.id
	UNION ALL
	SELECT c.day, 1, s.tax_rate, -c.sign * l.net, -c.sign * l.tax
	FROM doc c JOIN credit_line l ON l.credit_id = c.id JOIN settlement_line s ON s.id = l.settlement_line_id WHERE NOT s.passed
	UNION ALL
	SELECT c.day, 1, l.tax_rate, -c.sign * l.net, -c.sign * l.tax FROM doc c JOIN sale_return_line l ON l.return_id = c.id
	UNION ALL
	-- what a return costs the customer
	SELECT c.day, 1, (SELECT max(l.tax_rate) FROM sale_return_line l WHERE l.return_id = r.id), c.sign * r.fee_net, c.sign * (r.fee - r.fee_net) FROM doc c JOIN sale_return r ON r.id = c.id WHERE r.fee
	UNION ALL
	-- what suppliers' special invoices let us deduct, less what went back
	SELECT c.day, 2, NULL, -c.sign * (i.amount - i.tax), -c.sign * i.tax FROM doc c JOIN purchase_invoice i ON i.id = c.id WHERE i.tax
	UNION ALL
	SELECT c.day, 2, NULL, -c.sign * (x.amount - x.tax), -c.sign * x.tax FROM doc c JOIN expense x ON x.id = c.id WHERE x.tax
	UNION ALL
	SELECT c.day, 2, NULL, -c.sign * (f.to_stock + f.variance), -c.sign * f.tax FROM doc c JOIN purchase_freight f ON f.id = c.id WHERE f.tax
	UNION ALL
	SELECT c.day, 2, NULL, 0, -l.amount
	FROM doc c JOIN document d ON d.id = c.id AND d.kind_id = 70
	JOIN entry e ON e.document_id = iif(c.sign > 0, d.id, (SELECT x.id FROM document x WHERE x.reverses_id = d.id))
	JOIN entry_line l ON l.entry_id = e.id AND l.account_id = 13
)
SELECT strftime('%Y-%m', day * 86400, 'unixepoch') AS month, pos, iif(pos = 1, 'Output tax', 'Input tax') AS what, ifnull(rate, 0) AS rate,
	sum(net + tax) AS gross, sum(net) AS net, sum(tax) AS tax
FROM line GROUP BY 1, pos, rate
