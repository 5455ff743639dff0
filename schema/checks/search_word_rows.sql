-- title:  A word of the search leads to nothing
SELECT w.ref_id AS id, w.kind, w.word FROM search_word w
WHERE NOT (w.kind IN ('customer', 'supplier', 'insurer') AND EXISTS (SELECT 1 FROM party p WHERE p.id = w.ref_id AND p.kind = w.kind))
	AND NOT (w.kind = 'vehicle' AND EXISTS (SELECT 1 FROM vehicle v WHERE v.id = w.ref_id))
	AND NOT (w.kind = 'job' AND EXISTS (SELECT 1 FROM job j WHERE j.id = w.ref_id))
	AND NOT (w.kind = 'part' AND EXISTS (SELECT 1 FROM part p WHERE p.id = w.ref_id))
	AND NOT (w.kind = 'labour' AND EXISTS (SELECT 1 FROM labour l WHERE l.id = w.ref_id))
