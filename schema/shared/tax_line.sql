-- Output and input tax by the rate of the line: what sales and invoices booked, returns and credits below zero; a reversal counts
-- back on its own day.
CREATE VIEW tax_line AS
WITH doc AS NOT MATERIALIZED (
	SELECT d.day, d.id AS document_id, ifnull(d.reverses_id, d.id) AS id, iif(d.reverses_id IS NULL, 1, -1) AS sign
	FROM document d WHERE d.kind_id IN (4, 12, 45, 70, 71, 73, 80, 81, 107)
)
SELECT c.day, c.document_id, 1 AS pos, l.tax_rate AS rate, c.sign * l.net AS net, c.sign * l.tax AS tax
FROM doc c JOIN settlement_line l ON l.settlement_id = c.id WHERE NOT l.passed
UNION ALL
SELECT c.day, c.document_id, 1, l.tax_rate, c.sign * l.net, c.sign * l.tax FROM doc c JOIN sale_line l ON l.sale_id = c.id
UNION ALL
SELECT c.day, c.document_id, 1, s.tax_rate, -c.sign * l.net, -c.sign * l.tax
FROM doc c JOIN credit_line l ON l.credit_id = c.id JOIN settlement_line s ON s.id = l.settlement_line_id WHERE NOT s.passed
UNION ALL
SELECT c.day, c.document_id, 1, l.tax_rate, -c.sign * l.net, -c.sign * l.tax FROM doc c JOIN sale_return_line l ON l.return_id = c.id
UNION ALL
-- what a return costs the customer
SELECT c.day, c.document_id, 1, (SELECT max(l.tax_rate) FROM sale_return_line l WHERE l.return_id = r.id), c.sign * r.fee_net,
	c.sign * (r.fee - r.fee_net)
FROM doc c JOIN sale_return r ON r.id = c.id WHERE r.fee
UNION ALL
-- what suppliers' special invoices let us deduct, less what went back
SELECT c.day, c.document_id, 2, NULL, -c.sign * (i.amount - i.tax), -c.sign * i.tax FROM doc c JOIN purchase_invoice i ON i.id = c.id WHERE i.tax
UNION ALL
SELECT c.day, c.document_id, 2, NULL, -c.sign * (x.amount - x.tax), -c.sign * x.tax FROM doc c JOIN expense x ON x.id = c.id WHERE x.tax
UNION ALL
SELECT c.day, c.document_id, 2, NULL, -c.sign * (f.to_stock + f.variance), -c.sign * f.tax FROM doc c JOIN purchase_freight f ON f.id = c.id WHERE f.tax
UNION ALL
SELECT c.day, c.document_id, 2, NULL, 0, -l.amount
FROM doc c JOIN document d ON d.id = c.id AND d.kind_id = 70 JOIN entry e ON e.document_id = c.document_id
JOIN entry_line l ON l.entry_id = e.id AND l.account_id = 13;
