-- title:  Work in progress is not the value of what was issued to the work order
-- on:     job
SELECT j.id, j.number, j.state,
	(SELECT sum(l.amount) FROM entry_line l WHERE l.job_id = j.id AND l.account_id = 8) AS account,
	(SELECT -sum(m.value) FROM stock_move m WHERE m.job_id = j.id) AS issued
FROM job j
WHERE ifnull((SELECT sum(l.amount) FROM entry_line l WHERE l.job_id = j.id AND l.account_id = 8), 0) <>
	iif(j.state IN ('received', 'in_work', 'finished'),
		ifnull((SELECT -sum(m.value) FROM stock_move m WHERE m.job_id = j.id), 0), 0)
