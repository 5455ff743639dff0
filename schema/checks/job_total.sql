-- title:  The total of a work order is not the sum of its lines
-- on:     job
SELECT j.id, j.number, j.total,
	(SELECT sum(l.amount) FROM job_line l WHERE l.job_id = j.id AND l.state = 'on') AS lines
FROM job j
WHERE j.total <> ifnull((SELECT sum(l.amount) FROM job_line l WHERE l.job_id = j.id AND l.state = 'on'), 0)
