-- title:  A clock runs on a work order that is not in work
-- on:     job
SELECT j.id, j.number, j.state FROM job j
WHERE j.state NOT IN ('received', 'in_work')
	AND EXISTS (SELECT 1 FROM job_clock c WHERE c.job_id = j.id AND c.stopped_at IS NULL)
