-- title:  What came on a line of an order is not what its receipts say
-- on:     purchase_order_line
SELECT l.id, d.number, l.pos, l.received_qty,
	(SELECT sum(a.qty) FROM purchase_arrival a JOIN purchase_line p ON p.id = a.line_id WHERE a.order_line_id = l.id
		AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = p.document_id)) AS came
FROM purchase_order_line l
JOIN document d ON d.id = l.order_id
WHERE l.received_qty <> ifnull((SELECT sum(a.qty) FROM purchase_arrival a JOIN purchase_line p ON p.id = a.line_id
	WHERE a.order_line_id = l.id AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = p.document_id)), 0)
