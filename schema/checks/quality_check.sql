-- title:  A quality check has passed though a point is not good, or the other way round
-- on:     quality_check
SELECT q.id, d.number, q.passed
FROM quality_check q JOIN document d ON d.id = q.id
WHERE q.passed = EXISTS (SELECT 1 FROM quality_check_line l WHERE l.check_id = q.id AND l.ok = 0) OR d.kind_id <> 47
