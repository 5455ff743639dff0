-- title:  The technician in charge of a line is not the one with the largest share of it
-- on:     job_line
SELECT l.id, l.job_id AS job, l.pos, l.technician_id
FROM job_line l
WHERE l.technician_id IS NOT
	(SELECT d.technician_id FROM dispatch d WHERE d.line_id = l.id ORDER BY d.share DESC, d.id LIMIT 1)
