-- title:  Sublet work stands on no line of its work order, or is booked twice
-- on:     sublet
SELECT s.id, s.job_id AS job, s.line_id AS line, s.cost, l.sublet_id, l.job_id
FROM sublet s
JOIN document d ON d.id = s.id
LEFT JOIN job_line l ON l.id = s.line_id
WHERE d.amount <> s.cost OR d.job_id <> s.job_id OR l.job_id IS NOT s.job_id OR l.kind <> 'sublet'
	OR (l.sublet_id IS NOT s.id) <> EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = s.id)
		AND NOT EXISTS (SELECT 1 FROM sublet later WHERE later.line_id = s.line_id AND later.id > s.id)
