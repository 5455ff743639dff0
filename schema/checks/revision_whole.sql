-- title:  A revision is not what the customer said yes to
-- on:     job_revision
SELECT r.id, r.number, r.total, sum(l.amount) AS lines, a.job_id
FROM job_revision r
LEFT JOIN authorisation a ON a.id = r.id
LEFT JOIN job_revision_line l ON l.revision_id = r.id AND l.state = 'on'
GROUP BY r.id
HAVING r.total <> ifnull(sum(l.amount), 0) OR a.job_id IS NOT r.job_id
	OR r.number <> (SELECT count(*) FROM job_revision x WHERE x.job_id = r.job_id AND x.number <= r.number)
