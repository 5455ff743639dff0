-- title:  The batches of a part are not its stock in a warehouse
-- on:     stock
SELECT s.id, p.code AS part, s.warehouse_id AS warehouse, s.qty, (SELECT sum(b.qty) FROM batch_stock b
		WHERE b.part_id = s.part_id AND b.warehouse_id = s.warehouse_id) AS batches
FROM stock s JOIN part p ON p.id = s.part_id
WHERE p.batch = 1 AND s.qty <> ifnull((SELECT sum(b.qty) FROM batch_stock b
		WHERE b.part_id = s.part_id AND b.warehouse_id = s.warehouse_id), 0)
