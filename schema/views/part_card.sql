-- title:  Card of a part
-- group:  Stock
-- key:    pos
-- order:  pos
-- param:  part  ref:parts  filter=part_id  required
-- col:    place      choice:word  14  "Warehouse"
-- col:    qty        qty     9  "On hand"
-- col:    committed  qty     9  "Committed"
-- col:    free       qty     9  "Available"
-- col:    on_order   qty     9  "On order"
-- col:    expected_on  date 10  "Comes on"
-- col:    bin        text    8  "Bin"
-- col:    value      money  11  "Value"  right=cost.see drop=96
-- hide:   pos int
-- hide:   part_id int
-- hide:   warehouse_id int
-- hide:   code code
-- watch:  stock stock_value job_line purchase_order_line transfer_open
WITH need AS (
	SELECT p.id AS part_id, p.code, p.bin,
		ifnull((SELECT sum(l.qty - l.issued_qty) FROM job_line l JOIN job j ON j.id = l.job_id
			WHERE l.part_id = p.id AND l.kind = 'part' AND l.state = 'on' AND l.qty > l.issued_qty AND j.state IN ('received', 'in_work')), 0) AS committed,
		(SELECT sum(l.qty - l.received_qty) FROM purchase_order_line l JOIN purchase_order o ON o.id = l.order_id
			WHERE l.part_id = p.id AND l.dropped = 0 AND l.qty > l.received_qty AND o.state IN ('open', 'sent', 'partly')) AS on_order,
		(SELECT min(o.promised_on) FROM purchase_order_line l JOIN purchase_order o ON o.id = l.order_id
			WHERE l.part_id = p.id AND l.dropped = 0 AND l.qty > l.received_qty AND o.state IN ('open', 'sent', 'partly')) AS expected_on,
		ifnull((SELECT sum(s.qty) FROM stock s WHERE s.part_id = p.id), 0) AS qty,
		(SELECT v.value FROM stock_value v WHERE v.id = p.id) AS value
	FROM part p WHERE p.id = :part
)
SELECT 0 AS pos, n.part_id, CAST(NULL AS INTEGER) AS warehouse_id, n.code, 'All warehouses' AS place, n.qty, n.committed, n.qty - n.committed AS free,
	nullif(n.on_order, 0) AS on_order, n.expected_on, n.bin, n.value
FROM need n
UNION ALL
SELECT s.warehouse_id, n.part_id, s.warehouse_id, n.code, w.title, s.qty, NULL, NULL, NULL, NULL, coalesce(b.bin, n.bin), NULL
FROM need n
JOIN stock s ON s.part_id = n.part_id
JOIN warehouse w ON w.id = s.warehouse_id
LEFT JOIN part_bin b ON b.part_id = s.part_id AND b.warehouse_id = s.warehouse_id
UNION ALL
SELECT 1000000, n.part_id, NULL, n.code, 'In transit', (SELECT sum(o.qty) FROM transfer_open o JOIN transfer_line l ON l.id = o.id
	WHERE l.part_id = n.part_id), NULL, NULL, NULL, NULL, NULL, NULL
FROM need n
WHERE EXISTS (SELECT 1 FROM transfer_open o JOIN transfer_line l ON l.id = o.id WHERE l.part_id = n.part_id)
