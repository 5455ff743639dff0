-- title:  What lies in the bin of old cores is not what came less what was sent to suppliers
WITH moved AS (
	SELECT k.part_id, k.qty FROM core_back k
	WHERE k.unused = 0 AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.document_id)
	UNION ALL
	SELECT s.part_id, -s.qty FROM core_sent s WHERE NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = s.document_id)
	UNION ALL
	SELECT id, 0 FROM core_bin
)
SELECT p.code AS part, b.qty, sum(m.qty) AS moved
FROM moved m
JOIN part p ON p.id = m.part_id
LEFT JOIN core_bin b ON b.id = m.part_id
GROUP BY m.part_id HAVING ifnull(b.qty, 0) <> sum(m.qty) OR b.qty < 0
