-- title:  Ageing of old cores
-- group:  Stock
-- key:    side party_id
-- order:  side
-- col:    side      choice:word  14  "With"
-- col:    party     text   20  "Name"
-- col:    d30       money  11  "30 days"   sum
-- col:    d90       money  11  "90 days"   sum
-- col:    older     money  11  "Older"     sum
-- col:    amount    money  11  "Total"     sum
-- hide:   party_id int
WITH owed AS (
	SELECT 'Customers' AS side, o.party_id, :today - d.day AS days, o.amount
	FROM core_open o JOIN core c ON c.id = o.id JOIN document d ON d.id = c.document_id
	UNION ALL
	SELECT 'Suppliers', c.supplier_id, :today - d.day, c.amount FROM core_due c JOIN document d ON d.id = c.id
)
SELECT o.side, o.party_id, p.name AS party, sum(iif(o.days <= 30, o.amount, 0)) AS d30,
	sum(iif(o.days BETWEEN 31 AND 90, o.amount, 0)) AS d90, sum(iif(o.days > 90, o.amount, 0)) AS older, sum(o.amount) AS amount
FROM owed o JOIN party p ON p.id = o.party_id
WHERE o.amount <> 0
GROUP BY o.side, o.party_id
