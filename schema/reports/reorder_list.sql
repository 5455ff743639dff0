-- title:  Parts to reorder
-- group:  Stock
-- key:    code
-- col:    code      code   14  "Part"
-- col:    name      text   26  "Description"
-- col:    unit      text    4  "Unit"
-- col:    qty       qty    10  "On hand"
-- col:    wanted    qty    10  "On open work orders"
-- col:    min_qty   qty    10  "Minimum"
-- col:    max_qty   qty    10  "Maximum"  drop=90
-- col:    order_qty qty    10  "To order"
-- col:    last_cost money  10  "Last cost"  right=cost.see drop=100
WITH open_line AS (
	SELECT l.part_id, sum(max(l.qty - l.issued_qty, 0)) AS qty
	FROM job j JOIN job_line l ON l.job_id = j.id
	WHERE j.state IN ('received', 'in_work') AND l.kind = 'part' AND l.state = 'on' AND l.part_id IS NOT NULL
	GROUP BY l.part_id
), need AS (
	SELECT p.code, p.name, p.unit, ifnull((SELECT sum(t.qty) FROM stock t WHERE t.part_id = p.id), 0) AS qty, ifnull(o.qty, 0) AS wanted, p.min_qty, p.max_qty,
		p.last_cost
	FROM part p
	LEFT JOIN open_line o ON o.part_id = p.id
	WHERE p.active = 1 AND p.superseded_by IS NULL
)
SELECT code, name, unit, qty, wanted, min_qty, max_qty,
	max(ifnull(max_qty, ifnull(min_qty, 0)), 0) + wanted - qty AS order_qty, last_cost
FROM need WHERE qty - wanted < ifnull(min_qty, 0)
