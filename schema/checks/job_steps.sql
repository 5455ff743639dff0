-- title:  A step of a work order does not begin where the one before ended
WITH step AS (
	SELECT id, job_id, from_state, to_state, lag(to_state) OVER (PARTITION BY job_id ORDER BY id) AS before
	FROM job_step
)
SELECT s.id AS step, j.number, s.from_state, s.before
FROM step s JOIN job j ON j.id = s.job_id
WHERE s.before IS NOT NULL AND ifnull(s.from_state, '') <> s.before
