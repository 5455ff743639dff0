-- title:  More old cores were sent to suppliers than came
-- on:     core_sent
SELECT s.id, p.code AS part FROM core_sent s
JOIN part p ON p.id = s.part_id
WHERE (SELECT sum(o.qty) FROM core_sent o WHERE o.part_id = s.part_id AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = o.document_id)) >
	ifnull((SELECT sum(k.qty) FROM core_back k WHERE k.part_id = s.part_id AND k.unused = 0
		AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = k.document_id)), 0)
