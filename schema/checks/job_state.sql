-- title:  The state of a work order is not that of its last step
-- on:     job
SELECT j.id, j.number, j.state FROM job j
WHERE j.state IS NOT (SELECT s.to_state FROM job_step s WHERE s.job_id = j.id ORDER BY s.id DESC LIMIT 1)
	OR (j.finished_at IS NULL) <> (j.state NOT IN ('finished', 'settled', 'handed_over'))
	OR (j.handed_over_at IS NULL) <> (j.state <> 'handed_over')
