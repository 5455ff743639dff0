-- title:  The total of a work order is not the sum of its lines
-- on:     job
SELECT j.id, j.number, j.total, sum(l.amount) AS lines
FROM job j LEFT JOIN job_line l ON l.job_id = j.id AND l.state = 'on'
GROUP BY j.id
HAVING j.total <> ifnull(sum(l.amount), 0)
