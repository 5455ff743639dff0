-- title:  What is in transit is not what was sent less what came
-- on:     transfer_line
WITH line AS (
	SELECT l.id, d.number, l.qty, l.value, EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = l.transfer_id) AS undone,
		ifnull((SELECT sum(r.qty) FROM transfer_receipt_line r WHERE r.line_id = l.id
			AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = r.receipt_id)), 0) AS came,
		ifnull((SELECT sum(r.value) FROM transfer_receipt_line r WHERE r.line_id = l.id
			AND NOT EXISTS (SELECT 1 FROM document x WHERE x.reverses_id = r.receipt_id)), 0) AS came_value,
		ifnull(o.qty, 0) AS open, ifnull(o.value, 0) AS open_value
	FROM transfer_line l
	JOIN document d ON d.id = l.transfer_id
	LEFT JOIN transfer_open o ON o.id = l.id
)
SELECT id, number, qty, came, open, value, came_value, open_value FROM line
WHERE iif(undone, 0, qty - came) <> open OR iif(undone, 0, value - came_value) <> open_value
