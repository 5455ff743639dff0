-- title:  Work in progress is not the value of what was issued to the work order and sublet for it
-- on:     job
SELECT j.id, j.number, j.state,
	(SELECT sum(l.amount) FROM entry_line l WHERE l.job_id = j.id AND l.account_id = 8) AS account,
	(SELECT -sum(m.value) FROM stock_move m WHERE m.job_id = j.id) AS issued,
	(SELECT sum(s.cost) FROM job_line l JOIN sublet s ON s.id = l.sublet_id WHERE l.job_id = j.id) AS sublet
FROM job j
WHERE ifnull((SELECT sum(l.amount) FROM entry_line l WHERE l.job_id = j.id AND l.account_id = 8), 0) <>
	iif(j.state IN ('received', 'in_work', 'finished'),
		ifnull((SELECT -sum(m.value) FROM stock_move m WHERE m.job_id = j.id), 0) +
		ifnull((SELECT sum(s.cost) FROM job_line l JOIN sublet s ON s.id = l.sublet_id WHERE l.job_id = j.id), 0), 0)
