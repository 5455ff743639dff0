-- title:  The lines of consigned goods are not what was moved
-- on:     consign_line
SELECT l.id, d.number, p.code AS part, l.qty, (SELECT sum(m.qty) FROM stock_move m
		WHERE m.document_id = d.id AND m.part_id = l.part_id AND m.warehouse_id = s.warehouse_id) AS moved
FROM consign_line l
JOIN consign_slip s ON s.id = l.document_id
JOIN document d ON d.id = s.id
JOIN part p ON p.id = l.part_id
WHERE (SELECT sum(o.qty) FROM consign_line o WHERE o.document_id = d.id AND o.part_id = l.part_id)
	<> abs(ifnull((SELECT sum(m.qty) FROM stock_move m
		WHERE m.document_id = d.id AND m.part_id = l.part_id AND m.warehouse_id = s.warehouse_id), 0))
