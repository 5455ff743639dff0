-- title:  What is there of a batch is not the sum of its movements
-- on:     batch_stock
SELECT s.id, p.code AS part, b.number AS batch, s.qty, (SELECT sum(m.qty) FROM batch_move m
		WHERE m.batch_id = s.batch_id AND m.warehouse_id = s.warehouse_id) AS moved
FROM batch_stock s
JOIN batch b ON b.id = s.batch_id
JOIN part p ON p.id = b.part_id
WHERE s.part_id <> b.part_id OR s.qty <> ifnull((SELECT sum(m.qty) FROM batch_move m
		WHERE m.batch_id = s.batch_id AND m.warehouse_id = s.warehouse_id), 0)
