-- title:  What is owed of an old core is not what was charged less what came back
-- on:     core core_open
WITH due AS (
	SELECT c.id, c.document_id, c.part_id,
		c.qty - ifnull((SELECT sum(k.qty) FROM core_back k WHERE k.core_id = c.id
			AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.document_id)), 0) AS qty,
		c.amount - ifnull((SELECT sum(k.amount) FROM core_back k WHERE k.core_id = c.id
			AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.document_id)), 0) AS amount,
		EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = c.document_id) AS reversed
	FROM core c
)
SELECT d.id, p.code AS part, d.qty AS owed, o.qty AS open, d.amount, o.amount AS open_amount
FROM due d
JOIN part p ON p.id = d.part_id
LEFT JOIN core_open o ON o.id = d.id
WHERE o.part_id <> d.part_id
	OR iif(d.reversed OR d.qty = 0, o.id IS NOT NULL, o.qty IS NOT d.qty OR o.amount IS NOT d.amount)
