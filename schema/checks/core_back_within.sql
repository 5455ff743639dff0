-- title:  More of an old core came back than was owed
-- on:     core_back
SELECT b.id, p.code AS part, o.qty AS owed FROM core_back b
JOIN core o ON o.id = b.core_id
JOIN part p ON p.id = b.part_id
WHERE o.part_id <> b.part_id OR o.qty < (SELECT sum(k.qty) FROM core_back k WHERE k.core_id = o.id
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.document_id))
	OR o.amount < (SELECT sum(k.amount) FROM core_back k WHERE k.core_id = o.id
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.document_id))
