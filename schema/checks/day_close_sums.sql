-- title:  The money of a closed day differs between methods and cashiers
-- on:     day_close
SELECT c.id, d.number, c.day,
	(SELECT sum(l.amount) FROM day_close_line l WHERE l.close_id = c.id AND l.kind = 'method') AS methods,
	(SELECT sum(l.amount) FROM day_close_line l WHERE l.close_id = c.id AND l.kind = 'cashier') AS cashiers
FROM day_close c JOIN document d ON d.id = c.id
WHERE ifnull((SELECT sum(l.amount) FROM day_close_line l WHERE l.close_id = c.id AND l.kind = 'method'), 0) <>
	ifnull((SELECT sum(l.amount) FROM day_close_line l WHERE l.close_id = c.id AND l.kind = 'cashier'), 0)
