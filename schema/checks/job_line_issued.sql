-- title:  What was issued to a line is not the sum of its movements
-- on:     job_line
SELECT l.id, l.job_id AS job, l.pos, l.issued_qty,
	(SELECT -sum(m.qty) FROM stock_move m WHERE m.job_id = l.job_id AND m.job_line_id = l.id) AS moved
FROM job_line l
WHERE l.issued_qty <>
	ifnull((SELECT -sum(m.qty) FROM stock_move m WHERE m.job_id = l.job_id AND m.job_line_id = l.id), 0)
