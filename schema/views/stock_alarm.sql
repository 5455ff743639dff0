-- title:  Parts under their minimum
-- group:  Stock
-- key:    code
-- id:     id
-- order:  code
-- param:  category  ref:part_categories  filter=category_id
-- col:    code      code   14  "Part"  find
-- col:    name      text   24  "Description"  find
-- col:    qty       qty     9  "On hand"  explain=stock_moves
-- col:    wanted    qty     9  "Committed"
-- col:    on_order  qty     9  "On order"
-- col:    expected_on  date  10  "Comes on"  drop=90
-- col:    min_qty   qty     9  "Minimum"
-- col:    max_qty   qty     9  "Maximum"  drop=100
-- col:    short     qty     9  "Short"
-- hide:   id int
-- hide:   category_id int
-- watch:  stock job_line part purchase_order_line
WITH open_line AS (
	SELECT l.part_id, sum(max(l.qty - l.issued_qty, 0)) AS qty
	FROM job j JOIN job_line l ON l.job_id = j.id
	WHERE j.state IN ('received', 'in_work') AND l.kind = 'part' AND l.state = 'on' AND l.part_id IS NOT NULL
	GROUP BY l.part_id
), need AS (
	SELECT p.id, p.category_id, p.code, p.name, ifnull((SELECT sum(t.qty) FROM stock t WHERE t.part_id = p.id), 0) AS qty, ifnull(o.qty, 0) AS wanted, p.min_qty, p.max_qty
	FROM part p
	LEFT JOIN open_line o ON o.part_id = p.id
	WHERE p.active = 1 AND p.superseded_by IS NULL AND (p.min_qty > 0 OR o.qty > 0)
)
SELECT id, category_id, code, name, qty, wanted, (SELECT sum(l.qty - l.received_qty) FROM purchase_order_line l JOIN purchase_order o ON o.id = l.order_id
		WHERE l.part_id = n.id AND l.dropped = 0 AND l.qty > l.received_qty AND o.state IN ('open', 'sent', 'partly')) AS on_order,
	(SELECT min(o.promised_on) FROM purchase_order_line l JOIN purchase_order o ON o.id = l.order_id
		WHERE l.part_id = n.id AND l.dropped = 0 AND l.qty > l.received_qty AND o.state IN ('open', 'sent', 'partly')) AS expected_on, ifnull(min_qty, 0) AS min_qty,
	max_qty, ifnull(min_qty, 0) + wanted - qty AS short
FROM need n WHERE qty - wanted < ifnull(min_qty, 0)
