-- title:  A line names sublet work that is reversed, or is off while it is booked
-- on:     job_line
SELECT l.id, l.job_id AS job, l.pos, l.state, l.sublet_id
FROM job_line l
WHERE l.sublet_id IS NOT NULL AND (l.state <> 'on' OR EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = l.sublet_id)
	OR NOT EXISTS (SELECT 1 FROM sublet s WHERE s.id = l.sublet_id AND s.line_id = l.id AND s.cost = l.sublet_cost))
