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
	SELECT 'Customers' AS side, coalesce(y.merged_into, y.id) AS party_id, :today - d.day AS days,
		o.amount - ifnull((SELECT sum(k.amount) FROM core_back k WHERE k.core_id = o.id
			AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.document_id)), 0) AS amount
	FROM core o JOIN document d ON d.id = o.document_id JOIN party y ON y.id = o.party_id
	WHERE NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)
	UNION ALL
	SELECT 'Suppliers', d.party_id, :today - d.day, d.amount
	FROM document d
	WHERE d.kind_id = 83 AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = d.id)
		AND NOT EXISTS (SELECT 1 FROM core_credit c WHERE c.sent_id = d.id
			AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = c.id))
)
SELECT o.side, o.party_id, p.name AS party, sum(iif(o.days <= 30, o.amount, 0)) AS d30,
	sum(iif(o.days BETWEEN 31 AND 90, o.amount, 0)) AS d90, sum(iif(o.days > 90, o.amount, 0)) AS older, sum(o.amount) AS amount
FROM owed o JOIN party p ON p.id = o.party_id
WHERE o.amount <> 0
GROUP BY o.side, o.party_id
