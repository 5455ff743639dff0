-- title:  The state of a work order is not its last step
-- on:     job
SELECT j.id, j.number, j.state, s.to_state AS step
FROM job j LEFT JOIN job_step s ON s.id = (SELECT max(t.id) FROM job_step t WHERE t.job_id = j.id)
WHERE s.to_state IS NULL OR s.to_state <> j.state
