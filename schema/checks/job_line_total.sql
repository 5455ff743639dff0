-- title:  A changed line is not in the total of its work order
-- on:     job_line
SELECT l.id, j.number, j.total FROM job_line l JOIN job j ON j.id = l.job_id
WHERE j.total <> (SELECT ifnull(sum(amount), 0) FROM job_line WHERE job_id = l.job_id AND state = 'on')
