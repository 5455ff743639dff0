-- title:  A technician was clocked on twice at a time
-- on:     job_clock
SELECT c.id, c.job_id AS job, c.technician_id AS technician FROM job_clock c
WHERE EXISTS (SELECT 1 FROM job_clock d WHERE d.technician_id = c.technician_id AND d.id <> c.id
	AND d.started_at < ifnull(c.stopped_at, 9e15) AND ifnull(d.stopped_at, 9e15) > c.started_at)
