-- title:  More came back from a work order than its issue took
-- on:     stock_move
SELECT m.id, d.number, -i.qty AS issued, -i.value AS issued_value,
	(SELECT sum(r.qty) FROM stock_move r WHERE r.returns_id = i.id) AS returned,
	(SELECT sum(r.value) FROM stock_move r WHERE r.returns_id = i.id) AS returned_value
FROM stock_move m
JOIN document d ON d.id = m.document_id
JOIN stock_move i ON i.id = m.returns_id
WHERE (SELECT sum(r.qty) FROM stock_move r WHERE r.returns_id = i.id) NOT BETWEEN 0 AND -i.qty
