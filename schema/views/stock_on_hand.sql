-- title:  Stock on hand
-- group:  Stock
-- key:    code warehouse_id
-- param:  warehouse  ref:warehouses  filter=warehouse_id
-- param:  part       ref:parts       filter=part_id
-- col:    code       code   14  "Part"         find
-- col:    name       text   18  "Description"  find
-- col:    warehouse  choice:word  10  "Warehouse"
-- col:    qty        qty     8  "On hand"  explain=stock_moves
-- col:    committed  qty     9  "Committed"
-- col:    on_order   qty     8  "On order"
-- col:    expected_on  date 10  "Comes on"  drop=110
-- col:    unit       text    4  "Unit"
-- col:    bin        text    8  "Bin"      drop=100
-- col:    value      money  12  "Value"    sum right=cost.see drop=92
-- hide:   part_id int
-- hide:   warehouse_id int
-- watch:  stock stock_value job_line purchase_order_line
-- desk
SELECT p.id AS part_id, s.warehouse_id, p.code, p.name, w.title AS warehouse, s.qty,
	-- of all warehouses: what open work orders still take, what suppliers still bring
	(SELECT sum(l.qty - l.issued_qty) FROM job_line l JOIN job j ON j.id = l.job_id
		WHERE l.part_id = p.id AND l.kind = 'part' AND l.state = 'on' AND l.qty > l.issued_qty AND j.state IN ('received', 'in_work')) AS committed,
	(SELECT sum(l.qty - l.received_qty) FROM purchase_order_line l JOIN purchase_order o ON o.id = l.order_id
		WHERE l.part_id = p.id AND l.dropped = 0 AND l.qty > l.received_qty AND o.state IN ('open', 'sent', 'partly')) AS on_order,
	(SELECT min(o.promised_on) FROM purchase_order_line l JOIN purchase_order o ON o.id = l.order_id
		WHERE l.part_id = p.id AND l.dropped = 0 AND l.qty > l.received_qty AND o.state IN ('open', 'sent', 'partly')) AS expected_on,
	p.unit, coalesce(b.bin, p.bin) AS bin,
	-- the part's value is one for all warehouses of our own: each shows its running share, so that they sum to it
	CASE WHEN w.supplier_id IS NOT NULL THEN 0 WHEN s.qty = v.qty THEN v.value ELSE
		(SELECT ifnull(muldiv(v.value, sum(o.qty), v.qty) - muldiv(v.value, sum(o.qty) - s.qty, v.qty), 0)
			FROM stock o JOIN warehouse own ON own.id = o.warehouse_id AND own.supplier_id IS NULL
			WHERE o.part_id = s.part_id AND o.warehouse_id <= s.warehouse_id) END AS value
FROM part p
CROSS JOIN stock s ON s.part_id = p.id
LEFT JOIN warehouse w ON w.id = s.warehouse_id
LEFT JOIN stock_value v ON v.id = p.id
LEFT JOIN part_bin b ON b.part_id = p.id AND b.warehouse_id = s.warehouse_id
