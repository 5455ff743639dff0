-- title:  A work order counts as checked without a check that it has passed
-- on:     job
SELECT j.id, j.number, j.state, j.check_id FROM job j
WHERE j.check_id IS NOT NULL AND (j.state NOT IN ('finished', 'settled', 'handed_over')
	OR NOT EXISTS (SELECT 1 FROM quality_check q WHERE q.id = j.check_id AND q.job_id = j.id AND q.passed = 1))
