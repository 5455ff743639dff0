-- title:  What is on hand is not what the last movement left
-- on:     stock
SELECT s.id, p.code AS part, s.warehouse_id AS warehouse, s.qty, (SELECT m.after_qty FROM stock_move m
		WHERE m.part_id = s.part_id AND m.warehouse_id = s.warehouse_id ORDER BY m.id DESC LIMIT 1) AS moved
FROM stock s JOIN part p ON p.id = s.part_id
WHERE s.qty <> ifnull((SELECT m.after_qty FROM stock_move m
		WHERE m.part_id = s.part_id AND m.warehouse_id = s.warehouse_id ORDER BY m.id DESC LIMIT 1), 0)
