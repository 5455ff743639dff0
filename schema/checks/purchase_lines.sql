-- title:  The lines of a receipt or return are not what its movements say
-- on:     purchase_line
SELECT l.id, d.number, l.part_id AS part,
	(SELECT sum(x.qty) FROM purchase_line x WHERE x.document_id = l.document_id AND +x.part_id = l.part_id) AS lines,
	(SELECT sum(abs(m.qty)) FROM stock_move m WHERE m.document_id = l.document_id AND +m.part_id = l.part_id) AS moved
FROM purchase_line l
JOIN document d ON d.id = l.document_id
WHERE (SELECT sum(x.qty) FROM purchase_line x WHERE x.document_id = l.document_id AND +x.part_id = l.part_id) IS NOT
		(SELECT sum(abs(m.qty)) FROM stock_move m WHERE m.document_id = l.document_id AND +m.part_id = l.part_id)
	OR (SELECT sum(x.value) FROM purchase_line x WHERE x.document_id = l.document_id AND +x.part_id = l.part_id) IS NOT
		(SELECT sum(abs(m.value)) FROM stock_move m WHERE m.document_id = l.document_id AND +m.part_id = l.part_id)
