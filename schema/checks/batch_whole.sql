-- title:  The batches of a movement are not its quantity
-- on:     batch_move
SELECT b.id, p.code AS part, m.qty, (SELECT sum(o.qty) FROM batch_move o WHERE o.move_id = m.id) AS batches
FROM batch_move b
JOIN stock_move m ON m.id = b.move_id
JOIN batch l ON l.id = b.batch_id
JOIN part p ON p.id = l.part_id
WHERE l.part_id <> m.part_id OR m.warehouse_id <> b.warehouse_id OR m.document_id <> b.document_id
	OR m.qty <> (SELECT sum(o.qty) FROM batch_move o WHERE o.move_id = m.id)
