-- title:  Suppliers compared by part
-- group:  Stock
-- key:    code cost_last id
-- param:  part      ref:parts      filter=part_id
-- param:  supplier  ref:suppliers  filter=supplier_id
-- param:  several   bool
-- col:    code       code  12  "Part"
-- col:    name       text  18  "Description"
-- col:    supplier   text  14  "Supplier"
-- col:    cost_last  money  9  "Last"
-- col:    last_on    date  10  "Last on"  drop=90
-- col:    cost_low   money  9  "Lowest"
-- col:    cost_mean  money  9  "Average"
-- col:    days       int    5  "Days"     drop=80
-- col:    returned   rate   8  "Returned" drop=100
-- col:    qty        qty    9  "Bought"   drop=110
-- hide:   id int
-- hide:   part_id int
-- hide:   supplier_id int
-- right:  cost.see
WITH bought AS (
	SELECT y.supplier_id, l.part_id, l.id, l.qty, l.cost, l.amount, d.day,
		(SELECT max(d.day - o.ordered_on) FROM purchase_arrival a JOIN purchase_order_line n ON n.id = a.order_line_id
			JOIN purchase_order o ON o.id = n.order_id WHERE a.line_id = l.id) AS days,
		ifnull((SELECT sum(b.qty) FROM purchase_line b WHERE b.returns_id = l.id
			AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = b.document_id)), 0) AS back
	FROM purchase_line l JOIN purchase y ON y.id = l.document_id JOIN document d ON d.id = y.id
	WHERE l.returns_id IS NULL AND NOT EXISTS (SELECT 1 FROM document r WHERE r.reverses_id = d.id)
), of_supplier AS (
	SELECT supplier_id, part_id, max(id) AS last_id, max(day) AS last_on, min(CASE WHEN cost > 0 THEN cost END) AS cost_low,
		sum(qty) AS qty, sum(amount) AS amount, sum(iif(cost > 0, qty, 0)) AS paid_qty, CAST(round(avg(days)) AS INTEGER) AS days,
		sum(back) AS back, count(*) OVER (PARTITION BY part_id) AS suppliers
	FROM bought GROUP BY supplier_id, part_id
)
SELECT s.last_id AS id, s.part_id, s.supplier_id, a.code, a.name, p.name AS supplier, l.cost AS cost_last, s.last_on, s.cost_low,
	muldiv(s.amount, 1000, s.paid_qty) AS cost_mean, s.days, muldiv(s.back, 10000, s.qty) AS returned, s.qty
FROM of_supplier s
JOIN party p ON p.id = s.supplier_id
JOIN part a ON a.id = s.part_id
JOIN purchase_line l ON l.id = s.last_id
WHERE ifnull(:several, 0) = 0 OR s.suppliers > 1
