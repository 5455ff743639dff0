-- What went in and out of stock, by move, at its cost and at today's list price.
CREATE VIEW goods_figure AS
SELECT m.day, strftime('%Y-%m', m.day * 86400, 'unixepoch') AS month, m.warehouse_id, iif(m.qty > 0, m.document_id, NULL) AS in_doc,
	iif(m.qty > 0 OR (m.qty = 0 AND m.value > 0), m.value, 0) AS in_value, iif(m.qty < 0, m.document_id, NULL) AS out_doc,
	iif(m.qty < 0 OR (m.qty = 0 AND m.value < 0), -m.value, 0) AS out_value,
	iif(m.qty < 0, (500 - m.qty * p.price) / 1000, 0) AS out_list, m.value AS net
FROM stock_move m
JOIN part p ON p.id = m.part_id;
