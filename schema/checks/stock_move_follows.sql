-- title:  A movement does not follow from the one before, or the stock from it
-- on:     stock_move
SELECT m.id, p.code AS part, m.qty, m.value, m.after_qty, m.group_qty, m.group_value, v.qty AS stock_qty,
	v.value AS stock_value
FROM stock_move m
JOIN part p ON p.id = m.part_id
JOIN warehouse w ON w.id = m.warehouse_id
LEFT JOIN stock_value v ON v.id = m.part_id
WHERE m.group_qty - iif(w.supplier_id IS NULL, m.qty, 0) <> ifnull((SELECT n.group_qty FROM stock_move n
		WHERE n.part_id = m.part_id AND n.id < m.id ORDER BY n.id DESC LIMIT 1), 0)
	OR m.group_value - m.value <> ifnull((SELECT n.group_value FROM stock_move n
		WHERE n.part_id = m.part_id AND n.id < m.id ORDER BY n.id DESC LIMIT 1), 0)
	OR m.after_qty - m.qty <> ifnull((SELECT n.after_qty FROM stock_move n
		WHERE n.part_id = m.part_id AND n.id < m.id AND n.warehouse_id = m.warehouse_id ORDER BY n.id DESC LIMIT 1), 0)
	OR ((v.qty IS NOT m.group_qty OR v.value IS NOT m.group_value)
		AND NOT EXISTS (SELECT 1 FROM stock_move n WHERE n.part_id = m.part_id AND n.id > m.id))
