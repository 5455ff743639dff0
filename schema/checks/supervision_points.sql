-- title:  A supervision looked at nothing, or was put right though all was good
-- on:     supervision
SELECT s.id, s.day
FROM supervision s
WHERE NOT EXISTS (SELECT 1 FROM supervision_line l WHERE l.supervision_id = s.id)
	OR (s.remedy IS NOT NULL AND NOT EXISTS (SELECT 1 FROM supervision_line l WHERE l.supervision_id = s.id AND l.ok = 0))
